/// The answer to a request.
package struct Decision: Hashable, Sendable {
    package enum Verdict: Hashable, Sendable {
        case allowed
        /// Some statement denies; no other can allow.
        case explicitlyDenied
        /// What would have to allow does not.
        case implicitlyDenied
    }

    package let verdict: Verdict
    /// The type of policy that denies, or that does not allow; the first of several in the order
    /// of ``PolicyType``. Nil when allowed, and when the account itself withholds it.
    package let deniedBy: PolicyType?

    /// The verdict that needs no reason.
    package static let allowed = Decision(verdict: .allowed, deniedBy: nil)

    /// No policy denies and the account does not let policies allow.
    package static let withheldByAccount = Decision(verdict: .implicitlyDenied, deniedBy: nil)

    static func explicitlyDenied(by type: PolicyType) -> Decision {
        Decision(verdict: .explicitlyDenied, deniedBy: type)
    }

    static func implicitlyDenied(by type: PolicyType) -> Decision {
        Decision(verdict: .implicitlyDenied, deniedBy: type)
    }
}
