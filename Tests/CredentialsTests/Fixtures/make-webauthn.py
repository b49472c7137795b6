"""Writes webauthn.json, the credentials and assertions that WebAuthnFixtureTests checks.

Yubico's python-fido2 encodes what authenticators and browsers encode, and pyca/cryptography signs
it. Chromium makes some credentials with its virtual authenticator. Nothing here is ours, so our
code does not check itself.

Each run makes new keys. It is needed again only when a case is added:

    python3 -m venv /tmp/webauthn
    /tmp/webauthn/bin/pip install cryptography==50.0.2 fido2==2.2.1 playwright==1.65.2
    /tmp/webauthn/bin/python Tests/CredentialsTests/Fixtures/make-webauthn.py
"""

import datetime
import http.server
import itertools
import json
import os
import pathlib
import shutil
import struct
import threading

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from cryptography.x509.oid import NameOID, ObjectIdentifier
from fido2 import cbor, cose
from fido2.utils import sha256, websafe_decode, websafe_encode
from fido2.webauthn import AttestationObject, AuthenticatorData
from playwright.sync_api import sync_playwright

PARTY = {"host": "id.example.com", "isSecure": True}
ORIGIN = "https://id.example.com"
LOCAL = {"host": "localhost", "isSecure": False, "port": 8426}
FLAG = AuthenticatorData.FLAG
HANDLE = b"AIDAQAAAAAAAEXAMPLE22"
AAGUID = bytes.fromhex("ea9b8d664d011d213ce4b6b48cb575d4")
MODEL = ObjectIdentifier("1.3.6.1.4.1.45724.1.1.4")


class Key:
    """A key of one algorithm, which signs as authenticators do."""

    def __init__(self, algorithm, bits=2048):
        self.algorithm = algorithm
        if algorithm == -7:
            self.private = ec.generate_private_key(ec.SECP256R1())
        elif algorithm == -8:
            self.private = ed25519.Ed25519PrivateKey.generate()
        else:
            self.private = rsa.generate_private_key(65537, bits)
        kind = {-7: cose.ES256, -8: cose.EdDSA, -257: cose.RS256}[algorithm]
        self.cose = kind.from_cryptography_key(self.private.public_key())

    def sign(self, message):
        if self.algorithm == -7:
            return self.private.sign(message, ec.ECDSA(hashes.SHA256()))
        if self.algorithm == -8:
            return self.private.sign(message)
        return self.private.sign(message, padding.PKCS1v15(), hashes.SHA256())


KEYS = {algorithm: Key(algorithm) for algorithm in [-7, -8, -257]}
MAKERS = {algorithm: Key(algorithm) for algorithm in [-7, -8, -257]}


def certificate(key, country="SE", organisation="Example AB", unit="Authenticator Attestation",
                name="Example EE", authority=False, aaguid=AAGUID, critical=False):
    """The certificate of a maker's key, as section 8.2.1 of WebAuthn requires it."""
    attributes = [
        (NameOID.COUNTRY_NAME, country), (NameOID.ORGANIZATION_NAME, organisation),
        (NameOID.ORGANIZATIONAL_UNIT_NAME, unit), (NameOID.COMMON_NAME, name)]
    start = datetime.datetime(2026, 1, 1)
    builder = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([
            x509.NameAttribute(kind, value) for kind, value in attributes if value]))
        .issuer_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Example Root")]))
        .serial_number(1).public_key(key.private.public_key())
        .not_valid_before(start).not_valid_after(start + datetime.timedelta(days=9000)))
    if authority is not None:
        builder = builder.add_extension(x509.BasicConstraints(authority, None), critical=True)
    if aaguid is not None:
        value = b"\x04" + bytes([len(aaguid)]) + aaguid
        builder = builder.add_extension(x509.UnrecognizedExtension(MODEL, value), critical)
    signer = ec.generate_private_key(ec.SECP256R1())
    return builder.sign(signer, hashes.SHA256()).public_bytes(
        serialization.Encoding.DER)


