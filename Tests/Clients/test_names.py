"""The names that a server answers to: its own for pages, any for requests that sign theirs."""

import re
import urllib.parse

import pytest

import http_client
from conftest import Account, DataServer

STRANGER = "evil.example"


@pytest.fixture(scope="module")
def named(tmp_path_factory):
    """An account on a server whose configuration names two hosts."""
    directory = tmp_path_factory.mktemp("named")
    (directory / "gatehouse.toml").write_text("""
        signup = "open"
        public_url = "https://id.example.com"
        hosts = ["id.internal"]
        """)
    server = DataServer(
        directory / "data", directory / "gatehouse.log",
        ["--config", directory / "gatehouse.toml"])
    yield Account(server)
    server.stop()


def status(server, host, target="/signin", method="GET", version="1.1", fields=()):
    """The status of the answer to a request that names `host`; None names none."""
    lines = [f"{method} {target} HTTP/{version}", "Content-Length: 0", *fields]
    if host is not None:
        lines.append(f"Host: {host}")
    with http_client.connect(server) as connection:
        connection.sendall("\r\n".join([*lines, "", ""]).encode())
        return http_client.read_answer(connection).status


@pytest.mark.parametrize(
    "host", ["id.example.com", "acme.signin.id.example.com", "id.internal:8426", "localhost",
             "acme.signin.localhost:8426", "127.0.0.1", "[::1]:8426"])
def test_pages_are_shown_under_the_servers_own_names(named, host):
    assert status(named.server, host) == 200


@pytest.mark.parametrize("target", ["/signin", "/signup", "/console", "/", "/none"])
def test_pages_are_not_shown_under_a_name_that_another_made_lead_here(named, target):
    assert status(named.server, STRANGER, target) == 421


@pytest.mark.parametrize("target", ["/healthz", "/readyz"])
def test_a_supervisor_may_use_any_name(named, target):
    assert status(named.server, STRANGER, target) == 200
    assert status(named.server, None, target, version="1.0") == 200
    assert status(named.server, None, target) == 400


@pytest.mark.parametrize("host, version", [(None, "1.1"), (None, "1.0"), ("", "1.1")])
def test_a_request_without_a_host_is_refused(named, host, version):
    assert status(named.server, host, version=version) == 400


def test_a_target_with_a_host_counts_only_with_the_same_host_in_its_field(dev_server):
    assert status(dev_server, "localhost", "http://localhost/signin") == 200
    assert status(dev_server, "localhost", f"http://{STRANGER}/signin") == 400
    assert status(dev_server, STRANGER, "http://localhost/signin") == 400
    assert status(dev_server, STRANGER, f"http://{STRANGER}/signin") == 421
    for host in ("localhost", STRANGER):
        answer = status(dev_server, host, f"http://{STRANGER}/dev/reset", "POST")
        assert answer in (400, 421)


def test_requests_are_signed_for_the_name_they_use(named):
    body = http_client.form("GetCallerIdentity", "sts")
    url, named.server.url = named.server.url, f"http://{STRANGER}:8426"
    try:
        headers = http_client.signed(named.server, body, "sts", named.credentials)
    finally:
        named.server.url = url
    for host, code in [(f"{STRANGER}:8426", None), ("other.example", "SignatureDoesNotMatch")]:
        answer = http_client.send(named.server, headers=headers | {"Host": host}, body=body)
        assert answer.code == code, answer.text
    answer = http_client.send(
        named.server, headers={"Host": STRANGER, "Content-Type": http_client.FORM}, body=body)
    assert (answer.status, answer.code) == (421, "MisdirectedRequest")


@pytest.mark.parametrize(
    "fields", [["Origin: https://evil.example"], ["Sec-Fetch-Site: cross-site"],
               ["Origin: https://localhost"], ["Origin: http://localhost:3000"],
               ["Origin: null"]])
def test_a_page_of_another_site_does_not_reset(dev_server, fields):
    assert status(dev_server, "localhost", "/dev/reset", "POST", fields=fields) == 403
    assert status(dev_server, STRANGER, "/dev/reset", "POST") == 421
    assert status(dev_server, STRANGER, "/dev/mail.json") == 421


@pytest.mark.parametrize("scheme, other", [("http", "https"), ("https", "http")])
def test_a_form_comes_from_the_scheme_that_it_is_sent_to(tmp_path, scheme, other):
    (tmp_path / "gatehouse.toml").write_text("""
        trusted_proxies = ["127.0.0.1"]
        hosts = ["id.example.com"]
        """)
    server = DataServer(
        tmp_path / "data", tmp_path / "gatehouse.log", ["--config", tmp_path / "gatehouse.toml"])
    try:
        headers = {"Host": "id.example.com", "X-Forwarded-Proto": scheme}
        page = http_client.send(server, "GET", "/signin", headers)
        headers["Cookie"] = "; ".join(
            line.split(";")[0] for line in page.headers.get_all("Set-Cookie"))
        token = re.search('name="form-token" value="(.*?)"', page.text)[1]
        form = urllib.parse.urlencode({"form-token": token, "email": "a@example.com"}).encode()
        statuses = {
            origin: http_client.send(
                server, "POST", "/signin", headers | {"Origin": origin}, form).status
            for origin in (f"{scheme}://id.example.com", f"{other}://id.example.com")
        }
    finally:
        server.stop()
    assert statuses[f"{scheme}://id.example.com"] != 403
    assert statuses[f"{other}://id.example.com"] == 403
