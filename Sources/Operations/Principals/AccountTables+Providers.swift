import IAMIdentifiers
import Store

extension AccountTables {
    /// Whether the identity provider by whose word a session began is still there.
    func hasProvider(_ federation: SessionGrant.Federation) throws -> Bool {
        switch federation.kind {
        case .webIdentity: try openIDConnectProviders.find(federation.providerID) != nil
        case .saml: try samlProviders.contains(federation.providerID)
        }
    }
}
