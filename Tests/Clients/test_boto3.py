"""boto3 as programs use it: pages, waiters, exceptions, threads, presigned URLs."""

import concurrent.futures
import datetime
import json
import threading
import urllib.request
from unittest import mock

import botocore.config
import botocore.exceptions
import pytest

import http_client
from conftest import Account, Credentials

THREADS = 32
MANY = 250
ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess"
ALLOW_ALL = json.dumps({
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}],
})


def concurrent_client(server):
    """An IAM client for as many threads at once as the tests use."""
    return server.client(
        "iam", config=botocore.config.Config(max_pool_connections=THREADS))


def at_once(calls):
    """Makes calls in threads that start together.

    Returns, in the order of the calls, the error code of each, or None where it succeeded.
    """
    gate = threading.Barrier(len(calls))

    def run(call):
        gate.wait()
        try:
            call()
        except botocore.exceptions.ClientError as error:
            return error.response["Error"]["Code"]

    with concurrent.futures.ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def in_threads(function, items):
    """Calls a function with each of the items, a few at a time."""
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        return list(pool.map(function, items))


# Pages


@pytest.mark.parametrize(
    "create, operation, result, name",
    [
        (lambda iam, name: iam.create_user(UserName=name, Path=path_of(name)),
         "list_users", "Users", "UserName"),
        (lambda iam, name: iam.create_group(GroupName=name, Path=path_of(name)),
         "list_groups", "Groups", "GroupName"),
        (lambda iam, name: iam.create_policy(
            PolicyName=name, Path=path_of(name), PolicyDocument=ALLOW_ALL),
         "list_policies", "Policies", "PolicyName"),
    ],
    ids=["users", "groups", "policies"])
def test_paginators_give_everything_once_and_in_order(
        gatehouse_dev, create, operation, result, name):
    iam = concurrent_client(gatehouse_dev)
    names = [f"{'Zz' if number % 2 else 'aA'}-{number:03}" for number in range(MANY)]
    in_threads(lambda name: create(iam, name), names)
    filters = {"Scope": "Local"} if operation == "list_policies" else {}

    def listed(size, **more):
        pages = iam.get_paginator(operation).paginate(
            PaginationConfig={"PageSize": size}, **filters, **more)
        return [item[name] for page in pages for item in page[result]]

    in_order = sorted(names, key=str.lower)
    for size in (7, 125, 1000):
        assert listed(size) == in_order
    odd = [name for name in in_order if path_of(name) == "/odd/"]
    assert listed(60, PathPrefix="/odd/") == odd
    if operation != "list_policies":  # whose prefixes are whole paths
        assert listed(60, PathPrefix="/o") == odd
    assert listed(60, PathPrefix="/none/") == []
    first = getattr(iam, operation)(**filters)
    assert (len(first[result]), first["IsTruncated"]) == (100, True)


def path_of(name):
    """Where a thing of this name is put: half of them in a path of their own."""
    return "/odd/" if name.startswith("Zz") else "/"


def test_a_page_begins_where_the_last_one_ended_whatever_came_and_went(gatehouse_dev):
    iam = gatehouse_dev.client("iam")
    for name in "bdfhj":
        iam.create_user(UserName=name)
    first = iam.list_users(MaxItems=2)
    assert [user["UserName"] for user in first["Users"]] == ["b", "d"]
    iam.delete_user(UserName="d")
    iam.create_user(UserName="a")
    iam.create_user(UserName="e")
    rest = iam.list_users(Marker=first["Marker"])
    assert [user["UserName"] for user in rest["Users"]] == ["e", "f", "h", "j"]


def test_over_a_thousand_policies_of_aws_are_there(gatehouse_dev):
    iam = gatehouse_dev.client("iam")
    pages = iam.get_paginator("list_policies").paginate(
        Scope="AWS", PaginationConfig={"PageSize": 1000})
    arns = [policy["Arn"] for page in pages for policy in page["Policies"]]
    assert len(arns) == len(set(arns)) > 1400
    assert all(arn.startswith("arn:aws:iam::aws:policy/") for arn in arns)
    administrator = iam.get_policy(PolicyArn="arn:aws:iam::aws:policy/AdministratorAccess")
    version = iam.get_policy_version(
        PolicyArn=administrator["Policy"]["Arn"],
        VersionId=administrator["Policy"]["DefaultVersionId"])
    assert version["PolicyVersion"]["Document"] == json.loads(ALLOW_ALL)


# Waiters


