import Testing

@testable import ModelGenerator

@Suite struct RendererTests {
    private func files() throws -> [String: String] {
        Renderer(service: try SampleModel.resolver(try SampleModel.model()).resolved()).files()
    }

    @Test func aNounsFileHoldsItsOperationsAndShapes() throws {
        #expect(try files()["IAM/Boxes.swift"] == Self.boxes)
    }

    @Test func whatNounsShareIsInAFileOfItsOwn() throws {
        #expect(try files()["IAM/IAMShared.swift"] == Self.shared)
    }

    @Test func errorsAndLimitsAreConstants() throws {
        let files = try files()
        #expect(
            files["IAM/IAMErrors.swift"]?.contains(
                #"static let noSuchBox = DeclaredError(code: "NoSuchBox", "#
                    + "status: 404, isSender: true)") == true)
        let limits = files["IAM/IAMLimits.swift"] ?? ""
        #expect(
            limits.contains(
                ##"let boxNameType = StringLimits(min: 1, pattern: Pattern(#"[\w]+"#))"##))
        #expect(limits.contains("let maxItemsType = IntegerLimits(min: 1, max: 5)"))
        #expect(limits.contains("let boxList = ListLimits(max: 9)"))
    }

    @Test func operationsAreListed() throws {
        let list = try files()["IAM/IAMOperations.swift"] ?? ""
        #expect(list.contains("        GetBox.self,\n        DropBox.self,\n    ]"))
    }

    @Test func theSameModelGivesTheSameText() throws {
        #expect(try files() == files())
    }

    static let shared = """
        // Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

        package import AWSWire

        extension IAM.Shape {
            /// colorType.
            package enum ColorType: String, WireEnum {
                case red = "RED"
                case nothing = "none"
            }
        }

        """

    static let boxes = """
        // Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

        package import AWSWire
        package import IAMIdentifiers

        extension IAM {
            /// GetBox. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetBox.html>
            package enum GetBox: Operation {
                package static let facts = OperationFacts(name: "GetBox", service: .iam, \
        resultWrapper: "GetBoxResult", \
        errors: [Errors.noSuchBox], \
        pagination: Pagination(inputToken: "Marker", \
        outputToken: "Marker", limitKey: "MaxItems", \
        moreResults: "IsTruncated", resultKeys: ["Boxes"]))

                package struct Input: WireShape {
                    package var maxItems: Int?
                    package var boxName: String

                    package init(boxName: String, maxItems: Int? = nil) {
                        self.maxItems = maxItems
                        self.boxName = boxName
                    }

                    package init(from fields: inout FieldReader) {
                        maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
                        boxName = fields.requiredString("BoxName", IAM.Limits.boxNameType)
                    }

                    package func encode(into writer: inout FieldWriter) {
                        writer.integer("MaxItems", maxItems)
                        writer.string("BoxName", boxName)
                    }
                }

                package struct Output: WireShape {
                    package var boxes: [IAM.Shape.Box]

                    package init(boxes: [IAM.Shape.Box]) {
                        self.boxes = boxes
                    }

                    package init(from fields: inout FieldReader) {
                        boxes = fields.requiredStructures("Boxes", count: IAM.Limits.boxList)
                    }

                    package func encode(into writer: inout FieldWriter) {
                        writer.structures("Boxes", boxes)
                    }
                }
            }
        }

        extension IAM.Shape {
            /// Box. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_Box.html>
            package struct Box: WireShape {
                package var key: Secret
                package var color: IAM.Shape.ColorType?
                package var inner: [IAM.Shape.Box]?

                package init(key: Secret, color: IAM.Shape.ColorType? = nil, \
        inner: [IAM.Shape.Box]? = nil) {
                    self.key = key
                    self.color = color
                    self.inner = inner
                }

                package init(from fields: inout FieldReader) {
                    key = fields.requiredSecret("Key")
                    color = fields.enumeration("Color")
                    inner = fields.structures("Inner", count: IAM.Limits.boxList)
                }

                package func encode(into writer: inout FieldWriter) {
                    writer.secret("Key", key)
                    writer.enumeration("Color", color)
                    writer.structures("Inner", inner)
                }
            }
        }

        """
}
