"""Run by `working_tree` with another tree's modules on the path: writes the law of that tree to standard output."""

from __future__ import annotations

import json
import pickle
import sys
from dataclasses import fields, is_dataclass, replace
from datetime import date

import lawgate
from lawgate import cite, dates
from lawgate.kernel import expr, fact
from lawgate.law import contested, corpus, order, provision, use
from lawgate.law.readings import DEFAULTS

_MODULES = (cite, contested, corpus, dates, expr, fact, order, provision, use)


def shape() -> dict[str, list[str]]:
    """The fields of every class in which law is written: two trees that agree in them can be compared."""
    return {
        f"{module.__name__}.{name}": [field.name for field in fields(kind)]
        for module in _MODULES
        for name, kind in sorted(vars(module).items())
        if isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == module.__name__
    }


def main() -> None:
    """Argument: a JSON object with the day and the readings to be followed otherwise than by default."""
    asked = json.loads(sys.argv[1])
    law = corpus.as_of(date.fromisoformat(asked["day"]), readings={**DEFAULTS, **asked["readings"]})
    plain = replace(law, statutes=dict(law.statutes), readings=dict(law.readings))
    told = {"from": lawgate.__file__, "shape": shape(), "digest": law.digest, "corpus": plain}
    pickle.dump(told, sys.stdout.buffer)


if __name__ == "__main__":
    main()
