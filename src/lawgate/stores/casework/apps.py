"""Django's name for this part."""

from __future__ import annotations

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    """The tables of casework."""

    name = "lawgate.stores.casework"
    label = "casework"
    default_auto_field = "django.db.models.BigAutoField"
