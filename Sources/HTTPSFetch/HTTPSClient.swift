import CCurl
import Crypto
import Glibc
import IAMIdentifiers

/// Fetches documents of servers that others name, and sends messages to those that the user names.
///
/// Nothing is sent and nothing is believed before the server's certificate was checked, unless the
/// server is on this machine and the request says that it may be plain. Redirects are not followed,
/// variables of the environment that name a proxy do not count, and addresses that are not public
/// are not connected to unless the request says so.
///
/// Source: libcurl, the pages of its options. <https://curl.se/libcurl/c/>
package struct HTTPSClient: Sendable {
    /// Bytes of a document at most.
    package static let longest = 262_144
    /// How long it may take until the server is connected to, in seconds.
    static let connectSeconds = 3

    /// Prepares libcurl once. The process does not end when a server closes its connection.
    private static let isReady: Bool = {
        signal(SIGPIPE, SIG_IGN)
        return curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
    }()

    package init() {}

    /// Fetches a document. The calling thread waits.
    ///
    /// If no known authority signed the server's certificate, the last certificate that it sends is
    /// compared with the request's thumbprints. One that is among them is then the only authority,
    /// and the document is fetched anew: what is believed was always verified.
    ///
    /// Source: IAM User Guide, "Obtain the thumbprint for an OpenID Connect identity provider".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc_verify-thumbprint.html>
    /// - Parameter isCancelled: asked about once in a second.
    package func get(
        _ request: HTTPSRequest, isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws(HTTPSFailure) -> [UInt8] {
        do throws(HTTPSFailure) {
            return try fetch(request, .known, isCancelled)
        } catch {
            guard case .untrusted = error, !request.thumbprints.isEmpty else { throw error }
            let top = try topCertificate(request, isCancelled)
            let thumbprint = Self.thumbprint(of: top)
            guard request.thumbprints.contains(where: { $0.asciiLowercased == thumbprint }) else {
                throw error
            }
            return try fetch(request, .only(top), isCancelled)
        }
    }

    /// Sends a message, and returns the answer of whatever status. The calling thread waits. Only
    /// known authorities count; thumbprints do not.
    package func post(
        _ message: HTTPSMessage, to request: HTTPSRequest
    ) throws(HTTPSFailure) -> HTTPSAnswer {
        try connect(request, .known, { false }, message) { curl, body throws(HTTPSFailure) in
            Self.answer(curl, body)
        }
    }

    /// Asks for a document, and returns the answer of whatever status. The calling thread waits.
    package func answer(to request: HTTPSRequest) throws(HTTPSFailure) -> HTTPSAnswer {
        try connect(request, .known, { false }) { curl, body throws(HTTPSFailure) in
            Self.answer(curl, body)
        }
    }

    private static func answer(_ curl: UnsafeMutableRawPointer, _ body: [UInt8]) -> HTTPSAnswer {
        var field: UnsafeMutablePointer<curl_header>?
        let isThere =
            curl_easy_header(
                curl, "Strict-Transport-Security", 0, CUnsignedInt(CURLH_HEADER), -1, &field)
            == CURLHE_OK
        return HTTPSAnswer(
            status: curl_shim_response_code(curl), body: body,
            transportSecurity: isThere ? field.map { String(cString: $0.pointee.value) } : nil)
    }

    /// The thumbprint of the last certificate that a server sends, which is that of the top
    /// intermediate authority. Whether anyone should trust it is not asked.
    package func topThumbprint(
        _ request: HTTPSRequest, isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws(HTTPSFailure) -> String {
        Self.thumbprint(of: try topCertificate(request, isCancelled))
    }

    private static func thumbprint(of certificate: [UInt8]) -> String {
        Hexadecimal.text(of: Array(Insecure.SHA1.hash(data: certificate)))
    }

    // MARK: One connection

    /// Which authorities are believed.
    private enum Trust {
        case known
        /// One certificate, as DER.
        case only([UInt8])
        /// Any, to see the server's certificates. Nothing is fetched.
        case look
    }

    private func fetch(
        _ request: HTTPSRequest, _ trust: Trust, _ isCancelled: @escaping @Sendable () -> Bool
    ) throws(HTTPSFailure) -> [UInt8] {
        try connect(request, trust, isCancelled) { curl, body throws(HTTPSFailure) in
            let status = curl_shim_response_code(curl)
            guard status == 200 else { throw .status(status) }
            return body
        }
    }

    private func topCertificate(
        _ request: HTTPSRequest, _ isCancelled: @escaping @Sendable () -> Bool
    ) throws(HTTPSFailure) -> [UInt8] {
        try connect(request, .look, isCancelled) { curl, _ throws(HTTPSFailure) in
            guard let pem = Self.pems(curl).last, let der = Self.der(ofPEM: pem) else {
                throw .untrusted("the server sent no certificate")
            }
            return der
        }
    }

    private func connect<Value>(
        _ request: HTTPSRequest, _ trust: Trust, _ isCancelled: @escaping @Sendable () -> Bool,
        _ message: HTTPSMessage? = nil,
        _ result: (UnsafeMutableRawPointer, [UInt8]) throws(HTTPSFailure) -> Value
    ) throws(HTTPSFailure) -> Value {
        guard Self.isReady, let curl = curl_easy_init() else {
            throw .unreachable("there is no memory for a connection")
        }
        defer { curl_easy_cleanup(curl) }
        let transfer = HTTPSTransfer(longest: Self.longest, request, isCancelled)
        var headers: UnsafeMutablePointer<curl_slist>?
        for line in request.headers + (message?.headers ?? []) {
            headers = curl_slist_append(headers, line)
        }
        defer { curl_slist_free_all(headers) }
        let problem = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
        problem.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        defer { problem.deallocate() }

        var setting = CurlSetting(curl: curl)
        setting.connection(for: request)
        setting.headers(headers)
        if let message { setting.post(message) }
        switch trust {
        case .known: setting.authorities(file: request.authoritiesFile)
        case .only(let certificate): setting.authority(Self.pem(ofDER: certificate))
        case .look: setting.onlyLook()
        }
        setting.note(curl_shim_set_error_buffer(curl, problem))
        setting.note(transfer.attach(to: curl))
        guard setting.isComplete else { throw .unreachable("libcurl lacks an option") }

        let code = withExtendedLifetime(transfer) { curl_easy_perform(curl) }
        guard code == CURLE_OK else {
            throw Self.failure(code, String(cString: problem), transfer)
        }
        return try result(curl, transfer.body)
    }

    private static func failure(
        _ code: CURLcode, _ problem: String, _ transfer: HTTPSTransfer
    ) -> HTTPSFailure {
        if transfer.wasCancelled { return .interrupted }
        if transfer.isTooLong { return .tooLong }
        let reason = problem.isEmpty ? String(cString: curl_easy_strerror(code)) : problem
        switch code {
        case CURLE_PEER_FAILED_VERIFICATION: return .untrusted(reason)
        case CURLE_COULDNT_CONNECT where transfer.wasForbidden: return .forbiddenAddress
        default: return .unreachable(reason)
        }
    }

    // MARK: Certificates

    /// What a server sent, as PEM, its own certificate first.
    private static func pems(_ curl: UnsafeMutableRawPointer) -> [String] {
        guard let info = curl_shim_certificates(curl) else { return [] }
        var pems: [String] = []
        for index in 0..<Int(info.pointee.num_of_certs) {
            var entry = info.pointee.certinfo[index]
            while let line = entry {
                let text = String(cString: line.pointee.data)
                if text.begins(with: "Cert:") { pems.append(String(text.dropFirst(5))) }
                entry = line.pointee.next
            }
        }
        return pems
    }

    private static func der(ofPEM pem: String) -> [UInt8]? {
        let lines = pem.parts(at: "\n").filter { !$0.begins(with: "-----") }
        return Base64.standard.decoded(lines.joined())
    }

    private static func pem(ofDER der: [UInt8]) -> String {
        let text = Array(Base64.standard.encoded(der).utf8)
        let lines = stride(from: 0, to: text.count, by: 64).map {
            String(decoding: text[$0..<min($0 + 64, text.count)], as: UTF8.self)
        }
        return "-----BEGIN CERTIFICATE-----\n" + lines.joined(separator: "\n")
            + "\n-----END CERTIFICATE-----\n"
    }
}
