import Crypto
import CryptoExtras
import IAMIdentifiers

extension SAMLIdentityProvider {
    /// An element, encrypted for ``privateKey`` as an encrypted assertion in canonical form.
    /// - Parameter wrapping: how the key is wrapped, by the name of the algorithm.
    package static func encrypted(
        _ element: String, wrapping: String = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"
    ) throws -> String {
        let key = SymmetricKey(size: .bits256)
        let sealed = try AES.GCM.seal(Array(element.utf8), using: key)
        let wrapped = try _RSA.Encryption.PrivateKey(pemRepresentation: privateKey.reveal())
            .publicKey.encrypt(key.withUnsafeBytes { Array($0) }, padding: .PKCS1_OAEP)
        let data = Array(sealed.nonce) + sealed.ciphertext + sealed.tag
        return """
            <saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">\
            <xenc:EncryptedData xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" \
            Type="http://www.w3.org/2001/04/xmlenc#Element"><xenc:EncryptionMethod \
            Algorithm="http://www.w3.org/2009/xmlenc11#aes256-gcm"></xenc:EncryptionMethod>\
            <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><xenc:EncryptedKey>\
            <xenc:EncryptionMethod Algorithm="\(wrapping)"><ds:DigestMethod \
            Algorithm="http://www.w3.org/2000/09/xmldsig#sha1"></ds:DigestMethod>\
            </xenc:EncryptionMethod><xenc:CipherData><xenc:CipherValue>\
            \(Base64.standard.encoded(Array(wrapped)))</xenc:CipherValue></xenc:CipherData>\
            </xenc:EncryptedKey></ds:KeyInfo><xenc:CipherData><xenc:CipherValue>\
            \(Base64.standard.encoded(data))</xenc:CipherValue></xenc:CipherData>\
            </xenc:EncryptedData></saml:EncryptedAssertion>
            """
    }
}
