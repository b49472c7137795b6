import IAMIdentifiers
import StrictJSON

/// A policy document as its statements and the text around them. A change writes one statement
/// anew; every other byte of the document stays as it is.
struct VisualPolicy {
    struct Part {
        /// Where in the text it stands.
        let range: Range<Int>
        /// As JSON, whole.
        let text: String
        /// The line on which it begins, counted from 1.
        let line: Int
        /// Nil for what boxes cannot say.
        let statement: VisualStatement?
        let node: JSONNode
    }

    /// The longest document that is edited by boxes, in bytes, and the most statements.
    static let longest = (bytes: 32_768, statements: 100)

    let parts: [Part]
    private let bytes: [UInt8]
    /// Where the value of `Statement` stands.
    private let place: Range<Int>
    private let isList: Bool
    private let layout: JSONLayout

    /// Nil for a text that is no JSON, has no statements or is longer than ``longest``.
    init?(_ document: String) {
        let bytes = Array(document.utf8)
        guard bytes.count <= Self.longest.bytes, let node = try? JSONReader.read(bytes),
            let statements = node.members?["Statement"]
        else { return nil }
        let nodes: [JSONNode]
        switch statements.content {
        case .array(let elements): (nodes, isList) = (elements, true)
        case .object: (nodes, isList) = ([statements], false)
        default: return nil
        }
        guard nodes.count <= Self.longest.statements else { return nil }
        parts = nodes.map { node in
            Part(
                range: node.range, text: String(decoding: bytes[node.range], as: UTF8.self),
                line: 1 + bytes[..<node.range.lowerBound].count { $0 == UInt8(ascii: "\n") },
                statement: VisualStatement(node), node: node)
        }
        place = statements.range
        layout = JSONLayout(of: bytes)
        self.bytes = bytes
    }

    /// The document with a statement that says something else, or as it is if it says the same.
    func replacing(_ index: Int, with statement: VisualStatement) -> String {
        let part = parts[index]
        guard let former = part.statement, !statement.isSame(as: former) else { return text }
        let margin = layout.margin(at: part.range.lowerBound, in: bytes)
        return text(
            replacing: part.range,
            with: statement.text(keeping: part.node, of: former, in: bytes, layout, margin))
    }

    func adding(_ statement: VisualStatement) -> String {
        let margin = layout.margin(at: place.lowerBound, in: bytes)
        let inner = margin + layout.unit
        guard isList, let last = parts.last else {
            let former = parts.first.map { $0.text + "," + layout.gap(inner) } ?? ""
            let new = statement.text(layout, inner)
            return text(
                replacing: place,
                with: "[\(layout.lineEnd(inner))\(former)\(new)\(layout.lineEnd(margin))]")
        }
        let beside = layout.margin(at: last.range.lowerBound, in: bytes)
        return text(
            replacing: last.range.upperBound..<last.range.upperBound,
            with: "," + layout.gap(beside) + statement.text(layout, beside))
    }

    /// The document without a statement, and without the comma that parted it from its neighbour.
    func removing(_ index: Int) -> String {
        guard isList, parts.count > 1 else { return text(replacing: place, with: "[]") }
        let range =
            index + 1 < parts.count
            ? parts[index].range.lowerBound..<parts[index + 1].range.lowerBound
            : parts[index - 1].range.upperBound..<parts[index].range.upperBound
        return text(replacing: range, with: "")
    }

    private var text: String { String(decoding: bytes, as: UTF8.self) }

    private func text(replacing range: Range<Int>, with new: String) -> String {
        String(
            decoding: bytes[..<range.lowerBound] + Array(new.utf8) + bytes[range.upperBound...],
            as: UTF8.self)
    }
}

/// How a document is laid out: what is written into it is laid out alike.
struct JSONLayout {
    /// What a level is indented by; empty for a document of one line.
    let unit: String
    private let isOneLine: Bool

    init(of bytes: [UInt8]) {
        isOneLine = !bytes.contains(UInt8(ascii: "\n"))
        var unit = isOneLine ? "" : "  "
        if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
            let spaces = bytes[(end + 1)...].prefix { $0 == 0x20 || $0 == 0x09 }
            if !spaces.isEmpty, spaces.count <= 8 { unit = String(decoding: spaces, as: UTF8.self) }
        }
        self.unit = unit
    }

    /// What the line of a place begins with.
    func margin(at offset: Int, in bytes: [UInt8]) -> String {
        guard !isOneLine else { return "" }
        let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return String(
            decoding: bytes[start..<offset].prefix { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
    }

    /// Between the comma of a list or an object and what follows.
    func gap(_ margin: String) -> String { isOneLine ? " " : "\n" + margin }

    /// Behind an opening bracket and before a closing one.
    func lineEnd(_ margin: String) -> String { isOneLine ? "" : "\n" + margin }

    func list(_ items: [String], _ margin: String) -> String {
        enclosed(items, "[", "]", margin)
    }

    /// - Parameter members: with their names.
    func object(_ members: [String], _ margin: String) -> String {
        enclosed(members, "{", "}", margin)
    }

    private func enclosed(
        _ items: [String], _ open: String, _ close: String, _ margin: String
    ) -> String {
        guard !items.isEmpty else { return open + close }
        let inner = margin + unit
        return open + lineEnd(inner) + items.joined(separator: "," + gap(inner))
            + lineEnd(margin) + close
    }
}
