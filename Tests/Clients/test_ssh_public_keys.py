"""SSH public keys with the real clients, and keys of ssh-keygen and of cryptography."""

import subprocess

import pytest
from botocore.config import Config
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519

import certificates
from user_clients import allow, refusal, user


@pytest.fixture
def iam(gatehouse_dev):
    iam = gatehouse_dev.client("iam", config=Config(parameter_validation=False))
    iam.create_user(UserName="alice")
    return iam


def texts(key):
    """A public key as ssh-rsa and as PEM."""
    public = key.public_key()
    return (
        public.public_bytes(
            serialization.Encoding.OpenSSH, serialization.PublicFormat.OpenSSH).decode(),
        public.public_bytes(
            serialization.Encoding.PEM,
            serialization.PublicFormat.SubjectPublicKeyInfo).decode())


@pytest.fixture(scope="module")
def keys():
    return [texts(certificates.rsa_key()) for _ in range(6)]


def upload(iam, body, name="alice"):
    return iam.upload_ssh_public_key(UserName=name, SSHPublicKeyBody=body)["SSHPublicKey"]


def get(iam, key, encoding="SSH", name="alice"):
    return iam.get_ssh_public_key(
        UserName=name, SSHPublicKeyId=key["SSHPublicKeyId"], Encoding=encoding)["SSHPublicKey"]


@pytest.mark.parametrize("bits", [2048, 3072, 4096])
def test_a_key_of_ssh_keygen_comes_back_in_both_encodings_with_its_fingerprint(
        iam, tmp_path, bits):
    file = tmp_path / "key"

    def keygen(*arguments):
        return subprocess.run(
            ["ssh-keygen", *arguments], check=True, capture_output=True, text=True).stdout

    keygen("-q", "-t", "rsa", "-b", str(bits), "-N", "", "-C", "alice's key", "-f", str(file))
    line = file.with_suffix(".pub").read_text()
    pem = keygen("-e", "-m", "PKCS8", "-f", str(file))
    fingerprint = keygen("-l", "-E", "md5", "-f", str(file)).split()[1].removeprefix("MD5:")
    key = upload(iam, line)
    assert key["SSHPublicKeyId"].startswith("APKA")
    assert len(key["SSHPublicKeyId"]) == 20
    assert (key["UserName"], key["Status"], key["SSHPublicKeyBody"]) == ("alice", "Active", line)
    assert key["Fingerprint"] == fingerprint
    found = get(iam, key)
    assert found["SSHPublicKeyBody"] == " ".join(line.split()[:2])
    assert get(iam, key, "PEM")["SSHPublicKeyBody"] == pem
    assert found["Fingerprint"] == fingerprint
    assert found["UploadDate"] == key["UploadDate"]


def test_a_key_lives_from_upload_to_deletion(iam, keys):
    made = [upload(iam, keys[0][0]), upload(iam, keys[1][1])]
    listed = iam.list_ssh_public_keys(UserName="alice")["SSHPublicKeys"]
    ids = [key["SSHPublicKeyId"] for key in listed]
    assert ids == sorted(key["SSHPublicKeyId"] for key in made)
    assert set(listed[0]) == {"UserName", "SSHPublicKeyId", "Status", "UploadDate"}
    pages = iam.get_paginator("list_ssh_public_keys").paginate(
        UserName="alice", PaginationConfig={"PageSize": 1})
    assert [[key["SSHPublicKeyId"] for key in page["SSHPublicKeys"]] for page in pages] == [
        [one] for one in ids]

    one = {"UserName": "alice", "SSHPublicKeyId": ids[0]}
    iam.update_ssh_public_key(**one, Status="Inactive")
    listed = iam.list_ssh_public_keys(UserName="alice")["SSHPublicKeys"]
    assert [key["Status"] for key in listed] == ["Inactive", "Active"]
    iam.update_ssh_public_key(**one, Status="Active")
    assert get(iam, listed[0])["Status"] == "Active"

    # It follows the user, and keeps it from being deleted.
    iam.update_user(UserName="alice", NewUserName="carol")
    iam.create_user(UserName="alice")
    assert iam.list_ssh_public_keys(UserName="alice")["SSHPublicKeys"] == []
    assert get(iam, made[0], name="carol")["UserName"] == "carol"
    conflict = ("DeleteConflict", 409, "Cannot delete entity, must delete SSH public keys first.")
    assert refusal(iam.delete_user, UserName="carol") == conflict
    for key in ids:
        iam.delete_ssh_public_key(UserName="carol", SSHPublicKeyId=key)
    iam.delete_user(UserName="carol")


