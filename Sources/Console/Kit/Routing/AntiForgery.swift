package import AWSWire
import Crypto
import IAMIdentifiers

/// What proves that a form was sent from a page of ours.
///
/// Every form carries a token derived from a secret cookie of the same browser: the session's, or
/// before a session one made for the purpose. Another site can make a browser send the cookie, but
/// cannot read it or the page, so it cannot know the token. A browser that says where a form came
/// from (`Sec-Fetch-Site`, `Origin`) must say that it came from here.
///
/// Source: OWASP Cheat Sheet Series, "Cross-Site Request Forgery Prevention", sections
/// "Synchronizer token pattern" and "Fetch metadata headers".
/// <https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html>
package enum AntiForgery {
    /// The name of the form field.
    static let field = "form-token"

    /// The token that goes with a cookie's secret. It tells nothing about the secret.
    /// - Parameter actor: the access key ID by which somebody acts in the session; nil for whoever
    ///   signed in. A form of one is not carried out by another: whoever switched roles meanwhile,
    ///   or whose role ended, does not do as themselves what they meant to do in the role.
    static func token(for cookie: Secret, _ actor: AccessKeyID? = nil) -> String {
        let key = SymmetricKey(data: Array(cookie.reveal().utf8))
        let text = "gatehouse form" + (actor.map { " of \($0)" } ?? "")
        let code = HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key)
        return Hexadecimal.text(of: code)
    }

    /// Whether the token sent is the one that goes with the cookie.
    static func matches(_ sent: String, _ cookie: Secret, _ actor: AccessKeyID? = nil) -> Bool {
        constantTimeEquals(sent.utf8, token(for: cookie, actor).utf8)
    }

    /// Whether the browser says that the form came from the origin it was sent to: the same scheme,
    /// host and port. One that says nothing passes, since the token is what decides.
    package static func isFromHere(_ request: WireRequest) -> Bool {
        let isSameSite = request.headers.all("sec-fetch-site").allSatisfy { site in
            ["same-origin", "none"].contains { site.utf8.elementsEqual($0.utf8) }
        }
        let origins = request.headers.all("origin")
        guard isSameSite, !origins.isEmpty else { return isSameSite }
        guard let here = Origin(of: request) else { return false }
        return origins.allSatisfy { Origin($0) == here }
    }
}
