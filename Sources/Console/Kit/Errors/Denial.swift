/// What a refusal says, taken apart so that a page can show it as facts.
///
/// AWS's sentence is "User: arn is not authorized to perform: action on resource: arn because
/// reason". A sentence of another form is shown whole.
///
/// Source: IAM User Guide, "Troubleshoot access denied error messages".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html>
struct Denial: Sendable, Equatable {
    var principal: String
    var action: String
    /// Empty when the sentence names none.
    var resource: String
    /// From "because" on, as `no identity-based policy allows the iam:ListUsers action`.
    var reason: String

    init?(_ sentence: String) {
        guard let user = sentence.range(of: "User: "),
            let perform = sentence.range(of: " is not authorized to perform: "),
            user.upperBound <= perform.lowerBound
        else { return nil }
        principal = String(sentence[user.upperBound..<perform.lowerBound])
        var rest = sentence[perform.upperBound...]
        reason = ""
        if let because = rest.range(of: " because ") {
            reason = String(rest[because.upperBound...])
            rest = rest[..<because.lowerBound]
        }
        let parts = rest.ranges(of: " on resource: ").first
        action = String(parts.map { rest[..<$0.lowerBound] } ?? rest)
        resource = parts.map { String(rest[$0.upperBound...]) } ?? ""
    }
}

extension StringProtocol {
    /// The first place where `text` stands.
    fileprivate func range(of text: String) -> Range<Index>? { ranges(of: text).first }
}
