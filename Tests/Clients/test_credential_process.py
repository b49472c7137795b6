"""`gatehouse credentials`: run by boto3 and the aws command line for a profile, and by hand."""

import contextlib
import datetime
import http.server
import json
import os
import pty
import pwd
import ssl
import subprocess
import sys
import threading
import time
import urllib.request

import boto3
import botocore.exceptions
import pyotp
import pytest

from certificates import Authority
from conftest import (
    GATEHOUSE, PATIENCE, REGION, clean_environment, free_port, wait_for_steady_codes)
from role_world import allow, policy, trusts, where

ACCOUNT = "123456789012"
ROOT = f"arn:aws:iam::{ACCOUNT}:root"
PHONE = f"arn:aws:iam::{ACCOUNT}:mfa/phone"
SECRET = "aSecretThatNobodyHas/0123456789+abcdefgh"


def arn(role):
    return f"arn:aws:iam::{ACCOUNT}:role/{role}"


def session_of(role, name):
    return f"arn:aws:sts::{ACCOUNT}:assumed-role/{role}/{name}"


@pytest.fixture
def alice(gatehouse_dev):
    """The key of a user who may assume every role that trusts the account."""
    iam = gatehouse_dev.client("iam")
    iam.create_user(UserName="alice")
    iam.put_user_policy(
        UserName="alice", PolicyName="own", PolicyDocument=policy(allow("sts:*")))
    for name, statement in {
            "Audit": trusts(ROOT, action=["sts:AssumeRole", "sts:SetSourceIdentity"]),
            "Second": trusts(arn("Audit")),
            "External": trusts(ROOT, **where("StringEquals", "sts:ExternalId", "Acme:1+2/=")),
            "Protected": trusts(ROOT, **where("Bool", "aws:MultiFactorAuthPresent", "true")),
    }.items():
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=policy(statement))
        iam.put_role_policy(
            RoleName=name, PolicyName="own",
            PolicyDocument=policy(allow(["sts:*", "iam:List*"])))
    return iam.create_access_key(UserName="alice")["AccessKey"]


def keep_key(path, profile, key_id, secret):
    """Writes a profile with a key as the aws command line does."""
    path.write_text(
        f"# of a test\n[{profile}]\naws_access_key_id = {key_id}\n"
        f"aws_secret_access_key={secret}\nregion = {REGION}\ns3 =\n  max_queue_size = 1000\n")
    path.chmod(0o600)


@pytest.fixture
def environment(gatehouse_dev, alice, tmp_path, monkeypatch):
    """Settings in which boto3, the command line and `gatehouse` find alice's key in a profile, and
    a profile of a role that runs `gatehouse`."""
    keep_key(
        tmp_path / "credentials", "alice", alice["AccessKeyId"], alice["SecretAccessKey"])
    (tmp_path / "config").write_text(
        f"[profile audit]\ncredential_process = {GATEHOUSE} credentials --profile alice "
        f"--session-name night --role {arn('Audit')}\n"
        f"[profile nobody]\ncredential_process = {GATEHOUSE} credentials --profile alice "
        f"--role {arn('Nobody')}\n")
    settings = clean_environment(tmp_path) | {
        "AWS_CONFIG_FILE": str(tmp_path / "config"),
        "AWS_SHARED_CREDENTIALS_FILE": str(tmp_path / "credentials"),
        "AWS_ENDPOINT_URL": gatehouse_dev.url, "AWS_DEFAULT_REGION": REGION, "AWS_PAGER": "",
        "AWS_MAX_ATTEMPTS": "1"}
    for name, value in settings.items():
        if name.startswith("AWS_"):
            monkeypatch.setenv(name, value)
    return settings


def gatehouse(environment, *arguments, role="Audit"):
    """Runs `gatehouse credentials …` without a terminal; returns the finished process."""
    return subprocess.run(
        [str(GATEHOUSE), "credentials", "--role", arn(role), *arguments], env=environment,
        stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=PATIENCE,
        start_new_session=True)


def issued(done):
    """The credentials that were printed, and nothing else was."""
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)
    assert sorted(answer) == [
        "AccessKeyId", "Expiration", "SecretAccessKey", "SessionToken", "Version"]
    assert answer["Version"] == 1
    return answer


