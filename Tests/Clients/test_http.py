"""Requests that no SDK makes: every one gets a clear answer, and the next client never notices."""

import concurrent.futures
import datetime
import json
import socket

import pytest

import http_client
import seeds
from conftest import Account, Credentials, DataServer

GARBAGE = 3000


def identity(server):
    """Checks that a good request is answered as ever."""
    answer = http_client.call(server, "GetCallerIdentity", "sts")
    assert (answer.status, answer.code) == (200, None), answer.text


def exchange(server, data):
    """Sends bytes and reads what comes back; None when the connection ends without an answer."""
    with http_client.connect(server) as connection:
        try:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
            return http_client.read_answer(connection)
        except OSError:
            return None
        except http_client.http.client.HTTPException:
            return None


def request(body=b"", *fields, target="/", method="POST", host="Host: localhost"):
    """A request as it is written."""
    lines = [f"{method} {target} HTTP/1.1", host, f"Content-Length: {len(body)}", *fields]
    return "\r\n".join([line for line in lines if line] + ["", ""]).encode() + body


# What is refused, and how


def test_a_body_over_the_limit_is_refused_before_it_is_read(dev_server):
    length = 1_048_576 + 1
    answer = exchange(dev_server, request()[:-4].replace(b": 0", b": %d" % length) + b"\r\n\r\n")
    assert (answer.status, answer.code) == (413, "RequestEntityTooLarge")
    answer = http_client.send(dev_server, body=b"x" * length)
    assert answer.status == 413
    chunks = b"".join(b"%x\r\n%s\r\n" % (65_536, b"y" * 65_536) for _ in range(17))
    chunked = request().replace(b"Content-Length: 0", b"Transfer-Encoding: chunked")
    with http_client.connect(dev_server) as connection:
        try:
            connection.sendall(chunked + chunks + b"0\r\n\r\n")
        except OSError:
            pass  # the server may have answered and closed before all was sent
        assert http_client.read_answer(connection).status == 413
    identity(dev_server)


def test_a_body_of_another_type_is_refused(dev_server):
    body = b'{"Action":"GetCallerIdentity","Version":"2011-06-15"}'
    for kind in ("application/json", "text/plain", "multipart/form-data; boundary=x", ""):
        headers = http_client.signed(
            dev_server, body, "sts", headers=[("Content-Type", kind)])
        answer = http_client.send(dev_server, headers=headers, body=body)
        assert (answer.status, answer.code) == (415, "UnsupportedMediaType")


@pytest.mark.parametrize(
    "body", [
        b"Action=GetUser&Version=2010-05-08&UserName=%",
        b"Action=GetUser&Version=2010-05-08&UserName=%4",
        b"Action=GetUser&Version=2010-05-08&UserName=%zz",
        b"Action=GetUser&Version=2010-05-08&UserName=%ff%fe",
        b"Action=GetUser&Version=2010-05-08&UserName=\xff",
        b"Action=GetUser&Version=2010-05-08&UserName=a&UserName=b",
        b"Action=GetUser&Version=2010-05-08&" + b"&".join(b"p%d=1" % n for n in range(20_000)),
    ], ids=["a lone percent", "one digit", "no digits", "not UTF-8", "raw bytes", "twice", "many"])
def test_parameters_that_cannot_be_read_are_refused(dev_server, body):
    headers = http_client.signed(dev_server, body)
    answer = http_client.send(dev_server, headers=headers, body=body)
    assert (answer.status, answer.code) == (400, "MalformedQueryString")


@pytest.mark.parametrize(
    "parameters, code",
    [
        ({"Action": "NoSuchThing", "Version": "2010-05-08"}, "InvalidAction"),
        ({"Action": "ListUsers", "Version": "2010-05-07"}, "InvalidAction"),
        ({"Action": "ListUsers"}, "InvalidAction"),
        ({"Version": "2010-05-08"}, "MissingAction"),
        ({"Action": "ListUsers", "Version": "2010-05-08", "MaxItems": "many"}, "MalformedInput"),
        ({"Action": "ListUsers", "Version": "2010-05-08", "MaxItems": "0"}, "ValidationError"),
        ({"Action": "ListUsers", "Version": "2010-05-08", "Marker": "%%%"}, "ValidationError"),
        ({"Action": "CreateUser", "Version": "2010-05-08"}, "ValidationError"),
    ])
