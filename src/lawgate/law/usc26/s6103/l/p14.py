"""26 U.S.C. 6103(l)(14): the Customs Service, for audits of entries and what they show to be owed.

The text still speaks of the Customs Service and of officers of the Treasury. Whether those of Customs and
Border Protection, in another department since 2003, stand in their place, an official finds.
"""

from lawgate.kernel.expr import all_of, among, any_of, element
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import recipients
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.k.release import RETURN_INFORMATION_ALONE
from lawgate.law.usc26.s6103.written_request import in_writing, purpose_is, signed_by_head

HERE = S6103 / "l/14"

in_treasurys_place = judgement(
    "customs_in_treasurys_place",
    HERE / "B",
    "Do the officers of Customs and Border Protection who would receive stand in the place of those of the Treasury?",
    yes="they stand in the place of officers of the Treasury",
    no="they do not stand in the place of officers of the Treasury",
)
prescribed = judgement(
    "prescribed_for_customs",
    HERE / "A",
    "Is the item of taxes under chapter 1 or 6, prescribed by the regulations, and necessary for the audit or action?",
    yes="the item is prescribed by the regulations and necessary for the audit or action",
    no="the item is not prescribed by the regulations, or not necessary for the audit or action",
)

PURPOSE = "audits of customs entries, or actions to recover or collect what such audits show to be owed"

CUSTOMS = Provision(
    cite=HERE,
    heading="Customs audits, and recovery of what they show to be owed",
    duty=Duty.MAY,
    request=(
        in_writing(HERE),
        signed_by_head(HERE, "the Commissioner of Customs", "customs", "component_head"),
        purpose_is(HERE, PURPOSE, "customs_audit", "customs_recovery", also=(HERE / "A", HERE / "B")),
    ),
    requires=(
        element(
            HERE,
            "the recipients are officers or employees of the Treasury, or stand in their place",
            any_of(
                among(recipients.named_agencies, "treasury"),
                all_of(among(recipients.named_agencies, "customs"), in_treasurys_place),
            ),
        ),
    ),
    covers=(
        PERSON_NAMED,
        element(
            HERE,
            "the item is return information of chapter 1 or 6 that regulations prescribe, and necessary",
            all_of(RETURN_INFORMATION_ALONE, prescribed),
            also=(S6103 / "b/1", S6103 / "b/2"),
        ),
    ),
    limits=(Limit(HERE, f"Solely for {PURPOSE}."),),
)

ENTRIES = entries(HERE, rule=". A B")
