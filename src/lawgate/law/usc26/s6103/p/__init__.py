"""26 U.S.C. 6103(p): procedure and records; here (1), (2) and (5) to (7), which set no condition on a release."""

from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.usc26.s6103.p import p3, p4, p8, p9

PARAGRAPHS = (p3, p4, p8, p9)

ENTRIES = entries(
    S6103 / "p",
    duty={
        "2": "Those who may inspect get copies, in the form and for the fee that its subparagraphs say.",
        "2/A": "Whoever may inspect a return gets a copy on written request; a fee may be asked.",
        "5": "After each year the Secretary reports on safeguards, and where they failed, to the tax committees.",
        "6": "The Comptroller General audits the safeguards and accounts for what he inspects.",
        "6/A": "The Comptroller General notifies the Secretary before an audit, for which (i)(8)(A)(ii) opens items.",
        "6/B": "The Comptroller General keeps records of what was inspected, and reports.",
        "6/B/i": "Within 90 days of a year's end the Secretary gets a report on what was inspected for such audits.",
        "6/B/ii": "Each year the committees of (f) and the Secretary get the findings of such audits.",
        "7": "The Secretary prescribes a review of findings that an agency under (d) fails the safeguards.",
    },
    no_effect={
        ".": "A heading; its paragraphs are entered one by one.",
        "1": "In what manner, when and where requests are made, the Secretary prescribes outside this section.",
        "2/B": "Return information may go in any form, so the form of a package is no question of law.",
        "2/C": "What a copy proves is for the court before which it is offered.",
    },
)
