package import IAMIdentifiers

/// A grant as bytes: a version, then each part behind the one before it.
///
/// Numbers are eight bytes, the highest first. A text or a list comes behind its length. There is
/// one way to write a grant, and bytes that are left over are refused.
extension SessionGrant {
    private static let version: UInt64 = 1

    /// The most bytes that a grant may have.
    package static let longest = 32_768

    package var bytes: [UInt8] {
        var writer = GrantWriter()
        writer.number(Self.version)
        writer.text(secret.reveal())
        writer.text(account.description)
        writer.text(principal.description)
        switch subject {
        case .caller: writer.number(0)
        case .role(let session):
            writer.number(1)
            writer.text(session)
        case .federatedUser(let name):
            writer.number(2)
            writer.text(name)
        }
        writer.moment(issuedAt)
        writer.moment(expiresAt)
        writer.optional(secondFactorAt) { $0.moment($1) }
        writer.list(policies) { writer, layer in
            writer.optional(layer.inline) { $0.text($1) }
            writer.list(layer.managed) { $0.text($1) }
        }
        writer.number(UInt64(scopedPolicies))
        writer.list(tags) { writer, tag in
            writer.text(tag.key)
            writer.text(tag.value)
            writer.number(tag.isTransitive ? 1 : 0)
        }
        writer.optional(sourceIdentity) { $0.text($1) }
        writer.optional(federation) { (writer, federation: Federation) in
            writer.text(federation.provider)
            writer.text(federation.providerID.description)
            writer.number(UInt64(federation.kind.rawValue))
            writer.list(federation.conditionKeys.sorted { $0.key < $1.key }) { writer, entry in
                writer.text(entry.key.text)
                writer.list(entry.value) { $0.text($1) }
            }
        }
        return writer.bytes
    }

    /// The grant that ``bytes`` were made of, or nil for other bytes.
    package init?(_ bytes: [UInt8], id: AccessKeyID) {
        var reader = GrantReader(bytes)
        guard reader.number() == Self.version else { return nil }
        let secret = Secret(reader.text())
        guard let account = AccountID(reader.text()) else { return nil }
        let principal = UniqueID(stored: reader.text())
        let subject: Subject
        switch reader.number() {
        case 0: subject = .caller
        case 1: subject = .role(session: reader.text())
        case 2: subject = .federatedUser(name: reader.text())
        default: return nil
        }
        self.init(
            id: id, secret: secret, account: account, principal: principal, subject: subject,
            issuedAt: reader.moment(), expiresAt: reader.moment())
        secondFactorAt = reader.optional { $0.moment() }
        policies = reader.list { reader in
            PolicyLayer(
                inline: reader.optional { $0.text() }, managed: reader.list { $0.text() })
        }
        let scoped = reader.number()
        guard scoped <= UInt64(policies.count) else { return nil }
        scopedPolicies = Int(scoped)
        tags = reader.list { reader in
            Tag(key: reader.text(), value: reader.text(), isTransitive: reader.flag())
        }
        sourceIdentity = reader.optional { $0.text() }
        federation = reader.optional { reader in
            let (provider, providerID) = (reader.text(), UniqueID(stored: reader.text()))
            let kind = UInt8(exactly: reader.number()).flatMap(FederationKind.init)
            let keys = reader.list { reader in (ExactText(reader.text()), reader.list { $0.text() })
            }
            let isInOrder = zip(keys, keys.dropFirst()).allSatisfy { $0.0 < $1.0 }
            if kind == nil || !isInOrder { reader.fail() }
            return Federation(
                provider: provider, providerID: providerID, kind: kind ?? .saml,
                conditionKeys: [ExactText: [String]](keys) { first, _ in first })
        }
        guard reader.isAtEnd else { return nil }
    }
}

private struct GrantWriter {
    private(set) var bytes: [UInt8] = []

    mutating func number(_ value: UInt64) {
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(shift)))
        }
    }

    mutating func text(_ text: String) {
        number(UInt64(text.utf8.count))
        bytes += text.utf8
    }

    mutating func moment(_ moment: Timestamp) {
        number(UInt64(bitPattern: moment.microseconds))
    }

    mutating func list<Element>(
        _ elements: [Element], _ write: (inout GrantWriter, Element) -> Void
    ) {
        number(UInt64(elements.count))
        for element in elements { write(&self, element) }
    }

    mutating func optional<Value>(_ value: Value?, _ write: (inout GrantWriter, Value) -> Void) {
        list([value].compactMap { $0 }, write)
    }
}

/// Reads what ``GrantWriter`` wrote. Once something does not fit, the rest is empty and
/// ``isAtEnd`` is false.
private struct GrantReader {
    private var bytes: ArraySlice<UInt8>
    private var hasFailed = false

    init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

    var isAtEnd: Bool { !hasFailed && bytes.isEmpty }

    mutating func fail() {
        hasFailed = true
        bytes = []
    }

    private mutating func take(_ count: UInt64) -> ArraySlice<UInt8> {
        guard count <= UInt64(bytes.count) else {
            fail()
            return []
        }
        defer { bytes = bytes.dropFirst(Int(count)) }
        return bytes.prefix(Int(count))
    }

    mutating func number() -> UInt64 { take(8).reduce(0) { $0 << 8 | UInt64($1) } }

    mutating func flag() -> Bool {
        let number = number()
        if number > 1 { fail() }
        return number == 1
    }

    mutating func text() -> String {
        guard let text = String(validating: take(number()), as: UTF8.self) else {
            fail()
            return ""
        }
        return text
    }

    mutating func moment() -> Timestamp {
        Timestamp(microseconds: Int64(bitPattern: number()))
    }

    mutating func list<Element>(_ read: (inout GrantReader) -> Element) -> [Element] {
        var elements: [Element] = []
        let count = number()
        // Each element takes eight bytes at least.
        guard count <= UInt64(bytes.count / 8) else {
            fail()
            return []
        }
        for _ in 0..<count {
            guard !hasFailed else { break }
            elements.append(read(&self))
        }
        return elements
    }

    mutating func optional<Value>(_ read: (inout GrantReader) -> Value) -> Value? {
        let values = list(read)
        if values.count > 1 { fail() }
        return values.first
    }
}
