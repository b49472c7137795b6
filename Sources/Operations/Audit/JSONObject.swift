import AWSWire
import IAMIdentifiers

/// A JSON object under construction; members keep the order they came in.
package struct JSONObject {
    /// The members, with commas between them.
    private var inside: [UInt8] = []

    package init() {}

    /// The members of an object that was written already, or none for `null`.
    init(of json: String) {
        guard json.begins(with: "{") else { return }
        inside = Array(json.utf8.dropFirst().dropLast())
    }

    /// Adds a string; nil adds nothing.
    package mutating func string(_ name: String, _ value: String?) {
        guard let value else { return }
        begin(name)
        JSONText.append(value, to: &inside)
    }

    /// Adds a value that is JSON already; nil adds nothing.
    package mutating func json(_ name: String, _ value: String?) {
        guard let value else { return }
        begin(name)
        inside.append(value)
    }

    private mutating func begin(_ name: String) {
        if !inside.isEmpty { inside.append(UInt8(ascii: ",")) }
        JSONText.append(name, to: &inside)
        inside.append(UInt8(ascii: ":"))
    }

    package var text: String {
        String(unsafeUninitializedCapacity: inside.count + 2) { text in
            text[0] = UInt8(ascii: "{")
            _ = text[1...].update(fromContentsOf: inside)
            text[inside.count + 1] = UInt8(ascii: "}")
            return inside.count + 2
        }
    }
}
