"""TLS in the listener: real clients of several kinds, certificates that are renewed while requests
run, clients that prove who they are, and those that come without TLS."""

import hashlib
import os
import re
import signal
import socket
import ssl
import subprocess
import threading
import time
import urllib.error
import urllib.request
import xml.etree.ElementTree

import pytest

import http_client
from certificates import DAY, NOW, Authority, curve_key, rsa_key
from conftest import PATIENCE, Account, DataServer, DevServer, free_port, operate

# Mozilla's intermediate list, version 5.7.
MOZILLA_CIPHERS = {
    "TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256",
    "ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-RSA-AES128-GCM-SHA256",
    "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-RSA-AES256-GCM-SHA384",
    "ECDHE-ECDSA-CHACHA20-POLY1305", "ECDHE-RSA-CHACHA20-POLY1305",
    "DHE-RSA-AES128-GCM-SHA256", "DHE-RSA-AES256-GCM-SHA384", "DHE-RSA-CHACHA20-POLY1305"}
MOZILLA_GROUPS = {"x25519", "secp256r1 (NIST P-256)", "secp384r1 (NIST P-384)"}


@pytest.fixture
def authority(tmp_path):
    return Authority(tmp_path)


@pytest.fixture
def tls_server(tmp_path, authority):
    """Starts dev servers that speak TLS with a certificate of `authority`.

    `settings` are further lines of the table `[tls]`, `above` those before it; the files of the
    certificate `client` are a client's. The server has its own as `files`.
    """
    servers = []

    class TLSServer(DevServer):
        client_files = None

        def tls(self):
            return context_of(self, self.client_files)

    def serve(settings="", above="", client=None, **certificate):
        files = authority.files("127.0.0.1", **certificate)
        configuration = tmp_path / f"gatehouse-{len(servers)}.toml"
        configuration.write_text(
            f'{above}\n[tls]\ncertificate = "{files[0]}"\nkey = "{files[1]}"\n{settings}\n')
        TLSServer.authority = authority.path
        TLSServer.client_files = client
        log = tmp_path / f"gatehouse-{len(servers)}.log"
        servers.append(TLSServer(log, ["--config", configuration]))
        servers[-1].files = files
        return servers[-1]

    yield serve
    for server in servers:
        server.stop()


def context_of(server, files=None):
    """What a client needs to trust the server, and perhaps to prove who it is."""
    context = ssl.create_default_context(cafile=server.authority)
    if files:
        context.load_cert_chain(*files)
    return context


def serial_number(server):
    """That of the certificate which a new connection is shown."""
    with http_client.connect(server) as connection:
        return connection.getpeercert()["serialNumber"]


def renew(server, authority, **certificate):
    """Puts another certificate in the place of the server's."""
    for new, old in zip(authority.files("127.0.0.1", **certificate), server.files):
        new.replace(old)


# A first try


def test_first_try(tmp_path):
    """A certificate of the server's own: made once, trusted by its file, for real clients."""

    class FirstTry(DataServer):
        authority = tmp_path / "data" / "self-signed.pem"

        def tls(self):
            # It is there once the server has made it.
            return super().tls() if self.authority.exists() else None

    server = FirstTry(tmp_path / "data", tmp_path / "gatehouse.log", ["--tls-self-signed"])
    try:
        account = Account(server)
        answer = account.aws("sts", "get-caller-identity")
        assert answer.returncode == 0 and account.account in answer.stdout, answer.stderr
        assert account.client("iam").list_users()["Users"] == []
        with pytest.raises(urllib.error.URLError, match="CERTIFICATE_VERIFY_FAILED"):
            urllib.request.urlopen(f"{server.url}/healthz")
        with http_client.connect(server) as connection:
            certificate = connection.getpeercert(binary_form=True)
        fingerprint = hashlib.sha256(certificate).digest().hex(":").upper()
        assert f"SHA-256 {fingerprint}" in server.output()
        assert f"https://localhost:{server.port}/signup?token=" in server.output()
        for file in ["self-signed.pem", "self-signed.key"]:
            assert (server.data / file).stat().st_mode & 0o077 == 0
        before = serial_number(server)
        server.restart()
        assert serial_number(server) == before
    finally:
        server.stop()


