"""AWS Account Management through botocore: all 18 operations, each refused without permission and
allowed with exactly that one; contacts, regions, condition keys; and billing access."""

import json

import botocore.session
import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from conftest import DEV_ACCOUNT, Credentials

UNCHECKED = Config(parameter_validation=False)
RESOURCE = f"arn:aws:account::{DEV_ACCOUNT}:account"
CONTACT = {
    "FullName": "홍길동", "CompanyName": "Example & Sons", "PhoneNumber": "+82 2 120",
    "AddressLine1": "세종대로 110", "AddressLine2": "2", "AddressLine3": "3", "City": "서울",
    "DistrictOrCounty": "중구", "StateOrRegion": "서울", "PostalCode": "04524",
    "CountryCode": "KR", "WebsiteUrl": "https://example.com",
}
SECURITY = {
    "AlternateContactType": "SECURITY", "Name": "Noor", "Title": "Guard",
    "EmailAddress": "guard@example.com", "PhoneNumber": "+41 44 555 01 24",
}
MEMBER = {"AccountId": "210987654321"}

# Each operation with what it is asked, and the error that it is answered with though it is
# allowed: an account without organization and GovCloud account has nothing to tell.
OPERATIONS = {
    "GetAccountInformation": ({}, None),
    "PutAccountName": ({"AccountName": "회사 2"}, None),
    "GetGovCloudAccountInformation": ({}, "ResourceNotFoundException"),
    "PutContactInformation": ({"ContactInformation": CONTACT}, None),
    "GetContactInformation": ({}, None),
    "SendPhoneNumberVerification": ({}, None),
    "VerifyPhoneNumber": ({"Otp": "a1B2c3"}, None),
    "PutAlternateContact": (SECURITY, None),
    "GetAlternateContact": ({"AlternateContactType": "SECURITY"}, None),
    "DeleteAlternateContact": ({"AlternateContactType": "SECURITY"}, None),
    "ListRegions": ({}, None),
    "GetRegionOptStatus": ({"RegionName": "af-south-1"}, None),
    "EnableRegion": ({"RegionName": "ap-east-1"}, None),
    "DisableRegion": ({"RegionName": "af-south-1"}, None),
    "GetPrimaryEmail": (MEMBER, "AccessDeniedException"),
    "GetPrimaryEmailUpdateStatus": (MEMBER, "AccessDeniedException"),
    "StartPrimaryEmailUpdate": (
        MEMBER | {"PrimaryEmail": "new@example.com"}, "AccessDeniedException"),
    "AcceptPrimaryEmailUpdate": (
        MEMBER | {"PrimaryEmail": "new@example.com", "Otp": "a1B2c3"}, "AccessDeniedException"),
}


def document(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)})


def allow(action, resource=RESOURCE, **more):
    return {"Effect": "Allow", "Action": action, "Resource": resource} | more


def call(client, operation, parameters):
    """What an operation answers, and its error's code; one of the two is None."""
    name = botocore.xform_name(operation)
    try:
        answer = getattr(client, name)(**parameters)
        answer.pop("ResponseMetadata")
        return answer, None
    except ClientError as error:
        return None, error.response["Error"]["Code"]


def refusal(client, operation, **parameters):
    with pytest.raises(ClientError) as caught:
        getattr(client, operation)(**parameters)
    return caught.value.response["Error"]


@pytest.fixture
def iam(gatehouse_dev):
    return gatehouse_dev.client("iam")


@pytest.fixture
def root(gatehouse_dev):
    """The account with everything that the operations ask for."""
    client = gatehouse_dev.client("account", config=UNCHECKED)
    client.put_contact_information(ContactInformation=CONTACT)
    client.put_alternate_contact(**SECURITY)
    client.enable_region(RegionName="af-south-1")
    return client


@pytest.fixture
def nia(gatehouse_dev, iam):
    """A client of a user who may nothing yet, and what gives her a policy in place of another."""
    iam.create_user(UserName="nia")
    key = iam.create_access_key(UserName="nia")["AccessKey"]

    def permit(*statements):
        iam.put_user_policy(UserName="nia", PolicyName="p", PolicyDocument=document(*statements))

    credentials = Credentials(key["AccessKeyId"], key["SecretAccessKey"])
    return gatehouse_dev.client("account", credentials, config=UNCHECKED), permit


def test_these_are_all_operations_of_the_model():
    model = botocore.session.Session().get_service_model("account")
    assert sorted(OPERATIONS) == sorted(model.operation_names)
    assert len(OPERATIONS) == 18


