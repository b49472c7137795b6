/// A policy variable, such as `${aws:username}` or `${aws:PrincipalTag/team, 'none'}`.
///
/// Source: IAM User Guide, "IAM policy elements: Variables and tags".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>
struct PolicyVariable: Hashable, Sendable {
    let key: String
    /// What stands for the variable when the request has no such key.
    let defaultValue: String?

    /// Takes a variable off the front of `rest`, which begins after `${`; or gives nil.
    init?(from rest: inout Substring.UnicodeScalarView) {
        guard let end = rest.firstIndex(where: { $0 == "," || $0 == "}" }) else { return nil }
        // A space is part of the key, and no request has such a key.
        key = String(rest[..<end])
        guard !key.isEmpty, !key.unicodeScalars.contains("{") else { return nil }
        let hasDefault = rest[end] == ","
        rest = rest[rest.index(after: end)...]
        guard hasDefault else {
            defaultValue = nil
            return
        }
        rest = rest.drop { $0 == " " }
        guard rest.popFirst() == "'", let quote = rest.firstIndex(of: "'") else { return nil }
        defaultValue = String(rest[..<quote])
        rest = rest[rest.index(after: quote)...].drop { $0 == " " }
        guard rest.popFirst() == "}" else { return nil }
    }
}
