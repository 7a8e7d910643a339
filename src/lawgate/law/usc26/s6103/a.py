"""26 U.S.C. 6103(a): the general rule. What nothing opens stays closed.

The rule needs no tree: a decision is WITHHOLD unless a pathway is made out, so it is the end that
every decision falls off to. What is stated here is the one thing the rule asks of every release:
that it is about the person whom the request names, for information about anybody else is opened by
no request that does not name him. Extracts of a group are for no one who could only ask for persons he names.
"""

from lawgate.kernel.expr import Element, all_of, among, any_of, element, not_
from lawgate.law.addresses import S6103
from lawgate.law.entry import entries
from lawgate.law.provision import Definition, Effect, Proviso
from lawgate.law.terms import finding, person, recipients

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

EXTRACTS = tuple(
    S6103 / at for at in ("d/1", "j", "l/1", "l/5", "l/7", "l/11", "l/12/B", "l/19", "l/20", "l/21", "l/22")
)
"""Paragraphs that run as their own extract of a group."""
ONWARD = (S6103 / "l/20/B/ii", S6103 / "l/21/B")
"""Within them, what passes single items on about a person named: no extract."""

NO_EXTRACT_FOR_ENFORCEMENT = Proviso(
    cite=HERE,
    heading="Law enforcement and intelligence get nobody whom they did not name",
    effect=Effect.BAR,
    reaches=tuple(
        (
            at,
            element(
                HERE,
                "no one of Federal law enforcement or intelligence asks for the extract or receives it",
                not_(recipients.enforcement),
            ),
        )
        for at in EXTRACTS
    ),
    spares=ONWARD,
)
"""Narrower than the paragraphs' text, by design: what was gathered for a programme is joined to no such answer."""

ENTRIES = entries(
    HERE,
    rule=".",
    duty={
        "1": "Officers and employees of the United States keep it confidential, former ones too.",
        "2": "So do those of States and of the listed local agencies who had access under this section or 6104(c).",
        "3": "So do other persons who had access under the provisions listed, such as designees and contractors.",
    },
)
