"""What STS refuses, through botocore: every declared error that parameters provoke, sessions that
ask who they are, and session tokens that are not those of the key that signs."""

import concurrent.futures
import datetime
import json
import re
import urllib.error
import urllib.parse
import urllib.request

import botocore.exceptions
import pytest
from botocore.config import Config

import http_client
import seeds
from conftest import Account, Credentials
from role_world import allow, credentials_of, policy, tags, trusts

NO_TOKEN = ("InvalidClientTokenId", 403, "The security token included in the request is invalid.")
EXPIRED = ("ExpiredToken", 403, "The security token included in the request is expired")
REGION = (
    "RegionDisabledException", 403,
    "STS is not activated in this region for account:123456789012. Your account administrator can "
    "activate STS in this region using the IAM Console.")


def sts(server, credentials=None, region=None):
    """Parameters are checked by the server alone."""
    client = server.client("sts", credentials, config=Config(parameter_validation=False))
    if region:
        client._request_signer._region_name = region  # the endpoint stays
    return client


def refusal(ask, **arguments):
    """The code, the status and the sentence of the error that a call is refused with."""
    with pytest.raises(botocore.exceptions.ClientError) as error:
        ask(**arguments)
    answer = error.value.response
    return (
        answer["Error"]["Code"], answer["ResponseMetadata"]["HTTPStatusCode"],
        answer["Error"]["Message"])


@pytest.fixture
def alice(gatehouse_dev):
    """A user who may do everything, and a role that she may assume."""
    iam = gatehouse_dev.client("iam")
    iam.create_user(UserName="alice")
    iam.put_user_policy(UserName="alice", PolicyName="own", PolicyDocument=policy(allow("*")))
    iam.create_role(
        RoleName="Role", AssumeRolePolicyDocument=policy(trusts(
            f"arn:aws:iam::{gatehouse_dev.account}:root",
            action=["sts:AssumeRole", "sts:TagSession"])))
    iam.put_role_policy(RoleName="Role", PolicyName="own", PolicyDocument=policy(allow("*")))
    key = iam.create_access_key(UserName="alice")["AccessKey"]
    return Credentials(key["AccessKeyId"], key["SecretAccessKey"])


ROLE = {"RoleArn": "arn:aws:iam::123456789012:role/Role", "RoleSessionName": "session"}
FEDERATED = {"Name": "fed"}
MANY_TAGS = [{"Key": f"key-{n:02}-{'k' * 100}", "Value": f"{n:02}{'v' * 250}"} for n in range(50)]


def session(server, credentials, **more):
    return credentials_of(sts(server, credentials).assume_role(**ROLE | more))


# Errors


@pytest.mark.parametrize("operation, given", [
    ("assume_role", ROLE), ("get_federation_token", FEDERATED)])
def test_policies_that_cannot_be_passed(gatehouse_dev, alice, operation, given):
    ask = getattr(sts(gatehouse_dev, alice), operation)
    for document in ("{", "[]", "{}", policy({"Effect": "Maybe"}), policy(trusts("*"))):
        code, status, sentence = refusal(ask, Policy=document, **given)
        assert (code, status) == ("MalformedPolicyDocument", 400) and sentence
    assert refusal(ask, Policy="", **given)[:2] == ("ValidationError", 400)
    assert refusal(ask, Policy='{"Version": "서울"}', **given)[:2] == ("ValidationError", 400)
    assert refusal(ask, PolicyArns=[{"arn": "arn:aws:iam::aws:policy/Missing"}], **given)[:2] == (
        "MalformedPolicyDocument", 400)
    assert refusal(ask, PolicyArns=[{"arn": "arn:aws:iam::123456789012:user/alice"}], **given)[
        :2] == ("ValidationError", 400)


@pytest.mark.parametrize("operation, given", [
    ("assume_role", ROLE), ("get_federation_token", FEDERATED)])
def test_policies_and_tags_that_are_too_large(gatehouse_dev, alice, operation, given):
    ask = getattr(sts(gatehouse_dev, alice), operation)
    arns = [
        {"arn": f"arn:aws:iam::aws:policy/{name}"} for name in (
            "AdministratorAccess", "ReadOnlyAccess", "IAMReadOnlyAccess")]
    long = policy(allow(["iam:" + "x" * 1900]))
    assert len(long) < 2048
    assert refusal(ask, Policy=long, PolicyArns=arns, **given)[:2] == ("PackedPolicyTooLarge", 400)
    random = seeds.generator("tags")
    random_tags = [
        {"Key": f"{n:02}-{random.randbytes(60).hex()}", "Value": random.randbytes(128).hex()}
        for n in range(50)]
    assert refusal(ask, Tags=random_tags, **given)[:2] == ("PackedPolicyTooLarge", 400)
    fits = ask(Tags=MANY_TAGS[:3], **given)
    assert 0 < fits["PackedPolicySize"] <= 100


