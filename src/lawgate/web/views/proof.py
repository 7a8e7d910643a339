"""A proof from the ledger, checked in the reader's own browser."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def verify(request: HttpRequest) -> HttpResponse:
    """The page with the checker; the file is read there and is sent nowhere."""
    return render(request, "lawgate/verify.html", {"says": _says()})


def _says() -> dict[str, str]:
    """What the checker says, in the reader's language."""
    return {
        "well": _("All is well: this entry stands in the ledger that the keys you gave have signed."),
        "not_well": _("This is not well."),
        "unreadable": _("The file cannot be read."),
        "no_key": _("The checkpoint is not signed by a key of the ledger that you trust."),
        "few_witnesses": _("Too few witnesses have signed."),
        "bad_signature": _("A signature does not belong to this checkpoint."),
        "not_included": _("The entry does not stand in the ledger that was signed."),
        "not_opened": _("A field that is shown is not what the entry commits to:"),
        "bad_keys": _("The keys cannot be read."),
        "no_files": _("Choose a proof file and give the keys that you trust."),
        "no_ed25519": _(
            "This browser cannot check Ed25519 signatures. Use a newer one, or the program below."
        ),
        "ledger": _("Ledger"),
        "size": _("Entries under the checkpoint"),
        "index": _("Place of this entry"),
        "witnesses": _("Witnesses that signed"),
        "entry": _("What the entry says"),
        "opened": _("Fields that are shown"),
        "none": _("none"),
    }
