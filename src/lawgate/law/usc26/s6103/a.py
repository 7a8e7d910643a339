"""26 U.S.C. 6103(a): the general rule. What nothing opens stays closed.

The rule needs no tree: a decision is WITHHOLD unless a pathway is made out, so it is the end that
every decision falls off to. What is stated here is the one thing the rule asks of every release:
that it is about the person whom the request names, for information about anybody else is opened by
no request that does not name him.
"""

from lawgate.kernel.expr import Element, all_of, among, any_of, element
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Definition
from lawgate.law.terms import finding, person

HERE = S6103 / "a"

GENERAL_RULE = Definition(HERE, "general rule", None, "Confidential, except as title 26 authorises.")

PERSON_NAMED: Element = element(
    HERE,
    "exactly one person on file is the one whom the request names",
    any_of(
        among(person.on_file, "one"),
        all_of(among(person.on_file, "review"), finding.person_named),
    ),
)

ENTRIES = entries(
    HERE,
    rule=".",
    duty={
        "1": "Officers and employees of the United States keep it confidential, former ones too.",
        "2": "So do those of States and of the listed local agencies who had access under this section or 6104(c).",
        "3": "So do other persons who had access under the provisions listed, such as designees and contractors.",
    },
)
