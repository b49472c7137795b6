import IAMIdentifiers

/// What holds of any text that is given to the reader of ARNs.
package enum ARNProperties {
    /// The property that the bytes break, or nil.
    package static func broken(by bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let arn = ARN(text) else {
            let parts = text.utf8.split(
                separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
            let isWhole =
                parts.count >= 6 && parts[0].elementsEqual("arn".utf8)
                && !parts[1].isEmpty && !parts[2].isEmpty
                && (parts.count > 6 || !parts[5].isEmpty)
            return isWhole ? "six parts, the first of them arn, are an ARN" : nil
        }
        guard arn.description.utf8.elementsEqual(text.utf8) else {
            return "an ARN is written as it was read"
        }
        guard ARN(arn.description) == arn else { return "an ARN is read as it was written" }
        let early = [arn.partition, arn.service, arn.region, arn.account]
        return early.contains { $0.utf8.contains(UInt8(ascii: ":")) }
            ? "no part but the last has a colon" : nil
    }
}
