// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension IAM {
    /// CreateVirtualMFADevice. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateVirtualMFADevice.html>
    package enum CreateVirtualMFADevice: Operation {
        package static let facts = OperationFacts(
            name: "CreateVirtualMFADevice", service: .iam,
            resultWrapper: "CreateVirtualMFADeviceResult",
            errors: [
                Errors.limitExceeded, Errors.invalidInput, Errors.entityAlreadyExists,
                Errors.concurrentModification, Errors.serviceFailure,
            ])

        package struct Input: WireShape {
            package var path: String?
            package var virtualMFADeviceName: String
            package var tags: [IAM.Shape.Tag]?

            package init(
                virtualMFADeviceName: String, path: String? = nil, tags: [IAM.Shape.Tag]? = nil
            ) {
                self.path = path
                self.virtualMFADeviceName = virtualMFADeviceName
                self.tags = tags
            }

            package init(from fields: inout FieldReader) {
                path = fields.string("Path", IAM.Limits.pathType)
                virtualMFADeviceName = fields.requiredString(
                    "VirtualMFADeviceName", IAM.Limits.virtualMFADeviceName)
                tags = fields.structures("Tags", count: IAM.Limits.tagListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("Path", path)
                writer.string("VirtualMFADeviceName", virtualMFADeviceName)
                writer.structures("Tags", tags)
            }
        }

        package struct Output: WireShape {
            package var virtualMFADevice: IAM.Shape.VirtualMFADevice

            package init(virtualMFADevice: IAM.Shape.VirtualMFADevice) {
                self.virtualMFADevice = virtualMFADevice
            }

            package init(from fields: inout FieldReader) {
                virtualMFADevice = fields.requiredStructure("VirtualMFADevice")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("VirtualMFADevice", virtualMFADevice)
            }
        }
    }
}

