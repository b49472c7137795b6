import Credentials
import IAMIdentifiers
import TestRandom
import TestSupport
import Testing

/// Responses that somebody altered who has a good one of their own, and none that is taken.
///
/// Source: Somorovsky and others, "On Breaking SAML: Be Whoever You Want to Be", USENIX Security
/// 2012, which numbers the kinds of signature wrapping.
/// <https://www.usenix.org/conference/usenixsecurity12/technical-sessions/presentation/somorovsky>
@Suite struct SAMLAttackTests {
    private static let provider = SAMLIdentityProvider()
    private static let metadata = try? SAMLMetadata(provider.metadata)

    /// The subject that is read, or nil for a response that is refused.
    private static func subject(of text: String) throws -> String? {
        let metadata = try #require(metadata)
        return try? SAMLResponse(verifying: Array(text.utf8), by: metadata).assertion.subject
    }

    /// A response in parts: what is before the assertion, the assertion in three, what is after.
    private struct Parts {
        var head: String
        /// The assertion up to its signature, the signature, and the rest.
        var (opening, signature, rest): (String, String, String)
        var tail: String

        var assertion: String { opening + signature + rest }
        /// The assertion without its signature, about the attacker's victim.
        var forged: String {
            (opening + rest).replacing(">alice<", with: ">root<")
                .replacing("ID=\"_assertion\"", with: "ID=\"_forged\"")
        }

        init(_ text: String) throws {
            func place(_ part: String) throws -> Range<String.Index> {
                try #require(text.firstRange(of: part))
            }
            let start = try place("<saml:Assertion").lowerBound
            let signature = try place("<ds:Signature ").lowerBound
            let afterSignature = try place("</ds:Signature>").upperBound
            let end = try place("</saml:Assertion>").upperBound
            head = String(text[..<start])
            opening = String(text[start..<signature])
            self.signature = String(text[signature..<afterSignature])
            rest = String(text[afterSignature..<end])
            tail = String(text[end...])
        }

        func response(_ inner: String) -> String { head + inner + tail }
    }

    struct Wrapping: CustomTestStringConvertible {
        let testDescription: String
        let wrap: @Sendable () throws -> String
    }

    private static func goodParts() throws -> Parts { try Parts(provider.response()) }

    private static func object(_ text: String) -> String {
        "<ds:Object>\(text)</ds:Object></ds:Signature>"
    }

    /// A signed response in a forged one, which has the signature; XSW1 and XSW2.
    private static func wrappedResponse(inSignature: Bool) throws -> String {
        let text = try provider.response(signing: .response)
        let start = try #require(text.firstRange(of: "<ds:Signature "))
        let end = try #require(text.firstRange(of: "</ds:Signature>"))
        let signature = String(text[start.lowerBound..<end.upperBound])
        let original = text.replacing(signature, with: "")
        let forged = original.replacing(">alice<", with: ">root<")
            .replacing("ID=\"_response\"", with: "ID=\"_forged\"")
        let moved =
            inSignature
            ? signature.replacing("</ds:Signature>", with: object(original)) : original + signature
        return forged.replacing(
            "</saml:Issuer><samlp:Status", with: "</saml:Issuer>\(moved)<samlp:Status")
    }

