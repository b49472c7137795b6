"""The chain of audit records as an operator checks it: whole whatever the server went through, and
what was done to the files behind its back is found."""

import json
import os
import re
import shutil
import sqlite3

import pytest

import http_client
from conftest import Account
from test_startup import settle

FILE = "gatehouse.db"


def verify(operator, *arguments, data="data"):
    return operator("audit", "verify", "--data", data, *arguments)


def events(data, *columns, order="sequence"):
    connection = sqlite3.connect(data / FILE)
    rows = connection.execute(
        f"SELECT {', '.join(columns)} FROM audit_event ORDER BY {order}").fetchall()
    connection.close()
    return rows


@pytest.fixture
def served(gatehouse_data):
    """A server with an account and ten users of its own."""
    server = gatehouse_data()
    server.account = Account(server)
    iam = server.account.client("iam")
    for number in range(10):
        iam.create_user(UserName=f"user{number}")
    return server


def test_the_record_is_whole_while_the_server_runs_and_after_it_was_killed(served, operator):
    checked = verify(operator)
    assert checked.returncode == 0, checked.stderr
    assert re.fullmatch(rf"{served.account.account}: \d+ records, whole\n", checked.stdout)
    iam = served.account.client("iam")
    for number in range(30):
        iam.create_user(UserName=f"more{number}")
        iam.list_users()
    http_client.Browser(served).sign_in_as_root(served.account.email, "not the password")
    served.kill()
    served.start()
    served.account.client("iam").create_user(UserName="last")
    [answer] = json.loads(verify(operator, "--json").stdout)
    assert answer["isWhole"] and answer["faults"] == 0 and answer["recordsBeforeSeals"] == 0
    assert answer["records"] >= 42
    assert verify(operator, "--account", served.account.account).returncode == 0


@pytest.mark.parametrize("statement, words", [
    ("UPDATE audit_event SET record = replace(record, 'user3', 'user4') WHERE sequence = 5",
     r"record 5 is not the one that was written: {id} \(CreateUser, 20\S+Z\)"),
    ("DELETE FROM audit_event WHERE sequence = 5",
     r"record 5 is gone, between \S+ \(CreateUser, \S+\) and \S+ \(CreateUser, \S+\)"),
    ("DELETE FROM audit_event WHERE sequence IN (5, 6)", "records 5 to 6 are gone, between "),
    ("DELETE FROM audit_event WHERE sequence = 1", r"record 1 is gone, before \S+ "),
    ("DELETE FROM audit_event WHERE sequence > 8", r"records 9 to \d+ are gone at the end, after"),
    ("DELETE FROM audit_event", r"records 1 to \d+ are gone, which were all"),
])
def test_what_was_done_to_the_files_is_told(served, operator, statement, words):
    assert served.stop() == 0
    [identifier] = [row[0] for row in events(served.data, "event_id", "sequence") if row[1] == 5]
    settle(served.data, statement)
    checked = verify(operator)
    assert checked.returncode == 1
    told = checked.stdout.splitlines()[1:]
    assert len(told) == 1, checked.stdout
    assert re.search(words.replace("{id}", identifier), told[0]), told[0]
    assert checked.stderr == (
        "gatehouse: the audit record of 1 of 1 accounts is not what was written\n")


def test_records_of_before_there_were_seals_are_counted(served, operator):
    assert served.stop() == 0
    settle(
        served.data, "UPDATE audit_event SET sequence = NULL, seal = NULL",
        "DELETE FROM audit_head")
    served.start()
    served.account.client("iam").create_user(UserName="sealed")
    [answer] = json.loads(verify(operator, "--json").stdout)
    assert answer["isWhole"] and answer["records"] >= 1 and answer["recordsBeforeSeals"] >= 11


def test_a_restored_copy_is_whole(served, operator, tmp_path):
    assert served.stop() == 0
    shutil.copytree(served.data, tmp_path / "restored")
    checked = verify(operator, data="restored")
    assert checked.returncode == 0 and "whole" in checked.stdout


def test_another_master_key_does_not_check(served, operator, tmp_path):
    assert served.stop() == 0
    key = served.data / "master.key"
    key.unlink()
    key.touch(mode=0o600)
    key.write_text("A" * 43 + "=\n")
    checked = verify(operator)
    assert checked.returncode == 1 and "the master key does not open" in checked.stderr
    assert os.path.exists(served.data / FILE)


def test_an_account_that_is_none(operator, served):
    checked = verify(operator, "--account", "12345")
    assert checked.returncode == 1 and "`12345` is no account" in checked.stderr
