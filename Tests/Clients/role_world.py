"""Two accounts with users and roles that trust each other in many ways, and who acts in them."""

import collections
import json
import time

import boto3
import botocore.config
import botocore.exceptions
import pyotp

from conftest import REGION, Credentials, operate, wait_for_steady_codes

HOME = "111122223333"
PARTNER = "444455556666"
READ_IAM = "arn:aws:iam::aws:policy/IAMReadOnlyAccess"
READ_ACCOUNT = "arn:aws:iam::aws:policy/AWSAccountManagementReadOnlyAccess"
ROLE_READS = f"arn:aws:iam::{HOME}:policy/RoleReads"
NO_STS = f"arn:aws:iam::{HOME}:policy/NoSTS"
ONLY_STS = f"arn:aws:iam::{HOME}:policy/OnlySTS"
ALLOWED = "allowed"

# Documents


def allow(action, resource="*", **more):
    """A statement of an identity-based policy."""
    return {"Effect": "Allow", "Action": action, "Resource": resource} | more


def deny(action, resource="*", **more):
    return allow(action, resource, **more) | {"Effect": "Deny"}


def trusts(*principals, action="sts:AssumeRole", **more):
    """A statement of a trust policy."""
    return {"Effect": "Allow", "Principal": {"AWS": list(principals)}, "Action": action} | more


def policy(*statements):
    return json.dumps({"Version": "2012-10-17", "Statement": statements})


def where(operator, key, value):
    return {"Condition": {operator: {key: value}}}


def user(name, account=HOME):
    return f"arn:aws:iam::{account}:user/{name}"


def session_of(role, name, account=HOME):
    return f"arn:aws:sts::{account}:assumed-role/{role}/{name}"


def tags(**pairs):
    return [{"Key": key, "Value": value} for key, value in pairs.items()]


# The accounts

TAGGING = ["sts:AssumeRole", "sts:TagSession"]
NAMING = ["sts:AssumeRole", "sts:SetSourceIdentity"]
WITH_CODE = where("Bool", "aws:MultiFactorAuthPresent", "true")
CORE = where("StringEquals", "aws:PrincipalTag/team", "core")

User = collections.namedtuple("User", "statements more", defaults=[{}])
Role = collections.namedtuple("Role", "account trust statements path more", defaults=["/", {}])

USERS = {
    "admin": User([allow("*")]),
    "alice": User([allow("sts:*")]),
    "bob": User([]),
    "carol": User([allow("sts:AssumeRole")]),
    "dave": User([allow("sts:*"), deny("sts:AssumeRole", "arn:aws:iam::*:role/*Anyone")]),
    "erin": User([allow("*")], {"PermissionsBoundary": NO_STS}),
    "frank": User([allow("sts:AssumeRole", f"arn:aws:iam::{HOME}:role/Hub")]),
    "grace": User([
        allow("sts:AssumeRole"),
        allow("sts:TagSession", **where("StringEquals", "aws:RequestTag/team", "core"))]),
    "heidi": User([allow(["sts:*", "account:ListRegions"])]),
    "ivan": User([allow("sts:AssumeRole")], {"Tags": tags(team="core")}),
    "judy": User([allow("*"), deny("*")]),
    "mike": User([allow("sts:*"), allow("iam:*", **WITH_CODE)]),
    "nina": User([allow("sts:GetFederationToken")]),
    "olga": User([allow("*")], {"PermissionsBoundary": ONLY_STS}),
    "pat": User([allow("sts:AssumeRole", "arn:aws:iam::*:role/team/*")]),
    "quinn": User([allow("sts:*")]),  # deleted
    "remade": User([allow("sts:*")]),  # deleted and made again
}

HOME_ROOT = f"arn:aws:iam::{HOME}:root"
PARTNER_ROOT = f"arn:aws:iam::{PARTNER}:root"
READS = allow(["iam:Get*", "iam:List*"])


def home(*trust, statements=(READS,), path="/", **more):
    return Role(HOME, trust, statements, path, more)


def partner(*trust):
    return Role(PARTNER, trust, [READS, allow("sts:*")])


