"""Credentials for single services with the real clients."""

import base64
import datetime
import json

import pytest
from botocore.config import Config

from user_clients import allow, refusal, user

CODECOMMIT = "codecommit.amazonaws.com"
CASSANDRA = "cassandra.amazonaws.com"
BEDROCK = "bedrock.amazonaws.com"
LOGS = "logs.amazonaws.com"


@pytest.fixture
def iam(gatehouse_dev):
    iam = gatehouse_dev.client("iam", config=Config(parameter_validation=False))
    iam.create_user(UserName="alice")
    return iam


def create(iam, name="alice", service=CODECOMMIT, **arguments):
    return iam.create_service_specific_credential(
        UserName=name, ServiceName=service, **arguments)["ServiceSpecificCredential"]


def listed(iam, **arguments):
    return iam.list_service_specific_credentials(**arguments)["ServiceSpecificCredentials"]


def identified(credential, name="alice"):
    return {
        "UserName": name,
        "ServiceSpecificCredentialId": credential["ServiceSpecificCredentialId"]}


@pytest.mark.parametrize("service", [CODECOMMIT, CASSANDRA])
def test_a_service_takes_a_user_name_and_a_password(iam, gatehouse_dev, service):
    account = gatehouse_dev.account
    first, second = create(iam, service=service), create(iam, service=service)
    assert set(first) == {
        "CreateDate", "ServiceName", "ServiceUserName", "ServicePassword",
        "ServiceSpecificCredentialId", "UserName", "Status"}
    assert (first["ServiceName"], first["UserName"], first["Status"]) == (
        service, "alice", "Active")
    assert [one["ServiceUserName"] for one in (first, second)] == [
        f"alice-at-{account}", f"alice+1-at-{account}"]
    for one in (first, second):
        assert one["ServiceSpecificCredentialId"].startswith("ACCA")
        assert len(one["ServiceSpecificCredentialId"]) == 21
        assert len(base64.b64decode(one["ServicePassword"])) == 32
    assert first["ServicePassword"] != second["ServicePassword"]

    found = listed(iam, UserName="alice")
    assert [one["ServiceSpecificCredentialId"] for one in found] == sorted(
        one["ServiceSpecificCredentialId"] for one in (first, second))
    assert first["ServicePassword"] not in json.dumps(found, default=str)
    again = iam.reset_service_specific_credential(**identified(first))["ServiceSpecificCredential"]
    assert again["ServicePassword"] not in (first["ServicePassword"], second["ServicePassword"])
    assert again | {"ServicePassword": ""} == first | {"ServicePassword": ""}
    # The first name is free again.
    iam.delete_service_specific_credential(**identified(first))
    assert create(iam, service=service)["ServiceUserName"] == f"alice-at-{account}"


@pytest.mark.parametrize("service, prefix", [
    (BEDROCK, "ABSK"), (LOGS, "ACWL"), ("cloudwatch.amazonaws.com", ""),
    ("aws-external-anthropic.amazonaws.com", "")])
def test_a_service_takes_api_keys_that_may_end(iam, gatehouse_dev, service, prefix):
    account = gatehouse_dev.account
    first = create(iam, service=service)
    second = create(iam, service=service, CredentialAgeDays=30)
    assert set(first) == {
        "CreateDate", "ServiceName", "ServiceCredentialAlias", "ServiceCredentialSecret",
        "ServiceSpecificCredentialId", "UserName", "Status"}
    assert [one["ServiceCredentialAlias"] for one in (first, second)] == [
        f"alice-at-{account}", f"alice+1-at-{account}"]
    assert second["ExpirationDate"] - second["CreateDate"] == datetime.timedelta(days=30)
    for one in (first, second):
        secret = one["ServiceCredentialSecret"]
        assert secret.startswith(prefix)
        name, key = base64.b64decode(secret.removeprefix(prefix)).decode().split(":")
        assert name == one["ServiceCredentialAlias"]
        assert len(base64.b64decode(key)) == 32
    found = {one["ServiceSpecificCredentialId"]: one for one in listed(iam, UserName="alice")}
    metadata = found[second["ServiceSpecificCredentialId"]]
    assert metadata == {
        key: value for key, value in second.items() if key != "ServiceCredentialSecret"}
    again = iam.reset_service_specific_credential(
        **identified(second))["ServiceSpecificCredential"]
    assert again["ExpirationDate"] == second["ExpirationDate"]
    assert again["ServiceCredentialSecret"] != second["ServiceCredentialSecret"]


