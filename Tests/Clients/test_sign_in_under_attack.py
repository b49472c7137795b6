"""Sign-in while somebody attacks it: nobody learns who exists, and owners get in."""

import concurrent.futures
import http.client
import itertools
import re
import statistics
import string
import threading
import time
import urllib.parse

import pytest

import http_client
import seeds
from conftest import Account, DataServer, operate

PASSWORD = "a good password 1!"

# How often each kind of failure is tried, and how many tries of a kind are compared at once: what
# else the machine does changes slowly, and so changes all kinds alike.
TRIES = 500
BLOCK = 25

# Strangers may try one principal a hundred times before the first wait, so there are several.
PRINCIPALS = 6

# How far a kind's times may lie from those of a known name. Half means that one cannot say which
# of two answers took longer; 0.5 + 4.5 standard deviations of 500 tries against 500 is 0.583.
FARTHEST = 0.085

# Within this time, in seconds, an owner with a known device is signed in.
SOON = 2


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server that takes a client's address from a header, so that one machine is a network."""
    directory = tmp_path_factory.mktemp("attacked")
    # Nothing listens at that port: mail waits, as with a server of mail that is away.
    (directory / "gatehouse.toml").write_text("""\
trusted_proxies = ["127.0.0.1"]
public_url = "http://localhost:1"
hosts = ["127.0.0.1"]

[mail]
host = "127.0.0.1"
port = 1
tls = "none"
from = "gatehouse@example.com"
""")
    server = DataServer(
        directory / "data", directory / "gatehouse.log",
        ["--config", directory / "gatehouse.toml"])
    yield server
    server.stop()


