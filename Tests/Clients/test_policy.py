"""`gatehouse policy simulate` and `explain`: decisions by policies in files, without a server."""

import json
import re

import pytest

from conftest import REPOSITORY

NIA = "arn:aws:iam::123456789012:user/nia"

OWN = """{
  "Version": "2012-10-17",
  "Statement": [
    {"Sid": "Own", "Effect": "Allow", "Action": "s3:GetObject",
     "Resource": "arn:aws:s3:::notes/${aws:username}/*"},
    {"Effect": "Deny", "Action": "s3:*", "Resource": "*",
     "Condition": {"Bool": {"aws:SecureTransport": "false"}}}
  ]
}
"""


def document(effect, action, **more):
    return json.dumps({"Version": "2012-10-17", "Statement": {
        "Effect": effect, "Action": action, "Resource": "*", **more}})


@pytest.fixture
def policy(operator, tmp_path):
    """Runs `gatehouse policy …` beside some policies; returns the finished process."""
    for name, text in {
        "own.json": OWN, "s3.json": document("Allow", "s3:*"),
        "sqs.json": document("Allow", "sqs:*"),
        "deny.json": document("Deny", "s3:*"),
        "named.json": document("Allow", "s3:*", Principal={"AWS": NIA}),
        "account.json": document("Allow", "s3:*", Principal={"AWS": "123456789012"}),
    }.items():
        (tmp_path / name).write_text(text)

    def run(command, *arguments):
        return operator("policy", command, *arguments)

    return run


def nia(*arguments, action="s3:GetObject", resource="arn:aws:s3:::notes/nia/1"):
    return ["--principal", NIA, "--action", action, "--resource", resource,
            "--context", "aws:username=nia", *arguments]


@pytest.mark.parametrize("arguments, decision, refused_by", [
    (["--policy", "own.json"], "allowed", None),
    (["--policy", "sqs.json"], "implicitDeny", "identity-based policy"),
    (["--policy", "own.json", "--context", "aws:SecureTransport=false"],
     "explicitDeny", "identity-based policy"),
    (["--policy", "own.json", "--boundary", "sqs.json"], "implicitDeny", "permissions boundary"),
    (["--policy", "own.json", "--session", "deny.json"], "explicitDeny", "session policy"),
    (["--policy", "own.json", "--scp", "s3.json", "--scp", "sqs.json"],
     "implicitDeny", "service control policy"),
    (["--policy", "own.json", "--scp", "s3.json", "--scp", "sqs.json,s3.json"], "allowed", None),
    (["--resource-policy", "named.json"], "allowed", None),
    (["--resource-policy", "account.json"], "implicitDeny", "identity-based policy"),
    (["--policy", "own.json", "--require-resource-policy"],
     "implicitDeny", "resource-based policy"),
    (["--policy", "own.json", "--owner", "210987654321"],
     "implicitDeny", "resource-based policy"),
    (["--policy", "own.json", "--owner", "210987654321", "--resource-policy", "named.json"],
     "allowed", None),
])
def test_each_kind_of_policy_takes_part(policy, arguments, decision, refused_by):
    finished = policy("simulate", "--json", *nia(*arguments))
    [answer] = json.loads(finished.stdout)
    assert (answer["decision"], answer.get("refusedBy")) == (decision, refused_by)
    assert finished.returncode == (0 if decision == "allowed" else 2)
    told = policy("explain", *nia(*arguments))
    assert told.returncode == finished.returncode
    assert ("Verdict: allowed." in told.stdout) == (decision == "allowed")


@pytest.mark.parametrize("action, decision", [
    ("s3:GetObject", "explicitDeny"),
    ("S3:GetObject", "explicitDeny"),
    ("sqs:SendMessage", "explicitDeny"),
    ("ec2:RunInstances", "allowed"),
    # AWS may have added the service since the day of the reference.
    ("brandnewservice:GetThing", "explicitDeny"),
    ("kms:RetireGrant", "allowed"),
])
def test_resource_control_policies_limit_the_services_alone_that_aws_lists(
        policy, tmp_path, action, decision):
    (tmp_path / "all.json").write_text(document("Allow", "*"))
    (tmp_path / "rcp.json").write_text(document("Deny", "*", Principal="*"))
    request = ["--principal", NIA, "--action", action, "--policy", "all.json", "--rcp", "rcp.json"]
    [answer] = json.loads(policy("simulate", "--json", *request).stdout)
    assert answer["decision"] == decision
    told = policy("explain", *request).stdout
    assert (f"Policies of this kind do not limit {action}." in told) == (decision == "allowed")


