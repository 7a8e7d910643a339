"""A token of SoftHSM, one for the process, in a folder of its own; what needs another process is told its settings."""

from __future__ import annotations

import os
import secrets
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pkcs11

LIBRARY = Path("/usr/lib/softhsm/libsofthsm2.so")


@dataclass(frozen=True, slots=True)
class SoftToken:
    """Where it is, and its settings under the names that Lawgate reads."""

    folder: Path
    settings: dict[str, str]

    def use(self) -> None:
        """Let this process find it."""
        os.environ.update(self.settings)

    def take_away(self) -> None:
        """As if it were unplugged: its objects are gone from where SoftHSM looks for them."""
        (self.folder / "tokens").rename(self.folder / "away")

    def put_back(self) -> None:
        """Plug it in again. SoftHSM looks for tokens when it is begun, so it is begun again."""
        (self.folder / "away").rename(self.folder / "tokens")
        pkcs11.lib(str(LIBRARY)).reinitialize()


@cache
def soft_token() -> SoftToken:
    """The token of this process; SoftHSM reads its settings once, when its library is loaded."""
    folder = Path(mkdtemp(prefix="lawgate-softhsm-"))
    (folder / "tokens").mkdir()
    conf, number = folder / "softhsm2.conf", secrets.token_hex(8)
    conf.write_text(
        f"directories.tokendir = {folder / 'tokens'}\nobjectstore.backend = file\nlog.level = ERROR\n"
    )
    environment = {**os.environ, "SOFTHSM2_CONF": str(conf)}
    command = [
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        "agency",
        "--so-pin",
        number,
        "--pin",
        number,
    ]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    pin = folder / "pin"
    pin.touch(mode=0o600)
    pin.write_text(f"{number}\n")
    return SoftToken(
        folder,
        {
            "SOFTHSM2_CONF": str(conf),
            "LAWGATE_TOKEN_LIBRARY": str(LIBRARY),
            "LAWGATE_TOKEN_LABEL": "agency",
            "LAWGATE_TOKEN_PIN_FILE": str(pin),
        },
    )
