"""26 U.S.C. 6103(k)(10): prisons, against false and fraudulent returns of prisoners."""

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, among, element
from lawgate.kernel.fact import Owner, choice, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.k.release import any_on_file, for_purpose, reaches

HERE = S6103 / "k/10"

incarcerated = flag(
    "prison.incarcerated",
    "Is the person named incarcerated in a Federal or State prison system?",
    says="the person named is incarcerated in a Federal or State prison system",
    denies="the person named is not incarcerated in a Federal or State prison system",
    owner=Owner.REQUESTER,
)
recipients_are = choice(
    "prison.recipients",
    "What are the recipients, every one of them?",
    says="the recipients",
    owner=Owner.REQUESTER,
    values=(
        "bureau_of_prisons", "state_prison_agency", "contractor_operating_prison", "representative_of_prison",
        "representative_of_prisoner", "other",
    ),
)  # fmt: skip
in_prison_proceeding = flag(
    "prison.in_proceeding",
    "Is it solely to prepare, or for use in, an action or proceeding that (k)(10)(C) describes?",
    says="it is solely for an action or proceeding that (k)(10)(C) describes",
    denies="it is not solely for an action or proceeding that (k)(10)(C) describes",
    owner=Owner.REQUESTER,
)
may_have_filed_falsely = judgement(
    "prisoner_may_have_filed_falsely",
    HERE,
    "Did the Secretary determine that the person named may have filed or facilitated a false return, and that "
    "disclosure of the item is necessary for effective Federal tax administration?",
    yes="the person named may have filed or facilitated a false return, and disclosure is necessary",
    no="no such determination was made of the person named and of the item",
)
disclosed_to_prison = judgement(
    "disclosed_to_prison",
    HERE / "D",
    "Was the item disclosed under (k)(10), and is the representative duly authorised by the prison, or by the prisoner "
    "who is accused and a party?",
    yes="the item was disclosed under (k)(10), and the representative is duly authorised",
    no="the item was not disclosed under (k)(10), or the representative is not duly authorised",
)

USE = Limit(
    HERE / "C",
    "Only for administrative action to prevent false returns, and for proceedings that arise from such action.",
)
PASSING_ON = Limit(
    HERE / "D/i",
    "Passed on only to those of the Bureau, agency or contractor who are personally and directly engaged in running "
    "prisons, whatever subsection (h) says; to legal representatives under (D)(ii).",
)


def _recipients(cite: Cite, label: str, *kinds: str) -> Element:
    return element(cite, f"the recipients are {label}", among(recipients_are, *kinds))


def _prevention(cite: Cite, heading: str, to: Element) -> Provision:
    return Provision(
        cite=cite,
        heading=heading,
        duty=Duty.MAY,
        request=(
            for_purpose(cite, "to prevent false returns from prisons", "prevent_false_returns_from_prison"),
        ),
        requires=(
            to,
            element(
                HERE / "A", "the person named is incarcerated in a Federal or State prison", incarcerated
            ),
        ),
        covers=(
            PERSON_NAMED,
            any_on_file(HERE / "A"),
            reaches(
                HERE / "A",
                "the Secretary determined that he may have filed falsely, and that disclosure is necessary",
                may_have_filed_falsely,
            ),
        ),
        limits=(USE, PASSING_ON),
    )


TO_PRISONS = _prevention(
    HERE / "A",
    "Returns and return information of prisoners, for prison authorities",
    _recipients(
        HERE / "A",
        "officers or employees of the Bureau of Prisons or of a State prison agency",
        *("bureau_of_prisons", "state_prison_agency"),
    ),
)
TO_CONTRACTORS = _prevention(
    HERE / "B",
    "Returns and return information of prisoners, for contractors who run prisons",
    _recipients(HERE / "B", "contractors responsible for operating a prison", "contractor_operating_prison"),
)
TO_REPRESENTATIVES = Provision(
    cite=HERE / "D/ii",
    heading="Passing on to legal representatives in a proceeding on a false return from prison",
    duty=Duty.MAY,
    request=(for_purpose(HERE / "D/ii", "an action or proceeding of (C)", "defend_prison_action"),),
    requires=(
        _recipients(
            HERE / "D/ii",
            "legal representatives of the prison, or of the prisoner accused",
            *("representative_of_prison", "representative_of_prisoner"),
        ),
        element(
            HERE / "D/ii",
            "it is solely to prepare, or for use in, such an action or proceeding",
            in_prison_proceeding,
            also=(HERE / "C",),
        ),
    ),
    covers=(
        PERSON_NAMED,
        any_on_file(HERE / "D/ii"),
        reaches(
            HERE / "D/ii",
            "the item was disclosed under (k)(10), and the representative is duly authorised",
            disclosed_to_prison,
        ),
    ),
    limits=(Limit(HERE / "D/ii", "Solely to prepare, or for use in, that action or proceeding."),),
)

ENTRIES = entries(HERE, rule=". A B D D/ii", limit="C D/i")