def refused(done):
    """The one line that says why nothing was printed."""
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("gatehouse: ") and done.stderr.count("\n") == 1
    return done.stderr.removeprefix("gatehouse: ").strip()


def life(answer):
    """How long the credentials still hold, in seconds."""
    return datetime.datetime.fromisoformat(answer["Expiration"]).timestamp() - time.time()


def who(server, answer):
    return boto3.session.Session().client(
        "sts", endpoint_url=server.url, region_name=REGION,
        aws_access_key_id=answer["AccessKeyId"], aws_session_token=answer["SessionToken"],
        aws_secret_access_key=answer["SecretAccessKey"]).get_caller_identity()["Arn"]


# As the process of a profile


def test_boto3_acts_as_the_role_and_renews_its_credentials(environment):
    session = boto3.Session(profile_name="audit")
    credentials = session.get_credentials()
    assert credentials.method == "custom-process"
    first = credentials.get_frozen_credentials()
    assert session.client("sts").get_caller_identity()["Arn"] == session_of("Audit", "night")
    assert credentials.get_frozen_credentials() == first
    credentials._expiry_time = credentials._time_fetcher()
    second = credentials.get_frozen_credentials()
    assert first.access_key != second.access_key and first.token != second.token
    assert session.client("sts").get_caller_identity()["Arn"] == session_of("Audit", "night")


def test_boto3_tells_what_the_process_says_when_it_is_refused(environment):
    with pytest.raises(botocore.exceptions.CredentialRetrievalError) as error:
        boto3.Session(profile_name="nobody").client("sts").get_caller_identity()
    assert "AssumeRole was refused (AccessDenied)" in str(error.value)