def test_lists_are_of_a_user_of_all_of_a_service_and_paged(iam):
    iam.create_user(UserName="bob")
    for name in ("alice", "bob"):
        for service in (CODECOMMIT, BEDROCK):
            create(iam, name, service)
    assert len(listed(iam, UserName="alice")) == 2
    assert [one["ServiceName"] for one in listed(iam, UserName="alice", ServiceName=BEDROCK)] == [
        BEDROCK]
    assert len(listed(iam, AllUsers=True)) == 4
    both = listed(iam, AllUsers=True, ServiceName=CODECOMMIT)
    assert sorted(one["UserName"] for one in both) == ["alice", "bob"]
    assert len(listed(iam, UserName="bob", AllUsers=False)) == 2
    first = iam.list_service_specific_credentials(AllUsers=True, MaxItems=3)
    assert first["IsTruncated"]
    rest = iam.list_service_specific_credentials(
        AllUsers=True, MaxItems=3, Marker=first["Marker"])
    assert not rest["IsTruncated"]
    ids = [
        one["ServiceSpecificCredentialId"]
        for page in (first, rest) for one in page["ServiceSpecificCredentials"]]
    assert len(ids) == 4 and ids == sorted(ids)


def test_a_credential_follows_its_user_and_keeps_its_name(iam, gatehouse_dev):
    account = gatehouse_dev.account
    first = create(iam)
    iam.update_user(UserName="alice", NewUserName="carol")
    iam.create_user(UserName="alice")
    assert listed(iam, UserName="alice") == []
    [kept] = listed(iam, UserName="carol")
    assert (kept["UserName"], kept["ServiceUserName"]) == ("carol", f"alice-at-{account}")
    # A namesake gets another name, of which no service takes the one for the other.
    assert create(iam)["ServiceUserName"] == f"alice+1-at-{account}"
    assert refusal(iam.delete_user, UserName="carol") == (
        "DeleteConflict", 409,
        "Cannot delete entity, must delete service specific credentials first.")
    iam.update_service_specific_credential(**identified(first, "carol"), Status="Inactive")
    assert listed(iam, UserName="carol")[0]["Status"] == "Inactive"
    iam.delete_service_specific_credential(**identified(first, "carol"))
    iam.delete_user(UserName="carol")


def test_every_declared_error(iam):
    made = create(iam)
    nobody = ("NoSuchEntity", 404, "The user with name nobody cannot be found.")
    assert refusal(
        iam.create_service_specific_credential, UserName="nobody", ServiceName=CODECOMMIT
    ) == nobody
    assert refusal(iam.list_service_specific_credentials, UserName="nobody") == nobody
    iam.create_user(UserName="bob")
    for ask, more in [
        (iam.reset_service_specific_credential, {}), (iam.delete_service_specific_credential, {}),
        (iam.update_service_specific_credential, {"Status": "Active"}),
    ]:
        assert refusal(ask, **identified(made, "nobody"), **more) == nobody
        assert refusal(ask, **identified(made, "bob"), **more)[:2] == ("NoSuchEntity", 404)
    for service in ("s3.amazonaws.com", "codecommit", "CodeCommit.amazonaws.com", "", "x" * 10_000):
        answer = refusal(
            iam.create_service_specific_credential, UserName="alice", ServiceName=service)
        assert answer[:2] == ("NotSupportedService", 404)
        assert refusal(
            iam.list_service_specific_credentials, UserName="alice", ServiceName=service
        )[:2] == ("NotSupportedService", 404)
    for service, days in [(CODECOMMIT, 1), (BEDROCK, 0), (BEDROCK, 36_601)]:
        assert refusal(
            create, iam=iam, service=service, CredentialAgeDays=days)[0] == "ValidationError"
    create(iam, service=BEDROCK, CredentialAgeDays=36_600)
    assert refusal(
        iam.update_service_specific_credential, **identified(made), Status="Expired"
    )[0] == "ValidationError"
    assert refusal(
        iam.list_service_specific_credentials, UserName="alice", AllUsers=True
    )[0] == "ValidationError"
    assert refusal(iam.list_service_specific_credentials)[0] == "ValidationError"
    create(iam)
    assert refusal(create, iam=iam)[:2] == ("LimitExceeded", 409)
    create(iam, service=CASSANDRA)


