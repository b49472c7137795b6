"""An account that is hardened as AWS advises: no root key, MFA for everybody, permissions by group.

`harden` makes one of an account that the operator has just made; `read_by` runs a program of others
on it, as an auditor.
"""

import json
import subprocess

from conftest import PATIENCE, REGION, Credentials, clean_environment, wait_for_steady_codes
from test_mfa import codes, make

AWS_POLICY = "arn:aws:iam::aws:policy"
PASSWORD = "Sturdy-Otter-42!"

# Who may do what once they have signed in with their device, as AWS's own example has it.
REQUIRE_MFA = {
    "Version": "2012-10-17",
    "Statement": [{
        "Sid": "DenyAllExceptListedIfNoMFA", "Effect": "Deny",
        "NotAction": [
            "iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "iam:GetUser",
            "iam:ListMFADevices", "iam:ResyncMFADevice", "sts:GetSessionToken"],
        "Resource": "*", "Condition": {"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}},
    }],
}


def device(iam, name, owner):
    """Makes an authenticator app and enables it for a user, or for `root`."""
    serial, app = make(iam, name)
    wait_for_steady_codes()
    first, second = codes(app, -1, 0)
    iam.enable_mfa_device(
        UserName=owner, SerialNumber=serial, AuthenticationCode1=first,
        AuthenticationCode2=second)


def trust(account, **condition):
    statement = {
        "Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{account}:root"},
        "Action": "sts:AssumeRole"}
    return json.dumps({
        "Version": "2012-10-17",
        "Statement": [statement | ({"Condition": condition} if condition else {})]})


def harden(account):
    """Returns the key of an auditor, who may read everything."""
    iam = account.client("iam")
    iam.create_account_alias(AccountAlias="hardened")
    iam.update_account_password_policy(
        MinimumPasswordLength=14, RequireSymbols=True, RequireNumbers=True,
        RequireUppercaseCharacters=True, RequireLowercaseCharacters=True,
        AllowUsersToChangePassword=True, MaxPasswordAge=90, PasswordReusePrevention=24)
    iam.create_group(GroupName="Administrators")
    iam.attach_group_policy(
        GroupName="Administrators", PolicyArn=f"{AWS_POLICY}/AdministratorAccess")
    iam.create_group(GroupName="Auditors")
    for policy in ("SecurityAudit", "IAMReadOnlyAccess"):
        iam.attach_group_policy(GroupName="Auditors", PolicyArn=f"{AWS_POLICY}/{policy}")
    iam.put_group_policy(
        GroupName="Auditors", PolicyName="reports", PolicyDocument=json.dumps({
            "Version": "2012-10-17",
            "Statement": [{
                "Effect": "Allow", "Resource": "*",
                "Action": [
                    "iam:GenerateCredentialReport", "iam:GenerateServiceLastAccessedDetails"]}]}))
    made = iam.create_policy(
        PolicyName="RequireMFA", PolicyDocument=json.dumps(REQUIRE_MFA))["Policy"]["Arn"]
    iam.attach_group_policy(GroupName="Administrators", PolicyArn=made)
    for name, policy in (("Audit", "SecurityAudit"), ("Support", "AWSSupportAccess")):
        iam.create_role(RoleName=name, AssumeRolePolicyDocument=trust(
            account.account, Bool={"aws:MultiFactorAuthPresent": "true"}))
        iam.attach_role_policy(RoleName=name, PolicyArn=f"{AWS_POLICY}/{policy}")
    for name in ("ada", "iris"):
        iam.create_user(UserName=name)
        iam.add_user_to_group(GroupName="Administrators", UserName=name)
        iam.create_login_profile(UserName=name, Password=PASSWORD)
        device(iam, name, name)
    iam.create_user(UserName="auditor")
    iam.add_user_to_group(GroupName="Auditors", UserName="auditor")
    key = iam.create_access_key(UserName="auditor")["AccessKey"]
    device(iam, "root-account-mfa-device", "root")
    iam.delete_access_key(AccessKeyId=account.credentials.access_key_id)
    return Credentials(key["AccessKeyId"], key["SecretAccessKey"])


def read_by(command, server, key, directory, **more):
    """What a program prints that is told of the server and the key as every client of AWS's is."""
    environment = clean_environment(directory) | {
        "AWS_ENDPOINT_URL": server.url, "AWS_DEFAULT_REGION": REGION,
        "AWS_ACCESS_KEY_ID": key.access_key_id,
        "AWS_SECRET_ACCESS_KEY": key.secret_access_key} | more
    done = subprocess.run(
        list(map(str, command)), env=environment, stdin=subprocess.DEVNULL, capture_output=True,
        text=True, timeout=4 * PATIENCE, cwd=directory)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
