"""The console in a real browser: the steps people follow, by the words they read, in both
languages, with scripts and without; what assistive technology finds; the keyboard alone; narrow
screens."""

import csv
import dataclasses
import json
import re

import botocore.exceptions
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from conftest import Credentials

PASSWORD = "A long passw0rd!"


@dataclasses.dataclass(frozen=True)
class Words:
    """What the console says, where the steps name it."""

    code: str
    root_user: str
    iam_user: str
    root_email: str
    next: str
    password: str
    sign_in: str
    forgot: str
    account: str
    user_name_box: str
    root_link: str
    root_credentials: str
    user_credentials: str
    sign_out: str
    go_on: str
    section: str
    create_key: str
    show_key: str
    download: str
    close: str
    hide: str
    deactivate: str
    activate: str
    delete: str
    users: str
    create_user: str
    user_name: str
    to_group: str
    copy: str
    attach: str
    console_access: str
    custom: str
    custom_password: str
    must_change: str
    find_policies: str
    search: str
    dashboard: str
    denied: str


ENGLISH = Words(
    "en", "Root user", "IAM user", "Root user email address", "Next", "Password", "Sign in",
    "Forgot password?", "Account ID or alias", "IAM user name", "Sign in using root user email",
    "My Security Credentials", "Security credentials", "Sign out",
    "Continue to Security Credentials", "Access keys (access key ID and secret access key)",
    "Create New Access Key", "Show Access Key", "Download Key File", "Close", "Hide",
    "Make Inactive", "Make Active", "Delete", "Users", "Create user", "User name",
    "Add user to group", "Copy permissions", "Attach policies directly",
    "Provide user access to the console", "Custom", "Custom password",
    "User must create a new password at next sign-in", "Search policies", "Search",
    "IAM Dashboard", "You do not have permission")
KOREAN = Words(
    "ko", "루트 사용자", "IAM 사용자", "루트 사용자 이메일 주소", "다음", "암호", "로그인", "암호 찾기",
    "계정 ID 또는 별칭", "IAM 사용자 이름", "루트 사용자 이메일을 사용하여 로그인", "내 보안 크레덴셜",
    "보안 자격 증명", "로그아웃", "보안 크레덴셜으로 계속", "액세스 키(액세스 키 ID 및 보안 액세스 키)",
    "새 액세스 키 생성", "액세스 키 표시", "키 파일 다운로드", "닫기", "숨기기", "비활성화", "활성화", "삭제",
    "사용자", "사용자 생성", "사용자 이름", "그룹에 사용자 추가", "권한 복사", "직접 정책 연결",
    "사용자에게 콘솔 액세스 권한 제공", "사용자 지정", "사용자 지정 암호",
    "사용자는 다음 로그인 시 새 암호를 생성해야 함", "정책 검색", "검색", "IAM 대시보드", "권한이 없습니다")


@pytest.fixture
def reader(chromium, gatehouse_dev):
    """Opens a browser window: call it with words, and with `scripts=False` for one without.

    At the end nothing may have been refused by the content security policy or have failed.
    """
    contexts, complaints = [], []

    def open(words=ENGLISH, scripts=True, host="127.0.0.1", **options):
        context = chromium.new_context(
            base_url=f"http://{host}:{gatehouse_dev.port}", locale={"en": "en-US", "ko": "ko-KR"}[words.code],
            java_script_enabled=scripts, reduced_motion="reduce", **options)
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text)
                if "Security Policy" in message.text else None)
        return page

    yield open
    for context in contexts:
        context.close()
    assert complaints == []


def both(function):
    """Runs a test in both languages, with scripts and without."""
    function = pytest.mark.parametrize("words", [ENGLISH, KOREAN], ids=["en", "ko"])(function)
    return pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])(function)


def button(where, name):
    return where.get_by_role("button", name=name, exact=True)


def link(where, name):
    return where.get_by_role("link", name=name, exact=True)


def box(where, name):
    return where.get_by_label(name, exact=True)


def sign_in_as_root(page, words, server):
    page.goto("/signin?as=root")
    page.get_by_role("radio", name=words.root_user, exact=True).check()
    page.get_by_role("textbox", name=words.root_email).fill(server.email)
    button(page, words.next).click()
    expect(link(page, words.forgot)).to_be_visible()
    box(page, words.password).fill(server.password)
    button(page, words.sign_in).click()
    expect(page).to_have_url(re.compile("/console$"))