def test_first_try_in_a_browser(tmp_path, chromium, tls_server):
    """A person signs in over TLS: the cookie is for TLS alone, and no page is loaded without it."""
    server = tls_server()
    context = chromium.new_context(ignore_https_errors=True)
    page = context.new_page()
    page.goto(f"{server.url}/signin")
    page.fill("input[name=email]", server.email)
    page.press("input[name=email]", "Enter")
    page.fill("input[name=password]", server.password)
    page.press("input[name=password]", "Enter")
    page.wait_for_url("**/console**")
    cookies = context.cookies()
    assert cookies and all(cookie["secure"] for cookie in cookies if "form" not in cookie["name"])
    assert any(cookie["name"].startswith("__Host-") for cookie in cookies)
    context.close()


# What is spoken


@pytest.mark.parametrize("key", [curve_key, rsa_key], ids=["ECDSA", "RSA"])
def test_verdict_of_sslscan(tls_server, tmp_path, key):
    server = tls_server(key=key())
    report = tmp_path / "sslscan.xml"
    subprocess.run(
        ["sslscan", f"--xml={report}", f"127.0.0.1:{server.port}"], check=True,
        capture_output=True, timeout=PATIENCE)
    found = xml.etree.ElementTree.parse(report).getroot()
    enabled = {
        f"{each.get('type')} {each.get('version')}"
        for each in found.iter("protocol") if each.get("enabled") == "1"}
    assert enabled == {"tls 1.2", "tls 1.3"}
    ciphers = {each.get("cipher") for each in found.iter("cipher")}
    assert len(ciphers) == 6 and ciphers <= MOZILLA_CIPHERS
    groups = {each.get("name") for each in found.iter("group")}
    assert groups == MOZILLA_GROUPS
    assert all(each.get("supported") == "0" for each in found.iter("renegotiation"))
    assert all(each.get("vulnerable") == "0" for each in found.iter("heartbleed"))


def test_large_requests_and_answers_whole_and_in_turn(tls_server):
    """What takes many records arrives as it was sent, and requests are answered in their order."""
    server = tls_server()
    body = http_client.form("GetCallerIdentity", "sts", Padding="x" * 900_000)
    answer = http_client.send(server, headers=http_client.signed(server, body, "sts"), body=body)
    # The whole of it was read, and its signature is right.
    assert answer.code == "ValidationError" and "Padding" in answer.text
    with http_client.connect(server) as connection:
        request = b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
        last = request.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
        connection.sendall(99 * request + last)
        received = b""
        while piece := connection.recv(65_536):
            received += piece
    assert received.count(b"HTTP/1.1 200 OK\r\n") == 100
    page = http_client.Browser(server).open("/signin").text
    assert "</html>" in page


def test_a_client_that_says_it_has_said_all_gets_its_answer(tls_server):
    server = tls_server()
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = server.tls().wrap_bio(incoming, outgoing, server_hostname="127.0.0.1")
    with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as raw:

        def until_done(step, *arguments):
            while True:
                try:
                    return step(*arguments)
                except ssl.SSLWantReadError:
                    if outgoing.pending:
                        raw.sendall(outgoing.read())
                    incoming.write(raw.recv(65_536))

        until_done(client.do_handshake)
        client.write(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        with pytest.raises(ssl.SSLWantReadError):
            client.unwrap()
        # One piece has the request, the end of what is said by TLS, and that by TCP follows.
        raw.sendall(outgoing.read())
        raw.shutdown(socket.SHUT_WR)
        answer = b""
        while not answer.endswith(b"ok\n"):
            answer += until_done(client.read, 65_536)
    assert answer.startswith(b"HTTP/1.1 200 OK")


def test_clients_that_do_not_go_on_are_left(tls_server):
    """Neither half a greeting nor what is no TLS keeps a connection, nor ends the server."""
    server = tls_server(above="[limits]\nidle_seconds = 1")
    greeting = ssl.MemoryBIO()
    client = ssl.create_default_context().wrap_bio(ssl.MemoryBIO(), greeting)
    with pytest.raises(ssl.SSLWantReadError):
        client.do_handshake()
    hello = greeting.read()
    for bytes in [hello[:50], hello[:-1], hello[:5] + b"\xff" * 400, b"\x16" + b"\x00" * 3_000]:
        with socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE) as raw:
            raw.sendall(bytes)
            while raw.recv(65_536):
                pass
    assert server.client("sts").get_caller_identity()["Account"] == server.account


