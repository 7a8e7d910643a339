"""What every page is given: who is looking, where he can go, and whether this is a demonstration."""

from __future__ import annotations

from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from lawgate.web.access import ACCESS

PLACES: Final = (
    "inbox", "batches", "notices", "office", "counsel", "agency", "agency-new", "account", "looks", "accounting",
    "ledger", "jobs", "check-address", "law", "transparency", "verify",
)  # fmt: skip
TITLED: Final = {
    "accounting": ("accounting", "yearly"),
    "batches": ("batches", "batch-new", "batch", "batch-progress", "batch-result"),
    "looks": (
        "looks", "signatures", "registers", "audits", "audit", "audit-rows", "audit-release", "audit-differences",
    ),
    "law": ("law", "provision", "orders", "readings"),
    "counsel": (
        "counsel", "counsel-readings", "counsel-orders", "preview-order", "counsel-agreements", "counsel-agencies",
        "counsel-agency", "counsel-caps",
    ),
}  # fmt: skip


def frame(request: HttpRequest) -> dict[str, Any]:
    """The visitor, the navigation and the banner."""
    visitor = request.visitor
    here = request.resolver_match.view_name if request.resolver_match else ""
    labels = _labels()
    return {
        "visitor": visitor,
        "demonstration": settings.LAWGATE_DEMONSTRATION,
        "said": request.session.pop("said", None) if visitor.is_signed_in else None,
        "navigation": [
            {"url": reverse(name), "label": labels[name], "current": here in TITLED.get(name, (name,))}
            for name in PLACES
            if ACCESS[name].lets(visitor.roles)
        ],
    }


def _labels() -> dict[str, str]:
    return {
        "inbox": _("Cases"),
        "batches": _("Large requests"),
        "notices": _("Notices"),
        "office": _("Office"),
        "counsel": _("Counsel"),
        "agency": _("Our requests"),
        "agency-new": _("New request"),
        "account": _("My account"),
        "looks": _("Oversight"),
        "accounting": _("Disclosures"),
        "ledger": _("Ledger"),
        "jobs": _("Jobs"),
        "transparency": _("Counts"),
        "check-address": _("Check an address"),
        "law": _("The law"),
        "verify": _("Check a proof"),
    }
