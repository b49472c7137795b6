package import IAMIdentifiers

/// The writer of a structure's members, in one of several forms.
///
/// A nil member is left out, save in the query services' JSON, which says `null`.
@usableFromInline
package struct FieldWriter: Sendable {
    package enum Format: Sendable {
        /// `<UserName>alice</UserName>`.
        case xml
        /// What AWS's query services answer to `Accept: application/json`: `"UserName":"alice"`,
        /// moments as seconds since 1970.
        case queryJSON
        /// What AWS's services that speak JSON answer: `"findings":[…]`, moments as seconds since
        /// 1970.
        case json
        /// CloudTrail's: `"userName":"alice"`, moments as words, sensitive members masked.
        case audit
        /// A value alone, as a header has it.
        case plain
    }

    /// How a moment is written where the model says so; else as the form has it.
    package enum TimestampFormat: Sendable {
        case iso8601
    }

    /// What stands for a sensitive value in CloudTrail's records.
    package static let mask = "HIDDEN_DUE_TO_SECURITY_REASONS"

    let format: Format
    /// What was written: elements, or the inside of an object.
    package private(set) var bytes: [UInt8] = []
    /// Whether a comma must come before the next member of the object or array.
    private var needsComma = false
    /// Past how many bytes lists are cut short, and whether one was.
    private let limit: Int
    private(set) var isCut = false
    /// The members that do not stand in the body, while those of the output itself are written.
    private var bindings: [MemberBinding]
    /// What stands elsewhere: header fields, and the status of the answer.
    private(set) var headers: [(name: String, value: String)] = []
    private(set) var status: Int?

    package init(_ format: Format, limit: Int = .max) {
        self.init(format, binding: [], limit: limit)
    }

    init(_ format: Format, binding bindings: [MemberBinding], limit: Int) {
        self.format = format
        self.bindings = bindings
        self.limit = limit
    }

    // MARK: Members

    package mutating func string(_ name: String, _ value: String?) {
        // Nearly all members are plain strings in the body.
        if let value, format == .xml, bindings.isEmpty,
            bytes.append(plain: value, inElement: name)
        {
            return
        }
        member(name, value) { $0.text($1) }
    }

    package mutating func secret(_ name: String, _ value: Secret?) {
        member(name, value) { $0.text($0.format == .audit ? Self.mask : $1.reveal()) }
    }

    package mutating func integer(_ name: String, _ value: Int?) {
        member(name, value) { $0.raw(String($1)) }
    }

    package mutating func boolean(_ name: String, _ value: Bool?) {
        member(name, value) { $0.raw($1 ? "true" : "false") }
    }

    package mutating func long(_ name: String, _ value: Int?) { integer(name, value) }

    package mutating func timestamp(
        _ name: String, _ value: Timestamp?, as format: TimestampFormat? = nil
    ) {
        member(name, value) { writer, moment in
            switch (writer.format, format) {
            case (.xml, _), (.plain, _): writer.bytes.append(iso8601: moment)
            case (.json, .iso8601), (.queryJSON, .iso8601): writer.text(moment.iso8601)
            case (.json, nil), (.queryJSON, nil): writer.raw(String(moment.seconds))
            case (.audit, _): writer.text(moment.cloudTrailText)
            }
        }
    }

    package mutating func blob(_ name: String, _ value: [UInt8]?) {
        member(name, value) { $0.text(Base64.standard.encoded($1)) }
    }

    package mutating func enumeration(_ name: String, _ value: (some WireEnum)?) {
        member(name, value) { $0.text($1.rawValue) }
    }

    /// Writes a structure. Most that may be absent are, so this is inlined: the caller knows the
    /// type, and finds that the value is nil without asking the runtime for the type's metadata.
    @inlinable
    package mutating func structure(_ name: String, _ value: (some WireShape)?) {
        if let value { present(name, value) } else { absent(name) }
    }

    @usableFromInline
    mutating func present(_ name: String, _ value: some WireShape) {
        member(name, value) { $0.object($1.encode(into:)) }
    }

    /// A structure of which nothing is written down.
    package mutating func sensitiveStructure(_ name: String, _ value: (some WireShape)?) {
        guard format == .audit else { return structure(name, value) }
        member(name, value) { writer, _ in writer.text(Self.mask) }
    }

    // MARK: Lists and maps

    package mutating func strings(_ name: String, _ values: [String]?) {
        list(name, values) { $0.text($1) }
    }

    package mutating func enumerations(_ name: String, _ values: [some WireEnum]?) {
        list(name, values) { $0.text($1.rawValue) }
    }

    package mutating func structures(_ name: String, _ values: [some WireShape]?) {
        list(name, values) { $0.object($1.encode(into:)) }
    }

    package mutating func stringMap(_ name: String, _ values: [ExactText: String]?) {
        map(name, values) { $0.text($1) }
    }

    package mutating func integerMap(_ name: String, _ values: [ExactText: Int]?) {
        map(name, values) { $0.raw(String($1)) }
    }

    package mutating func enumerationMap(_ name: String, _ values: [ExactText: some WireEnum]?) {
        map(name, values) { $0.text($1.rawValue) }
    }

    package mutating func secretMap(_ name: String, _ values: [ExactText: Secret]?) {
        map(name, values) { $0.text($0.format == .audit ? Self.mask : $1.reveal()) }
    }

    package mutating func structureMap(_ name: String, _ values: [ExactText: some WireShape]?) {
        map(name, values) { $0.object($1.encode(into:)) }
    }

    // MARK: What they are made of

    private mutating func member<Value>(
        _ name: String, _ value: Value?, _ write: (inout FieldWriter, Value) -> Void
    ) {
        guard let value else { return absent(name) }
        if !bindings.isEmpty { return bound(name, value, write) }
        element(name) { write(&$0, value) }
    }

    /// Writes a member that is nil. Generic code asks first, since most members are.
    @usableFromInline
    mutating func absent(_ name: String) {
        if format == .queryJSON, bindings.isEmpty { element(name) { $0.raw("null") } }
    }

    /// A member of an output of which some stand outside the body.
    private mutating func bound<Value>(
        _ name: String, _ value: Value, _ write: (inout FieldWriter, Value) -> Void
    ) {
        let all = bindings
        bindings = []
        defer { bindings = all }
        let binding = all.first { $0.member.isExactly(name) }
        switch binding?.place {
        case .header, .status:
            var alone = FieldWriter(.plain)
            write(&alone, value)
            let text = String(decoding: alone.bytes, as: UTF8.self)
            if let binding, binding.place == .header {
                headers.append((binding.name, text))
            } else {
                status = Int(text)
            }
        case .payload: write(&self, value)
        case .label, .query, .queryList, nil: element(name) { write(&$0, value) }
        }
    }

    private mutating func list<Value>(
        _ name: String, _ values: [Value]?, _ write: (inout FieldWriter, Value) -> Void
    ) {
        guard let values else { return absent(name) }
        member(name, values) { writer, values in
            if writer.format != .xml { writer.raw("[") }
            for place in values.indices {
                guard writer.bytes.count <= writer.limit else {
                    writer.isCut = true
                    break
                }
                if writer.format == .xml {
                    writer.element("member") { write(&$0, values[place]) }
                } else {
                    if place > 0 { writer.raw(",") }
                    write(&writer, values[place])
                }
            }
            if writer.format != .xml { writer.raw("]") }
        }
    }

    /// Keys are written in their order, so that equal values give equal bytes.
    private mutating func map<Value>(
        _ name: String, _ values: [ExactText: Value]?, _ write: (inout FieldWriter, Value) -> Void
    ) {
        guard let values else { return absent(name) }
        let sorted: [(key: ExactText, value: Value)] = values.sorted { $0.key < $1.key }
        member(name, sorted) { writer, entries in
            guard writer.format != .xml else {
                for entry in entries {
                    writer.element("entry") { writer in
                        writer.element("key") { $0.text(entry.key.text) }
                        writer.element("value") { write(&$0, entry.value) }
                    }
                }
                return
            }
            writer.object { writer in
                for entry in entries {
                    writer.key(entry.key.text)
                    write(&writer, entry.value)
                }
            }
        }
    }

    /// A named value of which `content` writes the inside.
    mutating func element(_ name: String, _ content: (inout FieldWriter) -> Void) {
        guard format == .xml else {
            memberKey(name)
            content(&self)
            return
        }
        bytes.append(tag: name, isEnd: false)
        content(&self)
        bytes.append(tag: name, isEnd: true)
    }

    mutating func object(_ content: (inout FieldWriter) -> Void) {
        guard format != .xml else { return content(&self) }
        raw("{")
        needsComma = false
        content(&self)
        raw("}")
        needsComma = true
    }

    mutating func text(_ text: String) {
        switch format {
        case .xml: XMLText.append(text, to: &bytes)
        case .json, .queryJSON: JSONText.append(text, to: &bytes)
        case .audit: JSONText.append(text.withoutPrivateKeys, to: &bytes)
        // No value may begin a header field of its own.
        case .plain: bytes += text.utf8.map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: " ") : $0 }
        }
    }

    /// Writes what needs no escapes.
    mutating func raw(_ text: String) {
        bytes.append(text)
    }

    /// Writes a key that a client chose.
    private mutating func key(_ name: String) {
        beginMember()
        text(name)
        raw(":")
    }

    /// Writes the name of a member, which needs no escapes. In CloudTrail's records it begins with
    /// a small letter.
    private mutating func memberKey(_ name: String) {
        beginMember()
        raw("\"")
        let start = bytes.count
        raw(name)
        if format == .audit, start < bytes.count { bytes[start] = bytes[start].asciiLowercased }
        raw("\":")
    }

    private mutating func beginMember() {
        if needsComma { raw(",") }
        needsComma = true
    }
}
