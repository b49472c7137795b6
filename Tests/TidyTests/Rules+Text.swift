extension Rule {
    /// Targets that see text from outside. Swift's strings are equal, begin and end alike when
    /// Unicode calls them equivalent; there text is compared by its bytes.
    private static let ofOutside: Set<Substring> = [
        "AWSWire", "Console", "IAMPolicy", "Operations", "Store", "StrictJSON",
    ]

    static let text = [
        Rule(
            "text from outside is the key of no dictionary and the member of no set but as ExactText",
            example: ("Sources/Store/A.swift", "var names: Set<String> = []"),
            in: { ofOutside.contains($0.target) && $0.isSource },
            breaks: { code, line in
                ["[String: ", "[Substring: ", "Set<String>", "Set<Substring>"].contains {
                    code.contains($0)
                } && !line.hasSuffix("// as Unicode compares")
            }),
        Rule(
            "a set or dictionary that is made says what of: Set<ExactText>(names)",
            example: ("Sources/Store/A.swift", "let names = Set(all.map(\\.name))"),
            in: { ofOutside.contains($0.target) && $0.isSource },
            breaks: { code, _ in
                ["Set", "Dictionary"].contains { name in
                    code.ranges(of: "\(name)(").contains { range in
                        let before = code[..<range.lowerBound].last
                        return before.map { !$0.isLetter && $0 != "." } ?? true
                    } || code.contains(": \(name) = ")
                }
            }),
        Rule(
            "text is taken apart by bytes: begins(with:), ends(with:), parts(at:), asciiLowercased",
            example: ("Sources/Store/A.swift", "name.hasPrefix(\"aws:\")"),
            in: { ofOutside.contains($0.target) && $0.isSource && !forPeople.contains($0.path) },
            breaks: { code, line in
                [".hasPrefix(", ".hasSuffix(", ".lowercased()", ".uppercased()"].contains {
                    code.contains($0)
                }
                    || (code.contains(".split(separator: \"") && !code.contains("unicodeScalars"))
            }),
        Rule(
            "no letter to which Unicode has an equal is in a text that another is compared with",
            example: ("Sources/Store/A.swift", "if name == \"Key\" {"),
            in: { ofOutside.contains($0.target) && $0.isSource },
            breaks: { code, _ in comparedLiterals(in: code).contains(where: hasEqual) }),
    ]

    /// Where case is folded in every alphabet, and why: what people search for; a password that
    /// may not be the account's name; `StringEqualsIgnoreCase`; the same tag twice by any rule.
    private static let forPeople: Set<String> = [
        "Sources/Console/Pages/Search/SearchPage+View.swift",
        "Sources/IAMPolicy/Compilation/PolicyProgram+Text.swift",
        "Sources/Operations/Passwords/PasswordRules.swift",
        "Sources/Operations/IAM/Tagging.swift",
    ]

    /// The literals behind `==`, `!=` and `case` in a line.
    private static func comparedLiterals(in code: Substring) -> [Substring] {
        ["== \"", "!= \"", "case \""].flatMap { mark in
            code.ranges(of: mark).map { code[$0.upperBound...].prefix { $0 != "\"" } }
        }
    }

    /// Whether another text is canonically equivalent to one of ASCII: U+212A is K, U+037E the
    /// semicolon and U+1FEF the grave accent.
    private static func hasEqual(_ literal: Substring) -> Bool {
        literal.contains { "K;`".contains($0) }
    }
}
