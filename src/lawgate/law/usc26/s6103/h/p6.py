"""26 U.S.C. 6103(h)(6): nothing for the Oversight Board, save what a report to it cannot do without."""

from lawgate.kernel.expr import all_of, among, element, not_
from lawgate.kernel.fact import Owner, choice, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Effect, Limit, Provision, Proviso
from lawgate.law.terms import item
from lawgate.law.terms.finding import judgement
from lawgate.law.terms.request import NOT_STATED
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.records.items import NOT_IDENTITY

HERE = S6103 / "h/6"

board_receives = flag(
    "board.receives",
    "Would a member, employee or detailee of the Internal Revenue Service Oversight Board receive, as such?",
    says="the Oversight Board would receive",
    denies="nobody of the Oversight Board would receive",
    owner=Owner.REQUESTER,
)
report_by = choice(
    "board.report_by",
    "Who prepares the report or other matter for the Oversight Board?",
    says="the report for the Oversight Board is prepared by",
    owner=Owner.REQUESTER,
    values=("commissioner", "tax_inspector_general", "other", NOT_STATED),
)
needed_by_board = judgement(
    "needed_by_board",
    HERE / "B/ii",
    "Did the Commissioner or the Inspector General determine that the Board cannot carry out its duties without the "
    "item in the report?",
    yes="the report needs the item for the Board's duties",
    no="the report does not need the item for the Board's duties",
)

NOT_TO_BOARD = Proviso(
    cite=HERE / "A",
    heading="Internal Revenue Service Oversight Board",
    effect=Effect.BAR,
    reaches=tuple(
        (S6103 / at, element(HERE / "A", "nobody of the Oversight Board would receive", not_(board_receives)))
        for at in ("h/1", "j/3", "l/4/B")
    ),
)
"""(A) speaks of any disclosure by reason of service with the Board, which stands in the Treasury: of every paragraph
that opens to officers and employees of the Treasury whatever their bureau."""

IN_REPORT = Provision(
    cite=HERE / "B",
    heading="Information without identity, in a report for the Oversight Board",
    duty=Duty.MAY,
    request=(
        element(
            HERE / "B/i",
            "the Commissioner or the Treasury Inspector General for Tax Administration prepares the report",
            among(report_by, "commissioner", "tax_inspector_general"),
            mend="State in `facts`, as board.report_by, who prepares the report for the Board.",
        ),
    ),
    requires=(element(HERE / "B", "members, employees or detailees of the Board receive", board_receives),),
    covers=(
        PERSON_NAMED,
        element(
            HERE / "B/ii",
            "the item is on file and no identity",
            all_of(item.held, among(item.identity_field, NOT_IDENTITY)),
            also=(S6103 / "b/6",),
        ),
        element(HERE / "B/ii", "the report needs the item for the Board's duties", needed_by_board),
    ),
    limits=(
        Limit(HERE / "B/ii", "Solely for carrying out the Board's duties."),
        Limit(
            HERE / "A", "Contact of the Board about a taxpayer is reported to the Joint Committee and others."
        ),
    ),
)

ENTRIES = entries(HERE, rule=". A B B/i B/ii")
