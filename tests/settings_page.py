"""The page of the settings, made from their class: `python -m tests.settings_page` writes it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic_core import PydanticUndefined

from lawgate.settings import PREFIX, SECRETS, Deployment

PAGE = Path(__file__).parents[1] / "docs" / "settings.md"
HEAD = f"""# Settings

A deployment is told what it is by the environment. Made from the class `Deployment` of `src/lawgate/settings.py` by
`python -m tests.settings_page`; a test holds page and class equal.

A secret is better told by a file: `{SECRETS}` names a folder with a file for each, named after the setting in small
letters, such as `lawgate_secret_key`. What the environment says goes before it. A value that cannot be read, a name
with a slip in it, and settings that cannot stand together end every command in one line each and exit 2; no line
repeats what was given. `lawgate serve` asks besides for a secret key, an identity provider and the proxy that ends
TLS, unless it is a demonstration on the machine's own address. What a PostgreSQL has to be told so that it loses
nothing stands in [postgresql.md](postgresql.md), and is asked at every start.

```sh
lawgate found agency.example/disclosures       # once: tables, keys and an empty ledger, where the settings say
lawgate register official sol --name "Sol Kim" --role administrator --since 2026-03-01
lawgate worker                                 # enters into the ledger and runs every job; one at a time
lawgate serve --workers 2                      # the pages, behind a proxy that ends TLS
```

The records are a folder of the form that `lawgate sample` writes: `records.json` and the tables of taxpayers, addresses
and items. Only made-up ones are looked at yet ([threat model](threat-model.md)).

| setting | default | what it says |
|---|---|---|
"""


def page() -> str:
    """The table of every setting."""
    rows = [
        f"| `{PREFIX}{name.upper()}` | {_default(field)} | {(field.description or '').replace(chr(10), ' ')} |\n"
        for name, field in Deployment.model_fields.items()
    ]
    return HEAD + "".join(rows)


def _default(field: Any) -> str:
    if field.default is not PydanticUndefined:
        return {None: "", True: "`true`", False: "`false`"}.get(field.default, f"`{field.default}`")
    made = field.default_factory()
    return f"`{','.join(made)}`" if isinstance(made, list) and made else ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
