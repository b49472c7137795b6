import Crypto
import CryptoExtras
package import IAMIdentifiers

/// An identity provider of the tests: its metadata, and responses that it signs.
///
/// It writes what it signs in canonical form from the start, so that no library for XML takes part.
package struct SAMLIdentityProvider: Sendable {
    /// What is signed.
    package enum Signing: Sendable { case response, assertion, both, nothing }

    package var entityID = "https://idp.example.com/saml"
    package var certificates = [certificate]
    /// Attributes of the EntityDescriptor beside its name, as ` validUntil="…"`.
    package var attributes = ""

    package init() {}

    /// The metadata document.
    package var metadata: String {
        let keys = certificates.map { certificate in
            """
                <md:KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data>
                  <ds:X509Certificate>\(certificate)</ds:X509Certificate>
                </ds:X509Data></ds:KeyInfo></md:KeyDescriptor>

            """
        }.joined()
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" \
            xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="\(entityID)"\(attributes)>
              <md:IDPSSODescriptor \
            protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
            \(keys)    <md:SingleSignOnService \
            Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" \
            Location="https://idp.example.com/sign-in"/>
              </md:IDPSSODescriptor>
            </md:EntityDescriptor>
            """
    }

    /// A response about somebody, signed with the key of ``certificate``.
    package func response(
        _ assertion: SAMLTestAssertion = SAMLTestAssertion(), signing: Signing = .assertion,
        isEncrypted: Bool = false, status: String = "Success"
    ) throws -> String {
        var inner = assertion.text(issuer: entityID)
        if signing == .assertion || signing == .both {
            inner = try Self.signed(inner, id: assertion.id)
        }
        if isEncrypted { inner = try Self.encrypted(inner) }
        let destination = assertion.destination.map { " Destination=\"\($0)\"" } ?? ""
        let outer = """
            <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"\(destination) \
            ID="_response" IssueInstant="\(assertion.issuedAt.iso8601)" Version="2.0">\
            <saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">\(entityID)\
            </saml:Issuer><samlp:Status><samlp:StatusCode \
            Value="urn:oasis:names:tc:SAML:2.0:status:\(status)"></samlp:StatusCode>\
            </samlp:Status>\(inner)</samlp:Response>
            """
        return signing == .response || signing == .both
            ? try Self.signed(outer, id: "_response") : outer
    }

    /// Puts a signature behind the first issuer of an element that is in canonical form.
    package static func signed(_ element: String, id: String) throws -> String {
        let digest = Base64.standard.encoded(Array(SHA256.hash(data: Array(element.utf8))))
        let info = """
            <ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">\
            <ds:CanonicalizationMethod \
            Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></ds:CanonicalizationMethod>\
            <ds:SignatureMethod \
            Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"></ds:SignatureMethod>\
            <ds:Reference URI="#\(id)"><ds:Transforms><ds:Transform \
            Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"></ds:Transform>\
            <ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></ds:Transform>\
            </ds:Transforms><ds:DigestMethod \
            Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></ds:DigestMethod>\
            <ds:DigestValue>\(digest)</ds:DigestValue></ds:Reference></ds:SignedInfo>
            """
        let key = try _RSA.Signing.PrivateKey(pemRepresentation: privateKey.reveal())
        let value = try key.signature(
            for: SHA256.hash(data: Array(info.utf8)), padding: .insecurePKCS1v1_5)
        let signature = """
            <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">\
            \(info.replacing(#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#""#, with: ""))\
            <ds:SignatureValue>\(Base64.standard.encoded(Array(value.rawRepresentation)))\
            </ds:SignatureValue></ds:Signature>
            """
        guard let place = element.firstRange(of: "</saml:Issuer>") else { return element }
        return element.replacingCharacters(in: place, with: "</saml:Issuer>" + signature)
    }

    /// Of its only key, an RSA key of 2,048 bits.
    package static let certificate = """
        MIIDFzCCAf+gAwIBAgIUJ+HbvsonQzfqruth5/EB0OTQna0wDQYJKoZIhvcNAQELBQAwGjEYMBYGA1UEAwwPaWRw\
        LmV4YW1wbGUuY29tMCAXDTI2MTEyOTEzMTgyOVoYDzIxMjYxMTA1MTMxODI5WjAaMRgwFgYDVQQDDA9pZHAuZXhh\
        bXBsZS5jb20wggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQCq4vG805+JPDOc5SMw+pIk9eHdkkSEJhup\
        0w/06/3XZ/DlKjHE7xJVfwI9xlY6L50Mp//pIaNWBI+DmGhFac/r4qXHZ5mi9UkO2z5mg4p508zgmsWEbtvmn7zj\
        XqmTHCQ3qx7fEt5DUihd2jASBKzoh5MvjZPdAjij1CpckvZckR3W5vu6vJ++UTD5LqCCQdLJUdZ5wH5Iu8QUt/HM\
        DJ+ErZo5FwAeKy43rtoR3kAMsKXveSPEZ2tHRP1d9b7vOU5G2W4kMTsbCcDABZ1vK4ak9Gyep1G8COjcrf15pqjD\
        ZPyF4nZlGKP8tv7mFp28FmfEdMFGCJDCDmvLyIgQWaCRAgMBAAGjUzBRMB0GA1UdDgQWBBT4NxZ5njdltKE9bZf5\
        LSB7otANeTAfBgNVHSMEGDAWgBT4NxZ5njdltKE9bZf5LSB7otANeTAPBgNVHRMBAf8EBTADAQH/MA0GCSqGSIb3\
        DQEBCwUAA4IBAQBi1VAHgCfrxtQq0kKCKgxOZlsRRfKM8DIJR+KVx9xzF69DKItwzX8TATMGhCoPL/vzSIalHM7p\
        az2HotQpFuUpRbOsJ1B2s3lIYhKtZBaFaAu24TimFhYpSzwPk0Sn0lWoRpwJA6iEzR/jHdvQnPpKkATymDkqFt0d\
        JkRPvyyGvVZpM4Yed/nyQWsG0s+MeIeKB2Ztoq/VJ53j7lQDCca8Zci7GlfUZGdNkgnY3PU+VlpGiP4zqOzcAelj\
        7V6LkNvw8E+nyrp+qgn4rhAJNoHCikj/F7t5OBlXVJ1ag3lBGWqqr57S7W8DgOI1ghbxi9EKB2D3BQok8J999lrg\
        lqy7
        """

    /// So many certificates of its key, none like another: they differ in the last byte.
    package static func certificates(_ count: UInt8) -> [String] {
        let der = Base64.standard.decoded(certificate) ?? []
        return (0..<count).map { Base64.standard.encoded(der.dropLast() + [$0]) }
    }

    /// RSA of 768 bits, fewer than IAM takes.
    package static let smallCertificate = """
        MIIBuTCCAUOgAwIBAgIUJ9OkzrR2dYJAzWQqHdlwUc1x0QwwDQYJKoZIhvcNAQELBQAwEDEOMAwGA1UEAwwFc21h\
        bGwwIBcNMjYxMTI5MTMxODI5WhgPMjEyNjExMDUxMzE4MjlaMBAxDjAMBgNVBAMMBXNtYWxsMHwwDQYJKoZIhvcN\
        AQEBBQADawAwaAJhAODQmvid3ExI0BHnZTcZWStx9A33CGxkV0HrCKXavZghbpwTcYEUfg4a31xx9rC/aV6nkIoB\
        35Z5Lq6r6rYnWoXYmLUi0+J857m4+oqcoGWecci5zTvzASM7GJKhIzEZwwIDAQABo1MwUTAdBgNVHQ4EFgQUmj8w\
        NCd3Om4zdiaBO2DwrLS8mzEwHwYDVR0jBBgwFoAUmj8wNCd3Om4zdiaBO2DwrLS8mzEwDwYDVR0TAQH/BAUwAwEB\
        /zANBgkqhkiG9w0BAQsFAANhAIRTa29KF5/Xt0rIEwH3kXFqoTHw7QNLsPDTbhBUFEl67E8TTC2UTLSUjpJTVNp+\
        NDf7wu1/P08VUjRXAW0WTzkIoYJBosdmmjZ8yUU4ygC+F5UilSxBxWssqEtbt5AFAA==
        """

    /// On the curve P-256.
    package static let curveCertificate = """
        MIIBcjCCARegAwIBAgIUWl57LW/UqwLHQKZu+jApzVCbZQQwCgYIKoZIzj0EAwIwDTELMAkGA1UEAwwCZWMwIBcN\
        MjYxMTI5MTMxODI5WhgPMjEyNjExMDUxMzE4MjlaMA0xCzAJBgNVBAMMAmVjMFkwEwYHKoZIzj0CAQYIKoZIzj0D\
        AQcDQgAEHxUpDDzhqoXDZO6e+I8MjJOSsM3ROKh3mRn9r8aDyjb1zBdRihXXSLAKgxCkAJxyzNzll7JVL3G+SQ1e\
        Y2tD2qNTMFEwHQYDVR0OBBYEFIzMpXGovO2WKpWo2o+bm3QSFfPKMB8GA1UdIwQYMBaAFIzMpXGovO2WKpWo2o+b\
        m3QSFfPKMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSQAwRgIhANy1z6x8+cUovSBAHUZlXT7XobL56KEe\
        d2Ltl6GkA78qAiEApxJkm5+qgmlWqvVif4rBLQn9FXKm55GCZ1o+jE0kQzE=
        """

    /// The key of ``certificate``, in PEM. It opens encrypted assertions, too.
    package static let privateKey = Secret(
        """
        -----BEGIN PRIVATE KEY-----
        MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCq4vG805+JPDOc
        5SMw+pIk9eHdkkSEJhup0w/06/3XZ/DlKjHE7xJVfwI9xlY6L50Mp//pIaNWBI+D
        mGhFac/r4qXHZ5mi9UkO2z5mg4p508zgmsWEbtvmn7zjXqmTHCQ3qx7fEt5DUihd
        2jASBKzoh5MvjZPdAjij1CpckvZckR3W5vu6vJ++UTD5LqCCQdLJUdZ5wH5Iu8QU
        t/HMDJ+ErZo5FwAeKy43rtoR3kAMsKXveSPEZ2tHRP1d9b7vOU5G2W4kMTsbCcDA
        BZ1vK4ak9Gyep1G8COjcrf15pqjDZPyF4nZlGKP8tv7mFp28FmfEdMFGCJDCDmvL
        yIgQWaCRAgMBAAECggEANCVNjAftymRnAY0AeJ01xHaNpl3Qb5zrWx6vY1cyHi23
        Gk8OYeBsMU+xAOXJgTbvTyHi2yKrI3//xTHYO7pGut3uJZOtE8eStChd+c1RD8z8
        W1uPQ1LK4qzC6IUF7QCs4pnisUKiNVvYOo9ulMj9dHWOiffDc7EOVJvVE2u7JtKX
        HSIF9g4K/xs0fdmfD0pRVyZ9LOYycdGwQq2+uQizYV70Erehq0IrkJL5YB+pQ6yr
        OBMDYoz2nkqUncQwgUeq6rtJz2LZuaFI0/aS9HNmu/CDUigNu/9DIw1OR2fbLNk8
        7Amb65kUxXqih6ZQVLdn2UMPUmeCGFzbdIAbn1RdMwKBgQDp1I+9x9GAI9OhgA5l
        o4cHdtcVqH6P1QHuBoKITN0bMugzKDIn4jfdXDygsvPiDIGbroUDIy8cfTJ2Ew7E
        9XADPflIFTHOLQpnU2Eg7aQ+JoB5EnnnhK92vUFvYIXPY72DzunfhL38k+8mEGVI
        Pfm31F3xtZ7XYXN1ui0iwdbS8wKBgQC7FqKMgED48VK9by2YZsEVj8+jeqKUqNXc
        4vKeMd5pPPIxofIEr9o3JlZz/DAIDP+U9JYmVO9AIqisELfNLDntHYVZ1hOD43Fk
        w0shWz4cS1Xl1ESCXVRzorlmwhLbTC27H2G2HU5NfPmxnytFDklHUD6j0Tn2uKG4
        8i4KvZ33awKBgQDUzRDf20jrQC+qq7rufus1PM8zs7sytNzjvWLwHlufFC5D2FIF
        ABhtSTMX4KSZVV5iy2nb2BpY6AuTb3aiguek27LRChDgnRb5v+UGLZ+qvClxhgIR
        VCzHeCdj8Ej228OugBFRzSGGCy+6yXMTUuu/g/LXNb3QL6z/OCc5mYUjRwKBgCtq
        yFRE208qaeIub+1jQ0HmuvAcYKiROfhl7poJxqyziR09kPXHfaO40O1fxCHKKnH+
        BO5mXZOLt4se4hjKP7MoW68KgELmQIV60O+vxg046nlItpFuaU/gnpgbR9b+qco4
        MSvbRzWyYBv5bUg8VYMoOzE3N/VqyZUrFsZFVOh7AoGAUcFjRlU4RzGXxErG0Rcy
        RFbLbIvyYSYVlypk6+E4OfT0b4ic7pIfZ2i5wW35iPLgUUPtgKe3RzOxUny8ciQr
        WOSTGAMz0Jo4d63w1UE+VDfT+PVtH5m90byRQTel8/PlDQNlRB07bNXaXTude9kV
        K1Bv8Vkyoy1oxPRD2tSSAVE=
        -----END PRIVATE KEY-----
        """)
}

extension String {
    fileprivate func replacingCharacters(
        in range: Range<String.Index>, with other: String
    ) -> String {
        String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}
