import IAMIdentifiers

/// Reads an XML document with namespaces, in UTF-8 and without a document type: what SAML needs,
/// and nothing that fetches, expands or repeats. It takes a time that grows with the length of the
/// document, and has limits for all else.
///
/// Sources: Extensible Markup Language (XML) 1.0, Namespaces in XML 1.0.
/// <https://www.w3.org/TR/xml/> <https://www.w3.org/TR/xml-names/>
package struct XMLReader {
    private let bytes: [UInt8]
    private var place = 0
    private var elements = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The root element of a document.
    package static func root(of bytes: [UInt8]) throws(XMLError) -> XMLElement {
        guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { throw .byteOrderMark }
        guard let text = String(validating: bytes, as: UTF8.self), !text.hasLongCombiningRun
        else { throw .notUTF8 }
        var reader = XMLReader(bytes)
        return try reader.document()
    }

    private var fault: XMLError { .malformed(offset: place) }

    private mutating func document() throws(XMLError) -> XMLElement {
        if bytes.count > 5, follows("<?xml"), Self.isSpace(bytes[5]) { try declaration() }
        try skipMiscellany()
        let root = try element(depth: 1, in: [ExactText("xml"): Self.xmlNamespace])
        try skipMiscellany()
        guard place == bytes.count else { throw fault }
        return root
    }

    private static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
    private static let xmlnsNamespace = "http://www.w3.org/2000/xmlns/"

    /// `<?xml version="1.0" encoding="UTF-8"?>`. No other encoding is read.
    private mutating func declaration() throws(XMLError) {
        let text = try skip(past: "?>")
        let lowered = String(decoding: text, as: UTF8.self).asciiLowercased
        guard let encoding = lowered.utf8.firstRange(of: Array("encoding".utf8)) else { return }
        let value = lowered.utf8[encoding.upperBound...].filter {
            !Self.isSpace($0) && $0 != UInt8(ascii: "=")
        }
        guard value.starts(with: "\"utf-8\"".utf8) || value.starts(with: "'utf-8'".utf8) else {
            throw .notUTF8
        }
    }

    // MARK: Elements

    private mutating func element(
        depth: Int, in outer: [ExactText: String]
    ) throws(XMLError) -> XMLElement {
        elements += 1
        guard depth <= XMLLimits.depth, elements <= XMLLimits.elements else { throw .tooComplex }
        guard take("<") else { throw fault }
        let name = try qualifiedName()
        let (plain, scope) = try attributes(in: outer)
        var element = XMLElement(
            namespace: try namespace(of: name.prefix, in: scope), name: name.local,
            attributes: try resolved(plain, in: scope))
        if take("/>") { return element }
        guard take(">") else { throw fault }
        try content(of: &element, depth: depth, in: scope)
        let end = try qualifiedName()
        skipSpace()
        guard end.local.isExactly(name.local), end.prefix.isExactly(name.prefix), take(">") else {
            throw fault
        }
        return element
    }

    /// Reads up to and with the `</` that ends the element.
    private mutating func content(
        of element: inout XMLElement, depth: Int, in scope: [ExactText: String]
    ) throws(XMLError) {
        var text: [UInt8] = []
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "<") else {
                try characters(until: UInt8(ascii: "<"), into: &text)
                continue
            }
            if take("</") {
                element.text = String(decoding: text, as: UTF8.self)
                return
            }
            if take("<!--") {
                try skipComment()
            } else if take("<![CDATA[") {
                try rawText(into: &text)
            } else if take("<?") {
                try skipInstruction()
            } else if follows("<!") {
                throw fault
            } else {
                element.elements.append(try self.element(depth: depth + 1, in: scope))
            }
        }
        throw fault
    }

    // MARK: Attributes and namespaces

    private struct Name {
        let prefix: String
        let local: String
    }

    /// The attributes of a start tag, and the namespaces that hold from it on.
    private mutating func attributes(
        in outer: [ExactText: String]
    ) throws(XMLError) -> ([(name: Name, value: String)], [ExactText: String]) {
        var found: [(name: Name, value: String)] = []
        var scope = outer
        var declared: Set<ExactText> = []
        while true {
            let hadSpace = skipSpace()
            if follows(">") || follows("/>") { return (found, scope) }
            guard hadSpace else { throw fault }
            let name = try qualifiedName()
            skipSpace()
            guard take("=") else { throw fault }
            skipSpace()
            let value = try attributeValue()
            if name.prefix.isExactly("xmlns")
                || name.prefix.isEmpty && name.local.isExactly("xmlns")
            {
                let prefix = name.prefix.isEmpty ? "" : name.local
                guard declared.add(prefix), Self.mayDeclare(prefix, value) else { throw fault }
                scope[prefix] = value
            } else {
                found.append((name, value))
            }
            guard found.count <= XMLLimits.attributesOfElement,
                scope.count <= XMLLimits.namespaces
            else { throw .tooComplex }
        }
    }

    private static func mayDeclare(_ prefix: String, _ namespace: String) -> Bool {
        if prefix.isExactly("xml") { return namespace.isExactly(xmlNamespace) }
        return !prefix.isExactly("xmlns") && !namespace.isExactly(xmlNamespace)
            && !namespace.isExactly(xmlnsNamespace) && (prefix.isEmpty || !namespace.isEmpty)
    }

    /// The attributes by their namespaces. None may be there twice.
    private func resolved(
        _ attributes: [(name: Name, value: String)], in scope: [ExactText: String]
    ) throws(XMLError) -> [XMLElement.Attribute] {
        var found: [XMLElement.Attribute] = []
        for (name, value) in attributes {
            let namespace =
                name.prefix.isEmpty ? "" : try namespace(of: name.prefix, in: scope)
            let isThere = found.contains {
                $0.name.isExactly(name.local) && $0.namespace.isExactly(namespace)
            }
            guard !isThere else { throw fault }
            found.append(.init(namespace: namespace, name: name.local, value: value))
        }
        return found
    }

    private func namespace(
        of prefix: String, in scope: [ExactText: String]
    ) throws(XMLError) -> String {
        guard let namespace = scope[prefix] ?? (prefix.isEmpty ? "" : nil) else {
            throw .unknownPrefix(offset: place)
        }
        return namespace
    }

    private mutating func qualifiedName() throws(XMLError) -> Name {
        let start = place
        while place < bytes.count, Self.isNameByte(bytes[place]) { place += 1 }
        let parts = bytes[start..<place].split(
            separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ $0.first.map(Self.beginsName) == true })
        else { throw fault }
        return Name(
            prefix: parts.count == 2 ? String(decoding: parts[0], as: UTF8.self) : "",
            local: String(decoding: parts[parts.count - 1], as: UTF8.self))
    }

    private mutating func attributeValue() throws(XMLError) -> String {
        guard place < bytes.count else { throw fault }
        let quote = bytes[place]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw fault }
        place += 1
        var value: [UInt8] = []
        while place < bytes.count, bytes[place] != quote {
            guard bytes[place] != UInt8(ascii: "<") else { throw fault }
            if Self.isSpace(bytes[place]) {
                // What stands there is a space, whichever space was written.
                if bytes[place...].starts(with: [0x0D, 0x0A]) { place += 1 }
                place += 1
                value.append(UInt8(ascii: " "))
            } else {
                try character(into: &value)
            }
        }
        guard place < bytes.count else { throw fault }
        place += 1
        return String(decoding: value, as: UTF8.self)
    }
}

