/// One operator applied to one key: `"StringLike": {"s3:prefix": ["", "${aws:username}/*"]}`.
///
/// Source: IAM User Guide, "Conditions with multiple context keys or values" and "Set operators for
/// multivalued context keys".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html>
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html>
struct Condition: Hashable, Sendable {
    let `operator`: ConditionOperator
    let key: String
    /// It is enough if the request's value meets any of them. If there are none, an operator that
    /// is not negated never holds; AWS does not document the others.
    let operands: [ConditionOperand]
}
