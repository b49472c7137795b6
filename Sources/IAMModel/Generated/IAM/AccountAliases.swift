// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire

extension IAM {
    /// CreateAccountAlias. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccountAlias.html>
    package enum CreateAccountAlias: Operation {
        package static let facts = OperationFacts(
            name: "CreateAccountAlias", service: .iam,
            errors: [
                Errors.concurrentModification, Errors.entityAlreadyExists, Errors.limitExceeded,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape {
            package var accountAlias: String

            package init(accountAlias: String) {
                self.accountAlias = accountAlias
            }

            package init(from fields: inout FieldReader) {
                accountAlias = fields.requiredString("AccountAlias", IAM.Limits.accountAliasType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("AccountAlias", accountAlias)
            }
        }

        package struct Output: WireShape, EmptyAnswer {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }
    }
}

extension IAM {
    /// DeleteAccountAlias. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccountAlias.html>
    package enum DeleteAccountAlias: Operation {
        package static let facts = OperationFacts(
            name: "DeleteAccountAlias", service: .iam,
            errors: [
                Errors.concurrentModification, Errors.noSuchEntity, Errors.limitExceeded,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape {
            package var accountAlias: String

            package init(accountAlias: String) {
                self.accountAlias = accountAlias
            }

            package init(from fields: inout FieldReader) {
                accountAlias = fields.requiredString("AccountAlias", IAM.Limits.accountAliasType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("AccountAlias", accountAlias)
            }
        }

        package struct Output: WireShape, EmptyAnswer {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }
    }
}

extension IAM {
    /// ListAccountAliases. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccountAliases.html>
    package enum ListAccountAliases: Operation {
        package static let facts = OperationFacts(
            name: "ListAccountAliases", service: .iam, resultWrapper: "ListAccountAliasesResult",
            errors: [Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["AccountAliases"]))

        package struct Input: WireShape, AsksForPage {
            package var marker: String?
            package var maxItems: Int?

            package init(marker: String? = nil, maxItems: Int? = nil) {
                self.marker = marker
                self.maxItems = maxItems
            }

            package init(from fields: inout FieldReader) {
                marker = fields.string("Marker", IAM.Limits.markerType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("Marker", marker)
                writer.integer("MaxItems", maxItems)
            }
        }

        package struct Output: WireShape, AnswersPage {
            package var accountAliases: [String]
            package var isTruncated: Bool?
            package var marker: String?

            package init(accountAliases: [String], isTruncated: Bool? = nil, marker: String? = nil)
            {
                self.accountAliases = accountAliases
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                accountAliases = fields.requiredStrings(
                    "AccountAliases", each: IAM.Limits.accountAliasType)
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.strings("AccountAliases", accountAliases)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}
