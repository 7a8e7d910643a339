"""26 U.S.C. 6103(k)(13): whistleblowers.

The Secretary gives the notices of (B)(i) and (ii) of his own motion; what is heard as the request here is
the notice. The sixty days bind him, and what is given late is still to be given.
"""

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, among, element, not_
from lawgate.kernel.fact import Owner, choice
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.k.p6 import only_source
from lawgate.law.usc26.s6103.k.release import by_treasury, for_purpose, listed, reaches, return_information
from lawgate.law.usc26.s6103.written_request import in_writing

HERE = S6103 / "k/13"

receiver = choice(
    "whistleblower.receiver",
    "Does it go to the individual who provided the information, or to his designee?",
    says="the receiver",
    owner=Owner.REQUESTER,
    values=("individual", "designee_under_guidance", "other"),
)
provided_information = judgement(
    "informant_on_taxpayer",
    HERE,
    "Did the individual provide information on the taxpayer named for a purpose of section 7623(a)(1) or (2)?",
    yes="the individual provided information on the taxpayer named",
    no="the individual provided no information on the taxpayer named",
)
impairs_by_status = judgement(
    "status_impairs",
    HERE / "B/iii",
    "Did the Secretary determine that disclosure of the item to the whistleblower would seriously impair Federal tax "
    "administration?",
    yes="disclosure to the whistleblower would seriously impair Federal tax administration",
    no="disclosure to the whistleblower would not seriously impair Federal tax administration",
)


def _informant(cite: Cite) -> Element:
    return reaches(cite, "the individual provided information on the taxpayer named", provided_information)


def _update(cite: Cite) -> Element:
    return for_purpose(cite, "to tell a whistleblower how the case stands", "update_whistleblower")


def _to_informant(cite: Cite) -> Element:
    return element(
        cite,
        "it goes to the individual, or to his designee under the Secretary's guidance",
        among(receiver, "individual", "designee_under_guidance"),
    )


def _notice(cite: Cite, heading: str, label: str, name: str) -> Provision:
    return Provision(
        cite=cite,
        heading=heading,
        duty=Duty.SHALL,
        request=(_update(cite), by_treasury(cite, "an officer of the Treasury")),
        requires=(_to_informant(cite), _informant(cite)),
        covers=(PERSON_NAMED, listed(cite, label, name)),
    )


INQUIRY = Provision(
    cite=HERE / "A",
    heading="Return information disclosed to a whistleblower in order to obtain information",
    duty=Duty.MAY,
    request=(
        for_purpose(HERE / "A", "to obtain information from a whistleblower", "inquiry_with_whistleblower"),
        by_treasury(HERE / "A", "an officer of the Treasury"),
    ),
    requires=(
        element(HERE / "A", "it goes to the individual himself", among(receiver, "individual")),
        _informant(HERE / "A"),
        element(HERE / "A", "what is sought of him is not otherwise reasonably available", only_source),
    ),
    covers=(
        PERSON_NAMED,
        return_information(HERE / "A"),
        reaches(HERE / "A", "the item relates to the investigation, and learning more needs it"),
    ),
    limits=(
        Limit(
            S6103 / "a/3",
            "He to whom it is disclosed may not disclose it, save as this title authorises.",
        ),
    ),
)

REFERRAL = _notice(
    HERE / "B/i",
    "Notice that the case was referred for audit or examination",
    "that the case was referred for audit or examination",
    "irs.whistleblower.referral",
)
PAYMENT = _notice(
    HERE / "B/ii",
    "Notice that the taxpayer made a payment on the liability",
    "that a payment was made on the liability",
    "irs.whistleblower.payment",
)
STATUS = Provision(
    cite=HERE / "B/iii",
    heading="Status and stage of the investigation, and the reasons for an award",
    duty=Duty.SHALL,
    request=(_update(HERE / "B/iii"), in_writing(HERE / "B/iii")),
    requires=(_to_informant(HERE / "B/iii"), _informant(HERE / "B/iii")),
    covers=(
        PERSON_NAMED,
        listed(
            HERE / "B/iii",
            "the status and stage of the investigation or action, or the reasons for the award",
            *("irs.whistleblower.status", "irs.whistleblower.award_reasons"),
            also=(HERE / "B/iii/I", HERE / "B/iii/II"),
        ),
        element(
            HERE / "B/iii",
            "the Secretary did not determine that it would seriously impair Federal tax administration",
            not_(impairs_by_status),
        ),
    ),
    limits=(Limit(HERE / "B/iii", "On the requirements and conditions that the Secretary prescribes."),),
)

ENTRIES = entries(HERE, rule=". A B B/i B/ii B/iii B/iii/I B/iii/II")
