"""Signed requests of IAM and STS, at little cost: a history is made of a million of them."""

import functools
import hashlib
import hmac
import re
import socket
import time
import urllib.parse

IAM = "2010-05-08"
STS = "2011-06-15"
# How long a client waits for an answer, in seconds. A node that is paused for longer gives none.
PATIENCE = 1.5


@functools.lru_cache(maxsize=100_000)
def _signing_key(secret, scope):
    key = ("AWS4" + secret).encode()
    for part in scope.split("/"):
        key = hmac.digest(key, part.encode(), "sha256")
    return key


class Signer:
    """Credentials that sign requests."""

    def __init__(self, key_id, secret, token=None):
        self.id = key_id
        self._secret = secret
        self._token = token

    def request(self, action, version=IAM, **parameters):
        """The bytes of a request of the query protocol."""
        body = urllib.parse.urlencode({"Action": action, "Version": version, **parameters}).encode()
        date = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime())
        token = f"x-amz-security-token:{self._token}\n" if self._token else ""
        token_field = f"x-amz-security-token: {self._token}\r\n" if self._token else ""
        names = "content-type;host;x-amz-date" + (";x-amz-security-token" if token else "")
        canonical = (
            "POST\n/\n\ncontent-type:application/x-www-form-urlencoded\nhost:127.0.0.1\n"
            f"x-amz-date:{date}\n{token}\n{names}\n{hashlib.sha256(body).hexdigest()}")
        scope = f"{date[:8]}/us-east-1/{'sts' if version == STS else 'iam'}/aws4_request"
        text = (f"AWS4-HMAC-SHA256\n{date}\n{scope}\n"
                f"{hashlib.sha256(canonical.encode()).hexdigest()}")
        signature = hmac.digest(
            _signing_key(self._secret, scope), text.encode(), "sha256").hex()
        return (
            "POST / HTTP/1.1\r\nhost: 127.0.0.1\r\n"
            "content-type: application/x-www-form-urlencoded\r\n"
            f"x-amz-date: {date}\r\n{token_field}"
            f"authorization: AWS4-HMAC-SHA256 Credential={self.id}/{scope}, "
            f"SignedHeaders={names}, Signature={signature}\r\n"
            f"content-length: {len(body)}\r\n\r\n").encode() + body


class Answer:
    """What came back. `code` is that of an error, "" for success, None where nothing came."""

    __slots__ = ("code", "text", "begin", "end")

    def __init__(self, code, text, begin):
        self.code = code
        self.text = text
        self.begin = begin
        self.end = time.monotonic_ns()

    @property
    def is_unknown(self):
        """Whether what was asked for may have happened although it was not acknowledged."""
        return self.code is None or self.code in ("ServiceUnavailable", "InternalFailure")

    @property
    def request_id(self):
        return self.element("RequestId")

    def element(self, name):
        found = re.search(f"<{name}>([^<]*)</{name}>", self.text)
        return found and found.group(1)


class Connection:
    """A connection to one node, which is opened again when it was lost."""

    def __init__(self, port):
        self._port = port
        self._socket = None

    def ask(self, request):
        begin = time.monotonic_ns()
        try:
            if self._socket is None:
                self._socket = socket.create_connection(("127.0.0.1", self._port), PATIENCE)
                self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._socket.sendall(request)
            return self._answer(begin)
        except (OSError, ValueError):
            self.close()
            return Answer(None, "", begin)

    def _answer(self, begin):
        data = b""
        while (end := data.find(b"\r\n\r\n")) < 0:
            data += self._received()
        head = data[:end].decode("latin-1").lower()
        length = int(re.search(r"\r\ncontent-length: (\d+)", head).group(1))
        while len(data) < end + 4 + length:
            data += self._received()
        text = data[end + 4:].decode()
        if "\r\nconnection: close" in head:
            self.close()
        if head.startswith("http/1.1 200"):
            return Answer("", text, begin)
        found = re.search("<Code>([^<]*)</Code>", text)
        if found:
            return Answer(found.group(1), text, begin)
        # A proxy that reaches no node has words of its own.
        is_proxy = head.startswith("http/1.1 503") or head.startswith("http/1.1 504")
        return Answer("ServiceUnavailable" if is_proxy else "InternalFailure", text, begin)

    def _received(self):
        data = self._socket.recv(65536)
        if not data:
            raise ValueError("the connection was closed")
        return data

    def close(self):
        if self._socket is not None:
            self._socket.close()
        self._socket = None
