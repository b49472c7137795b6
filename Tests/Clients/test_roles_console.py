"""Roles in the console: creating one, whom it trusts, its boundary, ending its sessions, deleting
it; by the words that people read, in both languages, and with what assistive technology finds.
"""

import dataclasses
import json
import os
import pathlib
import re

import pytest
from playwright.sync_api import expect

from test_console_walk import (
    ENGLISH, KOREAN, findings, make_user, reader, sign_in_as_root)

__all__ = ["reader"]  # a fixture

ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess"
LONG = "a-name-of-64-letters-is-as-long-as-the-name-of-a-role-may-be-001"


@dataclasses.dataclass(frozen=True)
class RoleWords:
    """What the pages of roles say, where the steps name it."""

    create: str
    service: str
    service_box: str
    name: str
    next: str
    trust: str
    save_trust: str
    boundary: str
    revoke: str
    delete: str


WORDS = {
    "en": RoleWords(
        "Create role", "AWS service", "Service principal", "Role name", "Next",
        "Trust relationships", "Save trust policy", "Set permissions boundary",
        "Revoke active sessions", "Delete role"),
    "ko": RoleWords(
        "역할 생성", "AWS 서비스", "서비스 보안 주체", "역할 이름", "다음", "신뢰 관계", "신뢰 정책 저장",
        "권한 경계 설정", "활성 세션 취소", "역할 삭제"),
}
both = pytest.mark.parametrize("words", [ENGLISH, KOREAN], ids=["en", "ko"])


def trust(principal):
    return json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole"}]})


def main(page):
    return page.get_by_role("main")


@both
def test_a_role_lives_its_whole_life(reader, gatehouse_dev, words):
    iam = gatehouse_dev.client("iam")
    said = WORDS[words.code]
    page = reader(words)
    sign_in_as_root(page, words, gatehouse_dev)
    page.goto("/console/iam/roles")
    main(page).get_by_role("link", name=said.create).first.click()
    main(page).get_by_role("radio", name=re.compile("^" + said.service)).check()
    page.locator("[name=service]").fill("ec2.amazonaws.com")
    main(page).get_by_role("button", name=said.next, exact=True).click()
    page.locator("[name=search]").fill("AdministratorAccess")
    page.locator("[name=search]").press("Enter")
    page.locator(f"[name=policy][value='{ADMINISTRATOR}']").check()
    main(page).get_by_role("button", name=said.next, exact=True).click()
    page.get_by_label(said.name, exact=True).fill("web")
    main(page).get_by_role("button", name=said.create, exact=True).click()
    expect(page).to_have_url(re.compile("/console/iam/roles/web"))
    role = iam.get_role(RoleName="web")["Role"]
    assert role["AssumeRolePolicyDocument"]["Statement"][0]["Principal"] == {
        "Service": "ec2.amazonaws.com"}
    attached = iam.list_attached_role_policies(RoleName="web")["AttachedPolicies"]
    assert [policy["PolicyArn"] for policy in attached] == [ADMINISTRATOR]

    page.locator("[name=boundary]").fill("PowerUserAccess")
    main(page).get_by_role("button", name=said.boundary).click()
    expect(main(page).get_by_role("link", name="PowerUserAccess")).to_be_visible()
    boundary = iam.get_role(RoleName="web")["Role"]["PermissionsBoundary"]
    assert boundary["PermissionsBoundaryArn"] == "arn:aws:iam::aws:policy/PowerUserAccess"

    main(page).get_by_role("link", name=said.trust).click()
    page.locator("[name=document]").fill(trust({"Service": "lambda.amazonaws.com"}))
    main(page).get_by_role("button", name=said.save_trust).click()
    expect(main(page).get_by_role("table").first).to_contain_text("lambda.amazonaws.com")

    page.goto("/console/iam/roles/web?tab=sessions")
    main(page).get_by_role("button", name=said.revoke).first.click()
    page.get_by_role("dialog").get_by_role("button", name=said.revoke).click()
    expect(main(page)).to_contain_text("aws:TokenIssueTime")
    policy = iam.get_role_policy(RoleName="web", PolicyName="AWSRevokeOlderSessions")
    statement = policy["PolicyDocument"]["Statement"][0]
    assert statement["Effect"] == "Deny" and "DateLessThan" in statement["Condition"]

    main(page).get_by_role("button", name=said.delete).first.click()
    page.locator("[name=confirm]").fill("web")
    page.get_by_role("dialog").get_by_role("button", name=said.delete).click()
    expect(page).to_have_url(re.compile("/console/iam/roles(\\?|$)"))
    assert iam.list_roles()["Roles"] == []


def make_roles(server):
    iam = server.client("iam")
    make_user(server, policy="AdministratorAccess")
    account = server.client("sts").get_caller_identity()["Account"]
    for name, principal in [
            ("ops", {"AWS": account, "Service": "ec2.amazonaws.com"}), (LONG, {"AWS": "*"})]:
        iam.create_role(
            RoleName=name, AssumeRolePolicyDocument=trust(principal), Description="For operators",
            Tags=[{"Key": "team", "Value": "infra"}], PermissionsBoundary=ADMINISTRATOR)
    iam.attach_role_policy(RoleName="ops", PolicyArn=ADMINISTRATOR)
    iam.put_user_permissions_boundary(UserName="user-dev", PermissionsBoundary=ADMINISTRATOR)
    iam.create_service_linked_role(AWSServiceName="support.amazonaws.com")


PAGES = {
    "roles": "/console/iam/roles", "role": "/console/iam/roles/ops",
    "long": f"/console/iam/roles/{LONG}", "trust": "/console/iam/roles/ops?tab=trust",
    "tags": "/console/iam/roles/ops?tab=tags", "sessions": "/console/iam/roles/ops?tab=sessions",
    "linked": "/console/iam/roles/AWSServiceRoleForSupport",
    "linked-trust": "/console/iam/roles/AWSServiceRoleForSupport?tab=trust",
    "create": "/console/iam/create-role", "user": "/console/iam/users/user-dev",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@both
def test_pages_of_roles_are_sound(reader, gatehouse_dev, words, scheme):
    make_roles(gatehouse_dev)
    page = reader(words, color_scheme=scheme, viewport={"width": 360, "height": 740})
    sign_in_as_root(page, words, gatehouse_dev)
    for address in PAGES.values():
        page.goto(address)
        assert findings(page) == [], address
    page.goto(PAGES["create"])
    for way in ["service", "web", "saml", "custom", "account"]:
        page.locator(f"[name=trust][value={way}]").check()
        assert findings(page) == [], way
    for step in ["permissions", "details"]:
        main(page).get_by_role("button", name=WORDS[words.code].next, exact=True).click()
        assert findings(page) == [], step
