"""The properties of an account with the real client: what is told, who may set them, errors."""

import pytest
from botocore.config import Config

from test_instance_profiles import allow, refusal, user

ENABLED = {"RoleManager/Enabled": "true"}
DISABLED = {"RoleManager/Enabled": "false"}


@pytest.fixture
def iam(gatehouse_dev):
    return gatehouse_dev.client("iam", config=Config(parameter_validation=False))


def namespaces(operator, *values):
    return {f"{operator}:StringEquals": {"iam:AccountPropertyNamespaces": list(values)}}


def test_role_manager_is_off_until_it_is_enabled(iam):
    assert iam.get_account_properties()["Properties"] == DISABLED
    iam.put_account_properties(Properties=ENABLED)
    assert iam.get_account_properties()["Properties"] == ENABLED
    iam.put_account_properties(Properties=DISABLED)
    assert iam.get_account_properties()["Properties"] == DISABLED
    assert iam.list_roles(PathPrefix="/aws-service-role/")["Roles"] == []


def test_exactly_the_permissions_are_needed(gatehouse_dev, iam):
    reader = user(gatehouse_dev, "reader", allow("iam:GetAccountProperties"))
    assert reader.get_account_properties()["Properties"] == DISABLED
    code, status, sentence = refusal(reader.put_account_properties, Properties=DISABLED)
    assert (code, status) == ("AccessDenied", 403)
    assert "perform: iam:PutAccountProperties on resource: * because" in sentence

    switcher = user(gatehouse_dev, "switcher", allow("iam:PutAccountProperties"))
    switcher.put_account_properties(Properties=DISABLED)
    assert refusal(switcher.get_account_properties)[0] == "AccessDenied"
    code, _, sentence = refusal(switcher.put_account_properties, Properties=ENABLED)
    assert code == "AccessDenied" and "perform: iam:CreateServiceLinkedRole on" in sentence
    assert iam.get_account_properties()["Properties"] == DISABLED

    enabler = user(
        gatehouse_dev, "enabler", allow("iam:PutAccountProperties"),
        allow("iam:CreateServiceLinkedRole"))
    enabler.put_account_properties(Properties=ENABLED)
    assert iam.get_account_properties()["Properties"] == ENABLED
    # Which service the role is of is not known, so a permission for one service is none for this.
    of_one = user(
        gatehouse_dev, "of-one", allow("iam:PutAccountProperties"),
        allow("iam:CreateServiceLinkedRole",
              StringLike={"iam:AWSServiceName": "*.amazonaws.com"}))
    assert refusal(of_one.put_account_properties, Properties=ENABLED)[0] == "AccessDenied"


def test_the_namespace_is_a_condition_key(gatehouse_dev, iam):
    both = ["iam:GetAccountProperties", "iam:PutAccountProperties"]
    ours = user(
        gatehouse_dev, "ours", allow(both, **namespaces("ForAnyValue", "RoleManager")))
    ours.put_account_properties(Properties=DISABLED)
    assert ours.get_account_properties()["Properties"] == DISABLED
    others = user(gatehouse_dev, "others", allow(both, **namespaces("ForAnyValue", "Others")))
    assert refusal(others.put_account_properties, Properties=DISABLED)[0] == "AccessDenied"
    assert refusal(others.get_account_properties)[0] == "AccessDenied"
    # A request with several namespaces has all of them.
    several = {"RoleManager/Enabled": "false", "Others/Enabled": "false"}
    assert refusal(others.put_account_properties, Properties=several)[0] == "InvalidInput"
    only = user(gatehouse_dev, "only", allow(both, **namespaces("ForAllValues", "Others")))
    assert refusal(only.put_account_properties, Properties=several)[0] == "AccessDenied"


def test_the_policy_with_which_aws_blocks_it_blocks_it(gatehouse_dev, iam):
    # IAM User Guide, "Manage access to role manager", "Control role manager in an organization".
    blocked = user(gatehouse_dev, "blocked", allow("iam:*"), {
        "Sid": "DenyRoleManagerEnablement", "Effect": "Deny",
        "Action": "iam:PutAccountProperties", "Resource": "*",
        "Condition": namespaces("ForAnyValue", "RoleManager")})
    assert "explicit deny" in refusal(blocked.put_account_properties, Properties=ENABLED)[2]
    assert iam.get_account_properties()["Properties"] == DISABLED


def test_every_declared_error(iam):
    iam.put_account_properties(Properties=ENABLED)
    form = "The property key {} is not of the form Namespace/PropertyName."
    for properties, sentence in [
        ({"RoleManager": "false"}, form.format("RoleManager")),
        ({"RoleManager/Enabled/": "false"}, form.format("RoleManager/Enabled/")),
        ({"_/Enabled": "false"}, form.format("_/Enabled")),
        ({"A/" + 49 * "b": "false"}, form.format("A/" + 49 * "b")),
        ({"A/" + 48 * "b": "false"}, f"There is no property A/{48 * 'b'}."),
        ({"A/B": "false", "RoleManager/Enabled": "false"},
         "All properties of a request must belong to the same namespace."),
        ({"RoleManager/Enabled": "no"}, "The value of RoleManager/Enabled must be true or false."),
        ({"RoleManager/Enabled": "False"},
         "The value of RoleManager/Enabled must be true or false."),
    ]:
        answer = refusal(iam.put_account_properties, Properties=properties)
        assert answer == ("InvalidInput", 400, sentence)
    long = refusal(iam.put_account_properties, Properties={"RoleManager/Enabled": 1025 * "x"})
    assert long[:2] == ("ValidationError", 400)
    assert iam.get_account_properties()["Properties"] == ENABLED
