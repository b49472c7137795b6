/// The bodies of answers, as AWS's services write them.
package enum ResponseDocument {
    package enum Format: Sendable {
        /// Of a query service, unless the caller asked otherwise.
        case xml
        /// Of a query service, to `Accept: application/json`.
        case json
        /// Of a REST service.
        case restJSON

        package var contentType: String {
            switch self {
            case .xml: "text/xml"
            case .json, .restJSON: "application/json"
            }
        }
    }

    /// A success. As XML it is `<CreateUserResponse xmlns="…"><CreateUserResult>…`, as JSON
    /// `{"CreateUserResponse":{"CreateUserResult":{…},…}}`, both with the request's ID, and both
    /// without a result for an operation that answers nothing. Of a REST service it is the output
    /// alone, `{"findings":[…]}`; the request's ID goes with the headers.
    package static func body<Op: Operation>(
        for operation: Op.Type, _ output: Op.Output, requestID: String, format: Format
    ) -> [UInt8] {
        writer(for: operation, output, requestID, format, limit: .max).bytes
    }

    /// A success, unless its lists make it longer than `limit` bytes; then nil, as soon as that is
    /// found.
    package static func body<Op: Operation>(
        for operation: Op.Type, _ output: Op.Output, requestID: String, format: Format,
        unlessLongerThan limit: Int
    ) -> [UInt8]? {
        let writer = writer(for: operation, output, requestID, format, limit: limit)
        return writer.isCut ? nil : writer.bytes
    }

    private static func writer<Op: Operation>(
        for operation: Op.Type, _ output: Op.Output, _ requestID: String, _ format: Format,
        limit: Int
    ) -> FieldWriter {
        let root = "\(Op.facts.name)Response"
        var writer = FieldWriter(FieldWriter.Format(format), limit: limit)
        switch format {
        case .xml:
            writer.raw("<\(root) xmlns=\"\(Op.facts.service.xmlNamespace)\">")
            content(of: operation, output, requestID, into: &writer)
            writer.raw("</\(root)>")
        case .json:
            writer.object { writer in
                writer.element(root) { writer in
                    writer.object { content(of: operation, output, requestID, into: &$0) }
                }
            }
        case .restJSON: writer.object(output.encode(into:))
        }
        return writer
    }

    /// What a REST service would answer with `output`.
    package static func restJSON(_ output: some WireShape) -> [UInt8] {
        var writer = FieldWriter(.restJSON)
        writer.object(output.encode(into:))
        return writer.bytes
    }

    /// An error of a REST service: `{"message":"…"}`. Its code goes with the headers.
    /// - Parameters:
    ///   - reason: of a ValidationException, why the request is not valid; nil of another error.
    ///   - encodedMessage: the details of a refusal; nil for none.
    package static func restError(
        message: String, reason: String? = nil, encodedMessage: String? = nil
    ) -> [UInt8] {
        var writer = FieldWriter(.restJSON)
        writer.object { writer in
            writer.string("message", message)
            writer.string("reason", reason)
            writer.string("encodedMessage", encodedMessage)
        }
        return writer.bytes
    }

    /// An error of a query service: `<ErrorResponse><Error><Type>Sender</Type><Code>…` or the same
    /// as JSON.
    /// - Parameters:
    ///   - isSender: whether the caller is at fault, or the service.
    ///   - encodedMessage: the details of a refusal, in an element of its own that clients pass
    ///     over or hand on; nil for none.
    package static func error(
        service: ServiceFacts, code: String, message: String, isSender: Bool, requestID: String,
        encodedMessage: String? = nil, format: Format
    ) -> [UInt8] {
        var writer = FieldWriter(format == .xml ? .xml : .json)
        func members(_ writer: inout FieldWriter) {
            writer.element("Error") { writer in
                writer.object { writer in
                    writer.string("Type", isSender ? "Sender" : "Receiver")
                    writer.string("Code", code)
                    writer.string("Message", message)
                    if let encodedMessage { writer.string("EncodedMessage", encodedMessage) }
                }
            }
            writer.string("RequestId", requestID)
        }
        switch format {
        case .xml:
            writer.raw("<ErrorResponse xmlns=\"\(service.xmlNamespace)\">")
            members(&writer)
            writer.raw("</ErrorResponse>")
        case .json, .restJSON: writer.object(members)
        }
        return writer.bytes
    }

    private static func content<Op: Operation>(
        of operation: Op.Type, _ output: Op.Output, _ requestID: String,
        into writer: inout FieldWriter
    ) {
        if let wrapper = Op.facts.resultWrapper {
            writer.structure(wrapper, output)
        }
        writer.element("ResponseMetadata") { writer in
            writer.object { $0.string("RequestId", requestID) }
        }
    }
}

extension FieldWriter.Format {
    fileprivate init(_ format: ResponseDocument.Format) {
        switch format {
        case .xml: self = .xml
        case .json: self = .json
        case .restJSON: self = .restJSON
        }
    }
}
