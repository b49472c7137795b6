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
        if let tree = try? FieldTree(json: bytes) { return broken(by: tree) }
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
        return broken(by: FieldTree(form))
    }

    private static func broken(by tree: FieldTree) -> String? {
        broken(by: IAM.CreateUser.Input.self, tree)
            ?? broken(by: IAM.SimulateCustomPolicy.Input.self, tree)
            ?? broken(by: IAM.UpdateAccountPasswordPolicy.Input.self, tree)
    }

    /// A shape that is read without an error has an audit record that is JSON, and is read from its
    /// own JSON as it is.
    private static func broken<Shape: WireShape>(by _: Shape.Type, _ tree: FieldTree) -> String? {
        guard let shape = try? Shape(decoding: tree) else { return nil }
        guard (try? JSONReader.read(Array(shape.auditJSON.utf8))) != nil else {
            return "the record of \(Shape.self) is JSON"
        }
        return (try? Shape(decoding: FieldTree(json: shape.json))) == shape
            ? nil : "\(Shape.self) is read again as it was written"
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "%0\(digits)" : "%\(digits)"
        }.joined()
    }
}
