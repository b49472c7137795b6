#!/usr/bin/env python3
"""Writes the facts of botocore's service models, without AWS's prose: iam.json, sts.json and the
other services of services.json.

Usage: python3 Models/extract.py [DIRECTORY]          (needs botocore; pip install botocore)

DIRECTORY holds services.json and nouns.json; it is this script's own unless another is named.
Models that are not botocore's are in its folder `botocore`. Of a service with `onlyNouns` the
operations that nouns.json names are written, and what they reach; of the others everything. One
operation, error, shape or member per line, so that the difference between two botocore versions
reads. The generator keeps every order it finds here. What this script does not know it refuses,
so that a new trait in a newer botocore is seen and decided on.
"""

import json
import pathlib
import sys

import botocore
from botocore.exceptions import UnknownServiceError
from botocore.loaders import Loader

HERE = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent

# Traits that change neither what is sent nor what is accepted. Of a union, which we only send, one
# member is set; whoever makes one sees to that.
IGNORED = {
    "documentation", "box", "synthetic", "wrapper", "union",
    "deprecated", "deprecatedMessage", "deprecatedSince",
}
SHAPE_TRAITS = {
    "type", "min", "max", "pattern", "enum", "sensitive", "timestampFormat", "payload",
}
LOCATIONS = {"uri", "querystring", "header", "statusCode"}
OPERATION_TRAITS = {"name", "http", "input", "output", "errors", "auth", "authtype", "idempotent", "readonly"}


def line(value):
    return json.dumps(value, ensure_ascii=True)


def known(found, expected, where):
    unknown = set(found) - expected - IGNORED
    if unknown:
        sys.exit(f"{where}: traits this script does not know: {sorted(unknown)}")


def metadata(model):
    facts = model["metadata"]
    entry = {
        "apiVersion": facts["apiVersion"],
        "signingName": facts.get("signingName", facts["endpointPrefix"]),
        "protocol": facts["protocol"],
    }
    if facts["protocol"] == "query":
        entry["xmlNamespace"] = facts["xmlNamespace"]
    elif facts["protocol"] == "json":
        entry["jsonVersion"] = facts["jsonVersion"]
        entry["targetPrefix"] = facts["targetPrefix"]
    elif facts["protocol"] != "rest-json":
        sys.exit(f"this script does not know the protocol {facts['protocol']}")
    return entry | {"source": f"botocore {botocore.__version__}"}


def operation(name, model, paginators):
    facts = model["operations"][name]
    known(facts, OPERATION_TRAITS, name)
    entry = {"name": name, "method": facts["http"]["method"], "path": facts["http"]["requestUri"]}
    if facts["http"].get("responseCode", 200) != 200:
        entry["status"] = facts["http"]["responseCode"]
    if facts.get("authtype") == "none":
        entry["unsigned"] = True
    if "input" in facts:
        entry["input"] = facts["input"]["shape"]
    if "output" in facts:
        entry["output"] = facts["output"]["shape"]
        if "resultWrapper" in facts["output"]:
            entry["resultWrapper"] = facts["output"]["resultWrapper"]
    entry["errors"] = [error["shape"] for error in facts.get("errors", [])]
    if name in paginators:
        paginator = paginators[name]
        results = paginator["result_key"]
        entry["pagination"] = {
            "inputToken": paginator["input_token"],
            "outputToken": paginator["output_token"],
            "limitKey": paginator["limit_key"],
        }
        if "more_results" in paginator:
            entry["pagination"]["moreResults"] = paginator["more_results"]
        entry["pagination"]["resultKeys"] = results if isinstance(results, list) else [results]
    return line(entry)


def error(name, shape):
    """An error without a trait is named by its shape and is the sender's fault, with status 400."""
    trait = shape.get("error", {"httpStatusCode": 400, "senderFault": True})
    fault = "Sender" if trait.get("senderFault") else "Receiver"
    return line(
        {"name": name, "code": trait.get("code", name), "status": trait["httpStatusCode"], "fault": fault}
    )