// MARK: Characters

extension XMLReader {
    /// The text up to the next such byte.
    private mutating func characters(
        until end: UInt8, into text: inout [UInt8]
    ) throws(XMLError) {
        while place < bytes.count, bytes[place] != end {
            guard !follows("]]>") else { throw fault }
            try character(into: &text)
        }
    }

    /// The bytes up to one that means something else than itself, or what a reference stands for.
    private mutating func character(into text: inout [UInt8]) throws(XMLError) {
        let start = place
        while place < bytes.count, Self.isPlain(bytes[place]) { place += 1 }
        if place > start {
            text.append(contentsOf: bytes[start..<place])
        } else if bytes[place] == UInt8(ascii: "&") {
            try reference(into: &text)
        } else {
            let byte = bytes[place]
            // A line ends with a line feed, whichever way it was written.
            if byte == 0x0D, place + 1 < bytes.count, bytes[place + 1] == 0x0A { place += 1 }
            guard byte >= 0x20 || Self.isSpace(byte) else { throw fault }
            text.append(byte == 0x0D ? 0x0A : byte)
            place += 1
        }
    }

    /// Whether a byte stands for itself wherever text is.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "]"),
            UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: " "):
            false
        default: true
        }
    }

    private static let entities: [(name: StaticString, byte: UInt8)] = [
        ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")), ("&amp;", UInt8(ascii: "&")),
        ("&quot;", UInt8(ascii: "\"")), ("&apos;", UInt8(ascii: "'")),
    ]

    /// One of the five entities that need no declaration, or a character by its number.
    private mutating func reference(into text: inout [UInt8]) throws(XMLError) {
        for (name, byte) in Self.entities where follows(name) {
            place += name.utf8CodeUnitCount
            text.append(byte)
            return
        }
        let isHexadecimal = follows("&#x")
        guard take("&#x") || take("&#") else { throw fault }
        let start = place
        while place < bytes.count, place - start < 8, bytes[place] != UInt8(ascii: ";") {
            place += 1
        }
        let digits = String(decoding: bytes[start..<place], as: UTF8.self)
        guard digits.utf8.allSatisfy({ Hexadecimal.value(of: $0) != nil }),
            let number = UInt32(digits, radix: isHexadecimal ? 16 : 10),
            let scalar = Unicode.Scalar(number), Self.isCharacter(scalar), take(";")
        else { throw fault }
        text.append(contentsOf: String(Character(scalar)).utf8)
    }

    /// Text in which nothing but its end means anything.
    private mutating func rawText(into text: inout [UInt8]) throws(XMLError) {
        while !take("]]>") {
            guard place < bytes.count else { throw fault }
            if bytes[place] == UInt8(ascii: "&") {
                text.append(bytes[place])
                place += 1
            } else {
                try character(into: &text)
            }
        }
    }

    private static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
            || [0x09, 0x0A, 0x0D].contains(scalar.value)
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private static func beginsName(_ byte: UInt8) -> Bool {
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte.asciiLowercased
            || byte == UInt8(ascii: "_") || byte >= 0x80
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        beginsName(byte) || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            || byte == UInt8(ascii: ":")
    }
}

