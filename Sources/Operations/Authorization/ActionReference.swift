package import IAMIdentifiers

/// What AWS says of an action that operations here ask for: what it does to what, and by what it
/// can be limited.
///
/// Source: Service Authorization Reference; `Data/service-authorization.py` says which pages.
package struct ActionReference: Sendable, Equatable {
    /// How AWS classes actions. Tagging and permissions management are writing, too.
    package enum Level: Sendable {
        case list, read, write, permissionsManagement, tagging
    }

    /// What the ARN that policies are asked about belongs to. The raw value is AWS's word.
    package enum ResourceType: String, Sendable, CaseIterable {
        case accessReport = "access-report"
        case account
        case accountInOrganization
        case assumedRole = "assumed-role"
        case contextProvider = "context-provider"
        case delegationRequest = "delegation-request"
        case federatedUser = "federated-user"
        case group
        case instanceProfile = "instance-profile"
        case mfa
        case oidcProvider = "oidc-provider"
        case policy
        case role
        case roleTemplate = "role-template"
        case rootUser = "root-user"
        case samlProvider = "saml-provider"
        case selfSession = "self-session"
        case serverCertificate = "server-certificate"
        case smsMfa = "sms-mfa"
        case user
    }

    package let level: Level
    /// The types of resource the action is on, one of them in each request. Empty for an action
    /// that is on no resource, where policies are asked about `*`.
    package let resourceTypes: [ResourceType]
    /// Other actions that the operation asks for besides. One that tags is asked for only when the
    /// request has tags.
    package let alsoNeeds: [String]
    private let keys: [String]

    init(
        _ level: Level, _ resourceTypes: [ResourceType] = [], keys: [String] = [],
        alsoNeeds: [String] = []
    ) {
        self.level = level
        self.resourceTypes = resourceTypes
        self.keys = keys
        self.alsoNeeds = alsoNeeds
    }

    /// The condition keys that a request for this action may carry, beside those of every request:
    /// the action's own and its resource's. A key with a part of its own ends in `${TagKey}`.
    package var conditionKeys: Set<ExactText> {
        Set<ExactText>(
            (keys + resourceTypes.flatMap { Self.resourceKeys[$0, default: []] })
                .map(ExactText.init))
    }

    /// The entry of an action, named as in policies (`iam:CreateUser`), or nil when AWS has none.
    package static subscript(action: String) -> ActionReference? {
        table[action] ?? newer[ExactText(action)]
    }

    /// Every action there is an entry for, by name.
    package static var actions: [String] { table.keys.sorted().map(\.text) }
}