def test_the_command_line_acts_as_the_role(environment):
    # A profile that the variable names runs the command, and is not asked for a key by it.
    done = subprocess.run(
        [sys.executable, "-m", "awscli", "sts", "get-caller-identity"],
        env=environment | {"AWS_PROFILE": "audit"}, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["Arn"] == session_of("Audit", "night")


# By hand


def test_a_session_is_named_after_the_user_and_lasts_an_hour(environment, gatehouse_dev):
    answer = issued(gatehouse(environment, "--profile", "alice"))
    name = pwd.getpwuid(os.getuid()).pw_name
    assert who(gatehouse_dev, answer) == session_of("Audit", name)
    assert 3_400 < life(answer) <= 3_600


def test_the_options_are_those_of_assume_role(environment, gatehouse_dev):
    answer = issued(gatehouse(
        environment, "--profile", "alice", "--external-id", "Acme:1+2/=", "--session-name", "a@b",
        "--duration-seconds", "900", role="External"))
    assert who(gatehouse_dev, answer) == session_of("External", "a@b")
    assert 700 < life(answer) <= 900
    error = refused(gatehouse(environment, "--profile", "alice", role="External"))
    assert error.startswith("AssumeRole was refused (AccessDenied): User: ")
    issued(gatehouse(environment, "--profile", "alice", "--source-identity", "alice"))
    error = refused(gatehouse(
        environment, "--profile", "alice", "--source-identity", "alice", role="Second"))
    assert "AccessDenied" in error
    error = refused(gatehouse(environment, "--profile", "alice", "--duration-seconds", "5"))
    assert error.startswith("AssumeRole was refused (ValidationError): ")


def test_the_environments_key_is_taken_and_a_profile_wins(environment, gatehouse_dev, alice):
    first = issued(gatehouse(environment, "--profile", "alice"))
    # A session's credentials, with their token.
    held = environment | {
        "AWS_ACCESS_KEY_ID": first["AccessKeyId"], "AWS_SESSION_TOKEN": first["SessionToken"],
        "AWS_SECRET_ACCESS_KEY": first["SecretAccessKey"]}
    second = issued(gatehouse(held, "--session-name", "chained", role="Second"))
    assert who(gatehouse_dev, second) == session_of("Second", "chained")
    error = refused(gatehouse(held, "--profile", "alice", role="Second"))
    assert "user/alice is not authorized" in error
    # The endpoint's own variable counts before the general one, and the option before both.
    elsewhere = environment | {"AWS_ENDPOINT_URL": f"http://127.0.0.1:{free_port()}"}
    issued(gatehouse(elsewhere | {"AWS_ENDPOINT_URL_STS": gatehouse_dev.url}, "--profile", "alice"))
    issued(gatehouse(elsewhere, "--profile", "alice", "--endpoint", gatehouse_dev.url + "/"))


def test_a_profile_called_default_is_the_last_resort(environment, gatehouse_dev, alice, tmp_path):
    file = tmp_path / "credentials"
    keep_key(file, "default", alice["AccessKeyId"], alice["SecretAccessKey"])
    issued(gatehouse(environment))
    # Without the variable it is that of the home directory.
    folder = tmp_path / ".aws"
    folder.mkdir()
    file.rename(folder / "credentials")
    error = refused(gatehouse(environment))
    assert error.startswith("there is no key; set AWS_ACCESS_KEY_ID")
    del environment["AWS_SHARED_CREDENTIALS_FILE"]
    issued(gatehouse(environment))


# Keys that are not taken


def test_wrong_keys_are_named_by_where_they_come_from(environment, alice, tmp_path):
    file = tmp_path / "credentials"
    keep_key(file, "alice", alice["AccessKeyId"], SECRET)
    error = refused(gatehouse(environment, "--profile", "alice"))
    assert "(SignatureDoesNotMatch)" in error
    assert error.endswith(f"; the key is that of profile `alice` of `{file}`")
    assert SECRET not in error
    held = environment | {
        "AWS_ACCESS_KEY_ID": "AKIARZPUZDIKANOBODYS", "AWS_SECRET_ACCESS_KEY": SECRET}
    error = refused(gatehouse(held))
    assert "(InvalidClientTokenId)" in error and "the key is that of the environment" in error


@pytest.mark.parametrize("text, says", [
    ("", "has no profile `alice`"),
    ("[alice]\n", "has no aws_access_key_id"),
    ("[alice]\naws_access_key_id = AKIA\n", "and not both"),
    ("[alice]\naws_access_key_id = A\naws_access_key_id = B\n", "credentials:3: "),
    ("[alice\n", "credentials:1: "), ("[alice]\nAKIA\n", "credentials:2: ")])
def test_files_without_one_key_are_refused(environment, tmp_path, text, says):
    (tmp_path / "credentials").write_text(text)
    assert says in refused(gatehouse(environment, "--profile", "alice"))


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o620, 0o602])
def test_a_file_that_others_may_use_is_refused(environment, tmp_path, mode):
    (tmp_path / "credentials").chmod(mode)
    error = refused(gatehouse(environment, "--profile", "alice"))
    assert f"its mode is 0{mode:o}; run `chmod 600 {tmp_path / 'credentials'}`" in error


# Roles and servers that are not there


def test_a_role_that_is_not_there_is_refused_as_one_that_trusts_others(environment):
    error = refused(gatehouse(environment, "--profile", "alice", role="Nobody"))
    assert f"not authorized to perform: sts:AssumeRole on resource: {arn('Nobody')}" in error
    assert error.endswith(
        "; see the role's ARN and trust policy, and the policies of whoever asks")


def test_a_server_that_is_not_there_is_named(environment):
    url = f"http://127.0.0.1:{free_port()}"
    error = refused(gatehouse(environment, "--profile", "alice", "--endpoint", url))
    assert error.startswith(f"{url} does not answer: ")
    assert error.endswith("; start `gatehouse serve`, or name another server with --endpoint")


