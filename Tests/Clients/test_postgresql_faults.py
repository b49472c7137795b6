"""What a node says when its database cannot serve, and that it goes on by itself afterwards."""

import contextlib
import datetime
import pathlib
import shutil
import socket
import threading
import time

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

import http_client
from conftest import PATIENCE, free_port, operate
from postgresql import Node, PostgreSQL, preloaded
from test_postgresql import code

pytestmark = pytest.mark.of_one_engine


@pytest.fixture
def serve():
    """Starts database servers: call it as the class."""
    started = []

    def start(*arguments, **keywords):
        started.append(PostgreSQL(*arguments, **keywords))
        return started[-1]

    yield start
    for server in started:
        server.stop()


def lines(node, words):
    return [line for line in node.output().splitlines() if words in line]


def wait_until(node, status, words):
    """Until the node answers what it is, and has told the operator."""
    deadline = time.monotonic() + PATIENCE
    while http_client.send(node, "GET", "/readyz").status != status or not lines(node, words):
        assert time.monotonic() < deadline, node.output()


def fails_and_recovers(node, fail, mend, words, *, reads=False):
    """The node tells of a fault in one line with `words`, refuses meanwhile, and goes on."""
    account = node.account()
    iam = account.client("iam")
    iam.create_user(UserName="before")
    fail()
    wait_until(node, 503, "the store does not serve")
    # An SDK tries this again.
    assert code(iam.create_user, UserName="meanwhile") == "ServiceUnavailable"
    assert code(iam.get_user) == (None if reads else "ServiceUnavailable")
    told = lines(node, "the store does not serve")
    assert len(told) == 1 and words in told[0], told
    mend()
    wait_until(node, 200, "the store serves again")
    iam.create_user(UserName="after")
    assert iam.get_user(UserName="before")["User"]["UserName"] == "before"
    assert len(lines(node, "the store serves again")) == 1


def test_a_database_that_is_stopped_is_waited_for(serve, tmp_path):
    database = serve()
    node = Node(tmp_path, database.database())
    try:
        fails_and_recovers(
            node, lambda: database.tell("stop", "stopped"),
            lambda: database.tell("start", "ready"), "cannot be reached")
    finally:
        node.stop()


def test_a_full_disk_is_told_and_reads_go_on(serve, tmp_path, monkeypatch):
    # Whoever the server runs as has to reach both, which pytest's directories do not allow.
    flag = pathlib.Path(f"/tmp/full-disk-{free_port()}")
    shared = preloaded(
        pathlib.Path(__file__).with_name("full_disk.c"), pathlib.Path(f"{flag}.so"))
    monkeypatch.setenv("FULL_DISK", str(flag))
    database = serve(preload=shared)
    node = Node(tmp_path, database.database())

    def fail():
        flag.touch()
        # What there is room for in the pages of now is still kept.
        iam = account.client("iam")
        for number in range(10_000):
            if code(iam.create_user, UserName=f"{'filler' * 8}-{number}"):
                return
        pytest.fail("the disk is not full")

    account = node.account()
    try:
        fails_and_recovers(node, fail, flag.unlink, "the disk is full", reads=True)
    finally:
        node.stop()
        flag.unlink(missing_ok=True)
        shared.unlink()


