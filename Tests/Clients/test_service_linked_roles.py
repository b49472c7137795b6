"""Roles that are linked to services, with the real clients: their names, policies and trust, and
every declared error."""

import re

import pytest
from botocore.config import Config

from conftest import REPOSITORY
from test_instance_profiles import allow, refusal, user

KNOWN = [
    line.split() for line in (REPOSITORY / "Data/service-linked-roles.txt").read_text().splitlines()
    if not line.startswith("#")]


@pytest.fixture
def iam(gatehouse_dev):
    return gatehouse_dev.client("iam", config=Config(parameter_validation=False))


def test_each_service_has_its_role_with_its_policies(iam, gatehouse_dev):
    assert len(KNOWN) > 150
    for service, name, _, policies in KNOWN:
        role = iam.create_service_linked_role(AWSServiceName=service)["Role"]
        path = f"/aws-service-role/{service}/"
        assert (role["RoleName"], role["Path"]) == (name, path)
        assert role["Arn"] == f"arn:aws:iam::{gatehouse_dev.account}:role{path}{name}"
        assert role["AssumeRolePolicyDocument"] == {"Version": "2012-10-17", "Statement": [{
            "Action": ["sts:AssumeRole"], "Effect": "Allow", "Principal": {"Service": [service]}}]}
        attached = iam.list_attached_role_policies(RoleName=name)["AttachedPolicies"]
        assert [policy["PolicyArn"] for policy in attached] == [
            f"arn:aws:iam::aws:policy/aws-service-role/{policy}" for policy in policies.split(",")]
    listed = iam.list_roles(PathPrefix="/aws-service-role/", MaxItems=1000)["Roles"]
    assert len(listed) == len(KNOWN)


def test_a_suffix_makes_another_role_where_the_service_allows_one(iam):
    service = "autoscaling.amazonaws.com"
    for suffix, name in [(None, "AWSServiceRoleForAutoScaling"),
                         ("blue", "AWSServiceRoleForAutoScaling_blue")]:
        given = {"CustomSuffix": suffix} if suffix else {}
        role = iam.create_service_linked_role(
            AWSServiceName=service, Description="For tests", **given)["Role"]
        assert role["RoleName"] == name
        assert iam.get_role(RoleName=name)["Role"]["Description"] == "For tests"


def test_a_deletion_has_a_task_that_succeeds(iam):
    iam.create_service_linked_role(AWSServiceName="ecs.amazonaws.com")
    task = iam.delete_service_linked_role(RoleName="AWSServiceRoleForECS")["DeletionTaskId"]
    assert re.fullmatch(
        r"task/aws-service-role/ecs\.amazonaws\.com/AWSServiceRoleForECS/[0-9a-f-]{36}", task)
    status = iam.get_service_linked_role_deletion_status(DeletionTaskId=task)
    assert status["Status"] == "SUCCEEDED"
    assert "Reason" not in status
    assert refusal(iam.get_role, RoleName="AWSServiceRoleForECS")[0] == "NoSuchEntity"
    iam.create_service_linked_role(AWSServiceName="ecs.amazonaws.com")


def test_every_declared_error(iam):
    iam.create_service_linked_role(AWSServiceName="es.amazonaws.com")
    assert refusal(iam.create_service_linked_role, AWSServiceName="es.amazonaws.com") == (
        "InvalidInput", 400,
        "Service role name AWSServiceRoleForAmazonElasticsearchService has been taken in this "
        "account, please try a different suffix.")
    assert refusal(
        iam.create_service_linked_role, AWSServiceName="es.amazonaws.com", CustomSuffix="more"
    ) == ("InvalidInput", 400, "Custom suffix is not allowed for es.amazonaws.com")
    for unknown in ("ES.amazonaws.com", "example.com", "es"):
        assert refusal(iam.create_service_linked_role, AWSServiceName=unknown)[:2] == (
            "InvalidInput", 400)
    assert refusal(iam.delete_service_linked_role, RoleName="Nobody") == (
        "NoSuchEntity", 404, "The role with name Nobody cannot be found.")
    status = iam.get_service_linked_role_deletion_status
    assert refusal(status, DeletionTaskId="task/nothing")[:2] == ("InvalidInput", 400)
    assert refusal(
        status, DeletionTaskId="task/aws-service-role/es.amazonaws.com/AWSServiceRoleForX/1"
    )[:2] == ("NoSuchEntity", 404)


def test_nobody_changes_what_is_the_services(iam):
    iam.create_service_linked_role(AWSServiceName="ecs.amazonaws.com")
    name = "AWSServiceRoleForECS"
    protected = (
        "UnmodifiableEntity", 400,
        f"Cannot perform the operation on the protected role '{name}' - this role is only "
        "modifiable by AWS")
    boundary = "arn:aws:iam::aws:policy/ReadOnlyAccess"
    for ask, arguments in [
        (iam.delete_role, {}), (iam.attach_role_policy, {"PolicyArn": boundary}),
        (iam.put_role_permissions_boundary, {"PermissionsBoundary": boundary}),
        (iam.delete_role_permissions_boundary, {}),
    ]:
        assert refusal(ask, RoleName=name, **arguments) == protected


def test_the_service_is_a_condition_key(gatehouse_dev):
    creating = "iam:CreateServiceLinkedRole"
    client = user(gatehouse_dev, "nia", allow(creating, StringLike={
        "iam:AWSServiceName": ["ecs.amazonaws.com", "*.application-autoscaling.amazonaws.com"]}))
    for service in ("ecs.amazonaws.com", "ecs.application-autoscaling.amazonaws.com"):
        client.create_service_linked_role(AWSServiceName=service)
    code, status, sentence = refusal(
        client.create_service_linked_role, AWSServiceName="rds.amazonaws.com")
    assert (code, status) == ("AccessDenied", 403)
    assert sentence.startswith(
        f"User: arn:aws:iam::{gatehouse_dev.account}:user/nia is not authorized to perform: "
        f"{creating} on resource: arn:aws:iam::{gatehouse_dev.account}:role/aws-service-role/"
        "rds.amazonaws.com/AWSServiceRoleForRDS because")
