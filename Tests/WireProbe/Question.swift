import AWSWire
import IAMModel

/// A form to decode as one shape of an operation, and how to write what was understood.
struct Question: Decodable {
    /// `iam`, `sts` or `account`, and `CreateUser`.
    var service: String
    var operation: String
    /// `input` or `output`.
    var shape: String
    var form: String
    /// `xml`, `json` or `audit`.
    var format: String

    struct Answer: Encodable {
        var body: String?
        /// Why the form was refused.
        var code: String?
        var message: String?
    }

    func answer() -> Answer {
        let operations = IAM.operations + STS.operations + AccountManagement.operations
        let known = operations.first {
            $0.facts.service.signingName == service && $0.facts.name == operation
        }
        guard let known else {
            return Answer(code: "InvalidAction", message: operation)
        }
        do throws(WireError) {
            return Answer(body: try body(known))
        } catch {
            return Answer(code: error.code, message: error.message)
        }
    }

    /// An output as the whole answer, an input inside an element or object of its own.
    private func body<Op: Operation>(_ operation: Op.Type) throws(WireError) -> String {
        let form = try QueryForm(parsing: Array(form.utf8))
        guard shape == "input" else {
            let output = try Op.Output(decoding: form)
            guard format != "audit" else { return output.auditJSON }
            let request = WireRequest(
                method: "POST", path: "/",
                headers: format == "json" ? ["Accept": "application/json"] : [:])
            let answer = Op.facts.service.wire.answer(
                operation, output, to: request, requestID: "probe", limit: .max)
            return String(decoding: answer?.body ?? [], as: UTF8.self)
        }
        let input = try Op.input(decoding: FieldTree(form))
        guard format != "audit" else { return input.auditJSON }
        var writer = FieldWriter(format == "json" ? .queryJSON : .xml)
        input.encode(into: &writer)
        let members = String(decoding: writer.bytes, as: UTF8.self)
        return format == "json" ? "{\(members)}" : "<Input>\(members)</Input>"
    }
}
