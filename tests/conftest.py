"""What holds for every test: nothing leaves this computer, and chance is seeded."""

from __future__ import annotations

import ipaddress
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from upperhand import cli

Ended = tuple[int, str, str]
"""Exit code, standard output, standard error."""

# A slow computer is no failure, so no example has a deadline. `make fuzz` looks a hundred times longer.
settings.register_profile("default", deadline=None, derandomize=True, database=None)
settings.register_profile(
    "fuzz", deadline=None, max_examples=10_000, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("default")

CALLS = ("connect", "connect_ex", "sendto")


def stays_here(address: Any) -> bool:
    """Whether a socket address is this computer: loopback, or a Unix socket's path."""
    if isinstance(address, str | bytes):
        return True
    host = str(address[0]).split("%")[0]
    if host in ("localhost", ""):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def nothing_leaves_loopback(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Refuse every connection and name look-up leaving loopback; fail even where the code hid the error."""
    left: list[str] = []

    def refuse(what: str) -> None:
        left.append(what)
        raise OSError(f"a test tried to reach {what}; nothing here may leave this computer")

    def guarded(name: str) -> Any:
        original = getattr(socket.socket, name)

        def call(self: socket.socket, *args: Any) -> Any:
            if not stays_here(args[-1]):
                refuse(str(args[-1]))
            return original(self, *args)

        return call

    look_up = socket.getaddrinfo

    def guarded_look_up(host: Any, *args: Any, **named: Any) -> Any:
        if host is not None and not stays_here((host if isinstance(host, str) else host.decode(),)):
            refuse(str(host))
        return look_up(host, *args, **named)

    for name in CALLS:
        monkeypatch.setattr(socket.socket, name, guarded(name))
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)
    yield left
    if left:
        pytest.fail(f"left this computer: {', '.join(left)}")


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ended]:
    """Run the command line here: exit code, standard output, standard error."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setenv("COLUMNS", "100")
    for name in ("FORCE_COLOR", "NO_COLOR", cli.TRACE):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str | Path) -> Ended:
        with pytest.raises(SystemExit) as left:
            cli.main([str(a) for a in arguments])
        out, err = capsys.readouterr()
        return int(left.value.code or 0), out, err

    return run
