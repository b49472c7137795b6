"""Roles in profiles, as boto3 and the aws command line read them, and the aws command line's own
operations on roles."""

import configparser
import json
import subprocess
import sys
import time

import boto3
import botocore.exceptions
import botocore.session
import pyotp
import pytest

from conftest import PATIENCE, REGION, clean_environment, wait_for_steady_codes
from role_world import allow, policy, trusts, where

ACCOUNT = "123456789012"
ROOT = f"arn:aws:iam::{ACCOUNT}:root"


def arn(role):
    return f"arn:aws:iam::{ACCOUNT}:role/{role}"


@pytest.fixture
def alice(gatehouse_dev):
    """The key of a user who may assume every role that trusts the account."""
    iam = gatehouse_dev.client("iam")
    iam.create_user(UserName="alice")
    iam.put_user_policy(
        UserName="alice", PolicyName="own", PolicyDocument=policy(allow("sts:*")))
    for name, statement in {
            "First": trusts(ROOT),
            "Second": trusts(arn("First")),
            "External": trusts(ROOT, **where("StringEquals", "sts:ExternalId", "Acme-12345")),
            "Protected": trusts(ROOT, **where("Bool", "aws:MultiFactorAuthPresent", "true")),
    }.items():
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=policy(statement))
        iam.put_role_policy(
            RoleName=name, PolicyName="own",
            PolicyDocument=policy(allow(["sts:*", "iam:List*"])))
    return iam.create_access_key(UserName="alice")["AccessKey"]


@pytest.fixture
def environment(gatehouse_dev, alice, tmp_path, monkeypatch):
    """The settings of boto3 and the command line, with a profile for each role."""
    profiles = configparser.ConfigParser()
    profiles["profile alice"] = {
        "aws_access_key_id": alice["AccessKeyId"],
        "aws_secret_access_key": alice["SecretAccessKey"]}
    profiles["profile first"] = {"role_arn": arn("First"), "source_profile": "alice"}
    profiles["profile second"] = {
        "role_arn": arn("Second"), "source_profile": "first", "role_session_name": "night"}
    profiles["profile external"] = {
        "role_arn": arn("External"), "source_profile": "alice", "external_id": "Acme-12345",
        "role_session_name": "deploy", "duration_seconds": "900"}
    profiles["profile stranger"] = {
        "role_arn": arn("External"), "source_profile": "alice", "external_id": "Acme-54321"}
    profiles["profile protected"] = {
        "role_arn": arn("Protected"), "source_profile": "alice", "role_session_name": "safe",
        "mfa_serial": f"arn:aws:iam::{ACCOUNT}:mfa/phone"}
    profiles["profile variables"] = {
        "role_arn": arn("First"), "credential_source": "Environment",
        "role_session_name": "variables"}
    config = tmp_path / "config"
    with open(config, "w", encoding="utf-8") as file:
        profiles.write(file)
    settings = clean_environment(tmp_path) | {
        "AWS_CONFIG_FILE": str(config), "AWS_ENDPOINT_URL": gatehouse_dev.url,
        "AWS_DEFAULT_REGION": REGION, "AWS_PAGER": "", "AWS_MAX_ATTEMPTS": "1"}
    for name, value in settings.items():
        if name.startswith("AWS_"):
            monkeypatch.setenv(name, value)
    return settings


def session_of(role, name):
    return f"arn:aws:sts::{ACCOUNT}:assumed-role/{role}/{name}"


def who(session):
    return session.client("sts").get_caller_identity()["Arn"]