class Visitor:
    """A browser without scripts on one connection, which can be at any address."""

    def __init__(self, server):
        self._connection = http.client.HTTPConnection(
            "127.0.0.1", server.port, timeout=http_client.PATIENCE)
        self._cookies = {}
        self._open()

    def try_root(self, address, email, password):
        return self._try("/signin/root/password", address, {
            "form": "sign-in", "email": email, "password": password})

    def try_user(self, address, account, user, password):
        return self._try("/signin", address, {
            "form": "iam-user", "account": account, "user": user, "password": password})

    def ask_for_a_link(self, address, email):
        return self._try("/reset-password", address, {"form": "send-reset-link", "email": email})

    def forget_session(self):
        """Forgets the session, and keeps what shows that somebody signed in with this browser."""
        self._cookies = {"gatehouse-device": self._cookies["gatehouse-device"]}
        self._open()
        return self

    def _open(self):
        page = self._send("GET", "/signin", "192.0.2.1").text
        self._token = re.search('name="form-token" value="([^"]*)"', page)[1]

    def _try(self, path, address, fields):
        return self._send("POST", path, address, urllib.parse.urlencode(
            {"form-token": self._token, **fields}))

    def _send(self, method, path, address, body=None):
        headers = {
            "X-Forwarded-For": address, "Accept-Language": "en",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if body is not None:
            headers["Content-Type"] = http_client.FORM
        self._connection.request(method, path, body=body, headers=headers)
        answer = self._connection.getresponse()
        answer = http_client.Answer(answer.status, answer.getheaders(), answer.read())
        for name, value in answer.headers:
            if name.lower() == "set-cookie":
                cookie, content = value.split(";")[0].split("=", 1)
                self._cookies[cookie] = content
        return answer


# What is not told


# What differs from answer to answer: the moment, and the length of what was typed.
OWN_HEADERS = {"Date", "Content-Length"}
TOKEN = re.compile('(name="form-token" value=")[^"]*')


def masked(answer, typed):
    """An answer without what is its own alone, such as what was typed into the form."""
    page = TOKEN.sub(r"\1", answer.text)
    for text in typed:
        page = page.replace(text, "…")
    headers = [header for header in answer.headers if header[0] not in OWN_HEADERS]
    return answer.status, tuple(headers), page


def separation(times, others):
    """How often one of `others` is longer than one of `times`: 0.5 when they cannot be told apart.

    It is Mann and Whitney's statistic, of each block of tries, and the mean of all blocks.
    """
    shares = []
    for start in range(0, TRIES, BLOCK):
        ours, theirs = times[start:start + BLOCK], others[start:start + BLOCK]
        longer = sum((b > a) + (b == a) / 2 for a in ours for b in theirs)
        shares.append(longer / (len(ours) * len(theirs)))
    return sum(shares) / len(shares)


def word(numbers, length):
    return "".join(numbers.choice(string.ascii_lowercase) for _ in range(length))


@pytest.fixture(scope="module")
def names(server, tmp_path_factory):
    """What is typed for each try of a kind, by form and kind; the first kind of each is known."""
    numbers = seeds.generator("sign_in_under_attack")
    accounts, closed = ([Account(server) for _ in range(PRINCIPALS)] for _ in range(2))
    users, without = ([word(numbers, 8) for _ in range(PRINCIPALS)] for _ in range(2))
    for account in accounts[0], closed[0]:
        iam = account.client("iam")
        for user in users + without:
            iam.create_user(UserName=user)
        for user in users:
            iam.create_login_profile(UserName=user, Password=PASSWORD)
    for account in closed:
        finished = operate(
            server.data.parent, "account", "close", account.account, "--data", server.data)
        assert finished.returncode == 0, finished.stderr

    def root(choices, password):
        return lambda n: (choices[n % PRINCIPALS].email, password)

    def user(account, choices, password):
        return lambda n: (account, choices[n % PRINCIPALS], password)

    here, gone, wrong = accounts[0].account, closed[0].account, "a wrong password 1"
    return {
        "root": {
            "a wrong password": root(accounts, wrong),
            "an unknown address": lambda n: (f"{word(numbers, 6)}@example.com", wrong),
            "a closed account, the right password": root(closed, Account.password),
        },
        "user": {
            "a wrong password": user(here, users, wrong),
            "an unknown name": lambda n: (here, word(numbers, 8), wrong),
            "a user without a password": user(here, without, wrong),
            "an unknown account": lambda n: (
                f"{numbers.randrange(10 ** 11, 10 ** 12)}", users[0], wrong),
            "a closed account, the right password": user(gone, users, PASSWORD),
        },
    }


@pytest.mark.parametrize("form", ["root", "user"])
def test_no_failure_can_be_told_from_another(server, names, form):
    kinds = names[form]
    order = seeds.generator(f"order of failures, {form}")
    addresses = (f"10.{n >> 16}.{n >> 8 & 255}.{n & 255}" for n in itertools.count(
        {"root": 1, "user": 1 << 20}[form]))
    # Every kind once in each round, in random order. Two visitors do a round each, since the
    # server hashes two passwords at once.
    rounds = [
        [(kind, next(addresses), kinds[kind](n)) for kind in order.sample(list(kinds), len(kinds))]
        for n in range(TRIES)
    ]
    visitors = threading.local()

    def measure(one_round):
        if not hasattr(visitors, "mine"):
            visitors.mine = Visitor(server)
        visitor, results = visitors.mine, []
        for kind, address, typed in one_round:
            start = time.perf_counter()
            answer = getattr(visitor, f"try_{form}")(address, *typed)
            results.append((kind, time.perf_counter() - start, masked(answer, typed)))
        return results

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = list(itertools.chain(*pool.map(measure, rounds)))
    [(status, headers, page)] = {answer for _, _, answer in results}
    assert status == 401 and "incorrect" in page
    assert not any(name.lower() == "set-cookie" for name, _ in headers)
    times = {kind: [time for each, time, _ in results if each == kind] for kind in kinds}
    known, *others = kinds
    found = {kind: separation(times[known], times[kind]) for kind in others}
    for kind, share in found.items():
        later = statistics.median(times[kind]) - statistics.median(times[known])
        print(f"{form}, {kind}: longer than {known} in {share:.3f}, median {later * 1e3:+.2f} ms")
    assert all(abs(share - 0.5) < FARTHEST for share in found.values()), found


def test_a_forgotten_password_tells_nobody_who_has_an_account(server):
    numbers = seeds.generator("forgotten passwords")
    accounts, closed = ([Account(server) for _ in range(PRINCIPALS)] for _ in range(2))
    for account in closed:
        assert operate(
            server.data.parent, "account", "close", account.account, "--data", server.data
        ).returncode == 0
    kinds = {
        "an address": lambda n: accounts[n % PRINCIPALS].email,
        "an unknown address": lambda n: f"{word(numbers, 6)}@example.com",
        "a closed account": lambda n: closed[n % PRINCIPALS].email,
    }
    places = (f"10.200.{n >> 8}.{n & 255}" for n in itertools.count(1))
    order, visitor = seeds.generator("order of forgotten passwords"), Visitor(server)
    times, answers = {kind: [] for kind in kinds}, set()
    for n in range(TRIES):
        for kind in order.sample(list(kinds), len(kinds)):
            email = kinds[kind](n)
            start = time.perf_counter()
            answer = visitor.ask_for_a_link(next(places), email)
            times[kind].append(time.perf_counter() - start)
            answers.add(masked(answer, [email]))
    [(status, _, page)] = answers
    assert status == 200 and "on its way" in page
    known, *others = kinds
    found = {kind: separation(times[known], times[kind]) for kind in others}
    print(found)
    assert all(abs(share - 0.5) < FARTHEST for share in found.values()), found


# Who gets in


class Attackers:
    """Thirty-two browsers that guess at one principal until the end of a `with` statement.

    Half of them stay at one address each. A quarter takes a new address for each guess, and a
    quarter a new one of the same network.
    """

    def __init__(self, server, guess):
        self._server, self._guess = server, guess
        self._end = threading.Event()
        self._pool = concurrent.futures.ThreadPoolExecutor(32)
        self.statuses = {}

    def __enter__(self):
        self._running = [self._pool.submit(self._run, n) for n in range(32)]
        return self

    def __exit__(self, *_):
        self._end.set()
        for one in self._running:
            for status in one.result():
                self.statuses[status] = self.statuses.get(status, 0) + 1

    def _run(self, number):
        visitor, statuses = Visitor(self._server), []
        for n in itertools.count():
            if self._end.is_set():
                return statuses
            address = {
                0: f"10.{100 + number}.{n >> 8 & 255}.{n & 255}",
                1: f"2001:db8:5:{n & 0xffff:x}::{number:x}",
            }.get(number % 4, f"203.0.113.{number}")
            statuses.append(self._guess(visitor, address).status)


@pytest.fixture(params=["root", "user"])
def principal(request, server):
    """How one principal of a new account is signed in, and guessed at, by a visitor."""
    account = Account(server)
    if request.param == "root":
        return (
            lambda visitor, address: visitor.try_root(address, account.email, account.password),
            lambda visitor, address: visitor.try_root(address, account.email, "a wrong guess 1"))
    iam = account.client("iam")
    iam.create_user(UserName="alice")
    iam.create_login_profile(UserName="alice", Password=PASSWORD)
    return (
        lambda visitor, address: visitor.try_user(address, account.account, "alice", PASSWORD),
        lambda visitor, address: visitor.try_user(address, account.account, "alice", "a guess 1"))


def test_an_owner_gets_in_while_thirty_two_guess(server, principal):
    sign_in, guess = principal
    owner, at_home = Visitor(server), Visitor(server)
    assert sign_in(owner, "192.0.2.7").status == 303
    assert sign_in(at_home, "192.0.2.8").status == 303
    took = []
    with Attackers(server, guess) as attackers:
        for n in range(8):
            # The browser is known, the place is not; and then the other way round.
            for visitor, address in (owner.forget_session(), f"192.0.3.{n}"), (
                    Visitor(server), "192.0.2.8"):
                start = time.monotonic()
                assert sign_in(visitor, address).status == 303
                took.append(time.monotonic() - start)
        # Whoever comes from an address of which nothing is known has to wait like the attackers.
        while guess(Visitor(server), "198.51.100.1").status != 429:
            pass
    middle = statistics.median(took)
    print(f"signed in within {middle:.2f} s, and {max(took):.2f} s at most; "
          f"attackers had {attackers.statuses}")
    # The attackers run on the same processors, so a single one may take longer on a busy machine.
    assert middle < SOON
    assert attackers.statuses[429] > attackers.statuses[401]
    # So does an owner of whom nothing is known, and gets in soon after.
    stranger, deadline = Visitor(server), time.monotonic() + http_client.PATIENCE
    while sign_in(stranger, "192.0.4.1").status != 303:
        assert time.monotonic() < deadline
