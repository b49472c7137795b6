import COpenSSL
package import IAMIdentifiers

/// What all connections of a server have in common: who it is, and what it speaks.
///
/// TLS 1.2 and 1.3 with the cipher suites and groups of Mozilla's intermediate list, but those of
/// finite-field Diffie-Hellman, which let a client make the server work a hundred times as long as
/// itself. Connections are not resumed, so that no key outlives one.
///
/// Sources: Mozilla, "Security/Server Side TLS", version 5.7; CVE-2002-20001.
/// <https://wiki.mozilla.org/Security/Server_Side_TLS>
package final class TLSContext: Sendable {
    /// Of TLS 1.2; the three of TLS 1.3 are OpenSSL's own choice, and Mozilla's.
    private static let cipherSuites = """
        ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:\
        ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:\
        ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305
        """
    private static let groups = "X25519:prime256v1:secp384r1"

    // Safe because: OpenSSL lets threads share a context that is not changed, and it is changed by
    // the initialiser alone.
    private nonisolated(unsafe) let context: OpaquePointer
    /// When the server's certificate expires.
    package let expiry: Timestamp

    /// - Throws: ``TLSFault`` when something of it cannot be used.
    package init(
        _ identity: TLSIdentity, clients: ClientCertificates? = nil
    ) throws(TLSFault) {
        guard let context = SSL_CTX_new(TLS_server_method()) else { throw .latest() }
        do throws(TLSFault) {
            try Self.limit(context)
            expiry = try Self.set(identity, context)
            if let clients { try Self.ask(clients, context) }
        } catch {
            SSL_CTX_free(context)
            throw error
        }
        self.context = context
    }

    deinit { SSL_CTX_free(context) }

    /// What OpenSSL knows of one connection; nil when there is no memory for it.
    func newSession() -> OpaquePointer? { SSL_new(context) }

    private static func limit(_ context: OpaquePointer) throws(TLSFault) {
        guard openssl_shim_set_oldest_version(context, TLS1_2_VERSION) == 1,
            SSL_CTX_set_cipher_list(context, cipherSuites) == 1,
            openssl_shim_set_groups(context, groups) == 1
        else { throw .latest() }
        openssl_shim_set_options(context)
        openssl_shim_forget_sessions(context)
        openssl_shim_release_buffers(context)
        openssl_shim_speak_http(context)
    }

    /// - Returns: when the certificate expires.
    private static func set(
        _ identity: TLSIdentity, _ context: OpaquePointer
    ) throws(TLSFault) -> Timestamp {
        let certificates = certificates(in: identity.certificates)
        defer { certificates.forEach(X509_free) }
        guard let own = certificates.first else { throw .noCertificate }
        guard
            let key = identity.privateKey.withRevealedBytes({ bytes in
                withPEM(bytes) { PEM_read_bio_PrivateKey($0, nil, refuse, nil) }
            })
        else {
            ERR_clear_error()
            throw .noPrivateKey
        }
        defer { EVP_PKEY_free(key) }
        guard X509_check_private_key(own, key) == 1 else {
            ERR_clear_error()
            throw .otherKey
        }
        guard let chain = openssl_shim_no_certificates() else { throw .latest() }
        defer { openssl_shim_free_certificates(chain) }
        for certificate in certificates.dropFirst() {
            X509_up_ref(certificate)
            guard openssl_shim_push(chain, certificate) > 0 else { throw .latest() }
        }
        guard SSL_CTX_use_cert_and_key(context, own, key, chain, 1) == 1 else { throw .latest() }
        return expiry(of: own)
    }

    private static func ask(
        _ clients: ClientCertificates, _ context: OpaquePointer
    ) throws(TLSFault) {
        let authorities = certificates(in: clients.authorities)
        defer { authorities.forEach(X509_free) }
        guard !authorities.isEmpty else { throw .noAuthority }
        let store = SSL_CTX_get_cert_store(context)
        for authority in authorities {
            guard X509_STORE_add_cert(store, authority) == 1,
                SSL_CTX_add_client_CA(context, authority) == 1
            else { throw .latest() }
        }
        let mode =
            SSL_VERIFY_PEER | (clients.areRequired ? SSL_VERIFY_FAIL_IF_NO_PEER_CERT : 0)
        SSL_CTX_set_verify(context, mode, nil)
    }

    /// The certificates of a text in PEM, which the caller frees. None, if one is damaged.
    private static func certificates(in text: String) -> [OpaquePointer] {
        var text = text
        return text.withUTF8 { bytes in
            withPEM(UnsafeRawBufferPointer(bytes), certificates(in:))
        }
    }

    private static func certificates(in bio: OpaquePointer) -> [OpaquePointer] {
        var certificates: [OpaquePointer] = []
        while let certificate = PEM_read_bio_X509(bio, nil, refuse, nil) {
            certificates.append(certificate)
        }
        let error = ERR_peek_last_error()
        ERR_clear_error()
        guard error == 0 || openssl_shim_is_end_of_pem(error) == 1 else {
            certificates.forEach(X509_free)
            return []
        }
        return certificates
    }

    /// Seconds of the certificate's last moment; those of the year 1 if they cannot be read.
    private static func expiry(of certificate: OpaquePointer) -> Timestamp {
        var moment = tm()
        guard ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &moment) == 1 else {
            return Timestamp(seconds: 0)
        }
        return Timestamp(seconds: Int64(timegm(&moment)))
    }
}

/// Asked for a passphrase, OpenSSL would ask whoever started the server.
private let refuse:
    @convention(c) (
        UnsafeMutablePointer<CChar>?, CInt, CInt, UnsafeMutableRawPointer?
    ) -> CInt = { _, _, _, _ in -1 }

/// Gives OpenSSL bytes to read, without a copy.
private func withPEM<Result>(
    _ bytes: UnsafeRawBufferPointer, _ body: (OpaquePointer) -> Result
) -> Result {
    guard let bio = BIO_new_mem_buf(bytes.baseAddress, CInt(clamping: bytes.count)) else {
        preconditionFailure("there is no memory left")
    }
    defer { BIO_free(bio) }
    return body(bio)
}
