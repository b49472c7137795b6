"""Audit records on their way to a directory, a syslog and a collector, and alerts: all that is
recorded arrives, whatever fails in between."""

import gzip
import json
import re
import stat

import pytest

import http_client
from certificates import Authority
from collectors import HTTPCollector, SocketSyslog, TCPSyslog
from conftest import Account
from mail_servers import PASSWORD, USER, MailServer

pytestmark = [
    pytest.mark.of_one_engine, pytest.mark.filterwarnings("ignore:Requiring AUTH")]

EVERYTHING = json.dumps({
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]})


@pytest.fixture
def gatehouse(gatehouse_data, tmp_path):
    """Starts a server with tables in its configuration: call it with their keys and values."""

    def serve(top=None, **tables):
        lines = [f"{key} = {json.dumps(value)}" for key, value in (top or {}).items()]
        for name, settings in tables.items():
            lines += [f"[{name}]"]
            lines += [f"{key} = {json.dumps(value)}" for key, value in settings.items()]
        configuration = tmp_path / "gatehouse.toml"
        configuration.write_text("\n".join(lines))
        server = gatehouse_data("data", "--config", configuration)
        server.account = Account(server)
        return server

    return serve


@pytest.fixture
def exported(operator):
    """All records of an account, in their order."""

    def export(server):
        done = operator(
            "audit", "export", "--data", server.data, "--account", server.account.account)
        assert done.returncode == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]

    return export


@pytest.fixture
def stopped(request):
    """Stops a thing when the test ends."""

    def keep(thing):
        request.addfinalizer(thing.stop)
        return thing

    return keep


def make_users(server, *names):
    for name in names:
        server.account.client("iam").create_user(UserName=name)


def ids(records):
    return [record["eventID"] for record in records]


# A directory


def files(directory):
    return sorted(path for path in directory.rglob("*") if path.is_file())


def records_in(directory):
    return [record for path in files(directory)
            for record in json.loads(gzip.decompress(path.read_bytes()))["Records"]]


def test_a_directory_gets_the_files_that_cloudtrail_writes(gatehouse, tmp_path, exported):
    directory = tmp_path / "trail"
    server = gatehouse(audit={"directory": str(directory)})
    account = server.account.account
    make_users(server, "ann", "bob")
    server.account.client("iam").list_users()
    assert server.stop() == 0
    written = exported(server)
    assert {"CreateAccount", "CreateUser", "ListUsers"} <= {
        record["eventName"] for record in written}
    assert sorted(ids(records_in(directory))) == sorted(ids(written))
    for path in files(directory):
        assert re.fullmatch(
            rf"AWSLogs/{account}/CloudTrail/us-east-1/20\d\d/\d\d/\d\d/"
            rf"{account}_CloudTrail_us-east-1_20\d{{6}}T\d{{4}}Z_\d{{16}}\.json\.gz",
            str(path.relative_to(directory)))
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    # What comes later is added, and nothing is written twice.
    server.start()
    make_users(server, "carol")
    assert server.stop() == 0
    assert sorted(ids(records_in(directory))) == sorted(ids(exported(server)))


def test_a_directory_that_cannot_be_written_is_told_of_and_catches_up(
        gatehouse, tmp_path, exported):
    directory = tmp_path / "trail"
    directory.write_text("a file in its place")
    server = gatehouse(audit={"directory": str(directory), "directory_seconds": 1})
    make_users(server, "ann")
    server.wait_for("audit records cannot be delivered and wait")
    [line] = [line for line in server.output().splitlines() if "cannot be delivered" in line]
    assert "Not a directory" in line and str(directory) in line
    directory.unlink()
    server.wait_for("audit records are delivered again")
    assert server.stop() == 0
    assert sorted(ids(records_in(directory))) == sorted(ids(exported(server)))


# A collector


