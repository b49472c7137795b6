"""Who may do what with roles and sessions: one line a case, each with the page that says so."""

import collections

from role_world import (
    ALLOWED, HOME, READ_ACCOUNT, READ_IAM, ROLE_READS, allow, ask, assume, deny, policy, scope,
    serial, tags, trusts, user)

USER_GUIDE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/"
STS = "https://docs.aws.amazon.com/STS/latest/APIReference/"
PAGES = {
    "assume": STS + "API_AssumeRole.html",
    "root": STS + "API_AssumeRoot.html",
    "caller": STS + "API_GetCallerIdentity.html",
    "decode": STS + "API_DecodeAuthorizationMessage.html",
    "federation": STS + "API_GetFederationToken.html",
    "scoped": STS + "API_GetScopedCredentials.html",
    "session": STS + "API_GetSessionToken.html",
    "boundary": USER_GUIDE + "access_policies_boundaries.html",
    "chaining": USER_GUIDE + "id_roles.html#iam-term-role-chaining",
    "comparison": USER_GUIDE + "id_credentials_sts-comparison.html",
    "cross": USER_GUIDE + "reference_policies_evaluation-logic-cross-account.html",
    "deny": USER_GUIDE + "reference_policies_evaluation-logic_policy-eval-denyallow.html",
    "external": USER_GUIDE + "id_roles_common-scenarios_third-party.html",
    "federated": USER_GUIDE + "id_credentials_temp_control-access_getfederationtoken.html",
    "keys": USER_GUIDE + "reference_policies_iam-condition-keys.html",
    "mfa": USER_GUIDE + "id_credentials_mfa_configure-api-require.html",
    "narrowed": USER_GUIDE + "id_credentials_temp_control-access_getscopedcredentials.html",
    "notprincipal": USER_GUIDE + "reference_policies_elements_notprincipal.html",
    "principal": USER_GUIDE + "reference_policies_elements_principal.html",
    "policies": USER_GUIDE + "access_policies.html#policies_session",
    "source": USER_GUIDE + "id_credentials_temp_control-access_monitor.html",
    "switching": USER_GUIDE + "id_roles_use_permissions-to-switch.html",
    "tags": USER_GUIDE + "id_session-tags.html",
    "token": USER_GUIDE + "id_credentials_temp_control-access_getsessiontoken.html",
}

DENIED = "AccessDenied"
INVALID = "ValidationError"
NO_TOKEN = "InvalidClientTokenId"
# What services other than IAM and STS say for AccessDenied.
REFUSED = "AccessDeniedException"

Case = collections.namedtuple("Case", "page expected sentence who steps")
CASES = []


def case(page, expected, sentence, who, *steps):
    CASES.append(Case(page, expected, sentence, who, steps))


def get_role(name="Hub"):
    return ask("iam", "get_role", RoleName=name)


LIST_USERS = ask("iam", "list_users")
CREATE_GROUP = ask("iam", "create_group", GroupName="group")
REGIONS = ask("account", "list_regions")
WHO = ask("sts", "get_caller_identity")
TOKEN = ask("sts", "get_session_token")


def federate(*statements, **more):
    if statements:
        more["Policy"] = policy(*statements)
    return ask("sts", "get_federation_token", **{"Name": "fed"} | more)


def code(device, **more):
    return {"SerialNumber": serial(device), "TokenCode": lambda world: world.code(device)} | more


CORE, OTHER = tags(team="core"), tags(team="other")
SEEN_IAM = allow("iam:GetRole")

# Whom a role of the own account trusts, and who may assume it

case("assume", ALLOWED, "an account is trusted, and the user's policy allows", "alice", assume(
    "ByAccount"))
case("assume", DENIED, "an account is trusted, and no policy of the user allows", "bob", assume(
    "ByAccount"))
case("principal", ALLOWED, "an account's number means the account", "alice", assume("ByNumber"))
case("principal", DENIED, "an account's number is no user", "bob", assume("ByNumber"))
case("assume", ALLOWED, "a user is trusted, and needs no policy", "bob", assume("ByName"))
case("assume", DENIED, "other users are trusted", "carol", assume("ByName"))
case("deny", DENIED, "a trust policy has to allow, whatever the user's allows", "admin", assume(
    "ByName"))
