import Credentials
import IAMIdentifiers

/// What holds of any bytes that are given to the readers of what browsers and authenticators send.
package enum WebAuthnProperties {
    /// The property that the bytes break, or nil. Each reader is given all of them.
    package static func broken(by bytes: [UInt8]) -> String? {
        brokenByCBOR(bytes) ?? brokenByAuthenticatorData(bytes) ?? brokenByAttestation(bytes)
            ?? brokenByClientData(bytes) ?? brokenByOrigin(bytes) ?? brokenByResponses(bytes)
    }

    // MARK: CBOR

    private static func brokenByCBOR(_ bytes: [UInt8]) -> String? {
        guard let (value, rest) = try? CBOR.readFirst(of: bytes[...]) else {
            return (try? CBOR.read(bytes)) == nil ? nil : "a value is one that bytes begin with"
        }
        let own = bytes[..<rest.startIndex]
        guard written(value).elementsEqual(own) else { return "a value has one spelling" }
        guard (try? CBOR.read(bytes)) == (rest.isEmpty ? value : nil) else {
            return "nothing follows a value"
        }
        guard depth(value) <= CBOR.maximumDepth else { return "values are not nested too deep" }
        if case .map(let entries) = value, let first = entries.first {
            // The map with its first entry once more.
            let twice = CBOR.map(entries + [first])
            guard (try? CBOR.read(written(twice))) == nil else { return "no key stands twice" }
        }
        return nil
    }

    /// CBOR as RFC 8949 says, section 3, with the shortest lengths.
    private static func written(_ value: CBOR) -> [UInt8] {
        switch value {
        case .integer(let number) where number >= 0: head(0, UInt64(number))
        case .integer(let number): head(1, UInt64(-1 - number))
        case .bytes(let bytes): head(2, UInt64(bytes.count)) + bytes
        case .text(let text): head(3, UInt64(text.text.utf8.count)) + text.text.utf8
        case .array(let elements): head(4, UInt64(elements.count)) + elements.flatMap(written)
        case .map(let entries):
            head(5, UInt64(entries.count))
                + entries.flatMap { written($0.key) + written($0.value) }
        case .boolean(let isTrue): [isTrue ? 0xF5 : 0xF4]
        case .null: [0xF6]
        }
    }

    private static func head(_ type: UInt8, _ number: UInt64) -> [UInt8] {
        func bytes(_ count: UInt64) -> [UInt8] {
            (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
        return switch number {
        case 0..<24: [type << 5 | UInt8(number)]
        case 24..<0x100: [type << 5 | 24] + bytes(1)
        case 0x100..<0x1_0000: [type << 5 | 25] + bytes(2)
        case 0x1_0000..<0x1_0000_0000: [type << 5 | 26] + bytes(4)
        default: [type << 5 | 27] + bytes(8)
        }
    }

    private static func depth(_ value: CBOR) -> Int {
        switch value {
        case .array(let elements): 1 + (elements.map(depth).max() ?? 0)
        case .map(let entries): 1 + (entries.map { depth($0.value) }.max() ?? 0)
        default: 1
        }
    }

    // MARK: What authenticators make

    private static func brokenByAuthenticatorData(_ bytes: [UInt8]) -> String? {
        guard let data = try? AuthenticatorData(bytes) else { return nil }
        guard data.partyHash.elementsEqual(bytes.prefix(32)), 0...0xFFFF_FFFF ~= data.signCount
        else { return "the hash and the count are where they should be" }
        guard (data.credential != nil) == (bytes[32] & 0x40 != 0) else {
            return "a credential is there where the flags say so"
        }
        guard let credential = data.credential else {
            return bytes.count == 37 || bytes[32] & 0x80 != 0 ? nil : "nothing else is there"
        }
        guard 16...1_023 ~= credential.id.count, credential.aaguid.count == 16 else {
            return "IDs have their length"
        }
        guard (try? COSEKey(credential.keyBytes)) == credential.key else {
            return "a key that is kept is the key that was read"
        }
        let length = [UInt8(credential.id.count >> 8), UInt8(credential.id.count & 0xFF)]
        let middle = credential.aaguid + length + credential.id + credential.keyBytes
        return bytes.dropFirst(37).starts(with: middle)
            ? nil : "a credential is what the bytes say"
    }

    private static func brokenByAttestation(_ bytes: [UInt8]) -> String? {
        guard let object = try? AttestationObject(bytes) else { return nil }
        guard (try? CBOR.read(bytes))?["authData"]?.bytes == object.signedBytes else {
            return "what is signed is what was sent"
        }
        guard (try? AuthenticatorData(object.signedBytes)) == object.authenticatorData else {
            return "what is signed is what was read"
        }
        if case .packed(_, _, let certificates?) = object.statement, certificates.isEmpty {
            return "a chain has a certificate"
        }
        return nil
    }

    // MARK: What browsers write

    private static func brokenByClientData(_ bytes: [UInt8]) -> String? {
        guard let data = try? ClientData(bytes) else { return nil }
        guard bytes.count <= WebAuthnLimits.clientData else { return "client data are short" }
        let frame = data.isCrossOrigin ? ",\"crossOrigin\":true" : ""
        let text = """
            {"type":\(JSONText.quoted(data.type)),"challenge":\(JSONText.quoted(data.challenge)),\
            "origin":\(JSONText.quoted(data.origin))\(frame)}
            """
        // What stood in escapes may be longer as it is written here.
        guard text.utf8.count <= WebAuthnLimits.clientData else { return nil }
        guard (try? ClientData(Array(text.utf8))) == data else {
            return "client data say the same when they are written again"
        }
        guard let party else { return "there is a relying party" }
        let isAccepted =
            (try? data.check(for: .assertion, challenge: data.challenge, party: party)) != nil
        return isAccepted
            == (data.type.isExactly("webauthn.get") && party.allows(data.origin)
                && !data.isCrossOrigin)
            ? nil : "an assertion is one of a page of ours"
    }

    private static let party = RelyingParty(host: "id.example.com", isSecure: true, port: nil)

    private static func brokenByOrigin(_ bytes: [UInt8]) -> String? {
        let origin = String(decoding: bytes, as: UTF8.self)
        guard let party, party.allows(origin) else { return nil }
        let parts = origin.utf8.split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].elementsEqual("https:".utf8), parts[1].isEmpty else {
            return "an origin is a scheme and a host"
        }
        let labels = parts[2].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        let isOurs =
            switch labels.count {
            case 3: labels.joined(separator: ".").isExactly("id.example.com")
            case 5: labels.dropFirst().joined(separator: ".").isExactly("signin.id.example.com")
            default: false
            }
        return isOurs ? nil : "an origin is the host or one label below its sign-in host"
    }

    private static func brokenByResponses(_ bytes: [UInt8]) -> String? {
        if let response = try? RegistrationResponse(json: bytes) {
            let isKnown = response.transports.allSatisfy { transport in
                CredentialDescriptor.knownTransports.contains { $0.isExactly(transport) }
            }
            guard isKnown, 16...1_023 ~= response.credentialID.count else {
                return "a registration has an ID and known transports"
            }
        }
        if let response = try? AssertionResponse(json: bytes) {
            guard 16...1_023 ~= response.credentialID.count, response.userHandle?.count ?? 0 <= 64
            else { return "an assertion has an ID and a short user handle" }
        }
        return nil
    }
}
