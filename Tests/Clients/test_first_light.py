"""From nothing to an IAM user, as a newcomer goes: the link that the first start prints, an account
made in the browser, the root user's key made there, the `aws` command line with that key."""

import csv
import json
import re

from playwright.sync_api import expect

from conftest import Credentials
from test_console_walk import (
    ENGLISH, PASSWORD, account_menu, box, button, fill_in_three_boxes, open_root_credentials)


def test_from_the_setup_link_to_an_iam_user(chromium, gatehouse_data):
    server = gatehouse_data()
    page = chromium.new_context(base_url=server.url, locale="en-US").new_page()
    page.set_default_timeout(15_000)

    page.goto(re.search(r"/signup\?token=\S+", server.output()).group())
    page.get_by_role("textbox", name=ENGLISH.root_email).fill("founder@example.com")
    box(page, "Account name").fill("First light")
    box(page, ENGLISH.password).fill("A first passw0rd!")
    button(page, "Create account").click()
    expect(page).to_have_url(re.compile("/console$"))

    open_root_credentials(page, ENGLISH)
    button(page, ENGLISH.create_key).click()
    with page.expect_download() as download:
        button(page.get_by_role("dialog").first, ENGLISH.download).click()
    assert download.value.suggested_filename == "rootkey.csv"
    with open(download.value.path(), newline="", encoding="utf-8-sig") as file:
        key = Credentials(*list(csv.reader(file))[1])

    def aws(*arguments):
        finished = server.aws(*arguments, credentials=key)
        assert finished.returncode == 0, finished.stderr
        return json.loads(finished.stdout or "null")

    account = aws("sts", "get-caller-identity")["Account"]
    aws("iam", "create-user", "--user-name", "user-dev")
    aws("iam", "attach-user-policy", "--user-name", "user-dev",
        "--policy-arn", "arn:aws:iam::aws:policy/AdministratorAccess")
    aws("iam", "create-login-profile", "--user-name", "user-dev", "--password", PASSWORD)

    button(account_menu(page), ENGLISH.sign_out).click()
    page.goto(f"/signin/{account}")
    fill_in_three_boxes(page, ENGLISH)
    expect(page.get_by_role("banner")).to_contain_text(f"user-dev @ {account}")
    assert page.goto("/console/iam/users").status == 200

    deny = {"Version": "2012-10-17", "Statement": [
        {"Effect": "Deny", "Action": "iam:*", "Resource": "*"}]}
    aws("iam", "put-user-policy", "--user-name", "user-dev", "--policy-name", "deny",
        "--policy-document", json.dumps(deny))
    assert page.reload().status == 403
    page.context.close()
