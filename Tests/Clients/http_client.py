"""HTTP as it is written, below what SDKs offer: signed or not, whole or broken."""

import http.client
import http.cookiejar
import html.parser
import json
import re
import socket
import urllib.error
import urllib.parse
import urllib.request
from unittest import mock

import botocore.auth
import botocore.awsrequest
import botocore.credentials

FORM = "application/x-www-form-urlencoded; charset=utf-8"
VERSIONS = {"iam": "2010-05-08", "sts": "2011-06-15"}

# How long one answer may take, in seconds; only a server that hangs needs it.
PATIENCE = 30


class Answer:
    """A whole answer."""

    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def text(self):
        return self.body.decode()

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def code(self):
        """The code of an error in XML, or None."""
        match = re.search("<Code>(.*?)</Code>", self.text)
        return match and match[1]


def form(action, service="iam", **parameters):
    """The body of a request of AWS's query protocol."""
    fields = {"Action": action, "Version": VERSIONS[service], **parameters}
    return urllib.parse.urlencode(fields).encode()


def signed(server, body, service="iam", credentials=None, at=None, headers=()):
    """The headers of a POST of `body`, signed with `credentials` or else the server's.

    `at`: the moment of signing, if it is not now.
    """
    key = credentials or server.credentials
    request = botocore.awsrequest.AWSRequest(
        method="POST", url=f"{server.url}/", data=body,
        headers={"Content-Type": FORM, **dict(headers)})
    signer = botocore.auth.SigV4Auth(
        botocore.credentials.Credentials(
            key.access_key_id, key.secret_access_key, key.session_token), service,
        "us-east-1")
    if at is None:
        signer.add_auth(request)
    else:
        with mock.patch("botocore.auth.get_current_datetime", return_value=at):
            signer.add_auth(request)
    return dict(request.headers.items())


def send(server, method="POST", target="/", headers=None, body=None):
    """Sends one request and reads its answer."""
    if context := server.tls():
        connection = http.client.HTTPSConnection(
            "127.0.0.1", server.port, timeout=PATIENCE, context=context)
    else:
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=PATIENCE)
    try:
        connection.request(method, target, body=body, headers=dict(headers or {}))
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())
    finally:
        connection.close()


def call(server, action, service="iam", credentials=None, headers=(), **parameters):
    """Sends one signed request of AWS's query protocol."""
    body = form(action, service, **parameters)
    return send(
        server, headers=signed(server, body, service, credentials, headers=headers), body=body)


def connect(server):
    """A connection on which bytes are written by hand."""
    connection = socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE)
    if context := server.tls():
        return context.wrap_socket(connection, server_hostname="127.0.0.1")
    return connection


def read_answer(connection):
    """The next answer on a connection."""
    answer = http.client.HTTPResponse(connection)
    answer.begin()
    return Answer(answer.status, answer.headers, answer.read())


class Browser:
    """A browser without scripts: it keeps cookies, reads forms and sends them."""

    def __init__(self, server, host="127.0.0.1", language="en"):
        """`host`: the name under which it opens the server's pages."""
        self.language = language
        self.origin = server.url.replace("127.0.0.1", host)
        self._tls = server.tls()
        self._keep(http.cookiejar.CookieJar())
        self.status = None
        self.path = None
        self.headers = None
        self.text = ""

    def open(self, path, data=None):
        """Goes to a page, and on to where that leads."""
        url = urllib.parse.urljoin(self.origin, path)
        request = urllib.request.Request(url, data=data, headers={"Accept-Language": self.language})
        try:
            answer = self._opener.open(request, timeout=PATIENCE)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            self.status = answer.status
            self.path = urllib.parse.urlsplit(answer.url).path
            self.headers = answer.headers
            self.text = answer.read().decode()
        return self

    def submit(self, **values):
        """Sends the first form of the page that has all these boxes, with these values.

        Its name is the value of its box `form`.
        """
        reader = FormReader()
        reader.feed(self.text)
        for action, fields in reader.forms:
            is_named = values.get("form") in (None, fields.get("form"))
            if is_named and set(values) <= set(fields):
                data = urllib.parse.urlencode(fields | values).encode()
                return self.open(action or self.path, data)
        raise AssertionError(f"no form with {sorted(values)} at {self.path}: {self.text}")

    def _keep(self, cookies):
        self.cookies = cookies
        self._opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(cookies),
            *([urllib.request.HTTPSHandler(context=self._tls)] if self._tls else []))

    def copy(self):
        """Another browser that shows the same page and has the same cookies."""
        other = Browser.__new__(Browser)
        other.__dict__ |= self.__dict__
        other._keep(http.cookiejar.CookieJar())
        for cookie in self.cookies:
            other.cookies.set_cookie(cookie)
        return other

    def sign_in_as_root(self, email, password):
        """Signs in with the root user's e-mail address, then the password."""
        return self.open("/signin").submit(email=email).submit(password=password)


class FormReader(html.parser.HTMLParser):
    """The forms of a page that are sent with POST: where to, and the values of their boxes."""

    def __init__(self):
        super().__init__()
        self.forms = []
        self._fields = None

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "form" and values.get("method") == "post":
            self._fields = {}
            self.forms.append((values.get("action"), self._fields))
        elif tag == "input" and self._fields is not None and "name" in values:
            self._fields[values["name"]] = values.get("value", "")

    def handle_endtag(self, tag):
        if tag == "form":
            self._fields = None
