"""The pages of this process at the desk of an office that the tests found."""

from __future__ import annotations

from tests.service.casework.office import Office

from lawgate.service.casework.deployment import deployed


def work_at(office: Office) -> None:
    """From now on every page is answered from this office's cases."""
    deployed.desk_of = lambda *_given, **_named: office.desk  # type: ignore[attr-defined]
    deployed.desk.cache_clear()
