"""A server of Gatehouse's on loopback, made for one run: accounts, keys, signed requests.

Needs nothing but Python's standard library.
"""

import hashlib
import hmac
import http.client
import json
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.parse

IAM = "2010-05-08"
STS = "2011-06-15"
PASSWORD = "A long phrase, 1 of many!"
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = os.path.join(ROOT, ".build", "release", "gatehouse")


class Key:
    """An access key, which signs requests."""

    def __init__(self, key_id, secret):
        self.id = key_id
        self.secret = secret

    def sign(self, service, body=b"", path="/", query="", method="POST", headers=(),
             content_type="application/x-www-form-urlencoded"):
        """The bytes of a whole request. Of `headers` those are signed that have to be."""
        date = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
        fields = [("host", "127.0.0.1"), ("x-amz-date", date)]
        if body:
            fields.append(("content-type", content_type))
        signed = sorted(fields + [pair for pair in headers if pair[0].startswith("x-amz-")])
        names = ";".join(name for name, _ in signed)
        lines = "".join(f"{name}:{value}\n" for name, value in signed)
        canonical = "\n".join([
            method, path, query, lines, names, hashlib.sha256(body).hexdigest()])
        scope = f"{date[:8]}/us-east-1/{service}/aws4_request"
        text = "\n".join([
            "AWS4-HMAC-SHA256", date, scope, hashlib.sha256(canonical.encode()).hexdigest()])
        key = ("AWS4" + self.secret).encode()
        for part in scope.split("/"):
            key = hmac.new(key, part.encode(), hashlib.sha256).digest()
        signature = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
        fields.append((
            "authorization",
            f"AWS4-HMAC-SHA256 Credential={self.id}/{scope}, SignedHeaders={names}, "
            f"Signature={signature}"))
        return request(method, path + ("?" + query if query else ""), fields + list(headers), body)

    def form(self, action, parameters=(), version=IAM, headers=()):
        """A signed request of the query protocol; `parameters` is a list of pairs, or a dict."""
        pairs = list(parameters.items() if isinstance(parameters, dict) else parameters)
        body = urllib.parse.urlencode([("Action", action), ("Version", version)] + pairs)
        return self.sign("sts" if version == STS else "iam", body.encode(), headers=headers)

    def json(self, path, value, headers=()):
        """A signed request of a REST service's, whose body is `value` as JSON."""
        body = value if isinstance(value, bytes) else json.dumps(value).encode()
        return self.sign("access-analyzer", body, path=path, headers=headers,
                         content_type="application/json")


