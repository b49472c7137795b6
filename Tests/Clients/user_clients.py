"""IAM users of the tests with one policy each, and what they are refused with."""

import json

import botocore.exceptions
import pytest

from conftest import Credentials


def refusal(ask, **arguments):
    """The code, the status and the sentence of the error that a call is refused with."""
    with pytest.raises(botocore.exceptions.ClientError) as error:
        ask(**arguments)
    answer = error.value.response
    return (
        answer["Error"]["Code"], answer["ResponseMetadata"]["HTTPStatusCode"],
        answer["Error"]["Message"])


def user(server, name, *statements, managed=()):
    """A client of a new user with these statements in its only inline policy, and the policies of
    AWS's that are named in `managed`."""
    iam = server.client("iam")
    iam.create_user(UserName=name)
    if statements:
        iam.put_user_policy(UserName=name, PolicyName="own", PolicyDocument=json.dumps(
            {"Version": "2012-10-17", "Statement": list(statements)}))
    for policy in managed:
        iam.attach_user_policy(UserName=name, PolicyArn=f"arn:aws:iam::aws:policy/{policy}")
    key = iam.create_access_key(UserName=name)["AccessKey"]
    return server.client("iam", Credentials(key["AccessKeyId"], key["SecretAccessKey"]))


def allow(action, resource="*", **condition):
    """A statement of an identity-based policy; `condition` are its operators."""
    statement = {"Effect": "Allow", "Action": action, "Resource": resource}
    return statement | ({"Condition": condition} if condition else {})
