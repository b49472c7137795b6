/// What the page after a form says was done. It travels in a cookie that holds the name of a case
/// and nothing else, so nobody can put words into it.
enum Notice: String, Sendable, CaseIterable {
    case passwordChanged, keyDeleted, keyActivated, keyDeactivated
    case policyAttached, policyDetached, policyDeleted, versionSaved, versionDeleted
    case defaultChanged, addedToGroup, removedFromGroup, passwordEnabled, passwordDisabled
    case tagAdded, tagRemoved, aliasSaved, aliasDeleted, rulesSaved, rulesDeleted
    case userDeleted, groupDeleted, sessionEnded, sessionClosed, passwordReset

    var phrase: Phrase {
        switch self {
        case .passwordChanged: .passwordChanged
        case .keyDeleted: .keyDeleted
        case .keyActivated: .keyActivated
        case .keyDeactivated: .keyDeactivated
        case .policyAttached: .policyAttached
        case .policyDetached: .policyDetached
        case .policyDeleted: .policyDeleted
        case .versionSaved: .versionSaved
        case .versionDeleted: .versionDeleted
        case .defaultChanged: .defaultChanged
        case .addedToGroup: .addedToGroup
        case .removedFromGroup: .removedFromGroup
        case .passwordEnabled: .passwordEnabled
        case .passwordDisabled: .passwordDisabled
        case .tagAdded: .tagAdded
        case .tagRemoved: .tagRemoved
        case .aliasSaved: .aliasSaved
        case .aliasDeleted: .aliasDeleted
        case .rulesSaved: .rulesSaved
        case .rulesDeleted: .rulesDeleted
        case .userDeleted: .userDeleted
        case .groupDeleted: .groupDeleted
        case .sessionEnded: .sessionEnded
        case .sessionClosed: .sessionClosed
        case .passwordReset: .passwordReset
        }
    }
}
