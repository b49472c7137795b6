"""CloudTrail's LookupEvents through botocore and the aws command: every filter, paging, refusals,
and records that have the fields which AWS's documentation shows."""

import datetime
import json
import time

import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

import http_client
import saml_provider
from cloudtrail_examples import EXAMPLES, OTHER_ACCOUNT, assume, differences
from conftest import DEV_ACCOUNT, Account, Credentials
from test_saml import PAIR, make_role
from test_saml import assume as assume_with_saml
from test_web_identity import (
    assume as assume_with_token, authority, gatehouse, issuer, issuers, make_provider, server,
    stranger)
from test_web_identity import make_role as make_web_role
from saml_provider import ATTRIBUTES

__all__ = ["authority", "gatehouse", "issuer", "issuers", "server", "stranger"]  # fixtures

# How long a record may take, and the second in which no further lookup is answered.
PATIENCE = 8
PASSWORD = "A long passw0rd!"
UNCHECKED = Config(parameter_validation=False)


def allow(*actions):
    return json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": list(actions), "Resource": "*"}]})


def by(key, value):
    return {"LookupAttributes": [{"AttributeKey": key, "AttributeValue": value}]}


def look(account, credentials=None, until=bool, **asked):
    """The events that are found, as soon as they are what is waited for."""
    client = account.client("cloudtrail", credentials)
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            events = client.lookup_events(**asked)["Events"]
            if until(events) or time.monotonic() > deadline:
                return events
        except ClientError as error:
            if error.response["Error"]["Code"] != "ThrottlingException":
                raise
            assert time.monotonic() < deadline


def refusal(account, credentials=None, **asked):
    """The error's code and status."""
    deadline = time.monotonic() + PATIENCE
    client = account.client("cloudtrail", credentials, config=UNCHECKED)
    while True:
        with pytest.raises(ClientError) as caught:
            client.lookup_events(**asked)
        answer = caught.value.response
        code = answer["Error"]["Code"]
        if code != "ThrottlingException" or time.monotonic() > deadline:
            return code, answer["ResponseMetadata"]["HTTPStatusCode"]


def user(account, name="alice", *actions):
    """A user with a key and these permissions."""
    iam = account.client("iam")
    iam.create_user(UserName=name)
    if actions:
        iam.put_user_policy(UserName=name, PolicyName="own", PolicyDocument=allow(*actions))
    key = iam.create_access_key(UserName=name)["AccessKey"]
    return Credentials(key["AccessKeyId"], key["SecretAccessKey"])


def session(answer):
    made = answer["Credentials"]
    return Credentials(made["AccessKeyId"], made["SecretAccessKey"], made["SessionToken"])


