"""The table of the keys under which columns rest encrypted; no key is in it."""

from __future__ import annotations

from django.db import models


class DataKey(models.Model):
    """A version of the key under which columns rest encrypted, known by a mark that tells nothing of it."""

    version = models.PositiveIntegerField(primary_key=True)
    mark = models.CharField(max_length=64)
    head = models.BinaryField(max_length=4)
    """What each value under it begins with, by which the guard knows it."""
