package import AWSWire
import IAMIdentifiers
import IAMModel
import Logging
import Store

/// Answers the requests of AWS's query services: IAM and STS, signed by header or as a presigned
/// URL, in XML or, for `Accept: application/json`, JSON.
package struct APIEndpoint: Sendable {
    private let pipeline: Pipeline
    private let catalog: Catalog
    private static let services = [ServiceFacts.iam, ServiceFacts.sts]

    package init(_ pipeline: Pipeline, _ catalog: Catalog = .all) {
        self.pipeline = pipeline
        self.catalog = catalog
    }

    /// Answers one request. Every refusal is an answer; nothing is thrown.
    package func answer(_ request: WireRequest) async -> WireResponse {
        let requestID = UUIDText.random()
        let format: ResponseDocument.Format = request.prefersJSON ? .json : .xml
        var service = ServiceFacts.iam
        do {
            let signed = try SigV4Request(request)
            service = Self.services.first { $0.signingName == signed.scope.service } ?? .iam
            let now = pipeline.services.now()
            let caller = try await Authenticator.caller(
                of: signed, at: now, serving: Set(Self.services.map(\.signingName)),
                pipeline.services)
            let facts = RequestFacts(
                requestID: requestID, now: now, sourceAddress: request.remoteAddress,
                userAgent: request.headers["user-agent"] ?? "",
                referer: request.headers["referer"], isSecure: request.isSecure,
                region: signed.scope.region)
            await noteUse(of: caller, signed.scope, at: now)
            let form = try Self.form(of: request)
            let handler = try handler(service, form)
            return try await run(handler, form, as: caller, facts, format)
        } catch {
            return refusal(error, service, requestID, format)
        }
    }

    private func run<Op: Handler>(
        _: Op.Type, _ form: QueryForm, as caller: Caller, _ facts: RequestFacts,
        _ format: ResponseDocument.Format
    ) async throws -> WireResponse {
        let input = try Op.Input(decoding: form)
        let output = try await pipeline.run(Op.self, input, as: caller, facts)
        return .document(
            ResponseDocument.body(
                for: Op.self, output, requestID: facts.requestID, format: format),
            status: 200, facts.requestID, format)
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
        let type = request.headers["content-type"] ?? ""
        guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else {
            throw IAMError(
                .init("UnsupportedMediaType", 415),
                "The body must be of the type application/x-www-form-urlencoded.")
        }
        return try QueryForm(parsing: request.body)
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
        return .document(
            ResponseDocument.error(
                service: service, code: answer.code.rawValue, message: answer.message,
                isSender: answer.isSender, requestID: requestID,
                encodedMessage: answer.encodedMessage, format: format),
            status: answer.code.status, requestID, format)
    }
}

extension WireRequest {
    /// Whether this is a request for an AWS API: a POST to `/`, or a GET of it that says what it
    /// wants.
    package var isForAPI: Bool {
        path == "/"
            && (method == "POST" || query.contains("Action=") || query.contains("X-Amz-"))
    }

    fileprivate var prefersJSON: Bool {
        headers["accept"]?.lowercased().contains("application/json") == true
    }
}

extension WireResponse {
    fileprivate static func document(
        _ body: [UInt8], status: Int, _ requestID: String, _ format: ResponseDocument.Format
    ) -> WireResponse {
        WireResponse(
            status: status,
            headers: [
                "content-type": format.contentType, "x-amzn-requestid": requestID,
                "cache-control": "no-store",
            ],
            body: body)
    }
}
