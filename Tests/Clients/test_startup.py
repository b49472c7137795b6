"""Starting and stopping: what is refused in one line with nothing changed, and the first start."""

import base64
import dataclasses
import hashlib
import os
import pathlib
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile

import pytest

import http_client
from conftest import DEV_ROOT_KEY, GATEHOUSE, Account, DataServer, clean_environment, operate

pytestmark = pytest.mark.of_one_engine

# Whoever runs the tests may write anywhere if they are root; this user may not.
NOBODY = 65534


PAGE = 4096


def settle(data, *statements):
    """Runs SQL on a database as another program would, and leaves all of it in one file.

    The pages of a database of ours lose their seals: those of pages that changed would be wrong.
    """
    file = data / "gatehouse.db"
    connection = sqlite3.connect(file, isolation_level=None)
    for statement in [*statements, "PRAGMA wal_checkpoint(TRUNCATE)"]:
        connection.execute(statement)
    connection.close()
    pages = bytearray(file.read_bytes())
    if statements and pages[20] == 8:
        for end in range(PAGE, len(pages) + 1, PAGE):
            pages[end - 8:end] = bytes(8)
        file.write_bytes(pages)


@pytest.fixture(scope="session")
def installation(tmp_path_factory):
    """A data directory that was served and holds an account. Copied, never used itself."""
    directory = tmp_path_factory.mktemp("installation")
    server = DataServer(directory / "data", directory / "gatehouse.log")
    account = Account(server)
    account.client("iam").create_user(UserName="alice")
    assert server.stop() == 0
    settle(directory / "data")
    return directory / "data"


@pytest.fixture
def data(installation, tmp_path):
    """A copy of the installation, to be spoiled."""
    return shutil.copytree(installation, tmp_path / "data")


def contents(path):
    """Everything below a path, with its mode: what is compared to see that nothing changed.

    SQLite's -shm files are there or not; what is in them is which processes look, not data.
    """
    path = pathlib.Path(path)
    files = [path, *sorted(path.rglob("*"))] if path.exists() else []
    return {
        str(file.relative_to(path)): (
            oct(file.stat().st_mode),
            hashlib.sha256(file.read_bytes()).hexdigest()
            if file.is_file() and not file.name.endswith("-shm") else None)
        for file in files
    }


def assert_complaint(finished, *words):
    """Checks that a command ended with one line on standard error that says all of `words`."""
    assert finished.returncode not in (0, None)
    assert finished.stdout == ""
    lines = finished.stderr.splitlines()
    assert len(lines) == 1 and lines[0].startswith("gatehouse: "), finished.stderr
    for word in words:
        assert str(word) in lines[0], finished.stderr


# What is refused


