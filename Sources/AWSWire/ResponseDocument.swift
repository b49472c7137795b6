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

    /// A success in any format.
    package static func body<Op: Operation>(
        for operation: Op.Type, _ output: Op.Output, requestID: String, format: Format
    ) -> [UInt8] {
        switch format {
        case .xml: xml(for: operation, output, requestID: requestID)
        case .json: json(for: operation, output, requestID: requestID)
        case .restJSON: restJSON(output)
        }
    }

    /// `<CreateUserResponse xmlns="…"><CreateUserResult>…</CreateUserResult>` and the request's ID.
    /// An operation that answers nothing has no result element.
    package static func xml<Op: Operation>(
        for operation: Op.Type, _ output: Op.Output, requestID: String
    ) -> [UInt8] {
        let root = "\(Op.facts.name)Response"
        var writer = FieldWriter(.xml)
        writer.raw("<\(root) xmlns=\"\(Op.facts.service.xmlNamespace)\">")
        content(of: operation, output, requestID, into: &writer)
        writer.raw("</\(root)>")
        return writer.bytes
    }

    /// `{"CreateUserResponse":{"CreateUserResult":{…},"ResponseMetadata":{"RequestId":"…"}}}`.
    package static func json<Op: Operation>(
        for operation: Op.Type, _ output: Op.Output, requestID: String
    ) -> [UInt8] {
        var writer = FieldWriter(.json)
        writer.object { writer in
            writer.element("\(Op.facts.name)Response") { writer in
                writer.object { content(of: operation, output, requestID, into: &$0) }
            }
        }
        return writer.bytes
    }

    /// `{"findings":[…]}`: the output alone. The request's ID goes with the headers.
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
