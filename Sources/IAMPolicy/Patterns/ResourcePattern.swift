import IAMIdentifiers

/// A pattern of Resource or NotResource: `*`, or an ARN with wildcards and variables.
///
/// A wildcard keeps within its segment of the ARN, unless it is a `*` that ends the segment: that
/// one reaches past colons. Case matters.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Resource", "Using wildcards in resource
/// ARNs".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html>
struct ResourcePattern: Hashable, Sendable {
    let text: PolicyText

    /// Whether this is `*` alone, which is no ARN.
    var isEverything: Bool { text.text == "*" }

    /// A pattern from its text.
    /// - Parameter isStored: whether the policy is kept already. A pattern that has a meaning is
    ///   then read even if IAM would refuse it in a new policy: otherwise a rule that is new here
    ///   would lock people out.
    /// - Throws: IAM's sentence for what is wrong with it.
    init(
        _ text: String, version: PolicyVersion, isStored: Bool = false
    ) throws(MalformedText) {
        if text != "*" {
            let parts = try Self.parts(of: text, version: version)
            if !isStored { try Self.check(text, parts) }
        }
        guard let parsed = PolicyText(text, hasWildcards: true, version: version) else {
            throw MalformedText(PolicySentence.syntax)
        }
        self.text = parsed
    }

    /// The six parts. Variables may stand in the last only.
    private static func parts(
        of text: String, version: PolicyVersion
    ) throws(MalformedText) -> [String] {
        let parts = text.parts(at: ":", maxSplits: 5)
        guard parts[0] == "arn", parts.count > 1 else {
            throw MalformedText(PolicySentence.resource(text))
        }
        guard parts[1] == "aws" || parts[1] == "*" else {
            throw MalformedText(PolicySentence.partition(parts[1], of: text))
        }
        guard parts.count > 2, !parts[2].isEmpty, !parts[2].containsAny(of: "*?$") else {
            throw MalformedText(PolicySentence.resourceVendor)
        }
        guard parts.count == 6,
            !version.hasVariables || !(parts[3] + parts[4]).containsAny(of: "$")
        else { throw MalformedText(PolicySentence.resource(text)) }
        return parts
    }

    /// Regions and paths that the services of IAM and S3 have not.
    private static func check(_ text: String, _ parts: [String]) throws(MalformedText) {
        let service = parts[2]
        guard
            !["iam", "s3"].contains(service) || ["", "*"].contains(parts[3])
                || service == "s3"
                    && Self.regionalOfS3.contains(where: { parts[5].begins(with: $0) })
        else { throw MalformedText(PolicySentence.region(in: text, of: service)) }
        guard
            service != "iam" || parts[5] == "*" || parts[5] == "root"
                || Self.pathsOfIAM.contains(where: { parts[5].begins(with: $0) })
        else { throw MalformedText(PolicySentence.path(amongst: Self.pathsOfIAM)) }
    }

    /// What S3 has in regions; buckets and objects are in none.
    ///
    /// Source: Service Authorization Reference, "Resource types defined by Amazon S3".
    /// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html>
    private static let regionalOfS3 = [
        "accesspoint/", "access-grants/", "async-request/", "job/", "storage-lens/",
        "storage-lens-group/",
    ]

    /// How the last part of IAM's ARNs begins, as IAM lists it when it refuses another. That answer
    /// is known from users' reports; no page has it.
    private static let pathsOfIAM = [
        "user/", "federated-user/", "role/", "group/", "instance-profile/", "mfa/",
        "server-certificate/", "policy/", "sms-mfa/", "saml-provider/", "oidc-provider/", "report/",
        "access-report/",
    ]
}

extension String {
    fileprivate func containsAny(of scalars: String) -> Bool {
        unicodeScalars.contains { scalars.unicodeScalars.contains($0) }
    }
}