def test_parameters_that_make_no_sense_are_refused(dev_server, parameters, code):
    body = http_client.urllib.parse.urlencode(parameters).encode()
    headers = http_client.signed(dev_server, body)
    answer = http_client.send(dev_server, headers=headers, body=body)
    assert (answer.status, answer.code) == (400, code)


def test_requests_without_a_signature_are_refused(dev_server):
    body = http_client.form("GetCallerIdentity", "sts")
    answer = http_client.send(
        dev_server, headers={"Content-Type": http_client.FORM}, body=body)
    assert (answer.status, answer.code) == (403, "MissingAuthenticationToken")
    answer = http_client.send(
        dev_server, "GET", "/?Action=GetCallerIdentity&Version=2011-06-15")
    assert (answer.status, answer.code) == (403, "MissingAuthenticationToken")
    answer = http_client.send(
        dev_server, headers={"Authorization": "Basic cm9vdDpyb290"}, body=body)
    assert (answer.status, answer.code) == (400, "IncompleteSignature")


def test_requests_changed_on_the_way_are_refused(dev_server):
    body = http_client.form("CreateUser", UserName="mallory")
    headers = http_client.signed(dev_server, body)
    signature = headers["Authorization"][-1]
    other = "0" if signature != "0" else "1"
    changes = [
        (headers, body + b"&Path=/x/"),
        (headers | {"Authorization": headers["Authorization"][:-1] + other}, body),
        (headers | {"X-Amz-Date": headers["X-Amz-Date"].replace("Z", "")}, body),
        (headers | {"X-Amz-Security-Token": "made up"}, body),
        (headers | {"Host": "elsewhere.example.com"}, body),
        (headers | {"Authorization": headers["Authorization"].replace("/iam/", "/s3/")}, body),
    ]
    for changed, sent in changes:
        answer = http_client.send(dev_server, headers=changed, body=sent)
        assert answer.status in (400, 403)
        assert answer.code in (
            "SignatureDoesNotMatch", "IncompleteSignature", "InvalidClientTokenId"), answer.text
    assert http_client.call(dev_server, "GetUser", UserName="mallory").code == "NoSuchEntity"


@pytest.mark.parametrize(
    "minutes, code", [(-4, None), (4, None), (-6, "SignatureDoesNotMatch"),
                      (6, "SignatureDoesNotMatch"), (-60 * 24 * 365, "SignatureDoesNotMatch")])
def test_clocks_may_differ_by_five_minutes_for_iam(dev_server, minutes, code):
    now = datetime.datetime.now(datetime.timezone.utc)
    body = http_client.form("ListUsers")
    headers = http_client.signed(dev_server, body, at=now + datetime.timedelta(minutes=minutes))
    assert http_client.send(dev_server, headers=headers, body=body).code == code


def test_an_unknown_key_and_a_wrong_secret_are_told_apart_as_aws_does(dev_server):
    body = http_client.form("GetCallerIdentity", "sts")
    known = dev_server.credentials
    for key, code in [
            (Credentials("AKIAIOSFODNN7EXAMPLE", "x" * 40), "InvalidClientTokenId"),
            (Credentials("nokey!", "x" * 40), "InvalidClientTokenId"),
            (Credentials(known.access_key_id, "x" * 40), "SignatureDoesNotMatch")]:
        headers = http_client.signed(dev_server, body, "sts", key)
        answer = http_client.send(dev_server, headers=headers, body=body)
        assert (answer.status, answer.code) == (403, code)


@pytest.mark.parametrize("name", ["Host", "X-Amz-Date", "Authorization"])
def test_headers_that_decide_are_there_once(dev_server, name):
    body = http_client.form("GetCallerIdentity", "sts")
    headers = http_client.signed(dev_server, body, "sts")
    headers["Host"] = f"127.0.0.1:{dev_server.port}"
    lines = [f"{key}: {value}" for key, value in headers.items()]
    good = request(body, *lines, host="")
    assert exchange(dev_server, good).status == 200
    twice = request(body, *lines, f"{name}: {headers[name]}", host="")
    answer = exchange(dev_server, twice)
    assert answer.status in (400, 403), answer.text


