"""The application in this process and as a deployment runs it, and Debian's Chromium before it."""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.service.casework.conftest import founded, small_office, world  # noqa: F401 - fixtures
from tests.service.casework.office import Office

from lawgate.service.casework.deployment import deployed
from lawgate.service.demonstration import settings_of

# The browser's driver keeps an event loop running in this thread, and Django takes a thread with one for asynchronous
# code. Nothing here is: the pages are asked one after the other.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
]  # fmt: skip
READY_SECONDS_MAX = 900
"""However busy the machine is: a server that ended is found at once, and one that hangs in the end."""


@pytest.fixture
def inside(small_office: Office, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:  # noqa: F811
    """The pages of this process work at the desk of an office of its own."""
    monkeypatch.setattr(deployed, "desk_of", lambda *_given, **_named: small_office.desk)
    deployed.desk.cache_clear()
    yield small_office
    deployed.desk.cache_clear()


def free_port() -> int:
    """A port that nobody listens on."""
    with closing(socket.socket()) as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    """Until the server answers; a server that ended, or takes too long, fails the test."""
    end = time.monotonic() + READY_SECONDS_MAX
    while time.monotonic() < end:
        assert process.poll() is None, "the server ended"
        try:
            if requests.get(f"{address}/health", timeout=2).ok:
                return
        except requests.RequestException:
            time.sleep(0.1)
    raise AssertionError("the server did not answer")


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A demonstration laid down once for all processes of the tests."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if os.environ.get("PYTEST_XDIST_WORKER") else shared
    folder = shared / "demonstration"
    with (shared / "demonstration.lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        if not folder.exists():
            part = shared / "demonstration.part"
            shutil.rmtree(part, ignore_errors=True)
            code = "from lawgate.service.demonstration.prepared import prepare; prepare()"
            environment = os.environ | settings_of(part)
            subprocess.run(
                [sys.executable, "-c", code], env=environment, check=True, stdout=subprocess.DEVNULL
            )
            part.rename(folder)
    return folder


@dataclass(frozen=True, slots=True)
class Served:
    """A demonstration that is served: where, and the folder that it keeps."""

    address: str
    folder: Path


@pytest.fixture(scope="session")
def served(story: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A demonstration of its own for this process of the tests, served by the command."""
    with serving(story, tmp_path_factory.mktemp("served") / "data") as made:
        yield made


@contextmanager
def serving(story: Path, folder: Path) -> Iterator[Served]:
    """A copy of the demonstration, as it was laid down, served until this ends."""
    shutil.copytree(story, folder)
    port = free_port()
    lawgate = str(Path(sys.executable).with_name("lawgate"))
    command = [lawgate, "demo", "--port", str(port), "--data", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, process)
        yield Served(address, folder)
    finally:
        process.terminate()
        process.wait(600)


@pytest.fixture(scope="session")
def server(served: Served) -> str:
    """Its address."""
    return served.address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; that it is not installed is a failure and no reason to skip."""
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def context(browser: Browser, server: str) -> Iterator[BrowserContext]:
    """A browser that knows nothing yet."""
    made = browser.new_context(base_url=server, viewport={"width": 1200, "height": 900})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page; a fault in a script, a refusal by the policy or a file that is not there fails the test."""
    opened, found = watched(context)
    yield opened
    assert found == []


def watched(context: BrowserContext) -> tuple[Page, list[str]]:
    """A page with what went wrong on it."""
    found: list[str] = []
    opened = context.new_page()
    opened.on("pageerror", lambda error: found.append(str(error)))
    opened.on("console", lambda said: found.append(said.text) if said.type in {"error", "warning"} else None)
    opened.on("requestfailed", lambda failed: found.append(failed.url))
    return opened, found