@pytest.mark.parametrize("operation", OPERATIONS)
def test_refused_without_permission_and_allowed_with_exactly_that_one(root, nia, operation):
    client, permit = nia
    parameters, error = OPERATIONS[operation]
    others = [f"account:{name}" for name in OPERATIONS if name != operation]
    elsewhere = allow(f"account:{operation}", "arn:aws:account::210987654321:account")
    for statements in ([], [allow(others)], [elsewhere]):
        if statements:
            permit(*statements)
        assert call(client, operation, parameters) == (None, "AccessDeniedException")
    permit(allow(f"account:{operation}"))
    assert call(client, operation, parameters)[1] == error
    permit(allow("*", "*"), allow(f"account:{operation}") | {"Effect": "Deny"})
    assert call(client, operation, parameters) == (None, "AccessDeniedException")


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("account", [DEV_ACCOUNT, "210987654321"])
def test_no_account_is_named_without_an_organization(root, operation, account):
    parameters, _ = OPERATIONS[operation]
    name = "StandardAccountId" if "GovCloud" in operation else "AccountId"
    error = refusal(root, botocore.xform_name(operation), **parameters | {name: account})
    assert error == {
        "Code": "AccessDeniedException",
        "Message": f"User: arn:aws:iam::{DEV_ACCOUNT}:root is not authorized to perform: "
                   f"account:{operation}"}


def test_a_refusal_is_in_awss_sentence(root, nia):
    error = refusal(nia[0], "get_account_information")
    assert error["Message"] == (
        f"User: arn:aws:iam::{DEV_ACCOUNT}:user/nia is not authorized to perform: "
        f"account:GetAccountInformation on resource: {RESOURCE} because no identity-based policy "
        "allows the account:GetAccountInformation action")


def test_the_account_is_told_and_renamed(root):
    before = root.get_account_information()
    assert before["AccountId"] == DEV_ACCOUNT
    assert before["AccountState"] == "ACTIVE"
    assert before["AccountCreatedDate"].tzinfo is not None
    root.put_account_name(AccountName="Example & Söhne")
    after = root.get_account_information()
    assert after["AccountName"] == "Example & Söhne"
    assert after["AccountCreatedDate"] == before["AccountCreatedDate"]
    for name in ("", "a<b", "a\tb", "x" * 51):
        assert refusal(root, "put_account_name", AccountName=name)["Code"] == "ValidationException"


def test_contact_information_is_set_whole(gatehouse_dev):
    client = gatehouse_dev.client("account", config=UNCHECKED)
    assert refusal(client, "get_contact_information")["Code"] == "ResourceNotFoundException"
    client.put_contact_information(ContactInformation=CONTACT)
    answer = client.get_contact_information()
    assert answer["ContactInformation"] == CONTACT
    assert answer["VerificationStatus"] == "NOT_SUPPORTED"
    short = {
        name: CONTACT[name] for name in (
            "FullName", "PhoneNumber", "AddressLine1", "City", "PostalCode", "CountryCode")}
    client.put_contact_information(ContactInformation=short)
    assert client.get_contact_information()["ContactInformation"] == short
    for change in (
        {"FullName": None}, {"FullName": ""}, {"FullName": "x" * 51}, {"CountryCode": "KOR"},
        {"CountryCode": "kr"}, {"CountryCode": "1!"}, {"PhoneNumber": "120"},
        {"PhoneNumber": "+82 2 call me"}, {"AddressLine1": "x" * 61}, {"PostalCode": "x" * 21},
        {"WebsiteUrl": "x" * 257}, {"CountryCode": "US"}, {"CountryCode": "JP"},
    ):
        bad = {name: value for name, value in (short | change).items() if value is not None}
        error = refusal(client, "put_contact_information", ContactInformation=bad)
        assert error["Code"] == "ValidationException", change
    assert client.get_contact_information()["ContactInformation"] == short


def test_alternate_contacts_are_of_three_kinds(gatehouse_dev):
    client = gatehouse_dev.client("account", config=UNCHECKED)
    for kind in ("BILLING", "OPERATIONS", "SECURITY"):
        error = refusal(client, "get_alternate_contact", AlternateContactType=kind)
        assert error["Code"] == "ResourceNotFoundException"
        contact = SECURITY | {"AlternateContactType": kind}
        client.put_alternate_contact(**contact)
        client.put_alternate_contact(**contact | {"Name": f"{kind} 2"})
        answer = client.get_alternate_contact(AlternateContactType=kind)["AlternateContact"]
        assert answer == contact | {"Name": f"{kind} 2"}
    client.delete_alternate_contact(AlternateContactType="BILLING")
    error = refusal(client, "delete_alternate_contact", AlternateContactType="BILLING")
    assert error["Code"] == "ResourceNotFoundException"
    assert client.get_alternate_contact(AlternateContactType="SECURITY")
    for change in (
        {"Name": None}, {"Name": "x" * 65}, {"Title": ""}, {"EmailAddress": "nowhere"},
        {"PhoneNumber": "call me"}, {"AlternateContactType": "OWNER"},
    ):
        bad = {name: value for name, value in (SECURITY | change).items() if value is not None}
        assert refusal(client, "put_alternate_contact", **bad)["Code"] == "ValidationException"


