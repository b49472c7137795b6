/// How AWS's names become Swift's.
enum Naming {
    /// A type's name: the shape's with a capital first letter; `statusType` is `StatusType`.
    static func type(_ shape: String) -> String {
        shape.prefix(1).uppercased() + shape.dropFirst()
    }

    /// A member's name: its leading capitals in lower case, as AWS's SDKs have it. `UserName` is
    /// `userName`, `SAMLProviderArn` is `samlProviderArn`, `MFADevices` is `mfaDevices`.
    static func member(_ name: String) -> String {
        escaped(loweredStart(name))
    }

    /// An enum value's name: words joined in camel case. `SERVICE_LEVEL` is `serviceLevel`,
    /// `aws-managed` is `awsManaged`; `none` is `nothing`, for `Optional` owns that word.
    static func enumCase(_ value: String) -> String {
        let words = value.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let isShouted = value == value.uppercased()
        let tail = words.dropFirst().map { type(isShouted ? $0.lowercased() : $0) }.joined()
        let name = loweredStart(words.first ?? "") + tail
        return name == "none" ? "nothing" : escaped(name)
    }

    static func withoutSuffix(_ suffix: String, _ name: String) -> String {
        name.hasSuffix(suffix) ? String(name.dropLast(suffix.count)) : name
    }

    private static func loweredStart(_ name: String) -> String {
        let characters = Array(name)
        let capitals = characters.prefix { $0.isUppercase || $0.isNumber }.count
        // The last capital of a run begins the next word, unless the name ends with it.
        let count = capitals > 1 && capitals < characters.count ? capitals - 1 : max(capitals, 1)
        return String(characters.prefix(count)).lowercased() + String(characters.dropFirst(count))
    }

    private static func escaped(_ name: String) -> String {
        keywords.contains(name) ? "`\(name)`" : name
    }

    /// Swift's reserved words that a name of AWS's could be.
    private static let keywords: Set<String> = [
        "as", "break", "case", "class", "default", "enum", "false", "import", "in", "is",
        "operator", "private", "protocol", "public", "return", "self", "static", "struct",
        "switch", "true", "where",
    ]
}
