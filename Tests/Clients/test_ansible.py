"""Ansible's modules for AWS: what they make is there, and a second run changes nothing."""

import json
import os
import subprocess
import sys

import pytest

from conftest import PATIENCE, REGION, clean_environment

TRUST = json.dumps({"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]})
READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess"


@pytest.fixture
def module(gatehouse_dev, tmp_path):
    """Runs a module of the collection amazon.aws with its options; returns what it answers."""

    def run(module, /, **options):
        key = gatehouse_dev.credentials
        options |= {
            "endpoint_url": gatehouse_dev.url, "region": REGION,
            "access_key": key.access_key_id, "secret_key": key.secret_access_key}
        environment = clean_environment(tmp_path) | {
            "ANSIBLE_LOCAL_TEMP": str(tmp_path), "ANSIBLE_LOAD_CALLBACK_PLUGINS": "1",
            "ANSIBLE_DEPRECATION_WARNINGS": "0", "LC_ALL": "C.UTF-8"}
        process = subprocess.run(
            [os.path.join(os.path.dirname(sys.executable), "ansible"), "localhost",
             "--inventory", "localhost,", "--connection", "local",
             "--extra-vars", json.dumps({"ansible_python_interpreter": sys.executable}),
             "--module-name", f"amazon.aws.{module}", "--args", json.dumps(options),
             "--tree", str(tmp_path / "answers")],
            env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            timeout=PATIENCE, cwd=tmp_path)
        assert process.returncode == 0, process.stdout + process.stderr
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
