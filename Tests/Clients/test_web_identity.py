"""Web identity from a real issuer over TLS: AssumeRoleWithWebIdentity, boto3's own provider of
credentials, and the tokens that an account's own issuer gives."""

import base64
import concurrent.futures
import hashlib
import json
import ssl

import boto3
import botocore.config
import botocore.exceptions
import httpx
import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography import x509
from joserfc import jwk, jwt

from certificates import Authority
from conftest import REGION, DevServer
from issuers import CLIENT, Issuer

ACCOUNT = "123456789012"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/deploy"


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(scope="module")
def stranger(tmp_path_factory):
    """A CA that the server does not know."""
    return Authority(tmp_path_factory.mktemp("stranger"), "Strange CA")


@pytest.fixture(scope="module")
def issuers(authority, stranger):
    """One that is trusted, one whose tokens are too old, one of a CA that is not known."""
    issuers = {
        "good": Issuer(authority), "old": Issuer(authority, life=-60),
        "strange": Issuer(stranger), "slow": Issuer(authority)}
    yield issuers
    for issuer in issuers.values():
        issuer.stop()


@pytest.fixture(scope="module")
def server(authority, issuers, tmp_path_factory):
    server = DevServer(
        tmp_path_factory.mktemp("federation") / "gatehouse.log", environment={
            "GATEHOUSE_FEDERATION_CA_FILE": str(authority.path),
            "GATEHOUSE_FEDERATION_PRIVATE_ISSUERS": ",".join(
                issuer.url for issuer in issuers.values())})
    yield server
    server.stop()


@pytest.fixture
def gatehouse(server):
    """The server in its first state, which also forgets no keys that it fetched."""
    server.reset()
    return server


@pytest.fixture
def issuer(issuers):
    return issuers["good"]


def make_provider(gatehouse, issuer, **parameters):
    parameters.setdefault("ClientIDList", [CLIENT])
    return gatehouse.client("iam").create_open_id_connect_provider(
        Url=issuer.url, **parameters)["OpenIDConnectProviderArn"]


def name(issuer):
    return issuer.url.removeprefix("https://")


def trust(issuer, condition=None, action="sts:*"):
    return json.dumps({"Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Action": action,
        "Principal": {"Federated": f"arn:aws:iam::{ACCOUNT}:oidc-provider/{name(issuer)}"},
        "Condition": condition or {"StringEquals": {f"{name(issuer)}:sub": "alice"}}}})


def make_role(gatehouse, issuer, **keywords):
    iam = gatehouse.client("iam")
    iam.create_role(RoleName="deploy", AssumeRolePolicyDocument=trust(issuer, **keywords))
    iam.put_role_policy(
        RoleName="deploy", PolicyName="all", PolicyDocument=json.dumps({
            "Version": "2012-10-17",
            "Statement": {"Effect": "Allow", "Action": ["iam:*", "sts:*"], "Resource": "*"}}))


@pytest.fixture
def role(gatehouse, issuer):
    """A provider, and a role that trusts alice of it."""
    make_provider(gatehouse, issuer)
    make_role(gatehouse, issuer)


def unsigned(gatehouse):
    """A client without credentials."""
    return boto3.session.Session().client(
        "sts", endpoint_url=gatehouse.url, region_name=REGION, config=botocore.config.Config(
            signature_version=botocore.UNSIGNED, retries={"total_max_attempts": 1}))


def assume(gatehouse, token, **parameters):
    return unsigned(gatehouse).assume_role_with_web_identity(**{
        "RoleArn": ROLE, "RoleSessionName": "job", "WebIdentityToken": token} | parameters)


def refusal(gatehouse, token, **parameters):
    """The error's code, status and sentence."""
    with pytest.raises(botocore.exceptions.ClientError) as error:
        assume(gatehouse, token, **parameters)
    answer = error.value.response
    return (
        answer["Error"]["Code"], answer["ResponseMetadata"]["HTTPStatusCode"],
        answer["Error"]["Message"])


# A session by a token


