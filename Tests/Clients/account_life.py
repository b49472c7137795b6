"""The steps of an account's life, from sign-up to its end, by the words that people read.

A walk is given `step`, which it calls with a name after each step: the tests go on, and
`make screenshots` takes a picture.
"""

import dataclasses
import re
import time

import pytest
from playwright.sync_api import expect

from test_console_walk import account_menu, box, button, link
from test_mfa_console import MFA

NEW_PASSWORD = "Another long passw0rd!"
NEW_EMAIL = "boss@example.org"


def go_on(name):
    """Nothing is done between two steps of a test."""


@dataclasses.dataclass(frozen=True)
class Words:
    """What the pages about an account's life say."""

    send: str
    new: str
    again: str
    reset: str
    sent: str
    not_valid: str
    account: str
    change_email: str
    change_password: str
    close: str
    transfer: str
    new_email: str
    current: str
    code: str
    save: str
    confirm: str
    accept: str
    cancel: str
    send_again: str
    reopen: str
    failed: str
    go_on: str
    confirm_identity: str
    account_name: str
    sign_up: str


LIFE = {
    "en": Words(
        "Send email", "New password", "Confirm new password", "Reset password",
        "a message is on its way", "This link is not valid", "Account", "Change email",
        "Change password", "Close account", "Transfer ownership", "New email address",
        "Current password", "Verification code", "Save changes", 'To confirm, type "{}"',
        "Accept ownership", "Cancel transfer", "Send again", "Reopen account",
        "Your authentication information is incorrect. Please try again.", "Continue",
        "Confirm that it is you", "Account name", "Create account"),
    "ko": Words(
        "이메일 전송", "새 암호", "새 암호 확인", "암호 재설정", "메일이 곧 도착합니다",
        "유효하지 않은 링크입니다", "계정", "이메일 변경", "암호 변경", "계정 해지", "소유권 이전",
        "새 이메일 주소", "현재 암호", "확인 코드", "변경 사항 저장", '확인하려면 "{}"을(를) 입력하십시오',
        "소유권 수락", "이전 취소", "다시 전송", "계정 다시 열기",
        "인증 정보가 올바르지 않습니다. 다시 시도하십시오.", "계속", "본인 확인",
        "계정 이름", "계정 생성"),
}


# Steps


def mail_to(server, address, found=lambda mail: True):
    """The newest message to an address, once it has come."""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        for mail in server.mail():
            if mail["to"] == address and found(mail):
                return mail
    pytest.fail(f"no such mail to {address}: {[mail['subject'] for mail in server.mail()]}")


def link_in(mail):
    [address] = re.findall(r"http://\S+", mail["text"])
    return address


def code_in(mail):
    [code] = re.findall(r"^\d{6}$", mail["text"], re.MULTILINE)
    return code


def has_link(mail):
    return "http://" in mail["text"]


def ask_for_a_new_password(page, words, server, email=None, step=go_on):
    page.goto("/signin?as=root")
    page.get_by_role("textbox", name=words.root_email).fill(email or server.email)
    button(page, words.next).click()
    step("password")
    link(page, words.forgot).click()
    box(page, words.root_email).fill(email or server.email)
    step("forgot-password")
    button(page, LIFE[words.code].send).click()
    expect(page.get_by_role("status")).to_contain_text(LIFE[words.code].sent)
    step("message-sent")


def replace_the_password(page, words, server, step=go_on):
    """Follows the link in the newest message."""
    page.goto(link_in(mail_to(server, server.email, has_link)))
    step("new-password")
    choose_password(page, words, LIFE[words.code].reset)
    expect(page.get_by_role("status")).to_be_visible()
    step("password-replaced")


def choose_password(page, words, name, password=NEW_PASSWORD):
    life = LIFE[words.code]
    box(page, life.new).fill(password)
    box(page, life.again).fill(password)
    button(page, name).click()


def open_account(page, words):
    link(account_menu(page), LIFE[words.code].account).click()
    page.wait_for_url(re.compile("/console/account$"))


def sign_in(page, words, email, password):
    page.goto("/signin?as=root")
    page.get_by_role("textbox", name=words.root_email).fill(email)
    button(page, words.next).click()
    box(page, words.password).fill(password)
    button(page, words.sign_in).click()


def begin_email_change(page, words, server, step=go_on):
    life = LIFE[words.code]
    open_account(page, words)
    step("account")
    button(page, life.change_email).click()
    box(page, life.new_email).fill(NEW_EMAIL)
    box(page, life.current).fill(server.password)
    step("new-address")
    button(page, life.save).click()
    expect(box(page, life.code)).to_be_visible()
    step("codes")


def give_code(page, words, code):
    box(page, LIFE[words.code].code).fill(code)
    button(page, LIFE[words.code].save).click()


def offer_account(page, words, server, step=go_on):
    """Offers the account to another owner; returns the address that the new owner is sent."""
    life = LIFE[words.code]
    open_account(page, words)
    button(page, life.transfer).click()
    box(page, life.new_email).fill(NEW_EMAIL)
    box(page, life.current).fill(server.password)
    step("transfer")
    button(page, life.transfer).click()
    expect(button(page, life.cancel)).to_be_visible()
    step("transfer-offered")
    return link_in(mail_to(server, NEW_EMAIL, has_link))


def accept_account(page, words, server, address, step=go_on):
    """What the new owner does, up to the page that asks for an MFA device."""
    page.goto(address)
    expect(page.get_by_role("main")).to_contain_text(server.account)
    step("offer")
    choose_password(page, words, LIFE[words.code].accept)
    page.wait_for_url(re.compile("/signin"))
    step("accepted")
    sign_in(page, words, NEW_EMAIL, NEW_PASSWORD)
    page.goto("/console/iam")
    # Nothing else is done before there is an MFA device.
    expect(box(page, MFA[words.code].name)).to_be_visible()
    step("device-first")


def close_account(page, words, server, code=None, step=go_on):
    life = LIFE[words.code]
    open_account(page, words)
    button(page, life.close).click()
    step("close-account")
    box(page, life.confirm.format(server.account)).fill(server.account)
    box(page, life.current).fill(server.password)
    if code:
        box(page, MFA[words.code].code).fill(code)
    button(page, life.close).click()


def reopen_account(page, words, server, step=go_on):
    page.goto("/reopen-account")
    step("reopen-account")
    box(page, words.root_email).fill(server.email)
    box(page, words.password).fill(server.password)
    button(page, words.next).click()
    expect(page.get_by_role("main")).to_contain_text(server.account)
    step("account-closed")
    button(page, LIFE[words.code].reopen).click()
    page.wait_for_url(re.compile("/console"))


def sign_up(page, words, address, step=go_on):
    """Makes an account with its setup link."""
    life = LIFE[words.code]
    page.goto(address)
    step("sign-up")
    box(page, words.root_email).fill("owner@example.com")
    box(page, life.account_name).fill("Example")
    box(page, words.password).fill(NEW_PASSWORD)
    button(page, life.sign_up).click()
    page.wait_for_url(re.compile("/console"))
    step("first-page")


def is_signed_out(page):
    page.goto("/console/iam")
    return "/signin" in page.url
