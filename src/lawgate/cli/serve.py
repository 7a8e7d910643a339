"""`lawgate serve`, `worker` and `demo`: the pages for browsers, and the process that works behind them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from lawgate.cli.options import Json
from lawgate.cli.show import print_json

Port = Annotated[int, typer.Option(min=1, max=65535, help="The port to listen on.")]


def serve(
    address: Annotated[str, typer.Option(metavar="ADDRESS", help="The address to listen on.")] = "127.0.0.1",
    port: Port = 8000,
    workers: Annotated[int, typer.Option(min=1, max=64, help="How many processes answer.")] = 1,
) -> None:
    """Serve the pages, as LAWGATE_ settings say.

    It serves until told to end (docs/settings.md).
    """
    from lawgate.service.serving import serve as serve_pages

    serve_pages(address, port, workers=workers)


def worker(
    jobs_only: Annotated[
        bool, typer.Option("--jobs-only", help="Run jobs beside the worker that holds the ledger.")
    ] = False,
) -> None:
    """Enter what waits into the ledger, and run every job.

    It hands over what is released, and works until told to end (docs/settings.md).
    """
    from lawgate.service.casework.background.working import work, work_on_jobs
    from lawgate.service.casework.deployment.deployed import desk

    if jobs_only:
        work_on_jobs()
    else:
        work(desk())


def found(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The ledger's name, such as agency.example/disclosures.")
    ],
    token: Annotated[
        str | None,
        typer.Option(metavar="LABEL", help="Draw the keys in the deployment's token; their labels begin so."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Lay down a deployment: tables, keys and an empty ledger.

    They go where the LAWGATE_ settings say (docs/settings.md).
    """
    from lawgate.service.casework.deployment.founding import found as lay_down
    from lawgate.settings import DEPLOYMENT

    lay_down(DEPLOYMENT, origin=name, token=token)
    if as_json:
        print_json(
            {"ledger": name, "folder": str(DEPLOYMENT.ledger_folder), "keys": str(DEPLOYMENT.keys_folder)}
        )
        return
    sys.stdout.write(
        f"Laid down: the ledger {name} in {DEPLOYMENT.ledger_folder}, its keys in {DEPLOYMENT.keys_folder}.\n"
        "Keep the keys from others, and the accounting secret in two places. Next: lawgate register official.\n"
    )


def demo(
    port: Port = 8000,
    data: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Keep it in this folder; by default it goes at the end."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Try the pages, on invented people, on this machine alone.

    Cases stand in every state; Ctrl-C ends it.
    """
    with _folder(data) as folder:
        _be_demonstration(folder)
        from lawgate.service.demonstration import demand_free
        from lawgate.service.serving import check_free
        from lawgate.service.serving import serve as serve_pages

        check_free("127.0.0.1", port)
        demand_free(folder)
        sys.stderr.write("inventing people, records and cases ...\n")
        _tell(_prepared(), port, as_json=as_json)
        behind = subprocess.Popen([sys.executable, "-m", "lawgate.cli.main", "worker"])
        try:
            serve_pages("127.0.0.1", port)
        finally:
            behind.terminate()
            behind.wait()


def _prepared() -> dict[str, Any]:
    """Laid down by a process of its own; the one that serves begins with nothing in its hands."""
    command = [sys.executable, "-m", "lawgate.service.demonstration"]
    made = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)  # noqa: S603 - our own module
    if made.returncode:
        raise typer.Exit(3)
    return dict(json.loads(made.stdout))


@contextmanager
def _folder(data: Path | None) -> Iterator[Path]:
    if data is not None:
        yield data.absolute()
    else:
        with tempfile.TemporaryDirectory(prefix="lawgate-demo-") as made:
            yield Path(made)


def _be_demonstration(folder: Path) -> None:
    """The settings of all processes of the demonstration, before the first of them reads any."""
    from lawgate.service.demonstration import settings_of

    os.environ.update(settings_of(folder))


def _tell(prepared: dict[str, Any], port: int, *, as_json: bool) -> None:
    out, address = sys.stdout, f"http://127.0.0.1:{port}/"
    if as_json:
        print_json({"address": address, **prepared})
        out.flush()
        return
    out.write(f"\nLawgate, a demonstration:  {address}\n\n")
    out.write("Open it and choose whom to be; everybody here is invented.\n\n")
    for one in prepared["people"]:
        out.write(f"  {one['role'].replace('_', ' '):<16} {one['name']}\n")
    keys = Path(prepared["keys"])
    out.write(f"\nIts folder, for the commands of docs/tour.md and docs/ledger.md: {keys.parents[1]}\n")
    out.write(f"The keys that proofs are checked with: {keys}\nCtrl-C ends it.\n\n")
    out.flush()
