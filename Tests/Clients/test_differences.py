"""Where Gatehouse differs from AWS, as DIFFERENCES.md says: a test for each, with its heading."""

import datetime
import json
import re
import time
import urllib.parse
from unittest import mock

import boto3
import pyotp
import pytest
from playwright.sync_api import expect
from botocore.config import Config
from botocore.exceptions import ClientError

import http_client
from conftest import DEV_ACCOUNT, REPOSITORY, Credentials
from http_client import Browser
from test_console_federation import address, asked, assumed
from test_console_walk import ENGLISH, box, button, make_user, reader, sign_in_as_root
from test_mfa_console import register_root_key
from test_switch_role import allow, make_role

__all__ = ["reader"]  # a fixture

UNCHECKED = Config(parameter_validation=False)
TESTS = {}


def difference(test):
    """Registers a test under the heading that its name spells, in lower case."""
    TESTS[test.__name__.removeprefix("test_").replace("_", " ")] = test
    return test


def statement(**elements):
    return {"Effect": "Allow", "Action": "*", "Resource": "*"} | elements


def document(*statements, **members):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)} | members)


def refusal(ask, **arguments):
    with pytest.raises(ClientError) as error:
        ask(**arguments)
    return error.value.response["Error"]


@pytest.fixture
def iam(gatehouse_dev):
    return gatehouse_dev.client("iam", config=UNCHECKED)


def test_every_difference_has_a_test_and_every_test_a_difference():
    page = (REPOSITORY / "DIFFERENCES.md").read_text()
    headings = re.findall(r"^### (.*)$", page, re.M)
    plain = [re.sub(r"[^a-z ]", "", heading.lower()) for heading in headings]
    assert sorted(plain) == sorted(TESTS)
    # Each says where it comes from.
    assert page.count("\nSource: ") == len(headings)
    for path in re.findall(r"Decisions/(\d+)", page):
        assert list((REPOSITORY / "Decisions").glob(f"{path}-*.md")), path


@difference
def test_a_change_holds_from_the_next_request(gatehouse_dev, iam):
    iam.create_user(UserName="nia")
    key = iam.create_access_key(UserName="nia")["AccessKey"]
    nia = gatehouse_dev.client("iam", Credentials(key["AccessKeyId"], key["SecretAccessKey"]))
    assert refusal(nia.list_users)["Code"] == "AccessDenied"
    iam.put_user_policy(UserName="nia", PolicyName="all", PolicyDocument=document(statement()))
    assert nia.list_users()["Users"]
    iam.delete_user_policy(UserName="nia", PolicyName="all")
    assert refusal(nia.list_users)["Code"] == "AccessDenied"
    iam.delete_access_key(UserName="nia", AccessKeyId=key["AccessKeyId"])
    assert refusal(nia.list_users)["Code"] == "InvalidClientTokenId"


@difference
def test_there_is_one_partition(gatehouse_dev, iam):
    finished = gatehouse_dev.aws("sts", "get-caller-identity", "--region", "cn-north-1")
    assert finished.returncode != 0 and "not 'cn-north-1'" in finished.stderr
    error = refusal(
        iam.create_policy, PolicyName="china",
        PolicyDocument=document(statement(Resource="arn:aws-cn:s3:::files")))
    assert error["Message"].startswith('Partition "aws-cn" is not valid')


@difference
def test_of_two_services_one_operation_is_there(gatehouse_dev):
    analyzer = gatehouse_dev.client("accessanalyzer")
    trail = gatehouse_dev.client("cloudtrail")
    assert analyzer.validate_policy(
        policyDocument=document(statement()), policyType="IDENTITY_POLICY")["findings"]
    assert trail.lookup_events()["Events"]
    for ask in (analyzer.list_analyzers, trail.list_trails):
        assert refusal(ask)["Code"] in ("UnknownOperationException", "InvalidAction")


