"""Passkeys and security keys with python-fido2 as the authenticator, beside the browser's own:
what is accepted, and that nothing else is."""

import concurrent.futures
import html
import os
import re
import time

import pyotp
import pytest
from fido2 import cose

import http_client
from conftest import Account
from software_key import FLAG, TOUCH, VERIFIED, Question, SoftwareKey

PASSWORD = "A long passw0rd!"
ASSIGN = "/console/security-credentials/assign-mfa-device"
REFUSED = "Your authentication information is incorrect. Please try again."
MAY_ALL = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}'


class Person:
    """The root user of an account, or an IAM user that it makes; with keys."""

    def __init__(self, account, user=None):
        self.account, self.user = account, user
        self.session = None
        if user is not None:
            iam = account.client("iam")
            iam.create_user(UserName=user)
            iam.create_login_profile(UserName=user, Password=PASSWORD)
            iam.put_user_policy(UserName=user, PolicyName="all", PolicyDocument=MAY_ALL)

    def give_password(self, browser=None):
        """A browser in which the password was given."""
        browser = browser or http_client.Browser(self.account, host="localhost")
        if self.user is None:
            return browser.sign_in_as_root(self.account.email, self.account.password)
        return browser.open(f"/signin/{self.account.account}").submit(
            user=self.user, password=PASSWORD)

    def asked_for_new_key(self):
        """A signed-in browser that asks for a new key."""
        if self.session is None or self.session.open(ASSIGN).path != ASSIGN:
            self.session = self.give_password().open(ASSIGN)
        return self.session.submit(name="key", kind="fido")

    def with_key(self, key=None, **creation):
        """Registers a key; returns it."""
        key = key or SoftwareKey()
        asking = self.asked_for_new_key()
        question = Question.of(asking)
        registered(asking, key.create(question, **creation), question)
        return key

    def serial_numbers(self):
        """Those of the devices."""
        user = {} if self.user is None else {"UserName": self.user}
        devices = self.account.client("iam").list_mfa_devices(**user)["MFADevices"]
        return {device["SerialNumber"] for device in devices}


@pytest.fixture
def root(gatehouse_dev):
    return Person(gatehouse_dev)


@pytest.fixture
def asked(root):
    """A key, a browser that asks for it after the password, and its question."""
    key, browser = root.with_key(), root.give_password()
    return key, browser, Question.of(browser)


def send(browser, response, question, sealed=None):
    """Sends an answer in the form of the page."""
    return browser.submit(
        response=response, challenge=question.sealed if sealed is None else sealed)


def registered(browser, response, question):
    send(browser, response, question)
    assert browser.status == 200 and browser.path != ASSIGN, browser.text
    return browser


def entered(browser, response, question):
    """Sends an answer that is accepted."""
    send(browser, response, question)
    assert (browser.status, browser.path) == (200, "/console"), browser.text
    assert "gatehouse-session" in names_of_cookies(browser)
    return browser


def refused(browser, response, question, sealed=None):
    """Sends an answer that is told from no other that is refused, and opens nothing."""
    plain = masked(send(browser, "{}", question))
    assert plain[0] == 401 and REFUSED in plain[2]
    assert masked(send(browser, response, question, sealed)) == plain
    assert "gatehouse-session" not in names_of_cookies(browser)
    assert browser.copy().open("/console").path == "/signin"


def masked(browser):
    """A page without what is its own alone."""
    page = html.unescape(browser.text)
    for own in ('(name="form-token" value=)"[^"]*', '(name="challenge" value=)"[^"]*',
                '("challenge":)"[^"]*'):
        page = re.sub(own, r"\1", page)
    headers = [each for each in browser.headers.items()
               if each[0].lower() not in ("date", "content-length")]
    return browser.status, headers, page


def names_of_cookies(browser):
    return {cookie.name for cookie in browser.cookies}


def forget_session(browser):
    for cookie in list(browser.cookies):
        if cookie.name == "gatehouse-session":
            browser.cookies.clear(cookie.domain, cookie.path, cookie.name)
    return browser


# What is accepted


@pytest.mark.parametrize("flags", [TOUCH, VERIFIED], ids=["a-touch", "user-verified"])
@pytest.mark.parametrize("kind", [cose.ES256, cose.EdDSA, cose.RS256])
def test_a_key_is_registered_and_used(root, kind, flags):
    keys = [
        root.with_key(SoftwareKey(kind, flags, counts=False)),
        root.with_key(SoftwareKey(kind, flags), form="packed")]
    assert len(root.serial_numbers()) == 2
    known = {key.id for key in keys}
    offered = Question.of(root.asked_for_new_key()).options
    assert {each.id for each in offered.exclude_credentials} == known
    assert {-7, -8, -257} <= {each.alg for each in offered.pub_key_cred_params}
    for key in [*keys, *keys]:
        browser = root.give_password()
        question = Question.of(browser)
        assert question.options.rp_id == "localhost"
        assert {each.id for each in question.options.allow_credentials} == known
        entered(browser, key.get(question), question)


