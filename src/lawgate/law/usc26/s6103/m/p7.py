"""26 U.S.C. 6103(m)(7): addresses to which Social Security mails account statements."""

from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.written_request import (
    agents_safeguarded,
    in_writing,
    is_mailing_address,
    purpose_is,
    received_by_requester_or_agents,
    signed_by_head,
    stated,
)

HERE = S6103 / "m/7"

entitled = flag(
    "statement.entitled",
    "Is the person entitled to an account statement under section 1143(c) of the Social Security Act?",
    says="the person is entitled to an account statement",
    denies="the person is not entitled to an account statement",
    owner=Owner.REQUESTER,
)

STATEMENTS = Provision(
    cite=HERE,
    heading="Mailing address, for Social Security account statements",
    duty=Duty.MAY,
    request=(
        in_writing(HERE),
        signed_by_head(HERE, "the Commissioner of Social Security", "social_security"),
        purpose_is(HERE, "mailing social security account statements", "benefit_statement"),
        stated(
            HERE,
            "the taxpayer is entitled to an account statement",
            entitled,
            "State in `facts`, as statement.entitled, that he is.",
        ),
    ),
    requires=(received_by_requester_or_agents(HERE), agents_safeguarded(HERE)),
    covers=(PERSON_NAMED, is_mailing_address(HERE)),
    limits=(Limit(HERE, "Only to mail the statement to the taxpayer."),),
)

ENTRIES = entries(HERE, rule=".")