    static let wrappings = [
        Wrapping(testDescription: "XSW1: the signed response in the signature of a forged one") {
            try wrappedResponse(inSignature: true)
        },
        Wrapping(testDescription: "XSW2: the signed response beside the signature in a forged one")
        {
            try wrappedResponse(inSignature: false)
        },
        Wrapping(testDescription: "XSW3: a forged assertion before the signed one") {
            let parts = try goodParts()
            return parts.response(parts.forged + parts.assertion)
        },
        Wrapping(testDescription: "a forged assertion after the signed one") {
            let parts = try goodParts()
            return parts.response(parts.assertion + parts.forged)
        },
        Wrapping(testDescription: "XSW4: the signed assertion in a forged one") {
            let parts = try goodParts()
            return parts.response(
                parts.forged.replacing(
                    "</saml:Assertion>", with: parts.assertion + "</saml:Assertion>"))
        },
        Wrapping(
            testDescription: "XSW5: the signature in a forged assertion, the signed one behind"
        ) {
            let parts = try goodParts()
            let forged = parts.forged.replacing(
                "</saml:Issuer><saml:Subject>",
                with: "</saml:Issuer>\(parts.signature)<saml:Subject>")
            return parts.response(forged + parts.opening + parts.rest)
        },
        Wrapping(testDescription: "XSW6: the signed assertion in the signature of a forged one") {
            let parts = try goodParts()
            let signature = parts.signature.replacing(
                "</ds:SignatureValue></ds:Signature>",
                with: "</ds:SignatureValue>" + object(parts.opening + parts.rest))
            return parts.response(
                parts.forged.replacing(
                    "</saml:Issuer><saml:Subject>", with: "</saml:Issuer>\(signature)<saml:Subject>"
                ))
        },
        Wrapping(testDescription: "XSW7: the signed assertion in extensions") {
            let parts = try goodParts()
            return parts.response(
                "<samlp:Extensions>\(parts.assertion)</samlp:Extensions>" + parts.forged)
        },
        Wrapping(
            testDescription: "XSW8: the signed assertion in an object of a forged one's signature"
        ) {
            let parts = try goodParts()
            let signature = parts.signature.replacing(
                "</ds:Signature>", with: object(parts.opening + parts.rest))
            return parts.response(
                parts.forged.replacing(
                    "</saml:Issuer><saml:Subject>", with: "</saml:Issuer>\(signature)<saml:Subject>"
                ))
        },
        Wrapping(testDescription: "the forged assertion has the ID of the signed one") {
            let parts = try goodParts()
            return parts.response(
                parts.forged.replacing("_forged", with: "_assertion") + parts.assertion)
        },
        Wrapping(testDescription: "another element has the ID of the signed one, as an xml:id") {
            let parts = try goodParts()
            return parts.response("<samlp:Extensions xml:id=\"_assertion\"/>" + parts.assertion)
        },
        Wrapping(testDescription: "the assertion in another response around it") {
            let parts = try goodParts()
            return parts.response(parts.response(parts.assertion))
        },
    ]

    @Test("a signature that was made for something else proves nothing", arguments: wrappings)
    func wrapping(_ item: Wrapping) throws {
        #expect(try Self.subject(of: item.wrap()) == nil)
    }

    /// Changes of a good response that make it one of a form that is not taken.
    static let alterations: [(String, String)] = [
        // Algorithms.
        ("2001/04/xmldsig-more#rsa-sha256", "2000/09/xmldsig#rsa-sha1"),
        ("2001/04/xmldsig-more#rsa-sha256", "2000/09/xmldsig#hmac-sha1"),
        ("2001/04/xmldsig-more#rsa-sha256", "2001/04/xmldsig-more#hmac-sha256"),
        ("2001/04/xmldsig-more#rsa-sha256", "2001/04/xmldsig-more#rsa-md5"),
        ("2001/04/xmldsig-more#rsa-sha256", "x:none"),
        ("2001/04/xmlenc#sha256", "2000/09/xmldsig#sha1"),
        ("2001/04/xmlenc#sha256", "2001/04/xmldsig-more#md5"),
        // Transforms.
        ("2000/09/xmldsig#enveloped-signature", "TR/1999/REC-xslt-19991116"),
        ("2000/09/xmldsig#enveloped-signature", "TR/1999/REC-xpath-19991116"),
        ("2000/09/xmldsig#enveloped-signature", "2002/06/xmldsig-filter2"),
        ("2000/09/xmldsig#enveloped-signature", "2001/10/xml-exc-c14n#"),
        (
            "</ds:Transforms>",
            "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"><xsl:stylesheet xmlns:xsl=\"http://www.w3.org/1999/XSL/Transform\" version=\"1.0\"/></ds:Transform></ds:Transforms>"
        ),
        (
            "</ds:Transforms>",
            "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/></ds:Transforms>"
        ),
        // References.
        ("URI=\"#_assertion\"", "URI=\"\""),
        ("URI=\"#_assertion\"", "URI=\"#_response\""),
        ("URI=\"#_assertion\"", "URI=\"#xpointer(/)\""),
        ("URI=\"#_assertion\"", "URI=\"#xpointer(id('_assertion'))\""),
        ("URI=\"#_assertion\"", "URI=\"http://localhost/x\""),
        ("URI=\"#_assertion\"", "URI=\"file:///etc/passwd\""),
        ("URI=\"#_assertion\"", ""),
        ("</ds:SignedInfo>", "<ds:Reference URI=\"#_response\"/></ds:SignedInfo>"),
        // What may come in through XML.
        ("<samlp:Response", "<!DOCTYPE x><samlp:Response"),
        ("<samlp:Response", "<!DOCTYPE x SYSTEM \"http://localhost/x.dtd\"><samlp:Response"),
        ("<samlp:Response", "<!DOCTYPE x [<!ENTITY a \"b\">]><samlp:Response"),
        (">alice<", ">&a;<"),
        // Keys, and what else may be in a signature.
        ("</ds:SignatureValue>", "</ds:SignatureValue><ds:Object/>"),
        ("</ds:SignatureValue>", "</ds:SignatureValue><ds:KeyInfo/><ds:KeyInfo/>"),
        ("<ds:SignatureValue>", "<ds:SignatureValue>A"),
        ("<ds:DigestValue>", "<ds:DigestValue>A"),
        // Names.
        (">alice<", ">root<"),
        ("role/Reader", "role/Admin"),
        ("ID=\"_assertion\"", "Id=\"_assertion\""),
        ("urn:oasis:names:tc:SAML:2.0:assertion", "urn:oasis:names:tc:SAML:1.0:assertion"),
        ("http://www.w3.org/2000/09/xmldsig#\">", "urn:x\">"),
    ]

