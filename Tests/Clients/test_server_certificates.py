"""Server certificates with the real clients, made with cryptography."""

import datetime
import json

import pytest
from botocore.config import Config
from cryptography.hazmat.primitives.asymmetric import ec

from certificates import DAY, NOW, Certificate, curve_key, rsa_key
from user_clients import allow, refusal, user

TAG = [{"Key": "team", "Value": "core"}]


@pytest.fixture
def iam(gatehouse_dev):
    return gatehouse_dev.client("iam", config=Config(parameter_validation=False))


@pytest.fixture(scope="module")
def web():
    return Certificate("web.example.com")


def upload(iam, certificate, name="web", **arguments):
    arguments = {"PrivateKey": certificate.key_pem()} | arguments
    return iam.upload_server_certificate(
        ServerCertificateName=name, CertificateBody=certificate.pem, **arguments)


def get(iam, name="web"):
    return iam.get_server_certificate(ServerCertificateName=name)["ServerCertificate"]


def test_a_certificate_lives_from_upload_to_deletion(iam, gatehouse_dev, web):
    answer = upload(iam, web, Path="/team/", Tags=TAG)
    made = answer["ServerCertificateMetadata"]
    assert made["Arn"] == f"arn:aws:iam::{gatehouse_dev.account}:server-certificate/team/web"
    assert made["ServerCertificateId"].startswith("ASCA")
    assert made["Expiration"] == web.end
    assert abs(made["UploadDate"] - datetime.datetime.now(datetime.timezone.utc)) < DAY
    assert answer["Tags"] == TAG
    found = get(iam)
    assert found["ServerCertificateMetadata"] == made
    assert (found["CertificateBody"], found["Tags"]) == (web.pem, TAG)
    assert "CertificateChain" not in found
    assert iam.list_server_certificates()["ServerCertificateMetadataList"] == [made]
    summary = iam.get_account_summary()["SummaryMap"]
    assert (summary["ServerCertificates"], summary["ServerCertificatesQuota"]) == (1, 20)

    iam.update_server_certificate(ServerCertificateName="web", NewPath="/")
    iam.update_server_certificate(
        ServerCertificateName="web", NewServerCertificateName="edge")
    renamed = get(iam, "edge")
    assert renamed["ServerCertificateMetadata"]["ServerCertificateId"] == (
        made["ServerCertificateId"])
    assert renamed["ServerCertificateMetadata"]["Arn"].endswith(":server-certificate/edge")
    assert renamed["Tags"] == TAG
    iam.delete_server_certificate(ServerCertificateName="edge")
    assert iam.list_server_certificates()["ServerCertificateMetadataList"] == []
    # A namesake has nothing of the first.
    assert "Tags" not in upload(iam, web, "edge")
    assert get(iam, "edge")["Tags"] == []


@pytest.mark.parametrize("key", [
    rsa_key(), curve_key(), curve_key(ec.SECP384R1), curve_key(ec.SECP521R1)],
    ids=["rsa", "p256", "p384", "p521"])
@pytest.mark.parametrize("form", ["TraditionalOpenSSL", "PKCS8"])
def test_keys_of_every_kind_in_both_forms(iam, key, form):
    certificate = Certificate("web.example.com", key)
    upload(iam, certificate, PrivateKey=certificate.key_pem(form))
    encrypted = certificate.key_pem(form, b"secret")
    answer = refusal(
        iam.upload_server_certificate, ServerCertificateName="more",
        CertificateBody=certificate.pem, PrivateKey=encrypted)
    assert answer[:2] == ("MalformedCertificate", 400)
    assert "encrypted" in answer[2]


