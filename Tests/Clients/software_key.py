"""A passkey or security key in software: python-fido2 encodes what authenticators and browsers
say, and pyca/cryptography signs it. Asked to, it lies."""

import dataclasses
import html
import json
import os
import re

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa
from fido2 import cose
from fido2.utils import sha256
from fido2.webauthn import (
    AttestationObject, AttestedCredentialData, AuthenticationResponse,
    AuthenticatorAssertionResponse, AuthenticatorAttestationResponse, AuthenticatorData,
    CollectedClientData, PublicKeyCredentialCreationOptions, PublicKeyCredentialRequestOptions,
    RegistrationResponse)

FLAG = AuthenticatorData.FLAG
TOUCH = FLAG.UP
VERIFIED = FLAG.UP | FLAG.UV


@dataclasses.dataclass(frozen=True)
class Question:
    """What a page asks a key: its options as python-fido2 reads them, and what is sent along."""

    options: PublicKeyCredentialCreationOptions | PublicKeyCredentialRequestOptions
    sealed: str
    origin: str

    @classmethod
    def of(cls, browser):
        """The question of the page that a browser shows."""
        kind, options = re.search('data-key="(.*?)" data-options="(.*?)"', browser.text).groups()
        form = {"create": PublicKeyCredentialCreationOptions,
                "get": PublicKeyCredentialRequestOptions}[kind]
        return cls(
            form.from_dict(json.loads(html.unescape(options))),
            re.search('name="challenge" value="(.*?)"', browser.text)[1], browser.origin)


class SoftwareKey:
    """One credential. It answers as JSON, as `PublicKeyCredential.toJSON()` gives it."""

    def __init__(self, kind=cose.ES256, flags=TOUCH, counts=True):
        """`counts`: whether its sign count grows; without it is always 0."""
        self.id = os.urandom(32)
        self.flags = flags
        self.handle = None
        self.count = 1 if counts else 0
        self._step = self.count
        if kind is cose.RS256:
            self._private = rsa.generate_private_key(65537, 2048)
            self._how = [padding.PKCS1v15(), hashes.SHA256()]
        elif kind is cose.EdDSA:
            self._private, self._how = ed25519.Ed25519PrivateKey.generate(), []
        else:
            curve, hash_ = {
                cose.ES256: (ec.SECP256R1(), hashes.SHA256()),
                cose.ES384: (ec.SECP384R1(), hashes.SHA384())}[kind]
            self._private, self._how = ec.generate_private_key(curve), [ec.ECDSA(hash_)]
        self._public = kind.from_cryptography_key(self._private.public_key())

    def sign(self, message):
        return self._private.sign(message, *self._how)

    def create(self, question, kind="webauthn.create", form="none", signer=None, **lies):
        """Answers the question for a new key. `signer`: another key that attests it."""
        self.handle = question.options.user.id
        said = _client_data(question, kind, lies)
        data = self._data(
            question.options.rp.id, self.count, AttestedCredentialData.create(
                bytes(16), self.id, self._public), lies)
        statement = {}
        if form == "packed":
            statement = {
                "alg": self._public[3], "sig": (signer or self).sign(data + sha256(said))}
        assert not lies, lies
        return json.dumps(dict(RegistrationResponse(
            raw_id=self.id, response=AuthenticatorAttestationResponse(
                client_data=said,
                attestation_object=AttestationObject.create(form, data, statement)))))

    def get(self, question, kind="webauthn.get", signer=None, **lies):
        """Answers the question for a known key. `signer`: another key that signs."""
        handle, id_ = lies.pop("handle", self.handle), lies.pop("id", self.id)
        said = _client_data(question, kind, lies)
        self.count += self._step
        data = self._data(
            question.options.rp_id, self.count + lies.pop("count_off", 0), b"", lies)
        signature = (signer or self).sign(data + sha256(said))
        change = lies.pop("signature", None)
        assert not lies, lies
        return json.dumps(dict(AuthenticationResponse(
            raw_id=id_, response=AuthenticatorAssertionResponse(
                client_data=said, authenticator_data=data, user_handle=handle,
                signature=change(signature) if change else signature))))

    def _data(self, rp, count, credential, lies):
        flags = lies.pop("flags", self.flags)
        return AuthenticatorData.create(
            sha256(lies.pop("rp", rp).encode()), flags | FLAG.AT if credential else flags, count,
            credential)


def _client_data(question, kind, lies):
    """What a browser says of the page that asks. An origin may name the server's port."""
    port = question.origin.rpartition(":")[2]
    return CollectedClientData.create(
        type=kind, challenge=lies.pop("challenge", question.options.challenge),
        origin=lies.pop("origin", question.origin).format(port=port), **lies.pop("said", {}))
