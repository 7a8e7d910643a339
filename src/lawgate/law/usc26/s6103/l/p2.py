"""26 U.S.C. 6103(l)(2): Department of Labor and Pension Benefit Guaranty Corporation."""

from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.written_request import (
    asked_by,
    in_writing,
    is_on_file,
    needed,
    purpose_is,
    received_by,
)

HERE = S6103 / "l/2"

BODIES = (
    "the Department of Labor or the Pension Benefit Guaranty Corporation",
    "labor",
    "pension_benefit_guaranty",
)
PURPOSE = "the administration of titles I and IV of the Employee Retirement Income Security Act"

FOR_PENSION_LAW = Provision(
    cite=HERE,
    heading="Returns and return information for the law of employee benefit plans",
    duty=Duty.MAY,
    request=(in_writing(HERE), asked_by(HERE, *BODIES), purpose_is(HERE, PURPOSE, "erisa")),
    requires=(received_by(HERE, *BODIES),),
    covers=(PERSON_NAMED, is_on_file(HERE), needed(HERE, PURPOSE)),
    limits=(Limit(HERE, f"Only for, and to the extent necessary in, {PURPOSE}."),),
)

ENTRIES = entries(HERE, rule=".")
