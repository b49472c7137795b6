"""A backup is proved by use: made while the server is asked, restored elsewhere, and served."""

import base64
import json
import re
import shutil
import threading

import pytest

import http_client
from conftest import Account, DataServer, operate
from postgresql import PostgreSQL

pytestmark = pytest.mark.of_one_engine


@pytest.fixture
def served(gatehouse_data):
    server = gatehouse_data()
    server.account = Account(server)
    return server


def restored(tmp_path, served, operator, *arguments, name="restored"):
    """Restores `backup` into a new data directory with the master key, and serves it."""
    finished = operator("restore", "backup", "--data", name, *arguments)
    assert finished.returncode == 0, finished.stderr
    shutil.copy2(served.data / "master.key", tmp_path / name / "master.key")
    return DataServer(tmp_path / name, tmp_path / f"{name}.log")


def test_what_was_acknowledged_before_a_backup_is_there_after_it_is_restored(
        served, operator, tmp_path):
    """A drill: the server is asked all the time, its machine is lost, and another one serves."""
    iam = served.account.client("iam")
    acknowledged, stop = [], threading.Event()

    def write():
        number = 0
        while not stop.is_set():
            iam.create_user(UserName=f"user{number}")
            acknowledged.append(f"user{number}")
            number += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        while len(acknowledged) < 20:
            pass
        before = list(acknowledged)
        made = operator("backup", "backup", "--data", "data")
        after = list(acknowledged)
    finally:
        stop.set()
        writer.join()
    assert made.returncode == 0, made.stderr
    assert re.fullmatch(r"\d+ rows are in `backup`.\n", made.stdout)
    assert (tmp_path / "backup").stat().st_mode & 0o077 == 0
    served.kill()

    server = restored(tmp_path, served, operator)
    try:
        server.credentials = served.account.credentials
        users = {user["UserName"]
                 for page in server.client("iam").get_paginator("list_users").paginate()
                 for user in page["Users"]}
        assert set(before) <= users <= set(after) | {f"user{len(after)}"}
        http_client.Browser(server).sign_in_as_root(
            served.account.email, served.account.password)
        server.client("iam").create_user(UserName="afterwards")
        checked = operator("audit", "verify", "--data", "restored")
        assert checked.returncode == 0, checked.stdout
    finally:
        server.stop()


def test_a_backup_gives_no_secret_away(served, operator, tmp_path):
    """Nothing of what is secret is in the file, in none of the forms in which it could be."""
    iam = served.account.client("iam")
    iam.create_user(UserName="carol")
    key = iam.create_access_key(UserName="carol")["AccessKey"]["SecretAccessKey"]
    password = "A swordfish of 2026!"
    iam.create_login_profile(UserName="carol", Password=password)
    seed = iam.create_virtual_mfa_device(VirtualMFADeviceName="app")["VirtualMFADevice"][
        "Base32StringSeed"].decode()
    service = iam.create_service_specific_credential(
        UserName="carol", ServiceName="codecommit.amazonaws.com")["ServiceSpecificCredential"]
    browser = http_client.Browser(served).sign_in_as_root(
        served.account.email, served.account.password)
    tokens = [cookie.value for cookie in browser.cookies]
    made = operator("backup", "backup", "--data", "data")
    assert made.returncode == 0, made.stderr
    content = (tmp_path / "backup").read_bytes()
    assert b"carol" in content and served.account.email.encode() in content
    master = (served.data / "master.key").read_text().strip()
    for secret in [key, password, seed, service["ServicePassword"], served.account.password,
                   served.account.credentials.secret_access_key, master, *tokens]:
        assert secret.encode() not in content

    for raw in [base64.b32decode(seed), base64.b64decode(master)]:
        for form in [raw, raw.hex().encode(), base64.b64encode(raw)]:
            assert form not in content


