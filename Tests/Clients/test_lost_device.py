"""A root user's lost MFA device in a real browser, in both languages: the link by mail, the waiting
period, which the server's clock crosses, and the sign-in without the device."""

import dataclasses
import re
import time

import pyotp
import pytest
from playwright.sync_api import expect

from conftest import wait_for_steady_codes
from test_console_walk import (
    ENGLISH, KOREAN, box, button, fill_in_three_boxes, findings, link, make_user, reader)
from test_mfa_console import MFA, give_root_password

__all__ = ["reader"]  # a fixture

languages = pytest.mark.parametrize("words", [ENGLISH, KOREAN], ids=["en", "ko"])


@dataclasses.dataclass(frozen=True)
class Words:
    """What the pages about lost devices say."""

    lost: str
    send: str
    sent: str
    start: str
    started: str
    waiting: str
    remove: str
    alarm: str
    cancel: str
    mail: str
    cancelled: str


LOST = {
    "en": Words(
        "Lost your MFA device?", "Send link", "A link is on its way",
        "Start the waiting period", "The waiting period has begun.",
        "The waiting period for your lost device goes on.",
        "Remove the lost devices and continue",
        "The MFA devices of the root user are going to be removed.", "Cancel",
        "A lost MFA device", "The MFA devices of the root user stay."),
    "ko": Words(
        "MFA 디바이스를 분실하셨습니까?", "링크 전송", "루트 사용자의 이메일 주소로 링크를 보냈습니다.",
        "대기 기간 시작", "대기 기간이 시작되었습니다.", "대기 기간이 진행 중입니다.",
        "분실한 디바이스를 제거하고 계속", "루트 사용자의 MFA 디바이스가 제거될 예정입니다.", "취소",
        "MFA 디바이스 분실", "루트 사용자의 MFA 디바이스가 유지됩니다."),
}


@pytest.fixture
def gatehouse_dev(server_with_clock):
    """In place of the server that other tests share: one whose clock can be set."""
    return server_with_clock


def assign_app(server):
    """Gives the root user an authenticator app, by the API."""
    iam = server.client("iam")
    device = iam.create_virtual_mfa_device(VirtualMFADeviceName="phone")["VirtualMFADevice"]
    app = pyotp.TOTP(device["Base32StringSeed"].decode())
    wait_for_steady_codes()
    now = time.time()
    iam.enable_mfa_device(
        UserName="root", SerialNumber=device["SerialNumber"],
        AuthenticationCode1=app.at(now - 30), AuthenticationCode2=app.at(now))
    return app


def mail_about(server, subject):
    """The newest message with such a subject; sign-ins and new devices are told by mail, too."""
    return next(mail for mail in server.mail() if subject in mail["subject"])


def ask_for_a_link(page, words, server):
    lost = LOST[words.code]
    give_root_password(page, words, server)
    link(page, lost.lost).click()
    button(page, lost.send).click()
    expect(page.get_by_role("status")).to_contain_text(lost.sent)