@pytest.mark.parametrize("operation, given", [
    ("assume_role", ROLE), ("get_federation_token", FEDERATED), ("get_session_token", {})])
def test_a_region_that_the_account_has_to_enable(gatehouse_dev, alice, operation, given):
    away = sts(gatehouse_dev, alice, region="af-south-1")
    assert refusal(getattr(away, operation), **given) == REGION
    assert getattr(sts(gatehouse_dev, alice, region="eu-central-1"), operation)(**given)
    assert away.get_caller_identity()["Arn"].endswith(":user/alice")


def test_context_assertions_are_of_no_provider_that_is_known(gatehouse_dev, alice):
    code, status, sentence = refusal(
        sts(gatehouse_dev, alice).assume_role, **ROLE, ProvidedContexts=[{
            "ProviderArn": "arn:aws:iam::aws:contextProvider/IdentityCenter",
            "ContextAssertion": "eyJh.eyJh.eyJh"}])
    assert (code, status) == ("InvalidContextAssertion", 400) and sentence


def test_what_is_no_authorization_message(gatehouse_dev, alice):
    ask = sts(gatehouse_dev, alice).decode_authorization_message
    for text in ("x", "AAAA", "é"):
        assert refusal(ask, EncodedMessage=text)[:2] == (
            "InvalidAuthorizationMessageException", 400)
    assert refusal(ask, EncodedMessage="")[:2] == ("ValidationError", 400)
    assert refusal(ask, EncodedMessage="x" * 10241)[:2] == ("ValidationError", 400)


def test_sessions_that_cannot_be_narrowed(gatehouse_dev, alice):
    key = session(gatehouse_dev, alice, DurationSeconds=900)
    ask = sts(gatehouse_dev, key).get_scoped_credentials
    assert refusal(ask, Policy="{}")[:2] == ("MalformedPolicyDocument", 400)
    assert refusal(ask, DurationSeconds=901)[:2] == ("InsufficientSessionLifetime", 400)
    assert refusal(ask)[:2] == ("ValidationError", 400)
    assert refusal(ask, DurationSeconds=0)[:2] == ("ValidationError", 400)
    assert refusal(ask, DurationSeconds=129601)[:2] == ("ValidationError", 400)
    assert refusal(ask, Policy="x" * 2049)[:2] == ("ValidationError", 400)
    description = {"DurationSeconds": 60, "ScopedSessionDescription": "a"}
    assert refusal(ask, **description)[:2] == ("ValidationError", 400)
    code, status, sentence = refusal(
        sts(gatehouse_dev, alice).get_scoped_credentials, DurationSeconds=60)
    assert (code, status) == ("AccessDenied", 403) and "temporary credentials" in sentence


def test_tokens_about_a_session(gatehouse_dev, alice):
    asked = {"Audience": ["https://example.com"], "SigningAlgorithm": "RS256"}
    key = session(gatehouse_dev, alice, DurationSeconds=900)
    ask = sts(gatehouse_dev, key).get_web_identity_token
    assert refusal(ask, **asked)[:2] == ("OutboundWebIdentityFederationDisabledException", 403)
    gatehouse_dev.client("iam").enable_outbound_web_identity_federation()
    assert ask(**asked)["WebIdentityToken"].count(".") == 2
    assert refusal(ask, DurationSeconds=1800, **asked)[:2] == (
        "SessionDurationEscalationException", 403)
    assert refusal(ask, Tags=MANY_TAGS, **asked)[:2] == ("JWTPayloadSizeExceededException", 400)


SENTENCES = [
    ("get_session_token", {}, "Cannot call GetSessionToken with session credentials"),
    ("get_federation_token", FEDERATED, "Cannot call GetFederationToken with session credentials"),
]


@pytest.mark.parametrize("operation, given, sentence", SENTENCES)
def test_what_sessions_may_not_call(gatehouse_dev, alice, operation, given, sentence):
    own = sts(gatehouse_dev, alice)
    for key in (
            session(gatehouse_dev, alice), credentials_of(own.get_session_token()),
            credentials_of(own.get_federation_token(**FEDERATED))):
        assert refusal(getattr(sts(gatehouse_dev, key), operation), **given) == (
            "AccessDenied", 403, sentence)


