"""What the tests with real clients share: servers that they start themselves, and the clients."""

import dataclasses
import functools
import itertools
import json
import os
import pathlib
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.request

import boto3
import botocore.config
import pytest
from playwright.sync_api import sync_playwright

import seeds

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
BIN_DIR = pathlib.Path(os.environ.get("GATEHOUSE_BIN_DIR", REPOSITORY / ".build" / "debug"))
GATEHOUSE = BIN_DIR / "gatehouse"
REGION = "us-east-1"

# How long a server may take to answer for the first time, in seconds. Debug builds on busy machines
# are slow; a server that dies is noticed at once.
PATIENCE = 60


@dataclasses.dataclass(frozen=True)
class Credentials:
    """An access key. A session token is None for a long-term one."""

    access_key_id: str
    secret_access_key: str
    session_token: str | None = None


DEV_ACCOUNT = "123456789012"
DEV_ROOT_EMAIL = "root@example.com"
DEV_ROOT_PASSWORD = "a dev root password 1!"
# Its ID carries the account number, as that of every key does.
DEV_ROOT_KEY = Credentials("AKIARZPUZDIKAEXAMPLE", "devRootSecretAccessKey/0123456789+EXAMPL")


# Which engine has the data of servers that are not dev servers, as for the tests in Swift.
ENGINE = os.environ.get("GATEHOUSE_TEST_ENGINE", "sqlite")


def pytest_configure(config):
    config.addinivalue_line(
        "markers", "of_one_engine: a test of the files in a data directory, or one that starts "
        "databases itself; it is run once, whichever engine the others run on")


def pytest_collection_modifyitems(config, items):
    """On PostgreSQL those tests are run whose servers have data there."""
    if ENGINE == "sqlite":
        return
    assert ENGINE == "postgresql", f"there is no engine {ENGINE}"

    def is_of_engine(item):
        parameters = getattr(item, "callspec", None)
        return item.get_closest_marker("of_one_engine") is None and (
            {"data_server", "gatehouse_data"} & set(item.fixturenames)
            or parameters is not None and parameters.params.get("account") == "data")

    kept = [item for item in items if is_of_engine(item)]
    config.hook.pytest_deselected(items=[item for item in items if not is_of_engine(item)])
    items[:] = kept


@functools.cache
def database_server():
    """The PostgreSQL of this run. It ends with this process."""
    import postgresql
    return postgresql.PostgreSQL()


@functools.cache
def database_of(data):
    """The variables by which a data directory's data is in a database, if it is to be."""
    if ENGINE == "sqlite":
        return {}
    return {"GATEHOUSE_DATABASE": database_server().database()}


def pytest_terminal_summary(terminalreporter):
    """Says how the random tests of this run are repeated."""
    terminalreporter.write_line(f"The random tests had the seed {seeds.SEED}; {seeds.HINT}")


