"""26 U.S.C. 6103(l)(20): income, for the adjustment of Medicare premiums.

Under (B)(ii) the Social Security Administration passes on what it received: for collection the identity and
the amount of the adjustment alone.
"""

from lawgate.cite import Cite
from lawgate.kernel.expr import Element, all_of, among, any_of, element
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Duty, Limit, Provision
from lawgate.law.terms import item, recipients
from lawgate.law.terms.finding import judgement
from lawgate.law.usc26.s6103.a import PERSON_NAMED
from lawgate.law.usc26.s6103.k.release import RETURN_INFORMATION_ALONE
from lawgate.law.usc26.s6103.written_request import (
    as_extract,
    asked_by,
    in_writing,
    is_listed,
    needed,
    purpose_is,
    received_by,
    received_by_agency_or_contractors,
    signed_by_head,
)

HERE = S6103 / "l/20"

premium_may_change = judgement(
    "premium_may_change",
    HERE / "A",
    "By the Secretary's records, may the taxpayer's premium be subject to adjustment or increase?",
    yes="the premium may be subject to adjustment or increase",
    no="the premium cannot be subject to adjustment or increase",
)
prescribed = judgement(
    "prescribed_for_premiums",
    HERE / "A/vii",
    "Do regulations prescribe the item as one that might indicate an adjustment for such an individual?",
    yes="regulations prescribe the item",
    no="regulations do not prescribe the item",
)
received_from_secretary = judgement(
    "received_for_premiums",
    HERE / "B/ii",
    "Did the Social Security Administration receive it under (l)(20)(A), of a taxpayer so described?",
    yes="the Administration received it under (l)(20)(A)",
    no="the Administration did not receive it under (l)(20)(A)",
)

IDENTITY = ("identity.name", "identity.mailing_address", "identity.tin")
INCOME = (
    *IDENTITY, "return.1040.filing_status", "return.1040.adjusted_gross_income",
    "return.1040.excluded_bond_interest", "return.1040.excluded_foreign_income", "return.1040.tax_exempt_interest",
    "return.1040.excluded_possession_income",
)  # fmt: skip
"""(A)(i) to (vi); the year of (viii) goes with each item as its period."""

SOCIAL_SECURITY = ("the Social Security Administration", "social_security")
PURPOSE = "the amount of a premium adjustment or increase, or appeals about it"

PREMIUMS = Provision(
    cite=HERE,
    heading="Income, for the adjustment of Medicare premiums",
    duty=Duty.SHALL,
    request=(
        in_writing(HERE / "A"),
        signed_by_head(HERE / "A", "the Commissioner of Social Security", "social_security"),
        purpose_is(HERE / "B/i", PURPOSE, "premium_adjustment"),
        as_extract(HERE / "A"),
    ),
    requires=(received_by_agency_or_contractors(HERE / "A", *SOCIAL_SECURITY),),
    covers=(
        PERSON_NAMED,
        element(
            HERE / "A", "the taxpayer's premium may be subject to adjustment or increase", premium_may_change
        ),
        element(
            HERE / "A",
            "the item is one that (A) lists, or that regulations prescribe",
            all_of(item.held, item.of_named_taxpayer, any_of(among(item.name, *INCOME), prescribed)),
            also=tuple(HERE / "A" / clause for clause in ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")),
        ),
    ),
    limits=(
        Limit(HERE / "B/i", f"Only for {PURPOSE}."),
        Limit(HERE / "B/ii", "Passed on only as (B)(ii) allows."),
    ),
    extract=True,
)


def _passed_on(
    cite: Cite, heading: str, purpose: tuple[str, str], receive: Element, covers: tuple[Element, ...]
) -> Provision:
    what, purpose_named = purpose
    return Provision(
        cite=cite,
        heading=heading,
        duty=Duty.MAY,
        request=(asked_by(cite, *SOCIAL_SECURITY), purpose_is(cite, what, purpose_named)),
        requires=(
            receive,
            element(HERE / "B/ii", "it was received under (l)(20)(A)", received_from_secretary),
        ),
        covers=(PERSON_NAMED, *covers, needed(cite, what)),
        limits=(Limit(cite, f"Only for {what}."),),
    )


def _amount(cite: Cite) -> tuple[Element, ...]:
    return (is_listed(cite, "identity or the amount of the premium", *IDENTITY, "ssa.premium_adjustment"),)


def _information(cite: Cite) -> tuple[Element, ...]:
    return (
        element(
            cite,
            "the item is return information of that taxpayer, and not a return itself",
            all_of(RETURN_INFORMATION_ALONE, item.of_named_taxpayer),
            also=(S6103 / "b/1", S6103 / "b/2"),
        ),
    )


COLLECTION = ("the collection of the premium", "premium_collection")

FOR_COLLECTION = _passed_on(
    HERE / "B/ii/I",
    "Identity and premium for the Centers for Medicare and Medicaid Services",
    COLLECTION,
    received_by_agency_or_contractors(
        HERE / "B/ii/I", "the Centers for Medicare and Medicaid Services", "medicare_medicaid"
    ),
    _amount(HERE / "B/ii/I"),
)
FOR_OTHER_COLLECTORS = _passed_on(
    HERE / "B/ii/II",
    "Identity and premium for the Office of Personnel Management and the Railroad Retirement Board",
    COLLECTION,
    received_by(
        HERE / "B/ii/II",
        "the Office of Personnel Management or the Railroad Retirement Board",
        "personnel_management",
        "railroad_retirement",
    ),
    _amount(HERE / "B/ii/II"),
)
FOR_APPEALS = _passed_on(
    HERE / "B/ii/III",
    "Return information for Health and Human Services, on appeals",
    ("administrative appeals about the premium", "premium_appeal"),
    received_by(HERE / "B/ii/III", "Health and Human Services", "health_and_human_services"),
    _information(HERE / "B/ii/III"),
)
FOR_LITIGATION = _passed_on(
    HERE / "B/ii/IV",
    "Return information for the Department of Justice, in proceedings on premiums",
    ("judicial proceedings about the premium", "premium_litigation"),
    element(HERE / "B/ii/IV", "the recipients belong to the Department of Justice", recipients.of_justice),
    _information(HERE / "B/ii/IV"),
)

ENTRIES = entries(
    HERE,
    rule=". A A/i A/ii A/iii A/iv A/v A/vi A/vii A/viii B B/i B/ii B/ii/I B/ii/II B/ii/III B/ii/IV",
)
