"""The pages that are made from the tables of casework: `python -m tests.casework.pages` writes them."""

from __future__ import annotations

from pathlib import Path

from lawgate.casework.permissions import NEED_AUTHORITY, NOT_THE_PREPARER, ROLES
from lawgate.casework.registers import MAY, Entered
from lawgate.casework.transitions import TRANSITIONS, lines
from lawgate.casework.words import Act, Role, State

DOCS = Path(__file__).parents[2] / "docs"
LETTERS = {
    Role.INTAKE_CLERK: "I",
    Role.PREPARER: "P",
    Role.REVIEWER: "R",
    Role.RELEASER: "L",
    Role.COUNSEL: "C",
    Role.PRIVACY_OFFICER: "O",
    Role.AUDITOR: "A",
    Role.AGENCY_OFFICER: "G",
    Role.SERVICE: "S",
}


def states_page() -> str:
    """The states, the diagram, and the whole table of transitions."""
    shown: dict[tuple[str, str], list[str]] = {}
    for one in TRANSITIONS:
        if one.before is not one.after:
            before = one.before.value if one.before else "[*]"
            shown.setdefault((before, one.after.value), []).append(_words(one.act))
    diagram = [f"    {before} --> {after}: {', '.join(acts)}" for (before, after), acts in shown.items()]
    rows = [
        f"| {_words(one.before) if one.before else '(none)'} | {_words(one.act)} | {_words(one.after)} "
        f"| {_words(one.owner)} | {one.kind.value} | {_words(one.notice) if one.notice else ''} |"
        for one in TRANSITIONS
        if one.act not in {Act.VIEW, Act.OBJECT}
    ]
    return "\n".join(
        [
            "# The states of a case",
            "",
            "Made from the one table of transitions, `src/lawgate/casework/transitions.py`, by",
            "`python -m tests.casework.pages`; a test holds page and table equal.",
            "",
            "```mermaid",
            "stateDiagram-v2",
            *diagram,
            "```",
            "",
            "In every state a case can be viewed and an official can object; neither moves it, and both are entered.",
            "",
            "| from | act | to | who answers for it | entry | who is told |",
            "|---|---|---|---|---|---|",
            *rows,
            "",
        ]
    )


def matrix_page() -> str:
    """Who may do which act in which state."""
    heads = " | ".join(_words(state) for state in State)
    rows = []
    for act in Act:
        letters = "".join(LETTERS[role] for role in Role if role in ROLES[act])
        cells = [letters if lines(state, act) else "" for state in State]
        mark = ("\\*" if act in NEED_AUTHORITY else "") + ("†" if act in NOT_THE_PREPARER else "")
        rows.append(f"| {_words(act)}{mark} | {' | '.join(cells)} |")
    legend = [f"{letter} {_words(role)}" for role, letter in LETTERS.items()]
    return "\n".join(
        [
            "# Who may do what, and when",
            "",
            "Made from the tables of transitions and permissions by `python -m tests.casework.pages`; a test holds",
            "page and tables equal. A cell names the roles that may do the act in that state; an empty one is refused",
            "to all.",
            "",
            f"{'; '.join(legend)}. Administrators and data subjects do nothing in a case.",
            "",
            "\\* only with the authority delegated for the provisions concerned.",
            "† never anybody who ever prepared the case.",
            "An agency's officer acts in the cases of his agency and its parts alone. `receive` opens a case, so",
            "it has no state.",
            "",
            f"| act | {heads} |",
            "|---" * (len(State) + 1) + "|",
            *rows,
            "",
            "## What is entered into the registers",
            "",
            "These belong to no case. What could open something takes two different officials: one proposes, and the",
            "other adopts or confirms; what can only close takes one. From `casework/registers.py`.",
            "",
            "| entered | by |",
            "|---|---|",
            *(
                f"| {_words(one)} | {', '.join(_words(role) for role in Role if role in MAY[one])} |"
                for one in Entered
            ),
            "",
        ]
    )


PAGES = {"case-states.md": states_page, "case-permissions.md": matrix_page}


def _words(value: str) -> str:
    return str(value.value if hasattr(value, "value") else value).replace("_", " ")


if __name__ == "__main__":
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
