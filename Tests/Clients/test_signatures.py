"""Signatures, with botocore as the signer.

Every request that botocore signs is accepted, and none is once a byte of it has been altered. The
requests are generated, always the same ones, and judged by SignatureProbe, which GATEHOUSE_BIN_DIR
(default .build/debug) holds.
"""

import base64
import datetime
import hashlib
import json
import os
import pathlib
import re
import subprocess
import unittest
from unittest import mock
from urllib.parse import quote, urlsplit

import boto3
import botocore.auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials

import seeds

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROBE = pathlib.Path(os.environ.get("GATEHOUSE_BIN_DIR", ROOT / ".build/debug")) / "SignatureProbe"
ACCESS_KEY_ID = "AKIAQAAAAAAAEXAMPLE2"
SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
NOW = datetime.datetime(2026, 11, 22, 2, 24, 38, tzinfo=datetime.timezone.utc)
HOST = "127.0.0.1:8426"
TEXTS = [
    "", "alice", "a b", "a+b", "a&b=c", "100%", "%2F", "/path/", "~._-", "*'()!", "a\"b<c>",
    "#?;:@", "é", "홍길동", "👩‍👩‍👧", "\t", "a\r\nb", "  two  spaces  ", "x" * 300, "=", "&", "\x7f",
]
PATHS = [
    "/", "/", "/", "/a", "/a/", "//", "/a//b", "/./a", "/a/../b", "/../..", "/a/b/../../", "/a%20b",
    "/a%2Fb", "/%ED%99%8D", "/~a-b_c.d", "/a:b@c,d;e=f", "/a+b", "/(a)!*'$",
]


def wire(method, url, headers, body):
    """A request as the probe reads it, arriving at NOW."""
    parts = urlsplit(url)
    return {
        "method": method.encode(),
        "path": (parts.path or "/").encode(),
        "query": parts.query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in headers],
        "body": body,
        "now": int(NOW.timestamp()),
    }


def verdicts(requests):
    """What the probe says of each request."""

    def encoded(data):
        return base64.b64encode(data).decode()

    def line(request):
        fields = {name: encoded(request[name]) for name in ("method", "path", "query", "body")}
        headers = [{"name": encoded(n), "value": encoded(v)} for n, v in request["headers"]]
        return json.dumps({
            **fields, "headers": headers, "now": request["now"], "accessKeyId": ACCESS_KEY_ID,
            "secretAccessKey": SECRET,
        })

    lines = "".join(line(request) + "\n" for request in requests)
    answer = subprocess.run([PROBE], input=lines, capture_output=True, text=True, check=True)
    answers = [json.loads(line) for line in answer.stdout.splitlines()]
    assert len(answers) == len(requests)
    return answers


def signed(signer, method="POST", path="/", query="", params=None, headers=(), body=b"",
           service="iam", region="us-east-1", token=None, **options):
    """A request that botocore has signed at NOW, in the form it would be sent."""
    url = f"http://{HOST}{path}" + (f"?{query}" if query else "")
    request = AWSRequest(method=method, url=url, data=body, params=params)
    for name, value in headers:
        request.headers.add_header(name, value)
    credentials = Credentials(ACCESS_KEY_ID, SECRET, token)
    with mock.patch("botocore.auth.get_current_datetime", return_value=NOW):
        signer(credentials, service, region, **options).add_auth(request)
    sent = list(request.headers.items())
    if "host" not in [name.lower() for name, _ in sent]:
        sent.append(("Host", HOST))
    prepared = request.prepare()
    return wire(method, prepared.url, sent, prepared.body or b"")


def form(random_, count):
    """A form body as clients write it."""
    pairs = [(random_.choice(TEXTS), random_.choice(TEXTS)) for _ in range(count)]
    return "&".join(f"{quote(name)}={quote(value)}" for name, value in pairs).encode()


