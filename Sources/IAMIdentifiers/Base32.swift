/// The alphabet of unique IDs and access key IDs: RFC 4648 base32, capital letters and 2 to 7.
enum Base32 {
    static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// `count` random characters.
    static func random(_ count: Int, using random: inout some RandomNumberGenerator) -> String {
        let characters = (0..<count).map { _ in alphabet[Int.random(in: 0..<32, using: &random)] }
        return String(decoding: characters, as: UTF8.self)
    }

    /// The 5-bit value of a character, or nil for one outside the alphabet.
    static func value(of character: UInt8) -> UInt64? {
        alphabet.firstIndex(of: character).map(UInt64.init)
    }
}