def text(data):
    return websafe_encode(data)


def client_data(kind, challenge, origin=ORIGIN, /, **members):
    """What a browser says. A member that is None is left out."""
    data = {"type": kind, "challenge": text(challenge), "origin": origin, "crossOrigin": False}
    return json.dumps({k: v for k, v in (data | members).items() if v is not None}).encode()


def attested(key, credential_id, aaguid=AAGUID):
    """Attested credential data. `key` is a Key, or any CBOR in its place."""
    public = key if isinstance(key, bytes) else cbor.encode(getattr(key, "cose", key))
    return aaguid + struct.pack(">H", len(credential_id)) + credential_id + public


def registration(key, flags=FLAG.UP, count=0, rp="id.example.com", fmt="none", client=None,
                 challenge=None, credential_id=None, data=None, tail=b"", statement=None,
                 maker=None, chain=None, extensions=None, encode=None, public=None, kind=None,
                 transports=("usb",), raw_id=None, called=None):
    """A RegistrationResponseJSON, with the challenge it answers and the key's ID."""
    challenge = challenge or os.urandom(32)
    credential_id = credential_id or os.urandom(32)
    client = client or client_data(kind or "webauthn.create", challenge)
    if data is None:
        flags = flags | FLAG.AT | (FLAG.ED if extensions is not None else FLAG(0))
        body = attested(public or key, credential_id)
        body += cbor.encode(extensions) if isinstance(extensions, dict) else (extensions or b"")
        data = sha256(rp.encode()) + struct.pack(">BI", flags, count) + body + tail
    signed = data + sha256(client)
    if statement is None:
        statement = {}
        if fmt == "packed":
            signer = maker or key
            statement = {"alg": called or signer.algorithm, "sig": signer.sign(signed)}
            if chain is not None:
                statement["x5c"] = chain
    encode = encode or (lambda fmt, statement, data: cbor.encode(
        {"fmt": fmt, "attStmt": statement, "authData": data}))
    object_ = encode(fmt, statement, data)
    return {
        "challenge": text(challenge),
        "response": {
            "id": text(raw_id or credential_id), "rawId": text(raw_id or credential_id),
            "type": "public-key", "clientExtensionResults": {},
            "authenticatorAttachment": "cross-platform",
            "response": {
                "clientDataJSON": text(client), "attestationObject": text(object_),
                "transports": list(transports),
            },
        },
    }, credential_id


def assertion(key, credential_id, count, flags=FLAG.UP, rp="id.example.com", client=None,
              challenge=None, handle=HANDLE, signature=None, kind=None, tail=b"", **members):
    """An AuthenticationResponseJSON, with the challenge it answers."""
    challenge = challenge or os.urandom(32)
    client = client or client_data(kind or "webauthn.get", challenge, **members)
    data = sha256(rp.encode()) + struct.pack(">BI", flags, count) + tail
    response = {
        "clientDataJSON": text(client), "authenticatorData": text(data),
        "signature": text(signature or key.sign(data + sha256(client))),
    }
    if handle is not None:
        response["userHandle"] = text(handle)
    return {
        "challenge": text(challenge),
        "response": {
            "id": text(credential_id), "rawId": text(credential_id), "type": "public-key",
            "clientExtensionResults": {}, "authenticatorAttachment": None, "response": response,
        },
    }