ROLES = {
    "Hub": home(
        trusts(HOME_ROOT, action=TAGGING + ["sts:SetSourceIdentity"]),
        statements=[allow(["sts:*", "iam:*", "account:*"])], MaxSessionDuration=7200,
        Tags=tags(team="core")),
    "Weak": home(trusts(HOME_ROOT), statements=[]),
    "Bounded": home(trusts(HOME_ROOT), statements=[allow("*")], PermissionsBoundary=READ_IAM),
    "ByAccount": home(trusts(HOME_ROOT)),
    "ByNumber": home(trusts(HOME)),
    "ByName": home(trusts(user("alice"), user("bob"), user("erin"))),
    "Anyone": home(trusts("*")),
    "ServiceOnly": home(trusts() | {"Principal": {"Service": "ec2.amazonaws.com"}}),
    "DeniesAlice": home(trusts(HOME_ROOT), trusts(user("alice")) | {"Effect": "Deny"}),
    "DeniesHub": home(
        trusts(HOME_ROOT), trusts("*") | {"Effect": "Deny"}
        | where("ArnEquals", "aws:PrincipalArn", f"arn:aws:iam::{HOME}:role/Hub")),
    "Pathed": home(trusts(HOME_ROOT), path="/team/"),
    "TrustsHub": home(trusts(f"arn:aws:iam::{HOME}:role/Hub")),
    "TrustsNight": home(trusts(session_of("Hub", "night"))),
    "TrustsWeak": home(trusts(f"arn:aws:iam::{HOME}:role/Weak")),
    "TrustsWeakNight": home(trusts(session_of("Weak", "night"))),
    "TrustsBounded": home(trusts(f"arn:aws:iam::{HOME}:role/Bounded")),
    "TrustsBoundedNight": home(trusts(session_of("Bounded", "night"))),
    "NeedsMFA": home(
        trusts(HOME_ROOT, **WITH_CODE), statements=[allow("iam:ListUsers"), allow(
            "iam:GetRole", **WITH_CODE)]),
    "ForgetsMFA": home(trusts(HOME_ROOT, **WITH_CODE), statements=[allow("sts:*")]),
    "NeedsRecentMFA": home(
        trusts(HOME_ROOT, **where("NumericLessThan", "aws:MultiFactorAuthAge", "900"))),
    "NeedsSource": home(
        trusts(HOME_ROOT, action=NAMING, **where("StringLike", "sts:SourceIdentity", "alice*"))),
    "SourceReads": home(
        trusts(HOME_ROOT, action=NAMING),
        statements=[allow("iam:GetRole", **where("StringEquals", "aws:SourceIdentity", "alice"))]),
    "Tagged": home(trusts(HOME_ROOT, action=TAGGING, Condition={
        "StringEquals": {"aws:RequestTag/team": "core"},
        "ForAllValues:StringEquals": {"aws:TagKeys": ["team", "stage"]}})),
    "FreeTags": home(
        trusts(HOME_ROOT, action=TAGGING), statements=[allow("iam:GetRole", **CORE)],
        Tags=tags(team="other")),
    "Transitive": home(trusts(HOME_ROOT, action=TAGGING, **where(
        "ForAllValues:StringEquals", "sts:TransitiveTagKeys", ["team"]))),
    "ByTag": home(trusts(HOME_ROOT, **CORE)),
    "Named": home(trusts(HOME_ROOT, **where(
        "StringEquals", "sts:RoleSessionName", "${aws:username}"))),
    "TrustsRemade": home(trusts(user("remade"))),
    "Gone": home(trusts(HOME_ROOT)),  # deleted
    "MadeAgain": home(trusts(HOME_ROOT)),  # deleted and made again
    "Partner": partner(trusts(HOME_ROOT)),
    "PartnerExternal": partner(trusts(
        HOME_ROOT, **where("StringEquals", "sts:ExternalId", "Acme-12345"))),
    "PartnerByName": partner(trusts(user("alice"), user("bob"), user("erin"))),
    "PartnerAnyone": partner(trusts("*")),
    "PartnerLocal": partner(trusts(PARTNER_ROOT)),
    "PartnerHub": partner(trusts(f"arn:aws:iam::{HOME}:role/Hub")),
    "PartnerNight": partner(trusts(session_of("Hub", "night"))),
    "PartnerWeak": partner(trusts(f"arn:aws:iam::{HOME}:role/Weak")),
}

DEVICES = ["assume", "session", "recent", "wrong", "user", "role", "chain"]


def arn(role):
    """That of a role of either account; of the first account when it is none of these."""
    account, path = (ROLES[role].account, ROLES[role].path) if role in ROLES else (HOME, "/")
    return f"arn:aws:iam::{account}:role{path}{role}"


def serial(device):
    return f"arn:aws:iam::{HOME}:mfa/{device}"


# What is asked

Step = collections.namedtuple("Step", "service operation parameters")


def ask(service, operation, **parameters):
    return Step(service, operation, parameters)


def assume(role, name="session", **more):
    return ask(
        "sts", "assume_role", **{"RoleArn": arn(role), "RoleSessionName": name} | more)


def scope(*statements, **more):
    """GetScopedCredentials, which a session goes on being allowed to call."""
    if statements:
        more["Policy"] = policy(*statements, allow("sts:*"))
    return ask("sts", "get_scoped_credentials", **more)


