"""The unmodified `aws` command line, with an endpoint and a key in its environment and no more."""

import json

import pytest

from conftest import Credentials

ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess"
# How version 1 of the command line ends when the service refuses; version 2 ends with 254.
REFUSED = 255
INVALID_TOKEN = "The security token included in the request is invalid."


def done(finished):
    """What a command that succeeded printed, read as JSON."""
    assert finished.returncode == 0, finished.stderr
    return json.loads(finished.stdout) if finished.stdout.strip() else None


def refused(finished, code, operation, sentence):
    """Checks that the service refused, and that the command line said so in AWS's words."""
    assert finished.returncode == REFUSED, finished.stderr or finished.stdout
    assert finished.stdout == ""
    error = f"An error occurred ({code}) when calling the {operation} operation: {sentence}"
    assert finished.stderr.strip().endswith(error)


def document(*statements):
    """A policy's text. Each statement is (effect, action)."""
    return json.dumps({
        "Version": "2012-10-17",
        "Statement": [
            {"Effect": effect, "Action": action, "Resource": "*"} for effect, action in statements
        ],
    })


def key(answer):
    """The credentials that create-access-key printed."""
    made = answer["AccessKey"]
    return Credentials(made["AccessKeyId"], made["SecretAccessKey"])


# On both kinds of server


def test_root_makes_disables_and_deletes_its_own_keys(account):
    identity = done(account.aws("sts", "get-caller-identity"))
    assert identity == {
        "UserId": account.account, "Account": account.account,
        "Arn": f"arn:aws:iam::{account.account}:root",
    }
    second = key(done(account.aws("iam", "create-access-key")))
    assert done(account.aws("sts", "get-caller-identity", credentials=second)) == identity
    exceeded = "Cannot exceed quota for AccessKeysPerUser: 2"
    refused(
        account.aws("iam", "create-access-key"), "LimitExceeded", "CreateAccessKey", exceeded)

    done(account.aws(
        "iam", "update-access-key", "--access-key-id", second.access_key_id, "--status",
        "Inactive"))
    refused(
        account.aws("sts", "get-caller-identity", credentials=second), "InvalidClientTokenId",
        "GetCallerIdentity", INVALID_TOKEN)
    refused(
        account.aws("iam", "create-access-key"), "LimitExceeded", "CreateAccessKey", exceeded)

    done(account.aws("iam", "delete-access-key", "--access-key-id", second.access_key_id))
    listed = done(account.aws("iam", "list-access-keys"))["AccessKeyMetadata"]
    assert [key["AccessKeyId"] for key in listed] == [account.credentials.access_key_id]
    refused(
        account.aws("iam", "delete-access-key", "--access-key-id", second.access_key_id),
        "NoSuchEntity", "DeleteAccessKey",
        f"The Access Key with id {second.access_key_id} cannot be found.")


