"""Data keys and the master key, replaced while the server runs, and while a crash comes between."""

import json
import os
import re
import shutil
import sqlite3
import stat

import pytest

from conftest import Account, Credentials

pytestmark = pytest.mark.of_one_engine

ID_BYTES = slice(1, 9)


@pytest.fixture
def served(gatehouse_data):
    server = gatehouse_data()
    server.account = Account(server)
    return server


def run(operator, *arguments, **keywords):
    done = operator("keys", *arguments, "--data", "data", **keywords)
    assert done.returncode == 0, done.stderr
    return done.stdout


def listed(operator):
    return [json.loads(line) for line in run(operator, "list", "--json").splitlines()]


def works(server):
    """Whether the root user's key, which was sealed first, still signs."""
    caller = server.account.client("sts").get_caller_identity()
    return caller["Account"] == server.account.account


def sealing_keys(data):
    """The IDs of the data keys that sealed the secrets of access keys."""
    with sqlite3.connect(data / "gatehouse.db") as connection:
        rows = connection.execute("SELECT sealed_secret FROM access_key").fetchall()
    return {row[0][ID_BYTES].hex() for row in rows}


def make_user_key(server, name):
    iam = server.account.client("iam")
    iam.create_user(UserName=name)
    key = iam.create_access_key(UserName=name)["AccessKey"]
    return Credentials(key["AccessKeyId"], key["SecretAccessKey"])


def test_a_new_data_key_seals_after_a_minute_and_the_old_one_opens(served, operator):
    [first] = listed(operator)
    assert first["isCurrent"]
    [new] = [json.loads(line) for line in run(operator, "rotate", "--json").splitlines()]
    assert [key["isCurrent"] for key in listed(operator)] == [False, True]
    make_user_key(served, "before")
    assert sealing_keys(served.data) == {first["keyId"]}
    # As if the minute were over.
    with sqlite3.connect(served.data / "gatehouse.db") as connection:
        connection.execute(
            "UPDATE data_key SET created_at = created_at - 60000000 WHERE key_id = ?",
            [new["keyId"]])
    served.wait_for("another data key seals now")
    after = make_user_key(served, "after")
    assert sealing_keys(served.data) == {first["keyId"], new["keyId"]}
    assert works(served)
    # Nothing of the old key is left but the audit record.
    assert re.fullmatch(
        r"[1-9]\d* values sealed anew; [1-9]\d* were already\n", run(operator, "reseal"))
    assert sealing_keys(served.data) == {new["keyId"]}
    assert [(key["keyId"], key["values"] > 0) for key in listed(operator)] == [
        (new["keyId"], True), (first["keyId"], False)]
    assert works(served)
    served.restart()
    assert works(served)
    assert served.client("sts", after).get_caller_identity()["Arn"].endswith("user/after")
    assert operator("audit", "verify", "--data", "data").returncode == 0


def test_the_master_key_is_replaced_while_the_server_runs(served, operator):
    file = served.data / "master.key"
    before = file.read_text()
    assert run(operator, "rotate-master") == "1 data keys are sealed under the new master key\n"
    after = file.read_text()
    assert after != before and (served.data / "master.key.old").read_text() == before
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert not (served.data / "master.key.next").exists()
    assert works(served)
    make_user_key(served, "ann")
    served.restart()
    assert works(served)
    # The old key opens nothing any more.
    assert served.stop() == 0
    file.write_text(before)
    refused = operator("account", "list", "--data", "data")
    assert refused.returncode == 1 and "the master key does not open" in refused.stderr
    file.write_text(after)
    # The key of the last time has to be kept first.
    again = operator("keys", "rotate-master", "--data", "data")
    assert again.returncode == 1 and "move it to the backups" in again.stderr
    assert file.read_text() == after
    (served.data / "master.key.old").unlink()
    run(operator, "rotate-master")
    served.start()
    assert works(served)


@pytest.mark.parametrize("moment", ["written", "sealed", "linked"])
def test_a_change_of_the_master_key_that_was_interrupted_is_finished(
        served, operator, moment):
    assert served.stop() == 0
    file, following, old = (
        served.data / name for name in ("master.key", "master.key.next", "master.key.old"))
    if moment == "written":
        shutil.copy(file, following)
        following.write_text("A" * 43 + "=\n")
    else:
        run(operator, "rotate-master")
        os.rename(file, following)
        (os.rename if moment == "sealed" else os.link)(old, file)
    wanted = (file if moment == "written" else following).read_text()
    served.start()
    assert works(served)
    assert file.read_text() == wanted
    assert following.exists() == (moment == "written")
    old.unlink(missing_ok=True)
    run(operator, "rotate-master")
    assert not following.exists() and works(served)
    served.restart()
    assert works(served)


def test_a_key_that_a_command_prints_is_replaced_by_hand(served, operator, tmp_path):
    assert served.stop() == 0
    shutil.move(served.data / "master.key", tmp_path / "vault")

    def keys(*arguments, vault="vault"):
        return operator(
            "keys", *arguments, "--data", "data",
            environment={"GATEHOUSE_MASTER_KEY_COMMAND": f"cat {tmp_path}/{vault}"})

    refused = keys("rotate-master")
    assert refused.returncode == 1 and "--new-key" in refused.stderr
    done = keys("rotate-master", "--new-key", tmp_path / "new")
    assert done.returncode == 0, done.stderr
    assert "put `" in done.stdout and "in place" in done.stdout
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o600
    assert "does not open" in keys("list").stderr
    assert keys("list", vault="new").returncode == 0
    shutil.move(tmp_path / "new", served.data / "master.key")
    served.start()
    assert works(served)
