"""26 U.S.C. 6103(l): items of the catalogue by the words in which several paragraphs list them."""

WAGES = ("third_party.w2.wages", "return.1040.total_wages")
NET_EARNINGS = ("return.1040.schedule_se.net_earnings",)
RETIREMENT = ("third_party.1099.retirement",)

EARNINGS_AND_RETIREMENT = (*NET_EARNINGS, *WAGES, *RETIREMENT)
"""(7)(A), (8)(A), (11)(A): net earnings from self-employment, wages, payments of retirement income."""

UNEARNED = ("third_party.1099.interest", "third_party.1099.retirement", "third_party.k1.income")
"""(7)(B). Whether a partner's share is unearned the official finds who finds that it is current."""

INCOME = (
    *EARNINGS_AND_RETIREMENT,
    "return.1040.schedule_c.gross_receipts",
    "third_party.1099.interest",
    "third_party.k1.income",
)
"""(6)(A)(i): amounts and nature of income."""
