"""The files under a running server: taken away, replaced, copied, broken, or without space."""

import contextlib
import resource
import shutil
import sqlite3

import pytest

import http_client
from conftest import Account, DataServer

pytestmark = pytest.mark.of_one_engine

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


# Copies


@pytest.fixture
def served(gatehouse_data):
    """A running server with an account and a user, alice."""
    server = gatehouse_data()
    server.account = Account(server)
    server.account.client("iam").create_user(UserName="alice")
    return server


@pytest.fixture
def serve_copy(served, tmp_path):
    """Serves a data directory that has this database and the master key of `served`.

    Returns the names of its users.
    """
    servers = []

    def serve(name):
        data = tmp_path / name
        if not (data / "master.key").exists():
            shutil.copy2(served.data / "master.key", data)
        (data / "gatehouse.db").chmod(0o600)
        server = DataServer(data, tmp_path / f"{name}.log")
        servers.append(server)
        iam = server.client("iam", served.account.credentials)
        return [user["UserName"] for user in iam.list_users()["Users"]]

    yield serve
    for server in servers:
        server.stop()


def back_up(database, copy):
    with contextlib.closing(sqlite3.connect(copy)) as target:
        database.backup(target)


def vacuum_into(database, copy):
    database.execute("VACUUM INTO ?", (str(copy),))


@pytest.mark.parametrize("is_running", [True, False], ids=["running", "stopped"])
@pytest.mark.parametrize("make", [back_up, vacuum_into])
def test_a_copy_by_sqlite_itself_is_whole(served, serve_copy, tmp_path, make, is_running):
    iam = served.account.client("iam")
    for number in range(110):
        iam.create_user(UserName=f"user{number}")
    if not is_running:
        served.stop()
    (tmp_path / "copy").mkdir()
    with contextlib.closing(sqlite3.connect(served.data / "gatehouse.db")) as database:
        make(database, tmp_path / "copy" / "gatehouse.db")
    assert len(serve_copy("copy")) == 100  # of the first page
    if is_running:
        # And the original is as it was.
        served.restart()
        assert iam.list_users()["IsTruncated"]


def test_the_file_alone_of_a_running_server_is_refused(served, operator, tmp_path):
    (tmp_path / "copy").mkdir()
    for name in ("gatehouse.db", "master.key"):
        shutil.copy2(served.data / name, tmp_path / "copy")
    for command in ("serve --listen 127.0.0.1:0", "account list"):
        finished = operator(*command.split(), "--data", "copy")
        assert finished.returncode == 1
        assert "gatehouse.db-wal" in finished.stderr and "missing" in finished.stderr
    served.kill()
    served.start()
    assert served.account.client("iam").get_user(UserName="alice")


def test_the_file_alone_of_a_stopped_server_is_whole(served, serve_copy, tmp_path):
    served.stop()
    (tmp_path / "copy").mkdir()
    shutil.copy2(served.data / "gatehouse.db", tmp_path / "copy")
    assert serve_copy("copy") == ["alice"]


def test_whoever_knows_that_a_file_is_whole_can_say_so(served, serve_copy, tmp_path):
    served.kill()
    (tmp_path / "copy").mkdir()
    for name in ("gatehouse.db", "gatehouse.db-wal"):
        shutil.copy2(served.data / name, tmp_path / "copy")
    # Another program puts the journal into the file and removes it.
    with contextlib.closing(sqlite3.connect(tmp_path / "copy" / "gatehouse.db")) as database:
        database.execute("PRAGMA wal_checkpoint")
        database.execute("PRAGMA user_version = 1")
    assert not (tmp_path / "copy" / "gatehouse.db-wal").exists()
    assert serve_copy("copy") == ["alice"]


def test_a_database_from_before_pages_were_sealed_is_upgraded(served, serve_copy, tmp_path):
    served.stop()
    (tmp_path / "old").mkdir()
    with (
        contextlib.closing(sqlite3.connect(served.data / "gatehouse.db")) as database,
        contextlib.closing(sqlite3.connect(tmp_path / "old" / "gatehouse.db")) as old,
    ):
        old.executescript("\n".join(database.iterdump()))
        old.execute(f"PRAGMA application_id = {int.from_bytes(b'Gate')}")
        old.execute("PRAGMA journal_mode = WAL")
    assert serve_copy("old") == ["alice"]
    assert (tmp_path / "old" / "gatehouse.db").read_bytes()[20] == 8


# Damage


def test_a_broken_page_is_answered_by_errors_and_told(served):
    iam = served.account.client("iam")
    for number in range(100):
        iam.create_user(UserName=f"user{number}")
    served.stop()
    file = served.data / "gatehouse.db"
    pages = bytearray(file.read_bytes())
    [place] = [
        page for page in range(len(pages) // 4096)
        if pages[page * 4096] == 13 and b"AIDA" in pages[page * 4096:page * 4096 + 4096]
        and b"user50user50" in pages[page * 4096:page * 4096 + 4096]]
    pages[pages.index(b"user50user50", place * 4096)] ^= 1
    file.write_bytes(pages)
    served.start()
    with pytest.raises(Exception, match="ServiceFailure"):
        iam.list_users()
    assert http_client.send(served, "GET", "/readyz").status == 503
    assert http_client.send(served, "GET", "/healthz").status == 200


# Space


def limit_files(server, size):
    """Lets the server write no byte of a file beyond `size`, as if the disk were full."""
    _, hard = resource.prlimit(server.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(server.pid, resource.RLIMIT_FSIZE, (size, hard))


def test_without_space_changes_are_refused_and_reads_answered_until_there_is_some(served):
    iam = served.account.client("iam")
    # As long as a backup reads, say, what is logged cannot be put away, which would make room.
    reader = sqlite3.connect(served.data / "gatehouse.db", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM account").fetchone()
    # A little more than what is logged: the write that crosses the limit is cut, as on a full disk.
    limit_files(served, (served.data / "gatehouse.db-wal").stat().st_size + 64 * 1024)
    made = []
    with pytest.raises(iam.exceptions.ClientError, match="ServiceUnavailable") as refusal:
        for number in range(1_000):
            iam.create_user(UserName=f"user{number}")
            made.append(f"user{number}")
    assert refusal.value.response["ResponseMetadata"]["HTTPStatusCode"] == 503
    while http_client.send(served, "GET", "/readyz").status != 503:
        pass
    for _ in range(50):
        assert iam.get_user(UserName="alice")["User"]["UserName"] == "alice"
        with pytest.raises(iam.exceptions.ClientError, match="ServiceUnavailable"):
            iam.create_user(UserName="more")
    ready = http_client.send(served, "GET", "/readyz")
    assert ready.status == 503 and ready.body == b"not ready: the disk is full\n"
    served.wait_for("the store does not serve")
    reader.close()
    limit_files(served, resource.RLIM_INFINITY)
    while http_client.send(served, "GET", "/readyz").status != 200:
        pass
    served.wait_for("the store serves again")
    iam.create_user(UserName="more")
    names = {user["UserName"] for user in iam.list_users()["Users"]}
    assert names == {"alice", "more", *made}
    assert served.stop() == 0
    with contextlib.closing(sqlite3.connect(served.data / "gatehouse.db")) as database:
        [(count,)] = database.execute(
            "SELECT count(*) FROM audit_event WHERE event_name = 'GetUser'")
    assert count == 50
    lines = [line for line in served.output().splitlines() if "cause" in line]
    # Of the store, and of the records that wait.
    assert len(lines) == 2 and all("the disk is full" in line for line in lines), lines
