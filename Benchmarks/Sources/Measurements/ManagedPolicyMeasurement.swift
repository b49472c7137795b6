import AllocationCounter
import IAMPolicy
import Operations

/// All policies of AWS's own: what it takes to read, compile, print and validate them, and the
/// memory that they hold when they are compiled for one principal.
struct ManagedPolicyMeasurement {
    func figures() throws -> [Figure] {
        let policies = AWSManagedPolicies()
        let texts = policies.all.map { policies.document(of: $0) }
        let attached = try Self.attached(texts)
        let validator = PolicyValidator.builtIn
        _ = validator.findings(in: texts[0], as: .identity)  // the reference is read once
        let name = "\(texts.count) AWS-managed policies"
        func figure(_ what: String, _ work: () throws -> Void) rethrows -> Figure {
            Figure("\(what) \(name)", try Stopwatch.nanoseconds(work) / 1e6, .milliseconds)
        }
        return try [
            figure("Reading") { _ = try Self.attached(texts) },
            figure("Compiling") { _ = Self.set(attached) },
            figure("Printing") {
                for policy in attached {
                    guard case .document(let document) = policy.content, document.printed != nil
                    else { throw BenchmarkFailure("a policy of AWS's cannot be printed") }
                }
            },
            figure("Validating") {
                for text in texts {
                    let findings = validator.findings(in: text, as: .identity)
                    guard !findings.contains(where: { $0.type == .error }) else {
                        throw BenchmarkFailure("a policy of AWS's is found to be wrong")
                    }
                }
            },
            try memory(texts, name),
        ]
    }

    /// What is allocated before and after.
    private func memory(_ texts: [String], _ name: String) throws -> Figure {
        let before = allocated_bytes()
        let set = Self.set(try Self.attached(texts))
        let after = allocated_bytes()
        let textBytes = texts.reduce(0) { $0 + $1.utf8.count }
        return withExtendedLifetime(set) {
            Figure(
                "Memory of \(name), compiled", Double(after - before) / 1e6, .megabytes,
                peers: [.init(name: "their texts", value: Double(textBytes) / 1e6)])
        }
    }

    private static func attached(_ texts: [String]) throws -> [AttachedPolicy] {
        try texts.enumerated().map { index, text in
            AttachedPolicy(
                source: .named("policy \(index)"),
                document: try PolicyDocument(parsing: text, as: .managed))
        }
    }

    private static func set(_ policies: [AttachedPolicy]) -> PolicySet {
        PolicySet([PolicyLayer(.identityBased, policies)])
    }
}
