"""Every operation of IAM and STS that succeeds in an account, in an order in which each can."""

import base64
import hashlib
import hmac
import json
import os
import subprocess
import tempfile
import time

ALLOW = json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"}]})
TRUST = json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"AWS": "{account}"}, "Action": "sts:AssumeRole"}]})
ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess"
READ_ONLY = "arn:aws:iam::aws:policy/ReadOnlyAccess"
# What a walk makes. Each run has names of its own, so that one that failed is in nobody's way.
NAME = "walk-{run}"
POLICY = "arn:aws:iam::{account}:policy/walk-{run}"
TAG = {"Tags.member.1.Key": "site", "Tags.member.1.Value": "north"}
UNTAG = {"TagKeys.member.1": "site"}
PASSWORDS = ["Brisk-Heron-17!", "Sturdy-Otter-42!"]

# What is not in the walk, and why.
LEFT_OUT = {
    "there is nothing that they could act on": [
        "AcquireRole", "GetRoleTemplateVersion", "CreateDelegationRequest", "GetDelegationRequest",
        "AssociateDelegationRequest", "UpdateDelegationRequest", "AcceptDelegationRequest",
        "RejectDelegationRequest", "SendDelegationToken", "GetDelegatedAccessToken"],
    "the account is in no organization": [
        "GenerateOrganizationsAccessReport", "GetOrganizationsAccessReport",
        "ListOrganizationsFeatures", "EnableOrganizationsRootCredentialsManagement",
        "DisableOrganizationsRootCredentialsManagement", "EnableOrganizationsRootSessions",
        "DisableOrganizationsRootSessions", "AssumeRoot"],
    "a browser would have to make a security key": ["GetMFADevice"],
    "an identity provider would have to speak": [
        "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity", "GetScopedCredentials"],
}


class Step:
    """A request; `keeps` names elements of its answer that later steps need.

    A step of a `page` asks the console for that page instead.
    """

    def __init__(self, action, parameters=None, keeps=None, sts=False, page=None):
        self.action = action
        self.page = page
        self.parameters = parameters or {}
        self.keeps = keeps or {}
        self.sts = sts

    @property
    def name(self):
        options = [self.parameters[name] for name in ("Scope", "OnlyAttached")
                   if name in self.parameters]
        return self.page or " ".join([self.action, *options])

    @property
    def shows_all(self):
        """Whether it answers the more, the more there is in the account."""
        return self.action.startswith("List") or self.action in (
            "GetAccountAuthorizationDetails", "GetGroup", "GenerateCredentialReport",
            "GetCredentialReport")

    def filled(self, facts):
        """The parameters with what is known of the account in its places."""
        return {name: fill(value, facts) for name, value in self.parameters.items()}


def fill(text, facts):
    for name, value in facts.items():
        if "{" + name + "}" in text:
            text = text.replace("{" + name + "}", value() if callable(value) else value)
    return text


def code(seed, steps):
    """The code of a virtual MFA device, some steps of thirty seconds from now (RFC 6238)."""
    counter = int(time.time()) // 30 + steps
    digest = hmac.new(
        base64.b32decode(base64.b64decode(seed)), counter.to_bytes(8, "big"), hashlib.sha1).digest()
    start = digest[-1] & 15
    number = int.from_bytes(digest[start:start + 4], "big") & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def certificate():
    """What signs for www.example.com: the certificate, its private key and its public key."""
    with tempfile.TemporaryDirectory() as directory:
        key, body = os.path.join(directory, "key"), os.path.join(directory, "body")
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-noenc", "-days", "30", "-subj",
             "/CN=www.example.com", "-keyout", key, "-out", body], check=True, capture_output=True)
        public = subprocess.run(["openssl", "pkey", "-in", key, "-pubout"], check=True,
                                capture_output=True, text=True).stdout
        with open(key) as key_file, open(body) as body_file:
            return {"certificate": body_file.read(), "private": key_file.read(), "public": public}


def metadata(pem):
    """The metadata document of a SAML identity provider."""
    text = "".join(pem.split("-----")[2].split())
    return (
        '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" '
        'entityID="https://idp.example.com"><IDPSSODescriptor protocolSupportEnumeration='
        '"urn:oasis:names:tc:SAML:2.0:protocol"><KeyDescriptor use="signing"><KeyInfo '
        'xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>' + text +
        '</X509Certificate></X509Data></KeyInfo></KeyDescriptor><SingleSignOnService Binding='
        '"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" '
        'Location="https://idp.example.com/sso"/></IDPSSODescriptor></EntityDescriptor>')


