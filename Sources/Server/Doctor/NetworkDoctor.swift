package import HTTPSFetch
package import IAMIdentifiers
import SMTP
import TLS

/// Looks at what a configuration says about the network: certificate, mail, public URL.
package struct NetworkDoctor: Sendable {
    /// Asks a server, as ``HTTPSClient/answer(to:)`` does.
    package typealias Ask = @Sendable (HTTPSRequest) throws(HTTPSFailure) -> HTTPSAnswer

    private let configuration: Configuration
    private let now: Timestamp
    private let authorities: String?
    private let ask: Ask

    /// - Parameter authorities: a file of certificates that the site's may come from, beside the
    ///   system's; nil for none.
    package init(
        _ configuration: Configuration, now: Timestamp, authorities: String? = nil,
        asking ask: @escaping Ask = { (request) throws(HTTPSFailure) in
            try HTTPSClient().answer(to: request)
        }
    ) {
        self.configuration = configuration
        self.now = now
        self.authorities = authorities
        self.ask = ask
    }

    /// Everything, in the order in which it depends on each other. The calling thread waits.
    package func findings() -> [Finding] {
        var findings = configuration.warnings.map {
            Finding.warning("configuration", $0, do: "change the configuration file")
        }
        if findings.isEmpty {
            findings.append(.good("configuration", "what it says fits together"))
        }
        findings += certificate()
        findings.append(server())
        findings += site()
        findings.append(mail())
        return findings
    }

    // MARK: TLS

    private func certificate() -> [Finding] {
        let check = "tls"
        guard let tls = configuration.tls else {
            let isNear = configuration.listen.isLoopback || !configuration.trustedProxies.isEmpty
            return [
                isNear
                    ? .good(check, "the listener speaks plain HTTP, to this machine or a proxy")
                    : .warning(
                        check, "the listener speaks plain HTTP to other machines",
                        do: "set [tls], or put a proxy before it and name it in trusted_proxies")
            ]
        }
        var findings: [Finding] = []
        do throws(ConfigurationError) {
            let expiry = try ListenerCertificate(tls).context.expiry
            let renew = "renew it; a running server reads the files by itself"
            let days = Int((expiry - now) / .seconds(86_400))
            switch CertificateAge(of: expiry, at: now) {
            case .young:
                findings.append(.good(check, "the certificate is good for \(days) days"))
            case .old:
                findings.append(
                    .warning(check, "the certificate expires in \(max(0, days)) days", do: renew))
            case .expired:
                findings.append(
                    .failure(check, "the certificate expired at \(expiry.iso8601)", do: renew))
            }
        } catch {
            findings.append(
                .failure(check, error.description, do: "name files that can be used in [tls]"))
        }
        if let mode = FileMode(tls.keyFile), mode.isForOthers {
            findings.append(
                .warning(
                    check, "others than its owner can read the key `\(tls.keyFile)`",
                    do: "run `chmod 600 \(tls.keyFile)`"))
        }
        return findings
    }

    // MARK: The server, and the way to it

    private func server() -> Finding {
        let check = "server"
        let address = configuration.listen
        let isAnywhere = ["0.0.0.0", "::", "[::]"].contains(where: address.host.isExactly)
        let here = ListenAddress(host: isAnywhere ? "127.0.0.1" : address.host, port: address.port)
        let place = here.description
        guard configuration.tls == nil, here.isLoopback else {
            return .good(check, "\(place) is asked by its public URL alone")
        }
        do throws(HTTPSFailure) {
            let answer = try ask(
                HTTPSRequest(
                    url: "http://\(place)/readyz", mayBePrivate: true, mayBePlainHere: true))
            let line = answer.body.prefix(200).prefix { $0 != UInt8(ascii: "\n") }
            let words = String(decoding: line, as: UTF8.self)
            guard answer.status == 200 else {
                return .failure(
                    check, "the server at \(place) says: \(words)", do: "look at the server's log")
            }
            return .good(check, "the server at \(place) is ready")
        } catch {
            return .warning(
                check, "no server answers at \(place)",
                do: "start it; `systemctl status gatehouse` or its log say why it does not run")
        }
    }

    private func site() -> [Finding] {
        let check = "public url"
        guard let url = configuration.publicURL else {
            return configuration.listen.isLoopback
                ? [.good(check, "none is set, and the server is for this machine")]
                : [
                    .warning(
                        check, "none is set", do: "set public_url to what people open in a browser")
                ]
        }
        guard url.isSecure || url.isOfThisMachine else {
            return [
                .warning(
                    check, "\(url) is not secure: passwords cross the network in the clear",
                    do: "set [tls] or use a proxy with a certificate, and begin public_url with "
                        + "https")
            ]
        }
        do throws(HTTPSFailure) {
            let answer = try ask(
                HTTPSRequest(
                    url: "\(url)/signin", mayBePrivate: true, authoritiesFile: authorities,
                    mayBePlainHere: true))
            return [told(by: answer, at: url)]
        } catch {
            let (words, advice) = Self.reason(of: error, url)
            return [.failure(check, words, do: advice)]
        }
    }

    private func told(by answer: HTTPSAnswer, at url: PublicURL) -> Finding {
        let check = "public url"
        switch answer.status {
        case 200
        where url.isSecure && answer.transportSecurity == nil
            && !SecurityHeaders.isOfTheMachine(url.host):
            return .failure(
                check, "\(url) reaches the server, which does not know that it was over TLS",
                do: "name the proxy in trusted_proxies, and have it send X-Forwarded-Proto: https "
                    + "and X-Forwarded-For")
        case 200: return .good(check, "\(url) leads to the sign-in page")
        case 421:
            return .failure(
                check, "the server at \(url) is asked by another name than that",
                do: "have the proxy pass the Host header field on as it came")
        case 502, 503, 504:
            return .failure(
                check, "\(url) answers \(answer.status): the proxy does not reach the server",
                do: "compare its upstream with `listen`, and look whether the server runs")
        default:
            return .failure(
                check, "\(url)/signin answers \(answer.status)",
                do: "have the proxy pass every path on to the server")
        }
    }

    private static func reason(
        of failure: HTTPSFailure, _ url: PublicURL
    ) -> (words: String, advice: String) {
        switch failure {
        case .untrusted(let reason):
            (
                "the certificate at \(url) is not trusted: \(reason)",
                "use one of a known authority for that name, with its chain"
            )
        case .unreachable(let reason):
            (
                "\(url) is not reached: \(reason)",
                "look at its name in the DNS, the firewall and the proxy"
            )
        case .forbiddenAddress, .interrupted, .status, .tooLong:
            ("\(url) does not answer as the server does", "look where its name leads")
        }
    }

    // MARK: Mail

    private func mail() -> Finding {
        let check = "mail"
        guard let settings = configuration.mail else {
            return .warning(
                check, "none is sent: nobody can reset a password or is told of what happens",
                do: "set [mail]")
        }
        do throws(ConfigurationError) {
            let server = try settings.server()
            do throws(SMTPFailure) {
                try SMTPClient(server).greet()
            } catch {
                let reason =
                    switch error {
                    case .refused(let reason), .notNow(let reason): reason
                    case .interrupted: "it was broken off"
                    }
                return .failure(
                    check, "the mail server does not take us: \(reason)",
                    do: "compare [mail] with what the mail server's operator says")
            }
            return .good(check, "\(settings.host):\(settings.port) takes us")
        } catch {
            return .failure(check, error.description, do: "name files that can be used in [mail]")
        }
    }
}
