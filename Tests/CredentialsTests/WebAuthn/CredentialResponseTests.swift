import IAMIdentifiers
import Testing

@testable import Credentials

/// The JSON that pages send, and how much of it is read.
@Suite struct CredentialResponseTests {
    private static let id = Base64.forURLs.encoded([UInt8](repeating: 7, count: 16))

    private func registration(
        rawId: String = "\"\(id)\"", type: String = "\"public-key\"",
        clientData: String = "\"e30\"",
        transports: String = "[\"usb\"]", more: String = ""
    ) -> [UInt8] {
        Array(
            """
            {"type":\(type),"rawId":\(rawId),"response":{"clientDataJSON":\(clientData),\
            "attestationObject":"oA","transports":\(transports)}\(more)}
            """.utf8)
    }

    private func assertion(userHandle: String, signature: String = "\"AQ\"") -> [UInt8] {
        Array(
            """
            {"type":"public-key","rawId":"\(Self.id)","response":{"clientDataJSON":"e30",\
            "authenticatorData":"AA","signature":\(signature),"userHandle":\(userHandle)}}
            """.utf8)
    }

    @Test func aRegistrationIsRead() throws {
        let response = try RegistrationResponse(
            json: registration(
                transports: "[\"usb\",\"hybrid\",\"pigeon\",\"usb\"]",
                more: ",\"authenticatorAttachment\":null,\"clientExtensionResults\":{\"a\":[1]}"))
        #expect(response.credentialID == [UInt8](repeating: 7, count: 16))
        #expect(response.clientDataJSON == Array("{}".utf8) && response.attestationObject == [0xA0])
        #expect(response.transports == ["hybrid", "usb"])
        #expect(try RegistrationResponse(json: registration(transports: "null")).transports == [])
    }

    @Test func anAssertionIsRead() throws {
        let response = try AssertionResponse(json: assertion(userHandle: "\"QUlEQQ\""))
        #expect(response.authenticatorData == [0] && response.signature == [1])
        #expect(response.userHandle == Array("AIDA".utf8))
        #expect(try AssertionResponse(json: assertion(userHandle: "null")).userHandle == nil)
        #expect(try AssertionResponse(json: assertion(userHandle: "\"\"")).userHandle == [])
    }

    @Test func whatIsNoCredentialIsRefused() {
        let malformed = [
            [], Array("null".utf8), Array("[]".utf8), Array("{}".utf8), [0xFF],
            registration(type: "\"password\""), registration(type: "null"),
            registration(rawId: "null"), registration(rawId: "\"A+==\""),
            registration(clientData: "{}"), registration(clientData: "\"e30=\""),
            registration(transports: "[1]"), registration(transports: "\"usb\""),
            registration(more: ",\"type\":\"public-key\""), registration() + [0x2C],
        ]
        for json in malformed {
            #expect(throws: WebAuthnError.malformedResponse) {
                try RegistrationResponse(json: json)
            }
        }
        for json in [assertion(userHandle: "1"), assertion(userHandle: "null", signature: "null")] {
            #expect(throws: WebAuthnError.malformedResponse) { try AssertionResponse(json: json) }
        }
        for count in [0, 15, 1_024] {
            let id = Base64.forURLs.encoded([UInt8](repeating: 7, count: count))
            #expect(throws: WebAuthnError.malformedCredentialID) {
                try RegistrationResponse(json: registration(rawId: "\"\(id)\""))
            }
        }
    }

    @Test("what is too long is refused before anything is made of it")
    func limits() throws {
        let space = [UInt8](repeating: 0x20, count: WebAuthnLimits.response)
        #expect(throws: WebAuthnError.tooLong) {
            try RegistrationResponse(json: registration() + space)
        }
        let padded = registration() + space.dropLast(registration().count)
        #expect(padded.count == WebAuthnLimits.response)
        _ = try RegistrationResponse(json: padded)
        let handle = { Base64.forURLs.encoded([UInt8](repeating: 7, count: $0)) }
        _ = try AssertionResponse(json: assertion(userHandle: "\"\(handle(64))\""))
        #expect(throws: WebAuthnError.tooLong) {
            try AssertionResponse(json: assertion(userHandle: "\"\(handle(65))\""))
        }
        for (count, error) in [
            (WebAuthnLimits.attestationObject, WebAuthnError.malformedCBOR(.trailingBytes)),
            (WebAuthnLimits.attestationObject + 1, .tooLong),
        ] {
            #expect(throws: error) { try AttestationObject([UInt8](repeating: 0, count: count)) }
        }
        for (count, error) in [
            (WebAuthnLimits.authenticatorData, WebAuthnError.malformedAuthenticatorData),
            (WebAuthnLimits.authenticatorData + 1, .tooLong),
        ] {
            #expect(throws: error) { try AuthenticatorData([UInt8](repeating: 0, count: count)) }
        }
        let clientData = { (count: Int) in
            let start = #"{"type":"a","challenge":"b","origin":"c"}"#
            return Array(start.utf8) + [UInt8](repeating: 0x20, count: count - start.utf8.count)
        }
        _ = try ClientData(clientData(WebAuthnLimits.clientData))
        #expect(throws: WebAuthnError.tooLong) {
            try ClientData(clientData(WebAuthnLimits.clientData + 1))
        }
    }
}