def test_a_collector_gets_each_record_though_it_fails_and_the_server_is_killed(
        gatehouse, tmp_path, exported, stopped):
    authority = Authority(tmp_path)
    collector = stopped(HTTPCollector(authority.context("localhost")))
    token = tmp_path / "token"
    token.write_text("the token\n")
    token.chmod(0o600)
    server = gatehouse(audit={
        "hook": f"https://localhost:{collector.port}/in?a=b", "hook_token_file": str(token),
        "hook_ca_file": str(authority.path)})
    make_users(server, "ann")
    got = collector.next()["Records"]
    assert got[0]["eventName"] == "CreateAccount"
    assert collector.headers[0]["Authorization"] == "Bearer the token"
    assert collector.headers[0]["Content-Type"] == "application/json"
    collector.status = 503
    make_users(server, *(f"user{number}" for number in range(10)))
    while collector.tries.get() != 503:
        pass
    server.kill()
    collector.status = 204
    server.start()
    make_users(server, "last")
    wanted = ids(exported(server))
    while set(ids(got)) < set(wanted):
        got += collector.next()["Records"]
    first = list(dict.fromkeys(ids(got)))
    assert first[:len(wanted)] == wanted


@pytest.mark.parametrize("kind", [SocketSyslog, TCPSyslog])
def test_a_syslog_gets_a_message_for_each_record(gatehouse, tmp_path, exported, stopped, kind):
    syslog = stopped(kind(tmp_path / "log") if kind is SocketSyslog else kind())
    server = gatehouse(audit={"syslog": syslog.address})
    make_users(server, "ann", "bob")
    wanted = exported(server)
    assert [syslog.next() for _ in wanted] == wanted


# Alerts


def test_alerts_are_told_by_hook_and_by_mail(gatehouse, tmp_path, stopped):
    collector = stopped(HTTPCollector())
    authority = Authority(tmp_path)
    post = stopped(MailServer(authority.context("localhost")))
    password = tmp_path / "password"
    password.write_text(f"{PASSWORD}\n")
    password.chmod(0o600)
    server = gatehouse(
        {"public_url": "http://id.example.com:8426"},
        mail={
            "host": "localhost", "port": post.port, "from": "gatehouse@id.example.com",
            "user": USER, "password_file": str(password), "ca_file": str(authority.path)},
        alerts={
            "mail": "security@example.com", "hook": f"http://127.0.0.1:{collector.port}/alerts"})
    iam = server.account.client("iam")
    iam.create_user(UserName="ann")
    alert = collector.next()
    assert alert["alert"] == "RootUserUsed" and alert["eventName"] == "CreateUser"
    assert alert["accountId"] == server.account.account and alert["sourceIPAddress"] == "127.0.0.1"
    assert alert["text"].endswith("was used: CreateUser.")
    iam.put_user_policy(UserName="ann", PolicyName="all", PolicyDocument=EVERYTHING)
    alert = collector.next()
    assert alert["alert"] == "EverythingGranted" and alert["subject"] == "ann, all"
    http_client.Browser(server).sign_in_as_root(server.account.email, server.account.password)
    assert collector.next()["eventName"] == "ConsoleLogin"
    subjects = []
    while not any("EverythingGranted" in subject for subject in subjects):
        message = post.next("Security alert")
        assert message.envelope[1] == ["security@example.com"]
        subjects.append(message["subject"])
    assert all(server.account.account in subject for subject in subjects)


@pytest.mark.parametrize("table, settings, words", [
    ("audit", {"hook": "https://a.example/", "hook_token_file": "none"},
     "[audit]: `hook_token_file`"),
    ("alerts", {"hook": "https://a.example/", "hook_ca_file": "none"},
     "[alerts]: `hook_ca_file`"),
])
def test_a_file_that_cannot_be_used_is_said_at_start(operator, tmp_path, table, settings, words):
    lines = [f"{key} = {json.dumps(value)}" for key, value in settings.items()]
    (tmp_path / "g.toml").write_text("\n".join([f"[{table}]", *lines]))
    done = operator("serve", "--config", "g.toml", "--data", "data", "--listen", "127.0.0.1:0")
    assert done.returncode == 1
    assert words in done.stderr and len(done.stderr.splitlines()) == 1
