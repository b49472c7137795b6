import IAMIdentifiers

/// The forms of names that AWS gives.
enum AWSNames {
    /// Twelve digits.
    static func isAccount(_ text: some StringProtocol) -> Bool {
        text.utf8.count == 12
            && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
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

    /// Whether a text has the form of a service principal: `lambda.amazonaws.com`, with a region
    /// or without.
    ///
    /// Source: IAM User Guide, "AWS JSON policy elements: Principal", "AWS service principals".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>
    static func isServicePrincipal(_ text: some StringProtocol) -> Bool {
        let endings = [
            ".amazonaws.com", ".amazonaws.com.cn", ".amazon.com", ".aws.internal", ".api.aws",
        ]
        guard let ending = endings.first(where: { text.ends(with: $0) }) else { return false }
        let name = text.dropLast(ending.count)
        return !name.isEmpty && name.utf8.allSatisfy { isSmall($0) || "-._".utf8.contains($0) }
    }

    /// Whether a text names a service in a region: `ec2.eu-central-1.amazonaws.com`.
    ///
    /// Source: AWS KMS Developer Guide, "AWS KMS condition keys", "kms:ViaService".
    /// <https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html>
    static func isServiceOfRegion(_ text: some StringProtocol) -> Bool {
        let labels = text.parts(at: ".")
        return isServicePrincipal(text) && labels.contains { isRegion($0) }
    }

    /// Whether a text is an ID of a VPC or of an endpoint: the beginning, then 8 or 17 letters and
    /// digits.
    static func isResourceID(_ text: some StringProtocol, after beginning: String) -> Bool {
        let rest = text.dropFirst(beginning.count).utf8
        return text.begins(with: beginning) && [8, 17].contains(rest.count)
            && rest.allSatisfy { isSmall($0) }
    }

    private static func isSmall(_ byte: UInt8) -> Bool {
        byte.isASCIILetterOrDigit && byte == byte.asciiLowercased
    }
}
