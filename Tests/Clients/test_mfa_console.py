"""Second factors in a real browser: an authenticator app, whose codes pyotp makes, and passkeys,
which Chromium's own virtual authenticator keeps; in both languages."""

import dataclasses
import json
import re
import time

import pyotp
import pytest
from playwright.sync_api import expect

from conftest import wait_for_steady_codes
from test_console_walk import (
    ENGLISH, KOREAN, account_menu, box, button, fill_in_three_boxes, findings, focus, link,
    make_user, reader, sign_in_as_root)

__all__ = ["reader"]  # a fixture

PASSWORD = "A long passw0rd!"


@dataclasses.dataclass(frozen=True)
class Words:
    """What the pages about second factors say."""

    section: str
    assign: str
    name: str
    app: str
    passkey: str
    next: str
    show_qr: str
    show_secret: str
    code1: str
    code2: str
    add: str
    set_up: str
    use: str
    code: str
    submit: str
    another: str
    remove: str
    resync: str
    failed: str


MFA = {
    "en": Words(
        "Multi-factor authentication (MFA)", "Assign MFA device", "Device name",
        "Authenticator app", "Passkey or security key", "Next", "Show QR code", "Show secret key",
        "MFA code 1", "MFA code 2", "Add MFA", "Set up passkey", "Use passkey", "MFA code",
        "Submit", "Try another MFA device", "Remove", "Resync",
        "Your authentication information is incorrect. Please try again."),
    "ko": Words(
        "멀티 팩터 인증(MFA)", "MFA 디바이스 할당", "디바이스 이름", "인증 관리자 앱", "패스키 또는 보안 키",
        "다음", "QR 코드 표시", "보안 키 표시", "MFA 코드 1", "MFA 코드 2", "MFA 추가", "패스키 설정",
        "패스키 사용", "MFA 코드", "제출", "다른 MFA 디바이스 사용", "제거", "재동기화",
        "인증 정보가 올바르지 않습니다. 다시 시도하십시오."),
}

languages = pytest.mark.parametrize("words", [ENGLISH, KOREAN], ids=["en", "ko"])