@pytest.mark.parametrize(
    "waiter, look, event, create",
    [
        ("user_exists", {"UserName": "late"}, "after-call.iam.GetUser",
         lambda iam: iam.create_user(UserName="late")),
        ("policy_exists", {"PolicyArn": "arn:aws:iam::123456789012:policy/late"},
         "after-call.iam.GetPolicy",
         lambda iam: iam.create_policy(PolicyName="late", PolicyDocument=ALLOW_ALL)),
    ])
def test_waiters_end_when_what_they_wait_for_is_there(
        gatehouse_dev, waiter, look, event, create):
    iam = gatehouse_dev.client("iam")
    polls = []

    def polled(http_response, **_):
        polls.append(http_response.status_code)
        if len(polls) == 2:
            create(gatehouse_dev.client("iam"))

    with pytest.raises(botocore.exceptions.WaiterError, match="Max attempts exceeded"):
        iam.get_waiter(waiter).wait(**look, WaiterConfig={"Delay": 0, "MaxAttempts": 2})
    iam.meta.events.register(event, polled)
    iam.get_waiter(waiter).wait(**look, WaiterConfig={"Delay": 0, "MaxAttempts": 5})
    assert polls == [404, 404, 200]


# Exceptions


def test_errors_arrive_as_the_exceptions_that_the_model_declares(gatehouse_dev):
    iam = gatehouse_dev.client("iam")
    errors = iam.exceptions
    with pytest.raises(errors.NoSuchEntityException) as caught:
        iam.get_user(UserName="nobody")
    response = caught.value.response
    assert response["Error"] == {
        "Type": "Sender", "Code": "NoSuchEntity",
        "Message": "The user with name nobody cannot be found.",
    }
    assert response["ResponseMetadata"]["HTTPStatusCode"] == 404
    assert len(response["ResponseMetadata"]["RequestId"]) == 36
    iam.create_user(UserName="alice")
    with pytest.raises(errors.EntityAlreadyExistsException):
        iam.create_user(UserName="Alice")
    with pytest.raises(errors.MalformedPolicyDocumentException):
        iam.put_user_policy(UserName="alice", PolicyName="p", PolicyDocument="{}")
    with pytest.raises(errors.InvalidInputException):
        iam.tag_user(UserName="alice", Tags=[{"Key": "aws:x", "Value": "1"}])
    with pytest.raises(errors.PasswordPolicyViolationException):
        iam.create_login_profile(UserName="alice", Password="short")
    iam.create_access_key(UserName="alice")
    with pytest.raises(errors.DeleteConflictException):
        iam.delete_user(UserName="alice")
    iam.create_access_key(UserName="alice")
    with pytest.raises(errors.LimitExceededException):
        iam.create_access_key(UserName="alice")


# Odd values


def test_tags_and_names_of_odd_characters_come_back_as_they_were(gatehouse_dev):
    iam = gatehouse_dev.client("iam")
    name = "O+d=d,n.a@m_e-" + "x" * 50
    tags = [
        {"Key": "부서", "Value": "연구 개발 / 보안"},
        {"Key": "a b:c/d=e+f-g@h.i_j", "Value": ""},
        {"Key": "é", "Value": "Ünïcødé ٣ Ⅷ"},
        {"Key": "k" * 128, "Value": "가" * 256},
    ]
    iam.create_user(UserName=name, Path="/!\"#$%&'()*/<+>?[~]/", Tags=tags)
    user = iam.get_user(UserName=name.upper())["User"]
    assert (user["UserName"], user["Path"]) == (name, "/!\"#$%&'()*/<+>?[~]/")

    def in_order(tags):
        return sorted(tags, key=lambda tag: tag["Key"])

    assert in_order(user["Tags"]) == in_order(tags)
    policy = {
        "Version": "2012-10-17", "Id": "a <b> & \"c\" é\n\t",
        "Statement": {"Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::a b+c%20/*"},
    }
    text = json.dumps(policy, indent=1, ensure_ascii=False)
    iam.put_user_policy(UserName=name, PolicyName="p+=,.@_-", PolicyDocument=text)
    shown = iam.get_user_policy(UserName=name, PolicyName="p+=,.@_-")
    assert shown["PolicyDocument"] == policy


# Other accounts


