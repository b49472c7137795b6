import Foundation
import IAMIdentifiers
import Testing

@testable import Credentials

/// What other people's code and Chromium made: see Fixtures/make-webauthn.py.
struct WebAuthnFixtures: Decodable {
    let accepted: [Accepted]
    let refusedRegistrations: [RefusedRegistration]
    let refusedAssertions: [RefusedAssertion]

    struct Accepted: Decodable, CustomTestStringConvertible {
        let name: String
        let party: Party
        let userHandle: String
        let registration: Exchange
        let expected: Expected
        /// Good one after another, with the counts that they have.
        let assertions: [Exchange]
        let counts: [Int]
        var testDescription: String { name }
    }

    struct RefusedRegistration: Decodable, CustomTestStringConvertible {
        let name: String
        let party: Party
        let requiresUserVerification: Bool
        let registration: Exchange
        /// The error as Swift prints it.
        let error: String
        var testDescription: String { name }
    }

    struct RefusedAssertion: Decodable, CustomTestStringConvertible {
        let name: String
        let party: Party
        let requiresUserVerification: Bool
        let credential: Credential
        let assertion: Exchange
        let error: String
        var testDescription: String { name }
    }

    struct Party: Decodable {
        let host: String
        let isSecure: Bool
        let port: Int?

        var value: RelyingParty? { RelyingParty(host: host, isSecure: isSecure, port: port) }
    }

    /// A challenge, and what the browser sent for it.
    struct Exchange: Decodable {
        let challenge: String
        /// In the form of `PublicKeyCredential.toJSON()`, as text.
        let json: [UInt8]

        private enum CodingKeys: String, CodingKey { case challenge, response }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            challenge = try container.decode(String.self, forKey: .challenge)
            let response = try container.decode(AnyJSON.self, forKey: .response)
            json = Array(try JSONEncoder().encode(response))
        }
    }

    struct Expected: Decodable {
        let id: String
        let algorithm: Int64
        let signCount: Int
        let isUserVerified: Bool
        let isBackupEligible: Bool
        let isBackedUp: Bool
        let aaguid: String
        let transports: [String]
    }

    struct Credential: Decodable {
        let id: String
        let publicKey: String
        let signCount: Int
        let userHandle: String

        var value: KnownCredential? {
            guard let id = Base64.forURLs.decoded(id),
                let key = Base64.forURLs.decoded(publicKey),
                let handle = Base64.forURLs.decoded(userHandle)
            else { return nil }
            return KnownCredential(
                id: id, publicKey: key, signCount: signCount, isBackupEligible: false,
                userHandle: handle)
        }
    }

    static let all: WebAuthnFixtures? = {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Fixtures/webauthn.json").standardizedFileURL
        guard let data = try? Data(contentsOf: file) else { return nil }
        return try? JSONDecoder().decode(WebAuthnFixtures.self, from: data)
    }()
}

/// Any JSON, to be written as it was read.
private enum AnyJSON: Codable {
    case object([String: AnyJSON])
    case array([AnyJSON])
    case string(String)
    case number(Int)
    case boolean(Bool)
    case null

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .boolean(value)
        } else if let value = try? container.decode(Int.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([AnyJSON].self) {
            self = .array(value)
        } else {
            self = .object(try container.decode([String: AnyJSON].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .object(let value): try container.encode(value)
        case .array(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .boolean(let value): try container.encode(value)
        case .null: try container.encodeNil()
        }
    }
}
