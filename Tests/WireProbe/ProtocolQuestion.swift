import AWSWire
import IAMIdentifiers

/// A request to be read as a sample service reads it, or an answer of one to be written.
struct ProtocolQuestion: Decodable {
    /// `samplerest`.
    var sample: String
    /// What a client sends.
    var request: Request?
    /// An operation, and its output as JSON.
    var operation: String?
    var output: String?
    /// An error, by its code.
    var error: String?

    struct Request: Decodable {
        var method: String
        var path: String
        var query: String
        var headers: [String: String]
        /// As base64.
        var body: String
    }

    struct Answer: Encodable {
        /// The operation that was asked for, and its input as JSON.
        var operation: String?
        var input: String?
        /// Why a request was refused.
        var code: String?
        var message: String?
        // An answer.
        var status: Int?
        var headers: [String: String]?
        var body: String?
    }

    private static let samples: [String: [any Operation.Type]] = [
        "samplerest": SampleREST.operations, "samplejson10": SampleJSON10.operations,
        "samplejson11": SampleJSON11.operations,
    ]

    func answer() -> Answer {
        let operations = Self.samples[sample] ?? []
        do throws(WireError) {
            if let request { return try Self.read(request, operations) }
            guard let known = operations.first(where: { $0.facts.name == operation }) else {
                throw .unknownOperation(operation ?? "")
            }
            return try written(known)
        } catch {
            return Answer(code: error.code, message: error.message)
        }
    }

    private static func read(
        _ request: Request, _ operations: [any Operation.Type]
    ) throws(WireError) -> Answer {
        var read = WireRequest(
            method: request.method, path: request.path, query: request.query,
            body: Base64.standard.decoded(request.body) ?? [])
        for (name, value) in request.headers { read.headers.add(name, value) }
        let index = OperationIndex(operations.map { $0.facts })
        let asked = try index.operations[0].service.wire.read(read, index)
        return try input(operations[asked.operation], asked.fields)
    }

    private static func input<Op: Operation>(
        _: Op.Type, _ fields: FieldTree
    ) throws(WireError) -> Answer {
        let input = try Op.Input(decoding: fields)
        return Answer(
            operation: Op.facts.name, input: String(decoding: input.json, as: UTF8.self))
    }

    private func written<Op: Operation>(_ operation: Op.Type) throws(WireError) -> Answer {
        let request = WireRequest(method: "POST", path: "/")
        let wire = Op.facts.service.wire
        if let error {
            let declared = Op.facts.errors.first { $0.code == error }
            return answer(
                wire.answer(
                    WireFailure(
                        declared ?? DeclaredError(code: error, status: 400, isSender: true),
                        "it is <so>"), to: request, requestID: "probe"))
        }
        let output = try Op.Output(decoding: FieldTree(json: Array((output ?? "").utf8)))
        return answer(wire.answer(operation, output, to: request, requestID: "probe", limit: .max))
    }

    private func answer(_ response: WireResponse?) -> Answer {
        let headers = (response?.headers.fields ?? []).map { ($0.name, $0.value) }
        return Answer(
            status: response?.status, headers: Dictionary(uniqueKeysWithValues: headers),
            body: response.map { String(decoding: $0.body, as: UTF8.self) })
    }
}
