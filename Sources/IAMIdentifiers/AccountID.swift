/// The twelve digits that name an account.
///
/// Source: AWS Account Management Reference, "View AWS account identifiers".
/// <https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html>
package struct AccountID: Hashable, Sendable, CustomStringConvertible {
    static let length = 12

    /// The digits, leading zeros included.
    package let description: String

    /// An account ID from its text, or nil unless it is exactly twelve ASCII digits.
    package init?(_ text: String) {
        var text = text
        let isNumber = text.withUTF8 { digits in
            digits.count == Self.length
                && digits.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
        }
        guard isNumber else { return nil }
        description = text
    }

    /// An account ID from its number, or nil when the number has more than twelve digits.
    package init?(number: UInt64) {
        guard number < 1_000_000_000_000 else { return nil }
        let digits = String(number)
        description = String(repeating: "0", count: 12 - digits.count) + digits
    }

    /// The digits read as a number, as an access key ID carries them.
    package var number: UInt64 {
        description.utf8.reduce(0) { $0 * 10 + UInt64($1 - UInt8(ascii: "0")) }
    }

    /// A random account ID that does not begin with a zero.
    package static func random(using random: inout some RandomNumberGenerator) -> AccountID {
        let number = UInt64.random(in: 100_000_000_000...999_999_999_999, using: &random)
        return AccountID(number: number)!  // the range above has twelve digits throughout
    }
}
