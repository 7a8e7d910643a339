"""26 U.S.C. 6103(l)(13): student aid, for persons whom the Secretary of Education authorised.

The individual approves under section 494(a) of the Higher Education Act: clause (2) for repayment by income,
(3) for discharges on disability, (1) for aid. By (F) the figures of a joint return go as one, so nothing asks
whose part a figure is; the other spouse's name and number are not read into the identity of the individual.
One text is at hand; the forms before the Acts of 2019 and 2020 that it mentions are not formalised.
"""

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, all_of, among, any_of, element
from lawgate.kernel.fact import Owner, choice, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import item, recipients, subject
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.l.item_lists import NET_EARNINGS
from lawgate.law.usc26.s6103.written_request import in_writing, needed, purpose_is, signed_by_head

HERE = S6103 / "l/13"

approval = choice(
    "education.approval",
    "Under which clause of section 494(a) of the Higher Education Act is the individual certified to have approved?",
    says="the approval certified",
    owner=Owner.REQUESTER,
    values=("494a1", "494a2", "494a3", "none"),
)
designated = flag(
    "education.designated",
    "Did the Secretary of Education authorise and designate every recipient for the very subparagraph?",
    says="every recipient is designated for the subparagraph",
    denies="a recipient is not designated for the subparagraph",
    owner=Owner.REQUESTER,
)
year_of_aid = flag(
    "education.year_of_aid",
    "Are the taxable years stated those that section 480(a) of the Higher Education Act uses?",
    says="the years stated are those of section 480(a)",
    denies="a year stated is not one of section 480(a)",
    owner=Owner.REQUESTER,
)

IDENTITY = ("identity.name", "identity.mailing_address", "identity.tin")
STATUS = "return.1040.filing_status"
NO_RETURN = "irs.account.no_return"
EARNED = ("return.1040.total_wages", *NET_EARNINGS, "return.1040.schedule_f.farm_income")
"""(C)(ii), from returns of the individual: the payer's own W-2 is none of them."""

FOR_REPAYMENT = (
    *IDENTITY, STATUS, "return.1040.adjusted_gross_income", "return.1040.exemption_count",
    "return.1040.child_credit_dependents", NO_RETURN,
)  # fmt: skip
"""(A)(i) to (vi)."""

FOR_DISCHARGE = (*IDENTITY, STATUS, NO_RETURN, *EARNED)
"""(B)(i) and (ii)."""

FOR_AID = (
    *FOR_REPAYMENT, *EARNED, "return.1040.total_tax", "return.1040.education_credit", "return.1040.ira_not_in_agi",
    "return.1040.retirement_deductions", "return.1040.tax_exempt_interest", "return.1040.pensions_not_in_agi",
    "return.1040.schedules_filed", "return.1040.schedule_c.net_profit",
)  # fmt: skip
"""(C)(i) to (x)."""

LIMITS = (
    Limit(
        HERE / "D/i", "Used further only to reduce improper payments, for oversight, and to estimate costs."
    ),
    Limit(HERE / "D/ii", "Not used for criminal investigations or prosecutions."),
    Limit(HERE / "D", "Passed on only as (D)(iii) to (vi) allow."),
)


def listed(cite: Cite, *names: str, also: tuple[Cite, ...] = ()) -> Element:
    """An item that the subparagraph lists, whichever spouse of a joint return it is of."""
    return element(
        cite,
        "the item is one that the subparagraph lists",
        all_of(item.held, among(item.name, *names)),
        also=(*also, HERE / "F"),
    )


def _opened(
    cite: Cite,
    heading: str,
    purpose: tuple[str, str],
    *,
    clause: str,
    covers: Element,
    years: tuple[Element, ...] = (),
) -> Provision:
    """One subparagraph, for its own purpose, on the approval under its own clause of section 494(a)."""
    what, purpose_named = purpose
    return Provision(
        cite=cite,
        heading=heading,
        duty=Duty.SHALL,
        request=(
            in_writing(cite),
            signed_by_head(cite, "the Secretary of Education", "education"),
            purpose_is(cite, what, purpose_named),
            element(
                cite,
                "the request specifies taxable years",
                subject.states_periods,
                mend="State the taxable years that are relevant.",
            ),
        ),
        requires=(
            element(
                cite,
                f"the individual is certified to have approved under section 494(a)({clause})",
                among(approval, f"494a{clause}"),
            ),
            element(
                HERE / "E",
                "the recipients belong to Education or are its contractors, and are designated for this",
                all_of(
                    any_of(among(recipients.named_agencies, "education"), among(recipients.agents, "agents")),
                    designated,
                ),
                also=(HERE / "E/i", HERE / "E/ii"),
            ),
            *years,
        ),
        covers=(
            PERSON_NAMED,
            covers,
            element(cite, "the item is of a year that the request specifies", item.of_stated_period),
            needed(cite, what),
        ),
        limits=(Limit(cite, f"Only for {what}, save as (D) allows."), *LIMITS),
    )


REPAYMENT = _opened(
    HERE / "A",
    "Repayment of student loans by income",
    ("repayment plans by income, or what is due under them", "income_driven_repayment"),
    clause="2",
    covers=listed(
        HERE / "A",
        *FOR_REPAYMENT,
        also=tuple(HERE / "A" / clause for clause in ("i", "ii", "iii", "iv", "v", "vi")),
    ),
)

DISCHARGE = _opened(
    HERE / "B",
    "Student loans that were discharged on disability",
    (
        "monitoring and reinstating loans discharged on a total and permanent disability",
        "disability_discharge",
    ),
    clause="3",
    covers=listed(HERE / "B", *FOR_DISCHARGE, also=(HERE / "B/i", HERE / "B/ii")),
)

AID = _opened(
    HERE / "C",
    "Federal student financial aid",
    ("eligibility for, and the amount of, Federal student financial aid", "student_aid"),
    clause="1",
    covers=listed(
        HERE / "C",
        *FOR_AID,
        also=tuple(HERE / "C" / c for c in ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")),
    ),
    years=(element(HERE / "C", "the years stated are those that section 480(a) uses", year_of_aid),),
)

ENTRIES = entries(
    HERE,
    rule=". A A/i A/ii A/iii A/iv A/v A/vi B B/i B/ii C C/i C/ii C/iii C/iv C/v C/vi C/vii C/viii C/ix C/ix/I "
    "C/ix/II C/ix/III C/ix/IV C/ix/V C/ix/VI C/x F",
    definition="E E/i E/ii",
    limit="D",
)