case("deny", DENIED, "a service is trusted", "admin", assume("ServiceOnly"))
case("principal", ALLOWED, "everybody is trusted", "bob", assume("Anyone"))
case("deny", DENIED, "everybody is trusted, and the user's policy denies", "dave", assume("Anyone"))
case("deny", DENIED, "everybody is trusted, and the user may do nothing", "judy", assume("Anyone"))
case("deny", DENIED, "the trust policy denies the user", "alice", assume("DeniesAlice"))
case("deny", ALLOWED, "the trust policy denies another user", "carol", assume("DeniesAlice"))
case("deny", DENIED, "the trust policy denies by aws:PrincipalArn", "alice", assume("Hub"), assume(
    "DeniesHub"))
case("deny", ALLOWED, "the trust policy denies another principal", "alice", assume("DeniesHub"))
case("switching", ALLOWED, "the user's policy names the role", "frank", assume("Hub"))
case("switching", DENIED, "the user's policy names another role", "frank", assume("ByAccount"))
case("switching", ALLOWED, "the user's policy names a path", "pat", assume("Pathed"))
case("switching", DENIED, "the role is not in that path", "pat", assume("Hub"))
case("assume", DENIED, "the role is not there", "alice", assume("Missing"))
case("assume", DENIED, "the ARN lacks the role's path", "alice", assume(
    "Hub", RoleArn=f"arn:aws:iam::{HOME}:role/Pathed"))
case("assume", DENIED, "the account is not there", "alice", assume(
    "Hub", RoleArn="arn:aws:iam::999999999999:role/Hub"))
case("assume", INVALID, "what is named is shorter than any role's ARN", "alice", assume(
    "Hub", RoleArn="Hub"))
case("assume", DENIED, "root users assume no role of theirs", "root", assume("ByAccount"))
case("assume", DENIED, "root users assume no role of others", "partner root", assume("Anyone"))
case("keys", ALLOWED, "the session has the name that is asked for", "alice", assume(
    "Named", "alice"))
case("keys", DENIED, "the session has another name", "alice", assume("Named", "bob"))
case("assume", INVALID, "a session's name has two characters", "alice", assume("Hub", "a"))
case("assume", INVALID, "a session's name has no spaces", "alice", assume("Hub", "a b"))
case("assume", INVALID, "a session's name has at most 64 characters", "alice", assume(
    "Hub", "a" * 65))
for effect in ("Deny", "Allow"):
    case("notprincipal", "MalformedPolicyDocument", f"no trust policy has NotPrincipal: {effect}",
         "root", ask("iam", "create_role", RoleName="Other", AssumeRolePolicyDocument=policy(
             {"Effect": effect, "NotPrincipal": {"AWS": user("bob")}, "Action": "sts:*"})))

# Across accounts

case("cross", ALLOWED, "both accounts allow", "alice", assume("Partner"))
case("cross", DENIED, "the user's account does not allow", "bob", assume("Partner"))
case("cross", ALLOWED, "both allow, and the user is named", "alice", assume("PartnerByName"))
case("cross", DENIED, "who is named needs a policy, too", "bob", assume("PartnerByName"))
case("cross", DENIED, "the role names others", "carol", assume("PartnerByName"))
case("cross", DENIED, "who is named is bounded", "erin", assume("PartnerByName"))
case("cross", DENIED, "the role trusts its own account alone", "alice", assume("PartnerLocal"))
case("cross", ALLOWED, "a user of the role's own account", "zoe", assume("PartnerLocal"))
case("cross", DENIED, "the account of the role is trusted alone", "zoe", assume("ByAccount"))
case("cross", ALLOWED, "everybody is trusted, and the policy allows", "zoe", assume("Anyone"))
case("cross", ALLOWED, "everybody is trusted there, too", "alice", assume("PartnerAnyone"))
case("cross", DENIED, "everybody is trusted, and the user has no policy", "bob", assume(
    "PartnerAnyone"))
case("deny", DENIED, "the user's policy denies the role elsewhere", "dave", assume(
    "PartnerAnyone"))
