/// Policies that are asked together, ready to decide: those of a principal, or those of a resource.
///
/// Made once and used for many requests; it does not change.
package final class PolicySet: Sendable {
    /// How many layers one set may have; what is beyond them denies everything. An organization
    /// nests seven deep at most.
    package static let maximumLayers = 64

    package static let empty = PolicySet([])

    package let layers: [PolicyLayer]
    /// Whether nothing is granted unless the resource's policy allows it, as with the trust policy
    /// of a role and the policy of a KMS key.
    package let resourcePolicyIsRequired: Bool
    let program: PolicyProgram
    let index: StatementIndex
    /// The types of policy of which there is a layer.
    let types: PolicyTypes
    /// The types of policy of which one cannot be read, so that all is denied.
    let unreadable: PolicyTypes

    /// How much there is to be compared, in bytes and wildcards of patterns, about.
    package var size: Int { program.bytes.count + program.units.count }

    package init(_ layers: [PolicyLayer], resourcePolicyIsRequired: Bool = false) {
        var program = PolicyProgram()
        var unreadable: PolicyTypes = []
        for (number, layer) in layers.enumerated() {
            guard number < Self.maximumLayers else {
                unreadable.insert(PolicyTypes(layer.type))
                continue
            }
            for (position, policy) in layer.policies.enumerated() {
                switch policy.content {
                case .unreadable: unreadable.insert(PolicyTypes(layer.type))
                case .document(let document):
                    for (index, statement) in document.statements.enumerated() {
                        program.add(statement, at: index, of: position, in: number, layer.type)
                    }
                }
            }
        }
        self.layers = layers
        self.resourcePolicyIsRequired = resourcePolicyIsRequired
        self.program = program
        self.unreadable = unreadable
        types = PolicyTypes(layers.map(\.type))
        index = StatementIndex(program)
    }
}

/// A set of types of policy.
struct PolicyTypes: OptionSet, Sendable {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }
    init(_ type: PolicyType) { rawValue = 1 << type.rawValue }
    init(_ types: some Sequence<PolicyType>) {
        self = types.reduce(into: []) { $0.insert(PolicyTypes($1)) }
    }

    func contains(_ type: PolicyType) -> Bool { contains(PolicyTypes(type)) }

    /// The type that is told first.
    var first: PolicyType? { PolicyType(rawValue: UInt8(rawValue.trailingZeroBitCount)) }
}
