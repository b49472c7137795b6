import IAMIdentifiers
import IAMPolicy
import Store

/// What a role's trust policy means today.
extension Role {
    /// The trust policy for a decision: whoever was deleted since it was written stands in it with
    /// their unique ID, which no namesake has.
    func trust(in tables: AccountTables) throws -> SourcedPolicy {
        SourcedPolicy(source: .resource(arn.description), text: trustPolicy)
    }
}
