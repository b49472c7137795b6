"""Operations whose effect no other test of clients looks at: each is done, and another tells it."""

import json
import subprocess
import sys

import pytest

from conftest import DEV_ACCOUNT, REPOSITORY
from saml_provider import Provider
from test_instance_profiles import refusal

TEAM = [{"Key": "team", "Value": "core"}]
HERE = f"arn:aws:iam::{DEV_ACCOUNT}"


def document(action, effect="Allow"):
    return json.dumps({
        "Version": "2012-10-17",
        "Statement": [{"Effect": effect, "Action": action, "Resource": "*"}]})


@pytest.fixture
def iam(gatehouse_dev):
    return gatehouse_dev.client("iam")


def test_a_group_is_renamed_its_policies_come_and_go_and_it_is_deleted(iam):
    iam.create_group(GroupName="devs")
    iam.put_group_policy(
        GroupName="devs", PolicyName="own", PolicyDocument=document("s3:GetObject"))
    made = iam.create_policy(
        PolicyName="mine", PolicyDocument=document("s3:PutObject"))["Policy"]["Arn"]
    iam.attach_group_policy(GroupName="devs", PolicyArn=made)
    iam.update_group(GroupName="devs", NewGroupName="makers", NewPath="/team/")
    [group] = iam.list_groups()["Groups"]
    assert group["Arn"] == f"{HERE}:group/team/makers"
    assert iam.list_group_policies(GroupName="makers")["PolicyNames"] == ["own"]
    found = iam.get_group_policy(GroupName="makers", PolicyName="own")
    assert found["PolicyDocument"]["Statement"][0]["Action"] == "s3:GetObject"
    [attached] = iam.list_attached_group_policies(GroupName="makers")["AttachedPolicies"]
    assert attached["PolicyArn"] == made
    iam.detach_group_policy(GroupName="makers", PolicyArn=made)
    assert iam.list_attached_group_policies(GroupName="makers")["AttachedPolicies"] == []
    assert refusal(iam.delete_group, GroupName="makers")[0] == "DeleteConflict"
    iam.delete_group_policy(GroupName="makers", PolicyName="own")
    iam.delete_group(GroupName="makers")
    assert iam.list_groups()["Groups"] == []


def test_a_users_policies_password_and_boundary_are_told_and_taken_away(iam):
    iam.create_user(UserName="alice", PermissionsBoundary="arn:aws:iam::aws:policy/ReadOnlyAccess")
    iam.put_user_policy(
        UserName="alice", PolicyName="own", PolicyDocument=document("s3:GetObject"))
    assert iam.list_user_policies(UserName="alice")["PolicyNames"] == ["own"]
    iam.create_login_profile(
        UserName="alice", Password="Sturdy-Otter-42", PasswordResetRequired=True)
    profile = iam.get_login_profile(UserName="alice")["LoginProfile"]
    assert (profile["UserName"], profile["PasswordResetRequired"]) == ("alice", True)
    iam.delete_user_permissions_boundary(UserName="alice")
    assert "PermissionsBoundary" not in iam.get_user(UserName="alice")["User"]


def test_a_policys_versions_and_tags_are_listed(iam):
    arn = iam.create_policy(
        PolicyName="mine", PolicyDocument=document("s3:GetObject"))["Policy"]["Arn"]
    iam.create_policy_version(
        PolicyArn=arn, PolicyDocument=document("s3:PutObject"), SetAsDefault=True)
    versions = iam.list_policy_versions(PolicyArn=arn)["Versions"]
    assert {each["VersionId"]: each["IsDefaultVersion"] for each in versions} == {
        "v1": False, "v2": True}
    iam.tag_policy(PolicyArn=arn, Tags=TEAM)
    assert iam.list_policy_tags(PolicyArn=arn)["Tags"] == TEAM
    iam.untag_policy(PolicyArn=arn, TagKeys=["team"])
    assert iam.list_policy_tags(PolicyArn=arn)["Tags"] == []


