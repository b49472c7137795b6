import AWSWire
import IAMIdentifiers
import Operations

/// One request to a page that needs no session.
struct PublicRequest: Sendable {
    let console: Console
    let wire: WireRequest
    let facts: RequestFacts
    let page: PageContext
    let cookies: Cookies
    /// The query's fields of a GET, the form's of a POST.
    let fields: FormFields
    /// The name of the form that was posted; nil for a GET.
    let form: String?
    /// Whether a form was sent from a page of ours; see ``AntiForgery``.
    let isFromOurPage: Bool

    /// The account in the host's name, as of `acme.signin.localhost:8426`; nil without one.
    var accountOfHost: String? {
        let labels = (wire.headers["host"] ?? "").parts(
            at: ".", maxSplits: 2, keepingEmpty: false)
        guard labels.count == 3, labels[1] == "signin" else { return nil }
        return String(labels[0])
    }
}
