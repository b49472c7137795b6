// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension IAM {
    /// DeleteSSHPublicKey. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteSSHPublicKey.html>
    package enum DeleteSSHPublicKey: Operation {
        package static let facts = OperationFacts(
            name: "DeleteSSHPublicKey", service: .iam, errors: [Errors.noSuchEntity])

        package struct Input: WireShape, NamesUser {
            package var userName: String
            package var sshPublicKeyId: String

            package init(userName: String, sshPublicKeyId: String) {
                self.userName = userName
                self.sshPublicKeyId = sshPublicKeyId
            }

            package init(from fields: inout FieldReader) {
                userName = fields.requiredString("UserName", IAM.Limits.userNameType)
                sshPublicKeyId = fields.requiredString("SSHPublicKeyId", IAM.Limits.publicKeyIdType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.string("SSHPublicKeyId", sshPublicKeyId)
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
    /// GetSSHPublicKey. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetSSHPublicKey.html>
    package enum GetSSHPublicKey: Operation {
        package static let facts = OperationFacts(
            name: "GetSSHPublicKey", service: .iam, resultWrapper: "GetSSHPublicKeyResult",
            errors: [Errors.noSuchEntity, Errors.unrecognizedPublicKeyEncoding])

        package struct Input: WireShape, NamesUser {
            package var userName: String
            package var sshPublicKeyId: String
            package var encoding: IAM.Shape.EncodingType

            package init(userName: String, sshPublicKeyId: String, encoding: IAM.Shape.EncodingType)
            {
                self.userName = userName
                self.sshPublicKeyId = sshPublicKeyId
                self.encoding = encoding
            }

            package init(from fields: inout FieldReader) {
                userName = fields.requiredString("UserName", IAM.Limits.userNameType)
                sshPublicKeyId = fields.requiredString("SSHPublicKeyId", IAM.Limits.publicKeyIdType)
                encoding = fields.requiredEnumeration("Encoding")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.string("SSHPublicKeyId", sshPublicKeyId)
                writer.enumeration("Encoding", encoding)
            }
        }

        package struct Output: WireShape {
            package var sshPublicKey: IAM.Shape.SSHPublicKey?

            package init(sshPublicKey: IAM.Shape.SSHPublicKey? = nil) {
                self.sshPublicKey = sshPublicKey
            }

            package init(from fields: inout FieldReader) {
                sshPublicKey = fields.structure("SSHPublicKey")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("SSHPublicKey", sshPublicKey)
            }
        }
    }
}

extension IAM {
    /// ListSSHPublicKeys. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSSHPublicKeys.html>
    package enum ListSSHPublicKeys: Operation {
        package static let facts = OperationFacts(
            name: "ListSSHPublicKeys", service: .iam, resultWrapper: "ListSSHPublicKeysResult",
            errors: [Errors.noSuchEntity],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["SSHPublicKeys"]))

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
                userName = fields.string("UserName", IAM.Limits.userNameType)
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
            package var sshPublicKeys: [IAM.Shape.SSHPublicKeyMetadata]?
            package var isTruncated: Bool?
            package var marker: String?

            package init(
                sshPublicKeys: [IAM.Shape.SSHPublicKeyMetadata]? = nil, isTruncated: Bool? = nil,
                marker: String? = nil
            ) {
                self.sshPublicKeys = sshPublicKeys
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                sshPublicKeys = fields.structures("SSHPublicKeys")
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("SSHPublicKeys", sshPublicKeys)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}

extension IAM {
    /// UpdateSSHPublicKey. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateSSHPublicKey.html>
    package enum UpdateSSHPublicKey: Operation {
        package static let facts = OperationFacts(
            name: "UpdateSSHPublicKey", service: .iam,
            errors: [Errors.noSuchEntity, Errors.invalidInput])

        package struct Input: WireShape, NamesUser {
            package var userName: String
            package var sshPublicKeyId: String
            package var status: IAM.Shape.StatusType

            package init(userName: String, sshPublicKeyId: String, status: IAM.Shape.StatusType) {
                self.userName = userName
                self.sshPublicKeyId = sshPublicKeyId
                self.status = status
            }

            package init(from fields: inout FieldReader) {
                userName = fields.requiredString("UserName", IAM.Limits.userNameType)
                sshPublicKeyId = fields.requiredString("SSHPublicKeyId", IAM.Limits.publicKeyIdType)
                status = fields.requiredEnumeration("Status")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.string("SSHPublicKeyId", sshPublicKeyId)
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

extension IAM {
    /// UploadSSHPublicKey. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UploadSSHPublicKey.html>
    package enum UploadSSHPublicKey: Operation {
        package static let facts = OperationFacts(
            name: "UploadSSHPublicKey", service: .iam, resultWrapper: "UploadSSHPublicKeyResult",
            errors: [
                Errors.limitExceeded, Errors.noSuchEntity, Errors.invalidPublicKey,
                Errors.duplicateSSHPublicKey, Errors.unrecognizedPublicKeyEncoding,
            ])

        package struct Input: WireShape, NamesUser {
            package var userName: String
            package var sshPublicKeyBody: String

            package init(userName: String, sshPublicKeyBody: String) {
                self.userName = userName
                self.sshPublicKeyBody = sshPublicKeyBody
            }

            package init(from fields: inout FieldReader) {
                userName = fields.requiredString("UserName", IAM.Limits.userNameType)
                sshPublicKeyBody = fields.requiredString(
                    "SSHPublicKeyBody", IAM.Limits.publicKeyMaterialType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.string("SSHPublicKeyBody", sshPublicKeyBody)
            }
        }

        package struct Output: WireShape {
            package var sshPublicKey: IAM.Shape.SSHPublicKey?

            package init(sshPublicKey: IAM.Shape.SSHPublicKey? = nil) {
                self.sshPublicKey = sshPublicKey
            }

            package init(from fields: inout FieldReader) {
                sshPublicKey = fields.structure("SSHPublicKey")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("SSHPublicKey", sshPublicKey)
            }
        }
    }
}

extension IAM.Shape {
    /// SSHPublicKey. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_SSHPublicKey.html>
    package struct SSHPublicKey: WireShape {
        package var userName: String
        package var sshPublicKeyId: String
        package var fingerprint: String
        package var sshPublicKeyBody: String
        package var status: IAM.Shape.StatusType
        package var uploadDate: Timestamp?

        package init(
            userName: String, sshPublicKeyId: String, fingerprint: String, sshPublicKeyBody: String,
            status: IAM.Shape.StatusType, uploadDate: Timestamp? = nil
        ) {
            self.userName = userName
            self.sshPublicKeyId = sshPublicKeyId
            self.fingerprint = fingerprint
            self.sshPublicKeyBody = sshPublicKeyBody
            self.status = status
            self.uploadDate = uploadDate
        }

        package init(from fields: inout FieldReader) {
            userName = fields.requiredString("UserName", IAM.Limits.userNameType)
            sshPublicKeyId = fields.requiredString("SSHPublicKeyId", IAM.Limits.publicKeyIdType)
            fingerprint = fields.requiredString("Fingerprint", IAM.Limits.publicKeyFingerprintType)
            sshPublicKeyBody = fields.requiredString(
                "SSHPublicKeyBody", IAM.Limits.publicKeyMaterialType)
            status = fields.requiredEnumeration("Status")
            uploadDate = fields.timestamp("UploadDate")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("UserName", userName)
            writer.string("SSHPublicKeyId", sshPublicKeyId)
            writer.string("Fingerprint", fingerprint)
            writer.string("SSHPublicKeyBody", sshPublicKeyBody)
            writer.enumeration("Status", status)
            writer.timestamp("UploadDate", uploadDate)
        }
    }
}

extension IAM.Shape {
    /// SSHPublicKeyMetadata. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_SSHPublicKeyMetadata.html>
    package struct SSHPublicKeyMetadata: WireShape {
        package var userName: String
        package var sshPublicKeyId: String
        package var status: IAM.Shape.StatusType
        package var uploadDate: Timestamp

        package init(
            userName: String, sshPublicKeyId: String, status: IAM.Shape.StatusType,
            uploadDate: Timestamp
        ) {
            self.userName = userName
            self.sshPublicKeyId = sshPublicKeyId
            self.status = status
            self.uploadDate = uploadDate
        }

        package init(from fields: inout FieldReader) {
            userName = fields.requiredString("UserName", IAM.Limits.userNameType)
            sshPublicKeyId = fields.requiredString("SSHPublicKeyId", IAM.Limits.publicKeyIdType)
            status = fields.requiredEnumeration("Status")
            uploadDate = fields.requiredTimestamp("UploadDate")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("UserName", userName)
            writer.string("SSHPublicKeyId", sshPublicKeyId)
            writer.enumeration("Status", status)
            writer.timestamp("UploadDate", uploadDate)
        }
    }
}

extension IAM.Shape {
    /// encodingType.
    package enum EncodingType: String, WireEnum {
        case ssh = "SSH"
        case pem = "PEM"
    }
}
