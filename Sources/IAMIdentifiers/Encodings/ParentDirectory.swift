extension String {
    /// The directory that a file of this path is in: `.` for a name alone. Foundation's way to find
    /// it ends the process for a path of one character.
    package var parentDirectory: String {
        let slash = UInt8(ascii: "/")
        let path = Array(utf8)
        let name = path.lastIndex { $0 != slash }.map { path[...$0] } ?? []
        guard let end = name.lastIndex(of: slash) else { return path.first == slash ? "/" : "." }
        guard let last = name[..<end].lastIndex(where: { $0 != slash }) else { return "/" }
        return String(decoding: path[...last], as: UTF8.self)
    }
}