case("assume", ALLOWED, "the session acts in the role's account", "alice", assume(
    "Partner"), get_role("Partner"))
case("assume", "NoSuchEntity", "the session does not see the user's account", "alice", assume(
    "Partner"), get_role("Hub"))
case("assume", DENIED, "the session may do what the role may", "alice", assume(
    "Partner"), CREATE_GROUP)
case("external", ALLOWED, "the external ID is right", "alice", assume(
    "PartnerExternal", ExternalId="Acme-12345"))
case("external", DENIED, "the external ID is missing", "alice", assume("PartnerExternal"))
case("external", DENIED, "the external ID is wrong", "alice", assume(
    "PartnerExternal", ExternalId="Acme-54321"))
case("external", DENIED, "the external ID is of another case", "alice", assume(
    "PartnerExternal", ExternalId="ACME-12345"))
case("external", DENIED, "the external ID is right, and the user has no policy", "bob", assume(
    "PartnerExternal", ExternalId="Acme-12345"))
case("assume", ALLOWED, "an external ID that nobody asks for", "alice", assume(
    "Partner", ExternalId="Acme-12345"))
case("assume", INVALID, "an external ID has two characters", "alice", assume(
    "Partner", ExternalId="x"))

# Chains of roles

case("chaining", ALLOWED, "a role assumes another", "alice", assume("Hub"), assume("ByAccount"))
case("principal", ALLOWED, "the role is trusted", "alice", assume("Hub"), assume("TrustsHub"))
case("principal", DENIED, "the role is trusted, not the user", "alice", assume("TrustsHub"))
case("principal", ALLOWED, "the session is trusted", "alice", assume("Hub", "night"), assume(
    "TrustsNight"))
case("principal", DENIED, "another session is trusted", "alice", assume("Hub", "day"), assume(
    "TrustsNight"))
case("assume", DENIED, "the role may assume nothing", "alice", assume("Weak"), assume("ByAccount"))
case("principal", ALLOWED, "the role is trusted, and needs no policy", "alice", assume(
    "Weak"), assume("TrustsWeak"))
case("principal", ALLOWED, "the session is trusted, and needs no policy", "alice", assume(
    "Weak", "night"), assume("TrustsWeakNight"))
case("cross", ALLOWED, "a role of another account is trusted", "alice", assume(
    "Hub"), assume("PartnerHub"))
case("cross", DENIED, "it is trusted there, not the user", "alice", assume("PartnerHub"))
case("cross", ALLOWED, "a session of another account is trusted", "alice", assume(
    "Hub", "night"), assume("PartnerNight"))
case("cross", DENIED, "another session is trusted there", "alice", assume(
    "Hub", "day"), assume("PartnerNight"))
case("cross", DENIED, "the trusted role needs a policy, too", "alice", assume(
    "Weak"), assume("PartnerWeak"))
case("chaining", ALLOWED, "a chained session lasts an hour", "alice", assume("Hub"), assume(
    "Hub", DurationSeconds=3600))
case("chaining", INVALID, "a chained session lasts no longer", "alice", assume("Hub"), assume(
    "Hub", DurationSeconds=3601))
case("assume", ALLOWED, "as long as the role allows", "alice", assume("Hub", DurationSeconds=7200))
case("assume", INVALID, "longer than the role allows", "alice", assume(
    "Hub", DurationSeconds=7201))
case("assume", INVALID, "a role allows an hour unless it says more", "alice", assume(
    "ByAccount", DurationSeconds=3601))
case("assume", ALLOWED, "a quarter of an hour", "alice", assume("Hub", DurationSeconds=900))
case("assume", INVALID, "less than a quarter of an hour", "alice", assume(
    "Hub", DurationSeconds=899))
case("assume", INVALID, "more than twelve hours", "alice", assume("Hub", DurationSeconds=43201))

# What a session may do: the role's policies, a boundary, and the policies that were passed

case("caller", ALLOWED, "everybody may ask who they are", "judy", WHO)
case("caller", ALLOWED, "a session may, too", "alice", assume("Weak"), WHO)
case("caller", ALLOWED, "whatever a session policy denies", "alice", assume(
    "Hub", Policy=policy(deny("*"))), WHO)
