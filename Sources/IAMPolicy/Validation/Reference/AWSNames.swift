import IAMIdentifiers

/// The forms of names that AWS gives.
enum AWSNames {
    /// Twelve digits.
    static func isAccount(_ text: some StringProtocol) -> Bool {
        text.utf8.count == 12
            && text.utf8.allSatisfy { isDigit($0) }
    }

    /// Whether a text has the form of a region: `eu-central-1`, `us-gov-west-1`. Which regions
    /// there are changes more often than how they are named.
    ///
    /// Source: AWS General Reference, "AWS Regions".
    /// <https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html>
    static func isRegion(_ text: some StringProtocol) -> Bool {
        let parts = text.parts(at: "-")
        let lands: Set<ExactText> = [
            "us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx", "cn", "eusc",
        ]
        let directions: Set<ExactText> = [
            "north", "south", "east", "west", "central", "northeast", "northwest", "southeast",
            "southwest",
        ]
        let groups: Set<ExactText> = ["gov", "iso", "isob", "isoe", "isof", "de"]
        guard (3...4).contains(parts.count), lands.contains(String(parts[0])),
            directions.contains(String(parts[parts.count - 2])),
            parts.count == 3 || groups.contains(String(parts[1])),
            parts.last!.utf8.count == 1, let number = Int(parts.last!), number > 0
        else { return false }
        return true
    }

    /// Whether a text looks like the name of a region, whether there is one or not: `us-test-1`.
    static func isLikeRegion(_ text: some StringProtocol) -> Bool {
        let parts = text.parts(at: "-")
        let words = parts.dropLast()
        return words.count >= 2 && words[0].utf8.count == 2
            && words.allSatisfy {
                !$0.isEmpty && $0.utf8.allSatisfy { isLowercaseOrDigit($0) && !isDigit($0) }
            }
            && !parts.last!.isEmpty
            && parts.last!.utf8.allSatisfy { isDigit($0) }
    }

    /// The sentence about a region that does not exist.
    static func noRegion(_ text: some StringProtocol) -> String {
        "there is no region \(text); write one such as eu-central-1"
    }

    /// Whether a text has the form of a service principal: `lambda.amazonaws.com`, with a region
    /// or without.
    ///
    /// Source: IAM User Guide, "AWS JSON policy elements: Principal", "AWS service principals".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>
    static func isServicePrincipal(_ text: some StringProtocol) -> Bool {
        let name = name(ofService: text)
        return !name.isEmpty
            && name.utf8.allSatisfy { isLowercaseOrDigit($0) || "-._".utf8.contains($0) }
    }

    /// The labels of a service principal before its ending: `ec2` and `eu-central-1` of
    /// `ec2.eu-central-1.amazonaws.com`. Empty if the text has no such ending.
    static func labels(ofService text: some StringProtocol) -> [String] {
        name(ofService: text).parts(at: ".", keepingEmpty: false)
    }

    /// What stands before the ending of a service principal; empty if the text has no such ending.
    private static func name(ofService text: some StringProtocol) -> String {
        let endings = [
            ".amazonaws.com", ".amazonaws.com.cn", ".amazon.com", ".aws.internal", ".api.aws",
        ]
        guard let ending = endings.first(where: { text.ends(with: $0) }) else { return "" }
        return String(text.dropLast(ending.count))
    }

    /// Whether a text is an ID of a VPC or of an endpoint: the beginning, then 8 or 17 letters and
    /// digits.
    static func isResourceID(_ text: some StringProtocol, after beginning: String) -> Bool {
        let rest = text.dropFirst(beginning.count).utf8
        return text.begins(with: beginning) && [8, 17].contains(rest.count)
            && rest.allSatisfy { isLowercaseOrDigit($0) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }

    private static func isLowercaseOrDigit(_ byte: UInt8) -> Bool {
        byte.isASCIILetterOrDigit && byte == byte.asciiLowercased
    }
}
