"""Takes a picture of every page and of each step that people follow, in both languages, light and
dark, on a desk and on a phone. `make screenshots` runs it; a person looks at what it wrote.

Its name keeps it out of the tests, which walk the same steps without pictures.
"""

import re
import shutil

import pytest

from account_life import (
    accept_account, ask_for_a_new_password, begin_email_change, close_account, offer_account,
    reopen_account, replace_the_password, sign_up)
from conftest import REPOSITORY
from first_steps import (
    assign_own_device, assign_root_device, change_root_password, create_administrator,
    create_root_key, delete_root_key, leave_root, make_root_key_inactive, sign_in_by_address,
    sign_in_from_the_page_of_iam_users)
from test_console_walk import (
    ENGLISH, KOREAN, OUTSIDE, PAGES, make_user, reader, sign_in_as_root)
from test_mfa_console import sign_out

__all__ = ["reader"]  # a fixture

FOLDER = REPOSITORY / ".build" / "screenshots"
WIDTHS = {"desk": 1_280, "phone": 360}

# The four of README, taken small: the language, the name of the step, the name of the file.
README = [
    ("en", "dashboard", "dashboard"), ("en", "permissions", "create-user"),
    ("en", "key-shown", "access-key"), ("ko", "dashboard-of-administrator", "dashboard-ko"),
]

VARIANTS = [
    (words, scheme, width) for words in (ENGLISH, KOREAN) for scheme in ("light", "dark")
    for width in WIDTHS]


@pytest.fixture(
    params=VARIANTS, ids=[f"{words.code}-{scheme}-{width}" for words, scheme, width in VARIANTS])
def walk(request, reader):
    """Opens a page, and gives what takes a picture of it: call that with a name."""
    words, scheme, width = request.param
    page = reader(
        words, color_scheme=scheme, viewport={"width": WIDTHS[width], "height": 800})
    folder = FOLDER / f"{words.code}-{scheme}-{width}" / request.node.originalname[5:]
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    taken = []

    def take(name):
        taken.append(name)
        page.screenshot(path=folder / f"{len(taken):02}-{name}.png", full_page=True)

    return page, words, take


def test_root_user(walk, gatehouse_dev):
    page, words, take = walk
    key = create_root_key(page, words, gatehouse_dev, take)
    make_root_key_inactive(page, words, key, take)
    sign_out(page, words)
    sign_in_from_the_page_of_iam_users(page, words, gatehouse_dev, take)
    delete_root_key(page, words, key, take)
    assign_root_device(page, words, gatehouse_dev, take)
    change_root_password(page, words, gatehouse_dev, take)


def test_iam_user(walk, gatehouse_dev):
    page, words, take = walk
    sign_in_as_root(page, words, gatehouse_dev)
    address = create_administrator(page, words, take)
    leave_root(page, words, gatehouse_dev, take)
    sign_in_by_address(page, words, address)
    assign_own_device(page, words, take)


def test_account(walk, gatehouse_dev):
    page, words, take = walk
    sign_in_as_root(page, words, gatehouse_dev)
    begin_email_change(page, words, gatehouse_dev, take)
    close_account(page, words, gatehouse_dev, step=take)
    reopen_account(page, words, gatehouse_dev, take)
    address = offer_account(page, words, gatehouse_dev, take)
    sign_out(page, words)
    ask_for_a_new_password(page, words, gatehouse_dev, step=take)
    accept_account(page, words, gatehouse_dev, address, take)
    gatehouse_dev.reset()
    ask_for_a_new_password(page, words, gatehouse_dev)
    replace_the_password(page, words, gatehouse_dev, take)


def test_sign_up(walk, gatehouse_data):
    page, words, take = walk
    server = gatehouse_data()
    link = re.search(r"/signup\?token=\S+", server.output()).group()
    sign_up(page, words, server.url + link, take)


def test_pages(walk, gatehouse_dev):
    page, words, take = walk
    make_user(gatehouse_dev, policy="ReadOnlyAccess")
    for address in OUTSIDE:
        page.goto(address)
        take(file_name(address))
    sign_in_as_root(page, words, gatehouse_dev)
    for address in PAGES:
        page.goto(address)
        take(file_name(address))


def file_name(address):
    return re.sub(r"[^a-z0-9]+", "-", address.lower()).strip("-")


@pytest.mark.parametrize("words", [ENGLISH, KOREAN], ids=["en", "ko"])
def test_readme(reader, gatehouse_dev, words):
    """The pictures that README shows: what fits on one screen, made small."""
    page = reader(
        words, color_scheme="light", viewport={"width": 1_280, "height": 880},
        device_scale_factor=0.6)
    folder = FOLDER / "readme"
    folder.mkdir(parents=True, exist_ok=True)
    names = {step: file for language, step, file in README if language == words.code}

    def take(name):
        if name in names:
            page.evaluate("scrollTo(0, 0)")
            page.screenshot(path=folder / f"{names[name]}.png")

    create_root_key(page, words, gatehouse_dev, take)
    address = create_administrator(page, words, take)
    leave_root(page, words, gatehouse_dev, take)
    sign_in_by_address(page, words, address)
    assign_own_device(page, words, take)
