import IAMIdentifiers

/// JSON both ways, asked for at `/` by POST; the operation's name stands in a header.
///
/// Source: Smithy 2.0, "AWS JSON 1.0 protocol" and "AWS JSON 1.1 protocol".
/// <https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html>
/// <https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html>
package struct AWSJSON: WireProtocol {
    package enum Version: String, Sendable {
        case v1_0 = "1.0"
        case v1_1 = "1.1"
    }

    package let version: Version
    /// What stands before the operation's name, `DynamoDB_20120810`.
    package let targetPrefix: String

    private var contentType: String { "application/x-amz-json-\(version.rawValue)" }

    package init(version: Version, targetPrefix: String) {
        self.version = version
        self.targetPrefix = targetPrefix
    }

    package func claims(_ request: WireRequest, _ operations: OperationIndex) -> Bool {
        request.headers["x-amz-target"]?.begins(with: targetPrefix + ".") == true
    }

    // MARK: Requests

    package func read(
        _ request: WireRequest, _ operations: OperationIndex
    ) throws(WireError) -> OperationRequest {
        guard request.method == "POST", request.path.isExactly("/") else {
            throw .unknownOperation("\(request.method) \(request.path)")
        }
        let targets = request.headers.all("x-amz-target")
        guard targets.count <= 1 else { throw .repeatedField(name: "X-Amz-Target") }
        guard let target = targets.first, target.begins(with: targetPrefix + "."),
            let place = operations.place(
                named: String(
                    decoding: target.utf8.dropFirst(targetPrefix.utf8.count + 1), as: UTF8.self))
        else { throw .unknownOperation(targets.first ?? "without X-Amz-Target") }
        var fields = FieldTree()
        for field in try QueryForm(parsing: request.query.utf8).fields
        where !FieldTree.isOfSignature(field.name) {
            throw .unknownParameter(name: field.name)
        }
        if !request.body.isEmpty {
            try request.check(isOfType: contentType)
            try fields.add(json: request.body)
        }
        return OperationRequest(operation: place, fields: fields)
    }

    // MARK: Answers

    package func answer<Op: Operation>(
        _ operation: Op.Type, _ output: Op.Output, to request: WireRequest, requestID: String,
        limit: Int
    ) -> WireResponse? {
        var writer = FieldWriter(.json, limit: limit)
        writer.object(output.encode(into:))
        guard !writer.isCut else { return nil }
        return .document(writer.bytes, ofType: contentType, status: 200, requestID: requestID)
    }

    /// `{"__type":"ResourceNotFoundException","message":"…"}`.
    package func answer(
        _ failure: WireFailure, to request: WireRequest, requestID: String
    ) -> WireResponse {
        let error = JSONServiceError(failure.error)
        var writer = FieldWriter(.json)
        let isMalformed = error.reason == "cannotParse"
        writer.object { writer in
            writer.string("__type", isMalformed ? "SerializationException" : error.code)
            writer.string("message", failure.message)
            writer.string("encodedMessage", failure.encodedMessage)
        }
        // Every fault of the sender's has this status.
        let status = error.status < 500 ? 400 : error.status
        return .document(
            writer.bytes, ofType: contentType, status: status, requestID: requestID)
    }
}
