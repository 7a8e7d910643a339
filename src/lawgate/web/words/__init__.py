"""Words for closed lists, in the reader's language: those of the gate here, others beside, a file a subject."""

from __future__ import annotations

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = dict[str, str | Promise]

ROLES: Final[Words] = {
    "intake_clerk": _("Intake clerk"),
    "preparer": _("Preparer"),
    "reviewer": _("Reviewer"),
    "releaser": _("Releaser"),
    "counsel": _("Counsel"),
    "privacy_officer": _("Privacy officer"),
    "auditor": _("Inspector general"),
    "agency_officer": _("Agency officer"),
    "data_subject": _("Person concerned"),
    "administrator": _("System administrator"),
}
DOES: Final[Words] = {
    "intake_clerk": _("Takes in requests, returns those with defects, admits the rest."),
    "preparer": _("Has the records looked at, and proposes what leaves and what does not."),
    "reviewer": _("Reviews blind, makes findings, signs, declines or objects."),
    "releaser": _("Lets a package leave once all approvals stand."),
    "counsel": _("Reads the law, keeps orders and readings, blocks what a court forbids."),
    "privacy_officer": _("Recalls, reports incidents, adopts readings together with counsel."),
    "auditor": _("Sees everything that was done, and changes nothing."),
    "agency_officer": _("Asks on behalf of an agency; sees only what it asked and received."),
    "data_subject": _("Sees the account of disclosures about himself."),
    "administrator": _("Runs the system and sees no tax information."),
}
EFFECTS: Final[Words] = {
    "permit": _("opens"),
    "bar": _("forbids"),
    "condition": _("sets a condition"),
    "use": _("limits use"),
    "definition": _("defines"),
}
DUTIES: Final[Words] = {"shall": _("shall"), "may": _("may"), "self": _("the holder himself may")}
DISPOSITIONS: Final[Words] = {
    "disclose": _("disclose"),
    "withhold": _("withhold"),
    "needs_more": _("needs more"),
    "needs_finding": _("needs a finding"),
    "returned": _("returned"),
    "admitted": _("admitted"),
    "blocked": _("blocked"),
}
ADEQUACY: Final[Words] = {
    "adequate": _("This is an address on its face."),
    "inadequate": _("This is not an address."),
    "needs_human": _("A person has to look at this."),
}
OWNERS: Final[Words] = {
    "requester": _("the requester"),
    "custodian": _("the custodian"),
    "court": _("a court"),
    "official": _("an official"),
}
STANDINGS: Final[Words] = {
    "in force": _("in force"),
    "superseded": _("superseded"),
    "informational": _("for information"),
    "pending": _("pending"),
    "lifted": _("lifted"),
    "ended": _("ended"),
}
TRUTHS: Final[Words] = {"yes": _("yes"), "no": _("no"), "open": _("open")}


def said(words: Words, value: str | None) -> str:
    """The words for a value; the value itself, its underscores as spaces, where there are none."""
    if value is None:
        return "–"
    return str(words.get(value, value.replace("_", " ")))
