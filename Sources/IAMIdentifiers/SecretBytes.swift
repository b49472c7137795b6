import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The bytes of one secret: in memory that is never swapped out where the system allows that, and
/// cleared when the last ``Secret`` that holds them is gone.
final class SecretBytes: Sendable {
    let count: Int
    // Safe because: the bytes are written once, in `init`, and cleared in `deinit`.
    private nonisolated(unsafe) let memory: UnsafeMutableRawPointer
    /// The place in the ``SecretMemory``; nil for memory of the bytes' own.
    private let cell: Int?

    init(_ text: String) {
        var text = text
        (count, memory, cell) = text.withUTF8 { bytes in
            let cell = bytes.count <= SecretMemory.cellSize ? SecretMemory.shared.take() : nil
            let memory =
                cell.map(SecretMemory.shared.address(of:))
                ?? .allocate(byteCount: max(bytes.count, 1), alignment: 1)
            if let start = bytes.baseAddress {
                memory.copyMemory(from: start, byteCount: bytes.count)
            }
            return (bytes.count, memory, cell)
        }
    }

    deinit {
        explicit_bzero(memory, count)
        if let cell { SecretMemory.shared.giveBack(cell) } else { memory.deallocate() }
    }

    /// The text, in a string that is not kept here.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: memory, count: count) }
}

/// Memory for short secrets: one stretch that core dumps leave out and that is not swapped out, as
/// far as the limit on locked memory allows. It never grows; secrets that find no room have memory
/// of their own, which is cleared as well.
package final class SecretMemory: Sendable {
    package static let shared = SecretMemory()

    /// In bytes. Longer secrets have memory of their own.
    static let cellSize = 128
    private static let cellCount = 2_048

    /// Whether the system keeps this memory from being swapped out.
    package let isLocked: Bool
    // Safe because: who takes a cell has it alone until giving it back.
    private nonisolated(unsafe) let start: UnsafeMutableRawPointer?
    private let free: Mutex<[Int]>

    private init() {
        let size = Self.cellSize * Self.cellCount
        let mapped = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
        guard let mapped, mapped != MAP_FAILED else {
            start = nil
            isLocked = false
            free = Mutex([])
            return
        }
        #if canImport(Glibc)
            madvise(mapped, size, MADV_DONTDUMP)
        #endif
        isLocked = mlock(mapped, size) == 0
        start = mapped
        free = Mutex(Array(0..<Self.cellCount))
    }

    /// A free cell, or nil when there is none.
    func take() -> Int? { free.withLock { $0.popLast() } }

    /// Takes a cell back, which has been cleared.
    func giveBack(_ cell: Int) { free.withLock { $0.append(cell) } }

    /// - Parameter cell: one that was taken.
    func address(of cell: Int) -> UnsafeMutableRawPointer {
        start! + cell * Self.cellSize  // without memory no cell was taken
    }
}