def test_a_user_uses_a_key_that_does_not_keep_whose_it_is(root):
    user = Person(root.account, "alice")
    key, browser = user.with_key(), user.give_password()
    question = Question.of(browser)
    entered(browser, key.get(question, handle=None), question)


# What is refused at sign-in


def changed(signature):
    return signature[:-1] + bytes([signature[-1] ^ 1])


ORIGINS = {
    "another-port": "http://localhost:1",
    "no-port": "http://localhost",
    "another-scheme": "https://localhost:{port}",
    "a-sibling-host": "http://acme.signin.localhost:{port}",
    "the-address": "http://127.0.0.1:{port}",
    "a-longer-name": "http://localhost.evil.example:{port}",
    "evil-example": "https://evil.example",
    "no-origin": "null",
}

# What is wrong in the answers of both ceremonies.
LIES = {
    **{f"origin-{name}": {"origin": origin} for name, origin in ORIGINS.items()},
    "rp-id-evil-example": {"rp": "evil.example"},
    "rp-id-with-port": {"rp": "localhost:8426"},
    "cross-origin": {"said": {"cross_origin": True}},
    "in-a-frame": {"said": {"topOrigin": "https://evil.example"}},
    "a-challenge-of-its-own": {"challenge": os.urandom(32)},
    "no-challenge": {"challenge": b""},
    "nobody-present": {"flags": FLAG(0)},
    "verified-but-not-present": {"flags": FLAG.UV},
    "another-signer": {"signer": SoftwareKey()},
}

LIES_AT_SIGN_IN = LIES | {
    "type-of-a-registration": {"kind": "webauthn.create"},
    "type-of-a-payment": {"kind": "payment.get"},
    "lowered-count": {"count_off": -2},
    "standing-count": {"count_off": -1},
    "an-unknown-credential": {"id": os.urandom(32)},
    "another-user-handle": {"handle": b"123456789012/AIDAQAAAAAAAEXAMPLE22"},
    "an-empty-user-handle": {"handle": b""},
    "a-tampered-signature": {"signature": changed},
    "no-signature": {"signature": lambda signature: b""},
    "synchronised-suddenly": {"flags": VERIFIED | FLAG.BE},
}


@pytest.mark.parametrize("lie", LIES_AT_SIGN_IN)
def test_a_false_answer_is_refused(asked, lie):
    key, browser, question = asked
    refused(browser, key.get(question, **LIES_AT_SIGN_IN[lie]), question)
    # It has used nothing up, and all else about it was right.
    entered(browser, key.get(question), question)


JUNK = {
    "empty": "",
    "no-json": "not JSON",
    "null": "null",
    "a-list": "[]",
    "deep": "[" * 100_000,
    "long": '{"type":"public-key","rawId":"' + "A" * 140_000 + '"}',
}

# What no form may carry, whatever it asks; so it says nothing of keys.
UNREADABLE = {"a-megabyte": "A" * 1_000_000, "zero-bytes": "\0" * 16}


@pytest.mark.parametrize("junk", JUNK)
def test_junk_is_refused(asked, junk):
    key, browser, question = asked
    refused(browser, JUNK[junk], question)
    entered(browser, key.get(question), question)


@pytest.mark.parametrize("field", ["response", "challenge"])
@pytest.mark.parametrize("junk", UNREADABLE)
def test_a_form_that_cannot_be_read_is_refused(asked, junk, field):
    key, browser, question = asked
    values = {"response": key.get(question), "challenge": question.sealed}
    other = browser.copy().submit(**values | {field: UNREADABLE[junk]})
    assert other.status == 400 and "gatehouse-session" not in names_of_cookies(other)
    assert other.open("/console").path == "/signin"
    entered(browser, key.get(question), question)


def test_the_answer_of_a_registration_is_refused(root):
    key = root.with_key()
    new = key.create(Question.of(root.asked_for_new_key()))
    browser = root.give_password()
    refused(browser, new, Question.of(browser))


@pytest.mark.parametrize("place", ["in-the-same-sign-in", "in-a-new-one"])
def test_an_assertion_is_good_once(root, place):
    key = root.with_key(SoftwareKey(counts=False))
    browser = root.give_password()
    question = Question.of(browser)
    again = browser.copy() if place == "in-the-same-sign-in" else root.give_password()
    response = key.get(question)
    entered(browser, response, question)
    refused(again, response, question)
    question = Question.of(again)
    entered(again, key.get(question), question)


def test_an_assertion_that_is_sent_four_times_at_once_is_good_once(root):
    key = root.with_key(SoftwareKey(counts=False))
    browser = root.give_password()
    question = Question.of(browser)
    response = key.get(question)
    browsers = [browser.copy() for _ in range(4)]
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        statuses = pool.map(lambda each: send(each, response, question).status, browsers)
    assert sorted(statuses) == [200, 401, 401, 401]


def changed_in_the_middle(text):
    half = len(text) // 2
    return text[:half] + ("A" if text[half] != "A" else "B") + text[half + 1:]


def of_another(root):
    user = Person(root.account, "alice")
    user.with_key()
    return Question.of(user.give_password())


# Questions that are not the one of the page, and what is sent along.
CHALLENGES = {
    "of-a-registration": lambda root: Question.of(root.asked_for_new_key()),
    "of-another-principal": of_another,
}


