extension Span<UInt8> {
    func equals(_ other: Span<UInt8>) -> Bool {
        count == other.count && starts(with: other, at: 0)
    }

    /// Whether the bytes from `start` on begin with those of `prefix`.
    func starts(with prefix: Span<UInt8>, at start: Int) -> Bool {
        guard start <= count, prefix.count <= count - start else { return false }
        for index in prefix.indices where self[start + index] != prefix[index] { return false }
        return true
    }

    /// The index after the character that begins at `start`.
    func characterEnd(from start: Int) -> Int {
        var end = start + 1
        while end < count, UTF8.isContinuation(self[end]) { end += 1 }
        return end
    }

    /// Whether this is an ARN: six parts or more between colons, the first `arn`, a partition, a
    /// service and a resource named.
    var isARN: Bool {
        var colons = 0
        var lastColon = -1
        for index in indices where self[index] == UInt8(ascii: ":") {
            colons += 1
            if colons <= 3, index == lastColon + 1, colons > 1 { return false }
            if colons == 1 {
                guard index == 3, self[0] == UInt8(ascii: "a"), self[1] == UInt8(ascii: "r"),
                    self[2] == UInt8(ascii: "n")
                else { return false }
            }
            lastColon = index
            if colons == 5 { return index + 1 < count }
        }
        return false
    }
}
