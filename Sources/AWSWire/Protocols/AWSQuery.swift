import IAMIdentifiers

/// The query protocol: a form with the operation's name in it, asked for at `/`, and an answer in
/// XML or, for `Accept: application/json`, JSON.
///
/// Source: Smithy 2.0, "AWS query protocol".
/// <https://smithy.io/2.0/aws/protocols/aws-query-protocol.html>
package struct AWSQuery: WireProtocol {
    /// The value of `Version`, `2010-05-08`.
    package let version: String
    /// The namespace of every XML answer.
    package let xmlNamespace: String

    package enum Format: Sendable {
        case xml
        case json

        var contentType: String {
            switch self {
            case .xml: "text/xml"
            case .json: "application/json"
            }
        }

        fileprivate var writer: FieldWriter.Format {
            switch self {
            case .xml: .xml
            case .json: .queryJSON
            }
        }

        fileprivate init(for request: WireRequest) {
            let accepted = request.headers["accept"]?.asciiLowercased
            self = accepted?.contains("application/json") == true ? .json : .xml
        }
    }

    package init(version: String, xmlNamespace: String) {
        self.version = version
        self.xmlNamespace = xmlNamespace
    }

    /// Every service may have what is asked for at `/`.
    package func claims(_ request: WireRequest, _ operations: OperationIndex) -> Bool { false }

    // MARK: Requests

    package func read(
        _ request: WireRequest, _ operations: OperationIndex
    ) throws(WireError) -> OperationRequest {
        guard request.path.isExactly("/") else {
            throw .unknownOperation("\(request.method) \(request.path)")
        }
        let form = try Self.form(of: request)
        guard let action = form["Action"] else { throw .missingAction }
        let version = form["Version"] ?? "NO_VERSION_SPECIFIED"
        guard version.isExactly(self.version), let place = operations.place(named: action) else {
            throw .unknownOperation("\(action) for version \(version)")
        }
        return OperationRequest(operation: place, fields: FieldTree(form))
    }

    /// The parameters: of the body for POST, of the query string for GET and for a POST without a
    /// body, which is what SDKs presign.
    private static func form(of request: WireRequest) throws(WireError) -> QueryForm {
        guard request.method == "POST", !request.body.isEmpty else {
            return try QueryForm(parsing: request.query.utf8)
        }
        try request.check(isOfType: "application/x-www-form-urlencoded")
        return try QueryForm(parsing: request.body)
    }

    // MARK: Answers

    package func answer<Op: Operation>(
        _ operation: Op.Type, _ output: Op.Output, to request: WireRequest, requestID: String,
        limit: Int
    ) -> WireResponse? {
        let format = Format(for: request)
        return body(of: operation, output, requestID: requestID, format, limit: limit).map {
            .document($0, ofType: format.contentType, status: 200, requestID: requestID)
        }
    }

    /// `<CreateUserResponse xmlns="…"><CreateUserResult>…`, or as JSON
    /// `{"CreateUserResponse":{"CreateUserResult":{…},…}}`: both with the request's ID, and both
    /// without a result for an operation that answers nothing. Nil when it is longer than `limit`.
    package func body<Op: Operation>(
        of operation: Op.Type, _ output: Op.Output, requestID: String, _ format: Format,
        limit: Int = .max
    ) -> [UInt8]? {
        let root = "\(Op.facts.name)Response"
        var writer = FieldWriter(format.writer, limit: limit)
        func content(_ writer: inout FieldWriter) {
            if let wrapper = Op.facts.resultWrapper {
                writer.structure(wrapper, output)
            }
            writer.element("ResponseMetadata") { writer in
                writer.object { $0.string("RequestId", requestID) }
            }
        }
        document(root, into: &writer) { writer in
            if format == .xml { return content(&writer) }
            writer.element(root) { $0.object(content) }
        }
        return writer.isCut ? nil : writer.bytes
    }

    /// `<ErrorResponse><Error><Type>Sender</Type><Code>…`, or the same as JSON.
    package func answer(
        _ failure: WireFailure, to request: WireRequest, requestID: String
    ) -> WireResponse {
        let format = Format(for: request)
        var writer = FieldWriter(format.writer)
        document("ErrorResponse", into: &writer) { writer in
            writer.element("Error") { writer in
                writer.object { writer in
                    writer.string("Type", failure.error.isSender ? "Sender" : "Receiver")
                    writer.string("Code", failure.error.code)
                    writer.string("Message", failure.message)
                    if let details = failure.encodedMessage {
                        writer.string("EncodedMessage", details)
                    }
                }
            }
            writer.string("RequestId", requestID)
        }
        return .document(
            writer.bytes, ofType: format.contentType, status: failure.error.status,
            requestID: requestID)
    }

    /// An element that holds the whole, or an object.
    private func document(
        _ root: String, into writer: inout FieldWriter, _ content: (inout FieldWriter) -> Void
    ) {
        guard writer.format == .xml else { return writer.object(content) }
        writer.raw("<\(root) xmlns=\"\(xmlNamespace)\">")
        content(&writer)
        writer.raw("</\(root)>")
    }
}
