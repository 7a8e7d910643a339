"""Questions about a final order of removal, for a request that designates 8 U.S.C. 1253(a)(1) alone."""

from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.terms.finding import judgement

relied_on = flag(
    "removal.relied_on",
    "Is failure to depart, 8 U.S.C. 1253(a)(1), the only statute designated that is listed as criminal?",
    says="failure to depart is the only criminal statute designated",
    denies="failure to depart is not the only criminal statute designated",
    owner=Owner.CUSTODIAN,
)
limb_of_days = flag(
    "removal.limb_of_days",
    "Does the request designate the limb of ninety days' stay, or no limb apart?",
    says="the limb of ninety days' stay is designated, or no limb apart",
    denies="only another limb than ninety days' stay is designated",
    owner=Owner.CUSTODIAN,
)
other_unlisted = flag(
    "removal.other_unlisted",
    "Is a statute designated beside failure to depart that the table does not list?",
    says="another statute is designated that the table does not list",
    denies="no other statute is designated that the table does not list",
    owner=Owner.CUSTODIAN,
)
final = flag(
    "removal.final",
    "Does the request state the day of a final order of removal?",
    says="a final order of removal is stated",
    denies="no final order of removal stands on that day",
    owner=Owner.REQUESTER,
)
class_listed = flag(
    "removal.class_listed",
    "Is the class of which the order states the person to be one of 8 U.S.C. 1227(a)?",
    says="the class stated is one of 8 U.S.C. 1227(a)",
    denies="the class stated is not one of 8 U.S.C. 1227(a)",
    owner=Owner.REQUESTER,
)
past_ninety_days = flag(
    "removal.past_ninety_days",
    "Are more than ninety days past since the order became final?",
    says="more than ninety days are past since the order became final",
    denies="ninety days are not past since the order became final",
    owner=Owner.REQUESTER,
)
other_limb = judgement(
    "removal_other_limb",
    S6103 / "i/2/A/ii",
    "Does the request make out another limb of 8 U.S.C. 1253(a)(1) than ninety days' stay?",
    yes="another limb of 8 U.S.C. 1253(a)(1) is made out",
    no="no other limb of 8 U.S.C. 1253(a)(1) is made out",
)