def test_a_token_gives_credentials_that_work(gatehouse, issuer, role):
    answer = assume(gatehouse, issuer.token(email="alice@example.com"))
    assert answer["SubjectFromWebIdentityToken"] == "alice"
    assert (answer["Provider"], answer["Audience"]) == (issuer.url, CLIENT)
    arn = f"arn:aws:sts::{ACCOUNT}:assumed-role/deploy/job"
    assert answer["AssumedRoleUser"]["Arn"] == arn
    session = answer["Credentials"]
    sts = boto3.session.Session().client(
        "sts", endpoint_url=gatehouse.url, region_name=REGION,
        aws_access_key_id=session["AccessKeyId"],
        aws_secret_access_key=session["SecretAccessKey"],
        aws_session_token=session["SessionToken"])
    assert sts.get_caller_identity()["Arn"] == arn


def test_botos_provider_of_credentials_reads_a_token_file(
        gatehouse, issuer, role, tmp_path, monkeypatch):
    file = tmp_path / "token"
    file.write_text(issuer.token())
    monkeypatch.setenv("AWS_WEB_IDENTITY_TOKEN_FILE", str(file))
    monkeypatch.setenv("AWS_ROLE_ARN", ROLE)
    monkeypatch.setenv("AWS_ROLE_SESSION_NAME", "file")
    monkeypatch.setenv("AWS_ENDPOINT_URL", gatehouse.url)
    identity = boto3.session.Session(region_name=REGION).client("sts").get_caller_identity()
    assert identity["Arn"] == f"arn:aws:sts::{ACCOUNT}:assumed-role/deploy/file"


def test_claims_become_condition_keys_session_tags_and_a_source_identity(gatehouse, issuer):
    make_provider(gatehouse, issuer)
    make_role(gatehouse, issuer, condition={
        "StringEquals": {
            f"{name(issuer)}:aud": CLIENT, f"{name(issuer)}:email": "alice@example.com",
            "aws:RequestTag/team": "core", "sts:SourceIdentity": "alice"},
        "ForAllValues:StringEquals": {"sts:TransitiveTagKeys": ["team"]}})
    claims = {
        "email": "alice@example.com", "https://aws.amazon.com/source_identity": "alice",
        "https://aws.amazon.com/tags": {
            "principal_tags": {"team": ["core"]}, "transitive_tag_keys": ["team"]}}
    answer = assume(gatehouse, issuer.token(**claims))
    assert answer["SourceIdentity"] == "alice"
    assert answer["PackedPolicySize"] > 0
    claims["https://aws.amazon.com/tags"]["principal_tags"]["team"] = ["other"]
    assert refusal(gatehouse, issuer.token(**claims)) == (
        "AccessDenied", 403, "Not authorized to perform sts:AssumeRoleWithWebIdentity")


def test_a_session_ends_with_its_provider(gatehouse, issuer, role):
    session = assume(gatehouse, issuer.token())["Credentials"]
    client = boto3.session.Session().client(
        "sts", endpoint_url=gatehouse.url, region_name=REGION,
        aws_access_key_id=session["AccessKeyId"],
        aws_secret_access_key=session["SecretAccessKey"],
        aws_session_token=session["SessionToken"])
    client.get_caller_identity()
    gatehouse.client("iam").delete_open_id_connect_provider(
        OpenIDConnectProviderArn=f"arn:aws:iam::{ACCOUNT}:oidc-provider/{name(issuer)}")
    for namesake in [False, True]:
        if namesake:
            make_provider(gatehouse, issuer)
        with pytest.raises(botocore.exceptions.ClientError) as error:
            client.get_caller_identity()
        assert error.value.response["Error"]["Code"] == "InvalidClientTokenId"


# Refusals