    @Test("a signature of a form that is not taken proves nothing", arguments: alterations)
    func alteration(_ old: String, _ new: String) throws {
        let good = try Self.provider.response()
        let altered = good.replacing(old, with: new)
        #expect(altered != good)
        #expect(try Self.subject(of: good) == "alice")
        #expect(try Self.subject(of: altered) == nil)
    }

    @Test func keysThatASignatureBringsAreNotLookedAt() throws {
        // The attacker signs with a key of their own, and sends its certificate with the response.
        var provider = Self.provider
        provider.certificates = [SAMLIdentityProvider.curveCertificate]
        let keyInfo = """
            </ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>\
            \(SAMLIdentityProvider.certificate)</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
            """
        let text = try provider.response().replacing("</ds:SignatureValue>", with: keyInfo)
        #expect(throws: SAMLFault.badSignature) {
            try SAMLResponse(verifying: Array(text.utf8), by: SAMLMetadata(provider.metadata))
        }
        // With the provider's own key it is the same signature as without.
        #expect(
            try Self.subject(
                of: Self.provider.response().replacing("</ds:SignatureValue>", with: keyInfo))
                == "alice")
    }

    @Test func nothingThatIsNotSignedIsTaken() throws {
        #expect(try Self.subject(of: Self.provider.response(signing: .nothing)) == nil)
    }

    /// The sign of a text that a change has to keep: what lies outside the signed assertion may
    /// change without harm.
    private static func alter(
        _ bytes: inout [UInt8], using random: inout some RandomNumberGenerator
    ) {
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let place = Int.random(in: bytes.indices, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 1: bytes[place] = UInt8.random(in: 0x20..<0x7F, using: &random)
            case 2: bytes.remove(at: place)
            case 3: bytes.insert(UInt8.random(in: 0x20..<0x7F, using: &random), at: place)
            default:
                let length = min(Int.random(in: 1...40, using: &random), bytes.count - place)
                let part = Array(bytes[place..<(place + length)])
                bytes.insert(
                    contentsOf: part, at: Int.random(in: 0...bytes.count, using: &random))
            }
        }
    }

    @Test("of 100,000 altered responses none says anything that was not signed")
    func altered() async throws {
        let good = Array(try Self.provider.response(signing: .response).utf8)
        let metadata = try #require(Self.metadata)
        let seed = TestSeed.seed()
        var accepted: [[UInt8]] = []
        try await withThrowingTaskGroup(of: [[UInt8]].self) { group in
            for number in 0..<UInt64(4) {
                group.addTask {
                    var random = SeededGenerator(seed: seed &+ number)
                    var accepted: [[UInt8]] = []
                    for _ in 0..<25_000 {
                        var bytes = good
                        Self.alter(&bytes, using: &random)
                        if bytes == good { continue }
                        guard
                            let response = try? SAMLResponse(verifying: bytes, by: metadata)
                        else { continue }
                        // White space in tags, and how a character is written, are not signed.
                        guard response.assertion.subject == "alice",
                            response.assertion.values(SAMLTestAssertion.attributes + "Role")
                                == SAMLTestAssertion().roles,
                            response.assertion.id == "_assertion"
                        else {
                            accepted.append(bytes)
                            continue
                        }
                    }
                    return accepted
                }
            }
            for try await some in group { accepted += some }
        }
        #expect(accepted.map { String(decoding: $0, as: UTF8.self) } == [])
    }
}