ROLE = "arn:aws:iam::123456789012:role/app"
LINKED = "arn:aws:iam::123456789012:role/aws-service-role/sqs.amazonaws.com/AWSServiceRoleForSQS"


@pytest.mark.parametrize("arguments, decision, refused_by", [
    (["--principal", NIA, "--action", "sts:AssumeRole", "--resource", ROLE],
     "implicitDeny", "resource-based policy"),
    (["--principal", NIA, "--action", "kms:Decrypt",
      "--resource", "arn:aws:kms:eu-west-1:123456789012:key/1"],
     "implicitDeny", "resource-based policy"),
    (["--principal", NIA, "--action", "sts:GetCallerIdentity"], "allowed", None),
    (["--principal", "arn:aws:sts::123456789012:assumed-role/app/s", "--action", "s3:ListBucket",
      "--scp", "sqs.json"], "implicitDeny", "service control policy"),
    (["--principal", "arn:aws:sts::123456789012:assumed-role/AWSServiceRoleForSQS/s",
      "--issuer", LINKED, "--action", "s3:ListBucket", "--scp", "sqs.json"], "allowed", None),
    (["--principal", "cognito-identity.amazonaws.com", "--action",
      "sts:AssumeRoleWithWebIdentity", "--resource", ROLE, "--resource-policy", "cognito.json"],
     "allowed", None),
])
def test_what_is_known_of_roles_keys_and_providers_need_not_be_said(
        policy, tmp_path, arguments, decision, refused_by):
    (tmp_path / "all.json").write_text(document("Allow", "*"))
    (tmp_path / "cognito.json").write_text(document(
        "Allow", "sts:*", Principal={"Federated": "cognito-identity.amazonaws.com"}))
    finished = policy("simulate", "--json", "--policy", "all.json", *arguments)
    [answer] = json.loads(finished.stdout)
    assert (answer["decision"], answer.get("refusedBy")) == (decision, refused_by)


def test_the_table_has_a_line_for_each_action_on_each_resource(policy):
    finished = policy("simulate", *nia(
        "--policy", "own.json", "--action", "s3:PutObject", "--resource", "arn:aws:s3:::notes/b"))
    lines = [line.split() for line in finished.stdout.splitlines()]
    assert lines[0][:3] == ["DECISION", "ACTION", "RESOURCE"]
    assert [line[:3] for line in lines[1:]] == [
        ["allowed", "s3:GetObject", "arn:aws:s3:::notes/nia/1"],
        ["implicitDeny", "s3:GetObject", "arn:aws:s3:::notes/b"],
        ["implicitDeny", "s3:PutObject", "arn:aws:s3:::notes/nia/1"],
        ["implicitDeny", "s3:PutObject", "arn:aws:s3:::notes/b"],
    ]
    assert finished.returncode == 2


def test_json_points_to_the_statements_that_decided(policy):
    finished = policy("simulate", "--json", *nia("--policy", "own.json"))
    assert json.loads(finished.stdout)[0]["statements"] == [
        {"policy": "own.json", "statement": 1, "sid": "Own", "line": 4, "column": 5}]


def test_an_explanation_tells_what_applied_what_nearly_did_and_what_the_client_is_told(policy):
    finished = policy("explain", *nia(
        "--policy", "own.json", "--boundary", "s3.json", resource="arn:aws:s3:::notes/bob/1"))
    text = finished.stdout
    assert '  own.json:4:5 "Own" would allow, but is not about this resource' in text
    assert ("  own.json:6:5 would deny, but Bool aws:SecureTransport does not hold: "
            "the request has no such key") in text
    kinds = ["Resource control", "Service control", "Resource-based", "Identity-based",
             "Permissions boundar", "Session"]
    places = [text.index(f"\n{kind}") for kind in kinds]
    assert places == sorted(places)
    assert (f"User: {NIA} is not authorized to perform: s3:GetObject on resource: "
            "arn:aws:s3:::notes/bob/1 because no identity-based policy allows the s3:GetObject "
            "action") in text