def account_menu(page):
    menu = page.get_by_role("banner").get_by_role("button", name=re.compile(" @ "))
    menu.click()
    return page.get_by_role("banner")


def open_root_credentials(page, words):
    link(account_menu(page), words.root_credentials).click()
    warning = page.get_by_role("dialog")
    button(warning, words.go_on).click()
    heading = page.get_by_role("heading", name=words.section, exact=True)
    heading.get_by_role("button").click()


@both
def test_the_root_user_makes_and_retires_access_keys(reader, gatehouse_dev, words, scripts):
    page = reader(words, scripts)
    # The dev account begins with a key; the document begins with none.
    gatehouse_dev.client("iam").delete_access_key(
        AccessKeyId=gatehouse_dev.credentials.access_key_id)
    sign_in_as_root(page, words, gatehouse_dev)
    open_root_credentials(page, words)

    button(page, words.create_key).click()
    dialog = page.get_by_role("dialog").first
    expect(dialog).to_be_visible()
    button(dialog, words.show_key).click()
    key_id = re.compile("^AKIA[A-Z2-7]{16}$")
    shown = page.get_by_role("dialog").last
    expect(shown.get_by_text(key_id)).to_be_visible()
    secret = shown.get_by_text(re.compile(r"^[A-Za-z0-9+/]{40}$")).inner_text()
    button(shown, words.hide).click()
    with page.expect_download() as download:
        button(dialog, words.download).click()
    assert download.value.suggested_filename == "rootkey.csv"
    with open(download.value.path(), newline="") as file:
        [row] = csv.DictReader(file)
    assert row["Secret access key"] == secret
    key = Credentials(row["Access key ID"], secret)
    root = f"arn:aws:iam::{gatehouse_dev.account}:root"
    sts = gatehouse_dev.client("sts", key)
    assert sts.get_caller_identity()["Arn"] == root
    link(dialog, words.close).click()

    row = page.get_by_role("row").filter(has_text=key.access_key_id)
    button(row, words.deactivate).click()
    with pytest.raises(botocore.exceptions.ClientError) as refusal:
        sts.get_caller_identity()
    assert refusal.value.response["Error"]["Code"] == "InvalidClientTokenId"
    button(row, words.activate).click()
    expect(button(row, words.deactivate)).to_be_visible()
    assert sts.get_caller_identity()["Arn"] == root

    button(page, words.create_key).click()
    link(page.get_by_role("dialog").first, words.close).click()
    expect(button(page, words.create_key)).to_be_disabled()
    button(row, words.delete).click()
    button(page.get_by_role("dialog"), words.delete).click()
    expect(row).to_have_count(0)
    expect(button(page, words.create_key)).to_be_enabled()
    with pytest.raises(botocore.exceptions.ClientError):
        sts.get_caller_identity()


def test_leaving_a_secret_that_was_not_kept_asks(reader, gatehouse_dev):
    page = reader()
    sign_in_as_root(page, ENGLISH, gatehouse_dev)
    open_root_credentials(page, ENGLISH)
    button(page, ENGLISH.create_key).click()
    # A browser asks only on a page that its reader has touched.
    button(page.get_by_role("dialog"), ENGLISH.show_key).click()
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto("/console")
    assert asked == ["beforeunload"]


