"""Would a test notice a connection that leaves this computer?"""

from __future__ import annotations

import socket
import urllib.request

import pytest


@pytest.fixture
def caught(nothing_leaves_loopback: list[str]) -> list[str]:
    return nothing_leaves_loopback


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("2001:db8::1", 80)])
def test_a_connection_to_elsewhere_is_refused_and_remembered(caught: list[str], address: tuple[str, int]) -> None:
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    with socket.socket(family) as line, pytest.raises(OSError, match="may leave this computer"):
        line.connect(address)
    assert caught == [str(address)]
    caught.clear()


def test_a_datagram_to_elsewhere_is_refused(caught: list[str]) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as line, pytest.raises(OSError, match="may leave"):
        line.sendto(b"hello", ("192.0.2.1", 53))
    assert len(caught) == 1
    caught.clear()


def test_a_page_fetched_by_name_is_refused_before_the_look_up(caught: list[str]) -> None:
    with pytest.raises(OSError, match="may leave"):
        urllib.request.urlopen("http://example.invalid/", timeout=1)
    assert caught == ["example.invalid"]
    caught.clear()


def test_loopback_is_open(caught: list[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as line:
        server.accept()[0].close()
        assert line.recv(1) == b""
    assert caught == []
