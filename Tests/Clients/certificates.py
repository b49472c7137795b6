"""X.509 certificates of the tests, made with cryptography, and their keys."""

import datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

NOW = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
DAY = datetime.timedelta(days=1)


def rsa_key(bits=2048):
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)


def curve_key(curve=ec.SECP256R1):
    return ec.generate_private_key(curve())


class Certificate:
    """A certificate and its key, signed by another one or by itself."""

    def __init__(self, name, key=None, issuer=None, start=NOW - DAY, end=NOW + DAY):
        self.key = key or curve_key()
        self.end = end
        self.subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        issuer = issuer or self
        self.certificate = (
            x509.CertificateBuilder().subject_name(self.subject).issuer_name(issuer.subject)
            .public_key(self.key.public_key()).serial_number(x509.random_serial_number())
            .not_valid_before(start).not_valid_after(end).sign(issuer.key, hashes.SHA256()))

    @property
    def pem(self):
        return self.certificate.public_bytes(serialization.Encoding.PEM).decode()

    def key_pem(self, form="TraditionalOpenSSL", password=None):
        """The private key, in one of the forms that OpenSSL writes."""
        return self.key.private_bytes(
            serialization.Encoding.PEM, getattr(serialization.PrivateFormat, form),
            serialization.BestAvailableEncryption(password) if password
            else serialization.NoEncryption()).decode()
