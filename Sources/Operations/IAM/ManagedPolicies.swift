package import AWSWire
import IAMIdentifiers
package import IAMModel
package import IAMPolicy
package import Store

/// The operations on managed policies: a customer's own, kept with up to five versions, and AWS's,
/// which every account sees and none changes.
package enum ManagedPolicies {
    static let operations: [any Handler.Type] = [
        IAM.CreatePolicy.self, IAM.GetPolicy.self, IAM.ListPolicies.self, IAM.DeletePolicy.self,
        IAM.CreatePolicyVersion.self, IAM.GetPolicyVersion.self, IAM.ListPolicyVersions.self,
        IAM.SetDefaultPolicyVersion.self, IAM.DeletePolicyVersion.self,
        IAM.ListEntitiesForPolicy.self, IAM.TagPolicy.self, IAM.UntagPolicy.self,
        IAM.ListPolicyTags.self,
    ]

    // Source of the two: IAM User Guide, "IAM and AWS STS quotas".
    // <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
    /// Versions of one policy.
    static let versionsPerPolicy = 5
    /// Characters of one document, white space not counted.
    static let documentSize = 6_144
}

/// A managed policy, whoever's it is.
package enum AnyManagedPolicy {
    case customer(ManagedPolicy)
    case aws(AWSManagedPolicy)

    var arn: String {
        switch self {
        case .customer(let policy): policy.arn.description
        case .aws(let policy): policy.arnText
        }
    }

    /// What lists of one kind are sorted by: the name, then the ARN, because a policy of AWS's and
    /// one of the account's can have the same name.
    var sortKey: String {
        switch self {
        case .customer: ManagedPolicies.sortKey(ofARN: arn)
        case .aws(let policy): policy.sortKey
        }
    }

    /// What ListPolicies sorts by: the account's own policies come before AWS's, each by name. An
    /// exclamation mark sorts before every character that a name may have.
    var listKey: String {
        switch self {
        case .customer: "!\(sortKey)"
        case .aws: sortKey
        }
    }

    /// The name, in lower case, behind which a page begins that begins behind a list key: "" at the
    /// beginning of the list; nil behind all of the account's own policies.
    static func ownName(ofListKey key: String) -> String? {
        guard let first = key.utf8.first else { return "" }
        guard first == UInt8(ascii: "!") else { return nil }
        return String(Substring(key.utf8.dropFirst().prefix { $0 != UInt8(ascii: " ") }))
    }
}

// What an ARN says by itself.
extension ManagedPolicies {
    /// What is wrong with text in the place of a managed policy's ARN; nil if a policy of AWS's
    /// or of an account could have that ARN.
    ///
    /// Text that is no ARN, and an ARN of another partition, is a `ValidationError`; an ARN of
    /// something else, such as a role, is `InvalidInput`.
    ///
    /// Sources: AWS's check since 2024, <https://github.com/cloud-gov/aws-broker/issues/383>;
    /// its answers to a role's ARN, <https://github.com/hashicorp/vault/issues/2302>, and to an ARN
    /// in the place of a name, <https://github.com/aws-samples/aws-cdk-examples/issues/287>.
    /// - Parameter parameter: the one of the API that holds the text.
    static func fault(inARN text: String, _ parameter: String = "PolicyArn") -> IAMError? {
        let sentence = "ARN \(text) is not valid."
        guard let arn = ARN(text), arn.partition.isExactly("aws") else {
            return .validationError(sentence, about: parameter)
        }
        guard text.isPrintableASCII, arn.service == "iam", arn.region.isEmpty,
            arn.account == "aws" || AccountID(arn.account) != nil,
            arn.resource.begins(with: "policy/"), arn.resource.utf8.last != UInt8(ascii: "/"),
            IAM.Limits.policyPathType.violations(of: path(ofARN: text)).isEmpty,
            IAM.Limits.policyNameType.violations(of: name(ofARN: text)).isEmpty
        else { return IAM.Errors.invalidInput(sentence, about: parameter) }
        return nil
    }

    /// - Throws: ``fault(inARN:_:)``.
    static func requirePolicyARN(_ text: String) throws {
        if let fault = fault(inARN: text) { throw fault }
    }

    static func sortKey(ofARN arn: String) -> String {
        "\(name(ofARN: arn).asciiLowercased) \(arn)"
    }

    /// The last part of the resource.
    static func name(ofARN arn: String) -> String {
        arn.parts(at: "/", keepingEmpty: false).last ?? ""
    }

    /// Whether an ARN names a policy of AWS's for a role that is linked to a service.
    static func isOfServiceLinkedRole(arn: String) -> Bool {
        path(ofARN: arn).begins(with: "/aws-service-role/")
    }

