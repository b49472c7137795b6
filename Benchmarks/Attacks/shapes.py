"""Families of requests that may cost much, each with numbers that a search may vary.

A family is a function of a `World` and of its numbers; `@family` names the ranges of the numbers,
each a pair of the least and the most, or a list of choices. It returns the bytes of a request.
What is longer than a server takes is left for the server to refuse.
"""

import json
import threading
import urllib.parse

from served import IAM, STS, Connection, allow, element, request

FAMILIES = {}
HOST = [("host", "127.0.0.1")]


def family(caller, **ranges):
    """Registers a function; `caller` is who signs: the name of a key of the world, or None."""
    def register(make):
        FAMILIES[make.__name__] = (make, caller, ranges)
        return make
    return register


class World:
    """A server with everything that requests may ask about, as large as an account may be."""

    USERS = 1_000
    POLICIES = 400

    def __init__(self, server):
        self.server = server
        self.root = root = server.roots["attacker"]
        self.account = server.ids["attacker"]
        self.keys = {"root": root}
        self.keys["nobody"] = server.make_user(root, "nobody")
        self.keys["asks"] = server.make_user(root, "asks", allow(
            "iam:Simulate*", "iam:GetContextKeys*", "access-analyzer:ValidatePolicy"))
        self.keys["heavy"] = server.make_user(root, "heavy")
        self.keys["matched"] = server.make_user(root, "matched")
        self.fill()
        self.burden()

    def many(self, requests, connections=16):
        """Sends requests over several connections; each has to succeed."""
        rest, lock = iter(requests), threading.Lock()

        def work():
            connection = Connection(self.server.port)
            while True:
                with lock:
                    data = next(rest, None)
                if data is None:
                    break
                status, body = connection.answer(data)
                if status != 200:
                    print("preparation:", status, body[:300])
            connection.close()
        threads = [threading.Thread(target=work) for _ in range(connections)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def fill(self):
        """Users with 50 long tags and a full inline policy, and policies with five versions."""
        root = self.root
        tags = [(f"Tags.member.{i + 1}.{part}", value) for i in range(50) for part, value in
                (("Key", f"{i:03}" + "é" * 125), ("Value", "ä+" * 128))]
        inline = json.dumps(allow("s3:Get*", resource=["arn:aws:s3:::" + "é" * 900]),
                            ensure_ascii=False)
        self.many(root.form("CreateUser", [("UserName", f"user-{i:04}-" + "x" * 50),
                                           ("Path", "/" + "p" * 500 + "/")] + tags)
                  for i in range(self.USERS))
        self.many(root.form("PutUserPolicy", {
            "UserName": f"user-{i:04}-" + "x" * 50, "PolicyName": "p", "PolicyDocument": inline})
            for i in range(self.USERS))
        document = json.dumps(allow("s3:Get*", resource="arn:aws:s3:::" + "é" * 5_900),
                              ensure_ascii=False)
        self.many(root.form("CreatePolicy", [
            ("PolicyName", f"policy-{i:04}"), ("Path", "/" + "p" * 500 + "/"),
            ("Description", "é" * 1_000), ("PolicyDocument", document)])
            for i in range(self.POLICIES))
        for _ in range(4):
            self.many(root.form("CreatePolicyVersion", {
                "PolicyArn": f"arn:aws:iam::{self.account}:policy/{'p' * 500}/policy-{i:04}",
                "PolicyDocument": document}) for i in range(self.POLICIES))

    def burden(self):
        """`heavy` has as many policies as a user can, of patterns on long values; `matched` ten
        that the index cannot rule out."""
        call, root = self.server.call, self.root

        def managed(name, document):
            return element("Arn", call(root, "CreatePolicy", {
                "PolicyName": name, "PolicyDocument": json.dumps(document)}))

        def patterns(i, key="aws:UserAgent"):
            values = []
            while sum(map(len, values)) + 3 * len(values) < 5_600:
                stretch = "a" * (20 + (7 * len(values) + i) % 60)
                values.append(f"*{stretch}?{stretch}b*")
            return allow("iam:*", Condition={"StringLike": {key: values}})
        for i in range(10):
            arn = managed(f"own-{i}", patterns(i))
            for user in ("heavy", "matched"):
                call(root, "AttachUserPolicy", {"UserName": user, "PolicyArn": arn})
        for g in range(10):
            call(root, "CreateGroup", {"GroupName": f"group-{g}"})
            for i in range(10):
                arn = managed(f"of-{g}-{i}", patterns(10 * g + i))
                call(root, "AttachGroupPolicy", {"GroupName": f"group-{g}", "PolicyArn": arn})
            call(root, "AddUserToGroup", {"GroupName": f"group-{g}", "UserName": "heavy"})


def members(name, values):
    return [(f"{name}.member.{i + 1}", value) for i, value in enumerate(values)]


PATTERNS = ["{a}*", "*{a}b*", "*{a}?{a}b", "?" * 40 + "{a}*", "*{a}*{a}*{a}*c", "{a}{n}"]


def texts(count, length, kind):
    """`count` patterns of about `length` bytes."""
    return [PATTERNS[kind].format(a="a" * max(1, length // (3 if kind == 4 else 1)), n=i)
            + ("" if kind == 5 else f"{i}*" if kind % 2 else str(i)) for i in range(count)]


def cut(make, numbers, most=130_000):
    """What a function makes of numbers, made smaller until it fits a policy."""
    numbers = dict(numbers)
    while make.bytes(**numbers) > 200_000 or len(make(**numbers)) > most:
        largest = max((n for n in numbers if n not in ("kind", "deny", "where")), key=numbers.get)
        numbers[largest] = numbers[largest] * 3 // 4
    return make(**numbers)


def sized(estimate):
    """Says about how many bytes a function makes of its numbers, without making them."""
    def mark(make):
        make.bytes = estimate
        return make
    return mark


@sized(lambda statements, actions, resources, conditions, values, length, **_:
       statements * (60 + 12 * actions + (resources + conditions * values) * (length + 8)))
def document(statements, actions, resources, conditions, values, length, kind, deny):
    """A policy of so many of each thing."""
    return json.dumps({"Version": "2012-10-17", "Statement": [{
        "Sid": f"S{s}", "Effect": "Deny" if deny else "Allow",
        "Action": ["s3:" + text for text in texts(actions, 8, kind % 2)] + ["s3:*"],
        "Resource": ["arn:aws:s3:::" + text for text in texts(resources, length, kind)] + ["*"],
        **({"Condition": {"StringLike": {
            f"s3:k{c}": texts(values, length, kind) for c in range(conditions)}}}
           if conditions else {}),
    } for s in range(statements)]}, separators=(",", ":"))


POLICY = dict(statements=(1, 800), actions=(1, 400), resources=(1, 400), conditions=(0, 60),
              values=(1, 300), length=(1, 900), kind=(0, 5), deny=(0, 1))


def simulation(world, caller, operation, first, policy, actions, names, arn_length, entries,
               entry_length, entry_values, escapes):
    mark = "&" if escapes else "a"
    pairs = list(first) + members("ActionNames", [f"s3:Get{'O' * 20}{i}" for i in range(actions)])
    pairs += members("ResourceArns", [
        "arn:aws:s3:::" + mark * arn_length + str(i) for i in range(names)])
    for e in range(entries):
        base = f"ContextEntries.member.{e + 1}"
        pairs += [(f"{base}.ContextKeyName", f"s3:k{e}"),
                  (f"{base}.ContextKeyType", "stringList" if entry_values > 1 else "string")]
        pairs += [(f"{base}.ContextKeyValues.member.{v + 1}", "a" * entry_length + str(v))
                  for v in range(entry_values)]
    pairs.append(("MaxItems", "1000"))
    return world.keys[caller].form(operation, pairs[:1_990])


SIMULATED = dict(actions_asked=(1, 900), names=(1, 900), arn_length=(1, 2_000), entries=(0, 40),
                 entry_length=(1, 2_000), entry_values=(1, 40), escapes=(0, 1))


def split(numbers):
    policy = {name: numbers[name] for name in POLICY}
    asked = {name: numbers[name] for name in SIMULATED}
    asked["actions"] = asked.pop("actions_asked")
    return policy, asked


@family("asks", **POLICY, **SIMULATED)
def simulate_custom_policy(world, **numbers):
    policy, asked = split(numbers)
    text = cut(document, policy)
    return simulation(world, "asks", "SimulateCustomPolicy", members("PolicyInputList", [text]),
                      text, **asked)


@family("asks", **POLICY, **SIMULATED, copies=(1, 40))
def simulate_many_policies(world, **numbers):
    copies = numbers.pop("copies")
    policy, asked = split(numbers)
    text = cut(document, policy)
    inputs = [text] * min(copies, max(1, 262_144 // len(text)))
    return simulation(world, "asks", "SimulateCustomPolicy", members("PolicyInputList", inputs),
                      text, **asked)


@family("asks", **POLICY, **SIMULATED)
def simulate_with_boundary_and_resource_policy(world, **numbers):
    policy, asked = split(numbers)
    text = cut(document, policy, 90_000)
    resource = text.replace('"Action"', '"Principal":"*","Action"')
    first = members("PolicyInputList", [text]) + members(
        "PermissionsBoundaryPolicyInputList", [text]) + [
            ("CallerArn", f"arn:aws:iam::{world.account}:user/nobody"),
            ("ResourcePolicy", resource if len(resource) < 131_000 else '{"Statement":[]}')]
    return simulation(world, "asks", "SimulateCustomPolicy", first, text, **asked)


@family("asks", **SIMULATED, source=["heavy", "matched", "nobody"])
def simulate_principal_policy(world, source, actions_asked, **asked):
    first = [("PolicySourceArn", f"arn:aws:iam::{world.account}:user/{source}")]
    data = simulation(world, "asks", "SimulatePrincipalPolicy", first, "",
                      actions=actions_asked, **asked)
    return data


@family("asks", **POLICY, **SIMULATED, source=["heavy", "nobody"])
def simulate_principal_with_more_policies(world, source, **numbers):
    policy, asked = split(numbers)
    text = cut(document, policy)
    first = members("PolicyInputList", [text]) + [
        ("PolicySourceArn", f"arn:aws:iam::{world.account}:user/{source}")]
    return simulation(world, "asks", "SimulatePrincipalPolicy", first, text, **asked)


@family("asks", agents=(1, 40), length=(1, 2_000), actions=(1, 900), source=["heavy", "matched"])
def simulate_principal_patterns(world, agents, length, actions, source):
    pairs = [("PolicySourceArn", f"arn:aws:iam::{world.account}:user/{source}")]
    pairs += members("ActionNames", [f"iam:Get{i}" for i in range(actions)])
    base = "ContextEntries.member.1"
    pairs += [(f"{base}.ContextKeyName", "aws:UserAgent"), (f"{base}.ContextKeyType", "stringList")]
    pairs += members(f"{base}.ContextKeyValues", ["a" * length + str(i) for i in range(agents)])
    return world.keys["asks"].form("SimulatePrincipalPolicy", pairs + [("MaxItems", "1000")])


@family("asks", names=(1, 2_000), length=(1, 300), copies=(1, 10), escapes=(0, 1))
def context_keys(world, names, length, copies, escapes):
    mark = "&" if escapes else "k"
    text = json.dumps(allow("s3:*", Condition={"StringLike": {
        "s3:" + mark * length + str(i): "a" for i in range(names)}}), separators=(",", ":"))
    return world.keys["asks"].form(
        "GetContextKeysForCustomPolicy", members("PolicyInputList", [text[:131_000]] * copies))


@family("asks")
def context_keys_of_principal(world):
    return world.keys["asks"].form("GetContextKeysForPrincipalPolicy", [
        ("PolicySourceArn", f"arn:aws:iam::{world.account}:user/heavy")])


TYPES = ["IDENTITY_POLICY", "RESOURCE_POLICY", "SERVICE_CONTROL_POLICY"]


def validate(world, text, kind, most):
    body = json.dumps({"policyDocument": text, "policyType": kind}).encode()
    return world.keys["asks"].sign(
        "access-analyzer", body, path="/policy/validation", query=f"maxResults={most}",
        content_type="application/json")


@family("asks", **POLICY, type=TYPES)
def validate_document(world, type, **policy):
    return validate(world, cut(document, policy), type, 1_000)


@sized(lambda statements, actions, length, **_: statements * (40 + actions * 15))
def misspelt(statements, actions, length, kind):
    near = ["s3:GetObjet{}", "iam:CreateUsr{}", "ec2:DescribeInstancs{}", "{}s3:GetObject",
            "s3:" + "e" * length + "{}", "x" * length + "{}:Get", "ec2:*Describe*{}*", "*{}*:*"]
    return json.dumps({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Resource": "*",
        "Action": [near[kind].format(f"{s}x{i}") for i in range(actions)]}
        for s in range(statements)]}, separators=(",", ":"))


@family("asks", statements=(1, 3_000), actions=(1, 6_000), length=(1, 200), kind=(0, 7),
        type=TYPES)
def validate_misspelt_actions(world, type, **policy):
    return validate(world, cut(misspelt, policy), type, 1_000)


@sized(lambda statements, values, length, **_: statements * (60 + values * (length + 8)))
def overlapping(statements, values, length, kind, where):
    patterns = texts(values, length, kind)
    return json.dumps({"Version": "2012-10-17", "Statement": [{
        "Sid": f"S{s}", "Effect": "Allow",
        ("Action", "NotAction")[where % 2]: ["s3:" + p for p in patterns] if where < 2 else "s3:*",
        ("Resource", "NotResource")[where % 2]:
            ["arn:aws:s3:::" + p for p in patterns] if where >= 2 else "*"}
        for s in range(statements)]}, separators=(",", ":"))


@family("asks", statements=(1, 400), values=(1, 4_000), length=(1, 400), kind=(0, 5),
        where=(0, 3), type=TYPES)
def validate_overlapping_patterns(world, type, **policy):
    return validate(world, cut(overlapping, policy), type, 1_000)


@sized(lambda statements, operators, keys, values, length, kind:
       statements * (70 + operators * (20 + keys * (10 + (values + 1) * length))))
def conditioned(statements, operators, keys, values, length, kind):
    names = ["StringEquals", "StringLike", "ArnLike", "IpAddress", "NumericLessThan", "Bool",
             "ForAnyValue:StringLike", "ForAllValues:StringEquals", "StringLikeIfExists",
             "StringEqualz", "DateLessThan", "Null"]
    subject = ["aws:PrincipalTag/", "s3:x", "aws:SourceIpp", "aws:RequestTag/${", "kms:", "a"][kind]
    return json.dumps({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Action": "s3:*", "Resource": "*",
        "Condition": {names[o % 12] + " " * (o // 12): {
            f"{subject}{'k' * length}{k}": [f"${{aws:username}}{'v' * length}{v}"
                                            for v in range(values)] for k in range(keys)}
            for o in range(operators)}} for s in range(statements)]}, separators=(",", ":"))


@family("asks", statements=(1, 800), operators=(1, 60), keys=(1, 800), values=(1, 800),
        length=(0, 300), kind=(0, 5), type=TYPES)
def validate_conditions(world, type, **policy):
    return validate(world, cut(conditioned, policy), type, 1_000)


@sized(lambda statements, names, length, kind: statements * (80 + names * length))
def principals(statements, names, length, kind):
    who = ["arn:aws:iam::123456789012:user/{}", "{}", "arn:aws:iam::*:user/{}*", "*{}"][kind]
    return json.dumps({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Principal": {
            ("AWS", "Service", "Federated", "Unknown")[kind]: [
                who.format("a" * length + str(n)) for n in range(names)]}}
        for s in range(statements)]}, separators=(",", ":"))