case("policies", ALLOWED, "the role may", "alice", assume("ByAccount"), get_role())
case("policies", DENIED, "the role may not", "alice", assume("ByAccount"), CREATE_GROUP)
case("policies", DENIED, "a role without policies", "alice", assume("Weak"), get_role())
case("comparison", DENIED, "no session token for a session", "alice", assume("Hub"), TOKEN)
case("comparison", DENIED, "no federation by a session", "alice", assume("Hub"), federate(
    allow("*")))
case("boundary", ALLOWED, "role and boundary allow", "alice", assume("Bounded"), get_role())
case("boundary", DENIED, "the boundary does not allow", "alice", assume("Bounded"), CREATE_GROUP)
case("boundary", DENIED, "the boundary limits a trusted role", "alice", assume(
    "Bounded"), assume("TrustsBounded"))
case("boundary", ALLOWED, "it does not limit a trusted session", "alice", assume(
    "Bounded", "night"), assume("TrustsBoundedNight"))
case("boundary", ALLOWED, "a boundary does not limit a trusted user", "erin", assume("ByName"))
case("boundary", DENIED, "a boundary limits a user of a trusted account", "erin", assume(
    "ByAccount"))
case("policies", ALLOWED, "role and session policy allow", "alice", assume(
    "Hub", Policy=policy(SEEN_IAM)), get_role())
case("policies", DENIED, "the session policy does not allow", "alice", assume(
    "Hub", Policy=policy(SEEN_IAM)), LIST_USERS)
case("policies", DENIED, "a session policy gives nothing", "alice", assume(
    "Weak", Policy=policy(allow("*"))), get_role())
case("deny", DENIED, "the session policy denies", "alice", assume("Hub", Policy=policy(
    allow("*"), deny("iam:GetRole"))), get_role())
case("deny", ALLOWED, "the session policy denies something else", "alice", assume(
    "Hub", Policy=policy(allow("*"), deny("iam:GetRole"))), LIST_USERS)
case("policies", ALLOWED, "a policy of AWS's is passed", "alice", assume(
    "Hub", PolicyArns=[{"arn": READ_IAM}]), LIST_USERS)
case("policies", DENIED, "a policy of AWS's limits", "alice", assume(
    "Hub", PolicyArns=[{"arn": READ_IAM}]), CREATE_GROUP)
case("policies", ALLOWED, "a policy of the account is passed", "alice", assume(
    "Hub", PolicyArns=[{"arn": ROLE_READS}]), get_role())
case("policies", DENIED, "a policy of the account limits", "alice", assume(
    "Hub", PolicyArns=[{"arn": ROLE_READS}]), LIST_USERS)
for step, expected in [(LIST_USERS, ALLOWED), (REGIONS, ALLOWED), (CREATE_GROUP, DENIED)]:
    case("policies", expected, f"passed together, policies add up: {step.operation}", "alice",
         assume("Hub", Policy=policy(allow("account:*")), PolicyArns=[{"arn": READ_IAM}]), step)
case("policies", DENIED, "a session policy limits a chain", "alice", assume(
    "Hub", Policy=policy(SEEN_IAM)), assume("ByAccount"))
case("policies", DENIED, "a session policy limits a trusted role", "alice", assume(
    "Weak", Policy=policy(SEEN_IAM)), assume("TrustsWeak"))
case("policies", ALLOWED, "it does not limit a trusted session", "alice", assume(
    "Weak", "night", Policy=policy(SEEN_IAM)), assume("TrustsWeakNight"))
case("assume", "MalformedPolicyDocument", "what is passed is no policy", "alice", assume(
    "Hub", Policy="{}"))
case("policies", "MalformedPolicyDocument", "a session policy names no principal", "alice", assume(
    "Hub", Policy=policy(trusts("*"))))
case("assume", INVALID, "eleven policies are passed", "alice", assume(
    "Hub", PolicyArns=[{"arn": READ_IAM}] * 11))
case("decode", DENIED, "messages are decoded by whom a policy allows it", "bob", ask(
    "sts", "decode_authorization_message", EncodedMessage="x"))
case("decode", "InvalidAuthorizationMessageException", "what is decoded is no message", "alice",
     ask("sts", "decode_authorization_message", EncodedMessage="x"))