@contextlib.contextmanager
def serving(handler, context=None):
    """A server on this machine; the value is its port."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("status, body", [
    (200, b"<html></html>"), (404, b"not found"), (302, b""), (200, b"x" * 300_000),
    (200, b"<AssumeRoleResponse/>"), (403, b"<ErrorResponse><Error/></ErrorResponse>")])
def test_a_server_that_is_no_sts_is_said_to_be_none(environment, status, body):
    class Stranger(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            self.send_response(status)
            self.send_header("Location", environment["AWS_ENDPOINT_URL"])
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            with contextlib.suppress(ConnectionError):
                self.wfile.write(body)

        def log_message(self, *arguments):
            pass

    with serving(Stranger) as port:
        url = f"http://127.0.0.1:{port}"
        error = refused(gatehouse(environment, "--profile", "alice", "--endpoint", url))
    assert error.startswith(f"{url} does not answer as STS does")


@pytest.mark.parametrize("endpoint, says", [
    ("https://id.example.com/sts", "is no endpoint"), ("localhost:8426", "is no endpoint"),
    ("http://192.0.2.1:8426", "is plain HTTP to another machine"),
    ("http://0.0.0.0:8426", "is plain HTTP to another machine")])
def test_endpoints_that_would_not_do_are_refused(environment, endpoint, says):
    assert says in refused(gatehouse(environment, "--profile", "alice", "--endpoint", endpoint))


def test_over_tls_the_servers_certificate_is_checked(environment, gatehouse_dev, tmp_path):
    class Proxy(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            request = urllib.request.Request(
                gatehouse_dev.url, data=body, headers=dict(self.headers.items()))
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                body = answer.read()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def handle(self):
            with contextlib.suppress(ssl.SSLError):
                super().handle()

        def log_message(self, *arguments):
            pass

    authority = Authority(tmp_path)
    with serving(Proxy, authority.context("localhost")) as port:
        url = f"https://localhost:{port}"
        arguments = ["--profile", "alice", "--endpoint", url]
        error = refused(gatehouse(environment, *arguments))
        assert error.startswith(f"the certificate of {url} is not trusted: ")
        trusting = environment | {"AWS_CA_BUNDLE": str(authority.path)}
        answer = issued(gatehouse(trusting, *arguments, "--session-name", "tls"))
        assert who(gatehouse_dev, answer) == session_of("Audit", "tls")


# MFA


@pytest.fixture
def app(gatehouse_dev, alice):
    """The app that shows the codes of alice's phone."""
    wait_for_steady_codes()
    iam = gatehouse_dev.client("iam")
    device = iam.create_virtual_mfa_device(VirtualMFADeviceName="phone")["VirtualMFADevice"]
    app = pyotp.TOTP(device["Base32StringSeed"].decode())
    now = time.time()
    iam.enable_mfa_device(
        UserName="alice", SerialNumber=device["SerialNumber"],
        AuthenticationCode1=app.at(now - 30), AuthenticationCode2=app.at(now))
    return app


def test_the_code_of_a_device_is_asked_for_at_the_terminal(environment, gatehouse_dev, app):
    # As boto3 runs it: standard output and standard error are pipes.
    reader, writer = os.pipe()
    child, terminal = pty.fork()
    if child == 0:
        os.dup2(writer, 1)
        os.execve(GATEHOUSE, [
            str(GATEHOUSE), "credentials", "--profile", "alice", "--role", arn("Protected"),
            "--serial-number", PHONE, "--session-name", "safe"], environment)
    os.close(writer)
    shown = b""
    while not shown.endswith(b": "):
        shown += os.read(terminal, 1024)
    assert shown.decode() == f"MFA code of {PHONE}: "
    os.write(terminal, app.at(time.time() + 30).encode() + b"\n")
    with os.fdopen(reader) as output:
        answer = json.loads(output.read())
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    os.close(terminal)
    assert who(gatehouse_dev, answer) == session_of("Protected", "safe")


def test_a_code_may_be_given_where_there_is_no_terminal(environment, gatehouse_dev, app):
    arguments = ["--profile", "alice", "--serial-number", PHONE]
    error = refused(gatehouse(environment, *arguments, role="Protected"))
    assert error.startswith(f"there is no terminal to ask for the code of `{PHONE}` at")
    arguments += ["--token-code", app.at(time.time() + 30)]
    issued(gatehouse(environment, *arguments, role="Protected"))
    error = refused(gatehouse(environment, *arguments, role="Protected"))
    assert "AccessDenied" in error  # each code is taken once


def test_a_code_without_its_device_is_refused(environment):
    done = gatehouse(environment, "--profile", "alice", "--token-code", "123456")
    assert done.returncode == 64 and "--serial-number" in done.stderr
