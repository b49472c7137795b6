import IAMIdentifiers

/// REST with JSON: a method and a path for each operation, parameters in the path, the query
/// string, headers and the body, and JSON out. An error's name goes with the headers.
///
/// A member is read from wherever it stands, and stands once.
///
/// Source: Smithy 2.0, "AWS restJson1 protocol".
/// <https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html>
package struct RESTJSON: WireProtocol {
    private static let contentType = "application/json"
    /// What the service calls a request that was one too many.
    private let throttling: String

    package init(throttling: String = "ThrottlingException") { self.throttling = throttling }

    package func claims(_ request: WireRequest, _ operations: OperationIndex) -> Bool {
        !request.path.isExactly("/") && operations.hasRoute(to: request.path)
    }

    // MARK: Requests

    package func read(
        _ request: WireRequest, _ operations: OperationIndex
    ) throws(WireError) -> OperationRequest {
        guard let (place, labels) = operations.route(request.method, request.path) else {
            throw .unknownOperation("\(request.method) \(request.path)")
        }
        let bindings = operations.operations[place].inputBindings
        func binding(_ place: MemberBinding.Place, _ name: String) -> MemberBinding? {
            bindings.first { $0.place == place && $0.name.isExactly(name) }
        }
        var fields = FieldTree()
        for label in labels {
            try fields.add(
                Self.decoded(label.value), named: binding(.label, label.name)?.member ?? label.name)
        }
        let lists = bindings.filter { $0.place == .queryList }
        let (form, repeated) = try QueryForm.parsing(
            request.query.utf8, repeating: lists.map(\.name))
        for field in form.fields where !FieldTree.isOfSignature(field.name) {
            try fields.add(
                field.value, named: binding(.query, field.name)?.member ?? field.name)
        }
        for list in lists {
            let values = repeated.filter { $0.name.isExactly(list.name) }.map(\.value)
            if !values.isEmpty { try fields.add(values, named: list.member) }
        }
        for header in bindings where header.place == .header {
            let values = request.headers.all(header.name.asciiLowercased)
            guard values.count <= 1 else { throw .repeatedField(name: header.name) }
            guard let value = values.first else { continue }
            guard !value.hasLongCombiningRun else { throw .tooManyMarks }
            try fields.add(value, named: header.member)
        }
        if !request.body.isEmpty {
            try request.check(isOfType: Self.contentType)
            let payload = bindings.first { $0.place == .payload }
            try fields.add(json: request.body, as: payload?.member)
        }
        return OperationRequest(operation: place, fields: fields)
    }

    private static func decoded(_ segment: String) throws(WireError) -> String {
        guard let bytes = PercentEncoding.decoded(segment.utf8) else { throw .badPercentEncoding }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .invalidUTF8 }
        guard !text.hasLongCombiningRun else { throw .tooManyMarks }
        return text
    }

    // MARK: Answers

    package func answer<Op: Operation>(
        _ operation: Op.Type, _ output: Op.Output, to request: WireRequest, requestID: String,
        limit: Int
    ) -> WireResponse? {
        let bindings = Op.facts.outputBindings
        var writer = FieldWriter(.json, binding: bindings, limit: limit)
        if bindings.contains(where: { $0.place == .payload }) {
            output.encode(into: &writer)
        } else {
            writer.object(output.encode(into:))
        }
        guard !writer.isCut else { return nil }
        let status = writer.status ?? Op.facts.status
        var response = WireResponse.document(
            status == 204 ? [] : writer.bytes, ofType: Self.contentType, status: status,
            requestID: requestID)
        for header in writer.headers { response.headers.add(header.name, header.value) }
        return response
    }

    /// `{"message":"…"}`, and the error's name in `x-amzn-errortype`.
    package func answer(
        _ failure: WireFailure, to request: WireRequest, requestID: String
    ) -> WireResponse {
        let error = JSONServiceError(failure.error, throttling: throttling)
        var writer = FieldWriter(.json)
        writer.object { writer in
            writer.string("message", failure.message)
            writer.string("reason", failure.reason ?? error.reason)
            writer.string("encodedMessage", failure.encodedMessage)
        }
        var response = WireResponse.document(
            writer.bytes, ofType: Self.contentType, status: error.status, requestID: requestID)
        response.headers.add("x-amzn-errortype", error.code)
        return response
    }
}