def test_an_account_neither_sees_nor_changes_another(data_server):
    one, other = Account(data_server), Account(data_server)
    iam, theirs = one.client("iam"), other.client("iam")
    alias = f"alias-{one.account}"
    iam.create_account_alias(AccountAlias=alias)
    iam.create_user(UserName="alice")
    made = iam.create_access_key(UserName="alice")["AccessKey"]
    policy = iam.create_policy(PolicyName="Mine", PolicyDocument=ALLOW_ALL)["Policy"]["Arn"]

    def code(call, **parameters):
        with pytest.raises(theirs.exceptions.ClientError) as caught:
            call(**parameters)
        return caught.value.response["Error"]["Code"]

    key = {"AccessKeyId": made["AccessKeyId"]}
    assert theirs.list_users()["Users"] == theirs.list_policies(Scope="Local")["Policies"] == []
    assert code(theirs.get_user, UserName="alice") == "NoSuchEntity"
    theirs.create_user(UserName="alice")
    for call in (theirs.delete_access_key,
                 lambda **keys: theirs.update_access_key(Status="Inactive", **keys)):
        assert code(call, UserName="alice", **key) == "NoSuchEntity"
        assert code(call, **key) == "NoSuchEntity"
    assert code(theirs.get_access_key_last_used, **key) == "AccessDenied"
    assert code(theirs.get_policy, PolicyArn=policy) == "NoSuchEntity"
    assert code(theirs.attach_user_policy, UserName="alice", PolicyArn=policy) == "NoSuchEntity"
    assert code(theirs.delete_policy, PolicyArn=policy) == "AccessDenied"
    assert code(
        theirs.create_policy_version, PolicyArn=policy, PolicyDocument=ALLOW_ALL
    ) == "AccessDenied"
    assert code(theirs.create_account_alias, AccountAlias=alias) == "EntityAlreadyExists"
    assert code(theirs.delete_account_alias, AccountAlias=alias) == "NoSuchEntity"
    # Whose a key is, its ID says to everyone, as AWS's do.
    info = other.client("sts").get_access_key_info(**key)
    assert info["Account"] == one.account
    alice = Credentials(made["AccessKeyId"], made["SecretAccessKey"])
    assert one.client("sts", alice).get_caller_identity()["Account"] == one.account


# Many at once


def test_users_made_by_many_threads_are_all_there(gatehouse_dev):
    iam = concurrent_client(gatehouse_dev)
    names = [f"user-{number}" for number in range(2 * THREADS)]
    with concurrent.futures.ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(lambda name: iam.create_user(UserName=name), names))
    users = iam.list_users(MaxItems=1000)["Users"]
    assert {user["UserName"] for user in users} == set(names)
    assert len({user["UserId"] for user in users}) == len(names)


def test_of_many_who_want_one_name_one_gets_it(account):
    iam = concurrent_client(account)
    spellings = ["".join(pair) for pair in zip("sS" * 16, "aA" * 16, "mM" * 16)]
    codes = at_once(
        [lambda name=name: iam.create_user(UserName=name) for name in spellings])
    assert sorted(codes, key=str) == ["EntityAlreadyExists"] * (THREADS - 1) + [None]
    assert len(iam.list_users()["Users"]) == 1


def test_many_who_want_keys_of_one_user_get_two(account):
    iam = concurrent_client(account)
    iam.create_user(UserName="alice")
    codes = at_once([lambda: iam.create_access_key(UserName="alice")] * THREADS)
    assert sorted(codes, key=str) == ["LimitExceeded"] * (THREADS - 2) + [None, None]
    assert len(iam.list_access_keys(UserName="alice")["AccessKeyMetadata"]) == 2


def test_quotas_of_policies_hold_whoever_comes_at_once(gatehouse_dev):
    iam = concurrent_client(gatehouse_dev)
    iam.create_user(UserName="alice")
    policies = in_threads(
        lambda number: iam.create_policy(PolicyName=f"p{number}", PolicyDocument=ALLOW_ALL),
        range(16))
    arns = [policy["Policy"]["Arn"] for policy in policies]
    codes = at_once(
        [lambda arn=arn: iam.attach_user_policy(UserName="alice", PolicyArn=arn) for arn in arns])
    assert sorted(codes, key=str) == ["LimitExceeded"] * 6 + [None] * 10
    codes = at_once(
        [lambda: iam.create_policy_version(PolicyArn=arns[0], PolicyDocument=ALLOW_ALL)] * 8)
    assert sorted(codes, key=str) == ["LimitExceeded"] * 4 + [None] * 4


