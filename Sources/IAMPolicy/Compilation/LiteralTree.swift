/// Finds the patterns that a text can match by their literal beginnings, or by their literal ends.
///
/// A radix tree: each edge is a stretch of bytes, each node the patterns whose literal part ends
/// there. A text is walked once from its root, and only patterns on its path are candidates. The
/// rest, however many, cost nothing.
struct LiteralTree: Sendable {
    /// A pattern and the statement it stands in.
    struct Entry: Hashable, Sendable {
        let statement: UInt32
        /// In the program's patterns; nil if the statement is to be looked at whole.
        let pattern: UInt32?
    }

    private struct Node: Sendable {
        /// The edge that leads here, in `labels`.
        var label = 0..<0
        /// In `nodes`; neighbours, in the order of their first bytes.
        var children = 0..<0
        /// In `entries`: candidates however the text goes on.
        var open = 0..<0
        /// In `entries`: candidates if the text ends here.
        var closed = 0..<0
    }

    /// Whether literal ends are looked for, and texts walked from their last byte.
    private let isReversed: Bool
    private var nodes: [Node] = [Node()]
    private var labels: [UInt8] = []
    private var entries: [Entry] = []

    /// A pattern as the tree is built from it.
    struct Key {
        /// The literal part; in a reversed tree from its end on.
        let bytes: [UInt8]
        /// Whether it is the whole pattern.
        let isWhole: Bool
        let entry: Entry
    }

    init(_ keys: [Key], isReversed: Bool) {
        self.isReversed = isReversed
        let sorted = keys.sorted { left, right in
            left.bytes.lexicographicallyPrecedes(right.bytes)
                || (left.bytes == right.bytes && left.isWhole && !right.isWhole)
        }
        /// Nodes to fill: each with its keys, all of which share their first `depth` bytes.
        var pending = [(node: 0, keys: 0..<sorted.count, depth: 0)]
        var next = 0
        while next < pending.count {
            let (node, keys, depth) = pending[next]
            next += 1
            let firstLonger =
                keys.first { sorted[$0].bytes.count > depth } ?? keys.upperBound
            let firstOpen =
                (keys.lowerBound..<firstLonger).first { !sorted[$0].isWhole } ?? firstLonger
            nodes[node].closed = append(sorted[keys.lowerBound..<firstOpen])
            nodes[node].open = append(sorted[firstOpen..<firstLonger])
            let firstChild = nodes.count
            var start = firstLonger
            while start < keys.upperBound {
                let byte = sorted[start].bytes[depth]
                let end =
                    (start..<keys.upperBound).first { sorted[$0].bytes[depth] != byte }
                    ?? keys.upperBound
                let first = sorted[start].bytes
                let last = sorted[end - 1].bytes
                var shared = depth + 1
                while shared < min(first.count, last.count), first[shared] == last[shared] {
                    shared += 1
                }
                nodes.append(Node(label: labels.count..<labels.count + shared - depth))
                labels += first[depth..<shared]
                pending.append((nodes.count - 1, start..<end, shared))
                start = end
            }
            nodes[node].children = firstChild..<nodes.count
        }
    }

    private mutating func append(_ keys: ArraySlice<Key>) -> Range<Int> {
        let first = entries.count
        entries += keys.map(\.entry)
        return first..<entries.count
    }

    /// How many patterns a text can match.
    func count(of text: Span<UInt8>) -> Int {
        var count = 0
        walk(text) { count += $0.count }
        return count
    }

    /// Calls `body` for each pattern that a text can match.
    @inline(__always)
    func forEach(matching text: Span<UInt8>, _ body: (Entry) -> Void) {
        walk(text) { range in
            for index in range { body(entries[index]) }
        }
    }

    @inline(__always)
    private func walk(_ text: Span<UInt8>, _ visit: (Range<Int>) -> Void) {
        let nodes = nodes.span
        let labels = labels.span
        var node = nodes[0]
        var depth = 0
        func byte(_ offset: Int) -> UInt8 {
            isReversed ? text[text.count - 1 - offset] : text[offset]
        }
        while true {
            if !node.open.isEmpty { visit(node.open) }
            guard depth < text.count else {
                if !node.closed.isEmpty { visit(node.closed) }
                return
            }
            guard let child = child(of: node, by: byte(depth), nodes, labels) else { return }
            node = nodes[child]
            guard node.label.count <= text.count - depth else { return }
            for offset in node.label {
                guard labels[offset] == byte(depth) else { return }
                depth += 1
            }
        }
    }

    @inline(__always)
    private func child(
        of node: Node, by byte: UInt8, _ nodes: Span<Node>, _ labels: Span<UInt8>
    ) -> Int? {
        var low = node.children.lowerBound
        var high = node.children.upperBound
        while low < high {
            let middle = low + (high - low) / 2
            let first = labels[nodes[middle].label.lowerBound]
            if first == byte { return middle }
            if first < byte { low = middle + 1 } else { high = middle }
        }
        return nil
    }
}
