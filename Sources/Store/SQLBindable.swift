package import IAMIdentifiers

/// What may be interpolated into ``SQL``. It becomes a bound value, never text.
package protocol SQLBindable {
    var sqlValue: SQLValue { get }
}

extension String: SQLBindable {
    package var sqlValue: SQLValue { .text(self) }
}

extension Int64: SQLBindable {
    package var sqlValue: SQLValue { .integer(self) }
}

extension Int: SQLBindable {
    package var sqlValue: SQLValue { .integer(Int64(self)) }
}

extension Bool: SQLBindable {
    /// 1 or 0.
    package var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}

extension [UInt8]: SQLBindable {
    package var sqlValue: SQLValue { .blob(self) }
}

extension Optional: SQLBindable where Wrapped: SQLBindable {
    package var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

extension Timestamp: SQLBindable {
    /// Microseconds since 1970.
    package var sqlValue: SQLValue { .integer(microseconds) }
}

extension AccountID: SQLBindable {
    package var sqlValue: SQLValue { .text(description) }
}

extension UniqueID: SQLBindable {
    package var sqlValue: SQLValue { .text(description) }
}

extension AccessKeyID: SQLBindable {
    package var sqlValue: SQLValue { .text(description) }
}

extension ARN: SQLBindable {
    package var sqlValue: SQLValue { .text(description) }
}

extension EntityPath: SQLBindable {
    package var sqlValue: SQLValue { .text(description) }
}
