"""26 U.S.C. 7431: civil damages for unauthorised inspection and disclosure, and notice to the taxpayer."""

from lawgate.cite import Cite
from lawgate.law.entry import entries

HERE = Cite("26", "7431")

ENTRIES = entries(
    HERE,
    penalty={
        "a": "A taxpayer may sue for damages where section 6103 was violated, knowingly or by negligence.",
        "a/1": "For what a Federal officer or employee did, the suit lies against the United States.",
        "a/2": "For what another person did, the suit lies against that person.",
        "b": "There are two exceptions from liability.",
        "b/1": "An erroneous interpretation of section 6103 in good faith makes nobody liable.",
        "b/2": "What the taxpayer asked for makes nobody liable.",
        "c": "The damages are a sum of three parts.",
        "c/1": "First, the greater of two sums.",
        "c/1/A": "One is $1,000 for each unauthorised act.",
        "c/1/B": "The other is the harm itself, with what may be added.",
        "c/1/B/i": "It holds the plaintiff's actual damages.",
        "c/1/B/ii": "It holds punitive damages where the act was willful or grossly negligent.",
        "c/2": "Then the costs of the action.",
        "c/3": "Then attorneys' fees for some plaintiffs; against the United States only for one who prevails.",
        "d": "Suit may be brought within two years of the day on which the plaintiff discovered the act.",
        "g": "What section 3406 yields counts as return information here.",
        "g/1": "Information under section 3406 on backup withholding counts as return information.",
        "g/2": "Its use for anything else counts as a violation of section 6103.",
        "h": "What section 6311(e) protects is sued for in the same way.",
    },
    duty={
        "e": "The Secretary notifies the taxpayer as soon as practicable when somebody is charged with the act.",
        "e/1": "A charge under section 7213(a)(1) or (2) is notified.",
        "e/2": "A charge under section 7213A(a) is notified.",
        "e/3": "So is one under 18 U.S.C. 1030(a)(2)(B), and a proposed disciplinary action for the act.",
    },
    no_effect={"f": "Its words have the meanings of section 6103(b)."},
)