@pytest.mark.parametrize("source", CHALLENGES)
def test_a_challenge_of_something_else_is_refused(root, asked, source):
    key, browser, question = asked
    other = CHALLENGES[source](root)
    response = key.get(question, challenge=other.options.challenge)
    refused(browser, response, question, other.sealed)
    entered(browser, key.get(question), question)


ALTERED = {
    "changed": changed_in_the_middle,
    "cut": lambda sealed: sealed[:-1],
    "longer": lambda sealed: sealed + "A",
    "empty": lambda sealed: "",
    "not-sealed": lambda sealed: "AAAA",
    "long": lambda sealed: "A" * 140_000,
}


@pytest.mark.parametrize("how", ALTERED)
def test_an_altered_challenge_is_refused(asked, how):
    key, browser, question = asked
    refused(browser, key.get(question), question, ALTERED[how](question.sealed))
    entered(browser, key.get(question), question)


def test_the_challenge_of_another_page_does_not_go_with_an_answer(root):
    key = root.with_key()
    browser = root.give_password()
    first = Question.of(browser)
    second = Question.of(root.give_password())
    refused(browser, key.get(first), first, second.sealed)
    entered(browser, key.get(second), second)


def test_an_old_challenge_is_refused(server_with_clock):
    root = Person(server_with_clock)
    key = root.with_key()
    browser, new = root.give_password(), Question.of(root.asked_for_new_key())
    question = Question.of(browser)
    server_with_clock.set_clock_forward(hours=0.1)
    refused(browser, key.get(question), question)
    assert send(root.session, SoftwareKey().create(new), new).status == 409
    for person, answer in (browser, key.get), (root.session, SoftwareKey().create):
        question = Question.of(person)
        assert send(person, answer(question), question).status == 200
    server_with_clock.set_clock_forward(hours=0)
    assert len(root.serial_numbers()) == 2


# Credentials of others


def test_the_key_of_another_account_is_refused(data_server):
    ours, theirs = Person(Account(data_server)), Person(Account(data_server))
    key, foreign = ours.with_key(), theirs.with_key()
    browser = ours.give_password()
    question = Question.of(browser)
    assert {each.id for each in question.options.allow_credentials} == {key.id}
    refused(browser, foreign.get(question), question)
    refused(browser, foreign.get(question, handle=key.handle), question)
    entered(browser, key.get(question), question)


def test_the_key_of_another_user_of_the_account_is_refused(root):
    key, foreign = root.with_key(), Person(root.account, "alice").with_key()
    assert key.handle != foreign.handle
    browser = root.give_password()
    question = Question.of(browser)
    refused(browser, foreign.get(question), question)
    refused(browser, foreign.get(question, handle=key.handle), question)
    entered(browser, key.get(question), question)


@pytest.mark.parametrize("when", ["before", "afterwards"])
def test_a_deleted_key_is_refused(root, when):
    deleted = root.with_key()
    [serial_number] = root.serial_numbers()
    key = root.with_key()
    before = root.give_password()
    root.account.client("iam").deactivate_mfa_device(UserName="root", SerialNumber=serial_number)
    browser = before if when == "before" else root.give_password()
    question = Question.of(browser)
    # The page has changed with the devices; so it is asked for anew.
    browser.open(browser.path)
    refused(browser, deleted.get(question), question)
    entered(browser, key.get(question), question)


# Guesses


def assign_app(root):
    iam = root.account.client("iam")
    device = iam.create_virtual_mfa_device(VirtualMFADeviceName="phone")["VirtualMFADevice"]
    app = pyotp.TOTP(device["Base32StringSeed"].decode())
    now = time.time()
    iam.enable_mfa_device(
        UserName="root", SerialNumber=device["SerialNumber"],
        AuthenticationCode1=app.at(now - 30), AuthenticationCode2=app.at(now))


def another_device(browser):
    """Goes on to the other of two devices."""
    [device] = re.findall('name="device" value="(.*?)"', browser.text)
    return browser.open(f"/signin/mfa/code?device={device}")


def test_wrong_answers_are_slowed_down_with_wrong_codes_and_the_owner_is_not(root):
    key = root.with_key()
    assign_app(root)
    owner = another_device(root.give_password())
    question = Question.of(owner)
    entered(owner, key.get(question), question)
    root.give_password(forget_session(owner))
    stranger = root.give_password()
    keys, codes = root.give_password(), another_device(root.give_password())
    question_to_stranger, question = Question.of(stranger), Question.of(owner)
    statuses = []
    while 429 not in statuses and len(statuses) < 20:
        if len(statuses) % 2 == 0:
            codes.submit(code="000000")
            statuses.append(codes.status)
        else:
            send(keys, key.get(question, flags=FLAG(0)), question)
            statuses.append(keys.status)
    assert statuses[:5] == [401] * 5 and statuses[-1] == 429
    # The right answer waits, too, if it comes from a browser of which nothing is known.
    answer = key.get(question_to_stranger)
    assert send(stranger, answer, question_to_stranger).status == 429
    entered(owner, key.get(question), question)