def test_regions_are_listed_in_pages_enabled_and_disabled(gatehouse_dev):
    client = gatehouse_dev.client("account", config=UNCHECKED)
    pages = list(client.get_paginator("list_regions").paginate(
        PaginationConfig={"PageSize": 7}))
    regions = {each["RegionName"]: each["RegionOptStatus"] for page in pages
               for each in page["Regions"]}
    assert all(len(page["Regions"]) <= 7 for page in pages) and len(pages) > 4
    assert list(regions) == sorted(regions)
    assert sum(status == "ENABLED_BY_DEFAULT" for status in regions.values()) == 17
    assert regions["us-east-1"] == "ENABLED_BY_DEFAULT" and regions["af-south-1"] == "DISABLED"
    known = botocore.session.Session().get_available_regions("iam", "aws") or ["us-east-1"]
    assert {name for name in known if name != "aws-global"} <= set(regions)

    def listed(*statuses):
        answer = client.list_regions(RegionOptStatusContains=list(statuses))
        return [each["RegionName"] for each in answer["Regions"]]

    assert listed("ENABLED") == listed("ENABLING") == listed("DISABLING") == []
    client.enable_region(RegionName="af-south-1")
    assert listed("ENABLED") == ["af-south-1"]
    assert client.get_region_opt_status(RegionName="af-south-1")["RegionOptStatus"] == "ENABLED"
    assert len(listed("ENABLED", "ENABLED_BY_DEFAULT")) == 18
    client.disable_region(RegionName="af-south-1")
    assert listed("ENABLED") == []
    for ask, region in (
        ("disable_region", "us-east-1"), ("enable_region", "us-east-1"),
        ("disable_region", "af-south-1"),
    ):
        with pytest.raises(ClientError) as caught:
            getattr(client, ask)(RegionName=region)
        answer = caught.value.response
        assert answer["Error"] == {
            "Code": "ValidationException",
            "Message": "Unable to switch region status because of its current opt-in status."}
        assert answer["reason"] == "invalidRegionOptTarget"
    for name in ("cn-north-1", "nowhere", "", "x" * 51):
        error = refusal(client, "get_region_opt_status", RegionName=name)
        assert error["Code"] == "ValidationException"
    for page in ({"MaxResults": 0}, {"MaxResults": 51}, {"NextToken": "%%"}):
        assert refusal(client, "list_regions", **page)["Code"] == "ValidationException"


@pytest.mark.parametrize(
    "key, allowed, ask, other",
    [
        ("account:TargetRegion", "ap-east-1", ("enable_region", {"RegionName": "ap-east-1"}),
         {"RegionName": "eu-south-1"}),
        ("account:TargetRegion", "ap-east-1",
         ("get_region_opt_status", {"RegionName": "ap-east-1"}), {"RegionName": "us-east-1"}),
        ("account:AlternateContactTypes", "SECURITY",
         ("get_alternate_contact", {"AlternateContactType": "SECURITY"}),
         {"AlternateContactType": "BILLING"}),
        ("account:AlternateContactTypes", "SECURITY",
         ("delete_alternate_contact", {"AlternateContactType": "SECURITY"}),
         {"AlternateContactType": "OPERATIONS"}),
    ])
def test_condition_keys_decide(root, nia, key, allowed, ask, other):
    client, permit = nia
    operation, parameters = ask
    permit(allow("account:*", Condition={"StringEquals": {key: allowed}}))
    assert refusal(client, operation, **other)["Code"] == "AccessDeniedException"
    getattr(client, operation)(**parameters)


def test_an_error_is_of_the_protocol(gatehouse_dev):
    """REST with JSON: the error's name goes in a header."""
    client = gatehouse_dev.client("account", config=UNCHECKED)
    with pytest.raises(client.exceptions.ResourceNotFoundException) as caught:
        client.get_gov_cloud_account_information()
    metadata = caught.value.response["ResponseMetadata"]
    assert metadata["HTTPStatusCode"] == 404
    assert metadata["HTTPHeaders"]["x-amzn-errortype"] == "ResourceNotFoundException"
    with pytest.raises(client.exceptions.AccessDeniedException) as caught:
        client.get_primary_email(AccountId=DEV_ACCOUNT)
    assert caught.value.response["ResponseMetadata"]["HTTPStatusCode"] == 403


def test_the_command_line_speaks_it(gatehouse_dev):
    finished = gatehouse_dev.aws("account", "list-regions", "--max-items", "3")
    assert finished.returncode == 0, finished.stderr
    assert len(json.loads(finished.stdout)["Regions"]) == 3


# Billing access


def simulate(iam, *actions):
    answer = iam.simulate_principal_policy(
        PolicySourceArn=f"arn:aws:iam::{DEV_ACCOUNT}:user/nia", ActionNames=list(actions))
    return [each["EvalDecision"] for each in answer["EvaluationResults"]]


def test_bills_are_withheld_until_the_root_user_says_otherwise(nia, iam):
    """The page of the console activates it; see test_account_page.py."""
    nia[1](allow("*", "*"))
    actions = [
        "aws-portal:ViewBilling", "billing:GetBillingData", "payments:MakePayment",
        "tax:GetTaxRegistration", "consolidatedbilling:ListLinkedAccounts",
        "ce:GetCostAndUsage", "cur:PutReportDefinition", "budgets:ViewBudget",
    ]
    assert simulate(iam, *actions) == ["implicitDeny"] * len(actions)
    assert simulate(iam, "s3:GetObject", "account:PutAccountName") == ["allowed"] * 2
