"""Coming into the console by the word of a SAML provider, or with temporary credentials that a
broker turns into a link; with real browsers and without."""

import json
import re
import urllib.parse

import pytest
from playwright.sync_api import expect

import saml_provider
from conftest import DEV_ACCOUNT, Credentials
from http_client import Browser, send
from seeds import generator
from test_console_walk import (
    ENGLISH, both, button, findings, make_user, reader, sign_in_as_root)
from test_switch_role import WORDS, allow, main, make_role, open_menu, server, switch

__all__ = ["reader", "server"]  # fixtures

PROVIDER = f"arn:aws:iam::{DEV_ACCOUNT}:saml-provider/Corp"


# Identity providers


@pytest.fixture(scope="module")
def idp():
    return saml_provider.Provider()


@pytest.fixture
def federated(server, idp):
    """The server with a provider that two roles of the account trust."""
    iam = server.client("iam")
    iam.create_saml_provider(Name="Corp", SAMLMetadataDocument=idp.metadata())
    for name in ("Reader", "Writer"):
        make_role(iam, name, {"Federated": PROVIDER}, action="sts:AssumeRoleWithSAML",
                  actions=("iam:ListUsers", "sts:AssumeRole"))
    return server


def pair(role, account=DEV_ACCOUNT):
    return f"arn:aws:iam::{account}:role/{role},{PROVIDER}"


def brought(server, response, language="en", path="/saml", **more):
    """A browser that comes from the provider's page with a response."""
    fields = {"SAMLResponse": response, **more}
    return Browser(server, language=language).open(
        path, urllib.parse.urlencode(fields).encode())


def bring(page, server, response, **more):
    """Sends the form of a provider's page, which is a page of another site."""
    fields = "".join(
        f'<input name="{name}" value="{value}">'
        for name, value in {"SAMLResponse": response, **more}.items())
    page.set_content(
        f'<form method="post" action="{server.url}/saml">{fields}<button>Go</button></form>')
    page.get_by_role("button").click()


@both
def test_a_signed_response_opens_the_console(reader, federated, idp, words, scripts):
    page = reader(words, scripts)
    bring(page, federated, idp.response(roles=[pair("Reader")]), RelayState="/console/iam/users")
    expect(page).to_have_url(re.compile("/console/iam/users$"))
    expect(main(page)).to_contain_text("user-dev")
    expect(page.get_by_role("banner")).to_contain_text("Reader/alice@example.com")
    expect(open_menu(page)).not_to_contain_text(WORDS[words.code].back)


@both
def test_of_several_roles_one_is_chosen(reader, federated, idp, words, scripts):
    page = reader(words, scripts)
    bring(page, federated, idp.response(roles=[pair("Reader"), pair("Writer")]))
    expect(page.get_by_role("heading", level=1)).to_have_text(WORDS[words.code].select)
    assert not scripts or findings(page) == []
    page.get_by_role("radio", name="Writer").check()
    button(page, words.sign_in).click()
    expect(page).to_have_url(re.compile("/console$"))
    expect(page.get_by_role("banner")).to_contain_text("Writer/alice@example.com")


def test_who_came_by_a_provider_switches_to_a_role_and_back(reader, federated, idp):
    page = reader()
    bring(page, federated, idp.response(roles=[pair("Reader")]))
    switch(page, ENGLISH)
    expect(main(page)).to_contain_text("The role acts now")
    menu = open_menu(page)
    expect(menu).to_contain_text("audit/alice@example.com")
    button(menu, "Switch back").click()
    expect(page.get_by_role("banner")).to_contain_text("Reader/alice@example.com")


def test_who_came_by_a_provider_that_is_gone_acts_in_no_role(reader, federated, idp):
    page = reader()
    bring(page, federated, idp.response(roles=[pair("Reader")]))
    switch(page, ENGLISH)
    expect(main(page)).to_contain_text("The role acts now")
    federated.client("iam").delete_saml_provider(SAMLProviderArn=PROVIDER)
    page.goto("/console/iam/users")
    expect(page).to_have_url(re.compile("/signin"))


@pytest.mark.parametrize("seconds", [36_000, 600])
def test_how_long_a_provider_keeps_its_own_session_is_a_limit_alone(federated, idp, seconds):
    """Keycloak says ten hours. The role has one, and that is what the session gets."""
    response = idp.response(roles=[pair("Reader")], session_seconds=seconds)
    assert brought(federated, response).path == "/console"