@difference
def test_a_parameter_that_is_not_known_is_refused(gatehouse_dev, iam):
    body = http_client.form("GetUser", "iam", Mood="bright")
    answer = http_client.send(
        gatehouse_dev, headers=http_client.signed(gatehouse_dev, body, "iam"), body=body)
    assert (answer.status, answer.code) == (400, "ValidationError") and "Mood" in answer.text
    iam.create_user(UserName="nia")
    error = refusal(
        iam.create_login_profile, UserName="nia", Password="correct horse 1 battery!",
        MaxSigninSessionDuration=3600)
    assert error["Code"] == "ValidationError" and "MaxSigninSessionDuration" in error["Message"]


@difference
def test_a_wrong_signature_is_explained(gatehouse_dev):
    client = gatehouse_dev.client("sts")
    client.meta.events.register(
        "before-send.sts.*",
        lambda request, **_: request.headers.__setitem__("Host", "id.internal"))
    error = refusal(client.get_caller_identity)
    assert error["Code"] == "SignatureDoesNotMatch"
    assert "Canonical String" in error["Message"] and "host:id.internal" in error["Message"]


@difference
def test_a_malformed_authorization_header_is_not_repeated(gatehouse_dev):
    key = gatehouse_dev.credentials
    spaced = Credentials("AKIA EXAMPLE", key.secret_access_key)
    error = refusal(gatehouse_dev.client("sts", spaced).get_caller_identity)
    assert error["Code"] == "IncompleteSignature"
    assert "Signature=" not in error["Message"] and "SignedHeaders" not in error["Message"]


@difference
def test_a_presigned_url_of_iam_ends_when_it_says(gatehouse_dev):
    then = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(seconds=120)
    with mock.patch("botocore.auth.get_current_datetime", return_value=then):
        url = gatehouse_dev.client("iam").generate_presigned_url(
            "list_users", ExpiresIn=60, HttpMethod="GET")
    parts = urllib.parse.urlsplit(url)
    answer = http_client.send(gatehouse_dev, "GET", f"{parts.path or '/'}?{parts.query}")
    assert answer.code == "RequestExpired", answer.text


@difference
def test_an_endpoint_has_no_path(gatehouse_dev):
    finished = gatehouse_dev.aws(
        "sts", "get-caller-identity", "--endpoint-url", gatehouse_dev.url + "/iam/")
    assert finished.returncode != 0 and "must have no path" in finished.stderr


@difference
def test_a_password_that_is_easily_guessed_is_refused(iam):
    iam.create_user(UserName="nia")
    for password, reason in [
            ("1Q2W3E4R5T6y", "known from leaks"), ("Gatehouse1!", "easy to guess"),
            ("Welcome1!", "easy to guess")]:
        error = refusal(iam.create_login_profile, UserName="nia", Password=password)
        assert error["Code"] == "PasswordPolicyViolation", password
        assert reason in error["Message"], password
    iam.create_login_profile(UserName="nia", Password="Str0ng-Passw0rd!2024")


@difference
def test_a_policy_has_no_conditions_of_its_own(iam):
    error = refusal(
        iam.create_policy, PolicyName="kept", PolicyDocument=document(statement(), Conditions={}))
    assert error["Message"] == "Syntax errors in policy."


@difference
def test_a_key_stands_once_under_its_operator_in_whatever_case(iam):
    twice = {"StringEquals": {"aws:username": "a", "AWS:UserName": "b"}}
    error = refusal(
        iam.create_policy, PolicyName="kept", PolicyDocument=document(statement(Condition=twice)))
    assert error["Message"] == "Syntax errors in policy."


@difference
def test_combining_marks_have_a_limit(iam):
    def marked(count):
        return document(
            statement(Condition={"StringEquals": {"aws:username": "a" + "\u0301" * count}}))

    iam.create_policy(PolicyName="thirty", PolicyDocument=marked(30))
    error = refusal(iam.create_policy, PolicyName="more", PolicyDocument=marked(31))
    assert error["Message"] == "Syntax errors in policy."


