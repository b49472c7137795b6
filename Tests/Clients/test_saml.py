"""SAML with real clients: providers, and roles by responses that signxml has signed."""

import base64
import hashlib
import json
import time

import botocore
import botocore.config
import botocore.exceptions
import pytest

import saml_provider
from conftest import DEV_ACCOUNT, Credentials
from saml_provider import ATTRIBUTES, AWS, ENTITY_ID

PROVIDER = f"arn:aws:iam::{DEV_ACCOUNT}:saml-provider/Corp"
ROLE = f"arn:aws:iam::{DEV_ACCOUNT}:role/Reader"
PAIR = f"{ROLE},{PROVIDER}"


@pytest.fixture(scope="module")
def idp():
    return saml_provider.Provider()


@pytest.fixture
def server(gatehouse_dev, idp):
    """A server whose account trusts the provider for one role, which may list users."""
    iam = gatehouse_dev.client("iam")
    iam.create_saml_provider(Name="Corp", SAMLMetadataDocument=idp.metadata())
    make_role(iam)
    return gatehouse_dev


def make_role(iam, name="Reader", condition=None, actions=("sts:AssumeRoleWithSAML",)):
    statement = {
        "Effect": "Allow", "Principal": {"Federated": PROVIDER}, "Action": list(actions),
        "Condition": condition or {"StringEquals": {"SAML:aud": AWS}},
    }
    iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps(
        {"Version": "2012-10-17", "Statement": [statement]}))
    iam.put_role_policy(RoleName=name, PolicyName="list", PolicyDocument=json.dumps(
        {"Version": "2012-10-17", "Statement": [
            {"Effect": "Allow", "Action": "iam:ListUsers", "Resource": "*"}]}))


def stranger(server):
    """An STS client that signs nothing."""
    return server.client("sts", config=botocore.config.Config(signature_version=botocore.UNSIGNED))


def assume(server, response, role=ROLE, provider=PROVIDER, **more):
    return stranger(server).assume_role_with_saml(
        RoleArn=role, PrincipalArn=provider, SAMLAssertion=response, **more)


def session(answer):
    made = answer["Credentials"]
    return Credentials(made["AccessKeyId"], made["SecretAccessKey"], made["SessionToken"])


def refusal(call):
    with pytest.raises(botocore.exceptions.ClientError) as caught:
        call()
    error = caught.value.response
    return (
        error["Error"]["Code"], error["ResponseMetadata"]["HTTPStatusCode"],
        error["Error"]["Message"])


# Providers


def test_a_provider_is_kept_as_it_was_sent(gatehouse_dev, idp):
    iam = gatehouse_dev.client("iam")
    made = iam.create_saml_provider(
        Name="Corp", SAMLMetadataDocument=idp.metadata(), Tags=[{"Key": "team", "Value": "core"}])
    assert made["SAMLProviderArn"] == PROVIDER
    assert made["Tags"] == [{"Key": "team", "Value": "core"}]
    found = iam.get_saml_provider(SAMLProviderArn=PROVIDER)
    assert found["SAMLMetadataDocument"] == idp.metadata()
    assert found["SAMLProviderUUID"].startswith("SAMLSP")
    assert found["AssertionEncryptionMode"] == "Allowed" and found["PrivateKeyList"] == []
    assert found["ValidUntil"].year == found["CreateDate"].year + 100
    listed = iam.list_saml_providers()["SAMLProviderList"]
    assert [provider["Arn"] for provider in listed] == [PROVIDER]
    assert iam.get_account_summary()["SummaryMap"]["Providers"] == 1


def test_the_command_line_makes_and_deletes_a_provider(gatehouse_dev, idp, tmp_path):
    document = tmp_path / "metadata.xml"
    document.write_text(idp.metadata())
    made = gatehouse_dev.aws(
        "iam", "create-saml-provider", "--name", "Corp", "--saml-metadata-document",
        f"file://{document}")
    assert made.returncode == 0, made.stderr
    assert json.loads(made.stdout)["SAMLProviderArn"] == PROVIDER
    deleted = gatehouse_dev.aws("iam", "delete-saml-provider", "--saml-provider-arn", PROVIDER)
    assert deleted.returncode == 0, deleted.stderr


# Sessions


