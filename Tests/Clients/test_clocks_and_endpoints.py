"""What clients see of clocks, presigned URLs, proxies, endpoint URLs and keys that do not fit."""

import base64
import datetime
import json
import subprocess
import sys
import urllib.parse
from unittest import mock

import pytest
from botocore.exceptions import ClientError

import http_client
from conftest import Credentials, DEV_ACCOUNT, DEV_ROOT_KEY, DevServer, clean_environment

ROOT = f"arn:aws:iam::{DEV_ACCOUNT}:root"
MISMATCH = (
    "The request signature we calculated does not match the signature you provided. Check your AWS "
    "Secret Access Key and signing method. Consult the service documentation for details.")


def ago(seconds):
    """The moment so many seconds ago."""
    return datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(seconds=seconds)


def presigned(server, service, operation, age, expires):
    """A URL that boto3 presigned so many seconds ago, and the answer to it now."""
    with mock.patch("botocore.auth.get_current_datetime", return_value=ago(age)):
        url = server.client(service).generate_presigned_url(
            operation, ExpiresIn=expires, HttpMethod="GET")
    parts = urllib.parse.urlsplit(url)
    # boto3's host is the server's own.
    return http_client.send(server, "GET", f"{parts.path or '/'}?{parts.query}")


# Clocks


@pytest.mark.parametrize("minutes, accepted", [
    (0, True), (10, True), (14, True), (-14, True), (16, False), (-16, False)])
def test_sts_takes_a_clock_that_is_15_minutes_off(dev_server, minutes, accepted):
    body = http_client.form("GetCallerIdentity", "sts")
    headers = http_client.signed(dev_server, body, "sts", at=ago(60 * minutes))
    answer = http_client.send(dev_server, headers=headers, body=body)
    if accepted:
        assert answer.status == 200, answer.text
        return
    assert (answer.status, answer.code) == (403, "SignatureDoesNotMatch")
    assert ("- 15 min.)" if minutes > 0 else "+ 15 min.)") in answer.text


@pytest.mark.parametrize("expires", [60, 900, 604_800])
def test_a_presigned_url_of_sts_holds_for_15_minutes(dev_server, expires):
    for age in (0, 120, 600, 890):
        answer = presigned(dev_server, "sts", "get_caller_identity", age, expires)
        assert (answer.status, ROOT in answer.text) == (200, True), answer.text
    for age in (910, 1_200, 518_400):
        answer = presigned(dev_server, "sts", "get_caller_identity", age, expires)
        assert (answer.status, answer.code) == (403, "SignatureDoesNotMatch")
        assert "Signature expired: " in answer.text and "- 15 min.)" in answer.text


def test_a_presigned_url_of_iam_holds_for_as_long_as_it_says_and_at_most_15_minutes(dev_server):
    for age, expires in ((30, 60), (600, 900), (600, 604_800)):
        answer = presigned(dev_server, "iam", "list_users", age, expires)
        assert answer.status == 200, answer.text
    for age, expires in ((120, 60), (910, 900), (910, 604_800), (518_400, 604_800)):
        answer = presigned(dev_server, "iam", "list_users", age, expires)
        assert (answer.status, answer.code) == (400, "RequestExpired")


def test_a_token_of_aws_eks_names_its_principal(dev_server):
    finished = dev_server.aws("eks", "get-token", "--cluster-name", "demo")
    assert finished.returncode == 0, finished.stderr
    token = json.loads(finished.stdout)["status"]["token"].removeprefix("k8s-aws-v1.")
    url = urllib.parse.urlsplit(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)).decode())
    assert "X-Amz-Expires=60" in url.query
    target = f"{url.path or '/'}?{url.query}"
    answer = http_client.send(
        dev_server, "GET", target, {"Host": url.netloc, "x-k8s-aws-id": "demo"})
    assert (answer.status, ROOT in answer.text) == (200, True), answer.text
    other = http_client.send(
        dev_server, "GET", target, {"Host": url.netloc, "x-k8s-aws-id": "other"})
    assert (other.status, other.code) == (403, "SignatureDoesNotMatch")
    assert "\nx-k8s-aws-id:other\n" in other.text


# Signatures that do not match


@pytest.mark.parametrize("service, call", [
    ("sts", "get_caller_identity"), ("iam", "list_users")])