def test_the_sentences_of_refused_roles_and_codes(gatehouse_dev, alice):
    own = sts(gatehouse_dev, alice)
    arn = ROLE["RoleArn"] + "2"
    assert refusal(own.assume_role, **ROLE | {"RoleArn": arn}) == (
        "AccessDenied", 403, f"User: arn:aws:iam::123456789012:user/alice is not authorized to "
        f"perform: sts:AssumeRole on resource: {arn}")
    assert refusal(sts(gatehouse_dev).assume_role, **ROLE) == (
        "AccessDenied", 403, "Roles may not be assumed by root accounts.")
    assert refusal(own.assume_role, DurationSeconds=3601, **ROLE) == (
        "ValidationError", 400,
        "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.")
    chained = sts(gatehouse_dev, session(gatehouse_dev, alice))
    gatehouse_dev.client("iam").update_role(RoleName="Role", MaxSessionDuration=7200)
    assert refusal(chained.assume_role, DurationSeconds=3601, **ROLE) == (
        "ValidationError", 400, "The requested DurationSeconds exceeds the 1 hour session limit "
        "for roles assumed by role chaining")
    for given in ({"SerialNumber": "arn:aws:iam::123456789012:mfa/x"}, {"TokenCode": "123456"}):
        for ask, more in ((own.get_session_token, {}), (own.assume_role, ROLE)):
            assert refusal(ask, **given, **more) == (
                "AccessDenied", 403, "MultiFactorAuthentication failed, must provide both MFA "
                "serial number and one time pass code.")
    assert refusal(
        own.get_session_token, SerialNumber="arn:aws:iam::123456789012:mfa/x",
        TokenCode="123456") == (
        "AccessDenied", 403, "MultiFactorAuthentication failed, unable to validate MFA code.  "
        "Please verify your MFA serial number is valid and associated with this user.")


# Sessions that ask about themselves and others


def test_sessions_are_told_who_they_are(gatehouse_dev, alice):
    own = sts(gatehouse_dev, alice)
    iam = gatehouse_dev.client("iam")
    user, role = iam.get_user(UserName="alice")["User"], iam.get_role(RoleName="Role")["Role"]

    def told(key):
        answer = sts(gatehouse_dev, key).get_caller_identity()
        assert answer["Account"] == "123456789012"
        return answer["Arn"], answer["UserId"]

    assumed = own.assume_role(**ROLE)
    of_role = (
        "arn:aws:sts::123456789012:assumed-role/Role/session", f"{role['RoleId']}:session")
    assert told(credentials_of(assumed)) == of_role
    assert assumed["AssumedRoleUser"] == dict(zip(("Arn", "AssumedRoleId"), of_role))
    federated = own.get_federation_token(**FEDERATED)
    of_federated = ("arn:aws:sts::123456789012:federated-user/fed", "123456789012:fed")
    assert told(credentials_of(federated)) == of_federated
    assert federated["FederatedUser"] == dict(zip(("Arn", "FederatedUserId"), of_federated))
    assert told(credentials_of(own.get_session_token())) == (user["Arn"], user["UserId"])
    assert told(credentials_of(sts(gatehouse_dev).get_session_token())) == (
        "arn:aws:iam::123456789012:root", "123456789012")
    narrowed = sts(gatehouse_dev, credentials_of(assumed)).get_scoped_credentials(
        DurationSeconds=60)
    assert told(credentials_of(narrowed)) == of_role
    assert narrowed["SessionInfo"] == dict(zip(("Arn", "ScopedSessionId"), of_role))


def test_a_presigned_url_carries_the_session(gatehouse_dev, alice):
    client = sts(gatehouse_dev, session(gatehouse_dev, alice))
    url = client.generate_presigned_url("get_caller_identity", HttpMethod="GET", ExpiresIn=60)
    with urllib.request.urlopen(url) as answer:
        assert ":assumed-role/Role/session</Arn>" in answer.read().decode()
    token = re.search("X-Amz-Security-Token=([^&]+)", url)[1]
    others = [token[:-12] + "A" * 8 + token[-4:], credentials_of(client.get_scoped_credentials(
        DurationSeconds=60)).session_token]
    for other in others:
        with pytest.raises(urllib.error.HTTPError) as error:
            urllib.request.urlopen(url.replace(token, urllib.parse.quote(other, safe="%")))
        assert error.value.code == 403
        assert "<Code>InvalidClientTokenId</Code>" in error.value.read().decode()


def test_a_root_users_session_ends_within_the_hour(gatehouse_dev):
    client = sts(gatehouse_dev)
    for ask, given in [
            (client.get_session_token, {}), (client.get_federation_token, FEDERATED)]:
        for asked, length in [({}, 3600), ({"DurationSeconds": 7200}, 3600), (
                {"DurationSeconds": 900}, 900)]:
            before = datetime.datetime.now(datetime.timezone.utc)
            end = ask(**given, **asked)["Credentials"]["Expiration"]
            assert abs((end - before).total_seconds() - length) < 30


