"""When users, groups, roles and policies were last used, with the real client."""

import datetime
import json

import pytest

from conftest import DEV_ACCOUNT, Account, Credentials
from test_instance_profiles import allow, refusal, user

READ_ONLY = "arn:aws:iam::aws:policy/IAMReadOnlyAccess"


NOTHING = {"Effect": "Deny", "Action": "s3:DeleteBucket", "Resource": "*"}


def document(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def make_role(iam, name):
    trust = {
        "Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{DEV_ACCOUNT}:root"},
        "Action": "sts:AssumeRole"}
    return iam.create_role(
        RoleName=name, AssumeRolePolicyDocument=document(trust))["Role"]["Arn"]


def arn(kind, name):
    return f"arn:aws:iam::{DEV_ACCOUNT}:{kind}/{name}"


def report(iam, resource, granularity="SERVICE_LEVEL"):
    """The services of a report by namespace."""
    job = iam.generate_service_last_accessed_details(Arn=resource, Granularity=granularity)
    services, marker = [], {}
    while True:
        answer = iam.get_service_last_accessed_details(JobId=job["JobId"], **marker)
        assert answer["JobStatus"] == "COMPLETED"
        assert answer["JobType"] == granularity
        services += answer["ServicesLastAccessed"]
        if not answer["IsTruncated"]:
            return {each["ServiceNamespace"]: each for each in services}
        marker = {"Marker": answer["Marker"]}


def used(iam, resource, service, granularity="SERVICE_LEVEL"):
    """A service of a report, as soon as its use is known."""
    while True:
        found = report(iam, resource, granularity)[service]
        if "LastAuthenticated" in found:
            return found


def entities(iam, resource, service):
    job = iam.generate_service_last_accessed_details(Arn=resource)["JobId"]
    answer = iam.get_service_last_accessed_details_with_entities(
        JobId=job, ServiceNamespace=service)
    assert answer["JobStatus"] == "COMPLETED"
    return answer["EntityDetailsList"]


@pytest.fixture
def iam(gatehouse_dev):
    return gatehouse_dev.client("iam")


def test_a_user_is_told_of_by_service_and_action(gatehouse_dev, iam):
    alice = user(gatehouse_dev, "alice", allow(["iam:GetUser", "s3:*", "sts:AssumeRole"]))
    services = report(iam, arn("user", "alice"))
    assert list(services) == ["iam", "s3", "sts"]
    assert services["s3"]["ServiceName"] == "Amazon S3"
    assert all("LastAuthenticated" not in each for each in services.values())
    before = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    alice.get_user(UserName="alice")
    # An attempt counts, too.
    assert refusal(alice.list_roles)[0] == "AccessDenied"
    found = used(iam, arn("user", "alice"), "iam", "ACTION_LEVEL")
    while len(found["TrackedActionsLastAccessed"]) < 2:  # of two batches, the first was written
        found = used(iam, arn("user", "alice"), "iam", "ACTION_LEVEL")
    assert found["LastAuthenticated"] >= before
    assert found["LastAuthenticatedEntity"] == arn("user", "alice")
    assert found["LastAuthenticatedRegion"] == "us-east-1"
    assert found["TotalAuthenticatedEntities"] == 1
    actions = {each["ActionName"]: each for each in found["TrackedActionsLastAccessed"]}
    assert set(actions) == {"GetUser", "ListRoles"}
    assert actions["GetUser"]["LastAccessedEntity"] == arn("user", "alice")
    assert "TrackedActionsLastAccessed" not in report(iam, arn("user", "alice"))["iam"]
    # What no policy grants is not told, though it was used.
    gatehouse_dev.client("sts", key_of(iam, "alice")).get_caller_identity()
    iam.put_user_policy(
        UserName="alice", PolicyName="own", PolicyDocument=document(allow("s3:GetObject")))
    assert list(report(iam, arn("user", "alice"))) == ["s3"]


def key_of(iam, name):
    key = iam.create_access_key(UserName=name)["AccessKey"]
    return Credentials(key["AccessKeyId"], key["SecretAccessKey"])


