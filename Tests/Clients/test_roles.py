"""Roles with the real clients: what each operation does, whom trust policies name, every error."""

import json
import urllib.parse

import botocore.exceptions
import pytest
from botocore.config import Config

from conftest import Account, Credentials

READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess"


def trust(principal, action="sts:AssumeRole", **more):
    """A trust policy of one statement."""
    return json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": principal, "Action": action} | more]})


def allow(action, resource="*"):
    return json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": action, "Resource": resource}]})


ANYONE = trust({"AWS": "*"})
EC2 = trust({"Service": "ec2.amazonaws.com"})


@pytest.fixture
def iam(gatehouse_dev):
    """As the root user; parameters are checked by the server alone."""
    return gatehouse_dev.client("iam", config=Config(parameter_validation=False))


def refusal(ask, **arguments):
    """The code, the status and the sentence of the error that a call is refused with."""
    with pytest.raises(botocore.exceptions.ClientError) as error:
        ask(**arguments)
    answer = error.value.response
    return (
        answer["Error"]["Code"], answer["ResponseMetadata"]["HTTPStatusCode"],
        answer["Error"]["Message"])


def principal(iam, name="Target"):
    """Whom the only statement of a role's trust policy names, as GetRole shows it."""
    document = iam.get_role(RoleName=name)["Role"]["AssumeRolePolicyDocument"]
    return document["Statement"][0]["Principal"]


# What the operations do


def test_a_role_is_made_told_of_changed_and_deleted(iam, gatehouse_dev):
    made = iam.create_role(
        RoleName="Deployer", Path="/team/", AssumeRolePolicyDocument=EC2, Description="Deploys",
        MaxSessionDuration=7200, PermissionsBoundary=READ_ONLY,
        Tags=[{"Key": "team", "Value": "core"}])["Role"]
    assert made["Arn"] == f"arn:aws:iam::{gatehouse_dev.account}:role/team/Deployer"
    assert made["RoleId"].startswith("AROA") and len(made["RoleId"]) == 21
    assert made["AssumeRolePolicyDocument"] == json.loads(EC2)
    assert made["Tags"] == [{"Key": "team", "Value": "core"}]
    assert "Description" not in made and "MaxSessionDuration" not in made

    role = iam.get_role(RoleName="DEPLOYER")["Role"]
    assert (role["Description"], role["MaxSessionDuration"]) == ("Deploys", 7200)
    assert role["PermissionsBoundary"] == {
        "PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": READ_ONLY}
    assert role["RoleLastUsed"] == {}
    [listed] = iam.list_roles(PathPrefix="/team/")["Roles"]
    assert listed == {
        name: value for name, value in role.items()
        if name not in ("PermissionsBoundary", "RoleLastUsed", "Tags")}

    iam.update_role(RoleName="Deployer", MaxSessionDuration=43200)
    role = iam.get_role(RoleName="Deployer")["Role"]
    assert (role["Description"], role["MaxSessionDuration"]) == ("Deploys", 43200)
    changed = iam.update_role_description(RoleName="Deployer", Description="Builds")["Role"]
    assert changed["Description"] == "Builds" and changed["RoleId"] == role["RoleId"]
    iam.update_role(RoleName="Deployer", Description="Both")
    role = iam.get_role(RoleName="Deployer")["Role"]
    assert (role["Description"], role["MaxSessionDuration"]) == ("Both", 3600)

    iam.delete_role(RoleName="Deployer")
    assert iam.list_roles()["Roles"] == []


