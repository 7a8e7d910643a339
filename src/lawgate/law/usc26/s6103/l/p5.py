"""26 U.S.C. 6103(l)(5): information returns for the Social Security Administration."""

from lawgate.kernel.expr import all_of, among, element
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import item
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.written_request import (
    as_extract,
    in_writing,
    purpose_is,
    received_by,
    signed_by_head,
)

HERE = S6103 / "l/5"

INFORMATION_RETURNS = Provision(
    cite=HERE,
    heading="Information returns, for return processing and research on mortality",
    duty=Duty.MAY,
    request=(
        in_writing(HERE),
        signed_by_head(HERE, "the Commissioner of Social Security", "social_security"),
        purpose_is(
            HERE,
            "return processing under section 232 of the Social Security Act, or mortality status under 1106(d)",
            "return_processing",
            "mortality_research",
            also=(HERE / "A", HERE / "B"),
        ),
        as_extract(HERE),
    ),
    requires=(received_by(HERE, "the Social Security Administration", "social_security"),),
    covers=(
        PERSON_NAMED,
        element(
            HERE,
            "the item is of an information return filed under part III of subchapter A of chapter 61",
            all_of(item.held, among(item.document, "information_return", "information_return_image")),
        ),
    ),
    limits=(
        Limit(HERE / "A", "For return processing: only as the agreement under section 232 provides."),
        Limit(
            HERE / "B", "For mortality status: only for epidemiological and similar research under 1106(d)."
        ),
    ),
    extract=True,
)

ENTRIES = entries(HERE, rule=". A B")
