/// An Amazon Resource Name: `arn:partition:service:region:account:resource`.
///
/// Source: IAM User Guide, "Identify AWS resources with ARNs".
/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>
package struct ARN: Sendable, CustomStringConvertible {
    package let description: String
    /// Where the partition, the service, the region, the account and the resource begin, in bytes.
    private let starts: [5 of Int]

    package init(
        partition: String = "aws", service: String, region: String = "", account: String,
        resource: String
    ) {
        let parts: [5 of String] = [partition, service, region, account, resource]
        var starts: [5 of Int] = .init(repeating: 4)
        for part in 1..<5 { starts[part] = starts[part - 1] + parts[part - 1].utf8.count + 1 }
        description = String(size: starts[4] + resource.utf8.count) { text in
            text.add("arn")
            for part in parts.indices {
                text.add(UInt8(ascii: ":"))
                text.add(parts[part])
            }
        }
        self.starts = starts
    }

    /// An ARN from its text, or nil unless it has six parts, begins with `arn` and names a
    /// partition, a service and a resource.
    package init?(_ text: String) {
        // By bytes, as policies are matched: a colon with an accent on it is a colon.
        let bytes = text.utf8
        var starts: [5 of Int] = .init(repeating: 0)
        var part = 0
        for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: ":") {
            starts[part] = place + 1
            part += 1
            if part == starts.count { break }
        }
        guard part == starts.count, bytes.starts(with: "arn:".utf8), starts[1] > starts[0] + 1,
            starts[2] > starts[1] + 1, starts[4] < bytes.count
        else { return nil }
        description = text
        self.starts = starts
    }

    package var partition: String { part(0) }
    package var service: String { part(1) }
    /// Empty for services without regions, as IAM.
    package var region: String { part(2) }
    /// Twelve digits; `aws` in the ARN of an AWS-managed policy; empty where a service has none.
    package var account: String { part(3) }
    /// The rest, colons and slashes included.
    package var resource: String { part(4) }

    private func part(_ index: Int) -> String {
        let bytes = description.utf8
        let end = index == 4 ? bytes.count : starts[index + 1] - 1
        let part = bytes.dropFirst(starts[index]).prefix(end - starts[index])
        return String(decoding: part, as: UTF8.self)
    }

    /// The ARN of something of IAM's in `account`. The resource is such as `user/path/alice`, in up
    /// to three pieces.
    package static func iam(
        _ account: AccountID, _ first: String, _ second: String = "", _ third: String = ""
    ) -> ARN {
        let start = "arn:aws:iam::"
        let length = first.utf8.count + second.utf8.count + third.utf8.count
        let text = String(size: start.utf8.count + AccountID.length + 1 + length) { text in
            text.add(start)
            text.add(account.description)
            text.add(UInt8(ascii: ":"))
            text.add(first)
            text.add(second)
            text.add(third)
        }
        return ARN(description: text, starts: [4, 8, 12, 13, 14 + AccountID.length])
    }

    private init(description: String, starts: [5 of Int]) {
        self.description = description
        self.starts = starts
    }

    /// The ARN of an account's root user, which also stands for the account.
    package static func root(of account: AccountID) -> ARN { iam(account, "root") }
}

extension ARN: Hashable {
    package static func == (left: ARN, right: ARN) -> Bool {
        left.description.isExactly(right.description)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(description) }
}
