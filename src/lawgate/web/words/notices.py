"""The application's own words for notices, in the reader's language."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from lawgate.web.words import Words

NOTICES: Final[Words] = {
    "defects": _("The request was returned: mend what is listed."),
    "not_disclosed": _("The answer is there: nothing is disclosed on this request."),
    "order_in_force": _("An order of a court that is in force forbids it."),
    "to_reviewers": _("A case waits for review."),
    "to_preparer": _("The case has come back to its preparer."),
    "grant": _("A package is ready to be fetched."),
    "released_in_emergency": _(
        "Released in an emergency on one signature; a second official looks within a day."
    ),
    "quarantine": _("What was received is recalled: set it apart and do not use it."),
    "incident": _("An incident was reported."),
    "objection": _("An official objected or declined to sign."),
    "break_glass": _("Those who may sign are absent: another official is to sign for some days."),
    "dockets_due": _("Look at the dockets: soon nothing can be released without it."),
    "answer_late": _("The last day of the answer is over."),
    "review_due": _("A release in an emergency waits for its second look."),
    "review_overdue": _("The day is over, and nobody took the second look after an emergency."),
    "reading_adopted": _("A reading was adopted; its wait begins."),
    "reading_ends": _("An adopted reading lapses soon; then the default holds again."),
}
"""A test holds them complete."""