def test_a_roles_policies_are_kept_and_told(iam):
    iam.create_role(RoleName="Worker", AssumeRolePolicyDocument=EC2)
    iam.put_role_policy(
        RoleName="Worker", PolicyName="work", PolicyDocument=allow("s3:GetObject"))
    iam.attach_role_policy(RoleName="Worker", PolicyArn=READ_ONLY)
    policy = iam.get_role_policy(RoleName="worker", PolicyName="WORK")
    assert (policy["RoleName"], policy["PolicyName"]) == ("Worker", "work")
    assert policy["PolicyDocument"] == json.loads(allow("s3:GetObject"))
    assert iam.list_role_policies(RoleName="Worker")["PolicyNames"] == ["work"]
    assert iam.list_attached_role_policies(RoleName="Worker")["AttachedPolicies"] == [
        {"PolicyName": "ReadOnlyAccess", "PolicyArn": READ_ONLY}]
    iam.delete_role_policy(RoleName="Worker", PolicyName="work")
    iam.detach_role_policy(RoleName="Worker", PolicyArn=READ_ONLY)
    assert iam.list_role_policies(RoleName="Worker")["PolicyNames"] == []
    assert iam.list_attached_role_policies(RoleName="Worker")["AttachedPolicies"] == []


def test_roles_are_among_what_an_account_has(iam):
    made = iam.create_policy(PolicyName="Bounds", PolicyDocument=allow("*"))["Policy"]["Arn"]
    role = iam.create_role(
        RoleName="Worker", AssumeRolePolicyDocument=EC2, PermissionsBoundary=made)["Role"]
    iam.attach_role_policy(RoleName="Worker", PolicyArn=made)
    iam.put_role_policy(RoleName="Worker", PolicyName="work", PolicyDocument=allow("s3:*"))
    iam.create_instance_profile(InstanceProfileName="web")
    iam.add_role_to_instance_profile(InstanceProfileName="web", RoleName="Worker")
    summary = iam.get_account_summary()["SummaryMap"]
    assert (summary["Roles"], summary["RolesQuota"]) == (1, 1000)
    assert (summary["InstanceProfiles"], summary["InstanceProfilesQuota"]) == (1, 1000)
    assert summary["AssumeRolePolicySizeQuota"] == 2048

    [detail] = iam.get_account_authorization_details(Filter=["Role"])["RoleDetailList"]
    assert (detail["RoleId"], detail["Arn"]) == (role["RoleId"], role["Arn"])
    assert detail["AssumeRolePolicyDocument"] == json.loads(EC2)
    assert detail["RolePolicyList"] == [
        {"PolicyName": "work", "PolicyDocument": json.loads(allow("s3:*"))}]
    assert detail["AttachedManagedPolicies"] == [{"PolicyName": "Bounds", "PolicyArn": made}]
    assert detail["PermissionsBoundary"]["PermissionsBoundaryArn"] == made
    [profile] = detail["InstanceProfileList"]
    assert (profile["InstanceProfileName"], profile["Roles"][0]["Arn"]) == ("web", role["Arn"])
    assert detail["RoleLastUsed"] == {}

    for usage in ("PermissionsPolicy", "PermissionsBoundary"):
        entities = iam.list_entities_for_policy(
            PolicyArn=made, EntityFilter="Role", PolicyUsageFilter=usage)
        assert entities["PolicyRoles"] == [{"RoleName": "Worker", "RoleId": role["RoleId"]}]
        assert entities["PolicyUsers"] == entities["PolicyGroups"] == []
    policy = iam.get_policy(PolicyArn=made)["Policy"]
    assert (policy["AttachmentCount"], policy["PermissionsBoundaryUsageCount"]) == (1, 1)
    assert refusal(iam.delete_policy, PolicyArn=made) == (
        "DeleteConflict", 409, "Cannot delete a policy attached to entities.")

    [result] = iam.simulate_principal_policy(
        PolicySourceArn=role["Arn"], ActionNames=["s3:GetObject"])["EvaluationResults"]
    assert result["EvalDecision"] == "allowed"
    assert result["PermissionsBoundaryDecisionDetail"] == {"AllowedByPermissionsBoundary": True}


def test_many_roles_are_told_on_pages(iam):
    names = [f"role-{number:02}" for number in range(12)]
    for name in reversed(names):
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=EC2)
    pages = iam.get_paginator("list_roles").paginate(PaginationConfig={"PageSize": 5})
    assert [[role["RoleName"] for role in page["Roles"]] for page in pages] == [
        names[:5], names[5:10], names[10:]]