def tagged(noun, parameters, plural=None):
    """The three operations on tags."""
    return [
        Step(f"Tag{noun}", parameters | TAG), Step(f"List{noun}Tags", parameters),
        Step(f"Untag{noun}", parameters | UNTAG)]


def holder(noun, name):
    """The operations on the policies of a user, a group or a role."""
    own = {f"{noun}Name": name}
    steps = [
        Step(f"Put{noun}Policy", own | {"PolicyName": "own", "PolicyDocument": ALLOW}),
        Step(f"Get{noun}Policy", own | {"PolicyName": "own"}), Step(f"List{noun}Policies", own),
        Step(f"Delete{noun}Policy", own | {"PolicyName": "own"}),
        Step(f"Attach{noun}Policy", own | {"PolicyArn": POLICY}),
        Step(f"ListAttached{noun}Policies", own),
        Step(f"Detach{noun}Policy", own | {"PolicyArn": POLICY})]
    if noun != "Group":
        steps += [
            Step(f"Put{noun}PermissionsBoundary", own | {"PermissionsBoundary": POLICY}),
            Step(f"Delete{noun}PermissionsBoundary", own)]
    return steps


def policies():
    own = {"PolicyArn": POLICY}
    return [
        Step("CreatePolicy", {"PolicyName": NAME, "PolicyDocument": ALLOW}),
        Step("GetPolicy", own), Step("ListPolicies"), Step("ListPolicies", {"Scope": "Local"}),
        Step("ListPolicies", {"OnlyAttached": "true"}),
        Step("CreatePolicyVersion", own | {"PolicyDocument": ALLOW}),
        Step("GetPolicyVersion", own | {"VersionId": "v1"}), Step("ListPolicyVersions", own),
        Step("SetDefaultPolicyVersion", own | {"VersionId": "v2"}),
        Step("DeletePolicyVersion", own | {"VersionId": "v1"}),
        Step("GetHumanReadableSummary", {"EntityArn": POLICY}),
        Step("ListEntitiesForPolicy", own), *tagged("Policy", own)]


def credentials():
    user = {"UserName": NAME}
    key = user | {"AccessKeyId": "{key}"}
    ssh = user | {"SSHPublicKeyId": "{ssh}"}
    signing = user | {"CertificateId": "{signing}"}
    service = user | {"ServiceSpecificCredentialId": "{service}"}
    return [
        Step("CreateAccessKey", user, {"key": "AccessKeyId"}), Step("ListAccessKeys", user),
        Step("GetAccessKeyLastUsed", {"AccessKeyId": "{key}"}),
        Step("GetAccessKeyInfo", {"AccessKeyId": "{key}"}, sts=True),
        Step("UpdateAccessKey", key | {"Status": "Inactive"}), Step("DeleteAccessKey", key),
        Step("CreateLoginProfile", user | {"Password": PASSWORDS[0]}),
        Step("GetLoginProfile", user),
        Step("UpdateLoginProfile", user | {"Password": PASSWORDS[1]}),
        Step("DeleteLoginProfile", user),
        Step("UploadSSHPublicKey", user | {"SSHPublicKeyBody": "{public}"},
             {"ssh": "SSHPublicKeyId"}),
        Step("GetSSHPublicKey", ssh | {"Encoding": "PEM"}), Step("ListSSHPublicKeys", user),
        Step("UpdateSSHPublicKey", ssh | {"Status": "Inactive"}),
        Step("DeleteSSHPublicKey", ssh),
        Step("UploadSigningCertificate", user | {"CertificateBody": "{certificate}"},
             {"signing": "CertificateId"}),
        Step("ListSigningCertificates", user),
        Step("UpdateSigningCertificate", signing | {"Status": "Inactive"}),
        Step("DeleteSigningCertificate", signing),
        Step("CreateServiceSpecificCredential",
             user | {"ServiceName": "codecommit.amazonaws.com"},
             {"service": "ServiceSpecificCredentialId"}),
        Step("ListServiceSpecificCredentials", user),
        Step("ResetServiceSpecificCredential", service),
        Step("UpdateServiceSpecificCredential", service | {"Status": "Inactive"}),
        Step("DeleteServiceSpecificCredential", service)]


