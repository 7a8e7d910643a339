"""26 U.S.C. 6103(l)(12): whether employers' health plans come before Medicare.

(A) goes to Social Security, (B) from there to the Centers for Medicare & Medicaid Services, and under (C) the
Administrator passes on what (B) gave: there the request is the Administrator's own notice.
"""

from lawgate.cite import Cite
from lawgate.kernel.expr import AtMost, Element, Expr, all_of, among, any_of, element, not_
from lawgate.kernel.fact import Owner, choice, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Definition, Duty, Limit, Provision
from lawgate.law.terms import item, subject
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import TAXPAYER_IDENTITY
from lawgate.law.usc26.s6103.written_request import (
    as_extract,
    in_writing,
    needed,
    purpose_is,
    received_by,
    signed_by_head,
    stated,
)

HERE = S6103 / "l/12"

beneficiary = flag(
    "medicare.beneficiary",
    "Is the person a Medicare beneficiary, not one enrolled under section 1818, whom the Commissioner identified?",
    says="the person is a Medicare beneficiary whom the Commissioner identified",
    denies="the person is no Medicare beneficiary whom the Commissioner identified",
    owner=Owner.REQUESTER,
)
receiver = choice(
    "medicare.receiver",
    "What is every recipient to whom the Administrator of the Centers for Medicare & Medicaid Services passes it on?",
    says="what every recipient is to the Administrator",
    owner=Owner.REQUESTER,
    values=("qualified_employer", "group_health_plan", "agent", "other"),
)
person = choice(
    "medicare.person",
    "What is the person under (l)(12)(B)?",
    says="the part of the person under (l)(12)(B)",
    owner=Owner.REQUESTER,
    values=("beneficiary", "spouse", "employer", "other"),
)
"""beneficiary or spouse: of whom wages from a qualified employer were identified; employer: that employer."""

identified = judgement(
    "identified_with_employer",
    HERE / "B",
    "Were wages from a qualified employer in a previous year, above the amount specified, identified for the person "
    "or paid by him?",
    yes="such wages from a qualified employer were identified",
    no="no such wages from a qualified employer were identified",
)
spouse_identified = judgement(
    "spouse_identified",
    HERE / "B/ii",
    "Was the beneficiary identified under (A) as married, and the spouse as having received such wages?",
    yes="the spouse was identified as having received such wages",
    no="the spouse was not identified as having received such wages",
)
obtained = judgement(
    "obtained_for_medicare",
    HERE / "C",
    "Was the information disclosed to the Administrator under (l)(12)(B), and does it concern this receiver?",
    yes="the information was disclosed under (l)(12)(B) and concerns this receiver",
    no="the information was not disclosed under (l)(12)(B), or does not concern this receiver",
)
employees_claim = judgement(
    "claim_for_employee",
    HERE / "C/ii/I",
    "Were Medicare benefits paid for the employee while the plan was a primary plan?",
    yes="Medicare benefits were paid for the employee while the plan was primary",
    no="no Medicare benefits were paid for the employee while the plan was primary",
)
spouses_claim = judgement(
    "claim_for_spouse",
    HERE / "C/ii/II",
    "Were Medicare benefits paid for the spouse while the plan was a primary plan?",
    yes="Medicare benefits were paid for the spouse while the plan was primary",
    no="no Medicare benefits were paid for the spouse while the plan was primary",
)

PURPOSE = "determining how far a Medicare beneficiary is covered under a group health plan"
LIMITS = (Limit(HERE / "D/i", f"Only for {PURPOSE}."),)
NAME_AND_TIN = ("identity.name", "identity.tin")
SPOUSE = ("return.joint.spouse_name", "return.joint.spouse_tin")
EMPLOYER = ("identity.name", "identity.mailing_address", "identity.tin", "third_party.w3.statements")


def _for_coverage(cite: Cite) -> Element:
    return purpose_is(cite, PURPOSE, "medicare_coverage", also=(HERE / "D/i",))


TO_SOCIAL_SECURITY = Provision(
    cite=HERE / "A",
    heading="Filing status and identity of Medicare beneficiaries, for Social Security",
    duty=Duty.SHALL,
    request=(
        in_writing(HERE / "A"),
        signed_by_head(HERE / "A", "the Commissioner of Social Security", "social_security"),
        _for_coverage(HERE / "A"),
        element(
            HERE / "A",
            "years after 1986 are specified, and none before",
            all_of(subject.states_periods, not_(AtMost(subject.earliest_year, 1986))),
            mend="Specify the taxable years, each after 1986.",
        ),
        stated(
            HERE / "A",
            "the person is a Medicare beneficiary whom the Commissioner identified",
            beneficiary,
            "Name Medicare beneficiaries only, and state so in `facts`, as medicare.beneficiary.",
        ),
    ),
    requires=(received_by(HERE / "A", "the Social Security Administration", "social_security"),),
    covers=(
        PERSON_NAMED,
        element(
            HERE / "A",
            "the item is filing status or identity, or the name or number of the spouse",
            all_of(
                item.held,
                any_of(
                    TAXPAYER_IDENTITY,
                    all_of(among(item.name, "return.1040.filing_status", *SPOUSE), item.of_stated_period),
                ),
            ),
            also=(S6103 / "b/6",),
        ),
        needed(HERE / "D/i", PURPOSE),
    ),
    limits=LIMITS,
)
"""The Commissioner identifies the beneficiaries, so it is no extract of a whole group."""


