// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension IAM {
    /// DeleteServerCertificate. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteServerCertificate.html>
    package enum DeleteServerCertificate: Operation {
        package static let facts = OperationFacts(
            name: "DeleteServerCertificate", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.deleteConflict, Errors.limitExceeded,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape {
            package var serverCertificateName: String

            package init(serverCertificateName: String) {
                self.serverCertificateName = serverCertificateName
            }

            package init(from fields: inout FieldReader) {
                serverCertificateName = fields.requiredString(
                    "ServerCertificateName", IAM.Limits.serverCertificateNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("ServerCertificateName", serverCertificateName)
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
    /// GetServerCertificate. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServerCertificate.html>
    package enum GetServerCertificate: Operation {
        package static let facts = OperationFacts(
            name: "GetServerCertificate", service: .iam,
            resultWrapper: "GetServerCertificateResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure])

        package struct Input: WireShape {
            package var serverCertificateName: String

            package init(serverCertificateName: String) {
                self.serverCertificateName = serverCertificateName
            }

            package init(from fields: inout FieldReader) {
                serverCertificateName = fields.requiredString(
                    "ServerCertificateName", IAM.Limits.serverCertificateNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("ServerCertificateName", serverCertificateName)
            }
        }

        package struct Output: WireShape {
            package var serverCertificate: IAM.Shape.ServerCertificate

            package init(serverCertificate: IAM.Shape.ServerCertificate) {
                self.serverCertificate = serverCertificate
            }

            package init(from fields: inout FieldReader) {
                serverCertificate = fields.requiredStructure("ServerCertificate")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("ServerCertificate", serverCertificate)
            }
        }
    }
}

extension IAM {
    /// ListServerCertificateTags. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListServerCertificateTags.html>
    package enum ListServerCertificateTags: Operation {
        package static let facts = OperationFacts(
            name: "ListServerCertificateTags", service: .iam,
            resultWrapper: "ListServerCertificateTagsResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["Tags"]))

        package struct Input: WireShape, AsksForPage {
            package var serverCertificateName: String
            package var marker: String?
            package var maxItems: Int?

            package init(serverCertificateName: String, marker: String? = nil, maxItems: Int? = nil)
            {
                self.serverCertificateName = serverCertificateName
                self.marker = marker
                self.maxItems = maxItems
            }

            package init(from fields: inout FieldReader) {
                serverCertificateName = fields.requiredString(
                    "ServerCertificateName", IAM.Limits.serverCertificateNameType)
                marker = fields.string("Marker", IAM.Limits.markerType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("ServerCertificateName", serverCertificateName)
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
    /// ListServerCertificates. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListServerCertificates.html>
    package enum ListServerCertificates: Operation {
        package static let facts = OperationFacts(
            name: "ListServerCertificates", service: .iam,
            resultWrapper: "ListServerCertificatesResult", errors: [Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["ServerCertificateMetadataList"]))

        package struct Input: WireShape, AsksForPage, FiltersByPath {
            package var pathPrefix: String?
            package var marker: String?
            package var maxItems: Int?

            package init(pathPrefix: String? = nil, marker: String? = nil, maxItems: Int? = nil) {
                self.pathPrefix = pathPrefix
                self.marker = marker
                self.maxItems = maxItems
            }

            package init(from fields: inout FieldReader) {
                pathPrefix = fields.string("PathPrefix", IAM.Limits.pathPrefixType)
                marker = fields.string("Marker", IAM.Limits.markerType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("PathPrefix", pathPrefix)
                writer.string("Marker", marker)
                writer.integer("MaxItems", maxItems)
            }
        }

        package struct Output: WireShape, AnswersPage {
            package var serverCertificateMetadataList: [IAM.Shape.ServerCertificateMetadata]
            package var isTruncated: Bool?
            package var marker: String?

            package init(
                serverCertificateMetadataList: [IAM.Shape.ServerCertificateMetadata],
                isTruncated: Bool? = nil, marker: String? = nil
            ) {
                self.serverCertificateMetadataList = serverCertificateMetadataList
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                serverCertificateMetadataList = fields.requiredStructures(
                    "ServerCertificateMetadataList")
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("ServerCertificateMetadataList", serverCertificateMetadataList)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}

extension IAM {
    /// TagServerCertificate. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagServerCertificate.html>
    package enum TagServerCertificate: Operation {
        package static let facts = OperationFacts(
            name: "TagServerCertificate", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.invalidInput, Errors.limitExceeded,
                Errors.concurrentModification, Errors.serviceFailure,
            ])

        package struct Input: WireShape, CarriesTags {
            package var serverCertificateName: String
            package var tags: [IAM.Shape.Tag]

            package init(serverCertificateName: String, tags: [IAM.Shape.Tag]) {
                self.serverCertificateName = serverCertificateName
                self.tags = tags
            }

            package init(from fields: inout FieldReader) {
                serverCertificateName = fields.requiredString(
                    "ServerCertificateName", IAM.Limits.serverCertificateNameType)
                tags = fields.requiredStructures("Tags", count: IAM.Limits.tagListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("ServerCertificateName", serverCertificateName)
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
    /// UntagServerCertificate. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagServerCertificate.html>
    package enum UntagServerCertificate: Operation {
        package static let facts = OperationFacts(
            name: "UntagServerCertificate", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.invalidInput, Errors.concurrentModification,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, CarriesTagKeys {
            package var serverCertificateName: String
            package var tagKeys: [String]

            package init(serverCertificateName: String, tagKeys: [String]) {
                self.serverCertificateName = serverCertificateName
                self.tagKeys = tagKeys
            }

            package init(from fields: inout FieldReader) {
                serverCertificateName = fields.requiredString(
                    "ServerCertificateName", IAM.Limits.serverCertificateNameType)
                tagKeys = fields.requiredStrings(
                    "TagKeys", each: IAM.Limits.tagKeyType, count: IAM.Limits.tagKeyListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("ServerCertificateName", serverCertificateName)
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

extension IAM {
    /// UpdateServerCertificate. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateServerCertificate.html>
    package enum UpdateServerCertificate: Operation {
        package static let facts = OperationFacts(
            name: "UpdateServerCertificate", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.entityAlreadyExists, Errors.limitExceeded,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape {
            package var serverCertificateName: String
            package var newPath: String?
            package var newServerCertificateName: String?

            package init(
                serverCertificateName: String, newPath: String? = nil,
                newServerCertificateName: String? = nil
            ) {
                self.serverCertificateName = serverCertificateName
                self.newPath = newPath
                self.newServerCertificateName = newServerCertificateName
            }

            package init(from fields: inout FieldReader) {
                serverCertificateName = fields.requiredString(
                    "ServerCertificateName", IAM.Limits.serverCertificateNameType)
                newPath = fields.string("NewPath", IAM.Limits.pathType)
                newServerCertificateName = fields.string(
                    "NewServerCertificateName", IAM.Limits.serverCertificateNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("ServerCertificateName", serverCertificateName)
                writer.string("NewPath", newPath)
                writer.string("NewServerCertificateName", newServerCertificateName)
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
    /// UploadServerCertificate. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UploadServerCertificate.html>
    package enum UploadServerCertificate: Operation {
        package static let facts = OperationFacts(
            name: "UploadServerCertificate", service: .iam,
            resultWrapper: "UploadServerCertificateResult",
            errors: [
                Errors.limitExceeded, Errors.invalidInput, Errors.entityAlreadyExists,
                Errors.malformedCertificate, Errors.keyPairMismatch, Errors.concurrentModification,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape {
            package var path: String?
            package var serverCertificateName: String
            package var certificateBody: String
            package var privateKey: Secret
            package var certificateChain: String?
            package var tags: [IAM.Shape.Tag]?

            package init(
                serverCertificateName: String, certificateBody: String, privateKey: Secret,
                path: String? = nil, certificateChain: String? = nil, tags: [IAM.Shape.Tag]? = nil
            ) {
                self.path = path
                self.serverCertificateName = serverCertificateName
                self.certificateBody = certificateBody
                self.privateKey = privateKey
                self.certificateChain = certificateChain
                self.tags = tags
            }

            package init(from fields: inout FieldReader) {
                path = fields.string("Path", IAM.Limits.pathType)
                serverCertificateName = fields.requiredString(
                    "ServerCertificateName", IAM.Limits.serverCertificateNameType)
                certificateBody = fields.requiredString(
                    "CertificateBody", IAM.Limits.certificateBodyType)
                privateKey = fields.requiredSecret("PrivateKey", IAM.Limits.privateKeyType)
                certificateChain = fields.string(
                    "CertificateChain", IAM.Limits.certificateChainType)
                tags = fields.structures("Tags", count: IAM.Limits.tagListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("Path", path)
                writer.string("ServerCertificateName", serverCertificateName)
                writer.string("CertificateBody", certificateBody)
                writer.secret("PrivateKey", privateKey)
                writer.string("CertificateChain", certificateChain)
                writer.structures("Tags", tags)
            }
        }

        package struct Output: WireShape {
            package var serverCertificateMetadata: IAM.Shape.ServerCertificateMetadata?
            package var tags: [IAM.Shape.Tag]?

            package init(
                serverCertificateMetadata: IAM.Shape.ServerCertificateMetadata? = nil,
                tags: [IAM.Shape.Tag]? = nil
            ) {
                self.serverCertificateMetadata = serverCertificateMetadata
                self.tags = tags
            }

            package init(from fields: inout FieldReader) {
                serverCertificateMetadata = fields.structure("ServerCertificateMetadata")
                tags = fields.structures("Tags", count: IAM.Limits.tagListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("ServerCertificateMetadata", serverCertificateMetadata)
                writer.structures("Tags", tags)
            }
        }
    }
}

extension IAM.Shape {
    /// ServerCertificate. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ServerCertificate.html>
    package struct ServerCertificate: WireShape {
        package var serverCertificateMetadata: IAM.Shape.ServerCertificateMetadata
        package var certificateBody: String
        package var certificateChain: String?
        package var tags: [IAM.Shape.Tag]?

        package init(
            serverCertificateMetadata: IAM.Shape.ServerCertificateMetadata, certificateBody: String,
            certificateChain: String? = nil, tags: [IAM.Shape.Tag]? = nil
        ) {
            self.serverCertificateMetadata = serverCertificateMetadata
            self.certificateBody = certificateBody
            self.certificateChain = certificateChain
            self.tags = tags
        }

        package init(from fields: inout FieldReader) {
            serverCertificateMetadata = fields.requiredStructure("ServerCertificateMetadata")
            certificateBody = fields.requiredString(
                "CertificateBody", IAM.Limits.certificateBodyType)
            certificateChain = fields.string("CertificateChain", IAM.Limits.certificateChainType)
            tags = fields.structures("Tags", count: IAM.Limits.tagListType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.structure("ServerCertificateMetadata", serverCertificateMetadata)
            writer.string("CertificateBody", certificateBody)
            writer.string("CertificateChain", certificateChain)
            writer.structures("Tags", tags)
        }
    }
}

extension IAM.Shape {
    /// ServerCertificateMetadata. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ServerCertificateMetadata.html>
    package struct ServerCertificateMetadata: WireShape {
        package var path: String
        package var serverCertificateName: String
        package var serverCertificateId: String
        package var arn: String
        package var uploadDate: Timestamp?
        package var expiration: Timestamp?

        package init(
            path: String, serverCertificateName: String, serverCertificateId: String, arn: String,
            uploadDate: Timestamp? = nil, expiration: Timestamp? = nil
        ) {
            self.path = path
            self.serverCertificateName = serverCertificateName
            self.serverCertificateId = serverCertificateId
            self.arn = arn
            self.uploadDate = uploadDate
            self.expiration = expiration
        }

        package init(from fields: inout FieldReader) {
            path = fields.requiredString("Path", IAM.Limits.pathType)
            serverCertificateName = fields.requiredString(
                "ServerCertificateName", IAM.Limits.serverCertificateNameType)
            serverCertificateId = fields.requiredString("ServerCertificateId", IAM.Limits.idType)
            arn = fields.requiredString("Arn", IAM.Limits.arnType)
            uploadDate = fields.timestamp("UploadDate")
            expiration = fields.timestamp("Expiration")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("Path", path)
            writer.string("ServerCertificateName", serverCertificateName)
            writer.string("ServerCertificateId", serverCertificateId)
            writer.string("Arn", arn)
            writer.timestamp("UploadDate", uploadDate)
            writer.timestamp("Expiration", expiration)
        }
    }
}
