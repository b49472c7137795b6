import AllocationCounter
import IAMPolicy
import Operations

/// All policies of AWS's own: what it takes to read, compile, print and validate them, and the
/// memory that they hold when they are compiled for one principal. That each is printed back equal
/// and is found to be without an error is part of it.
struct ManagedPolicyMeasurement {
    func figures() throws -> [Figure] {
        let policies = AWSManagedPolicies()
        let texts = policies.all.map { policies.document(of: $0) }
        let documents = try Self.documents(texts)
        try Self.checkPrinting(documents)
        let validator = PolicyValidator.builtIn
        _ = validator.findings(in: texts[0], as: .identity)  // the reference is read once
        let name = "\(texts.count) AWS-managed policies"
        func figure(_ what: String, _ work: () throws -> Void) rethrows -> Figure {
            Figure("\(what) \(name)", try Stopwatch.nanoseconds(work) / 1e6, .milliseconds)
        }
        return try [
            figure("Reading") { _ = try Self.documents(texts) },
            figure("Compiling") { _ = Self.policySet(documents) },
            figure("Printing") { documents.forEach { _ = $0.printed } },
            figure("Validating") {
                for text in texts {
                    let findings = validator.findings(in: text, as: .identity)
                    // One policy has a variable where IAM takes none of a customer's.
                    let isWrong = findings.contains {
                        $0.type == .error && $0.issue != .variableUnsupportedInElement
                    }
                    guard !isWrong else {
                        throw BenchmarkFailure("a policy of AWS's is found to be wrong")
                    }
                }
            },
            try memory(texts, name),
        ]
    }

    private static func checkPrinting(_ documents: [PolicyDocument]) throws {
        for document in documents {
            guard let printed = document.printed,
                try PolicyDocument(stored: printed, as: .managed).statements
                    == document.statements
            else { throw BenchmarkFailure("a policy of AWS's is not printed back equal") }
        }
    }

    /// What the C library has given out and not got back, before and after.
    private func memory(_ texts: [String], _ name: String) throws -> Figure {
        let before = allocated_bytes()
        let set = Self.policySet(try Self.documents(texts))
        let after = allocated_bytes()
        let textBytes = texts.reduce(0) { $0 + $1.utf8.count }
        return withExtendedLifetime(set) {
            Figure(
                "Memory of \(name), compiled", Double(after - before) / 1e6, .megabytes,
                peers: [Figure.Peer(name: "their texts", value: Double(textBytes) / 1e6)])
        }
    }

    private static func documents(_ texts: [String]) throws -> [PolicyDocument] {
        try texts.map { try PolicyDocument(stored: $0, as: .managed) }
    }

    private static func policySet(_ documents: [PolicyDocument]) -> PolicySet {
        let policies = documents.enumerated().map { index, document in
            AttachedPolicy(source: .named("policy \(index)"), document: document)
        }
        return PolicySet([PolicyLayer(.identityBased, policies)])
    }
}
