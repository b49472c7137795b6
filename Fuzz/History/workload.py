"""One client's part of a history: an account, what its threads ask the nodes, and the answers."""

import calendar
import collections
import json
import random
import threading
import time

from client import STS, Answer, Connection, Signer
from rules import Keys, Register, faults_of_readings

THREADS = 2
USERS = 6
ROLES = 2
RACED_USERS = 2
SESSIONS = 6
MOST_MADE = 400
# Answers that say no and are no fault. What else is answered ends up among the faults.
REFUSALS = {
    "AccessDenied", "InvalidClientTokenId", "LimitExceeded", "NoSuchEntity", "Throttling",
    "ServiceUnavailable", "EntityAlreadyExists"}


def document(effect, **more):
    return json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": effect, "Action": "*", "Resource": "*", **more}]})


def is_active(status):
    return status == "Active"


def is_not_active(status):
    return status != "Active"


def is_true(value):
    return value


def is_false(value):
    return not value


class User:
    """A user with one key, which may be inactive, and with two ways to be denied everything."""

    def __init__(self, name, signer):
        self.name = name
        self.signer = signer
        self.status = Register(f"the key of {name}", "Active")
        self.inline = Register(f"the inline Deny of {name}", False)
        self.attached = Register(f"the attached Deny of {name}", False)
        self.writing = threading.Lock()

    def alternatives(self, answer):
        """What explains an answer to a request of the user."""
        moment = answer.begin, answer.end
        active = self.status.reading(is_active, *moment)
        if answer.code == "InvalidClientTokenId":
            return [[self.status.reading(is_not_active, *moment)]]
        if answer.code == "AccessDenied":
            return [[active, self.inline.reading(is_true, *moment)],
                    [active, self.attached.reading(is_true, *moment)]]
        return [[active, self.inline.reading(is_false, *moment),
                 self.attached.reading(is_false, *moment)]]


class Role:
    """A role whose sessions end when they were issued before a moment."""

    def __init__(self, name):
        self.name = name
        self.ended_before = Register(f"the end of the sessions of {name}", 0)
        self.sessions = []
        self.writing = threading.Lock()


class Session:
    """A session of a role."""

    def __init__(self, role, signer, issued):
        self.name = f"a session of {role.name} of {issued}"
        self.signer = signer
        self._role = role
        self._issued = issued

    def _ended(self, moment):
        return moment > self._issued

    def _not_ended(self, moment):
        return moment <= self._issued

    def alternatives(self, answer):
        if answer.code == "InvalidClientTokenId":
            return []
        holds = self._ended if answer.code == "AccessDenied" else self._not_ended
        return [[self._role.ended_before.reading(holds, answer.begin, answer.end)]]


