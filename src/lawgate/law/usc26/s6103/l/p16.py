"""26 U.S.C. 6103(l)(16): benefits under the District of Columbia Retirement Protection Act of 1997."""

from lawgate.kernel.expr import among, any_of, element
from lawgate.kernel.fact import Owner, choice, flag
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import recipients
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.l.item_lists import WAGES
from lawgate.law.usc26.s6103.written_request import in_writing, is_listed, needed, purpose_is

HERE = S6103 / "l/16"

capacity = choice(
    "dc_retirement.capacity",
    "In what capacity do recipients receive who are not of the Treasury?",
    says="the capacity of the recipients",
    owner=Owner.REQUESTER,
    values=("trustee", "officer_of_trustee", "actuary_of_trustee", "other"),
)
duties_require = flag(
    "dc_retirement.duties_require",
    "Is every recipient authorised, or designated or engaged by a Trustee, with duties that require the disclosure?",
    says="the recipients are authorised, and their official duties require the disclosure",
    denies="a recipient is not authorised, or his official duties do not require the disclosure",
    owner=Owner.REQUESTER,
)
benefits_at_issue = flag(
    "dc_retirement.benefits_at_issue",
    "Is the individual's eligibility for those benefits, or their correct amount, sought to be determined?",
    says="the individual's eligibility or benefits are sought to be determined",
    denies="neither the individual's eligibility nor benefits are sought to be determined",
    owner=Owner.REQUESTER,
)
unavailable_there = judgement(
    "discloser_for_dc_retirement",
    HERE / "A",
    "Does the Commissioner of Social Security disclose the item, or is it not available from there?",
    yes="Social Security discloses the item, or it is not available from there",
    no="the item is available from Social Security, which does not disclose it here",
)
obtained = judgement(
    "obtained_for_dc_retirement",
    HERE,
    "Was the information disclosed under (l)(16)(A)?",
    yes="the information was disclosed under (l)(16)(A)",
    no="the information was not disclosed under (l)(16)(A)",
)

LISTED = (
    *WAGES, "third_party.w2.employer", "taxpayer.employer", "identity.name", "identity.mailing_address",
    "identity.tin", "return.1040.occupation",
)  # fmt: skip
"""Wage income, payors of it, identity, occupational status."""

PURPOSE = (
    "eligibility for, or the amount of, benefits under the Act on retirement in the District of Columbia"
)
ITEM = "wages, who paid them, identity or occupational status"

BENEFITS = Provision(
    cite=HERE,
    heading="Wages, payors and identity, for retirement benefits of the District of Columbia",
    duty=Duty.SHALL,
    request=(in_writing(HERE / "A"), purpose_is(HERE / "A", PURPOSE, "dc_retirement")),
    requires=(
        element(
            HERE / "A",
            "the recipients belong to the Treasury or are a Trustee, its officers or its actuary",
            any_of(
                among(recipients.named_agencies, "treasury"),
                among(capacity, "trustee", "officer_of_trustee", "actuary_of_trustee"),
            ),
        ),
        element(HERE / "A", "they are authorised and their duties require the disclosure", duties_require),
        element(HERE / "A", "the individual's benefits are to be determined", benefits_at_issue),
    ),
    covers=(
        PERSON_NAMED,
        is_listed(HERE / "A", ITEM, *LISTED),
        element(
            HERE / "A",
            "Social Security discloses the item, or the Secretary what is not available from there",
            unavailable_there,
            also=(S6103 / "l/1", S6103 / "l/5"),
        ),
        needed(HERE / "A", PURPOSE),
    ),
    limits=(
        Limit(HERE / "A", f"Solely for {PURPOSE}."),
        Limit(HERE / "B", "Passed on only in a proceeding on such benefits."),
    ),
)

IN_PROCEEDINGS = Provision(
    cite=HERE / "B",
    heading="What was disclosed for such benefits, in a proceeding on them",
    duty=Duty.MAY,
    request=(
        purpose_is(
            HERE / "B", "a judicial or administrative proceeding on such benefits", "dc_retirement_proceeding"
        ),
    ),
    requires=(
        element(HERE / "B", "the information was disclosed under (l)(16)(A)", obtained),
        element(HERE / "B", "the proceeding determines that individual's benefits", benefits_at_issue),
    ),
    covers=(PERSON_NAMED, is_listed(HERE / "B", ITEM, *LISTED)),
    limits=(Limit(HERE / "B", "Only in a proceeding on such benefits."),),
)

ENTRIES = entries(HERE, rule=". A B")
