"""What one account can do to another: `make attacks`.

Starts a release server with two accounts. One attacks, each attack by itself, at whatever its
limits let through; the other goes on asking for `GetUser`, `GetCallerIdentity` and `CreateUser`
over one connection. The attack rests and goes on in turn, so that what the machine does beside it
falls into both. How many requests a second are answered and how long they take is measured at
rest and during; what misses the aims is marked. The attackers are other processes on the same
machine, and stand back: an attacker has a machine of its own. Two rows with nothing but busy
loops say what of it is the machine's.
"""

import argparse
import json
import multiprocessing
import os
import selectors
import socket
import time
import urllib.parse

from served import PROGRAM, STS, Connection, Server, allow, element, machine, request
from shapes import cut, document, misspelt


REST, ATTACK, END = range(3)
# How often an attack rests and goes on, and how long either goes on before it is measured.
ROUNDS = 4
SETTLING = 0.3
# The aims: what the other account keeps of its rate, and how many times its p99 it gets at most.
LEAST_RATE = 0.9
LONGEST_P99 = 2
# As many as an account may have, with those that attack.
USERS = 5_000


def flood(port, requests, connections, phase, results, addresses=("127.0.0.1",)):
    """Sends requests over many connections, each waiting for its answer, while it is to attack."""
    stand_back()
    statuses = {}
    resting = []
    chosen = selectors.DefaultSelector()
    serial = 0

    def start(address):
        made = socket.socket()
        made.bind((address, 0))
        made.connect(("127.0.0.1", port))
        made.setblocking(False)
        return made

    def send(sock, state):
        nonlocal serial
        if phase.value == REST:
            resting.append((sock, state))
            return
        state["left"] = memoryview(requests[serial % len(requests)])
        state["got"] = b""
        serial += 1
        push(sock, state)

    def push(sock, state):
        try:
            while state["left"]:
                state["left"] = state["left"][sock.send(state["left"]):]
        except BlockingIOError:
            pass
        events = selectors.EVENT_READ | (selectors.EVENT_WRITE if state["left"] else 0)
        chosen.modify(sock, events, state)

    def again(sock, state):
        chosen.unregister(sock)
        sock.close()
        fresh = start(state["address"])
        state["left"], state["got"] = b"", b""
        chosen.register(fresh, selectors.EVENT_READ, state)
        send(fresh, state)

    for index in range(connections):
        address = addresses[index % len(addresses)]
        state = {"address": address}
        sock = start(address)
        chosen.register(sock, selectors.EVENT_READ, state)
        send(sock, state)
    while phase.value != END:
        if phase.value == ATTACK and resting:
            ready, resting = resting, []
            for sock, state in ready:
                send(sock, state)
        for key, events in chosen.select(timeout=0.02):
            sock, state = key.fileobj, key.data
            try:
                if events & selectors.EVENT_WRITE:
                    push(sock, state)
                if not events & selectors.EVENT_READ:
                    continue
                data = sock.recv(1 << 18)
            except OSError:
                data = b""
            if not data:
                resting = [pair for pair in resting if pair[0] is not sock]
                again(sock, state)
                continue
            state["got"] += data
            head, mark, body = state["got"].partition(b"\r\n\r\n")
            if not mark:
                continue
            lines = head.lower().split(b"\r\n")
            length = next((int(line[15:]) for line in lines
                           if line.startswith(b"content-length:")), 0)
            if len(body) < length:
                continue
            status = int(lines[0].split()[1])
            statuses[status] = statuses.get(status, 0) + 1
            if b"connection: close" in lines or state["left"]:
                again(sock, state)
            else:
                send(sock, state)
    results.put(statuses)


def stand_back():
    """Leaves the processor to the server and the other account: an attacker has a machine of its
    own, and what it takes there slows nobody down."""
    os.nice(19)


