"""The chain of audit records as an operator checks it: whole whatever the server went through, and
what was done to the files behind its back is found."""

import gzip
import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess

import pytest
from cryptography.hazmat.primitives.asymmetric import ed25519

import http_client
from conftest import GATEHOUSE, PATIENCE, Account
from test_startup import settle

pytestmark = pytest.mark.of_one_engine

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


def test_a_copy_that_was_put_back_is_found_by_a_digest_kept_elsewhere(
        served, operator, tmp_path):
    """As whoever has the disk would: an older copy of everything, which is whole by itself."""
    assert served.stop() == 0
    shutil.copytree(served.data, tmp_path / "older")
    served.start()
    served.account.client("iam").delete_user(UserName="user3")
    digest = operator("audit", "digest", "--data", "data")
    assert digest.returncode == 0, digest.stderr
    (tmp_path / "digests").write_text(digest.stdout)
    assert verify(operator, "--against", "digests").returncode == 0
    assert served.stop() == 0
    shutil.rmtree(served.data)
    shutil.copytree(tmp_path / "older", served.data)
    assert verify(operator).returncode == 0
    checked = verify(operator, "--against", "digests")
    assert checked.returncode == 1
    assert re.search(r"is gone at the end, after |are gone at the end, after ", checked.stdout)
    # A digest is no more than it says: one letter more, and nobody signed it.
    (tmp_path / "digests").write_text(digest.stdout.replace("awsAccountId", "awsAccountIds"))
    assert "is no digest" in verify(operator, "--against", "digests").stderr
    forged = json.loads(digest.stdout)
    forged["digest"] = forged["digest"].replace('"firstRecord":1', '"firstRecord":2')
    (tmp_path / "digests").write_text(json.dumps(forged) + "\n")
    assert "digest 1 was not signed by this server" in verify(
        operator, "--against", "digests").stdout


def test_anybody_can_check_a_digest_and_the_records_that_it_is_of(served, operator):
    """With the public key and SHA-256 alone."""
    line = json.loads(operator("audit", "digest", "--data", "data").stdout)
    key = ed25519.Ed25519PublicKey.from_public_bytes(bytes.fromhex(line["publicKey"]))
    key.verify(bytes.fromhex(line["signature"]), line["digest"].encode())
    digest = json.loads(line["digest"])
    assert digest["awsAccountId"] == served.account.account
    exported = operator(
        "audit", "export", "--data", "data", "--account", served.account.account,
        "--first", digest["firstRecord"], "--last", digest["lastRecord"])
    assert exported.returncode == 0, exported.stderr
    assert hashlib.sha256(exported.stdout.encode()).hexdigest() == digest["recordsHashValue"]
    records = [json.loads(record) for record in exported.stdout.splitlines()]
    assert len(records) == digest["lastRecord"]
    assert [record["requestParameters"]["userName"] for record in records
            if record["eventName"] == "CreateUser"] == [f"user{number}" for number in range(10)]
    # The next digest is of what came after it, and names the one before it.
    served.account.client("iam").create_user(UserName="more")
    lines = operator("audit", "digest", "--data", "data", "--all").stdout.splitlines()
    second = json.loads(json.loads(lines[1])["digest"])
    assert json.loads(lines[0]) == line and second["firstRecord"] == digest["lastRecord"] + 1
    assert second["previousDigestHashValue"] == hashlib.sha256(line["digest"].encode()).hexdigest()


# What is told of the records, and what is deleted of them


def test_tail_prints_the_latest_records_and_goes_on(served, operator):
    told = operator("audit", "tail", "--data", "data", "-n", "3")
    assert told.returncode == 0, told.stderr
    assert [json.loads(line)["requestParameters"]["userName"]
            for line in told.stdout.splitlines()] == ["user7", "user8", "user9"]
    process = subprocess.Popen(
        ["timeout", str(PATIENCE), GATEHOUSE, "audit", "tail", "--follow", "-n", "1",
         "--data", served.data], stdout=subprocess.PIPE, text=True)
    try:
        assert '"user9"' in process.stdout.readline()
        other = Account(served)
        made = json.loads(process.stdout.readline())
        assert made["eventName"] == "CreateAccount"
        assert made["recipientAccountId"] == other.account
        served.account.client("iam").create_user(UserName="late")
        assert '"late"' in process.stdout.readline()
    finally:
        process.terminate()
        process.communicate()
    alone = operator("audit", "tail", "--data", "data", "--account", other.account)
    assert {json.loads(line)["recipientAccountId"]
            for line in alone.stdout.splitlines()} == {other.account}


def test_an_export_into_a_directory_has_what_the_lines_have(served, operator, tmp_path):
    account = ["--data", "data", "--account", served.account.account]
    lines = operator("audit", "export", *account, "--first", "3").stdout.splitlines()
    done = operator("audit", "export", *account, "--first", "3", "--directory", "trail")
    assert done.returncode == 0 and done.stdout == "", done.stderr
    records = [record for path in sorted((tmp_path / "trail").rglob("*.json.gz"))
               for record in json.loads(gzip.decompress(path.read_bytes()))["Records"]]
    assert records == [json.loads(line) for line in lines]
    (tmp_path / "file").write_text("")
    refused = operator("audit", "export", *account, "--directory", "file")
    assert refused.returncode == 1 and "Not a directory" in refused.stderr


def test_records_that_are_too_old_go_and_the_rest_is_whole(served, operator):
    assert operator("audit", "digest", "--data", "data").returncode == 0
    count = len(events(served.data, "event_id"))
    young = operator("audit", "expire", "--data", "data", "--days", "30")
    assert young.stdout == f"{served.account.account}: 0 records deleted\n"
    old = subprocess.run(
        ["faketime", "-f", "+31d", GATEHOUSE, "audit", "expire", "--data", served.data,
         "--days", "30"], capture_output=True, text=True, check=False)
    assert old.stdout == f"{served.account.account}: {count} records deleted\n", old.stderr
    assert events(served.data, "event_name") == [("AuditRecordsExpired",)]
    # The server goes on with the chain.
    served.account.client("iam").create_user(UserName="after")
    [answer] = json.loads(verify(operator, "--json").stdout)
    assert answer["isWhole"] and answer["recordsExpired"] == count