def test_the_command_line_waits_for_a_role_and_reads_its_document(gatehouse_dev):
    made = gatehouse_dev.aws(
        "iam", "create-role", "--role-name", "Cli", "--assume-role-policy-document", EC2,
        "--tags", "Key=team,Value=core")
    assert made.returncode == 0, made.stderr
    assert gatehouse_dev.aws("iam", "wait", "role-exists", "--role-name", "Cli").returncode == 0
    role = json.loads(gatehouse_dev.aws("iam", "get-role", "--role-name", "Cli").stdout)["Role"]
    assert role["AssumeRolePolicyDocument"] == json.loads(EC2)
    tags = gatehouse_dev.aws("iam", "list-role-tags", "--role-name", "Cli")
    assert json.loads(tags.stdout)["Tags"] == [{"Key": "team", "Value": "core"}]


# Whom a role trusts


def test_a_deleted_principal_is_shown_by_unique_id_and_stays_dead(iam):
    alice = iam.create_user(UserName="alice")["User"]
    iam.create_role(RoleName="Target", AssumeRolePolicyDocument=trust({"AWS": alice["Arn"]}))
    assert principal(iam) == {"AWS": alice["Arn"]}
    iam.delete_user(UserName="alice")
    assert principal(iam) == {"AWS": alice["UserId"]}
    again = iam.create_user(UserName="alice")["User"]
    assert again["Arn"] == alice["Arn"] and principal(iam) == {"AWS": alice["UserId"]}
    [detail] = iam.get_account_authorization_details(Filter=["Role"])["RoleDetailList"]
    assert detail["AssumeRolePolicyDocument"]["Statement"][0]["Principal"] == {
        "AWS": alice["UserId"]}
    dead = trust({"AWS": [alice["UserId"], again["Arn"]]})
    assert refusal(
        iam.update_assume_role_policy, RoleName="Target", PolicyDocument=dead
    ) == (
        "MalformedPolicyDocument", 400,
        f'Invalid principal in policy: "AWS":"{alice["UserId"]}"')
    iam.update_assume_role_policy(
        RoleName="Target", PolicyDocument=trust({"AWS": again["UserId"]}))
    assert principal(iam) == {"AWS": again["Arn"]}


def test_a_renamed_principal_is_shown_by_its_new_name(iam):
    alice = iam.create_user(UserName="alice")["User"]
    iam.create_role(RoleName="Target", AssumeRolePolicyDocument=trust({"AWS": alice["Arn"]}))
    iam.update_user(UserName="alice", NewUserName="alicia", NewPath="/team/")
    assert principal(iam) == {"AWS": alice["Arn"].replace("alice", "team/alicia")}
    iam.create_user(UserName="alice")
    assert principal(iam) == {"AWS": alice["Arn"].replace("alice", "team/alicia")}


def key_of(server, iam, user):
    """STS as a user."""
    key = iam.create_access_key(UserName=user)["AccessKey"]
    return server.client("sts", Credentials(key["AccessKeyId"], key["SecretAccessKey"]))


def test_a_namesake_of_whom_a_role_trusts_may_not_assume_it(iam, gatehouse_dev):
    alice = iam.create_user(UserName="alice")["User"]
    role = iam.create_role(
        RoleName="Target", AssumeRolePolicyDocument=trust({"AWS": alice["Arn"]}))["Role"]
    asked = {"RoleArn": role["Arn"], "RoleSessionName": "session"}
    assert key_of(gatehouse_dev, iam, "alice").assume_role(**asked)["Credentials"]

    iam.update_user(UserName="alice", NewUserName="alicia")
    assert key_of(gatehouse_dev, iam, "alicia").assume_role(**asked)["Credentials"]

    iam.create_user(UserName="alice")
    iam.put_user_policy(UserName="alice", PolicyName="own", PolicyDocument=allow("sts:*"))
    assert refusal(key_of(gatehouse_dev, iam, "alice").assume_role, **asked)[:2] == (
        "AccessDenied", 403)
    iam.update_assume_role_policy(
        RoleName="Target", PolicyDocument=trust({"AWS": alice["Arn"]}))
    for name, may in [("alice", True), ("alicia", False)]:
        for key in iam.list_access_keys(UserName=name)["AccessKeyMetadata"]:
            iam.delete_access_key(UserName=name, AccessKeyId=key["AccessKeyId"])
        client = key_of(gatehouse_dev, iam, name)
        if may:
            assert client.assume_role(**asked)["Credentials"]
        else:
            assert refusal(client.assume_role, **asked)[0] == "AccessDenied"