def test_every_declared_error(iam, keys):
    nobody = ("NoSuchEntity", 404, "The user with name nobody cannot be found.")
    none = {"SSHPublicKeyId": "APKA" + "A" * 16}
    status, encoding = {"Status": "Active"}, {"Encoding": "SSH"}
    assert refusal(
        iam.upload_ssh_public_key, UserName="nobody", SSHPublicKeyBody=keys[0][0]) == nobody
    assert refusal(iam.list_ssh_public_keys, UserName="nobody") == nobody
    for ask, more in [
        (iam.get_ssh_public_key, encoding), (iam.update_ssh_public_key, status),
        (iam.delete_ssh_public_key, {}),
    ]:
        assert refusal(ask, UserName="nobody", **none, **more) == nobody
        missing = refusal(ask, UserName="alice", **none, **more)
        assert missing[:2] == ("NoSuchEntity", 404)
        assert none["SSHPublicKeyId"] in missing[2]
    key = upload(iam, keys[0][0])
    one = {"UserName": "alice", "SSHPublicKeyId": key["SSHPublicKeyId"]}
    assert refusal(iam.update_ssh_public_key, **one, Status="Expired")[0] == "InvalidInput"
    assert refusal(iam.update_ssh_public_key, **one, Status="Off")[0] == "ValidationError"
    assert refusal(iam.get_ssh_public_key, **one, Encoding="DER")[0] == "ValidationError"

    def refused(body):
        return refusal(iam.upload_ssh_public_key, UserName="alice", SSHPublicKeyBody=body)[0]

    for body in keys[0]:
        assert refused(body) == "DuplicateSSHPublicKey"
    assert refused(keys[0][0] + " with a comment") == "DuplicateSSHPublicKey"
    curve = ed25519.Ed25519PrivateKey.generate()
    for body in texts(certificates.rsa_key(1024)) + (
            "ssh-rsa", "ssh-rsa AAAA", keys[0][0][:-20], keys[0][0] + "\n" + keys[1][0],
            texts(curve)[1], texts(certificates.curve_key())[1]):
        assert refused(body) == "InvalidPublicKey"
    for body in ("a key", texts(curve)[0], certificates.Certificate("alice").pem):
        assert refused(body) == "UnrecognizedPublicKeyEncoding"
    for body in ("", "x" * 16_385, "ssh-rsa \u20ac"):
        assert refused(body) == "ValidationError"
    for body, _ in keys[1:5]:
        upload(iam, body)
    full = refusal(iam.upload_ssh_public_key, UserName="alice", SSHPublicKeyBody=keys[5][0])
    assert full == ("LimitExceeded", 409, "Cannot exceed quota for SSHPublicKeysPerUser: 5")
    # The key of another user is none of alice's.
    iam.create_user(UserName="bob")
    upload(iam, keys[0][0], "bob")
    assert refusal(iam.delete_ssh_public_key, UserName="bob", SSHPublicKeyId=one["SSHPublicKeyId"]
                   )[0] == "NoSuchEntity"


def test_iam_user_ssh_keys_lets_users_manage_their_own_alone(iam, gatehouse_dev, keys):
    bob = user(gatehouse_dev, "bob", managed=["IAMUserSSHKeys"])
    own = upload(bob, keys[0][0], "bob")
    assert [key["SSHPublicKeyId"] for key in bob.list_ssh_public_keys()["SSHPublicKeys"]] == [
        own["SSHPublicKeyId"]]
    assert get(bob, own, "PEM", name="bob")["SSHPublicKeyBody"] == keys[0][1]
    others = upload(iam, keys[1][0])
    one = {"UserName": "alice", "SSHPublicKeyId": others["SSHPublicKeyId"]}
    for ask, arguments in [
        (bob.upload_ssh_public_key, {"UserName": "alice", "SSHPublicKeyBody": keys[2][0]}),
        (bob.list_ssh_public_keys, {"UserName": "alice"}),
        (bob.get_ssh_public_key, one | {"Encoding": "SSH"}),
        (bob.update_ssh_public_key, one | {"Status": "Inactive"}),
        (bob.delete_ssh_public_key, one),
        # Whether there is a user is not told either.
        (bob.list_ssh_public_keys, {"UserName": "nobody"}),
    ]:
        assert refusal(ask, **arguments)[0] == "AccessDenied"
    mine = {"UserName": "bob", "SSHPublicKeyId": own["SSHPublicKeyId"]}
    bob.update_ssh_public_key(**mine, Status="Inactive")
    bob.delete_ssh_public_key(**mine)
    # Who may do nothing may not ask about their own either.
    carol = user(gatehouse_dev, "carol", allow("iam:GetUser"))
    assert refusal(carol.list_ssh_public_keys)[0] == "AccessDenied"


def test_a_root_user_has_no_keys_of_its_own(iam):
    assert refusal(iam.list_ssh_public_keys)[0] == "ValidationError"