def aws(environment, *arguments):
    """Runs `aws …`; returns its answer, or the error that it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "awscli", *arguments], env=environment, capture_output=True,
        stdin=subprocess.DEVNULL, text=True, timeout=PATIENCE)
    return json.loads(done.stdout) if done.returncode == 0 else done.stderr


# boto3


@pytest.mark.parametrize("profile, expected", [
    ("alice", f"arn:aws:iam::{ACCOUNT}:user/alice"),
    ("second", session_of("Second", "night")), ("external", session_of("External", "deploy"))])
def test_boto3_assumes_the_roles_of_profiles(environment, profile, expected):
    assert who(boto3.Session(profile_name=profile)) == expected


def test_boto3_names_a_session_that_the_profile_does_not_name(environment):
    session = boto3.Session(profile_name="first")
    assert who(session).startswith(session_of("First", "botocore-session-"))
    assert session.client("iam").list_roles()["Roles"]


def test_boto3_says_why_a_role_is_refused(environment):
    with pytest.raises(botocore.exceptions.ClientError) as error:
        who(boto3.Session(profile_name="stranger"))
    assert error.value.operation_name == "AssumeRole"
    assert error.value.response["Error"]["Code"] == "AccessDenied"


def test_boto3_takes_the_key_of_the_environment(environment, alice, monkeypatch):
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", alice["AccessKeyId"])
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", alice["SecretAccessKey"])
    assert who(boto3.Session(profile_name="variables")) == session_of("First", "variables")


def test_boto3_asks_for_a_code(environment, gatehouse_dev):
    wait_for_steady_codes()
    iam = gatehouse_dev.client("iam")
    device = iam.create_virtual_mfa_device(VirtualMFADeviceName="phone")["VirtualMFADevice"]
    app = pyotp.TOTP(device["Base32StringSeed"].decode())
    now = time.time()
    iam.enable_mfa_device(
        UserName="alice", SerialNumber=device["SerialNumber"],
        AuthenticationCode1=app.at(now - 30), AuthenticationCode2=app.at(now))

    def ask(code):
        """Who acts when that code is typed, and what was asked."""
        asked = []
        core = botocore.session.get_session()
        core.set_config_variable("profile", "protected")
        provider = core.get_component("credential_provider").get_provider("assume-role")
        provider._prompter = lambda text: asked.append(text) or code
        return who(boto3.Session(botocore_session=core)), asked

    with pytest.raises(botocore.exceptions.ClientError) as error:
        ask("000000")
    assert error.value.response["Error"]["Code"] == "AccessDenied"
    acting, asked = ask(app.at(now + 30))
    assert acting == session_of("Protected", "safe")
    assert asked == [f"Enter MFA code for {device['SerialNumber']}: "]
    with pytest.raises(botocore.exceptions.ClientError):
        ask(app.at(now + 30))  # each code is taken once


def test_boto3_renews_a_session_that_is_about_to_end(environment, gatehouse_dev):
    session = boto3.Session(profile_name="external")
    credentials = session.get_credentials()
    first = credentials.get_frozen_credentials()
    credentials._expiry_time = credentials._time_fetcher()
    second = credentials.get_frozen_credentials()
    assert first.access_key != second.access_key and first.token != second.token
    assert who(session) == session_of("External", "deploy")


# The command line


def test_the_command_line_assumes_the_roles_of_profiles(environment):
    answer = aws(environment, "sts", "get-caller-identity", "--profile", "second")
    assert answer["Arn"] == session_of("Second", "night")
    error = aws(environment, "sts", "get-caller-identity", "--profile", "stranger")
    assert "(AccessDenied) when calling the AssumeRole operation" in error


def test_the_command_line_assumes_a_role_and_acts_as_it(environment):
    answer = aws(
        environment, "sts", "assume-role", "--profile", "alice", "--role-arn", arn("External"),
        "--role-session-name", "cli", "--external-id", "Acme-12345", "--duration-seconds", "900",
        "--policy", policy(allow("iam:ListRoles")))
    assert answer["AssumedRoleUser"]["Arn"] == session_of("External", "cli")
    assert 0 < answer["PackedPolicySize"] < 100
    issued = answer["Credentials"]
    acting = environment | {
        "AWS_ACCESS_KEY_ID": issued["AccessKeyId"],
        "AWS_SECRET_ACCESS_KEY": issued["SecretAccessKey"],
        "AWS_SESSION_TOKEN": issued["SessionToken"]}
    assert len(aws(acting, "iam", "list-roles")["Roles"]) == 4
    error = aws(acting, "iam", "list-users")
    assert "because no session policy allows the iam:ListUsers action" in error
