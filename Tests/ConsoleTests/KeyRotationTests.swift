import IAMIdentifiers
import Testing

@testable import Console

/// Where the exchange of an access key stands, by the keys alone.
@Suite struct KeyRotationTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var keys: [AccessKeyList.Row]
        var step: KeyRotation.Step?
    }

    private static func key(
        _ id: String, _ age: Int64, isActive: Bool = true, isUsed: Bool = false
    ) -> AccessKeyList.Row {
        AccessKeyList.Row(
            id: id, isActive: isActive, createdAt: Gallery.now - .seconds(age),
            lastUsedAt: isUsed ? Gallery.now : nil)
    }

    static let cases = [
        Case(testDescription: "without keys there is nothing to exchange", keys: []),
        Case(
            testDescription: "an inactive key alone is not exchanged",
            keys: [key("A", 9, isActive: false)]),
        Case(
            testDescription: "nor are two inactive ones",
            keys: [key("A", 9, isActive: false), key("B", 1, isActive: false)]),
        Case(testDescription: "one key gets a second", keys: [key("A", 9)], step: .create),
        Case(
            testDescription: "the younger one is to be used",
            keys: [key("A", 9, isUsed: true), key("B", 1)], step: .use),
        Case(
            testDescription: "in whichever order they are listed",
            keys: [key("B", 1), key("A", 9, isUsed: true)], step: .use),
        Case(
            testDescription: "a younger one that is inactive is to be used, too",
            keys: [key("A", 9), key("B", 1, isActive: false, isUsed: true)], step: .use),
        Case(
            testDescription: "once it was used, the older one is made inactive",
            keys: [key("A", 9), key("B", 1, isUsed: true)], step: .deactivate),
        Case(
            testDescription: "of two that were made together nobody knows which is the older one",
            keys: [key("A", 9), key("B", 9, isUsed: true)]),
        Case(
            testDescription: "and then deleted",
            keys: [key("A", 9, isActive: false), key("B", 1)], step: .delete),
    ]

    @Test(arguments: cases) func theKeysTellTheStep(_ c: Case) {
        #expect(KeyRotation(c.keys, at: Gallery.page(UsersPage()).current)?.step == c.step)
    }
}
