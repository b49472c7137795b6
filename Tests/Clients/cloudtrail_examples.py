"""What AWS's documentation shows of records: the fields of each kind of event and their types.

From the IAM User Guide, "Logging IAM and AWS STS API calls with AWS CloudTrail", and the CloudTrail
User Guide, "CloudTrail userIdentity element", "CloudTrail record contents" and "AWS Management
Console sign-in events". A type stands for any value of it, a list for a list of such values, and
`Maybe` for what a record may be without.

<https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html>
<https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html>
<https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html>
<https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html>
"""

import dataclasses
import typing


@dataclasses.dataclass
class Maybe:
    """What may be absent."""

    form: typing.Any


ANY = object()


def differences(form, value, place=""):
    """Where a value is not as documented, in words."""
    if form is ANY:
        return []
    if isinstance(form, Maybe):
        return differences(form.form, value, place)
    if isinstance(form, dict):
        if not isinstance(value, dict):
            return [f"{place} is no object: {value!r}"]
        found = [f"{place}.{name} is not documented" for name in value if name not in form]
        for name, inner in form.items():
            if name in value:
                found += differences(inner, value[name], f"{place}.{name}")
            elif not isinstance(inner, Maybe):
                found.append(f"{place}.{name} is missing")
        return found
    if isinstance(form, list):
        if not isinstance(value, list):
            return [f"{place} is no list: {value!r}"]
        return [
            text for index, each in enumerate(value)
            for text in differences(form[0], each, f"{place}[{index}]")]
    if isinstance(form, type):
        return [] if type(value) is form else [f"{place} is no {form.__name__}: {value!r}"]
    return [] if value == form else [f"{place} is not {form!r}: {value!r}"]


# Who acted

ROOT = {
    "type": "Root", "principalId": str, "arn": str, "accountId": str, "accessKeyId": Maybe(str),
    "userName": Maybe(str)}
USER = {
    "type": "IAMUser", "principalId": str, "arn": str, "accountId": str, "accessKeyId": str,
    "userName": str}
ATTRIBUTES = {"mfaAuthenticated": "false", "creationDate": str}
ISSUER = {"type": "Role", "principalId": str, "arn": str, "accountId": str, "userName": str}
ROLE = {
    "type": "AssumedRole", "principalId": str, "arn": str, "accountId": str, "accessKeyId": str,
    "sessionContext": {
        "attributes": ATTRIBUTES, "sessionIssuer": ISSUER, "sourceIdentity": Maybe(str)}}
WEB_ROLE = ROLE | {
    "sessionContext": ROLE["sessionContext"] | {
        "webIdFederationData": {"federatedProvider": str, "attributes": dict}}}
FEDERATED = {
    "type": "FederatedUser", "principalId": str, "arn": str, "accountId": str, "accessKeyId": str,
    "sessionContext": {
        "attributes": ATTRIBUTES, "sessionIssuer": ISSUER | {"type": "IAMUser"}}}
BY_SESSION = USER | {"sessionContext": {"attributes": ATTRIBUTES}}
# In a session of the console. There, a password begins it and no key.
IN_CONSOLE = BY_SESSION | {"accessKeyId": Maybe(str)}
SIGNED_IN = {name: USER[name] for name in USER if name != "accessKeyId"}
NOT_SIGNED_IN = {
    "type": "IAMUser", "principalId": str, "accountId": str, "accessKeyId": "", "userName": str}
NOBODY = {
    "type": "IAMUser", "accountId": str, "accessKeyId": "",
    "userName": "HIDDEN_DUE_TO_SECURITY_REASONS"}
SAML_USER = {
    "type": "SAMLUser", "principalId": str, "userName": str, "identityProvider": str}
WEB_USER = SAML_USER | {"type": "WebIdentityUser"}
OTHER_ACCOUNT = {"type": "AWSAccount", "principalId": str, "accountId": str}


# What happened

def event(identity, source="iam", **more):
    """The fields that every record has, and others."""
    return {
        "eventVersion": str, "userIdentity": identity, "eventTime": str,
        "eventSource": f"{source}.amazonaws.com", "eventName": str, "awsRegion": str,
        "sourceIPAddress": str, "userAgent": str, "requestParameters": ANY,
        "responseElements": ANY, "requestID": str, "eventID": str, "readOnly": bool,
        "eventType": "AwsApiCall", "managementEvent": True, "recipientAccountId": str,
        "eventCategory": "Management",
        # Over TLS alone, which these requests are not.
        "tlsDetails": Maybe({"clientProvidedHostHeader": str}),
    } | more