@both
def test_an_iam_user_is_created_and_signs_in(reader, gatehouse_dev, words, scripts):
    page = reader(words, scripts)
    sign_in_as_root(page, words, gatehouse_dev)

    page.get_by_role("search").get_by_role("searchbox").fill("IAM")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=words.dashboard, level=1)).to_be_visible()
    link(page.get_by_role("navigation", name="IAM", exact=True), words.users).click()
    button(page, words.create_user).click()
    box(page, words.user_name).fill("user-dev")
    page.get_by_role("checkbox", name=words.console_access).check()
    page.get_by_role("radio", name=words.custom, exact=True).check()
    box(page, words.custom_password).fill(PASSWORD)
    page.get_by_role("checkbox", name=words.must_change).uncheck()
    button(page, words.next).click()

    for way in (words.to_group, words.copy, words.attach):
        page.get_by_role("radio", name=way, exact=True).check()
    page.get_by_role("main").get_by_role("searchbox", name=words.find_policies).fill(
        "AdministratorAccess")
    page.keyboard.press("Enter")
    first = page.get_by_role("row").filter(has=page.get_by_role("checkbox")).first
    expect(first).to_contain_text("AdministratorAccess")
    page.get_by_role("checkbox", name="AdministratorAccess", exact=True).check()
    button(page, words.next).click()

    main = page.get_by_role("main")
    expect(main).to_contain_text("user-dev")
    expect(main).to_contain_text("AdministratorAccess")
    button(main, words.create_user).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("user-dev")
    policies = gatehouse_dev.client("iam").list_attached_user_policies(UserName="user-dev")
    assert [policy["PolicyName"] for policy in policies["AttachedPolicies"]] == [
        "AdministratorAccess"]

    button(account_menu(page), words.sign_out).click()
    page.goto("/signin")
    page.get_by_role("radio", name=words.iam_user, exact=True).check()
    fill_in_three_boxes(page, words, gatehouse_dev.account)
    expect(page.get_by_role("banner")).to_contain_text(f"user-dev @ {gatehouse_dev.account}")
    link(account_menu(page), words.user_credentials).click()
    expect(page.get_by_role("heading", name=words.user_credentials, level=1)).to_be_visible()

    # The browser remembers, and the link below the boxes leads back.
    button(account_menu(page), words.sign_out).click()
    expect(box(page, words.account)).to_have_value(gatehouse_dev.account)
    button(page, words.root_link).click()
    expect(page.get_by_role("textbox", name=words.root_email)).to_be_visible()


def fill_in_three_boxes(page, words, account=None):
    if account:
        box(page, words.account).fill(account)
    box(page, words.user_name_box).fill("user-dev")
    box(page, words.password).fill(PASSWORD)
    button(page, words.sign_in).click()


def make_user(server, name="user-dev", policy=None):
    iam = server.client("iam")
    iam.create_user(UserName=name)
    iam.create_login_profile(UserName=name, Password=PASSWORD)
    if policy:
        iam.attach_user_policy(UserName=name, PolicyArn=f"arn:aws:iam::aws:policy/{policy}")


@both
def test_an_accounts_own_address_is_filled_in(reader, gatehouse_dev, words, scripts):
    make_user(gatehouse_dev)
    page = reader(words, scripts)
    gatehouse_dev.client("iam").create_account_alias(AccountAlias="example")
    for address in (
            f"http://example.signin.localhost:{gatehouse_dev.port}/console",
            f"http://{gatehouse_dev.account}.signin.localhost:{gatehouse_dev.port}/console",
            "/signin/example"):
        page.goto(address)
        expect(box(page, words.account)).to_have_value(
            re.compile(f"^(example|{gatehouse_dev.account})$"))
        fill_in_three_boxes(page, words)
        expect(page.get_by_role("banner")).to_contain_text("user-dev @ example")


@pytest.mark.parametrize("words", [ENGLISH, KOREAN], ids=["en", "ko"])
def test_a_deny_is_felt_by_the_next_page(reader, gatehouse_dev, words):
    make_user(gatehouse_dev, policy="AdministratorAccess")
    page = reader(words)
    page.goto(f"/signin/{gatehouse_dev.account}")
    fill_in_three_boxes(page, words)
    page.goto("/console/iam/users")
    expect(link(page, "user-dev")).to_be_visible()
    deny = {"Version": "2012-10-17", "Statement": [
        {"Effect": "Deny", "Action": "iam:ListUsers", "Resource": "*"}]}
    gatehouse_dev.client("iam").put_user_policy(
        UserName="user-dev", PolicyName="deny", PolicyDocument=json.dumps(deny))
    answer = page.reload()
    assert answer.status == 403
    expect(page.get_by_role("heading", name=words.denied, level=1)).to_be_visible()
    main = page.get_by_role("main")
    for fact in (":user/user-dev", "iam:ListUsers", "explicit deny"):
        expect(main).to_contain_text(fact)


