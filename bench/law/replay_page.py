"""One address request, by ICE and by the Department of Justice, replayed on four days under every reading.

    python -m bench.law.replay_page

Writes docs/replay-of-one-request.md. People and records are invented; the request and the officials' answers are of
1 July 2025.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from lawgate.law.orders import ORDERS
from lawgate.law.readings import QUESTIONS
from lawgate.service.contract.write import determination_document
from lawgate.service.decide import decide
from lawgate.service.sample import make_sample

PLACE = Path(__file__).parents[2] / "docs" / "replay-of-one-request.md"
DAYS = ("2025-08-01", "2025-12-01", "2026-02-10", "2026-03-01")
KNOWN_ON = "2026-11-23"
REMOVAL = {"final_on": "2025-01-15", "class_cite": "8 USC 1227(a)(1)"}
REQUESTERS = {
    "ICE": {
        "requester": {
            "agency": "us.dhs.ice", "level": "federal", "signatory": {"name": "Sample Head", "office": "agency_head"}
        },
        "agent": "us.dhs.ice", "authority": "8 USC 1357", "statutes": ["8 USC 1253(a)(1)"],
    },
    "DOJ": {
        "requester": {
            "agency": "us.doj", "level": "federal", "signatory": {"name": "Sample Attorney", "office": "us_attorney"}
        },
        "agent": "us.doj.fbi", "authority": "28 USC 533", "statutes": ["8 USC 1253(a)(1)"],
    },
}  # fmt: skip
ANSWERS = (("/i/2/B/iv", "yes"), ("/i/6", "no"), ("/p/4", "yes"))


def main() -> None:
    PLACE.write_text(page(), encoding="utf-8")


def page() -> str:
    """The whole page; the same for the same law."""
    with tempfile.TemporaryDirectory() as folder:
        world = Path(folder) / "world"
        make_sample(world, taxpayers=300, subjects=20, seed=1)
        rows = [row(world, who, day) for day in DAYS for who in REQUESTERS]
    head = (
        "# One request on four days\n\n"
        "A complete (i)(2) request for one person's mailing address alone, whose criminal statute is failure to\n"
        "depart, signed by the head of ICE or by a United States attorney; the address given is the one held. It is\n"
        f"decided as of each day by what was known on {KNOWN_ON}. A reading is listed where it would give another\n"
        "outcome than the one followed; where orders forbid the item, no reading changes that. Everything here is\n"
        "hypothetical: it replays invented people. `python -m bench.law.replay_page` writes this page.\n\n"
    )
    table = (
        "| as of | requester | outcome | orders that forbid | other readings that give another outcome |\n"
        "|---|---|---|---|---|\n"
    )
    return head + table + "\n".join(rows) + "\n\n" + readings() + "\n" + orders()


def row(world: Path, who: str, day: str) -> str:
    document = determined(world, who, day)
    (one,) = document["subjects"]
    (item,) = one["items"]
    outcome = "blocked" if one["admission"] == "blocked" else item["disposition"]
    turns = [
        f"{turn['question']}={name} {given}"
        for turn in (*one["contested"], *item["contested"])
        for name, given in turn["readings"].items()
        if given != turn["readings"][turn["adopted"]]
    ]
    return (
        f"| {day} | {who} | {outcome} | {', '.join(one['orders']) or 'none'} | {'; '.join(turns) or 'none'} |"
    )


def determined(world: Path, who: str, day: str) -> dict[str, Any]:
    stated = REQUESTERS[who]
    request = json.loads((world / "requests" / "complete-us-attorney.json").read_text(encoding="utf-8"))
    request["requester"] = stated["requester"]
    request["received_on"] = "2025-07-01"
    request["items"] = ["identity.mailing_address"]
    request["matter"] |= {"authority": stated["authority"], "statutes": stated["statutes"]}
    request["recipients"] = [recipient | {"agency": stated["agent"]} for recipient in request["recipients"]]
    request["subjects"] = [request["subjects"][0] | {"removal_order": REMOVAL}]
    by = {"name": "Sample Official", "office": "delegated_official"}
    findings = [
        {"cite": f"/us/usc/t26/s6103{cite}", "answer": answer, "by": by, "on": "2025-07-01"}
        for cite, answer in ANSWERS
    ]
    asked, answered = world / "asked.json", world / "answered.json"
    asked.write_text(json.dumps(request), encoding="utf-8")
    answered.write_text(json.dumps({"findings": findings}), encoding="utf-8")
    found = decide(asked, records=world / "records", findings=answered, as_of_day=day, known_on=KNOWN_ON)
    return determination_document(found)


def readings() -> str:
    lines = [
        f"- **{question.id}** {question.asks} "
        + " ".join(f"{reading.id}: {reading.says}" for reading in question.readings)
        for question in QUESTIONS.values()
    ]
    return "## The questions\n\n" + "\n".join(lines) + "\n"


def orders() -> str:
    lines = [
        f"- **{order.id}** {order.court} {order.docket} ({order.judge}), {order.standing}: {order.says}"
        for order in ORDERS
    ]
    return "## The orders\n\n" + "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
