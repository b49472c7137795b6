import AWSWire
import IAMIdentifiers

/// The partition of every ARN here, `aws`.
///
/// A client that signs for a region of another partition, such as China's, expects and sends ARNs
/// of that partition, which name nothing here. So it is refused at once, with a sentence that says
/// what to do. Any other region is accepted: installations name their regions as they like.
enum Partition {
    /// What the names of the other partitions' regions begin with.
    ///
    /// Source: AWS SDKs and Tools Reference Guide and botocore, `partitions.json`.
    /// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html>
    private static let others = [
        ("cn-", "aws-cn"), ("us-gov-", "aws-us-gov"), ("us-iso-", "aws-iso"),
        ("us-isob-", "aws-iso-b"), ("eu-isoe-", "aws-iso-e"), ("us-isof-", "aws-iso-f"),
        ("eusc-", "aws-eusc"),
    ].map { (prefix: $0, name: $1, global: "\($1)-global") }

    /// The partition that a region belongs to; nil if it is not one of ``others``. Some clients use
    /// one region for a whole partition, such as `aws-cn-global`.
    static func other(ofRegion region: String) -> String? {
        others.first { region.begins(with: $0.prefix) || region.isExactly($0.global) }?.name
    }

    /// Refuses a region of another partition, with AWS's sentence for a wrong region and with what
    /// to do about it.
    /// <https://github.com/JuliaCloud/AWS.jl/issues/565>
    static func require(region: String) throws(IAMError) {
        guard let other = other(ofRegion: region) else { return }
        throw IAMError(
            .common("SignatureDoesNotMatch", 403),
            "Credential should be scoped to a valid region, not '\(region.echoed)'. That is a "
                + "region of the partition \(other), and every ARN here is of the partition aws: "
                + "set the client's region to one of that, such as us-east-1.")
    }
}