def test_every_declared_error(gatehouse, issuers, issuer, role):
    token = issuer.token()
    assert refusal(gatehouse, token, Policy="{}")[:2] == ("MalformedPolicyDocument", 400)
    # Digits of hashes, which nothing makes shorter.
    tags = {
        f"k{number}": [hashlib.sha512(str(number).encode()).hexdigest()] for number in range(50)}
    packed = issuer.token(**{"https://aws.amazon.com/tags": {"principal_tags": tags}})
    assert len(packed) <= 20000
    assert refusal(gatehouse, packed)[:2] == ("PackedPolicyTooLarge", 400)
    assert refusal(gatehouse, "access-token") == (
        "InvalidIdentityToken", 400, "The ID Token provided is not a valid JWT. (You may see this "
        "error if you sent an Access Token)")
    assert refusal(gatehouse, issuer.token(client="another")) == (
        "InvalidIdentityToken", 400, "Incorrect token audience")
    old = issuers["old"]
    assert refusal(gatehouse, old.token()) == (
        "InvalidIdentityToken", 400,
        f"No OpenIDConnect provider found in your account for {old.url}")
    make_provider(gatehouse, old)
    code, status, message = refusal(gatehouse, old.token())
    assert (code, status) == ("ExpiredTokenException", 400)
    assert message.startswith("Token expired: current date/time ")
    assert refusal(gatehouse, token, ProviderId="www.amazon.com")[:2] == ("IDPRejectedClaim", 403)
    assert refusal(gatehouse, token, RoleArn=f"arn:aws:iam::{ACCOUNT}:role/missing") == (
        "AccessDenied", 403, "Not authorized to perform sts:AssumeRoleWithWebIdentity")
    assert refusal(gatehouse, token, DurationSeconds=43200)[:2] == ("ValidationError", 400)


def test_a_token_that_another_key_signed_is_refused(gatehouse, issuer, role):
    genuine = jwt.decode(
        issuer.token(), jwk.KeySet.import_key_set(
            httpx.get(f"{issuer.url}/jwks", verify=False).json()))
    forged = jwk.RSAKey.generate_key(2048)
    header = dict(genuine.header) | {"alg": "RS256"}
    assert refusal(gatehouse, jwt.encode(header, genuine.claims, forged)) == (
        "InvalidIdentityToken", 400, "The web identity token provided could not be validated")


def test_a_private_address_that_nobody_named_is_not_asked(gatehouse, authority):
    """Nor a port. An account cannot reach what is beside the server."""
    iam = gatehouse.client("iam")
    with pytest.raises(iam.exceptions.OpenIdIdpCommunicationErrorException):
        iam.create_open_id_connect_provider(Url="https://localhost")
    with pytest.raises(botocore.exceptions.ClientError) as error:
        iam.create_open_id_connect_provider(Url="https://localhost:9443", ThumbprintList=["0" * 40])
    assert error.value.response["Error"]["Code"] == "ValidationError"


def test_redirects_and_documents_of_others_are_not_followed(gatehouse, authority, server, issuers):
    slow = issuers["slow"]
    make_provider(gatehouse, slow)
    make_role(gatehouse, slow)
    token = slow.token()
    path = "/.well-known/openid-configuration"
    no_key = (
        "InvalidIdentityToken", 400, "Couldn't retrieve verification key from your identity "
        "provider,  please reference AssumeRoleWithWebIdentity documentation for requirements")
    elsewhere = issuers["good"].url + path
    slow.answers[path] = ("302 Found", [("Location", elsewhere)], b"")
    assert refusal(gatehouse, token) == no_key
    slow.answers.clear()


# Whom to trust


def thumbprint(issuer):
    pem = ssl.get_server_certificate(("localhost", issuer.port))
    der = x509.load_pem_x509_certificate(pem.encode()).public_bytes(Encoding.DER)
    return hashlib.sha1(der).hexdigest()


def test_a_thumbprint_vouches_for_a_server_of_an_unknown_authority(gatehouse, issuers):
    strange = issuers["strange"]
    arn = make_provider(gatehouse, strange, ThumbprintList=["0" * 40])
    make_role(gatehouse, strange)
    token = strange.token()
    assert refusal(gatehouse, token) == (
        "InvalidIdentityToken", 400,
        "OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint")
    gatehouse.client("iam").update_open_id_connect_provider_thumbprint(
        OpenIDConnectProviderArn=arn, ThumbprintList=[thumbprint(strange).upper()])
    assert assume(gatehouse, token)["Audience"] == CLIENT


