import IAMIdentifiers

/// How the requests and the answers of a service are written.
///
/// There is a file for each protocol. All read a request into a ``FieldTree``, of which the
/// generated shapes read their members, and have the shapes write themselves with a
/// ``FieldWriter``.
///
/// Source: Smithy 2.0, "AWS Protocols". <https://smithy.io/2.0/aws/protocols/index.html>
package protocol WireProtocol: Sendable {
    /// Whether the request is for this service by more than its signature: by its path or by a
    /// header that no other service has.
    func claims(_ request: WireRequest, _ operations: OperationIndex) -> Bool

    /// Which operation is asked for, and with which parameters.
    func read(
        _ request: WireRequest, _ operations: OperationIndex
    ) throws(WireError) -> OperationRequest

    /// A success; nil when its lists make it longer than `limit` bytes, as soon as that is found.
    func answer<Op: Operation>(
        _ operation: Op.Type, _ output: Op.Output, to request: WireRequest, requestID: String,
        limit: Int
    ) -> WireResponse?

    /// A refusal or a failure.
    func answer(
        _ failure: WireFailure, to request: WireRequest, requestID: String
    ) -> WireResponse
}

/// What a request asks for.
package struct OperationRequest: Sendable {
    /// The operation's place among those of the service.
    package let operation: Int
    package let fields: FieldTree
}

/// An error as a service answers it.
package struct WireFailure: Sendable {
    package let error: DeclaredError
    /// The sentence a person reads.
    package let message: String
    /// The details of a refusal, sealed; clients pass over it or hand it on. Nil for none.
    package let encodedMessage: String?
    /// Why a request is not valid, by the model's name for it; nil for the protocol's own.
    package let reason: String?

    package init(
        _ error: DeclaredError, _ message: String, encodedMessage: String? = nil,
        reason: String? = nil
    ) {
        self.error = error
        self.message = message
        self.encodedMessage = encodedMessage
        self.reason = reason
    }
}

extension WireRequest {
    /// - Throws: ``WireError/unsupportedMediaType(expected:)`` unless the body is of a type.
    func check(isOfType type: String) throws(WireError) {
        let sent = headers["content-type"] ?? ""
        if sent.isExactly(type) { return }
        let named = sent.asciiLowercased.parts(at: ";")[0]
        guard named.utf8.filter({ $0 != UInt8(ascii: " ") }).elementsEqual(type.utf8)
        else { throw .unsupportedMediaType(expected: type) }
    }
}

extension WireResponse {
    /// An answer of any protocol.
    static func document(
        _ body: [UInt8], ofType type: String, status: Int, requestID: String
    ) -> WireResponse {
        WireResponse(
            status: status,
            headers: [
                "content-type": type, "x-amzn-requestid": requestID, "cache-control": "no-store",
            ], body: body)
    }
}