def start_waiting(page, words, server):
    ask_for_a_link(page, words, server)
    [address] = re.findall(r"http://\S+", mail_about(server, LOST[words.code].mail)["text"])
    page.goto(address)
    button(page, LOST[words.code].start).click()
    expect(page.get_by_role("status")).to_contain_text(LOST[words.code].started)
    return address


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
@languages
def test_a_lost_device_is_recovered(reader, gatehouse_dev, words, scripts):
    lost = LOST[words.code]
    assign_app(gatehouse_dev)
    page = reader(words, scripts)
    ask_for_a_link(page, words, gatehouse_dev)

    # The mail is read where development mode shows it, and its link is followed there.
    mail = mail_about(gatehouse_dev, lost.mail)
    assert mail["to"] == gatehouse_dev.email
    assert mail["html"].count("http") == mail["text"].count("http") == 1
    page.goto("/dev/mail")
    expect(page.get_by_role("heading", level=2).first).to_have_text(mail["subject"])
    page.get_by_role("main").get_by_role("link").click()
    button(page, lost.start).click()
    expect(page.get_by_role("status")).to_contain_text(lost.started)
    ends = page.get_by_role("time").inner_text()
    assert ends in gatehouse_dev.mail()[0]["text"]

    gatehouse_dev.set_clock_forward(hours=71)
    give_root_password(page, words, gatehouse_dev)
    expect(page.get_by_role("main")).to_contain_text(lost.waiting)
    expect(page.get_by_role("main")).to_contain_text(ends)
    expect(button(page, lost.remove)).to_have_count(0)

    gatehouse_dev.set_clock_forward(hours=73)
    give_root_password(page, words, gatehouse_dev)
    button(page, lost.remove).click()
    # There is no second factor any more, and another is asked for.
    page.wait_for_url(re.compile("/console"))
    expect(box(page, MFA[words.code].name)).to_be_visible()
    gatehouse_dev.set_clock_forward(hours=0)
    assert gatehouse_dev.client("iam").list_mfa_devices()["MFADevices"] == []


@languages
def test_any_user_cancels_the_removal_of_the_devices(reader, gatehouse_dev, words):
    lost = LOST[words.code]
    assign_app(gatehouse_dev)
    make_user(gatehouse_dev)
    user = reader(words)
    user.goto(f"/signin/{gatehouse_dev.account}")
    fill_in_three_boxes(user, words)
    page = reader(words)
    address = start_waiting(page, words, gatehouse_dev)

    user.goto("/console/security-credentials")
    alarm = user.get_by_role("alert").filter(has_text=lost.alarm)
    expect(alarm).to_contain_text("127.0.0.1")
    assert findings(user) == []
    button(alarm, lost.cancel).click()
    expect(user).to_have_url(re.compile("/console/security-credentials$"))
    expect(user.get_by_role("status")).to_contain_text(lost.cancelled)
    expect(user.get_by_role("alert")).to_have_count(0)
    assert ":user/user-dev" in gatehouse_dev.mail()[0]["text"]

    gatehouse_dev.set_clock_forward(hours=73)
    give_root_password(page, words, gatehouse_dev)
    expect(link(page, lost.lost)).to_be_visible()
    expect(button(page, lost.remove)).to_have_count(0)
    assert page.goto(address).status == 400


def test_found_again_the_device_ends_the_waiting_period(reader, gatehouse_dev):
    app = assign_app(gatehouse_dev)
    page = reader()
    start_waiting(page, ENGLISH, gatehouse_dev)
    give_root_password(page, ENGLISH, gatehouse_dev)
    box(page, MFA["en"].code).fill(app.at(time.time() + 30))
    button(page, MFA["en"].submit).click()
    page.wait_for_url(re.compile("/console"))
    page.goto("/console")
    expect(page.get_by_text(LOST["en"].alarm)).to_have_count(0)
    stays = mail_about(gatehouse_dev, "The MFA devices of account")
    assert "signed in with an MFA device" in stays["text"]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@languages
def test_the_pages_about_lost_devices_are_accessible(
        reader, gatehouse_dev, words, width, theme):
    assign_app(gatehouse_dev)
    page = reader(words, viewport={"width": width, "height": 800}, color_scheme=theme)
    give_root_password(page, words, gatehouse_dev)
    assert findings(page) == []
    link(page, LOST[words.code].lost).click()
    assert findings(page) == []
    button(page, LOST[words.code].send).click()
    assert findings(page) == []
    page.goto("/dev/mail")
    assert findings(page) == []
    page.get_by_role("main").get_by_role("link").click()
    assert findings(page) == []
    button(page, LOST[words.code].start).click()
    expect(page.get_by_role("status")).to_be_visible()
    assert findings(page) == []
    gatehouse_dev.set_clock_forward(hours=73)
    give_root_password(page, words, gatehouse_dev)
    expect(button(page, LOST[words.code].remove)).to_be_visible()
    assert findings(page) == []
