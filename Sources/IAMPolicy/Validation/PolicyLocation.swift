/// A place in a policy, as a way through its JSON and as a part of its text.
///
/// Source: IAM Access Analyzer API Reference, Location.
/// <https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_Location.html>
package struct PolicyLocation: Hashable, Sendable {
    /// From the document to the place; empty for the document itself.
    package let path: [PolicyPathElement]
    /// The characters that are meant, quotation marks included.
    package let span: TextSpan
}

/// One step of the way to a place in a policy.
///
/// Source: IAM Access Analyzer API Reference, PathElement.
/// <https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_PathElement.html>
package enum PolicyPathElement: Hashable, Sendable {
    /// An element of an array, from 0.
    case index(Int)
    /// The name of a member, not its value.
    case key(String)
    /// Some characters of a string: where they begin, from 0, and how many they are.
    case substring(start: Int, length: Int)
    /// The value of the member of this name.
    case value(String)
}