@difference
def test_what_aws_leaves_open_is_decided_against_the_request(iam):
    open_conditions = [
        {"StringNotEquals": {"aws:username": []}},
        {"ForAllValues:StringEquals": {"aws:TagKeys": []}},
        {"StringMatches": {}},
        {"Bool": {"aws:SecureTransport": "yes"}},
        {"DateLessThan": {"aws:CurrentTime": "2040"}},
        {"DateLessThan": {"aws:CurrentTime": "2200000000000"}},
    ]
    context = [
        {"ContextKeyName": name, "ContextKeyType": kind, "ContextKeyValues": [value]}
        for name, kind, value in [
            ("aws:username", "string", "nia"), ("aws:SecureTransport", "boolean", "true"),
            ("aws:CurrentTime", "date", "2026-11-22T02:24:38Z")]
    ] + [{"ContextKeyName": "aws:TagKeys", "ContextKeyType": "stringList",
          "ContextKeyValues": ["team"]}]
    for condition in open_conditions:
        iam.create_policy(
            PolicyName="open", PolicyDocument=document(statement(Condition=condition)))
        iam.delete_policy(PolicyArn=f"arn:aws:iam::{DEV_ACCOUNT}:policy/open")
        for effect, decision in [("Allow", "implicitDeny"), ("Deny", "explicitDeny")]:
            answer = iam.simulate_custom_policy(
                PolicyInputList=[
                    document(statement(Effect=effect, Condition=condition)),
                    document(statement(Action="s3:GetObject" if effect == "Deny" else "sqs:*")),
                ], ActionNames=["s3:GetObject"], ContextEntries=context)
            assert answer["EvaluationResults"][0]["EvalDecision"] == decision, condition


@difference
def test_awss_policies_have_ids_of_their_own_here(iam):
    arn = "arn:aws:iam::aws:policy/AdministratorAccess"
    policy = iam.get_policy(PolicyArn=arn)["Policy"]
    # The ID of this one at AWS, which its documentation shows.
    assert policy["PolicyId"] != "ANPAIWMBCKSKIEE64ZLYK"
    assert re.fullmatch("ANPA[A-Z2-7]{17}", policy["PolicyId"])


@difference
def test_findings_are_told_in_our_own_words(gatehouse_dev):
    validate = gatehouse_dev.client("accessanalyzer").validate_policy
    answers = [
        validate(
            policyDocument=document(statement(Action="s3:GetObjct")),
            policyType="IDENTITY_POLICY", locale=locale)["findings"]
        for locale in ("EN", "KO")]
    assert answers[0] == answers[1]
    assert answers[0][0]["findingDetails"][0].islower()


@difference
def test_what_aws_may_have_added_since_is_a_warning(gatehouse_dev):
    findings = gatehouse_dev.client("accessanalyzer").validate_policy(
        policyDocument=document(statement(Action=["s3:BrandNewThing", "s3:GetObjct"])),
        policyType="IDENTITY_POLICY")["findings"]
    assert [(finding["issueCode"], finding["findingType"]) for finding in findings] == [
        ("INVALID_ACTION", "WARNING"), ("INVALID_ACTION", "ERROR")]


@difference
def test_there_are_no_role_templates(iam):
    template = "arn:aws:iam::aws:role-template/iam.amazonaws.com/PowerUserRoleTemplate:1"
    for ask in (iam.get_role_template_version, iam.acquire_role):
        assert refusal(ask, TemplateArn=template)["Code"] == "NoSuchEntity"
    assert iam.list_roles()["Roles"] == []


@difference
def test_role_manager_makes_no_role_of_its_own(gatehouse_dev, iam):
    iam.put_account_properties(Properties={"RoleManager/Enabled": "true"})
    assert iam.list_roles(PathPrefix="/aws-service-role/")["Roles"] == []
    iam.create_user(UserName="nia")
    iam.put_user_policy(UserName="nia", PolicyName="some", PolicyDocument=document(
        statement(Action="iam:PutAccountProperties"),
        statement(
            Action="iam:CreateServiceLinkedRole",
            Condition={"StringLike": {"iam:AWSServiceName": "*.amazonaws.com"}})))
    key = iam.create_access_key(UserName="nia")["AccessKey"]
    nia = gatehouse_dev.client("iam", Credentials(key["AccessKeyId"], key["SecretAccessKey"]))
    error = refusal(nia.put_account_properties, Properties={"RoleManager/Enabled": "true"})
    assert error["Code"] == "AccessDenied" and "CreateServiceLinkedRole" in error["Message"]


