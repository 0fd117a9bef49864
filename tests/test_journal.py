"""The journal only grows, a line at a time, and a torn line costs nothing but itself."""

from __future__ import annotations

import json
import math
import os
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upperhand.casefile.journal import JOURNAL, KINDS, append, read_journal
from upperhand.errors import CallError, WorldError


def noon() -> datetime:
    return datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


def test_entries_come_back_in_order_with_the_clock_they_were_given(tmp_path: Path) -> None:
    append(tmp_path, "asked", {"question": "Что важнее всего?"}, noon)
    append(tmp_path, "answered", {"text": "dry walls\nand soon"}, noon)
    entries, problems = read_journal(tmp_path)
    assert [(e.at, e.kind) for e in entries] == [("2026-05-04T12:00:00+00:00", k) for k in ("asked", "answered")]
    assert entries[0].data == {"question": "Что важнее всего?"} and entries[1].data == {"text": "dry walls\nand soon"}
    assert problems == ()
    assert (tmp_path / JOURNAL).read_bytes().count(b"\n") == 2


def test_a_missing_journal_is_an_empty_one(tmp_path: Path) -> None:
    assert read_journal(tmp_path) == ((), ())


def test_a_torn_last_line_is_a_warning_and_the_next_entry_starts_afresh(tmp_path: Path) -> None:
    append(tmp_path, "asked", {"question": "one"}, noon)
    with (tmp_path / JOURNAL).open("ab") as journal:
        journal.write(b'{"at": "2026-05-04T12:00:00+00:00", "kind": "answ')
    entries, (problem,) = read_journal(tmp_path)
    assert len(entries) == 1
    assert (problem.file, problem.line, problem.severity) == (JOURNAL, 2, "warning") and "torn" in problem.what
    append(tmp_path, "answered", {"text": "two"}, noon)
    entries, problems = read_journal(tmp_path)
    assert [e.kind for e in entries] == ["asked", "answered"] and len(problems) == 1


@pytest.mark.parametrize(
    "line",
    [b"\xff\xfe", b"[]", b"1", b"{}", b'{"at": 1, "kind": "asked"}', b'{"at": "x", "kind": "told"}', b"[" * 9999],
)
def test_a_line_that_is_no_entry_is_passed_over_with_a_warning(tmp_path: Path, line: bytes) -> None:
    (tmp_path / JOURNAL).write_bytes(line + b"\n")
    append(tmp_path, "offered", {"package": {"price": 1500}}, noon)
    entries, problems = read_journal(tmp_path)
    assert len(entries) == 1 and [p.line for p in problems] == [1]


def test_an_entry_is_one_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[bytes] = []
    real = os.write

    def watched(handle: int, data: bytes) -> int:
        written.append(data)
        return real(handle, data)

    monkeypatch.setattr(os, "write", watched)
    append(tmp_path, "asked", {"question": "x" * 100_000}, noon)
    assert len(written) == 1 and written[0].endswith(b"\n")


def test_writers_at_the_same_time_do_not_mix_their_lines(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: append(tmp_path, "replied", {"n": n, "text": "x" * 5000}, noon), range(64)))
    entries, problems = read_journal(tmp_path)
    assert sorted(e.data["n"] for e in entries) == list(range(64)) and problems == ()


@pytest.mark.parametrize(
    ("kind", "data"), [("told", {}), ("asked", {"x": object()}), ("asked", {"x": math.nan}), ("asked", {"at": 1})]
)
def test_what_cannot_be_an_entry_is_refused_and_leaves_no_trace(
    tmp_path: Path, kind: Any, data: dict[str, Any]
) -> None:
    with pytest.raises(CallError):
        append(tmp_path, kind, data, noon)
    assert not (tmp_path / JOURNAL).exists()


def test_a_folder_that_is_not_there_is_the_worlds_failure(tmp_path: Path) -> None:
    with pytest.raises(WorldError):
        append(tmp_path / "absent", "asked", {}, noon)


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
NAMES = st.text().filter(lambda name: name not in ("at", "kind"))


@given(st.sampled_from(KINDS), st.dictionaries(NAMES, PLAIN, max_size=4))
def test_whatever_is_noted_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, kind: Any, data: dict[str, Any]
) -> None:
    folder = tmp_path_factory.mktemp("journal")
    append(folder, kind, data, noon)
    (entry,), problems = read_journal(folder)
    assert problems == () and entry.kind == kind and json.dumps(entry.data) == json.dumps(data)
