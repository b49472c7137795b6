"""Instance profiles with the real clients: what each operation does, and every declared error."""

import json

import pytest
from botocore.config import Config

from user_clients import allow, refusal, user

EC2 = json.dumps({"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]})


@pytest.fixture
def iam(gatehouse_dev):
    return gatehouse_dev.client("iam", config=Config(parameter_validation=False))


def test_an_instance_profile_holds_a_role_until_it_is_removed(iam, gatehouse_dev):
    role = iam.create_role(RoleName="Web", AssumeRolePolicyDocument=EC2)["Role"]
    made = iam.create_instance_profile(
        InstanceProfileName="web", Path="/team/", Tags=[{"Key": "team", "Value": "core"}]
    )["InstanceProfile"]
    assert made["Arn"] == f"arn:aws:iam::{gatehouse_dev.account}:instance-profile/team/web"
    assert made["InstanceProfileId"].startswith("AIPA")
    assert (made["Roles"], made["Tags"]) == ([], [{"Key": "team", "Value": "core"}])

    iam.add_role_to_instance_profile(InstanceProfileName="WEB", RoleName="Web")
    found = iam.get_instance_profile(InstanceProfileName="web")["InstanceProfile"]
    [held] = found["Roles"]
    assert (held["RoleId"], held["Arn"]) == (role["RoleId"], role["Arn"])
    assert held["AssumeRolePolicyDocument"]["Statement"][0]["Action"] == "sts:AssumeRole"
    [listed] = iam.list_instance_profiles_for_role(RoleName="Web")["InstanceProfiles"]
    assert listed["InstanceProfileName"] == "web"
    assert "Tags" not in listed

    conflict = ("DeleteConflict", 409,
                "Cannot delete entity, must remove roles from instance profile first.")
    assert refusal(iam.delete_role, RoleName="Web") == conflict
    assert refusal(iam.delete_instance_profile, InstanceProfileName="web") == conflict
    iam.remove_role_from_instance_profile(InstanceProfileName="web", RoleName="Web")
    assert iam.list_instance_profiles_for_role(RoleName="Web")["InstanceProfiles"] == []
    iam.delete_role(RoleName="Web")
    iam.delete_instance_profile(InstanceProfileName="web")
    assert iam.list_instance_profiles()["InstanceProfiles"] == []


def test_lists_are_paged_and_chosen_by_path(iam):
    for number in range(5):
        iam.create_instance_profile(
            InstanceProfileName=f"p{number}", Path="/odd/" if number % 2 else "/")
    pages = iam.get_paginator("list_instance_profiles").paginate(
        PaginationConfig={"PageSize": 2})
    names = [[p["InstanceProfileName"] for p in page["InstanceProfiles"]] for page in pages]
    assert names == [["p0", "p1"], ["p2", "p3"], ["p4"]]
    odd = iam.list_instance_profiles(PathPrefix="/odd")["InstanceProfiles"]
    assert [profile["InstanceProfileName"] for profile in odd] == ["p1", "p3"]


def test_tags_are_set_listed_and_removed(iam):
    iam.create_instance_profile(InstanceProfileName="web")
    iam.tag_instance_profile(InstanceProfileName="web", Tags=[
        {"Key": "b", "Value": "1"}, {"Key": "a", "Value": "2"}])
    tags = iam.list_instance_profile_tags(InstanceProfileName="web")["Tags"]
    assert [tag["Key"] for tag in tags] == ["a", "b"]
    iam.untag_instance_profile(InstanceProfileName="web", TagKeys=["a", "none"])
    found = iam.get_instance_profile(InstanceProfileName="web")["InstanceProfile"]
    assert found["Tags"] == [{"Key": "b", "Value": "1"}]


def test_every_declared_error(iam):
    iam.create_role(RoleName="Web", AssumeRolePolicyDocument=EC2)
    iam.create_role(RoleName="Other", AssumeRolePolicyDocument=EC2)
    iam.create_instance_profile(InstanceProfileName="web")
    iam.add_role_to_instance_profile(InstanceProfileName="web", RoleName="Web")
    iam.create_instance_profile(InstanceProfileName="empty")
    iam.create_service_linked_role(AWSServiceName="ecs.amazonaws.com")
    twice = [{"Key": "k", "Value": "1"}, {"Key": "K", "Value": "2"}]
    missing = ("NoSuchEntity", 404, "Instance Profile none cannot be found.")
    for ask, arguments in [
        (iam.get_instance_profile, {}), (iam.delete_instance_profile, {}),
        (iam.add_role_to_instance_profile, {"RoleName": "Web"}),
        (iam.remove_role_from_instance_profile, {"RoleName": "Web"}),
        (iam.tag_instance_profile, {"Tags": twice[:1]}),
        (iam.untag_instance_profile, {"TagKeys": ["k"]}),
        (iam.list_instance_profile_tags, {}),
    ]:
        assert refusal(ask, InstanceProfileName="none", **arguments) == missing
    nobody = ("NoSuchEntity", 404, "The role with name Nobody cannot be found.")
    assert refusal(iam.list_instance_profiles_for_role, RoleName="Nobody") == nobody
    for ask in (iam.add_role_to_instance_profile, iam.remove_role_from_instance_profile):
        assert refusal(ask, InstanceProfileName="web", RoleName="Nobody") == nobody
    assert refusal(
        iam.remove_role_from_instance_profile, InstanceProfileName="web", RoleName="Other"
    ) == ("NoSuchEntity", 404, "The role with name Other cannot be found.")
    for role in ("Web", "Other"):
        assert refusal(
            iam.add_role_to_instance_profile, InstanceProfileName="web", RoleName=role
        ) == ("LimitExceeded", 409,
              "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1")
    assert refusal(
        iam.add_role_to_instance_profile, InstanceProfileName="empty",
        RoleName="AWSServiceRoleForECS"
    )[:2] == ("UnmodifiableEntity", 400)
    assert refusal(iam.create_instance_profile, InstanceProfileName="Web") == (
        "EntityAlreadyExists", 409, "Instance Profile Web already exists.")
    assert refusal(
        iam.create_instance_profile, InstanceProfileName="tagged", Tags=twice)[0] == "InvalidInput"
    assert refusal(
        iam.tag_instance_profile, InstanceProfileName="web", Tags=twice)[0] == "InvalidInput"
    for number in range(50):
        iam.tag_instance_profile(
            InstanceProfileName="web", Tags=[{"Key": f"k{number}", "Value": ""}])
    assert refusal(
        iam.tag_instance_profile, InstanceProfileName="web", Tags=[{"Key": "more", "Value": ""}]
    )[:2] == ("LimitExceeded", 409)
    assert refusal(iam.create_instance_profile, InstanceProfileName="a b")[0] == "ValidationError"


def test_whoever_adds_a_role_passes_it_to_ec2(iam, gatehouse_dev):
    iam.create_role(RoleName="Web", AssumeRolePolicyDocument=EC2)
    iam.create_instance_profile(InstanceProfileName="web")
    role = f"arn:aws:iam::{gatehouse_dev.account}:role/Web"
    instances = f"arn:aws:ec2:*:{gatehouse_dev.account}:instance/*"
    adding = allow("iam:AddRoleToInstanceProfile")
    for number, (statement, is_allowed) in enumerate([
        (allow("iam:GetRole"), False),
        (allow("iam:PassRole", role), True),
        (allow("iam:PassRole", f"{role}-other"), False),
        (allow("iam:PassRole", role, StringEquals={
            "iam:PassedToService": "ec2.amazonaws.com"}), True),
        (allow("iam:PassRole", role, StringEquals={
            "iam:PassedToService": "lambda.amazonaws.com"}), False),
        (allow("iam:PassRole", role, ArnLike={"iam:AssociatedResourceARN": instances}), True),
    ]):
        client = user(gatehouse_dev, f"u{number}", adding, statement)
        if is_allowed:
            client.add_role_to_instance_profile(InstanceProfileName="web", RoleName="Web")
            iam.remove_role_from_instance_profile(InstanceProfileName="web", RoleName="Web")
        else:
            code, status, sentence = refusal(
                client.add_role_to_instance_profile, InstanceProfileName="web", RoleName="Web")
            assert (code, status) == ("AccessDenied", 403)
            assert f"perform: iam:PassRole on resource: {role} because" in sentence