def devices():
    device = {"SerialNumber": "arn:aws:iam::{account}:mfa/walk-{run}"}
    user = device | {"UserName": NAME}

    def codes(first):
        return {"AuthenticationCode1": f"{{code{first}}}",
                "AuthenticationCode2": f"{{code{first + 1}}}"}
    return [
        Step("CreateVirtualMFADevice", {"VirtualMFADeviceName": NAME},
             {"seed": "Base32StringSeed"}),
        Step("EnableMFADevice", user | codes(0)), Step("ListMFADevices", {"UserName": NAME}),
        Step("ListVirtualMFADevices"),
        Step("ResyncMFADevice", user | codes(2)), *tagged("MFADevice", device),
        Step("DeactivateMFADevice", user), Step("DeleteVirtualMFADevice", device)]


def roles():
    role, profile = {"RoleName": NAME}, {"InstanceProfileName": NAME}
    return [
        Step("CreateRole", role | {"AssumeRolePolicyDocument": TRUST}), Step("GetRole", role),
        Step("ListRoles"), Step("UpdateRole", role | {"Description": "walked"}),
        Step("UpdateRoleDescription", role | {"Description": "walked"}),
        Step("UpdateAssumeRolePolicy", role | {"PolicyDocument": TRUST}),
        *tagged("Role", role), *holder("Role", NAME),
        Step("AssumeRole", {"RoleArn": "arn:aws:iam::{account}:role/walk-{run}",
                            "RoleSessionName": NAME}, sts=True),
        Step("CreateInstanceProfile", profile), Step("GetInstanceProfile", profile),
        Step("ListInstanceProfiles"), Step("AddRoleToInstanceProfile", profile | role),
        Step("ListInstanceProfilesForRole", role), *tagged("InstanceProfile", profile),
        Step("RemoveRoleFromInstanceProfile", profile | role),
        Step("DeleteInstanceProfile", profile), Step("DeleteRole", role),
        Step("CreateServiceLinkedRole", {
            "AWSServiceName": "autoscaling.amazonaws.com", "CustomSuffix": "{run}"}),
        Step("DeleteServiceLinkedRole", {"RoleName": "AWSServiceRoleForAutoScaling_{run}"},
             {"task": "DeletionTaskId"}),
        Step("GetServiceLinkedRoleDeletionStatus", {"DeletionTaskId": "{task}"})]


def providers():
    oidc = {"OpenIDConnectProviderArn": "arn:aws:iam::{account}:oidc-provider/id-{run}.example.com"}
    saml = {"SAMLProviderArn": "arn:aws:iam::{account}:saml-provider/walk-{run}"}
    server = {"ServerCertificateName": NAME}
    thumbprint = {"ThumbprintList.member.1": "9" * 40}
    return [
        Step("CreateOpenIDConnectProvider", thumbprint | {
            "Url": "https://id-{run}.example.com", "ClientIDList.member.1": "app"}),
        Step("GetOpenIDConnectProvider", oidc), Step("ListOpenIDConnectProviders"),
        Step("AddClientIDToOpenIDConnectProvider", oidc | {"ClientID": "other"}),
        Step("RemoveClientIDFromOpenIDConnectProvider", oidc | {"ClientID": "other"}),
        Step("UpdateOpenIDConnectProviderThumbprint", oidc | thumbprint),
        Step("UpdateOpenIDConnectProvider", oidc | {"ContextProvider.SubjectSourceKey": "sub"}),
        *tagged("OpenIDConnectProvider", oidc), Step("DeleteOpenIDConnectProvider", oidc),
        Step("CreateSAMLProvider", {"Name": NAME, "SAMLMetadataDocument": "{metadata}"}),
        Step("GetSAMLProvider", saml), Step("ListSAMLProviders"),
        Step("UpdateSAMLProvider", saml | {"SAMLMetadataDocument": "{metadata}"}),
        *tagged("SAMLProvider", saml), Step("DeleteSAMLProvider", saml),
        Step("UploadServerCertificate", server | {
            "CertificateBody": "{certificate}", "PrivateKey": "{private}"}),
        Step("GetServerCertificate", server), Step("ListServerCertificates"),
        Step("UpdateServerCertificate", server | {"NewPath": "/walk/"}),
        *tagged("ServerCertificate", server), Step("DeleteServerCertificate", server)]


