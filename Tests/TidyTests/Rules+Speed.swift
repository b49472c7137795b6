extension Rule {
    static let speed = [
        Rule(
            "a type whose members are @inlinable is @usableFromInline, or they are not inlined",
            example: ("Sources/A/A.swift", "package enum A { @inlinable static func a() {} }"),
            breaches: { file in
                guard file.isSource, file.path.hasSuffix(".swift") else { return [] }
                var breaches: [Int] = []
                /// Where the type began that the lines are in; nil in one that is usable.
                var type: Int?
                for (number, line) in file.lines.enumerated() {
                    if line.contains(#/^(package |public )?(final )?(class|struct|enum) /#) {
                        let before = number == 0 ? "" : file.lines[number - 1]
                        type = before == "@usableFromInline" ? nil : number
                    }
                    // What an extension adds belongs to a type of another file, or of the library.
                    if line.hasPrefix("extension ") { type = nil }
                    if let type, line.contains("@inlinable"), breaches.last != type {
                        breaches.append(type)
                    }
                }
                return breaches
            })
    ]
}
