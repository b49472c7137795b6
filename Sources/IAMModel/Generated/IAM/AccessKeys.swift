// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension IAM {
    /// CreateAccessKey. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html>
    package enum CreateAccessKey: Operation {
        package static let facts = OperationFacts(
            name: "CreateAccessKey", service: .iam, resultWrapper: "CreateAccessKeyResult",
            errors: [Errors.noSuchEntity, Errors.limitExceeded, Errors.serviceFailure])

        package struct Input: WireShape {
            package var userName: String?

            package init(userName: String? = nil) {
                self.userName = userName
            }

            package init(from fields: inout FieldReader) {
                userName = fields.string("UserName", IAM.Limits.existingUserNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
            }
        }

        package struct Output: WireShape {
            package var accessKey: IAM.Shape.AccessKey

            package init(accessKey: IAM.Shape.AccessKey) {
                self.accessKey = accessKey
            }

            package init(from fields: inout FieldReader) {
                accessKey = fields.requiredStructure("AccessKey")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("AccessKey", accessKey)
            }
        }
    }
}

extension IAM {
    /// DeleteAccessKey. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccessKey.html>
    package enum DeleteAccessKey: Operation {
        package static let facts = OperationFacts(
            name: "DeleteAccessKey", service: .iam,
            errors: [Errors.noSuchEntity, Errors.limitExceeded, Errors.serviceFailure])

        package struct Input: WireShape {
            package var userName: String?
            package var accessKeyId: String

            package init(accessKeyId: String, userName: String? = nil) {
                self.userName = userName
                self.accessKeyId = accessKeyId
            }

            package init(from fields: inout FieldReader) {
                userName = fields.string("UserName", IAM.Limits.existingUserNameType)
                accessKeyId = fields.requiredString("AccessKeyId", IAM.Limits.accessKeyIdType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.string("AccessKeyId", accessKeyId)
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
    /// GetAccessKeyLastUsed. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html>
    package enum GetAccessKeyLastUsed: Operation {
        package static let facts = OperationFacts(
            name: "GetAccessKeyLastUsed", service: .iam,
            resultWrapper: "GetAccessKeyLastUsedResult", errors: [])

        package struct Input: WireShape {
            package var accessKeyId: String

            package init(accessKeyId: String) {
                self.accessKeyId = accessKeyId
            }

            package init(from fields: inout FieldReader) {
                accessKeyId = fields.requiredString("AccessKeyId", IAM.Limits.accessKeyIdType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("AccessKeyId", accessKeyId)
            }
        }

        package struct Output: WireShape {
            package var userName: String?
            package var accessKeyLastUsed: IAM.Shape.AccessKeyLastUsed?

            package init(
                userName: String? = nil, accessKeyLastUsed: IAM.Shape.AccessKeyLastUsed? = nil
            ) {
                self.userName = userName
                self.accessKeyLastUsed = accessKeyLastUsed
            }

            package init(from fields: inout FieldReader) {
                userName = fields.string("UserName", IAM.Limits.existingUserNameType)
                accessKeyLastUsed = fields.structure("AccessKeyLastUsed")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.structure("AccessKeyLastUsed", accessKeyLastUsed)
            }
        }
    }
}

extension IAM {
    /// ListAccessKeys. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccessKeys.html>
    package enum ListAccessKeys: Operation {
        package static let facts = OperationFacts(
            name: "ListAccessKeys", service: .iam, resultWrapper: "ListAccessKeysResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["AccessKeyMetadata"]))

        package struct Input: WireShape, AsksForPage {
            package var userName: String?
            package var marker: String?
            package var maxItems: Int?

            package init(userName: String? = nil, marker: String? = nil, maxItems: Int? = nil) {
                self.userName = userName
                self.marker = marker
                self.maxItems = maxItems
            }

            package init(from fields: inout FieldReader) {
                userName = fields.string("UserName", IAM.Limits.existingUserNameType)
                marker = fields.string("Marker", IAM.Limits.markerType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.string("Marker", marker)
                writer.integer("MaxItems", maxItems)
            }
        }

        package struct Output: WireShape, AnswersPage {
            package var accessKeyMetadata: [IAM.Shape.AccessKeyMetadata]
            package var isTruncated: Bool?
            package var marker: String?

            package init(
                accessKeyMetadata: [IAM.Shape.AccessKeyMetadata], isTruncated: Bool? = nil,
                marker: String? = nil
            ) {
                self.accessKeyMetadata = accessKeyMetadata
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                accessKeyMetadata = fields.requiredStructures("AccessKeyMetadata")
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("AccessKeyMetadata", accessKeyMetadata)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}

extension IAM {
    /// UpdateAccessKey. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccessKey.html>
    package enum UpdateAccessKey: Operation {
        package static let facts = OperationFacts(
            name: "UpdateAccessKey", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.limitExceeded, Errors.serviceFailure,
                Errors.invalidInput,
            ])

        package struct Input: WireShape {
            package var userName: String?
            package var accessKeyId: String
            package var status: IAM.Shape.StatusType

            package init(accessKeyId: String, status: IAM.Shape.StatusType, userName: String? = nil)
            {
                self.userName = userName
                self.accessKeyId = accessKeyId
                self.status = status
            }

            package init(from fields: inout FieldReader) {
                userName = fields.string("UserName", IAM.Limits.existingUserNameType)
                accessKeyId = fields.requiredString("AccessKeyId", IAM.Limits.accessKeyIdType)
                status = fields.requiredEnumeration("Status")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.string("AccessKeyId", accessKeyId)
                writer.enumeration("Status", status)
            }
        }

        package struct Output: WireShape, EmptyAnswer {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }
    }
}

extension IAM.Shape {
    /// AccessKey. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKey.html>
    package struct AccessKey: WireShape {
        package var userName: String?
        package var accessKeyId: String
        package var status: IAM.Shape.StatusType
        package var secretAccessKey: Secret
        package var createDate: Timestamp?

        package init(
            accessKeyId: String, status: IAM.Shape.StatusType, secretAccessKey: Secret,
            userName: String? = nil, createDate: Timestamp? = nil
        ) {
            self.userName = userName
            self.accessKeyId = accessKeyId
            self.status = status
            self.secretAccessKey = secretAccessKey
            self.createDate = createDate
        }

        package init(from fields: inout FieldReader) {
            userName = fields.string("UserName", IAM.Limits.userNameType)
            accessKeyId = fields.requiredString("AccessKeyId", IAM.Limits.accessKeyIdType)
            status = fields.requiredEnumeration("Status")
            secretAccessKey = fields.requiredSecret("SecretAccessKey")
            createDate = fields.timestamp("CreateDate")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("UserName", userName)
            writer.string("AccessKeyId", accessKeyId)
            writer.enumeration("Status", status)
            writer.secret("SecretAccessKey", secretAccessKey)
            writer.timestamp("CreateDate", createDate)
        }
    }
}

extension IAM.Shape {
    /// AccessKeyLastUsed. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKeyLastUsed.html>
    package struct AccessKeyLastUsed: WireShape {
        package var lastUsedDate: Timestamp?
        package var serviceName: String
        package var region: String

        package init(serviceName: String, region: String, lastUsedDate: Timestamp? = nil) {
            self.lastUsedDate = lastUsedDate
            self.serviceName = serviceName
            self.region = region
        }

        package init(from fields: inout FieldReader) {
            lastUsedDate = fields.timestamp("LastUsedDate")
            serviceName = fields.requiredString("ServiceName")
            region = fields.requiredString("Region")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.timestamp("LastUsedDate", lastUsedDate)
            writer.string("ServiceName", serviceName)
            writer.string("Region", region)
        }
    }
}

extension IAM.Shape {
    /// AccessKeyMetadata. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKeyMetadata.html>
    package struct AccessKeyMetadata: WireShape {
        package var userName: String?
        package var accessKeyId: String?
        package var status: IAM.Shape.StatusType?
        package var createDate: Timestamp?

        package init(
            userName: String? = nil, accessKeyId: String? = nil,
            status: IAM.Shape.StatusType? = nil, createDate: Timestamp? = nil
        ) {
            self.userName = userName
            self.accessKeyId = accessKeyId
            self.status = status
            self.createDate = createDate
        }

        package init(from fields: inout FieldReader) {
            userName = fields.string("UserName", IAM.Limits.userNameType)
            accessKeyId = fields.string("AccessKeyId", IAM.Limits.accessKeyIdType)
            status = fields.enumeration("Status")
            createDate = fields.timestamp("CreateDate")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("UserName", userName)
            writer.string("AccessKeyId", accessKeyId)
            writer.enumeration("Status", status)
            writer.timestamp("CreateDate", createDate)
        }
    }
}
