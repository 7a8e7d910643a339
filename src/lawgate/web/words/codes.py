"""Words for the closed lists of a request and of the ledger: offices, levels, stages, and what an entry says."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy as pgettext

from lawgate.web.words import Words

OFFICES: Final[Words] = {
    "agency_head": _("head of the agency"),
    "acting_agency_head": _("acting head of the agency"),
    "component_head": _("head of a component"),
    "acting_component_head": _("acting head of a component"),
    "inspector_general": _("inspector general"),
    "attorney_general": _("Attorney General"),
    "deputy_attorney_general": _("Deputy Attorney General"),
    "associate_attorney_general": _("Associate Attorney General"),
    "assistant_attorney_general": _("Assistant Attorney General"),
    "us_attorney": _("United States attorney"),
    "acting_us_attorney": _("acting United States attorney"),
    "assistant_us_attorney": _("assistant United States attorney"),
    "fbi_director": _("Director of the FBI"),
    "dea_administrator": _("Administrator of the DEA"),
    "special_prosecutor": _("special prosecutor"),
    "strike_force_attorney": _("attorney in charge of a strike force"),
    "assistant_director": _("assistant director"),
    "delegate": _("delegate"),
    "comptroller_general": _("Comptroller General"),
    "president": _("the President"),
    "committee_chair": _("chair of a committee"),
    "state_agency_head": _("head of a State agency"),
    "taxpayer": _("the taxpayer"),
    "other": _("another office"),
    "secretary": _("the Secretary"),
    "delegated_official": _("delegated official"),
}
LEVELS: Final[Words] = {
    "federal": _("Federal"),
    "state": _("State"),
    "local": _("local"),
    "tribal": _("tribal"),
    "foreign": _("foreign"),
    "private": _("private"),
    "self": _("the taxpayer himself"),
    "congress": _("Congress"),
    "court": _("a court"),
    "president": _("the President"),
}
STAGES: Final[Words] = {
    "preparation": _("a proceeding is prepared"),
    "investigation": _("investigation"),
    "grand_jury": _("grand jury"),
    "none": pgettext("stage", "none"),
}
ENTRIES: Final[Words] = {
    "request_received": pgettext("entry", "request received"),
    "request_returned": pgettext("entry", "request returned"),
    "request_refused": pgettext("entry", "request refused"),
    "request_withdrawn": pgettext("entry", "request withdrawn"),
    "request_admitted": pgettext("entry", "request admitted"),
    "request_blocked": pgettext("entry", "request blocked"),
    "match_reviewed": pgettext("entry", "match reviewed"),
    "finding_made": pgettext("entry", "finding made"),
    "determined": pgettext("entry", "determined"),
    "submitted": pgettext("entry", "submitted"),
    "sent_back": pgettext("entry", "sent back"),
    "record_viewed": pgettext("entry", "record viewed"),
    "approved": pgettext("entry", "approved"),
    "objection": pgettext("entry", "objection"),
    "released": pgettext("entry", "released"),
    "delivered": pgettext("entry", "delivered"),
    "delivery_failed": pgettext("entry", "delivery failed"),
    "fetched": pgettext("entry", "fetched"),
    "dockets_checked": pgettext("entry", "dockets checked"),
    "reviewed_after": pgettext("entry", "reviewed after"),
    "receipt": pgettext("entry", "receipt"),
    "recalled": pgettext("entry", "recalled"),
    "destroyed": pgettext("entry", "destroyed"),
    "attested": pgettext("entry", "attested"),
    "closed": pgettext("entry", "closed"),
    "incident": pgettext("entry", "incident"),
    "law_changed": pgettext("entry", "law changed"),
    "order_entered": pgettext("entry", "order entered"),
    "reading_adopted": pgettext("entry", "reading adopted"),
    "break_glass": pgettext("entry", "break glass"),
    "key_rotated": pgettext("entry", "key rotated"),
    "register_changed": pgettext("entry", "register changed"),
}
