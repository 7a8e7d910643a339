"""Every address of the API; the door resolves them by itself, so no page's address can be reached through it."""

from __future__ import annotations

from django.urls import path

from lawgate.api.v1 import API

urlpatterns = [path("api/v1/", API.urls)]
