"""Delegation requests with the real client: nobody can make one, and none is found."""

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
