import IAMIdentifiers

/// A value that does not satisfy a constraint, and how AWS says so.
struct Violation: Equatable {
    /// The value as the sentence repeats it; hidden when it is sensitive, a structure, or of a
    /// service whose sentences repeat no values.
    enum Shown: Equatable {
        case null
        case text(String)
        case hidden
    }

    var shown: Shown
    /// Where it stands, `tags.1.member.key`.
    var path: String
    /// The parameter of the API that it stands in, `Tags`.
    var parameter: String
    var constraint: Constraint

    var sentence: String {
        let value =
            switch shown {
            case .null: "Value null"
            case .text(let text): "Value '\(text.echoed)'"
            case .hidden: "Value"
            }
        return "\(value) at '\(path)' failed to satisfy constraint: \(constraint.sentence)"
    }

    /// The sentence IAM has of its own for some patterns; it takes the place of the general one
    /// when nothing else is wrong.
    ///
    /// Sources: <https://github.com/aws-cloudformation/cfn-lint/issues/722> (paths),
    /// <https://github.com/aws/aws-cli/issues/5860> (prefixes, also those that a path's pattern
    /// checks), <https://github.com/app-sre/qontract-reconcile/pull/2640> (names),
    /// <https://github.com/app-sre/qontract-schemas/pull/824> (account aliases).
    var ownSentence: String? {
        guard case .pattern(let pattern) = constraint else { return nil }
        let demand: String
        switch pattern {
        case #"[\w+=,.@-]+"#:
            demand = "contain only alphanumeric characters and/or the following: +=,.@_-"
        case #"^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$"#:
            demand =
                "be a minimum length of 3 characters and maximum length of 63 characters, contain "
                + "only digits, lowercase letters, and hyphens (-), but cannot begin or end with a "
                + "hyphen."
        case #"[\u0009\u000A\u000D\u0020-\u00FF]+"# where path.ends(with: "olicyDocument"):
            demand = "contain only printable ASCII characters."
        case #"(\u002F)|(\u002F[\u0021-\u007E]+\u002F)"#, #"((/[A-Za-z0-9\.,\+@=_-]+)*)/"#,
            #"\u002F[\u0021-\u007F]*"#:
            let place = path == "pathPrefix" ? "begin with the / character" : "begin and end with /"
            demand = "\(place) and contain only alphanumeric characters and/or / characters."
        default: return nil
        }
        return "The specified value for \(path) is invalid. It must \(demand)"
    }

    /// What AWS answers when `violations` were found; nil when there are none.
    static func message(of violations: [Violation]) -> String? {
        let general = violations.filter { $0.ownSentence == nil }
        guard !general.isEmpty else { return violations.first?.ownSentence }
        let noun = general.count == 1 ? "error" : "errors"
        return "\(general.count) validation \(noun) detected: "
            + general.map(\.sentence).joined(separator: "; ")
    }
}
