"""The application's own words for what is done to cases and what is told of them, in the reader's language."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from lawgate.web.words import Words

STATES: Final[Words] = {
    "received": _("received"),
    "returned": _("returned"),
    "admitted": _("admitted"),
    "resolving": _("who is named?"),
    "determined": _("determined"),
    "in_review": _("in review"),
    "approved": _("approved"),
    "released": _("released"),
    "delivered": _("delivered"),
    "receipted": _("received by recipient"),
    "closed": _("closed"),
    "withheld": _("withheld"),
    "withdrawn": _("withdrawn"),
    "blocked": _("blocked by an order"),
    "recalled": _("recalled"),
    "incident": _("incident"),
}
ACTS: Final[Words] = {
    "receive": _("Receive"),
    "return": _("Return for defects"),
    "mend": _("Mend"),
    "admit": _("Check against the law"),
    "block": _("Block by an order"),
    "unblock": _("The order is at an end"),
    "ask_reviewers": _("Ask who is named"),
    "settle_match": _("Compare who is named"),
    "find": _("Make findings"),
    "determine": _("Determine"),
    "submit": _("Submit for review"),
    "sign": _("Sign"),
    "decline": _("Decline to sign"),
    "object": _("Object"),
    "send_back": _("Send back"),
    "withhold": _("Disclose nothing"),
    "withdraw": _("Withdraw"),
    "release": _("Release"),
    "deliver": _("Hand over"),
    "fail_delivery": _("Hand-over failed"),
    "fetch": _("Fetch"),
    "confirm": _("Confirm receipt"),
    "review_after": _("Review after release"),
    "recall": _("Recall"),
    "report_incident": _("Report an incident"),
    "attest": _("Attest that it is set apart"),
    "destroy": _("Certify destruction"),
    "close": _("Close"),
    "view": _("Look"),
}
DOES: Final[Words] = {
    "admit": _(
        "Holds the request's own words against the law: admitted, returned with every defect, or blocked."
    ),
    "unblock": _("The case begins again at its words."),
    "ask_reviewers": _("Two reviewers compare the request with each record in question."),
    "settle_match": _("The request beside each record in question."),
    "find": _("Questions of judgement that you may answer."),
    "determine": _("Decides each item under the law of today; the look at the records is entered."),
    "submit": _("Two reviewers see it, blind to each other."),
    "sign": _("See exactly what leaves and what is held back."),
    "release": _("See exactly what leaves and what is held back."),
    "close": _("Nothing more is to be done."),
}
TOLD: Final[Words] = {
    "received": _("received"),
    "returned": _("to be mended"),
    "blocked": _("an order forbids it"),
    "at_work": _("at work"),
    "ready": _("ready to be fetched"),
    "fetched": _("received by you"),
    "not_disclosed": _("not disclosed"),
    "withdrawn": _("withdrawn"),
    "recalled": _("recalled"),
}
TOLD_SAYS: Final[Words] = {
    "received": _("Your request was received and is being held against the law."),
    "returned": _(
        "Your request lacks what the law demands of it. Mend what is listed and send it again; until then the "
        "clock stands."
    ),
    "blocked": _("An order of a court that is in force forbids this, whatever the request says."),
    "at_work": _("Officials are at work on it. You are told the answer on or before its last day."),
    "ready": _("A package is ready. It is sealed to your agency's key and can be fetched once."),
    "fetched": _("You fetched the package and returned the receipt. Its limits on use bind whoever has it."),
    "not_disclosed": _(
        "Nothing is disclosed on this request. Whatever the reason, this is the answer; it does not say whether "
        "anything is on file."
    ),
    "withdrawn": _("You took this request back."),
    "recalled": _("What you received is recalled: set it apart at once, do not use it, and attest that here."),
}  # fmt: skip
PAIR_STATES: Final[Words] = {
    "match": _("settled: match"),
    "no_match": _("settled: no match"),
    "conflict": _("reviewers differ"),
    "untold": _("cannot be told"),
    "waiting": _("waits for two reviewers"),
}
SOURCES: Final[Words] = {
    "taxpayer": _("the taxpayer"),
    "on_behalf_of_taxpayer": _("on the taxpayer's behalf"),
    "joint_filer": _("a joint filer"),
    "payer": _("the payer"),
    "third_party": _("a third party"),
    "irs": _("the agency itself"),
    "state_tax_agency": _("a State tax agency"),
    "other_agency": _("another agency"),
}
DOCUMENTS: Final[Words] = {
    "return": _("return"),
    "return_attachment": _("attachment of a return"),
    "estimated_tax_form": _("estimated tax form"),
    "taxpayer_letter": _("letter"),
    "information_return": _("information return"),
    "information_return_image": _("image of an information return"),
    "summons_response": _("answer to a summons"),
    "interview": _("interview"),
    "workpaper": _("workpaper"),
    "account": _("account"),
    "statement_of_third_party": _("statement of a third party"),
    "agency_report": _("report of an agency"),
    "state_record": _("State record"),
}
"""Each list of words; a test holds those of the gate's own lists complete."""