NEEDS_MFA = json.dumps({
    "Version": "2012-10-17",
    "Statement": [
        {"Effect": "Allow", "Action": "*", "Resource": "*"},
        {"Effect": "Deny", "Resource": "*",
         "NotAction": ["iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "iam:ListMFADevices"],
         "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}}},
    ],
})


def open_credentials(page, words, as_root=True):
    name = words.root_credentials if as_root else words.user_credentials
    link(account_menu(page), name).click()
    if as_root:
        button(page.get_by_role("dialog"), words.go_on).click()
    expect(page.get_by_role("heading", name=MFA[words.code].section)).to_be_visible()


def choose(page, words, name, kind):
    mfa = MFA[words.code]
    box(page, mfa.name).fill(name)
    page.get_by_role("radio", name=kind, exact=True).check()
    button(page, mfa.next).click()


def add_app(page, words, name="phone", look=lambda: None):
    """Goes through the steps, and returns the app. `look` is called with its page open."""
    mfa = MFA[words.code]
    choose(page, words, name, mfa.app)
    look()
    reveal = button(page, mfa.show_secret)
    if reveal.is_visible():  # without scripts it is shown
        reveal.click()
    app = pyotp.TOTP(page.get_by_role("code").inner_text().strip())
    # The next code is left for the sign-in.
    wait_for_steady_codes()
    now = time.time()
    box(page, mfa.code1).fill(app.at(now - 30))
    box(page, mfa.code2).fill(app.at(now))
    button(page, mfa.add).click()
    expect(page.get_by_role("row").filter(has_text=name)).to_be_visible()
    return app


def next_code(app):
    return app.at(time.time() + 30)


def sign_out(page, words):
    button(account_menu(page), words.sign_out).click()


def give_root_password(page, words, server):
    page.goto("/signin?as=root")
    page.get_by_role("radio", name=words.root_user, exact=True).check()
    page.get_by_role("textbox", name=words.root_email).fill(server.email)
    button(page, words.next).click()
    box(page, words.password).fill(server.password)
    button(page, words.sign_in).click()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
@languages
def test_the_root_user_assigns_an_app_and_signs_in_with_a_code(
        reader, gatehouse_dev, words, scripts):
    mfa = MFA[words.code]
    page = reader(words, scripts)
    sign_in_as_root(page, words, gatehouse_dev)
    open_credentials(page, words)
    button(page, mfa.assign).click()
    app = add_app(page, words)
    sign_out(page, words)

    give_root_password(page, words, gatehouse_dev)
    box(page, mfa.code).fill("000000" if next_code(app) != "000000" else "111111")
    button(page, mfa.submit).click()
    expect(page.get_by_role("alert")).to_contain_text(mfa.failed)
    box(page, mfa.code).fill(next_code(app))
    button(page, mfa.submit).click()
    expect(page).to_have_url(re.compile("/console$"))


@languages
def test_an_iam_user_meets_the_page_at_the_first_sign_in(reader, gatehouse_dev, words):
    mfa = MFA[words.code]
    make_user(gatehouse_dev)
    gatehouse_dev.client("iam").put_user_policy(
        UserName="user-dev", PolicyName="needs-mfa", PolicyDocument=NEEDS_MFA)
    page = reader(words)
    page.goto(f"/signin/{gatehouse_dev.account}")
    fill_in_three_boxes(page, words)
    expect(box(page, mfa.name)).to_be_visible()

    page.goto("/console/iam/users")
    expect(page.get_by_role("heading", name=words.denied)).to_be_visible()
    page.goto("/console/security-credentials/assign-mfa-device")
    app = add_app(page, words, "user-dev-phone")
    page.goto("/console/iam/users")
    expect(page.get_by_role("heading", name=words.denied)).to_be_visible()
    sign_out(page, words)

    page.goto(f"/signin/{gatehouse_dev.account}")
    fill_in_three_boxes(page, words)
    box(page, mfa.code).fill(next_code(app))
    button(page, mfa.submit).click()
    page.wait_for_url(re.compile("/console"))
    page.goto("/console/iam/users")
    expect(link(page, "user-dev")).to_be_visible()


def virtual_authenticator(page, **options):
    """Chromium's own authenticator, which answers by itself."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    settings = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
        "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
    }
    answer = session.send("WebAuthn.addVirtualAuthenticator", {"options": settings | options})
    return session, answer["authenticatorId"]


AUTHENTICATORS = {
    "passkey": {},
    "key-that-is-touched": {
        "transport": "usb", "hasResidentKey": False, "hasUserVerification": False,
        "isUserVerified": False},
}


def register_root_key(page, server, words=ENGLISH, **options):
    """Signs the root user in and gives it a passkey; returns the authenticator that keeps it."""
    mfa = MFA[words.code]
    session, authenticator = virtual_authenticator(page, **options)
    sign_in_as_root(page, words, server)
    open_credentials(page, words)
    button(page, mfa.assign).click()
    choose(page, words, "root-key", mfa.passkey)
    button(page, mfa.set_up).click()
    expect(page.get_by_role("row").filter(has_text="root-key")).to_be_visible()
    return session, authenticator


@pytest.mark.parametrize("kind", AUTHENTICATORS)
@languages
def test_a_passkey_is_registered_and_used(reader, gatehouse_dev, words, kind):
    mfa = MFA[words.code]
    page = reader(words, host="localhost")
    session, authenticator = register_root_key(
        page, gatehouse_dev, words, **AUTHENTICATORS[kind])
    sign_out(page, words)

    give_root_password(page, words, gatehouse_dev)
    button(page, mfa.use).click()
    expect(page).to_have_url(re.compile("/console$"))
    [device] = gatehouse_dev.client("iam").list_mfa_devices()["MFADevices"]
    assert re.fullmatch(
        f"arn:aws:iam::{gatehouse_dev.account}:u2f/root-account/root-key-[A-Z2-7]{{26}}",
        device["SerialNumber"])

    # A copy of the key that counts less has been made of it.
    [credential] = session.send(
        "WebAuthn.getCredentials", {"authenticatorId": authenticator})["credentials"]
    session.send("WebAuthn.removeCredential", {
        "authenticatorId": authenticator, "credentialId": credential["credentialId"]})
    session.send("WebAuthn.addCredential", {
        "authenticatorId": authenticator, "credential": credential | {"signCount": 0}})
    sign_out(page, words)
    give_root_password(page, words, gatehouse_dev)
    button(page, mfa.use).click()
    expect(page.get_by_role("alert")).to_contain_text(mfa.failed)


def test_another_device_can_be_tried_and_devices_are_resynced_and_removed(reader, gatehouse_dev):
    words, mfa = ENGLISH, MFA["en"]
    page = reader(words, host="localhost")
    virtual_authenticator(page)
    sign_in_as_root(page, words, gatehouse_dev)
    open_credentials(page, words)
    button(page, mfa.assign).click()
    app = add_app(page, words)
    button(page, mfa.assign).click()
    choose(page, words, "root-key", mfa.passkey)
    button(page, mfa.set_up).click()
    expect(page.get_by_role("row").filter(has_text="root-key")).to_be_visible()
    sign_out(page, words)

    give_root_password(page, words, gatehouse_dev)
    expect(button(page, mfa.use).or_(box(page, mfa.code))).to_be_visible()
    if button(page, mfa.use).is_visible():
        button(page, mfa.another).click()
    box(page, mfa.code).fill(next_code(app))
    button(page, mfa.another).click()
    button(page, mfa.use).click()
    expect(page).to_have_url(re.compile("/console$"))

    open_credentials(page, words)
    row = page.get_by_role("row").filter(has_text=":mfa/phone")
    button(row, mfa.resync).click()
    dialog = page.get_by_role("dialog")
    now = time.time()
    box(dialog, mfa.code1).fill(app.at(now + 3_000))
    box(dialog, mfa.code2).fill(app.at(now + 3_030))
    button(dialog, mfa.resync).click()
    expect(page.get_by_text("in step again")).to_be_visible()
    button(page.get_by_role("row").filter(has_text=":mfa/phone"), mfa.remove).click()
    button(page.get_by_role("dialog"), mfa.remove).click()
    expect(page.get_by_role("row").filter(has_text=":mfa/phone")).to_have_count(0)
    assert gatehouse_dev.client("iam").list_virtual_mfa_devices()["VirtualMFADevices"] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@languages
def test_the_steps_are_sound_for_assistive_technology_and_narrow_screens(
        reader, gatehouse_dev, words, scheme):
    mfa = MFA[words.code]
    page = reader(
        words, host="localhost", color_scheme=scheme, viewport={"width": 360, "height": 740})
    register_root_key(page, gatehouse_dev, words)
    assert findings(page) == [], "the list"
    button(page, mfa.assign).click()
    choose(page, words, "phone", mfa.app)
    button(page, mfa.show_qr).click()
    button(page, mfa.show_secret).click()
    assert findings(page) == [], "an app"
    box(page, mfa.code1).fill("000000")
    box(page, mfa.code2).fill("000000")
    button(page, mfa.add).click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert findings(page) == [], "wrong codes"
    sign_out(page, words)
    give_root_password(page, words, gatehouse_dev)
    expect(button(page, mfa.use)).to_be_visible()
    assert findings(page) == [], "a key at sign-in"


def test_a_device_is_assigned_and_used_with_the_keyboard_alone(reader, gatehouse_dev):
    words, mfa = ENGLISH, MFA["en"]
    page = reader()
    sign_in_as_root(page, words, gatehouse_dev)
    page.goto("/console/security-credentials?continue=1")
    focus(page, button(page, mfa.assign))
    page.keyboard.press("Enter")
    expect(box(page, mfa.name)).to_be_focused()
    page.keyboard.type("phone")
    page.keyboard.press("Enter")
    focus(page, button(page, mfa.show_secret))
    page.keyboard.press("Space")
    app = pyotp.TOTP(page.get_by_role("code").inner_text().strip())
    wait_for_steady_codes()
    now = time.time()
    focus(page, box(page, mfa.code1))
    page.keyboard.type(app.at(now - 30))
    page.keyboard.press("Tab")
    page.keyboard.type(app.at(now))
    page.keyboard.press("Enter")
    expect(page.get_by_role("row").filter(has_text="phone")).to_be_visible()
    sign_out(page, words)
    give_root_password(page, words, gatehouse_dev)
    expect(box(page, mfa.code)).to_be_focused()
    page.keyboard.type(next_code(app))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/console$"))