def test_groups_and_policies_tell_whose_use_was_the_last(gatehouse_dev, iam):
    clients = {name: user(gatehouse_dev, name, NOTHING) for name in ("alice", "bob", "carol")}
    iam.create_group(GroupName="readers")
    iam.attach_group_policy(GroupName="readers", PolicyArn=READ_ONLY)
    for name in ("alice", "bob"):
        iam.add_user_to_group(GroupName="readers", UserName=name)
    iam.attach_user_policy(UserName="carol", PolicyArn=READ_ONLY)
    make_role(iam, "audit")
    iam.attach_role_policy(RoleName="audit", PolicyArn=READ_ONLY)
    assert "LastAuthenticated" not in report(iam, arn("group", "readers"))["iam"]
    clients["alice"].list_users()
    clients["bob"].list_users()
    while report(iam, arn("group", "readers"))["iam"]["TotalAuthenticatedEntities"] < 2:
        pass
    last = report(iam, arn("group", "readers"))["iam"]["LastAuthenticatedEntity"]
    assert last == arn("user", "bob")
    members = entities(iam, arn("group", "readers"), "iam")
    assert [each["EntityInfo"]["Name"] for each in members] == ["bob", "alice"]
    assert members[0]["LastAuthenticated"] >= members[1]["LastAuthenticated"]
    assert members[0]["EntityInfo"]["Type"] == "USER"

    clients["carol"].list_users()
    while report(iam, READ_ONLY)["iam"]["TotalAuthenticatedEntities"] < 3:
        pass
    assert report(iam, READ_ONLY)["iam"]["LastAuthenticatedEntity"] == arn("user", "carol")
    holders = entities(iam, READ_ONLY, "iam")
    names = [each["EntityInfo"]["Name"] for each in holders]
    assert names == ["carol", "bob", "alice", "audit"]
    assert "LastAuthenticated" not in holders[-1]
    assert holders[-1]["EntityInfo"]["Type"] == "ROLE"
    # What the policy does not grant, nobody could have used it for.
    assert entities(iam, READ_ONLY, "s3") == []


def test_a_role_is_told_of_by_its_sessions(gatehouse_dev, iam):
    made = make_role(iam, "audit")
    iam.attach_role_policy(RoleName="audit", PolicyArn=READ_ONLY)
    user(gatehouse_dev, "caller", allow("sts:AssumeRole"))
    caller = gatehouse_dev.client("sts", key_of(iam, "caller"))
    granted = caller.assume_role(RoleArn=made, RoleSessionName="session")["Credentials"]
    session = gatehouse_dev.client("iam", Credentials(
        granted["AccessKeyId"], granted["SecretAccessKey"], granted["SessionToken"]))
    session.list_users()
    found = used(iam, made, "iam", "ACTION_LEVEL")
    assert found["LastAuthenticatedEntity"] == made
    assert [each["ActionName"] for each in found["TrackedActionsLastAccessed"]] == ["ListUsers"]
    assert used(iam, arn("user", "caller"), "sts")["TotalAuthenticatedEntities"] == 1


def test_a_report_is_for_whoever_asked_for_it(gatehouse_dev, iam):
    both = ["iam:GenerateServiceLastAccessedDetails", "iam:GetServiceLastAccessedDetails*"]
    alice = user(gatehouse_dev, "alice", allow(both))
    bob = user(gatehouse_dev, "bob", allow(both))
    job = alice.generate_service_last_accessed_details(Arn=arn("user", "alice"))["JobId"]
    assert alice.get_service_last_accessed_details(JobId=job)["JobStatus"] == "COMPLETED"
    for other in (bob, iam):
        code, status, sentence = refusal(other.get_service_last_accessed_details, JobId=job)
        assert (code, status) == ("NoSuchEntity", 404)
        assert sentence == f"The job with id {job} cannot be found."
    # The permission is asked for what the report is about.
    only = user(
        gatehouse_dev, "only", allow(both[0], resource=arn("user", "alice")))
    only.generate_service_last_accessed_details(Arn=arn("user", "alice"))
    for resource in (arn("user", "bob"), arn("user", "nobody"), READ_ONLY):
        assert refusal(
            only.generate_service_last_accessed_details, Arn=resource)[0] == "AccessDenied"


