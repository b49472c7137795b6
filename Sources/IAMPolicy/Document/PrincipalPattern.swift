import IAMIdentifiers

/// One principal that a resource's policy names.
///
/// Principals are named whole: no wildcard stands for a part of one.
///
/// Source: IAM User Guide, "AWS JSON policy elements: Principal".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>
enum PrincipalPattern: Hashable, Sendable {
    /// `*`, or `"AWS": "*"`: everyone, the anonymous and services included.
    case everyone
    /// All of an account: its number, or the ARN of its root user.
    case account(String)
    /// An IAM user, a role, a session of a role or of a federated user.
    case arn(String)
    /// The unique ID of a user or a role, which stands where a deleted one was named.
    case uniqueID(String)
    case service(String)
    case federated(String)
    case canonicalUser(String)

    /// A principal as written under a member of `Principal`, or nil if it cannot be one.
    init?(_ text: String, as type: String) {
        switch type {
        case "AWS":
            guard let principal = Self.aws(text) else { return nil }
            self = principal
        case "Service":
            guard Self.isHostName(text) else { return nil }
            self = .service(text)
        case "Federated":
            guard Self.isHostName(text) || Self.isProvider(text) else { return nil }
            self = .federated(text)
        case "CanonicalUser":
            let isID = text.utf8.count == 64 && text.utf8.allSatisfy(\.isASCIILetterOrDigit)
            guard isID else { return nil }
            self = .canonicalUser(text)
        default: return nil
        }
    }

    /// The member of `Principal` under which the principal is written, and its text.
    var written: (type: String, text: String) {
        switch self {
        case .everyone: ("AWS", "*")
        case .account(let text), .arn(let text), .uniqueID(let text): ("AWS", text)
        case .service(let text): ("Service", text)
        case .federated(let text): ("Federated", text)
        case .canonicalUser(let text): ("CanonicalUser", text)
        }
    }

    private static func aws(_ text: String) -> PrincipalPattern? {
        if text == "*" { return .everyone }
        if isAccount(text) { return .account(text) }
        let isID =
            (16...128).contains(text.utf8.count) && text.utf8.first == UInt8(ascii: "A")
            && text.utf8.allSatisfy { $0.isASCIILetterOrDigit && $0 & 0x60 != 0x60 }
        if isID { return .uniqueID(text) }
        // An account is of one partition, and a number of another names another account.
        guard let arn = ARN(text), arn.partition == "aws", arn.region.isEmpty,
            !text.utf8.contains(where: { "*?".utf8.contains($0) })
        else { return nil }
        // How CloudFront calls the user by which a distribution reads: nobody signs in as that.
        if arn.account == "cloudfront", arn.service == "iam", arn.resource.begins(with: "user/") {
            return .arn(text)
        }
        guard isAccount(arn.account) else { return nil }
        let kind = arn.resource.prefix { $0 != "/" }
        let hasName = arn.resource.utf8.count > kind.utf8.count + 1
        switch (arn.service, kind, hasName) {
        case ("iam", "root", false) where arn.resource == "root": return .account(arn.account)
        case ("iam", "user", true), ("iam", "role", true), ("sts", "assumed-role", true),
            ("sts", "federated-user", true):
            return .arn(text)
        default: return nil
        }
    }

    private static func isAccount(_ text: String) -> Bool {
        text.utf8.count == 12
            && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }

    private static func isHostName(_ text: String) -> Bool {
        let labels = text.utf8.split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return labels.count > 1
            && labels.allSatisfy { label in
                !label.isEmpty
                    && label.allSatisfy { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") }
            }
    }

    private static func isProvider(_ text: String) -> Bool {
        guard let arn = ARN(text), arn.partition == "aws", arn.service == "iam",
            isAccount(arn.account)
        else { return false }
        return ["saml-provider/", "oidc-provider/"].contains { arn.resource.begins(with: $0) }
            && !text.utf8.contains { "*?".utf8.contains($0) }
    }
}
