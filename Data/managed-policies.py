#!/usr/bin/env python3
"""Writes managed-policies.bin: the AWS-managed policies, with their documents.

Usage: python3 Data/managed-policies.py          (needs moto 5.2.1; pip install moto==5.2.1)

The catalogue is moto's (Apache-2.0, see NOTICE). It holds no policy IDs and no descriptions; an ID
is made from the policy's ARN, so that it is the same wherever and whenever this script runs. Keys
of documents are put into the order in which AWS prints them, for the catalogue sorts them.

The file, read by Sources/Operations/ManagedPolicies/AWSManagedPolicies.swift:

    4 bytes   size of the index as stored, little-endian
    4 bytes   size of the index when inflated, little-endian
    index     zlib; a line per policy, by name, of fields between tabs: name, path, ID, number of
              the default version, seconds since 1970 when the policy was created and last updated,
              then where its document begins behind the index, its size as stored, and inflated
    documents zlib, each for itself, so that one can be read without the others
"""

import base64
import datetime
import hashlib
import importlib.metadata
import json
import pathlib
import re
import struct
import sys
import zlib

from moto.iam.aws_managed_policies import aws_managed_policies_data

MOTO = "5.2.1"
TARGET = pathlib.Path(__file__).with_name("managed-policies.bin")

FIELDS = {
    "CreateDate", "DefaultVersionId", "Document", "Path", "PermissionsBoundaryUsageCount",
    "UpdateDate",
}
DOCUMENT_ORDER = ["Version", "Id", "Statement"]
STATEMENT_ORDER = [
    "Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition",
]


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
    return json.dumps(result, indent=2, ensure_ascii=False).encode()


def unique_id(name, path):
    digest = hashlib.sha256(f"arn:aws:iam::aws:policy{path}{name}".encode()).digest()
    return "ANPA" + base64.b32encode(digest).decode()[:17]


def seconds(date):
    return int(datetime.datetime.fromisoformat(date).timestamp())


def version(text):
    if not re.fullmatch("v[1-9][0-9]*", text):
        sys.exit(f"not a version: {text}")
    return text[1:]


def main():
    installed = importlib.metadata.version("moto")
    if installed != MOTO:
        sys.exit(f"this script reads moto {MOTO}, and {installed} is installed")
    catalogue = json.loads(aws_managed_policies_data)
    lines, documents, offset = [], [], 0
    # By name without regard to case, as the store lists the policies of customers.
    for name in sorted(catalogue, key=str.lower):
        policy = catalogue[name]
        if set(policy) != FIELDS:
            sys.exit(f"{name}: fields this script does not know: {sorted(set(policy) ^ FIELDS)}")
        text = document(name, policy["Document"])
        stored = zlib.compress(text, 9)
        lines.append("\t".join(map(str, [
            name, policy["Path"], unique_id(name, policy["Path"]),
            version(policy["DefaultVersionId"]),
            seconds(policy["CreateDate"]), seconds(policy["UpdateDate"]),
            offset, len(stored), len(text),
        ])))
        documents.append(stored)
        offset += len(stored)
    text = "\n".join(lines).encode()
    index = zlib.compress(text, 9)
    TARGET.write_bytes(
        struct.pack("<II", len(index), len(text)) + index + b"".join(documents))
    print(f"{TARGET.name}: {len(lines)} policies, {TARGET.stat().st_size} bytes")


main()