class Server:
    """A running `gatehouse serve`, and the clients that talk to it."""

    authority = None
    """The file of the certificate by which clients trust it, if it speaks TLS."""

    def __init__(self, arguments, log, environment=None, port=None, prefix=()):
        """Starts `gatehouse serve` with `arguments` on a free port and waits until it answers.

        `prefix` is a command that runs it. Its output goes to the file `log`. Fails the test, with
        that output, if it ends instead.
        """
        self.port = port or free_port()
        self.url = f"{'https' if self.authority else 'http'}://127.0.0.1:{self.port}"
        self._log = pathlib.Path(log)
        self._arguments = [
            *prefix, str(GATEHOUSE), "serve", "--listen", f"127.0.0.1:{self.port}",
            *map(str, arguments)
        ]
        self._environment = clean_environment(self._log.parent) | (environment or {})
        self._process = None
        self.start()

    # The process

    def start(self):
        """Starts it, on the same port as before."""
        with open(self._log, "ab") as log:
            self._process = subprocess.Popen(
                self._arguments, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env=self._environment)
        deadline = time.monotonic() + PATIENCE
        while not self._answers():
            if self._process.poll() is not None:
                pytest.fail(f"gatehouse ended with {self._process.returncode}:\n{self.output()}")
            if time.monotonic() > deadline:
                self.kill()
                pytest.fail(f"gatehouse did not answer within {PATIENCE} s:\n{self.output()}")
            time.sleep(0.02)

    def stop(self):
        """Ends it as an operator would, and returns its exit status."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGTERM)
        try:
            return self._process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
            pytest.fail(f"gatehouse did not stop within {PATIENCE} s:\n{self.output()}")

    def wait(self):
        """Waits until it has ended by itself, and returns its exit status."""
        try:
            return self._process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.kill()
            pytest.fail(f"gatehouse did not end within {PATIENCE} s:\n{self.output()}")

    def kill(self):
        """Ends it with SIGKILL: no warning, nothing written after this moment."""
        self._process.kill()
        self._process.wait()

    def restart(self):
        """Stops it and starts it again on the same port and data."""
        self.stop()
        self.start()

    def output(self):
        """All it has printed."""
        return self._log.read_text(errors="replace")

    def wait_for(self, words):
        """Asks it how it is until it has printed some words."""
        deadline = time.monotonic() + PATIENCE
        while words not in self.output():
            assert time.monotonic() < deadline and self._process.poll() is None, self.output()
            self._answers()

    @property
    def pid(self):
        return self._process.pid

    def _answers(self):
        try:
            with urllib.request.urlopen(
                    f"{self.url}/healthz", timeout=5, context=self.tls()) as answer:
                return answer.status == 200
        except OSError:
            return False

    def tls(self):
        """What a client of Python's needs to trust it; None if it speaks plain HTTP."""
        return self.authority and ssl.create_default_context(cafile=self.authority)

    # The clients

    def client(self, service, credentials=None, **keywords):
        """A boto3 client of `service`, never retrying: each call is one request."""
        credentials = credentials or self.credentials
        config = botocore.config.Config(retries={"total_max_attempts": 1}).merge(
            keywords.pop("config", botocore.config.Config()))
        return boto3.session.Session().client(
            service, endpoint_url=self.url, region_name=REGION, config=config,
            verify=self.authority and str(self.authority),
            aws_access_key_id=credentials.access_key_id,
            aws_secret_access_key=credentials.secret_access_key,
            aws_session_token=credentials.session_token, **keywords)

    def aws(self, *arguments, credentials=None):
        """Runs `aws …` with only an endpoint and a key set; returns the finished process.

        Output is JSON; `.returncode` is 255 when the service refuses, with its error on `.stderr`.
        """
        credentials = credentials or self.credentials
        environment = clean_environment(self._log.parent) | {
            "AWS_ENDPOINT_URL": self.url,
            "AWS_ACCESS_KEY_ID": credentials.access_key_id,
            "AWS_SECRET_ACCESS_KEY": credentials.secret_access_key,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_MAX_ATTEMPTS": "1",
            "AWS_PAGER": "",
        }
        if self.authority:
            environment["AWS_CA_BUNDLE"] = str(self.authority)
        if credentials.session_token:
            environment["AWS_SESSION_TOKEN"] = credentials.session_token
        return subprocess.run(
            [sys.executable, "-m", "awscli", *map(str, arguments)], env=environment,
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=PATIENCE)

    credentials = None
    """Whose key is used when a test names none."""