# Session tags

case("tags", ALLOWED, "the tag that the role asks for", "alice", assume("Tagged", Tags=CORE))
case("tags", DENIED, "no tag", "alice", assume("Tagged"))
case("tags", DENIED, "another value", "alice", assume("Tagged", Tags=OTHER))
case("tags", ALLOWED, "a tag that may be there as well", "alice", assume(
    "Tagged", Tags=tags(team="core", stage="test")))
case("tags", DENIED, "a tag that may not be there", "alice", assume(
    "Tagged", Tags=tags(team="core", cost="high")))
case("tags", DENIED, "the user may not pass tags", "carol", assume("FreeTags", Tags=CORE))
case("tags", ALLOWED, "the user may assume the role without", "carol", assume("FreeTags"))
case("tags", DENIED, "the trust policy does not allow tags", "alice", assume(
    "ByAccount", Tags=CORE))
case("tags", ALLOWED, "the user may pass this tag", "grace", assume("FreeTags", Tags=CORE))
case("tags", DENIED, "the user may not pass this value", "grace", assume("FreeTags", Tags=OTHER))
case("tags", DENIED, "the role's tags are the session's", "alice", assume("FreeTags"), get_role())
case("tags", ALLOWED, "a session tag hides that of the role", "alice", assume(
    "FreeTags", Tags=CORE), get_role())
case("tags", ALLOWED, "keys of tags are the same in any case", "alice", assume(
    "FreeTags", Tags=tags(Team="core")), get_role())
case("tags", INVALID, "a key is there twice, in another case", "alice", assume(
    "FreeTags", Tags=tags(team="core", Team="core")))
for sentence, given in [
        ("51 tags", tags(**{f"key{n}": "" for n in range(51)})),
        ("a key of 129 characters", tags(**{"k" * 129: ""})),
        ("a value of 257 characters", tags(key="v" * 257)),
        ("a key that is empty", tags(**{"": ""})),
        ("a key that is AWS's", tags(**{"aws:key": ""}))]:
    case("tags", INVALID, sentence, "alice", assume("FreeTags", Tags=given))
case("tags", ALLOWED, "50 tags", "alice", assume(
    "FreeTags", Tags=tags(**{f"key{n}": "" for n in range(50)})))
case("tags", INVALID, "a transitive key without a tag", "alice", assume(
    "FreeTags", Tags=CORE, TransitiveTagKeys=["stage"]))
case("keys", ALLOWED, "a tag that may be transitive", "alice", assume(
    "Transitive", Tags=CORE, TransitiveTagKeys=["team"]))
case("keys", ALLOWED, "a tag that may not be transitive is not", "alice", assume(
    "Transitive", Tags=tags(stage="test")))
case("keys", DENIED, "a tag that may not be transitive is", "alice", assume(
    "Transitive", Tags=tags(stage="test"), TransitiveTagKeys=["stage"]))
case("tags", ALLOWED, "a transitive tag goes on", "alice", assume(
    "Hub", Tags=CORE, TransitiveTagKeys=["team"]), assume("FreeTags"), get_role())
case("tags", DENIED, "any other does not", "alice", assume("Hub", Tags=CORE), assume(
    "FreeTags"), get_role())
case("tags", INVALID, "what is inherited is not passed again", "alice", assume(
    "Hub", Tags=CORE, TransitiveTagKeys=["team"]), assume("FreeTags", Tags=OTHER))
case("tags", DENIED, "and goes to no role that does not let itself be tagged", "alice", assume(
    "Hub", Tags=CORE, TransitiveTagKeys=["team"]), assume("ByAccount"))
case("tags", ALLOWED, "a transitive tag goes on through a chain", "alice", assume(
    "Hub", Tags=CORE, TransitiveTagKeys=["team"]), assume("Hub"), assume("FreeTags"), get_role())
case("keys", ALLOWED, "the user has the tag", "ivan", assume("ByTag"))
case("keys", DENIED, "the user lacks the tag", "alice", assume("ByTag"))
case("keys", ALLOWED, "the calling role has the tag", "alice", assume("Hub"), assume("ByTag"))
case("tags", DENIED, "a session tag hides that of the calling role", "alice", assume(
    "Hub", Tags=OTHER), assume("ByTag"))