def _is(who: tuple[str, ...], names: tuple[str, ...]) -> Expr:
    return all_of(among(person, *who), among(item.name, *names))


TO_MEDICARE = Provision(
    cite=HERE / "B",
    heading="Beneficiaries and spouses who work, and their employers, for Medicare",
    duty=Duty.SHALL,
    request=(
        in_writing(HERE / "B"),
        signed_by_head(
            HERE / "B",
            "the Administrator of the Centers for Medicare & Medicaid Services",
            "medicare_medicaid",
            "component_head",
        ),
        _for_coverage(HERE / "B"),
        as_extract(HERE / "B"),
    ),
    requires=(received_by(HERE / "B", "the Centers for Medicare & Medicaid Services", "medicare_medicaid"),),
    covers=(
        PERSON_NAMED,
        element(
            HERE / "B",
            "the item is name or number of beneficiary or spouse, or identity or count of the employer",
            all_of(
                item.held,
                any_of(
                    _is(("beneficiary", "spouse"), NAME_AND_TIN),
                    all_of(_is(("beneficiary",), SPOUSE), spouse_identified),
                    _is(("employer",), EMPLOYER),
                ),
            ),
            also=(HERE / "B/i", HERE / "B/ii", HERE / "B/ii/I", HERE / "B/ii/II", HERE / "B/iii"),
        ),
        element(
            HERE / "B",
            "wages from a qualified employer in a previous year were identified, the person's or the spouse's",
            any_of(identified, all_of(among(person, "beneficiary"), spouse_identified)),
            also=(HERE / "B/i", HERE / "B/ii", HERE / "E/i", HERE / "E/iii"),
        ),
        needed(HERE / "D/i", PURPOSE),
    ),
    limits=LIMITS,
    extract=True,
)


def _passed_on(cite: Cite, heading: str, to: tuple[str, str], what: str, items: Expr) -> Provision:
    """One clause of (C): the Administrator passes on what (B) gave."""
    receives, label = to
    return Provision(
        cite=cite,
        heading=heading,
        duty=Duty.MAY,
        request=(
            signed_by_head(
                HERE / "C",
                "the Administrator of the Centers for Medicare & Medicaid Services",
                "medicare_medicaid",
                "component_head",
            ),
            _for_coverage(cite),
            element(
                cite,
                f"{label} is to receive",
                among(receiver, receives),
                mend="State in `facts`, as medicare.receiver, to whom it is passed on.",
            ),
        ),
        requires=(element(HERE / "C", "the information was disclosed under (l)(12)(B)", obtained),),
        covers=(PERSON_NAMED, element(cite, f"the item is {what}", all_of(item.held, items))),
        limits=LIMITS,
    )


TO_EMPLOYER = _passed_on(
    HERE / "C/i",
    "Passing on to the employer",
    ("qualified_employer", "the qualified employer"),
    "name or number of the one who received wages from the employer",
    all_of(_is(("beneficiary", "spouse"), NAME_AND_TIN), identified),
)
TO_PLAN = _passed_on(
    HERE / "C/ii",
    "Passing on to the group health plan",
    ("group_health_plan", "a group health plan that covers or covered them"),
    "a name, name or address of the employer, or a number for a claim",
    any_of(
        _is(("beneficiary", "spouse"), ("identity.name",)),
        _is(("beneficiary",), ("return.joint.spouse_name",)),
        _is(("employer",), ("identity.name", "identity.mailing_address")),
        all_of(_is(("beneficiary",), ("identity.tin",)), employees_claim),
        all_of(_is(("spouse",), ("identity.tin",)), spouses_claim),
    ),
)
TO_AGENT = _passed_on(
    HERE / "C/iii",
    "Passing on to an agent of the Administrator",
    ("agent", "an agent of the Administrator"),
    "what (B) lists",
    any_of(_is(("beneficiary", "spouse"), (*NAME_AND_TIN, *SPOUSE)), _is(("employer",), EMPLOYER)),
)

DEFINITIONS = (
    Definition(HERE / "E/i", "medicare beneficiary", None, "Not one enrolled in part A under section 1818."),
    Definition(HERE / "E/ii", "group health plan", None, "As section 5000(b)(1) defines it."),
    Definition(
        HERE / "E/iii",
        "qualified employer",
        None,
        "One that furnished wage statements for at least 20 individuals in the year.",
    ),
)

ENTRIES = entries(
    HERE,
    rule=". A B B/i B/ii B/ii/I B/ii/II B/iii C C/i C/ii C/ii/I C/ii/II C/iii D D/i",
    definition="E E/i E/ii E/iii",
    duty={"D/ii": "A request under (A) or (B) is answered within 120 days."},
)
