"""What is done to a case: one address, one table, each act one call; whoever may not is told why."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from lawgate.service.casework.acts import decision, delivery, intake, release, review
from lawgate.service.casework.acts.findings import find_several
from lawgate.service.casework.deployment.deployed import desk
from lawgate.service.casework.desk import Desk, Refused, check_there
from lawgate.service.casework.seen.match_pairs import answer_of
from lawgate.web.outcome import done, not_done, unconfirmed
from lawgate.web.visitor import spend_confirmation

Do = Callable[[Desk, str, str, QueryDict], Any]


def _plain(do: Callable[..., Any]) -> Do:
    return lambda at, number, by, _form: do(at, number, by=by)


def _with(do: Callable[..., Any], **fields: str) -> Do:
    return lambda at, number, by, form: do(
        at, number, by=by, **{name: form.get(field, "") for name, field in fields.items()}
    )


ACTS: Final[Mapping[str, Do]] = {
    "admit": _plain(intake.admit),
    "unblock": _plain(intake.unblock),
    "block": lambda at, number, by, form: intake.block(
        at, number, by=by, orders=[one.strip() for one in form.get("orders", "").split(",") if one.strip()]
    ),
    "ask_reviewers": _plain(decision.ask_reviewers),
    "determine": _plain(decision.determine),
    "submit": _plain(decision.submit),
    "find": lambda at, number, by, form: find_several(at, number, by=by, answers=dict(form.items())),
    "settle_match": lambda at, number, by, form: decision.settle_match(
        at,
        number,
        by=by,
        pair=form.get("pair", ""),
        answer=answer_of(form.get("answer", "")),
        reason=form.get("reason", "").strip(),
    ),
    "sign": lambda at, number, by, form: review.sign(
        at, number, by=by, digest=form.get("digest", ""), sign_in=json.loads(form["sign_in"])
    ),
    "decline": _with(review.decline, reason="reason"),
    "object": _with(review.object_to, reason="reason"),
    "send_back": _with(review.send_back, reason="reason"),
    "withhold": _with(review.withhold, reason="reason"),
    "release": _with(release.release, key="key"),
    "review_after": lambda at, number, by, form: delivery.review_after(
        at, number, by=by, agrees=form.get("agrees") == "yes", reason=form.get("reason", "")
    ),
    "recall": _with(delivery.recall, reason="reason"),
    "report_incident": _with(delivery.report_incident, reason="reason"),
    "close": _plain(delivery.close),
}
SIGNATURES: Final = frozenset({"sign", "decline", "withhold", "release", "review_after"})
"""Acts before which the person says again who he is."""


@require_POST
def act(request: HttpRequest, number: str, act: str) -> HttpResponse:
    """Do it, or tell every reason why it does not happen."""
    do = ACTS.get(act)
    if do is None:
        raise Http404
    form = request.POST.copy()
    if act in SIGNATURES:
        if not spend_confirmation(request):
            return unconfirmed(request, reverse("case", args=[number]))
        form["sign_in"] = json.dumps(request.evidence)  # ours, in the place of whatever the browser sent
    by = request.visitor.id
    hidden = check_there(desk(), number, by=by)
    return after(request, number, act, Refused(hidden) if hidden else do(desk(), number, by, form))


def after(request: HttpRequest, number: str, act: str, outcome: Any) -> HttpResponse:
    """Back to the case with what was done, or the reasons against it."""
    if isinstance(outcome, Refused):
        if "no_such_case" in outcome.names:
            return render(request, "lawgate/not_here.html", status=404)
        return not_done(request, outcome, reverse("case", args=[number]), says=_("Back to the case"))
    back = reverse(_PLACES.get(act, "case"), args=[number])
    return done(request, back, _("Done, and entered in the history of the case."))


_PLACES: Final = {"settle_match": "people", "find": "elements"}