@family("asks", statements=(1, 800), names=(1, 4_000), length=(1, 300), kind=(0, 3), type=TYPES)
def validate_principals(world, type, **policy):
    return validate(world, cut(principals, policy), type, 1_000)


@sized(lambda count, length, kind: count * (20 + length))
def strange(count, length, kind):
    name = "n" * length
    one = [
        {"Effect": "Allow", name: 1}, {}, {"Effect": name, "Action": name, "Resource": name},
        {"Sid": name, "Effect": "Allow", "Action": "*", "Resource": "*"}, [], name,
        {"Effect": "Allow", "Action": {name: name}, "Resource": [[[[name]]]]},
        {"Effect": "Allow", "Action": "iam:PassRole", "Resource": ["*", name, "${" + name + "}"]},
    ][kind]
    return json.dumps({"Version": "2012-10-17", "Statement": [one] * count},
                      separators=(",", ":"))


@family("asks", count=(1, 60_000), length=(1, 60_000), kind=(0, 7), type=TYPES)
def validate_strange_documents(world, type, **policy):
    return validate(world, cut(strange, policy), type, 1_000)


@family("asks", depth=(1, 130_000), kind=(0, 3))
def validate_nested(world, depth, kind):
    opening, closing = [("[", "]"), ('{"a":', "}"), ('{"Statement":[', "]}"), (" ", " ")][kind]
    depth = min(depth, 131_000 // len(opening + closing))
    return validate(world, opening * depth + "1" + closing * depth, "IDENTITY_POLICY", 1_000)


@family("asks", depth=(1, 200_000), width=(1, 200_000), kind=(0, 4))
def json_bodies(world, depth, width, kind):
    body = [b"[" * depth + b"]" * depth, b'{"a":' * depth + b"1" + b"}" * depth,
            b'{"a":[' + b",".join([b"[]"] * width) + b"]}",
            b"{" + b",".join(b'"%d":1' % i for i in range(width)) + b"}",
            b'{"a":"' + b"\\u00e9" * width + b'"}'][kind][:1_000_000]
    return world.keys["asks"].json("/policy/validation", body)


@family("nobody", **POLICY)
def create_policy_refused(world, **policy):
    return world.keys["nobody"].form("CreatePolicy", {
        "PolicyName": "p", "PolicyDocument": cut(document, policy)})


@family("root", **POLICY)
def create_policy_too_long(world, **policy):
    return world.keys["root"].form("CreatePolicy", {
        "PolicyName": "p", "PolicyDocument": cut(document, policy)})


@family("root", white=(1, 120_000), kind=(0, 5), values=(1, 200))
def put_policy_allowed(world, white, kind, values):
    text = json.dumps(allow("s3:*", resource=[
        "arn:aws:s3:::" + text for text in texts(values, 10, kind)]), separators=(",", ":"))
    while len(text) > 2_000:
        values = values * 3 // 4
        text = json.dumps(allow("s3:*", resource=["arn:aws:s3:::" + text for text in texts(
            values, 10, kind)]), separators=(",", ":"))
    return world.keys["root"].form("PutUserPolicy", {
        "UserName": "nobody", "PolicyName": "p", "PolicyDocument": " " * white + text})


@family("heavy", agent=(1, 2_048), action=["ListUsers", "CreateUser", "GetUser", "CreatePolicy"],
        letter=["a", "ab", "aa?"])
def many_patterns(world, agent, action, letter):
    return world.keys["heavy"].form(action, {"UserName": "new", "PolicyName": "p"},
                                    headers=[("user-agent", (letter * 2_048)[:agent])])


@family("root", action=[
    ("ListUsers", ()), ("ListPolicies", ()), ("ListPolicies", (("OnlyAttached", "true"),)),
    ("ListPolicies", (("PathPrefix", "/" + "p" * 500 + "/"),)), ("ListGroups", ()),
    ("GetAccountAuthorizationDetails", ()), ("GetAccountSummary", ()),
    ("GetAccountAuthorizationDetails", members("Filter", ["User"])),
    ("GetAccountAuthorizationDetails", members("Filter", ["LocalManagedPolicy"])),
    ("GetAccountAuthorizationDetails", members("Filter", ["AWSManagedPolicy"])),
    ("GenerateCredentialReport", ()), ("GetCredentialReport", ()),
    ("ListUserTags", (("UserName", "user-0001-" + "x" * 50),)),
    ("ListEntitiesForPolicy", (("PolicyArn", "arn:aws:iam::aws:policy/AdministratorAccess"),)),
    ("GetPolicyVersion", (("PolicyArn", "arn:aws:iam::aws:policy/AdministratorAccess"),
                          ("VersionId", "v1"))),
], items=(1, 1_000))
def lists(world, action, items):
    name, parameters = action
    return world.keys["root"].form(name, list(parameters) + [("MaxItems", str(items))])


@family("root", tags=(1, 50), key=(1, 128), value=(0, 256))
def tag_user(world, tags, key, value):
    pairs = [("UserName", "nobody")]
    for i in range(tags):
        pairs += [(f"Tags.member.{i + 1}.Key", f"{i:03}" + "é" * (key - 3)),
                  (f"Tags.member.{i + 1}.Value", "é" * value)]
    return world.keys["root"].form("TagUser", pairs)


@family("nobody", parameters=(1, 2_100), name=(1, 300), value=(0, 400), kind=(0, 5))
def forms(world, parameters, name, value, kind):
    """Parameters that mean nothing, and lists with gaps."""
    named = {0: "n{i}" + "n" * name, 1: "Tags.member.{j}.Key", 2: "Tags.member.{i}.Key",
             3: "A." * (name // 2) + "{i}", 4: "Tags.member.{j}.Key.member.{i}", 5: "%65{i}"}[kind]
    pairs = "&".join(
        named.format(i=i, j=10 ** (i % 18)) + "=" + ("%C3%A9" if kind % 2 else "v") * value
        for i in range(parameters))
    body = ("Action=TagUser&Version=" + IAM + "&UserName=nobody&" + pairs)[:1_000_000]
    return world.keys["nobody"].sign("iam", body.encode())


@family("nobody", marks=(1, 60), groups=(1, 30_000), mark=["\u0301", "\u0327\u0301", "\u1e69"],
        name=["UserName", "Tags.member.1.Value", "Other"])
def combining_marks(world, marks, groups, mark, name):
    value = ("e" + mark * marks) * groups
    body = urllib.parse.urlencode({"Action": "TagUser", "Version": IAM, name: value[:150_000]})
    return world.keys["nobody"].sign("iam", body.encode()[:1_000_000])


@family("nobody", length=(1, 1_000_000), piece=["%41", "+", "a", "%C3%A9", "&", "=", "&a=", "%"])
def long_bodies(world, length, piece):
    body = f"Action=GetUser&Version={IAM}&UserName=" + piece * (length // len(piece))
    return world.keys["nobody"].sign("iam", body.encode())


@family("root", length=(1, 900_000), kind=(0, 3))
def decode_message(world, length, kind):
    message = ["a" * length, "AAAA" * (length // 4), "-_" * (length // 2), "{" * length][kind]
    return world.keys["root"].form(
        "DecodeAuthorizationMessage", {"EncodedMessage": message}, STS)


@family(None, length=(1, 64_000), piece=["a=1&", "%41", "&", "X-Amz-Signature=", "é", "/", "="],
        start=["Action=", "X-Amz-", "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA/"])
def unsigned_queries(world, length, piece, start):
    query = start + (piece * length)[:length]
    return request("GET", "/?" + query, HOST)


@family(None, length=(1, 1_000_000), piece=["/", "/..", "%2F", "a", "/./", "//a", "%"],
        start=["/", "/console/", "/policy/", "/console/iam/policies/", "/console/assets/"])
def targets(world, length, piece, start):
    return request("GET", start + (piece * length)[:length], HOST)


@family(None, fields=(1, 110), length=(1, 2_000), kind=(0, 4))
def header_fields(world, fields, length, kind):
    name = ["x-{i}", "cookie", "accept-encoding", "x-forwarded-for", "authorization"][kind]
    value = ["a", "a=b;", "gzip;q=0,", "1.2.3.4,", "AWS4-HMAC-SHA256 Credential=a,"][kind]
    return request("GET", "/console", HOST + [
        (name.format(i=i), (value * length)[:length]) for i in range(fields)])


@family(None, fields=(1, 96), length=(1, 600), names=(1, 2_000))
def signed_headers(world, fields, length, names):
    claims = ";".join(["host"] + [f"x-{i}" for i in range(names)])
    return request("POST", "/", HOST + [(f"x-{i}", "a b  " * (length // 5))
                                        for i in range(fields)] + [
        ("x-amz-date", "20261128T000000Z"),
        ("authorization", "AWS4-HMAC-SHA256 Credential=AKIAEXAMPLEEXAMPLE00/20261128/us-east-1/"
         f"iam/aws4_request, SignedHeaders={claims}, Signature=" + "0" * 64)], b"a")


@family(None, chunks=(1, 150_000), size=(1, 100))
def tiny_chunks(world, chunks, size):
    """A body in very small pieces."""
    chunk = b"%x\r\n" % size + b"a" * size + b"\r\n"
    chunks = min(chunks, 1_000_000 // len(chunk))
    head = request("GET", "/", HOST + [("transfer-encoding", "chunked")])
    return head.replace(b"GET", b"POST", 1) + chunk * chunks + b"0\r\n\r\n"


@family("form", form=["root", "iam-user"], length=(1, 900_000), fields=(0, 1_990),
        box=["email", "account", "user", "password"], letter=["a", "%C3%A9", "e%CC%81"])
def sign_in_forms(world, form, length, fields, box, letter):
    if not hasattr(world, "form"):
        world.form = world.server.sign_in_form()
    cookie, token = world.form
    body = (urllib.parse.urlencode({"form-token": token, "form": form}) + f"&{box}="
            + (letter * length)[:length - length % len(letter)]
            + "".join(f"&n{i}=" for i in range(fields)))
    return request("POST", "/signin", HOST + [
        ("cookie", cookie), ("content-type", "application/x-www-form-urlencoded")],
        body.encode()[:1_000_000])


@family("form", name=(1, 60), password=(1, 120))
def sign_in_with_wrong_password(world, name, password):
    if not hasattr(world, "form"):
        world.form = world.server.sign_in_form()
    cookie, token = world.form
    world.tries = getattr(world, "tries", 0) + 1
    body = urllib.parse.urlencode({
        "form-token": token, "form": "iam-user", "account": world.account,
        "user": f"{world.tries}" + "u" * name, "password": "p" * password})
    return request("POST", "/signin", HOST + [
        ("cookie", cookie), ("content-type", "application/x-www-form-urlencoded")], body.encode())


def session(world):
    """The cookies and the token of a session of the root user's in the console."""
    if not hasattr(world, "session"):
        world.session = world.server.sign_in("attacker")
    return world.session


@family("session", path=[
    "/console", "/console/iam", "/console/iam/users", "/console/iam/policies",
    "/console/iam/groups", "/console/search?q=policy", "/console/search?q=p",
    "/console/iam/policies/aws/AdministratorAccess", "/console/iam/users?q=user",
    "/console/iam/simulate?user=heavy", "/console/iam/users/heavy",
    "/console/iam/users/user-0001-" + "x" * 50 + "?tab=tags", "/console/iam/create-user"])
def pages(world, path):
    cookie, _ = session(world)
    return request("GET", path, HOST + [("cookie", cookie)])


def page_form(world, path, form, fields):
    cookie, token = session(world)
    body = urllib.parse.urlencode({"form-token": token, "form": form, **fields}).encode()
    return request("POST", path, HOST + [
        ("cookie", cookie), ("content-type", "application/x-www-form-urlencoded")], body)


@family("session", **POLICY, go=["check", "save"])
def policy_editor(world, go, **policy):
    return page_form(world, "/console/iam/create-policy", "create-policy", {
        "name": "p", "document": cut(document, policy), "go": go})


@family("session", length=(1, 300_000), piece=["\n", "[", '"a",', "{}\n", "\r\n", "é", '"\\u0041'],
        go=["check", "save"])
def policy_editor_strange(world, length, piece, go):
    return page_form(world, "/console/iam/create-policy", "create-policy", {
        "name": "p", "document": (piece * length)[:length], "go": go})


@family("session", **POLICY, actions_asked=(1, 500), names=(1, 500), lines=(0, 3_000))
def simulation_page(world, actions_asked, names, lines, **policy):
    names = max(1, min(names, 500 // actions_asked))
    return page_form(world, "/console/iam/simulate", "simulate", {
        "kind": "user", "name": "heavy",
        "actions": "\n".join(f"s3:Get{i}" for i in range(actions_asked)),
        "resources": "\n".join(f"arn:aws:s3:::a{i}" for i in range(names)),
        "context": "\n".join(f"s3:k{i}=a" for i in range(lines)),
        "extra-policy": cut(document, policy)})
