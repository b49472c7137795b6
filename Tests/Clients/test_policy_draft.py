"""What becomes of a draft in the policy editor: while an answer is on its way, when something is
not finished, when somebody else has changed the policy, when the session has ended."""

import json
import re

from playwright.sync_api import expect

from test_console_walk import (
    ENGLISH, both, box, button, make_user, reader, sign_in_as_root)
from test_policy_editor import WORDS

__all__ = ["reader"]  # a fixture


class Held:
    """The requests of the editor's steps, each of which waits until it is let through."""

    def __init__(self, page):
        self.page, self.routes, self.holds = page, [], True
        page.route(re.compile("/console/iam/"), self._hold)

    def _hold(self, route):
        if self.holds and "policy-step=" in (route.request.post_data or ""):
            self.routes.append(route)
        else:
            route.continue_()

    def wait(self):
        """Until the script has asked."""
        for _ in range(500):
            if self.routes:
                return
            self.page.wait_for_timeout(10)
        raise AssertionError("nothing was asked")

    def let_go(self):
        """Lets one through."""
        self.wait()
        self.routes.pop(0).continue_()

    def end(self):
        self.holds = False
        for route in self.routes:
            route.continue_()


def statement(action, **more):
    return {"Effect": "Allow", "Action": action, "Resource": "*", **more}


def policy(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)}, indent=1)


def open_inline(reader, server, document, words=ENGLISH, scripts=True):
    """The editor of an inline policy of the user."""
    make_user(server)
    server.client("iam").put_user_policy(
        UserName="user-dev", PolicyName="Mine", PolicyDocument=document)
    page = reader(words, scripts=scripts)
    sign_in_as_root(page, words, server)
    page.goto("/console/iam/inline-policy/user/user-dev?policy=Mine")
    return page


def stored(server):
    return server.client("iam").get_user_policy(
        UserName="user-dev", PolicyName="Mine")["PolicyDocument"]["Statement"]


def remove(page, number):
    page.get_by_role("button", name=re.compile(f"^Remove ?: Statement {number}$")).click()


def test_what_is_chosen_while_an_answer_is_on_its_way_stays(reader, gatehouse_dev):
    page = reader()
    sign_in_as_root(page, ENGLISH, gatehouse_dev)
    page.goto("/console/iam/create-policy")
    held = Held(page)
    box(page, "Service").fill("s3")
    button(page, "Show actions").click()
    held.wait()
    box(page, "Deny").check()
    box(page, "Listed resources").check()
    box(page, "Resource ARNs").fill("arn:aws:s3:::mine")
    held.let_go()
    # The answer says Allow on all resources, and is thrown away.
    held.wait()
    expect(page.locator("[name=statement-shown]")).to_have_count(0)
    held.end()
    expect(page.locator("[name=statement-shown]")).to_have_value("s3")
    expect(box(page, "Deny")).to_be_checked()
    expect(box(page, "Resource ARNs")).to_have_value("arn:aws:s3:::mine")
    expect(box(page, "Resource ARNs")).to_be_focused()


def test_saving_waits_for_the_steps_before_it(reader, gatehouse_dev):
    page = open_inline(reader, gatehouse_dev, policy(statement("s3:Get*"), statement("s3:Put*")))
    held = Held(page)
    remove(page, 2)
    button(page, "Save changes").click()
    held.end()
    expect(page).to_have_url(re.compile("/console/iam/users/user-dev"))
    assert [each["Action"] for each in stored(gatehouse_dev)] == ["s3:Get*"]


def test_steps_are_taken_one_after_another(reader, gatehouse_dev):
    actions = [f"s3:{name}*" for name in ("Get", "Put", "List", "Delete", "Tag")]
    page = open_inline(reader, gatehouse_dev, policy(*map(statement, actions)))
    held = Held(page)
    # The numbers are those that are read now: after the first, the third is the second.
    for number in (2, 3, 5):
        remove(page, number)
    held.end()
    expect(page.locator(".statement")).to_have_count(2)
    button(page, "Save changes").click()
    expect(page).to_have_url(re.compile("/console/iam/users/user-dev"))
    assert [each["Action"] for each in stored(gatehouse_dev)] == ["s3:Get*", "s3:Delete*"]


