import AWSWire
import IAMModel
import StrictJSON

/// What holds of any bytes that come as the parameters of a request.
package enum QueryProperties {
    /// The property that the bytes break, or nil.
    package static func broken(by bytes: [UInt8]) -> String? {
        if let form = try? QueryForm(parsing: bytes) {
            if let property = broken(by: form, "as a form") { return property }
        }
        if let form = try? QueryForm(json: bytes, query: "a=1".utf8) {
            if let property = broken(by: form, "as JSON") { return property }
        }
        return nil
    }

    private static func broken(by form: QueryForm, _ source: String) -> String? {
        guard form.fields.count <= QueryForm.maximumFields,
            form.fields.allSatisfy({ $0.name.utf8.count <= QueryForm.maximumNameBytes })
        else { return "\(source), the limits hold" }
        for field in form.fields where form[field.name] != field.value {
            return "\(source), a parameter is found under its name"
        }
        let pairs = form.fields.map { "\(encoded($0.name))=\(encoded($0.value))" }
        guard let again = try? QueryForm(parsing: pairs.joined(separator: "&").utf8),
            again == form
        else { return "\(source), parameters are read again as they were written" }
        return broken(by: IAM.CreateUser.Input.self, form)
            ?? broken(by: IAM.SimulateCustomPolicy.Input.self, form)
            ?? broken(by: IAM.UpdateAccountPasswordPolicy.Input.self, form)
    }

    /// A shape that is read without an error has an audit record that is JSON.
    private static func broken<Shape: WireShape>(by _: Shape.Type, _ form: QueryForm) -> String? {
        guard let shape = try? Shape(decoding: form) else { return nil }
        return (try? JSONReader.read(Array(shape.auditJSON.utf8))) == nil
            ? "the record of \(Shape.self) is JSON" : nil
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "%0\(digits)" : "%\(digits)"
        }.joined()
    }
}
