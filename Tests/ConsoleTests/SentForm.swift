import Testing

@testable import Console

/// What a browser sends of the boxes in a piece of a page, if nobody touches them.
struct SentForm {
    private(set) var fields: [(String, String)] = []

    init(of markup: String) {
        for box in markup.matches(of: /<input ([^>]*)>|<textarea ([^>]*)>\n([^<]*)<\/textarea>/) {
            let attributes = String(box.1 ?? box.2 ?? "")
            guard let name = Self.value("name", attributes) else { continue }
            if let text = box.3 {
                fields.append((name, Browser.unescaped(text)))
                continue
            }
            let isBoxToTick = ["checkbox", "radio"].contains(Self.value("type", attributes) ?? "")
            guard !isBoxToTick || attributes.contains(" checked") else { continue }
            fields.append((name, Self.value("value", attributes) ?? ""))
        }
    }

    private static func value(_ name: String, _ attributes: String) -> String? {
        attributes.firstRange(of: "\(name)=\"").map { range in
            Browser.unescaped(attributes[range.upperBound...].prefix { $0 != "\"" })
        }
    }

    /// Puts a value in the place of what a box said.
    mutating func fill(_ name: String, _ values: String...) { fill(name, values) }

    mutating func fill(_ name: String, _ values: [String]) {
        let place = fields.firstIndex { $0.0 == name } ?? fields.endIndex
        fields.removeAll { $0.0 == name }
        fields.insert(contentsOf: values.map { (name, $0) }, at: min(place, fields.endIndex))
    }

    /// As the server reads it, if a button is pressed: ends of lines are changed on the way.
    func pressed(_ step: PolicyStep? = nil) throws -> FormFields {
        let all = fields + (step.map { [(PolicyStep.field, $0.value)] } ?? [])
        let body = all.map { name, value in
            let lines = value.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n")
            return "\(PercentCoding.encode(name))=\(PercentCoding.encode(lines))"
        }
        return try #require(FormFields(encoded: body.joined(separator: "&")))
    }
}
