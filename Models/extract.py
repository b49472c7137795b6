#!/usr/bin/env python3
"""Writes the facts of botocore's service models, without AWS's prose: iam.json, sts.json and
accessanalyzer.json.

Usage: python3 Models/extract.py          (needs botocore; pip install botocore)

Of IAM and STS everything is written; of IAM Access Analyzer the operations that nouns.json names and
what they reach. One operation, error, shape or member per line, so that the difference between two botocore versions
reads. The generator keeps every order it finds here. What this script does not know it refuses,
so that a new trait in a newer botocore is seen and decided on.
"""

import json
import pathlib
import sys

import botocore
from botocore.exceptions import UnknownServiceError
from botocore.loaders import Loader

HERE = pathlib.Path(__file__).parent

# Traits that change neither what is sent nor what is accepted. Of a union, which we only send, one
# member is set; whoever makes one sees to that.
IGNORED = {
    "documentation", "box", "synthetic", "wrapper", "union",
    "deprecated", "deprecatedMessage", "deprecatedSince",
}
SHAPE_TRAITS = {"type", "min", "max", "pattern", "enum", "sensitive"}
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
    }
    if facts["protocol"] == "query":
        entry["xmlNamespace"] = facts["xmlNamespace"]
    elif facts["protocol"] != "rest-json":
        sys.exit(f"this script does not know the protocol {facts['protocol']}")
    return entry | {"source": f"botocore {botocore.__version__}"}


def operation(name, model, paginators):
    facts = model["operations"][name]
    known(facts, OPERATION_TRAITS, name)
    entry = {"name": name, "method": facts["http"]["method"], "path": facts["http"]["requestUri"]}
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
            # A parameter of the address is read as one of the body is, so it must be called the same.
            if facts.get("location", "querystring") != "querystring":
                sys.exit(f"{name}.{member}: a place this script does not know")
            if facts.get("locationName", member) != member:
                sys.exit(f"{name}.{member}: is called otherwise where it is sent")
            required = {"required": True} if member in shape.get("required", []) else {}
            members.append(line({"name": member, "shape": facts["shape"]} | required))
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
    loader = Loader()
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
for service, chosen in {
    "iam": None, "sts": None, "accessanalyzer": sum(NOUNS["accessanalyzer"].values(), []),
}.items():
    text = document(service, chosen)
    json.loads(text)
    (HERE / f"{service}.json").write_text(text)
    print(f"wrote {service}.json: {len(text.splitlines())} lines")
