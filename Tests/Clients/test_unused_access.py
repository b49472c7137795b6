"""The page of what nobody has used, on a server whose clock is set."""

import pytest
from playwright.sync_api import expect

from test_console_walk import link, make_user, reader
from test_reports_console import sign_in_as_user

__all__ = ["reader"]  # a fixture


@pytest.fixture
def gatehouse_dev(server_with_clock):
    """In place of the server that other tests share: one whose clock can be set."""
    return server_with_clock


def test_what_is_unused_is_listed_with_the_way_to_it(reader, gatehouse_dev):
    server = gatehouse_dev
    # An administrator would have to have an MFA device by then.
    make_user(server, policy="IAMReadOnlyAccess")
    key = server.client("iam").create_access_key(UserName="user-dev")["AccessKey"]["AccessKeyId"]
    page = reader()
    server.set_clock_forward(hours=24 * 100)
    sign_in_as_user(page, server)
    page.goto("/console/iam/unused-access")
    expect(page.get_by_role("row").filter(has_text=key)).to_be_visible()
    link(page, "180 days").click()
    expect(page.get_by_text("Everything was used in this time.")).to_be_visible()