def test_a_chain_is_checked_link_by_link(iam):
    root = Certificate("Root", rsa_key())
    middle = Certificate("Middle", issuer=root)
    issuer = Certificate("Issuer", rsa_key(), issuer=middle)
    web = Certificate("web.example.com", issuer=issuer)
    for number, chain in enumerate([[issuer], [issuer, middle], [issuer, middle, root]]):
        text = "".join(one.pem for one in chain)
        upload(iam, web, f"web{number}", CertificateChain=text)
        assert get(iam, f"web{number}")["CertificateChain"] == text
    for index, chain in [
        (-1, [middle]), (-1, [web]), (0, [issuer, root]), (1, [issuer, middle, issuer]),
    ]:
        code, status, sentence = refusal(
            upload, iam=iam, certificate=web, name="more",
            CertificateChain="".join(one.pem for one in chain))
        assert (code, status) == ("MalformedCertificate", 400)
        assert sentence == (
            "Unable to validate certificate chain. The certificate chain must start with the "
            "immediate signing certificate, followed by any intermediaries in order. The index "
            f"within the chain of the invalid certificate is: {index}")
    for text in ("no PEM", "Certificate:\n" + issuer.pem, issuer.pem + issuer.key_pem()):
        assert refusal(
            upload, iam=iam, certificate=web, name="more", CertificateChain=text
        )[0] == "MalformedCertificate"
    assert "more than 10" in refusal(
        upload, iam=iam, certificate=root, name="more", CertificateChain=root.pem * 11)[2]
    upload(iam, root, "root", CertificateChain=root.pem * 10)


def test_lists_are_paged_and_chosen_by_path(iam, web):
    for number in range(5):
        upload(iam, web, f"c{number}", Path="/odd/" if number % 2 else "/")
    pages = iam.get_paginator("list_server_certificates").paginate(
        PaginationConfig={"PageSize": 2})
    names = [
        [c["ServerCertificateName"] for c in page["ServerCertificateMetadataList"]]
        for page in pages]
    assert names == [["c0", "c1"], ["c2", "c3"], ["c4"]]
    odd = iam.list_server_certificates(PathPrefix="/odd")["ServerCertificateMetadataList"]
    assert [one["ServerCertificateName"] for one in odd] == ["c1", "c3"]


def test_tags_are_set_listed_and_removed(iam, web):
    upload(iam, web)
    iam.tag_server_certificate(ServerCertificateName="web", Tags=[
        {"Key": "b", "Value": "1"}, {"Key": "a", "Value": "2"}])
    tags = iam.list_server_certificate_tags(ServerCertificateName="web")["Tags"]
    assert [tag["Key"] for tag in tags] == ["a", "b"]
    iam.untag_server_certificate(ServerCertificateName="web", TagKeys=["a", "none"])
    assert get(iam)["Tags"] == [{"Key": "b", "Value": "1"}]