def test_behind_a_proxy_that_rewrites_host_the_error_shows_it(dev_server, service, call):
    client = dev_server.client(service)
    client.meta.events.register(
        f"before-send.{service}.*",
        lambda request, **_: request.headers.__setitem__("Host", "id.internal:8426"))
    with pytest.raises(ClientError) as refused:
        getattr(client, call)()
    error = refused.value.response["Error"]
    assert error["Code"] == "SignatureDoesNotMatch"
    assert error["Message"].startswith(
        f"{MISMATCH}\n\nThe Canonical String for this request should have been\n'POST\n/\n\n")
    assert "\nhost:id.internal:8426\n" in error["Message"]


def test_the_log_says_it_at_debug_under_the_requests_id_and_no_secret(tmp_path):
    configuration = tmp_path / "gatehouse.toml"
    configuration.write_text('log_level = "debug"\n')
    server = DevServer(tmp_path / "log", ["--config", configuration])
    try:
        wrong = Credentials(DEV_ROOT_KEY.access_key_id, "aWrongSecretThatIsSecretToo")
        answer = http_client.call(
            server, "ChangePassword", credentials=wrong, OldPassword="hunter2",
            NewPassword="hunter3")
        assert (answer.status, answer.code) == (403, "SignatureDoesNotMatch")
        lines = [line for line in server.output().splitlines()
                 if answer.headers["x-amzn-requestid"] in line]
        assert len(lines) == 1 and r"\nhost:127.0.0.1:" in lines[0]
        for said in (answer.text, server.output()):
            assert wrong.secret_access_key not in said and "hunter" not in said
    finally:
        server.stop()


def aws(home, endpoint, credentials=DEV_ROOT_KEY):
    """Runs `aws sts get-caller-identity` at an endpoint URL, as often as `aws` thinks it worth."""
    environment = clean_environment(home) | {
        "AWS_ENDPOINT_URL": endpoint, "AWS_ACCESS_KEY_ID": credentials.access_key_id,
        "AWS_SECRET_ACCESS_KEY": credentials.secret_access_key, "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_MAX_ATTEMPTS": "4", "AWS_RETRY_MODE": "standard",
    }
    return subprocess.run(
        [sys.executable, "-m", "awscli", "sts", "get-caller-identity", "--debug"],
        env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        timeout=http_client.PATIENCE)


@pytest.mark.parametrize("key_id, piece", [
    ("AKIARZPUZDIKAEXAMPLE ", ""), ("AKIA EXAMPLE", "EXAMPLE")])
def test_white_space_in_the_key_id_is_shown(dev_server, tmp_path, key_id, piece):
    finished = aws(tmp_path, dev_server.url, Credentials(key_id, "secret"))
    assert finished.returncode == 255
    error = finished.stderr.strip().splitlines()[-1]
    assert error.startswith(
        "An error occurred (IncompleteSignature) when calling the GetCallerIdentity operation: "
        f"'{piece}/")
    assert error.endswith(
        "/us-east-1/sts/aws4_request' not a valid key=value pair (missing equal-sign) in "
        "Authorization header: 'AWS4-HMAC-SHA256 ...'.")


# Endpoint URLs


@pytest.mark.parametrize("path", ["/iam/", "/some/prefix", "//"])
def test_an_endpoint_with_a_path_is_told_that_services_are_at_the_root(dev_server, tmp_path, path):
    finished = aws(tmp_path, dev_server.url + path)
    assert finished.returncode == 255
    assert finished.stderr.strip().splitlines()[-1] == (
        "An error occurred (UnknownOperationException) when calling the GetCallerIdentity "
        f"operation: There is no operation at POST {path}. The services are at /: an endpoint URL "
        "must have no path.")
    assert finished.stderr.count("Sending http request") == 1, "it is not tried again"


def test_access_analyzers_paths_stay_and_others_are_told_in_json(dev_server):
    client = dev_server.client("accessanalyzer")
    found = client.validate_policy(policyDocument="{}", policyType="IDENTITY_POLICY")
    assert found["findings"]
    with pytest.raises(ClientError) as refused:
        client.list_analyzers()
    assert refused.value.response["Error"] == {
        "Code": "UnknownOperationException",
        "Message": "There is no operation at GET /analyzer. The services are at /: an endpoint URL "
                   "must have no path.",
    }
