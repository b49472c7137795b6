"""What is refused when a passkey or security key is registered, with python-fido2 as the
authenticator."""

import pytest
from fido2 import cose

from software_key import Question, SoftwareKey
from test_passkeys import ASSIGN, JUNK, LIES, UNREADABLE, Person, registered, root, send

__all__ = ["root"]  # a fixture

LIES_AT_REGISTRATION = LIES | {
    "another-signer": {"form": "packed", "signer": SoftwareKey()},
    "type-of-an-assertion": {"kind": "webauthn.get"},
}


def not_registered(person, browser, response, question):
    before = person.serial_numbers()
    send(browser, response, question)
    assert (browser.status, browser.path) == (409, ASSIGN)
    assert person.serial_numbers() == before


@pytest.mark.parametrize("lie", LIES_AT_REGISTRATION)
def test_a_false_registration_is_refused(root, lie):
    key = SoftwareKey()
    browser = root.asked_for_new_key()
    question = Question.of(browser)
    response = key.create(question, **LIES_AT_REGISTRATION[lie])
    not_registered(root, browser, response, question)
    registered(browser, key.create(question), question)


def test_a_registration_by_another_algorithm_is_refused(root):
    browser = root.asked_for_new_key()
    question = Question.of(browser)
    not_registered(root, browser, SoftwareKey(cose.ES384).create(question), question)


@pytest.mark.parametrize("junk", JUNK)
def test_junk_is_not_registered(root, junk):
    browser = root.asked_for_new_key()
    not_registered(root, browser, JUNK[junk], Question.of(browser))


@pytest.mark.parametrize("junk", UNREADABLE)
def test_a_form_that_cannot_be_read_registers_nothing(root, junk):
    browser = root.asked_for_new_key()
    question = Question.of(browser)
    assert send(browser.copy(), UNREADABLE[junk], question).status == 400
    assert root.serial_numbers() == set()
    registered(browser, SoftwareKey().create(question), question)


def test_a_registration_is_good_once(root):
    key = SoftwareKey()
    browser = root.asked_for_new_key()
    question = Question.of(browser)
    response = key.create(question)
    registered(browser, response, question)
    [serial_number] = root.serial_numbers()
    root.account.client("iam").deactivate_mfa_device(UserName="root", SerialNumber=serial_number)
    browser = root.asked_for_new_key()
    not_registered(root, browser, response, question)
    question = Question.of(browser)
    registered(browser, key.create(question), question)


def test_a_registration_for_another_user_is_refused(root):
    user = Person(root.account, "alice")
    browser = root.asked_for_new_key()
    theirs = Question.of(user.asked_for_new_key())
    not_registered(root, browser, SoftwareKey().create(theirs), theirs)


def test_a_registration_with_the_challenge_of_a_sign_in_is_refused(root):
    root.with_key()
    browser = root.asked_for_new_key()
    asked = Question.of(root.give_password())
    response = SoftwareKey().create(Question.of(browser), challenge=asked.options.challenge)
    not_registered(root, browser, response, asked)


def test_a_key_is_registered_for_one_user_alone(root):
    user = Person(root.account, "alice")
    key = root.with_key()
    for person in user, root:
        browser = person.asked_for_new_key()
        question = Question.of(browser)
        not_registered(person, browser, key.create(question), question)
        assert "MFA Device is already in use." in browser.text
