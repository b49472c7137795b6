package import AWSWire
import IAMIdentifiers
import IAMModel
import Logging
import Store
import Workers

/// Answers the requests of AWS's services, signed by header or as a presigned URL: of IAM and STS
/// in XML or, for `Accept: application/json`, JSON; of IAM Access Analyzer as REST services answer.
package struct APIEndpoint: Sendable {
    private let pipeline: Pipeline
    private let catalog: Catalog
    private static let services = [ServiceFacts.iam, .sts, .accessAnalyzer]
    private static let signingNames = Set<ExactText>(
        services.map { ExactText($0.signingName) })

    package init(_ pipeline: Pipeline, _ catalog: Catalog = .all) {
        self.pipeline = pipeline
        self.catalog = catalog
    }

    /// Answers one request. Every refusal is an answer; nothing is thrown.
    package func answer(_ request: WireRequest) async -> WireResponse {
        let requestID = UUIDText.random()
        // Where the signature does not say which service is meant, the path does.
        var service = catalog.handler(at: request.path)?.facts.service ?? .iam
        do {
            if let field = RequestFacts.fieldTooLong(in: request) {
                throw IAMError.validationError(
                    "The header field \(field) is longer than \(RequestFacts.longestField) bytes.")
            }
            let signed = try SigV4Request(request)
            service = Self.services.first { $0.signingName == signed.scope.service } ?? service
            let now = pipeline.services.now()
            let caller = try await Authenticator.caller(
                of: signed, at: now, serving: Self.signingNames, pipeline.services)
            let facts = RequestFacts(
                requestID: requestID, now: now, sourceAddress: request.remoteAddress,
                userAgent: request.headers["user-agent"] ?? "",
                referer: request.headers["referer"], isSecure: request.isSecure,
                region: signed.scope.region, client: request.client)
            await noteUse(of: caller, signed.scope, at: now)
            return try await pipeline.services.inTurn(of: caller.account) { [service] in
                let (handler, form) = try await read(request, of: caller) {
                    try operation(of: service, request)
                }
                return try await run(
                    handler, request, form, as: caller, facts, request.answerFormat(of: service))
            }
        } catch {
            return refusal(error, service, requestID, request.answerFormat(of: service))
        }
    }

    /// Whether a request is for an AWS API: one for a path of a REST service's, a POST to `/`, or a
    /// GET of it that says what it wants.
    package func serves(_ request: WireRequest) -> Bool {
        guard request.path == "/" else { return catalog.handler(at: request.path) != nil }
        return request.method == "POST" || request.query.utf8.holds("Action=")
            || request.query.utf8.holds("X-Amz-")
    }

    /// The longest request that is read at once, in bytes. Reading a longer one takes milliseconds,
    /// and waits for its turn among the computations of its account.
    static let shortRequest = 32_768

    private func read<Value: Sendable>(
        _ request: WireRequest, of caller: Caller, _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        guard request.body.count + request.query.utf8.count > Self.shortRequest else {
            return try body()
        }
        return try await pipeline.services.computations.run(for: caller.account) { _ in
            try body()
        }
    }

    private func run<Op: Handler>(
        _: Op.Type, _ request: WireRequest, _ form: QueryForm, as caller: Caller,
        _ facts: RequestFacts, _ format: ResponseDocument.Format
    ) async throws -> WireResponse {
        let input = try await read(request, of: caller) { try Op.Input(decoding: form) }
        let output = try await pipeline.run(Op.self, input, as: caller, facts)
        let body = try await write(Op.self, output, for: caller, facts, format)
        return .document(body, status: 200, facts.requestID, format)
    }

    /// The longest answer that is written at once, in bytes. Writing a longer one takes
    /// milliseconds, and waits for its turn among the computations of its account.
    static let shortAnswer = 32_768

    private func write<Op: Handler>(
        _: Op.Type, _ output: Op.Output, for caller: Caller, _ facts: RequestFacts,
        _ format: ResponseDocument.Format
    ) async throws -> [UInt8] {
        // What was changed is answered, whatever else the account computes.
        let limit = Op.changes ? .max : Self.shortAnswer
        let short = ResponseDocument.body(
            for: Op.self, output, requestID: facts.requestID, format: format,
            unlessLongerThan: limit)
        if let short { return short }
        return try await pipeline.services.computations.run(for: caller.account) { _ in
            ResponseDocument.body(
                for: Op.self, output, requestID: facts.requestID, format: format)
        }
    }

    /// What is asked for, and its parameters.
    private func operation(
        of service: ServiceFacts, _ request: WireRequest
    ) throws -> (any Handler.Type, QueryForm) {
        switch service.wire {
        case .query:
            guard request.path == "/" else { throw Self.unknownPath(request) }
            let form = try Self.form(of: request)
            return (try handler(service, form), form)
        case .restJSON:
            guard request.method == "POST", let handler = catalog.handler(at: request.path),
                handler.facts.service == service
            else { throw Self.unknownPath(request) }
            if !request.body.isEmpty { try Self.check(request, isOfType: "application/json") }
            return (handler, try QueryForm(json: request.body, query: request.query.utf8))
        }
    }

    private static func unknownPath(_ request: WireRequest) -> IAMError {
        IAMError(.invalidAction, "Could not find operation \(request.method) \(request.path)")
    }

    private func handler(_ service: ServiceFacts, _ form: QueryForm) throws -> any Handler.Type {
        guard let action = form["Action"] else {
            throw IAMError(
                .missingAction, "The request must contain the parameter Action.")
        }
        let version = form["Version"] ?? "NO_VERSION_SPECIFIED"
        guard version == service.apiVersion, let handler = catalog.handler(service, action) else {
            throw IAMError(
                .invalidAction, "Could not find operation \(action) for version \(version)")
        }
        return handler
    }

    /// The parameters: of the body for POST, of the query string for GET and for a POST without a
    /// body, which is what SDKs presign.
    private static func form(of request: WireRequest) throws -> QueryForm {
        guard request.method == "POST", !request.body.isEmpty else {
            return try QueryForm(parsing: request.query.utf8)
        }
        try check(request, isOfType: "application/x-www-form-urlencoded")
        return try QueryForm(parsing: request.body)
    }

    private static func check(_ request: WireRequest, isOfType type: String) throws {
        let sent = request.headers["content-type"]?.asciiLowercased.parts(at: ";")[0]
        guard sent?.filter({ $0 != " " }) == type else {
            throw IAMError(
                .common("UnsupportedMediaType", 415), "The body must be of the type \(type).")
        }
    }

    private func noteUse(
        of caller: Caller, _ scope: CredentialScope, at now: Timestamp
    ) async {
        guard let key = caller.accessKeyID else { return }
        await pipeline.services.afterwards.use(
            of: key, .init(at: now, service: scope.service, region: scope.region))
    }

    private func refusal(
        _ error: any Error, _ service: ServiceFacts, _ requestID: String,
        _ format: ResponseDocument.Format
    ) -> WireResponse {
        let answer = IAMError(rejecting: error)
        if answer.code == .serviceFailure, !(error is IAMError) {
            pipeline.services.logger.error(
                "a request failed before its operation",
                metadata: ["request": "\(requestID)", "cause": "\(error)"])
        }
        if format == .restJSON {
            let error = RESTError(answer)
            return .document(
                ResponseDocument.restError(
                    message: answer.message, reason: error.reason,
                    encodedMessage: answer.encodedMessage),
                status: error.status, requestID, format, errorType: error.code)
        }
        return .document(
            ResponseDocument.error(
                service: service, code: answer.code.code, message: answer.message,
                isSender: answer.code.isSender, requestID: requestID,
                encodedMessage: answer.encodedMessage, format: format),
            status: answer.code.status, requestID, format)
    }
}