// MARK: What is left out

extension XMLReader {
    private func follows(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard place < bytes.count, bytes[place] == text.utf8Start.pointee,
            count <= bytes.count - place
        else { return false }
        return text.withUTF8Buffer { bytes[place..<(place + count)].elementsEqual($0) }
    }

    private mutating func take(_ text: StaticString) -> Bool {
        guard follows(text) else { return false }
        place += text.utf8CodeUnitCount
        return true
    }

    @discardableResult
    private mutating func skipSpace() -> Bool {
        let start = place
        while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
        return place > start
    }

    /// Goes on behind the next such text.
    /// - Returns: what stands before it.
    @discardableResult
    private mutating func skip(past end: StaticString) throws(XMLError) -> ArraySlice<UInt8> {
        let start = place
        while place < bytes.count {
            if take(end) { return bytes[start..<(place - end.utf8CodeUnitCount)] }
            place += 1
        }
        throw fault
    }

    private mutating func skipComment() throws(XMLError) {
        try skip(past: "--")
        guard take(">") else { throw fault }
    }

    private mutating func skipInstruction() throws(XMLError) {
        let text = try skip(past: "?>")
        guard let first = text.first, Self.beginsName(first),
            !String(decoding: text.prefix(3), as: UTF8.self).asciiLowercased.isExactly("xml")
                || text.count > 3 && !Self.isSpace(text[text.startIndex + 3])
        else { throw fault }
    }

    /// White space, comments and instructions around the root element.
    private mutating func skipMiscellany() throws(XMLError) {
        while true {
            skipSpace()
            if take("<!--") {
                try skipComment()
            } else if take("<?") {
                try skipInstruction()
            } else if follows("<!") {
                throw .documentType
            } else {
                return
            }
        }
    }
}
