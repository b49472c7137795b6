"""The examples of proxies in Deploy/proxies, each with a real one before a server: browsers and the
aws command come by it, and the server knows who they are. And a proxy that says too little."""

import contextlib
import json
import pathlib
import re
import shutil
import ssl
import subprocess
import sys
import time

import pytest

import http_client
from certificates import Authority
from conftest import Account, DataServer, clean_environment, free_port, operate

pytestmark = pytest.mark.of_one_engine

EXAMPLES = pathlib.Path(__file__).parents[2] / "Deploy" / "proxies"
PATIENCE = 20
NAME = "127.0.0.1"


class Proxy:
    """One of the proxies, on a port of its own, before a server."""

    def __init__(self, kind, directory, port, server_port, change=lambda text: text):
        self.port = port
        self.url = f"https://127.0.0.1:{self.port}"
        self.site = f"https://{NAME}:{self.port}"
        directory.mkdir()
        self._directory = directory
        self._authority = Authority(directory)
        chain, key = self._authority.files(NAME)
        both = directory / "both.pem"
        both.write_text(chain.read_text() + key.read_text())
        self.authority = self._authority.path
        file = next(EXAMPLES.glob(f"{kind}*")) if kind != "caddy" else EXAMPLES / "Caddyfile"
        text = file.read_text()
        for old, new in (
                ("/etc/ssl/id.example.com/fullchain.pem", str(chain)),
                ("/etc/ssl/id.example.com/key.pem", str(key)),
                ("/etc/ssl/id.example.com/both.pem", str(both)),
                ("127.0.0.1:8426", f"127.0.0.1:{server_port}"),
                ("listen 443 ssl", f"listen 127.0.0.1:{self.port} ssl"),
                ("bind :443", f"bind 127.0.0.1:{self.port}"),
                ("id.example.com:443", f"id.example.com:{self.port}"),
                ("id.example.com", NAME)):
            text = text.replace(old, new)
        self._run(kind, change(text))

    def _run(self, kind, text):
        path = self._directory / "configuration"
        if kind == "nginx":
            text = (
                f"daemon off; pid {self._directory}/pid; error_log stderr;\n"
                "events {}\nhttp {\naccess_log off;\n" + "".join(
                    f"{each}_temp_path {self._directory}/{each};\n"
                    for each in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
                + text + "}\n")
        if kind == "caddy":
            text = "{\n\tadmin off\n\tauto_https disable_redirects\n}\n" + text
        path.write_text(text)
        command = {
            "nginx": ["nginx", "-c", path], "haproxy": ["haproxy", "-f", path],
            "caddy": ["caddy", "run", "--adapter", "caddyfile", "--config", path]}[kind]
        self._log = open(self._directory / "log", "w+")
        search = ":".join(["/usr/sbin", clean_environment(self._directory)["PATH"]])
        self._process = subprocess.Popen(
            [shutil.which(command[0], path=search), *map(str, command[1:])],
            env=clean_environment(self._directory) | {"XDG_DATA_HOME": str(self._directory)},
            stdin=subprocess.DEVNULL, stdout=self._log, stderr=self._log)

    def tls(self):
        """What a client needs to trust it; it comes by the address, and knows the name."""
        context = ssl.create_default_context(cafile=self.authority)
        context.check_hostname = False
        return context

    def wait(self):
        deadline = time.monotonic() + PATIENCE
        while self._process.poll() is None and time.monotonic() < deadline:
            with contextlib.suppress(OSError):
                self.ask("/readyz")
                return self
        raise AssertionError((self._directory / "log").read_text())

    def ask(self, target):
        """Asks as a browser does that came by the site's name."""
        return http_client.send(
            self, "GET", target, headers={"Host": f"{NAME}:{self.port}"})

    def stop(self):
        self._process.terminate()
        self._process.wait(timeout=PATIENCE)
        self._log.close()


@contextlib.contextmanager
def behind(kind, directory, configuration='trusted_proxies = ["127.0.0.1"]\n', **keywords):
    """A server behind a proxy: gives the server, with an account, and the proxy."""
    port, site_port = free_port(), free_port()
    config = directory / "gatehouse.toml"
    config.write_text(f'public_url = "https://{NAME}:{site_port}"\n{configuration}')
    server = DataServer(
        directory / "data", directory / "gatehouse.log",
        arguments=["--config", config], port=port)
    proxy = Proxy(kind, directory / "proxy", site_port, port, **keywords)
    try:
        yield server, proxy.wait()
    finally:
        proxy.stop()
        server.stop()


def doctor(server, directory, proxy):
    """What is said of the way to the server by the proxy."""
    made = operate(
        directory, "doctor", "--data", server.data, "--json", "--config",
        directory / "gatehouse.toml", "--ca-file", proxy.authority)
    [finding] = [
        each for each in json.loads(made.stdout)["findings"] if each["check"] == "public url"]
    return finding


@pytest.mark.parametrize("kind", ["nginx", "haproxy", "caddy"])
def test_browsers_and_the_aws_command_come_by_a_proxy(kind, tmp_path):
    with behind(kind, tmp_path) as (server, proxy):
        account = Account(server)
        # A browser that came by the site's name signs in, with a cookie for TLS alone.
        browser = http_client.Browser(proxy)
        browser.sign_in_as_root(account.email, account.password)
        assert (browser.status, browser.path) == (200, "/console"), browser.text
        assert all(cookie.secure for cookie in browser.cookies)
        # The aws command signs for the host that it came by.
        environment = clean_environment(tmp_path) | {
            "AWS_ENDPOINT_URL": proxy.site, "AWS_DEFAULT_REGION": "us-east-1",
            "AWS_ACCESS_KEY_ID": account.credentials.access_key_id, "AWS_PAGER": "",
            "AWS_SECRET_ACCESS_KEY": account.credentials.secret_access_key,
            "AWS_CA_BUNDLE": str(proxy.authority)}
        done = subprocess.run(
            [sys.executable, "-m", "awscli", "iam", "create-user", "--user-name", "alice"],
            env=environment, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        # The metrics are not for whoever comes by the proxy, and a client cannot say who it is.
        assert proxy.ask("/metrics").status in (403, 404)
        assert http_client.send(
            server, "GET", "/signin", headers={"Host": NAME}).status == 200
        finding = doctor(server, tmp_path, proxy)
        assert finding["state"] == "good", finding


@pytest.mark.parametrize("change, words", [
    (lambda text: re.sub(r" +proxy_set_header X-Forwarded-Proto.*\n", "", text),
     "X-Forwarded-Proto"),
    (lambda text: text.replace("Host $http_host", "Host internal.example"), "Host header"),
    (lambda text: re.sub("proxy_pass .*;", "proxy_pass http://127.0.0.1:1;", text),
     "does not reach the server")])
def test_a_proxy_that_is_set_up_wrongly_is_told_of(change, words, tmp_path):
    with behind("nginx", tmp_path, change=change) as (server, proxy):
        finding = doctor(server, tmp_path, proxy)
        assert finding["state"] == "failure" and words in json.dumps(finding), finding