@difference
def test_a_root_user_assigns_its_device_by_the_api_too(iam):
    device = iam.create_virtual_mfa_device(VirtualMFADeviceName="phone")["VirtualMFADevice"]
    app, now = pyotp.TOTP(device["Base32StringSeed"].decode()), time.time()
    codes = {"AuthenticationCode1": app.at(now - 30), "AuthenticationCode2": app.at(now)}
    serial = device["SerialNumber"]
    iam.create_user(UserName="root")
    iam.enable_mfa_device(UserName="root", SerialNumber=serial, **codes)
    assert iam.list_mfa_devices()["MFADevices"] == [], "the IAM user of that name is meant"
    iam.deactivate_mfa_device(UserName="root", SerialNumber=serial)
    iam.delete_user(UserName="root")
    codes = {"AuthenticationCode1": app.at(now + 30), "AuthenticationCode2": app.at(now + 60)}
    assert refusal(
        iam.enable_mfa_device, UserName="root", SerialNumber=serial,
        **codes)["Code"] == "InvalidAuthenticationCode", "a code too far ahead"
    device = iam.create_virtual_mfa_device(VirtualMFADeviceName="spare")["VirtualMFADevice"]
    app = pyotp.TOTP(device["Base32StringSeed"].decode())
    codes = {"AuthenticationCode1": app.at(now - 30), "AuthenticationCode2": app.at(now)}
    iam.enable_mfa_device(UserName="root", SerialNumber=device["SerialNumber"], **codes)
    [listed] = iam.list_mfa_devices()["MFADevices"]
    assert listed["UserName"] == "root"


@difference
def test_a_root_user_proves_itself_again_before_what_cannot_be_undone(reader, gatehouse_dev):
    page = reader()
    sign_in_as_root(page, ENGLISH, gatehouse_dev)
    for place, name in ("close", "Close account"), ("transfer", "Transfer ownership"):
        page.goto(f"/console/account/{place}")
        box(page, "Current password").fill("wrong")
        for other in page.get_by_role("textbox").all():
            if other.input_value() == "" and other.is_visible():
                other.fill(gatehouse_dev.account if place == "close" else "new@example.org")
        button(page, name).click()
        expect(page.get_by_role("alert")).to_contain_text("current password")
    assert gatehouse_dev.client("sts").get_caller_identity()


@difference
def test_nobody_is_asked_who_made_a_passkey(reader, gatehouse_dev, iam):
    register_root_key(reader(host="localhost"), gatehouse_dev)
    [device] = iam.list_mfa_devices()["MFADevices"]
    answer = iam.get_mfa_device(SerialNumber=device["SerialNumber"])
    assert answer["SerialNumber"] == device["SerialNumber"]
    assert "Certifications" not in answer


@difference
def test_a_session_of_the_console_ends_with_the_credentials_that_began_it(server_with_clock):
    server = server_with_clock
    iam = server.client("iam")
    make_user(server)
    iam.put_user_policy(
        UserName="user-dev", PolicyName="assume", PolicyDocument=allow("sts:AssumeRole"))
    make_role(iam, "audit", {"AWS": f"arn:aws:iam::{DEV_ACCOUNT}:root"})
    token = asked(server, assumed(server), SessionDuration="43200").json["SigninToken"]
    page = Browser(server).open(address(token))
    assert page.path == "/console"
    late = Browser(server)
    server.set_clock_forward(minutes=16)
    assert late.open(address(token)).status == 400
    assert page.open("/console").path == "/console"
    server.set_clock_forward(minutes=50)
    assert page.open("/console").path == "/console"
    server.set_clock_forward(minutes=61)
    assert page.open("/console").path == "/signin"


