/// Reads a policy for what is wrong with it and what could be better, as IAM Access Analyzer's
/// ValidatePolicy does.
///
/// It reports whatever ``PolicyDocument`` refuses as an error, and more: what no service has, what
/// is never met, what allows more than it seems to. One broken statement hides nothing of the
/// others. The cost grows with the length of the text; comparisons of patterns with each other and
/// with the reference stop after ``maximumEffort``, and what was not compared is not reported.
///
/// Source: IAM User Guide, "Validate policies with IAM Access Analyzer".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-validation.html>
package struct PolicyValidator: Sendable {
    /// The most bytes a text may have; a longer one is not read.
    package static let maximumBytes = PolicyDocument.maximumBytes
    /// The most findings that are reported, by place in the text.
    package static let maximumFindings = 1_000
    /// Bytes of the names on the ways to findings, which repeat the policy's own: as many again as
    /// the longest policy has.
    static let maximumPathBytes = 2 * maximumBytes
    /// How many letters one validation may compare.
    static let maximumEffort = 5_000_000

    private let reference: ServiceReference

    package init(_ reference: ServiceReference) { self.reference = reference }

    /// What there is to say of a policy, in the order of its text.
    package func findings(in text: String, as type: ValidatedPolicyType) -> [PolicyFinding] {
        let inspection = PolicyInspection(text, type, reference)
        inspection.inspect()
        return inspection.findings()
    }
}
