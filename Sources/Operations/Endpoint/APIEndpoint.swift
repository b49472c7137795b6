package import AWSWire
import IAMIdentifiers
import IAMModel
import Logging
import Store
import Workers

/// Answers the requests of AWS's services, signed by header or as a presigned URL.
package struct APIEndpoint: Sendable {
    private let pipeline: Pipeline
    private let services: [AWSService]
    /// The names that the scope of a signature may hold, each with its rules.
    private let signatureRules: [ExactText: SignatureRules]

    package init(_ pipeline: Pipeline, _ services: [AWSService] = AWSService.all) {
        self.pipeline = pipeline
        self.services = services
        signatureRules = services.signatureRules
    }

    /// Answers one request. Every refusal is an answer; nothing is thrown.
    package func answer(_ request: WireRequest) async -> WireResponse {
        let requestID = UUIDText.random()
        var service: AWSService?
        do {
            guard hasOperation(at: request) else {
                service = (try? SigV4Request(request)).flatMap { services.named($0.scope.service) }
                throw IAMError.nothing(at: request)
            }
            if let field = RequestFacts.fieldTooLong(in: request) {
                throw IAMError.validationError(
                    "The header field \(field) is longer than \(RequestFacts.longestField) bytes.")
            }
            if SigV4Request.claimsNoSignature(request) {
                return try await countingFailures { () -> WireResponse in
                    try await offLoop { try await answerUnsigned(request, requestID) }
                }
            }
            let signed: SigV4Request = try await countingFailures { try SigV4Request(request) }
            service = services.named(signed.scope.service)
            try Partition.require(region: signed.scope.region)
            let now = pipeline.services.now()
            let signer: Signer = try await countingFailures {
                try await self.signer(of: signed, at: now)
            }
            guard let service else { throw IAMError.serviceFailure }  // its scope was accepted
            let facts = RequestFacts(
                of: request, requestID: requestID, now: now, region: signed.scope.region)
            do {
                return try await answer(
                    request, signed.scope, by: signer.caller, service, facts)
            } catch {
                guard signer.isKnown, error.isInvalidClientTokenId else { throw error }
                // What was known of the key is not so any more; the key may be good for all that.
                let signer = try await self.signer(of: signed, at: now, isFresh: true)
                return try await answer(
                    request, signed.scope, by: signer.caller, service, facts)
            }
        } catch {
            return refusal(error, service ?? self.service(meantBy: request), request, requestID)
        }
    }

    /// Counts what is thrown before it is known who sent a request.
    private func countingFailures<Value>(
        _ body: () async throws -> Value
    ) async throws -> Value {
        do {
            return try await body()
        } catch {
            pipeline.services.metrics.failedToAuthenticate(IAMError(rejecting: error).code)
            throw error
        }
    }

    private func signer(
        of signed: SigV4Request, at now: Timestamp, isFresh: Bool = false
    ) async throws -> Signer {
        try await Authenticator.signer(
            of: signed, at: now, serving: signatureRules, pipeline.services, isFresh: isFresh)
    }

    /// Answers a request whose signature is right, when it is the account's turn.
    private func answer(
        _ request: WireRequest, _ scope: CredentialScope, by caller: Caller,
        _ service: AWSService, _ facts: RequestFacts
    ) async throws -> WireResponse {
        guard pipeline.services.requestRates.admits(caller.principalID, of: caller.account) else {
            throw IAMError.throttling
        }
        return try await pipeline.services.inTurn(of: caller.account) {
            do {
                let answer = try await self.answer(request, by: caller, service, facts)
                await noteUse(of: caller, scope, at: facts.now)
                return answer
            } catch {
                guard !error.isInvalidClientTokenId else { throw error }
                // Whoever's key is gone is told that, and not what is wrong with the request.
                try await Authenticator.confirm(caller, at: facts.now, pipeline.services)
                await noteUse(of: caller, scope, at: facts.now)
                throw error
            }
        }
    }

    private func answer(
        _ request: WireRequest, by caller: Caller, _ service: AWSService, _ facts: RequestFacts
    ) async throws -> WireResponse {
        let (asked, fields) = try await read(request, of: caller) {
            try service.read(request)
        }
        switch asked {
        case .signed(let handler) where !Self.isLong(request):
            return try await run(handler, request, fields, as: caller, facts)
        case .signed(let handler):
            // To write down what was asked takes long, too.
            return try await offLoop {
                try await run(handler, request, fields, as: caller, facts)
            }
        case .federated(let handler):
            // Who signed does not matter, if they still may: the provider's word counts.
            try await Authenticator.confirm(caller, at: facts.now, pipeline.services)
            return try await offLoop { try await run(handler, request, fields, facts) }
        }
    }

    /// Whether a request is for an AWS API: one that a service claims, a POST to `/`, or a GET of
    /// it that says what it wants.
    package func serves(_ request: WireRequest) -> Bool {
        guard request.path.isExactly("/") else { return hasOperation(at: request) }
        return request.method == "POST" || request.query.utf8.holds("Action=")
            || request.query.utf8.holds("X-Amz-")
    }

    /// Whether a request is meant for an AWS API, whatever its path: it claims AWS's signature, or
    /// its form names an operation. If no operation is at its path, the answer says that the
    /// services are at `/`.
    package func isMeant(by request: WireRequest) -> Bool {
        if let authorization = request.headers["authorization"] {
            return authorization.begins(with: "AWS4-")
        }
        if request.query.utf8.holds("X-Amz-Signature=") { return true }
        return request.method == "POST" && request.body.prefix(Self.shortRequest).holds("Action=")
    }

    /// Whether some service has an operation at the path of a request.
    private func hasOperation(at request: WireRequest) -> Bool {
        request.path.isExactly("/") || services.contains { $0.claims(request) }
    }

    /// Where the signature does not say which service is meant.
    private func service(meantBy request: WireRequest) -> AWSService {
        services.first { $0.claims(request) } ?? services[0]
    }

    /// The longest request that is read at once, in bytes. Reading a longer one takes milliseconds,
    /// and waits for its turn among the computations of its account.
    static let shortRequest = 32_768

    private static func isLong(_ request: WireRequest) -> Bool {
        request.body.count + request.query.utf8.count > shortRequest
    }

    private func read<Value: Sendable>(
        _ request: WireRequest, of caller: Caller, _ body: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        guard Self.isLong(request) else { return try body() }
        return try await pipeline.services.computations.run(for: caller.account) { _ in
            try body()
        }
    }

    private func run<Op: Handler>(
        _: Op.Type, _ request: WireRequest, _ fields: FieldTree, as caller: Caller,
        _ facts: RequestFacts
    ) async throws -> WireResponse {
        let input = try await read(request, of: caller) { try Op.input(decoding: fields) }
        let output = try await pipeline.run(Op.self, input, as: caller, facts)
        return try await answer(Op.self, output, to: request, of: caller, facts)
    }

    /// Answers a request that nobody signed: one for an operation that takes the word of an
    /// identity provider. It is read when it is the turn of the address that sent it.
    /// - Throws: ``SignatureError/missing`` for any other operation.
    private func answerUnsigned(
        _ request: WireRequest, _ requestID: String
    ) async throws -> WireResponse {
        let facts = RequestFacts(
            of: request, requestID: requestID, now: pipeline.services.now())
        return try await pipeline.services.inTurn(ofStrangerAt: facts.clientAddress.group) {
            for service in services {
                guard let (handler, fields) = service.readUnsigned(request) else { continue }
                do {
                    return try await run(handler, request, fields, facts)
                } catch {
                    return refusal(error, service, request, requestID)
                }
            }
            throw SignatureError.missing
        }
    }

    private func run<Op: FederatedHandler>(
        _: Op.Type, _ request: WireRequest, _ fields: FieldTree, _ facts: RequestFacts
    ) async throws -> WireResponse {
        let output = try await pipeline.run(Op.self, Op.input(decoding: fields), facts)
        let answer = Op.facts.service.wire.answer(
            Op.self, output, to: request, requestID: facts.requestID, limit: .max)
        guard let answer else { throw IAMError.serviceFailure }  // without a limit there is one
        return answer
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
        if caller.session?.isOfRole == true {
            return await pipeline.services.afterwards.use(
                ofRole: caller.principalID, in: caller.account,
                .init(at: now, region: scope.region))
        }
        guard let key = caller.longTermKeyID else { return }
        await pipeline.services.afterwards.use(
            of: key, .init(at: now, service: scope.service, region: scope.region))
    }

    private func refusal(
        _ error: any Error, _ service: AWSService, _ request: WireRequest, _ requestID: String
    ) -> WireResponse {
        let answer =
            if let unmatched = error as? UnmatchedSignature {
                explained(unmatched, service, requestID)
            } else {
                IAMError(rejecting: error)
            }
        if answer.code == .serviceFailure, !(error is IAMError) {
            pipeline.services.logger.error(
                "a request failed before its operation",
                metadata: ["request": "\(requestID)", "cause": "\(error)"])
        }
        request.accessNotes?.note(requestID: requestID)
        request.accessNotes?.note(error: answer.code.code)
        return service.facts.wire.answer(
            WireFailure(
                answer.code, answer.message, encodedMessage: answer.encodedMessage,
                reason: answer.reason),
            to: request, requestID: requestID)
    }
}