def test_users_manage_their_own_alone(iam, gatehouse_dev):
    bob = user(gatehouse_dev, "bob", managed=["IAMSelfManageServiceSpecificCredentials"])
    own = create(bob, "bob")
    one = {"ServiceSpecificCredentialId": own["ServiceSpecificCredentialId"]}
    assert [c["ServiceSpecificCredentialId"] for c in listed(bob)] == list(one.values())
    others = create(iam)
    for ask, arguments in [
        (bob.create_service_specific_credential, {
            "UserName": "alice", "ServiceName": CASSANDRA}),
        (bob.list_service_specific_credentials, {"UserName": "alice"}),
        (bob.list_service_specific_credentials, {"AllUsers": True}),
        (bob.reset_service_specific_credential, identified(others)),
        (bob.update_service_specific_credential, identified(others) | {"Status": "Inactive"}),
        (bob.delete_service_specific_credential, identified(others)),
        (bob.list_service_specific_credentials, {"UserName": "nobody"}),
    ]:
        assert refusal(ask, **arguments)[0] == "AccessDenied"
    # The ID of another's credential names none of one's own.
    assert refusal(
        bob.delete_service_specific_credential,
        ServiceSpecificCredentialId=others["ServiceSpecificCredentialId"])[0] == "NoSuchEntity"
    bob.reset_service_specific_credential(**one)
    bob.update_service_specific_credential(**one, Status="Inactive")
    bob.delete_service_specific_credential(**one)


def test_conditions_on_the_service_and_the_age(iam, gatehouse_dev):
    bob = user(
        gatehouse_dev, "bob", allow("iam:*ServiceSpecificCredential", StringEquals={
            "iam:ServiceSpecificCredentialServiceName": BEDROCK}),
        {"Effect": "Deny", "Action": "iam:CreateServiceSpecificCredential", "Resource": "*",
         "Condition": {"NumericGreaterThan": {"iam:ServiceSpecificCredentialAgeDays": "30"}}},
        {"Effect": "Deny", "Action": "iam:CreateServiceSpecificCredential", "Resource": "*",
         "Condition": {"Null": {"iam:ServiceSpecificCredentialAgeDays": "true"}}})
    made = create(bob, service=BEDROCK, CredentialAgeDays=30)
    for service, more in [
        (BEDROCK, {"CredentialAgeDays": 31}), (BEDROCK, {}), (LOGS, {"CredentialAgeDays": 30}),
    ]:
        assert refusal(create, iam=bob, service=service, **more)[0] == "AccessDenied"
    bob.reset_service_specific_credential(**identified(made))
    others = create(iam, service=LOGS)
    for ask, more in [
        (bob.reset_service_specific_credential, {}), (bob.delete_service_specific_credential, {}),
        (bob.update_service_specific_credential, {"Status": "Inactive"}),
    ]:
        assert refusal(ask, **identified(others), **more)[0] == "AccessDenied"
    bob.delete_service_specific_credential(**identified(made))