@difference
def test_a_report_of_last_accesses_tells_the_moment_of_its_reading(gatehouse_dev, iam):
    iam.create_user(UserName="nia")
    iam.put_user_policy(
        UserName="nia", PolicyName="all", PolicyDocument=document(statement(Action="iam:*")))
    key = iam.create_access_key(UserName="nia")["AccessKey"]
    nia = gatehouse_dev.client("iam", Credentials(key["AccessKeyId"], key["SecretAccessKey"]))
    job = iam.generate_service_last_accessed_details(
        Arn=f"arn:aws:iam::{DEV_ACCOUNT}:user/nia")["JobId"]

    def told():
        return iam.get_service_last_accessed_details(JobId=job)["ServicesLastAccessed"][0]

    assert "LastAuthenticated" not in told()
    nia.list_users()
    while "LastAuthenticated" not in told():
        pass


@difference
def test_a_managed_policy_is_summarized(iam):
    arn = iam.create_policy(
        PolicyName="read", PolicyDocument=document(statement(Action="s3:GetObject"))
    )["Policy"]["Arn"]
    for locale, told in ("en", "It allows:"), ("ko", "허용합니다"):
        answer = iam.get_human_readable_summary(EntityArn=arn, Locale=locale)
        assert (answer["SummaryState"], answer["Locale"]) == ("AVAILABLE", locale)
        assert told in answer["SummaryContent"] and "GetObject" in answer["SummaryContent"]


@difference
def test_a_region_is_enabled_and_disabled_at_once(gatehouse_dev):
    client = gatehouse_dev.client("account")
    for ask, status in (
        (client.enable_region, "ENABLED"), (client.disable_region, "DISABLED"),
        (client.enable_region, "ENABLED"),
    ):
        ask(RegionName="af-south-1")
        answer = client.get_region_opt_status(RegionName="af-south-1")
        assert answer["RegionOptStatus"] == status


@difference
def test_a_region_that_is_not_enabled_is_served(gatehouse_dev):
    answer = gatehouse_dev.client("account").get_region_opt_status(RegionName="af-south-1")
    assert answer["RegionOptStatus"] == "DISABLED"
    key = gatehouse_dev.credentials
    session = boto3.session.Session(key.access_key_id, key.secret_access_key)
    sts = session.client("sts", region_name="af-south-1", endpoint_url=gatehouse_dev.url)
    assert sts.get_caller_identity()["Account"] == DEV_ACCOUNT


@difference
def test_an_account_has_a_name_in_any_script(gatehouse_dev):
    client = gatehouse_dev.client("account")
    client.put_account_name(AccountName="우리 회사")
    assert client.get_account_information()["AccountName"] == "우리 회사"


@difference
def test_billing_access_is_asked_for_by_every_client(iam):
    iam.create_user(UserName="nia")
    iam.put_user_policy(UserName="nia", PolicyName="all", PolicyDocument=document(statement()))
    results = iam.simulate_principal_policy(
        PolicySourceArn=f"arn:aws:iam::{DEV_ACCOUNT}:user/nia",
        ActionNames=["ce:GetCostAndUsage", "budgets:ViewBudget", "s3:GetObject"]
    )["EvaluationResults"]
    assert [each["EvalDecision"] for each in results] == [
        "implicitDeny", "implicitDeny", "allowed"]


@difference
def test_events_of_every_region_are_found_in_each(gatehouse_dev):
    gatehouse_dev.client("iam").create_user(UserName="alice")
    key = gatehouse_dev.credentials
    session = boto3.session.Session(key.access_key_id, key.secret_access_key)
    for region in ("us-east-1", "eu-central-1"):
        events = session.client(
            "cloudtrail", region_name=region, endpoint_url=gatehouse_dev.url).lookup_events(
            LookupAttributes=[{"AttributeKey": "EventName", "AttributeValue": "CreateUser"}])
        assert [json.loads(each["CloudTrailEvent"])["awsRegion"] for each in events["Events"]] == [
            "us-east-1"]