# Renewal


def test_renewal_drops_no_request(tls_server, authority):
    """The certificate is renewed ten times while eight clients ask on old and new connections."""
    server = tls_server()
    failures, asked, stop = [], [], threading.Event()

    def ask(keeps):
        connection = http_client.connect(server)
        while not stop.is_set():
            try:
                connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                answer = http_client.read_answer(connection)
                if answer.status != 200:
                    failures.append(answer.text)
                asked.append(1)
                if not keeps:
                    connection.close()
                    connection = http_client.connect(server)
            except OSError as error:
                failures.append(error)
                connection = http_client.connect(server)
        connection.close()

    clients = [threading.Thread(target=ask, args=(number % 2 == 0,)) for number in range(8)]
    for client in clients:
        client.start()
    try:
        seen = {serial_number(server)}
        for number in range(10):
            renew(server, authority, key=rsa_key() if number % 2 else None)
            os.kill(server.pid, signal.SIGHUP)
            deadline = time.monotonic() + PATIENCE
            while (current := serial_number(server)) in seen:
                assert time.monotonic() < deadline
            seen.add(current)
    finally:
        stop.set()
        for client in clients:
            client.join()
    assert len(seen) == 11
    assert not failures, failures[:3]
    assert len(asked) > 100


def test_a_certificate_without_its_key_changes_nothing_until_the_key_is_there(
        tls_server, authority):
    server = tls_server()
    before = serial_number(server)
    certificate, key = authority.files("127.0.0.1")
    certificate.replace(server.files[0])
    os.kill(server.pid, signal.SIGHUP)
    server.wait_for("the private key is that of another certificate")
    assert serial_number(server) == before
    assert server.output().count("cannot be read anew") == 1
    # Nobody has to say so.
    key.replace(server.files[1])
    server.wait_for("another certificate is used from now on")
    assert serial_number(server) != before


def test_an_expired_certificate_is_told_of_and_can_be_renewed(tls_server, authority):
    server = tls_server(end=NOW + 30 * DAY)
    renew(server, authority, end=NOW - DAY)
    os.kill(server.pid, signal.SIGHUP)
    server.wait_for("the certificate has expired")
    with pytest.raises(ssl.SSLCertVerificationError, match="expired"):
        http_client.connect(server)
    renew(server, authority, end=NOW + 7 * DAY)
    os.kill(server.pid, signal.SIGHUP)
    server.wait_for("the certificate expires soon")
    with http_client.connect(server):
        pass


# Clients that prove who they are


def is_answered(server, files=None):
    """Whether a client with this certificate, or without one, gets an answer."""
    try:
        raw = socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE)
        context = context_of(server, files)
        with context.wrap_socket(raw, server_hostname="127.0.0.1") as connection:
            connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            return connection.recv(4_096).startswith(b"HTTP/1.1 200 OK")
    except ConnectionError:
        return False
    except ssl.SSLError as error:
        assert "alert" in str(error).lower(), error
        return False


@pytest.mark.parametrize("is_required", [True, False])
def test_client_certificates(tls_server, tmp_path, is_required):
    clients, strangers = Authority(tmp_path, "Clients"), Authority(tmp_path, "Strangers")
    carol = clients.files("carol")
    settings = f'client_ca = "{clients.path}"\n'
    if is_required:
        settings += "require_client_certificate = true\n"
    server = tls_server(settings, client=carol)
    assert is_answered(server, carol)
    assert is_answered(server) != is_required
    assert not is_answered(server, strangers.files("carol"))
    assert not is_answered(server, clients.files("carol", end=NOW - DAY))


