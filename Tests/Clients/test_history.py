"""Nodes that are killed and paused break no promise, and a history that breaks one is found out."""

import importlib.util
import subprocess
import sys

import pytest

import seeds
from conftest import REPOSITORY

pytestmark = pytest.mark.of_one_engine

HISTORY = REPOSITORY / "Fuzz" / "History"


def made(tmp_path, *arguments):
    """Makes a short history; returns its exit status and what was printed."""
    finished = subprocess.run(
        [sys.executable, HISTORY / "history.py", "--seed", str(seeds.SEED), *arguments],
        capture_output=True, text=True, timeout=400, cwd=tmp_path)
    return finished.returncode, finished.stdout + finished.stderr


def test_nodes_that_are_killed_and_paused_break_no_promise(tmp_path):
    status, output = made(tmp_path, "--operations", "4000")
    assert status == 0, output
    assert " 0 faults" in " " + output.splitlines()[-1]


@pytest.mark.parametrize("fault, words", [
    ("cached-key", ": accepted: the key of "),
    ("lost-record", " was acknowledged and has no record"),
    ("third-key", "3 keys were listed"),
    ("lost-write", "the key of "),
])
def test_a_planted_fault_is_found(tmp_path, fault, words):
    status, output = made(tmp_path, "--operations", "3000", "--clients", "2", "--plant", fault)
    assert status == 1, output
    assert any(line.startswith("FAULT ") and words in line for line in output.splitlines()), output


@pytest.fixture(scope="module")
def rules():
    specification = importlib.util.spec_from_file_location("history_rules", HISTORY / "rules.py")
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module  # dataclasses look there
    specification.loader.exec_module(module)
    return module


@pytest.mark.parametrize("writes, moment, seen", [
    # A write is seen while it is made, and it alone once it was acknowledged.
    ([("b", 10, 20)], (5, 9), "a"),
    ([("b", 10, 20)], (5, 10), "ab"),
    ([("b", 10, 20)], (15, 16), "ab"),
    ([("b", 10, 20)], (20, 21), "ab"),
    ([("b", 10, 20)], (21, 22), "b"),
    ([("b", 10, 20), ("c", 30, 40)], (25, 35), "bc"),
    ([("b", 10, 20), ("c", 30, 40)], (41, 99), "c"),
    # One without an answer may come later than what was acknowledged after it.
    ([("b", 10, None)], (100, 101), "ab"),
    ([("b", 10, None), ("c", 30, 40)], (100, 101), "bc"),
    ([("b", 10, None), ("c", 70 * 10**9, 71 * 10**9)], (72 * 10**9, 73 * 10**9), "c"),
])
def test_what_may_have_been_seen(rules, writes, moment, seen):
    register = rules.Register("it", "a")
    for write in writes:
        register.write(*write)
    values = [write.value for write in register.visible(register.reading(None, *moment))]
    assert sorted(values) == list(seen)


def test_keys_are_counted_by_what_is_certain(rules):
    keys = rules.Keys("carol")
    keys.made("one", 0, 10)
    keys.made("two", 5, 15)
    keys.deleted("one", 20, 30)
    keys.made("three", 18, 25)
    keys.refused(12, 14)
    assert list(keys.faults()) == []
    keys.refused(40, 41)
    assert list(keys.faults()) == []
    keys.deleted("two", 50, 60)
    keys.refused(70, 71)
    assert list(keys.faults()) == ["carol: a key was refused although there was room"]
    keys = rules.Keys("dave")
    for number in range(3):
        keys.made(str(number), number, 10)
    assert list(keys.faults()) == ["dave: there were 3 keys at once"]


def test_records_are_matched_with_writes(rules):
    def faults(acknowledged, unanswered, records):
        return list(rules.faults_of_records(acknowledged, unanswered, records))

    assert faults({"1": "A", "2": "B"}, {}, [("2", "B"), ("1", "A")]) == []
    assert faults({}, {"A": 1}, [("1", "A")]) == []
    assert faults({"1": "A"}, {}, []) == ["A 1 was acknowledged and has no record"]
    assert len(faults({"1": "A"}, {}, [("1", "A"), ("1", "A")])) == 1
    assert len(faults({}, {"A": 1}, [("1", "A"), ("2", "A")])) == 1
