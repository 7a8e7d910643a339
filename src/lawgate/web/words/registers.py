"""The application's own words for the registers that counsel keeps, in the reader's language."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from lawgate.web.words import Words

STAGES: Final[Words] = {
    "proposed": _("waits for the second official"),
    "waiting": _("adopted, not followed yet"),
    "followed": _("followed"),
    "against_an_order": _("not followed: an order binds"),
    "lapsed": _("lapsed"),
    "withdrawn": _("withdrawn"),
    "ended": _("ended"),
}
STATUSES: Final[Words] = {
    "lifted": _("was lifted: it no longer binds"),
    "complied_with": _("was complied with: what had to come first is done"),
}
ORDER_ACTS: Final[Words] = {
    "block": _("Blocks: nothing of it may go"),
    "hold": _("Holds: nothing of it may go before notice is given"),
    "quarantine": _("Quarantines: what was received may not be looked at, used or passed on"),
    "certify": _("Certifies: somebody confirms to the court what was done"),
}
IDENTITY_FIELDS: Final[Words] = {
    "mailing_address": _("mailing address"),
    "name": _("name"),
    "tin": _("taxpayer identifying number"),
}
KINDS: Final[Words] = {
    "reading": _("Reading"),
    "agreement": _("Agreement"),
    "safeguards": _("Safeguards"),
}
REGISTERS: Final[Words] = {
    "DOCKETS": _("Dockets"),
    "BREAK-GLASS": _("Broken glass"),
    "READINGS": _("Readings"),
    "ORDERS": _("Orders"),
    "AGREEMENTS": _("Agreements"),
    "AGENCIES": _("Agencies"),
    "OFFICIALS": _("Officials"),
    "CAPS": _("Caps"),
    "KEYS": _("Keys"),
    "JOBS": _("Jobs"),
}
ENTERED: Final[Words] = {
    "check_dockets": _("looked at the dockets"),
    "ask_break_glass": _("asked that another may sign"),
    "grant_break_glass": _("let another sign"),
    "propose_reading": _("proposed"),
    "adopt_reading": _("adopted"),
    "withdraw_reading": _("withdrew"),
    "enter_order": _("entered an order"),
    "propose_safeguards": _("stated that safeguards satisfy"),
    "confirm_safeguards": _("confirmed that safeguards satisfy"),
    "end_safeguards": _("stated that safeguards do not satisfy"),
    "propose_agreement": _("proposed"),
    "confirm_agreement": _("confirmed"),
    "set_caps": _("set the caps"),
    "retry_job": _("had a job tried again"),
    "register_official": _("registered an official"),
    "end_roles": _("ended an official's roles"),
    "close_account": _("closed an account"),
    "register_client": _("registered a program's key"),
    "end_client": _("ended a program's key"),
    "register_agency": _("registered an agency"),
    "register_key": _("registered an agency's key"),
}