extension APIEndpoint {
    /// The refusal of a signature that is not the key's. What it would have to cover is logged, and
    /// services of the query protocol also answer with it.
    private func explained(
        _ unmatched: UnmatchedSignature, _ service: AWSService, _ requestID: String
    ) -> IAMError {
        let refusal = IAMError(rejecting: unmatched)
        guard let text = unmatched.text else { return refusal }
        pipeline.services.logger.debug(
            "a signature does not match",
            metadata: [
                "request": "\(requestID)", "service": "\(service.facts.signingName)",
                "canonical-request": "\(text.canonicalRequest.onOneLine)",
                "string-to-sign": "\(text.stringToSign.onOneLine)",
            ])
        guard service.facts.wire is AWSQuery else { return refusal }
        return IAMError(refusal.code, refusal.message + text.sentence)
    }
}

extension Error {
    /// Whether the credential does not stand.
    fileprivate var isInvalidClientTokenId: Bool {
        (self as? IAMError)?.code == .invalidClientTokenId
    }
}

extension IAMError {
    /// The answer to a request at a path without an operation.
    ///
    /// Source for the code: the errors that all services share,
    /// <https://docs.aws.amazon.com/access-analyzer/latest/APIReference/CommonErrors.html>
    fileprivate static func nothing(at request: WireRequest) -> Self {
        let path = request.path.excerpt(ofScalars: 256)
        return Self(
            .common("UnknownOperationException", 404),
            "There is no operation at \(request.method) \(path). The services are at /: an endpoint"
                + " URL must have no path.")
    }
}

extension String {
    /// The text with `\n` for each line feed, as a line of a log has it.
    fileprivate var onOneLine: String { parts(at: "\n").joined(separator: "\\n") }
}
