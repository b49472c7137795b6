import AWSWire
import IAMIdentifiers
import IAMModel
package import Operations

/// How an operation answered a request that named it.
package struct TestAnswer: Sendable {
    /// Why it was refused; nil when it was not.
    package let error: IAMError?
    /// The XML document of a success; empty for an error.
    package let document: String
}

extension TestService {
    /// Runs the operation of this name with the parameters of an awsQuery request, as a client
    /// would send them.
    package func call(
        _ operation: String, _ parameters: [String: String] = [:], as caller: Caller
    ) async throws -> TestAnswer {
        guard let handler = AWSService.all.handlers.first(where: { $0.name == operation }) else {
            throw TestError.noSuchOperation(operation)
        }
        return await answer(handler, parameters, as: caller)
    }

    private func answer<Op: Handler>(
        _: Op.Type, _ parameters: [String: String], as caller: Caller
    ) async -> TestAnswer {
        let facts = facts()
        do {
            let form = try QueryForm(parsing: Self.form(parameters))
            let input = try Op.input(decoding: FieldTree(form))
            let output = try await pipeline.run(Op.self, input, as: caller, facts)
            // Of a service that speaks JSON, too: tests read one kind of document.
            let query = Op.facts.service.wire as? AWSQuery
            let xml = (query ?? AWSQuery(version: "", xmlNamespace: "")).body(
                of: Op.self, output, requestID: facts.requestID, .xml)
            return TestAnswer(error: nil, document: String(decoding: xml ?? [], as: UTF8.self))
        } catch {
            return TestAnswer(error: IAMError(rejecting: error), document: "")
        }
    }

    /// The parameters as the body of a form, by name.
    package static func form(_ parameters: [String: String]) -> [UInt8] {
        let pairs = parameters.sorted { $0.key < $1.key }.map { name, value in
            "\(PercentEncoding.encode(name))=\(PercentEncoding.encode(value))"
        }
        return Array(pairs.joined(separator: "&").utf8)
    }
}
