package import IAMIdentifiers

/// A policy that AWS wrote and keeps, which every account can attach and none can change.
///
/// Source: IAM User Guide, "Managed policies and inline policies", section "AWS managed policies".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html>
package struct AWSManagedPolicy: Sendable, Equatable {
    /// Begins with ANPA. Made from the ARN, since AWS's own IDs are not published.
    package let id: UniqueID
    package let name: String
    package let path: EntityPath
    /// The number of the one version there is, as 3 for `v3`. Earlier ones are not kept.
    package let defaultVersion: Int
    package let createdAt: Timestamp
    /// When the default version was made.
    package let updatedAt: Timestamp
    /// Where its text, the description and the document, stands after the index, and how long the
    /// text is when inflated, in bytes.
    let text: (stored: Range<Int>, size: Int)
    /// The text of ``arn``.
    let arnText: String
    /// The name in lower case, by which lists are sorted and searched.
    let nameKey: String

    init(
        id: UniqueID, name: String, path: EntityPath, defaultVersion: Int, createdAt: Timestamp,
        updatedAt: Timestamp, text: (stored: Range<Int>, size: Int)
    ) {
        self.id = id
        self.name = name
        self.path = path
        self.defaultVersion = defaultVersion
        self.createdAt = createdAt
        self.updatedAt = updatedAt
        self.text = text
        arnText = Self.arn(path, name).description
        nameKey = name.asciiLowercased
    }

    /// `arn:aws:iam::aws:policy`, the path and the name.
    package var arn: ARN { Self.arn(path, name) }

    /// What lists are sorted by, as ``AnyManagedPolicy/sortKey``.
    var sortKey: String { "\(nameKey) \(arnText)" }

    /// What the ARNs of all of them begin with.
    static let arnPrefix = "arn:aws:iam::aws:policy/"

    private static func arn(_ path: EntityPath, _ name: String) -> ARN {
        ARN(service: "iam", account: "aws", resource: "policy\(path)\(name)")
    }

    package static func == (left: Self, right: Self) -> Bool { left.id == right.id }
}

extension [AWSManagedPolicy] {
    /// Those behind a sort key, in a list in the order of ``AWSManagedPolicies/all``. It compares
    /// as many keys as the length has binary digits.
    func after(_ key: String) -> ArraySlice<AWSManagedPolicy> {
        var rest = indices
        while !rest.isEmpty {
            let middle = rest.lowerBound + rest.count / 2
            let isBehind = ExactText(key) < ExactText(self[middle].sortKey)
            rest = isBehind ? rest.lowerBound..<middle : middle + 1..<rest.upperBound
        }
        return self[rest.lowerBound...]
    }
}