def accepted():
    """Credentials that are accepted, each with assertions that are accepted one after another."""
    cases = []

    def add(name, key, flags=FLAG.UP, count=0, later=(0, 0), party=PARTY, origin=ORIGIN,
            handle=HANDLE, aaguid=AAGUID, **options):
        challenge = os.urandom(32)
        rp = party["host"]
        made, credential_id = registration(
            key, flags, count, rp, challenge=challenge,
            client=client_data("webauthn.create", challenge, origin, **options.pop("said", {})),
            **options)
        cases.append({
            "name": name, "party": party, "userHandle": text(HANDLE), "registration": made,
            "assertions": [
                assertion(key, credential_id, number, flags, rp, origin=origin, handle=handle)
                for number in later],
            "counts": list(later),
            "expected": {
                "id": text(credential_id), "algorithm": key.algorithm, "signCount": count,
                "isUserVerified": FLAG.UV in flags, "isBackupEligible": FLAG.BE in flags,
                "isBackedUp": FLAG.BS in flags, "aaguid": aaguid.hex(), "transports": ["usb"],
            },
        })

    names = {-7: "ES256", -8: "EdDSA", -257: "RS256"}
    for algorithm, key in KEYS.items():
        for flags in [FLAG.UP, FLAG.UP | FLAG.UV]:
            form = f"{names[algorithm]}, {'verified' if FLAG.UV in flags else 'a touch alone'}"
            maker = MAKERS[algorithm]
            add(f"{form}, none", key, flags)
            add(f"{form}, packed, its own signature", key, flags, 1, (2, 3), fmt="packed")
            add(f"{form}, packed, a certificate", key, flags, 4, (9, 4_294_967_295), fmt="packed",
                maker=maker, chain=[certificate(maker), b"of an authority"])
    key, maker = KEYS[-7], MAKERS[-7]
    add("RS256 with 4,096 bits", Key(-257, 4096))
    add("a credential ID of 16 bytes", key, credential_id=os.urandom(16))
    add("a credential ID of 1,023 bytes", key, credential_id=os.urandom(1023))
    add("a synchronised passkey", key, FLAG.UP | FLAG.UV | FLAG.BE | FLAG.BS)
    add("a passkey that could be synchronised", key, FLAG.UP | FLAG.UV | FLAG.BE)
    add("no user handle", key, handle=None)
    add("what extensions say", key, extensions={"credProtect": 2, "hmac-secret": True})
    add("the sign-in host of an account", key, origin="https://acme.signin.id.example.com")
    add("localhost and a port", key, party=LOCAL, origin="http://localhost:8426")
    add("further members of the client data", key, said={
        "crossOrigin": None, "other_keys_can_be_added_here": "do not compare"})
    add("a certificate of an elliptic curve, a key of RSA", KEYS[-257], fmt="packed", maker=maker,
        chain=[certificate(maker)])
    add("a certificate without a model", key, fmt="packed", maker=maker,
        chain=[certificate(maker, aaguid=None)])
    add("members of the attestation object in another order", key,
        encode=lambda fmt, statement, data: b"\xa3" + b"".join(
            cbor.encode(name) + cbor.encode(value) for name, value in [
                ("authData", data), ("attStmt", statement), ("fmt", fmt)]))
    return cases


