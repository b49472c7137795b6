"""Sessions that were ended are refused at the next request, each time, while others are at work."""

import collections
import concurrent.futures
import contextlib
import datetime
import http.client
import itertools
import os
import re
import threading

import pytest

import http_client
from conftest import Account, Credentials
from role_world import allow, deny, policy, trusts, where

# How many sessions end at once, how many threads end them while how many others ask, and how often
# each does. GATEHOUSE_REVOCATIONS=56 ends ten thousand sessions.
SESSIONS = 20
WORKERS = 3
LOAD = 2
ROUNDS = int(os.environ.get("GATEHOUSE_REVOCATIONS", "10"))


class Asker:
    """Asks by one connection, which stays open."""

    def __init__(self, server):
        self._server = server
        self._connection = http.client.HTTPConnection("127.0.0.1", server.port)

    def ask(self, key, action, service="iam", **parameters):
        body = http_client.form(action, service, **parameters)
        headers = http_client.signed(self._server, body, service, key)
        self._connection.request("POST", "/", body, headers)
        answer = self._connection.getresponse()
        return http_client.Answer(answer.status, answer.headers, answer.read())

    def do(self, key, action, service="iam", **parameters):
        """As above, and has to succeed. Returns the key that was issued, if one was."""
        answer = self.ask(key, action, service, **parameters)
        assert answer.status == 200, answer.text
        parts = [
            re.search(f"<{name}>(.*?)</{name}>", answer.text)
            for name in ("AccessKeyId", "SecretAccessKey", "SessionToken")]
        return Credentials(*(part and part[1] for part in parts)) if parts[0] else None


class Ended:
    """One worker: it begins sessions and ends them."""

    def __init__(self, account, number):
        self.asker = Asker(account.server)
        self.root = account.credentials
        self.name = f"{type(self).__name__}{number}"
        self.arn = f"arn:aws:iam::{account.account}:role/{self.name}"
        self.trust = policy(trusts(f"arn:aws:iam::{account.account}:root"))
        self.user = self.make_user(f"user-{self.name}")

    def make_user(self, name):
        self.asker.do(self.root, "CreateUser", UserName=name)
        self.asker.do(
            self.root, "PutUserPolicy", UserName=name, PolicyName="own",
            PolicyDocument=policy(allow("*")))
        return self.asker.do(self.root, "CreateAccessKey", UserName=name)

    def make_role(self):
        self.asker.do(
            self.root, "CreateRole", RoleName=self.name, AssumeRolePolicyDocument=self.trust)

    def assume(self):
        return [
            self.asker.do(
                self.user, "AssumeRole", "sts", RoleArn=self.arn, RoleSessionName=f"session-{n}")
            for n in range(SESSIONS)]

    def run(self):
        """What the ended sessions were answered, one code for each."""
        codes = []
        for _ in range(ROUNDS):
            sessions = self.begin()
            for key in sessions:
                self.asker.do(key, *self.request)
            self.end()
            codes += [self.asker.ask(key, *self.request).code for key in sessions]
        return codes


class DeletedRole(Ended):
    request = ("GetCallerIdentity", "sts")
    refusal = "InvalidClientTokenId"

    def begin(self):
        self.make_role()
        return self.assume()

    def end(self):
        self.asker.do(self.root, "DeleteRole", RoleName=self.name)


class RevokedSessions(Ended):
    """By the policy that the console of AWS embeds, `AWSRevokeOlderSessions`.

    <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html>
    """

    request = ("ListUsers", "iam")
    refusal = "AccessDenied"
    policy_name = "AWSRevokeOlderSessions"

    def __init__(self, account, number):
        super().__init__(account, number)
        self.make_role()
        self.asker.do(
            self.root, "PutRolePolicy", RoleName=self.name, PolicyName="own",
            PolicyDocument=policy(allow("*")))
        self.end()

    def begin(self):
        self.asker.do(
            self.root, "DeleteRolePolicy", RoleName=self.name, PolicyName=self.policy_name)
        return self.assume()

    def end(self):
        now = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds")
        self.asker.do(
            self.root, "PutRolePolicy", RoleName=self.name, PolicyName=self.policy_name,
            PolicyDocument=policy(deny("*", **where(
                "DateLessThan", "aws:TokenIssueTime", now.replace("+00:00", "Z")))))


class DeletedUser(Ended):
    request = ("GetCallerIdentity", "sts")
    refusal = "InvalidClientTokenId"
    numbers = itertools.count()

    def begin(self):
        self.victim = f"victim-{next(self.numbers)}"
        self.key = self.make_user(self.victim)
        return [self.asker.do(self.key, "GetSessionToken", "sts") for _ in range(SESSIONS)]

    def end(self):
        self.asker.do(
            self.root, "DeleteAccessKey", UserName=self.victim,
            AccessKeyId=self.key.access_key_id)
        self.asker.do(self.root, "DeleteUserPolicy", UserName=self.victim, PolicyName="own")
        self.asker.do(self.root, "DeleteUser", UserName=self.victim)


@contextlib.contextmanager
def load(account):
    """Others go on asking meanwhile, by sessions that nobody ends. None of them is refused."""
    steady = Ended(account, "-load")
    steady.make_role()
    keys = steady.assume()
    over = threading.Event()
    refused = []

    def work():
        asker = Asker(account.server)
        for key in itertools.cycle(keys):
            if over.is_set():
                return
            refused.extend(filter(None, [asker.ask(key, "GetCallerIdentity", "sts").code]))

    threads = [threading.Thread(target=work) for _ in range(LOAD)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join()
    assert refused == []


@pytest.mark.parametrize("kind", [DeletedRole, RevokedSessions, DeletedUser])
def test_an_ended_session_is_refused_at_the_next_request(data_server, kind):
    """600 sessions of each kind are used, ended and refused: every single one."""
    account = Account(data_server)
    workers = [kind(account, number) for number in range(WORKERS)]
    with load(account), concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
        codes = collections.Counter(itertools.chain(*pool.map(kind.run, workers)))
    assert codes == {kind.refusal: ROUNDS * WORKERS * SESSIONS}
