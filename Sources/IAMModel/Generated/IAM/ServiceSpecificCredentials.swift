// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension IAM {
    /// CreateServiceSpecificCredential. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceSpecificCredential.html>
    package enum CreateServiceSpecificCredential: Operation {
        package static let facts = OperationFacts(
            name: "CreateServiceSpecificCredential", service: .iam,
            resultWrapper: "CreateServiceSpecificCredentialResult",
            errors: [Errors.limitExceeded, Errors.noSuchEntity, Errors.notSupportedService])

        package struct Input: WireShape, NamesUser {
            package var userName: String
            package var serviceName: String
            package var credentialAgeDays: Int?

            package init(userName: String, serviceName: String, credentialAgeDays: Int? = nil) {
                self.userName = userName
                self.serviceName = serviceName
                self.credentialAgeDays = credentialAgeDays
            }

            package init(from fields: inout FieldReader) {
                userName = fields.requiredString("UserName", IAM.Limits.userNameType)
                serviceName = fields.requiredString("ServiceName")
                credentialAgeDays = fields.integer(
                    "CredentialAgeDays", IAM.Limits.credentialAgeDays)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.string("ServiceName", serviceName)
                writer.integer("CredentialAgeDays", credentialAgeDays)
            }
        }

        package struct Output: WireShape {
            package var serviceSpecificCredential: IAM.Shape.ServiceSpecificCredential?

            package init(serviceSpecificCredential: IAM.Shape.ServiceSpecificCredential? = nil) {
                self.serviceSpecificCredential = serviceSpecificCredential
            }

            package init(from fields: inout FieldReader) {
                serviceSpecificCredential = fields.structure("ServiceSpecificCredential")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("ServiceSpecificCredential", serviceSpecificCredential)
            }
        }
    }
}