extension IAM {
    /// DeactivateMFADevice. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeactivateMFADevice.html>
    package enum DeactivateMFADevice: Operation {
        package static let facts = OperationFacts(
            name: "DeactivateMFADevice", service: .iam,
            errors: [
                Errors.entityTemporarilyUnmodifiable, Errors.noSuchEntity, Errors.limitExceeded,
                Errors.serviceFailure, Errors.concurrentModification,
            ])

        package struct Input: WireShape, NamesSerialNumber {
            package var userName: String?
            package var serialNumber: String

            package init(serialNumber: String, userName: String? = nil) {
                self.userName = userName
                self.serialNumber = serialNumber
            }

            package init(from fields: inout FieldReader) {
                userName = fields.string("UserName", IAM.Limits.existingUserNameType)
                serialNumber = fields.requiredString("SerialNumber", IAM.Limits.serialNumberType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.string("SerialNumber", serialNumber)
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
    /// DeleteVirtualMFADevice. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteVirtualMFADevice.html>
    package enum DeleteVirtualMFADevice: Operation {
        package static let facts = OperationFacts(
            name: "DeleteVirtualMFADevice", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.deleteConflict, Errors.limitExceeded,
                Errors.serviceFailure, Errors.concurrentModification,
            ])

        package struct Input: WireShape, NamesSerialNumber {
            package var serialNumber: String

            package init(serialNumber: String) {
                self.serialNumber = serialNumber
            }

            package init(from fields: inout FieldReader) {
                serialNumber = fields.requiredString("SerialNumber", IAM.Limits.serialNumberType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("SerialNumber", serialNumber)
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
    /// EnableMFADevice. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableMFADevice.html>
    package enum EnableMFADevice: Operation {
        package static let facts = OperationFacts(
            name: "EnableMFADevice", service: .iam,
            errors: [
                Errors.entityAlreadyExists, Errors.entityTemporarilyUnmodifiable,
                Errors.invalidAuthenticationCode, Errors.limitExceeded, Errors.noSuchEntity,
                Errors.serviceFailure, Errors.concurrentModification,
            ])

        package struct Input: WireShape, NamesSerialNumber, NamesUser {
            package var userName: String
            package var serialNumber: String
            package var authenticationCode1: Secret
            package var authenticationCode2: Secret

            package init(
                userName: String, serialNumber: String, authenticationCode1: Secret,
                authenticationCode2: Secret
            ) {
                self.userName = userName
                self.serialNumber = serialNumber
                self.authenticationCode1 = authenticationCode1
                self.authenticationCode2 = authenticationCode2
            }

            package init(from fields: inout FieldReader) {
                userName = fields.requiredString("UserName", IAM.Limits.existingUserNameType)
                serialNumber = fields.requiredString("SerialNumber", IAM.Limits.serialNumberType)
                authenticationCode1 = fields.requiredSecret(
                    "AuthenticationCode1", IAM.Limits.authenticationCodeType)
                authenticationCode2 = fields.requiredSecret(
                    "AuthenticationCode2", IAM.Limits.authenticationCodeType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.string("SerialNumber", serialNumber)
                writer.secret("AuthenticationCode1", authenticationCode1)
                writer.secret("AuthenticationCode2", authenticationCode2)
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
    /// GetMFADevice. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetMFADevice.html>
    package enum GetMFADevice: Operation {
        package static let facts = OperationFacts(
            name: "GetMFADevice", service: .iam, resultWrapper: "GetMFADeviceResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure])

        package struct Input: WireShape, NamesSerialNumber {
            package var serialNumber: String
            package var userName: String?

            package init(serialNumber: String, userName: String? = nil) {
                self.serialNumber = serialNumber
                self.userName = userName
            }

            package init(from fields: inout FieldReader) {
                serialNumber = fields.requiredString("SerialNumber", IAM.Limits.serialNumberType)
                userName = fields.string("UserName", IAM.Limits.userNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("SerialNumber", serialNumber)
                writer.string("UserName", userName)
            }
        }

        package struct Output: WireShape {
            package var userName: String?
            package var serialNumber: String
            package var enableDate: Timestamp?
            package var certifications: [ExactText: String]?

            package init(
                serialNumber: String, userName: String? = nil, enableDate: Timestamp? = nil,
                certifications: [ExactText: String]? = nil
            ) {
                self.userName = userName
                self.serialNumber = serialNumber
                self.enableDate = enableDate
                self.certifications = certifications
            }

            package init(from fields: inout FieldReader) {
                userName = fields.string("UserName", IAM.Limits.userNameType)
                serialNumber = fields.requiredString("SerialNumber", IAM.Limits.serialNumberType)
                enableDate = fields.timestamp("EnableDate")
                certifications = fields.stringMap(
                    "Certifications", each: IAM.Limits.certificationValueType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.string("SerialNumber", serialNumber)
                writer.timestamp("EnableDate", enableDate)
                writer.stringMap("Certifications", certifications)
            }
        }
    }
}

extension IAM {
    /// ListMFADeviceTags. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListMFADeviceTags.html>
    package enum ListMFADeviceTags: Operation {
        package static let facts = OperationFacts(
            name: "ListMFADeviceTags", service: .iam, resultWrapper: "ListMFADeviceTagsResult",
            errors: [Errors.noSuchEntity, Errors.invalidInput, Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["Tags"]))

        package struct Input: WireShape, AsksForPage, NamesSerialNumber {
            package var serialNumber: String
            package var marker: String?
            package var maxItems: Int?

            package init(serialNumber: String, marker: String? = nil, maxItems: Int? = nil) {
                self.serialNumber = serialNumber
                self.marker = marker
                self.maxItems = maxItems
            }

            package init(from fields: inout FieldReader) {
                serialNumber = fields.requiredString("SerialNumber", IAM.Limits.serialNumberType)
                marker = fields.string("Marker", IAM.Limits.markerType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("SerialNumber", serialNumber)
                writer.string("Marker", marker)
                writer.integer("MaxItems", maxItems)
            }
        }

        package struct Output: WireShape, AnswersPage, TagsAnswer {
            package var tags: [IAM.Shape.Tag]
            package var isTruncated: Bool?
            package var marker: String?

            package init(tags: [IAM.Shape.Tag], isTruncated: Bool? = nil, marker: String? = nil) {
                self.tags = tags
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                tags = fields.requiredStructures("Tags", count: IAM.Limits.tagListType)
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("Tags", tags)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}

extension IAM {
    /// ListMFADevices. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListMFADevices.html>
    package enum ListMFADevices: Operation {
        package static let facts = OperationFacts(
            name: "ListMFADevices", service: .iam, resultWrapper: "ListMFADevicesResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["MFADevices"]))

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
            package var mfaDevices: [IAM.Shape.MFADevice]
            package var isTruncated: Bool?
            package var marker: String?

            package init(
                mfaDevices: [IAM.Shape.MFADevice], isTruncated: Bool? = nil, marker: String? = nil
            ) {
                self.mfaDevices = mfaDevices
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                mfaDevices = fields.requiredStructures("MFADevices")
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("MFADevices", mfaDevices)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}

extension IAM {
    /// ListVirtualMFADevices. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListVirtualMFADevices.html>
    package enum ListVirtualMFADevices: Operation {
        package static let facts = OperationFacts(
            name: "ListVirtualMFADevices", service: .iam,
            resultWrapper: "ListVirtualMFADevicesResult", errors: [],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["VirtualMFADevices"]))

        package struct Input: WireShape, AsksForPage {
            package var assignmentStatus: IAM.Shape.AssignmentStatusType?
            package var marker: String?
            package var maxItems: Int?

            package init(
                assignmentStatus: IAM.Shape.AssignmentStatusType? = nil, marker: String? = nil,
                maxItems: Int? = nil
            ) {
                self.assignmentStatus = assignmentStatus
                self.marker = marker
                self.maxItems = maxItems
            }

            package init(from fields: inout FieldReader) {
                assignmentStatus = fields.enumeration("AssignmentStatus")
                marker = fields.string("Marker", IAM.Limits.markerType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.enumeration("AssignmentStatus", assignmentStatus)
                writer.string("Marker", marker)
                writer.integer("MaxItems", maxItems)
            }
        }

        package struct Output: WireShape, AnswersPage {
            package var virtualMFADevices: [IAM.Shape.VirtualMFADevice]
            package var isTruncated: Bool?
            package var marker: String?

            package init(
                virtualMFADevices: [IAM.Shape.VirtualMFADevice], isTruncated: Bool? = nil,
                marker: String? = nil
            ) {
                self.virtualMFADevices = virtualMFADevices
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                virtualMFADevices = fields.requiredStructures("VirtualMFADevices")
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("VirtualMFADevices", virtualMFADevices)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}

extension IAM {
    /// ResyncMFADevice. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ResyncMFADevice.html>
    package enum ResyncMFADevice: Operation {
        package static let facts = OperationFacts(
            name: "ResyncMFADevice", service: .iam,
            errors: [
                Errors.invalidAuthenticationCode, Errors.noSuchEntity, Errors.limitExceeded,
                Errors.serviceFailure, Errors.concurrentModification,
            ])

        package struct Input: WireShape, NamesSerialNumber, NamesUser {
            package var userName: String
            package var serialNumber: String
            package var authenticationCode1: Secret
            package var authenticationCode2: Secret

            package init(
                userName: String, serialNumber: String, authenticationCode1: Secret,
                authenticationCode2: Secret
            ) {
                self.userName = userName
                self.serialNumber = serialNumber
                self.authenticationCode1 = authenticationCode1
                self.authenticationCode2 = authenticationCode2
            }

            package init(from fields: inout FieldReader) {
                userName = fields.requiredString("UserName", IAM.Limits.existingUserNameType)
                serialNumber = fields.requiredString("SerialNumber", IAM.Limits.serialNumberType)
                authenticationCode1 = fields.requiredSecret(
                    "AuthenticationCode1", IAM.Limits.authenticationCodeType)
                authenticationCode2 = fields.requiredSecret(
                    "AuthenticationCode2", IAM.Limits.authenticationCodeType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.string("SerialNumber", serialNumber)
                writer.secret("AuthenticationCode1", authenticationCode1)
                writer.secret("AuthenticationCode2", authenticationCode2)
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
    /// TagMFADevice. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagMFADevice.html>
    package enum TagMFADevice: Operation {
        package static let facts = OperationFacts(
            name: "TagMFADevice", service: .iam,
            errors: [
                Errors.invalidInput, Errors.noSuchEntity, Errors.limitExceeded,
                Errors.concurrentModification, Errors.serviceFailure,
            ])

        package struct Input: WireShape, CarriesTags, NamesSerialNumber {
            package var serialNumber: String
            package var tags: [IAM.Shape.Tag]

            package init(serialNumber: String, tags: [IAM.Shape.Tag]) {
                self.serialNumber = serialNumber
                self.tags = tags
            }

            package init(from fields: inout FieldReader) {
                serialNumber = fields.requiredString("SerialNumber", IAM.Limits.serialNumberType)
                tags = fields.requiredStructures("Tags", count: IAM.Limits.tagListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("SerialNumber", serialNumber)
                writer.structures("Tags", tags)
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
    /// UntagMFADevice. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagMFADevice.html>
    package enum UntagMFADevice: Operation {
        package static let facts = OperationFacts(
            name: "UntagMFADevice", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.invalidInput, Errors.concurrentModification,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, CarriesTagKeys, NamesSerialNumber {
            package var serialNumber: String
            package var tagKeys: [String]

            package init(serialNumber: String, tagKeys: [String]) {
                self.serialNumber = serialNumber
                self.tagKeys = tagKeys
            }

            package init(from fields: inout FieldReader) {
                serialNumber = fields.requiredString("SerialNumber", IAM.Limits.serialNumberType)
                tagKeys = fields.requiredStrings(
                    "TagKeys", each: IAM.Limits.tagKeyType, count: IAM.Limits.tagKeyListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("SerialNumber", serialNumber)
                writer.strings("TagKeys", tagKeys)
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
    /// MFADevice. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_MFADevice.html>
    package struct MFADevice: WireShape {
        package var userName: String
        package var serialNumber: String
        package var enableDate: Timestamp

        package init(userName: String, serialNumber: String, enableDate: Timestamp) {
            self.userName = userName
            self.serialNumber = serialNumber
            self.enableDate = enableDate
        }

        package init(from fields: inout FieldReader) {
            userName = fields.requiredString("UserName", IAM.Limits.userNameType)
            serialNumber = fields.requiredString("SerialNumber", IAM.Limits.serialNumberType)
            enableDate = fields.requiredTimestamp("EnableDate")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("UserName", userName)
            writer.string("SerialNumber", serialNumber)
            writer.timestamp("EnableDate", enableDate)
        }
    }
}

extension IAM.Shape {
    /// VirtualMFADevice. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_VirtualMFADevice.html>
    package struct VirtualMFADevice: WireShape {
        package var serialNumber: String
        package var base32StringSeed: Secret?
        package var qrCodePNG: Secret?
        package var user: IAM.Shape.User?
        package var enableDate: Timestamp?
        package var tags: [IAM.Shape.Tag]?

        package init(
            serialNumber: String, base32StringSeed: Secret? = nil, qrCodePNG: Secret? = nil,
            user: IAM.Shape.User? = nil, enableDate: Timestamp? = nil, tags: [IAM.Shape.Tag]? = nil
        ) {
            self.serialNumber = serialNumber
            self.base32StringSeed = base32StringSeed
            self.qrCodePNG = qrCodePNG
            self.user = user
            self.enableDate = enableDate
            self.tags = tags
        }

        package init(from fields: inout FieldReader) {
            serialNumber = fields.requiredString("SerialNumber", IAM.Limits.serialNumberType)
            base32StringSeed = fields.secret("Base32StringSeed")
            qrCodePNG = fields.secret("QRCodePNG")
            user = fields.structure("User")
            enableDate = fields.timestamp("EnableDate")
            tags = fields.structures("Tags", count: IAM.Limits.tagListType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("SerialNumber", serialNumber)
            writer.secret("Base32StringSeed", base32StringSeed)
            writer.secret("QRCodePNG", qrCodePNG)
            writer.structure("User", user)
            writer.timestamp("EnableDate", enableDate)
            writer.structures("Tags", tags)
        }
    }
}

extension IAM.Shape {
    /// assignmentStatusType.
    package enum AssignmentStatusType: String, WireEnum {
        case assigned = "Assigned"
        case unassigned = "Unassigned"
        case any = "Any"
    }
}
