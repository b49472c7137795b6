"""Every numbered step of the two documents that people follow, in both languages, with scripts and
without."""

import re

import pytest
from playwright.sync_api import expect

from first_steps import (
    NEW_ROOT_PASSWORD, assign_own_device, assign_root_device, change_root_password,
    create_administrator, create_root_key, delete_root_key, leave_root, make_root_key_inactive,
    sign_in_by_address, sign_in_from_the_page_of_iam_users)
from test_console_walk import (
    ENGLISH, both, box, button, fill_in_three_boxes, findings, focus, link, reader, sign_in_as_root)
from test_mfa_console import MFA, next_code, sign_out

__all__ = ["reader"]  # a fixture


def go_on(name):
    """Nothing is done between two steps of a test."""


@both
def test_the_root_user_makes_a_key_and_makes_it_inactive(reader, gatehouse_dev, words, scripts):
    page = reader(words, scripts)
    key = create_root_key(page, words, gatehouse_dev, go_on)
    root = f"arn:aws:iam::{gatehouse_dev.account}:root"
    assert gatehouse_dev.client("sts", key).get_caller_identity()["Arn"] == root
    make_root_key_inactive(page, words, key, go_on)


@both
def test_the_root_user_deletes_a_key_after_coming_by_the_other_page(
        reader, gatehouse_dev, words, scripts):
    page = reader(words, scripts)
    sign_in_from_the_page_of_iam_users(page, words, gatehouse_dev, go_on)
    delete_root_key(page, words, gatehouse_dev.credentials, go_on)


@both
def test_the_root_user_assigns_a_device_and_changes_the_password(
        reader, gatehouse_dev, words, scripts):
    page = reader(words, scripts)
    sign_in_as_root(page, words, gatehouse_dev)
    app = assign_root_device(page, words, gatehouse_dev, go_on)
    change_root_password(page, words, gatehouse_dev, go_on)
    assert app and NEW_ROOT_PASSWORD != gatehouse_dev.password


@both
def test_a_root_user_becomes_an_administrator_with_mfa(reader, gatehouse_dev, words, scripts):
    page = reader(words, scripts)
    sign_in_as_root(page, words, gatehouse_dev)
    address = create_administrator(page, words, go_on)
    assert address.endswith(f"/signin/{gatehouse_dev.account}")
    leave_root(page, words, gatehouse_dev, go_on)
    sign_in_by_address(page, words, address)
    app = assign_own_device(page, words, go_on)
    sign_out(page, words)

    # The address of the document, which says the account in the host's name.
    page.goto(f"http://{gatehouse_dev.account}.signin.localhost:{gatehouse_dev.port}/console")
    expect(box(page, words.account)).to_have_value(gatehouse_dev.account)
    fill_in_three_boxes(page, words)
    box(page, MFA[words.code].code).fill(next_code(app))
    button(page, MFA[words.code].submit).click()
    expect(page.get_by_role("banner")).to_contain_text(re.compile("user-dev @ "))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_way_off_root_is_sound_for_assistive_technology_and_narrow_screens(
        reader, gatehouse_dev, scheme):
    page = reader(color_scheme=scheme, viewport={"width": 360, "height": 740})

    def look(name):
        assert findings(page) == [], name

    sign_in_from_the_page_of_iam_users(page, ENGLISH, gatehouse_dev, look)
    sign_out(page, ENGLISH)
    key = create_root_key(page, ENGLISH, gatehouse_dev, look)
    make_root_key_inactive(page, ENGLISH, key, look)
    create_administrator(page, ENGLISH, look)
    page.goto("/console/iam/users")
    button(page, "Columns").click()
    look("columns")


def test_the_way_off_root_is_walked_with_the_keyboard_alone(reader, gatehouse_dev):
    page = reader()
    sign_in_as_root(page, ENGLISH, gatehouse_dev)
    bar = page.get_by_role("complementary", name="Signed in as root user")
    focus(page, link(bar, "Create an administrator"))
    page.keyboard.press("Enter")
    expect(box(page, "User name")).to_be_focused()
    page.keyboard.type("user-dev")
    page.keyboard.press("Enter")
    expect(page.get_by_role("checkbox", name="AdministratorAccess", exact=True)).to_be_checked()
    focus(page, button(page.get_by_role("main"), "Next"), most=80)
    page.keyboard.press("Enter")
    focus(page, button(page.get_by_role("main"), "Create user"))
    page.keyboard.press("Enter")
    show = button(page, "Show password")
    focus(page, show)
    page.keyboard.press("Space")
    hide = button(page, "Hide")
    expect(hide).to_be_visible()
    focus(page, hide)
    page.keyboard.press("Space")
    expect(hide).to_be_hidden()
    focus(page, button(page.get_by_role("main"), "Sign out and sign in as user-dev"))
    page.keyboard.press("Enter")
    expect(box(page, "IAM user name")).to_have_value("user-dev")