@pytest.mark.parametrize("value, reason", [
    ("203.0.113.9", "does not hold: the request has 203.0.113.9"),
    ("nowhere", "cannot be told to hold: the request has nowhere"),
])
def test_an_explanation_tells_what_a_condition_met(policy, tmp_path, value, reason):
    (tmp_path / "net.json").write_text(document(
        "Allow", "s3:*", Condition={"IpAddress": {"aws:SourceIp": "198.51.100.0/24"}}))
    finished = policy("explain", *nia("--policy", "net.json", "--context", f"aws:SourceIp={value}"))
    assert f"would allow, but IpAddress aws:SourceIp {reason}" in finished.stdout


@pytest.mark.parametrize("file", sorted((REPOSITORY / "Tests" / "Decisions").glob("*.json")),
                         ids=lambda file: file.stem)
def test_every_decision_case_is_decided_as_it_says(policy, file):
    finished = policy("simulate", "--case", file, "--json")
    assert finished.returncode == 0, finished.stderr
    answers = json.loads(finished.stdout)
    assert len(answers) == len(json.loads(file.read_text()))
    for case, answer in zip(json.loads(file.read_text()), answers):
        assert (answer["name"], answer["decision"]) == (case["name"], case["expect"])


def test_a_case_that_is_decided_otherwise_is_told(policy, tmp_path):
    case = {
        "name": "nobody may", "principal": {"type": "anonymous"}, "action": "s3:GetObject",
        "resource": "arn:aws:s3:::notes/1", "expect": "allowed"}
    (tmp_path / "case.json").write_text(json.dumps(case))
    simulated = policy("simulate", "--case", "case.json")
    assert simulated.returncode == 2 and "unexpected" in simulated.stdout
    told = policy("explain", "--case", "case.json")
    assert told.returncode == 2 and told.stdout.endswith("The case expects allowed.\n")


@pytest.mark.parametrize("arguments, status, complaint", [
    (["--policy", "missing.json", "--principal", NIA, "--action", "s3:GetObject"], 1,
     "`missing.json` cannot be read"),
    (["--policy", "named.json", "--principal", NIA, "--action", "s3:GetObject"], 1,
     "`named.json` is no policy: Policy document should not specify a principal."),
    (["--policy", "s3.json", "--action", "s3:GetObject"], 1,
     "say who asks for what with --principal and --action, or give a --case"),
    (["--principal", "nia", "--action", "s3:GetObject"], 1, "`nia` is nobody who could ask"),
    (["--principal", NIA, "--action", "s3:GetObject", "--context", "aws:username"], 1,
     "`aws:username` is not a condition key and a value, KEY=VALUE"),
    (["--case", "own.json"], 1, "`own.json`, case 1: there is no principal"),
    (["--polices", "own.json"], 64, "--polices"),
])
def test_what_cannot_be_asked_is_one_line_and_a_status(policy, arguments, status, complaint):
    for command in ("simulate", "explain"):
        finished = policy(command, *arguments)
        assert finished.returncode == status
        assert finished.stdout == ""
        assert complaint in finished.stderr and finished.stderr.count("\n") == 1


# Validation


FAULTY = """{
  "Version": "2012-10-17",
  "Statement": {"Effect": "Allow", "Action": ["s3:GetObjct", "iam:PassRole"], "Resource": "*"}
}
"""


@pytest.fixture
def faulty(policy, tmp_path):
    (tmp_path / "faulty.json").write_text(FAULTY)
    return policy


def test_findings_are_told_line_by_line_with_their_place(faulty):
    finished = faulty("validate", "own.json", "faulty.json")
    assert finished.returncode == 2
    lines = finished.stdout.splitlines()
    assert [line.split(": ")[:2] for line in lines] == [
        ["faulty.json:3:47", "ERROR INVALID_ACTION"],
        ["faulty.json:3:62", "SECURITY_WARNING PASS_ROLE_WITH_STAR_IN_RESOURCE"]]
    assert "did you mean s3:GetObject?" in lines[0]