# Source identity

case("source", ALLOWED, "the source identity that is asked for", "alice", assume(
    "NeedsSource", SourceIdentity="alice"))
case("source", DENIED, "no source identity", "alice", assume("NeedsSource"))
case("source", DENIED, "another source identity", "alice", assume(
    "NeedsSource", SourceIdentity="mallory"))
case("source", DENIED, "the user may set none", "carol", assume(
    "NeedsSource", SourceIdentity="alice"))
case("source", DENIED, "the trust policy lets none be set", "alice", assume(
    "ByAccount", SourceIdentity="alice"))
case("source", ALLOWED, "a source identity goes on", "alice", assume(
    "Hub", SourceIdentity="alice"), assume("NeedsSource"))
case("source", DENIED, "it cannot be changed", "alice", assume(
    "Hub", SourceIdentity="alice"), assume("NeedsSource", SourceIdentity="alice2"))
case("source", DENIED, "it goes to no role that does not let it be set", "alice", assume(
    "Hub", SourceIdentity="alice"), assume("ByAccount"))
case("source", ALLOWED, "aws:SourceIdentity is what was set", "alice", assume(
    "SourceReads", SourceIdentity="alice"), get_role())
case("source", DENIED, "aws:SourceIdentity is not there", "alice", assume(
    "SourceReads"), get_role())
case("assume", INVALID, "a source identity has two characters", "alice", assume(
    "NeedsSource", SourceIdentity="a"))

# Second factors

case("mfa", DENIED, "no second factor", "alice", assume("NeedsMFA"))
case("mfa", DENIED, "the user has a device, and gives no code", "mike", assume("NeedsMFA"))
case("mfa", ALLOWED, "the code of the device", "mike", assume("NeedsMFA", **code("assume")))
case("mfa", DENIED, "a wrong code", "mike", assume(
    "NeedsMFA", **code("wrong", TokenCode="000000")))
case("assume", INVALID, "a code that is none", "mike", assume(
    "NeedsMFA", **code("wrong", TokenCode="12345")))
case("mfa", DENIED, "a device without a code", "mike", assume(
    "NeedsMFA", SerialNumber=serial("wrong")))
case("mfa", DENIED, "a code without a device", "mike", assume("NeedsMFA", TokenCode="123456"))
case("mfa", DENIED, "the device of another user", "alice", assume("NeedsMFA", **code("wrong")))
case("mfa", DENIED, "a device that is not there", "mike", assume(
    "NeedsMFA", **code("wrong", SerialNumber=serial("missing"))))
case("mfa", ALLOWED, "a session with a second factor", "mike", ask(
    "sts", "get_session_token", **code("session")), assume("NeedsMFA"))
case("mfa", ALLOWED, "a second factor of a moment ago", "mike", ask(
    "sts", "get_session_token", **code("recent")), assume("NeedsRecentMFA"))
case("mfa", DENIED, "a session without a second factor", "mike", TOKEN, assume("NeedsMFA"))
case("mfa", DENIED, "nobody knows how old no second factor is", "mike", TOKEN, assume(
    "NeedsRecentMFA"))
case("mfa", DENIED, "a role's session does not tell of the second factor", "mike", assume(
    "NeedsMFA", **code("role")), get_role())
case("mfa", DENIED, "nor do the roles that it assumes", "mike", assume(
    "ForgetsMFA", **code("chain")), assume("NeedsMFA"))
case("token", ALLOWED, "a session with a second factor calls IAM", "mike", ask(
    "sts", "get_session_token", **code("user")), LIST_USERS)
case("session", DENIED, "a wrong code begins no session", "mike", ask(
    "sts", "get_session_token", **code("wrong", TokenCode="000000")))

# Sessions of users

