import EmbeddedData
import IAMIdentifiers

/// The policies that AWS manages, as compiled into the binary.
///
/// Nothing is read before the first use, which inflates the index once for the whole process, some
/// milliseconds; the description and the document of each are inflated when they are asked for. The
/// form of the bytes and where they come from stand in `Data/managed-policies.py`. They are part of
/// the program, so damaged bytes end it.
package struct AWSManagedPolicies: Sendable {
    package init() {}

    /// All of them, by name without regard to case, as customers' policies are listed. No two have
    /// the same name.
    package var all: [AWSManagedPolicy] { Self.index.all }

    /// The policy of this ARN, exactly as AWS writes it, or nil.
    package func policy(arn: String) -> AWSManagedPolicy? {
        guard arn.isPrintableASCII else { return nil }
        return Self.index.positions[arn].map { Self.index.all[$0] }
    }

    /// The document of an attached policy of AWS's, or nil if AWS has none of this ARN. A policy
    /// that AWS has retired still works where it is attached; no other operation finds it.
    ///
    /// Source: IAM User Guide, "Deprecated AWS managed policies".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-deprecated.html>
    package func document(attachedAs arn: String) -> String? {
        (policy(arn: arn) ?? Self.index.retired.first { $0.arnText.isExactly(arn) })
            .map(document)
    }

    /// Those of some ARNs that AWS has, each once, in the order of ``all``.
    func policies(arns: [String]) -> [AWSManagedPolicy] {
        Set<Int>(arns.compactMap { Self.index.positions[$0] }).sorted().map { Self.index.all[$0] }
    }

    /// What the policies were taken from.
    package static let source = DataSource(file)

    /// A policy's document in its default version: JSON text.
    package func document(of policy: AWSManagedPolicy) -> String {
        let text = Self.text(of: policy)
        let line = text.utf8.prefix { $0 != UInt8(ascii: "\n") }
        return String(Substring(text.utf8[line.endIndex...].dropFirst()))
    }

    /// What AWS says a policy is for, or nil where that is not known.
    package func description(of policy: AWSManagedPolicy) -> String? {
        let line = Self.text(of: policy).utf8.prefix { $0 != UInt8(ascii: "\n") }
        return line.isEmpty ? nil : String(Substring(line))
    }
}

extension AWSManagedPolicies {
    private struct Index {
        let all: [AWSManagedPolicy]
        let retired: [AWSManagedPolicy]
        /// Where in `all` the policy of an ARN is.
        let positions: [ExactText: Int]
        /// The offset of the first text, in bytes.
        let textsStart: Int
    }

    private static let index: Index = {
        let storedSize = size(at: 0)
        let text = inflated(8..<8 + storedSize, size: size(at: 4))
        // By byte: by character takes more than twice as long.
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"))
        let all = lines.filter { !isRetired($0) }.map(policy)
        let positions = all.enumerated().map { (ExactText($1.arnText), $0) }
        return Index(
            all: all, retired: lines.filter(isRetired).map(policy),
            positions: [ExactText: Int](uniqueKeysWithValues: positions),
            textsStart: 8 + storedSize)
    }()

    private static func isRetired(_ line: Substring.UTF8View) -> Bool {
        line.last != UInt8(ascii: "\t")
    }

    private static func policy(_ line: Substring.UTF8View) -> AWSManagedPolicy {
        let fields = line.split(separator: UInt8(ascii: "\t")).prefix(9).map { Substring($0) }
        let numbers = fields.dropFirst(3).compactMap { Int($0) }
        precondition(
            fields.count == 9 && numbers.count == 6, "the AWS-managed policies are damaged")
        return AWSManagedPolicy(
            id: UniqueID(stored: String(fields[2])),
            name: String(fields[0]),
            path: EntityPath(stored: String(fields[1])),
            defaultVersion: numbers[0],
            createdAt: Timestamp(seconds: Int64(numbers[1])),
            updatedAt: Timestamp(seconds: Int64(numbers[2])),
            text: (stored: numbers[3]..<numbers[3] + numbers[4], size: numbers[5]))
    }

    /// A line with the description, then the document.
    private static func text(of policy: AWSManagedPolicy) -> String {
        let (start, stored) = (index.textsStart, policy.text.stored)
        return inflated(
            start + stored.lowerBound..<start + stored.upperBound, size: policy.text.size)
    }
}

// The bytes.
extension AWSManagedPolicies {
    private static var file: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: gatehouse_managed_policies_start, count: gatehouse_managed_policies_size)
    }

    private static var bytes: UnsafeRawBufferPointer { source.rest(of: file) }

    /// The four bytes at `offset` as a number, little-endian.
    private static func size(at offset: Int) -> Int {
        precondition(bytes.count >= offset + 4, "the AWS-managed policies are missing")
        return Int(
            UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }

    /// The text of `size` bytes that zlib made the bytes in `range` of.
    private static func inflated(_ range: Range<Int>, size: Int) -> String {
        precondition(range.upperBound <= bytes.count, "the AWS-managed policies are cut off")
        let stored = UnsafeRawBufferPointer(rebasing: bytes[range])
        return String(unsafeUninitializedCapacity: size) { text in
            Inflation.inflate(stored, into: text, size)
            return size
        }
    }
}
