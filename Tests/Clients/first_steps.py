"""What two documents tell a person to do: one about the root user's credentials, one about working
as an IAM user instead. Each numbered step of theirs is a step here, by the words they use.

A walk is given `step`, which it calls with a name after each step: the tests go on, and
`make screenshots` takes a picture.
"""

import csv
import re

from playwright.sync_api import expect

from conftest import Credentials
from test_console_walk import (
    PASSWORD, account_menu, box, button, fill_in_three_boxes, link, sign_in_as_root)
from test_mfa_console import MFA, add_app, give_root_password, next_code, open_credentials, sign_out

NEW_ROOT_PASSWORD = "Another root passw0rd of 2026"

WORDS = {
    "en": {
        "change": "Change password", "current": "Current password", "new": "New password",
        "again": "Retype new password", "password": "Password",
        "password changed": "Your password was changed.", "show password": "Show password",
        "bookmark": "Bookmark the sign-in URL.", "as user": "Sign out and sign in as user-dev",
        "no device": "You have no MFA device", "once": "This is the only time",
        "bar": "Signed in as root user", "menu": "Menu", "done": "Done",
        "check": "Secure your account",
        "administrator": "There is an administrator who is not root",
        "their device": "Every administrator has an MFA device",
    },
    "ko": {
        "change": "암호 변경", "current": "현재 암호", "new": "새 암호", "again": "새 암호 다시 입력",
        "password": "암호", "password changed": "암호를 변경했습니다.",
        "show password": "암호 표시", "bookmark": "로그인 URL을 북마크에 추가하십시오.",
        "as user": "로그아웃하고 user-dev(으)로 로그인", "no device": "할당된 MFA 디바이스가 없습니다",
        "once": "이번 한 번뿐", "bar": "루트 사용자로 로그인됨", "menu": "메뉴", "check": "계정 보안 점검",
        "done": "완료", "administrator": "루트가 아닌 관리자 생성",
        "their device": "모든 관리자에 MFA 디바이스 할당",
    },
}


# The root user, section 3: creating access keys.

def create_root_key(page, words, server, step):
    """From the sign-in page to the file `rootkey.csv`; returns the key."""
    texts = WORDS[words.code]
    page.goto("/signin")
    page.get_by_role("radio", name=words.root_user, exact=True).check()
    step("sign-in")
    page.get_by_role("textbox", name=words.root_email).fill(server.email)
    button(page, words.next).click()
    box(page, words.password).fill(server.password)
    step("root-password")
    button(page, words.sign_in).click()
    expect(page).to_have_url(re.compile("/console$"))
    expect(page.get_by_role("complementary", name=texts["bar"])).to_be_visible()

    menu = account_menu(page)
    step("account-menu")
    link(menu, words.root_credentials).click()
    step("warning")
    button(page.get_by_role("dialog"), words.go_on).click()
    open_keys(page, words)
    step("access-keys")

    button(page, words.create_key).click()
    created = page.get_by_role("dialog")
    expect(created).to_contain_text(texts["once"])
    step("key-created")
    button(created, words.show_key).click()
    secret = created.get_by_text(re.compile(r"^[A-Za-z0-9+/]{40}$"))
    expect(secret).to_be_visible()
    # What is shown covers nothing: the next button can be pressed.
    button(created, words.download).click(trial=True)
    step("key-shown")
    with page.expect_download() as download:
        button(created, words.download).click()
    assert download.value.suggested_filename == "rootkey.csv"
    with open(download.value.path(), newline="") as file:
        [row] = csv.DictReader(file)
    assert row["Secret access key"] == secret.inner_text()
    link(created, words.close).click()
    return Credentials(row["Access key ID"], row["Secret access key"])


def open_keys(page, words):
    heading = page.get_by_role("heading", name=words.section, exact=True)
    expand = heading.get_by_role("button")
    if expand.get_attribute("aria-expanded") != "true":
        expand.click()


def make_root_key_inactive(page, words, key, step):
    row = page.get_by_role("row").filter(has_text=key.access_key_id)
    button(row, words.deactivate).click()
    expect(button(row, words.activate)).to_be_visible()
    step("key-inactive")


def sign_in_from_the_page_of_iam_users(page, words, server, step):
    """The note about three boxes: the link below them leads back."""
    page.goto(f"/signin/{server.account}")
    expect(box(page, words.user_name_box)).to_be_visible()
    step("three-boxes")
    button(page, words.root_link).click()
    page.get_by_role("textbox", name=words.root_email).fill(server.email)
    button(page, words.next).click()
    box(page, words.password).fill(server.password)
    button(page, words.sign_in).click()
    expect(page).to_have_url(re.compile("/console$"))


# Section 4: deleting access keys.

def delete_root_key(page, words, key, step):
    """From any page of somebody signed in as root."""
    open_credentials(page, words)
    open_keys(page, words)
    row = page.get_by_role("row").filter(has_text=key.access_key_id)
    button(row, words.delete).click()
    step("delete-key")
    button(page.get_by_role("dialog"), words.delete).click()
    expect(row).to_have_count(0)


# Section 2: the root user's MFA.

