import AWSWire
import IAMIdentifiers
package import IAMModel
package import Store

// The versions of a managed policy: five at most, one of them in force.

extension ManagedPolicies {
    /// The number of a version ID, as 3 of `v3`; nil when it is not one.
    static func number(ofVersion id: String) -> Int? {
        guard id.first == "v", let number = Int(id.dropFirst()), "v\(number)" == id, number > 0
        else { return nil }
        return number
    }

    static func versionNotFound(_ id: String, of arn: String) -> IAMError {
        IAM.Errors.noSuchEntity(
            "Policy \(arn) version \(id) does not exist or is not attachable.", about: "VersionId")
    }
}

extension AccountTables {
    /// A version of a customer's policy.
    /// - Throws: `NoSuchEntity` when there is none of this ID.
    func version(
        _ id: String, of policy: ManagedPolicy
    ) throws -> ManagedPolicyTable.Version {
        guard let number = ManagedPolicies.number(ofVersion: id),
            let version = try managedPolicies.version(number, of: policy.id)
        else { throw ManagedPolicies.versionNotFound(id, of: policy.arn.description) }
        return version
    }
}

extension IAM.Shape.PolicyVersion {
    /// A version as answers show it; `document` only where AWS gives it.
    init(
        _ version: ManagedPolicyTable.Version, of policy: ManagedPolicy, showsDocument: Bool = false
    ) {
        self.init(
            document: showsDocument ? PercentEncoding.encode(version.document) : nil,
            versionId: "v\(version.number)",
            isDefaultVersion: version.number == policy.defaultVersion,
            createDate: version.createdAt)
    }

    /// AWS's catalogue holds the version in force alone.
    init(_ policy: AWSManagedPolicy, document: String? = nil) {
        self.init(
            document: document.map { PercentEncoding.encode($0) },
            versionId: "v\(policy.defaultVersion)",
            isDefaultVersion: true, createDate: policy.updatedAt)
    }
}

extension IAM.CreatePolicyVersion: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<ManagedPolicy> {
        try call.policyToChange(arn: input.policyArn)
    }

    package static func handle(
        _ input: Input, on policy: ManagedPolicy, _ call: Call
    ) throws -> Output {
        try call.requireManagedDocument(input.policyDocument)
        let count = try call.tables.managedPolicies.versions(of: policy.id).count
        guard count < ManagedPolicies.versionsPerPolicy else {
            throw IAM.Errors.limitExceeded(
                "A managed policy can have up to \(ManagedPolicies.versionsPerPolicy) versions. "
                    + "Before you create a new version, you must delete an existing version.")
        }
        var changed = policy
        changed.latestVersion += 1
        changed.updatedAt = call.now
        if input.setAsDefault == true { changed.defaultVersion = changed.latestVersion }
        let version = ManagedPolicyTable.Version(
            number: changed.latestVersion, document: input.policyDocument, createdAt: call.now)
        try call.tables.managedPolicies.insert(version, of: policy.id)
        try call.tables.managedPolicies.update(changed)
        return Output(policyVersion: IAM.Shape.PolicyVersion(version, of: changed))
    }
}

extension IAM.GetPolicyVersion: LookupHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<AnyManagedPolicy> {
        try call.tables.policy(arn: input.policyArn, ifMissing: .notAttachable)
    }

    package static func handle(
        _ input: Input, on policy: AnyManagedPolicy, _ call: Call
    ) throws -> Output {
        switch policy {
        case .customer(let policy):
            let version = try call.tables.version(input.versionId, of: policy)
            return Output(
                policyVersion: IAM.Shape.PolicyVersion(version, of: policy, showsDocument: true))
        case .aws(let policy):
            guard input.versionId == "v\(policy.defaultVersion)" else {
                throw ManagedPolicies.versionNotFound(
                    input.versionId, of: policy.arn.description)
            }
            let document = call.services.awsManagedPolicies.document(of: policy)
            return Output(policyVersion: IAM.Shape.PolicyVersion(policy, document: document))
        }
    }
}

extension IAM.ListPolicyVersions: ReadingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<AnyManagedPolicy> {
        try call.tables.policy(arn: input.policyArn)
    }

    package static func handle(
        _ input: Input, on policy: AnyManagedPolicy, _ call: Call
    ) throws -> Output {
        let paging = try Paging(input)
        switch policy {
        case .aws(let policy):
            return Output(versions: [IAM.Shape.PolicyVersion(policy)], isTruncated: false)
        case .customer(let policy):
            // The newest first, so the key counts down.
            let page = paging.page(of: try call.tables.managedPolicies.versions(of: policy.id)) {
                sortKey(Int.max - $0.number)
            }
            return Output(
                versions: page.items.map { IAM.Shape.PolicyVersion($0, of: policy) },
                isTruncated: page.isTruncated, marker: page.marker)
        }
    }

    /// A number as text that sorts as the number does.
    private static func sortKey(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 20 - digits.count) + digits
    }
}

extension IAM.SetDefaultPolicyVersion: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<ManagedPolicy> {
        try call.policyToChange(arn: input.policyArn, ifMissing: .notAttachable)
    }

    package static func handle(
        _ input: Input, on policy: ManagedPolicy, _ call: Call
    ) throws -> Output {
        var changed = policy
        changed.defaultVersion = try call.tables.version(input.versionId, of: policy).number
        changed.updatedAt = call.now
        try call.tables.managedPolicies.update(changed)
        return Output()
    }
}

extension IAM.DeletePolicyVersion: ChangingHandler {
    package static func target(_ input: Input, _ call: Call) throws -> Target<ManagedPolicy> {
        try call.policyToChange(arn: input.policyArn)
    }

    package static func handle(
        _ input: Input, on policy: ManagedPolicy, _ call: Call
    ) throws -> Output {
        let version = try call.tables.version(input.versionId, of: policy)
        guard version.number != policy.defaultVersion else {
            throw IAM.Errors.deleteConflict("Cannot delete the default version of a policy.")
        }
        try call.tables.managedPolicies.deleteVersion(version.number, of: policy.id)
        return Output()
    }
}