class DevServer(Server):
    """`gatehouse serve --dev`: one account, whose root user is known in advance."""

    account = DEV_ACCOUNT
    email = DEV_ROOT_EMAIL
    password = DEV_ROOT_PASSWORD
    credentials = DEV_ROOT_KEY

    def __init__(self, log, arguments=(), prefix=(), environment=None):
        super().__init__(["--dev", *arguments], log, prefix=prefix, environment={
            "GATEHOUSE_DEV_ROOT_EMAIL": DEV_ROOT_EMAIL,
            "GATEHOUSE_DEV_ROOT_PASSWORD": DEV_ROOT_PASSWORD,
            "GATEHOUSE_DEV_ACCESS_KEY_ID": DEV_ROOT_KEY.access_key_id,
            "GATEHOUSE_DEV_SECRET_ACCESS_KEY": DEV_ROOT_KEY.secret_access_key,
        } | (environment or {}))

    def reset(self):
        """Returns to the first state."""
        request = urllib.request.Request(f"{self.url}/dev/reset", method="POST", data=b"")
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            assert answer.status in (200, 204)

    def mail(self):
        """What has been sent, the newest first."""
        with urllib.request.urlopen(f"{self.url}/dev/mail.json", timeout=PATIENCE) as answer:
            return json.load(answer)


class WithClock:
    """A server whose time of day is set forward while it runs. `faketime` runs it."""

    def _faketime(self, directory):
        """The command that runs it. What sets its clock lies in `directory`."""
        self._offset = directory / "offset"
        self.set_clock_forward()
        # The command fixes the time by a variable that its library prefers to the file. Its
        # library cannot be loaded without it: it changes the environment before Swift reads its
        # arguments, which lie beside it.
        return [
            "faketime", "--exclude-monotonic", "-f", "+0", "env", "-u", "FAKETIME",
            f"FAKETIME_TIMESTAMP_FILE={self._offset}", "FAKETIME_NO_CACHE=1"]

    def set_clock_forward(self, hours=0, minutes=0):
        """By so much from the real time."""
        temporary = self._offset.with_suffix(".new")
        temporary.write_text(f"+{60 * hours + minutes}m\n")
        temporary.replace(self._offset)

    @property
    def pid(self):
        """That of the server, which `faketime` waits for."""
        process = self._process.pid
        children = pathlib.Path(f"/proc/{process}/task/{process}/children").read_text().split()
        return int(children[0])

    def stop(self):
        if self._process.poll() is None:
            os.kill(self.pid, signal.SIGTERM)
        return self.wait()

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)
        self._process.wait()


class DevServerWithClock(WithClock, DevServer):
    """A dev server with a clock that is set."""

    def __init__(self, directory):
        super().__init__(directory / "gatehouse.log", prefix=self._faketime(directory))

    def reset(self):
        self.set_clock_forward(hours=0)
        super().reset()


class DataServer(Server):
    """`gatehouse serve` on a data directory, which outlives it."""

    def __init__(self, data, log, arguments=(), prefix=(), port=None):
        self.data = pathlib.Path(data)
        super().__init__(
            ["--data", self.data, *arguments], log, prefix=prefix, port=port,
            environment=database_of(str(self.data)))


class DataServerWithClock(WithClock, DataServer):
    """A server on a data directory, with a clock that is set."""

    def __init__(self, data, log, arguments=()):
        super().__init__(data, log, arguments, prefix=self._faketime(log.parent))


class Account:
    """An account that the operator made beside a running server, empty but for its root user."""

    password = "a root password of 2026!"
    _numbers = itertools.count(1)

    def __init__(self, server):
        """Makes it, with one access key of the root user."""
        self.server = server
        self.url = server.url
        self.email = f"root{next(self._numbers)}@example.com"
        made = self._operate(
            "account", "create", "--data", server.data, "--json",
            "--email", self.email, "--name", "Example", "--access-key", input=self.password)
        assert made.returncode == 0, made.stderr
        answer = json.loads(made.stdout)
        self.account = answer["accountId"]
        self.credentials = Credentials(answer["accessKeyId"], answer["secretAccessKey"])

    def _operate(self, *arguments, **keywords):
        return operate(self.server.data.parent, *arguments, **keywords)

    def tls(self):
        """As that of the server."""
        return self.server.tls()

    def client(self, service, credentials=None, **keywords):
        """As that of the server; with the root user's key unless another is given."""
        return self.server.client(service, credentials or self.credentials, **keywords)

    def aws(self, *arguments, credentials=None):
        """As that of the server; with the root user's key unless another is given."""
        return self.server.aws(*arguments, credentials=credentials or self.credentials)


