import IAMIdentifiers
package import IAMModel
import IAMPolicy
package import Store

/// The operations that ask what policies would decide, and what they would have to be told.
package enum PolicySimulation {
    static let operations: [any Handler.Type] = [
        IAM.SimulateCustomPolicy.self, IAM.SimulatePrincipalPolicy.self,
        IAM.GetContextKeysForCustomPolicy.self, IAM.GetContextKeysForPrincipalPolicy.self,
    ]
}

/// A user or a group (a role, later) whose policies are simulated.
package enum PolicyPrincipal {
    case user(User)
    case group(Group)

    fileprivate func storedPolicies(_ call: Call) throws -> PrincipalPolicies {
        switch self {
        case .user(let user): try call.policies(of: user)
        case .group(let group): try call.policies(of: group)
        }
    }

    /// Its policies, read.
    /// - Throws: `PolicyEvaluation` when one of them cannot be read.
    fileprivate func policies(
        _ call: Call
    ) throws -> (identityBased: [SimulatedPolicy], permissionsBoundary: SimulatedPolicy?) {
        let stored = try storedPolicies(call)
        return (
            try stored.identityBased.map(SimulatedPolicy.init),
            try stored.permissionsBoundary.map(SimulatedPolicy.init)
        )
    }

    /// Who asks, when its policies are simulated; nobody for a group.
    fileprivate var requester: Requester? {
        guard case .user(let user) = self else { return nil }
        return .user(
            user.arn.description, of: user.account.description, uniqueID: user.id.description)
    }
}

extension Call {
    /// The user or the group of an ARN, as a target.
    ///
    /// A root user has no policies that could be simulated, and a session is not an entity.
    /// - Returns: a target that holds `InvalidInput` for an ARN that names no entity, and
    ///   `NoSuchEntity` for one that is not there.
    func policyPrincipal(arn text: String) throws -> Target<PolicyPrincipal> {
        guard text.isPrintableASCII, let arn = ARN(text), arn.service == "iam", arn.region.isEmpty,
            AccountID(arn.account) != nil,
            let kind = arn.resource.parts(at: "/", keepingEmpty: false).first,
            ["user", "group", "role"].contains(kind), arn.resource.last != "/",
            let name = arn.resource.parts(at: "/", keepingEmpty: false).dropFirst().last
        else {
            return Target(
                text,
                .failure(
                    .invalidInput(
                        "Invalid Entity Arn: \(text) does not clearly define entity type and "
                            + "name.")))
        }
        if kind == "user", let user = try users.find(named: name), user.arn == arn {
            return Target(text, tags: try tags.list(of: user.id), .success(.user(user)))
        }
        if kind == "group", let group = try groups.find(named: name), group.arn == arn {
            return Target(text, .success(.group(group)))
        }
        return Target(
            text, .failure(.noSuchEntity("The \(kind) with name \(name) cannot be found.")))
    }
}

extension IAM.SimulateCustomPolicy: Handler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> { .account }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let parameters = try SimulationParameters(input)
        let policies = try SimulatedPolicy.inputs(input.policyInputList, named: "PolicyInputList")
        let page = try Simulation(parameters, policies, in: call.account).page(parameters)
        return Output(
            evaluationResults: page.items, isTruncated: page.isTruncated, marker: page.marker)
    }
}

extension IAM.SimulatePrincipalPolicy: Handler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<PolicyPrincipal> {
        try call.policyPrincipal(arn: input.policySourceArn)
    }

    package static func handle(
        _ input: Input, on principal: PolicyPrincipal, _ call: Call
    ) throws -> Output {
        let parameters = try SimulationParameters(input)
        let added = try SimulatedPolicy.inputs(input.policyInputList, named: "PolicyInputList")
        let own = try principal.policies(call)
        let page = try Simulation(
            parameters, own.identityBased + added, permissionsBoundary: own.permissionsBoundary,
            of: principal.requester, in: call.account
        ).page(parameters)
        return Output(
            evaluationResults: page.items, isTruncated: page.isTruncated, marker: page.marker)
    }
}

extension IAM.GetContextKeysForCustomPolicy: Handler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> { .account }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let policies = try SimulatedPolicy.inputs(input.policyInputList, named: "PolicyInputList")
        return Output(contextKeyNames: ContextKeys.names(in: policies.map(\.document)))
    }
}

extension IAM.GetContextKeysForPrincipalPolicy: Handler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<PolicyPrincipal> {
        try call.policyPrincipal(arn: input.policySourceArn)
    }

    package static func handle(
        _ input: Input, on principal: PolicyPrincipal, _ call: Call
    ) throws -> Output {
        let added = try SimulatedPolicy.inputs(input.policyInputList, named: "PolicyInputList")
        // One that cannot be read asks about nothing: it denies everything.
        let own = try principal.storedPolicies(call).all.compactMap { policy in
            try? PolicyDocument(stored: policy.text)
        }
        return Output(contextKeyNames: ContextKeys.names(in: own + added.map(\.document)))
    }
}
