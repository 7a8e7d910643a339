"""26 U.S.C. 6103(l)(4): personnel matters of the Treasury, and practice before it.

What follows clause (A)(ii), that it is solely for use in the proceeding and only as far as relevant and
material, is printed there in the text at hand and speaks of both clauses of (A).
"""

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, among, element
from lawgate.kernel.fact import Owner, choice
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.written_request import (
    in_writing,
    is_on_file,
    needed,
    purpose_is,
    received_by,
    received_by_requester,
)

HERE = S6103 / "l/4"

side = choice(
    "proceeding.side",
    "Who is the requester in the proceeding on personnel rights or on practice before the Treasury?",
    says="the requester in the proceeding",
    owner=Owner.REQUESTER,
    values=("treasury_employee", "affected_person", "other"),
)
"""Each with a legal representative whom he duly authorised; a former employee counts as an employee."""

relevant = judgement(
    "relevant_to_proceeding",
    HERE / "A",
    "Is or may the item be relevant and material to the action or proceeding?",
    yes="the item is or may be relevant and material to the proceeding",
    no="the item is not relevant and material to the proceeding",
)


def _is_party(cite: Cite, label: str, who: str) -> Element:
    return element(
        cite,
        label,
        among(side, who),
        mend="State in `facts`, as proceeding.side, who the requester is; the clause opens to no other.",
    )


def _for_party(cite: Cite, heading: str, party: Element, what: str, purpose: str) -> Provision:
    return Provision(
        cite=cite,
        heading=heading,
        duty=Duty.MAY,
        request=(in_writing(HERE / "A"), party, purpose_is(cite, what, purpose)),
        requires=(received_by_requester(cite, "nobody but the requester's side receives"),),
        covers=(
            PERSON_NAMED,
            is_on_file(HERE / "A"),
            element(
                HERE / "A", "the item is or may be relevant and material", relevant, also=(HERE / "A/ii",)
            ),
        ),
        limits=(Limit(HERE / "A", "Solely for use in, or preparation for, that action or proceeding."),),
    )


FOR_EMPLOYEE = _for_party(
    HERE / "A/i",
    "An employee of the Treasury, in a matter of his personnel rights",
    _is_party(
        HERE / "A/i",
        "a present or former employee of the Treasury asks, or a duly authorized legal representative",
        "treasury_employee",
    ),
    "an administrative action or proceeding affecting the employee's personnel rights",
    "personnel_proceeding",
)
FOR_PRACTITIONER = _for_party(
    HERE / "A/ii",
    "A person whose rights a proceeding on practice before the Treasury affects",
    _is_party(
        HERE / "A/ii",
        "a person asks whose rights the proceeding affects, or a duly authorized legal representative",
        "affected_person",
    ),
    "an administrative action or proceeding under 31 U.S.C. 330",
    "practice_proceeding",
)
FOR_TREASURY = Provision(
    cite=HERE / "B",
    heading="Officers of the Treasury, in such a proceeding",
    duty=Duty.MAY,
    request=(
        purpose_is(
            HERE / "B",
            "advancing or protecting the interests of the United States in such a proceeding",
            "treasury_defence",
        ),
    ),
    requires=(received_by(HERE / "B", "the Department of the Treasury", "treasury"),),
    covers=(
        PERSON_NAMED,
        is_on_file(HERE / "B"),
        needed(HERE / "B", "advancing or protecting the interests of the United States"),
    ),
    limits=(Limit(HERE / "B", "Only for use in, or preparation for, that action or proceeding."),),
)

ENTRIES = entries(HERE, rule=". A A/i A/ii B")