    /// How it is told that a policy is for service-linked roles alone.
    static func ofService(about parameter: String) -> IAMError {
        IAM.Errors.policyNotAttachable(
            "Cannot attach a Service Role Policy to a Customer Role.", about: parameter)
    }

    /// The path of the policy an ARN names, as `/service-role/`.
    static func path(ofARN arn: String) -> String {
        guard let first = arn.firstIndex(of: "/"), let last = arn.lastIndex(of: "/") else {
            return "/"
        }
        return String(arn[first...last])
    }
}

/// How an operation says that no policy has an ARN. AWS has two sentences. GetPolicyVersion,
/// SetDefaultPolicyVersion, ListEntitiesForPolicy and the operations that attach a policy say the
/// second one, all others the first.
enum MissingPolicy {
    case notFound
    /// Source: <https://github.com/getmoto/moto/pull/6482>, an answer of AWS's.
    case notAttachable

    /// `NoSuchEntity`, or what is wrong with the ARN when no policy could have it.
    func error(about arn: String) -> IAMError {
        if let fault = ManagedPolicies.fault(inARN: arn) { return fault }
        let sentence =
            switch self {
            case .notFound: "Policy \(arn) was not found."
            case .notAttachable: "Policy \(arn) does not exist or is not attachable."
            }
        return IAM.Errors.noSuchEntity(sentence, about: "PolicyArn")
    }
}

extension AccountTables {
    /// The account, where an ARN says that it owns what the ARN names; else nil.
    func owner(ofARN text: String) -> AccountID? {
        ARN(text)?.account == account.description ? account : nil
    }

    /// The policy of this ARN, as a target: a customer's of this account, or AWS's.
    func policy(
        arn: String, ifMissing missing: MissingPolicy = .notFound
    ) throws -> Target<AnyManagedPolicy> {
        let shown = "policy \(arn)"
        if let policy = AWSManagedPolicies().policy(arn: arn) {
            return Target(arn, of: nil, shownAs: shown, .success(.aws(policy)))
        }
        if let policy = try managedPolicy(arn: arn) {
            return Target(
                arn, of: account, shownAs: shown, tags: try tags.list(of: policy.id),
                .success(.customer(policy)))
        }
        return Target(
            arn, of: owner(ofARN: arn), shownAs: shown, .failure(missing.error(about: arn)))
    }
}

extension Call {
    /// The policy of this ARN as a target, for operations that change it.
    ///
    /// AWS's policies are refused to everyone, a root user included, and so are those of other
    /// accounts, of which nothing is said.
    func policyToChange(
        arn: String, ifMissing missing: MissingPolicy = .notFound
    ) throws -> Target<ManagedPolicy> {
        let target = try tables.policy(arn: arn, ifMissing: missing)
        switch try? target.get() {
        case .customer(let policy): return target.map { _ in policy }
        case nil where target.account == account || ManagedPolicies.fault(inARN: arn) != nil:
            return Target(
                arn, of: target.account, shownAs: target.shown,
                .failure(missing.error(about: arn)))
        case nil, .aws:
            return Target(
                arn, of: target.account, shownAs: target.shown,
                .failure(.accessDenied("Policy is outside your own account.")))
        }
    }

    /// - Throws: ``MissingPolicy/error(about:)`` when there is no policy of this ARN to attach,
    ///   `PolicyNotAttachable` for policies of service-linked roles.
    func requireAttachablePolicy(arn: String) throws {
        _ = try tables.policy(arn: arn, ifMissing: .notAttachable).get()
        guard !ManagedPolicies.isOfServiceLinkedRole(arn: arn) else {
            throw ManagedPolicies.ofService(about: "PolicyArn")
        }
    }

    /// - Parameter ofService: what is told of a policy of a service-linked role; nil where the
    ///   operation has no error of its own for it.
    /// - Throws: `NoSuchEntity` when there is no policy of this ARN to bound permissions with, and
    ///   what is wrong with the ARN when there could be none.
    func requireBoundaryPolicy(arn: String, ifOfService ofService: IAMError? = nil) throws {
        if let fault = ManagedPolicies.fault(inARN: arn, "PermissionsBoundary") { throw fault }
        let missing = IAM.Errors.noSuchEntity(
            "Scope ARN: \(arn) does not exist or is not attachable.", about: "PermissionsBoundary")
        let target = try tables.policy(arn: arn)
        guard (try? target.get()) != nil else { throw missing }
        guard !ManagedPolicies.isOfServiceLinkedRole(arn: arn) else { throw ofService ?? missing }
    }

    /// A document that may be kept as a managed policy.
    func requireManagedDocument(_ document: String) throws {
        _ = try identityPolicy(document, as: .managed)
        let size = PolicyDocument.sizeWithoutWhitespace(of: document)
        guard size <= ManagedPolicies.documentSize else {
            throw IAM.Errors.limitExceeded(
                "Cannot exceed quota for PolicySize: \(ManagedPolicies.documentSize)",
                about: "PolicyDocument")
        }
    }
}

