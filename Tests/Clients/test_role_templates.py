"""Role templates with the real client: there are none, and who may ask for one."""

import pytest
from botocore.config import Config

from test_instance_profiles import allow, refusal, user

POWER = "arn:aws:iam::aws:role-template/iam.amazonaws.com/PowerUserRoleTemplate:1"
MISSING = ("NoSuchEntity", 404, f"Role template {POWER} cannot be found: this server has none of "
           "AWS's role templates.")
VALUES = {"AWSServiceName": {"Values": ["lambda.amazonaws.com"]}}


@pytest.fixture
def iam(gatehouse_dev):
    return gatehouse_dev.client("iam", config=Config(parameter_validation=False))


@pytest.mark.parametrize("enabled", ["true", "false"])
def test_a_template_of_aws_cannot_be_found(iam, enabled):
    iam.put_account_properties(Properties={"RoleManager/Enabled": enabled})
    assert refusal(iam.get_role_template_version, TemplateArn=POWER) == MISSING
    assert refusal(iam.get_role_template_version, TemplateArn=POWER, MinorVersion=0) == MISSING
    assert refusal(
        iam.acquire_role, TemplateArn=POWER, TemplateMinorVersion=0, ReplacementValues=VALUES
    ) == MISSING
    assert iam.list_roles()["Roles"] == []


def test_every_declared_error(iam):
    for ask in (iam.get_role_template_version, iam.acquire_role):
        for arn in [POWER[:-2], "arn:aws:iam::aws:policy/PowerUserAccess", POWER + ":1"]:
            assert refusal(ask, TemplateArn=arn) == (
                "InvalidInput", 400, f"ARN {arn} is not valid.")
        assert refusal(ask, TemplateArn="no-arn-but-long-enough")[:2] == ("ValidationError", 400)
    many = {f"P{number}": VALUES["AWSServiceName"] for number in range(31)}
    for values in (many, {"P": {"Values": []}}, {"P": {"Values": 21 * ["x"]}}):
        assert refusal(iam.acquire_role, TemplateArn=POWER, ReplacementValues=values)[:2] == (
            "ValidationError", 400)


def test_who_may_not_read_a_template_is_told_nothing(gatehouse_dev):
    nobody = user(gatehouse_dev, "nobody", allow(["iam:CreateRole", "iam:GetRole"]))
    reader = user(gatehouse_dev, "reader", allow("iam:GetRoleTemplateVersion", POWER))
    for name in ("get_role_template_version", "acquire_role"):
        code, _, sentence = refusal(getattr(nobody, name), TemplateArn=POWER)
        assert code == "AccessDenied"
        assert f"perform: iam:GetRoleTemplateVersion on resource: {POWER}" in sentence
        assert refusal(getattr(reader, name), TemplateArn=POWER) == MISSING
        other = POWER.replace("Power", "Super")
        assert refusal(getattr(reader, name), TemplateArn=other)[0] == "AccessDenied"


@pytest.mark.parametrize("absent, refused, answered", [
    ("false", "acquire_role", "get_role_template_version"),
    ("true", "get_role_template_version", "acquire_role"),
])
def test_the_policies_with_which_aws_blocks_templates(
        gatehouse_dev, absent, refused, answered):
    # IAM User Guide, "Manage access to role manager", "Control role manager in an organization".
    client = user(gatehouse_dev, "blocked", allow("iam:*"), {
        "Effect": "Deny", "Action": "iam:*", "Resource": "*",
        "Condition": {"Null": {"iam:RoleTemplateARN": absent}}})
    assert refusal(getattr(client, refused), TemplateArn=POWER)[0] == "AccessDenied"
    assert refusal(getattr(client, answered), TemplateArn=POWER) == MISSING