@pytest.mark.parametrize("signing", ["assertion", "response", "both"])
def test_who_is_signed_for_takes_on_the_role(server, idp, signing):
    answer = assume(server, idp.response(signing, roles=[PAIR]))
    assert answer["Subject"] == "alice" and answer["SubjectType"] == "persistent"
    assert answer["Issuer"] == ENTITY_ID and answer["Audience"] == AWS
    text = f"{ENTITY_ID}{DEV_ACCOUNT}/Corp"
    digest = hashlib.sha1(text.encode()).digest()
    assert answer["NameQualifier"] == base64.b64encode(digest).decode()
    user = answer["AssumedRoleUser"]
    assert user["Arn"] == f"arn:aws:sts::{DEV_ACCOUNT}:assumed-role/Reader/alice@example.com"
    credentials = session(answer)
    identity = server.client("sts", credentials).get_caller_identity()
    assert identity["Arn"] == user["Arn"] and identity["UserId"] == user["AssumedRoleId"]
    server.client("iam", credentials).list_users()
    code, _, _ = refusal(server.client("iam", credentials).list_groups)
    assert code == "AccessDenied"


def test_the_command_line_needs_no_key(server, idp, tmp_path):
    file = tmp_path / "response"
    file.write_text(idp.response(roles=[PAIR]))
    done = server.aws(
        "sts", "assume-role-with-saml", "--role-arn", ROLE, "--principal-arn", PROVIDER,
        "--saml-assertion", f"file://{file}", "--no-sign-request")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["Subject"] == "alice"


def test_a_response_is_used_once(server, idp):
    response = idp.response(roles=[PAIR])
    assume(server, response)
    assert refusal(lambda: assume(server, response)) == (
        "InvalidIdentityToken", 400, "The SAML assertion was used before")


def test_a_session_ends_with_its_provider_and_a_namesake_does_not_revive_it(server, idp):
    credentials = session(assume(server, idp.response(roles=[PAIR])))
    iam = server.client("iam")
    iam.delete_saml_provider(SAMLProviderArn=PROVIDER)
    for _ in range(2):
        code, _, _ = refusal(server.client("sts", credentials).get_caller_identity)
        assert code == "InvalidClientTokenId"
        if not iam.list_saml_providers()["SAMLProviderList"]:
            iam.create_saml_provider(Name="Corp", SAMLMetadataDocument=idp.metadata())


def test_a_session_lasts_no_longer_than_the_provider_says(server, idp):
    for changes, most in [
        ({"session_seconds": 1_000}, 1_000),
        ({"others": [(f"{ATTRIBUTES}SessionDuration", ["900"])]}, 900),
    ]:
        response = idp.response(roles=[PAIR], **changes)
        answer = assume(server, response, DurationSeconds=3_600)
        left = answer["Credentials"]["Expiration"].timestamp() - time.time()
        assert most - 60 < left <= most + 1


def test_what_the_trust_policy_asks_is_asked(server, idp):
    iam = server.client("iam")
    make_role(iam, "Staff", {"StringEquals": {
        "saml:iss": ENTITY_ID, "saml:sub": "alice", "saml:sub_type": "persistent",
        "saml:doc": f"{DEV_ACCOUNT}/Corp", "saml:eduPersonPrimaryAffiliation": "staff"}})
    role = f"arn:aws:iam::{DEV_ACCOUNT}:role/Staff"
    roles = [f"{PROVIDER},{role}"]
    staff = ("urn:oid:1.3.6.1.4.1.5923.1.1.1.5", ["staff"])
    assume(server, idp.response(roles=roles, others=[staff]), role)
    denied = ("AccessDenied", 403, "Not authorized to perform sts:AssumeRoleWithSAML")
    for changes in [{}, {"others": [staff], "subject": "bob"}]:
        response = idp.response(roles=roles, **changes)
        assert refusal(lambda: assume(server, response, role)) == denied


def test_tags_and_a_source_identity_need_their_actions(server, idp):
    iam = server.client("iam")
    given = [
        (f"{ATTRIBUTES}PrincipalTag:Project", ["Marketing"]),
        (f"{ATTRIBUTES}TransitiveTagKeys", ["Project"]),
        (f"{ATTRIBUTES}SourceIdentity", ["Diego"]),
    ]
    denied = ("AccessDenied", 403, "Not authorized to perform sts:AssumeRoleWithSAML")
    response = idp.response(roles=[PAIR], others=given)
    assert refusal(lambda: assume(server, response)) == denied
    make_role(iam, "Tagged", actions=(
        "sts:AssumeRoleWithSAML", "sts:TagSession", "sts:SetSourceIdentity"))
    role = f"arn:aws:iam::{DEV_ACCOUNT}:role/Tagged"
    answer = assume(server, idp.response(roles=[f"{role},{PROVIDER}"], others=given), role)
    assert answer["SourceIdentity"] == "Diego" and answer["PackedPolicySize"] > 0