def test_a_role_that_is_made_anew_is_not_the_one_that_was_trusted(iam, gatehouse_dev):
    def make():
        return iam.create_role(RoleName="Caller", AssumeRolePolicyDocument=ANYONE)["Role"]

    iam.create_user(UserName="alice")
    iam.put_user_policy(UserName="alice", PolicyName="own", PolicyDocument=allow("sts:*"))
    alice = key_of(gatehouse_dev, iam, "alice")
    caller = make()
    targets = {
        "ByRole": caller["Arn"],
        "BySession": f"arn:aws:sts::{gatehouse_dev.account}:assumed-role/Caller/night"}
    arns = {
        name: iam.create_role(
            RoleName=name, AssumeRolePolicyDocument=trust({"AWS": principal}))["Role"]["Arn"]
        for name, principal in targets.items()}

    def chain(session):
        """The errors of assuming each of the roles as a session of the calling role."""
        iam.put_role_policy(
            RoleName="Caller", PolicyName="own", PolicyDocument=allow("sts:AssumeRole"))
        key = alice.assume_role(
            RoleArn=caller["Arn"], RoleSessionName=session)["Credentials"]
        client = gatehouse_dev.client("sts", Credentials(
            key["AccessKeyId"], key["SecretAccessKey"], key["SessionToken"]))
        errors = {}
        for name, arn in arns.items():
            try:
                client.assume_role(RoleArn=arn, RoleSessionName="session")
            except botocore.exceptions.ClientError as error:
                errors[name] = error.response["Error"]["Code"]
        return errors

    assert chain("night") == {}
    assert chain("day") == {"BySession": "AccessDenied"}
    iam.delete_role_policy(RoleName="Caller", PolicyName="own")
    iam.delete_role(RoleName="Caller")
    make()
    assert chain("night") == {"ByRole": "AccessDenied", "BySession": "AccessDenied"}
    assert principal(iam, "BySession") == principal(iam, "ByRole") == {"AWS": caller["RoleId"]}


def test_an_account_is_shown_by_the_arn_of_its_root_user(iam, gatehouse_dev):
    iam.create_role(
        RoleName="Target", AssumeRolePolicyDocument=trust({"AWS": gatehouse_dev.account}))
    assert principal(iam) == {"AWS": f"arn:aws:iam::{gatehouse_dev.account}:root"}


def test_principals_of_another_account_are_those_of_this_server(data_server):
    ours, theirs = Account(data_server), Account(data_server)
    iam = ours.client("iam")
    bob = theirs.client("iam").create_user(UserName="bob", Path="/team/")["User"]
    iam.create_role(RoleName="Target", AssumeRolePolicyDocument=trust(
        {"AWS": [bob["Arn"], theirs.account]}))
    assert principal(iam) == {"AWS": [bob["Arn"], f"arn:aws:iam::{theirs.account}:root"]}
    theirs.client("iam").delete_user(UserName="bob")
    assert principal(iam)["AWS"][0] == bob["UserId"]
    missing = bob["Arn"].replace(theirs.account, "000000000001")
    assert refusal(
        iam.update_assume_role_policy, RoleName="Target",
        PolicyDocument=trust({"AWS": missing})
    ) == (
        "MalformedPolicyDocument", 400, f'Invalid principal in policy: "AWS":"{missing}"')


