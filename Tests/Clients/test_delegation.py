"""Delegation requests with the real client: nobody can make one, and none is found."""

import json

import pytest
from botocore.config import Config

from test_instance_profiles import allow, refusal, user

ID = "a-request-that-nobody-made"
MISSING = ("NoSuchEntity", 404, f"The delegation request with id {ID} cannot be found.")


@pytest.fixture
def iam(gatehouse_dev):
    return gatehouse_dev.client("iam", config=Config(parameter_validation=False))


def test_nobody_can_make_a_request(iam):
    answer = refusal(
        iam.create_delegation_request, Description="Reads logs", RequestorWorkflowId="workflow-1",
        Permissions={"PolicyTemplateArn": "arn:aws:iam:::delegation-template/Logs"},
        NotificationChannel="arn:aws:sns:us-east-1:123456789012:topic", SessionDuration=3600)
    assert answer[:2] == ("InvalidInput", 400)
    assert iam.list_delegation_requests()["DelegationRequests"] == []


@pytest.mark.parametrize("name", [
    "get_delegation_request", "associate_delegation_request", "update_delegation_request",
    "accept_delegation_request", "reject_delegation_request", "send_delegation_token"])
def test_no_request_is_found(iam, name):
    assert refusal(getattr(iam, name), DelegationRequestId=ID) == MISSING


def test_there_is_nothing_to_summarize(gatehouse_dev, iam):
    arn = f"arn:aws:iam::{gatehouse_dev.account}:delegation-request/{ID}"
    assert refusal(iam.get_human_readable_summary, EntityArn=arn, Locale="en") == MISSING
    elsewhere = arn.replace(gatehouse_dev.account, "999999999999")
    assert refusal(iam.get_human_readable_summary, EntityArn=elsewhere) == MISSING
    for other in [arn.replace("delegation-request", "user"), arn[:-len(ID)] + "short"]:
        assert refusal(iam.get_human_readable_summary, EntityArn=other) == (
            "InvalidInput", 400, f"ARN {other} is not the ARN of a delegation request or a policy.")
    reader = user(gatehouse_dev, "reader", allow("iam:GetHumanReadableSummary", arn))
    assert refusal(reader.get_human_readable_summary, EntityArn=arn) == MISSING
    code, _, sentence = refusal(reader.get_human_readable_summary, EntityArn=elsewhere)
    assert code == "AccessDenied"
    assert f"iam:GetHumanReadableSummary on resource: {elsewhere}" in sentence


def test_policies_are_told_in_words(gatehouse_dev, iam):
    document = json.dumps({"Version": "2012-10-17", "Statement": [
        {"Sid": "Keys", "Effect": "Allow", "Action": "iam:*AccessKey*",
         "Resource": "arn:aws:iam::*:user/${aws:username}"},
        {"Effect": "Deny", "NotAction": "iam:*", "Resource": "*",
         "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}}]})
    arn = iam.create_policy(PolicyName="keys", PolicyDocument=document)["Policy"]["Arn"]
    told = iam.get_human_readable_summary(EntityArn=arn)["SummaryContent"].split("\n")
    assert told[1] == "1 (Keys). It allows:"
    assert told[4] == "- arn:aws:iam::*:user/${aws:username}"
    assert told[5:] == [
        "2. It denies, whatever else allows it:",
        "- every action of every service except iam:*", "On every resource.",
        "Only in requests for which this holds:",
        "- aws:MultiFactorAuthPresent is false, or the request has none"]
    other = iam.get_human_readable_summary(EntityArn=arn, Locale="ja")
    assert (other["SummaryState"], other.get("SummaryContent", "")) == ("NOT_AVAILABLE", "")
    of_aws = iam.get_human_readable_summary(
        EntityArn="arn:aws:iam::aws:policy/AdministratorAccess", Locale="ko-KR")
    assert "관리자" in of_aws["SummaryContent"]
    # A change holds from the next request on.
    iam.create_policy_version(
        PolicyArn=arn, SetAsDefault=True,
        PolicyDocument=document.replace('"Keys"', '"Changed"'))
    assert "1 (Changed)" in iam.get_human_readable_summary(EntityArn=arn)["SummaryContent"]
    # It tells what GetPolicyVersion tells, so both are asked for.
    half = user(gatehouse_dev, "half", allow("iam:GetHumanReadableSummary"))
    code, _, sentence = refusal(half.get_human_readable_summary, EntityArn=arn)
    assert code == "AccessDenied" and "iam:GetPolicyVersion" in sentence
    missing = arn.replace("keys", "gone")
    assert refusal(iam.get_human_readable_summary, EntityArn=missing)[:2] == ("NoSuchEntity", 404)
