"""26 U.S.C. 6103(o): taxes on alcohol, tobacco and firearms, on wagering, and on heavy vehicles.

Of which of these taxes an item is, its name in the catalogue tells: a custodian files what concerns a tax on
wagering under the names for it, and so (2), which holds whatever the rest of the section says, is decided by
the name alone. What section 4424 prescribes is not part of this corpus: an official finds it.
"""

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, all_of, among, element, not_
from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Effect, Limit, Provision, Proviso
from lawgate.law.terms import item, recipients
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import FEDERAL_AGENCY
from lawgate.law.usc26.s6103.written_request import asked_by, purpose_is, received_by

HERE = S6103 / "o"

duties_require = flag(
    "excise.duties_require",
    "Do the official duties of every recipient require the inspection or disclosure?",
    says="the recipients' official duties require it",
    denies="a recipient's official duties do not require it",
    owner=Owner.REQUESTER,
)
by_section_4424 = judgement(
    "prescribed_by_4424",
    HERE / "2",
    "Does section 4424 let these persons have the item for this purpose?",
    yes="section 4424 lets them have the item for this purpose",
    no="section 4424 does not let them have the item for this purpose",
)

SUBTITLE_E = ("excise.alcohol_tobacco_firearms.return", "excise.alcohol_tobacco_firearms.account")
WAGERING = ("excise.wagering.return", "excise.wagering.account")
HEAVY_VEHICLES = ("excise.heavy_vehicle.return", "excise.heavy_vehicle.account")


def _of_tax(cite: Cite, tax: str, names: tuple[str, ...]) -> tuple[Element, ...]:
    label = f"the item is a return or return information on {tax}"
    return (PERSON_NAMED, element(cite, label, all_of(item.held, among(item.name, *names))))


def _duties(cite: Cite) -> Element:
    return element(cite, "the recipients' official duties require it", duties_require)


ALCOHOL_TOBACCO_FIREARMS = Provision(
    cite=HERE / "1",
    heading="Taxes on alcohol, tobacco and firearms",
    duty=Duty.SHALL,
    request=(
        element(
            HERE / "1/A",
            "a Federal agency asks",
            FEDERAL_AGENCY,
            also=(S6103 / "b/9",),
            mend="Have the Federal agency ask, and state its level.",
        ),
        purpose_is(
            HERE / "1/A", "official duties that concern taxes of subtitle E", "alcohol_tobacco_firearms"
        ),
    ),
    requires=(
        element(
            HERE / "1/A", "the recipients are officers or employees of a Federal agency", recipients.federal
        ),
        _duties(HERE / "1/A"),
    ),
    covers=_of_tax(HERE / "1/A", "a tax of subtitle E", SUBTITLE_E),
    limits=(
        Limit(HERE / "1/B", "Usable too in collecting what is unpaid under the Act of 2004, section 625."),
    ),
)

WAGERING_TAX = Provision(
    cite=HERE / "2",
    heading="Taxes on wagering",
    duty=Duty.SHALL,
    request=(purpose_is(HERE / "2", "a purpose that section 4424 prescribes", "wagering_tax"),),
    requires=(),
    covers=(
        *_of_tax(HERE / "2", "a tax of chapter 35", WAGERING),
        element(HERE / "2", "section 4424 lets these persons have it for this purpose", by_section_4424),
    ),
    limits=(Limit(HERE / "2", "Only as section 4424 prescribes."),),
)

HEAVY_VEHICLE_TAX = Provision(
    cite=HERE / "3",
    heading="The tax on heavy vehicles, for Customs and Border Protection",
    duty=Duty.SHALL,
    request=(
        asked_by(HERE / "3", "Customs and Border Protection", "customs"),
        purpose_is(HERE / "3", "the administration of section 4481", "heavy_vehicle_tax"),
    ),
    requires=(received_by(HERE / "3", "Customs and Border Protection", "customs"), _duties(HERE / "3")),
    covers=_of_tax(HERE / "3", "the tax of section 4481", HEAVY_VEHICLES),
    limits=(Limit(HERE / "3", "Only for the administration of section 4481."),),
)

WAGERING_ONLY_BY_4424 = Proviso(
    cite=HERE / "2",
    heading="Taxes on wagering go by no other paragraph",
    effect=Effect.BAR,
    reaches=(
        (
            S6103,
            element(HERE / "2", "the item concerns no tax on wagering", not_(among(item.name, *WAGERING))),
        ),
    ),
    spares=(HERE / "2",),
)

ENTRIES = entries(
    HERE,
    rule="1 1/A 2 3",
    limit="1/B",
    no_effect={".": "A heading; the paragraphs below it open the records."},
)