def test_every_declared_error(iam, web):
    upload(iam, web)
    twice = [{"Key": "k", "Value": "1"}, {"Key": "K", "Value": "2"}]
    for ask, arguments in [
        (iam.get_server_certificate, {}), (iam.delete_server_certificate, {}),
        (iam.update_server_certificate, {"NewPath": "/"}),
        (iam.tag_server_certificate, {"Tags": TAG}),
        (iam.untag_server_certificate, {"TagKeys": ["k"]}),
        (iam.list_server_certificate_tags, {}),
    ]:
        assert refusal(ask, ServerCertificateName="none", **arguments) == (
            "NoSuchEntity", 404, "The Server Certificate with name none cannot be found.")

    def refused(certificate=web, name="more", **arguments):
        return refusal(upload, iam=iam, certificate=certificate, name=name, **arguments)[:2]

    assert refused(name="web") == ("EntityAlreadyExists", 409)
    assert refused(Tags=twice) == ("InvalidInput", 400)
    assert refused(PrivateKey=Certificate("other").key_pem()) == ("KeyPairMismatch", 400)
    malformed = ("MalformedCertificate", 400)
    assert refused(Certificate("old", start=NOW - 2 * DAY, end=NOW - DAY)) == malformed
    assert refused(Certificate("soon", start=NOW + DAY / 2)) == malformed
    assert refused(Certificate("small", rsa_key(1024))) == malformed
    for key in ("no PEM", web.pem, web.key_pem() * 2):
        assert refused(PrivateKey=key) == malformed
    assert refusal(
        iam.upload_server_certificate, ServerCertificateName="more", CertificateBody="no PEM",
        PrivateKey=web.key_pem()) == (
            "MalformedCertificate", 400,
            "Unable to parse certificate. Please ensure the certificate is in PEM format.")
    assert refused(name="a b") == ("ValidationError", 400)
    assert refused(PrivateKey="x" * 16_385) == ("ValidationError", 400)
    assert refused(CertificateChain="x" * 500_000) == malformed
    # Longer than the model allows, and than any request may be.
    assert refused(CertificateChain="x" * 2_097_153)[0] == "RequestEntityTooLarge"
    assert refusal(iam.tag_server_certificate, ServerCertificateName="web", Tags=twice)[:2] == (
        "InvalidInput", 400)
    for number in range(50):
        iam.tag_server_certificate(
            ServerCertificateName="web", Tags=[{"Key": f"k{number}", "Value": ""}])
    assert refusal(
        iam.tag_server_certificate, ServerCertificateName="web",
        Tags=[{"Key": "more", "Value": ""}])[:2] == ("LimitExceeded", 409)
    for number in range(19):
        upload(iam, web, f"c{number}")
    assert refused() == ("LimitExceeded", 409)
    assert refusal(
        iam.update_server_certificate, ServerCertificateName="web",
        NewServerCertificateName="c1") == (
            "EntityAlreadyExists", 409, "The Server Certificate with name c1 already exists.")


def test_conditions_on_tags_and_both_names_of_a_renaming(iam, gatehouse_dev, web):
    upload(iam, web, Tags=TAG)
    upload(iam, web, "other")
    bob = user(
        gatehouse_dev, "bob",
        allow(
            ["iam:GetServerCertificate", "iam:UntagServerCertificate"],
            StringEquals={"aws:ResourceTag/team": "core"}),
        allow(
            ["iam:UploadServerCertificate", "iam:TagServerCertificate"],
            StringEquals={"aws:RequestTag/team": "edge"},
            **{"ForAllValues:StringEquals": {"aws:TagKeys": ["team"]}}),
        allow("iam:UpdateServerCertificate", "arn:aws:iam::*:server-certificate/own/*"))
    assert get(bob)["Tags"] == TAG
    assert refusal(bob.get_server_certificate, ServerCertificateName="other")[0] == "AccessDenied"
    assert refusal(bob.get_server_certificate, ServerCertificateName="none")[0] == "AccessDenied"
    edge = [{"Key": "team", "Value": "edge"}]
    upload(bob, web, "bobs", Path="/own/", Tags=edge)
    for tags in ([], TAG, edge + [{"Key": "site", "Value": "north"}]):
        assert refusal(
            upload, iam=bob, certificate=web, name="more", Tags=tags)[0] == "AccessDenied"
    bob.update_server_certificate(ServerCertificateName="bobs", NewServerCertificateName="mine")
    code, _, sentence = refusal(
        bob.update_server_certificate, ServerCertificateName="mine", NewPath="/")
    assert code == "AccessDenied"
    assert f"{gatehouse_dev.account}:server-certificate/mine" in sentence
    listing = refusal(bob.list_server_certificates, PathPrefix="/own/")
    assert f"{gatehouse_dev.account}:server-certificate/own/" in listing[2]


def test_the_private_key_is_in_no_answer_no_record_and_no_log(iam, gatehouse_dev, web):
    upload(iam, web)
    upload(iam, web, "more", PrivateKey=web.key_pem("PKCS8"))
    refusal(upload, iam=iam, certificate=Certificate("other"), PrivateKey=web.key_pem())
    secret = web.key_pem().splitlines()[1]
    for answer in (get(iam), iam.list_server_certificates()):
        assert secret not in json.dumps(answer, default=str)
    assert secret not in gatehouse_dev.output()
