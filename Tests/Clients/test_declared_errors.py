"""Errors that AWS's model declares, provoked through botocore for every operation that has them."""

import json

import botocore.exceptions
import pytest
from botocore import xform_name

from conftest import DEV_ACCOUNT, Credentials

HERE = f"arn:aws:iam::{DEV_ACCOUNT}"
POLICY = json.dumps({
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]})
TRUST = json.dumps({"Version": "2012-10-17", "Statement": [{
    "Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}]})
NO_JOB = "00000000-0000-4000-8000-000000000000"

# What is not there, by the parameters that name it.
ABSENT = {
    "UserName": "nobody", "GroupName": "nobodies", "RoleName": "norole", "PolicyName": "nopolicy",
    "InstanceProfileName": "noprofile", "ServerCertificateName": "nocertificate",
    "AccountAlias": "no-alias", "PolicyArn": f"{HERE}:policy/none", "VersionId": "v9",
    "PermissionsBoundary": f"{HERE}:policy/none", "Arn": f"{HERE}:user/nobody",
    "PolicySourceArn": f"{HERE}:user/nobody", "EntityArn": f"{HERE}:delegation-request/" + "a" * 20,
    "OpenIDConnectProviderArn": f"{HERE}:oidc-provider/none.example.com",
    "SAMLProviderArn": f"{HERE}:saml-provider/none", "SerialNumber": f"{HERE}:mfa/none",
    "AccessKeyId": "AKIAIOSFODNN7EXAMPLE", "CertificateId": "A" * 24,
    "SSHPublicKeyId": "APKAIOSFODNN7EXAMPLE",
    "ServiceSpecificCredentialId": "ACCAIOSFODNN7EXAMPLE", "JobId": NO_JOB,
    "DelegationRequestId": "a" * 20, "DeletionTaskId":
        f"task/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS/{NO_JOB}",
    "TemplateArn": "arn:aws:iam::aws:role-template/iam.amazonaws.com/NoTemplate:1",
}

# What else is asked for, and fits.
FITTING = {
    "PolicyDocument": POLICY, "AssumeRolePolicyDocument": TRUST, "Status": "Active",
    "Password": "Sturdy-Otter-42", "Tags": [{"Key": "team", "Value": "core"}],
    "TagKeys": ["team"], "ClientID": "app", "ThumbprintList": ["9" * 40],
    "AuthenticationCode1": "123456", "AuthenticationCode2": "654321", "Encoding": "SSH",
    "ServiceNamespace": "s3", "ServiceNamespaces": ["s3"], "ActionNames": ["s3:GetObject"],
    "OldPassword": "a", "NewPassword": "b", "NewServerCertificateName": "other",
    "ServiceName": "codecommit.amazonaws.com", "SSHPublicKeyBody": "ssh-rsa AAAA",
    "CertificateBody": "none", "Description": "", "NewUserName": "other", "MajorVersion": 1,
}

# Those that declare it, and why nothing in them can be absent here.
NOTHING_ABSENT = {
    "ChangePassword": "a root user has no password of this kind: see below",
    "CreateGroup": "it names nothing that must be there",
    "CreateServiceLinkedRole": "it names nothing that must be there",
    "DeleteOpenIDConnectProvider": "a provider that is not there counts as deleted",
    "UpdateAccountPasswordPolicy": "it names nothing that must be there",
    "ListDelegationRequests": "its filters find nothing, which is no error",
}


def arguments(operation, has):
    """Parameters that name what is not there, and `has` in their places."""
    wanted = {}
    for name in operation.input_shape.required_members if operation.input_shape else []:
        value = ABSENT.get(name, FITTING.get(name))
        if value is None:
            pytest.fail(f"{operation.name} needs {name}")
        wanted[name] = value
    # What may be left out is the caller's own then, who is the root user.
    for name in ("UserName", "Arn"):
        if name in (operation.input_shape.members if operation.input_shape else {}):
            wanted.setdefault(name, ABSENT[name])
    return wanted | has


# What an operation names that is not there, where the rest of its parameters is new.
BESIDE = {
    "CreateUser": {"PermissionsBoundary": f"{HERE}:policy/none", "UserName": "new"},
    "CreateRole": {"PermissionsBoundary": f"{HERE}:policy/none", "RoleName": "new"},
}


def declaring(model, error):
    return sorted(
        name for name in model.operation_names
        if error in {shape.name for shape in model.operation_model(name).error_shapes})


def code(call, **wanted):
    try:
        call(**wanted)
    except botocore.exceptions.ClientError as refused:
        return refused.response["Error"]["Code"]
    return None


def test_what_is_not_there_is_told_by_every_operation(gatehouse_dev):
    iam = gatehouse_dev.client("iam")
    model = iam.meta.service_model
    found = {}
    for name in declaring(model, "NoSuchEntityException"):
        if name in NOTHING_ABSENT:
            continue
        wanted = arguments(model.operation_model(name), BESIDE.get(name, {}))
        found[name] = code(getattr(iam, xform_name(name)), **wanted)
    others = {name: each for name, each in found.items() if each != "NoSuchEntity"}
    assert others == {}
    assert len(found) > 100


def test_who_has_no_password_cannot_change_it(gatehouse_dev):
    iam = gatehouse_dev.client("iam")
    iam.create_user(UserName="alice")
    iam.put_user_policy(UserName="alice", PolicyName="own", PolicyDocument=json.dumps({
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Action": "iam:*", "Resource": "*"}]}))
    key = iam.create_access_key(UserName="alice")["AccessKey"]
    alice = gatehouse_dev.client(
        "iam", Credentials(key["AccessKeyId"], key["SecretAccessKey"]))
    assert code(
        alice.change_password, OldPassword="a", NewPassword="Sturdy-Otter-42") == "NoSuchEntity"


# Operations that declare a malformed document and take none, or nothing but one that is kept.
NO_DOCUMENT = {
    "AcquireRole": "a template's policy is AWS's",
    "UpdateAccountPasswordPolicy": "it takes no document",
}


def test_a_document_that_is_no_policy_is_refused_by_every_operation(gatehouse_dev):
    iam = gatehouse_dev.client("iam")
    model = iam.meta.service_model
    iam.create_user(UserName="alice")
    iam.create_group(GroupName="devs")
    iam.create_role(RoleName="web", AssumeRolePolicyDocument=TRUST)
    there = {
        "UserName": "alice", "GroupName": "devs", "RoleName": "web", "PolicyName": "own",
        "PolicyArn": iam.create_policy(
            PolicyName="ours", PolicyDocument=POLICY)["Policy"]["Arn"],
        "PolicyDocument": "{", "AssumeRolePolicyDocument": "{"}
    found = {}
    for name in declaring(model, "MalformedPolicyDocumentException"):
        if name not in NO_DOCUMENT:
            required = model.operation_model(name).input_shape.required_members
            wanted = {each: there[each] for each in required}
            if name == "CreateRole":
                wanted["RoleName"] = "other"
            found[name] = code(getattr(iam, xform_name(name)), **wanted)
    assert found == dict.fromkeys(found, "MalformedPolicyDocument")
    assert len(found) == 7
