/// What is known of a request beside its action and its resource: condition keys and their values.
///
/// A key that has no value in the request is absent; there is no empty list. Keys are compared
/// without regard to case, values are not.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Condition", "The request context".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html#AccessPolicyLanguage_RequestContext>
package struct RequestContext: Hashable, Sendable {
    /// By lower-cased key; no list is empty.
    private var values: [String: [String]] = [:]

    package init() {}

    /// A context of keys in any case. Of two keys that differ in case alone, both keep their
    /// values.
    package init(_ entries: [String: [String]]) {
        for (key, list) in entries { self[key] += list }
    }

    /// The values of a key, written in any case; empty when the key is absent.
    ///
    /// Times are `2026-11-22T02:24:38Z` or seconds since 1970, booleans `true` and `false`, binary
    /// values base64, addresses IPv4 or IPv6.
    package subscript(key: String) -> [String] {
        get { values[key.lowercased()] ?? [] }
        set { values[key.lowercased()] = newValue.isEmpty ? nil : newValue }
    }
}
