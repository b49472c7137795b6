import AWSWire
import IAMIdentifiers
import IAMModel
import IAMPolicy

/// The tags that a session is given, and those that it inherits.
///
/// Source: IAM User Guide, "Pass session tags in AWS STS".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html>
enum SessionTags {
    /// Session tags at most, inherited ones included.
    ///
    /// Source: IAM User Guide, "IAM and AWS STS quotas".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html>
    private static let most = 50

    /// The tags of a session, from what a request passes and what the calling session hands on.
    /// - Throws: `ValidationError` for a key that is there twice, reserved, transitive without a
    ///   tag, or inherited. Source of the sentences: answers of AWS's, 2019 to 2024.
    static func tags(
        _ passed: [STS.Shape.Tag], transitive: [String] = [], inherited: [SessionGrant.Tag] = []
    ) throws -> [SessionGrant.Tag] {
        let keys = try distinctKeys(of: passed)
        guard !keys.contains(where: { $0.text.begins(with: "aws:") }) else {
            throw IAMError.validationError(
                "Tag keys that begin with aws: are reserved for AWS.", about: "Tags")
        }
        let goingOn = Set<ExactText>(transitive.map { ExactText($0.asciiLowercased) })
        guard goingOn.isSubset(of: keys) else {
            throw IAMError.validationError(
                "The specified transitive tag key must be included in the requested tags.",
                about: "TransitiveTagKeys")
        }
        let inheritedKeys = Set<ExactText>(inherited.map { ExactText($0.key.asciiLowercased) })
        guard inheritedKeys.isDisjoint(with: keys) else {
            throw IAMError.validationError(
                "One of the specified transitive tag keys can't be set because it conflicts with a "
                    + "transitive tag key from the calling session.", about: "Tags")
        }
        let tags =
            inherited
            + zip(passed, keys).map { tag, key in
                SessionGrant.Tag(
                    key: tag.key, value: tag.value, isTransitive: goingOn.contains(key))
            }
        guard tags.count <= most else {
            throw IAMError.validationError(
                "A session has at most \(most) tags, those included that it inherits.",
                about: "Tags")
        }
        return tags
    }

    /// The keys of tags, in lower case.
    /// - Throws: `ValidationError` for a key that is there twice.
    private static func distinctKeys(of tags: [STS.Shape.Tag]) throws -> [ExactText] {
        let keys = tags.map { ExactText($0.key.asciiLowercased) }
        guard Set<ExactText>(keys).count == keys.count else {
            throw IAMError.validationError(
                "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
                about: "Tags")
        }
        return keys
    }

    /// The condition keys of a request whose tags are for what it asks for, and for no session.
    /// - Throws: `ValidationError` for a key that is there twice.
    static func conditions(distinct tags: [STS.Shape.Tag]) throws -> RequestContext {
        _ = try distinctKeys(of: tags)
        return conditions(tags.map { ($0.key, $0.value) })
    }

    /// The condition keys of a request that passes tags.
    static func conditions(
        _ tags: [(key: String, value: String)], transitive: [String] = []
    ) -> RequestContext {
        var keys = RequestContext()
        keys["aws:TagKeys"] = tags.map(\.key)
        for tag in tags { keys["aws:RequestTag/\(tag.key)"] += [tag.value] }
        keys["sts:TransitiveTagKeys"] = transitive
        return keys
    }
}
