import Synchronization

/// Holds a thread until it is opened.
package final class Gate: Sendable {
    private let isOpen = Atomic(false)
    private let isEntered = Atomic(false)

    package init() {}

    package func wait() {
        isEntered.store(true, ordering: .releasing)
        while !isOpen.load(ordering: .acquiring) {}
    }

    /// Returns when a thread waits.
    package func entered() async {
        while !isEntered.load(ordering: .acquiring) { await Task.yield() }
    }

    package func open() { isOpen.store(true, ordering: .releasing) }
}
