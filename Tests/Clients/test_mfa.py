"""Second factors by the API, with the real clients. The codes are pyotp's, and the QR code is read
by zxing."""

import base64
import json
import time

import botocore.exceptions
import pyotp
import pytest

from conftest import Credentials
from test_factors import read


def refusal(call, *arguments, **keywords):
    """The code of the error that a call is refused with."""
    with pytest.raises(botocore.exceptions.ClientError) as caught:
        call(*arguments, **keywords)
    return caught.value.response["Error"]["Code"]


def codes(app, *steps):
    """The codes of steps of 30 seconds, counted from now."""
    now = time.time()
    return [app.at(now + 30 * step) for step in steps]


def user_key(server, name):
    """A user with every permission, and its key."""
    iam = server.client("iam")
    iam.create_user(UserName=name)
    iam.attach_user_policy(
        UserName=name, PolicyArn="arn:aws:iam::aws:policy/AdministratorAccess")
    key = iam.create_access_key(UserName=name)["AccessKey"]
    return Credentials(key["AccessKeyId"], key["SecretAccessKey"])


@pytest.mark.parametrize("owner", ["root", "alice"])
def test_the_command_line_makes_assigns_and_removes_a_device(gatehouse_dev, tmp_path, owner):
    credentials = gatehouse_dev.credentials
    if owner == "alice":
        credentials = user_key(gatehouse_dev, "alice")

    def aws(*arguments):
        done = gatehouse_dev.aws("iam", *arguments, credentials=credentials)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout) if done.stdout.strip() else None

    picture = tmp_path / "qr.png"
    made = aws(
        "create-virtual-mfa-device", "--virtual-mfa-device-name", f"{owner}-phone",
        "--outfile", picture, "--bootstrap-method", "QRCodePNG")
    serial = made["VirtualMFADevice"]["SerialNumber"]
    assert serial == f"arn:aws:iam::{gatehouse_dev.account}:mfa/{owner}-phone"
    app = pyotp.parse_uri(read(picture.read_bytes()))
    assert app.name == f"{owner}-phone@{gatehouse_dev.account}"

    first, second = codes(app, -1, 0)
    aws(
        "enable-mfa-device", "--user-name", owner, "--serial-number", serial,
        "--authentication-code1", first, "--authentication-code2", second)
    [device] = aws("list-mfa-devices")["MFADevices"]
    assert (device["UserName"], device["SerialNumber"]) == (owner, serial)
    [listed] = aws("list-virtual-mfa-devices", "--assignment-status", "Assigned")[
        "VirtualMFADevices"]
    assert listed["User"]["Arn"].endswith(":root" if owner == "root" else ":user/alice")
    assert "Base32StringSeed" not in listed
    summary = aws("get-account-summary")["SummaryMap"]
    assert summary["MFADevicesInUse"] == 1
    assert summary["AccountMFAEnabled"] == (1 if owner == "root" else 0)

    aws("deactivate-mfa-device", "--serial-number", serial)
    assert aws("list-mfa-devices")["MFADevices"] == []
    aws("delete-virtual-mfa-device", "--serial-number", serial)
    assert aws("list-virtual-mfa-devices")["VirtualMFADevices"] == []


def make(iam, name):
    """A virtual device, and the app that has read its seed."""
    device = iam.create_virtual_mfa_device(VirtualMFADeviceName=name)["VirtualMFADevice"]
    # botocore takes the base64 off; what is left is the Base32 text.
    return device["SerialNumber"], pyotp.TOTP(device["Base32StringSeed"].decode())


def test_codes_that_assign_a_device_follow_each_other_and_are_recent(gatehouse_dev):
    iam = gatehouse_dev.client("iam")
    iam.create_user(UserName="alice")
    serial, app = make(iam, "phone")

    def enable(*steps):
        first, second = codes(app, *steps)
        return dict(
            UserName="alice", SerialNumber=serial, AuthenticationCode1=first,
            AuthenticationCode2=second)

    for steps in [(0, -1), (0, 0), (-2, 0), (-4, -3), (3, 4)]:
        assert refusal(iam.enable_mfa_device, **enable(*steps)) == "InvalidAuthenticationCode"
    iam.enable_mfa_device(**enable(-1, 0))
    assert refusal(iam.enable_mfa_device, **enable(1, 2)) == "EntityAlreadyExists"
    assert refusal(iam.delete_user, UserName="alice") == "DeleteConflict"
    assert refusal(iam.delete_virtual_mfa_device, SerialNumber=serial) == "DeleteConflict"
    # A clock that went half an hour ahead is found again by two codes.
    first, second = codes(app, 60, 61)
    iam.resync_mfa_device(
        UserName="alice", SerialNumber=serial, AuthenticationCode1=first,
        AuthenticationCode2=second)


def test_devices_are_tagged_and_counted(gatehouse_dev):
    iam = gatehouse_dev.client("iam")
    iam.create_user(UserName="alice")
    for number in range(8):
        serial, app = make(iam, f"phone-{number}")
        first, second = codes(app, -1, 0)
        iam.enable_mfa_device(
            UserName="alice", SerialNumber=serial, AuthenticationCode1=first,
            AuthenticationCode2=second)
    serial, app = make(iam, "one-more")
    first, second = codes(app, -1, 0)
    assert refusal(
        iam.enable_mfa_device, UserName="alice", SerialNumber=serial,
        AuthenticationCode1=first, AuthenticationCode2=second) == "LimitExceeded"
    pages = iam.get_paginator("list_mfa_devices").paginate(
        UserName="alice", PaginationConfig={"PageSize": 3})
    assert sum(len(page["MFADevices"]) for page in pages) == 8
    iam.tag_mfa_device(SerialNumber=serial, Tags=[{"Key": "team", "Value": "core"}])
    assert iam.list_mfa_device_tags(SerialNumber=serial)["Tags"] == [
        {"Key": "team", "Value": "core"}]
    iam.untag_mfa_device(SerialNumber=serial, TagKeys=["team"])
    assert iam.list_mfa_device_tags(SerialNumber=serial)["Tags"] == []


def test_the_seed_and_the_picture_say_the_same(gatehouse_dev):
    iam = gatehouse_dev.client("iam")
    device = iam.create_virtual_mfa_device(VirtualMFADeviceName="phone")["VirtualMFADevice"]
    seed = device["Base32StringSeed"].decode()
    assert len(base64.b32decode(seed)) == 40
    assert pyotp.parse_uri(read(device["QRCodePNG"])).secret == seed
