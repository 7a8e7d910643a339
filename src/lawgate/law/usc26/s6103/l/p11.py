"""26 U.S.C. 6103(l)(11): the retirement of Federal employees, from the Social Security Administration."""

from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.l.item_lists import EARNINGS_AND_RETIREMENT
from lawgate.law.usc26.s6103.written_request import (
    as_extract,
    asked_by,
    held_by_ssa,
    in_writing,
    is_listed,
    needed,
    purpose_is,
    received_by,
)

HERE = S6103 / "l/11"

OFFICE = ("the Office of Personnel Management", "personnel_management")
PURPOSE = "the administration of chapters 83 and 84 of title 5"

FEDERAL_RETIREMENT = Provision(
    cite=HERE,
    heading="Earnings and retirement income, from Social Security, for Federal employees' retirement",
    duty=Duty.SHALL,
    request=(
        in_writing(HERE / "A"),
        asked_by(HERE / "A", *OFFICE),
        purpose_is(HERE / "B", PURPOSE, "federal_retirement"),
        as_extract(HERE / "A"),
    ),
    requires=(received_by(HERE / "A", *OFFICE),),
    covers=(
        PERSON_NAMED,
        is_listed(HERE / "A", "net earnings, wages or retirement income", *EARNINGS_AND_RETIREMENT),
        held_by_ssa(HERE / "A", "from_ssa_for_retirement"),
        needed(HERE / "B", PURPOSE),
    ),
    limits=(Limit(HERE / "B", f"Only for {PURPOSE}."),),
    extract=True,
)

ENTRIES = entries(HERE, rule=". A B")
