"""The page docs/law-diff.md: what `lawgate law diff` says of two days, of two readings, and of a draft amendment.

python -m bench.law.diff_page > docs/law-diff.md
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from rich.console import Console

from lawgate.kernel.expr import Element, Expr, IsIn
from lawgate.kernel.rewrite import rewrite
from lawgate.law.addresses import S6103
from lawgate.law.contested import Contested, Drafted
from lawgate.law.corpus import Corpus, as_of
from lawgate.law.terms import request
from lawgate.service.law.diff import DiffOptions, Side, compare, diff_law
from lawgate.service.views import view_of

WIDTH = 100
DAY = date(2026, 3, 1)

OPENING = """# What a change in the law changes

`lawgate law diff` lists every distinct way in which an outcome differs between two days, readings, sets of orders
or working trees, with a request each that a solver found and the evaluator bore out. All other elements are made
out in it; nobody in it is real. A different version of the solver may find other requests. This page is made by
`python -m bench.law.diff_page`, and a test holds it current.

```sh
lawgate law diff 2025-08-01 2026-03-01                  # two days
lawgate law diff --reading Q3=R1,R3                     # two readings
lawgate law diff --lift O4 --lift O5                    # an order lifted; --agreement joins one
lawgate law diff --tree ../lawgate-of-last-week         # another working tree, compared with this one
lawgate law diff --reading Q3=R1,R2 --stored out        # how many stored determinations would change
```

- `--tree` lets that tree's own modules read its law in a process apart: name none that you do not trust. A question
  that is only worded otherwise there is the same question; a tree whose classes have other fields is refused.
- `--stored` reads the folder of a batch, or a folder of what `lawgate decide --json` gave. A determination keeps of
  each element whether it was made out and why, not every answer. *Would change* is proved from what is kept, and so
  is *would not*; *may* means that it turns on what is not kept, and the request has to be decided anew. Rows that
  another law decided are counted apart. A row is held against the pathway that decided it.
- `python -m bench.law.changes` prints what the changes under `src/lawgate/law` since a commit change; continuous
  integration prints it for every change of the law.
"""


def page() -> str:
    """The whole page."""
    return "\n".join(
        [
            OPENING,
            *_part("Two days", "lawgate law diff 2025-08-01 2026-03-01", _days()),
            *_part("Two readings", "lawgate law diff 2026-03-01 2026-03-01 --reading Q3=R1,R3", _readings()),
            *_part(
                "Two orders lifted", "lawgate law diff 2026-03-01 2026-03-01 --lift O4 --lift O5", _lifted()
            ),
            *_part("A draft amendment: assistant United States attorneys ask under (i)(2)", "", _draft()),
        ]
    )


def _part(title: str, command: str, document: dict[str, Any]) -> Iterator[str]:
    yield f"## {title}\n"
    if command:
        yield f"`{command}`\n"
    yield f"```text\n{_printed(document)}\n```\n"


def _printed(document: dict[str, Any]) -> str:
    console = Console(file=io.StringIO(), width=WIDTH, color_system=None)
    console.print(view_of(document, "law_diff"))
    lines = console.file.getvalue().splitlines()  # type: ignore[attr-defined]
    return "\n".join(line.rstrip() for line in lines)


def _days() -> dict[str, Any]:
    return diff_law(DiffOptions(days=("2025-08-01", "2026-03-01")))


def _readings() -> dict[str, Any]:
    return diff_law(DiffOptions(days=(DAY.isoformat(),) * 2, readings=("Q3=R1,R3",)))


def _lifted() -> dict[str, Any]:
    return diff_law(DiffOptions(days=(DAY.isoformat(),) * 2, lifted=("O4", "O5")))


def _draft() -> dict[str, Any]:
    law = as_of(DAY)
    return compare(*(Side(one, DAY, one.digest) for one in (law, amended(law))))


def amended(law: Corpus) -> Corpus:
    """The law if (i)(2)(A) listed assistant United States attorneys."""
    provisions = tuple(
        replace(one, request=tuple(map(_listed, one.request))) if one.cite == S6103 / "i/2" else one
        for one in law.provisions
    )
    return replace(law, provisions=provisions)


def _listed(drafted: Drafted) -> Drafted:
    if isinstance(drafted, Contested):
        read = tuple((name, one and _listed(one)) for name, one in drafted.alternatives)
        return Contested(drafted.question, read)
    changed = rewrite(drafted, _with_assistant)
    assert isinstance(changed, Element)
    return changed


def _with_assistant(node: Expr) -> Expr | None:
    if isinstance(node, IsIn) and node.fact == request.office and "us_attorney" in node.values:
        return replace(node, values=node.values | {"assistant_us_attorney"})
    return None


if __name__ == "__main__":
    print(page(), end="")
