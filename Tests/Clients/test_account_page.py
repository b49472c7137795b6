"""The account's page in a real browser, in both languages, with scripts and without."""

import dataclasses
import re

import pytest
from playwright.sync_api import expect

from test_account import allow, document, simulate
from test_console_walk import (
    ENGLISH, KOREAN, account_menu, both, box, button, fill_in_three_boxes, findings, link,
    make_user, reader, sign_in_as_root)

__all__ = ["reader"]  # a fixture


@dataclasses.dataclass(frozen=True)
class Words:
    """What the page says."""

    account: str
    name: str
    save: str
    edit_contact: str
    full_name: str
    phone: str
    line: str
    city: str
    state: str
    postal: str
    country: str
    edit_security: str
    delete_security: str
    contact_name: str
    title: str
    email: str
    find: str
    enable: str
    disable: str
    region: str
    billing: str
    activate: str
    deactivate: str


PAGE = {
    "en": Words(
        "Account", "Account name", "Save changes", "Edit contact information", "Full name",
        "Phone number", "Address line 1", "City", "State or region", "Postal code",
        "Country code", "Edit security contact", "Delete security contact", "Name", "Title",
        "Email address", "Find regions", "Enable", "Disable", "Africa (Cape Town)",
        "IAM user and role access to billing information", "Activate", "Deactivate"),
    "ko": Words(
        "계정", "계정 이름", "변경 사항 저장", "연락처 정보 편집", "전체 이름", "전화번호", "주소 1", "도시",
        "주 또는 지역", "우편번호", "국가 코드", "보안 연락처 편집", "보안 연락처 삭제", "이름", "직책",
        "이메일 주소", "리전 찾기", "사용", "사용 중지", "아프리카(케이프타운)",
        "결제 정보에 대한 IAM 사용자 및 역할 액세스", "활성화", "비활성화"),
}


def open_page(page, words):
    account_menu(page)
    link(page, PAGE[words.code].account).click()
    expect(page).to_have_url(re.compile("/console/account$"))
    expect(page.get_by_role("heading", level=1, name=PAGE[words.code].account)).to_be_visible()


@both
def test_the_root_user_looks_after_the_account(reader, gatehouse_dev, words, scripts):
    said, page = PAGE[words.code], reader(words, scripts)
    client = gatehouse_dev.client("account")
    sign_in_as_root(page, words, gatehouse_dev)
    open_page(page, words)

    box(page, said.name).fill("우리 회사")
    button(page, said.save).click()
    expect(box(page, said.name)).to_have_value("우리 회사")
    assert client.get_account_information()["AccountName"] == "우리 회사"

    link(page, said.edit_contact).click()
    for label, text in (
        (said.full_name, "Mia"), (said.phone, "5550123"), (said.line, "Haupt 1"),
        (said.city, "Bonn"), (said.postal, "53111"), (said.country, "de"),
    ):
        box(page, label).fill(text)
    button(page, said.save).click()
    for label in (said.phone, said.state):
        expect(box(page, label)).to_have_attribute("aria-invalid", "true")
    expect(box(page, said.full_name)).to_have_value("Mia")
    box(page, said.phone).fill("+49 228 5550123")
    box(page, said.state).fill("NW")
    button(page, said.save).click()
    expect(page).to_have_url(re.compile("/console/account$"))
    contact = client.get_contact_information()["ContactInformation"]
    assert (contact["FullName"], contact["CountryCode"]) == ("Mia", "DE")

    link(page, said.edit_security).click()
    for label, text in (
        (said.contact_name, "Noor"), (said.title, "Guard"), (said.email, "guard@example.com"),
        (said.phone, "+41 1"),
    ):
        box(page, label).fill(text)
    button(page, said.save).click()
    expect(page.get_by_text("guard@example.com")).to_be_visible()
    button(page, said.delete_security).click()
    button(page.get_by_role("dialog"), words.delete).click()
    expect(page.get_by_text("guard@example.com")).to_have_count(0)

    page.get_by_role("searchbox", name=said.find).fill("cape")
    page.get_by_role("searchbox", name=said.find).press("Enter")
    row = page.get_by_role("row", name=re.compile(re.escape(said.region)))
    expect(page.get_by_role("row")).to_have_count(2)
    button(row, said.enable).click()
    assert client.get_region_opt_status(RegionName="af-south-1")["RegionOptStatus"] == "ENABLED"
    button(page.get_by_role("row", name=re.compile(re.escape(said.region))), said.disable).click()
    expect(button(page, said.disable)).to_have_count(0)


@both
def test_billing_access_is_activated_and_deactivated(reader, gatehouse_dev, words, scripts):
    said, page = PAGE[words.code], reader(words, scripts)
    iam = gatehouse_dev.client("iam")
    make_user(gatehouse_dev, "nia")
    iam.put_user_policy(
        UserName="nia", PolicyName="all", PolicyDocument=document(allow("*", "*")))
    sign_in_as_root(page, words, gatehouse_dev)
    open_page(page, words)
    expect(page.get_by_role("heading", name=said.billing)).to_be_visible()
    assert simulate(iam, "ce:GetCostAndUsage") == ["implicitDeny"]
    button(page, said.activate).click()
    expect(button(page, said.deactivate)).to_be_visible()
    assert simulate(iam, "ce:GetCostAndUsage") == ["allowed"]
    button(page, said.deactivate).click()
    expect(button(page, said.activate)).to_be_visible()
    assert simulate(iam, "ce:GetCostAndUsage") == ["implicitDeny"]


@pytest.mark.parametrize("words", [ENGLISH, KOREAN], ids=["en", "ko"])
def test_a_user_sees_what_policies_allow(reader, gatehouse_dev, words):
    said, page = PAGE[words.code], reader(words)
    make_user(gatehouse_dev)
    page.goto(f"/signin/{gatehouse_dev.account}")
    fill_in_three_boxes(page, words)
    expect(page).to_have_url(re.compile("/console$"))
    open_page(page, words)
    for action in ("GetAccountInformation", "GetContactInformation", "ListRegions"):
        expect(page.get_by_text(f"account:{action}", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name=said.billing)).to_have_count(0)
    gatehouse_dev.client("iam").put_user_policy(
        UserName="user-dev", PolicyName="account",
        PolicyDocument=document(allow("account:Get*", "*"), allow("account:PutAccountName", "*")))
    page.reload()
    box(page, said.name).fill("Nia's")
    button(page, said.save).click()
    expect(box(page, said.name)).to_have_value("Nia's")
    expect(page.get_by_text("account:ListRegions", exact=True)).to_be_visible()


@pytest.mark.parametrize("words", [ENGLISH, KOREAN], ids=["en", "ko"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_sound_for_assistive_technology_and_narrow_screens(
        reader, gatehouse_dev, words, scheme):
    client = gatehouse_dev.client("account")
    client.put_alternate_contact(
        AlternateContactType="SECURITY", Name="Noor", Title="Guard",
        EmailAddress="guard@example.com", PhoneNumber="+41 1")
    for width in (360, 1280):
        page = reader(
            words, color_scheme=scheme, viewport={"width": width, "height": 900})
        sign_in_as_root(page, words, gatehouse_dev)
        for address in ("", "?edit=contact", "?edit=security", "?region=zz"):
            page.goto(f"/console/account{address}")
            assert findings(page) == []
