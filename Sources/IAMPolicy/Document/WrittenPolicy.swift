import StrictJSON

/// A document that has the form of a policy, before it is asked whether it makes sense as one.
struct WrittenPolicy {
    let version: WrittenText?
    let id: String?
    /// At least one, in the order of the text.
    let statements: [WrittenStatement]
    /// Where the first member after a `Statement` that is not a list begins; nil if there is none.
    let memberAfterLoneStatement: Int?

    /// The version of the language; the first where none is named.
    var language: PolicyVersion { version.flatMap { PolicyVersion(rawValue: $0.text) } ?? .first }
}

/// One statement, as it is written.
struct WrittenStatement {
    /// Of the whole statement, in bytes.
    let range: Range<Int>
    let sid: WrittenText?
    /// `Allow` or `Deny`, in any case.
    let effect: WrittenText
    let principals: WrittenPrincipals?
    let actions: WrittenElement?
    let resources: WrittenElement?
    /// Nil if one of them is malformed and ``PolicyGrammar/keepsUnknownConditions`` is set.
    let conditions: [WrittenCondition]?
}

/// Action, Resource or one of their opposites.
struct WrittenElement {
    let name: String
    let isNegated: Bool
    /// Where its value begins.
    let offset: Int
    let texts: [WrittenText]
}

/// Principal or NotPrincipal.
struct WrittenPrincipals {
    let isNegated: Bool
    let node: JSONNode
}

/// A condition operator applied to a key.
struct WrittenCondition {
    /// Nil for an operator that nobody knows and that is applied to no key. IAM accepts it, and AWS
    /// does not say what it means.
    let `operator`: ConditionOperator?
    let key: String
    let values: [Value]

    struct Value {
        let text: WrittenText
        /// Nil when the operator cannot compare with the value.
        let operand: ConditionOperand?
    }
}

/// A string of a document, and the byte at which it begins, quotation mark included.
struct WrittenText {
    let text: String
    let offset: Int
}
