import IAMIdentifiers

/// The parameters of a request: the decoded pairs of an `application/x-www-form-urlencoded` body or
/// of a query string, in the order they were sent, each name once.
package struct QueryForm: Sendable, Equatable {
    package struct Field: Sendable, Equatable {
        package var name: String
        package var value: String
    }

    /// More parameters than any real request has; a list of 50 tags takes 100.
    package static let maximumFields = 2_000
    /// The longest real name, a value in a list in a list, has under 60 bytes.
    package static let maximumNameBytes = 256

    package private(set) var fields: [Field]
    private var indices: [ExactText: Int]

    /// The value of the parameter called exactly `name`.
    package subscript(name: String) -> String? {
        indices[name].map { fields[$0].value }
    }

    /// Parses `name=value&…`. `+` is a space; a name without `=` has an empty value; empty pieces,
    /// as between two `&`, are passed over.
    package init(parsing bytes: some Collection<UInt8>) throws(WireError) {
        self = try Self.parsing(bytes, repeating: []).form
    }

    /// The same with some names that may stand several times, apart from the others.
    static func parsing(
        _ bytes: some Collection<UInt8>, repeating names: [String]
    ) throws(WireError) -> (form: QueryForm, repeated: [Field]) {
        // Of bytes of one type, so that the loops over them are compiled for it and not for any.
        try parsing(Array(bytes), names)
    }

    private static func parsing(
        _ bytes: [UInt8], _ names: [String]
    ) throws(WireError) -> (form: QueryForm, repeated: [Field]) {
        var form = QueryForm()
        var repeated: [Field] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest[..<(rest.firstIndex(of: UInt8(ascii: "&")) ?? rest.endIndex)]
            rest = rest[piece.endIndex...].dropFirst()
            if piece.isEmpty { continue }
            // Before anything is decoded: what is one too many costs nothing more.
            guard form.fields.count + repeated.count < maximumFields else {
                throw .tooManyFields(limit: maximumFields)
            }
            let end = piece.firstIndex(of: UInt8(ascii: "=")) ?? piece.endIndex
            let value = try decoded(piece[end...].dropFirst())
            let name = try decoded(piece[..<end])
            if names.contains(where: name.isExactly) {
                repeated.append(Field(name: name, value: value))
            } else {
                try form.append(name, value)
            }
        }
        return (form, repeated)
    }

    private init() {
        fields = []
        indices = [:]
    }

    /// Adds a parameter, within the limits.
    private mutating func append(_ name: String, _ value: String) throws(WireError) {
        guard name.utf8.count <= Self.maximumNameBytes else {
            throw .nameTooLong(limit: Self.maximumNameBytes)
        }
        guard indices.updateValue(fields.count, forKey: ExactText(name)) == nil else {
            throw .repeatedField(name: name)
        }
        fields.append(Field(name: name, value: value))
    }

    private static func decoded(_ piece: ArraySlice<UInt8>) throws(WireError) -> String {
        guard let bytes = PercentEncoding.decoded(piece, plusIsSpace: true) else {
            throw .badPercentEncoding
        }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .invalidUTF8 }
        guard !text.hasLongCombiningRun else { throw .tooManyMarks }
        return text
    }
}
