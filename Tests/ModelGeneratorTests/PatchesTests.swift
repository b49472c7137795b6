import Foundation
import Testing

@testable import ModelGenerator

@Suite struct PatchesTests {
    private func patched(_ patch: String) throws -> ServiceModel {
        let text = #"{"patches": [{"service": "iam", "reason": "r", "source": "s", \#(patch)}]}"#
        let patches = try JSONDecoder().decode(Patches.self, from: Data(text.utf8))
        return try patches.applied(to: try SampleModel.model(), service: "iam")
    }

    @Test func aShapesLimitsAreCorrected() throws {
        let model = try patched(#""shape": "boxNameType", "max": 7"#)
        #expect(model.shapes[5].min == 1)
        #expect(model.shapes[5].max == 7)
    }

    @Test func aShapeBecomesSensitive() throws {
        let model = try patched(#""shape": "boxNameType", "sensitive": true"#)
        #expect(model.shapes[5].sensitive == true)
    }

    @Test func aMemberBecomesRequired() throws {
        let model = try patched(#""shape": "Box", "member": "Color", "required": true"#)
        #expect(model.shapes[3].members?.map { $0.required == true } == [true, true, false])
    }

    @Test func membersChangePlaces() throws {
        let names = try SampleModel.model().shapes[3].members?.map(\.name) ?? []
        let (first, last) = (names[0], names[2])
        let model = try patched(#""shape": "Box", "order": ["\#(last)", "\#(first)"]"#)
        #expect(model.shapes[3].members?.map(\.name) == [last, names[1], first])
    }

    @Test func anOperationAnswersMoreErrors() throws {
        let model = try patched(#""operation": "DropBox", "moreErrors": ["NoSuchBoxException"]"#)
        #expect(model.operations.map(\.errors) == [["NoSuchBoxException"], ["NoSuchBoxException"]])
    }

    @Test(arguments: [
        #""operation": "Absent""#,
        #""operation": "GetBox", "moreErrors": ["NoSuchBoxException"]"#,
        #""shape": "Absent""#, #""shape": "Box", "member": "Absent""#,
        #""shape": "Box", "order": ["Color", "Absent"]"#,
    ])
    func aPatchOfNothingIsRefused(_ patch: String) {
        #expect(throws: GeneratorError.self) { try patched(patch) }
    }
}
