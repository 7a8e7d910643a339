"""26 U.S.C. 6103(l)(6): child support enforcement agencies and their contractors."""

from lawgate.kernel.expr import all_of, among, any_of, element
from lawgate.kernel.fact import Owner, choice, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import item
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.l.item_lists import INCOME
from lawgate.law.usc26.s6103.written_request import (
    agency_of_government,
    in_writing,
    is_listed,
    needed,
    purpose_is,
    received_by_agents,
    received_by_requester,
)

HERE = S6103 / "l/6"

enforcement_agency = flag(
    "support.agency",
    "Is the requester a Federal, State or local child support enforcement agency?",
    says="the requester is a child support enforcement agency",
    denies="the requester is not a child support enforcement agency",
    owner=Owner.REQUESTER,
)
party = choice(
    "support.party",
    "What is the person in the child support case?",
    says="the person in the child support case",
    owner=Owner.REQUESTER,
    values=("obligor", "obligee", "other"),
)
"""obligor: from whom support is sought to be established or enforced under title IV-D; obligee: to whom it is owing."""

not_available = judgement(
    "not_available_elsewhere_6",
    HERE / "A/ii",
    "Is the information not reasonably available from any other source?",
    yes="the information is not reasonably available from any other source",
    no="the information is reasonably available from another source",
)
obtained = judgement(
    "obtained_for_support",
    HERE / "A",
    "Was the information disclosed to the child support enforcement agency under (l)(6)(A)?",
    yes="the information was disclosed to the agency under (l)(6)(A)",
    no="the information was not disclosed to the agency under (l)(6)(A)",
)

PURPOSE = "establishing and collecting child support obligations from, and locating, those who owe them"

IN_MASTER_FILES = (
    "identity.tin", "identity.mailing_address", "return.1040.filing_status", "return.1040.dependent_count",
    *INCOME,
)  # fmt: skip
"""(A)(i): account number, address, filing status, amounts and nature of income, number of dependants."""

NOT_ELSEWHERE = (
    "return.1040.gross_income", "third_party.w2.employer", "taxpayer.employer", "return.1040.dependents",
)  # fmt: skip
"""(A)(ii): gross income, names and addresses of payors, names of dependants."""

TO_AGENCY = Provision(
    cite=HERE,
    heading="Return information for child support enforcement",
    duty=Duty.MAY,
    request=(
        in_writing(HERE / "A"),
        agency_of_government(
            HERE / "A",
            "a Federal, State or local child support enforcement agency asks",
            enforcement_agency,
            "Only a Federal, State or local child support enforcement agency can ask; state its level.",
        ),
        purpose_is(HERE / "C", PURPOSE, "child_support"),
        element(
            HERE / "A/i",
            "the person owes support that is sought under title IV-D, or is one to whom it is owing",
            among(party, "obligor", "obligee"),
            mend="State in `facts`, as support.party, whether the person is the obligor or the obligee.",
        ),
    ),
    requires=(received_by_requester(HERE / "A"),),
    covers=(
        PERSON_NAMED,
        element(
            HERE / "A",
            "the item is one that (i) lists, or one that (ii) lists and not reasonably available elsewhere",
            all_of(
                item.held,
                item.of_named_taxpayer,
                any_of(
                    among(item.name, *IN_MASTER_FILES),
                    all_of(among(item.name, *NOT_ELSEWHERE), not_available),
                ),
            ),
            also=(HERE / "A/i", HERE / "A/ii"),
        ),
        needed(HERE / "C", PURPOSE),
    ),
    limits=(
        Limit(HERE / "C", f"Only for {PURPOSE}."),
        Limit(HERE / "B", "Passed on to agents under contract: only address, account number and offset."),
    ),
)

TO_CONTRACTOR = Provision(
    cite=HERE / "B",
    heading="Passing on to a contractor of the child support enforcement agency",
    duty=Duty.MAY,
    request=(
        agency_of_government(
            HERE / "B",
            "a child support enforcement agency passes it on",
            enforcement_agency,
            "Only a Federal, State or local child support enforcement agency can pass on; state its level.",
        ),
        purpose_is(HERE / "C", PURPOSE, "child_support"),
        element(
            HERE / "B",
            "the person owes support that is sought under title IV-D",
            among(party, "obligor"),
            mend="State in `facts`, as support.party, obligor; of others nothing goes to a contractor.",
        ),
    ),
    requires=(
        received_by_agents(HERE / "B", "an agent under contract with the agency receives"),
        element(HERE / "B", "the information was disclosed to the agency under (l)(6)(A)", obtained),
    ),
    covers=(
        PERSON_NAMED,
        is_listed(
            HERE / "B",
            "the address, the account number or the amount of the offset",
            "identity.mailing_address",
            "identity.tin",
            "irs.offset.amount",
        ),
        needed(HERE / "C", PURPOSE),
    ),
    limits=(Limit(HERE / "C", f"Only for {PURPOSE}."),),
)

ENTRIES = entries(HERE, rule=". A A/i A/ii B B/i B/ii C")