def test_a_role_of_one_hour_is_taken_on_though_the_provider_says_two(federated, idp):
    longer = (f"{saml_provider.ATTRIBUTES}SessionDuration", ["7200"])
    response = idp.response(roles=[pair("Reader")], others=[longer])
    assert brought(federated, response).path == "/console"


def test_another_provider_with_another_key_locks_nobody_out(federated, idp):
    federated.client("iam").create_saml_provider(
        Name="Old", SAMLMetadataDocument=saml_provider.Provider().metadata())
    old = pair("Writer").replace("saml-provider/Corp", "saml-provider/Old")
    for roles in ([old, pair("Reader")], [pair("Reader"), old]):
        page = brought(federated, idp.response(roles=roles))
        assert "Select a role" in page.text
        page.submit(role=pair("Reader"))
        assert page.path == "/console"


def test_each_of_many_roles_is_offered_and_a_response_that_is_too_long_is_refused(
        federated, idp):
    many = [pair("Reader")] + [pair(f"role-{number}") for number in range(300)]
    assert brought(federated, idp.response(roles=many)).text.count("type=\"radio\"") == 301
    assert brought(federated, "A" * 100_001).status == 400


def test_a_response_is_good_for_one_session(federated, idp):
    response = idp.response(roles=[pair("Reader")])
    assert brought(federated, response).path == "/console"
    again = brought(federated, response)
    assert (again.status, again.path) == (400, "/saml")
    assert "The SAML assertion was used before" in again.text
    assert "gatehouse-session" not in str(again.cookies)


