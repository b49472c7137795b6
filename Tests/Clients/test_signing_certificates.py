"""Signing certificates with the real clients, made with cryptography."""

import datetime

import pytest
from botocore.config import Config

from certificates import DAY, NOW, Certificate, curve_key, rsa_key
from user_clients import allow, refusal, user


@pytest.fixture
def iam(gatehouse_dev):
    iam = gatehouse_dev.client("iam", config=Config(parameter_validation=False))
    iam.create_user(UserName="alice")
    return iam


def upload(iam, certificate, **arguments):
    return iam.upload_signing_certificate(
        CertificateBody=certificate.pem, **arguments)["Certificate"]


def test_a_certificate_lives_from_upload_to_deletion(iam):
    sent = Certificate("alice", rsa_key())
    made = upload(iam, sent, UserName="alice")
    assert (made["UserName"], made["Status"], made["CertificateBody"]) == (
        "alice", "Active", sent.pem)
    assert len(made["CertificateId"]) == 28
    other = upload(iam, Certificate("alice"), UserName="alice")
    listed = iam.list_signing_certificates(UserName="alice")["Certificates"]
    assert listed == sorted([made, other], key=lambda one: one["CertificateId"])
    pages = iam.get_paginator("list_signing_certificates").paginate(
        UserName="alice", PaginationConfig={"PageSize": 1})
    assert [page["Certificates"] for page in pages] == [[one] for one in listed]

    one = {"UserName": "alice", "CertificateId": made["CertificateId"]}
    iam.update_signing_certificate(**one, Status="Inactive")
    found = iam.list_signing_certificates(UserName="alice")["Certificates"]
    assert {c["CertificateId"]: c["Status"] for c in found} == {
        made["CertificateId"]: "Inactive", other["CertificateId"]: "Active"}

    iam.update_user(UserName="alice", NewUserName="carol")
    iam.create_user(UserName="alice")
    assert iam.list_signing_certificates(UserName="alice")["Certificates"] == []
    assert refusal(iam.delete_user, UserName="carol") == (
        "DeleteConflict", 409, "Cannot delete entity, must delete signing certificates first.")
    for certificate in found:
        iam.delete_signing_certificate(
            UserName="carol", CertificateId=certificate["CertificateId"])
    iam.delete_user(UserName="carol")


def test_without_a_name_they_are_the_callers(iam, gatehouse_dev):
    def summary():
        return iam.get_account_summary()["SummaryMap"]

    assert summary()["AccountSigningCertificatesPresent"] == 0
    assert summary()["SigningCertificatesPerUserQuota"] == 2
    own = upload(iam, Certificate("root"))
    assert "UserName" not in own
    assert iam.list_signing_certificates()["Certificates"] == [own]
    assert summary()["AccountSigningCertificatesPresent"] == 1
    bob = user(gatehouse_dev, "bob", allow(
        "iam:*SigningCertificate*", "arn:aws:iam::*:user/${aws:username}"))
    bobs = upload(bob, Certificate("bob"))
    assert bobs["UserName"] == "bob"
    assert bob.list_signing_certificates()["Certificates"] == [bobs]
    assert refusal(bob.list_signing_certificates, UserName="alice")[0] == "AccessDenied"
    assert refusal(
        bob.delete_signing_certificate, CertificateId=own["CertificateId"])[0] == "NoSuchEntity"
    iam.update_signing_certificate(CertificateId=own["CertificateId"], Status="Inactive")
    iam.delete_signing_certificate(CertificateId=own["CertificateId"])
    assert summary()["AccountSigningCertificatesPresent"] == 0
    assert bob.list_signing_certificates()["Certificates"] == [bobs]


def test_every_declared_error(iam):
    one = Certificate("alice")
    made = upload(iam, one, UserName="alice")
    iam.create_user(UserName="bob")
    missing = {"CertificateId": "A" * 28}
    for name, code in [("nobody", "NoSuchEntity"), ("alice", "NoSuchEntity")]:
        for ask, more in [
            (iam.update_signing_certificate, {"Status": "Active"}),
            (iam.delete_signing_certificate, {}),
        ]:
            assert refusal(ask, UserName=name, **missing, **more)[:2] == (code, 404)
    assert refusal(iam.list_signing_certificates, UserName="nobody")[:2] == ("NoSuchEntity", 404)
    assert refusal(
        iam.upload_signing_certificate, UserName="nobody", CertificateBody=one.pem
    )[:2] == ("NoSuchEntity", 404)
    for name in ("alice", "bob", None):
        who = {"UserName": name} if name else {}
        assert refusal(
            iam.upload_signing_certificate, CertificateBody=one.pem.replace("\n", "\r\n"), **who
        )[:2] == ("DuplicateCertificate", 409)
    assert refusal(
        iam.update_signing_certificate, UserName="alice", CertificateId=made["CertificateId"],
        Status="Expired")[:2] == ("InvalidInput", 400)

    def refused(body):
        return refusal(iam.upload_signing_certificate, UserName="bob", CertificateBody=body)[:2]

    for body in (
            "no PEM", one.pem + one.pem, one.key_pem(), one.pem[:-40],
            Certificate("small", rsa_key(1024)).pem,
            Certificate("old", start=NOW - 2 * DAY, end=NOW - DAY).pem):
        assert refused(body) == ("MalformedCertificate", 400)
    soon = NOW + datetime.timedelta(hours=1)
    assert refused(Certificate("soon", start=soon).pem) == ("InvalidCertificate", 400)
    assert refused("") == ("ValidationError", 400)
    assert refused("x" * 16_385) == ("ValidationError", 400)
    for number in range(2):
        upload(iam, Certificate(f"bob {number}", curve_key()), UserName="bob")
    assert refusal(
        iam.upload_signing_certificate, UserName="bob", CertificateBody=Certificate("more").pem
    ) == ("LimitExceeded", 409, "Cannot exceed quota for SigningCertificatesPerUser: 2")
