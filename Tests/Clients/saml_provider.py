"""An identity provider of the tests: it signs SAML responses with signxml, as real ones do."""

import base64
import datetime
import secrets

import signxml
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from lxml import etree

ENTITY_ID = "https://idp.example.com/saml"
AWS = "https://signin.aws.amazon.com/saml"
ATTRIBUTES = "https://aws.amazon.com/SAML/Attributes/"
PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"
SAML = "urn:oasis:names:tc:SAML:2.0:assertion"
SAMLP = "urn:oasis:names:tc:SAML:2.0:protocol"
EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#"


class Provider:
    """A key, its certificate, and what is said and signed with them."""

    def __init__(self, entity_id=ENTITY_ID):
        self.entity_id = entity_id
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "idp.example.com")])
        now = datetime.datetime.now(datetime.timezone.utc)
        self.certificate = (
            x509.CertificateBuilder().subject_name(name).issuer_name(name)
            .public_key(self.key.public_key()).serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=1)).sign(self.key, hashes.SHA256()))

    def metadata(self):
        """The document that an account is given."""
        der = self.certificate.public_bytes(serialization.Encoding.DER)
        return f"""<?xml version="1.0"?>
<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{self.entity_id}">
  <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data>
      <X509Certificate>{base64.b64encode(der).decode()}</X509Certificate>
    </X509Data></KeyInfo></KeyDescriptor>
    <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
      Location="https://idp.example.com/sign-in"/>
  </IDPSSODescriptor>
</EntityDescriptor>"""

    def response(self, sign="assertion", **changes):
        """A response in base64; `changes` are those of `document`."""
        root = document(self.entity_id, **changes)
        if sign in ("assertion", "both"):
            assertion = root.find(f"{{{SAML}}}Assertion")
            root.replace(assertion, self._signed(assertion))
        if sign in ("response", "both"):
            root = self._signed(root)
        return base64.b64encode(etree.tostring(root)).decode()

    def _signed(self, element):
        place = etree.fromstring(
            '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Id="placeholder"/>')
        element.insert(1, place)
        signer = signxml.XMLSigner(c14n_algorithm=EXCLUSIVE)
        pem = self.certificate.public_bytes(serialization.Encoding.PEM)
        return signer.sign(
            element, key=self.key, cert=pem.decode(), reference_uri=element.get("ID"),
            id_attribute="ID")


def document(
        entity_id, roles, subject="alice", session="alice@example.com", recipient=AWS,
        audience="urn:amazon:webservices", age=0, lifetime=300, status="Success",
        name_format=PERSISTENT, others=(), identifier=None, session_seconds=None):
    """A response that nobody has signed yet.

    `roles` are pairs of ARNs; `others` are names of attributes with lists of values; `age` and
    `lifetime` are in seconds.
    """
    now = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(seconds=age)

    def text(moment):
        return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    end = text(now + datetime.timedelta(seconds=lifetime))
    identifier = identifier or f"_{secrets.token_hex(16)}"
    attributes = [(f"{ATTRIBUTES}Role", roles), *others]
    if session is not None:
        attributes.append((f"{ATTRIBUTES}RoleSessionName", [session]))
    statement = "".join(
        f'<Attribute Name="{name}">'
        + "".join(f"<AttributeValue>{value}</AttributeValue>" for value in values)
        + "</Attribute>" for name, values in attributes)
    session_end = "" if session_seconds is None else (
        f' SessionNotOnOrAfter="{text(now + datetime.timedelta(seconds=session_seconds))}"')
    return etree.fromstring(f"""
<samlp:Response xmlns:samlp="{SAMLP}" ID="_{secrets.token_hex(16)}" Version="2.0"
  IssueInstant="{text(now)}" Destination="{recipient}">
  <Issuer xmlns="{SAML}">{entity_id}</Issuer>
  <samlp:Status>
    <samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:{status}"/>
  </samlp:Status>
  <Assertion xmlns="{SAML}" ID="{identifier}" Version="2.0" IssueInstant="{text(now)}">
    <Issuer>{entity_id}</Issuer>
    <Subject>
      <NameID Format="{name_format}">{subject}</NameID>
      <SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
        <SubjectConfirmationData NotOnOrAfter="{end}" Recipient="{recipient}"/>
      </SubjectConfirmation>
    </Subject>
    <Conditions NotBefore="{text(now)}" NotOnOrAfter="{end}">
      <AudienceRestriction><Audience>{audience}</Audience></AudienceRestriction>
    </Conditions>
    <AuthnStatement AuthnInstant="{text(now)}"{session_end}/>
    <AttributeStatement>{statement}</AttributeStatement>
  </Assertion>
</samlp:Response>""")
