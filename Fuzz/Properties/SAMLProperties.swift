import Credentials

/// What holds of any bytes that are given to the reader of XML, which reads SAML's documents.
package enum SAMLProperties {
    /// The property that the bytes break, or nil.
    package static func broken(by bytes: [UInt8]) -> String? {
        guard let root = try? XMLReader.root(of: bytes) else { return nil }
        guard depth(root) <= 64 else { return "elements are not nested too deep" }
        let text = written(root)
        guard let again = try? XMLReader.root(of: text) else { return "what is written is read" }
        guard written(again) == text else { return "what was written is read as it was meant" }
        // A comment in front of everything in the text changes nothing of it.
        guard let commented = try? XMLReader.root(of: written(root, comment: "<!-- -->")),
            written(commented) == text
        else { return "comments are no part of a text" }
        return nil
    }

    private static func depth(_ element: XMLElement) -> Int {
        1 + (element.elements.map(depth).max() ?? 0)
    }

    /// An element with its namespaces declared at each element anew, and its text first.
    private static func written(_ element: XMLElement, comment: String = "") -> [UInt8] {
        var bytes: [UInt8] = []
        write(element, comment, to: &bytes)
        return bytes
    }

    private static func write(
        _ element: XMLElement, _ comment: String, to bytes: inout [UInt8]
    ) {
        // The namespace of XML itself has its prefix and no other.
        let isOfXML = element.namespace.utf8.elementsEqual(xml.utf8)
        let name = (isOfXML ? "xml:" : "") + element.name
        bytes += "<\(name) xmlns=\"".utf8
        escape(isOfXML ? "" : element.namespace, to: &bytes)
        bytes += "\"".utf8
        for (number, attribute) in element.attributes.enumerated() {
            if attribute.namespace.isEmpty {
                bytes += " \(attribute.name)=\"".utf8
            } else if attribute.namespace.utf8.elementsEqual(xml.utf8) {
                bytes += " xml:\(attribute.name)=\"".utf8
            } else {
                bytes += " xmlns:n\(number)=\"".utf8
                escape(attribute.namespace, to: &bytes)
                bytes += "\" n\(number):\(attribute.name)=\"".utf8
            }
            escape(attribute.value, to: &bytes)
            bytes += "\"".utf8
        }
        bytes += ">".utf8
        bytes += comment.utf8
        escape(element.text, to: &bytes)
        bytes += comment.utf8
        for child in element.elements { write(child, comment, to: &bytes) }
        bytes += "</\(name)>".utf8
    }

    private static let xml = "http://www.w3.org/XML/1998/namespace"

    private static func escape(_ text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""),
                UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                bytes += "&#\(byte);".utf8
            default: bytes.append(byte)
            }
        }
    }
}
