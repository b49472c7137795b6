"""The life of an account in a real browser, in both languages: its making, a forgotten password,
another e-mail address, another owner, its closing and its reopening."""

import re
import time

import botocore.exceptions
import pytest
from playwright.sync_api import expect

from account_life import (
    LIFE, NEW_EMAIL, NEW_PASSWORD, accept_account, ask_for_a_new_password, begin_email_change,
    choose_password, close_account, code_in, give_code, has_link, is_signed_out, link_in, mail_to,
    offer_account, open_account, reopen_account, replace_the_password, sign_in, sign_up)
from conftest import PATIENCE, Account, DataServerWithClock
from test_console_walk import (
    ENGLISH, KOREAN, box, button, fill_in_three_boxes, findings, focus, make_user, reader,
    sign_in_as_root)
from test_lost_device import assign_app, gatehouse_dev
from test_mfa_console import MFA, give_root_password, register_root_key

__all__ = ["reader", "gatehouse_dev"]  # fixtures

languages = pytest.mark.parametrize("words", [ENGLISH, KOREAN], ids=["en", "ko"])
scripts = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])


# The beginning


@languages
def test_an_account_is_made_with_the_setup_link(chromium, gatehouse_data, words):
    server = gatehouse_data()
    context = chromium.new_context(base_url=server.url, locale=words.code)
    page = context.new_page()
    sign_up(page, words, re.search(r"/signup\?token=\S+", server.output()).group())
    expect(page.get_by_role("banner")).to_contain_text("root @")
    context.close()


# A forgotten password


@scripts
@languages
def test_a_forgotten_password_is_replaced_by_mail(reader, gatehouse_dev, words, scripts):
    life = LIFE[words.code]
    elsewhere = reader(words)
    sign_in_as_root(elsewhere, words, gatehouse_dev)
    page = reader(words, scripts)
    ask_for_a_new_password(page, words, gatehouse_dev)
    mail = mail_to(gatehouse_dev, gatehouse_dev.email, has_link)
    assert mail["html"].count("http") == mail["text"].count("http") == 1
    replace_the_password(page, words, gatehouse_dev)
    assert is_signed_out(elsewhere)

    sign_in(page, words, gatehouse_dev.email, gatehouse_dev.password)
    expect(page.get_by_role("alert")).to_contain_text(life.failed)
    box(page, words.password).fill(NEW_PASSWORD)
    button(page, words.sign_in).click()
    page.wait_for_url(re.compile("/console"))
    assert "http" not in gatehouse_dev.mail()[0]["text"]


def test_the_link_is_good_once_in_time_and_whole(reader, gatehouse_dev):
    page = reader()
    life = LIFE["en"]

    def fresh_link():
        before = len(gatehouse_dev.mail())
        ask_for_a_new_password(page, ENGLISH, gatehouse_dev)
        mail_to(gatehouse_dev, gatehouse_dev.email, lambda _: len(gatehouse_dev.mail()) > before)
        return link_in(mail_to(gatehouse_dev, gatehouse_dev.email, has_link))

    def is_refused(address):
        answer = page.goto(address)
        return answer.status == 410 and page.get_by_text(life.not_valid).is_visible()

    first = fresh_link()
    assert is_refused(first[:-1])
    # Another account's form does not open with it, nor another purpose's.
    assert is_refused(first.replace("/reset-password/new", "/accept-ownership"))
    second = fresh_link()
    assert is_refused(first)
    gatehouse_dev.set_clock_forward(hours=1)
    assert is_refused(second)
    gatehouse_dev.set_clock_forward(hours=0)
    third = fresh_link()
    page.goto(third)
    choose_password(page, ENGLISH, life.reset, "password")
    expect(page.get_by_role("alert")).to_be_visible()
    choose_password(page, ENGLISH, life.reset)
    expect(page.get_by_role("status")).to_be_visible()
    assert is_refused(third)


def test_an_unknown_address_is_answered_alike(reader, gatehouse_dev):
    page = reader()
    ask_for_a_new_password(page, ENGLISH, gatehouse_dev, "nobody@example.com")
    unknown = page.get_by_role("main").inner_text().replace("nobody@example.com", "…")
    ask_for_a_new_password(page, ENGLISH, gatehouse_dev)
    known = page.get_by_role("main").inner_text().replace(gatehouse_dev.email, "…")
    assert known == unknown
    # Whoever looks at the mail finds what was asked for before.
    assert has_link(gatehouse_dev.mail()[0])
    assert all(mail["to"] != "nobody@example.com" for mail in gatehouse_dev.mail())


