import Credentials
import IAMIdentifiers
package import IAMModel
import Store
import Workers

/// The operations on an account's own issuer, whose tokens tell others who its principals are, and
/// on what the account prefers of STS.
///
/// Source: IAM User Guide, "Federating AWS identities to external services".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html>
package enum WebIdentityFederation {
    static let operations: [any Handler.Type] = [
        IAM.EnableOutboundWebIdentityFederation.self,
        IAM.DisableOutboundWebIdentityFederation.self,
        IAM.GetOutboundWebIdentityFederationInfo.self,
        IAM.SetSecurityTokenServicePreferences.self,
    ]

    /// The version of tokens that an account has which chose none.
    static let usualTokenVersion = 1

    /// The URL of an issuer. See `Decisions/0062`.
    static func url(of issuer: WebIdentityIssuerTable.Entry, _ services: Services) -> String {
        "\(services.federation.ownOrigin ?? "http://localhost")/\(issuer.id)"
    }

    fileprivate static let disabled = IAM.Errors.featureDisabled(
        "Outbound web identity federation is disabled for this account.")
}

extension IAM.EnableOutboundWebIdentityFederation: ChangingHandler {
    package static func prepare(
        _ input: Input, for caller: Caller, _ facts: RequestFacts, _ services: Services
    ) async throws -> Prepared? {
        try await offLoop { try services.spareTokenKeys.prepare() }
        return nil
    }

    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    /// An account that had an issuer before gets the same one.
    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let known = try call.tables.webIdentityIssuers.find(of: call.account)
        guard known?.isEnabled != true else {
            throw IAM.Errors.featureEnabled(
                "Outbound web identity federation is already enabled for this account.")
        }
        let issuer = WebIdentityIssuerTable.Entry(
            account: call.account, id: known?.id ?? UUIDText.random(), isEnabled: true)
        try call.tables.webIdentityIssuers.put(issuer)
        let keys = call.tables.webIdentityKeys
        if try keys.list().isEmpty {
            for signing in [try call.services.spareTokenKeys.take(), try TokenSigningKey(.es384)] {
                try keys.insert(
                    try WebIdentityKeys.make(
                        signing, for: call.account, at: call.now, call.services.sealer))
            }
        }
        return Output(issuerIdentifier: WebIdentityFederation.url(of: issuer, call.services))
    }
}

extension IAM.DisableOutboundWebIdentityFederation: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    /// The keys stay, since tokens that were given are good until they expire.
    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        guard var issuer = try call.tables.webIdentityIssuers.find(of: call.account),
            issuer.isEnabled
        else { throw WebIdentityFederation.disabled }
        issuer.isEnabled = false
        try call.tables.webIdentityIssuers.put(issuer)
        return Output()
    }
}

extension IAM.GetOutboundWebIdentityFederationInfo: LookupHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        guard let issuer = try call.tables.webIdentityIssuers.find(of: call.account),
            issuer.isEnabled
        else { throw WebIdentityFederation.disabled }
        return Output(
            issuerIdentifier: WebIdentityFederation.url(of: issuer, call.services),
            jwtVendingEnabled: true)
    }
}

extension IAM.SetSecurityTokenServicePreferences: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    /// GetAccountSummary shows the version. Here, tokens of both are the same.
    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let version =
            switch input.globalEndpointTokenVersion {
            case .v1Token: 1
            case .v2Token: 2
            }
        try call.tables.stsPreferences.set(tokenVersion: version, of: call.account)
        return Output()
    }
}