extension String.UTF8View {
    /// Whether a name is somewhere in a text, byte for byte.
    fileprivate func holds(_ name: StaticString) -> Bool {
        name.withUTF8Buffer { name in
            var rest = self[...]
            while let start = rest.firstIndex(of: name[0]) {
                rest = rest[start...]
                if rest.starts(with: name) { return true }
                rest = rest.dropFirst()
            }
            return false
        }
    }
}

extension WireRequest {
    /// How the answer is written.
    fileprivate func answerFormat(of service: ServiceFacts) -> ResponseDocument.Format {
        switch service.wire {
        case .query:
            headers["accept"]?.asciiLowercased.contains("application/json") == true ? .json : .xml
        case .restJSON: .restJSON
        }
    }
}

extension WireResponse {
    /// - Parameter errorType: the code of a REST service's error, which its body does not hold.
    fileprivate static func document(
        _ body: [UInt8], status: Int, _ requestID: String, _ format: ResponseDocument.Format,
        errorType: String? = nil
    ) -> WireResponse {
        var headers: WireHeaders = [
            "content-type": format.contentType, "x-amzn-requestid": requestID,
            "cache-control": "no-store",
        ]
        if let errorType { headers.add("x-amzn-errortype", errorType) }
        return WireResponse(status: status, headers: headers, body: body)
    }
}