def test_a_server_without_mail_names_the_operators_commands(gatehouse_data, chromium):
    server = gatehouse_data()
    context = chromium.new_context(base_url=server.url, locale="en-US")
    page = context.new_page()
    page.goto("/reset-password")
    expect(page.get_by_role("main")).to_contain_text("gatehouse root reset-password")
    assert page.get_by_role("button", name="Send email").count() == 0
    context.close()


# The e-mail address


@scripts
@languages
def test_the_email_address_is_confirmed_at_both_addresses(reader, gatehouse_dev, words, scripts):
    life = LIFE[words.code]
    elsewhere = reader(words)
    sign_in_as_root(elsewhere, words, gatehouse_dev)
    page = reader(words, scripts)
    sign_in_as_root(page, words, gatehouse_dev)
    begin_email_change(page, words, gatehouse_dev)
    old = code_in(mail_to(
        gatehouse_dev, gatehouse_dev.email, lambda mail: NEW_EMAIL in mail["text"]))
    new = code_in(mail_to(gatehouse_dev, NEW_EMAIL))

    give_code(page, words, new)
    expect(page.get_by_role("status").first).to_be_visible()
    give_code(page, words, new)
    expect(page.get_by_role("alert")).to_be_visible()
    give_code(page, words, old)
    page.wait_for_url(re.compile("/console/account$"))
    expect(page.get_by_role("main")).to_contain_text(NEW_EMAIL)
    assert is_signed_out(elsewhere)
    for address in gatehouse_dev.email, NEW_EMAIL:
        assert NEW_EMAIL in mail_to(gatehouse_dev, address)["text"]

    sign_in(reader(words), words, gatehouse_dev.email, gatehouse_dev.password)
    again = reader(words)
    sign_in(again, words, NEW_EMAIL, gatehouse_dev.password)
    again.wait_for_url(re.compile("/console"))


def test_codes_end_with_their_time_and_a_wrong_password_sends_none(reader, gatehouse_dev):
    life = LIFE["en"]
    page = reader()
    sign_in_as_root(page, ENGLISH, gatehouse_dev)
    open_account(page, ENGLISH)
    button(page, life.change_email).click()
    box(page, life.new_email).fill(NEW_EMAIL)
    box(page, life.current).fill("wrong")
    button(page, life.save).click()
    expect(page.get_by_role("alert")).to_contain_text("current password")
    expect(box(page, life.new_email)).to_have_value(NEW_EMAIL)
    assert all(mail["to"] != NEW_EMAIL for mail in gatehouse_dev.mail())

    begin_email_change(page, ENGLISH, gatehouse_dev)
    code = code_in(mail_to(gatehouse_dev, NEW_EMAIL))
    gatehouse_dev.set_clock_forward(hours=0.5)
    give_code(page, ENGLISH, code)
    expect(page.get_by_role("alert")).to_contain_text("no longer good")


# The password


@languages
def test_a_new_password_in_one_browser_ends_the_other(reader, gatehouse_dev, words):
    life = LIFE[words.code]
    page, elsewhere = reader(words), reader(words)
    for each in page, elsewhere:
        sign_in_as_root(each, words, gatehouse_dev)
    open_account(page, words)
    button(page, life.change_password).click()
    box(page, life.current).fill(gatehouse_dev.password)
    choose_password(page, words, life.save)
    page.wait_for_url(re.compile("/console/account$"))
    elsewhere.reload()
    assert "/signin" in elsewhere.url


# Another owner


@scripts
@languages
def test_a_transfer_ends_all_of_the_old_owners(reader, gatehouse_dev, words, scripts):
    life = LIFE[words.code]
    make_user(gatehouse_dev)
    page = reader(words, scripts)
    sign_in_as_root(page, words, gatehouse_dev)
    address = offer_account(page, words, gatehouse_dev)
    # The old owner's key works until the moment that it is accepted.
    iam = gatehouse_dev.client("iam")
    assert iam.list_users()["Users"]

    newcomer = reader(words, scripts)
    accept_account(newcomer, words, gatehouse_dev, address)
    assert is_signed_out(page)
    with pytest.raises(botocore.exceptions.ClientError, match="InvalidClientTokenId"):
        iam.list_users()
    sign_in(page, words, gatehouse_dev.email, gatehouse_dev.password)
    expect(page.get_by_role("alert")).to_contain_text(life.failed)

    assert newcomer.goto(address).status == 410
    user = reader(words)
    user.goto(f"/signin/{gatehouse_dev.account}")
    fill_in_three_boxes(user, words)
    user.wait_for_url(re.compile("/console"))


