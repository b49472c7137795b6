import Testing

@testable import ModelGenerator

@Suite struct ResolverTests {
    @Test func aShapeIsInTheFileOfTheOnlyNounThatUsesIt() throws {
        let service = try SampleModel.resolver(try SampleModel.model()).resolved()
        #expect(service.files.map(\.name) == ["Boxes", "Drops", "IAMShared"])
        #expect(service.files[0].structures.map(\.name) == ["Box"])
        #expect(service.files[0].operations.map(\.name) == ["GetBox"])
        #expect(service.files[2].enumerations.map(\.name) == ["ColorType"])
        #expect(service.files[2].operations.isEmpty)
    }

    @Test func membersGetTheirTypes() throws {
        let service = try SampleModel.resolver(try SampleModel.model()).resolved()
        let operation = service.files[0].operations[0]
        #expect(
            operation.input.map(\.type) == [
                .integer(limits: "maxItemsType"), .string(limits: "boxNameType"),
            ])
        #expect(operation.input.map(\.isRequired) == [false, true])
        #expect(operation.output.map(\.type) == [.list(.structure("Box"), limits: "boxList")])
        #expect(operation.errors == ["noSuchBox"])
        #expect(service.files[0].structures[0].members[0].type == .secret(limits: nil))
        #expect(!service.files[1].operations[0].isSigned)
    }

    @Test func nounsAndOperationsMustBeTheSame() throws {
        let model = try SampleModel.model()
        for nouns in [
            ["Boxes": ["GetBox"]], ["Boxes": ["GetBox", "DropBox", "PutBox"]],
            ["Boxes": ["GetBox", "DropBox"], "Drops": ["DropBox"]],
        ] {
            #expect(throws: GeneratorError.self) {
                try SampleModel.resolver(model, nouns: nouns).resolved()
            }
        }
    }

    @Test func whatIsNotUnderstoodIsRefused() throws {
        func refusal(_ change: (inout ServiceModel) -> Void) throws -> GeneratorError? {
            var model = try SampleModel.model()
            change(&model)
            return #expect(throws: GeneratorError.self) {
                try SampleModel.resolver(model).resolved()
            }
        }
        #expect(
            try refusal { $0.shapes[8].type = "float" }
                == .unsupported(shape: "maxItemsType", why: "type float"))
        #expect(try refusal { $0.shapes[8].sensitive = true } != nil)
        #expect(
            try refusal { $0.shapes[4].member = "boxList" }
                == .unsupported(shape: "boxList", why: "a list of a list"))
        #expect(
            try refusal { $0.shapes[3].members?[2].shape = "Box" }
                == .unsupported(shape: "Box", why: "it contains itself"))
        #expect(try refusal { $0.shapes[3].members?[2].name = "Color" } == .nameTaken("color"))
        #expect(try refusal { $0.shapes[6].enum = ["none", "nothing"] } == .nameTaken("nothing"))
        #expect(
            try refusal { $0.shapes[3].members?[2].shape = "absent" }
                == .unknownShape("absent", usedBy: "Box"))
        #expect(
            try refusal { $0.operations[0].errors = ["Absent"] }
                == .unknownShape("Absent", usedBy: "GetBox"))
    }
}
