import AWSWire
import Credentials
import IAMIdentifiers
import IAMModel
import Operations

/// Where the browser of somebody brings what an identity provider says of them: a signed response,
/// sent as a form from the provider's page.
///
/// The form comes from elsewhere by design, so it has no token of ours. What it carries is proof
/// enough for a session and for nothing else.
///
/// Source: SAML 2.0 Bindings, section 3.5, "HTTP POST Binding".
/// <https://docs.oasis-open.org/security/saml/v2.0/saml-bindings-2.0-os.pdf>
struct SAMLSignInPage: PublicPage {
    static let description = PageDescription(.samlSignIn, isPostedFromElsewhere: true)
    static let address = PageAddress<Self>(["saml"])

    func answer(_ request: PublicRequest) async throws -> Reply {
        try await answer(request, provider: nil)
    }

    /// - Parameter provider: the ID of the provider that has to have signed; nil for the one that
    ///   the response names.
    func answer(_ request: PublicRequest, provider: String?) async throws -> Reply {
        guard request.wire.method == "POST" else {
            return .page(Self.render(.init(), request.page))
        }
        let response = Secret(request.fields["SAMLResponse"])
        do {
            let offer = try await request.console.signIn.offer(
                of: response, by: provider, request.facts)
            let chosen = SAMLRole(request.fields["role"]) ?? offer.roles.only
            guard let chosen, offer.roles.contains(chosen) else {
                guard !offer.roles.isEmpty else {
                    throw IAMError.accessDenied(request.page[.noRoleGiven])
                }
                return .page(
                    SAMLRoleChoice.render(
                        offer.roles, response, relayState: request.fields["RelayState"],
                        request.page.onlyHere))
            }
            let token = try await request.console.signIn.begin(
                chosen, of: offer, by: response, request.facts)
            return try await request.entered(token, destination: request.fields["RelayState"])
        } catch let error as IAMError where error.code != .serviceFailure {
            return .page(
                Self.render(.init(refusal: error.message), request.page),
                status: error.code.status)
        }
    }

    struct View {
        /// Why nobody was signed in; nil where nobody tried.
        var refusal: String?
    }

    static func render(_ view: View, _ page: PageContext) -> HTML {
        let words: HTML =
            view.refusal.map { refusal in
                """
                \(page.message(.danger, page[.samlRefused], "<p class=\"mono\">\(refusal)</p>"))
                <p>\(page[.samlRefusedText])</p>
                """
            } ?? "<p>\(page[.samlStart])</p>"
        return page.gate(
            page[.samlSignIn],
            content: """
                <div class="card stack">\(words)
                \(page.goButton(.backToSignIn, .link, to: SignInPage()))</div>
                """)
    }
}

/// The same at the address of one provider, which an encrypted response has to be sent to.
struct SAMLProviderSignInPage: PublicPage {
    static let description = PageDescription(.samlProviderSignIn, isPostedFromElsewhere: true)
    static let address = PageAddress<Self>(["saml", "acs", .text(\.provider)])

    var provider = ""

    func answer(_ request: PublicRequest) async throws -> Reply {
        try await SAMLSignInPage().answer(request, provider: provider)
    }
}

extension Array {
    /// The one element; nil for none and for several.
    fileprivate var only: Element? { count == 1 ? first : nil }
}