def generated(number):
    """One of endlessly many requests, signed."""
    random_ = seeds.generator(f"request {number}")
    is_presigned = random_.random() < 0.5
    body = random_.choice([b"", form(random_, 5), random_.randbytes(100), form(random_, 400)])
    body = b"" if is_presigned else body
    extra = [
        ("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
        ("X-Amz-Meta-Note", "two  spaces   and\ttab "),
        ("X-Amz-Content-Sha256", hashlib.sha256(body).hexdigest()),
        ("X-Repeated", "one"), ("X-Repeated", "two"), ("X-Empty", ""), ("x-lower", "a, b;c=d"),
        ("User-Agent", "Boto3/1 md/Botocore#1"), ("X-Unicode", "홍길동"),
        ("Expect", "100-continue"),
    ]
    common = {
        "method": random_.choice(["GET", "POST", "PUT", "DELETE"]),
        "path": random_.choice(PATHS),
        "headers": random_.sample(extra, random_.randrange(4)),
        "service": random_.choice(["iam", "sts"]),
        "region": random_.choice(["us-east-1", "ap-northeast-2", "us-gov-west-1", "x"]),
        "token": random_.choice([None, "IQoJb3JpZ2luX2VjE" + "a/b+c=" * random_.randrange(200)]),
    }
    if not is_presigned:
        if random_.random() < 0.2:
            common["headers"].append(("Date", "replaced by botocore"))
        pairs = [
            (random_.choice(TEXTS), random_.choice(TEXTS)) for _ in range(random_.randrange(6))]
        pairs += pairs[:1]
        return signed(botocore.auth.SigV4Auth, params=pairs, body=body, **common)
    params = {random_.choice(TEXTS) + "n": random_.choice(TEXTS) for _ in range(5)}
    return signed(botocore.auth.SigV4QueryAuth, params=params,
                  expires=random_.choice([1, 60, 3_600, 604_800]), **common)


class Accepted(unittest.TestCase):
    def assert_accepted(self, requests):
        for request, verdict in zip(requests, verdicts(requests)):
            self.assertTrue(verdict["accepted"], f"{verdict} for {request}")

    def test_what_botocore_signs_is_accepted(self):
        self.assert_accepted([generated(number) for number in range(1_000)])

    def test_queries_written_in_the_url_are_accepted(self):
        queries = ["a=1&b=2", "b=2&a=1", "a=2&a=1", "a", "a=", "a=&a", "a-=1&a=2", "A=1&a=1",
                   "Action=ListUsers&Version=2010-05-08", "a=%20&%25=%2F", "&", "a=1&"]
        self.assert_accepted(
            [signed(botocore.auth.SigV4Auth, "GET", query=query) for query in queries])

    def test_what_boto3_sends_is_accepted(self):
        """Whole clients, so that every header they add is there."""
        sent = []

        def stop(request, **_):
            headers = [(name, value if isinstance(value, str) else value.decode())
                       for name, value in request.headers.items()]
            body = request.body or b""
            sent.append(wire(request.method, request.url, headers + [("Host", HOST)],
                             body if isinstance(body, bytes) else body.encode()))
            raise InterruptedError

        session = boto3.Session(ACCESS_KEY_ID, SECRET, "IQoJtoken", "us-east-1")
        calls = [
            ("iam", "create_user", {"UserName": "홍길동", "Path": "/a b/"}),
            ("iam", "put_user_policy", {"UserName": "a", "PolicyName": "p",
                                        "PolicyDocument": json.dumps({"Statement": "é" * 5_000})}),
            ("iam", "list_users", {}),
            ("sts", "get_caller_identity", {}),
        ]
        for service, operation, arguments in calls:
            client = session.client(
                service, endpoint_url=f"http://{HOST}", config=Config(
                    retries={"max_attempts": 0}, parameter_validation=False))
            client.meta.events.register("before-send", stop)
            with mock.patch("botocore.auth.get_current_datetime", return_value=NOW):
                with self.assertRaises(Exception):
                    getattr(client, operation)(**arguments)
                url = client.generate_presigned_url(operation, arguments, HttpMethod="GET")
            sent.append(wire("GET", url, [("Host", HOST)], b""))
        self.assertEqual(len(sent), 2 * len(calls))
        self.assert_accepted(sent)


class Altered(unittest.TestCase):
    """One byte changed, anywhere: each of its eight bits, and a random other value.

    `same` says which changes may be accepted. One more kind is AWS's: in a path such as /a/../b
    the segment that is taken back may be another. No request here has such a path.
    """

    REQUESTS = [
        signed(botocore.auth.SigV4Auth, body=b"Action=CreateUser&UserName=alice&Version=2010-05-08",
               headers=[("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")]),
        signed(botocore.auth.SigV4Auth, "GET", path="/a/b", params=[
            ("Action", "GetUser"), ("UserName", "a b/c"), ("a", ""), ("a", "+")], token="IQoJb/+="),
        signed(botocore.auth.SigV4Auth, headers=[
            ("Date", ""), ("X-Amz-Note", "two words"), ("X-Repeated", "a"), ("X-Repeated", "b")]),
        signed(botocore.auth.SigV4QueryAuth, "GET", params={
            "Action": "GetCallerIdentity", "Version": "2011-06-15"}, service="sts", expires=900),
        signed(botocore.auth.SigV4QueryAuth, "GET", params={"UserName": "a/b c"},
               headers=[("X-Amz-Note", "note")], token="IQoJb/+=", expires=60),
    ]

    @staticmethod
    def same(part, before, after):
        """Whether AWS defines two spellings of a part to be one, so that both must be accepted."""
        if part == "query":  # The case of a percent-encoded byte's digits.
            def upper(text):
                return re.sub(rb"%[0-9a-fA-F]{2}", lambda match: match[0].upper(), text)
            return upper(before) == upper(after)
        if part == "name":  # The case of a header's name.
            return before.lower() == after.lower()
        if part == "value":  # Which white space stands between words.
            return before.split() == after.split()
        return False

    def alterations(self, request):
        """(part, original, altered, request) for each alteration of each byte."""
        random_ = seeds.generator("alterations")

        def changes(data):
            for index, byte in enumerate(data):
                values = {byte ^ (1 << bit) for bit in range(8)} | {random_.randrange(256)}
                for value in sorted(values - {byte}):
                    yield data[:index] + bytes([value]) + data[index + 1:]

        for part in ("method", "path", "query", "body"):
            for data in changes(request[part]):
                yield part, request[part], data, {**request, part: data}
        for index, (name, value) in enumerate(request["headers"]):
            before, after = request["headers"][:index], request["headers"][index + 1:]
            for data in changes(name):
                yield "name", name, data, {**request, "headers": [*before, (data, value), *after]}
            for data in changes(value):
                yield "value", value, data, {**request, "headers": [*before, (name, data), *after]}

    def test_no_altered_request_is_accepted(self):
        for request in self.REQUESTS:
            cases = list(self.alterations(request))
            self.assertGreater(len(cases), 1_000)
            answers = verdicts([request] + [case[3] for case in cases])
            self.assertTrue(answers[0]["accepted"])
            for (part, before, after, _), answer in zip(cases, answers[1:]):
                expected = self.same(part, before, after)
                self.assertEqual(answer["accepted"], expected, f"{part}: {before} → {after}")

    def test_no_other_secret_or_moment_is_accepted(self):
        requests = [{**request, "now": request["now"] + shift}
                    for request in self.REQUESTS for shift in (-301, 901)]
        self.assertFalse(any(answer["accepted"] for answer in verdicts(requests)))


if __name__ == "__main__":
    unittest.main()
