"""Switching roles in the console, by the words that people read, in both languages, with scripts
and without."""

import dataclasses
import json
import re

import pytest
from playwright.sync_api import expect

from conftest import DEV_ACCOUNT
from test_console_walk import (
    ENGLISH, KOREAN, both, box, button, fill_in_three_boxes, findings, link, make_user, reader,
    sign_in_as_root)

__all__ = ["reader"]  # a fixture


@dataclasses.dataclass(frozen=True)
class RoleWords:
    """What the pages say, where the steps name it."""

    switch: str
    back: str
    name: str
    display: str
    red: str
    acts: str
    self_again: str
    refused: str
    select: str
    history: str


WORDS = {
    "en": RoleWords(
        "Switch role", "Switch back", "IAM role name", "Display name (optional)", "Red",
        "The role acts now", "You act as yourself again", "could not be taken on",
        "Select a role", "Role history"),
    "ko": RoleWords(
        "역할 전환", "원래 사용자로 전환", "IAM 역할 이름", "표시 이름(선택 사항)", "빨간색",
        "이제 역할로 작업합니다", "다시 본인으로 작업합니다", "역할로 전환할 수 없습니다", "역할 선택",
        "최근 역할"),
}


def trust(principal, action="sts:AssumeRole"):
    return json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Principal": principal, "Action": action}]})


def allow(*actions, resource="*"):
    return json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": list(actions), "Resource": resource}]})


def make_role(iam, name, principal, actions=("iam:ListUsers",), action="sts:AssumeRole", **more):
    iam.create_role(
        RoleName=name, AssumeRolePolicyDocument=trust(principal, action), **more)
    iam.put_role_policy(RoleName=name, PolicyName="own", PolicyDocument=allow(*actions))


@pytest.fixture
def server(gatehouse_dev):
    """A server with a user who may take on every role and nothing else, and a role for them."""
    iam = gatehouse_dev.client("iam")
    make_user(gatehouse_dev)
    iam.put_user_policy(
        UserName="user-dev", PolicyName="assume", PolicyDocument=allow("sts:AssumeRole"))
    make_role(iam, "audit", {"AWS": f"arn:aws:iam::{DEV_ACCOUNT}:root"})
    return gatehouse_dev


def sign_in(page, words):
    page.goto(f"/signin/{DEV_ACCOUNT}")
    fill_in_three_boxes(page, words)
    expect(page).to_have_url(re.compile("/console$"))


def main(page):
    return page.get_by_role("main")


def open_menu(page):
    """The menu of the account, which is the last button of the bar that opens one."""
    page.locator("[popovertarget=account-menu]").click()
    return page.locator("#account-menu")


def switch(page, words, role="audit", account=DEV_ACCOUNT, display="", colour=None):
    said = WORDS[words.code]
    page.goto("/switchrole")
    box(page, words.account).fill(account)
    box(page, said.name).fill(role)
    box(page, said.display).fill(display)
    if colour:
        page.get_by_role("radio", name=colour, exact=True).check()
    button(main(page), said.switch).click()


# Switching


@both
def test_a_user_takes_on_a_role_and_comes_back(reader, server, words, scripts):
    said = WORDS[words.code]
    page = reader(words, scripts)
    sign_in(page, words)
    page.goto("/console/iam/users")
    expect(main(page)).to_contain_text(words.denied)
    menu = open_menu(page)
    link(menu, said.switch).click()
    switch(page, words, display="Nightly audit", colour=said.red)
    expect(main(page)).to_contain_text(said.acts)
    expect(page.get_by_role("banner")).to_contain_text("Nightly audit")
    expect(page.get_by_role("banner")).to_have_class(re.compile("is-role is-red"))
    menu = open_menu(page)
    expect(menu).to_contain_text("audit/user-dev")
    expect(menu).to_contain_text(f"user-dev @ {DEV_ACCOUNT}")
    page.goto("/console/iam/users")
    expect(main(page)).to_contain_text("user-dev")
    page.goto("/console/security-credentials")
    expect(page.get_by_role("heading", level=1)).not_to_contain_text(words.user_credentials)
    menu = open_menu(page)
    button(menu, said.back).click()
    expect(main(page)).to_contain_text(said.self_again)
    page.goto("/console/iam/users")
    expect(main(page)).to_contain_text(words.denied)
    # The history leads there again with one press.
    menu = open_menu(page)
    expect(menu).to_contain_text(said.history)
    button(menu, "Nightly audit").click()
    expect(main(page)).to_contain_text(said.acts)


@pytest.mark.parametrize("words", [ENGLISH, KOREAN], ids=["en", "ko"])
@pytest.mark.parametrize("role, account", [
    ("nobody", DEV_ACCOUNT), ("audit", "999999999999"), ("audit", "no-such-alias"),
    ("closed", DEV_ACCOUNT)])
