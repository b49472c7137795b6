/// What a role's trust policy can be about: assuming the role, and what its session is given.
///
/// Source: IAM User Guide, "How to use trust policies"; AWS STS API Reference, AssumeRole.
/// <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>
enum TrustAction {
    private static let all = [
        "sts:assumerole", "sts:assumerolewithsaml", "sts:assumerolewithwebidentity",
        "sts:setcontext", "sts:setsourceidentity", "sts:tagsession",
    ].map { WildcardText($0) }

    /// Whether a pattern of actions, in lower case, is of STS and names one of them.
    static func isNamed(by pattern: WildcardText, _ effort: inout Effort) -> Bool {
        !pattern.isEverything && all.contains { pattern.covers($0, &effort) }
    }
}