def spin(phase, results, is_back=False):
    """Keeps a processor busy and asks the server for nothing."""
    if is_back:
        stand_back()
    while phase.value != END:
        if phase.value == REST:
            time.sleep(0.02)
    results.put({})


def idle(port, connections, phase, results):
    """Opens connections and says nothing; opens another for each that is closed."""
    stand_back()
    held = []
    while phase.value != END:
        if phase.value == REST:
            for sock in held:
                sock.close()
            held = []
        while len(held) < connections and phase.value == ATTACK:
            made = socket.socket()
            made.bind((f"127.0.0.{2 + len(held) % 4}", 0))
            made.connect(("127.0.0.1", port))
            made.setblocking(False)
            held.append(made)
        kept = []
        for sock in held:
            try:
                closed = sock.recv(1) == b""
            except BlockingIOError:
                closed = False
            except OSError:
                closed = True
            if closed:
                sock.close()
            else:
                kept.append(sock)
        held = kept
        time.sleep(0.05)
    results.put({})


class Victim:
    """The other account: an administrator who asks one thing after the other."""

    KINDS = ("GetUser", "GetCallerIdentity", "CreateUser")

    def __init__(self, server):
        root = server.roots["victim"]
        self.key = server.make_user(root, "victim", allow("*"))
        self.connection = Connection(server.port, "127.0.0.10")
        self.made = 0
        self.failures = 0

    def ask(self, kind):
        version = STS if kind == "GetCallerIdentity" else "2010-05-08"
        parameters = {}
        if kind == "CreateUser":
            self.made += 1
            parameters = {"UserName": f"made-{self.made}"}
        data = self.key.form(kind, parameters, version)
        start = time.perf_counter()
        status, _ = self.connection.answer(data)
        if status != 200:
            self.failures += 1
        return (time.perf_counter() - start) * 1e3

    def watch(self, seconds):
        """Milliseconds of each answer, by kind."""
        times = {kind: [] for kind in self.KINDS}
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for kind in self.KINDS:
                times[kind].append(self.ask(kind))
            if len(times["GetUser"]) % 20 == 0:  # what was made goes, or the account is full
                for _ in range(20):
                    self.connection.answer(self.key.form(
                        "DeleteUser", {"UserName": f"made-{self.made}"}))
                    self.made -= 1
        return times


def at(times, share):
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


