/// An Amazon Resource Name: `arn:partition:service:region:account:resource`.
///
/// Source: IAM User Guide, "Identify AWS resources with ARNs".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>
package struct ARN: Hashable, Sendable, CustomStringConvertible {
    package var partition: String
    package var service: String
    /// Empty for services without regions, as IAM.
    package var region: String
    /// Twelve digits; `aws` in the ARN of an AWS-managed policy; empty where a service has none.
    package var account: String
    /// The rest, colons and slashes included.
    package var resource: String

    package init(
        partition: String = "aws", service: String, region: String = "", account: String,
        resource: String
    ) {
        self.partition = partition
        self.service = service
        self.region = region
        self.account = account
        self.resource = resource
    }

    /// An ARN from its text, or nil unless it has six parts, begins with `arn` and names a
    /// partition, a service and a resource.
    package init?(_ text: some StringProtocol) {
        // By bytes, as policies are matched: a colon with an accent on it is a colon.
        let parts = text.utf8.split(
            separator: UInt8(ascii: ":"), maxSplits: 5, omittingEmptySubsequences: false
        ).map { String(decoding: $0, as: UTF8.self) }
        guard parts.count == 6, parts[0] == "arn", !parts[1].isEmpty, !parts[2].isEmpty,
            !parts[5].isEmpty
        else { return nil }
        self.init(
            partition: parts[1], service: parts[2], region: parts[3], account: parts[4],
            resource: parts[5])
    }

    package var description: String {
        String(["arn", partition, service, region, account, resource], between: UInt8(ascii: ":"))
    }

    /// The ARN of something of IAM's in `account`; `resource` is such as `user/path/alice`.
    package static func iam(_ account: AccountID, _ resource: String) -> ARN {
        ARN(service: "iam", account: account.description, resource: resource)
    }

    /// The ARN of an account's root user, which also stands for the account.
    package static func root(of account: AccountID) -> ARN { iam(account, "root") }
}