def role(account, name="audit", *actions):
    """A role that everybody in the account may assume who may assume roles."""
    iam = account.client("iam")
    iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps({
        "Version": "2012-10-17", "Statement": [{
            "Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{account.account}:root"},
            "Action": ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"]}]}))
    iam.put_role_policy(RoleName=name, PolicyName="own", PolicyDocument=allow(
        *(actions or ["iam:*", "sts:*"])))
    return f"arn:aws:iam::{account.account}:role/{name}"


# Records as AWS documents them. Each does something, and gives how its event is found.


def console_user(account):
    user(account, "alice", "*")
    account.client("iam").create_login_profile(UserName="alice", Password=PASSWORD)
    browser = http_client.Browser(account)
    return browser.open(f"/signin/{account.account}")


def signed_in(account):
    browser = console_user(account).submit(user="alice", password=PASSWORD)
    assert browser.path == "/console"
    return browser


def switched(account):
    browser = signed_in(account)
    role(account)
    browser.open("/switchrole").submit(account=account.account, roleName="audit")
    return browser


def assume_role(account, credentials, **more):
    return session(account.client("sts", credentials).assume_role(**{
        "RoleArn": f"arn:aws:iam::{account.account}:role/audit", "RoleSessionName": "alice"
    } | more))


def chained(account):
    role(account, "second")
    role(account)
    first = assume_role(
        account, user(account, "alice", "sts:*"), SourceIdentity="alice",
        Tags=[{"Key": "team", "Value": "core"}], TransitiveTagKeys=["team"])
    assume_role(
        account, first, RoleArn=f"arn:aws:iam::{account.account}:role/second",
        RoleSessionName="second", Tags=[{"Key": "site", "Value": "north"}],
        TransitiveTagKeys=["site"], DurationSeconds=900)
    return by("ResourceName", f"arn:aws:iam::{account.account}:role/second")


def saml(account):
    idp = saml_provider.Provider()
    iam = account.client("iam")
    iam.create_saml_provider(Name="Corp", SAMLMetadataDocument=idp.metadata())
    make_role(iam, actions=(
        "sts:AssumeRoleWithSAML", "sts:TagSession", "sts:SetSourceIdentity"))
    assume_with_saml(account, idp.response(roles=[PAIR], others=[
        (f"{ATTRIBUTES}PrincipalTag:Project", ["Marketing"]),
        (f"{ATTRIBUTES}TransitiveTagKeys", ["Project"]),
        (f"{ATTRIBUTES}SourceIdentity", ["Diego"])]))
    return by("EventName", "AssumeRoleWithSAML")


def web(account, issuer):
    make_provider(account, issuer)
    make_web_role(account, issuer)
    made = session(assume_with_token(account, issuer.token()))
    account.client("iam", made).list_users()


def failed(browser, **values):
    browser.submit(**values)
    assert browser.status == 401


def root_signs_in(account, password):
    http_client.Browser(account).sign_in_as_root(account.email, password)


CALLS = {
    "a change by a root user": lambda account: (
        account.client("iam").create_user(UserName="bob"), "CreateUser"),
    "a read by a user": lambda account: (
        account.client("iam", user(account, "alice", "iam:*")).list_users(), "ListUsers"),
    "a refusal of a user": lambda account: (
        pytest.raises(ClientError, account.client("iam", user(account)).list_users), "ListUsers"),
    "a read in a session of a user": lambda account: (
        account.client("sts", session(
            account.client("sts", user(account)).get_session_token())).get_caller_identity(),
        "GetCallerIdentity"),
    "a read in a session of a role": lambda account: (
        role(account), account.client("iam", assume_role(
            account, user(account, "alice", "sts:*"), SourceIdentity="alice")).list_users(),
        "ListUsers"),
    "a read of a federated user": lambda account: (
        account.client("sts", session(account.client("sts", user(
            account, "alice", "sts:*")).get_federation_token(Name="bob"))).get_caller_identity(),
        "GetCallerIdentity"),
    "a user assumes a role": lambda account: (
        role(account), assume_role(
            account, user(account, "alice", "sts:*"), SourceIdentity="alice"), "AssumeRole"),
    "a role assumes a role": chained,
    "somebody by the word of a SAML provider": saml,
    "a root user signs in": lambda account: (
        root_signs_in(account, account.password), "ConsoleLogin"),
    "a root user fails to sign in": lambda account: (
        root_signs_in(account, "not the password"), "ConsoleLogin"),
    "a user signs in": lambda account: (signed_in(account), "ConsoleLogin"),
    "a user fails to sign in": lambda account: (
        failed(console_user(account), user="alice", password="wrong"), "ConsoleLogin"),
    "a name that nobody has": lambda account: (
        failed(console_user(account), user="my password", password="x"), "ConsoleLogin"),
    "a read of a user in the console": lambda account: (
        signed_in(account).open("/console/iam/groups/devs"), "GetGroup"),
    "a user switches to a role": lambda account: (switched(account), "SwitchRole"),
    "a read of a role in the console": lambda account: (
        switched(account).open("/console/iam/groups/devs"), "GetGroup"),
    "a user switches back": lambda account: (
        switched(account).submit(form="switch-back"), "ExitRole"),
}
# What GetGroup answers in the console: there is no such group.
NOT_THERE = {"errorCode": "NoSuchEntity", "errorMessage": str}


def check(account, kind, asked):
    form = EXAMPLES[kind]
    if asked == by("EventName", "GetGroup"):
        form = form | NOT_THERE
    events = look(account, **asked)
    record = json.loads(events[0]["CloudTrailEvent"])
    assert differences(form, record) == []
    major, minor = record["eventVersion"].split(".")
    assert (int(major), int(minor)) >= (1, 9)
    return events[0], record


@pytest.mark.parametrize("kind", CALLS)
def test_a_record_has_the_fields_that_aws_documents(gatehouse_dev, kind):
    done = CALLS[kind](gatehouse_dev)
    asked = done if isinstance(done, dict) else by("EventName", done[-1])
    event, record = check(gatehouse_dev, kind, asked)
    assert event["EventId"] == record["eventID"]
    assert event["ReadOnly"] == json.dumps(record["readOnly"])
    assert event["EventSource"] == record["eventSource"]
    assert event.get("AccessKeyId", "") == record["userIdentity"].get("accessKeyId", "")


def test_a_record_of_web_identity_has_the_fields_that_aws_documents(gatehouse, issuer):
    web(gatehouse, issuer)
    event, record = check(
        gatehouse, "somebody by the word of an OpenID Connect provider",
        by("EventName", "AssumeRoleWithWebIdentity"))
    assert event["Username"] == "alice"
    name = issuer.url.removeprefix("https://")
    provider = f"arn:aws:iam::{DEV_ACCOUNT}:oidc-provider/{name}"
    assert record["userIdentity"]["identityProvider"] == provider
    assert record["userIdentity"]["principalId"].startswith(f"{provider}:")
    event, record = check(
        gatehouse, "a read in a session by an OpenID Connect provider",
        by("EventName", "ListUsers"))
    assert event["Username"] == "job"
    data = record["userIdentity"]["sessionContext"]["webIdFederationData"]
    assert data["federatedProvider"] == provider
    assert data["attributes"][f"{name}:sub"] == "alice"


def test_who_acted_is_told_by_name(gatehouse_dev):
    for kind, name in [
        ("a change by a root user", "root"), ("a read by a user", "alice"),
        ("a read of a federated user", "bob"), ("a read in a session of a role", "alice"),
        ("a root user signs in", "root"),
        ("a name that nobody has", "HIDDEN_DUE_TO_SECURITY_REASONS"),
        ("somebody by the word of a SAML provider", "alice"),
    ]:
        gatehouse_dev.reset()
        done = CALLS[kind](gatehouse_dev)
        asked = done if isinstance(done, dict) else by("EventName", done[-1])
        assert look(gatehouse_dev, **asked)[0]["Username"] == name


def test_a_role_of_another_account_is_in_the_records_of_both(data_server):
    ours, theirs = Account(data_server), Account(data_server)
    iam = theirs.client("iam")
    iam.create_role(RoleName="audit", AssumeRolePolicyDocument=json.dumps({
        "Version": "2012-10-17", "Statement": [{
            "Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{ours.account}:root"},
            "Action": "sts:AssumeRole"}]}))
    arn = f"arn:aws:iam::{theirs.account}:role/audit"
    assume_role(ours, user(ours, "alice", "sts:*"), RoleArn=arn)
    records = [
        json.loads(look(account, **by("ResourceName", arn), until=lambda found: any(
            event["EventName"] == "AssumeRole" for event in found))[0]["CloudTrailEvent"])
        for account in (ours, theirs)]
    shared = {"sharedEventID": str}
    form = EXAMPLES["a user assumes a role"]
    form = form | {"requestParameters": {"roleArn": arn, "roleSessionName": "alice"}} | shared
    assert differences(form, records[0]) == []
    assert differences(assume(OTHER_ACCOUNT, {}, **shared), records[1]) == []
    assert records[0]["sharedEventID"] == records[1]["sharedEventID"]
    assert records[0]["eventID"] != records[1]["eventID"]
    assert [record["recipientAccountId"] for record in records] == [ours.account, theirs.account]


# Filters


FILTERS = [
    ("EventName", "CreateUser", {"CreateUser"}), ("EventName", "createuser", set()),
    ("EventSource", "sts.amazonaws.com", {"GetCallerIdentity"}),
    ("Username", "alice", {"GetCallerIdentity", "ListUsers"}),
    ("ResourceName", "alice", {"CreateUser", "CreateAccessKey", "PutUserPolicy"}),
    ("ResourceName", "bob", {"CreateGroup"}),
    ("ResourceType", "AWS::IAM::Group", {"CreateGroup"}),
    ("ResourceType", "AWS::IAM::AccessKey", {"CreateAccessKey", "CreateAccount"}),
]


@pytest.mark.parametrize("key, value, names", FILTERS)
def test_events_are_found_by_each_attribute(gatehouse_dev, key, value, names):
    alice = user(gatehouse_dev, "alice", "iam:ListUsers")
    gatehouse_dev.client("iam").create_group(GroupName="bob")
    gatehouse_dev.client("iam", alice).list_users()
    gatehouse_dev.client("sts", alice).get_caller_identity()
    look(gatehouse_dev, **by("EventName", "GetCallerIdentity"))
    found = look(gatehouse_dev, until=lambda found: True, **by(key, value))
    assert {event["EventName"] for event in found} == names
    times = [event["EventTime"] for event in found]
    assert times == sorted(times, reverse=True)


def test_events_are_found_by_their_id_their_key_and_what_they_did(gatehouse_dev):
    alice = user(gatehouse_dev, "alice", "iam:*")
    gatehouse_dev.client("iam", alice).create_group(GroupName="devs")
    gatehouse_dev.client("iam", alice).list_groups()
    found = look(
        gatehouse_dev, until=lambda found: len(found) == 2,
        **by("AccessKeyId", alice.access_key_id))
    assert [event["EventName"] for event in found] == ["ListGroups", "CreateGroup"]
    one = look(gatehouse_dev, **by("EventId", found[1]["EventId"]))
    assert [event["EventName"] for event in one] == ["CreateGroup"]
    reads = look(gatehouse_dev, **by("ReadOnly", "true"))
    assert {event["ReadOnly"] for event in reads} == {"true"}
    assert "LookupEvents" in {event["EventName"] for event in reads}
    changes = look(gatehouse_dev, **by("ReadOnly", "false"))
    assert {event["ReadOnly"] for event in changes} == {"false"}
    assert "CreateGroup" in {event["EventName"] for event in changes}


def test_events_are_found_by_their_time(gatehouse_dev):
    gatehouse_dev.client("iam").create_user(UserName="alice")
    made = look(gatehouse_dev, **by("EventName", "CreateUser"))[0]["EventTime"]
    second = datetime.timedelta(seconds=1)
    for times, count in [
        ({"StartTime": made, "EndTime": made}, 1), ({"StartTime": made + second}, 0),
        ({"EndTime": made - second}, 0), ({"EndTime": made + second}, 1),
    ]:
        found = look(
            gatehouse_dev, until=lambda found: True, **by("EventName", "CreateUser"), **times)
        assert len(found) == count


def test_pages_lead_through_all_events(gatehouse_dev):
    iam = gatehouse_dev.client("iam")
    for number in range(5):
        iam.create_user(UserName=f"user{number}")
    # A client that waits when it asks too often.
    client = gatehouse_dev.client(
        "cloudtrail", config=Config(retries={"mode": "standard", "total_max_attempts": 10}))
    pages = list(client.get_paginator("lookup_events").paginate(
        **by("EventName", "CreateUser"), PaginationConfig={"PageSize": 2}))
    assert [len(page["Events"]) for page in pages] == [2, 2, 1]
    names = [
        json.loads(event["CloudTrailEvent"])["requestParameters"]["userName"]
        for page in pages for event in page["Events"]]
    assert names == [f"user{number}" for number in reversed(range(5))]


def test_an_account_sees_its_own_events_alone(data_server):
    ours, theirs = Account(data_server), Account(data_server)
    for account in (ours, theirs):
        account.client("iam").create_user(UserName="alice")
    for asked in [{}, by("ResourceName", "alice"), by("EventName", "CreateUser"),
                  by("ReadOnly", "false"), by("ResourceType", "AWS::IAM::User")]:
        events = look(ours, **asked)
        recipients = {
            json.loads(event["CloudTrailEvent"])["recipientAccountId"] for event in events}
        assert recipients == {ours.account}
    event = look(theirs, **by("EventName", "CreateUser"))[0]["EventId"]
    assert look(ours, until=lambda found: True, **by("EventId", event)) == []


# Permission and refusals


def test_looking_takes_its_own_permission(gatehouse_dev):
    nobody = user(gatehouse_dev, "nobody", "iam:*", "sts:*")
    assert refusal(gatehouse_dev, nobody) == ("AccessDeniedException", 400)
    reader = user(gatehouse_dev, "reader", "cloudtrail:LookupEvents")
    assert look(gatehouse_dev, reader)


REFUSALS = [
    ({"LookupAttributes": [
        {"AttributeKey": "EventName", "AttributeValue": "CreateUser"},
        {"AttributeKey": "Username", "AttributeValue": "root"}]},
     "InvalidLookupAttributesException"),
    (by("ReadOnly", "maybe"), "InvalidLookupAttributesException"),
    (by("Username", "_" * 1_001), "InvalidLookupAttributesException"),
    ({"MaxResults": 0}, "InvalidMaxResultsException"),
    ({"MaxResults": 51}, "InvalidMaxResultsException"),
    ({"StartTime": 1_800_000_000, "EndTime": 1_700_000_000}, "InvalidTimeRangeException"),
    ({"EventCategory": "data"}, "InvalidEventCategoryException"),
    ({"NextToken": "nonsense"}, "InvalidNextTokenException"),
    (by("Nothing", "x"), "ValidationException"), (by("Username", ""), "ValidationException"),
]


@pytest.mark.parametrize("asked, code", REFUSALS)
def test_what_is_not_valid_is_refused(gatehouse_dev, asked, code):
    assert refusal(gatehouse_dev, **asked) == (code, 400)


def test_a_token_is_for_the_query_that_it_was_given_for(gatehouse_dev):
    iam = gatehouse_dev.client("iam")
    for name in ("alice", "bob"):
        iam.create_user(UserName=name)
    asked = by("EventName", "CreateUser")
    client = gatehouse_dev.client("cloudtrail")
    token = client.lookup_events(**asked, MaxResults=1)["NextToken"]
    assert look(gatehouse_dev, NextToken=token, **asked)
    wrong = "InvalidNextTokenException", 400
    assert refusal(gatehouse_dev, NextToken=token) == wrong
    assert refusal(gatehouse_dev, NextToken=token, **by("EventName", "DeleteUser")) == wrong


def test_there_are_no_insights(gatehouse_dev):
    assert look(gatehouse_dev, until=lambda found: True, EventCategory="insight") == []


def test_a_third_lookup_in_a_second_is_one_too_many(gatehouse_dev):
    client = gatehouse_dev.client("cloudtrail")
    with pytest.raises(ClientError, match="ThrottlingException.*Rate exceeded") as caught:
        for _ in range(100):
            client.lookup_events(MaxResults=1)
    assert caught.value.response["ResponseMetadata"]["HTTPStatusCode"] == 400


def test_the_command_line_looks_events_up(gatehouse_dev):
    gatehouse_dev.client("iam").create_user(UserName="alice")
    made = gatehouse_dev.aws(
        "cloudtrail", "lookup-events", "--lookup-attributes",
        "AttributeKey=EventName,AttributeValue=CreateUser", "--max-items", "1")
    assert made.returncode == 0, made.stderr
    event = json.loads(made.stdout)["Events"][0]
    assert event["Resources"][0] == {"ResourceType": "AWS::IAM::User", "ResourceName": "alice"}
    assert json.loads(event["CloudTrailEvent"])["requestParameters"]["userName"] == "alice"
