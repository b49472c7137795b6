import AWSWire
import Credentials
import Glibc
import HTTPSFetch
import IAMIdentifiers
import Operations
import Server

/// A server whose STS a command asks.
struct STSEndpoint {
    static let usual = "http://127.0.0.1:8426"
    private static let namespace = "https://sts.amazonaws.com/doc/2011-06-15/"
    /// How long it may take to answer, in seconds.
    private static let patience = 30

    private let url: PublicURL

    /// The server that `text` names; for nil the environment's, or one on this machine.
    ///
    /// Source: AWS SDKs and Tools Reference Guide, "Service-specific endpoints".
    /// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html>
    /// - Throws: ``CommandFailure`` when that is not the URL of a whole host.
    init(_ text: String?) throws {
        let text =
            text ?? DataDirectory.environment("AWS_ENDPOINT_URL_STS")
            ?? DataDirectory.environment("AWS_ENDPOINT_URL") ?? Self.usual
        guard let url = PublicURL(text) else {
            throw CommandFailure(
                "`\(text)` is no endpoint; write https://HOST or http://HOST:PORT, without a path")
        }
        self.url = url
    }

    /// Asks for credentials of a role.
    /// - Parameter parameters: those of AssumeRole.
    /// - Throws: ``CommandFailure`` when they are refused, or nobody answers.
    func assumeRole(
        _ parameters: [(String, String)], as key: CallerKey
    ) throws -> RoleCredentials {
        let all = [("Action", "AssumeRole"), ("Version", "2011-06-15")] + parameters
        let body = all.map { "\($0)=\(PercentEncoding.encode($1))" }.joined(separator: "&")
        let answer = try send(try signed(body, by: key), body)
        guard let root = try? XMLReader.root(of: answer.body) else { throw strange(answer) }
        if answer.status != 200, let refusal = refusal(root, of: key) { throw refusal }
        guard answer.status == 200, let credentials = Self.credentials(root) else {
            throw strange(answer)
        }
        return credentials
    }

    // MARK: The request

    /// The fields of a signed request, as lines.
    private func signed(_ body: String, by key: CallerKey) throws -> [String] {
        let port = url.port.map { ":\($0)" } ?? ""
        let request = WireRequest(
            method: "POST", path: "/",
            headers: [
                "Host": url.host + port,
                "Content-Type": "application/x-www-form-urlencoded; charset=utf-8",
            ],
            body: Array(body.utf8))
        let region =
            DataDirectory.environment("AWS_REGION")
            ?? DataDirectory.environment("AWS_DEFAULT_REGION") ?? "us-east-1"
        let signer = SigV4Signer(
            accessKeyID: key.id, secret: key.secret, sessionToken: key.token, region: region,
            service: "sts")
        let fields: [WireHeaders.Field]
        do {
            fields = try signer.sign(request, at: .current()).headers.fields
        } catch {
            throw CommandFailure("the key of \(key.source) has characters that no key has")
        }
        return fields.map { "\($0.name): \($0.value)" }
    }

    private func send(_ headers: [String], _ body: String) throws -> HTTPSAnswer {
        let request = HTTPSRequest(
            url: "\(url)/", mayBePrivate: true,
            authoritiesFile: DataDirectory.environment("AWS_CA_BUNDLE"), mayBePlainHere: true,
            timeoutSeconds: Self.patience)
        do {
            return try HTTPSClient().post(HTTPSMessage(headers: headers, body: body), to: request)
        } catch .forbiddenAddress {
            throw CommandFailure(
                "\(url) is plain HTTP to another machine, where others could read the secret that "
                    + "it answers; name an https:// endpoint")
        } catch .untrusted(let reason) {
            throw CommandFailure(
                "the certificate of \(url) is not trusted: \(reason); name the file of its "
                    + "authority in AWS_CA_BUNDLE")
        } catch .unreachable(let reason) {
            throw CommandFailure(
                "\(url) does not answer: \(reason); start `gatehouse serve`, or name another "
                    + "server with --endpoint")
        } catch {
            throw CommandFailure("\(url) does not answer as STS does; is it the right --endpoint?")
        }
    }

    // MARK: The answer

    private static func credentials(_ root: XMLElement) -> RoleCredentials? {
        guard root.isNamed("AssumeRoleResponse", in: namespace),
            let issued = root.only("AssumeRoleResult", in: namespace)?
                .only("Credentials", in: namespace)
        else { return nil }
        func text(_ name: String) -> String? { issued.only(name, in: namespace)?.onlyText }
        guard let id = text("AccessKeyId"), let secret = text("SecretAccessKey"),
            let token = text("SessionToken"), let expiration = text("Expiration"),
            Timestamp(iso8601: expiration) != nil
        else { return nil }
        return RoleCredentials(
            accessKeyID: id, secretAccessKey: Secret(secret), sessionToken: Secret(token),
            expiration: expiration)
    }

    /// The refusal that an answer is, with what to do.
    private func refusal(_ root: XMLElement, of key: CallerKey) -> CommandFailure? {
        guard root.isNamed("ErrorResponse", in: Self.namespace),
            let error = root.only("Error", in: Self.namespace),
            let code = error.only("Code", in: Self.namespace)?.onlyText,
            let message = error.only("Message", in: Self.namespace)?.onlyText
        else { return nil }
        // What follows the first line of a wrong signature's is for those who write signers.
        let sentence = message.parts(at: "\n").first ?? ""
        let advice =
            switch code {
            case "InvalidClientTokenId", "SignatureDoesNotMatch", "ExpiredToken":
                "; the key is that of \(key.source)"
            case "AccessDenied":
                "; see the role's ARN and trust policy, and the policies of whoever asks"
            default: ""
            }
        return CommandFailure("AssumeRole was refused (\(code)): \(Self.shown(sentence))\(advice)")
    }

    private func strange(_ answer: HTTPSAnswer) -> CommandFailure {
        CommandFailure(
            "\(url) does not answer as STS does, its status is \(answer.status); is it the right "
                + "--endpoint?")
    }

    /// Without control characters, which a terminal would obey.
    private static func shown(_ text: String) -> String {
        String(decoding: text.utf8.filter { $0 >= 0x20 && $0 != 0x7F }, as: UTF8.self)
    }
}