def test_a_key_tells_its_account_and_a_session_decodes_messages(gatehouse_dev, alice, data_server):
    key = session(gatehouse_dev, alice)
    client = sts(gatehouse_dev, key)
    other = Account(data_server)
    assert key.access_key_id.startswith("ASIA") and len(key.access_key_id) == 20
    for id, account in [
            (key.access_key_id, "123456789012"), (alice.access_key_id, "123456789012"),
            (other.credentials.access_key_id, other.account)]:
        assert client.get_access_key_info(AccessKeyId=id)["Account"] == account
    own = sts(gatehouse_dev, alice)
    for token in (own.get_federation_token(**FEDERATED), own.get_session_token()):
        held = sts(gatehouse_dev, credentials_of(token))
        for operation, given in [
                ("get_access_key_info", {"AccessKeyId": key.access_key_id}),
                ("decode_authorization_message", {"EncodedMessage": "x"})]:
            assert refusal(getattr(held, operation), **given)[:2] == ("AccessDenied", 403)


# Tokens


def answer_to(server, key, service="sts", action="GetCallerIdentity"):
    """The error code that a signed request is answered with, or None."""
    body = http_client.form(action, service)
    headers = http_client.signed(server, body, service, key)
    return http_client.send(server, headers=headers, body=body).code


def test_tokens_that_are_not_whole_are_refused(gatehouse_dev, alice):
    """Each character is altered, in three ways, and the token is cut behind each."""
    key = session(gatehouse_dev, alice, Tags=tags(team="core"))
    token = key.session_token
    assert answer_to(gatehouse_dev, key) is None
    altered = {token[:n] for n in range(1, len(token))} | {token[n:] for n in range(1, len(token))}
    for n, character in enumerate(token):
        for other in ("A" if character != "A" else "B", character.swapcase(), "-"):
            altered.add(token[:n] + other + token[n + 1:])
    altered |= {token + "A", token + "AAAA", token + "=", token * 2, "x", token[::-1], "A" * 5000}
    altered.discard(token)

    def accepted(text):
        held = Credentials(key.access_key_id, key.secret_access_key, text)
        code = answer_to(gatehouse_dev, held)
        return None if code == "InvalidClientTokenId" else (code, text)

    assert len(altered) > 1000
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        assert [it for it in pool.map(accepted, altered) if it] == []
    assert answer_to(gatehouse_dev, key) is None


def test_tokens_of_others_are_refused(gatehouse_dev, alice, data_server):
    first = session(gatehouse_dev, alice)
    second = session(gatehouse_dev, alice)
    of_user = credentials_of(sts(gatehouse_dev, alice).get_session_token())
    foreign = credentials_of(Account(data_server).client("sts").get_session_token())
    for key, token in [
            (first, second.session_token), (second, first.session_token),
            (first, of_user.session_token), (of_user, first.session_token),
            (first, foreign.session_token), (foreign, foreign.session_token),
            (first, None), (alice, first.session_token),
            (gatehouse_dev.credentials, first.session_token)]:
        held = Credentials(key.access_key_id, key.secret_access_key, token)
        assert refusal(sts(gatehouse_dev, held).get_caller_identity) == NO_TOKEN
    wrong = Credentials(first.access_key_id, second.secret_access_key, first.session_token)
    assert refusal(sts(gatehouse_dev, wrong).get_caller_identity)[:2] == (
        "SignatureDoesNotMatch", 403)


def test_tokens_are_as_long_as_a_client_asks(gatehouse_dev):
    answer = sts(gatehouse_dev).get_session_token(MinimumSessionTokenSize=4096)
    key = credentials_of(answer)
    assert len(key.session_token) == answer["SessionTokenSize"] == 4096
    assert answer["SessionTokenUtilization"] == 100
    assert answer_to(gatehouse_dev, key) is None


def test_sessions_expire(server_with_clock):
    key = credentials_of(sts(server_with_clock).get_session_token(DurationSeconds=900))
    body = http_client.form("GetCallerIdentity", "sts")

    def answer(minutes):
        """What a request is answered with that is signed and sent so much later."""
        server_with_clock.set_clock_forward(minutes=minutes)
        then = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(minutes=minutes)
        headers = http_client.signed(server_with_clock, body, "sts", key, at=then)
        return http_client.send(server_with_clock, headers=headers, body=body)

    assert answer(14).status == 200
    late = answer(16)
    assert (late.code, late.status) == EXPIRED[:2] and EXPIRED[2] in late.text


def test_json_answers_have_the_same_codes(gatehouse_dev, alice):
    body = http_client.form("GetSessionToken", "sts")
    key = session(gatehouse_dev, alice)
    headers = http_client.signed(
        gatehouse_dev, body, "sts", key, headers={"Accept": "application/json"})
    answer = http_client.send(gatehouse_dev, headers=headers, body=body)
    assert answer.status == 403 and "AccessDenied" in json.dumps(answer.json)