class World:
    """The two accounts on a running server."""

    def __init__(self, server):
        self._server = server
        self._session = boto3.session.Session()
        self.credentials = {"root": self._account(HOME), "partner root": self._account(PARTNER)}
        self._codes = {}
        self._build()

    def client(self, service, credentials):
        return self._session.client(
            service, endpoint_url=self._server.url, region_name=REGION,
            config=botocore.config.Config(
                parameter_validation=False, retries={"total_max_attempts": 1}),
            aws_access_key_id=credentials.access_key_id,
            aws_secret_access_key=credentials.secret_access_key,
            aws_session_token=credentials.session_token)

    def do(self, who, *steps):
        """Takes the steps, each with the credentials that the one before issued, if it did.

        Returns the answer to the last one, and the credentials that are held then.
        """
        held, answer = self.credentials[who], None
        for step in steps:
            answer = self._ask(step, held)
            if "Credentials" in answer:
                held = credentials_of(answer)
        return answer, held

    def outcome(self, who, *steps):
        """`allowed`, or the error code of the last step. Those before it have to succeed."""
        _, held = self.do(who, *steps[:-1])
        try:
            self._ask(steps[-1], held)
        except botocore.exceptions.ClientError as error:
            return error.response["Error"]["Code"]
        return ALLOWED

    def _ask(self, step, held):
        parameters = {
            name: value(self) if callable(value) else value
            for name, value in step.parameters.items()}
        return getattr(self.client(step.service, held), step.operation)(**parameters)

    def code(self, device):
        """The code that a device shows next."""
        return self._codes[device].at(time.time() + 30)

    # How they are made

    def _account(self, number):
        data = self._server.data
        made = operate(
            data.parent, "account", "create", "--data", data, "--json", "--access-key", "--name",
            number, "--email", f"{number}@example.com", "--account-id", number,
            input="a root password of 2026!")
        assert made.returncode == 0, made.stderr
        answer = json.loads(made.stdout)
        return Credentials(answer["accessKeyId"], answer["secretAccessKey"])

    def _build(self):
        self.iam = iam = self.client("iam", self.credentials["root"])
        of = {HOME: iam, PARTNER: self.client("iam", self.credentials["partner root"])}
        iam.create_policy(PolicyName="RoleReads", PolicyDocument=policy(allow("iam:GetRole")))
        iam.create_policy(PolicyName="OnlySTS", PolicyDocument=policy(allow("sts:*")))
        iam.create_policy(
            PolicyName="NoSTS", PolicyDocument=policy(allow(["iam:*", "account:*"])))
        for name, (statements, more) in USERS.items():
            self._user(iam, name, statements, **more)
        self._user(of[PARTNER], "zoe", [allow("sts:*")])
        for name, role in ROLES.items():
            self._role(of[role.account], name, role)
        self._devices()
        self._lose()

    def _user(self, iam, name, statements, **more):
        iam.create_user(UserName=name, **more)
        if statements:
            iam.put_user_policy(
                UserName=name, PolicyName="own", PolicyDocument=policy(*statements))
        key = iam.create_access_key(UserName=name)["AccessKey"]
        self.credentials[name] = Credentials(key["AccessKeyId"], key["SecretAccessKey"])

    def _role(self, iam, name, role):
        iam.create_role(
            RoleName=name, Path=role.path, AssumeRolePolicyDocument=policy(*role.trust),
            **role.more)
        if role.statements:
            iam.put_role_policy(
                RoleName=name, PolicyName="own", PolicyDocument=policy(*role.statements))

    def _devices(self):
        wait_for_steady_codes()
        for name in DEVICES:
            device = self.iam.create_virtual_mfa_device(VirtualMFADeviceName=name)[
                "VirtualMFADevice"]
            app = pyotp.TOTP(device["Base32StringSeed"].decode())
            now = time.time()
            self.iam.enable_mfa_device(
                UserName="mike", SerialNumber=device["SerialNumber"],
                AuthenticationCode1=app.at(now, counter_offset=-1),
                AuthenticationCode2=app.at(now))
            self._codes[name] = app

    def _lose(self):
        """Begins sessions, and deletes whom they came from."""
        for held, who, step in [
                ("session of a deleted role", "alice", assume("Gone")),
                ("session of a role made again", "alice", assume("MadeAgain")),
                ("session of a deleted user", "quinn", ask("sts", "get_session_token")),
                ("federated by a deleted user", "quinn", ask(
                    "sts", "get_federation_token", Name="fed", Policy=policy(allow("*")))),
                ("session of a user made again", "remade", ask("sts", "get_session_token"))]:
            self.credentials[held] = self.do(who, step)[1]
        for name in ("Gone", "MadeAgain"):
            self.iam.delete_role_policy(RoleName=name, PolicyName="own")
            self.iam.delete_role(RoleName=name)
        self._role(self.iam, "MadeAgain", ROLES["MadeAgain"])
        for name in ("quinn", "remade"):
            key = self.credentials[name].access_key_id
            self.iam.delete_access_key(UserName=name, AccessKeyId=key)
            self.iam.delete_user_policy(UserName=name, PolicyName="own")
            self.iam.delete_user(UserName=name)
        self._user(self.iam, "remade", [allow("sts:*")])


def credentials_of(answer):
    """The temporary credentials that an answer of STS carries."""
    issued = answer["Credentials"]
    return Credentials(
        issued["AccessKeyId"], issued["SecretAccessKey"], issued["SessionToken"])
