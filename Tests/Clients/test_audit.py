"""The audit record, as it lies in the database: what happened is there, and no secret."""

import json
import shutil
import sqlite3
import time

import pytest

import http_client
from conftest import Account, Credentials

pytestmark = pytest.mark.of_one_engine

# How long reads and refusals may take to be recorded, in seconds: four times what is promised.
PATIENCE = 4


@pytest.fixture
def recorded(data_server):
    """An account, and a function that gives its records, oldest first."""
    account = Account(data_server)

    def records():
        with sqlite3.connect(data_server.data / "gatehouse.db") as database:
            rows = database.execute(
                "SELECT record FROM audit_event WHERE account_id = ? ORDER BY at, rowid",
                (account.account,)).fetchall()
        database.close()
        return [json.loads(row[0]) for row in rows]

    return account, records


def soon(records, name):
    """The last record of this name, once it is there."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = [record for record in records() if record["eventName"] == name]
        if found:
            return found[-1]
    raise AssertionError(f"no record of {name} within {PATIENCE} s")


def test_a_change_is_recorded_when_it_is_acknowledged(recorded):
    account, records = recorded
    iam = account.client("iam")
    answer = iam.create_user(UserName="alice", Tags=[{"Key": "team", "Value": "ops"}])
    record = records()[-1]
    assert {name: record[name] for name in (
        "eventName", "eventSource", "readOnly", "eventType", "recipientAccountId",
        "sourceIPAddress", "requestID")
    } == {
        "eventName": "CreateUser", "eventSource": "iam.amazonaws.com", "readOnly": False,
        "eventType": "AwsApiCall", "recipientAccountId": account.account,
        "sourceIPAddress": "127.0.0.1",
        "requestID": answer["ResponseMetadata"]["RequestId"],
    }
    assert record["userAgent"].startswith("Boto3/")
    assert record["userIdentity"] == {
        "type": "Root", "principalId": account.account,
        "arn": f"arn:aws:iam::{account.account}:root", "accountId": account.account,
        "accessKeyId": account.credentials.access_key_id,
    }
    assert record["requestParameters"]["userName"] == "alice"
    assert record["responseElements"]["user"]["userId"] == answer["User"]["UserId"]


def test_secrets_are_masked_in_records(recorded):
    account, records = recorded
    iam = account.client("iam")
    iam.create_user(UserName="alice")
    secret = iam.create_access_key(UserName="alice")["AccessKey"]["SecretAccessKey"]
    iam.create_login_profile(UserName="alice", Password="Correct-horse-7")
    text = json.dumps(records())
    assert "CreateLoginProfile" in text and "CreateAccessKey" in text
    assert secret not in text and "Correct-horse-7" not in text


def test_reads_and_refusals_are_recorded_soon_after_and_name_the_user(recorded):
    account, records = recorded
    root = account.client("iam")
    root.create_user(UserName="alice")
    key = root.create_access_key(UserName="alice")["AccessKey"]
    alice = account.client("iam", Credentials(key["AccessKeyId"], key["SecretAccessKey"]))
    with pytest.raises(alice.exceptions.ClientError, match="AccessDenied"):
        alice.list_groups()
    root.list_policies(Scope="Local")
    refused = soon(records, "ListGroups")
    assert (refused["errorCode"], refused["readOnly"]) == ("AccessDenied", True)
    assert refused["userIdentity"]["accessKeyId"] == key["AccessKeyId"]
    assert refused["userIdentity"]["userName"] == "alice"
    assert refused["userIdentity"]["arn"].endswith(":user/alice")
    assert "errorCode" not in soon(records, "ListPolicies")
    used = root.get_access_key_last_used(AccessKeyId=key["AccessKeyId"])["AccessKeyLastUsed"]
    assert (used["ServiceName"], used["Region"]) == ("iam", "us-east-1")


def test_signing_in_is_recorded_whether_it_succeeds_or_not(recorded):
    account, records = recorded
    http_client.Browser(account).sign_in_as_root(account.email, "not the password")
    failed = soon(records, "ConsoleLogin")
    assert failed["responseElements"] == {"ConsoleLogin": "Failure"}
    http_client.Browser(account).sign_in_as_root(account.email, account.password)
    deadline = time.monotonic() + PATIENCE
    while (last := soon(records, "ConsoleLogin")) == failed:
        assert time.monotonic() < deadline
    assert last["responseElements"] == {"ConsoleLogin": "Success"}
    assert last["userIdentity"]["type"] == "Root"


def test_what_the_operator_does_is_recorded(recorded, operator, data_server):
    account, records = recorded
    for command in ("close", "reopen"):
        operator("account", command, account.account, "--data", data_server.data)
    assert [(record["eventName"], record["userIdentity"]) for record in records()] == [
        (name, {"type": "Operator"})
        for name in ("CreateAccount", "CloseAccount", "ReopenAccount")]


def test_failed_sign_ins_outlive_a_server_that_is_killed(gatehouse_data, tmp_path):
    server = gatehouse_data()
    account = Account(server)
    statuses = []
    for round in range(4):
        browser = http_client.Browser(server)
        for _ in range(2):
            browser.sign_in_as_root(account.email, "wrong")
            statuses.append(browser.status)
        server.kill()
        # A copy is read: whoever opens a database takes its journal in, which the server misses.
        copy = shutil.copytree(server.data, tmp_path / f"copy{round}")
        with sqlite3.connect(copy / "gatehouse.db") as database:
            rows = database.execute(
                "SELECT record FROM audit_event WHERE event_name = 'ConsoleLogin'").fetchall()
        database.close()
        # Each that was looked at is recorded, and the wait after six does not end with a server.
        assert len(rows) == statuses.count(401)
        server.start()
    assert statuses == [401] * 6 + [429] * 2
