"""26 U.S.C. 6103(l)(17): the National Archives, for the appraisal of records."""

from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.written_request import (
    in_writing,
    is_on_file,
    needed,
    purpose_is,
    received_by,
    signed_by_head,
)

HERE = S6103 / "l/17"

PURPOSE = "the appraisal of records for destruction or retention"

ARCHIVES = Provision(
    cite=HERE,
    heading="Appraisal of records by the National Archives",
    duty=Duty.SHALL,
    request=(
        in_writing(HERE),
        signed_by_head(HERE, "the Archivist of the United States", "archives"),
        purpose_is(HERE, PURPOSE, "records_appraisal"),
    ),
    requires=(received_by(HERE, "the National Archives and Records Administration", "archives"),),
    covers=(PERSON_NAMED, is_on_file(HERE), needed(HERE, PURPOSE)),
    limits=(
        Limit(HERE, f"Only for {PURPOSE}."),
        Limit(
            HERE,
            "Passed on only to the Secretary, to colleagues who need it for the appraisal, or as (f), (i)(8) or (p) "
            "allow.",
        ),
    ),
)

ENTRIES = entries(HERE, rule=".")