@languages
def test_a_transfer_is_cancelled_until_it_is_accepted(reader, gatehouse_dev, words):
    life = LIFE[words.code]
    page = reader(words)
    sign_in_as_root(page, words, gatehouse_dev)
    first = offer_account(page, words, gatehouse_dev)
    button(page, life.send_again).click()
    expect(page.get_by_role("status").first).to_be_visible()
    second = link_in(mail_to(gatehouse_dev, NEW_EMAIL, lambda mail: first not in mail["text"]))
    stranger = reader(words)
    assert stranger.goto(first).status == 410
    assert stranger.goto(second[:-1]).status == 410
    # A link of one purpose is none of another.
    assert stranger.goto(second.replace("/accept-ownership", "/reset-password/new")).status == 410
    assert stranger.goto(second).status == 200
    open_account(page, words)
    button(page, life.cancel).click()
    page.wait_for_url(re.compile("/console/account$"))
    assert stranger.goto(second).status == 410
    assert page.goto("/console/account").status == 200


# The end


@scripts
@languages
def test_a_closed_account_signs_everybody_out_and_is_reopened(
        reader, gatehouse_dev, words, scripts):
    life = LIFE[words.code]
    make_user(gatehouse_dev)
    user, elsewhere = reader(words), reader(words)
    user.goto(f"/signin/{gatehouse_dev.account}")
    fill_in_three_boxes(user, words)
    user.wait_for_url(re.compile("/console"))
    sign_in_as_root(elsewhere, words, gatehouse_dev)
    page = reader(words, scripts)
    sign_in_as_root(page, words, gatehouse_dev)
    open_account(page, words)
    button(page, life.close).click()
    box(page, life.confirm.format(gatehouse_dev.account)).fill("123")
    box(page, life.current).fill(gatehouse_dev.password)
    button(page, life.close).click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert gatehouse_dev.client("sts").get_caller_identity()

    close_account(page, words, gatehouse_dev)
    expect(page.get_by_role("status")).to_be_visible()
    with pytest.raises(botocore.exceptions.ClientError, match="InvalidClientTokenId"):
        gatehouse_dev.client("sts").get_caller_identity()
    for each in user, elsewhere:
        each.reload()
        assert "/signin" in each.url
    sign_in(elsewhere, words, gatehouse_dev.email, gatehouse_dev.password)
    expect(elsewhere.get_by_role("alert")).to_contain_text(life.failed)
    assert gatehouse_dev.account in mail_to(gatehouse_dev, gatehouse_dev.email)["subject"]

    reopen_account(page, words, gatehouse_dev)
    assert gatehouse_dev.client("sts").get_caller_identity()


def test_an_account_is_erased_90_days_after_it_was_closed(gatehouse_data, operator):
    server = gatehouse_data()
    account = Account(server)
    account.client("iam").create_user(UserName="alice")
    assert operator("account", "close", account.account, "--data", server.data).returncode == 0
    server.stop()

    def status():
        listed = operator("account", "list", "--data", server.data)
        assert listed.returncode == 0, listed.stderr
        [line] = [line for line in listed.stdout.splitlines() if account.account in line]
        return line.split()

    assert status()[1] == "closed"
    later = gatehouse_data(kind=DataServerWithClock)
    later.stop()
    later.set_clock_forward(hours=91 * 24)
    later.start()
    deadline = time.monotonic() + PATIENCE
    while status()[1] != "erased" and time.monotonic() < deadline:
        pass  # each look is a process of its own
    assert status() == [account.account, "erased"]
    reopened = operator("account", "reopen", account.account, "--data", server.data)
    assert reopened.returncode != 0 and "erased" in reopened.stderr


# Proofs again


