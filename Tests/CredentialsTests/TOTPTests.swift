import Credentials
import IAMIdentifiers
import TestRandom
import Testing

@Suite struct TOTPTests {
    /// RFC 6238, appendix B: the seed of its SHA-1 codes, which are the ASCII digits.
    static let seed = TOTPSeed(base32: Secret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"))

    private func totp() throws -> TOTP { TOTP(try #require(Self.seed)) }

    /// RFC 6238, appendix B. Of its eight digits, six are the last six.
    static let vectors: [(seconds: Int64, code: String)] = [
        (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"),
        (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ]

    @Test(arguments: vectors) func theRFCsCodes(_ seconds: Int64, _ code: String) throws {
        let moment = Timestamp(seconds: seconds)
        let step = try totp().matchingStep(of: code, at: moment, drift: 0, after: nil)
        #expect(step == Int(seconds / 30))
    }

    /// The codes of the steps 0 to 9. RFC 4226, appendix D.
    static let codes = [
        "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871",
        "520489",
    ]

    private func moment(ofStep step: Int, second: Int64 = 0) -> Timestamp {
        Timestamp(seconds: Int64(step) * 30 + second)
    }

    @Test("a code is accepted from the step before it to the step after it")
    func window() throws {
        for now in 0...9 {
            for second: Int64 in [0, 29] {
                let step = try totp().matchingStep(
                    of: Self.codes[5], at: moment(ofStep: now, second: second), drift: 0,
                    after: nil)
                #expect(step == (abs(now - 5) <= 1 ? 5 : nil))
            }
        }
    }

    @Test("the window is around the device's clock", arguments: [-3, -1, 2, 4])
    func drift(_ drift: Int) throws {
        for now in 0...9 {
            let step = try totp().matchingStep(
                of: Self.codes[5], at: moment(ofStep: now), drift: drift, after: nil)
            #expect(step == (abs(now + drift - 5) <= 1 ? 5 : nil))
        }
    }

    @Test("a code is accepted once, and none before it afterwards")
    func once() throws {
        for last in 3...7 {
            let step = try totp().matchingStep(
                of: Self.codes[5], at: moment(ofStep: 5), drift: 0, after: last)
            #expect(step == (last < 5 ? 5 : nil))
        }
    }

    @Test(
        "what is not six ASCII digits is no code",
        arguments: [
            "", "25467", "0254676", "254676 ", " 254676", "25467\u{FF16}", "25467a", "+25467",
            "254676\u{0}", "254,76", "\u{664}\u{665}\u{666}",
        ])
    func form(_ code: String) throws {
        #expect(
            try totp().matchingStep(of: code, at: moment(ofStep: 5), drift: 0, after: nil) == nil)
        #expect(
            try totp().consecutiveSteps(
                Self.codes[4], code, at: moment(ofStep: 5), drift: 0, window: 1, after: nil) == nil)
        #expect(
            try totp().consecutiveSteps(
                code, Self.codes[6], at: moment(ofStep: 5), drift: 0, window: 1, after: nil) == nil)
    }

    struct Pair: CustomTestStringConvertible {
        var testDescription: String
        var first = 4
        var second = 5
        var now = 5
        var drift = 0
        var window = 1
        var last: Int?
        var step: Int? = 5
    }

    static let pairs = [
        Pair(testDescription: "two codes in a row"),
        Pair(testDescription: "two codes in a row, one step ago", now: 6),
        Pair(testDescription: "two codes in a row, two steps ago", now: 7, step: nil),
        Pair(testDescription: "two codes of a clock that is one step ahead", now: 4),
        Pair(testDescription: "two codes of a clock that is two steps ahead", now: 3, step: nil),
        Pair(testDescription: "two codes of a clock whose drift is known", now: 2, drift: 3),
        Pair(testDescription: "the same code twice", first: 5, step: nil),
        Pair(testDescription: "two codes the wrong way round", first: 5, second: 4, step: nil),
        Pair(testDescription: "two codes with one between them", first: 3, step: nil),
        Pair(testDescription: "two codes behind the last that was used", last: 3),
        Pair(testDescription: "two codes of which the first was used", last: 4, step: nil),
        Pair(testDescription: "two codes that were used", last: 5, step: nil),
        Pair(testDescription: "a wide window's last step", now: 205, window: 200),
        Pair(testDescription: "the step behind a wide window", now: 206, window: 200, step: nil),
        Pair(testDescription: "a wide window's first step", now: -195, window: 200),
        Pair(testDescription: "the step before a wide window", now: -196, window: 200, step: nil),
        Pair(testDescription: "no window is wider than 1,000", now: 1_006, window: .max, step: nil),
        Pair(testDescription: "a window of 1,000", now: 1_005, window: .max),
    ]

    @Test(arguments: pairs) func consecutive(_ pair: Pair) throws {
        let step = try totp().consecutiveSteps(
            Self.codes[pair.first], Self.codes[pair.second], at: moment(ofStep: pair.now),
            drift: pair.drift, window: pair.window, after: pair.last)
        #expect(step == pair.step)
    }

    @Test func theStepsOfAMoment() {
        let seconds: [Int64] = [-31, -30, -1, 0, 29, 30, 1_796_000_000]
        #expect(
            seconds.map { TOTP.step(at: Timestamp(seconds: $0)) }
                == [-2, -1, -1, 0, 0, 1, 59_866_666])
    }
}

@Suite struct TOTPSeedTests {
    @Test("a new seed is 64 characters of Base32, as AWS's are, and no two are equal")
    func random() {
        var random = TestSeed.generator()
        let seeds = (0..<100).map { _ in TOTPSeed.random(using: &random).base32.reveal() }
        #expect(Set(seeds).count == 100)
        #expect(seeds.allSatisfy { $0.wholeMatch(of: /[A-Z2-7]{64}/) != nil })
    }

