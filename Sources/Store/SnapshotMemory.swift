/// What was read of the store in one state of it. As long as the store is in that state nothing of
/// it has to be read again: no change of the account that it is asked for, by whichever process,
/// has come between.
///
/// An engine that can tell gives one to each of its connections that read, or one for each account,
/// and makes it forget when the state is another. Only one transaction uses it at a time. What is
/// put into it is what `Services.change(in:_:)` alone changes.
package final class SnapshotMemory {
    private var parts: [ObjectIdentifier: any SnapshotPart] = [:]

    package init() {}

    /// The part of a kind, empty until something is put into it.
    package func part<Part: SnapshotPart>(_: Part.Type) -> Part {
        if let part = parts[ObjectIdentifier(Part.self)] as? Part { return part }
        let part = Part()
        parts[ObjectIdentifier(Part.self)] = part
        return part
    }

    package func forget() { parts.removeAll(keepingCapacity: true) }
}

/// One kind of what is remembered.
package protocol SnapshotPart: AnyObject {
    init()
}

/// What was read under keys: at most ``limit`` things, and then none, to begin anew.
package struct Remembered<Key: Hashable, Value> {
    /// More than are read between two commits where there are any.
    package static var limit: Int { 1_000 }

    private var values: [Key: Value] = [:]

    package init() {}

    package subscript(key: Key) -> Value? {
        get { values[key] }
        set {
            if values.count >= Self.limit { values.removeAll(keepingCapacity: true) }
            values[key] = newValue
        }
    }
}
