"""An example of every command, as its help shows it; a test reads each as it is written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import typer

EXAMPLES: dict[str, str] = {
    "sample": "sample --out world --taxpayers 3000 --seed 1",
    "decide": "decide world/requests/complete-us-attorney.json --records world/records --findings world/findings.json",
    "batch": "batch world/requests/batch.json --records world/records --findings world/findings.json --out world/out",
    "explain": "explain world/out B1",
    "schema": "schema request",
    "address": "address addresses.csv --out judged.csv",
    "audit": "audit transfer/releases.parquet --request transfer/requests/transfer.json "
    "--records transfer/records --findings transfer/findings.json --out transfer/audited",
    "differences": "differences transfer/audited transfer/audited-anew --html differences.html",
    "match": "match world/requests/batch.parquet --records world/records --out world/match.parquet --calibrate",
    "open": "open C2026-000001-1.lawgate-package --key unit-7.key --out opened",
    "reconcile": "reconcile released.parquet received.csv --as-of 2026-03-31",
    "demo": "demo --data demo --port 8000",
    "found": "found agency.example/disclosures",
    "serve": "serve --workers 2",
    "worker": "worker",
    "law prove": "law prove --both --cases counterexamples",
    "law diff": "law diff 2025-08-01 2026-03-01",
    "law list": "law list --as-of 2026-03-01",
    "law show": 'law show "26 USC 6103(i)(2)"',
    "law items": "law items",
    "law vocab": "law vocab --json",
    "law timeline": "law timeline --svg orders.svg",
    "law verify": "law verify usc26-6103.json",
    "law coverage": "law coverage",
    "law reference": "law reference pages",
    "law adopt": "law adopt adoptions.json --key counsel.pem --office counsel",
    "review pairs": "review pairs world/requests/batch.json --records world/records --out pairs",
    "review record": "review record pairs decisions.csv",
    "review agreement": "review agreement pairs",
    "ledger verify": "ledger verify entry-17.tlog-proof --witness keys.txt",
    "ledger prove": "ledger prove 17 --ledger copied-ledger --out entry-17.tlog-proof",
    "ledger checkpoint": "ledger checkpoint copied-ledger",
    "ledger account": "ledger account --out account.jsonl",
    "ledger report": "ledger report copied-ledger --account account.jsonl --as yearly --year 2026 --out counts.pdf",
    "ledger export": "ledger export copied-ledger --account account.jsonl --case C2026-000001-1 --out export",
    "received list": "received list --key unit-7.key --out received.csv",
    "received passed-on": "received passed-on opened.package --key unit-7.key --to us.doj.fbi "
    '--under "26 USC 6103(i)(2)"',
    "received destroyed": "received destroyed opened.package --key unit-7.key --out destroyed.json",
    "received quarantined": "received quarantined opened.package --key unit-7.key --out set-apart.json",
    "keys recipient": 'keys recipient us.doj.fbi/unit-7 --role "special agent" --trust trust.json '
    "--out unit-7.key --registration unit-7.json",
    "keys database": "keys database --token agency/database",
    "keys reencrypt": "keys reencrypt",
    "keys signer": "keys signer agency.example/releases --for agency --out releases.key",
    "keys show": "keys show releases.key",
    "keys trust": "keys trust keys.txt --agency agency.example/releases+1a2b3c4d+KEY --out trust.json",
    "keys rotate": "keys rotate copied-ledger --from ledger.key --to ledger-2027.key",
    "keys exchange": "keys exchange ledger --to ledger-2027.key",
    "register official": 'register official rosa --name "Rosa Lind" --role reviewer --since 2026-03-01',
    "register end": "register end rosa --on 2026-12-31",
    "register close": "register close rosa",
    "register key": "register key us.doj.fbi unit-7.json",
    "register client": "register client doj-system doj-system.pub.pem",
    "register end-client": "register end-client doj-system 9f86d081",
}
"""The words of a command without `lawgate`, by the command's name."""


def show_examples(app: typer.Typer) -> None:
    """Put under the help of each command its example."""
    for name, command in _commands(app, ""):
        command.epilog = f"\b\nExample:\n  lawgate {EXAMPLES[name]}"


def _commands(app: typer.Typer, before: str) -> Iterator[tuple[str, Any]]:
    for command in app.registered_commands:
        called = command.name or getattr(command.callback, "__name__", "").replace("_", "-")
        yield f"{before}{called}", command
    for group in app.registered_groups:
        if group.typer_instance is not None:
            yield from _commands(group.typer_instance, f"{before}{group.name} ")
