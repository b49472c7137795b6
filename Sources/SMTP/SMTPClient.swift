import CCurl
import Glibc
import IAMIdentifiers

/// Hands messages to the operator's mail server.
///
/// The server is trusted with what it gets only after its certificate was checked: it must come
/// from a known authority and name the host. The password is told to no other server. Variables of
/// the environment that name a proxy do not count.
///
/// Source: libcurl, "SMTP" and the pages of its options. <https://curl.se/libcurl/c/>
package struct SMTPClient: Sendable {
    /// How long the server may take until a message can be handed over, in seconds.
    private static let longestConnect = 30

    /// Prepares libcurl once. The process does not end when a server closes its connection.
    private static let isReady: Bool = {
        signal(SIGPIPE, SIG_IGN)
        return curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
    }()

    private let server: SMTPServer

    package init(_ server: SMTPServer) { self.server = server }

    /// Sends one message. The calling thread waits: for the server's time-out at most.
    /// - Parameter isCancelled: asked about once in a second.
    /// - Throws: ``SMTPFailure``.
    package func send(
        _ message: EmailMessage, isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws(SMTPFailure) {
        let recipients = curl_slist_append(nil, "<\(message.recipient)>")
        defer { curl_slist_free_all(recipients) }
        try perform(SMTPTransfer(message.bytes, isCancelled)) { setting in
            setting.number(CURLOPT_UPLOAD, 1)
            setting.text(CURLOPT_MAIL_FROM, "<\(message.sender)>")
            setting.note(curl_shim_set_list(setting.curl, CURLOPT_MAIL_RCPT, recipients))
        }
    }

    /// Connects, begins TLS and logs in, as for a message, and sends none. The calling thread
    /// waits.
    /// - Throws: ``SMTPFailure``.
    package func greet() throws(SMTPFailure) {
        try perform(SMTPTransfer([], { false })) { $0.number(CURLOPT_CONNECT_ONLY, 1) }
    }

    private func perform(
        _ transfer: SMTPTransfer, _ set: (inout Setting) -> Void
    ) throws(SMTPFailure) {
        guard Self.isReady, let curl = curl_easy_init() else {
            throw .notNow("there is no memory for a connection")
        }
        defer { curl_easy_cleanup(curl) }
        let problem = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
        problem.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        defer { problem.deallocate() }

        var setting = Setting(curl: curl)
        setting.number(CURLOPT_NOSIGNAL, 1)
        setting.text(CURLOPT_URL, server.url)
        setting.text(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        setting.text(CURLOPT_PROXY, "")
        setting.number(CURLOPT_CONNECTTIMEOUT, min(Self.longestConnect, server.timeoutSeconds))
        setting.number(CURLOPT_TIMEOUT, server.timeoutSeconds)
        setting.security(of: server)
        if let login = server.login {
            setting.text(CURLOPT_USERNAME, login.user)
            setting.text(CURLOPT_PASSWORD, login.password.reveal())
        }
        set(&setting)
        setting.note(curl_shim_set_error_buffer(curl, problem))
        setting.note(transfer.attach(to: curl))
        guard setting.isComplete else { throw .notNow("libcurl lacks an option") }

        let result = withExtendedLifetime(transfer) { curl_easy_perform(curl) }
        guard result != CURLE_OK else { return }
        throw failure(
            result, code: curl_shim_response_code(curl), String(cString: problem), transfer)
    }

    /// What an error means for the message.
    ///
    /// A refusal is for good if its number begins with 5 and it answers the sender, the recipient
    /// or the message. One that asks for another log-in, or that greets, says nothing of the
    /// message.
    ///
    /// Source: RFC 5321 §4.2.1; RFC 4954 §6 (530, 534, 535, 538).
    private func failure(
        _ result: CURLcode, code: Int, _ problem: String, _ transfer: SMTPTransfer
    ) -> SMTPFailure {
        if transfer.wasCancelled { return .interrupted }
        let place = "\(server.host):\(server.port): "
        let isAboutMessage = result == CURLE_SEND_ERROR || transfer.isReadToItsEnd
        switch result {
        case CURLE_USE_SSL_FAILED:
            return .notNow(place + "the server offers no STARTTLS; nothing was sent")
        case CURLE_LOGIN_DENIED:
            return .notNow(
                place + "the server does not accept the user name and password: \(reply(transfer))")
        case _ where (400...599).contains(code):
            let isForGood =
                code >= 500 && isAboutMessage && ![530, 534, 535, 538].contains(code)
            let reason = place + reply(transfer)
            return isForGood ? .refused(reason) : .notNow(reason)
        default:
            let reason = problem.isEmpty ? String(cString: curl_easy_strerror(result)) : problem
            return .notNow(place + reason)
        }
    }

    private func reply(_ transfer: SMTPTransfer) -> String {
        guard let login = server.login else { return transfer.reply.text(without: []) }
        let user = Array(login.user.utf8)
        let password = Array(login.password.reveal().utf8)
        let encoded = [password, [0] + user + [0] + password, user + [0] + user + [0] + password]
            .map { Array(Base64.standard.encoded($0).utf8) }
        return transfer.reply.text(without: encoded + [password])
    }
}

/// Sets options, and remembers whether one was not accepted.
private struct Setting {
    let curl: UnsafeMutableRawPointer
    private(set) var isComplete = true

    mutating func note(_ result: CURLcode) {
        if result != CURLE_OK { isComplete = false }
    }

    mutating func number(_ option: CURLoption, _ value: Int) {
        note(curl_shim_set_long(curl, option, value))
    }

    mutating func text(_ option: CURLoption, _ value: String?) {
        note(curl_shim_set_text(curl, option, value))
    }

    mutating func security(of server: SMTPServer) {
        number(CURLOPT_SSL_VERIFYPEER, 1)
        number(CURLOPT_SSL_VERIFYHOST, 2)
        number(CURLOPT_SSLVERSION, 6)  // CURL_SSLVERSION_TLSv1_2 and later
        // Without STARTTLS, the connection is given up.
        let isSecure = server.security != .none
        number(CURLOPT_USE_SSL, Int((isSecure ? CURLUSESSL_ALL : CURLUSESSL_NONE).rawValue))
        if let file = server.authoritiesFile {
            text(CURLOPT_CAINFO, file)
            text(CURLOPT_CAPATH, nil)
        }
    }
}
