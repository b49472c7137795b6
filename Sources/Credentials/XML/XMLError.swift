/// Why bytes are not an XML document that is read here.
package enum XMLError: Error, Equatable {
    case notUTF8
    /// The document begins with a byte order mark.
    case byteOrderMark
    /// A document type, of which entities and worse could come.
    case documentType
    /// Something that the grammar of XML does not have there.
    case malformed(offset: Int)
    /// A prefix that no declaration names.
    case unknownPrefix(offset: Int)
    /// More elements, depth, attributes or namespaces than ``XMLLimits`` allow.
    case tooComplex
}

/// How much of what one document may have.
enum XMLLimits {
    static let depth = 64
    static let elements = 200_000
    static let attributesOfElement = 64
    static let namespaces = 64
}