def read(identity, **more):
    return event(identity, readOnly=True, responseElements=None, **more)


def change(identity, **more):
    return event(identity, readOnly=False, responseElements=dict, **more)


CREDENTIALS = {
    "accessKeyId": str, "expiration": str, "sessionToken": str, "secretAccessKey": Maybe(str)}
# Sizes that newer versions of the API answer.
SIZES = {
    "packedPolicySize": Maybe(int), "sessionTokenUtilization": Maybe(int),
    "sessionTokenSize": Maybe(int)}
ASSUMED = SIZES | {
    "credentials": CREDENTIALS, "assumedRoleUser": {"assumedRoleId": str, "arn": str},
    "sourceIdentity": Maybe(str)}
ROLE_RESOURCE = {"ARN": str, "accountId": str, "type": "AWS::IAM::Role"}
TAGS = {"principalTags": dict, "transitiveTagKeys": [str], "sourceIdentity": str}


def assume(identity, request, response=(), resources=(ROLE_RESOURCE,), **more):
    return event(
        identity, "sts",
        requestParameters={"roleArn": str, "roleSessionName": str} | request,
        responseElements=ASSUMED | dict(response),
        resources=[resources[0]] if len(resources) == 1 else list, **more)


def sign_in(identity, outcome, name="ConsoleLogin", additional=None, **more):
    return event(
        identity, "signin", eventName=name, eventType="AwsConsoleSignIn",
        requestParameters=None, responseElements={name: outcome}, readOnly=False,
        additionalEventData=additional or {
            "LoginTo": str, "MobileVersion": "No", "MFAUsed": "No"}, **more)


REFUSED = {"errorCode": "AccessDenied", "errorMessage": str}
OF_CONSOLE = {"sessionCredentialFromConsole": "true"}
FAILED = {"errorMessage": "Failed authentication"}

EXAMPLES = {
    "a change by a root user": change(ROOT),
    "a read by a user": read(USER),
    "a refusal of a user": read(USER) | REFUSED,
    "a read in a session of a user": read(BY_SESSION, source="sts"),
    "a read in a session of a role": read(ROLE),
    "a read of a federated user": read(FEDERATED, source="sts"),
    "a user assumes a role": assume(USER, {"sourceIdentity": str}),
    "a role assumes a role": assume(
        ROLE, {"incomingTransitiveTags": {"team": "core"}, "tags": [dict], "sourceIdentity":
               Maybe(str), "transitiveTagKeys": [str], "durationSeconds": int}),
    "somebody by the word of a SAML provider": assume(
        SAML_USER, TAGS | {
            "principalArn": str, "sAMLAssertion": Maybe(str), "sAMLAssertionID": str}, {
            "subjectType": str, "issuer": str, "nameQualifier": str, "subject": str,
            "audience": str}, resources=(
                ROLE_RESOURCE, ROLE_RESOURCE | {"type": "AWS::IAM::SAMLProvider"})),
    "somebody by the word of an OpenID Connect provider": assume(
        WEB_USER, {"webIdentityToken": Maybe(str)}, {
            "provider": str, "subjectFromWebIdentityToken": str, "audience": str}),
    "a read in a session by an OpenID Connect provider": read(WEB_ROLE),
    "a root user signs in": sign_in(ROOT | {"accessKeyId": ""}, "Success"),
    "a root user fails to sign in": sign_in(ROOT | {"accessKeyId": ""}, "Failure", **FAILED),
    "a user signs in": sign_in(SIGNED_IN, "Success"),
    "a user fails to sign in": sign_in(NOT_SIGNED_IN, "Failure", **FAILED),
    "a name that nobody has": sign_in(
        NOBODY, "Failure", errorMessage="No username found in supplied account"),
    "a read of a user in the console": read(IN_CONSOLE, **OF_CONSOLE),
    "a user switches to a role": sign_in(
        IN_CONSOLE, "Success", "SwitchRole", {"SwitchTo": str}),
    "a read of a role in the console": read(ROLE, **OF_CONSOLE),
    "a user switches back": sign_in(
        IN_CONSOLE, "Success", "ExitRole", {"SwitchFrom": str}),
}
