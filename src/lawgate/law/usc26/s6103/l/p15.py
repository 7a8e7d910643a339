"""26 U.S.C. 6103(l)(15): what returns under section 6050I say of cash received in trade or business."""

from lawgate.kernel.expr import all_of, among, element, not_
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import item, matter, request
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.k.release import RETURN_INFORMATION_ALONE
from lawgate.law.usc26.s6103.written_request import in_writing, purpose_is, received_by_requester

HERE = S6103 / "l/15"

on_same_basis = judgement(
    "on_basis_of_5313",
    HERE / "A",
    "Would a report under 31 U.S.C. 5313 be disclosed to this agency for this purpose, on the same conditions?",
    yes="a report under 31 U.S.C. 5313 would be disclosed so",
    no="a report under 31 U.S.C. 5313 would not be disclosed so",
)

CASH_REPORTS = Provision(
    cite=HERE,
    heading="Returns on cash received in trade or business",
    duty=Duty.MAY,
    request=(
        in_writing(HERE),
        element(
            HERE,
            "a Federal, State, local or foreign agency asks",
            among(request.level, "federal", "state", "local", "foreign"),
            also=(HERE / "A", HERE / "B", HERE / "C"),
            mend="Have an agency of the Federal, a State, local or foreign government ask, and state its level.",
        ),
        purpose_is(HERE, "what reports under 31 U.S.C. 5313 are disclosed for", "cash_reports"),
    ),
    requires=(
        received_by_requester(HERE),
        element(
            HERE, "a report under 31 U.S.C. 5313 would be disclosed so, on the same conditions", on_same_basis
        ),
        element(
            HERE,
            "it is not for the administration of a tax law",
            not_(matter.tax_administration),
            also=(S6103 / "b/4",),
        ),
    ),
    covers=(
        PERSON_NAMED,
        element(
            HERE,
            "the item is information on a return under section 6050I, and not the return itself",
            all_of(
                RETURN_INFORMATION_ALONE,
                item.of_named_taxpayer,
                among(item.name, "third_party.8300.cash_received", "third_party.8300.image"),
            ),
            also=(S6103 / "b/1", S6103 / "b/2"),
        ),
    ),
    limits=(
        Limit(HERE, "Under the conditions that bind reports under 31 U.S.C. 5313."),
        Limit(HERE, "Never for the administration of any tax law."),
    ),
)

ENTRIES = entries(HERE, rule=". A B C")
