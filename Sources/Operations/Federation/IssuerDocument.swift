import IAMIdentifiers
import StrictJSON

/// What an issuer of tokens says of itself: where its keys are.
///
/// Source: OpenID Connect Discovery 1.0, sections 4 and 4.3.
/// <https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfigurationValidation>
struct IssuerDocument {
    /// Where the document of an issuer is. A slash at the end of the issuer's URL is left out.
    static func url(of issuer: IssuerURL) -> String {
        let base = issuer.text.ends(with: "/") ? String(issuer.text.dropLast()) : issuer.text
        return base + "/.well-known/openid-configuration"
    }

    /// Bytes of the URL of keys at most.
    private static let longestURL = 2_048

    /// Where the keys are, with the query if there is one.
    let keysURL: String
    /// The same without a query.
    let keysPlace: IssuerURL

    /// - Returns: nil for what is no document of this issuer.
    init?(_ json: [UInt8], of issuer: IssuerURL) {
        guard String(validating: json, as: UTF8.self) != nil,
            let members = (try? JSONReader.read(json))?.members,
            members["issuer"]?.text?.isExactly(issuer.text) == true,
            let url = members["jwks_uri"]?.text, url.isPrintableASCII,
            !url.utf8.contains(where: { $0 == 0x20 || $0 == UInt8(ascii: "#") }),
            let place = IssuerURL(
                url.parts(at: "?", maxSplits: 1)[0], longest: Self.longestURL)
        else { return nil }
        keysURL = url
        keysPlace = place
    }
}