# Without TLS


def plain(port, method="GET", path="/console?tab=1", headers="", body=b""):
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as raw:
        raw.sendall(
            f"{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n"
            f"Content-Length: {len(body)}\r\n{headers}\r\n".encode() + body)
        received = b""
        while piece := raw.recv(65_536):
            received += piece
    return received.decode()


def test_without_tls_nothing_is_done(tls_server):
    """A browser is sent to https, on both addresses; whoever signs or sends is told why not."""
    other = free_port()
    server = tls_server(f'redirect_from = "127.0.0.1:{other}"')
    for port in [server.port, other]:
        answer = plain(port)
        assert answer.startswith("HTTP/1.1 308 ")
        assert f"location: https://localhost:{server.port}/console?tab=1\r\n" in answer
        body = http_client.form("CreateUser", UserName="mallory")
        signed = http_client.signed(server, body)
        lines = "".join(f"{name}: {value}\r\n" for name, value in signed.items() if
                        name.lower() not in ("host", "content-length"))
        for refused in [
                plain(port, "POST", "/", lines, body),
                plain(port, "GET", "/", f"Authorization: {signed['Authorization']}\r\n"),
                plain(port, "GET", "/?X-Amz-Signature=1"),
                plain(port, "GET", "/signup?token=1"),
                plain(port, "POST", "/signin", "", b"email=root")]:
            assert refused.startswith("HTTP/1.1 400 ") and "InsecureTransport" in refused
    assert server.client("iam").list_users()["Users"] == []


def test_the_public_url_is_where_browsers_are_sent(tls_server):
    server = tls_server(above='public_url = "https://id.example.com"')
    assert "location: https://id.example.com/console?tab=1\r\n" in plain(server.port)


# What cannot be used


@pytest.fixture
def bad_files(tmp_path, authority):
    certificate, key = authority.files("127.0.0.1")
    locked = tmp_path / "locked.key"
    subprocess.run(
        ["openssl", "pkey", "-in", key, "-aes256", "-passout", "pass:swordfish", "-out", locked],
        check=True, capture_output=True)
    (tmp_path / "text.pem").write_text("swordfish\n")
    weak = authority.files("127.0.0.1", key=rsa_key(1024))
    return {
        "certificate": certificate, "key": key, "locked": locked, "text": tmp_path / "text.pem",
        "other": authority.files("127.0.0.1")[1], "none": tmp_path / "none.pem",
        "weak": weak[0], "weak key": weak[1]}


@pytest.mark.parametrize("certificate, key, reason", [
    ("none", "key", "`certificate` cannot be `[^`]*none.pem`: No such file"),
    ("text", "key", "there is no certificate in PEM"),
    ("key", "key", "there is no certificate in PEM"),
    ("certificate", "none", "`key` cannot be `[^`]*none.pem`: No such file"),
    ("certificate", "text", "there is no private key in PEM"),
    ("certificate", "locked", "there is no private key in PEM without a passphrase"),
    ("certificate", "other", "the private key is that of another certificate"),
    ("weak", "weak key", "OpenSSL says: ee key too small"),
    ("certificate", None, "--tls-cert and --tls-key go together"),
])
def test_what_cannot_be_used_is_said_in_one_line(tmp_path, bad_files, certificate, key, reason):
    arguments = ["--tls-cert", bad_files[certificate]]
    if key:
        arguments += ["--tls-key", bad_files[key]]
    listen = f"127.0.0.1:{free_port()}"
    refused = operate(tmp_path, "serve", "--data", "data", "--listen", listen, *arguments)
    assert refused.returncode != 0
    assert re.search(reason, refused.stderr), refused.stderr
    assert refused.stderr.count("\n") == 1 and "swordfish" not in refused.stderr
    assert not (tmp_path / "data" / "gatehouse.db").exists()