# Refusals


REFUSALS = [
    ({"status": "Responder"}, "IDPRejectedClaim", 403,
     "The identity provider (IdP) reported that authentication failed."),
    ({"age": 301, "lifetime": 900}, "ExpiredTokenException", 400,
     "Token must be redeemed within 5 minutes of issuance"),
    ({"lifetime": -1}, "ExpiredTokenException", 400, "NotOnOrAfter in AuthnResponse has passed"),
    ({"age": -90}, "InvalidIdentityToken", 400, "NotBefore in AuthnResponse has not come yet"),
    ({"recipient": "https://other.example.com/saml"}, "InvalidIdentityToken", 400,
     "Recipient in AuthnResponse is not valid"),
    ({"audience": "https://other.example.com"}, "InvalidIdentityToken", 400,
     "Response does not contain the required audience."),
    ({"session": None}, "InvalidIdentityToken", 400,
     "RoleSessionName is required in AuthnResponse"),
    ({"session": "John Doe"}, "InvalidIdentityToken", 400,
     "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}"),
    ({"roles": [f"arn:aws:iam::{DEV_ACCOUNT}:role/Other,{PROVIDER}"]}, "InvalidIdentityToken", 400,
     "SAML Assertion doesn't contain the requested Role and Metadata in the attributes"),
]


@pytest.mark.parametrize("changes, code, status, sentence", REFUSALS)
def test_what_is_signed_and_not_fit_is_refused(server, idp, changes, code, status, sentence):
    response = idp.response(**({"roles": [PAIR]} | changes))
    assert refusal(lambda: assume(server, response)) == (code, status, sentence)


def test_the_word_of_another_provider_counts_for_nothing(server, idp):
    stranger_provider = saml_provider.Provider()
    response = stranger_provider.response(roles=[PAIR])
    assert refusal(lambda: assume(server, response)) == (
        "InvalidIdentityToken", 400, "Response signature invalid")
    other = saml_provider.Provider("https://other.example.com")
    other.key, other.certificate = idp.key, idp.certificate
    response = other.response(roles=[PAIR])
    assert refusal(lambda: assume(server, response)) == (
        "InvalidIdentityToken", 400, "Issuer not present in specified provider")
    response = idp.response(roles=[PAIR])
    missing = PROVIDER.replace("Corp", "Missing")
    assert refusal(lambda: assume(server, response, provider=missing)) == (
        "InvalidIdentityToken", 400, "Specified provider doesn't exist")
    for text in ["none", "bm9uZQ=="]:
        code, status, _ = refusal(lambda: assume(server, text))
        assert (code, status) == ("InvalidIdentityToken", 400)


def test_what_was_altered_is_refused(server, idp):
    good = base64.b64decode(idp.response(roles=[PAIR])).decode()
    for old, new in [
        (">alice<", ">root<"), ("role/Reader", "role/Admin"), ("urn:amazon", "urn:x"),
        ("#rsa-sha256", "#hmac-sha256"), ("<samlp:Response", "<!DOCTYPE x><samlp:Response"),
        ("alice@example.com", "root@example.com"), (ENTITY_ID, "https://x.example"),
    ]:
        text = base64.b64encode(good.replace(old, new).encode()).decode()
        code, status, _ = refusal(lambda: assume(server, text))
        assert (code, status) == ("InvalidIdentityToken", 400), old


def test_policies_are_checked_as_those_of_assume_role_are(server, idp):
    code, status, _ = refusal(
        lambda: assume(server, idp.response(roles=[PAIR]), Policy="{no policy}"))
    assert (code, status) == ("MalformedPolicyDocument", 400)
    code, status, _ = refusal(
        lambda: assume(server, idp.response(roles=[PAIR]), DurationSeconds=7_200))
    assert (code, status) == ("ValidationError", 400)
    nothing = json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]})
    limited = session(assume(server, idp.response(roles=[PAIR]), Policy=nothing))
    assert refusal(server.client("iam", limited).list_users)[0] == "AccessDenied"
