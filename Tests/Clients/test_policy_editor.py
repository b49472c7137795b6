"""Policies written in boxes and as text, their versions compared, and what they are attached to; by
the words that people read, with scripts and without."""

import dataclasses
import json
import re

import pytest
from playwright.sync_api import expect

from test_console_walk import (
    ENGLISH, KOREAN, both, box, button, findings, link, make_user, reader, sign_in_as_root)

__all__ = ["reader"]  # a fixture


@dataclasses.dataclass(frozen=True)
class EditorWords:
    """What the editor says, where the steps name it."""

    name: str
    create: str
    service: str
    show: str
    listing: str
    reading: str
    every: str
    patterns: str
    listed: str
    arns: str
    add_condition: str
    operator: str
    key: str
    values: str
    add: str
    statement: str
    text: str
    boxes: str
    deny: str
    inline: str
    save: str
    edit: str


WORDS = {
    "en": EditorWords(
        "Policy name", "Create policy", "Service", "Show actions", "List", "Read", "Select all",
        "Other actions and patterns", "Listed resources", "Resource ARNs", "Add condition",
        "Operator", "Condition key", "Values, one on each line", "Add statement", "Statement 2",
        "JSON", "Visual", "Deny", "Create inline policy", "Save changes", "Edit"),
    "ko": EditorWords(
        "정책 이름", "정책 생성", "서비스", "작업 표시", "나열", "읽기", "모두 선택", "기타 작업 및 패턴",
        "지정한 리소스", "리소스 ARN", "조건 추가", "연산자", "조건 키", "값(한 줄에 하나씩)", "문 추가", "문 2",
        "JSON 편집", "시각적", "거부", "인라인 정책 생성", "변경 사항 저장", "편집"),
}

ODD = """{ "Version":"2012-10-17",
  "Statement":  [
 {"Effect":"Deny", "NotAction" : ["iam:*" ], "Resource":"*"},
      { "Effect": "Allow" ,"Action":"s3:getobject", "Resource": "*"}] }"""


def open_level(page, name):
    summary = page.locator("details.level summary", has_text=re.compile("^" + name))
    if not summary.evaluate("summary => summary.parentElement.open"):
        summary.click()


