import Glibc

/// Why a file cannot be read, in the operating system's words.
package struct FileFault: Error, Equatable {
    package let reason: String
}

/// The bytes of a file.
/// - Parameter longest: how many it may have.
package func contentsOfFile(
    _ path: String, atMost longest: Int
) throws(FileFault) -> [UInt8] {
    func systemFault() -> FileFault { FileFault(reason: String(cString: strerror(errno))) }
    guard let file = fopen(path, "re") else { throw systemFault() }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: longest + 1)
    let count = fread(&bytes, 1, bytes.count, file)
    guard ferror(file) == 0 else { throw systemFault() }
    guard count <= longest else { throw FileFault(reason: "longer than \(longest) bytes") }
    return Array(bytes.prefix(count))
}
