"""26 U.S.C. 6103(g): the President, and those whom he or an agency's head considers for appointment.

Which kind of information a request of (1) states needs no code: a request always lists its items. The
notice that (2) gives the individual binds the Secretary, whatever is then disclosed.
"""

from lawgate.kernel.expr import AtMost, Expr, all_of, among, any_of, element, not_
from lawgate.kernel.fact import Owner, choice, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Effect, Limit, Provision, Proviso
from lawgate.law.terms import finding, item, recipients, request, subject
from lawgate.law.terms.finding import judgement
from lawgate.law.terms.request import NOT_STATED
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import FEDERAL_AGENCY
from lawgate.law.usc26.s6103.i.p1 import HEADS_IN_DOUBT
from lawgate.law.usc26.s6103.written_request import in_writing

HERE = S6103 / "g"

signed_personally = choice(
    "president.signature",
    "Who signed the President's request?",
    says="the President's request is signed by",
    owner=Owner.REQUESTER,
    values=("the_president_personally", "another", NOT_STATED),
)
white_house = flag(
    "president.recipients_of_white_house",
    "Is every recipient the President or an employee of the White House Office?",
    says="every recipient is the President or an employee of the White House Office",
    denies="a recipient is neither the President nor an employee of the White House Office",
    owner=Owner.REQUESTER,
)
address_of_taxpayer = judgement(
    "address_of_taxpayer_g",
    HERE / "1/A",
    "Is what the President's request gives, though out of the common, the address of the taxpayer?",
    yes="what the President's request gives is the address of the taxpayer",
    no="what the President's request gives is not the address of the taxpayer",
)
reason_specific = judgement(
    "reason_specific_g",
    HERE / "1/D",
    "Is the reason that the President's request states specific?",
    yes="the reason that the President's request states is specific",
    no="the reason that the President's request states is not specific",
)
considered_for = choice(
    "vetting.considered_for",
    "In which branch is the position for which the individual is designated as under consideration?",
    says="the branch of the position for which the individual is under consideration",
    owner=Owner.REQUESTER,
    values=("executive", "judicial", "other", NOT_STATED),
)
receiver = choice(
    "vetting.receiver",
    "Who receives on behalf of the one who considers the appointment?",
    says="the one who receives",
    owner=Owner.REQUESTER,
    values=("executive_office_representative", "agency_head", "fbi_on_behalf", "other"),
)
paid_at_floor = flag(
    "recipient_employees.paid_at_floor",
    "Is every employee who would receive paid at least the basic pay of positions under 5 U.S.C. 5316?",
    says="every employee who would receive is paid at least the basic pay of 5 U.S.C. 5316",
    denies="an employee who would receive is paid less than the basic pay of 5 U.S.C. 5316",
    owner=Owner.REQUESTER,
)

BY_PRESIDENT = all_of(among(request.level, "president"), among(request.office, "president"))
BY_HEAD = all_of(
    FEDERAL_AGENCY,
    any_of(
        among(request.office, "agency_head"),
        all_of(request.of_justice, among(request.office, "attorney_general")),
        all_of(among(request.office, *HEADS_IN_DOUBT), finding.signatory_listed),
    ),
)

PASSED_ON = Limit(
    HERE / "3", "Passed on only to the President or the agency's head, or at his personal written direction."
)