case("token", ALLOWED, "no permission is needed", "bob", TOKEN)
case("token", ALLOWED, "no policy denies it", "judy", TOKEN)
case("token", ALLOWED, "the session assumes roles", "alice", TOKEN, assume("ByAccount"))
case("token", DENIED, "the session may do what the user may", "bob", TOKEN, assume("ByAccount"))
case("token", ALLOWED, "the session is asked who it is", "bob", TOKEN, WHO)
case("token", NO_TOKEN, "IAM wants a second factor", "admin", TOKEN, LIST_USERS)
case("token", ALLOWED, "other services do not", "admin", TOKEN, REGIONS)
case("token", REFUSED, "the session may do there what the user may", "bob", TOKEN, REGIONS)
case("session", DENIED, "no session begins a session", "admin", TOKEN, TOKEN)
case("session", DENIED, "no session begins a federation", "admin", TOKEN, federate(allow("*")))
case("session", DENIED, "a session is not told whose a key is", "admin", TOKEN, ask(
    "sts", "get_access_key_info", AccessKeyId="AKIAIOSFODNN7EXAMPLE"))
case("session", "OutboundWebIdentityFederationDisabledException",
     "a session asks for tokens about itself", "admin", TOKEN, ask(
         "sts", "get_web_identity_token", Audience=["a"], SigningAlgorithm="RS256"))
for seconds, expected in [(899, INVALID), (900, ALLOWED), (129600, ALLOWED), (129601, INVALID)]:
    case("session", expected, f"a session of {seconds} seconds", "bob", ask(
        "sts", "get_session_token", DurationSeconds=seconds))
case("session", ALLOWED, "root users have sessions", "root", TOKEN, REGIONS)
case("session", NO_TOKEN, "IAM wants a root user's second factor", "root", TOKEN, LIST_USERS)
case("assume", DENIED, "root users' sessions assume no role", "root", TOKEN, assume("ByAccount"))
case("session", ALLOWED, "a root user's long session ends early", "root", ask(
    "sts", "get_session_token", DurationSeconds=7200))

# Federated users

MAY_LIST = allow("account:ListRegions")
case("federated", ALLOWED, "a policy allows it", "nina", federate(MAY_LIST))
case("boundary", REFUSED, "a boundary limits whom its user federates", "olga", federate(
    allow("*")), REGIONS)
case("federated", DENIED, "no policy allows it", "bob", federate(MAY_LIST))
case("federated", ALLOWED, "user and passed policy allow", "heidi", federate(MAY_LIST), REGIONS)
case("federated", REFUSED, "nothing is passed", "heidi", federate(), REGIONS)
case("federated", REFUSED, "the user may not", "nina", federate(MAY_LIST), REGIONS)
case("federated", REFUSED, "the passed policy does not allow", "heidi", federate(
    allow("sts:*")), REGIONS)
case("federated", REFUSED, "the passed policy denies", "heidi", federate(
    allow("*"), deny("account:*")), REGIONS)
case("federated", ALLOWED, "a policy of AWS's is passed", "heidi", federate(
    PolicyArns=[{"arn": READ_ACCOUNT}]), REGIONS)
case("federated", REFUSED, "a policy of AWS's limits", "heidi", federate(
    PolicyArns=[{"arn": READ_IAM}]), REGIONS)
case("federation", NO_TOKEN, "federated users do not call IAM", "admin", federate(
    allow("*")), LIST_USERS)
case("federation", DENIED, "federated users assume no role", "admin", federate(
    allow("*")), assume("ByAccount"))
case("federation", DENIED, "nor one that trusts everybody", "admin", federate(
    allow("*")), assume("Anyone"))
case("federation", DENIED, "they begin no session", "admin", federate(allow("*")), TOKEN)
case("federation", ALLOWED, "they are told who they are", "nina", federate(), WHO)
case("tags", ALLOWED, "they have tags", "heidi", federate(
    allow("account:ListRegions", Condition={"StringEquals": {"aws:PrincipalTag/team": "core"}}),
    Tags=CORE), REGIONS)
case("tags", REFUSED, "they have other tags", "heidi", federate(
    allow("account:ListRegions", Condition={"StringEquals": {"aws:PrincipalTag/team": "core"}}),
    Tags=OTHER), REGIONS)
case("tags", DENIED, "whoever federates may not pass tags", "nina", federate(MAY_LIST, Tags=CORE))
case("federation", INVALID, "their names have two characters", "heidi", federate(Name="a"))
case("federation", INVALID, "their names have at most 32", "heidi", federate(Name="a" * 33))
case("federation", INVALID, "they last 36 hours at most", "heidi", federate(
    DurationSeconds=129601))
