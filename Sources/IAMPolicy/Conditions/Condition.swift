/// One operator applied to one key: `"StringLike": {"s3:prefix": ["", "${aws:username}/*"]}`.
///
/// Source: IAM User Guide, "Conditions with multiple context keys or values" and "Set operators for
/// multivalued context keys".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html>
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html>
struct Condition: Hashable, Sendable {
    let `operator`: ConditionOperator
    let key: String
    /// That the request's value meets any of them is enough. With none there is nothing to meet:
    /// an operator that affirms never holds then, and AWS does not say what others do.
    let operands: [ConditionOperand]
}
