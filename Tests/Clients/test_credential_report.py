"""The credential report with the real client: what it tells, how long it holds, who may see it."""

import contextlib
import csv
import datetime
import io
from unittest import mock

import pytest
from botocore.exceptions import ClientError

from conftest import DEV_ACCOUNT, Account, Credentials
from test_console_walk import make_user
from test_instance_profiles import allow, refusal, user

COLUMNS = (
    "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,"
    "password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,"
    "access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
    "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,"
    "access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,"
    "cert_1_last_rotated,cert_2_active,cert_2_last_rotated")


def rows(iam):
    """The report's lines by user."""
    while iam.generate_credential_report()["State"] != "COMPLETE":
        pass
    report = iam.get_credential_report()
    assert report["ReportFormat"] == "text/csv"
    text = report["Content"].decode()
    assert text.partition("\n")[0] == COLUMNS
    return {row["user"]: row for row in csv.DictReader(io.StringIO(text))}


def moment(text):
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S%z")


def test_every_credential_has_its_columns(server_with_clock):
    server = server_with_clock
    iam = server.client("iam")
    iam.update_account_password_policy(MaxPasswordAge=90)
    for name in ("bare", "alice", "k,1"):
        iam.create_user(UserName=name, Path="/team/")
    iam.create_login_profile(UserName="alice", Password="Sturdy-Otter-42")
    key = iam.create_access_key(UserName="alice")["AccessKey"]
    idle = iam.create_access_key(UserName="alice")["AccessKey"]
    iam.update_access_key(UserName="alice", AccessKeyId=idle["AccessKeyId"], Status="Inactive")
    alice = server.client("iam", credentials_of(key))
    with pytest.raises(ClientError, match="AccessDenied"):
        alice.list_users()
    found = last_used(server, key)

    report = rows(iam)
    assert list(report) == ["<root_account>", "alice", "bare", "k,1"]
    root = report["<root_account>"]
    assert root["arn"] == f"arn:aws:iam::{DEV_ACCOUNT}:root"
    assert root["password_enabled"] == "true"
    assert root["password_last_used"] == "no_information"
    assert root["password_last_changed"] == root["password_next_rotation"] == "not_supported"
    assert root["access_key_1_active"] == "true" and root["access_key_2_active"] == "false"

    line = report["alice"]
    assert line["arn"] == f"arn:aws:iam::{DEV_ACCOUNT}:user/team/alice"
    assert line["password_enabled"] == "true"
    assert line["password_last_used"] == "no_information"
    changed = moment(line["password_last_changed"])
    assert moment(line["password_next_rotation"]) - changed == datetime.timedelta(days=90)
    assert line["mfa_active"] == "false"
    assert line["access_key_1_active"] == "true"
    assert moment(line["access_key_1_last_used_date"]) == found["LastUsedDate"]
    assert line["access_key_1_last_used_region"] == "us-east-1"
    assert line["access_key_1_last_used_service"] == "iam"
    assert line["access_key_2_active"] == "false"
    assert line["access_key_2_last_used_date"] == "N/A"
    moment(line["access_key_2_last_rotated"])

    bare = report["bare"]
    assert bare.pop("user") == "bare" and bare.pop("arn").endswith(":user/team/bare")
    moment(bare.pop("user_creation_time"))
    assert set(bare.values()) == {"false", "N/A"}
    assert report["k,1"]["arn"] == f"arn:aws:iam::{DEV_ACCOUNT}:user/team/k,1"


def credentials_of(key):
    return Credentials(key["AccessKeyId"], key["SecretAccessKey"])


def last_used(server, key):
    """What is known of a key that was just used, as soon as it is known."""
    iam = server.client("iam")
    while True:
        found = iam.get_access_key_last_used(AccessKeyId=key["AccessKeyId"])
        if "LastUsedDate" in found["AccessKeyLastUsed"]:
            return found["AccessKeyLastUsed"]


@contextlib.contextmanager
def later(server, hours):
    """The server's clock and that of clients are so much later."""
    server.set_clock_forward(hours=hours)
    with mock.patch(
        "botocore.auth.get_current_datetime",
        side_effect=lambda: datetime.datetime.now(datetime.timezone.utc)
        + datetime.timedelta(hours=hours),
    ):
        yield


def test_a_report_holds_for_four_hours(server_with_clock):
    server = server_with_clock
    iam = server.client("iam")
    code, status, _ = refusal(iam.get_credential_report)
    assert (code, status) == ("ReportNotPresent", 410)
    started = iam.generate_credential_report()
    assert started["State"] == "STARTED"
    assert started["Description"] == "No report exists. Starting a new report generation task"
    assert list(rows(iam)) == ["<root_account>"]
    first = iam.get_credential_report()["GeneratedTime"]
    make_user(server)
    with later(server, hours=3.9):
        assert list(rows(iam)) == ["<root_account>"]
        assert iam.get_credential_report()["GeneratedTime"] == first
    with later(server, hours=4.1):
        code, status, _ = refusal(iam.get_credential_report)
        assert (code, status) == ("ReportExpired", 410)
        assert iam.generate_credential_report()["State"] == "STARTED"
        assert list(rows(iam)) == ["<root_account>", "user-dev"]


def test_each_permission_is_its_own(gatehouse_dev):
    maker = user(gatehouse_dev, "maker", allow("iam:GenerateCredentialReport"))
    reader = user(gatehouse_dev, "reader", allow("iam:GetCredentialReport"))
    assert refusal(reader.generate_credential_report)[0] == "AccessDenied"
    assert refusal(reader.get_credential_report)[0] == "ReportNotPresent"
    maker.generate_credential_report()
    assert refusal(maker.get_credential_report)[0] == "AccessDenied"
    assert b"<root_account>" in reader.get_credential_report()["Content"]


def test_a_report_is_kept_across_restarts(gatehouse_data):
    server = gatehouse_data()
    account = Account(server)
    iam = account.client("iam")
    before = rows(iam)
    generated = iam.get_credential_report()["GeneratedTime"]
    server.restart()
    iam = account.client("iam")
    assert iam.get_credential_report()["GeneratedTime"] == generated
    assert rows(iam) == before