def test_a_thumbprint_that_is_left_out_is_looked_up(gatehouse, issuers):
    strange = issuers["strange"]
    arn = make_provider(gatehouse, strange)
    provider = gatehouse.client("iam").get_open_id_connect_provider(OpenIDConnectProviderArn=arn)
    assert provider["ThumbprintList"] == [thumbprint(strange)]


# Keys are kept


def test_keys_are_fetched_once_for_many_tokens(gatehouse, issuer, role):
    token = issuer.token()
    assume(gatehouse, token)
    before = issuer.asked_for_keys()
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: assume(gatehouse, token), range(40)))
    assert len({answer["Credentials"]["AccessKeyId"] for answer in answers}) == 40
    assert issuer.asked_for_keys() == before


# The account's own issuer


def test_others_verify_who_a_principal_is(gatehouse):
    iam = gatehouse.client("iam")
    issuer = iam.enable_outbound_web_identity_federation()["IssuerIdentifier"]
    with pytest.raises(iam.exceptions.FeatureEnabledException):
        iam.enable_outbound_web_identity_federation()
    assert iam.get_outbound_web_identity_federation_info()["JwtVendingEnabled"]
    document = httpx.get(f"{issuer}/.well-known/openid-configuration").json()
    assert document["issuer"] == issuer
    keys = jwk.KeySet.import_key_set(httpx.get(document["jwks_uri"]).json())
    for algorithm in ["RS256", "ES384"]:
        answer = gatehouse.client("sts").get_web_identity_token(
            Audience=["https://api.example.com"], SigningAlgorithm=algorithm,
            DurationSeconds=600, Tags=[{"Key": "job", "Value": "7"}])
        token = jwt.decode(answer["WebIdentityToken"], keys, algorithms=[algorithm])
        assert token.claims["iss"] == issuer
        assert token.claims["aud"] == "https://api.example.com"
        assert token.claims["sub"] == f"arn:aws:iam::{ACCOUNT}:root"
        assert token.claims["exp"] - token.claims["iat"] == 600
        assert token.claims["https://sts.amazonaws.com/"]["request_tags"] == {"job": "7"}
        assert answer["Expiration"].timestamp() == token.claims["exp"]
    iam.disable_outbound_web_identity_federation()
    with pytest.raises(iam.exceptions.FeatureDisabledException):
        iam.disable_outbound_web_identity_federation()
    sts = gatehouse.client("sts")
    with pytest.raises(sts.exceptions.OutboundWebIdentityFederationDisabledException):
        sts.get_web_identity_token(Audience=["a"], SigningAlgorithm="ES384")


def test_a_token_outlives_no_session(gatehouse, issuer, role):
    gatehouse.client("iam").enable_outbound_web_identity_federation()
    session = assume(gatehouse, issuer.token(), DurationSeconds=900)["Credentials"]
    sts = boto3.session.Session().client(
        "sts", endpoint_url=gatehouse.url, region_name=REGION,
        aws_access_key_id=session["AccessKeyId"],
        aws_secret_access_key=session["SecretAccessKey"],
        aws_session_token=session["SessionToken"])
    token = sts.get_web_identity_token(Audience=["a"], SigningAlgorithm="ES384")
    payload = token["WebIdentityToken"].split(".")[1]
    claims = json.loads(base64.urlsafe_b64decode(payload + "=="))
    assert claims["sub"] == ROLE
    with pytest.raises(sts.exceptions.SessionDurationEscalationException):
        sts.get_web_identity_token(
            Audience=["a"], SigningAlgorithm="ES384", DurationSeconds=3600)


def test_the_preferred_version_of_tokens_is_in_the_summary(gatehouse):
    iam = gatehouse.client("iam")
    iam.set_security_token_service_preferences(GlobalEndpointTokenVersion="v2Token")
    assert iam.get_account_summary()["SummaryMap"]["GlobalEndpointTokenVersion"] == 2