def request(method, target, headers=(), body=b""):
    """The bytes of a request with a Content-Length."""
    lines = [f"{method} {target} HTTP/1.1"] + [f"{name}: {value}" for name, value in headers]
    if body or method == "POST":
        lines.append(f"content-length: {len(body)}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


class Connection:
    """One connection; it is opened again where the server closed it."""

    def __init__(self, port, address="127.0.0.1"):
        self.port = port
        self.address = address
        self.socket = None

    def open(self):
        self.socket = socket.socket()
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.settimeout(120)
        self.socket.bind((self.address, 0))
        self.socket.connect(("127.0.0.1", self.port))

    def close(self):
        if self.socket:
            self.socket.close()
        self.socket = None

    def answer(self, data):
        """Sends a whole request; the status and the body of its answer. 0 where there is none."""
        if self.socket is None:
            self.open()
        try:
            self.socket.sendall(data)
        except OSError:
            pass  # refused before all was sent; the answer tells
        answer = http.client.HTTPResponse(self.socket)
        try:
            answer.begin()
            body = answer.read()
        except (OSError, http.client.HTTPException):
            self.close()
            return 0, b""
        if answer.will_close:
            self.close()
        return answer.status, body


def account(name, directory, program=PROGRAM):
    """An account in a directory, made if it is not there, with an access key of its root user."""
    if not os.access(program, os.X_OK):
        raise SystemExit(f"there is no {program}; `make build` makes it")
    path = os.path.join(directory, name + ".json")
    if not os.path.exists(path):
        made = subprocess.run(
            [program, "account", "create", "--email", f"{name}@example.com", "--name", name,
             "--access-key", "--json", "--data", os.path.join(directory, "data")],
            input=PASSWORD + "\n", text=True, capture_output=True, check=True).stdout
        with open(path, "w") as file:
            file.write(made)
    with open(path) as file:
        return json.load(file)


class Server:
    """A server in a data directory of its own, ended and removed by `stop`.

    `prefix` is a command that runs it, `patience` how long it may take to serve, in seconds.
    `directory` is one that is kept, with its accounts, for the next server; `seconds` is how long
    this one took to serve.
    """

    def __init__(self, program=PROGRAM, accounts=("attacker",), arguments=(), prefix=(),
                 environment=None, patience=30, directory=None):
        self.is_kept = directory is not None
        self.directory = directory or tempfile.mkdtemp(prefix="gatehouse-attacks-")
        data = os.path.join(self.directory, "data")
        made = {name: account(name, self.directory, program) for name in accounts}
        self.roots = {
            name: Key(each["accessKeyId"], each["secretAccessKey"]) for name, each in made.items()}
        self.ids = {name: each["accountId"] for name, each in made.items()}
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.log = open(os.path.join(self.directory, "log"), "w+")
        start = time.monotonic()
        self.process = subprocess.Popen(
            [*prefix, program, "serve", "--data", data, "--listen", f"127.0.0.1:{self.port}",
             *arguments],
            stdout=self.log, stderr=self.log, env=os.environ | (environment or {}))
        self.connection = Connection(self.port)
        while not self.is_ready():
            if time.monotonic() > start + patience or self.process.poll() is not None:
                self.stop()
                raise SystemExit("the server does not serve")
            time.sleep(0.005)
        self.seconds = time.monotonic() - start

    def is_ready(self):
        try:
            probe = request("GET", "/readyz", [("host", "127.0.0.1")])
            return self.connection.answer(probe)[0] == 200
        except OSError:
            self.connection.close()
            return False

    def stop(self):
        self.process.terminate()
        self.process.wait()
        if not self.is_kept:
            shutil.rmtree(self.directory)

    def processor_seconds(self):
        """What all threads of the server have used, to the nanosecond.

        Source: clock_getcpuclockid(3); the kernel's clock of a process is made of its ID.
        """
        return time.clock_gettime((~self.process.pid << 3) | 2)

    def resident_megabytes(self):
        with open(f"/proc/{self.process.pid}/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6

    def call(self, key, action, parameters=(), version=IAM):
        """Asks for an operation that has to succeed; the text of its answer."""
        status, body = self.connection.answer(key.form(action, parameters, version))
        if status == 0:  # the server closes a connection that was idle for a minute
            status, body = self.connection.answer(key.form(action, parameters, version))
        if status != 200:
            raise SystemExit(f"{action}: {status} {body[:300]}")
        return body.decode()

    def make_user(self, root, name, policy=None):
        """Makes a user with an inline policy, a dict; its key."""
        self.call(root, "CreateUser", {"UserName": name})
        if policy:
            self.call(root, "PutUserPolicy", {
                "UserName": name, "PolicyName": "own", "PolicyDocument": json.dumps(policy)})
        answer = self.call(root, "CreateAccessKey", {"UserName": name})
        return Key(element("AccessKeyId", answer), element("SecretAccessKey", answer))

    def sign_in_form(self, address="127.0.0.1"):
        """The cookie and the token of the sign-in page."""
        connection = Connection(self.port, address)
        connection.open()
        connection.socket.sendall(
            request("GET", "/signin?as=root", [("host", "127.0.0.1")]))
        answer = http.client.HTTPResponse(connection.socket)
        answer.begin()
        page = answer.read().decode()
        cookies = [value.split(";")[0] for name, value in answer.getheaders()
                   if name.lower() == "set-cookie"]
        connection.close()
        token = re.search(r'name="form-token" value="([^"]+)"', page).group(1)
        return "; ".join(cookies), token


    def sign_in(self, name):
        """Signs the root user of an account in; the cookies and the token of the session."""
        cookie, token = self.sign_in_form()
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request("POST", "/signin/root/password", urllib.parse.urlencode({
            "form-token": token, "form": "sign-in", "email": f"{name}@example.com",
            "password": PASSWORD}), {
                "cookie": cookie, "content-type": "application/x-www-form-urlencoded"})
        answer = connection.getresponse()
        answer.read()
        cookie = "; ".join(value.split(";")[0] for name, value in answer.getheaders()
                           if name.lower() == "set-cookie")
        connection.request("GET", "/console/iam/create-policy", headers={"cookie": cookie})
        page = connection.getresponse().read().decode()
        token = re.search(r'name="form-token" value="([^"]+)"', page)
        if not token:
            raise SystemExit("the root user could not sign in")
        return cookie, token.group(1)


def element(name, xml):
    return re.search(f"<{name}>([^<]*)</{name}>", xml).group(1)


def allow(*actions, resource="*", **more):
    """A policy document that allows some actions."""
    return {"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": list(actions), "Resource": resource, **more}]}


def machine():
    """A line about the machine and what else it does."""
    with open("/proc/cpuinfo") as file:
        models = [line.split(":")[1].strip() for line in file if line.startswith("model name")]
    return (f"{len(models)} × {models[0] if models else 'processor'}; "
            f"load {', '.join(f'{x:.1f}' for x in os.getloadavg())}")
