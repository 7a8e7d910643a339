"""Agreements, a file each: a memorandum narrows what the law opens, and never widens it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from lawgate.law.agreement import Agreement
from lawgate.law.agreements import d_example, mou_2025

AGREEMENTS: Final[Mapping[str, Agreement]] = MappingProxyType(
    {agreement.id: agreement for agreement in (mou_2025.AGREEMENT, d_example.AGREEMENT)}
)
