import Credentials
import IAMIdentifiers
import StrictJSON

/// What holds of any bytes that come as a web identity token, or as the keys of an issuer.
package enum TokenProperties {
    /// The property that the bytes break, or nil. Each reader is given all of them. The reader of
    /// tokens is given them as the header and the claims of a token, too.
    package static func broken(by bytes: [UInt8]) -> String? {
        brokenByToken(bytes) ?? brokenByToken(token(of: bytes)) ?? brokenByKeys(bytes)
    }

    /// A token whose header is the first line of the bytes, and whose claims are the rest.
    private static func token(of bytes: [UInt8]) -> [UInt8] {
        let lines = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: false)
        let parts = lines.map { Base64.forURLs.encoded($0) } + ["AAAA"]
        return Array(parts.joined(separator: ".").utf8)
    }

    private static func brokenByToken(_ bytes: [UInt8]) -> String? {
        guard let token = try? WebIdentityToken(bytes) else { return nil }
        guard bytes.count <= WebIdentityToken.longest else { return "a token is not too long" }
        let parts = bytes.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return "a token has three parts" }
        for part in parts {
            let text = String(decoding: part, as: UTF8.self)
            guard let decoded = Base64.forURLs.decoded(text),
                Base64.forURLs.encoded(decoded).isExactly(text)
            else { return "a part of a token has one spelling" }
        }
        guard !String(decoding: parts[0], as: UTF8.self).isEmpty else {
            return "a token has a header"
        }
        for name in token.claimNames {
            guard token.claim(name) != nil else { return "a claim is found by its name" }
            if let text = try? token.text(name), (try? token.texts(name)) != [text] {
                return "one text is a list of one"
            }
        }
        return nil
    }

    private static func brokenByKeys(_ bytes: [UInt8]) -> String? {
        guard let set = JSONWebKeySet(bytes) else { return nil }
        for key in set.keys {
            guard !key.algorithms.isEmpty else { return "a key that is kept verifies something" }
            switch key.material {
            case .rsa(let modulus, let exponent):
                guard 256...1_024 ~= modulus.count, 3...4 ~= exponent.count, modulus[0] != 0,
                    key.algorithms.isSubset(of: [.rs256, .rs384, .rs512])
                else { return "an RSA key has 2,048 bits or more, and verifies RSA's signatures" }
            case .elliptic(let curve, let x, let y):
                guard x.count == curve.length, y.count == curve.length, key.algorithms.count == 1
                else { return "a point has the length of its curve, which has one algorithm" }
            }
        }
        return nil
    }
}