@both
def test_a_policy_is_made_of_boxes(reader, gatehouse_dev, words, scripts):
    iam = gatehouse_dev.client("iam")
    said = WORDS[words.code]
    page = reader(words, scripts=scripts)
    sign_in_as_root(page, words, gatehouse_dev)
    page.goto("/console/iam/create-policy")
    box(page, said.service).fill("sts")
    button(page, said.show).click()
    expect(page.locator("details.level").first).to_be_visible()
    open_level(page, said.reading)
    box(page, "GetCallerIdentity").check()
    box(page, said.patterns).fill("sts:Decode*")
    box(page, said.listed).check()
    box(page, said.arns).fill("arn:aws:iam::*:user/${aws:username}\n*")
    button(page, said.add_condition).click()
    box(page, said.operator).fill("Bool")
    box(page, said.key).fill("aws:MultiFactorAuthPresent")
    box(page, said.values).fill("true")
    button(page, said.add).click()
    expect(page.get_by_role("heading", name=said.statement, exact=True)).to_be_visible()
    expect(page.locator("#policy-results")).to_contain_text("aws:MultiFactorAuthPresent")
    box(page, said.deny).check()
    box(page, said.service).fill("iam")
    button(page, said.show).click()
    expect(page.locator("[name=statement-shown]")).to_have_value("iam")
    open_level(page, said.listing)
    page.get_by_role("button", name=re.compile(f"^{said.every} ?: {said.listing}$")).click()
    expect(box(page, "ListUsers")).to_be_checked()
    box(page, said.name).fill("Mine")
    button(page.get_by_role("main"), said.create).click()
    expect(page).to_have_url(re.compile("/console/iam/policies/[0-9]+/Mine"))
    found = iam.list_policies(Scope="Local")["Policies"][0]
    document = iam.get_policy_version(
        PolicyArn=found["Arn"], VersionId="v1")["PolicyVersion"]["Document"]
    first, second = document["Statement"]
    assert first == {
        "Effect": "Allow", "Action": ["sts:GetCallerIdentity", "sts:Decode*"],
        "Resource": ["arn:aws:iam::*:user/${aws:username}", "*"],
        "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}}
    assert second["Effect"] == "Deny" and second["Resource"] == "*"
    assert "iam:ListUsers" in second["Action"] and "iam:CreateUser" not in second["Action"]


@both
def test_what_boxes_do_not_say_stays_as_it_was(reader, gatehouse_dev, words, scripts):
    iam = gatehouse_dev.client("iam")
    said = WORDS[words.code]
    make_user(gatehouse_dev)
    page = reader(words, scripts=scripts)
    sign_in_as_root(page, words, gatehouse_dev)
    page.goto("/console/iam/users/user-dev")
    link(page, said.inline).click()
    box(page, said.name).fill("Odd")
    button(page, said.text).click()
    page.locator("[name=document]").fill(ODD)
    button(page, said.boxes).click()
    expect(page.locator(".statement")).to_have_count(2)
    button(page, said.text).click()
    expect(page.locator("[name=document]")).to_have_value(ODD)
    button(page, said.boxes).click()
    button(page.get_by_role("main"), said.inline).click()
    link(page.get_by_role("main"), said.edit).click()
    page.get_by_role("button", name=re.compile(f"^{said.edit} ?: {said.statement}$")).click()
    box(page, said.deny).check()
    button(page, said.save).click()
    expect(page).to_have_url(re.compile("/console/iam/users/user-dev"))
    stored = iam.get_user_policy(UserName="user-dev", PolicyName="Odd")["PolicyDocument"]
    assert stored["Statement"] == [
        {"Effect": "Deny", "NotAction": ["iam:*"], "Resource": "*"},
        {"Effect": "Deny", "Action": "s3:getobject", "Resource": "*"}]


def test_what_is_found_follows_what_is_typed(reader, gatehouse_dev):
    page = reader()
    sign_in_as_root(page, ENGLISH, gatehouse_dev)
    page.goto("/console/iam/create-policy")
    box(page, "Actions and patterns").fill("s3:GetObjct")
    expect(page.locator("#policy-results")).to_contain_text("did you mean s3:GetObject?")
    button(page, "JSON").click()
    expect(page.locator("[name=document]")).to_have_value(re.compile("s3:GetObjct"))
    text = page.locator("[name=document]").input_value()
    page.locator("[name=document]").fill(text.replace("GetObjct", "GetObject"))
    expect(page.locator("#policy-results")).to_contain_text("Nothing was found")
    expect(page.locator("[data-policy-status]")).to_contain_text("Nothing was found")
    page.locator("[name=document]").fill("{")
    button(page, "Visual").click()
    expect(page.locator("[name=document]")).to_have_value("{")
    expect(page.get_by_text("The text cannot be shown as boxes")).to_be_visible()
    # The same where a trust policy is written.
    page.goto("/console/iam/create-role")
    page.locator("[name=trust][value=custom]").check()
    page.locator("[name=document]").fill("{}")
    expect(page.locator("#policy-results .findings")).to_be_visible()


def test_a_service_is_chosen_with_the_keyboard_alone(reader, gatehouse_dev):
    page = reader()
    sign_in_as_root(page, ENGLISH, gatehouse_dev)
    page.goto("/console/iam/create-policy")
    box(page, "Policy name").fill("Keys")
    service = box(page, "Service")
    service.focus()
    page.keyboard.type("sqs")
    page.keyboard.press("Tab")
    expect(page.locator("[name=statement-shown]")).to_have_value("sqs")
    page.locator("details.level summary").first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text(re.compile("Select all"))
    page.keyboard.press("Enter")
    expect(page.locator("[name=statement-action]:checked").first).to_be_visible()
    expect(page.locator(":focus")).to_have_text(re.compile("Select all"))
    # Enter in a box neither saves nor changes the way of writing.
    box(page, "Policy name").press("Enter")
    expect(page.locator("[name=statement-service]")).to_have_value("sqs")
    expect(page).to_have_url(re.compile("create-policy"))


@both
def test_versions_are_compared(reader, gatehouse_dev, words, scripts):
    iam = gatehouse_dev.client("iam")
    arn = make_versions(iam)
    page = reader(words, scripts=scripts)
    sign_in_as_root(page, words, gatehouse_dev)
    page.goto(address(arn) + "?tab=versions")
    page.get_by_label("From version" if words.code == "en" else "기준 버전").select_option("v1")
    page.get_by_label("To version" if words.code == "en" else "비교 버전").select_option("v3")
    button(page, "Compare" if words.code == "en" else "비교").click()
    expect(page.get_by_role("deletion")).to_have_text('      "Action": "s3:Get*",')
    expect(page.get_by_role("insertion")).to_have_text('      "Action": "s3:List*",')
    if scripts:
        assert findings(page) == []


def address(arn):
    return "/console/iam/policies/" + arn.split(":")[4] + "/Mine"


def make_versions(iam):
    """A policy of three versions, the default being the second."""
    def document(action):
        return json.dumps({"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Action": action, "Resource": "*"}]}, indent=2)

    arn = iam.create_policy(PolicyName="Mine", PolicyDocument=document("s3:Get*"))["Policy"]["Arn"]
    for action in ["s3:Put*", "s3:List*"]:
        iam.create_policy_version(
            PolicyArn=arn, PolicyDocument=document(action), SetAsDefault=action == "s3:Put*")
    return arn


