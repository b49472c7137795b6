"""Who may do what with roles and sessions, live: two accounts, many roles, one line a case."""

import collections
import json

import pytest

from conftest import DataServer
from role_cases import CASES, DENIED, PAGES
from role_world import ALLOWED, HOME, ROLES, USERS, World, arn, policy, user


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """Both accounts, made once. No case changes what another sees."""
    directory = tmp_path_factory.mktemp("roles")
    server = DataServer(directory / "data", directory / "gatehouse.log")
    yield World(server)
    server.stop()


@pytest.mark.parametrize("line", CASES, ids=lambda line: line.sentence.replace(" ", "-"))
def test_who_may_do_what(world, line):
    assert world.outcome(line.who, *line.steps) == line.expected, PAGES[line.page]


def test_the_table_is_long_and_every_page_is_cited():
    assert len(CASES) >= 120
    assert {line.page for line in CASES} == PAGES.keys()
    told = collections.Counter((line.sentence, line.who, str(line.steps)) for line in CASES)
    assert max(told.values()) == 1


# The same lines through SimulatePrincipalPolicy

Question = collections.namedtuple("Question", "source actions resource trust context")


def question(line):
    """What SimulatePrincipalPolicy is asked for a line; None where it cannot express it.

    It knows no sessions, no passed policies and no devices, and a role cannot be a caller whom a
    trust policy names.
    """
    if line.expected not in (ALLOWED, DENIED):
        return None
    *before, last = line.steps
    if not before and line.who in USERS and line.who not in ("quinn", "remade"):
        return question_of_user(line.who, last)
    if len(before) == 1 and before[0].operation == "assume_role" and last.service == "iam":
        return question_of_role(before[0].parameters, last)
    return None


def question_of_user(name, step):
    asked = step.parameters
    if {"SerialNumber", "TokenCode"} & asked.keys():
        return None
    context = {
        "aws:username": [name], "sts:ExternalId": [asked.get("ExternalId")],
        "sts:RoleSessionName": [asked.get("RoleSessionName")],
        "sts:SourceIdentity": [asked.get("SourceIdentity")],
        "sts:TransitiveTagKeys": asked.get("TransitiveTagKeys", []),
        "aws:TagKeys": [tag["Key"] for tag in asked.get("Tags", [])],
    } | {f"aws:RequestTag/{tag['Key']}": [tag["Value"]] for tag in asked.get("Tags", [])}
    for tag in USERS[name].more.get("Tags", []):
        context[f"aws:PrincipalTag/{tag['Key']}"] = [tag["Value"]]
    further = ["sts:TagSession"] if "Tags" in asked else []
    if step.operation == "get_federation_token":
        return Question(
            user(name), ["sts:GetFederationToken", *further],
            f"arn:aws:sts::{HOME}:federated-user/{asked['Name']}", None, context)
    role = asked.get("RoleArn", "").rpartition("/")[2]
    if step.operation != "assume_role" or role not in ROLES or arn(role) != asked["RoleArn"]:
        return None
    further += ["sts:SetSourceIdentity"] if "SourceIdentity" in asked else []
    trust = [{"Resource": arn(role)} | statement for statement in ROLES[role].trust]
    return Question(
        user(name), ["sts:AssumeRole", *further], arn(role), policy(*trust), context)


def question_of_role(asked, step):
    role = asked["RoleArn"].rpartition("/")[2]
    if {"Policy", "PolicyArns"} & asked.keys() or ROLES[role].account != HOME:
        return None
    held = ROLES[role].more.get("Tags", []) + asked.get("Tags", [])
    context = {f"aws:PrincipalTag/{tag['Key'].lower()}": [tag["Value"]] for tag in held} | {
        "aws:MultiFactorAuthPresent": ["false"],
        "aws:SourceIdentity": [asked.get("SourceIdentity")]}
    action = "iam:" + step.operation.title().replace("_", "")
    named = step.parameters.get("RoleName")
    return Question(arn(role), [action], arn(named) if named else "*", None, context)


def simulated(world, asked, **more):
    """Whether all that a line needs is allowed."""
    context = [
        {"ContextKeyName": key, "ContextKeyValues": values, "ContextKeyType": (
            "boolean" if key == "aws:MultiFactorAuthPresent" else "stringList"
            if key in ("aws:TagKeys", "sts:TransitiveTagKeys") else "string")}
        for key, values in asked.context.items() if values and values != [None]]
    answer = world.iam.simulate_principal_policy(
        PolicySourceArn=asked.source, ActionNames=asked.actions, ResourceArns=[asked.resource],
        ContextEntries=context, **more)
    decisions = {result["EvalDecision"] for result in answer["EvaluationResults"]}
    return ALLOWED if decisions == {"allowed"} else DENIED


def test_the_simulator_says_the_same(world, capsys):
    asked, wrong = 0, []
    for line in CASES:
        it = question(line)
        if it is None:
            continue
        more = {"ResourcePolicy": it.trust} if it.trust else {}
        # To the simulator a trust policy is one of any resource, which within an account need not
        # allow what the user's policies do.
        if line.expected == DENIED and f"::{HOME}:" in it.resource and simulated(
                world, it) == ALLOWED and '"Deny"' not in (it.trust or ""):
            continue
        asked += 1
        if simulated(world, it, **more) != line.expected:
            wrong.append(f"{line.sentence}: {json.dumps(it)}")
    with capsys.disabled():
        print(f"\n{asked} of {len(CASES)} lines were asked of the simulator")
    assert asked >= 60
    assert not wrong, "\n".join(wrong)