def test_a_step_in_a_statement_that_was_left_is_not_taken_in_another(reader, gatehouse_dev):
    condition = {"Bool": {"aws:SecureTransport": "true"}}
    page = open_inline(
        reader, gatehouse_dev,
        policy(*(statement(action, Condition=condition) for action in ("s3:Get*", "s3:Put*"))))
    page.get_by_role("button", name=re.compile("^Edit ?: Statement 1$")).click()
    expect(page.locator(".condition")).to_be_visible()
    held = Held(page)
    page.get_by_role("button", name=re.compile("^Edit ?: Statement 2$")).click()
    page.get_by_role("button", name=re.compile("^Remove ?: Condition 1$")).click()
    button(page, "Save changes").click()
    held.end()
    expect(page).to_have_url(re.compile("/console/iam/users/user-dev"))
    assert [each["Condition"] for each in stored(gatehouse_dev)] == [condition, condition]


def test_who_types_on_goes_on_typing(reader, gatehouse_dev):
    page = reader()
    sign_in_as_root(page, ENGLISH, gatehouse_dev)
    page.goto("/console/iam/create-policy")
    box(page, "Service").focus()
    page.keyboard.type("sqs")
    page.locator("[name=statement-patterns]").click()
    page.keyboard.type("sqs:Send*")
    expect(page.locator("[name=statement-shown]")).to_have_value("sqs")
    patterns = page.locator("[name=statement-patterns]")
    expect(patterns).to_be_focused()
    page.keyboard.type("\nsqs:Get*")
    expect(patterns).to_have_value("sqs:Send*\nsqs:Get*")


@both
def test_what_is_not_finished_is_not_saved(reader, gatehouse_dev, words, scripts):
    said = WORDS[words.code]
    page = open_inline(
        reader, gatehouse_dev,
        policy(statement("s3:*", Condition={"StringNotEquals": {"aws:RequestedRegion": "a"}})),
        words, scripts)
    key = page.locator("#field-condition-key-0")
    key.fill("")
    button(page, said.save).click()
    expect(page.locator("#field-condition-key-0-error")).to_be_visible()
    expect(page.locator("[role=alert][data-focus]")).to_be_focused(
    ) if scripts else expect(page.locator("[role=alert]").first).to_be_visible()
    expect(page.locator("[name=condition-values]")).to_have_value("a")
    key.fill("aws:RequestedRegion")
    button(page, said.add_condition).click()
    expect(page.locator(".condition")).to_have_count(2)
    page.locator("#field-condition-operator-1").fill("StringNotEquals")
    page.locator("#field-condition-key-1").fill("aws:requestedregion")
    page.locator("#field-condition-values-1").fill("b")
    button(page, said.add).click()
    expect(page.locator("#field-condition-key-1-error")).to_be_visible()
    expect(page.locator(".statement")).to_have_count(1)
    if scripts:
        expect(page.locator("#field-condition-key-1")).to_be_focused()
    page.locator("[value='remove-condition:1']").click()
    expect(page.locator(".condition")).to_have_count(1)
    page.locator("#field-condition-values-0").fill("a\nb")
    button(page, said.save).click()
    expect(page).to_have_url(re.compile("/console/iam/users/user-dev"))
    assert stored(gatehouse_dev)[0]["Condition"] == {
        "StringNotEquals": {"aws:RequestedRegion": ["a", "b"]}}


@both
def test_what_somebody_else_wrote_is_seen_first(reader, gatehouse_dev, words, scripts):
    said = WORDS[words.code]
    page = open_inline(reader, gatehouse_dev, policy(statement("s3:Get*")), words, scripts)
    box(page, said.deny).check()
    gatehouse_dev.client("iam").put_user_policy(
        UserName="user-dev", PolicyName="Mine", PolicyDocument=policy(statement("s3:Put*")))
    button(page, said.save).click()
    expect(page.locator(".difference").first).to_contain_text("s3:Put*")
    assert stored(gatehouse_dev)[0]["Action"] == "s3:Put*"
    expect(box(page, said.deny)).to_be_checked()
    button(page, said.save).click()
    expect(page).to_have_url(re.compile("/console/iam/users/user-dev"))
    assert stored(gatehouse_dev)[0] == {"Effect": "Deny", "Action": "s3:Get*", "Resource": "*"}


def test_the_page_stays_when_the_session_has_ended(reader, gatehouse_dev):
    page = open_inline(reader, gatehouse_dev, policy(statement("s3:Get*")))
    box(page, "Deny").check()
    page.context.clear_cookies()
    lost = page.get_by_text("The server did not answer as expected")
    expect(lost).to_be_hidden()
    for name in ("Add statement", "Save changes"):
        button(page, name).click()
        expect(lost).to_be_visible()
        expect(box(page, "Deny")).to_be_checked()
        expect(page).to_have_url(re.compile("inline-policy"))
    assert stored(gatehouse_dev)[0]["Effect"] == "Allow"
