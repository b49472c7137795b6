"""X.509 certificates of the tests, made with cryptography, and their keys."""

import datetime
import ipaddress
import itertools
import ssl

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


class Authority:
    """A CA, whose certificate is in the file `path`, and what it signs, in files beside it."""

    _numbers = itertools.count(1)

    def __init__(self, directory, name="Test CA"):
        self._directory = directory
        self._key = curve_key()
        self._name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        certificate = self._signed(
            x509.BasicConstraints(ca=True, path_length=0), self._name, self._key, NOW + DAY)
        self.path = directory / f"{name}.pem"
        self.path.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))

    def files(self, host, key=None, end=NOW + DAY):
        """The files of a certificate for `host`, and of its key."""
        key = key or curve_key()
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
        try:
            alternative = x509.IPAddress(ipaddress.ip_address(host))
        except ValueError:
            alternative = x509.DNSName(host)
        certificate = self._signed(x509.SubjectAlternativeName([alternative]), name, key, end)
        path = self._directory / f"{host}-{next(self._numbers)}.pem"
        path.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        key_path = path.with_suffix(".key")
        key_path.touch(mode=0o600)
        key_path.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption()))
        return path, key_path

    def context(self, host):
        """What a server needs that calls itself `host`."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*self.files(host))
        return context

    def _signed(self, extension, name, key, end):
        builder = x509.CertificateBuilder().subject_name(name).issuer_name(self._name)
        builder = builder.public_key(key.public_key()).serial_number(x509.random_serial_number())
        builder = builder.not_valid_before(min(NOW, end) - DAY).not_valid_after(end)
        return builder.add_extension(extension, critical=False).sign(self._key, hashes.SHA256())
