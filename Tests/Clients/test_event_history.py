"""The console's event history, by the words that people read, in both languages, with scripts and
without."""

import dataclasses
import json

import pytest
from playwright.sync_api import expect

from test_console_walk import (
    ENGLISH, KOREAN, both, button, findings, link, reader, sign_in_as_root)

__all__ = ["reader"]  # a fixture


@dataclasses.dataclass(frozen=True)
class HistoryWords:
    """What the pages say, where the steps name it."""

    history: str
    find_by: str
    resource: str
    value: str
    search: str
    record: str
    show: str
    nothing: str


WORDS = {
    "en": HistoryWords(
        "Event history", "Find events by", "Resource name", "Exact value", "Search",
        "Event record", "Show events", "No events were found."),
    "ko": HistoryWords(
        "이벤트 기록", "조회 기준", "리소스 이름", "정확한 값", "검색", "이벤트 레코드", "이벤트 보기",
        "이벤트를 찾을 수 없습니다."),
}


def main(page):
    return page.get_by_role("main")


@both
def test_somebody_finds_out_who_made_a_user(reader, gatehouse_dev, words, scripts):
    said = WORDS[words.code]
    gatehouse_dev.client("iam").create_user(UserName="alice")
    page = reader(words, scripts)
    sign_in_as_root(page, words, gatehouse_dev)
    page.goto("/console/iam")
    link(page.get_by_role("navigation", name="IAM"), said.history).click()
    main(page).get_by_label(said.find_by).select_option(said.resource)
    main(page).get_by_label(said.value).fill("alice")
    button(main(page), said.search).click()
    expect(main(page).get_by_role("row")).to_have_count(2)
    link(main(page), "CreateUser").click()
    text = main(page).get_by_role("region", name=said.record).inner_text()
    assert json.loads(text)["requestParameters"] == {"userName": "alice"}
    link(main(page), "root").click()
    expect(link(main(page), "ConsoleLogin")).to_be_visible()
    page.goto("/console/iam/users/alice")
    button(main(page), said.show).click()
    expect(main(page)).to_contain_text(said.nothing)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("words", [ENGLISH, KOREAN], ids=["en", "ko"])
def test_the_pages_are_sound(reader, gatehouse_dev, words, scheme):
    gatehouse_dev.client("iam").create_user(UserName="alice")
    page = reader(words, color_scheme=scheme, viewport={"width": 360, "height": 740})
    sign_in_as_root(page, words, gatehouse_dev)
    for address in ("?by=changes", "?from=never", "?by=user&value=nobody"):
        page.goto(f"/console/cloudtrail/events{address}")
        assert findings(page) == []
    page.goto("/console/cloudtrail/events?by=event&value=CreateUser")
    link(main(page), "CreateUser").click()
    assert findings(page) == []
