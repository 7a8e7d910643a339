"""How an act by page ends: done, not done with every reason, or not begun since nobody said again who he is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lawgate.errors import InputError
from lawgate.service.casework.deployment.deployed import desk
from lawgate.service.casework.desk import Refused
from lawgate.web.visitor import spend_confirmation

FORBIDDEN: Final = frozenset({"no_role", "not_active", "no_authority", "prepared_it"})
"""Reasons that are about who asks: whatever becomes of the case, it is not for him."""


def enters(
    do: Callable[..., Any],
    back: str,
    *,
    number: str = "",
    words: tuple[str, ...] = (),
    reads: Callable[[QueryDict], Mapping[str, Any]] | None = None,
    signed: bool = False,
) -> Callable[[HttpRequest], HttpResponse]:
    """The view by which something is entered in a register, and which leads back to the page `back`.

    `do` is the service's act. It is given the fields of the form under their own names: `number` is read as a number,
    `words` as they were written, and whatever else it needs by `reads`. Before what is `signed` the person says
    again who he is; a form that cannot be read does not spend that.
    """

    @require_POST
    def view(request: HttpRequest) -> HttpResponse:
        given = {name: text_of(request.POST, name) for name in words}
        numbers = {number: number_of(request.POST, number)} if number else {}
        further = reads(request.POST) if reads else {}
        if signed and not spend_confirmation(request):
            return unconfirmed(request, reverse(back))
        return ended(request, do(desk(), by=request.visitor.id, **given, **numbers, **further), reverse(back))

    return view


def ended(request: HttpRequest, outcome: Any, back: str) -> HttpResponse:
    """Back with what was entered, or every reason why nothing was."""
    if isinstance(outcome, Refused):
        return not_done(request, outcome, back)
    return done(request, back, _("Done, and entered in the ledger."))


def done(request: HttpRequest, back: str, said: str) -> HttpResponse:
    """Back to a page, which says once what was done."""
    request.session["said"] = said
    return HttpResponseRedirect(back)


def not_done(request: HttpRequest, refused: Refused, back: str, *, says: str = "") -> HttpResponse:
    """Every reason why nothing was done; `says` names the way back."""
    shown = {"reasons": refused.reasons, "back": back, "back_says": says or _("Back")}
    return render(request, "lawgate/not_done.html", shown, status=403 if refused.names & FORBIDDEN else 409)


def unconfirmed(request: HttpRequest, back: str) -> HttpResponse:
    """Nothing was done: a signature is confirmed just before it is made."""
    return render(request, "lawgate/unconfirmed.html", {"back": back}, status=403)


def text_of(form: QueryDict, name: str) -> str:
    """A field as it was written; empty where it was not."""
    return str(form.get(name, "")).strip()


def number_of(form: QueryDict, name: str) -> int:
    """A field that names a row of the page; InputError for anything else."""
    text = text_of(form, name)
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise InputError("not a number", where=name, mend="take one of those that the page shows")
    return int(text)