def refused_registrations():
    key, maker, other = KEYS[-7], MAKERS[-7], KEYS[-8]
    challenge = os.urandom(32)

    def said(kind="webauthn.create", origin=ORIGIN, **members):
        return {"challenge": challenge, "client": client_data(kind, challenge, origin, **members)}

    def made(name, error, **options):
        verified = options.pop("verified", False)
        response, _ = registration(options.pop("key", key), **options)
        return {
            "name": name, "party": PARTY, "requiresUserVerification": verified,
            "registration": response, "error": error}

    def public(changes, *removed, of=key):
        members = {k: v for k, v in (dict(of.cose) | changes).items() if k not in removed}
        return cbor.encode(members)

    def object_(encode):
        return {"encode": encode}

    def members(fmt, statement, data):
        return [("fmt", fmt), ("attStmt", statement), ("authData", data)]

    def joined(head, pairs, tail=b""):
        return head + b"".join(cbor.encode(k) + cbor.encode(v) for k, v in pairs) + tail

    def nested(depth):
        return cbor.encode({}) if depth == 0 else b"\xa1\x61a" + nested(depth - 1)

    def point_off_the_curve():
        return public({-3: bytes(31) + b"\x05"})

    cases = [made(f"the origin {origin}", f'wrongOrigin("{origin}")', **said(origin=origin))
             for origin in [
                 "https://evil.example", "http://id.example.com", "https://id.example.com:8443",
                 "https://id.example.com.evil.example", "https://example.com",
                 "https://evilid.example.com", "https://a.b.signin.id.example.com",
                 "https://signin.id.example.com", "https://.signin.id.example.com",
                 "https://a.signin.id.example.com:8443", "https://a@id.example.com",
                 "https://id.example.com/", "https://ID.example.com", "null", "",
                 "https://a/b.signin.id.example.com", "android:apk-key-hash:abc"]]
    cases += [
        made("an assertion's client data", "wrongType", **said(kind="webauthn.get")),
        made("a payment's client data", "wrongType", **said(kind="payment.get")),
        made("a frame of another origin", "crossOrigin", **said(crossOrigin=True)),
        made("an origin above the frame", "crossOrigin", **said(topOrigin=ORIGIN)),
        made("no challenge", "malformedClientData", **said(challenge=None)),
        made("a challenge of nothing", "wrongChallenge", **said(challenge="")),
        made("crossOrigin as text", "malformedClientData", **said(crossOrigin="false")),
        made("client data with a byte order mark", "malformedClientData", challenge=challenge,
             client=b"\xef\xbb\xbf" + client_data("webauthn.create", challenge)),
        made("client data that are no UTF-8", "malformedClientData", challenge=challenge,
             client=client_data("webauthn.create", challenge)[:-1] + b', "a": "\xff"}'),
        made("two challenges", "malformedClientData", challenge=challenge,
             client=client_data("webauthn.create", challenge)[:-1] + b', "challenge": "AAAA"}'),
        made("client data of more than 4 KiB", "tooLong", **said(padding="x" * 4_096)),
        made("another relying party", "wrongRelyingParty", rp="example.com"),
        made("no touch", "userNotPresent", flags=FLAG(0)),
        made("no touch, but a finger", "userNotPresent", flags=FLAG.UV),
        made("no PIN where one is required", "userNotVerified", verified=True),
        made("backed up, but not eligible", "inconsistentBackupState", flags=FLAG.UP | FLAG.BS),
        # Keys.
        made("ES384", "unsupportedAlgorithm(-35)", public=public({3: -35})),
        made("RS1", "unsupportedAlgorithm(-65535)",
             public=public({3: -65535}, of=KEYS[-257])),
        made("ES256K", "unsupportedAlgorithm(-47)", public=public({3: -47, -1: 8})),
        made("a key without an algorithm", "malformedKey", public=public({}, 3)),
        made("a key without a coordinate", "malformedKey", public=public({}, -3)),
        made("a key with a member too many", "malformedKey", public=public({4: [2]})),
        made("a compressed point", "malformedKey", public=public({-3: True})),
        made("a coordinate of 31 bytes", "malformedKey", public=public({-2: bytes(31)})),
        made("a point that is not on the curve", "malformedKey", public=point_off_the_curve()),
        made("the point at infinity", "malformedKey",
             public=public({-2: bytes(32), -3: bytes(32)})),
        made("another curve", "malformedKey", public=public({-1: 2})),
        made("an elliptic curve's key for EdDSA", "malformedKey", public=public({3: -8})),
        made("EdDSA with a curve for key agreement", "malformedKey",
             public=public({-1: 4}, of=other)),
        made("EdDSA with 31 bytes", "malformedKey", public=public({-2: bytes(31)}, of=other)),
        made("RSA with 1,024 bits", "malformedKey", key=Key(-257, 1024)),
        made("RSA with 2,047 bits", "malformedKey",
             public=public({-1: b"\x7f" + b"\xff" * 255}, of=KEYS[-257])),
        made("RSA with 4,104 bits", "malformedKey",
             public=public({-1: b"\xff" * 513}, of=KEYS[-257])),
        made("RSA with a zero before the modulus", "malformedKey",
             public=public({-1: b"\x00" + KEYS[-257].cose[-1]}, of=KEYS[-257])),
        made("RSA with an even modulus", "malformedKey",
             public=public({-1: b"\xff" * 255 + b"\xfe"}, of=KEYS[-257])),
        made("RSA with the exponent 3", "malformedKey",
             public=public({-2: b"\x03"}, of=KEYS[-257])),
        made("a key that is a list", "malformedKey", public=cbor.encode([1, 2, 3])),
        made("a key with a label twice", "malformedCBOR(repeatedKey)",
             public=b"\xa6" + public({})[1:] + b"\x01\x02"),
        # Authenticator data.
        made("a credential ID of 15 bytes", "malformedCredentialID", credential_id=os.urandom(15),
             raw_id=os.urandom(32)),
        made("a credential ID of 1,024 bytes", "malformedCredentialID",
             credential_id=os.urandom(1_024), raw_id=os.urandom(32)),
        made("another ID beside the object", "wrongCredential", raw_id=os.urandom(32)),
        made("something behind the key", "malformedAuthenticatorData", tail=b"\x00"),
        made("extensions that are a list", "malformedAuthenticatorData",
             extensions=cbor.encode([])),
        made("extensions with a fraction", "malformedCBOR(unsupported)",
             extensions=b"\xa1\x61a\xf9\x3c\x00"),
        made("extensions that are missing", "malformedCBOR(endsEarly)", extensions=b""),
        made("no credential", "malformedAuthenticatorData",
             data=sha256(b"id.example.com") + struct.pack(">BI", 1, 0)),
        made("36 bytes of authenticator data", "malformedAuthenticatorData",
             encode=lambda f, s, d: joined(b"\xa3", members(f, s, d[:36]))),
        # Attestation objects.
        made("something behind the object", "malformedCBOR(trailingBytes)",
             **object_(lambda f, s, d: joined(b"\xa3", members(f, s, d), b"\x00"))),
        made("an object of indefinite length", "malformedCBOR(indefiniteLength)",
             **object_(lambda f, s, d: joined(b"\xbf", members(f, s, d), b"\xff"))),
        made("a text of indefinite length", "malformedCBOR(indefiniteLength)",
             **object_(lambda f, s, d: b"\xa3\x63fmt\x7f\x64none\xff" + joined(
                 b"", members(f, s, d)[1:]))),
        made("a format that is given twice", "malformedCBOR(repeatedKey)",
             **object_(lambda f, s, d: joined(b"\xa4", members(f, s, d) + [("fmt", f)]))),
        made("a length of two bytes for one", "malformedCBOR(longForm)",
             **object_(lambda f, s, d: b"\xb8\x03" + joined(b"", members(f, s, d)))),
        made("a tag", "malformedCBOR(unsupported)",
             **object_(lambda f, s, d: b"\xd9\xd9\xf7" + joined(b"\xa3", members(f, s, d)))),
        made("17 levels", "malformedCBOR(tooDeep)",
             **object_(lambda f, s, d: joined(b"\xa3", members(f, s, d)[:1])
                       + b"\x67attStmt" + nested(15) + joined(b"", members(f, s, d)[2:]))),
        made("a member too many", "malformedAttestation",
             **object_(lambda f, s, d: joined(b"\xa4", members(f, s, d) + [("a", 1)]))),
        made("a member too few", "malformedAttestation",
             **object_(lambda f, s, d: joined(b"\xa2", members(f, s, d)[::2]))),
        made("none with a statement", "malformedAttestation", statement={"alg": -7}),
        made("fido-u2f", "unsupportedAttestation", fmt="fido-u2f",
             statement={"sig": b"", "x5c": []}),
        made("tpm", "unsupportedAttestation", fmt="tpm"),
        # Packed.
        made("packed without a signature", "malformedAttestation", fmt="packed",
             statement={"alg": -7}),
        made("packed with a member too many", "malformedAttestation", fmt="packed",
             statement={"alg": -7, "sig": b"", "ecdaaKeyId": b""}),
        made("a chain of nothing", "malformedAttestation", fmt="packed", chain=[]),
        made("a chain of texts", "malformedAttestation", fmt="packed", chain=["a"]),
        made("packed by itself with an empty signature", "wrongAttestation", fmt="packed",
             statement={"alg": -7, "sig": b""}),
        made("packed by itself with another algorithm", "wrongAttestation", fmt="packed",
             maker=other),
        made("packed by itself, called another algorithm", "wrongAttestation", fmt="packed",
             called=-8),
        made("packed by itself with ES384", "unsupportedAlgorithm(-35)", fmt="packed",
             statement={"alg": -35, "sig": b"\x30"}),
        made("packed by another key", "wrongAttestation", fmt="packed", maker=maker),
        made("a certificate of another key", "wrongAttestation", fmt="packed", maker=maker,
             chain=[certificate(Key(-7))]),
        made("a certificate of another algorithm", "wrongAttestation", fmt="packed", maker=maker,
             chain=[certificate(MAKERS[-257])]),
        made("a certificate with RSA of 1,024 bits", "wrongAttestation", fmt="packed",
             **(lambda small: {"maker": small, "chain": [certificate(small)]})(Key(-257, 1024))),
        made("a certificate of another model", "wrongAttestation", fmt="packed", maker=maker,
             chain=[certificate(maker, aaguid=bytes(16))]),
    ]
    for name, change in {
        "without a country": {"country": None}, "without an organisation": {"organisation": None},
        "without a name": {"name": None}, "of another unit": {"unit": "Web Server"},
        "of an authority": {"authority": True}, "without constraints": {"authority": None},
        "with a critical model": {"critical": True}, "with a short model": {"aaguid": bytes(15)},
    }.items():
        cases.append(made(f"a certificate {name}", "unfitCertificate", fmt="packed", maker=maker,
                          chain=[certificate(maker, **change)]))
    cases.append(made("a certificate that is none", "unfitCertificate", fmt="packed", maker=maker,
                      chain=[b"\x30\x00"]))
    # Version 1 has no extensions and is written as such.
    version_1 = certificate(maker).replace(b"\xa0\x03\x02\x01\x02", b"\xa0\x03\x02\x01\x00", 1)
    cases.append(made("a certificate of version 1", "unfitCertificate", fmt="packed", maker=maker,
                      chain=[version_1]))
    again = made("another registration's challenge", "wrongChallenge")
    again["registration"]["challenge"] = text(os.urandom(32))
    return cases + [again]


