"""26 U.S.C. 6103(k)(11): passports of those with a seriously delinquent tax debt."""

from lawgate.kernel.expr import all_of, among, any_of, element
from lawgate.kernel.fact import Owner, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import item
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.b import TAXPAYER_IDENTITY
from lawgate.law.usc26.s6103.k.release import for_purpose, reaches

HERE = S6103 / "k/11"

to_secretary_of_state = flag(
    "passport.to_secretary_of_state",
    "Does it go to the Secretary of State, or to officers and employees of that Department for him?",
    says="it goes to the Secretary of State",
    denies="it does not go to the Secretary of State",
    owner=Owner.REQUESTER,
)
certified = judgement(
    "debt_certified",
    HERE,
    "Was a certification under section 7345 received, that the person named has a seriously delinquent tax debt?",
    yes="a seriously delinquent tax debt of the person named was certified",
    no="no seriously delinquent tax debt of the person named was certified",
)

PASSPORT = Provision(
    cite=HERE,
    heading="Identity and amount of a seriously delinquent tax debt, for the Secretary of State",
    duty=Duty.SHALL,
    request=(for_purpose(HERE / "A", "action on a passport under section 7345", "revoke_passport"),),
    requires=(
        element(HERE / "A", "it goes to the Secretary of State", to_secretary_of_state),
        reaches(HERE / "A", "a certification under section 7345 was received", certified),
    ),
    covers=(
        PERSON_NAMED,
        element(
            HERE / "A",
            "the item is identity, or the amount of the seriously delinquent tax debt",
            all_of(
                item.held,
                any_of(TAXPAYER_IDENTITY, among(item.name, "irs.account.seriously_delinquent_debt")),
            ),
            also=(HERE / "A/i", HERE / "A/ii", S6103 / "b/6"),
        ),
    ),
    limits=(Limit(HERE / "B", "Only to carry out section 32101 of the FAST Act."),),
)

ENTRIES = entries(HERE, rule=". A A/i A/ii", limit="B")
