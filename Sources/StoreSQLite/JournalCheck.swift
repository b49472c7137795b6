import Foundation
import Glibc
import Store

/// Whether the journal that a server left when it was killed is as it was written.
///
/// SQLite uses the frames before the first one whose checksum is wrong, and forgets the rest. That
/// is right at the end of the journal, where a loss of power may have cut the last group off.
/// Before the end, acknowledged changes would be lost without an error.
///
/// Source: SQLite, "Database File Format", 4.1 and 4.2.
/// <https://www.sqlite.org/fileformat2.html#the_write_ahead_log>
struct JournalCheck {
    private static let headerLength = 32
    private static let frameHeaderLength = 24

    private var bytes: Data
    private let pageSize: Int
    /// What the frames of this journal have in common with its header.
    private let salts: Data
    private let isBigEndian: Bool

    /// - Returns: nil for a journal that holds nothing.
    init?(_ bytes: Data) {
        guard bytes.dropFirst(Self.headerLength).contains(where: { $0 != 0 }) else { return nil }
        self.bytes = bytes
        isBigEndian = bytes[3] & 1 == 1
        pageSize = Int(Self.number(in: bytes, at: 8))
        salts = bytes[16..<24]
    }

    /// A part of a journal.
    private init(_ whole: JournalCheck, at range: Range<Int>) {
        bytes = Data(whole.bytes[range])
        isBigEndian = whole.isBigEndian
        pageSize = whole.pageSize
        salts = whole.salts
    }

    /// Whether the journal is broken at a place that was on the disk already. The header is on the
    /// disk before any frame. A group is on the disk before the next one begins, so a broken frame
    /// is damage if a later group was begun.
    var isBroken: Bool {
        var sums = (first: UInt32(0), second: UInt32(0))
        add(0..<24, to: &sums)
        guard isSum(sums, at: 24), (512...65_536).contains(pageSize),
            Self.number(in: bytes, at: 0) & ~1 == 0x377f_0682
        else { return true }
        for index in 0..<frameCount {
            let before = sums
            add(frame: index, to: &sums)
            let isSum = isSum(sums, at: place(of: index) + 16)
            if isSum, hasSalts(index) { continue }
            // The checksum says nothing of the salts, and no frame of an earlier journal has one
            // that follows from the frames before it.
            return isSum || hasLostItsEnd(index, after: before) || hasEarlierGroup(from: index)
        }
        return false
    }

    /// Whether a frame ended its group and a bit of it was altered since, so that it ends none:
    /// with one more bit in its size its checksum is right.
    private func hasLostItsEnd(
        _ index: Int, after before: (first: UInt32, second: UInt32)
    ) -> Bool {
        let start = place(of: index)
        guard Self.number(in: bytes, at: start + 4) == 0 else { return false }
        return (0..<32).contains { bit in
            var mended = JournalCheck(self, at: start..<start + frameLength)
            mended.bytes[4 + bit / 8] |= 1 << UInt8(bit % 8)
            var sums = before
            mended.add(0..<8, to: &sums)
            mended.add(Self.frameHeaderLength..<frameLength, to: &sums)
            return mended.isSum(sums, at: 16)
        }
    }

    private func add(frame index: Int, to sums: inout (first: UInt32, second: UInt32)) {
        let start = place(of: index)
        add(start..<start + 8, to: &sums)
        add(start + Self.frameHeaderLength..<start + frameLength, to: &sums)
    }

    private var frameLength: Int { Self.frameHeaderLength + pageSize }
    private var frameCount: Int { (bytes.count - Self.headerLength) / frameLength }
    private func place(of frame: Int) -> Int { Self.headerLength + frame * frameLength }

    /// Whether a frame is one of this journal, not of an earlier one in the same file.
    private func hasSalts(_ frame: Int) -> Bool {
        let start = place(of: frame) + 8
        return bytes[start..<start + 8] == salts
    }

    /// Whether from this frame on a group ends and another one follows.
    private func hasEarlierGroup(from first: Int) -> Bool {
        var ends = false
        for index in first..<frameCount where hasSalts(index) {
            if ends { return true }
            ends = Self.number(in: bytes, at: place(of: index) + 4) != 0
        }
        return false
    }

    private func isSum(_ sums: (first: UInt32, second: UInt32), at offset: Int) -> Bool {
        Self.number(in: bytes, at: offset) == sums.first
            && Self.number(in: bytes, at: offset + 4) == sums.second
    }

    private func add(_ range: Range<Int>, to sums: inout (first: UInt32, second: UInt32)) {
        bytes.withUnsafeBytes { bytes in
            for offset in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
                let first = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
                let second = bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
                sums.first &+= (isBigEndian ? first.bigEndian : first.littleEndian) &+ sums.second
                sums.second &+= (isBigEndian ? second.bigEndian : second.littleEndian) &+ sums.first
            }
        }
    }

    private static func number(in bytes: Data, at offset: Int) -> UInt32 {
        bytes.withUnsafeBytes {
            UInt32(bigEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        }
    }
}

extension JournalCheck {
    /// Checks the journal at a path, if there is one.
    /// - Throws: ``StoreError/damaged(_:)``.
    static func check(_ path: String) throws(StoreError) {
        // A journal may seem broken while another process begins it anew, but not each time it is
        // read.
        for attempt in 0..<3 {
            if attempt > 0 { usleep(20_000) }
            guard let bytes = FileManager.default.contents(atPath: path),
                JournalCheck(bytes)?.isBroken == true
            else { return }
        }
        throw .damaged("its journal `\(path)` is not as it was written")
    }
}
