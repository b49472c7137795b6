/// The bodies of answers, as AWS's query services write them.
package enum ResponseDocument {
    /// What the caller asked for by `Accept`; XML unless it was `application/json`.
    package enum Format: Sendable {
        case xml
        case json

        package var contentType: String {
            switch self {
            case .xml: "text/xml"
            case .json: "application/json"
            }
        }
    }

    /// A success in either format.
    package static func body<Op: Operation>(
        for operation: Op.Type, _ output: Op.Output, requestID: String, format: Format
    ) -> [UInt8] {
        switch format {
        case .xml: xml(for: operation, output, requestID: requestID)
        case .json: json(for: operation, output, requestID: requestID)
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

    /// An error: `<ErrorResponse><Error><Type>Sender</Type><Code>…` or the same as JSON.
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
        case .json: writer.object(members)
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