REFUSED = {
    "no response": lambda idp: "",
    "no base64": lambda idp: "???",
    "no XML": lambda idp: "bm90aGluZw==",
    "another's signature": lambda idp: saml_provider.Provider().response(roles=[pair("Reader")]),
    "an old response": lambda idp: idp.response(roles=[pair("Reader")], age=301),
    "no role": lambda idp: idp.response(roles=[]),
    "no such role": lambda idp: idp.response(roles=[pair("Nobody")]),
    "a role that does not trust it": lambda idp: idp.response(roles=[pair("audit")]),
    "a role of another account": lambda idp: idp.response(roles=[pair("Reader", "999999999999")]),
    "another's recipient": lambda idp: idp.response(
        roles=[pair("Reader")], recipient="https://other.example.com/saml"),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_a_provider_did_not_say_opens_nothing(federated, idp, name, language):
    page = brought(federated, REFUSED[name](idp), language)
    assert page.status in (400, 403) and page.path == "/saml"
    assert not [cookie for cookie in page.cookies if cookie.name == "gatehouse-session"]
    assert page.open("/console").path == "/signin"


def test_a_role_that_was_not_offered_cannot_be_chosen(federated, idp):
    response = idp.response(roles=[pair("Reader"), pair("Writer")])
    page = brought(federated, response, role=pair("audit"))
    assert page.path == "/saml" and "Select a role" in page.text
    assert page.open("/console").path == "/signin"


def test_a_providers_own_address_takes_its_responses_alone(federated, idp):
    uuid = federated.client("iam").get_saml_provider(SAMLProviderArn=PROVIDER)["SAMLProviderUUID"]
    response = idp.response(roles=[pair("Reader")])
    assert brought(federated, response, path="/saml/acs/SAMLSPNOBODY").status == 400
    assert brought(federated, response, path=f"/saml/acs/{uuid}").path == "/console"


@pytest.mark.parametrize("state", [
    "https://evil.example.com/console", "//evil.example.com", "/console/nowhere", "javascript:1",
    "/signout"])
def test_a_relay_state_leads_nowhere_but_to_our_pages(federated, idp, state):
    page = brought(federated, idp.response(roles=[pair("Reader")]), RelayState=state)
    assert page.path in ("/console", "/signout")


def test_the_session_ends_with_its_provider(federated, idp):
    page = brought(federated, idp.response(roles=[pair("Reader")]))
    assert page.open("/console/iam/users").status == 200
    federated.client("iam").delete_saml_provider(SAMLProviderArn=PROVIDER)
    assert page.open("/console/iam/users").path == "/signin"


# Brokers


def credentials_of(server, operation="assume_role", **more):
    """Temporary credentials of a role, or of a federated user, that the user made."""
    iam = server.client("iam")
    for old in iam.list_access_keys(UserName="user-dev")["AccessKeyMetadata"]:
        iam.delete_access_key(UserName="user-dev", AccessKeyId=old["AccessKeyId"])
    key = iam.create_access_key(UserName="user-dev")["AccessKey"]
    sts = server.client("sts", Credentials(key["AccessKeyId"], key["SecretAccessKey"]))
    return getattr(sts, operation)(**more)["Credentials"]


def assumed(server, **more):
    return credentials_of(
        server, RoleArn=f"arn:aws:iam::{DEV_ACCOUNT}:role/audit", RoleSessionName="tool", **more)


def asked(server, credentials, **more):
    """The endpoint's answer to a broker that wants a token."""
    session = json.dumps({
        "sessionId": credentials["AccessKeyId"], "sessionKey": credentials["SecretAccessKey"],
        "sessionToken": credentials["SessionToken"]})
    query = urllib.parse.urlencode({"Action": "getSigninToken", "Session": session, **more})
    return send(server, "GET", f"/federation?{query}")


def address(token, **more):
    return "/federation?" + urllib.parse.urlencode({
        "Action": "login", "Issuer": "https://broker.example.com", "SigninToken": token, **more})


@both
def test_a_brokers_link_opens_the_console(reader, server, words, scripts):
    answer = asked(server, assumed(server), SessionDuration="1800")
    assert answer.status == 200 and answer.headers["content-type"] == "application/json"
    page = reader(words, scripts)
    page.goto(address(answer.json["SigninToken"], Destination=f"{server.url}/console/iam/users"))
    expect(page).to_have_url(re.compile("/console/iam/users$"))
    expect(page.get_by_role("banner")).to_contain_text("audit/tool")
    # A second link asks before it ends the session that there is.
    page.goto(address(answer.json["SigninToken"]))
    assert not scripts or findings(page) == []
    expect(page.get_by_role("main")).to_contain_text("audit/tool @")
    page.get_by_role("main").get_by_role("button").first.click()
    expect(page).to_have_url(re.compile("/console$"))


def test_somebody_elses_link_does_not_end_a_session(server):
    page = Browser(server).sign_in_as_root(server.email, server.password)
    token = asked(server, assumed(server)).json["SigninToken"]
    asking = page.open(address(token))
    assert asking.path == "/federation" and "Stay signed in" in asking.text
    forged = urllib.parse.urlencode({
        "Action": "login", "SigninToken": token, "form": "sign-in-instead"}).encode()
    assert page.open("/federation", forged).path == "/federation"
    assert "root @" in page.open("/console").text


def test_a_form_of_another_site_does_not_end_a_session(reader, server):
    """A browser keeps its cookie from such a form, so the server cannot see who is signed in."""
    token = asked(server, assumed(server)).json["SigninToken"]
    page = reader()
    sign_in_as_root(page, ENGLISH, server)
    elsewhere = page.context.new_page()
    elsewhere.route("http://other.example/", lambda route: route.fulfill(
        content_type="text/html", body=f"""<form method=post action="{server.url}/federation">
            <input name=Action value=login><input name=SigninToken value="{token}">
            <button>Go</button></form>"""))
    elsewhere.goto("http://other.example/")
    elsewhere.get_by_role("button").click()
    expect(elsewhere.locator("body")).to_contain_text("in a request with GET")
    page.goto("/console")
    expect(page.get_by_role("banner")).to_contain_text("root @")


def test_looking_at_a_link_begins_no_session(server):
    token = asked(server, assumed(server)).json["SigninToken"]
    cookies = send(server, "HEAD", address(token)).headers.get("set-cookie", "")
    assert "gatehouse-session" not in cookies


def test_of_the_sessions_that_a_link_opened_ten_stay(server):
    """So nobody ends the sessions of other people by opening one link again and again."""
    token = asked(server, assumed(server)).json["SigninToken"]
    browsers = [Browser(server).open(address(token)) for _ in range(11)]
    paths = [browser.open("/console").path for browser in browsers]
    assert paths == ["/signin"] + ["/console"] * 10


def test_the_longest_link_works_and_tells_nobody_its_address(reader, server):
    iam = server.client("iam")
    iam.update_assume_role_policy(
        RoleName="audit", PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [{
            "Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{DEV_ACCOUNT}:root"},
            "Action": ["sts:AssumeRole", "sts:TagSession"]}]}))
    iam.put_user_policy(
        UserName="user-dev", PolicyName="assume", PolicyDocument=allow("sts:*"))
    values = generator("the longest link")
    tags = [{"Key": f"key-{number}",
             "Value": "".join(values.choices("abcdefghijklmnopqrstuvwxyz", k=110))}
            for number in range(25)]
    token = asked(server, assumed(server, Tags=tags)).json["SigninToken"]
    assert len(token) > 2_500
    page = reader()
    said = []
    page.on("request", lambda request: said.append(request.headers.get("referer", "")))
    page.goto(address(token))
    page.goto(address(token))
    button(page, "Sign out and go on").click()
    expect(page).to_have_url(re.compile("/console$"))
    assert not [text for text in said if "SigninToken" in text]