@pytest.mark.parametrize(
    "arguments, words",
    [
        (["serve", "--frobnicate"], ["--frobnicate", "--help"]),
        (["serve", "--listen", "8426"], ["--listen", "`8426`", "HOST:PORT"]),
        (["serve", "--listen", "127.0.0.1:99999"], ["--listen", "HOST:PORT"]),
        (["serve", "--data", ""], ["--data", "directory"]),
        (["serve", "--dev", "--data", "data"], ["--dev", "leave --data out"]),
        (["serve", "--dev", "--listen", "0.0.0.0:0"], ["loopback", "127.0.0.1:PORT"]),
        (["serve", "--dev", "--listen", "[::]:0"], ["loopback", "127.0.0.1:PORT"]),
        (["serve", "--data", "data", "--listen", "192.0.2.1:0"], ["does not have that address"]),
        (["serve", "--config", "none.toml"], ["none.toml", "No such file"]),
        (["frobnicate"], ["frobnicate", "--help"]),
        (["account", "create", "--data", "data"], ["--email", "--help"]),
        (["account", "close", "12", "--data", "data"], ["`12`", "twelve digits"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None)
def test_arguments_that_make_no_sense_are_refused(operator, tmp_path, arguments, words):
    assert_complaint(operator(*arguments), *words)
    assert contents(tmp_path).keys() == {"."}


@pytest.mark.parametrize(
    "text, words",
    [
        ("listen = \"127.0.0.1:0\"\nsing_up = \"open\"\n", [":2: unknown key `sing_up`"]),
        ("signpu = \"open\"", [":1: unknown key `signpu`", "did you mean `signup`"]),
        ("signup = \"maybe\"", [":1:", "`maybe`", "\"open\" or \"closed\""]),
        ("signup = open", [":1:", "not valid TOML"]),
        ("[limits]\nbody_bytes = 1", [":2:", "`body_bytes`", "number from"]),
        ("trusted_proxies = [\"me\"]", [":1:", "`me`", "addresses and networks"]),
        ("log_level = 3", [":1:", "`3`", "\"info\""]),
    ])
def test_a_configuration_that_is_not_understood_is_refused(operator, tmp_path, text, words):
    (tmp_path / "gatehouse.toml").write_text(text)
    finished = operator("serve", "--config", "gatehouse.toml", "--data", "data")
    assert_complaint(finished, "gatehouse.toml", *words)
    assert not (tmp_path / "data").exists()


def test_a_port_in_use_is_refused_before_anything_is_made(operator, tmp_path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        address = f"127.0.0.1:{other.getsockname()[1]}"
        finished = operator("serve", "--listen", address, "--data", "data")
    assert_complaint(finished, address, "in use", "--listen")
    assert not (tmp_path / "data").exists()


def newer_version(data):
    settle(
        data,
        "INSERT INTO schema_migration (number, name, digest) VALUES (1000, 'later', 0)")


def edited_migration(data):
    settle(data, "UPDATE schema_migration SET digest = digest + 1")


def no_master_key(data):
    (data / "master.key").unlink()


def another_master_key(data):
    (data / "master.key").write_text(base64.b64encode(b"k" * 32).decode() + "\n")


def half_a_master_key(data):
    (data / "master.key").write_text(base64.b64encode(b"k" * 16).decode() + "\n")


def master_key_for_all(data):
    (data / "master.key").chmod(0o644)


def database_for_all(data):
    (data / "gatehouse.db").chmod(0o644)


def no_data_key(data):
    settle(data, "DELETE FROM data_key")


def garbage(data):
    (data / "gatehouse.db").write_bytes(bytes(range(256)) * 64)


def zeros_in_the_middle(data):
    file = data / "gatehouse.db"
    # All but the first page's header, so that it still looks like a database.
    file.write_bytes(file.read_bytes()[:100] + bytes(file.stat().st_size - 100))


def another_program_s_database(data):
    (data / "gatehouse.db").unlink()
    settle(data, "CREATE TABLE note (text)")
    (data / "gatehouse.db").chmod(0o600)


SPOILED = [
    (newer_version, ["version 1000", "newer", "use a newer gatehouse"]),
    (edited_migration, ["migration 1", "use the gatehouse that made it"]),
    (no_master_key, ["master.key", "missing", "put it back"]),
    (another_master_key, ["master key", "restore"]),
    (half_a_master_key, ["master.key", "32 bytes", "put the right file back"]),
    (master_key_for_all, ["master.key", "0644", "chmod 600"]),
    (database_for_all, ["gatehouse.db", "0644", "chmod 600"]),
    (no_data_key, ["no data key", "restore a backup"]),
    (garbage, ["not a database", "restore a backup"]),
    (zeros_in_the_middle, ["database", "restore a backup"]),
    (another_program_s_database, ["gatehouse.db", "not a database of gatehouse"]),
]


@pytest.mark.parametrize("command", ["serve --listen 127.0.0.1:0", "account list"])
@pytest.mark.parametrize("spoil, words", SPOILED, ids=[case[0].__name__ for case in SPOILED])
def test_a_data_directory_that_cannot_be_used_stays_as_it_was(
        operator, data, command, spoil, words):
    spoil(data)
    before = contents(data)
    assert_complaint(operator(*command.split(), "--data", data), *words)
    assert contents(data) == before


@pytest.mark.parametrize("command", [
    "serve --listen 127.0.0.1:0", "account create --email a@example.com --name A"])
def test_a_data_directory_that_lost_its_database_is_no_new_one(operator, data, command):
    (data / "gatehouse.db").unlink()
    before = contents(data)
    finished = operator(*command.split(), "--data", data, input="a good password 1!")
    assert_complaint(finished, "gatehouse.db", "is gone", "restore a backup")
    assert contents(data) == before


def test_a_data_directory_has_one_server(operator, gatehouse_data):
    first = gatehouse_data()
    before = contents(first.data)
    finished = operator("serve", "--listen", "127.0.0.1:0", "--data", first.data)
    assert_complaint(finished, first.data, "another gatehouse", "stop it first")
    assert contents(first.data) == before
    assert http_client.send(first, "GET", "/readyz").status == 200


@pytest.mark.parametrize("mode", [0o644, 0o600])
def test_a_master_key_kept_elsewhere_is_checked_before_anything_is_made(tmp_path, mode):
    key = tmp_path / "elsewhere.key"
    key.write_text("not a key\n")
    key.chmod(mode)
    finished = operate(
        tmp_path, "serve", "--listen", "127.0.0.1:0", "--data", "data",
        environment={"GATEHOUSE_MASTER_KEY_FILE": str(key)})
    assert_complaint(finished, key)
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("command", [
    "account list", "account close 123456789012", "account reopen 123456789012",
    "root reset-password 123456789012",
])
def test_commands_on_what_is_there_make_no_data_directory(operator, tmp_path, command):
    assert_complaint(operator(*command.split(), "--data", "typo", input="x\n"), "typo")
    assert not (tmp_path / "typo").exists()


@pytest.fixture
def read_only(installation):
    """A directory where whoever runs the server may read and nobody may write."""
    directory = pathlib.Path(tempfile.mkdtemp(prefix="gatehouse-"))
    shutil.copytree(installation, directory / "data")
    for path in [directory, *directory.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o400)
        if os.geteuid() == 0 and path.is_file():
            os.chown(path, NOBODY, NOBODY)
    yield directory
    for path in [directory, directory / "data"]:
        path.chmod(0o755)
    shutil.rmtree(directory)


def without_rights(directory, *arguments):
    """Runs `gatehouse …` as someone who may not write in a directory."""
    prefix = []
    if os.geteuid() == 0:
        prefix = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    return subprocess.run(
        [*prefix, str(GATEHOUSE), *map(str, arguments)], stdin=subprocess.DEVNULL,
        capture_output=True, text=True, env=clean_environment(directory), cwd=directory,
        timeout=60)


@pytest.mark.parametrize("name", ["data", "new", "new/deeper"])
def test_a_place_where_nothing_may_be_written_is_refused(read_only, name):
    before = contents(read_only)
    finished = without_rights(
        read_only, "serve", "--listen", "127.0.0.1:0", "--data", read_only / name)
    assert_complaint(finished, read_only / name.split("/")[0], "cannot write", "permissions")
    assert contents(read_only) == before


@pytest.mark.parametrize("name", ["d", "d/", "./d", "d/e"])
def test_a_data_directory_may_have_the_shortest_name(operator, tmp_path, name):
    made = operator(
        "account", "create", "--data", name, "--email", "a@example.com", "--name", "A",
        input="a root password of 2026!")
    assert made.returncode == 0, made.stderr
    assert (tmp_path / name / "gatehouse.db").exists() and (tmp_path / name / "master.key").exists()


# The first start


def setup_link(server):
    """The path of the link that a first start prints."""
    [link] = re.findall(r"http://\S+(/signup\?token=\S+)", server.output())
    return link


def sign_up(server, link, email="first@example.com"):
    """Makes an account in a browser; returns the browser."""
    return http_client.Browser(server).open(link).submit(
        email=email, name="First", password="a first password 1!")


def test_the_first_start_prints_a_link_that_works_once(gatehouse_data):
    server = gatehouse_data()
    assert http_client.Browser(server).open("/signup").status == 403
    link = setup_link(server)
    browser = sign_up(server, link)
    assert (browser.status, browser.path) == (200, "/console")
    assert http_client.Browser(server).open("/signup").status == 403
    again = http_client.Browser(server).open(link)
    if again.status == 200:
        again = sign_up(server, link, "second@example.com")
    assert again.status == 403
    server.restart()
    assert len(re.findall("token=", server.output())) == 1
    signed_in = http_client.Browser(server).sign_in_as_root(
        "first@example.com", "a first password 1!")
    assert (signed_in.status, signed_in.path) == (200, "/console")


def test_a_start_before_the_first_account_makes_the_earlier_link_worthless(gatehouse_data):
    server = gatehouse_data()
    earlier = setup_link(server)
    server.restart()
    links = re.findall(r"/signup\?token=\S+", server.output())
    assert len(set(links)) == 2
    assert sign_up(server, earlier).status == 403
    assert sign_up(server, links[1]).path == "/console"


def test_signup_is_open_to_all_when_the_configuration_says_so(gatehouse_data, tmp_path):
    (tmp_path / "gatehouse.toml").write_text("signup = \"open\"\n")
    server = gatehouse_data("data", "--config", tmp_path / "gatehouse.toml")
    pages = {
        email: sign_up(server, "/signup", email)
        for email in ("one@example.com", "two@example.com", "ONE@example.com")}
    # Whether another account has the address already is not told.
    assert {page.status for page in pages.values()} == {200}
    texts = {
        page.text.split("<main")[1].replace(email, "") for email, page in pages.items()}
    assert len(texts) == 1
    for email in ("one@example.com", "two@example.com"):
        browser = http_client.Browser(server).sign_in_as_root(email, "a first password 1!")
        assert (browser.status, browser.path) == (200, "/console")


def test_the_link_leads_to_the_public_url_where_there_is_one(gatehouse_data, tmp_path):
    (tmp_path / "gatehouse.toml").write_text("public_url = \"https://id.example.com/\"\n")
    server = gatehouse_data("data", "--config", tmp_path / "gatehouse.toml")
    assert "\n  https://id.example.com/signup?token=" in server.output()


@pytest.mark.parametrize("made", [
    ".", "data", "data/gatehouse.lock", "data/master.key", "data/gatehouse.db",
    "data/gatehouse.db-wal"])
def test_a_first_start_that_was_interrupted_is_made_good_by_the_next(operator, tmp_path, made):
    process = subprocess.Popen(
        [str(GATEHOUSE), "serve", "--listen", "127.0.0.1:0", "--data", "data"], cwd=tmp_path,
        env=clean_environment(tmp_path), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not (tmp_path / made).exists():
        assert process.poll() is None
    process.kill()
    process.wait()
    finished = operator(
        "account", "create", "--data", "data", "--email", "a@example.com", "--name", "A",
        input="a good password 1!")
    assert finished.returncode == 0, finished.stderr
    finished = operator("account", "list", "--data", "data")
    assert "a@example.com" in finished.stdout


# Stopping


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_the_server_once_it_has_answered(gatehouse_data, number):
    server = gatehouse_data()
    body = http_client.form("GetCallerIdentity", "sts")
    with http_client.connect(server) as connection:
        # The head is whole when it answers 100; the body follows after the signal.
        connection.sendall(
            b"POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
            b"Content-Length: %d\r\n\r\n" % len(body))
        assert connection.recv(1024).startswith(b"HTTP/1.1 100 ")
        os.kill(server.pid, number)
        connection.sendall(body)
        answer = http_client.read_answer(connection)
    assert (answer.status, answer.code) == (403, "MissingAuthenticationToken")
    assert server.stop() == 0


def test_a_client_that_does_not_finish_holds_up_a_stop_only_so_long(gatehouse_data, tmp_path):
    (tmp_path / "gatehouse.toml").write_text("[limits]\nstop_seconds = 1\n")
    server = gatehouse_data("data", "--config", tmp_path / "gatehouse.toml")
    (tmp_path / "patient.toml").write_text("[limits]\nstop_seconds = 600\n")
    patient = gatehouse_data("patient", "--config", tmp_path / "patient.toml")
    begun = (
        b"POST / HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
        b"Content-Length: 9\r\n\r\n")
    with http_client.connect(server) as first, http_client.connect(patient) as second:
        for connection in (first, second):
            connection.sendall(begun)
            assert connection.recv(1024).startswith(b"HTTP/1.1 100 ")
        os.kill(patient.pid, signal.SIGTERM)
        assert server.stop() == 0
        # Both were told to stop; the one that may wait for ten minutes still does.
        second.sendall(b"123456789")
        assert http_client.read_answer(second).status == 403
    assert patient.stop() == 0


def test_a_server_that_stopped_leaves_all_data_in_one_file(gatehouse_data):
    server = gatehouse_data()
    for _ in range(5):
        Account(server).client("iam").list_users()
        assert server.stop() == 0
        assert {path.name for path in server.data.iterdir()} == {
            "gatehouse.db", "gatehouse.lock", "master.key"}
        server.start()


# Development mode


def test_variables_fix_the_account_of_development_mode(gatehouse_dev):
    identity = gatehouse_dev.client("sts").get_caller_identity()
    assert identity["Arn"] == "arn:aws:iam::123456789012:root"
    browser = http_client.Browser(gatehouse_dev)
    browser.sign_in_as_root(gatehouse_dev.email, gatehouse_dev.password)
    assert (browser.status, browser.path) == (200, "/console")
    for value in (
            gatehouse_dev.email, gatehouse_dev.password, DEV_ROOT_KEY.access_key_id,
            DEV_ROOT_KEY.secret_access_key, gatehouse_dev.account):
        assert value in gatehouse_dev.output()


def test_reset_returns_to_the_first_state(gatehouse_dev):
    iam = gatehouse_dev.client("iam")
    made = iam.create_access_key()["AccessKey"]
    iam.create_user(UserName="alice")
    browser = http_client.Browser(gatehouse_dev).sign_in_as_root(
        gatehouse_dev.email, gatehouse_dev.password)
    answer = http_client.send(gatehouse_dev, "POST", "/dev/reset")
    assert (answer.status, answer.body) == (204, b"")
    assert iam.list_users()["Users"] == []
    assert len(iam.list_access_keys()["AccessKeyMetadata"]) == 1
    body = http_client.form("GetCallerIdentity", "sts")
    key = type(DEV_ROOT_KEY)(made["AccessKeyId"], made["SecretAccessKey"])
    headers = http_client.signed(gatehouse_dev, body, "sts", key)
    answer = http_client.send(gatehouse_dev, headers=headers, body=body)
    assert (answer.status, answer.code) == (403, "InvalidClientTokenId")
    assert browser.open("/console").path == "/signin"


def test_reset_forgets_whatever_was_there_each_time(gatehouse_dev):
    iam = gatehouse_dev.client("iam")
    for number in range(100):
        iam.create_user(UserName=f"user-{number}")
    for _ in range(5):
        gatehouse_dev.reset()
        assert iam.list_users()["Users"] == []
        iam.create_user(UserName="another")


def test_mail_of_development_mode_can_be_read(gatehouse_dev):
    assert http_client.send(gatehouse_dev, "GET", "/dev/mail").status == 200
    assert http_client.send(gatehouse_dev, "GET", "/dev/mail.json").json == []


def test_development_pages_are_there_in_development_alone(data_server):
    for method, path in [("POST", "/dev/reset"), ("GET", "/dev/mail"), ("GET", "/dev/mail.json")]:
        assert http_client.send(data_server, method, path).status == 404


# The operator beside a running server


def test_closing_and_reopening_an_account_is_felt_by_the_next_request(data_server, operator):
    account = Account(data_server)
    sts = account.client("sts")
    browser = http_client.Browser(data_server).sign_in_as_root(account.email, account.password)
    assert browser.open("/console").path == "/console"

    def run(*arguments):
        finished = operator("account", *arguments, "--data", data_server.data, "--json")
        assert finished.returncode == 0, finished.stderr
        return finished.stdout

    assert f'"{account.account}"' in run("list")
    sts.get_caller_identity()
    run("close", account.account)
    with pytest.raises(sts.exceptions.ClientError, match="InvalidClientTokenId"):
        sts.get_caller_identity()
    assert browser.open("/console").path == "/signin"
    assert browser.sign_in_as_root(account.email, account.password).status == 401
    run("reopen", account.account)
    sts.get_caller_identity()


def test_a_reset_password_counts_at_once_and_ends_sessions(data_server, operator):
    account = Account(data_server)
    browser = http_client.Browser(data_server).sign_in_as_root(account.email, account.password)
    assert browser.path == "/console"
    finished = operator(
        "root", "reset-password", account.email, "--data", data_server.data,
        input="another password 2!\n")
    assert finished.returncode == 0, finished.stderr
    assert browser.open("/console").path == "/signin"
    assert browser.sign_in_as_root(account.email, account.password).status == 401
    assert browser.sign_in_as_root(account.email, "another password 2!").path == "/console"
    account.client("sts").get_caller_identity()


@pytest.mark.parametrize(
    "arguments, password, words",
    [
        (["--email", "no address", "--name", "A"], "a good password 1!", ["e-mail"]),
        (["--email", "a@example.com", "--name", ""], "a good password 1!", ["account name"]),
        (["--email", "a@example.com", "--name", "A"], "short", ["password", "minimum length"]),
        (["--email", "a@example.com", "--name", "A"], "Welcome1!", ["password", "easy to guess"]),
        (["--email", "a@example.com", "--name", "A"], "", ["password", "standard input"]),
        (["--email", "a@example.com", "--name", "A", "--account-id", "12"], "a good password 1!",
         ["`12`", "twelve digits"]),
    ])
def test_an_account_that_cannot_be_made_is_refused_in_one_line(
        operator, data_server, arguments, password, words):
    finished = operator(
        "account", "create", "--data", data_server.data, *arguments, input=password)
    assert_complaint(finished, *words)


# The log of a running server


def test_signals_have_it_log_in_detail_and_as_it_did(gatehouse_data):
    server = gatehouse_data()
    account = Account(server)

    def send_unsigned():
        wrong = dataclasses.replace(account.credentials, secret_access_key="another" * 5)
        with pytest.raises(Exception, match="SignatureDoesNotMatch"):
            account.client("iam", wrong).list_users()

    send_unsigned()
    assert " debug " not in server.output()
    os.kill(server.pid, signal.SIGUSR1)
    server.wait_for("the log level is debug now")
    send_unsigned()
    assert " debug " in server.output()
    os.kill(server.pid, signal.SIGUSR2)
    server.wait_for("the log level is info now")
    details = server.output().count(" debug ")
    send_unsigned()
    assert server.output().count(" debug ") == details > 0