    @Test("one seed has one form, however it was written")
    func forms() {
        let forms = [
            TOTPSeed(base32: Secret("GEZDGNBVGY3TQOJQGEZDGNBVGY")),
            TOTPSeed(base32: Secret("gezdgnbvgy3tqojqgezdgnbvgy")),
            TOTPSeed(base32: Secret("GEZDGNBVGY3TQOJQGEZDGNBVGY======")),
            TOTPSeed(hexadecimal: Secret("31323334353637383930313233343536")),
        ]
        for form in forms {
            #expect(form?.base32.reveal() == "GEZDGNBVGY3TQOJQGEZDGNBVGY")
        }
        #expect(
            TOTPSeed(hexadecimal: Secret("abABcdCDefEF0123456789abABcdCDef"))
                == TOTPSeed(hexadecimal: Secret("ababcdcdefef0123456789ababcdcdef")))
    }

    @Test("a seed has 16 to 128 bytes")
    func lengths() {
        for (count, isSeed) in [(0, false), (15, false), (16, true), (128, true), (129, false)] {
            let digits = Secret(String(repeating: "a5", count: count))
            #expect((TOTPSeed(hexadecimal: digits) != nil) == isSeed)
            let text = Base32.encoded([UInt8](repeating: 0xA5, count: count))
            #expect((TOTPSeed(base32: Secret(text)) != nil) == isSeed)
        }
    }

    @Test(
        "what is no encoding of bytes is refused",
        arguments: [
            "3132333435363738393031323334353", "3132333435363738393031323334353g",
            "31323334 35363738 39303132 33343536", "0x3132333435363738393031323334353637",
        ])
    func malformed(_ text: String) {
        #expect(TOTPSeed(hexadecimal: Secret(text)) == nil)
        #expect(TOTPSeed(base32: Secret(text)) == nil)
    }

    @Test func aSeedIsNeverPrinted() throws {
        let seed = try #require(TOTPTests.seed)
        var dumped = ""
        dump(seed, to: &dumped)
        dump(TOTP(seed), to: &dumped)
        for text in ["\(seed)", String(reflecting: seed), "\(TOTP(seed))", dumped] {
            #expect(!text.contains("GEZDGNBV") && !text.contains("12345678"))
        }
    }

    @Test(
        "an app is told the issuer, the device's name and the seed",
        arguments: [
            ("ann@123456789012", "ann@123456789012"), ("a+b=c,d.e-f_g", "a%2Bb%3Dc%2Cd.e-f_g"),
            ("a:b/c?d&e#f g%", "a%3Ab%2Fc%3Fd%26e%23f%20g%25"), ("전화", "%EC%A0%84%ED%99%94"),
        ])
    func uri(_ name: String, _ encoded: String) throws {
        let uri = try #require(TOTPTests.seed).uri(issuer: "The Gate", name: name)
        #expect(
            uri.reveal()
                == "otpauth://totp/The%20Gate:\(encoded)?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=The%20Gate")
    }
}
