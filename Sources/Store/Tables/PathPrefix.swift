extension SQL {
    /// ` AND path >= prefix AND path < the first text after all that begin with prefix`: a range
    /// that an index can serve and that both engines read alike. Nothing for a prefix of `/`.
    ///
    /// Paths hold the characters U+0021 to U+007E alone, so the successor of the last is one byte.
    static func pathBegins(with prefix: String) -> SQL {
        guard prefix != "/", let last = prefix.utf8.last else { return "" }
        let end = String(decoding: Array(prefix.utf8.dropLast()) + [last + 1], as: UTF8.self)
        return " AND path >= \(prefix) AND path < \(end)"
    }
}