def operate(directory, *arguments, input="", environment=None):
    """Runs `gatehouse …` as the operator does, in `directory`; returns the finished process."""
    words = list(map(str, arguments))
    variables = clean_environment(directory)
    if "--data" in words:
        data = pathlib.Path(directory) / words[words.index("--data") + 1]
        variables |= database_of(str(data))
    return subprocess.run(
        [str(GATEHOUSE), *words], input=input, capture_output=True, text=True,
        env=variables | (environment or {}), cwd=directory, timeout=PATIENCE)


def wait_for_steady_codes():
    """Waits until the codes of authenticator apps stay the same for five seconds.

    Codes that change on their way to the server would teach it that the app's clock is slow, and a
    test's next code would then be too far ahead.
    """
    rest = 30 - time.time() % 30
    if rest < 5:
        time.sleep(rest)


def free_port():
    """A port of 127.0.0.1 that nothing listens on now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def clean_environment(home):
    """What a program needs to run, and no one's settings for AWS or Gatehouse."""
    return {
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
    }


@pytest.fixture(autouse=True)
def no_settings(monkeypatch, tmp_path_factory):
    """boto3 sees no settings of whoever runs the tests."""
    for name in [name for name in os.environ if name.startswith(("AWS_", "GATEHOUSE_DEV_"))]:
        monkeypatch.delenv(name)
    for name, value in clean_environment(tmp_path_factory.getbasetemp()).items():
        if name.startswith("AWS_"):
            monkeypatch.setenv(name, value)


@pytest.fixture(scope="session")
def dev_server(tmp_path_factory):
    """One dev server for all tests that want one."""
    server = DevServer(tmp_path_factory.mktemp("dev") / "gatehouse.log")
    yield server
    server.stop()


@pytest.fixture
def gatehouse_dev(dev_server):
    """The dev server in its first state: root's key is `credentials`, nothing else exists."""
    dev_server.reset()
    return dev_server


@pytest.fixture(scope="session")
def dev_server_with_clock(tmp_path_factory):
    """One dev server for all tests that set its clock."""
    server = DevServerWithClock(tmp_path_factory.mktemp("clock"))
    yield server
    server.stop()


@pytest.fixture
def server_with_clock(dev_server_with_clock):
    """A dev server in its first state, at the real time; its clock can be set."""
    dev_server_with_clock.reset()
    return dev_server_with_clock


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium, one for all tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def gatehouse_data(tmp_path):
    """Starts servers on data directories: call it with a directory's name and further arguments.

    They end with the test. Use `restart()` and `kill()`, then `start()`, in between. `kind` is
    `DataServer` or `DataServerWithClock`.
    """
    servers = []

    def serve(name="data", *arguments, kind=DataServer):
        log = tmp_path / f"{name}-{len(servers)}.log"
        servers.append(kind(tmp_path / name, log, arguments))
        return servers[-1]

    yield serve
    for server in servers:
        server.stop()


@pytest.fixture
def operator(tmp_path):
    """Runs `gatehouse …` as the operator does, with `input` on standard input.

    Returns the finished process, whatever its exit status.
    """

    return functools.partial(operate, tmp_path)


@pytest.fixture(scope="session")
def data_server(tmp_path_factory):
    """One server on a data directory for all tests that want one."""
    directory = tmp_path_factory.mktemp("shared")
    server = DataServer(directory / "data", directory / "gatehouse.log")
    yield server
    server.stop()


@pytest.fixture(params=["dev", "data"])
def account(request):
    """A fresh account: that of the dev server, and one on a data directory."""
    if request.param == "dev":
        return request.getfixturevalue("gatehouse_dev")
    return Account(request.getfixturevalue("data_server"))
