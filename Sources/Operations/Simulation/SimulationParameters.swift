import IAMIdentifiers
import IAMModel
import IAMPolicy

/// What the two operations that simulate have in common.
///
/// Source: IAM API Reference, SimulateCustomPolicy and SimulatePrincipalPolicy.
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html>
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html>
struct SimulationParameters {
    /// As `iam:CreateUser`, each without wildcards.
    let actionNames: [String]
    /// ARNs; `*` alone when none is named.
    let resources: [String]
    let contextEntries: [IAM.Shape.ContextEntry]?
    let maxItems: Int?
    let marker: String?
    private let policyInputs: [String]
    private let boundaries: [String]
    private let resourcePolicy: String?
    private let resourceOwner: String?
    private let callerArn: String?
    private let organization: [IAM.Shape.OrderedOrganizationPolicyType]

    init(_ input: IAM.SimulateCustomPolicy.Input) throws {
        try self.init(
            input.actionNames, input.resourceArns, input.contextEntries, input.maxItems,
            input.marker, input.permissionsBoundaryPolicyInputList, input.resourcePolicy,
            input.resourceOwner, input.callerArn, input.resourceHandlingOption,
            input.policyInputList, input.orderedOrganizationPolicyInputList)
    }

    init(_ input: IAM.SimulatePrincipalPolicy.Input) throws {
        try self.init(
            input.actionNames, input.resourceArns, input.contextEntries, input.maxItems,
            input.marker, input.permissionsBoundaryPolicyInputList, input.resourcePolicy,
            input.resourceOwner, input.callerArn, input.resourceHandlingOption,
            input.policyInputList)
    }

    private init(
        _ actionNames: [String], _ resourceArns: [String]?,
        _ contextEntries: [IAM.Shape.ContextEntry]?, _ maxItems: Int?, _ marker: String?,
        _ boundaries: [String]?, _ resourcePolicy: String?, _ resourceOwner: String?,
        _ callerArn: String?, _ scenario: String?, _ policyInputs: [String]?,
        _ organization: [IAM.Shape.OrderedOrganizationPolicyType]? = nil
    ) throws {
        self.actionNames = actionNames
        let named = resourceArns ?? []
        resources = named.isEmpty ? ["*"] : named
        self.contextEntries = contextEntries
        self.maxItems = maxItems
        self.marker = marker
        self.policyInputs = policyInputs ?? []
        self.boundaries = boundaries ?? []
        self.resourcePolicy = resourcePolicy
        self.resourceOwner = resourceOwner
        self.callerArn = callerArn
        self.organization = organization ?? []
        try checkNames()
        try ResourceScenario.check(scenario, against: resources)
    }

    private func checkNames() throws {
        for name in actionNames where !Self.isAction(name) {
            throw IAM.Errors.invalidInput(
                "The action \(name) is not valid; it must have the form service:name and no "
                    + "wildcards.", about: "ActionNames")
        }
        for resource in resources where resource != "*" && ARN(resource) == nil {
            throw IAM.Errors.invalidInput(
                "The resource \(resource) is neither an ARN nor *.", about: "ResourceArns")
        }
    }

    private static func isAction(_ name: String) -> Bool {
        let parts = name.parts(at: ":")
        return parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy { byte in
                        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
                            || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
                    }
            }
    }

    /// The identity-based policies that the request carries.
    /// - Parameter own: the bytes of the policies of the simulated principal.
    /// - Throws: `InvalidInput` for what is no policy, and for more than
    ///   ``Simulation/longestPolicies(besides:)``, all policies of the request together, before any
    ///   of them is read.
    func policies(besides own: Int = 0) throws -> [SimulatedPolicy] {
        let carried =
            policyInputs + boundaries + [resourcePolicy ?? ""]
            + organization.flatMap { $0.serviceControlPolicyInputList ?? [] }
        let limit = Simulation.longestPolicies(besides: own)
        guard carried.reduce(0, { $0 + $1.utf8.count }) <= limit else {
            throw IAM.Errors.invalidInput(
                "The policies of the request have more than \(limit) bytes. Name fewer policies.",
                about: "PolicyInputList")
        }
        return try SimulatedPolicy.inputs(policyInputs, named: "PolicyInputList")
    }

    /// The boundary that is simulated in place of the principal's own.
    /// - Throws: `InvalidInput` for more than one, and for what is no policy.
    func permissionsBoundary() throws -> SimulatedPolicy? {
        guard boundaries.count <= 1 else {
            throw IAM.Errors.invalidInput(
                "PermissionsBoundaryPolicyInputList can have only one policy.",
                about: "PermissionsBoundaryPolicyInputList")
        }
        return try SimulatedPolicy.inputs(
            boundaries, named: "PermissionsBoundaryPolicyInputList"
        ).first
    }

    /// The service control policies, a list for each level of the organization from its root to the
    /// account. A level without any allows nothing, as in AWS Organizations.
    /// - Throws: `InvalidInput` for what is no service control policy.
    func serviceControlPolicies() throws -> [[SimulatedPolicy]] {
        try organization.enumerated().map { index, level in
            try SimulatedPolicy.inputs(
                level.serviceControlPolicyInputList, in: "OrderedOrganizationPolicyInputList",
                named: "OrderedOrganizationPolicyInputList.\(index + 1)"
                    + ".ServiceControlPolicyInputList", as: .serviceControl)
        }
    }

    /// - Parameter simulatesUser: whether the policies are those of a user, whom its `Principal`
    ///   can name. Nobody knows by which session a role would come.
    /// - Throws: `InvalidInput` for what is no resource-based policy, and when nobody is there for
    ///   its `Principal` to name.
    func resourceBasedPolicy(simulatesUser: Bool) throws -> SimulatedPolicy? {
        guard let resourcePolicy else { return nil }
        guard simulatesUser || callerArn != nil else {
            throw IAM.Errors.invalidInput(
                "CallerArn is required when ResourcePolicy is given and no user is simulated.",
                about: "CallerArn")
        }
        return try SimulatedPolicy(
            input: resourcePolicy, in: "ResourcePolicy", named: "ResourcePolicy", as: .resourceBased
        )
    }

    /// The simulated caller, who need not exist.
    /// - Throws: `InvalidInput` unless it is the ARN of an IAM user.
    func caller() throws -> RequestPrincipal? {
        guard let callerArn else { return nil }
        guard let arn = ARN(callerArn), arn.service == "iam", arn.region.isEmpty,
            AccountID(arn.account) != nil, arn.resource.begins(with: "user/"),
            arn.resource.last != "/"
        else {
            throw IAM.Errors.invalidInput(
                "CallerArn \(callerArn) is not the ARN of an IAM user.", about: "CallerArn")
        }
        return .user(callerArn, of: arn.account)
    }

    /// The owner of resources whose ARNs do not name one: an account ID, or the ARN of its root
    /// user.
    func owner() throws -> String? {
        guard let resourceOwner else { return nil }
        if AccountID(resourceOwner) != nil { return resourceOwner }
        guard let arn = ARN(resourceOwner), arn.service == "iam", arn.resource == "root",
            AccountID(arn.account) != nil
        else {
            throw IAM.Errors.invalidInput(
                "ResourceOwner \(resourceOwner) is neither an account ID nor the ARN of an "
                    + "account.",
                about: "ResourceOwner")
        }
        return arn.account
    }
}