@pytest.mark.parametrize(
    "data, statuses",
    [
        (b"nonsense\r\n\r\n", {400}),
        (b"GET healthz HTTP/1.1\r\nHost: x\r\n\r\n", {400}),
        (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", {400}),
        (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", {400}),
        (b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n"
         b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", {400}),
        (b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", {400}),
        (b"GET / HTTP/1.1\r\nHost: x\r\nLong: " + b"a" * 100_000 + b"\r\n\r\n", {400, 431}),
        (b"GET / HTTP/1.1\r\nHost: x\r\n" + b"A: b\r\n" * 500 + b"\r\n", {400, 431}),
        (b"GET /none/../%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", {400, 404}),
        (b"BREW / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n", {400, 404, 405, 501}),
        (b"GET / HTTP/1.1\r\nHost: x\r\nExpect: the unexpected\r\n\r\n", {417}),
    ],
    ids=["no request", "no slash", "negative length", "two lengths",
         "length and chunks", "bad chunk", "long header", "many headers", "odd path",
         "odd method", "odd expectation"])
def test_what_is_not_http_is_refused_or_cut_off(dev_server, data, statuses):
    answer = exchange(dev_server, data)
    assert answer is None or answer.status in statuses, answer.status
    identity(dev_server)


def test_errors_come_as_json_to_whoever_accepts_json(dev_server):
    answer = http_client.send(
        dev_server, headers={"Accept": "application/json", "Content-Type": http_client.FORM},
        body=http_client.form("ListUsers"))
    assert (answer.status, answer.headers["content-type"]) == (403, "application/json")
    assert answer.json["Error"] == {
        "Type": "Sender", "Code": "MissingAuthenticationToken",
        "Message": "Request is missing Authentication Token",
    }
    assert answer.headers["x-amzn-requestid"] == answer.json["RequestId"]


def test_one_connection_carries_many_requests(dev_server):
    body = http_client.form("GetCallerIdentity", "sts")
    headers = http_client.signed(dev_server, body, "sts")
    headers["Host"] = f"127.0.0.1:{dev_server.port}"
    one = request(body, *[f"{name}: {value}" for name, value in headers.items()], host="")
    with http_client.connect(dev_server) as connection:
        for _ in range(3):
            connection.sendall(one)
            assert http_client.read_answer(connection).status == 200


# Who is slow or hostile does not hurt others


def test_slow_clients_do_not_hold_up_others(dev_server):
    slow = [http_client.connect(dev_server) for _ in range(200)]
    try:
        for number, connection in enumerate(slow):
            whole = request(b"x" * 1000)
            connection.sendall(whole[:10] if number % 2 else whole[:-500])
        for _ in range(20):
            identity(dev_server)
    finally:
        for connection in slow:
            connection.close()


def test_garbage_leaves_the_server_answering(dev_server):
    choices = seeds.generator("garbage")
    body = http_client.form("CreateUser", UserName="garbage")
    headers = http_client.signed(dev_server, body)
    whole = request(body, *[f"{name}: {value}" for name, value in headers.items()])

    def spoiled():
        data = bytearray(whole)
        for _ in range(choices.randrange(1, 8)):
            place = choices.randrange(len(data))
            data[place:place + choices.randrange(3)] = choices.randbytes(choices.randrange(4))
        return bytes(data[:choices.randrange(1, len(data))] if choices.random() < 0.3 else data)

    samples = [spoiled() for _ in range(GARBAGE)]
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda data: exchange(dev_server, data), samples))
    statuses = {answer.status for answer in answers if answer}
    assert statuses and all(400 <= status < 500 or status in (200, 303) for status in statuses)
    assert all(answer.code for answer in answers if answer and answer.status == 403)
    identity(dev_server)
    found = http_client.call(dev_server, "GetUser", UserName="garbage")
    assert found.code == "NoSuchEntity"


# What the configuration says


@pytest.fixture(scope="module")
def configured(tmp_path_factory):
    """An account on a server behind a proxy, with limits that a test can cross."""
    directory = tmp_path_factory.mktemp("configured")
    (directory / "gatehouse.toml").write_text("""
        trusted_proxies = ["127.0.0.1"]
        [limits]
        body_bytes = 2048
        body_seconds = 1
        idle_seconds = 1
        """)
    server = DataServer(
        directory / "data", directory / "gatehouse.log",
        ["--config", directory / "gatehouse.toml"])
    yield Account(server)
    server.stop()


def test_the_longest_body_is_configured(configured):
    assert http_client.send(configured.server, body=b"x" * 2048).status == 403
    assert http_client.send(configured.server, body=b"x" * 2049).status == 413


def test_a_body_that_does_not_come_is_not_waited_for(configured):
    with http_client.connect(configured.server) as connection:
        connection.sendall(request(b"x" * 10)[:-5])
        answer = http_client.read_answer(connection)
        assert (answer.status, answer.code) == (408, "RequestTimeout")
        assert connection.recv(1) == b""


@pytest.mark.parametrize("said", [b"", b"GET / HTTP/1.1\r\nHost: x\r\n"])
def test_a_connection_that_says_nothing_is_closed(configured, said):
    with http_client.connect(configured.server) as connection:
        connection.sendall(said)
        assert connection.recv(1) == b""


def test_the_address_of_a_client_is_believed_from_trusted_proxies_alone(configured, data_server):
    for account, is_believed in [(configured, True), (Account(data_server), False)]:
        iam = account.client("iam")
        iam.create_user(UserName="alice")
        iam.put_user_policy(
            UserName="alice", PolicyName="office", PolicyDocument=json.dumps({
                "Version": "2012-10-17",
                "Statement": {
                    "Effect": "Allow", "Action": "iam:GetUser", "Resource": "*",
                    "Condition": {"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}},
                },
            }))
        made = iam.create_access_key(UserName="alice")["AccessKey"]
        alice = Credentials(made["AccessKeyId"], made["SecretAccessKey"])

        def ask(*addresses):
            body = http_client.form("GetUser")
            headers = http_client.signed(account, body, credentials=alice)
            if addresses:
                headers["X-Forwarded-For"] = ", ".join(addresses)
            return http_client.send(account.server, headers=headers, body=body).code

        assert ask() == "AccessDenied"
        assert ask("203.0.113.9") == (None if is_believed else "AccessDenied")
        assert ask("198.51.100.1") == "AccessDenied"
        # What a client wrote itself, before the proxy added where it comes from.
        assert ask("203.0.113.9", "198.51.100.1") == "AccessDenied"


# What is not told


def test_secrets_are_neither_logged_nor_kept_readable(tmp_path):
    (tmp_path / "gatehouse.toml").write_text("log_level = \"trace\"\n")
    server = DataServer(
        tmp_path / "data", tmp_path / "gatehouse.log", ["--config", tmp_path / "gatehouse.toml"])
    try:
        account = Account(server)
        iam = account.client("iam")
        iam.create_user(UserName="alice")
        key = iam.create_access_key(UserName="alice")["AccessKey"]
        secrets = ["Correct-horse-battery-7", "Another-horse-battery-8"]
        iam.create_login_profile(UserName="alice", Password=secrets[0])
        iam.update_login_profile(UserName="alice", Password=secrets[1])
        for broken in ("%", "%zz"):
            body = http_client.form("CreateLoginProfile")
            body += f"&Password={secrets[0]}{broken}".encode()
            headers = http_client.signed(server, body, credentials=account.credentials)
            http_client.send(server, headers=headers, body=body)
        http_client.Browser(server).sign_in_as_root(account.email, account.password)
        http_client.Browser(server).sign_in_as_root(account.email, secrets[1] + "x")
    finally:
        assert server.stop() == 0
    secrets += [account.credentials.secret_access_key, key["SecretAccessKey"], account.password]
    output = server.output()
    kept = b"".join(path.read_bytes() for path in server.data.iterdir())
    for secret in secrets:
        assert secret not in output
        assert secret.encode() not in kept
