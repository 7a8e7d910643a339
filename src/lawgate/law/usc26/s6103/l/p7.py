"""26 U.S.C. 6103(l)(7): agencies that administer the benefit programs listed in (D).

The last two sentences, printed after clause (D)(ix) in the text at hand: housing is on the Secretary's own
request only, and for clause (viii)(IV) wages and net earnings alone are opened, and so nothing under (B).
"""

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, all_of, among, any_of, element
from lawgate.kernel.fact import Owner, choice, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import item, recipients, request
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.l.item_lists import EARNINGS_AND_RETIREMENT, NET_EARNINGS, UNEARNED, WAGES
from lawgate.law.usc26.s6103.written_request import (
    agency_of_government,
    as_extract,
    headed,
    held_by_ssa,
    in_writing,
    needed,
    purpose_is,
    received_by_requester,
)

HERE = S6103 / "l/7"

UNEMPLOYABILITY, HOUSING = "unemployability_compensation", "housing"
ORDINARY = (
    "needy_families", "medical_or_drug_subsidy", "supplemental_income", "territories", "unemployment", "nutrition",
    "state_supplements", "needs_based_pension", "parents_compensation", "veterans_health_care",
)  # fmt: skip
"""(D)(i) to (vii), then (viii)(I) to (III)."""

program = choice(
    "benefit.program",
    "Under which program that (l)(7)(D) lists are the benefits?",
    says="the program of the benefits",
    owner=Owner.REQUESTER,
    values=(*ORDINARY, UNEMPLOYABILITY, HOUSING, "other"),
)
administers = flag(
    "benefit.administers",
    "Does the requesting agency administer that program?",
    says="the requesting agency administers the program",
    denies="the requesting agency does not administer the program",
    owner=Owner.REQUESTER,
)
current = judgement(
    "current_unearned_income",
    HERE / "B",
    "Is the item current return information with respect to unearned income?",
    yes="the item is current return information on unearned income",
    no="the item is not current, or not on unearned income",
)

CLAUSES = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "viii/I", "viii/II", "viii/III", "viii/IV")
PURPOSE = "determining eligibility for, or the correct amount of, benefits under a listed program"

PROGRAM_LISTED = element(
    HERE / "D",
    "the program is one of those listed; housing only on the request of the Secretary of Housing",
    any_of(
        among(program, *ORDINARY, UNEMPLOYABILITY),
        all_of(among(program, HOUSING), among(request.named_agencies, "housing"), headed()),
    ),
    also=(*(HERE / "D" / clause for clause in CLAUSES), HERE / "D/ix"),
    mend="State in `facts`, as benefit.program, a listed program; for housing have the Secretary of Housing sign.",
)


def _request(cite: Cite) -> tuple[Element, ...]:
    return (
        in_writing(cite),
        agency_of_government(
            cite,
            "the Federal, State or local agency that administers the program asks",
            administers,
            "Have the Federal, State or local agency ask that administers the program; state its level.",
        ),
        PROGRAM_LISTED,
        purpose_is(HERE / "C", PURPOSE, "benefits"),
        as_extract(cite),
    )


RECIPIENTS = (
    received_by_requester(HERE / "A"),
    element(
        HERE / "D/ix",
        "for housing, officers of the Department of Housing alone receive",
        any_of(
            among(program, *ORDINARY, UNEMPLOYABILITY),
            all_of(among(program, HOUSING), among(recipients.named_agencies, "housing")),
        ),
    ),
)
LIMITS = (Limit(HERE / "C", f"Only for {PURPOSE}."),)

EARNED = Provision(
    cite=HERE / "A",
    heading="Earnings and retirement income, from Social Security, for benefit programs",
    duty=Duty.SHALL,
    request=_request(HERE / "A"),
    requires=RECIPIENTS,
    covers=(
        PERSON_NAMED,
        element(
            HERE / "A",
            "the item is net earnings, wages or, save for unemployability, retirement income",
            all_of(
                item.held,
                item.of_named_taxpayer,
                any_of(
                    among(item.name, *NET_EARNINGS, *WAGES),
                    all_of(
                        among(item.name, *EARNINGS_AND_RETIREMENT),
                        among(program, *ORDINARY, HOUSING),
                    ),
                ),
            ),
            also=(HERE / "D/viii/IV",),
        ),
        held_by_ssa(HERE / "A", "from_ssa_for_benefits"),
        needed(HERE / "C", PURPOSE),
    ),
    limits=LIMITS,
    extract=True,
)

UNEARNED_INCOME = Provision(
    cite=HERE / "B",
    heading="Unearned income, from the Service, for benefit programs",
    duty=Duty.SHALL,
    request=_request(HERE / "B"),
    requires=RECIPIENTS,
    covers=(
        PERSON_NAMED,
        element(
            HERE / "B",
            "the item is current return information on unearned income",
            all_of(item.held, item.of_named_taxpayer, among(item.name, *UNEARNED), current),
        ),
        element(
            HERE / "D/viii/IV",
            "the program is not compensation for unemployability",
            among(program, *ORDINARY, HOUSING),
        ),
        needed(HERE / "C", PURPOSE),
    ),
    limits=LIMITS,
    extract=True,
)

ENTRIES = entries(HERE, rule=f". A B C D {' '.join(f'D/{clause}' for clause in CLAUSES)} D/ix")
