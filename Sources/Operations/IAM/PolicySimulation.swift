package import IAMIdentifiers
package import IAMModel
import IAMPolicy
import Store
package import Workers

/// The operations that ask what policies would decide, and what they would have to be told.
package enum PolicySimulation {
    static let operations: [any Handler.Type] = [
        IAM.SimulateCustomPolicy.self, IAM.SimulatePrincipalPolicy.self,
        IAM.GetContextKeysForCustomPolicy.self, IAM.GetContextKeysForPrincipalPolicy.self,
    ]
}

extension AccountTables {
    /// The user, the group or the role of an ARN, as a target.
    ///
    /// A root user has no policies that could be simulated, and a session is not an entity.
    /// - Returns: a target that holds `InvalidInput` for an ARN that names no entity, and
    ///   `NoSuchEntity` for one that is not there.
    func identity(
        arn text: String, about parameter: String = "PolicySourceArn"
    ) throws -> Target<IAMIdentity> {
        guard text.isPrintableASCII, let arn = ARN(text), arn.service == "iam", arn.region.isEmpty,
            AccountID(arn.account) != nil,
            let kind = arn.resource.parts(at: "/", keepingEmpty: false).first,
            ["user", "group", "role"].contains(kind), arn.resource.last != "/",
            let name = arn.resource.parts(at: "/", keepingEmpty: false).dropFirst().last
        else {
            return Target(
                text, of: owner(ofARN: text),
                .failure(
                    IAM.Errors.invalidInput(
                        "Invalid Entity Arn: \(text) does not clearly define entity type and "
                            + "name.", about: parameter)))
        }
        if kind == "user", let user = try users.find(named: name), user.arn == arn {
            return Target(
                text, of: account, tags: try tags.list(of: user.id), .success(IAMIdentity(user)))
        }
        if kind == "group", let group = try groups.find(named: name), group.arn == arn {
            return Target(text, of: account, .success(IAMIdentity(group)))
        }
        if kind == "role", let role = try roles.find(named: name), role.arn == arn {
            return Target(
                text, of: account, tags: try tags.list(of: role.id), .success(IAMIdentity(role)))
        }
        return Target(
            text, of: owner(ofARN: text),
            .failure(
                IAM.Errors.noSuchEntity(
                    "The \(kind) with name \(name) cannot be found.", about: parameter)))
    }
}

extension IAM.SimulateCustomPolicy: ComputingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    package static func read(_ input: Input, on _: Void, _ call: Call) throws -> AccountID {
        call.account
    }

    package static func compute(
        _ input: Input, _ account: AccountID, _ ticket: WorkerTicket
    ) throws -> Output {
        let parameters = try SimulationParameters(input)
        let policies = try parameters.policies()
        let page = try Simulation(parameters, policies, in: account).page(parameters, ticket)
        return Output(
            evaluationResults: page.items, isTruncated: page.isTruncated, marker: page.marker)
    }
}

/// The policies of whoever is simulated, as they are stored.
package struct SimulatedPrincipalPolicies: Sendable {
    fileprivate let account: AccountID
    fileprivate let stored: PrincipalPolicies
    fileprivate let billing: BillingAccess
    /// Who asks; nobody for a group.
    fileprivate let requestPrincipal: RequestPrincipal?

    fileprivate init(_ identity: IAMIdentity, _ call: Call) throws {
        account = identity.account
        stored = try PrincipalPolicies(of: identity, in: call.tables)
        billing = try BillingAccess(of: account, in: call.transaction)
        requestPrincipal = identity.requestPrincipal
    }
}

extension IAM.SimulatePrincipalPolicy: ComputingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<IAMIdentity> {
        try call.tables.identity(arn: input.policySourceArn)
    }

    package static func read(
        _ input: Input, on identity: IAMIdentity, _ call: Call
    ) throws -> SimulatedPrincipalPolicies {
        try SimulatedPrincipalPolicies(identity, call)
    }

    package static func compute(
        _ input: Input, _ principal: SimulatedPrincipalPolicies, _ ticket: WorkerTicket
    ) throws -> Output {
        let parameters = try SimulationParameters(input)
        let stored = try PolicyExclusions(input.policyExclusionList).applied(to: principal.stored)
        let added = try parameters.policies(besides: stored.textSize)
        let own = try stored.identityBased.map(SimulatedPolicy.init)
        let page = try Simulation(
            parameters, own + added,
            permissionsBoundary: try stored.permissionsBoundary.map(SimulatedPolicy.init),
            of: principal.requestPrincipal, in: principal.account, principal.billing
        ).page(parameters, ticket)
        return Output(
            evaluationResults: page.items, isTruncated: page.isTruncated, marker: page.marker)
    }
}

extension IAM.GetContextKeysForCustomPolicy: ComputingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        .whole(call.account)
    }

    package static func read(_ input: Input, on _: Void, _ call: Call) throws {}

    package static func compute(
        _ input: Input, _: Void, _ ticket: WorkerTicket
    ) throws -> Output {
        let policies = try SimulatedPolicy.inputs(input.policyInputList, named: "PolicyInputList")
        return Output(contextKeyNames: try ContextKeys.answer(policies.map(\.document)))
    }
}

extension IAM.GetContextKeysForPrincipalPolicy: ComputingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<IAMIdentity> {
        try call.tables.identity(arn: input.policySourceArn)
    }

    package static func read(
        _ input: Input, on identity: IAMIdentity, _ call: Call
    ) throws -> SimulatedPrincipalPolicies {
        try SimulatedPrincipalPolicies(identity, call)
    }

    package static func compute(
        _ input: Input, _ principal: SimulatedPrincipalPolicies, _ ticket: WorkerTicket
    ) throws -> Output {
        let added = try SimulatedPolicy.inputs(input.policyInputList, named: "PolicyInputList")
        // One that cannot be read asks about nothing: it denies everything.
        let own = principal.stored.all.compactMap { policy in
            try? PolicyDocument(stored: policy.text)
        }
        return Output(contextKeyNames: try ContextKeys.answer(own + added.map(\.document)))
    }
}
