/// Text that equals another if it has the same bytes of UTF-8.
///
/// Swift's strings are equal when Unicode calls them equivalent: to it U+212A, the sign of the
/// kelvin, is the letter K. Policies, signatures and tables compare bytes. Whatever came from
/// outside is therefore the key of a dictionary or the member of a set as this type and never as a
/// `String`, so that no part of the program takes two texts for one that another part keeps apart.
///
/// Ordered by its bytes, as tables are.
@usableFromInline
package struct ExactText: Hashable, Comparable, Sendable {
    @usableFromInline package let text: String

    @inlinable package init(_ text: some StringProtocol) { self.text = String(text) }

    @inlinable package static func == (left: ExactText, right: ExactText) -> Bool {
        left.text.isExactly(right.text)
    }

    @inlinable package static func < (left: ExactText, right: ExactText) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    @inlinable package func hash(into hasher: inout Hasher) {
        var copy = text
        copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension ExactText: ExpressibleByStringInterpolation, CustomStringConvertible {
    @inlinable package init(stringLiteral text: String) { self.text = text }

    @inlinable package var description: String { text }
}

extension StringProtocol {
    /// Whether two texts have the same bytes.
    @inlinable package func isExactly(_ other: some StringProtocol) -> Bool {
        utf8.count == other.utf8.count && utf8.begins(with: other.utf8)
    }

    /// Whether the bytes of a text begin with those of another. A colon with an accent on it is a
    /// colon.
    @inlinable package func begins(with prefix: some StringProtocol) -> Bool {
        utf8.begins(with: prefix.utf8)
    }

    /// Whether the bytes of a text end with those of another.
    @inlinable package func ends(with suffix: some StringProtocol) -> Bool {
        utf8.count >= suffix.utf8.count
            && utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }

    /// The text with ASCII's capitals in lower case and nothing else changed: IAM compares only
    /// ASCII without regard to case. A letter beyond ASCII that folds to an ASCII letter is a
    /// different letter.
    @inlinable package var asciiLowercased: String {
        guard utf8.holds({ $0.asciiLowercased != $0 }) else { return String(self) }
        return String(decoding: utf8.lazy.map(\.asciiLowercased), as: UTF8.self)
    }

    /// The stretches of a text between the separators, which are one byte of ASCII.
    @inlinable package func parts(
        at separator: Unicode.Scalar, maxSplits: Int = .max, keepingEmpty: Bool = true
    ) -> [String] {
        utf8.split(
            separator: UInt8(ascii: separator), maxSplits: maxSplits,
            omittingEmptySubsequences: !keepingEmpty
        ).map { String(decoding: $0, as: UTF8.self) }
    }
}

extension Collection<UInt8> {
    /// Whether bytes are those of a text.
    @inlinable package func isExactly(_ text: String) -> Bool {
        count == text.utf8.count && begins(with: text.utf8)
    }

    /// Whether a byte is among them that is wanted. Nearly all lie in one piece, and are looked
    /// through faster so.
    @inlinable func holds(_ isWanted: (UInt8) -> Bool) -> Bool {
        withContiguousStorageIfAvailable { $0.contains(where: isWanted) }
            ?? contains(where: isWanted)
    }

    /// Whether the bytes of a text are somewhere among them; those of an empty text always are.
    @inlinable package func holds(_ text: String) -> Bool {
        withContiguousStorageIfAvailable { $0.holds(textOf: text) }
            ?? Array(self).withUnsafeBufferPointer { $0.holds(textOf: text) }
    }

    /// Whether bytes begin with others. Nearly all lie in one piece, and are compared faster so.
    @inlinable func begins(with prefix: some Collection<UInt8>) -> Bool {
        let begin = withContiguousStorageIfAvailable { bytes in
            prefix.withContiguousStorageIfAvailable { bytes.starts(with: $0) }
        }
        return (begin ?? nil) ?? starts(with: prefix)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The search of ``holds(_:)``, which looks further only where the first byte is found.
    @usableFromInline func holds(textOf text: String) -> Bool {
        var text = text
        return text.withUTF8 { text in
            guard let first = text.first else { return true }
            var rest = self[...]
            while let start = rest.firstIndex(of: first) {
                rest = rest[start...]
                if rest.starts(with: text) { return true }
                rest = rest.dropFirst()
            }
            return false
        }
    }
}

extension UInt8 {
    /// The lower-case letter of an ASCII capital; any other byte itself.
    @inlinable package var asciiLowercased: UInt8 {
        UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self ? self | 0x20 : self
    }
}

extension Dictionary where Key == ExactText {
    /// The value of a text.
    @inlinable package subscript(text: some StringProtocol) -> Value? {
        get { self[ExactText(text)] }
        set { self[ExactText(text)] = newValue }
    }

    /// The value of a text, or another if there is none.
    @inlinable
    package subscript(
        text: some StringProtocol, default other: @autoclosure () -> Value
    ) -> Value {
        get { self[ExactText(text), default: other()] }
        set { self[ExactText(text)] = newValue }
    }
}

extension Set<ExactText> {
    /// Whether a text is in the set.
    @inlinable package func contains(_ text: some StringProtocol) -> Bool {
        contains(ExactText(text))
    }

    /// Adds a text.
    /// - Returns: whether it was not there.
    @inlinable package mutating func add(_ text: some StringProtocol) -> Bool {
        insert(ExactText(text)).inserted
    }
}