def refused_assertions():
    """Assertions, all of one credential of ES256 whose count stands at 7."""
    key, credential_id = KEYS[-7], os.urandom(32)
    origin = "https://id.example.com.evil.example"

    def made(name, error, count=8, by=key, of=credential_id, verified=False, stored=7, **options):
        return {
            "name": name, "party": PARTY, "requiresUserVerification": verified,
            "credential": {
                "id": text(credential_id), "publicKey": text(cbor.encode(key.cose)),
                "signCount": stored, "userHandle": text(HANDLE)},
            "assertion": assertion(by, of, count, **options), "error": error}

    again = made("another assertion's challenge", "wrongChallenge")
    again["assertion"]["challenge"] = text(os.urandom(32))
    return [
        again,
        made("another origin", f'wrongOrigin("{origin}")', origin=origin),
        made("a registration's client data", "wrongType", kind="webauthn.create"),
        made("a frame of another origin", "crossOrigin", crossOrigin=True),
        made("another relying party", "wrongRelyingParty", rp="evil.example"),
        made("no touch", "userNotPresent", flags=FLAG(0)),
        made("no PIN where one is required", "userNotVerified", verified=True),
        made("backed up, but not eligible", "inconsistentBackupState", flags=FLAG.UP | FLAG.BS),
        made("eligible, which it was not before", "inconsistentBackupState",
             flags=FLAG.UP | FLAG.BE),
        made("another key", "wrongSignature", by=Key(-7)),
        made("a key of another algorithm", "wrongSignature", by=KEYS[-257]),
        made("no signature", "wrongSignature", signature=b"\x30\x00"),
        made("a signature of more than 1,024 bytes", "tooLong", signature=bytes(1_025)),
        made("another credential", "wrongCredential", of=os.urandom(32)),
        made("another user's credential", "wrongUser", handle=b"AIDAQAAAAAAAEXAMPLE23"),
        made("an empty user handle", "wrongUser", handle=b""),
        made("the same count", "signCountNotGrown(stored: 7, given: 7)", count=7),
        made("a lower count", "signCountNotGrown(stored: 7, given: 6)", count=6),
        made("a count that is gone", "signCountNotGrown(stored: 7, given: 0)", count=0),
        made("something behind the data", "malformedAuthenticatorData", tail=b"\x00"),
        made("extensions that are missing", "malformedCBOR(endsEarly)", flags=FLAG.UP | FLAG.ED),
    ]


