"""Programs that audit accounts of AWS, on one that is hardened as AWS advises: prowler's checks of
IAM, ScoutSuite, cloudsplaining and principalmapper, unchanged."""

import json

import pytest

import hardened
from conftest import REPOSITORY, Account, DataServer

PROWLER = REPOSITORY / ".build" / "prowler"
CHECKS = REPOSITORY / "Tests" / "Clients" / "prowler_checks.py"
AUDITORS = [
    REPOSITORY / ".build" / "auditors" / "bin" / "python",
    REPOSITORY / "Tests" / "Clients" / "auditor.py"]

NO_KEYS = "their devices are apps, and hardware keys are what this asks for"
NO_SERVICE = "Bedrock is not here, so nobody uses what these may use of it"

# What prowler says against the account, and why it may.
FAILED = {
    "iam_aws_attached_policy_no_administrative_privileges": (
        {"AdministratorAccess"}, "administrators have AWS's policy, as AWS advises"),
    "iam_group_administrator_access_policy": (
        {"Administrators"}, "administrators have it by their group, as AWS advises"),
    "iam_check_saml_providers_sts": ({"account"}, "people sign in here, without a provider"),
    "iam_role_access_not_stale_to_bedrock": ({"Audit"}, NO_SERVICE),
    "iam_user_access_not_stale_to_bedrock": ({"ada", "auditor", "iris"}, NO_SERVICE),
    "iam_root_hardware_mfa_enabled": ({"<root_account>"}, NO_KEYS),
    "iam_user_hardware_mfa_enabled": ({"ada", "auditor", "iris"}, NO_KEYS),
    "iam_user_with_temporary_credentials": ({"auditor"}, "it runs these programs by its key"),
}

# What has nothing to speak of in the account.
SILENT = {
    "iam_customer_unattached_policy_no_administrative_privileges",
    "iam_no_expired_server_certificates_stored",
    "iam_role_cross_service_confused_deputy_prevention",
    "iam_role_service_trust_restricts_source_to_account",
    "iam_root_credentials_management_enabled",  # it is in no organization
    "iam_user_access_not_stale_to_sagemaker",
}


@pytest.fixture(scope="module")
def audited(tmp_path_factory):
    """A server with the account, the auditor's key and the account's ID."""
    directory = tmp_path_factory.mktemp("audited")
    server = DataServer(directory / "data", directory / "gatehouse.log")
    account = Account(server)
    yield server, hardened.harden(account), account.account
    server.stop()


@pytest.fixture(scope="module")
def prowler(audited, tmp_path_factory):
    """What each of prowler's checks of IAM says of whom."""
    server, key, _ = audited
    services = next(PROWLER.glob("lib/python3*/site-packages/prowler/providers/aws/services/iam"))
    checks = sorted(path.name for path in services.glob("iam_*") if path.is_dir())
    printed = hardened.read_by(
        [PROWLER / "bin" / "python", CHECKS, *checks], server, key,
        tmp_path_factory.mktemp("prowler"))
    return json.loads(printed.splitlines()[-1])


def test_prowler_says_nothing_that_is_not_known(prowler, audited):
    said = {check: set(found) for check, found in prowler.items()}
    assert {check for check, found in said.items() if not found} == SILENT
    failed = {
        check: {name.replace(audited[2], "account") for name, verdict in found.items()
                if verdict != "PASS"}
        for check, found in prowler.items()}
    assert {check: names for check, names in failed.items() if names} == {
        check: names for check, (names, _) in FAILED.items()}
    assert len(said) >= 49


def test_prowler_finds_what_is_wrong_with_an_account_as_it_begins(audited, tmp_path):
    server, _, _ = audited
    account = Account(server)
    iam = account.client("iam")
    iam.create_user(UserName="mallory")
    iam.attach_user_policy(
        UserName="mallory", PolicyArn=f"{hardened.AWS_POLICY}/AdministratorAccess")
    iam.create_login_profile(UserName="mallory", Password=hardened.PASSWORD)
    for _ in range(2):
        iam.create_access_key(UserName="mallory")
    expected = {
        "iam_no_root_access_key": "<root_account>", "iam_root_mfa_enabled": "<root_account>",
        "iam_password_policy_minimum_length_14": account.account,
        "iam_policy_attached_only_to_group_or_roles": "mallory/AdministratorAccess",
        "iam_user_administrator_access_policy": "mallory",
        "iam_user_mfa_enabled_console_access": "mallory",
        "iam_user_two_active_access_key": "mallory",
        "iam_support_role_created": account.account,
    }
    found = json.loads(hardened.read_by(
        [PROWLER / "bin" / "python", CHECKS, *expected], server, account.credentials,
        tmp_path).splitlines()[-1])
    assert {check: found[check].get(name) for check, name in expected.items()} == dict.fromkeys(
        expected, "FAIL")


def test_scoutsuite_reads_the_whole_account(audited, tmp_path):
    server, key, account = audited
    hardened.read_by(
        [*AUDITORS, "scout", "aws", "--services", "iam", "--no-browser", "--report-dir", tmp_path,
         "-r", "us-east-1", "--max-workers", "2"], server, key, tmp_path)

    def told(kind):
        path = tmp_path / "scoutsuite-results" / f"scoutsuite_{kind}_aws-{account}.js"
        return json.loads(path.read_text().partition("\n")[2])

    assert told("exceptions") == {}
    iam = told("results")["services"]["iam"]
    assert {user["name"] for user in iam["users"].values()} == {"ada", "auditor", "iris"}
    flagged = {name for name, finding in iam["findings"].items() if finding["flagged_items"]}
    assert flagged == {
        "iam-group-with-inline-policies",  # what the auditor needs beside AWS's policies
        "iam-managed-policy-allows-full-privileges",  # AdministratorAccess
        "iam-root-account-no-hardware-mfa",
    }


def test_cloudsplaining_reads_every_policy(audited, tmp_path):
    server, key, _ = audited
    hardened.read_by(
        [*AUDITORS, "cloudsplaining", "download", "-o", tmp_path],
        server, key, tmp_path)
    details = json.loads((tmp_path / "default.json").read_text())
    assert {user["UserName"] for user in details["UserDetailList"]} == {"ada", "auditor", "iris"}
    hardened.read_by(
        [*AUDITORS, "cloudsplaining", "scan", "-i", tmp_path / "default.json", "-o", tmp_path,
         "--skip-open-report"], server, key, tmp_path)
    results = json.loads((tmp_path / "iam-results-default.json").read_text())
    assert {group["name"] for group in results["groups"].values()} == {
        "Administrators", "Auditors"}


def test_principalmapper_finds_the_administrators(audited, tmp_path):
    server, key, account = audited
    storage = {"PMAPPER_STORAGE": str(tmp_path)}
    hardened.read_by(
        [*AUDITORS, "pmapper", "graph", "create", "--include-regions", "us-east-1"],
        server, key, tmp_path, **storage)
    told = hardened.read_by(
        [*AUDITORS, "pmapper", "--account", account, "query", "who can do iam:CreateUser"],
        server, key, tmp_path, **storage)
    assert {line.split()[0] for line in told.splitlines() if line} == {"user/ada", "user/iris"}