extension IAM {
    /// DeleteServiceSpecificCredential. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteServiceSpecificCredential.html>
    package enum DeleteServiceSpecificCredential: Operation {
        package static let facts = OperationFacts(
            name: "DeleteServiceSpecificCredential", service: .iam, errors: [Errors.noSuchEntity])

        package struct Input: WireShape {
            package var userName: String?
            package var serviceSpecificCredentialId: String

            package init(serviceSpecificCredentialId: String, userName: String? = nil) {
                self.userName = userName
                self.serviceSpecificCredentialId = serviceSpecificCredentialId
            }

            package init(from fields: inout FieldReader) {
                userName = fields.string("UserName", IAM.Limits.userNameType)
                serviceSpecificCredentialId = fields.requiredString(
                    "ServiceSpecificCredentialId", IAM.Limits.serviceSpecificCredentialId)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.string("ServiceSpecificCredentialId", serviceSpecificCredentialId)
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
    /// ListServiceSpecificCredentials. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListServiceSpecificCredentials.html>
    package enum ListServiceSpecificCredentials: Operation {
        package static let facts = OperationFacts(
            name: "ListServiceSpecificCredentials", service: .iam,
            resultWrapper: "ListServiceSpecificCredentialsResult",
            errors: [Errors.noSuchEntity, Errors.notSupportedService])

        package struct Input: WireShape, AsksForPage {
            package var userName: String?
            package var serviceName: String?
            package var allUsers: Bool?
            package var marker: String?
            package var maxItems: Int?

            package init(
                userName: String? = nil, serviceName: String? = nil, allUsers: Bool? = nil,
                marker: String? = nil, maxItems: Int? = nil
            ) {
                self.userName = userName
                self.serviceName = serviceName
                self.allUsers = allUsers
                self.marker = marker
                self.maxItems = maxItems
            }

            package init(from fields: inout FieldReader) {
                userName = fields.string("UserName", IAM.Limits.userNameType)
                serviceName = fields.string("ServiceName")
                allUsers = fields.boolean("AllUsers")
                marker = fields.string("Marker", IAM.Limits.markerType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.string("ServiceName", serviceName)
                writer.boolean("AllUsers", allUsers)
                writer.string("Marker", marker)
                writer.integer("MaxItems", maxItems)
            }
        }

        package struct Output: WireShape, AnswersPage {
            package var serviceSpecificCredentials: [IAM.Shape.ServiceSpecificCredentialMetadata]?
            package var marker: String?
            package var isTruncated: Bool?

            package init(
                serviceSpecificCredentials: [IAM.Shape.ServiceSpecificCredentialMetadata]? = nil,
                marker: String? = nil, isTruncated: Bool? = nil
            ) {
                self.serviceSpecificCredentials = serviceSpecificCredentials
                self.marker = marker
                self.isTruncated = isTruncated
            }

            package init(from fields: inout FieldReader) {
                serviceSpecificCredentials = fields.structures("ServiceSpecificCredentials")
                marker = fields.string("Marker")
                isTruncated = fields.boolean("IsTruncated")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("ServiceSpecificCredentials", serviceSpecificCredentials)
                writer.string("Marker", marker)
                writer.boolean("IsTruncated", isTruncated)
            }
        }
    }
}

extension IAM {
    /// ResetServiceSpecificCredential. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ResetServiceSpecificCredential.html>
    package enum ResetServiceSpecificCredential: Operation {
        package static let facts = OperationFacts(
            name: "ResetServiceSpecificCredential", service: .iam,
            resultWrapper: "ResetServiceSpecificCredentialResult", errors: [Errors.noSuchEntity])

        package struct Input: WireShape {
            package var userName: String?
            package var serviceSpecificCredentialId: String

            package init(serviceSpecificCredentialId: String, userName: String? = nil) {
                self.userName = userName
                self.serviceSpecificCredentialId = serviceSpecificCredentialId
            }

            package init(from fields: inout FieldReader) {
                userName = fields.string("UserName", IAM.Limits.userNameType)
                serviceSpecificCredentialId = fields.requiredString(
                    "ServiceSpecificCredentialId", IAM.Limits.serviceSpecificCredentialId)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.string("ServiceSpecificCredentialId", serviceSpecificCredentialId)
            }
        }

        package struct Output: WireShape {
            package var serviceSpecificCredential: IAM.Shape.ServiceSpecificCredential?

            package init(serviceSpecificCredential: IAM.Shape.ServiceSpecificCredential? = nil) {
                self.serviceSpecificCredential = serviceSpecificCredential
            }

            package init(from fields: inout FieldReader) {
                serviceSpecificCredential = fields.structure("ServiceSpecificCredential")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("ServiceSpecificCredential", serviceSpecificCredential)
            }
        }
    }
}

extension IAM {
    /// UpdateServiceSpecificCredential. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateServiceSpecificCredential.html>
    package enum UpdateServiceSpecificCredential: Operation {
        package static let facts = OperationFacts(
            name: "UpdateServiceSpecificCredential", service: .iam, errors: [Errors.noSuchEntity])

        package struct Input: WireShape {
            package var userName: String?
            package var serviceSpecificCredentialId: String
            package var status: IAM.Shape.StatusType

            package init(
                serviceSpecificCredentialId: String, status: IAM.Shape.StatusType,
                userName: String? = nil
            ) {
                self.userName = userName
                self.serviceSpecificCredentialId = serviceSpecificCredentialId
                self.status = status
            }

            package init(from fields: inout FieldReader) {
                userName = fields.string("UserName", IAM.Limits.userNameType)
                serviceSpecificCredentialId = fields.requiredString(
                    "ServiceSpecificCredentialId", IAM.Limits.serviceSpecificCredentialId)
                status = fields.requiredEnumeration("Status")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.string("ServiceSpecificCredentialId", serviceSpecificCredentialId)
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
    /// ServiceSpecificCredential. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ServiceSpecificCredential.html>
    package struct ServiceSpecificCredential: WireShape {
        package var createDate: Timestamp
        package var expirationDate: Timestamp?
        package var serviceName: String
        package var serviceUserName: String?
        package var servicePassword: Secret?
        package var serviceCredentialAlias: String?
        package var serviceCredentialSecret: Secret?
        package var serviceSpecificCredentialId: String
        package var userName: String
        package var status: IAM.Shape.StatusType

        package init(
            createDate: Timestamp, serviceName: String, serviceSpecificCredentialId: String,
            userName: String, status: IAM.Shape.StatusType, expirationDate: Timestamp? = nil,
            serviceUserName: String? = nil, servicePassword: Secret? = nil,
            serviceCredentialAlias: String? = nil, serviceCredentialSecret: Secret? = nil
        ) {
            self.createDate = createDate
            self.expirationDate = expirationDate
            self.serviceName = serviceName
            self.serviceUserName = serviceUserName
            self.servicePassword = servicePassword
            self.serviceCredentialAlias = serviceCredentialAlias
            self.serviceCredentialSecret = serviceCredentialSecret
            self.serviceSpecificCredentialId = serviceSpecificCredentialId
            self.userName = userName
            self.status = status
        }

        package init(from fields: inout FieldReader) {
            createDate = fields.requiredTimestamp("CreateDate")
            expirationDate = fields.timestamp("ExpirationDate")
            serviceName = fields.requiredString("ServiceName")
            serviceUserName = fields.string("ServiceUserName", IAM.Limits.serviceUserName)
            servicePassword = fields.secret("ServicePassword")
            serviceCredentialAlias = fields.string(
                "ServiceCredentialAlias", IAM.Limits.serviceCredentialAlias)
            serviceCredentialSecret = fields.secret("ServiceCredentialSecret")
            serviceSpecificCredentialId = fields.requiredString(
                "ServiceSpecificCredentialId", IAM.Limits.serviceSpecificCredentialId)
            userName = fields.requiredString("UserName", IAM.Limits.userNameType)
            status = fields.requiredEnumeration("Status")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.timestamp("CreateDate", createDate)
            writer.timestamp("ExpirationDate", expirationDate)
            writer.string("ServiceName", serviceName)
            writer.string("ServiceUserName", serviceUserName)
            writer.secret("ServicePassword", servicePassword)
            writer.string("ServiceCredentialAlias", serviceCredentialAlias)
            writer.secret("ServiceCredentialSecret", serviceCredentialSecret)
            writer.string("ServiceSpecificCredentialId", serviceSpecificCredentialId)
            writer.string("UserName", userName)
            writer.enumeration("Status", status)
        }
    }
}

extension IAM.Shape {
    /// ServiceSpecificCredentialMetadata. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ServiceSpecificCredentialMetadata.html>
    package struct ServiceSpecificCredentialMetadata: WireShape {
        package var userName: String
        package var status: IAM.Shape.StatusType
        package var serviceUserName: String?
        package var serviceCredentialAlias: String?
        package var createDate: Timestamp
        package var expirationDate: Timestamp?
        package var serviceSpecificCredentialId: String
        package var serviceName: String

        package init(
            userName: String, status: IAM.Shape.StatusType, createDate: Timestamp,
            serviceSpecificCredentialId: String, serviceName: String,
            serviceUserName: String? = nil, serviceCredentialAlias: String? = nil,
            expirationDate: Timestamp? = nil
        ) {
            self.userName = userName
            self.status = status
            self.serviceUserName = serviceUserName
            self.serviceCredentialAlias = serviceCredentialAlias
            self.createDate = createDate
            self.expirationDate = expirationDate
            self.serviceSpecificCredentialId = serviceSpecificCredentialId
            self.serviceName = serviceName
        }

        package init(from fields: inout FieldReader) {
            userName = fields.requiredString("UserName", IAM.Limits.userNameType)
            status = fields.requiredEnumeration("Status")
            serviceUserName = fields.string("ServiceUserName", IAM.Limits.serviceUserName)
            serviceCredentialAlias = fields.string(
                "ServiceCredentialAlias", IAM.Limits.serviceCredentialAlias)
            createDate = fields.requiredTimestamp("CreateDate")
            expirationDate = fields.timestamp("ExpirationDate")
            serviceSpecificCredentialId = fields.requiredString(
                "ServiceSpecificCredentialId", IAM.Limits.serviceSpecificCredentialId)
            serviceName = fields.requiredString("ServiceName")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("UserName", userName)
            writer.enumeration("Status", status)
            writer.string("ServiceUserName", serviceUserName)
            writer.string("ServiceCredentialAlias", serviceCredentialAlias)
            writer.timestamp("CreateDate", createDate)
            writer.timestamp("ExpirationDate", expirationDate)
            writer.string("ServiceSpecificCredentialId", serviceSpecificCredentialId)
            writer.string("ServiceName", serviceName)
        }
    }
}