def of_chromium():
    """What Chromium's virtual authenticator makes, with and without attestation."""
    class Page(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>Passkeys</title>")

        def log_message(self, *_):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    cases = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for algorithm in KEYS:
            for attestation, verified in itertools.product(["none", "direct"], [False, True]):
                context = browser.new_context()
                page = context.new_page()
                page.goto(f"http://localhost:{port}/")
                session = context.new_cdp_session(page)
                session.send("WebAuthn.enable")
                session.send("WebAuthn.addVirtualAuthenticator", {"options": {
                    "protocol": "ctap2", "transport": "usb", "hasResidentKey": verified,
                    "hasUserVerification": verified, "isUserVerified": verified,
                    "automaticPresenceSimulation": True}})
                challenges = [text(os.urandom(32)) for _ in range(3)]
                responses = page.evaluate("""async ([challenges, attestation, handle, alg]) => {
                    const made = await navigator.credentials.create({publicKey:
                        PublicKeyCredential.parseCreationOptionsFromJSON({
                            rp: {id: "localhost", name: "Gatehouse"},
                            user: {id: handle, name: "alice", displayName: "Alice"},
                            challenge: challenges[0], attestation,
                            pubKeyCredParams: [{type: "public-key", alg}],
                            authenticatorSelection: {
                                residentKey: "preferred", userVerification: "preferred"},
                        })});
                    const responses = [made.toJSON()];
                    for (const challenge of challenges.slice(1)) {
                        const proof = await navigator.credentials.get({publicKey:
                            PublicKeyCredential.parseRequestOptionsFromJSON({
                                rpId: "localhost", challenge,
                                allowCredentials: [{type: "public-key", id: made.id}],
                                userVerification: "preferred",
                            })});
                        responses.push(proof.toJSON());
                    }
                    return responses;
                }""", [challenges, attestation, text(HANDLE), algorithm])
                pairs = [{"challenge": c, "response": r} for c, r in zip(challenges, responses)]
                data = AttestationObject(websafe_decode(
                    responses[0]["response"]["attestationObject"])).auth_data
                cases.append({
                    "name": f"Chromium, {algorithm}, {attestation}, "
                            + ("verified" if verified else "a touch alone"),
                    "party": LOCAL | {"port": port}, "userHandle": text(HANDLE),
                    "registration": pairs[0], "assertions": pairs[1:],
                    "counts": [
                        AuthenticatorData(
                            websafe_decode(r["response"]["authenticatorData"])).counter
                        for r in responses[1:]],
                    "expected": {
                        "id": responses[0]["id"], "signCount": data.counter,
                        "algorithm": algorithm,
                        "isUserVerified": verified, "isBackupEligible": False,
                        "isBackedUp": False, "aaguid": bytes(data.credential_data.aaguid).hex(),
                        "transports": ["usb"]},
                })
                context.close()
        browser.close()
    server.shutdown()
    return cases


if __name__ == "__main__":
    fixtures = {
        "accepted": accepted() + of_chromium(), "refusedRegistrations": refused_registrations(),
        "refusedAssertions": refused_assertions()}
    path = pathlib.Path(__file__).with_name("webauthn.json")
    path.write_text(json.dumps(fixtures, indent=1) + "\n")
    print({name: len(cases) for name, cases in fixtures.items()}, path.stat().st_size, "bytes")
