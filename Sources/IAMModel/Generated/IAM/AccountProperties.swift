// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension IAM {
    /// GetAccountProperties. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountProperties.html>
    package enum GetAccountProperties: Operation {
        package static let facts = OperationFacts(
            name: "GetAccountProperties", service: .iam,
            resultWrapper: "GetAccountPropertiesResult",
            errors: [Errors.invalidInput, Errors.serviceFailure])

        package struct Input: WireShape {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }

        package struct Output: WireShape {
            package var properties: [ExactText: String]?

            package init(properties: [ExactText: String]? = nil) {
                self.properties = properties
            }

            package init(from fields: inout FieldReader) {
                properties = fields.stringMap(
                    "Properties", each: IAM.Limits.accountPropertyValueType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.stringMap("Properties", properties)
            }
        }
    }
}

extension IAM {
    /// PutAccountProperties. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutAccountProperties.html>
    package enum PutAccountProperties: Operation {
        package static let facts = OperationFacts(
            name: "PutAccountProperties", service: .iam,
            resultWrapper: "PutAccountPropertiesResult",
            errors: [Errors.invalidInput, Errors.concurrentModification, Errors.serviceFailure])

        package struct Input: WireShape {
            package var properties: [ExactText: String]

            package init(properties: [ExactText: String]) {
                self.properties = properties
            }

            package init(from fields: inout FieldReader) {
                properties = fields.requiredStringMap(
                    "Properties", each: IAM.Limits.accountPropertyValueType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.stringMap("Properties", properties)
            }
        }

        package struct Output: WireShape, EmptyAnswer {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }
    }
}
