"""`gatehouse doctor`: what is wrong with an installation is found, each with what to do."""

import json
import os
import pathlib

import pytest

from certificates import DAY, NOW, Authority
from conftest import Account, DataServer, free_port, operate
from mail_servers import PASSWORD, USER, MailServer
from test_startup import settle

pytestmark = pytest.mark.of_one_engine


class Installation:
    """A data directory with an account, and a configuration for it."""

    def __init__(self, directory):
        self.directory = directory
        self.data = directory / "data"
        self.config = directory / "gatehouse.toml"
        self.config.write_text("")
        server = DataServer(self.data, directory / "gatehouse.log")
        self.account = Account(server)
        assert server.stop() == 0

    def examine(self, configuration="", status=None, environment=None):
        """What is found, by what was looked at; of several findings the gravest."""
        self.config.write_text(f'listen = "127.0.0.1:{free_port()}"\n' + configuration)
        made = operate(
            self.directory, "doctor", "--config", self.config, "--data", self.data, "--json",
            environment=environment)
        told = json.loads(made.stdout)
        failures = [each for each in told["findings"] if each["state"] == "failure"]
        assert made.returncode == (1 if failures else 0), made.stderr
        assert told["healthy"] == (not failures)
        for each in told["findings"]:
            assert ("advice" in each) == (each["state"] != "good"), each
        order = ["good", "warning", "failure"]
        found = {}
        for each in sorted(told["findings"], key=lambda each: order.index(each["state"])):
            found[each["check"]] = each
        return found


@pytest.fixture
def installation(tmp_path):
    return Installation(tmp_path)


def assert_found(finding, state, *words):
    assert finding["state"] == state, finding
    said = f"{finding['text']} {finding.get('advice', '')}"
    for word in words:
        assert word in said, finding


def test_a_sound_installation_is_called_so(installation):
    found = installation.examine()
    for check in (
            "configuration", "data directory", "disk", "open files", "master key", "database",
            "data keys", "audit record", "mail queue", "tls"):
        assert_found(found[check], "good")
    assert_found(found["server"], "warning", "no server answers")
    assert_found(found["mail"], "warning", "[mail]")
    before = sorted((path.name, path.stat().st_mode) for path in installation.data.iterdir())
    installation.examine()
    assert before == sorted(
        (path.name, path.stat().st_mode) for path in installation.data.iterdir())


def test_people_read_lines_with_what_to_do(installation):
    made = operate(installation.directory, "doctor", "--data", installation.data)
    assert "ok      master key" in made.stdout and made.returncode == 0
    lines = made.stdout.splitlines()
    warned = next(number for number, line in enumerate(lines) if line.startswith("warning mail"))
    assert lines[warned + 1].strip() == "set [mail]"
    os.chmod(installation.data, 0o755)
    made = operate(installation.directory, "doctor", "--data", installation.data)
    assert made.returncode == 1 and made.stderr == "gatehouse: one thing is wrong\n"


def test_a_running_server_is_asked(tmp_path):
    installation = Installation(tmp_path)
    server = DataServer(installation.data, tmp_path / "gatehouse.log")
    try:
        found = installation.examine(f'public_url = "{server.url}"')
        assert_found(found["public url"], "good", "sign-in page")
        made = operate(
            tmp_path, "doctor", "--data", installation.data, "--json", "--config",
            config_of(tmp_path, f'listen = "127.0.0.1:{server.port}"'))
        ready = [each for each in json.loads(made.stdout)["findings"] if each["check"] == "server"]
        assert ready[0]["state"] == "good" and "is ready" in ready[0]["text"]
    finally:
        server.stop()


def config_of(directory, text):
    path = directory / "other.toml"
    path.write_text(text)
    return path


