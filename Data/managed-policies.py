#!/usr/bin/env python3
"""Writes managed-policies.bin: the AWS-managed policies, with their documents and descriptions.

Usage: make data, which installs what this needs: moto and iam-floyd

The catalogue is moto's (Apache-2.0, see NOTICE), and the descriptions are iam-floyd's (Apache-2.0),
which has no documents: a policy that only iam-floyd knows is left out. Neither has policy IDs; an
ID is made from the policy's ARN, so that it is the same wherever and whenever this script runs.
Keys of documents are put into the order in which AWS prints them, for the catalogue sorts them.

A policy that the catalogue no longer has is kept as retired. At AWS such a policy still works where
it is attached, and cannot be attached anew.
<https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-deprecated.html>

The file, read by Sources/Operations/ManagedPolicies/AWSManagedPolicies.swift:

    a line    the sources and their versions, a tab, and the day of the newest change in them
    4 bytes   size of the index as stored, little-endian
    4 bytes   size of the index when inflated, little-endian
    index     zlib; a line per policy, by name, of fields between tabs: name, path, ID, number of
              the default version, seconds since 1970 when the policy was created and last updated,
              where its text begins behind the index, its size as stored, and inflated; then
              "retired" or nothing
    texts     zlib, each for itself, so that one can be read without the others: a line with the
              description, which may be empty, then the document
"""

import ast
import base64
import datetime
import hashlib
import json
import pathlib
import re
import struct
import sys
import zlib

import sources

TARGET = pathlib.Path(__file__).with_name("managed-policies.bin")

FIELDS = {
    "CreateDate", "DefaultVersionId", "Document", "Path", "PermissionsBoundaryUsageCount",
    "UpdateDate",
}
DOCUMENT_ORDER = ["Version", "Id", "Statement"]
STATEMENT_ORDER = [
    "Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition",
]


def moto():
    """The catalogue: what moto knows of each policy, by name; and moto's version."""
    package, version = sources.package("moto", "moto")
    module = ast.parse((package / "iam/aws_managed_policies.py").read_text())
    [assignment] = module.body
    return json.loads(ast.literal_eval(assignment.value)), f"moto {version}"


def iam_floyd():
    """The description of each policy, by its path and name; and iam-floyd's version."""
    package, version = sources.package("iam-floyd", "iam_floyd")
    module = ast.parse((package / "_aws_managed_policies.py").read_text())
    [names] = [node for node in module.body if isinstance(node, ast.ClassDef)]
    result, name = {}, None
    # Each name is assigned, and a string behind it describes it.
    for node in names.body:
        if isinstance(node, ast.Assign):
            name = "/" + ast.literal_eval(node.value)
        elif isinstance(node, ast.Expr) and name:
            result[name] = " ".join(ast.literal_eval(node.value).split())
    return result, f"iam-floyd {version}"


def ordered(found, order, where):
    unknown = set(found) - set(order)
    if unknown:
        sys.exit(f"{where}: elements this script does not know: {sorted(unknown)}")
    return {key: found[key] for key in order if key in found}


def document(name, found):
    result = ordered(found, DOCUMENT_ORDER, name)
    statements = result["Statement"]
    if isinstance(statements, dict):
        result["Statement"] = ordered(statements, STATEMENT_ORDER, name)
    else:
        result["Statement"] = [ordered(each, STATEMENT_ORDER, name) for each in statements]
    return json.dumps(result, indent=2, ensure_ascii=False)


def unique_id(name, path):
    digest = hashlib.sha256(f"arn:aws:iam::aws:policy{path}{name}".encode()).digest()
    return "ANPA" + base64.b32encode(digest).decode()[:17]


def seconds(date):
    return int(datetime.datetime.fromisoformat(date).timestamp())


def version(text):
    if not re.fullmatch("v[1-9][0-9]*", text):
        sys.exit(f"not a version: {text}")
    return text[1:]


def written():
    """The header of the file as it is, and of each policy by name the fields and the text."""
    header, rest = TARGET.read_bytes().split(b"\n", 1)
    size, _ = struct.unpack_from("<II", rest)
    policies = {}
    for line in zlib.decompress(rest[8:8 + size]).decode().split("\n"):
        fields = line.split("\t")
        begin = 8 + size + int(fields[6])
        text = zlib.decompress(rest[begin:begin + int(fields[7])])
        policies[fields[0]] = (fields[:6], text, fields[9] == "retired")
    return header.decode(), policies


def renewed(name, policy, descriptions):
    """The fields and the text of a policy of the catalogue."""
    if set(policy) != FIELDS:
        sys.exit(f"{name}: fields this script does not know: {sorted(set(policy) ^ FIELDS)}")
    fields = [
        name, policy["Path"], unique_id(name, policy["Path"]), version(policy["DefaultVersionId"]),
        seconds(policy["CreateDate"]), seconds(policy["UpdateDate"]),
    ]
    description = descriptions.get(policy["Path"] + name, "")
    return fields, f"{description}\n{document(name, policy['Document'])}".encode(), False


def write(header, policies):
    lines, texts, offset = [], [], 0
    # By name without regard to case, as the store lists the policies of customers.
    for name in sorted(policies, key=str.lower):
        fields, text, is_retired = policies[name]
        stored = zlib.compress(text, 9)
        lines.append("\t".join(map(str, [
            *fields, offset, len(stored), len(text), "retired" if is_retired else "",
        ])))
        texts.append(stored)
        offset += len(stored)
    text = "\n".join(lines).encode()
    index = zlib.compress(text, 9)
    TARGET.write_bytes(
        f"{header}\n".encode() + struct.pack("<II", len(index), len(text)) + index
        + b"".join(texts))


def main():
    catalogue, catalogue_source = moto()
    descriptions, descriptions_source = iam_floyd()
    header_before, before = written()
    after = {name: renewed(name, policy, descriptions) for name, policy in catalogue.items()}
    moved = [name for name in before if name in after and after[name][0][1] != before[name][0][1]]
    if moved:
        sys.exit(f"policies with another path, and so another ARN: {sources.told(moved)}")
    retired = {
        name: (fields, text, True) for name, (fields, text, _) in before.items()
        if name not in after
    }
    day = max(policy["UpdateDate"] for policy in catalogue.values())[:10]
    header = f"{catalogue_source}, {descriptions_source}\t{day}"
    write(header, after | retired)
    print(f"{TARGET.name}: {header} (before: {header_before}), {TARGET.stat().st_size:,} bytes")
    sources.tell_changes(
        "policies", [name for name, (_, _, is_retired) in before.items() if not is_retired], after)
    changed = [name for name in before if name in after and after[name][0][3] != before[name][0][3]]
    print(f"  with another version in force: {len(changed):,}")
    described = [name for name, (_, text, _) in after.items() if text.split(b"\n", 1)[0]]
    print(f"  described: {len(described):,}")
    print(f"  retired: {len(retired):,}: {sources.told(retired)}")
    unknown = set(descriptions) - {policy["Path"] + name for name, policy in catalogue.items()}
    if unknown:
        print(f"  left out, for there is no document: {sources.told(unknown)}")


main()