case("federation", ALLOWED, "a root user federates", "root", federate(MAY_LIST), REGIONS)
case("federation", REFUSED, "a root user passes a policy, too", "root", federate(), REGIONS)
case("federation", REFUSED, "what a root user passes limits", "root", federate(
    allow("sts:*")), REGIONS)

# Sessions that are narrowed

case("scoped", DENIED, "a user's own key", "admin", scope(allow("*")))
case("scoped", DENIED, "a root user's own key", "root", scope(allow("*")))
HUB = assume("Hub", "night")
case("narrowed", ALLOWED, "session and policy allow", "alice", HUB, scope(SEEN_IAM), get_role())
case("narrowed", DENIED, "the policy does not allow", "alice", HUB, scope(SEEN_IAM), LIST_USERS)
case("narrowed", DENIED, "a policy gives nothing", "alice", assume("Hub", Policy=policy(
    SEEN_IAM, allow("sts:*"))), scope(allow("*")), LIST_USERS)
case("narrowed", ALLOWED, "each policy allows", "alice", HUB, scope(allow("iam:*")), scope(
    SEEN_IAM), get_role())
case("narrowed", DENIED, "the first does not allow", "alice", HUB, scope(SEEN_IAM), scope(
    allow("iam:*")), LIST_USERS)
THRICE = [scope(allow("iam:*")), scope(allow(["iam:Get*", "iam:List*"])), scope(SEEN_IAM)]
case("narrowed", ALLOWED, "three policies allow", "alice", HUB, *THRICE, get_role())
case("narrowed", DENIED, "the third does not allow", "alice", HUB, *THRICE, LIST_USERS)
case("scoped", DENIED, "a fourth policy", "alice", HUB, *THRICE, scope(SEEN_IAM))
case("scoped", ALLOWED, "a fourth time, without a policy", "alice", HUB, *THRICE, scope(
    DurationSeconds=60))
case("scoped", INVALID, "neither a policy nor a length", "alice", HUB, scope())
case("scoped", "InsufficientSessionLifetime", "longer than the session", "alice", HUB, scope(
    DurationSeconds=3700))
case("scoped", "MalformedPolicyDocument", "what narrows is no policy", "alice", HUB, ask(
    "sts", "get_scoped_credentials", Policy="{}"))
case("narrowed", ALLOWED, "the session stays who it was", "alice", HUB, scope(
    allow("sts:*")), assume("TrustsNight"))
case("narrowed", DENIED, "the policy limits a chain", "alice", HUB, ask(
    "sts", "get_scoped_credentials", Policy=policy(SEEN_IAM)), assume("ByAccount"))
case("scoped", ALLOWED, "a user's session is narrowed", "alice", TOKEN, scope(allow("*")), WHO)
case("scoped", ALLOWED, "a federated user's session is narrowed", "heidi", federate(
    allow("*")), scope(MAY_LIST), REGIONS)
case("scoped", NO_TOKEN, "and calls IAM no more than before", "admin", federate(
    allow("*")), scope(allow("*")), LIST_USERS)

# Root users of other accounts

TASK = ask("sts", "assume_root", TargetPrincipal="444455556666", TaskPolicyArn={
    "arn": "arn:aws:iam::aws:policy/root-task/IAMAuditRootUserCredentials"})
case("root", DENIED, "the account is in no organization", "admin", TASK)
case("root", DENIED, "root users may not", "root", TASK)
case("root", DENIED, "no policy allows it", "bob", TASK)

# Who is gone

for held in ("session of a deleted role", "session of a role made again",
             "session of a deleted user", "federated by a deleted user",
             "session of a user made again"):
    case("principal", NO_TOKEN, f"{held} ended with it", held, WHO)
case("principal", DENIED, "whoever has the name of a trusted user is another", "remade", assume(
    "TrustsRemade"))
case("assume", DENIED, "a deleted role is assumed no more", "alice", assume("Gone"))
case("assume", ALLOWED, "a role that was made again is", "alice", assume("MadeAgain"))
