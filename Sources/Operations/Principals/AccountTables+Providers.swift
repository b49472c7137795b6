import IAMIdentifiers

extension AccountTables {
    /// Whether the identity provider by whose word a session began is still there.
    func hasProvider(_ federation: SessionGrant.Federation) throws -> Bool {
        switch federation.kind {
        case .webIdentity, .saml: false  // until providers can be made, there is none
        }
    }
}
