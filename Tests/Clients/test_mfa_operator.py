"""MFA devices in the operator's hands: `gatehouse root list-mfa` and `remove-mfa`, and
`gatehouse mfa import`, beside a server that runs."""

import base64
import json
import time

import botocore.exceptions
import pyotp
import pytest

import http_client
from conftest import Account

SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
HEXADECIMAL = base64.b32decode(SEED).hex()


@pytest.fixture
def account(data_server):
    """An account of a server on a data directory."""
    return Account(data_server)


@pytest.fixture
def gatehouse(operator, account):
    """Runs a command on the server's data directory; returns what it printed."""

    def run(*arguments, status=0):
        finished = operator(*arguments, "--data", account.server.data)
        assert finished.returncode == status, finished.stderr
        assert (finished.stderr == "") == (status == 0)
        return finished.stdout if status == 0 else finished.stderr

    return run


def codes(app):
    now = time.time()
    return {"AuthenticationCode1": app.at(now - 30), "AuthenticationCode2": app.at(now)}


def assign_app(account, name="phone"):
    """Gives the root user an authenticator app; returns its serial number."""
    iam = account.client("iam")
    device = iam.create_virtual_mfa_device(VirtualMFADeviceName=name)["VirtualMFADevice"]
    iam.enable_mfa_device(
        UserName="root", SerialNumber=device["SerialNumber"],
        **codes(pyotp.TOTP(device["Base32StringSeed"].decode())))
    return device["SerialNumber"]


def serial_numbers(account, **user):
    devices = account.client("iam").list_mfa_devices(**user)["MFADevices"]
    return [device["SerialNumber"] for device in devices]


def sign_in(account):
    return http_client.Browser(account.server).sign_in_as_root(account.email, account.password)


# root list-mfa, root remove-mfa


def test_the_operator_helps_a_root_user_who_lost_the_device(account, gatehouse):
    before = sign_in(account)
    serial = assign_app(account)
    assert sign_in(account).path != "/console"
    [device] = json.loads(gatehouse("root", "list-mfa", account.account, "--json"))
    assert (device["serialNumber"], device["kind"]) == (serial, "virtual")
    assert device["enabledAt"].endswith("Z") and "lastUsedAt" not in device
    assert gatehouse("root", "list-mfa", account.email) == f"{serial}  virtual  never used\n"

    removed = json.loads(gatehouse("root", "remove-mfa", account.account, "--json"))
    assert removed == {"accountId": account.account, "removed": [serial]}
    assert json.loads(gatehouse("root", "list-mfa", account.account, "--json")) == []
    assert serial_numbers(account) == []
    assert account.client("iam").list_virtual_mfa_devices()["VirtualMFADevices"] == []
    # The session from before has ended; the password is enough for another.
    assert before.open("/console").path == "/signin"
    assert sign_in(account).path.startswith("/console")


def test_one_of_several_devices_is_named(account, gatehouse):
    one, two = assign_app(account, "one"), assign_app(account, "two")
    message = gatehouse("root", "remove-mfa", account.account, status=1)
    assert "--serial-number" in message and "--all" in message
    message = gatehouse(
        "root", "remove-mfa", account.account, "--serial-number", "other-device", status=1)
    assert "`other-device`" in message
    assert serial_numbers(account) == [one, two]
    assert gatehouse(
        "root", "remove-mfa", account.account, "--serial-number", one) == f"removed {one}\n"
    assert serial_numbers(account) == [two]
    assign_app(account, "three")
    gatehouse("root", "remove-mfa", account.account, "--all")
    assert serial_numbers(account) == []
    assert "no MFA device" in gatehouse("root", "remove-mfa", account.account, "--all", status=1)


@pytest.mark.parametrize("command", [["list-mfa"], ["remove-mfa", "--all"]])
def test_an_account_that_is_not_there_is_named(gatehouse, command):
    message = gatehouse("root", command[0], "999999999999", *command[1:], status=1)
    assert message == (
        "gatehouse: there is no account `999999999999`; see `gatehouse account list`\n")


# mfa import


