"""Data directories that earlier versions wrote are opened, and lose nothing.
`Tools/keep-installation` keeps them."""

import json
import pathlib
import re
import tarfile

import boto3
import pytest

import http_client
from conftest import REGION, DataServer, operate
from test_startup import settle

pytestmark = pytest.mark.of_one_engine

KEPT = pathlib.Path(__file__).parent / "installations"
MIGRATIONS = pathlib.Path(__file__).parents[2] / "Sources" / "Store" / "Migrations"
NAMES = sorted(path.stem for path in KEPT.glob("*.json"))


def unpacked(name, directory):
    with tarfile.open(KEPT / f"{name}.tar.xz") as archive:
        archive.extractall(directory, filter="data")
    return directory / "data"


def client(server, service, key):
    return boto3.session.Session().client(
        service, endpoint_url=server.url, region_name=REGION, aws_access_key_id=key[0],
        aws_secret_access_key=key[1])


def test_there_is_an_installation_of_each_schema_since_they_are_kept():
    newest = max(int(re.search(r"\d+", path.stem)[0]) for path in MIGRATIONS.glob("Migration0*"))
    assert {f"schema-{number}" for number in (21, *range(23, newest + 1))} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_what_an_earlier_version_wrote_is_opened_and_whole(name, tmp_path):
    told = json.loads((KEPT / f"{name}.json").read_text())
    data = unpacked(name, tmp_path)
    before = {path.name: path.read_bytes() for path in data.iterdir()}
    dry = operate(tmp_path, "schema", "--dry-run", "--data", data)
    assert dry.returncode == 0, dry.stderr
    number = int(name.rpartition("-")[2])
    assert f"of version {number}," in dry.stdout or "nothing would be done" in dry.stdout
    assert {name: (data / name).read_bytes() for name in before} == before
    server = DataServer(data, tmp_path / "gatehouse.log")
    try:
        iam = client(server, "iam", told["alice"])
        assert [user["UserName"] for user in iam.list_users()["Users"]] == ["alice"]
        assert iam.list_user_tags(UserName="alice")["Tags"] == [{"Key": "team", "Value": "core"}]
        assert iam.list_account_aliases()["AccountAliases"] == ["kept"]
        assert len(iam.list_virtual_mfa_devices()["VirtualMFADevices"]) == 1
        role = client(server, "sts", told["alice"]).assume_role(
            RoleArn=f"arn:aws:iam::{told['account']}:role/audit", RoleSessionName="later")
        assert role["Credentials"]["AccessKeyId"].startswith("ASIA")
        root = client(server, "iam", told["rootKey"])
        root.create_user(UserName="later")
        page = http_client.Browser(server).open(f"/signin/{told['account']}").submit(
            user="alice", password=told["alicePassword"])
        assert (page.status, page.path) == (200, "/console")
        page = http_client.Browser(server).sign_in_as_root(told["email"], told["password"])
        assert (page.status, page.path) == (200, "/console")
        checked = operate(tmp_path, "audit", "verify", "--data", data)
        assert checked.returncode == 0, checked.stdout
        events = client(server, "cloudtrail", told["rootKey"]).lookup_events(LookupAttributes=[
            {"AttributeKey": "EventName", "AttributeValue": "CreateUser"}])["Events"]
        assert [event["Resources"][0]["ResourceName"] for event in events] == ["later", "alice"]
    finally:
        assert server.stop() == 0
    after = operate(tmp_path, "schema", "--dry-run", "--data", data)
    assert "nothing would be done" in after.stdout


def test_a_version_that_is_older_than_the_data_does_not_open_it(tmp_path):
    data = unpacked(NAMES[-1], tmp_path)
    settle(data, "INSERT INTO schema_migration (number, name, digest) VALUES (9999, 'later', 1)")
    before = (data / "gatehouse.db").read_bytes()
    for command in (["serve"], ["schema", "--dry-run"], ["account", "list"], ["doctor"]):
        refused = operate(tmp_path, *command, "--data", data)
        assert refused.returncode == 1
        assert "newer than" in refused.stdout + refused.stderr, (command, refused)
    assert (data / "gatehouse.db").read_bytes() == before