@languages
def test_a_root_user_with_an_app_proves_it_again(reader, gatehouse_dev, words):
    mfa = MFA[words.code]
    app = assign_app(gatehouse_dev)
    page = reader(words)
    give_root_password(page, words, gatehouse_dev)
    box(page, mfa.code).fill(app.at(time.time() + 30))
    button(page, mfa.submit).click()
    page.wait_for_url(re.compile("/console"))
    gatehouse_dev.set_clock_forward(hours=0.1)
    close_account(page, words, gatehouse_dev, code="000000")
    expect(page.get_by_role("alert")).to_be_visible()
    assert gatehouse_dev.client("sts").get_caller_identity()
    close_account(page, words, gatehouse_dev, code=app.at(time.time() + 360))
    page.wait_for_url(re.compile("/reopen-account"))


def test_a_root_user_with_a_passkey_proves_it_again(reader, gatehouse_dev):
    page = reader(host="localhost")
    register_root_key(page, gatehouse_dev)
    begin_email_change(page, ENGLISH, gatehouse_dev)
    assert code_in(mail_to(gatehouse_dev, NEW_EMAIL))


@languages
def test_a_key_is_made_with_fresh_proofs_alone(reader, gatehouse_dev, words):
    life = LIFE[words.code]
    page = reader(words)
    sign_in_as_root(page, words, gatehouse_dev)
    gatehouse_dev.set_clock_forward(hours=0.5)
    page.goto("/console/security-credentials?continue=1&open=access-keys")
    button(page, words.create_key).click()
    expect(page.get_by_role("heading", name=life.confirm_identity)).to_be_visible()
    assert findings(page) == []
    box(page, life.current).fill(gatehouse_dev.password)
    button(page, life.go_on).click()
    page.wait_for_url(re.compile("/console/security-credentials"))
    button(page, words.create_key).click()
    expect(button(page, words.show_key)).to_be_visible()
    told = {"en": "has a new access key", "ko": "액세스 키가 생성됨"}[words.code]
    assert told in gatehouse_dev.mail()[0]["subject"]


# How the pages are


def test_a_password_is_replaced_and_an_account_closed_with_the_keyboard_alone(
        reader, gatehouse_dev):
    life = LIFE["en"]
    page = reader()

    def type_into(name, text):
        focus(page, box(page, name))
        page.keyboard.type(text)

    page.goto("/reset-password")
    type_into(ENGLISH.root_email, gatehouse_dev.email)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_be_visible()
    page.goto(link_in(mail_to(gatehouse_dev, gatehouse_dev.email, has_link)))
    type_into(life.new, NEW_PASSWORD)
    type_into(life.again, NEW_PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_be_visible()

    sign_in(page, ENGLISH, gatehouse_dev.email, NEW_PASSWORD)
    page.wait_for_url(re.compile("/console"))
    page.goto("/console/account")
    focus(page, button(page, life.close), most=120)
    page.keyboard.press("Enter")
    type_into(life.confirm.format(gatehouse_dev.account), gatehouse_dev.account)
    type_into(life.current, NEW_PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/reopen-account"))


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
@languages
def test_the_pages_about_an_accounts_life_are_accessible(
        reader, gatehouse_dev, words, width, theme):
    life = LIFE[words.code]
    page = reader(words, viewport={"width": width, "height": 800}, color_scheme=theme)

    def check():
        assert findings(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    page.goto("/reset-password")
    check()
    ask_for_a_new_password(page, words, gatehouse_dev)
    check()
    page.goto(link_in(mail_to(gatehouse_dev, gatehouse_dev.email, has_link)))
    check()
    page.goto("/reopen-account")
    check()
    sign_in_as_root(page, words, gatehouse_dev)
    page.goto("/console/account")
    check()
    page.goto("/console/account/password")
    check()
    page.goto("/console/account/close")
    check()
    page.goto("/console/account/email")
    check()
    begin_email_change(page, words, gatehouse_dev)
    check()
    address = offer_account(page, words, gatehouse_dev)
    check()
    page.goto(address)
    check()
    page.goto(address[:-1])
    check()
    page.goto("/console")
    close_account(page, words, gatehouse_dev)
    expect(page.get_by_role("status")).to_be_visible()
    check()
    box(page, words.root_email).fill(gatehouse_dev.email)
    box(page, words.password).fill(gatehouse_dev.password)
    button(page, words.next).click()
    expect(button(page, life.reopen)).to_be_visible()
    check()