class Attacks:
    """The attacks by name: functions and arguments, each run in a process of its own."""

    def __init__(self, server):
        self.server = server
        root = server.roots["attacker"]
        self.root = root
        self.nobody = server.make_user(root, "nobody")
        self.asks = server.make_user(root, "asks", allow(
            "iam:Simulate*", "access-analyzer:ValidatePolicy"))
        self.reads = server.make_user(root, "reads", allow("iam:Get*", "iam:List*"))
        self.patterns = server.make_user(root, "patterns")
        for i in range(4, USERS):
            server.call(root, "CreateUser", {"UserName": f"user-{i}"})
        for i in range(4):
            values = [f"*{'a' * (200 + j)}?b{i}*" for j in range(26)]
            arn = element("Arn", server.call(root, "CreatePolicy", {
                "PolicyName": f"patterns-{i}", "PolicyDocument": json.dumps(
                    allow("iam:*", Condition={"StringLike": {"aws:UserAgent": values}}))}))
            server.call(root, "AttachUserPolicy", {"UserName": "patterns", "PolicyArn": arn})

    def policy(self, **numbers):
        defaults = dict(statements=60, actions=10, resources=20, conditions=2, values=10,
                        length=60, kind=1, deny=0)
        return cut(document, defaults | numbers)

    def all(self):
        """Names, and what makes each: requests are signed when it begins, for five minutes."""
        health = [request("GET", "/healthz", [("host", "127.0.0.1")])]
        long_query = [request("GET", "/?Action=" + "X-Amz-=&" * 7_000, [("host", "127.0.0.1")])]
        many = [f"127.0.1.{i + 1}" for i in range(64)]
        flood, reads = self.flood, self.reads
        return {
            "nothing but two busy loops elsewhere": lambda: [(spin, ())] * 2,
            "nothing but two busy loops that stand back": lambda: [(spin, (), True)] * 2,
            "64 connections of /healthz": lambda: flood(health, 64),
            "simulations of 130 KB, 8 connections": lambda: flood(self.simulations(), 8),
            "simulations of 130 KB, 64 connections": lambda: flood(self.simulations(), 64),
            "validations of 130 KB, 8 connections": lambda: flood(self.validations(), 8),
            "refused CreateUser, long patterns, 8 connections": lambda: flood(
                [self.patterns.form("CreateUser", {"UserName": "x"},
                                    headers=[("user-agent", "a" * 2_048)])], 8),
            "refused CreatePolicy of 120 KB, 8 connections": lambda: flood(
                [self.nobody.form("CreatePolicy", {
                    "PolicyName": "p", "PolicyDocument": self.policy()})], 8),
            "32 wrong passwords at once, 8 addresses": lambda: self.passwords(8),
            "32 wrong passwords at once, one address": lambda: self.passwords(1),
            "reads, 64 connections": lambda: flood(
                [reads.form("GetUser", {"UserName": "nobody"})], 64),
            "reads, 64 addresses": lambda: flood(
                [reads.form("GetUser", {"UserName": "nobody"})], 64, many),
            "lists of 1,000 policies, one connection": lambda: flood(
                [reads.form("ListPolicies", {"MaxItems": "1000"})], 1),
            "lists of 1,000 policies, 16 connections": lambda: flood(
                [reads.form("ListPolicies", {"MaxItems": "1000"})], 16),
            "lists of 5,000 users, one connection": lambda: flood(self.all_users(), 1),
            "lists of 5,000 users, 16 connections": lambda: flood(self.all_users(), 16),
            "authorization details, 8 connections": lambda: flood(
                [reads.form("GetAccountAuthorizationDetails", {"MaxItems": "1000"})], 8),
            "writes, one connection": lambda: flood(self.writes(), 1),
            "writes, 64 connections": lambda: flood(self.writes(), 64),
            "800 idle connections": lambda: [(idle, (self.server.port, 800))],
            "bodies of 900 KB, 16 connections": lambda: flood(
                [self.nobody.form("GetUser", {"UserName": "x" * 900_000})], 16),
            "unsigned queries of 56 KB, 16 connections": lambda: flood(long_query, 16),
        }

    def simulations(self):
        return [self.asks.form("SimulateCustomPolicy", [
            ("PolicyInputList.member.1", self.policy()), ("MaxItems", "1000")] + [
            (f"ActionNames.member.{i + 1}", f"s3:Get{i}") for i in range(60)] + [
            (f"ResourceArns.member.{i + 1}", "arn:aws:s3:::" + "a" * 900 + str(i))
            for i in range(10)])]

    def validations(self):
        return [self.asks.sign(
            "access-analyzer", json.dumps({"policyDocument": text,
                                           "policyType": "IDENTITY_POLICY"}).encode(),
            path="/policy/validation", content_type="application/json")
            for text in (self.policy(), cut(misspelt, dict(
                statements=20, actions=400, length=20, kind=0)))]

    def writes(self):
        return [self.root.form("TagUser", {
            "UserName": "nobody", "Tags.member.1.Key": "k", "Tags.member.1.Value": str(i)})
            for i in range(50)]

    def all_users(self):
        """The requests that list all users, a page after the other."""
        requests, start = [], {}
        while start is not None:
            parameters = {"MaxItems": "1000", **start}
            requests.append(self.reads.form("ListUsers", parameters))
            page = self.server.call(self.reads, "ListUsers", parameters)
            start = {"Marker": element("Marker", page)} if "<Marker>" in page else None
        return requests

    def flood(self, requests, connections, addresses=("127.0.0.1",)):
        return [(flood, (self.server.port, requests, connections), addresses)]

    def passwords(self, count):
        addresses = [f"127.0.0.{20 + i}" for i in range(count)]
        cookie, token = self.server.sign_in_form(addresses[0])
        requests = []
        for i in range(5_000):
            body = urllib.parse.urlencode({
                "form-token": token, "form": "iam-user",
                "account": self.server.ids["attacker"], "user": f"u{i}", "password": f"no {i}"})
            requests.append(request("POST", "/signin", [
                ("host", "127.0.0.1"), ("cookie", cookie),
                ("content-type", "application/x-www-form-urlencoded")], body.encode()))
        return [(flood, (self.server.port, requests, 32), tuple(addresses))]