@pytest.mark.parametrize("document, sentence", [
    ("{", "Syntax errors in policy."),
    (allow("sts:AssumeRole"), "Missing required field Principal"),
    (json.dumps({"Statement": {"Effect": "Allow", "Principal": {"AWS": "*"}}}),
     "Missing required field Action"),
    (trust({"AWS": []}),
     "Invalid principal in policy: com.amazon.balsa.error.InvalidPolicyException: The passed in "
     "policy has a statement with no principals!"),
    (trust({"AWS": "*"}, Resource="*"), "Has prohibited field Resource"),
    (trust({"AWS": "*"}, action="s3:GetObject"),
     "AssumeRole policy may only specify STS AssumeRole actions."),
    (trust({"AWS": "*"}, action="sts:GetCallerIdentity"),
     "AssumeRole policy may only specify STS AssumeRole actions."),
    (trust({"AWS": "arn:aws:iam::000000000000:user/nobody"}),
     'Invalid principal in policy: "AWS":"arn:aws:iam::000000000000:user/nobody"'),
    (trust({"AWS": "arn:aws:iam::999999999999:root"}),
     'Invalid principal in policy: "AWS":"arn:aws:iam::999999999999:root"'),
    (trust({"AWS": "999999999999"}), 'Invalid principal in policy: "AWS":"999999999999"'),
    (trust({"Service": "amazonaws.com"}),
     'Invalid principal in policy: "SERVICE":"amazonaws.com"'),
    (trust({"Federated": "https://idp.example.com"}),
     "Federated principals must be valid domain names or SAML metadata ARNs"),
])
def test_a_trust_policy_that_means_nothing_is_refused(iam, document, sentence):
    iam.create_role(RoleName="Target", AssumeRolePolicyDocument=ANYONE)
    for ask, parameter in [
            (iam.create_role, "AssumeRolePolicyDocument"),
            (iam.update_assume_role_policy, "PolicyDocument")]:
        role = "Target" if ask == iam.update_assume_role_policy else "Other"
        assert refusal(ask, RoleName=role, **{parameter: document}) == (
            "MalformedPolicyDocument", 400, sentence)
    assert principal(iam) == {"AWS": "*"}


# Errors


MISSING = "arn:aws:iam::aws:policy/Missing"


@pytest.mark.parametrize("operation, more", [
    ("get_role", {}), ("delete_role", {}), ("update_role", {}),
    ("update_role_description", {"Description": "x"}),
    ("update_assume_role_policy", {"PolicyDocument": ANYONE}),
    ("tag_role", {"Tags": [{"Key": "a", "Value": "b"}]}), ("untag_role", {"TagKeys": ["a"]}),
    ("list_role_tags", {}), ("list_role_policies", {}), ("list_attached_role_policies", {}),
    ("put_role_policy", {"PolicyName": "p", "PolicyDocument": allow("*")}),
    ("get_role_policy", {"PolicyName": "p"}), ("delete_role_policy", {"PolicyName": "p"}),
    ("attach_role_policy", {"PolicyArn": READ_ONLY}),
    ("detach_role_policy", {"PolicyArn": READ_ONLY}),
])
def test_a_role_that_is_not_there(iam, operation, more):
    assert refusal(getattr(iam, operation), RoleName="Nobody", **more) == (
        "NoSuchEntity", 404, "The role with name Nobody cannot be found.")