TO_PRESIDENT = Provision(
    cite=HERE / "1",
    heading="Returns and return information of a named taxpayer, for the President",
    duty=Duty.SHALL,
    request=(
        in_writing(HERE / "1"),
        element(
            HERE / "1",
            "the President makes the request and signed it personally",
            all_of(BY_PRESIDENT, among(signed_personally, "the_president_personally")),
            mend="Have the President sign personally, and state so in `facts`, as president.signature.",
        ),
        element(
            HERE / "1/A",
            "the request states the taxpayer's name",
            subject.names_taxpayer,
            mend="State the name of the taxpayer.",
        ),
        element(
            HERE / "1/A",
            "the request states the taxpayer's address",
            any_of(
                among(subject.address_form, "adequate"),
                all_of(among(subject.address_form, "needs_human"), address_of_taxpayer),
            ),
            mend="State the taxpayer's address; a ZIP Code, a city or a placeholder is not one.",
        ),
        element(
            HERE / "1/C",
            "the request states the taxable periods",
            subject.states_periods,
            mend="State each taxable period as YYYY, YYYYQ1 to YYYYQ4 or YYYY-MM.",
        ),
        element(
            HERE / "1/D",
            "the request states the specific reason",
            all_of(request.states_reasons, reason_specific),
            mend="State the specific reason why the inspection or disclosure is requested.",
        ),
    ),
    requires=(
        element(
            HERE / "1",
            "the recipients are the President, or employees of the White House Office whom he named",
            all_of(recipients.identified, white_house),
        ),
    ),
    covers=(
        PERSON_NAMED,
        element(
            HERE / "1",
            "the item is on file and relates to the taxpayer named",
            all_of(item.held, item.of_named_taxpayer),
            also=(S6103 / "b/1", S6103 / "b/2"),
        ),
        element(HERE / "1/C", "the item relates to a period that the request states", item.of_stated_period),
    ),
    limits=(PASSED_ON,),
)


def _recent(years: int, *names: str) -> Expr:
    """Items of these names, of a period that ended so many years ago at most."""
    return all_of(among(item.name, *names), AtMost(item.years_past, years))


LISTED = any_of(
    all_of(_recent(3, "irs.account.returns_filed"), not_(AtMost(item.years_past, 0))),
    _recent(3, "irs.account.unpaid_after_notice", "irs.account.negligence_penalty"),
    among(item.name, "irs.investigation.tax_crime", "irs.account.fraud_penalty"),
)
"""(2)(A) to (D): (A) counts the years before the current one alone, (B) the current year besides."""

FOR_APPOINTMENT = Provision(
    cite=HERE / "2",
    heading="Whether one who is considered for appointment is in order with the tax laws",
    duty=Duty.MAY,
    request=(
        in_writing(HERE / "2"),
        element(
            HERE / "2",
            "the President or the head of a Federal agency makes the request",
            any_of(BY_PRESIDENT, BY_HEAD),
            also=(S6103 / "b/9",),
            mend="Have the President or the head of the Federal agency sign, and state level and office.",
        ),
        element(
            HERE / "2",
            "the individual is designated as considered for a position in the executive or judicial branch",
            among(considered_for, "executive", "judicial"),
            mend="State in `facts`, as vetting.considered_for, the branch of the position.",
        ),
        element(
            HERE / "2",
            "the person named is an individual",
            subject.is_individual,
            mend="Name the individual who is under consideration.",
        ),
    ),
    requires=(
        element(
            HERE / "2",
            "a representative of the Executive Office, the agency's head, or the FBI on their behalf receives",
            among(receiver, "executive_office_representative", "agency_head", "fbi_on_behalf"),
        ),
    ),
    covers=(
        PERSON_NAMED,
        element(
            HERE / "2",
            "the item is on file and relates to the individual",
            all_of(item.held, item.of_named_taxpayer),
        ),
        element(
            HERE / "2",
            "the item is one that (g)(2) lists, of the years that it lists",
            LISTED,
            also=(HERE / "2/A", HERE / "2/B", HERE / "2/C", HERE / "2/D"),
        ),
    ),
    limits=(
        PASSED_ON,
        Limit(
            HERE / "2/D", "Within 3 days of the request the Secretary tells the individual in writing of it."
        ),
    ),
)

PAY = Proviso(
    cite=HERE / "4",
    heading="Employees paid less than the floor",
    effect=Effect.BAR,
    reaches=(
        (HERE, element(HERE / "4", "no employee who would receive is paid below the floor", paid_at_floor)),
    ),
)

ENTRIES = entries(
    HERE,
    rule=". 1 1/A 1/B 1/C 1/D 2 2/A 2/B 2/C 2/D 4",
    limit="3",
    duty={
        "5": "The President and each agency's head report their requests to the Joint Committee each quarter."
    },
)