def test_a_password_that_was_changed_is_told(serve, tmp_path):
    database = serve()
    url = database.database()
    database.query(url, "CREATE ROLE node SUPERUSER LOGIN PASSWORD 'first'")
    rules = database.directory / "data" / "pg_hba.conf"
    rules.write_text("local all node scram-sha-256\nlocal all all trust\n")
    database.query(url, "SELECT pg_reload_conf()")
    node = Node(tmp_path, url.replace("user=postgres", "user=node") + "&password=first")

    def change(password):
        database.query(url, f"ALTER ROLE node PASSWORD '{password}'")
        database.query(
            url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'node'")

    try:
        fails_and_recovers(
            node, lambda: change("second"), lambda: change("first"),
            "password authentication failed")
        assert "second" not in node.output() and "password=" not in node.output()
    finally:
        node.stop()


def certificate(days):
    """A certificate for localhost that is valid for so many days from now, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.datetime.now(datetime.timezone.utc)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name)
        .public_key(key.public_key()).serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=30))
        .not_valid_after(now + datetime.timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256()))
    return made.public_bytes(serialization.Encoding.PEM), key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption())


def test_a_certificate_that_has_ended_is_told(serve, tmp_path):
    valid, ended = certificate(1), certificate(-1)
    database = serve(port=free_port())
    url = database.database()
    data = database.directory / "data"

    def use(pair):
        for name, content in zip(("server.crt", "server.key"), pair):
            path = data / name
            path.write_bytes(content)
            path.chmod(0o600)
            shutil.chown(path, user=data.owner(), group=data.group())
        database.query(url, "SELECT pg_reload_conf()")
        database.query(url, "SELECT pg_terminate_backend(pid) FROM pg_stat_ssl WHERE ssl")

    use(valid)
    database.query(url, "ALTER SYSTEM SET ssl = on")
    database.query(url, "SELECT pg_reload_conf()")
    roots = tmp_path / "roots.pem"
    roots.write_bytes(valid[0] + ended[0])
    name = url.split("///")[1].split("?")[0]
    node = Node(
        tmp_path, f"postgresql://postgres@localhost:{database.port}/{name}"
        f"?hostaddr=127.0.0.1&sslmode=verify-full&sslrootcert={roots}")
    try:
        fails_and_recovers(
            node, lambda: use(ended), lambda: use(valid), "its certificate has expired, or ")
    finally:
        node.stop()


class VersionProxy:
    """The way to a database's server that calls itself another version."""

    def __init__(self, database, version):
        self.port = free_port()
        self._target = str(database.directory / f".s.PGSQL.{database.port}")
        self._version = version
        self._listener = socket.create_server(("127.0.0.1", self.port))
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self):
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.socket(socket.AF_UNIX)
            server.connect(self._target)
            for source, target, changes in ((client, server, False), (server, client, True)):
                threading.Thread(
                    target=self._pass, args=(source, target, changes), daemon=True).start()

    def _pass(self, source, target, changes):
        with contextlib.suppress(OSError), target:
            while data := source.recv(65536):
                target.sendall(self._changed(data) if changes else data)

    def _changed(self, data):
        # The number of the version is the one integer of eight bytes that is so large.
        for at in range(len(data) - 7):
            if 150_000 <= int.from_bytes(data[at:at + 8], "big") < 160_000:
                new = (self._version * 10_000).to_bytes(8, "big")
                return data[:at] + new + data[at + 8:]
        return data

    def close(self):
        self._listener.close()


@pytest.mark.parametrize("version, status, words", [
    (14, 1, "15 or later is needed"), (19, 0, "")])
def test_a_server_that_is_too_old_is_refused_and_a_newer_one_is_not(
        serve, tmp_path, version, status, words):
    database = serve()
    name = database.database().split("///")[1].split("?")[0]
    proxy = VersionProxy(database, version)
    try:
        tried = operate(
            tmp_path, "account", "list", "--database",
            f"postgresql://postgres@127.0.0.1:{proxy.port}/{name}?sslmode=disable",
            environment={"GATEHOUSE_MASTER_KEY_FILE": str(tmp_path / "master.key")})
        assert tried.returncode == status and words in tried.stderr
        assert tried.stderr.count("\n") == status
    finally:
        proxy.close()


def test_tables_of_a_newer_gatehouse_are_refused(serve, tmp_path):
    database = serve()
    url = database.database()
    assert operate(tmp_path, "schema", "--database", url).returncode == 0
    database.query(
        url, "INSERT INTO schema_migration (number, name, digest) VALUES (9999, 'newer', 0)")
    for command in ("schema", "account list", "serve --listen 127.0.0.1:0"):
        tried = operate(tmp_path, *command.split(), "--database", url)
        assert tried.returncode == 1 and "newer" in tried.stderr, tried.stderr
        assert tried.stderr.count("\n") == 1
