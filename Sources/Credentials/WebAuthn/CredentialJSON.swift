import IAMIdentifiers
import StrictJSON

/// The JSON of a `PublicKeyCredential`. Members that are not read are ignored: browsers send what
/// extensions say, and parts of the attestation object once more.
struct CredentialJSON {
    let id: [UInt8]
    let response: [ExactText: JSONNode]

    init(_ json: [UInt8]) throws(WebAuthnError) {
        guard json.count <= WebAuthnLimits.response else { throw .tooLong }
        guard String(validating: json, as: UTF8.self) != nil, let node = try? JSONReader.read(json),
            let members = node.members, case .string(let type) = members["type"]?.content,
            type.isExactly("public-key"), case .string(let text) = members["rawId"]?.content,
            let id = Base64.forURLs.decoded(text), let response = members["response"]?.members
        else { throw .malformedResponse }
        guard WebAuthnLimits.credentialID.contains(id.count) else { throw .malformedCredentialID }
        self.id = id
        self.response = response
    }

    func has(_ name: String) -> Bool {
        switch response[ExactText(name)]?.content {
        case nil, .null: false
        default: true
        }
    }

    /// The bytes of a member that is text in base64 for URLs.
    func bytes(_ name: String) throws(WebAuthnError) -> [UInt8] {
        guard case .string(let text) = response[ExactText(name)]?.content,
            let bytes = Base64.forURLs.decoded(text)
        else { throw .malformedResponse }
        return bytes
    }

    /// The texts of a member that is a list; none without the member.
    func texts(_ name: String) throws(WebAuthnError) -> [String] {
        guard has(name) else { return [] }
        guard case .array(let nodes) = response[ExactText(name)]?.content else {
            throw .malformedResponse
        }
        let texts = nodes.compactMap { node in
            if case .string(let text) = node.content { text } else { nil as String? }
        }
        guard texts.count == nodes.count else { throw .malformedResponse }
        return texts
    }
}