class Client:
    """Asks for operations at random, on any node, until they are enough."""

    def __init__(self, number, account, root, ports, operations, seed, enough, caches=False):
        self._account = account
        self._root = root
        self._ports = ports
        self._seed = f"{seed} client {number}"
        self._caches = caches
        self._names = 0
        self._lock = threading.Lock()
        self._left = operations
        self._enough = enough
        self._made = {}
        self.readings = []
        self.keys = []
        self.acknowledged = {}
        self.unanswered = collections.Counter()
        self.answers = collections.Counter()
        self.surprises = []

    # The state to begin with

    def prepare(self):
        nodes = self._connections()
        self._deny = f"arn:aws:iam::{self._account}:policy/deny"
        self._sure(nodes, "CreatePolicy", PolicyName="deny", PolicyDocument=document("Deny"))
        self._users = [self._user(nodes) for _ in range(USERS)]
        self._assumer = self._user(nodes)
        self._roles = [self._role(nodes) for _ in range(ROLES)]
        self._raced = []
        for number in range(RACED_USERS):
            self._sure(nodes, "CreateUser", UserName=f"raced-{number}")
            self._raced.append(Keys(f"{self._account} raced-{number}"))
        self.keys = self._raced

    def _connections(self):
        return [Connection(port) for port in self._ports]

    def _sure(self, nodes, action, signer=None, **parameters):
        """Asks again until it was done: of preparations nothing is learned."""
        for number in range(600):
            node = nodes[number % len(nodes)]
            answer = node.ask((signer or self._root).request(action, **parameters))
            if answer.code in ("", "EntityAlreadyExists"):
                self._count(action, answer)
                return answer
            if answer.is_unknown:
                self.unanswered[action] += 1
            time.sleep(0.2)
        raise RuntimeError(f"{action}: {answer.code} {answer.text[:300]}")

    def _name(self, kind):
        with self._lock:
            self._names += 1
            return f"{kind}-{self._names}"

    def _user(self, nodes):
        while True:
            name = self._name("user")
            self._sure(nodes, "CreateUser", UserName=name)
            self._sure(nodes, "PutUserPolicy", UserName=name, PolicyName="all",
                       PolicyDocument=document("Allow"))
            made = self._ask(nodes[-1], self._root, "CreateAccessKey", UserName=name)
            # Of a key that may be there nobody has the secret.
            if made.code == "":
                signer = Signer(made.element("AccessKeyId"), made.element("SecretAccessKey"))
                return User(name, signer)

    def _role(self, nodes):
        name = self._name("role")
        trust = json.dumps({"Version": "2012-10-17", "Statement": [{
            "Effect": "Allow", "Action": "sts:AssumeRole",
            "Principal": {"AWS": f"arn:aws:iam::{self._account}:root"}}]})
        self._sure(nodes, "CreateRole", RoleName=name, AssumeRolePolicyDocument=trust)
        self._sure(nodes, "PutRolePolicy", RoleName=name, PolicyName="all",
                   PolicyDocument=document("Allow"))
        return Role(name)

    # Running

    def run(self):
        threads = [threading.Thread(target=self._work, args=(n,)) for n in range(THREADS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def _work(self, number):
        random_numbers = random.Random(f"{self._seed} thread {number}")
        nodes = self._connections()
        if self._caches:
            nodes[0] = CachingConnection(self._ports[0])
        kinds, weights = zip(*OPERATIONS)
        while True:
            with self._lock:
                if self._left <= 0 or self._enough.is_set():
                    break
                self._left -= 1
            kind = random_numbers.choices(kinds, weights)[0]
            try:
                kind(self, random_numbers.choice(nodes), random_numbers)
            except Exception as error:
                self.surprises.append(f"{kind.__name__}: {error!r}")
                raise

    def finish(self):
        """Once all is quiet, each node is asked for everything once more."""
        for node in self._connections():
            for user in self._users:
                self._authorise(node, user)
            for role in self._roles:
                for session in role.sessions:
                    self._authorise(node, session)
            for name in list(self._made):
                self._look_up(node, name)
            for keys in self._raced:
                self._list_keys(node, keys)

    def faults(self):
        yield from self.surprises
        yield from faults_of_readings(self.readings)
        for keys in self._raced:
            yield from keys.faults()

    def _count(self, action, answer):
        self.answers[action, answer.code] += 1
        if answer.code == "" and not action.startswith(("Get", "List")):
            self.acknowledged[answer.request_id] = action

    def _ask(self, node, signer, action, **parameters):
        """Asks once, and counts the answer."""
        answer = node.ask(signer.request(action, **parameters))
        self._count(action, answer)
        if answer.is_unknown and not action.startswith(("Get", "List")):
            self.unanswered[action] += 1
        if answer.code is None:
            time.sleep(0.02)  # the node is not there
        elif answer.code and answer.code not in REFUSALS:
            self.surprises.append(f"{action}: {answer.code} {answer.text[:300]}")
        return answer

    def _write(self, node, register, value, action, **parameters):
        """Changes a register by an operation.

        Returns whether the register's value is known afterwards.
        """
        answer = self._ask(node, self._root, action, **parameters)
        if answer.code == "":
            register.write(value, answer.begin, answer.end)
        elif answer.is_unknown:
            register.write(value, answer.begin, None)
        elif answer.code != "Throttling":
            # It could not be done to what there is, as far as this client was told.
            self.surprises.append(f"{action} of {register.name}: {answer.code}")
        return not answer.is_unknown

    # The operations

    def _authorise(self, node, who):
        answer = self._ask(node, who.signer, "GetUser", UserName=self._users[0].name)
        if answer.code in ("", "InvalidClientTokenId", "AccessDenied"):
            self.readings.append((
                f"GetUser by {who.name} of {self._account}: {answer.code or 'accepted'}",
                who.alternatives(answer)))

    def authorise_user(self, node, numbers):
        self._authorise(node, numbers.choice(self._users))

    def authorise_session(self, node, numbers):
        role = numbers.choice(self._roles)
        if role.sessions:
            self._authorise(node, numbers.choice(role.sessions))

    def deactivate_or_activate(self, node, numbers):
        def change(user):
            status = "Inactive" if user.status.value == "Active" else "Active"
            return self._write(
                node, user.status, status, "UpdateAccessKey", UserName=user.name,
                AccessKeyId=user.signer.id, Status=status)
        self._change_user(node, numbers, change)

    def put_or_delete_deny(self, node, numbers):
        def change(user):
            if user.inline.value:
                return self._write(
                    node, user.inline, False, "DeleteUserPolicy", UserName=user.name,
                    PolicyName="deny")
            return self._write(
                node, user.inline, True, "PutUserPolicy", UserName=user.name, PolicyName="deny",
                PolicyDocument=document("Deny"))
        self._change_user(node, numbers, change)

    def attach_or_detach_deny(self, node, numbers):
        def change(user):
            is_attached = user.attached.value
            return self._write(
                node, user.attached, not is_attached,
                "DetachUserPolicy" if is_attached else "AttachUserPolicy", UserName=user.name,
                PolicyArn=self._deny)
        self._change_user(node, numbers, change)

    def _change_user(self, node, numbers, change):
        index = numbers.randrange(USERS)
        user = self._users[index]
        if not user.writing.acquire(blocking=False):
            return
        # One whose state is not known is used no more, but what was read of it stays.
        if change(user):
            user.writing.release()
        else:
            self._users[index] = self._user(self._connections())

    def assume(self, node, numbers):
        role = numbers.choice(self._roles)
        answer = self._ask(
            node, self._assumer.signer, "AssumeRole", version=STS, RoleSessionName="history",
            RoleArn=f"arn:aws:iam::{self._account}:role/{role.name}", DurationSeconds=3600)
        if answer.code != "":
            return
        end = calendar.timegm(
            time.strptime(answer.element("Expiration"), "%Y-%m-%dT%H:%M:%SZ"))
        signer = Signer(*map(
            answer.element, ("AccessKeyId", "SecretAccessKey", "SessionToken")))
        role.sessions = role.sessions[-SESSIONS:] + [Session(role, signer, end - 3600)]

    def end_sessions(self, node, numbers):
        index = numbers.randrange(ROLES)
        role = self._roles[index]
        if not role.writing.acquire(blocking=False):
            return
        if role.ended_before.value and numbers.random() < 0.5:
            is_known = self._write(
                node, role.ended_before, 0, "DeleteRolePolicy", RoleName=role.name,
                PolicyName="AWSRevokeOlderSessions")
        else:
            moment = int(time.time()) + numbers.randint(-8, 8)
            is_known = self._write(
                node, role.ended_before, moment, "PutRolePolicy", RoleName=role.name,
                PolicyName="AWSRevokeOlderSessions", PolicyDocument=document(
                    "Deny", Condition={"DateLessThan": {"aws:TokenIssueTime": time.strftime(
                        "%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment))}}))
        if is_known:
            role.writing.release()
        else:
            self._roles[index] = self._role(self._connections())

    def create_user(self, node, numbers):
        if len(self._made) > MOST_MADE:
            return
        name = self._name("made")
        exists = Register(f"the user {name}", False)
        if self._write(node, exists, True, "CreateUser", UserName=name) and exists.value:
            self._made[name] = exists

    def delete_user(self, node, numbers):
        name = self._some_made(numbers)
        exists = self._made.get(name)
        if exists is None or len(self._made) < MOST_MADE // 2:
            return
        with self._lock:
            if self._made.pop(name, None) is None:
                return
        self._write(node, exists, False, "DeleteUser", UserName=name)
        self._look_up(numbers.choice(self._connections()), name, exists)

    def _some_made(self, numbers):
        with self._lock:
            names = list(self._made)
        return numbers.choice(names) if names else None

    def look_up(self, node, numbers):
        name = self._some_made(numbers)
        if name:
            self._look_up(node, name)

    def _look_up(self, node, name, exists=None):
        exists = exists or self._made.get(name)
        if exists is None:
            return
        answer = self._ask(node, self._root, "GetUser", UserName=name)
        if answer.code in ("", "NoSuchEntity"):
            holds = is_true if answer.code == "" else is_false
            self.readings.append((
                f"GetUser {name} of {self._account}: {answer.code or 'found'}",
                [[exists.reading(holds, answer.begin, answer.end)]]))

    def race_to_create_key(self, node, numbers):
        number = numbers.randrange(RACED_USERS)
        keys = self._raced[number]
        answer = self._ask(node, self._root, "CreateAccessKey", UserName=f"raced-{number}")
        if answer.code == "":
            keys.made(answer.element("AccessKeyId"), answer.begin, answer.end)
        elif answer.is_unknown:
            keys.made_perhaps(answer.begin)
        elif answer.code == "LimitExceeded":
            keys.refused(answer.begin, answer.end)

    def race_to_delete_key(self, node, numbers):
        number = numbers.randrange(RACED_USERS)
        keys = self._raced[number]
        listed = self._list_keys(node, keys)
        if not listed:
            return
        key_id = numbers.choice(listed)
        answer = self._ask(
            node, self._root, "DeleteAccessKey", UserName=f"raced-{number}", AccessKeyId=key_id)
        if answer.code == "" or answer.is_unknown:
            keys.deleted(key_id, answer.begin, None if answer.is_unknown else answer.end)

    def list_keys(self, node, numbers):
        self._list_keys(node, numbers.choice(self._raced))

    def _list_keys(self, node, keys):
        answer = self._ask(
            node, self._root, "ListAccessKeys", UserName=keys.name.split()[1])
        if answer.code != "":
            return []
        listed = [part.split("<")[0] for part in answer.text.split("<AccessKeyId>")[1:]]
        keys.listed(len(listed))
        return listed


class CachingConnection(Connection):
    """The way to a node that remembers for a second whom it accepted: a planted fault."""

    def __init__(self, port):
        super().__init__(port)
        self._accepted = {}

    def ask(self, request):
        who = request[request.find(b"Credential="):].split(b"/")[0], request[-60:]
        answer = self._accepted.get(who)
        if answer is not None and time.monotonic_ns() < answer.end + 10**9:
            return Answer("", answer.text, time.monotonic_ns())
        answer = super().ask(request)
        if answer.code == "" and b"Action=GetUser" in request:
            self._accepted[who] = answer
        return answer


OPERATIONS = [
    (Client.authorise_user, 48),
    (Client.authorise_session, 14),
    (Client.look_up, 8),
    (Client.list_keys, 3),
    (Client.deactivate_or_activate, 5),
    (Client.put_or_delete_deny, 3),
    (Client.attach_or_detach_deny, 3),
    (Client.assume, 4),
    (Client.end_sessions, 2),
    (Client.create_user, 4),
    (Client.delete_user, 4),
    (Client.race_to_create_key, 2),
    (Client.race_to_delete_key, 1),
]
