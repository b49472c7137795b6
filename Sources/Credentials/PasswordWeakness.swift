import CZxcvbn
import IAMIdentifiers

/// Why a password is found by somebody who guesses, however well passwords are kept.
///
/// Source: NIST SP 800-63B, section 5.1.1.2: passwords are compared with those "known to be
/// commonly-used, expected, or compromised".
/// <https://pages.nist.gov/800-63-3/sp800-63b.html#memsecretver>
package enum PasswordWeakness: Sendable {
    /// It is one of those that are found most often in leaks.
    case common
    /// It consists of words, names, dates, repetitions or patterns of the keyboard, so that a
    /// million guesses find it.
    case guessable

    /// The bits of a million guesses.
    private static let fewestBits = 19.93

    /// In bytes. What zxcvbn looks at is no longer: a repetition of two digits takes it some
    /// milliseconds at this length, and over a second at 128.
    private static let longestStretch = 24

    /// The weakness of a password; nil when it has none that is known.
    ///
    /// It takes as long as some milliseconds. ``PasswordHasher/weakness(of:knowing:for:)`` looks on
    /// a thread that may be held up.
    /// - Parameter words: what somebody who guesses knows of the owner, such as names.
    init?(of password: Secret, knowing words: [String]) {
        let bytes = Array(password.reveal().utf8)
        if CommonPasswords.contain(bytes) {
            self = .common
            return
        }
        let words = Self.dictionary(words)
        // Of a longer password both ends are looked at, and one that is good is enough.
        let ends = [bytes.prefix(Self.longestStretch), bytes.suffix(Self.longestStretch)]
        let looked = bytes.count > Self.longestStretch ? ends : [bytes[...]]
        guard looked.allSatisfy({ Self.bits(of: $0, words) < Self.fewestBits }) else {
            return nil
        }
        self = .guessable
    }

    /// The bits of a password, as zxcvbn reckons them. Behind a zero byte it sees nothing.
    private static func bits(of password: ArraySlice<UInt8>, _ words: [[UInt8]]) -> Double {
        let text = password.map(CChar.init(bitPattern:)) + [0]
        let dictionary: [CChar] = words.flatMap { $0.map(CChar.init(bitPattern:)) + [0] } + [0]
        return dictionary.withUnsafeBufferPointer { bytes in
            var starts: [UnsafePointer<CChar>?] = []
            var offset = 0
            for word in words {
                starts.append(bytes.baseAddress.map { $0 + offset })
                offset += word.count + 1
            }
            starts.append(nil)
            return ZxcvbnMatch(text, &starts, nil)
        }
    }
}

extension PasswordWeakness {
    /// Shorter words say nothing about a password. In bytes.
    private static let shortestWord = 3
    private static let mostWords = 24

    /// The texts and the words in them, in lower case, as zxcvbn takes them. A word is a stretch of
    /// letters and digits.
    private static func dictionary(_ texts: [String]) -> [[UInt8]] {
        let whole = texts.map { Array($0.asciiLowercased.utf8) }
        let parts = whole.flatMap { $0.split { !isLetterOrDigit($0) }.map(Array.init) }
        let words = (whole + parts).filter {
            shortestWord...longestStretch ~= $0.count && !$0.contains(0)
        }
        return Array(words.prefix(mostWords))
    }

    /// Bytes of letters beyond ASCII count as letters.
    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
            true
        default: false
        }
    }
}
