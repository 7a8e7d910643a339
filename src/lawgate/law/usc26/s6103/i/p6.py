"""26 U.S.C. 6103(i)(6): no disclosure that would identify an informant or seriously impair an investigation.

The bar binds the Secretary: it reaches the paragraphs that it lists, and not what other agencies
pass on under (i)(1)(C) and (7)(A)(ii) or open to an audit of their own program under (8)(B)(i); nor does it
list the emergencies of (3)(B). Where a court ordered the disclosure under (1)(B) or (5)(B), the determination
bars once it is certified to that court; until then it holds. For an order under (7)(C) it asks no certificate.
"""

from lawgate.kernel.expr import all_of, element, not_
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Effect, Proviso
from lawgate.law.terms import finding

HERE = S6103 / "i/6"

NOT_DETERMINED = element(
    HERE,
    "it would neither identify a confidential informant nor seriously impair a tax investigation",
    not_(finding.identifies_or_impairs),
)

NOT_CERTIFIED = element(
    HERE,
    "it is not certified to the court to identify an informant or seriously impair a tax investigation",
    not_(all_of(finding.identifies_or_impairs, finding.certified_to_court)),
)

INFORMANTS_AND_INVESTIGATIONS = Proviso(
    cite=HERE,
    heading="Confidential informants; impairment of investigations",
    effect=Effect.BAR,
    reaches=(
        (S6103 / "i/1", NOT_CERTIFIED),
        (S6103 / "i/2", NOT_DETERMINED),
        (S6103 / "i/3/A", NOT_DETERMINED),
        (S6103 / "i/3/C", NOT_DETERMINED),
        (S6103 / "i/5", NOT_CERTIFIED),
        (S6103 / "i/7", NOT_DETERMINED),
        (S6103 / "i/8", NOT_DETERMINED),
    ),
    spares=(S6103 / "i/1/C", S6103 / "i/7/A/ii", S6103 / "i/8/B/i"),
)

ENTRIES = entries(HERE, rule=".")
