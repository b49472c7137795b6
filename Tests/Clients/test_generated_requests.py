"""Generated requests for every operation: every answer is one that a client understands.

The values fit the model's constraints; names are mostly of things that exist, so that requests get
beyond the first check. A debug build ends where an operation answers an error it does not declare.
"""


import botocore.exceptions

import generated_values
import seeds
from conftest import Credentials

REQUESTS = 600
PER_STATE = 200
ALLOW_ALL = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}'
OWN = "arn:aws:iam::123456789012:policy/"
AWS = "arn:aws:iam::aws:policy/"
POLICIES = [
    f"{OWN}Rules", f"{OWN}none", f"{AWS}AdministratorAccess", f"{AWS}none",
    "arn:aws:iam::999999999999:policy/Rules", "no ARN but long enough",
]
PASSWORDS = ["short", "Correct-horse-7", "Another-horse-8"]

# What takes the place of generated values, by the member's name.
VALUES = {
    "UserName": ["alice", "ALICE", "bob", "nobody"], "NewUserName": ["alice", "carol"],
    "GroupName": ["Readers", "none"], "NewGroupName": ["Readers", "Writers"],
    "PolicyName": ["Rules", "inline"], "PolicyArn": POLICIES, "PermissionsBoundary": POLICIES,
    "PolicyDocument": [ALLOW_ALL, "{}", "x"], "VersionId": ["v1", "v2", "v9"],
    "Password": PASSWORDS, "OldPassword": PASSWORDS, "NewPassword": PASSWORDS,
    "AccountAlias": ["one-alias", "123456789012"], "Marker": ["AA", "YQ", "/w", "!"],
    "Path": ["/", "/a/"], "NewPath": ["/", "/a/"], "PathPrefix": ["/", "/a/"],
}


def prepared(server):
    """The first state with a few things in it; returns clients of root and a user, and a key's ID.
    """
    server.reset()
    root = server.client("iam")
    root.create_user(UserName="alice")
    root.create_group(GroupName="Readers")
    root.create_policy(PolicyName="Rules", PolicyDocument=ALLOW_ALL)
    root.attach_user_policy(UserName="alice", PolicyArn=f"{AWS}AdministratorAccess")
    key = root.create_access_key(UserName="alice")["AccessKey"]
    alice = Credentials(key["AccessKeyId"], key["SecretAccessKey"])
    return [root, root, server.client("iam", alice)], key["AccessKeyId"]


def parameters(operation, key, choices):
    """Parameters for one request."""
    shape = operation.input_shape
    if shape is None:
        return {}
    found = generated_values.value(shape, choices)
    for name in shape.members:
        if name == "AccessKeyId":
            found[name] = choices.choice([key, "AKIAAAAAAAAAAAAAAAAA"])
        elif name in VALUES and choices.random() < (0.9 if name in found else 0.3):
            found[name] = choices.choice(VALUES[name])
    return found


def test_no_request_makes_the_service_fail(dev_server):
    choices = seeds.generator("generated requests")
    model = dev_server.client("iam").meta.service_model
    operations = sorted(model.operation_names)
    for number in range(REQUESTS):
        if number % PER_STATE == 0:
            clients, key = prepared(dev_server)
        name = choices.choice(operations)
        wanted = parameters(model.operation_model(name), key, choices)
        try:
            choices.choice(clients)._make_api_call(name, wanted)
        except botocore.exceptions.ParamValidationError:
            continue  # botocore keeps the request to itself
        except botocore.exceptions.ClientError as error:
            status = error.response["ResponseMetadata"]["HTTPStatusCode"]
            assert 400 <= status < 500, (name, wanted, error)
            assert error.response["Error"]["Code"] != "InvalidAction", name
