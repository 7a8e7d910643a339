"""26 U.S.C. 6103(k)(14): cybersecurity, and refund fraud by identity theft."""

from lawgate.kernel.expr import all_of, among, any_of, element
from lawgate.kernel.fact import Owner, choice, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Definition, Duty, Limit, Provision
from lawgate.law.terms import item
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import RETURN
from lawgate.law.usc26.s6103.k.release import for_purpose, reaches

HERE = S6103 / "k/14"

participant = choice(
    "isac.participant",
    "What is the recipient in the information sharing and analysis center?",
    says="the recipient in the center",
    owner=Owner.REQUESTER,
    values=("designated_by_secretary", "participant_under_7216", "other"),
)
agreement = flag(
    "isac.agreement",
    "Has the recipient a written agreement with the Secretary on terms, protection and safeguards?",
    says="the recipient has a written agreement with the Secretary",
    denies="the recipient has no written agreement with the Secretary",
    owner=Owner.REQUESTER,
)
furthers_administration = judgement(
    "furthers_fraud_prevention",
    HERE / "A",
    "Did the Secretary determine that disclosure of the item furthers effective tax administration against refund "
    "fraud by identity theft or threats to cybersecurity, or in validating identity or authenticating returns?",
    yes="disclosure furthers effective tax administration in one of those ways",
    no="disclosure furthers effective tax administration in none of those ways",
)
potential_case = judgement(
    "potential_fraud",
    HERE / "C",
    "Is the return in connection with a case of potential refund fraud by identity theft, or the item on a threat to "
    "the cybersecurity of the Service?",
    yes="there is such a case of potential fraud or such a threat",
    no="there is no such case of potential fraud and no such threat",
)
confirmed_case = judgement(
    "confirmed_fraud",
    HERE / "C/ii",
    "Is the return in connection with a case of refund fraud by identity theft that the Secretary confirmed?",
    yes="the Secretary confirmed the case of refund fraud",
    no="the Secretary did not confirm a case of refund fraud",
)

ELECTRONIC_FILING = (
    "return.efile.ip_address",
    "return.efile.device",
    "return.efile.email_domain",
    "return.efile.completion_speed",
    "return.efile.authentication",
    "return.efile.refund_method",
)
"""(C)(i)(I). What else of the kind the Secretary identifies is entered here when he does."""

PREPARER = ("return.preparer.ptin", "return.preparer.efin")
"""(C)(i)(II)."""

CONFIRMED_ONLY = ("identity.name", "identity.tin", "return.1040.bank_account")
"""(C)(ii): as they stand on the return; of bank accounts, the one that was given for the refund."""

SPECIFIED = any_of(
    all_of(among(item.name, *ELECTRONIC_FILING, *PREPARER), any_of(potential_case, confirmed_case)),
    all_of(among(item.name, *CONFIRMED_ONLY), RETURN, confirmed_case),
)

FRAUD = Provision(
    cite=HERE,
    heading="Specified return information, for participants in the sharing and analysis center",
    duty=Duty.MAY,
    request=(
        for_purpose(
            HERE / "A",
            "to detect or prevent refund fraud or threats to cybersecurity",
            "identity_theft_and_cybersecurity",
        ),
    ),
    requires=(
        element(
            HERE / "B/i",
            "the recipient is a specified participant",
            among(participant, "designated_by_secretary", "participant_under_7216"),
            also=(HERE / "B/i/I", HERE / "B/i/II"),
        ),
        element(HERE / "B/ii", "the recipient has a written agreement with the Secretary", agreement),
    ),
    covers=(
        PERSON_NAMED,
        element(
            HERE / "C",
            "the item is specified return information on file, for the kind of case that it is",
            all_of(item.held, SPECIFIED),
            also=(HERE / "C/i", HERE / "C/ii", HERE / "C/iii"),
        ),
        reaches(
            HERE / "A",
            "the Secretary determined that it furthers such administration",
            furthers_administration,
        ),
    ),
    limits=(
        Limit(
            HERE / "D/i",
            "A designated person uses it only for the function designated, and to pass it on under (A) and (d).",
        ),
        Limit(
            HERE / "D/ii", "To a preparer it counts under section 7216 as furnished for preparing a return."
        ),
        Limit(HERE / "E", "Unauthorised access and breaches are reported to the Inspector General."),
    ),
)

SPECIFIED_PARTICIPANT = Definition(
    HERE / "B",
    "specified ISAC participant",
    all_of(among(participant, "designated_by_secretary", "participant_under_7216"), agreement),
)
SPECIFIED_RETURN_INFORMATION = Definition(HERE / "C", "specified return information", SPECIFIED)

ENTRIES = entries(
    HERE,
    rule=". A",
    definition="B B/i B/i/I B/i/II B/ii C C/i C/i/I C/i/II C/ii C/iii",
    limit="D D/i D/i/I D/i/II D/i/III D/ii E",
)