def test_a_vendors_tokens_are_imported_and_assigned(account, gatehouse, tmp_path):
    (tmp_path / "tokens.csv").write_bytes(
        b"\xef\xbb\xbf# order 17\r\nSerial,Seed\r\n"
        + f"GAHT12345678,{HEXADECIMAL.upper()}\r\n\r\n\"GAHT12345679\",{SEED}\r\n".encode())
    printed = gatehouse("mfa", "import", account.account, tmp_path / "tokens.csv", "--json")
    assert json.loads(printed) == {
        "accountId": account.account, "imported": 2, "replaced": 0}
    iam = account.client("iam")
    iam.create_user(UserName="alice")
    app = pyotp.TOTP(SEED)
    iam.enable_mfa_device(UserName="alice", SerialNumber="GAHT12345678", **codes(app))
    iam.enable_mfa_device(UserName="root", SerialNumber="GAHT12345679", **codes(app))
    assert serial_numbers(account, UserName="alice") == ["GAHT12345678"]
    [device] = json.loads(gatehouse("root", "list-mfa", account.account, "--json"))
    assert (device["serialNumber"], device["kind"]) == ("GAHT12345679", "hardware")
    # Another account has none of them.
    other = Account(account.server)
    with pytest.raises(botocore.exceptions.ClientError) as refusal:
        other.client("iam").enable_mfa_device(
            UserName="root", SerialNumber="GAHT12345678", **codes(app))
    assert refusal.value.response["Error"]["Code"] == "NoSuchEntity"
    # Nor does anything of the store show the seed.
    for file in account.server.data.iterdir():
        content = file.read_bytes()
        assert SEED.encode() not in content and HEXADECIMAL.encode() not in content


def test_tokens_that_are_there_are_replaced_only_when_that_is_asked_for(
        account, gatehouse, tmp_path):
    tokens = tmp_path / "tokens.csv"
    tokens.write_text(f"GAHT12345678,{SEED[::-1]}\nGAHT12345679,{SEED}\n")
    gatehouse("mfa", "import", account.account, tokens)
    tokens.write_text(f"GAHT12345670,{SEED}\nGAHT12345678,{SEED}\n")
    message = gatehouse("mfa", "import", account.account, tokens, status=1)
    assert f"{tokens}:2: " in message and "--replace" in message and SEED not in message
    printed = gatehouse("mfa", "import", account.account, tokens, "--replace")
    assert printed == f"imported 1 and replaced 1 tokens of {account.account}\n"
    account.client("iam").enable_mfa_device(
        UserName="root", SerialNumber="GAHT12345678", **codes(pyotp.TOTP(SEED)))
    message = gatehouse("mfa", "import", account.account, tokens, "--replace", status=1)
    assert f"{tokens}:2: " in message and "assigned" in message


@pytest.mark.parametrize("text, line, words", [
    ("", None, "no token"),
    (f"GAHT12345678,{SEED}\nGAHT12345679\n", 2, "serial,seed"),
    (f"GAHT1234,{SEED}\n", 1, "serial number"),
    (f"GAHT12345678,{SEED}\nGAHT12345679,secret\n", 2, "hexadecimal or Base32"),
    (f"GAHT12345678,{SEED}\n# twice\ngaht12345678,{SEED}\n", 3, "twice"),
    ("".join(f"TOKEN-{n:06},{SEED}\n" for n in range(10_001)), 10_001, "10000 lines"),
], ids=["empty", "form", "serial", "seed", "twice", "long"])
def test_a_file_that_is_not_understood_is_refused_whole(
        account, gatehouse, tmp_path, text, line, words):
    tokens = tmp_path / "tokens.csv"
    tokens.write_text(text)
    message = gatehouse("mfa", "import", account.account, tokens, status=1)
    place = f"{tokens}:{line}: " if line else f"{tokens}: "
    assert message.startswith(f"gatehouse: {place}") and words in message
    assert len(message.splitlines()) == 1
    with pytest.raises(botocore.exceptions.ClientError) as refusal:
        account.client("iam").enable_mfa_device(
            UserName="root", SerialNumber="GAHT12345678", **codes(pyotp.TOTP(SEED)))
    assert refusal.value.response["Error"]["Code"] == "NoSuchEntity"


def test_a_file_that_is_no_text_is_refused(account, gatehouse, tmp_path):
    assert "cannot be read" in gatehouse(
        "mfa", "import", account.account, tmp_path / "none.csv", status=1)
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    assert "UTF-8" in gatehouse(
        "mfa", "import", account.account, tmp_path / "binary", status=1)