def test_a_role_that_may_not_be_taken_on_says_why(reader, server, words, role, account):
    make_role(server.client("iam"), "closed", {"Service": "ec2.amazonaws.com"})
    page = reader(words)
    sign_in(page, words)
    switch(page, words, role, account)
    expect(main(page)).to_contain_text(WORDS[words.code].refused)
    expect(box(page, WORDS[words.code].name)).to_have_value(role)
    page.goto("/console/iam/users")
    expect(main(page)).to_contain_text(words.denied)


def test_a_link_fills_the_form_in_and_the_alias_will_do(reader, server):
    server.client("iam").create_account_alias(AccountAlias="example")
    page = reader()
    sign_in(page, ENGLISH)
    page.goto("/switchrole?account=example&roleName=audit&displayName=Audit&color=red")
    expect(box(page, "IAM role name")).to_have_value("audit")
    button(main(page), "Switch role").click()
    expect(page.get_by_role("banner")).to_contain_text("Audit")


def test_five_roles_are_remembered(reader, server):
    iam = server.client("iam")
    page = reader()
    sign_in(page, ENGLISH)
    for number in range(7):
        make_role(iam, f"role-{number}", {"AWS": f"arn:aws:iam::{DEV_ACCOUNT}:root"})
        switch(page, ENGLISH, f"role-{number}")
        expect(main(page)).to_contain_text("The role acts now")
    button(open_menu(page), "Switch back").click()
    expect(main(page)).to_contain_text("You act as yourself again")
    names = open_menu(page).get_by_role("button", name=re.compile("^role-")).all_text_contents()
    assert [name.strip() for name in names] == [
        f"role-{number} @ {DEV_ACCOUNT}" for number in (6, 5, 4, 3, 2)]


def test_the_root_user_is_told_that_it_cannot(reader, server):
    page = reader()
    sign_in_as_root(page, ENGLISH, server)
    expect(open_menu(page)).not_to_contain_text("Switch role")
    switch(page, ENGLISH)
    expect(main(page)).to_contain_text("The root user cannot switch roles")
    expect(main(page)).to_contain_text("Roles may not be assumed by root accounts.")


def test_a_role_that_is_deleted_acts_no_more(reader, server):
    iam = server.client("iam")
    page = reader()
    sign_in(page, ENGLISH)
    switch(page, ENGLISH)
    page.goto("/console/iam/users")
    expect(main(page)).to_contain_text("user-dev")
    iam.delete_role_policy(RoleName="audit", PolicyName="own")
    page.goto("/console/iam/users")
    expect(main(page)).to_contain_text("You do not have permission")
    iam.delete_role(RoleName="audit")
    page.goto("/console/iam/users")
    expect(page.get_by_role("banner")).to_contain_text(f"user-dev @ {DEV_ACCOUNT}")


def test_a_form_of_one_is_not_carried_out_by_another(reader, server):
    """A role may make groups, and so may its user: neither makes one by the other's form."""
    iam = server.client("iam")
    iam.put_user_policy(UserName="user-dev", PolicyName="all", PolicyDocument=allow("*"))
    iam.put_role_policy(RoleName="audit", PolicyName="own", PolicyDocument=allow("iam:*"))
    first = reader()
    sign_in(first, ENGLISH)
    first.goto("/console/iam/create-group")
    second = first.context.new_page()
    switch(second, ENGLISH)
    expect(main(second)).to_contain_text("The role acts now")
    first.locator("[name=group]").fill("meant-for-the-user")
    button(main(first), "Create group").click()
    expect(main(first)).to_contain_text("Nothing was changed")
    second.goto("/console/iam/create-group")
    second.locator("[name=group]").fill("meant-for-the-role")
    first.goto("/console")
    button(open_menu(first), "Switch back").click()
    expect(main(first)).to_contain_text("You act as yourself again")
    button(main(second), "Create group").click()
    expect(main(second)).to_contain_text("Nothing was changed")
    assert iam.list_groups()["Groups"] == []


def test_an_alias_does_not_tell_its_account(reader, server):
    server.client("iam").create_account_alias(AccountAlias="example")
    page = reader()
    sign_in(page, ENGLISH)
    switch(page, ENGLISH, "nobody", "example")
    known = main(page).text_content().replace("example", "x")
    switch(page, ENGLISH, "nobody", "nobodys")
    assert main(page).text_content().replace("nobodys", "x") == known
    assert "role/nobody" not in known


def test_what_a_role_did_in_the_console_is_its_last_use(reader, server):
    page = reader()
    sign_in(page, ENGLISH)
    switch(page, ENGLISH)
    page.goto("/console/iam/users")
    used = server.client("iam").get_role(RoleName="audit")["Role"]["RoleLastUsed"]
    assert used["Region"] == "us-east-1" and "LastUsedDate" in used


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("words", [ENGLISH, KOREAN], ids=["en", "ko"])
def test_the_pages_are_sound(reader, server, words, scheme):
    said = WORDS[words.code]
    page = reader(words, color_scheme=scheme, viewport={"width": 360, "height": 740})
    sign_in(page, words)
    switch(page, words, "nobody")
    expect(main(page)).to_contain_text(said.refused)
    assert findings(page) == []
    switch(page, words, display="Nightly audit", colour=said.red)
    open_menu(page)
    assert findings(page) == []