def walk(page, words, server, step):
    """Through every state of the pages about policies; `step` is called in each with its name."""
    said = WORDS[words.code]
    make_user(server)
    iam = server.client("iam")
    arn = make_versions(iam)
    iam.attach_user_policy(UserName="user-dev", PolicyArn=arn)
    iam.put_user_permissions_boundary(UserName="user-dev", PermissionsBoundary=arn)
    iam.put_user_policy(UserName="user-dev", PolicyName="Odd", PolicyDocument=ODD)
    sign_in_as_root(page, words, server)
    page.goto("/console/iam/create-policy")
    step("new")
    box(page, said.name).fill("Long")
    box(page, said.service).fill("s3")
    page.locator("button[value=service]").click()
    expect(page.locator("details.level").first).to_be_visible()
    step("service")
    page.locator(".statement details").evaluate_all("all => all.forEach(one => one.open = true)")
    page.locator("button[value=add-condition]").click()
    expect(page.locator(".condition")).to_be_visible()
    page.locator("[name=statement-action][value=GetObject]").evaluate("box => box.checked = true")
    page.locator("[name=condition-key]").fill("s3:prefix")
    page.locator("button[value=add]").click()
    expect(page.locator("#field-condition-values-0-error")).to_be_visible()
    step("refused")
    page.locator("[name=condition-values]").fill("home/")
    step("everything")
    page.locator("button[value=add]").click()
    expect(page.locator(".statement")).to_have_count(2)
    page.locator("button[name=go]").click()
    expect(page.locator("#findings-title")).to_be_visible()
    step("checked")
    page.goto("/console/iam/inline-policy/user/user-dev?policy=Odd")
    step("odd")
    page.locator("button[value=json]").click()
    expect(page.locator("[name=document]")).to_be_visible()
    page.locator("[name=document]").fill("{")
    page.locator("button[value=visual]").click()
    expect(page.locator(".policy-editor > .message.warning")).to_be_visible()
    step("not-visual")
    page.goto("/console/iam/inline-policy/user/user-dev?policy=Odd")
    iam.put_user_policy(
        UserName="user-dev", PolicyName="Odd", PolicyDocument=ODD.replace("Deny", "Allow"))
    button(page, said.save).click()
    expect(page.locator(".difference").first).to_be_visible()
    step("changed-meanwhile")
    page.goto("/console/iam/users/user-dev")
    step("user")
    for tab in ["permissions", "entities", "versions", "versions&from=v1&to=v2"]:
        page.goto(address(arn) + "?tab=" + tab)
        step(tab.replace("&", "-"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("words", [ENGLISH, KOREAN], ids=["en", "ko"])
def test_pages_of_policies_are_sound(reader, gatehouse_dev, words, scheme):
    page = reader(words, color_scheme=scheme, viewport={"width": 360, "height": 740})

    def step(name):
        assert findings(page) == [], name

    walk(page, words, gatehouse_dev, step)
