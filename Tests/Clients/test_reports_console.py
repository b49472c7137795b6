"""The pages of the console that report: credentials, last accesses, unused access, and policies
found by what they allow."""

import csv
import io
import json
import re

import pytest
from playwright.sync_api import expect

from conftest import Credentials
from test_console_walk import (
    ENGLISH, KOREAN, box, button, fill_in_three_boxes, link, make_user, reader, sign_in_as_root)

__all__ = ["reader"]  # a fixture

BOTH = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])


def row(page, name):
    return page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=name, exact=True))


@BOTH
@pytest.mark.parametrize("words", [ENGLISH, KOREAN], ids=["en", "ko"])
def test_the_credential_report_is_made_read_and_kept_as_a_file(
        reader, gatehouse_dev, words, scripts):
    report, create, download = {
        "en": ("Credential report", "Create report", "Download report (CSV)"),
        "ko": ("자격 증명 보고서", "보고서 생성", "보고서 다운로드(CSV)"),
    }[words.code]
    make_user(gatehouse_dev)
    page = reader(words, scripts=scripts)
    sign_in_as_root(page, words, gatehouse_dev)
    page.goto("/console/iam")
    link(page.get_by_role("navigation", name="IAM"), report).click()
    button(page, create).click()
    expect(row(page, "user-dev")).to_be_visible()
    expect(button(page, download)).to_be_visible()
    with page.expect_download() as waiting:
        button(page, download).click()
    text = open(waiting.value.path(), encoding="utf-8").read()
    assert [line["user"] for line in csv.DictReader(io.StringIO(text))] == [
        "<root_account>", "user-dev"]
    search = page.get_by_role("main").get_by_role("searchbox")
    search.fill("USER")
    search.press("Enter")
    expect(row(page, "user-dev")).to_be_visible()
    expect(page.get_by_role("rowheader")).to_have_count(1)


def test_a_report_that_one_may_not_see_is_refused(reader, gatehouse_dev):
    make_user(gatehouse_dev, policy="AmazonS3ReadOnlyAccess")
    page = reader()
    sign_in_as_user(page, gatehouse_dev)
    for path in ("credential-report", "credential-report/file", "unused-access"):
        assert page.goto(f"/console/iam/{path}").status == 403


def sign_in_as_user(page, server):
    page.goto("/signin")
    page.get_by_role("radio", name=ENGLISH.iam_user, exact=True).check()
    fill_in_three_boxes(page, ENGLISH, server.account)
    expect(page.get_by_role("banner")).to_contain_text("user-dev @")


@BOTH
def test_the_last_accesses_stand_with_whatever_has_the_permissions(
        reader, gatehouse_dev, scripts):
    iam = gatehouse_dev.client("iam")
    make_user(gatehouse_dev, policy="IAMReadOnlyAccess")
    iam.create_group(GroupName="readers")
    iam.add_user_to_group(GroupName="readers", UserName="user-dev")
    iam.attach_group_policy(
        GroupName="readers", PolicyArn="arn:aws:iam::aws:policy/IAMReadOnlyAccess")
    key = iam.create_access_key(UserName="user-dev")["AccessKey"]
    made = Credentials(key["AccessKeyId"], key["SecretAccessKey"])
    gatehouse_dev.client("iam", made).list_users()
    page = reader(scripts=scripts)
    sign_in_as_root(page, ENGLISH, gatehouse_dev)
    for place in ("users/user-dev", "groups/readers", "policies/aws/IAMReadOnlyAccess"):
        page.goto(f"/console/iam/{place}")
        link(page, "Last accessed").click()
        iam_row = page.get_by_role("row").filter(has_text="Identity and Access Management")
        while not iam_row.count():
            page.reload()
        expect(link(iam_row, "user-dev")).to_be_visible()
        iam_row.get_by_text("1 action").click()
        expect(iam_row.get_by_text("ListUsers")).to_be_visible()


@BOTH
def test_the_smallest_policy_is_found_by_what_it_allows(reader, gatehouse_dev, scripts):
    gatehouse_dev.client("iam").create_policy(
        PolicyName="OnlyThis", PolicyDocument=json.dumps({
            "Version": "2012-10-17", "Statement": {
                "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}}))
    page = reader(scripts=scripts)
    sign_in_as_root(page, ENGLISH, gatehouse_dev)
    page.goto("/console/iam/policies")
    button(page, "Find policies by action").click()
    box(page, "Actions").fill("s3:getobject")
    button(page, "Find policies").click()
    found = page.get_by_role("table", name="Policies that allow it").get_by_role("row")
    expect(found.nth(1)).to_contain_text("OnlyThis")
    expect(found.nth(1)).to_contain_text("All, on every resource")
    box(page, "Actions").fill("s3:GetObjct")
    button(page, "Find policies").click()
    expect(page.get_by_text("No service has an action s3:GetObjct.").first).to_be_visible()
    # By service and level of access, without knowing a name.
    box(page, "Actions").fill("")
    page.get_by_label("Service", exact=True).select_option("sqs")
    page.get_by_label("Access level").select_option(label="Read")
    button(page, "Show its actions").click()
    page.get_by_role("checkbox", name="sqs:ReceiveMessage", exact=True).check()
    button(page, "Find policies").click()
    expect(found.nth(1)).to_contain_text("AWS managed")
    expect(page.get_by_role("checkbox", name="sqs:ReceiveMessage", exact=True)).to_be_checked()
    # The search of the list takes an action for one.
    page.goto("/console/iam/policies")
    search = page.get_by_role("main").get_by_role("searchbox")
    search.fill("s3:GetObject")
    search.press("Enter")
    expect(page).to_have_url(re.compile("/find-policies"))
    expect(found.nth(1)).to_contain_text("OnlyThis")


@BOTH
def test_the_step_of_permissions_offers_policies_by_action(reader, gatehouse_dev, scripts):
    page = reader(scripts=scripts)
    sign_in_as_root(page, ENGLISH, gatehouse_dev)
    page.goto("/console/iam/create-user")
    box(page, ENGLISH.user_name).fill("user-dev")
    button(page, ENGLISH.next).click()
    page.get_by_role("radio", name="Attach policies directly").check()
    search = page.get_by_role("main").get_by_role("searchbox", name="Search policies")
    search.fill("sqs:SendMessage")
    search.press("Enter")
    policies = page.get_by_role("table", name="Permissions policies")
    expect(policies.get_by_role("columnheader", name="Other actions")).to_be_visible()
    first = policies.get_by_role("row").nth(1)
    name = first.get_by_role("checkbox").get_attribute("value")
    first.get_by_role("checkbox").check()
    button(page, ENGLISH.next).click()
    button(page, "Create user").click()
    policies = gatehouse_dev.client("iam").list_attached_user_policies(UserName="user-dev")
    assert [each["PolicyArn"] for each in policies["AttachedPolicies"]] == [name]


def test_the_command_finds_policies_too(operator):
    done = operator("policy", "find", "--action", "s3:GetObject", "--limit", "5", "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert len(found) == 5
    assert all(each["grantedEverywhere"] == ["s3:GetObject"] for each in found)
    others = [each["others"] for each in found]
    assert others == sorted(others)
    none = operator("policy", "find", "--action", "s3:GetObject", "--action", "s3:GetObjct")
    assert none.returncode == 64 and "No service has an action s3:GetObjct." in none.stderr
    several = operator("policy", "find", "--action", "iam:*", "--limit", "1")
    assert several.returncode == 0 and several.stdout.startswith("IAMFullAccess: ")