@pytest.mark.parametrize("operation, arguments, code, status, sentence", [
    ("create_role", {"RoleName": "WORKER", "AssumeRolePolicyDocument": ANYONE},
     "EntityAlreadyExists", 409, "Role with name WORKER already exists."),
    ("create_role", {"RoleName": "New", "AssumeRolePolicyDocument": ANYONE,
                     "PermissionsBoundary": MISSING},
     "NoSuchEntity", 404, f"Scope ARN: {MISSING} does not exist or is not attachable."),
    ("create_role", {"RoleName": "New", "AssumeRolePolicyDocument": ANYONE, "Tags": [
        {"Key": "team", "Value": "a"}, {"Key": "TEAM", "Value": "b"}]},
     "InvalidInput", 400,
     "Duplicate tag keys found. Please note that Tag keys are case insensitive."),
    ("create_role", {"RoleName": "New", "AssumeRolePolicyDocument": trust(
        {"AWS": "*"}, Sid="A" * 2048)},
     "LimitExceeded", 409, "Cannot exceed quota for ACLSizePerRole: 2048"),
    ("create_role", {"RoleName": "New", "AssumeRolePolicyDocument": ANYONE,
                     "MaxSessionDuration": 43201},
     "ValidationError", 400,
     "1 validation error detected: Value at 'maxSessionDuration' failed to satisfy constraint: "
     "Member must have value less than or equal to 43200"),
    ("create_role", {"RoleName": "not/a/name", "AssumeRolePolicyDocument": ANYONE},
     "ValidationError", 400,
     "The specified value for roleName is invalid. It must contain only alphanumeric characters "
     "and/or the following: +=,.@_-"),
    ("update_assume_role_policy", {"RoleName": "Worker", "PolicyDocument": trust(
        {"AWS": "*"}, Sid="A" * 2048)},
     "LimitExceeded", 409, "Cannot exceed quota for ACLSizePerRole: 2048"),
    ("update_role", {"RoleName": "Worker", "MaxSessionDuration": 3599},
     "ValidationError", 400,
     "1 validation error detected: Value at 'maxSessionDuration' failed to satisfy constraint: "
     "Member must have value greater than or equal to 3600"),
    ("update_role", {"RoleName": "Worker", "MaxSigninSessionDuration": 3600},
     "InvalidInput", 400,
     "The parameter MaxSigninSessionDuration is not supported here: sessions last 12 hours at "
     "most. Leave it out."),
    ("delete_role", {"RoleName": "Worker"},
     "DeleteConflict", 409, "Cannot delete entity, must detach all policies first."),
    ("tag_role", {"RoleName": "Worker", "Tags": [{"Key": "aws:x", "Value": "1"}]},
     "InvalidInput", 400, "Keys and values that begin with aws: are reserved for system use."),
    ("get_role_policy", {"RoleName": "Worker", "PolicyName": "other"},
     "NoSuchEntity", 404, "The role policy with name other cannot be found."),
    ("delete_role_policy", {"RoleName": "Worker", "PolicyName": "other"},
     "NoSuchEntity", 404, "The role policy with name other cannot be found."),
    ("put_role_policy", {"RoleName": "Worker", "PolicyName": "bad", "PolicyDocument": "{}"},
     "MalformedPolicyDocument", 400, "Syntax errors in policy."),
    ("put_role_policy", {"RoleName": "Worker", "PolicyName": "long", "PolicyDocument": json.dumps(
        {"Version": "2012-10-17", "Statement": [{
            "Sid": "A" * 10240, "Effect": "Allow", "Action": "*", "Resource": "*"}]})},
     "LimitExceeded", 409, "Maximum policy size of 10240 bytes exceeded for role Worker"),
    ("attach_role_policy", {"RoleName": "Worker", "PolicyArn": MISSING},
     "NoSuchEntity", 404, f"Policy {MISSING} does not exist or is not attachable."),
    ("attach_role_policy", {
        "RoleName": "Worker",
        "PolicyArn": "arn:aws:iam::aws:policy/aws-service-role/AWSSupportServiceRolePolicy"},
     "PolicyNotAttachable", 400, "Cannot attach a Service Role Policy to a Customer Role."),
    ("attach_role_policy", {
        "RoleName": "Worker", "PolicyArn": "arn:aws:iam::000000000000:role/Worker"},
     "InvalidInput", 400, "ARN arn:aws:iam::000000000000:role/Worker is not valid."),
    ("detach_role_policy", {"RoleName": "Worker", "PolicyArn": MISSING},
     "NoSuchEntity", 404, f"Policy {MISSING} was not found."),
])
def test_what_is_refused_of_a_role_that_is_there(
        iam, operation, arguments, code, status, sentence):
    iam.create_role(RoleName="Worker", AssumeRolePolicyDocument=ANYONE)
    iam.attach_role_policy(RoleName="Worker", PolicyArn=READ_ONLY)
    assert refusal(getattr(iam, operation), **arguments) == (code, status, sentence)