@pytest.mark.parametrize(
    "revoke, code",
    [
        (lambda iam, _: iam.put_user_policy(
            UserName="alice", PolicyName="no", PolicyDocument=ALLOW_ALL.replace("Allow", "Deny")),
         "AccessDenied"),
        (lambda iam, _: iam.detach_user_policy(UserName="alice", PolicyArn=ADMINISTRATOR),
         "AccessDenied"),
        (lambda iam, key: iam.update_access_key(
            UserName="alice", AccessKeyId=key.access_key_id, Status="Inactive"),
         "InvalidClientTokenId"),
        (lambda iam, key: iam.delete_access_key(
            UserName="alice", AccessKeyId=key.access_key_id),
         "InvalidClientTokenId"),
    ],
    ids=["a deny attached", "an allow detached", "a key made inactive", "a key deleted"])
def test_no_request_sent_after_an_acknowledged_revocation_succeeds(account, revoke, code):
    root = account.client("iam")
    root.create_user(UserName="alice")
    root.attach_user_policy(UserName="alice", PolicyArn=ADMINISTRATOR)
    made = root.create_access_key(UserName="alice")["AccessKey"]
    key = Credentials(made["AccessKeyId"], made["SecretAccessKey"])
    succeeded, revoked = threading.Semaphore(0), threading.Event()

    def ask():
        """Asks on and on; returns what was answered to requests sent after the revocation."""
        iam = account.client("iam", key)
        answers = []
        while len(answers) < 3:
            is_after = revoked.is_set()
            try:
                iam.list_users()
                answer = None
                succeeded.release()
            except botocore.exceptions.ClientError as error:
                answer = error.response["Error"]["Code"]
            if is_after:
                answers.append(answer)
        return answers

    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        asking = [pool.submit(ask) for _ in range(4)]
        for _ in range(12):
            assert succeeded.acquire(timeout=60)
        revoke(root, key)
        revoked.set()
        assert [future.result() for future in asking] == [[code] * 3] * 4


# Without an SDK's help


def test_answers_come_as_json_to_whoever_accepts_json(gatehouse_dev):
    accept = [("Accept", "application/json")]
    answer = http_client.call(gatehouse_dev, "GetCallerIdentity", "sts", headers=accept)
    assert (answer.status, answer.headers["content-type"]) == (200, "application/json")
    account = gatehouse_dev.account
    assert answer.json["GetCallerIdentityResponse"]["GetCallerIdentityResult"] == {
        "Arn": f"arn:aws:iam::{account}:root", "UserId": account, "Account": account,
    }
    answer = http_client.call(gatehouse_dev, "GetUser", headers=accept, UserName="nobody")
    assert answer.status == 404
    assert answer.json["Error"] == {
        "Type": "Sender", "Code": "NoSuchEntity",
        "Message": "The user with name nobody cannot be found.",
    }


def presigned(server, method="GET", at=None):
    """A URL that asks who its signer is, good for a minute from the moment of signing."""
    at = at or datetime.datetime.now(datetime.timezone.utc)
    with mock.patch("botocore.auth.get_current_datetime", return_value=at):
        return server.client("sts").generate_presigned_url(
            "get_caller_identity", ExpiresIn=60, HttpMethod=method)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_presigned_url_tells_who_signed_it(gatehouse_dev, method):
    url = presigned(gatehouse_dev, method)
    with urllib.request.urlopen(urllib.request.Request(url, method=method)) as answer:
        assert f"<Arn>arn:aws:iam::{gatehouse_dev.account}:root</Arn>" in answer.read().decode()


def test_a_presigned_url_that_was_changed_or_is_old_is_refused(gatehouse_dev):
    def refusal(url):
        answer = http_client.send(gatehouse_dev, "GET", url.removeprefix(gatehouse_dev.url))
        return answer.status, answer.code

    url = presigned(gatehouse_dev)
    assert refusal(url) == (200, None)
    for changed in (
            url.replace("X-Amz-Expires=60", "X-Amz-Expires=61"),
            url.replace("GetCallerIdentity", "GetAccessKeyInfo"), url + "&Extra=1"):
        assert changed != url
        assert refusal(changed) == (403, "SignatureDoesNotMatch")
    assert refusal(presigned(gatehouse_dev, "POST")) == (403, "SignatureDoesNotMatch")
    now = datetime.datetime.now(datetime.timezone.utc)
    old = presigned(gatehouse_dev, at=now - datetime.timedelta(minutes=16))
    assert refusal(old) == (403, "SignatureDoesNotMatch")
    early = presigned(gatehouse_dev, at=now + datetime.timedelta(minutes=20))
    assert refusal(early) == (403, "SignatureDoesNotMatch")
