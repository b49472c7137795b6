import IAMIdentifiers

/// The file in which a new access key is kept, as AWS has it. A spreadsheet takes what begins with
/// `+`, `-`, `=`, `@` or white space for a formula, which no field here does.
///
/// The page that shows the key holds it; the server has forgotten the secret by then and gives back
/// what the form brings, as a file.
struct KeyFilePage: SignedInPage {
    static let description = PageDescription(.keyFile, within: SecurityCredentialsPage.self)
    static let address = PageAddress<Self>(["console", "security-credentials", "key-file"])

    /// The root user's, as AWS names it.
    static let rootName = "rootkey.csv"

    /// An IAM user's. Names of users hold nothing that a header or file system minds.
    static func name(of user: String) -> String { "\(user)_accessKeys.csv" }

    func answer(_ request: SignedInRequest) async throws -> Reply {
        let id = request.fields["id"], secret = request.fields["secret"],
            name = request.fields["file"]
        guard request.form == AccessKeyCreatedPage.Form.download.rawValue, Self.isKeyID(id),
            Self.isSecret(secret), Self.isFileName(name)
        else { return .page(ErrorPages.malformed(request.page), status: 400) }
        return Reply(
            content: .file(
                name: name, type: "text/csv; charset=utf-8",
                text: "Access key ID,Secret access key\r\n\(id),\(secret)\r\n"))
    }

    private static func isKeyID(_ text: String) -> Bool {
        (16...128).contains(text.utf8.count) && text.utf8.allSatisfy(isLetterOrDigit)
    }

    /// A key of ours begins with no `+`, which a spreadsheet would take for a formula's.
    private static func isSecret(_ text: String) -> Bool {
        text.utf8.count == 40 && text.utf8.first != UInt8(ascii: "+")
            && text.utf8.allSatisfy { isLetterOrDigit($0) || "+/".utf8.contains($0) }
    }

    private static func isFileName(_ text: String) -> Bool {
        let isOurs = text == rootName || text.ends(with: "_accessKeys.csv")
        return isOurs && text.utf8.count <= 80
            && text.utf8.allSatisfy { isLetterOrDigit($0) || "+=,.@_-".utf8.contains($0) }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
