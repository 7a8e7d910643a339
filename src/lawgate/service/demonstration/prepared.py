"""Everything that `lawgate demo` lays down before the pages are served, and who can sign in."""

from __future__ import annotations

from typing import Any

from lawgate.errors import InputError
from lawgate.service.casework.runs.batches import count_shapes
from lawgate.service.demonstration.founded import PLAYERS, StoryClock, concerned, lay_down, records_of
from lawgate.service.demonstration.runs import lay_runs
from lawgate.service.demonstration.story import Story
from lawgate.settings import DEPLOYMENT

Document = dict[str, Any]


def prepare() -> Document:
    """Lay the demonstration down where its settings say, unless it stands there already."""
    if not DEPLOYMENT.demonstration:
        raise InputError("this is no demonstration", where="LAWGATE_DEMONSTRATION", mend="run lawgate demo")
    if not records_of(DEPLOYMENT).is_dir():
        clock = StoryClock()
        desk = lay_down(DEPLOYMENT, clock)
        Story(desk, clock, DEPLOYMENT, records_of(DEPLOYMENT).parent).tell()
        lay_runs(DEPLOYMENT, records_of(DEPLOYMENT).parent)
        count_shapes(desk)
    people = (*PLAYERS, concerned(DEPLOYMENT))
    return {
        "people": [{"id": one.login, "name": one.name, "role": one.role.value} for one in people],
        "keys": str(DEPLOYMENT.keys_folder / "keys.txt"),
    }
