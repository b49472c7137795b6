import Foundation
import ParserProperties
import Testing

/// The corpus of the fuzzers, input by input: what once broke a parser stays mended, and the laws
/// that the fuzzers look after hold of what they begin with.
@Suite struct CorpusTests {
    private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Fuzz/Corpus").standardizedFileURL

    private static func files(_ folder: String) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: corpus.appending(path: folder), includingPropertiesForKeys: nil
        ).sorted { $0.path < $1.path }
    }

    private func check(_ folder: String, _ property: ([UInt8]) -> String?) throws {
        let files = try Self.files(folder)
        #expect(files.count >= 20)
        for file in files {
            let bytes = Array(try Data(contentsOf: file))
            #expect(property(bytes) == nil, "\(folder)/\(file.lastPathComponent)")
            // Broken off anywhere, an input is still an input.
            for end in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 16)) {
                #expect(
                    property(Array(bytes[..<end])) == nil,
                    "\(folder)/\(file.lastPathComponent), the first \(end) bytes")
            }
        }
    }

    @Test func policies() throws {
        let properties = PolicyProperties()
        try check("policy") { properties.broken(by: $0) }
    }

    @Test func arns() throws { try check("arn", ARNProperties.broken) }

    @Test func queries() throws { try check("query", QueryProperties.broken) }

    @Test func saml() throws { try check("saml", SAMLProperties.broken) }

    @Test func pem() throws { try check("pem", PEMProperties.broken) }

    @Test func passkeys() throws { try check("webauthn", WebAuthnProperties.broken) }

    @Test func grants() throws { try check("grant", GrantProperties.broken) }

    @Test func tokens() throws { try check("jwt", TokenProperties.broken) }
}