def test_an_encrypted_backup_is_read_with_its_key_alone(served, operator, tmp_path):
    served.account.client("iam").create_user(UserName="carol")
    public = operator("keys", "backup", "backup.key").stdout.strip()
    operator("keys", "backup", "other.key")
    assert (tmp_path / "backup.key").stat().st_mode & 0o077 == 0
    made = operator("backup", "backup", "--data", "data", "--encrypt-to", public)
    assert made.returncode == 0, made.stderr
    content = (tmp_path / "backup").read_bytes()
    assert b"carol" not in content and served.account.email.encode() not in content
    for arguments, words in [
            ([], "`backup` is encrypted; name the private key with --key FILE"),
            (["--key", "other.key"], "was encrypted to another key, or is damaged"),
            (["--key", "backup"], "`backup` is no private key for backups")]:
        refused = operator("restore", "backup", "--data", "restored", *arguments)
        assert refused.returncode == 1 and words in refused.stderr
        assert not (tmp_path / "restored").exists()
    server = restored(tmp_path, served, operator, "--key", "backup.key")
    try:
        server.credentials = served.account.credentials
        assert server.client("iam").get_user(UserName="carol")
    finally:
        server.stop()
    refused = operator("backup", "b2", "--data", "data", "--encrypt-to", "swordfish")
    assert refused.returncode == 1 and "no public key" in refused.stderr


def test_what_cannot_be_restored_changes_nothing(served, operator, tmp_path):
    operator("backup", "backup", "--data", "data")
    content = (tmp_path / "backup").read_bytes()
    (tmp_path / "changed").write_bytes(
        content.replace(served.account.email.encode(), b"x" * len(served.account.email)))
    (tmp_path / "cut").write_bytes(content[:-40])
    (tmp_path / "text").write_text("swordfish\n")
    for file, words in [("changed", "the backup is damaged: its digest is another"),
                        ("cut", "the backup is damaged: it ends too early"),
                        ("text", "this is no backup of gatehouse"),
                        ("none", "No such file")]:
        refused = operator("restore", file, "--data", "restored")
        assert refused.returncode == 1 and words in refused.stderr, refused.stderr
        assert refused.stderr.count("\n") == 1
        assert not (tmp_path / "restored").exists()
    # A directory that is served, and one that was.
    refused = operator("restore", "backup", "--data", "data")
    assert refused.returncode == 1 and "serves" in refused.stderr, refused.stderr
    assert served.stop() == 0
    refused = operator("restore", "backup", "--data", "data")
    assert refused.returncode == 1 and "not empty" in refused.stderr, refused.stderr
    served.start()
    assert served.account.client("iam").list_users()["Users"] == []


def test_a_file_that_is_there_stays_and_none_is_left_half_written(served, operator, tmp_path):
    (tmp_path / "backup").write_text("a letter\n")
    refused = operator("backup", "backup", "--data", "data")
    assert refused.returncode == 1 and "is there already" in refused.stderr
    assert (tmp_path / "backup").read_text() == "a letter\n"
    refused = operator("backup", "none/backup", "--data", "data")
    assert refused.returncode == 1 and "No such file or directory" in refused.stderr
    refused = operator("backup", "b2", "--data", "nothing")
    assert refused.returncode == 1 and "there is no database" in refused.stderr
    assert not list(tmp_path.glob("*.new")) and not (tmp_path / "b2").exists()


def test_a_backup_moves_between_engines(served, operator, tmp_path):
    """From the data directory to PostgreSQL, and from there back."""
    served.account.client("iam").create_user(UserName="carol")
    assert operator("backup", "one", "--data", "data").returncode == 0
    server = PostgreSQL()
    try:
        environment = {"GATEHOUSE_DATABASE": server.database()}

        def beside(*arguments):
            return operate(tmp_path, *arguments, environment=environment)

        shutil.copy2(served.data / "master.key", tmp_path / "master.key")
        first = beside("restore", "one", "--data", ".", "--json")
        assert first.returncode == 0, first.stderr
        again = beside("restore", "one", "--data", ".")
        assert again.returncode == 1 and "not empty" in again.stderr
        assert beside("backup", "backup", "--data", ".").returncode == 0
    finally:
        server.stop()
    other = restored(tmp_path, served, operator)
    try:
        other.credentials = served.account.credentials
        assert other.client("iam").get_user(UserName="carol")
        assert json.loads(first.stdout)["rows"] > 5
    finally:
        other.stop()
