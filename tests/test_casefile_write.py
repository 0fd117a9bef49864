"""Saving never leaves half a file, never touches what did not change, and never overwrites another's edit."""

from __future__ import annotations

import os
import random
import re
import signal
import stat
import sys
import time
from pathlib import Path

import pytest

from tests.case_texts import GUTTERS
from upperhand.casefile import write
from upperhand.casefile.journal import JOURNAL, append, read_journal
from upperhand.casefile.read import Opened, read_case
from upperhand.casefile.write import replace_file, save, save_changes
from upperhand.errors import WorldError

KILLS = 200


def folder_with(tmp_path: Path, data: bytes) -> Opened:
    (tmp_path / "case.yaml").write_bytes(data)
    return read_case(tmp_path)


@pytest.mark.parametrize(
    "data", [GUTTERS.encode(), b"\xef\xbb\xbf" + GUTTERS.encode(), GUTTERS.replace("\n", "\r\n").encode()]
)
def test_saving_what_did_not_change_leaves_every_byte_and_the_very_file(tmp_path: Path, data: bytes) -> None:
    opened = folder_with(tmp_path, data)
    before = (tmp_path / "case.yaml").stat()
    assert save(opened, opened.text) == opened.digest
    after = (tmp_path / "case.yaml").stat()
    assert (tmp_path / "case.yaml").read_bytes() == data
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_kept_change_keeps_comments_order_mark_and_mode(tmp_path: Path) -> None:
    opened = folder_with(tmp_path, b"\xef\xbb\xbf" + GUTTERS.encode())
    (tmp_path / "case.yaml").chmod(0o640)
    digest = save_changes(opened, ["theirs.worth=5000"])
    data = (tmp_path / "case.yaml").read_bytes()
    assert data == b"\xef\xbb\xbf" + GUTTERS.replace("worth: 4000", "worth: 5000").encode()
    assert stat.S_IMODE((tmp_path / "case.yaml").stat().st_mode) == 0o640
    assert read_case(tmp_path).digest == digest
    assert sorted(p.name for p in tmp_path.iterdir()) == ["case.yaml"]


def test_a_linked_case_file_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "elsewhere"
    real.mkdir()
    (real / "real.yaml").write_text(GUTTERS, encoding="utf-8")
    here = tmp_path / "here"
    here.mkdir()
    (here / "case.yaml").symlink_to(real / "real.yaml")
    save_changes(read_case(here), ["theirs.worth=5000"])
    assert (here / "case.yaml").is_symlink()
    assert "worth: 5000" in (real / "real.yaml").read_text(encoding="utf-8")


def test_an_edit_made_elsewhere_is_never_overwritten(tmp_path: Path) -> None:
    opened = folder_with(tmp_path, GUTTERS.encode())
    other = GUTTERS.replace("worth: 4000", "worth: 4100")
    (tmp_path / "case.yaml").write_text(other, encoding="utf-8")
    with pytest.raises(WorldError, match="has changed on disk"):
        save_changes(opened, ["theirs.worth=5000"])
    assert (tmp_path / "case.yaml").read_text(encoding="utf-8") == other


def test_two_savers_from_one_reading_cannot_both_win(tmp_path: Path) -> None:
    opened = folder_with(tmp_path, GUTTERS.encode())
    save_changes(opened, ["theirs.worth=5000"])
    with pytest.raises(WorldError):
        save_changes(opened, ["theirs.worth=6000"])


def test_a_full_disk_leaves_the_old_file_and_no_litter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = folder_with(tmp_path, GUTTERS.encode())

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WorldError, match="No space left"):
        save_changes(opened, ["theirs.worth=5000"])
    assert (tmp_path / "case.yaml").read_text(encoding="utf-8") == GUTTERS
    assert [p.name for p in tmp_path.iterdir()] == ["case.yaml"]


def test_a_vanished_file_is_the_worlds_failure(tmp_path: Path) -> None:
    opened = folder_with(tmp_path, GUTTERS.encode())
    (tmp_path / "case.yaml").unlink()
    with pytest.raises(WorldError, match="cannot be read"):
        save(opened, GUTTERS + "# more\n")


def test_parts_left_by_a_crash_are_cleared_once_they_are_old(tmp_path: Path) -> None:
    old, young = tmp_path / ".case.yaml.aaa.part", tmp_path / ".case.yaml.bbb.part"
    for part in (old, young):
        part.write_text("half", encoding="utf-8")
    os.utime(old, (time.time() - 7200, time.time() - 7200))
    replace_file(tmp_path / "case.yaml", b"upperhand: 1\n")
    assert not old.exists() and young.exists()


def version(number: int) -> str:
    return GUTTERS.replace("Gutters after the storm", f"Version {number}") + f"# {'x' * (number % 977)}\n"


def _save_and_note_for_ever(folder: Path) -> None:
    """What the child does until it is killed."""
    number = 0
    while True:
        number += 1
        opened = read_case(folder)
        write.save(opened, version(number))
        append(folder, "asked", {"question": f"question {number}", "padding": "ä" * (number % 500)})


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork and no SIGKILL")
def test_two_hundred_sudden_deaths_leave_a_whole_case_and_whole_lines(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(version(0), encoding="utf-8")
    rng = random.Random(4)
    changed = 0
    for _ in range(KILLS):
        child = os.fork()
        if child == 0:
            try:
                _save_and_note_for_ever(tmp_path)
            finally:
                os._exit(1)
        time.sleep(rng.uniform(0.0, 0.06))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status), "the child died of something else"
        text = (tmp_path / "case.yaml").read_bytes().decode("utf-8")
        found = re.search(r"title: Version (\d+)", text)
        assert found is not None and text == version(int(found[1]))
        assert read_case(tmp_path).problems == ()
        changed += int(found[1]) > 0
        _, torn = read_journal(tmp_path)
        assert len(torn) == 0
    assert changed > 0
    entries, torn = read_journal(tmp_path)
    assert len(entries) > 0 and not torn
    assert (tmp_path / JOURNAL).read_bytes().count(b"\n") == len(entries)