def account():
    arn = "arn:aws:iam::{account}:user/walk-{run}"
    return [
        Step("CreateAccountAlias", {"AccountAlias": "walk-{run}-{account}"}),
        Step("ListAccountAliases"),
        Step("DeleteAccountAlias", {"AccountAlias": "walk-{run}-{account}"}),
        Step("UpdateAccountPasswordPolicy", {"MinimumPasswordLength": "9"}),
        Step("GetAccountPasswordPolicy"), Step("DeleteAccountPasswordPolicy"),
        Step("PutAccountProperties", {"Properties.entry.1.key": "RoleManager/Enabled",
                                      "Properties.entry.1.value": "false"}),
        Step("GetAccountProperties"), Step("GetAccountSummary"),
        Step("GetAccountAuthorizationDetails"), Step("GenerateCredentialReport"),
        Step("GetCredentialReport"),
        Step("GenerateServiceLastAccessedDetails", {"Arn": arn}, {"job": "JobId"}),
        Step("GetServiceLastAccessedDetails", {"JobId": "{job}"}),
        Step("GetServiceLastAccessedDetailsWithEntities", {
            "JobId": "{job}", "ServiceNamespace": "s3"}),
        Step("ListPoliciesGrantingServiceAccess", {
            "Arn": arn, "ServiceNamespaces.member.1": "s3"}),
        Step("SimulateCustomPolicy", {
            "PolicyInputList.member.1": ALLOW, "ActionNames.member.1": "s3:GetObject"}),
        Step("SimulatePrincipalPolicy", {
            "PolicySourceArn": arn, "ActionNames.member.1": "s3:GetObject"}),
        Step("GetContextKeysForCustomPolicy", {"PolicyInputList.member.1": ALLOW}),
        Step("GetContextKeysForPrincipalPolicy", {"PolicySourceArn": arn}),
        Step("ListDelegationRequests", {"OwnerId": arn}),
        Step("SetSecurityTokenServicePreferences", {"GlobalEndpointTokenVersion": "v2Token"})]


def sessions():
    own = {"UserName": "{caller}"}
    return [
        Step("GetCallerIdentity", sts=True), Step("GetSessionToken", sts=True),
        Step("GetFederationToken", {"Name": NAME}, sts=True),
        Step("DecodeAuthorizationMessage", {"EncodedMessage": "{message}"}, sts=True),
        Step("EnableOutboundWebIdentityFederation"), Step("GetOutboundWebIdentityFederationInfo"),
        Step("GetWebIdentityToken", {
            "Audience.member.1": "https://api.example.com", "SigningAlgorithm": "ES384"},
            sts=True),
        Step("DisableOutboundWebIdentityFederation"),
        Step("CreateLoginProfile", own | {"Password": PASSWORDS[0]}),
        Step("ChangePassword", {"OldPassword": PASSWORDS[0], "NewPassword": PASSWORDS[1]}),
        Step("DeleteLoginProfile", own)]


def pages():
    """Pages of the console. Lists are as long as the page, whatever there is."""
    return [Step("page", page=f"/console{path}") for path in (
        "", "/iam", "/iam/users", "/iam/users?q=user-1", "/iam/groups", "/iam/roles",
        "/iam/policies", "/iam/policies?q=read", "/iam/policies?filter=attached",
        "/search?q=user", "/iam/users/walk-{run}", "/cloudtrail/events")]


def steps():
    """The walk. What it makes it deletes, so that it can be gone again."""
    user, group = {"UserName": NAME}, {"GroupName": NAME}
    both = user | group
    return [
        Step("CreateUser", user), Step("GetUser", user), Step("ListUsers"),
        Step("UpdateUser", user | {"NewPath": "/walk/"}),
        Step("UpdateUser", user | {"NewPath": "/"}), *tagged("User", user),
        Step("CreateGroup", group), Step("GetGroup", group), Step("ListGroups"),
        Step("UpdateGroup", group | {"NewPath": "/walk/"}), Step("AddUserToGroup", both),
        Step("ListGroupsForUser", user), *policies(), *holder("User", NAME),
        *holder("Group", NAME), *roles(), *credentials(), *devices(), *providers(), *account(),
        *sessions(), *pages(), Step("RemoveUserFromGroup", both), Step("DeleteGroup", group),
        Step("DeletePolicy", {"PolicyArn": POLICY}), Step("DeleteUser", user)]


def unwalked(models):
    """The operations of the models that are neither walked nor left out for a reason."""
    names = set()
    for model in ("iam", "sts"):
        with open(os.path.join(models, model + ".json")) as file:
            names.update(each["name"] for each in json.load(file)["operations"])
    return sorted(names - {step.action for step in steps()} -
                  {name for names in LEFT_OUT.values() for name in names})