def test_what_aws_may_have_added_since_is_a_warning_with_the_day_of_the_reference(
        policy, tmp_path, gatehouse_dev):
    newer = json.dumps({"Version": "2012-10-17", "Statement": {
        "Effect": "Allow", "Resource": "*",
        "Action": ["finops-agent:*", "acm:DescribeAcmeEndpoint", "brandnewservice:*",
                   "acm:DescribeBrandNewThing"]}})
    (tmp_path / "newer.json").write_text(newer)
    finished = policy("validate", "newer.json")
    assert finished.returncode == 0
    lines = finished.stdout.splitlines()
    assert [line.split(": ")[1] for line in lines] == [
        "WARNING INVALID_SERVICE_IN_ACTION", "WARNING INVALID_ACTION"]
    assert all(re.search(r"in the reference of 20\d\d-\d\d-\d\d", line) for line in lines)
    answer = gatehouse_dev.client("accessanalyzer").validate_policy(
        policyDocument=newer, policyType="IDENTITY_POLICY")
    assert [finding["findingType"] for finding in answer["findings"]] == ["WARNING", "WARNING"]


def test_findings_in_json_are_those_of_the_wire_operation(faulty, gatehouse_dev):
    finished = faulty("validate", "--json", "faulty.json")
    [file] = json.loads(finished.stdout)
    answer = gatehouse_dev.client("accessanalyzer").validate_policy(
        policyDocument=FAULTY, policyType="IDENTITY_POLICY")
    assert file["file"] == "faulty.json"
    for here, there in zip(file["findings"], answer["findings"], strict=True):
        assert here == there


@pytest.mark.parametrize("arguments, status", [
    (["s3.json"], 0),
    (["account.json"], 2),
    (["--type", "resource", "account.json"], 0),
    (["--type", "trust", "account.json"], 2),
    (["--type", "scp", "s3.json"], 0),
    (["--type", "rcp", "s3.json"], 2),
    (["--type", "resource", "--resource-type", "AWS::DynamoDB::Table", "account.json"], 2),
])
def test_the_type_of_a_policy_says_what_is_wrong_with_it(policy, arguments, status):
    assert policy("validate", *arguments).returncode == status


def test_warnings_count_when_it_is_strict(policy, tmp_path):
    (tmp_path / "old.json").write_text(
        '{"Statement": {"Effect": "Allow", "Action": "s3:*", "Resource": "*"}}')
    assert policy("validate", "old.json").returncode == 0
    strict = policy("validate", "--strict", "old.json")
    assert strict.returncode == 2 and "MISSING_VERSION" in strict.stdout
    assert policy("validate", "s3.json").stdout == "No findings.\n"


@pytest.mark.parametrize("arguments, status, complaint", [
    (["missing.json"], 1, "`missing.json` cannot be read"),
    (["--resource-type", "AWS::S3::Bucket", "s3.json"], 1,
     "--resource-type goes with --type resource and is one of AWS::S3::Bucket"),
    (["--type", "resource", "--resource-type", "AWS::SQS::Queue", "s3.json"], 1,
     "--resource-type goes with --type resource"),
    ([], 64, "files"),
    (["--type", "other", "s3.json"], 64, "other"),
])
def test_what_cannot_be_validated_is_one_line_and_a_status(policy, arguments, status, complaint):
    finished = policy("validate", *arguments)
    assert finished.returncode == status and finished.stdout == ""
    assert complaint in finished.stderr


def test_the_aws_command_line_validates_a_policy_page_by_page(gatehouse_dev):
    finished = gatehouse_dev.aws(
        "accessanalyzer", "validate-policy", "--policy-document", FAULTY,
        "--policy-type", "IDENTITY_POLICY", "--page-size", "1", "--locale", "KO")
    assert finished.returncode == 0, finished.stderr
    assert [finding["issueCode"] for finding in json.loads(finished.stdout)["findings"]] == [
        "INVALID_ACTION", "PASS_ROLE_WITH_STAR_IN_RESOURCE"]


def test_the_aws_command_line_learns_what_was_wrong_with_its_request(gatehouse_dev):
    finished = gatehouse_dev.aws(
        "accessanalyzer", "validate-policy", "--policy-document", "{}",
        "--policy-type", "IDENTITY_POLICY", "--validate-policy-resource-type", "AWS::S3::Bucket")
    assert finished.returncode == 255
    assert "(ValidationException) when calling the ValidatePolicy operation" in finished.stderr
