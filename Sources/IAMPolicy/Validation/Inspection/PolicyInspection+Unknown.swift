import IAMIdentifiers

// What the reference does not have.
extension PolicyInspection {
    /// Reports a name that the reference does not have.
    ///
    /// AWS adds names every day. So this is an error only if a known name is nearly the same.
    /// Otherwise it is a warning that tells the day of the reference. `Decisions/0030` has the
    /// reasons.
    /// - Parameters:
    ///   - details: what there is not, as `s3 has no action GetObjct`.
    ///   - near: what may be meant.
    ///   - write: how to write what may be meant; its text by default.
    func addUnknown(
        _ issue: PolicyIssue, _ details: String, near: Likeness.Name? = nil,
        write: (String) -> String = { $0 }, at sites: [PolicySite]
    ) {
        guard let near else {
            return addUnlisted(issue, details, "if not, check how it is written", at: sites)
        }
        let question = "did you mean \(write(near.text))?"
        if near.isMisspelt {
            add(issue, "\(details); \(question)", at: sites)
        } else {
            addUnlisted(issue, details, question, at: sites)
        }
    }

    /// Reports what AWS may have added since the day of the reference.
    func addUnlisted(
        _ issue: PolicyIssue, _ details: String, _ advice: String, at sites: [PolicySite]
    ) {
        add(
            issue, as: .warning,
            "\(details) in the reference of \(reference.date); AWS may have added it since; "
                + advice, at: sites)
    }

    func question(_ near: String?) -> String { near.map { "; did you mean \($0)?" } ?? "" }
}
