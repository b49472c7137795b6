import IAMIdentifiers
import IAMPolicy
import Store
import Workers

/// Policies of a principal that a transaction would have to compile, which may take long: they are
/// compiled outside of it, and it is run again.
struct PoliciesNotCompiled: Error {
    /// Whose turn it is to compile them in.
    let account: AccountID
    let principal: PolicyHolder
    let policies: PrincipalPolicies
    let marks: [ChangeMark]
}

extension Services {
    /// How often the policies of a principal may change between being compiled and being asked.
    private static let attempts = 4
    /// Texts up to this long are compiled by whoever needs them, in bytes: it takes less than a
    /// millisecond.
    static let shortText = 16_384

    /// Runs what asks policies, again once those it lacks are compiled.
    /// - Throws: what `body` throws; ``IAMError/throttling`` when the account computes too much
    ///   already, or changes its policies faster than they can be compiled.
    func withCompiledPolicies<Value>(_ body: () async throws -> Value) async throws -> Value {
        for _ in 0..<Self.attempts {
            do {
                return try await body()
            } catch let missing as PoliciesNotCompiled {
                try await compile(missing)
            }
        }
        throw IAMError.throttling
    }

    private func compile(_ missing: PoliciesNotCompiled) async throws {
        let policies = missing.policies
        let set =
            policies.textSize <= Self.shortText
            ? PolicySet(policies.layers)
            : try await computations.run(for: missing.account) { _ in PolicySet(policies.layers) }
        principalPolicies.keep(set, of: policies, missing.principal, at: missing.marks)
    }
}
