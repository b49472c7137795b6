"""Which policy documents IAM accepts from boto3, and how it refuses the others.

AWS documents the grammar and not the sentences, which come from reports; see `PolicyVetting`.
"""

import json

import pytest
from botocore.exceptions import ClientError

LEGACY = "The policy failed legacy parsing"
SYNTAX = "Syntax errors in policy."


def statement(**elements):
    return {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"} | elements


def document(*statements, **members):
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)} | members)


def resource(text):
    return document(statement(Resource=text))


def condition(**operators):
    return document(statement(Condition=operators))


ACCEPTED = {
    "an ARN that ends behind its service": resource("arn:aws:sns:*"),
    "an ARN that ends behind its region": resource("arn:aws:dynamodb:us-east-1:*"),
    "an ARN of three parts": resource("arn:aws:sqs"),
    "ARNs of five parts and of six": resource(["arn:aws:sqs:*:*", "arn:aws:s3:::files/*"]),
    "no values": condition(StringEquals={"aws:PrincipalTag/team": []}),
    "no values for dates": condition(DateGreaterThan={"aws:CurrentTime": []}),
    "a key without a colon": condition(StringEqualsIfExists={"department": "sales"}),
    "a date and a key without a colon": condition(
        DateLessThanEquals={"until": "2030-07-01T13:20:15Z"}),
    "an unknown operator that asks nothing": condition(StringMatches={}),
    "a space in an action": document(statement(Action="s3: GetObject")),
    "a space behind an action": document(statement(Action="s3:GetObject ")),
    "a prefix with a dot": document(statement(Action="a.b:Describe")),
    "an action that no service has": document(statement(Action="iam:UpdateAccessKeys")),
    "a list of statements before the version": json.dumps(
        {"Statement": [statement()], "Version": "2012-10-17"}),
    "one statement behind the version": json.dumps(
        {"Version": "2012-10-17", "Statement": statement()}),
    "a variable behind the fifth colon": resource(
        "arn:aws:iam::*:role/${aws:PrincipalTag/team}"),
}

REFUSED = {
    "one statement before the version": (
        json.dumps({"Statement": statement(), "Version": "2012-10-17"}), LEGACY),
    "white space before the document": ("\n" + document(statement()), LEGACY),
    "an effect in small letters": (document(statement(Effect="allow")), LEGACY),
    "a version that is none": (document(statement(), Version="2013-10-17"), SYNTAX),
    "an S3 ARN of five parts": (resource("arn:aws:s3::files"), LEGACY),
    "an ARN without a service": (resource("arn:aws::::files"), LEGACY),
    "an ARN without its first part": (
        resource("aws:s3:::files"), 'Partition "s3" is not valid for resource "arn:s3:::files:*".'),
    "an operator that is none": (condition(a="b"), SYNTAX),
    "a date that is none": (condition(DateLessThan={"aws:CurrentTime": "soon"}), LEGACY),
    "a repeated Sid before a missing action": (
        document(statement(Sid="one"), {"Sid": "one", "Effect": "Allow"}),
        "Statement IDs (SID) in a single policy must be unique."),
    "a missing resource before a bad action": (
        document({"Effect": "Allow", "Action": "GetObject"}),
        "Policy statement must contain resources."),
    "a variable for the account": (
        resource("arn:aws:iam::${aws:PrincipalAccount}:role/build-*"), LEGACY),
    "what a template was to fill in": (
        resource("arn:aws:sns:us-east-1:<ACCOUNT_ID>:alerts"), LEGACY),
    "a byte order mark": ("\ufeff" + document(statement()), None),
    "a comma at the end": (document(statement())[:-1] + ",}", SYNTAX),
    "two documents": (document(statement()) * 2, SYNTAX),
    "a name that stands twice": (
        document(statement()).replace('"Action"', '"Action": "s3:PutObject", "Action"'), SYNTAX),
}


@pytest.fixture
def iam(gatehouse_dev):
    client = gatehouse_dev.client("iam")
    client.create_user(UserName="writer")
    return client


@pytest.mark.parametrize("text", ACCEPTED.values(), ids=ACCEPTED)
def test_is_kept(iam, text):
    arn = iam.create_policy(PolicyName="kept", PolicyDocument=text)["Policy"]["Arn"]
    version = iam.get_policy_version(PolicyArn=arn, VersionId="v1")["PolicyVersion"]
    assert version["Document"] == json.loads(text)
    iam.put_user_policy(UserName="writer", PolicyName="kept", PolicyDocument=text)
    iam.create_policy_version(PolicyArn=arn, PolicyDocument=text)


@pytest.mark.parametrize("text, sentence", REFUSED.values(), ids=REFUSED)
def test_is_refused(iam, text, sentence):
    for ask in (
        lambda: iam.create_policy(PolicyName="kept", PolicyDocument=text),
        lambda: iam.put_user_policy(UserName="writer", PolicyName="kept", PolicyDocument=text),
    ):
        with pytest.raises(ClientError) as refusal:
            ask()
        error = refusal.value.response["Error"]
        if sentence is None:
            # A character that no parameter may have.
            assert error["Code"] == "ValidationError"
        else:
            assert (error["Code"], error["Message"]) == ("MalformedPolicyDocument", sentence)


FAULTS = {
    "bom": ("\ufeff" + document(statement()), "1:1", "byte order mark"),
    "comment": (document(statement()).replace(", ", ", // who\n", 1), "1:27", "a comment"),
    "curly": (document(statement()).replace('"', "\u201c"), "1:2", "typographic"),
    "single": (document(statement()).replace('"', "'"), "1:2", "double quotation marks"),
    "empty": ("", "1:1", "empty"),
    "blank": (" \n", "2:1", "empty"),
    "file": ("./policy.json", "1:1", "file://"),
    "no-break": (document(statement()).replace(", ", ",\u00a0", 1), "1:26", "U+00A0"),
    "separator": (document(statement()).replace(", ", ",\u2028", 1), "1:26", "U+2028"),
    "comma": (document(statement())[:-1] + ",}", "1:105", "last comma"),
    "two": (document(statement()) * 2, "1:105", "second document"),
    "repeated": (
        '{"Version": "2012-10-17", "Version": "2012-10-17"}', "1:27", "Version stands twice"),
    "word": ('{"Version": 2012-10-17}', "1:17", "not a number"),
    "python": ('{"Version": True}', "1:13", "write true"),
    "open": ('{"Version": "2012-10-17"', "1:25", "closed"),
    "white": (" " + document(statement()), "1:1", "begins with white space"),
    "effect": (document(statement(Effect="allow")), "1:52", "write Allow"),
    "account": (resource("arn:aws:iam::${aws:PrincipalAccount}:role/r"), "1:99", "fifth colon"),
    "lone": (
        json.dumps({"Statement": statement(), "Version": "2012-10-17"}), "1:79", "stands last"),
}


@pytest.mark.parametrize("text, place, words", FAULTS.values(), ids=FAULTS)
def test_the_command_line_tells_faults_apart(operator, tmp_path, text, place, words):
    (tmp_path / "own.json").write_text(text, encoding="utf-8")
    finished = operator("policy", "validate", "own.json")
    assert finished.returncode == 2
    [line] = [line for line in finished.stdout.splitlines() if ": ERROR " in line]
    assert line.startswith(f"own.json:{place}: ") and words in line
