"""The application's own words for audits and large requests, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from lawgate.web.words import Words

VERDICTS: Final[Words] = {
    "unlawful": _("unlawful"),
    "turns_on": _("turns on a reading"),
    "undeterminable": _("cannot be told"),
    "lawful": _("lawful"),
}
VERDICTS_SAY: Final[Words] = {
    "unlawful": _("A demand of the law fails under every reading, or an order forbade it."),
    "turns_on": _("Readings of a contested question give different outcomes."),
    "undeterminable": _("Under every reading something is open that has to be known."),
    "lawful": _("Every demand is met under every reading that may be adopted."),
}
COMPARED: Final[Words] = {
    "no": _("not compared then"),
    "yes": _("compared then"),
    "not_told": _("not told"),
}
COMPARED_SAY: Final[Words] = {
    "no": _("The address given was not held against any on file before the release."),
    "yes": _("It was."),
    "not_told": _("The table of releases does not say."),
}
HELD: Final[Words] = {
    "placeholder": _("no address"),
    "current": _("held on the day"),
    "earlier": _("held earlier"),
    "none": _("never held"),
    "missing": _("record missing"),
    "not_asked": _("not asked for"),
}
HELD_SAY: Final[Words] = {
    "placeholder": _("What stands in the field is no address: a placeholder, a ZIP Code, a city."),
    "current": _("It agrees with the address held on the day of the release."),
    "earlier": _("It agrees with an address held before."),
    "none": _("It agrees with no address held for the taxpayer by that day."),
    "missing": _("The taxpayer of the release is not in the records given."),
    "not_asked": _("The request does not name this person, so it gives no address."),
}
OUTSIDE: Final[Words] = {
    "person": _("person not named"),
    "item": _("item not asked for"),
}
OUTSIDE_SAY: Final[Words] = {
    "person": _("The request does not name the person of whom it was released."),
    "item": _("The request does not ask for an item that was released."),
}
KEYS: Final[Words] = {
    "verdict": _("verdict"),
    "verdict_then": _("verdict as known on the day"),
    "followed": _("as the law is read here"),
    "compared": _("address, before the release"),
    "address": _("address, by the records"),
    "kind": _("kind of address"),
    "turns_on": _("turns on"),
    "order": _("order"),
    "in_doubt": _("order in doubt"),
    "outside": _("outside the request"),
    "met": _("demand that is met"),
    "open": _("demand that is open"),
    "under": _("under"),
    "turning": _("turns on just"),
    "fails": _("demand that fails"),
    "alone": _("the only demand that fails"),
    "accounted": _("in the account of disclosures"),
    "basis": _("path"),
    "named": _("who is named"),
}
ACTS: Final[Words] = {
    "unlawful under every reading": _("unlawful under every reading"),
    "unlawful under the readings followed": _("unlawful under the readings followed"),
    "at most, with all that turns on a reading or is open": _(
        "at most, with all that turns on a reading or is open"
    ),
    "address not compared before the release": _("address not compared before the release"),
    "every release": _("every release"),
}
TRUTHS: Final[Words] = {"yes": _("yes"), "no": _("no"), "open": _("open"), "not asked": _("not asked")}
BATCHES: Final[Words] = {
    "waits": _("not decided yet"),
    "at_work": _("being decided"),
    "decided": _("decided"),
    "failed": _("cannot be decided"),
    "purged": _("its words are destroyed"),
}
ADMISSIONS: Final[Words] = {
    "admitted": _("admitted"),
    "returned": _("returned"),
    "blocked": _("blocked"),
}
ADMISSIONS_SAY: Final[Words] = {
    "admitted": _("The request passed on its own words."),
    "returned": _("The request fails on its own words; no record was looked at."),
    "blocked": _("An order of a court forbids every item asked for."),
}
RESOLUTIONS: Final[Words] = {
    "one": _("one person"),
    "none": _("nobody"),
    "several": _("several persons"),
    "review": _("needs a reviewer"),
    "not_tried": _("no look taken"),
}
RESOLUTIONS_SAY: Final[Words] = {
    "one": _("Exactly one person on file is the one named."),
    "none": _("No person on file is the one named."),
    "several": _("More than one person on file may be the one named."),
    "review": _("A person must compare the record proposed."),
    "not_tried": _("The records were not searched for this subject."),
}
DISPOSITIONS: Final[Words] = {
    "disclose": _("disclose"),
    "needs_finding": _("needs a finding"),
    "needs_more": _("needs more"),
    "withhold": _("withhold"),
}
DISPOSITIONS_SAY: Final[Words] = {
    "disclose": _("Every demand of the law is met."),
    "needs_finding": _("Waits for an answer that only a named official can give."),
    "needs_more": _("Waits for a fact from the requester, the records or a court."),
    "withhold": _("A demand of the law is not met."),
}
SHAPE: Final[Words] = {
    "addresses": _("Addresses"),
    "address_kinds": _("Kinds of address"),
    "periods": _("Taxable periods"),
    "birth_dates": _("Dates of birth"),
    "reasons": _("Reasons"),
    "officers": _("Officers who would receive"),
    "statutes": _("Statutes designated"),
    "removal_orders": _("Final orders of removal"),
    "same_name_and_birth_date": _("Same name and birth date"),
    "same_tin": _("Same number"),
    "same_address": _("Same address"),
}
SHAPE_SAYS: Final[Words] = {
    "addresses": _("Whether the text given as an address is one on its face."),
    "address_kinds": _("What stands in the field for the address."),
    "periods": _("Whether a period is stated that can be read."),
    "birth_dates": _("Whether one is stated that can be read; any other counts for nothing."),
    "reasons": _("Whether the reason given for a subject is also given for another one."),
    "officers": _("Whether an officer is named, and for how many subjects."),
    "statutes": _("What kinds of statute the matter designates."),
    "removal_orders": _("Whether a day is stated that is past."),
    "same_name_and_birth_date": _("Stated alike for more than one subject."),
    "same_tin": _("One TIN stated for more than one subject."),
    "same_address": _("One address stated for more than one subject."),
}
STATED: Final[Words] = {
    "adequate": _("an address on its face"),
    "inadequate": _("no address"),
    "needs_human": _("for a person to look at"),
    "not_stated": _("not stated"),
    "stated": _("stated"),
    "not_readable": _("not readable"),
    "own": _("a reason of his own"),
    "repeated": _("a reason given for another one too"),
    "within_limit": _("with an officer within the limit"),
    "above_limit": _("with an officer above the limit"),
    "no_officer": _("no officer named"),
    "final": _("a day that is past"),
    "in_the_future": _("a day that is to come"),
    "without_a_day": _("without a day"),
    "alone": _("stated for him alone"),
    "alike": _("stated alike for another one"),
}
TOLD: Final[Words] = {
    "kinds": _("kinds"),
    "different": _("different reasons"),
    "listed": _("officers listed"),
    "officers": _("officers named for somebody"),
    "most": _("subjects of the busiest officer"),
    "median": _("subjects of the median officer"),
    "above_limit": _("officers above the limit"),
    "limit": _("limit for each officer"),
    "statutes": _("statutes"),
    "groups": _("groups that state the same"),
    "largest": _("the largest group"),
    "repeat_1": _("the commonest reason, subjects"),
    "repeat_2": _("the second"),
    "repeat_3": _("the third"),
    "repeat_4": _("the fourth"),
    "repeat_5": _("the fifth"),
}

LISTED: Final[Mapping[str, Words]] = {
    "verdict": VERDICTS,
    "verdict_then": VERDICTS,
    "followed": VERDICTS,
    "verdict_says": VERDICTS_SAY,
    "compared": COMPARED,
    "compared_says": COMPARED_SAY,
    "address": HELD,
    "address_says": HELD_SAY,
    "outside": OUTSIDE,
    "outside_says": OUTSIDE_SAY,
    "key": KEYS,
    "acts": ACTS,
    "truth": TRUTHS,
    "batch": BATCHES,
    "admission": ADMISSIONS,
    "admission_says": ADMISSIONS_SAY,
    "resolution": RESOLUTIONS,
    "resolution_says": RESOLUTIONS_SAY,
    "disposition": DISPOSITIONS,
    "disposition_says": DISPOSITIONS_SAY,
    "shape": SHAPE,
    "shape_says": SHAPE_SAYS,
    "stated": STATED,
    "told": TOLD,
}
"""Each list by the name that templates call it by."""