def test_a_report_about_what_is_gone_has_failed(iam):
    iam.create_user(UserName="alice")
    job = iam.generate_service_last_accessed_details(Arn=arn("user", "alice"))["JobId"]
    iam.delete_user(UserName="alice")
    iam.create_user(UserName="alice")
    for answer in (
        iam.get_service_last_accessed_details(JobId=job),
        iam.get_service_last_accessed_details_with_entities(JobId=job, ServiceNamespace="s3"),
    ):
        assert answer["JobStatus"] == "FAILED"
        assert answer["Error"] == {
            "Code": "NoSuchEntity", "Message": f"{arn('user', 'alice')} was deleted."}


def test_pages_of_services_hang_together(iam):
    iam.create_user(UserName="alice")
    iam.attach_user_policy(
        UserName="alice", PolicyArn="arn:aws:iam::aws:policy/AdministratorAccess")
    job = iam.generate_service_last_accessed_details(Arn=arn("user", "alice"))["JobId"]
    found, marker = [], {}
    while True:
        answer = iam.get_service_last_accessed_details(JobId=job, MaxItems=150, **marker)
        found += [each["ServiceNamespace"] for each in answer["ServicesLastAccessed"]]
        if not answer["IsTruncated"]:
            break
        assert len(answer["ServicesLastAccessed"]) == 150
        marker = {"Marker": answer["Marker"]}
    assert len(found) > 400 and found == sorted(set(found))


def test_policies_that_grant_access_are_listed_for_each_service(gatehouse_dev, iam):
    user(gatehouse_dev, "alice", allow("s3:Get*"))
    iam.create_group(GroupName="readers")
    iam.put_group_policy(
        GroupName="readers", PolicyName="notes", PolicyDocument=document(allow(["sqs:*", "s3:*"])))
    iam.attach_group_policy(GroupName="readers", PolicyArn=READ_ONLY)
    iam.add_user_to_group(GroupName="readers", UserName="alice")

    def listed(resource, *services):
        answer = iam.list_policies_granting_service_access(
            Arn=resource, ServiceNamespaces=services)
        assert answer["IsTruncated"] is False
        return [
            (each["ServiceNamespace"], each["Policies"])
            for each in answer["PoliciesGrantingServiceAccess"]]

    own = {
        "PolicyName": "own", "PolicyType": "INLINE", "EntityType": "USER", "EntityName": "alice"}
    group = {
        "PolicyName": "notes", "PolicyType": "INLINE", "EntityType": "GROUP",
        "EntityName": "readers"}
    managed = {
        "PolicyName": "IAMReadOnlyAccess", "PolicyType": "MANAGED", "PolicyArn": READ_ONLY}
    assert listed(arn("user", "alice"), "sqs", "s3", "ec2", "iam") == [
        ("sqs", [group]), ("s3", [own, group]), ("ec2", []), ("iam", [managed])]
    assert listed(arn("group", "readers"), "s3", "iam") == [("s3", [group]), ("iam", [managed])]


def test_an_account_in_no_organization_is_told_so(iam):
    for ask in (
        iam.list_organizations_features, iam.enable_organizations_root_credentials_management,
        iam.disable_organizations_root_credentials_management,
        iam.enable_organizations_root_sessions, iam.disable_organizations_root_sessions,
    ):
        code, status, _ = refusal(ask)
        assert (code, status) == ("OrganizationNotFoundException", 400)
    path = "o-a1b2c3d4e5/r-f6g7h8i9j0example/123456789012"
    assert refusal(iam.generate_organizations_access_report, EntityPath=path)[0] == "AccessDenied"
    code, status, _ = refusal(
        iam.get_organizations_access_report, JobId="00000000-0000-4000-8000-000000000000")
    assert (code, status) == ("NoSuchEntity", 404)


def test_use_and_reports_are_kept_across_restarts(gatehouse_data):
    server = gatehouse_data()
    account = Account(server)
    iam = account.client("iam")
    iam.create_user(UserName="alice")
    made = key_of(iam, "alice")
    iam.put_user_policy(
        UserName="alice", PolicyName="p", PolicyDocument=document(allow("iam:ListUsers")))
    account.client("iam", made).list_users()
    resource = f"arn:aws:iam::{account.account}:user/alice"
    job = iam.generate_service_last_accessed_details(Arn=resource)["JobId"]
    server.restart()
    answer = account.client("iam").get_service_last_accessed_details(JobId=job)
    (service,) = answer["ServicesLastAccessed"]
    assert service["LastAuthenticatedEntity"] == resource
