import Glibc
import ProcessMemory
import Testing

/// These tests are linked with what wipes freed memory, as the program is.
///
/// Freed memory may be another thread's by the time that it is looked at, so that some bytes may be
/// anything; no other thread fills it with this one byte. The tests run one after another.
@Suite(.serialized) struct ProcessMemoryTests {
    /// How many of the bytes at an address are still `0xA5`.
    private func left(at address: UInt, _ range: Range<Int>) -> Int {
        let memory = UnsafeRawPointer(bitPattern: address)!  // was allocated
        return range.count { memory.load(fromByteOffset: $0, as: UInt8.self) == 0xA5 }
    }

    private func filled(_ count: Int) -> UnsafeMutableRawPointer {
        let memory = malloc(count)!  // this little is there
        memset(memory, 0xA5, count)
        return memory
    }

    @Test("what is freed is wiped", arguments: [24, 100, 1_000, 5_000, 100_000])
    func freed(_ count: Int) {
        let memory = filled(count)
        let behind = filled(64)  // so that the memory is not given back to the system
        let address = UInt(bitPattern: memory)
        free(memory)
        #expect(left(at: address, 0..<count) < count / 4)
        free(behind)
    }

    @Test("what an array held is wiped")
    func array() {
        var bytes: [UInt8]? = Array(repeating: 0xA5, count: 300)
        let address = bytes!.withUnsafeBytes { UInt(bitPattern: $0.baseAddress!) }  // not empty
        #expect(left(at: address, 0..<300) == 300)
        bytes = nil
        #expect(left(at: address, 0..<300) < 75)
    }

    @Test("growing keeps what was there, and wipes where it was")
    func growing() {
        let memory = filled(500)
        let behind = filled(64)
        let address = UInt(bitPattern: memory)
        let larger = realloc(memory, 50_000)!  // this little is there
        #expect(left(at: UInt(bitPattern: larger), 0..<500) == 500)
        if UInt(bitPattern: larger) != address { #expect(left(at: address, 0..<500) < 125) }
        free(larger)
        free(behind)
    }

    @Test("shrinking keeps what stays, and wipes the rest")
    func shrinking() {
        let memory = filled(5_000)
        let address = UInt(bitPattern: memory)
        let smaller = realloc(memory, 1_000)!  // less than there was
        #expect(left(at: UInt(bitPattern: smaller), 0..<1_000) == 1_000)
        #expect(left(at: address, 1_040..<5_000) < 1_000)
        free(smaller)
    }

    @Test("no memory, none wanted, and more than there is")
    func edges() {
        free(nil)
        #expect(realloc(filled(10), 0) == nil)
        let fresh = realloc(nil, 10)
        #expect(fresh != nil)
        let impossible = Int.max
        #expect(realloc(fresh, impossible) == nil)
        free(fresh)
    }

    @Test("large memory, which the system maps, grows and goes")
    func mapped() {
        let memory = filled(64 << 20)
        let larger = realloc(memory, 80 << 20)!  // this much is there
        #expect(left(at: UInt(bitPattern: larger), 0..<4_096) == 4_096)
        free(larger)
    }
}
