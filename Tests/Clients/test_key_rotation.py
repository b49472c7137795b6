"""An access key is exchanged for a new one, step by step, on a user's page and on one's own."""

import dataclasses
import email.utils
import re

import botocore.exceptions
import pytest
from playwright.sync_api import expect

from conftest import Credentials
from test_console_walk import (
    ENGLISH, KOREAN, both, button, fill_in_three_boxes, findings, link, make_user, reader,
    sign_in_as_root)

__all__ = ["reader"]  # a fixture


@dataclasses.dataclass(frozen=True)
class RotationWords:
    """What the exchange says, where the steps name it."""

    rotate: str
    create: str
    unused: str
    again: str
    deactivate: str
    used: str
    delete: str
    activate: str


WORDS = {
    "en": RotationWords(
        "Rotate the access key", "Create the second key", "It was not used yet.", "Look again",
        "Make the old key inactive", "The new key is in use.", "Delete the old key…",
        "Make the old key active again"),
    "ko": RotationWords(
        "액세스 키 교체", "두 번째 키 만들기", "아직 사용되지 않았습니다.", "다시 확인",
        "기존 키를 비활성 상태로 전환", "새 키가 사용되고 있습니다.", "기존 키 삭제하기",
        "기존 키 다시 활성화"),
}


def client(server, key):
    return server.client("sts", Credentials(key[0], key[1]))


def use(server, key):
    """Signs a request with a key, until its use is written down."""
    client(server, key).get_caller_identity()
    iam = server.client("iam")
    while "LastUsedDate" not in iam.get_access_key_last_used(AccessKeyId=key[0])[
            "AccessKeyLastUsed"]:
        pass


def rotate(page, words, server, old, address, step=lambda name: None):
    """From one key to another that is used, and the first one gone."""
    said = WORDS[words.code]
    page.goto(address)
    step("one-key")
    page.locator("summary", has_text=said.rotate).click()
    step("create")
    button(page, said.create).click()
    secret = page.locator("[name=secret]").input_value()
    new = page.locator("[name=id]").input_value(), secret
    link(page, words.close).click()
    page.goto(address)
    expect(page.locator(".rotation")).to_contain_text(said.unused)
    step("use")
    use(server, new)
    link(page, said.again).click()
    expect(page.locator(".rotation")).to_contain_text(said.used)
    step("deactivate")
    button(page, said.deactivate).click()
    with pytest.raises(botocore.exceptions.ClientError, match="InvalidClientTokenId"):
        client(server, old).get_caller_identity()
    step("delete")
    button(page, said.activate).click()
    client(server, old).get_caller_identity()
    button(page, said.deactivate).click()
    button(page, said.delete).click()
    button(page.get_by_role("dialog"), words.delete).click()
    expect(page.get_by_role("main")).not_to_contain_text(old[0])
    expect(page.get_by_role("main")).to_contain_text(new[0])
    client(server, new).get_caller_identity()


def make_key(server):
    """A key of the user, made in a second that is over: of two keys of one second nobody knows
    which is the older one."""
    iam = server.client("iam")
    key = iam.create_access_key(UserName="user-dev")["AccessKey"]
    while True:
        answer = iam.get_user(UserName="user-dev")["ResponseMetadata"]["HTTPHeaders"]["date"]
        if email.utils.parsedate_to_datetime(answer) > key["CreateDate"]:
            break
    return key["AccessKeyId"], key["SecretAccessKey"]


@both
def test_an_administrator_exchanges_a_users_key(reader, gatehouse_dev, words, scripts):
    make_user(gatehouse_dev)
    old = make_key(gatehouse_dev)
    page = reader(words, scripts=scripts)
    sign_in_as_root(page, words, gatehouse_dev)
    rotate(page, words, gatehouse_dev, old, "/console/iam/users/user-dev?tab=credentials")


def test_a_user_exchanges_its_own_key(reader, gatehouse_dev):
    make_user(gatehouse_dev, policy="AdministratorAccess")
    old = make_key(gatehouse_dev)
    page = reader()
    sign_in(page, gatehouse_dev)
    rotate(page, ENGLISH, gatehouse_dev, old, "/console/security-credentials?open=access-keys")


def sign_in(page, server):
    page.goto(f"/signin/{server.account}")
    fill_in_three_boxes(page, ENGLISH)
    expect(page).to_have_url(re.compile("/console$"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("words", [ENGLISH, KOREAN], ids=["en", "ko"])
def test_each_step_is_sound(reader, gatehouse_dev, words, scheme):
    make_user(gatehouse_dev)
    old = make_key(gatehouse_dev)
    page = reader(words, color_scheme=scheme, viewport={"width": 360, "height": 740})
    sign_in_as_root(page, words, gatehouse_dev)

    def step(name):
        assert findings(page) == [], name

    rotate(page, words, gatehouse_dev, old, "/console/iam/users/user-dev?tab=credentials", step)