@pytest.mark.parametrize("words", [ENGLISH, KOREAN], ids=["en", "ko"])
def test_a_policy_list_follows_what_is_typed(reader, gatehouse_dev, words):
    page = reader(words)
    sign_in_as_root(page, words, gatehouse_dev)
    page.goto("/console/iam/create-user")
    box(page, words.user_name).fill("user-dev")
    button(page, words.next).click()
    page.get_by_role("radio", name=words.attach, exact=True).check()
    find = page.get_by_role("main").get_by_role("searchbox", name=words.find_policies)
    find.press_sequentially("ReadOnlyAccess")
    read_only = page.get_by_role("checkbox", name="ReadOnlyAccess", exact=True)
    expect(page.get_by_role("row").filter(has=page.get_by_role("checkbox")).first
           ).to_contain_text("ReadOnlyAccess")
    read_only.check()
    find.fill("AdministratorAccess")
    expect(page.get_by_role("row").filter(has=page.get_by_role("checkbox")).first
           ).to_contain_text("AdministratorAccess")
    # What the new list does not show stays chosen.
    expect(page.get_by_role("checkbox", name="ReadOnlyAccess", exact=True)).to_be_checked()


def test_the_console_is_walked_with_the_keyboard_alone(reader, gatehouse_dev):
    page = reader()
    page.goto("/signin")
    focus(page, page.get_by_role("textbox", name="Root user email address"))
    page.keyboard.type(gatehouse_dev.email)
    page.keyboard.press("Enter")
    expect(box(page, "Password")).to_be_focused()
    page.keyboard.type(gatehouse_dev.password)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/console$"))
    page.keyboard.press("/")
    page.keyboard.type("IAM")
    suggestion = page.get_by_role("search").get_by_role("link").first
    expect(suggestion).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(suggestion).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="IAM Dashboard", level=1)).to_be_visible()
    menu = page.get_by_role("button", name=re.compile("^root @ "))
    focus(page, menu)
    page.keyboard.press("Enter")
    expect(link(page, "My Security Credentials")).to_be_visible()
    page.keyboard.press("Escape")
    expect(link(page, "My Security Credentials")).to_be_hidden()
    expect(menu).to_be_focused()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_permissions_are_simulated_from_a_users_page(reader, gatehouse_dev, scripts):
    make_user(gatehouse_dev, policy="AmazonS3ReadOnlyAccess")
    page = reader(scripts=scripts)
    sign_in_as_root(page, ENGLISH, gatehouse_dev)
    page.goto("/console/iam/users/user-dev")
    button(page, "Simulate permissions").click()
    expect(box(page, "Name of the user, group or role")).to_have_value("user-dev")
    box(page, "Actions, one on each line").fill("s3:GetObject\ns3:PutObject")
    button(page, "Simulate").click()
    rows = page.get_by_role("table", name="Decisions").get_by_role("row")
    expect(rows.filter(has_text="s3:GetObject")).to_contain_text("Allowed")
    expect(rows.filter(has_text="s3:PutObject")).to_contain_text("Denied")
    lit = page.locator(".line.good").filter(has_text='"s3:Get*"')
    expect(lit).to_be_hidden()
    page.get_by_text("The statement that decided").click()
    expect(lit).to_be_visible()
    expect(page.get_by_text("No statement allows it.")).to_be_visible()
    expect(box(page, "Actions, one on each line")).to_have_value("s3:GetObject\ns3:PutObject")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_a_policy_is_checked_while_it_is_written(reader, gatehouse_dev, scripts):
    page = reader(scripts=scripts)
    sign_in_as_root(page, ENGLISH, gatehouse_dev)
    page.goto("/console/iam/create-policy")
    box(page, "Policy name").fill("Mine")
    button(page, "JSON").click()
    box(page, "Policy document (JSON)").fill(
        "\n" + FAULTY.replace('"Resource": "*"', '"Resource": "*",'))
    button(page, "Create policy").click()
    # The document's white space in front is not sent; the comma is told, and where it is.
    expect(page.get_by_text(
        "Line 3: Syntax errors in policy: nothing follows the last comma; remove the comma.")
    ).to_be_visible()
    box(page, "Policy document (JSON)").fill(FAULTY)
    button(page, "Check policy").click()
    expect(page.get_by_role("heading", name="2 findings")).to_be_visible()
    expect(page.get_by_text("did you mean s3:GetObject?").first).to_be_visible()
    box(page, "Policy document (JSON)").fill(
        FAULTY.replace("GetObjct", "GetObject").replace(', "iam:PassRole"', ""))
    button(page, "Check policy").click()
    expect(page.get_by_text("Nothing was found: the policy is valid.")).to_be_visible()
    button(page, "Create policy").click()
    expect(page.get_by_role("heading", name="Mine", level=1)).to_be_visible()