def test_a_user_is_made_given_permissions_and_deleted(account):
    arn = f"arn:aws:iam::{account.account}:user/alice"
    user = done(account.aws("iam", "create-user", "--user-name", "alice"))["User"]
    assert (user["Arn"], user["Path"], user["UserName"]) == (arn, "/", "alice")
    assert user["UserId"].startswith("AIDA")
    alice = key(done(account.aws("iam", "create-access-key", "--user-name", "alice")))
    assert done(account.aws("sts", "get-caller-identity", credentials=alice)) == {
        "UserId": user["UserId"], "Account": account.account, "Arn": arn,
    }

    def list_users():
        return account.aws("iam", "list-users", credentials=alice)

    denied = (
        f"User: {arn} is not authorized to perform: iam:ListUsers on resource: "
        f"arn:aws:iam::{account.account}:user/ ")
    implicitly = f"{denied}because no identity-based policy allows the iam:ListUsers action"
    refused(list_users(), "AccessDenied", "ListUsers", implicitly)
    done(account.aws(
        "iam", "attach-user-policy", "--user-name", "alice", "--policy-arn", ADMINISTRATOR))
    assert [user["UserName"] for user in done(list_users())["Users"]] == ["alice"]
    done(account.aws(
        "iam", "put-user-policy", "--user-name", "alice", "--policy-name", "no-lists",
        "--policy-document", document(("Deny", "iam:List*"))))
    refused(
        list_users(), "AccessDenied", "ListUsers",
        f"{denied}with an explicit deny in an identity-based policy")
    done(account.aws(
        "iam", "create-login-profile", "--user-name", "alice", "--password", "Correct-horse-7"))

    def delete():
        return account.aws("iam", "delete-user", "--user-name", "alice")

    conflict = "Cannot delete entity, must"
    refused(delete(), "DeleteConflict", "DeleteUser", f"{conflict} detach all policies first.")
    done(account.aws(
        "iam", "detach-user-policy", "--user-name", "alice", "--policy-arn", ADMINISTRATOR))
    refused(delete(), "DeleteConflict", "DeleteUser", f"{conflict} delete policies first.")
    done(account.aws(
        "iam", "delete-user-policy", "--user-name", "alice", "--policy-name", "no-lists"))
    refused(list_users(), "AccessDenied", "ListUsers", implicitly)
    refused(delete(), "DeleteConflict", "DeleteUser", f"{conflict} delete access keys first.")
    done(account.aws(
        "iam", "delete-access-key", "--user-name", "alice", "--access-key-id",
        alice.access_key_id))
    refused(list_users(), "InvalidClientTokenId", "ListUsers", INVALID_TOKEN)
    refused(delete(), "DeleteConflict", "DeleteUser", f"{conflict} delete login profile first.")
    done(account.aws("iam", "delete-login-profile", "--user-name", "alice"))
    done(delete())
    refused(
        account.aws("iam", "get-user", "--user-name", "alice"), "NoSuchEntity", "GetUser",
        "The user with name alice cannot be found.")


# What is the same on every kind of server


def test_a_group_gives_its_members_its_permissions(gatehouse_dev):
    aws = gatehouse_dev.aws
    iam = gatehouse_dev.client("iam")
    iam.create_user(UserName="bob")
    made = iam.create_access_key(UserName="bob")
    bob = key(made)
    group = done(aws("iam", "create-group", "--group-name", "Readers", "--path", "/teams/"))
    assert group["Group"]["Arn"] == f"arn:aws:iam::{gatehouse_dev.account}:group/teams/Readers"
    done(aws(
        "iam", "put-group-policy", "--group-name", "Readers", "--policy-name", "read",
        "--policy-document", document(("Allow", ["iam:Get*", "iam:List*"]))))
    done(aws("iam", "add-user-to-group", "--group-name", "readers", "--user-name", "BOB"))
    members = done(aws("iam", "get-group", "--group-name", "Readers", credentials=bob))
    assert [user["UserName"] for user in members["Users"]] == ["bob"]
    groups = done(aws("iam", "list-groups-for-user", "--user-name", "bob"))["Groups"]
    assert [group["GroupName"] for group in groups] == ["Readers"]
    refused(
        aws("iam", "delete-user", "--user-name", "bob"), "DeleteConflict", "DeleteUser",
        "Cannot delete entity, must remove users from group first.")
    done(aws("iam", "remove-user-from-group", "--group-name", "Readers", "--user-name", "bob"))
    finished = aws("iam", "get-group", "--group-name", "Readers", credentials=bob)
    assert "(AccessDenied)" in finished.stderr


