"""What the operator lets accounts and principals have: quotas that are raised, and how many
requests are answered in a second."""

import json

import botocore.config
import pytest
from botocore.exceptions import ClientError

from conftest import Account, DevServer, operate

TRUST = json.dumps({"Version": "2012-10-17", "Statement": {
    "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "*"}}})


@pytest.fixture
def account(data_server):
    return Account(data_server)


def limits(account, *arguments, status=0):
    made = operate(
        account.server.data.parent, "account", "limits", account.account, *arguments,
        "--data", account.server.data, "--json")
    assert made.returncode == status, made.stderr
    return json.loads(made.stdout)["limits"] if status == 0 else made.stderr


def attach(iam, count):
    """Attaches so many policies to a role; returns how many it got, and the sentence."""
    iam.create_role(RoleName="busy", AssumeRolePolicyDocument=TRUST)
    for number in range(count):
        arn = iam.create_policy(PolicyName=f"policy{number}", PolicyDocument=json.dumps({
            "Version": "2012-10-17",
            "Statement": {"Effect": "Allow", "Action": f"s3:Get{number}", "Resource": "*"}}))
        try:
            iam.attach_role_policy(RoleName="busy", PolicyArn=arn["Policy"]["Arn"])
        except ClientError as error:
            return number, error.response["Error"]["Message"]
    return count, None


def test_a_quota_that_is_raised_holds_from_the_next_request_and_is_shown(account):
    iam = account.client("iam")
    assert limits(account)["PoliciesPerRole"] == 10
    count, sentence = attach(iam, 11)
    assert (count, sentence) == (10, "Cannot exceed quota for PoliciesPerRole: 10")
    assert limits(account, "--set", "PoliciesPerRole=11")["PoliciesPerRole"] == 11
    arn = f"arn:aws:iam::{account.account}:policy/policy10"
    iam.attach_role_policy(RoleName="busy", PolicyArn=arn)
    summary = iam.get_account_summary()["SummaryMap"]
    assert summary["AttachedPoliciesPerRoleQuota"] == 11
    assert summary["AttachedPoliciesPerUserQuota"] == 10
    with pytest.raises(ClientError, match="PoliciesPerRole: 11"):
        iam.attach_role_policy(
            RoleName="busy", PolicyArn="arn:aws:iam::aws:policy/ReadOnlyAccess")
    # What is there stays when the quota is the usual one again.
    assert limits(account, "--reset", "PoliciesPerRole")["PoliciesPerRole"] == 10
    assert len(iam.list_attached_role_policies(RoleName="busy")["AttachedPolicies"]) == 11
    events = account.client("cloudtrail").lookup_events(LookupAttributes=[
        {"AttributeKey": "EventName", "AttributeValue": "UpdateAccountQuota"}])["Events"]
    asked = [json.loads(event["CloudTrailEvent"])["requestParameters"] for event in events]
    assert asked == [
        {"quotaName": "PoliciesPerRole", "desiredValue": value} for value in (10, 11)]


def test_every_quota_can_be_raised_to_what_aws_grants_and_is_in_the_summary(account):
    wanted = {
        "ACLSizePerRole": ("AssumeRolePolicySizeQuota", 8192),
        "GroupsPerAccount": ("GroupsQuota", 500),
        "InstanceProfilesPerAccount": ("InstanceProfilesQuota", 10000),
        "OpenIdConnectProvidersPerAccount": (None, 700),
        "PoliciesPerAccount": ("PoliciesQuota", 10000),
        "PoliciesPerRole": ("AttachedPoliciesPerRoleQuota", 25),
        "PoliciesPerUser": ("AttachedPoliciesPerUserQuota", 20),
        "RolesPerAccount": ("RolesQuota", 10000),
        "ServerCertificatesPerAccount": ("ServerCertificatesQuota", 1000)}
    assert set(limits(account)) == set(wanted)
    arguments = [
        word for name, (_, most) in wanted.items() for word in ("--set", f"{name}={most}")]
    assert limits(account, *arguments) == {name: most for name, (_, most) in wanted.items()}
    summary = account.client("iam").get_account_summary()["SummaryMap"]
    for key, most in wanted.values():
        assert key is None or summary[key] == most
    other = Account(account.server)
    assert limits(other)["RolesPerAccount"] == 1000


def test_a_trust_policy_may_be_as_long_as_the_quota_says(account):
    iam = account.client("iam")
    long = json.dumps({"Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "*"},
        "Sid": "A" * 3000}})
    with pytest.raises(ClientError, match="ACLSizePerRole: 2048"):
        iam.create_role(RoleName="long", AssumeRolePolicyDocument=long)
    limits(account, "--set", "ACLSizePerRole=4096")
    iam.create_role(RoleName="long", AssumeRolePolicyDocument=long)


@pytest.mark.parametrize("arguments, words", [
    (["--set", "RolesPerAccount=999"], "1000 to 10000"),
    (["--set", "RolesPerAccount=10001"], "1000 to 10000"),
    (["--set", "RolesPerAccount"], "RolesPerAccount=10000"),
    (["--set", "UsersPerAccount=6000"], "no quota `UsersPerAccount`"),
    (["--reset", "Nothing"], "there are ACLSizePerRole, "),
    (["--set", "RolesPerAccount=2000", "--set", "GroupsPerAccount=1"], "300 to 500")])
def test_what_cannot_be_raised_changes_nothing(account, arguments, words):
    before = limits(account)
    assert words in limits(account, *arguments, status=1)
    assert limits(account) == before


@pytest.mark.of_one_engine
def test_a_principal_that_asks_too_often_is_throttled_and_backs_off(tmp_path):
    config = tmp_path / "gatehouse.toml"
    config.write_text("[limits]\nprincipal_requests_per_second = 5\nprincipal_burst = 10\n")
    server = DevServer(tmp_path / "gatehouse.log", arguments=["--config", config])
    try:
        iam = server.client("iam")
        iam.create_user(UserName="alice")
        key = iam.create_access_key(UserName="alice")["AccessKey"]
        alice = type(server.credentials)(key["AccessKeyId"], key["SecretAccessKey"])
        with pytest.raises(ClientError, match="Throttling.*Rate exceeded") as caught:
            for _ in range(100):
                iam.list_users()
        assert caught.value.response["ResponseMetadata"]["HTTPStatusCode"] == 400
        # Another principal is not held back, and a client that waits gets all its answers.
        assert server.client("sts", alice).get_caller_identity()["Arn"].endswith("/alice")
        patient = server.client("iam", config=botocore.config.Config(
            retries={"mode": "standard", "total_max_attempts": 10}))
        retried = [
            patient.list_users()["ResponseMetadata"]["RetryAttempts"] for _ in range(15)]
        assert sum(retried) > 0
    finally:
        server.stop()
