import Testing

@testable import IAMPolicy

/// RFC 4648, section 10, has the first cases.
@Suite struct Base64Tests {
    @Test(arguments: [
        "", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy", "+/Az", "09az",
    ])
    func isTheOneEncoding(_ text: String) {
        #expect(Base64.isCanonical(text.utf8))
    }

    @Test(arguments: ["Z", "Zg", "Zg=", "Z===", "====", "Zh==", "Zm9=", "Zm 9v", "Zm9v\n", "Z-_v"])
    func refusesWhatEncodingDoesNotGive(_ text: String) {
        #expect(!Base64.isCanonical(text.utf8))
    }
}