def test_the_version_of_a_policy_in_force_decides(gatehouse_dev):
    aws = gatehouse_dev.aws
    iam = gatehouse_dev.client("iam")
    iam.create_user(UserName="carol")
    carol = key(iam.create_access_key(UserName="carol"))
    policy = done(aws(
        "iam", "create-policy", "--policy-name", "Rules", "--description", "What is allowed",
        "--policy-document", document(("Allow", "iam:ListUsers"))))["Policy"]
    arn = policy["Arn"]
    assert (policy["DefaultVersionId"], policy["AttachmentCount"]) == ("v1", 0)
    done(aws("iam", "attach-user-policy", "--user-name", "carol", "--policy-arn", arn))
    done(aws("iam", "list-users", credentials=carol))
    version = done(aws(
        "iam", "create-policy-version", "--policy-arn", arn, "--set-as-default",
        "--policy-document", document(("Allow", "iam:ListGroups"))))["PolicyVersion"]
    assert (version["VersionId"], version["IsDefaultVersion"]) == ("v2", True)
    assert "(AccessDenied)" in aws("iam", "list-users", credentials=carol).stderr
    done(aws("iam", "set-default-policy-version", "--policy-arn", arn, "--version-id", "v1"))
    done(aws("iam", "list-users", credentials=carol))
    shown = done(aws("iam", "get-policy-version", "--policy-arn", arn, "--version-id", "v2"))
    statement = shown["PolicyVersion"]["Document"]["Statement"][0]
    assert statement == {"Effect": "Allow", "Action": "iam:ListGroups", "Resource": "*"}
    refused(
        aws("iam", "delete-policy", "--policy-arn", arn), "DeleteConflict", "DeletePolicy",
        "Cannot delete a policy attached to entities.")
    refused(
        aws("iam", "delete-policy-version", "--policy-arn", arn, "--version-id", "v1"),
        "DeleteConflict", "DeletePolicyVersion", "Cannot delete the default version of a policy.")
    finished = aws(
        "iam", "create-policy", "--policy-name", "Broken", "--policy-document",
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*"}]}')
    assert finished.returncode == REFUSED
    assert "(MalformedPolicyDocument)" in finished.stderr


def test_lists_are_cut_to_pages_and_put_together_again(gatehouse_dev):
    aws = gatehouse_dev.aws
    iam = gatehouse_dev.client("iam")
    names = [f"user-{number:02}" for number in range(12)]
    for name in names:
        iam.create_user(UserName=name)

    def listed(*options):
        answer = done(aws("iam", "list-users", *options))
        return [user["UserName"] for user in answer["Users"]], answer.get("NextToken")

    assert listed("--page-size", 5) == (names, None)
    first, token = listed("--max-items", 5)
    assert first == names[:5] and token
    second, token = listed("--max-items", 4, "--starting-token", token)
    assert second == names[5:9] and token
    assert listed("--max-items", 4, "--starting-token", token) == (names[9:], None)


def test_output_as_text_is_made_of_the_same_answers(gatehouse_dev):
    gatehouse_dev.client("iam").create_user(UserName="dora")
    finished = gatehouse_dev.aws("sts", "get-caller-identity", "--output", "text")
    account = gatehouse_dev.account
    assert finished.stdout.split() == [account, f"arn:aws:iam::{account}:root", account]
    finished = gatehouse_dev.aws(
        "iam", "list-users", "--query", "Users[].UserName", "--output", "text")
    assert finished.stdout == "dora\n"


def test_what_an_account_holds_is_counted_and_shown_at_once(gatehouse_dev):
    iam = gatehouse_dev.client("iam")
    iam.create_user(UserName="erin", Tags=[{"Key": "team", "Value": "ops"}])
    iam.create_group(GroupName="Ops")
    iam.add_user_to_group(GroupName="Ops", UserName="erin")
    iam.attach_group_policy(GroupName="Ops", PolicyArn=ADMINISTRATOR)
    iam.create_policy(PolicyName="Mine", PolicyDocument=document(("Allow", "*")))
    summary = done(gatehouse_dev.aws("iam", "get-account-summary"))["SummaryMap"]
    counts = ["Users", "Groups", "Policies", "AccountAccessKeysPresent", "UsersQuota"]
    assert [summary[name] for name in counts] == [1, 1, 1, 1, 5000]
    details = done(gatehouse_dev.aws("iam", "get-account-authorization-details"))
    [user], [group] = details["UserDetailList"], details["GroupDetailList"]
    assert (user["UserName"], user["GroupList"]) == ("erin", ["Ops"])
    assert user["Tags"] == [{"Key": "team", "Value": "ops"}]
    assert group["AttachedManagedPolicies"] == [
        {"PolicyName": "AdministratorAccess", "PolicyArn": ADMINISTRATOR}]
    assert {policy["PolicyName"] for policy in details["Policies"]} == {
        "Mine", "AdministratorAccess"}
    assert details["RoleDetailList"] == []


def test_alias_and_password_policy_come_and_go(gatehouse_dev):
    aws = gatehouse_dev.aws
    done(aws("iam", "create-account-alias", "--account-alias", "example-alias"))
    assert done(aws("iam", "list-account-aliases"))["AccountAliases"] == ["example-alias"]
    done(aws("iam", "delete-account-alias", "--account-alias", "example-alias"))
    assert done(aws("iam", "list-account-aliases"))["AccountAliases"] == []
    refused(
        aws("iam", "get-account-password-policy"), "NoSuchEntity", "GetAccountPasswordPolicy",
        f"The Password Policy with domain name {gatehouse_dev.account} cannot be found.")
    refused(
        aws("iam", "delete-account-password-policy"), "NoSuchEntity",
        "DeleteAccountPasswordPolicy",
        "The account policy with name PasswordPolicy cannot be found.")
    done(aws(
        "iam", "update-account-password-policy", "--minimum-password-length", 12,
        "--require-symbols", "--max-password-age", 90))
    policy = done(aws("iam", "get-account-password-policy"))["PasswordPolicy"]
    assert policy == {
        "MinimumPasswordLength": 12, "RequireSymbols": True, "RequireNumbers": False,
        "RequireUppercaseCharacters": False, "RequireLowercaseCharacters": False,
        "AllowUsersToChangePassword": False, "ExpirePasswords": True, "MaxPasswordAge": 90,
    }
    gatehouse_dev.client("iam").create_user(UserName="fred")
    refused(
        aws("iam", "create-login-profile", "--user-name", "fred", "--password", "Short-1"),
        "PasswordPolicyViolation", "CreateLoginProfile",
        "Password should have a minimum length of 12")


def test_tags_are_set_replaced_and_removed(gatehouse_dev):
    aws = gatehouse_dev.aws
    done(aws(
        "iam", "create-user", "--user-name", "gina", "--tags", "Key=team,Value=ops",
        "Key=city,Value=Seoul"))
    done(aws("iam", "tag-user", "--user-name", "gina", "--tags", "Key=team,Value=development"))
    done(aws("iam", "untag-user", "--user-name", "gina", "--tag-keys", "city"))
    tags = done(aws("iam", "list-user-tags", "--user-name", "gina"))["Tags"]
    assert tags == [{"Key": "team", "Value": "development"}]


@pytest.mark.parametrize(
    "arguments, code, operation, sentence",
    [
        (["create-user", "--user-name", "a b"], "ValidationError", "CreateUser",
         "The specified value for userName is invalid. It must contain only alphanumeric "
         "characters and/or the following: +=,.@_-"),
        (["create-access-key", "--user-name", "nobody"], "NoSuchEntity", "CreateAccessKey",
         "The user with name nobody cannot be found."),
        (["attach-user-policy", "--user-name", "henry", "--policy-arn",
          "arn:aws:iam::aws:policy/NoSuchPolicy"], "NoSuchEntity", "AttachUserPolicy",
         "Policy arn:aws:iam::aws:policy/NoSuchPolicy does not exist or is not attachable."),
        (["create-user", "--user-name", "HENRY"], "EntityAlreadyExists", "CreateUser",
         "User with name HENRY already exists."),
        (["attach-user-policy", "--user-name", "henry", "--policy-arn",
          "arn:aws-cn:iam::aws:policy/ReadOnlyAccess"], "ValidationError", "AttachUserPolicy",
         "ARN arn:aws-cn:iam::aws:policy/ReadOnlyAccess is not valid."),
        (["create-user", "--user-name", "h" * 65], "ValidationError", "CreateUser",
         "1 validation error detected: Value at 'userName' failed to satisfy constraint: Member "
         "must have length less than or equal to 64"),
        (["delete-policy", "--policy-arn", "arn:aws:iam::aws:policy/ReadOnlyAccess"],
         "AccessDenied", "DeletePolicy", "Policy is outside your own account."),
        (["list-users", "--region", "cn-north-1"], "SignatureDoesNotMatch", "ListUsers",
         "Credential should be scoped to a valid region, not 'cn-north-1'. That is a region of "
         "the partition aws-cn, and every ARN here is of the partition aws: set the client's "
         "region to one of that, such as us-east-1."),
    ],
    ids=["a name that is none", "a user who is not there", "a policy that is not there",
         "a name in other letters", "an ARN of China", "a name too long", "a policy of AWS's",
         "a region of China"])
def test_refusals_come_in_the_words_of_aws(gatehouse_dev, arguments, code, operation, sentence):
    gatehouse_dev.client("iam").create_user(UserName="henry")
    refused(gatehouse_dev.aws("iam", *arguments), code, operation, sentence)
