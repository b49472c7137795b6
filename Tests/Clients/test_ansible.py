"""Ansible's modules for AWS: what they make is there, and a second run changes nothing."""

import json
import os
import subprocess
import sys

import pytest

import saml_provider
from conftest import PATIENCE, REGION, Credentials, clean_environment
from role_world import allow, policy, trusts, where

TRUST = json.dumps({"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]})
READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess"


@pytest.fixture
def module(gatehouse_dev, tmp_path):
    """Runs a module with its options; returns what it answers. Those without a collection are of
    amazon.aws. Its key is that of the root user unless the options have one."""

    def run(module, /, fails=False, **options):
        key = gatehouse_dev.credentials
        if "." not in module:
            module = f"amazon.aws.{module}"
        options = {
            "endpoint_url": gatehouse_dev.url, "region": REGION,
            "access_key": key.access_key_id, "secret_key": key.secret_access_key} | options
        environment = clean_environment(tmp_path) | {
            "ANSIBLE_LOCAL_TEMP": str(tmp_path), "ANSIBLE_LOAD_CALLBACK_PLUGINS": "1",
            "ANSIBLE_DEPRECATION_WARNINGS": "0", "LC_ALL": "C.UTF-8"}
        process = subprocess.run(
            [os.path.join(os.path.dirname(sys.executable), "ansible"), "localhost",
             "--inventory", "localhost,", "--connection", "local",
             "--extra-vars", json.dumps({"ansible_python_interpreter": sys.executable}),
             "--module-name", module, "--args", json.dumps(options),
             "--tree", str(tmp_path / "answers")],
            env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            timeout=PATIENCE, cwd=tmp_path)
        assert (process.returncode != 0) == fails, process.stdout + process.stderr
        return json.loads((tmp_path / "answers" / "localhost").read_text())

    return run


def test_a_role_is_made_kept_changed_and_deleted(module, gatehouse_dev):
    iam = gatehouse_dev.client("iam")
    options = {
        "name": "deployer", "path": "/team/", "assume_role_policy_document": TRUST,
        "managed_policies": [READ_ONLY], "description": "Deploys", "tags": {"team": "core"},
        "boundary": READ_ONLY, "max_session_duration": 7200, "create_instance_profile": False}
    made = module("iam_role", **options)
    assert made["changed"]
    role = iam.get_role(RoleName="deployer")["Role"]
    assert role["Arn"] == f"arn:aws:iam::{gatehouse_dev.account}:role/team/deployer"
    assert (role["Description"], role["MaxSessionDuration"]) == ("Deploys", 7200)
    assert role["Tags"] == [{"Key": "team", "Value": "core"}]
    assert role["PermissionsBoundary"]["PermissionsBoundaryArn"] == READ_ONLY
    assert [policy["PolicyArn"] for policy in iam.list_attached_role_policies(
        RoleName="deployer")["AttachedPolicies"]] == [READ_ONLY]

    assert not module("iam_role", **options)["changed"]

    options |= {
        "managed_policies": [], "purge_policies": True, "tags": {"team": "other"},
        "assume_role_policy_document": TRUST.replace("ec2", "lambda")}
    assert module("iam_role", **options)["changed"]
    role = iam.get_role(RoleName="deployer")["Role"]
    assert role["AssumeRolePolicyDocument"] == json.loads(TRUST.replace("ec2", "lambda"))
    assert role["Tags"] == [{"Key": "team", "Value": "other"}]
    assert iam.list_attached_role_policies(RoleName="deployer")["AttachedPolicies"] == []
    assert not module("iam_role", **options)["changed"]

    held = {"name": "web", "path": "/team/", "role": "deployer", "tags": {"team": "core"}}
    assert module("iam_instance_profile", **held)["changed"]
    assert not module("iam_instance_profile", **held)["changed"]
    [told] = module("iam_role_info", name="deployer")["iam_roles"]
    assert (told["role_name"], told["tags"]) == ("deployer", {"team": "other"})
    [profile] = told["instance_profiles"]
    assert profile["instance_profile_name"] == "web"
    assert module("iam_instance_profile", name="web", state="absent")["changed"]
    assert module("iam_role", name="deployer", state="absent")["changed"]
    assert iam.list_roles()["Roles"] == iam.list_instance_profiles()["InstanceProfiles"] == []
    assert not module("iam_role", name="deployer", state="absent")["changed"]


# Credentials


@pytest.fixture
def alice(gatehouse_dev):
    """The key of a user who may assume the role `audit`, in the words of Ansible."""
    iam = gatehouse_dev.client("iam")
    iam.create_user(UserName="alice")
    iam.put_user_policy(
        UserName="alice", PolicyName="own", PolicyDocument=policy(allow("sts:*")))
    iam.create_role(RoleName="audit", AssumeRolePolicyDocument=policy(trusts(
        f"arn:aws:iam::{gatehouse_dev.account}:user/alice",
        **where("StringEquals", "sts:ExternalId", "Acme-12345"))))
    iam.put_role_policy(
        RoleName="audit", PolicyName="own", PolicyDocument=policy(allow("iam:*Role*")))
    key = iam.create_access_key(UserName="alice")["AccessKey"]
    return {"access_key": key["AccessKeyId"], "secret_key": key["SecretAccessKey"]}


def held(answer):
    """The credentials that a module answers, as options of the next."""
    return {
        name: answer["sts_creds"][name] for name in ("access_key", "secret_key", "session_token")}


def who(server, options):
    credentials = Credentials(
        options["access_key"], options["secret_key"], options["session_token"])
    return server.client("sts", credentials).get_caller_identity()["Arn"]


def test_a_role_is_assumed_and_the_next_task_acts_as_it(module, gatehouse_dev, alice):
    account = gatehouse_dev.account
    options = alice | {
        "role_arn": f"arn:aws:iam::{account}:role/audit", "role_session_name": "night",
        "external_id": "Acme-12345", "duration_seconds": 900}
    answer = module("sts_assume_role", **options)
    assert answer["changed"]
    acting = f"arn:aws:sts::{account}:assumed-role/audit/night"
    assert answer["sts_user"]["arn"] == acting
    assert answer["sts_user"]["assumed_role_id"].endswith(":night")
    assert who(gatehouse_dev, held(answer)) == acting

    [told] = module("iam_role_info", name="audit", **held(answer))["iam_roles"]
    assert told["role_name"] == "audit"
    error = module("iam_user_info", fails=True, name="alice", **held(answer))["msg"]
    assert "is not authorized to perform: iam:" in error

    narrowed = module("sts_assume_role", **options, policy=policy(allow("iam:GetRole")))
    error = module(
        "iam_role", fails=True, name="other", assume_role_policy_document=TRUST,
        **held(narrowed))["msg"]
    assert "because no session policy allows" in error

    error = module("sts_assume_role", fails=True, **options | {"external_id": "Acme-54321"})["msg"]
    assert "AccessDenied" in error and "sts:AssumeRole" in error


def test_a_session_token_is_of_the_user_who_asks(module, gatehouse_dev, alice):
    answer = module("community.aws.sts_session_token", **alice, duration_seconds=900)
    assert answer["changed"]
    assert who(gatehouse_dev, held(answer)) == f"arn:aws:iam::{gatehouse_dev.account}:user/alice"


def test_a_saml_provider_is_made_kept_changed_and_deleted(module, gatehouse_dev):
    iam = gatehouse_dev.client("iam")
    options = {"name": "idp", "saml_metadata_document": saml_provider.Provider().metadata()}
    saml = "community.aws.iam_saml_federation"
    answer = module(saml, **options)
    arn = f"arn:aws:iam::{gatehouse_dev.account}:saml-provider/idp"
    assert answer["changed"] and answer["saml_provider"]["arn"] == arn
    assert not module(saml, **options)["changed"]
    options["saml_metadata_document"] = saml_provider.Provider().metadata()
    assert module(saml, **options)["changed"]
    kept = iam.get_saml_provider(SAMLProviderArn=arn)["SAMLMetadataDocument"]
    assert kept == options["saml_metadata_document"]
    assert module(saml, name="idp", state="absent")["changed"]
    assert iam.list_saml_providers()["SAMLProviderList"] == []
    assert not module(saml, name="idp", state="absent")["changed"]