def test_a_role_with_an_embedded_policy_is_not_deleted(iam):
    iam.create_role(RoleName="Worker", AssumeRolePolicyDocument=ANYONE)
    iam.put_role_policy(RoleName="Worker", PolicyName="p", PolicyDocument=allow("*"))
    assert refusal(iam.delete_role, RoleName="Worker") == (
        "DeleteConflict", 409, "Cannot delete entity, must delete policies first.")


def test_quotas_of_one_role(iam):
    iam.create_role(RoleName="Worker", AssumeRolePolicyDocument=ANYONE)
    arns = [
        iam.create_policy(PolicyName=f"p{number}", PolicyDocument=allow("*"))["Policy"]["Arn"]
        for number in range(11)]
    for arn in arns[:10]:
        iam.attach_role_policy(RoleName="Worker", PolicyArn=arn)
    assert refusal(iam.attach_role_policy, RoleName="Worker", PolicyArn=arns[10]) == (
        "LimitExceeded", 409, "Cannot exceed quota for PoliciesPerRole: 10")
    iam.tag_role(
        RoleName="Worker", Tags=[{"Key": f"k{number}", "Value": "1"} for number in range(50)])
    assert refusal(iam.tag_role, RoleName="Worker", Tags=[{"Key": "more", "Value": "1"}]) == (
        "LimitExceeded", 409, "The number of tags has reached the maximum limit.")


def test_a_thousand_roles_are_enough(iam):
    for number in range(1000):
        iam.create_role(RoleName=f"r{number}", AssumeRolePolicyDocument=ANYONE)
    assert refusal(iam.create_role, RoleName="more", AssumeRolePolicyDocument=ANYONE) == (
        "LimitExceeded", 409, "Cannot exceed quota for RolesPerAccount: 1000")


# Permission


def test_a_user_makes_roles_within_a_boundary_alone(iam, gatehouse_dev):
    iam.create_user(UserName="alice")
    iam.put_user_policy(UserName="alice", PolicyName="own", PolicyDocument=json.dumps({
        "Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Action": ["iam:CreateRole", "iam:PutRolePolicy"],
             "Resource": f"arn:aws:iam::{gatehouse_dev.account}:role/team/*",
             "Condition": {"StringEquals": {"iam:PermissionsBoundary": READ_ONLY}}}]}))
    key = iam.create_access_key(UserName="alice")["AccessKey"]
    alice = gatehouse_dev.client(
        "iam", Credentials(key["AccessKeyId"], key["SecretAccessKey"]))
    arn = f"arn:aws:iam::{gatehouse_dev.account}:role/team/Bounded"
    denied = (
        f"User: arn:aws:iam::{gatehouse_dev.account}:user/alice is not authorized to perform: "
        "iam:CreateRole on resource: {} because no identity-based policy allows the "
        "iam:CreateRole action")
    bounded = {
        "RoleName": "Bounded", "Path": "/team/", "AssumeRolePolicyDocument": EC2,
        "PermissionsBoundary": READ_ONLY}
    for change in ({"PermissionsBoundary": None}, {"Path": "/"}):
        arguments = {
            name: value for name, value in (bounded | change).items() if value is not None}
        assert refusal(alice.create_role, **arguments) == (
            "AccessDenied", 403, denied.format(arn.replace(
                "/team/", arguments["Path"])))
    alice.create_role(**bounded)
    alice.put_role_policy(RoleName="Bounded", PolicyName="all", PolicyDocument=allow("*"))
    assert refusal(alice.get_role, RoleName="Nobody")[:2] == ("AccessDenied", 403)


def test_documents_travel_encoded(gatehouse_dev):
    """What botocore decodes is encoded by RFC 3986, as every document is."""
    iam = gatehouse_dev.client("iam")
    seen = []
    iam.meta.events.register(
        "before-parse.iam.GetRole", lambda response_dict, **_: seen.append(response_dict["body"]))
    iam.create_role(RoleName="Target", AssumeRolePolicyDocument=EC2)
    iam.get_role(RoleName="Target")
    encoded = urllib.parse.quote(EC2, safe="")
    assert f"<AssumeRolePolicyDocument>{encoded}</AssumeRolePolicyDocument>".encode() in seen[0]
