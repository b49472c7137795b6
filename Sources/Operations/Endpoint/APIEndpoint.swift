package import AWSWire
import IAMIdentifiers
import Logging
import Store
import Workers

/// Answers the requests of AWS's services, signed by header or as a presigned URL.
package struct APIEndpoint: Sendable {
    private let pipeline: Pipeline
    private let services: [AWSService]
    /// The names that the scope of a signature may hold.
    private let scopes: Set<ExactText>

    package init(_ pipeline: Pipeline, _ services: [AWSService] = AWSService.all) {
        self.pipeline = pipeline
        self.services = services
        scopes = Set<ExactText>(services.map { ExactText($0.facts.signingName) })
    }

    /// Answers one request. Every refusal is an answer; nothing is thrown.
    package func answer(_ request: WireRequest) async -> WireResponse {
        let requestID = UUIDText.random()
        var service: AWSService?
        do {
            if let field = RequestFacts.fieldTooLong(in: request) {
                throw IAMError.validationError(
                    "The header field \(field) is longer than \(RequestFacts.longestField) bytes.")
            }
            let signed = try SigV4Request(request)
            service = services.named(signed.scope.service)
            let now = pipeline.services.now()
            let caller = try await Authenticator.caller(
                of: signed, at: now, serving: scopes, pipeline.services)
            guard let service else { throw IAMError.serviceFailure }  // its scope was accepted
            let facts = RequestFacts(
                requestID: requestID, now: now, sourceAddress: request.remoteAddress,
                userAgent: request.headers["user-agent"] ?? "",
                referer: request.headers["referer"], isSecure: request.isSecure,
                region: signed.scope.region, client: request.client)
            await noteUse(of: caller, signed.scope, at: now)
            return try await pipeline.services.inTurn(of: caller.account) {
                let (handler, fields) = try await read(request, of: caller) {
                    try service.read(request)
                }
                return try await run(handler, request, fields, as: caller, facts)
            }
        } catch {
            return refusal(error, service ?? self.service(meantBy: request), request, requestID)
        }
    }

    /// Whether a request is for an AWS API: one that a service claims, a POST to `/`, or a GET of
    /// it that says what it wants.
    package func serves(_ request: WireRequest) -> Bool {
        guard request.path == "/" else { return services.contains { $0.claims(request) } }
        return request.method == "POST" || request.query.utf8.holds("Action=")
            || request.query.utf8.holds("X-Amz-")
    }

    /// Where the signature does not say which service is meant.
    private func service(meantBy request: WireRequest) -> AWSService {
        services.first { $0.claims(request) } ?? services[0]
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
        _: Op.Type, _ request: WireRequest, _ fields: FieldTree, as caller: Caller,
        _ facts: RequestFacts
    ) async throws -> WireResponse {
        let input = try await read(request, of: caller) { try Op.Input(decoding: fields) }
        let output = try await pipeline.run(Op.self, input, as: caller, facts)
        return try await answer(Op.self, output, to: request, of: caller, facts)
    }

    /// The longest answer that is written at once, in bytes. Writing a longer one takes
    /// milliseconds, and waits for its turn among the computations of its account.
    static let shortAnswer = 32_768

    private func answer<Op: Handler>(
        _: Op.Type, _ output: Op.Output, to request: WireRequest, of caller: Caller,
        _ facts: RequestFacts
    ) async throws -> WireResponse {
        @Sendable func answer(limit: Int) -> WireResponse? {
            Op.facts.service.wire.answer(
                Op.self, output, to: request, requestID: facts.requestID, limit: limit)
        }
        // What was changed is answered, whatever else the account computes.
        if let short = answer(limit: Op.changes ? .max : Self.shortAnswer) { return short }
        let long = try await pipeline.services.computations.run(for: caller.account) { _ in
            answer(limit: .max)
        }
        guard let long else { throw IAMError.serviceFailure }  // without a limit there is one
        return long
    }

    private func noteUse(
        of caller: Caller, _ scope: CredentialScope, at now: Timestamp
    ) async {
        guard let key = caller.accessKeyID else { return }
        await pipeline.services.afterwards.use(
            of: key, .init(at: now, service: scope.service, region: scope.region))
    }

    private func refusal(
        _ error: any Error, _ service: AWSService, _ request: WireRequest, _ requestID: String
    ) -> WireResponse {
        let answer = IAMError(rejecting: error)
        if answer.code == .serviceFailure, !(error is IAMError) {
            pipeline.services.logger.error(
                "a request failed before its operation",
                metadata: ["request": "\(requestID)", "cause": "\(error)"])
        }
        return service.facts.wire.answer(
            WireFailure(answer.code, answer.message, encodedMessage: answer.encodedMessage),
            to: request, requestID: requestID)
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
