import AWSWire
import IAMIdentifiers

/// A JSON object under construction; members keep the order they came in.
package struct JSONObject {
    private var members: [String] = []

    package init() {}

    /// The members of an object that was written already, or none for `null`.
    init(of json: String) {
        let inside = json.utf8.dropFirst().dropLast()
        guard json.begins(with: "{"), !inside.isEmpty else { return }
        members = [String(decoding: inside, as: UTF8.self)]
    }

    /// Adds a string; nil adds nothing.
    package mutating func string(_ name: String, _ value: String?) {
        json(name, value.map { JSONText.quoted($0) })
    }

    /// Adds a value that is JSON already; nil adds nothing.
    package mutating func json(_ name: String, _ value: String?) {
        guard let value else { return }
        members.append("\(JSONText.quoted(name)):\(value)")
    }

    package var text: String { "{\(members.joined(separator: ","))}" }
}
