"""The decision cases of Tests/Decisions, asked over the wire: each that a request can express goes
through boto3's simulate_custom_policy and has to be decided as the case says."""

import concurrent.futures
import ipaddress
import json
import re

import pytest

from conftest import REPOSITORY

CASES = [
    (file.stem, case)
    for file in sorted((REPOSITORY / "Tests" / "Decisions").glob("*.json"))
    for case in json.loads(file.read_text())
]

# SimulateCustomPolicy takes at least one policy; a case without any has one about nothing.
NOTHING = {
    "Version": "2012-10-17",
    "Statement": {"Effect": "Deny", "Action": "nothing:Nothing", "Resource": "*"},
}


def account_of(resource):
    """The account that an ARN names; None if it names none."""
    parts = resource.split(":", 5)
    return parts[4] if len(parts) == 6 and re.fullmatch(r"\d{12}", parts[4]) else None


def is_expressible(case):
    """Whether a request can say all that the case says."""
    principal = case["principal"]
    if principal["type"] != "user" or {"session", "scp", "rcp"} & case.keys():
        return False
    if case.get("resourcePolicyRequired"):
        return False
    documents = case.get("identity", []) + [
        case[name] for name in ("boundary", "resourcePolicy") if name in case]
    if any(isinstance(document, str) for document in documents):
        return False  # it was stored once and would not be accepted now
    # A caller is named by ARN alone, so that no policy can know it by another name.
    named = json.dumps(case.get("resourcePolicy", {}))
    if any(principal.get(name, "\0") in named for name in ("id", "canonical")):
        return False
    owner = case.get("owner", principal["account"])
    return account_of(case["resource"]) in (None, owner)


def is_address(text):
    try:
        ipaddress.ip_network(text, strict=False)
    except ValueError:
        return False
    return True


def key_type(values):
    """The type of a context key by its values, in AWS's word."""
    def are(pattern):
        return all(re.fullmatch(pattern, value) for value in values)

    if are(r"true|false"):
        name = "boolean"
    elif are(r"-?\d+(\.\d+)?"):
        name = "numeric"
    elif are(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"):
        name = "date"
    elif all(is_address(value) for value in values):
        name = "ip"
    else:
        name = "string"
    return name if len(values) == 1 else name + "List"


def parameters(case):
    """The case as the parameters of simulate_custom_policy."""
    given = {
        "PolicyInputList": [json.dumps(each) for each in case.get("identity", [])]
        or [json.dumps(NOTHING)],
        "ActionNames": [case["action"]],
        "ResourceArns": [case["resource"]],
        "CallerArn": case["principal"]["arn"],
        "ContextEntries": [
            {"ContextKeyName": key, "ContextKeyValues": values, "ContextKeyType": key_type(values)}
            for key, values in case.get("context", {}).items()
        ],
    }
    if "boundary" in case:
        given["PermissionsBoundaryPolicyInputList"] = [json.dumps(case["boundary"])]
    if "resourcePolicy" in case:
        given["ResourcePolicy"] = json.dumps(case["resourcePolicy"])
    if "owner" in case:
        given["ResourceOwner"] = case["owner"]
    return given


def test_every_case_that_a_request_can_express_is_decided_as_it_says(gatehouse_dev, capsys):
    iam = gatehouse_dev.client("iam")
    cases = [(file, case) for file, case in CASES if is_expressible(case)]

    def outcome(numbered):
        file, case = numbered
        try:
            [result] = iam.simulate_custom_policy(**parameters(case))["EvaluationResults"]
            decision = result["EvalDecision"]
        except iam.exceptions.ClientError as error:
            decision = str(error)
        return None if decision == case["expect"] else f"{file}: {case['name']}: {decision}"

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        wrong = [text for text in pool.map(outcome, cases) if text]
    with capsys.disabled():
        print(f"\n{len(cases)} of {len(CASES)} decision cases were asked over the wire")
    assert len(cases) >= 400
    if wrong:
        pytest.fail("\n".join(wrong[:40] + [f"{len(wrong)} in all"]))