def test_modes_and_leftovers_are_found(installation):
    (installation.data / "master.key.old").touch(0o600)
    assert_found(
        installation.examine()["data directory"], "warning", "master.key.old", "offline")
    for name in ("gatehouse.db", "."):
        path = installation.data / name
        mode = path.stat().st_mode
        os.chmod(path, 0o755)
        assert_found(installation.examine()["data directory"], "failure", "chmod go=")
        os.chmod(path, mode)


def test_a_wrong_a_missing_and_an_exposed_master_key_are_told_apart(installation):
    key = installation.data / "master.key"
    right = key.read_bytes()
    key.unlink()
    assert_found(installation.examine()["master key"], "failure", "missing", "copy")
    key.write_bytes(b"A" * 43 + b"=\n")
    key.chmod(0o600)
    assert_found(installation.examine()["data keys"], "failure", "does not open them")
    key.write_bytes(b"nonsense")
    assert_found(installation.examine()["master key"], "failure", "not 32 bytes")
    key.write_bytes(right)
    key.chmod(0o644)
    assert_found(installation.examine()["master key"], "failure", "chmod 600")
    assert "data keys" not in installation.examine()


def test_a_changed_audit_record_is_found(installation):
    settle(installation.data, "UPDATE audit_event SET record = replace(record, 'aws', 'sws')")
    # What opens it next seals its pages.
    operate(installation.directory, "audit", "verify", "--data", installation.data)
    assert_found(
        installation.examine()["audit record"], "failure", installation.account.account,
        "gatehouse audit verify")


def test_a_database_that_does_not_open_is_told_of(installation):
    path = installation.data / "gatehouse.db"
    path.write_bytes(b"x" * 4096)
    assert_found(installation.examine()["database"], "failure")


def test_a_configuration_that_cannot_be_read_is_all_that_is_said(installation):
    found = installation.examine("signups = 1")
    assert list(found) == ["configuration"]
    assert_found(found["configuration"], "failure", "did you mean `signup`?")


@pytest.mark.parametrize("days, state, words", [
    (30, "good", "days"), (5, "warning", "expires in"), (-1, "failure", "expired at")])
def test_a_certificate_is_looked_at(installation, days, state, words):
    authority = Authority(installation.directory)
    certificate, key = authority.files("localhost", end=NOW + days * DAY)
    tls = f'[tls]\ncertificate = "{certificate}"\nkey = "{key}"\n'
    assert_found(installation.examine(tls)["tls"], state, words)
    if state == "good":
        key.chmod(0o644)
        assert_found(installation.examine(tls)["tls"], "warning", "chmod 600")
        key.write_text("nothing")
        assert_found(installation.examine(tls)["tls"], "failure", str(key))


def test_the_mail_server_is_greeted_and_gets_nothing(installation):
    authority = Authority(installation.directory)
    password = installation.directory / "password"
    password.write_text(PASSWORD)
    password.chmod(0o600)
    server = MailServer(authority.context("localhost"))

    def mail(user=USER, port=server.port):
        return (
            'public_url = "http://localhost:1"\n'
            f'[mail]\nhost = "localhost"\nport = {port}\nfrom = "gatehouse@example.com"\n'
            f'user = "{user}"\npassword_file = "{password}"\nca_file = "{authority.path}"\n')

    try:
        assert_found(installation.examine(mail())["mail"], "good", "takes us")
        assert server.logins
        wrong = installation.examine(mail(user="nobody"))["mail"]
        assert_found(wrong, "failure", "user name and password")
        assert PASSWORD not in json.dumps(wrong)
        assert_found(installation.examine(mail(port=free_port()))["mail"], "failure", "[mail]")
        assert server.is_empty
    finally:
        server.stop()


def test_what_the_environment_names_counts(installation):
    elsewhere = pathlib.Path(installation.directory) / "key"
    (installation.data / "master.key").rename(elsewhere)
    found = installation.examine(environment={"GATEHOUSE_MASTER_KEY_FILE": str(elsewhere)})
    assert_found(found["data keys"], "good")