def assign_root_device(page, words, server, step):
    """Assigns an app, and signs in with it; returns the app."""
    mfa = MFA[words.code]
    open_credentials(page, words)
    button(page, mfa.assign).click()
    step("assign-device")
    app = add_app(page, words, "root-phone", lambda: step("authenticator-app"))
    step("device-assigned")
    sign_out(page, words)
    give_root_password(page, words, server)
    step("mfa-code")
    box(page, mfa.code).fill(next_code(app))
    button(page, mfa.submit).click()
    expect(page).to_have_url(re.compile("/console$"))
    return app


# Section 5: the root user's password.

def change_root_password(page, words, server, step):
    texts = WORDS[words.code]
    open_credentials(page, words)
    section = page.get_by_role("heading", name=texts["password"], exact=True).get_by_role("button")
    section.click()
    box(page, texts["current"]).fill(server.password)
    box(page, texts["new"]).fill(NEW_ROOT_PASSWORD)
    box(page, texts["again"]).fill(NEW_ROOT_PASSWORD)
    step("change-password")
    button(page, texts["change"]).click()
    expect(page.get_by_text(texts["password changed"])).to_be_visible()


# Section 1, creating and closing an account; section 7, its transfer; and the forgotten password:
# test_sign_up and the tests of the account's life walk them.

# Working as an IAM user: from the root user to an administrator with MFA.

def create_administrator(page, words, step):
    """Steps 1 to 4, up to the page that says how the user signs in; returns the sign-in URL."""
    texts = WORDS[words.code]
    search = page.get_by_role("search").get_by_role("searchbox")
    search.fill("IAM")
    step("search")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=words.dashboard, level=1)).to_be_visible()
    checklist(page, words, texts["administrator"], is_done=False)
    step("dashboard")

    open_menu = button(page.get_by_role("banner"), texts["menu"])
    if open_menu.is_visible():  # on a phone
        open_menu.click()
    link(page.get_by_role("navigation", name="IAM", exact=True), words.users).click()
    step("users")
    button(page, words.create_user).first.click()
    box(page, words.user_name).fill("user-dev")
    page.get_by_role("checkbox", name=words.console_access).check()
    page.get_by_role("radio", name=words.custom, exact=True).check()
    box(page, words.custom_password).fill(PASSWORD)
    page.get_by_role("checkbox", name=words.must_change).uncheck()
    step("user-details")
    button(page, words.next).click()

    page.get_by_role("radio", name=words.attach, exact=True).check()
    page.get_by_role("main").get_by_role("searchbox", name=words.find_policies).fill(
        "AdministratorAccess")
    page.keyboard.press("Enter")
    first = page.get_by_role("row").filter(has=page.get_by_role("checkbox")).first
    expect(first).to_contain_text("AdministratorAccess")
    first.get_by_role("checkbox").check()
    step("permissions")
    button(page, words.next).click()

    main = page.get_by_role("main")
    expect(main).to_contain_text("AdministratorAccess")
    step("review")
    button(main, words.create_user).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("user-dev")
    expect(main).to_contain_text(texts["bookmark"])
    button(main, texts["show password"]).click()
    expect(main.get_by_text(PASSWORD, exact=True)).to_be_visible()
    step("user-created")
    return main.get_by_role("link", name=re.compile("^http")).inner_text()


def leave_root(page, words, server, step):
    """The one press of the bar: out, and to the user's sign-in page with the account filled in."""
    texts = WORDS[words.code]
    bar = page.get_by_role("complementary", name=texts["bar"])
    button(bar, texts["as user"]).click()
    expect(box(page, words.account)).to_have_value(server.account)
    expect(box(page, words.user_name_box)).to_have_value("user-dev")
    step("account-sign-in")


def sign_in_by_address(page, words, address):
    """At the bookmarked address the account is filled in."""
    page.goto(address)
    fill_in_three_boxes(page, words)
    expect(page.get_by_role("banner")).to_contain_text("user-dev @ ")


def assign_own_device(page, words, step):
    """The first page leads to the device, and so does the menu; returns the app."""
    mfa, texts = MFA[words.code], WORDS[words.code]
    expect(page.get_by_text(texts["no device"])).to_be_visible()
    expect(link(page.get_by_role("main"), mfa.assign)).to_be_visible()
    step("home-without-device")
    open_credentials(page, words, as_root=False)
    step("own-credentials")
    button(page, mfa.assign).click()
    app = add_app(page, words, "user-dev-phone")
    page.goto("/console/iam")
    checklist(page, words, texts["administrator"], is_done=True)
    checklist(page, words, texts["their device"], is_done=True)
    step("dashboard-of-administrator")
    return app


def checklist(page, words, line, is_done):
    """Whether a line of the dashboard's checklist holds."""
    texts = WORDS[words.code]
    region = page.get_by_role("region", name=texts["check"], exact=True)
    expect(region.get_by_role("listitem")).to_have_count(8)
    item = region.get_by_role("listitem").filter(has_text=line)
    state = item.get_by_text(texts["done"], exact=True)
    expect(state).to_have_count(1 if is_done else 0)