extension IAM.CreatePolicy: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<Void> {
        Target(
            ARN.iam(call.account, "policy\(input.path ?? "/")\(input.policyName)").description,
            of: call.account)
    }

    package static func conditions(
        _ input: Input, on target: Target<Void>, _ call: Call
    ) throws -> RequestContext {
        try Tagging.conditions(setting: input.tags, on: .managedPolicy)
    }

    /// A policy with tags also needs `iam:TagPolicy`.
    /// Source: IAM User Guide, "Tag customer managed policies".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags_customer-managed-policies.html>
    package static func authorize(
        _ input: Input, _ target: Target<Void>, _ call: Call
    ) throws {
        try call.authorize(
            action, on: target, with: conditions(input, on: target, call), setting: input.tags,
            by: IAM.TagPolicy.action)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        try call.requireManagedDocument(input.policyDocument)
        try call.require(call.tables.managedPolicies.count() + 1, within: .policies)
        let tags = try Tagging.validated(input.tags ?? [])
        let policy = ManagedPolicy(
            account: call.account, id: call.withRandom { UniqueID(.managedPolicy, using: &$0) },
            name: input.policyName, path: EntityPath(stored: input.path ?? "/"),
            description: input.description, defaultVersion: 1, latestVersion: 1,
            createdAt: call.now, updatedAt: call.now)
        guard try call.tables.managedPolicies.insert(policy) else {
            throw IAM.Errors.entityAlreadyExists(
                "A policy called \(policy.name) already exists. Duplicate names are not allowed.",
                about: "PolicyName")
        }
        try call.tables.managedPolicies.insert(
            .init(number: 1, document: input.policyDocument, createdAt: call.now), of: policy.id)
        for tag in tags { try call.tables.tags.set(tag, on: policy.id) }
        // Only GetPolicy gives the description, and a list of tags that is empty.
        var shape = try IAM.Shape.Policy(policy, tags: tags, call)
        shape.description = nil
        if tags.isEmpty { shape.tags = nil }
        return Output(policy: shape)
    }
}

extension IAM.GetPolicy: LookupHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<AnyManagedPolicy> {
        try call.tables.policy(arn: input.policyArn)
    }

    package static func handle(
        _ input: Input, on policy: AnyManagedPolicy, _ call: Call
    ) throws -> Output {
        switch policy {
        case .customer(let policy):
            let tags = try call.tables.tags.list(of: policy.id)
            return Output(policy: try IAM.Shape.Policy(policy, tags: tags, call))
        case .aws(let policy):
            return Output(policy: try IAM.Shape.Policy(policy, call))
        }
    }
}

extension IAM.DeletePolicy: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<ManagedPolicy> {
        try call.policyToChange(arn: input.policyArn)
    }

    package static func handle(
        _ input: Input, on policy: ManagedPolicy, _ call: Call
    ) throws -> Output {
        let uses = try call.tables.policyUses.counts(of: policy.arn.description)
        guard uses == .init() else {
            throw IAM.Errors.deleteConflict("Cannot delete a policy attached to entities.")
        }
        guard try call.tables.managedPolicies.versions(of: policy.id).count == 1 else {
            throw IAM.Errors.deleteConflict(
                "This policy has more than one version. Before you delete a policy, you must "
                    + "delete the policy's versions. The default version is deleted with the "
                    + "policy.")
        }
        try call.tables.tags.removeAll(from: policy.id)
        try call.tables.managedPolicies.delete(policy.id)
        return Output()
    }
}

extension IAM.TagPolicy: ChangesPolicy, SetsTags {}
extension IAM.UntagPolicy: ChangesPolicy, RemovesTags {}

/// An operation that changes the customer's managed policy that its input names.
package protocol ChangesPolicy: Handler where Input: NamesPolicyARN, Resource == ManagedPolicy {}

extension ChangesPolicy {
    package static func target(_ input: Input, _ call: Call) throws -> Target<ManagedPolicy> {
        try call.policyToChange(arn: input.policyArn)
    }
}

extension IAM.ListPolicyTags: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<AnyManagedPolicy> {
        try call.tables.policy(arn: input.policyArn)
    }

    package static func handle(
        _ input: Input, on policy: AnyManagedPolicy, _ call: Call
    ) throws -> Output {
        guard case .customer(let policy) = policy else {
            return Output(tags: [], isTruncated: false)
        }
        let page = try Tagging.page(of: policy.id, Paging(input), call)
        return Output(
            tags: page.items.map(IAM.Shape.Tag.init), isTruncated: page.isTruncated,
            marker: page.marker)
    }
}