def test_a_federated_user_switches_to_no_role(server):
    server.client("iam").put_user_policy(
        UserName="user-dev", PolicyName="federate", PolicyDocument=allow("sts:*", "iam:*"))
    credentials = credentials_of(
        server, "get_federation_token", Name="bob", Policy=allow("sts:*", "iam:*"))
    page = Browser(server).open(address(asked(server, credentials).json["SigninToken"]))
    page.open("/switchrole").submit(
        form="switch-role", account=DEV_ACCOUNT, roleName="audit", displayName="")
    assert page.status == 403
    assert "Cannot call AssumeRole with session credentials" in page.text
    assert "bob @" in page.open("/console").text


def test_a_federated_user_has_what_both_allow(server):
    server.client("iam").put_user_policy(
        UserName="user-dev", PolicyName="federate",
        PolicyDocument=allow("sts:GetFederationToken", "iam:List*"))
    credentials = credentials_of(
        server, "get_federation_token", Name="bob", Policy=allow("iam:ListUsers"))
    answer = asked(server, credentials)
    page = Browser(server).open(address(answer.json["SigninToken"]))
    assert page.path == "/console" and "bob @" in page.text
    # As on AWS, whoever acts by GetFederationToken calls IAM in the console alone.
    assert page.open("/console/iam/users").status == 200
    assert page.open("/console/iam/groups").status == 403
    refused = asked(server, credentials, SessionDuration="3600")
    assert refused.status == 400 and "SessionDuration" in refused.json["Message"]


def changed(credentials, **changes):
    return {**credentials, **changes}


def test_what_are_no_credentials_make_no_token(server):
    credentials, others = assumed(server), assumed(server)
    cases = [
        changed(credentials, SecretAccessKey=others["SecretAccessKey"]),
        changed(credentials, SessionToken=others["SessionToken"]),
        changed(credentials, AccessKeyId=others["AccessKeyId"]),
        changed(credentials, SessionToken=credentials["SessionToken"][:-4] + "AAAA"),
        changed(credentials, SessionToken=""),
        changed(credentials, AccessKeyId="", SecretAccessKey="", SessionToken=""),
    ]
    for case in cases:
        answer = asked(server, case)
        assert answer.status == 400
        assert answer.json == {"Message": "Invalid credentials parameter"}
    for query in ("", "?Action=nothing", "?Action=getSigninToken",
                  "?Action=getSigninToken&Session=%7B%7D", "?Action=getSigninToken&Session=[1"):
        assert send(server, "GET", f"/federation{query}").status == 400
    for seconds in ("899", "43201", "-1", "an hour", "99999999999999999999"):
        assert asked(server, credentials, SessionDuration=seconds).status == 400
    for length in (16_000, 100_000):
        assert asked(server, changed(credentials, SessionToken="A" * length)).status >= 400


def test_credentials_of_get_session_token_do_not_sign_in(server):
    answer = asked(server, credentials_of(server, "get_session_token"))
    assert answer.status == 400 and "GetSessionToken" in answer.json["Message"]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_link_that_was_altered_or_has_no_role_opens_nothing(server, language):
    token = asked(server, assumed(server)).json["SigninToken"]
    altered = [token[:-1] + ("A" if token[-1] != "A" else "B"), token[1:], "", "x", "A" * 9_000]
    for text in altered:
        page = Browser(server, language=language).open(address(text))
        assert page.status == 400 and page.path == "/federation"
        assert page.open("/console").path == "/signin"
    iam = server.client("iam")
    iam.delete_role_policy(RoleName="audit", PolicyName="own")
    iam.delete_role(RoleName="audit")
    assert Browser(server).open(address(token)).status == 400