def run(attack, seconds, victim):
    """The victim's times at rest and during an attack, and how the attack was answered."""
    results = multiprocessing.Queue()
    phase = multiprocessing.Value("b", REST, lock=False)
    workers = []
    for function, arguments, *rest in attack:
        whole = (*arguments, phase, results, *rest)
        workers.append(multiprocessing.Process(target=function, args=whole, daemon=True))
    for worker in workers:
        worker.start()
    seen = {REST: {kind: [] for kind in Victim.KINDS}, ATTACK: {kind: [] for kind in Victim.KINDS}}
    for _ in range(ROUNDS):
        for now in (REST, ATTACK):
            phase.value = now
            victim.watch(SETTLING)
            for kind, times in victim.watch(seconds / ROUNDS).items():
                seen[now][kind] += times
    phase.value = END
    statuses = {}
    for _ in workers:
        for status, count in results.get(timeout=60).items():
            statuses[status] = statuses.get(status, 0) + count
    for worker in workers:
        worker.join(10)
    return seen[REST], seen[ATTACK], statuses


def row(name, quiet, during, statuses, failures):
    cells = []
    for kind in Victim.KINDS:
        before, after = rate(quiet[kind]), rate(during[kind])
        cells.append(f"{before:.0f} → {after:.0f} ({100 * (after / before - 1):+.0f} %)"
                     + mark(after < LEAST_RATE * before))
        before, after = at(quiet[kind], 0.99), at(during[kind], 0.99)
        cells.append(f"{before:.1f} → {after:.1f}" + mark(after > LONGEST_P99 * before))
    answers = ", ".join(f"{count} × {status}" for status, count in sorted(statuses.items()))
    return "| " + " | ".join([name, *cells, answers or "–", str(failures)]) + " |"


def rate(times):
    """Answers per second of who waits for each, from their times in milliseconds."""
    return 1e3 * len(times) / sum(times)


def mark(is_missed):
    return " ✗" if is_missed else ""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=10, help="of each attack")
    parser.add_argument("--only", default="", help="attacks whose names contain this")
    parser.add_argument("--program", default=PROGRAM, help="the gatehouse to measure")
    options = parser.parse_args()
    server = Server(options.program, accounts=("attacker", "victim"))
    try:
        victim, attacks = Victim(server), Attacks(server)
        victim.watch(1)
        print(f"{machine()}; {options.seconds:.0f} s each, at rest → during. ✗: less than "
              f"{100 * LEAST_RATE:.0f} % of the rate, or over {LONGEST_P99} times the p99\n")
        kinds = " | ".join(f"{kind} a second | p99, ms" for kind in Victim.KINDS)
        print(f"| attack | {kinds} | answers to the attacker | failures of the other |")
        print("|---" * 9 + "|", flush=True)
        for name, attack in attacks.all().items():
            if options.only not in name:
                continue
            victim.failures = 0
            print(row(name, *run(attack(), options.seconds, victim), victim.failures), flush=True)
        print(f"\nafterwards: {machine()}; server {server.resident_megabytes():.0f} MB")
    finally:
        server.stop()


if __name__ == "__main__":
    main()
