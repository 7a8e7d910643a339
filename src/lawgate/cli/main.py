"""`lawgate`: each command reads its options, calls one service function and prints the answer."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

import typer

from lawgate.cli import audit, linkage, recipient, requests
from lawgate.cli.examples import show_examples
from lawgate.cli.keys import keys
from lawgate.cli.law import law
from lawgate.cli.ledger import ledger
from lawgate.cli.ledger_reports import ledger_account, ledger_export, ledger_report
from lawgate.cli.register import register
from lawgate.cli.review import review
from lawgate.cli.sample import sample
from lawgate.cli.serve import demo, found, serve, worker
from lawgate.errors import InputError, LawgateError

app = typer.Typer(
    help="The gate between a tax agency's records and everyone who asks for them (26 U.S.C. 6103).",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for command in (
    sample, requests.decide, requests.batch, requests.explain, requests.schema, linkage.address,
    audit.audit, audit.differences,
):  # fmt: skip
    app.command()(command)
app.command()(linkage.match)
app.command("open")(recipient.open_)
app.command()(recipient.reconcile)
app.command()(demo)
app.command()(found)
app.command()(serve)
app.command()(worker)
app.add_typer(law, name="law")
app.add_typer(review, name="review")
ledger.command("account")(ledger_account)
ledger.command("report")(ledger_report)
ledger.command("export")(ledger_export)
app.add_typer(ledger, name="ledger")
app.add_typer(recipient.received, name="received")
app.add_typer(keys, name="keys")
app.add_typer(register, name="register")
show_examples(app)


def main() -> None:
    """Run a command; what somebody gave us that cannot be read ends in one line and exit 2."""
    sys.exit(_run(app))


_UsageError: Any = typer.BadParameter.__mro__[1]
"""A command in words that it does not know; of this family typer makes only the one kind public."""


def _run(command: Callable[..., Any]) -> int:
    try:
        return int(command(standalone_mode=False) or 0)
    except LawgateError as error:
        return _refuse(*error.lines())
    except _UsageError as error:
        return _refuse_usage(error)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 2
    except BrokenPipeError:
        return _leave_unread()
    except (
        OSError
    ) as error:  # a disk that is full, a folder that may not be written: the net below what each file says
        return _refuse(InputError("the system refuses it", where=_place(error), mend=_said(error)).line())
    except Exception as fault:  # noqa: BLE001 - no traceback reaches a user, and its text may hold a name
        sys.stderr.write(f"lawgate: a fault of the program ({type(fault).__name__}); nothing was released\n")
        return 3


def _place(error: OSError) -> str:
    return os.fsdecode(error.filename) if isinstance(error.filename, (str, bytes)) else ""


def _said(error: OSError) -> str:
    return (error.strerror or "it does not say why").lower()


def _leave_unread() -> int:
    """The reader of standard output has left, as `head` does: what is still held for it goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _refuse_usage(error: Any) -> int:
    told = error.format_message()
    if told.startswith("Usage:"):
        sys.stderr.write(f"{told}\n")
        return 2
    path = error.ctx.command_path if error.ctx else "lawgate"
    return _refuse(f"{path.partition(' ')[2] or 'command'}: {told.rstrip('.')}; see {path} --help")


def _refuse(*lines: str) -> int:
    """One line for each fault, whatever signs stand in what was given."""
    for line in lines:
        sys.stderr.write("lawgate: " + "".join(sign if sign.isprintable() else " " for sign in line) + "\n")
    return 2


if __name__ == "__main__":
    main()