def test_a_provider_of_openid_connect_is_told_as_it_was_changed(iam):
    arn = iam.create_open_id_connect_provider(
        Url="https://id.example.com", ClientIDList=["app"],
        ThumbprintList=["990F4193972F2BECF12DDEDA5237F9C952F20D9E"])["OpenIDConnectProviderArn"]
    [listed] = iam.list_open_id_connect_providers()["OpenIDConnectProviderList"]
    assert listed["Arn"] == arn

    def told():
        return iam.get_open_id_connect_provider(OpenIDConnectProviderArn=arn)

    iam.add_client_id_to_open_id_connect_provider(OpenIDConnectProviderArn=arn, ClientID="web")
    assert sorted(told()["ClientIDList"]) == ["app", "web"]
    iam.remove_client_id_from_open_id_connect_provider(
        OpenIDConnectProviderArn=arn, ClientID="app")
    assert told()["ClientIDList"] == ["web"]
    iam.update_open_id_connect_provider(
        OpenIDConnectProviderArn=arn, ContextProvider={"SubjectSourceKey": "sub"})
    assert told()["ContextProvider"] == {"SubjectSourceKey": "sub"}
    iam.tag_open_id_connect_provider(OpenIDConnectProviderArn=arn, Tags=TEAM)
    assert iam.list_open_id_connect_provider_tags(OpenIDConnectProviderArn=arn)["Tags"] == TEAM
    iam.untag_open_id_connect_provider(OpenIDConnectProviderArn=arn, TagKeys=["team"])
    assert iam.list_open_id_connect_provider_tags(OpenIDConnectProviderArn=arn)["Tags"] == []


def test_a_provider_of_saml_is_told_as_it_was_changed(iam):
    arn = iam.create_saml_provider(
        Name="corp", SAMLMetadataDocument=Provider().metadata())["SAMLProviderArn"]
    other = Provider("https://other.example.com").metadata()
    assert iam.update_saml_provider(
        SAMLProviderArn=arn, SAMLMetadataDocument=other)["SAMLProviderArn"] == arn
    told = iam.get_saml_provider(SAMLProviderArn=arn)["SAMLMetadataDocument"]
    assert "https://other.example.com" in told
    iam.tag_saml_provider(SAMLProviderArn=arn, Tags=TEAM)
    assert iam.list_saml_provider_tags(SAMLProviderArn=arn)["Tags"] == TEAM
    iam.untag_saml_provider(SAMLProviderArn=arn, TagKeys=["team"])
    assert iam.list_saml_provider_tags(SAMLProviderArn=arn)["Tags"] == []


def test_the_condition_keys_of_policies_are_named(iam):
    conditioned = json.dumps({
        "Version": "2012-10-17",
        "Statement": [{
            "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*",
            "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}}}]})
    names = iam.get_context_keys_for_custom_policy(PolicyInputList=[conditioned])
    assert names["ContextKeyNames"] == ["aws:SourceIp"]
    iam.create_user(UserName="alice")
    iam.put_user_policy(UserName="alice", PolicyName="own", PolicyDocument=conditioned)
    names = iam.get_context_keys_for_principal_policy(PolicySourceArn=f"{HERE}:user/alice")
    assert names["ContextKeyNames"] == ["aws:SourceIp"]


def test_what_only_organizations_and_product_providers_have_is_refused(gatehouse_dev):
    sts = gatehouse_dev.client("sts")
    code, status, _ = refusal(
        sts.assume_root, TargetPrincipal=DEV_ACCOUNT,
        TaskPolicyArn={"arn": "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials"})
    assert (code, status) == ("AccessDenied", 403)
    code, _, _ = refusal(sts.get_delegated_access_token, TradeInToken="a-token-of-nobody")
    assert code == "ExpiredTradeInTokenException"


def test_the_page_of_operations_is_that_of_these_tests():
    done = subprocess.run(
        [sys.executable, REPOSITORY / "Tools" / "list-operations", "--check"],
        capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
