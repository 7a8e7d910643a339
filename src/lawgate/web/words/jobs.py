"""The application's own words for the jobs of the background, in the reader's language."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_lazy as _

from lawgate.web.words import Words

JOBS: Final[Words] = {
    "deliver": _("Hand over a package"),
    "deliver_waiting": _("Hand over what waits"),
    "hold_to_law": _("Hold every open case to changed law"),
    "hold_case": _("Hold a case to the orders in force"),
    "hold_to_today": _("Hold every open case to the law of the day"),
    "remind": _("Remind of what is due"),
    "remind_counsel": _("Remind counsel"),
    "destroy": _("Destroy what is past its time"),
    "count_shapes": _("Count the shape of large requests"),
    "clear": _("Clear away ended jobs and sessions"),
    "send_notices": _("Send the notices that wait"),
    "send_notice": _("Send a notice"),
}
STANDS: Final[Words] = {
    "waiting": _("waits"),
    "running": _("runs"),
    "resting": _("failed, and is tried again"),
    "given_up": _("given up"),
}
"""Tests hold both complete."""
