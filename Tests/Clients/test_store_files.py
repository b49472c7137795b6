"""The files under a running server: taken away, replaced, copied, broken, or without space."""

import shutil

import pytest

import http_client
from conftest import Account

# How a running server's files may go. The words are what the operator is told.


def remove_the_directory(data):
    shutil.rmtree(data)


def remove_the_database(data):
    (data / "gatehouse.db").unlink()


def replace_the_database(data):
    copy = data / "copy"
    shutil.copy2(data / "gatehouse.db", copy)
    copy.replace(data / "gatehouse.db")


def remove_the_log(data):
    (data / "gatehouse.db-wal").unlink()


def remove_the_lock(data):
    (data / "gatehouse.lock").unlink()


@pytest.mark.parametrize("remove, name", [
    (remove_the_directory, "gatehouse.db"),
    (remove_the_database, "gatehouse.db"),
    (replace_the_database, "gatehouse.db"),
    (remove_the_log, "gatehouse.db-wal"),
    (remove_the_lock, "gatehouse.lock"),
], ids=lambda value: getattr(value, "__name__", value))
def test_a_server_whose_files_go_acknowledges_nothing_and_ends(gatehouse_data, remove, name):
    server = gatehouse_data()
    account = Account(server)
    account.client("iam").create_user(UserName="before")
    body = http_client.form("CreateUser", UserName="after")
    headers = http_client.signed(server, body, "iam", account.credentials)
    remove(server.data)
    # It may notice before it answers; then nobody does.
    try:
        assert http_client.send(server, headers=headers, body=body).status == 503
        assert http_client.send(server, "GET", "/readyz").status == 503
    except OSError:
        pass
    assert server.wait() == 1
    lines = server.output().splitlines()
    complaint = f"gatehouse: `{server.data / name}` was removed or replaced"
    assert len([line for line in lines if line.startswith(complaint)]) == 1
    assert len([line for line in lines if "the store does not serve" in line]) == 1
