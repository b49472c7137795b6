// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension IAM {
    /// DeleteSigningCertificate. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteSigningCertificate.html>
    package enum DeleteSigningCertificate: Operation {
        package static let facts = OperationFacts(
            name: "DeleteSigningCertificate", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.limitExceeded, Errors.concurrentModification,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape {
            package var userName: String?
            package var certificateId: String

            package init(certificateId: String, userName: String? = nil) {
                self.userName = userName
                self.certificateId = certificateId
            }

            package init(from fields: inout FieldReader) {
                userName = fields.string("UserName", IAM.Limits.existingUserNameType)
                certificateId = fields.requiredString("CertificateId", IAM.Limits.certificateIdType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.string("CertificateId", certificateId)
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
    /// ListSigningCertificates. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSigningCertificates.html>
    package enum ListSigningCertificates: Operation {
        package static let facts = OperationFacts(
            name: "ListSigningCertificates", service: .iam,
            resultWrapper: "ListSigningCertificatesResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["Certificates"]))

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
            package var certificates: [IAM.Shape.SigningCertificate]
            package var isTruncated: Bool?
            package var marker: String?

            package init(
                certificates: [IAM.Shape.SigningCertificate], isTruncated: Bool? = nil,
                marker: String? = nil
            ) {
                self.certificates = certificates
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                certificates = fields.requiredStructures("Certificates")
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("Certificates", certificates)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}

extension IAM {
    /// UpdateSigningCertificate. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateSigningCertificate.html>
    package enum UpdateSigningCertificate: Operation {
        package static let facts = OperationFacts(
            name: "UpdateSigningCertificate", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.limitExceeded, Errors.serviceFailure,
                Errors.invalidInput,
            ])

        package struct Input: WireShape {
            package var userName: String?
            package var certificateId: String
            package var status: IAM.Shape.StatusType

            package init(
                certificateId: String, status: IAM.Shape.StatusType, userName: String? = nil
            ) {
                self.userName = userName
                self.certificateId = certificateId
                self.status = status
            }

            package init(from fields: inout FieldReader) {
                userName = fields.string("UserName", IAM.Limits.existingUserNameType)
                certificateId = fields.requiredString("CertificateId", IAM.Limits.certificateIdType)
                status = fields.requiredEnumeration("Status")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.string("CertificateId", certificateId)
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
    /// UploadSigningCertificate. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UploadSigningCertificate.html>
    package enum UploadSigningCertificate: Operation {
        package static let facts = OperationFacts(
            name: "UploadSigningCertificate", service: .iam,
            resultWrapper: "UploadSigningCertificateResult",
            errors: [
                Errors.limitExceeded, Errors.entityAlreadyExists, Errors.malformedCertificate,
                Errors.invalidCertificate, Errors.duplicateCertificate, Errors.noSuchEntity,
                Errors.concurrentModification, Errors.serviceFailure,
            ])

        package struct Input: WireShape {
            package var userName: String?
            package var certificateBody: String

            package init(certificateBody: String, userName: String? = nil) {
                self.userName = userName
                self.certificateBody = certificateBody
            }

            package init(from fields: inout FieldReader) {
                userName = fields.string("UserName", IAM.Limits.existingUserNameType)
                certificateBody = fields.requiredString(
                    "CertificateBody", IAM.Limits.certificateBodyType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.string("CertificateBody", certificateBody)
            }
        }

        package struct Output: WireShape {
            package var certificate: IAM.Shape.SigningCertificate

            package init(certificate: IAM.Shape.SigningCertificate) {
                self.certificate = certificate
            }

            package init(from fields: inout FieldReader) {
                certificate = fields.requiredStructure("Certificate")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("Certificate", certificate)
            }
        }
    }
}

extension IAM.Shape {
    /// SigningCertificate. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_SigningCertificate.html>
    package struct SigningCertificate: WireShape {
        package var userName: String?
        package var certificateId: String
        package var certificateBody: String
        package var status: IAM.Shape.StatusType
        package var uploadDate: Timestamp?

        package init(
            certificateId: String, certificateBody: String, status: IAM.Shape.StatusType,
            userName: String? = nil, uploadDate: Timestamp? = nil
        ) {
            self.userName = userName
            self.certificateId = certificateId
            self.certificateBody = certificateBody
            self.status = status
            self.uploadDate = uploadDate
        }

        package init(from fields: inout FieldReader) {
            userName = fields.string("UserName", IAM.Limits.userNameType)
            certificateId = fields.requiredString("CertificateId", IAM.Limits.certificateIdType)
            certificateBody = fields.requiredString(
                "CertificateBody", IAM.Limits.certificateBodyType)
            status = fields.requiredEnumeration("Status")
            uploadDate = fields.timestamp("UploadDate")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("UserName", userName)
            writer.string("CertificateId", certificateId)
            writer.string("CertificateBody", certificateBody)
            writer.enumeration("Status", status)
            writer.timestamp("UploadDate", uploadDate)
        }
    }
}
