import IAMIdentifiers

/// A region of AWS's.
package struct AWSRegion: Sendable, Equatable {
    /// As requests name it, `ap-northeast-2`.
    package let code: String
    /// As AWS calls it in English, `Asia Pacific (Seoul)`.
    package let name: String
    /// Whether every account has it and cannot disable it.
    ///
    /// Source: AWS Account Management Reference Guide, "Enable or disable AWS Regions in your
    /// account".
    /// <https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html>
    package let isEnabledByDefault: Bool

    /// The region of a code, or nil.
    static func named(_ code: String) -> AWSRegion? { all.first { $0.code.isExactly(code) } }
}