def shape_lines(name, shape):
    kind = shape["type"]
    entry = {"name": name} | {key: shape[key] for key in sorted(SHAPE_TRAITS & set(shape))}
    if kind == "structure":
        known(shape, SHAPE_TRAITS | {"members", "required"}, name)
        members = []
        for member, facts in shape["members"].items():
            known(facts, {"shape", "location", "locationName"}, f"{name}.{member}")
            if facts.get("location", "uri") not in LOCATIONS:
                sys.exit(f"{name}.{member}: a place this script does not know")
            entry_of_member = {"name": member, "shape": facts["shape"]}
            if member in shape.get("required", []):
                entry_of_member["required"] = True
            if "location" in facts:
                entry_of_member["location"] = facts["location"]
            if facts.get("locationName", member) != member:
                entry_of_member["locationName"] = facts["locationName"]
            members.append(line(entry_of_member))
        if not members:
            return line(entry | {"members": []})
        opening = line(entry)[:-1] + ', "members": [\n    '
        return opening + ",\n    ".join(members) + "]}"
    if kind == "list":
        known(shape, SHAPE_TRAITS | {"member"}, name)
        known(shape["member"], {"shape"}, f"{name} member")
        return line(entry | {"member": shape["member"]["shape"]})
    if kind == "map":
        known(shape, SHAPE_TRAITS | {"key", "value"}, name)
        return line(entry | {"key": shape["key"]["shape"], "value": shape["value"]["shape"]})
    known(shape, SHAPE_TRAITS, name)
    return line(entry)


def section(name, lines):
    return f'"{name}": [\n  ' + ",\n  ".join(lines) + "\n]"


def reached(model, operations):
    """The names of the shapes that some operations take, answer and fail with."""
    found = set()
    pending = []
    for name in operations:
        facts = model["operations"][name]
        pending += [facts[side]["shape"] for side in ("input", "output") if side in facts]
        found |= {error["shape"] for error in facts.get("errors", [])}
    while pending:
        name = pending.pop()
        if name in found:
            continue
        found.add(name)
        shape = model["shapes"][name]
        pending += [facts["shape"] for facts in shape.get("members", {}).values()]
        pending += [shape[part]["shape"] for part in ("member", "key", "value") if part in shape]
    return found


def document(service, chosen=None):
    """The text of a service's file.

    chosen: the operations that are written, with what they reach; all for None.
    """
    loader = Loader(extra_search_paths=[str(HERE / "botocore")])
    model = loader.load_service_model(service, "service-2")
    if chosen is not None:
        shapes = reached(model, chosen)
        model["operations"] = {
            name: facts for name, facts in model["operations"].items() if name in chosen}
        model["shapes"] = {
            name: facts for name, facts in model["shapes"].items() if name in shapes}
    try:
        paginators = loader.load_service_model(service, "paginators-1")["pagination"]
    except UnknownServiceError:
        paginators = {}
    shapes = sorted(model["shapes"].items())
    parts = [
        f'"metadata": {line(metadata(model))}',
        section(
            "operations", [operation(name, model, paginators) for name in model["operations"]]
        ),
        section("errors", [error(name, shape) for name, shape in shapes if "exception" in shape]),
        section(
            "shapes",
            [shape_lines(name, shape) for name, shape in shapes if "exception" not in shape],
        ),
    ]
    return "{\n" + ",\n".join(parts) + "\n}\n"


NOUNS = json.loads((HERE / "nouns.json").read_text())
for service, facts in json.loads((HERE / "services.json").read_text()).items():
    chosen = sum(NOUNS[service].values(), []) if facts.get("onlyNouns") else None
    text = document(service, chosen)
    json.loads(text)
    (HERE / f"{service}.json").write_text(text)
    print(f"wrote {service}.json: {len(text.splitlines())} lines")
