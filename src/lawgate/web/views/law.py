"""The law as it is encoded, by date: for anyone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from lawgate.service.casework.registers.orders import entered_orders
from lawgate.service.law import pages as law_pages
from lawgate.service.law import shown as law_service
from lawgate.web.parse import day_asked
from lawgate.web.tree import nested


def overview(request: HttpRequest) -> HttpResponse:
    """Every provision in force on a day, by subsection, with those that hold the words looked for."""
    day, words = day_asked(request), request.GET.get("words", "").strip()
    found = law_pages.overview(day, words)
    return render(request, "lawgate/law/overview.html", {**found, "words": words})


def provision(request: HttpRequest, address: str) -> HttpResponse:
    """One provision: in plain words, its elements and mends, orders, readings, dated texts and cases."""
    day = day_asked(request)
    found = law_service.show_law(f"/{address}", day)
    mends = [element for element in found["elements"] if element.get("mend")]
    shown = {"law": found, "day": day, "words": nested(found["words"]), "mends": mends}
    return render(request, "lawgate/law/provision.html", shown)


def orders(request: HttpRequest) -> HttpResponse:
    """Orders of courts as a picture and as words, with those that counsel entered here."""
    found = law_pages.orders()
    # The picture is our own, drawn from the corpus; every word in it was escaped when it was drawn.
    picture = mark_safe(found["picture"])  # noqa: S308
    shown = {**found, "picture": picture, "orders": [*entered_orders(), *found["orders"]]}
    return render(request, "lawgate/law/orders.html", shown)


def readings(request: HttpRequest) -> HttpResponse:
    """The contested questions: who reads them how, and which reading is followed by default."""
    return render(request, "lawgate/law/readings.html", {"questions": law_pages.questions_asked()})


def agreements(request: HttpRequest) -> HttpResponse:
    """The agreements with agencies: what each demands besides the law."""
    return render(request, "lawgate/law/agreements.html", {"agreements": law_pages.agreements()})


def questions(request: HttpRequest) -> HttpResponse:
    """Every question of judgement, and who may answer it."""
    return render(request, "lawgate/law/questions.html", law_service.list_vocabulary())