def focus(page, target, most=60):
    """Presses Tab until the target has the focus."""
    for _ in range(most):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"the keyboard does not reach {target}")


PAGES = [
    "/console", "/console/search?q=a", "/console/iam", "/console/iam/users",
    "/console/iam/create-user", "/console/iam/users/user-dev",
    "/console/iam/users/user-dev?tab=groups", "/console/iam/users/user-dev?tab=credentials",
    "/console/iam/users/user-dev?tab=tags", "/console/iam/groups", "/console/iam/create-group",
    "/console/iam/policies", "/console/iam/policies?q=ReadOnly&filter=aws",
    "/console/iam/policies/aws/AdministratorAccess", "/console/iam/create-policy",
    "/console/iam/account-settings", "/console/iam/simulate", "/console/cloudtrail/events",
    "/console/iam/simulate?user=user-dev", "/console/security-credentials",
    "/console/security-credentials?continue=1&open=access-keys",
    "/console/security-credentials/assign-mfa-device",
    "/console/security-credentials/assign-mfa-device?user=user-dev&why=policy",
    "/console/account", "/console/account/email", "/console/account/password",
    "/console/account/transfer", "/console/account/close", "/console/confirm-identity",
    "/console/nothing",
]
OUTSIDE = ["/signin", "/signin/example", "/signup", "/reset-password", "/reopen-account",
    "/signout"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("words", [ENGLISH, KOREAN], ids=["en", "ko"])
def test_pages_are_sound_for_assistive_technology_and_narrow_screens(
        reader, gatehouse_dev, words, scheme):
    make_user(gatehouse_dev, policy="ReadOnlyAccess")
    page = reader(words, color_scheme=scheme, viewport={"width": 360, "height": 740})
    for address in OUTSIDE:
        page.goto(address)
        assert findings(page) == [], address
    sign_in_as_root(page, words, gatehouse_dev)
    for address in PAGES:
        page.goto(address)
        assert findings(page) == [], address
    page.goto("/console/iam/simulate?user=user-dev")
    page.locator("[name=actions]").fill("s3:GetObject\nsqs:SendMessage")
    page.locator("main form button").last.click()
    for statements in page.locator("details summary").all():
        statements.click()
    assert findings(page) == [], "the simulator's answer"
    page.goto("/console/iam/create-policy")
    page.locator("[name=name]").fill("Mine")
    page.locator("button[value=json]").click()
    page.locator("[name=document]").fill(FAULTY)
    page.locator("button[name=go]").click()
    expect(page.locator(".findings li")).to_have_count(2)
    assert findings(page) == [], "a checked policy"


FAULTY = """{
  "Version": "2012-10-17",
  "Statement": {"Effect": "Allow", "Action": ["s3:GetObjct", "iam:PassRole"], "Resource": "*"}
}"""


def findings(page):
    """What axe-core finds, and whether the page is wider than the screen."""
    found = [
        f"{violation['id']}: {node['html']}"
        for violation in Axe().run(page).response["violations"] for node in violation["nodes"]]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append("the page is wider than the screen")
    return found


def test_a_long_list_is_paged_on_the_server(reader, gatehouse_dev):
    iam = gatehouse_dev.client("iam")
    for number in range(120):
        iam.create_user(UserName=f"user-{number:04}")
    page = reader()
    sign_in_as_root(page, ENGLISH, gatehouse_dev)
    page.goto("/console/iam/users")
    expect(page.get_by_role("main")).to_contain_text("1–50 of 120")
    link(page, "Next page").click()
    expect(page.get_by_role("main")).to_contain_text("51–100 of 120")
    page.get_by_role("main").get_by_role("searchbox").fill("0117")
    page.keyboard.press("Enter")
    expect(page.get_by_role("row")).to_have_count(2)
