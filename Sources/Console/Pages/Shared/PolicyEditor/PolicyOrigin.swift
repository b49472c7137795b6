import Crypto
import IAMIdentifiers

/// What an editor was drawn from: by it saving finds out whether somebody else has changed the
/// policy meanwhile.
struct PolicyOrigin: Sendable, Equatable {
    /// Of a managed policy, as `v2`; empty for an inline policy.
    var version: String
    /// Of the text, in hexadecimal digits; empty where there is no policy.
    var digest: String

    private static let versionField = "policy-version"
    private static let digestField = "policy-digest"

    /// Where there is no policy.
    static let nothing = PolicyOrigin(version: "", digest: "")

    private init(version: String, digest: String) {
        self.version = version
        self.digest = digest
    }

    init(version: String = "", _ document: String) {
        self.version = version
        digest = Hexadecimal.text(of: SHA256.hash(data: Array(document.utf8)))
    }

    /// Nil for a form that says nothing of it.
    init?(_ fields: FormFields) {
        guard fields.has(Self.digestField) else { return nil }
        self.init(version: fields[Self.versionField], digest: fields[Self.digestField])
    }

    func hidden(_ page: PageContext) -> HTML {
        "\(page.hidden(Self.versionField, version))\(page.hidden(Self.digestField, digest))"
    }

    static func == (left: PolicyOrigin, right: PolicyOrigin) -> Bool {
        left.version.isExactly(right.version) && left.digest.isExactly(right.digest)
    }
}

/// What a policy says when it is saved, where that is something else than what its editor was drawn
/// from.
struct NewerPolicy: Sendable {
    /// Nil when it was deleted.
    var document: String?

    /// What saving would change in it.
    func render(to draft: String, _ page: PageContext) -> HTML {
        guard let document else {
            return page.message(
                .warning, page[.deletedMeanwhile], "<p>\(page[.deletedMeanwhileText])</p>")
        }
        return """
            \(page.message(
                .warning, page[.changedMeanwhile], "<p>\(page[.changedMeanwhileText])</p>"))
            \(DifferenceView.render(
                from: document, to: draft, title: page[.fromNowToYours],
                same: page[.saysTheSame], page)
                ?? CodeView.render(document, page, label: page[.policyNow]))
            """
    }
}
