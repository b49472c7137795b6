/// The version of the policy language a document is written in.
///
/// Source: IAM User Guide, "IAM JSON policy elements: Version".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html>
package enum PolicyVersion: String, Sendable {
    /// Without policy variables: `${aws:username}` stands for itself. Holds for
    /// documents that name no version.
    case first = "2008-10-17"
    case current = "2012-10-17"

    var hasVariables: Bool { self == .current }
}
