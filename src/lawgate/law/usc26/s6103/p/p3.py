"""26 U.S.C. 6103(p)(3): a permanent accounting of requests and disclosures, save under what (A) lists."""

from lawgate.cite import Cite
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries

HERE = S6103 / "p/3"

NOT_REQUIRED = tuple(
    S6103 / listed
    for listed in (
        "c", "e", "f/5", "h/1", "h/3/A", "h/4", "i/4", "i/8/A/ii", "k/1", "k/2", "k/6", "k/8", "k/9", "l/1",
        "l/4/B", "l/5", "l/7", "l/8", "l/9", "l/10", "l/11", "l/12", "l/13/D/iv", "l/13/D/v", "l/13/D/vi",
        "l/14", "l/15", "l/16", "l/17", "l/18", "m", "n",
    )
)  # fmt: skip
"""(A), second sentence. Keeping an account of these too is not forbidden; it is only not demanded."""


def accounting_due(cite: Cite) -> bool:
    """Whether the Secretary must account for a disclosure under this provision."""
    return not any(cite.within(listed) for listed in NOT_REQUIRED)


ENTRIES = entries(
    HERE,
    duty={
        ".": "The Secretary keeps an account of requests, inspections and disclosures.",
        "A": "The account is permanent and standardised; for some paragraphs it is not demanded.",
        "B": "Within 90 days of a year's end the Joint Committee on Taxation gets a report on the account.",
        "C": "Within 90 days of a year's end the Joint Committee gets a report for the public.",
        "C/i": "The public report counts by agency and body.",
        "C/i/I": "It counts the requests.",
        "C/i/II": "It counts the disclosures, on request or otherwise.",
        "C/i/III": "It counts the taxpayers whose information was disclosed.",
        "C/ii": "It describes the general purposes of the requests.",
    },
)
