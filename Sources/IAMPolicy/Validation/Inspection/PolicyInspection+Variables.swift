import IAMIdentifiers

// Policy variables: `${aws:username}`, `${aws:PrincipalTag/team, 'none'}`.
extension PolicyInspection {
    /// Reports what is wrong with the variables of a text in which they may stand.
    ///
    /// Source: IAM User Guide, "IAM policy elements: Variables and tags".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html>
    func inspectVariables(of node: PolicyNode) {
        guard let text = node.text else { return }
        let bytes = Array(text.utf8)
        var index = 0
        while let start = Self.variable(in: bytes, from: index) {
            guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "}")) else {
                if version.hasVariables {
                    add(
                        .missingBraceInVariable, "the policy variable is not closed; add a }",
                        at: [site(of: start..<bytes.count, in: node)])
                }
                return
            }
            // The place is found only for what is reported: there may be tens of thousands.
            let place = { self.site(of: start..<end + 1, in: node) }
            let content = String(decoding: bytes[start + 2..<end], as: UTF8.self)
            if version.hasVariables {
                inspectVariable(content, at: place)
            } else if content.contains(":") {
                add(
                    .variableUnsupportedInVersion,
                    "variables are plain text in this version; write \"Version\": \"2012-10-17\"",
                    at: [place()])
            }
            index = end + 1
        }
    }

    private static func variable(in bytes: [UInt8], from index: Int) -> Int? {
        guard bytes.count >= 2 else { return nil }
        return (index..<max(index, bytes.count - 1)).first {
            bytes[$0] == UInt8(ascii: "$") && bytes[$0 + 1] == UInt8(ascii: "{")
        }
    }

    private func inspectVariable(_ content: String, at place: () -> PolicySite) {
        if ["*", "?", "$"].contains(content) { return }
        let parts = content.parts(at: ",", maxSplits: 1)
        let name = parts[0]
        if name.allSatisfy({ $0 == " " }) {
            add(
                .emptyVariable, "the policy variable names nothing; name a key or remove it",
                at: [place()])
        } else if name.contains(" ") {
            add(
                .unsupportedSpaceInVariable,
                "the name of a policy variable has no spaces; remove them",
                at: [place()])
        } else if !name.utf8.allSatisfy(Self.isNameByte) {
            add(
                .unsupportedSymbolInVariable,
                "a condition key has no such character; write the key's name between ${ and }",
                at: [place()])
        }
        guard parts.count == 2 else { return }
        let value = parts[1].drop { $0 == " " }
        if value.count < 2 || value.first != "'" || value.last != "'" {
            add(
                .missingQuoteInVariable,
                "write the default value between single quotation marks: ${\(name), 'value'}",
                at: [place()])
        }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte.isASCIILetterOrDigit || byte >= 0x80 || ":/._-+=@".utf8.contains(byte)
    }
}
