"""prowler's checks of roles: a good role passes and a bad one fails, as in an account of AWS."""

import json

import pytest

from conftest import REPOSITORY
from hardened import read_by
from role_world import allow, policy, trusts

# That of `make .build/prowler/installed`, which `make test` runs.
PYTHON = REPOSITORY / ".build" / "prowler" / "bin" / "python"
CHECKS = REPOSITORY / "Tests" / "Clients" / "prowler_checks.py"
AWS_POLICY = "arn:aws:iam::aws:policy"
ACCOUNT = "123456789012"
HERE = f"arn:aws:iam::{ACCOUNT}:root"


def service(**condition):
    statement = {
        "Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"},
        "Action": "sts:AssumeRole"}
    return statement | ({"Condition": condition} if condition else {})


OF_ACCOUNT = {"StringEquals": {"aws:SourceAccount": ACCOUNT}}

# Whom each role trusts, and which policies are attached to it.
ROLES = {
    "Admin": (trusts(HERE), ["AdministratorAccess"]),
    "Reader": (trusts(HERE), ["ReadOnlyAccess"]),
    "OpenReader": (trusts("*"), ["ReadOnlyAccess"]),
    "Modeller": (trusts(HERE), ["AmazonBedrockFullAccess"]),
    "CloudWatch-CrossAccountSharingRole": (trusts(HERE), []),
    "Deputy": (service(), []),
    "SafeDeputy": (service(**OF_ACCOUNT), []),
    "LooseDeputy": (service(StringLike={"aws:SourceAccount": "1234*"}), []),
}

# What each check says of whom. Others it may speak of as well.
VERDICTS = {
    "iam_role_administratoraccess_policy": {"Admin": "FAIL", "Reader": "PASS"},
    "iam_role_cross_account_readonlyaccess_policy": {
        "OpenReader": "FAIL", "Reader": "PASS", "Admin": "PASS"},
    "iam_role_cross_service_confused_deputy_prevention": {
        "Deputy": "FAIL", "SafeDeputy": "PASS"},
    "iam_role_service_trust_restricts_source_to_account": {
        "LooseDeputy": "FAIL", "SafeDeputy": "PASS"},
    "iam_no_custom_policy_permissive_role_assumption": {
        "AssumesAll": "FAIL", "AssumesOne": "PASS"},
    "bedrock_full_access_policy_attached": {"Modeller": "FAIL", "Reader": "PASS"},
    "cloudwatch_cross_account_sharing_disabled": {"CloudWatch-CrossAccountSharingRole": "FAIL"},
    "iam_securityaudit_role_created": {"SecurityAudit": "PASS"},
    "iam_support_role_created": {ACCOUNT: "FAIL"},
}


def prowler(server, directory):
    """What every check of ``VERDICTS`` says of each resource."""
    printed = read_by([PYTHON, CHECKS, *VERDICTS], server, server.credentials, directory)
    return json.loads(printed.splitlines()[-1])


@pytest.fixture(scope="module")
def verdicts(dev_server, tmp_path_factory):
    """Those on an account with all of ``ROLES``, and on one that was changed afterwards."""
    dev_server.reset()
    iam = dev_server.client("iam")
    for name, (statement, policies) in ROLES.items():
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=policy(statement))
        for attached in policies:
            iam.attach_role_policy(RoleName=name, PolicyArn=f"{AWS_POLICY}/{attached}")
    iam.attach_role_policy(RoleName="Admin", PolicyArn=f"{AWS_POLICY}/SecurityAudit")
    one = f"arn:aws:iam::{ACCOUNT}:role/Admin"
    for name, resource in {"AssumesAll": "*", "AssumesOne": one}.items():
        iam.create_policy(
            PolicyName=name, PolicyDocument=policy(allow("sts:AssumeRole", resource)))
    first = prowler(dev_server, tmp_path_factory.mktemp("prowler"))
    iam.detach_role_policy(RoleName="Admin", PolicyArn=f"{AWS_POLICY}/SecurityAudit")
    iam.attach_role_policy(RoleName="Admin", PolicyArn=f"{AWS_POLICY}/AWSSupportAccess")
    iam.delete_role(RoleName="CloudWatch-CrossAccountSharingRole")
    return first, prowler(dev_server, tmp_path_factory.mktemp("prowler"))


@pytest.mark.parametrize("check", VERDICTS)
def test_good_roles_pass_and_bad_roles_fail(verdicts, check):
    said = verdicts[0][check]
    assert {name: said.get(name) for name in VERDICTS[check]} == VERDICTS[check]


def test_what_is_attached_since_is_seen(verdicts):
    assert verdicts[1]["iam_securityaudit_role_created"] == {"SecurityAudit": "FAIL"}
    assert verdicts[1]["iam_support_role_created"] == {ACCOUNT: "PASS"}
    assert set(verdicts[1]["cloudwatch_cross_account_sharing_disabled"].values()) == {"PASS"}
