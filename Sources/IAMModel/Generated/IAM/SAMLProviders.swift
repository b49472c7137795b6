// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension IAM {
    /// CreateSAMLProvider. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateSAMLProvider.html>
    package enum CreateSAMLProvider: Operation {
        package static let facts = OperationFacts(
            name: "CreateSAMLProvider", service: .iam, resultWrapper: "CreateSAMLProviderResult",
            errors: [
                Errors.invalidInput, Errors.entityAlreadyExists, Errors.limitExceeded,
                Errors.concurrentModification, Errors.serviceFailure,
            ])

        package struct Input: WireShape {
            package var samlMetadataDocument: String
            package var name: String
            package var tags: [IAM.Shape.Tag]?
            package var assertionEncryptionMode: IAM.Shape.AssertionEncryptionModeType?
            package var addPrivateKey: Secret?
            package var contextProvider: IAM.Shape.ContextProvider?
            package var identityCenterInstanceArn: String?

            package init(
                samlMetadataDocument: String, name: String, tags: [IAM.Shape.Tag]? = nil,
                assertionEncryptionMode: IAM.Shape.AssertionEncryptionModeType? = nil,
                addPrivateKey: Secret? = nil, contextProvider: IAM.Shape.ContextProvider? = nil,
                identityCenterInstanceArn: String? = nil
            ) {
                self.samlMetadataDocument = samlMetadataDocument
                self.name = name
                self.tags = tags
                self.assertionEncryptionMode = assertionEncryptionMode
                self.addPrivateKey = addPrivateKey
                self.contextProvider = contextProvider
                self.identityCenterInstanceArn = identityCenterInstanceArn
            }

            package init(from fields: inout FieldReader) {
                samlMetadataDocument = fields.requiredString(
                    "SAMLMetadataDocument", IAM.Limits.samlMetadataDocumentType)
                name = fields.requiredString("Name", IAM.Limits.samlProviderNameType)
                tags = fields.structures("Tags", count: IAM.Limits.tagListType)
                assertionEncryptionMode = fields.enumeration("AssertionEncryptionMode")
                addPrivateKey = fields.secret("AddPrivateKey", IAM.Limits.privateKeyType)
                contextProvider = fields.structure("ContextProvider")
                identityCenterInstanceArn = fields.string(
                    "IdentityCenterInstanceArn", IAM.Limits.identityCenterInstanceArnType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("SAMLMetadataDocument", samlMetadataDocument)
                writer.string("Name", name)
                writer.structures("Tags", tags)
                writer.enumeration("AssertionEncryptionMode", assertionEncryptionMode)
                writer.secret("AddPrivateKey", addPrivateKey)
                writer.structure("ContextProvider", contextProvider)
                writer.string("IdentityCenterInstanceArn", identityCenterInstanceArn)
            }
        }

        package struct Output: WireShape {
            package var samlProviderArn: String?
            package var tags: [IAM.Shape.Tag]?

            package init(samlProviderArn: String? = nil, tags: [IAM.Shape.Tag]? = nil) {
                self.samlProviderArn = samlProviderArn
                self.tags = tags
            }

            package init(from fields: inout FieldReader) {
                samlProviderArn = fields.string("SAMLProviderArn", IAM.Limits.arnType)
                tags = fields.structures("Tags", count: IAM.Limits.tagListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("SAMLProviderArn", samlProviderArn)
                writer.structures("Tags", tags)
            }
        }
    }
}

extension IAM {
    /// DeleteSAMLProvider. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteSAMLProvider.html>
    package enum DeleteSAMLProvider: Operation {
        package static let facts = OperationFacts(
            name: "DeleteSAMLProvider", service: .iam,
            errors: [
                Errors.invalidInput, Errors.limitExceeded, Errors.noSuchEntity,
                Errors.concurrentModification, Errors.serviceFailure,
            ])

        package struct Input: WireShape {
            package var samlProviderArn: String

            package init(samlProviderArn: String) {
                self.samlProviderArn = samlProviderArn
            }

            package init(from fields: inout FieldReader) {
                samlProviderArn = fields.requiredString("SAMLProviderArn", IAM.Limits.arnType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("SAMLProviderArn", samlProviderArn)
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
    /// GetSAMLProvider. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetSAMLProvider.html>
    package enum GetSAMLProvider: Operation {
        package static let facts = OperationFacts(
            name: "GetSAMLProvider", service: .iam, resultWrapper: "GetSAMLProviderResult",
            errors: [Errors.noSuchEntity, Errors.invalidInput, Errors.serviceFailure])

        package struct Input: WireShape {
            package var samlProviderArn: String

            package init(samlProviderArn: String) {
                self.samlProviderArn = samlProviderArn
            }

            package init(from fields: inout FieldReader) {
                samlProviderArn = fields.requiredString("SAMLProviderArn", IAM.Limits.arnType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("SAMLProviderArn", samlProviderArn)
            }
        }

        package struct Output: WireShape {
            package var samlProviderUUID: String?
            package var samlMetadataDocument: String?
            package var contextProvider: IAM.Shape.ContextProvider?
            package var samlKeyHashes: [IAM.Shape.SAMLKeyHashEntry]?
            package var createDate: Timestamp?
            package var validUntil: Timestamp?
            package var tags: [IAM.Shape.Tag]?
            package var assertionEncryptionMode: IAM.Shape.AssertionEncryptionModeType?
            package var privateKeyList: [IAM.Shape.SAMLPrivateKey]?
            package var identityCenterInstanceArn: String?
            package var identityStoreArn: String?

            package init(
                samlProviderUUID: String? = nil, samlMetadataDocument: String? = nil,
                contextProvider: IAM.Shape.ContextProvider? = nil,
                samlKeyHashes: [IAM.Shape.SAMLKeyHashEntry]? = nil, createDate: Timestamp? = nil,
                validUntil: Timestamp? = nil, tags: [IAM.Shape.Tag]? = nil,
                assertionEncryptionMode: IAM.Shape.AssertionEncryptionModeType? = nil,
                privateKeyList: [IAM.Shape.SAMLPrivateKey]? = nil,
                identityCenterInstanceArn: String? = nil, identityStoreArn: String? = nil
            ) {
                self.samlProviderUUID = samlProviderUUID
                self.samlMetadataDocument = samlMetadataDocument
                self.contextProvider = contextProvider
                self.samlKeyHashes = samlKeyHashes
                self.createDate = createDate
                self.validUntil = validUntil
                self.tags = tags
                self.assertionEncryptionMode = assertionEncryptionMode
                self.privateKeyList = privateKeyList
                self.identityCenterInstanceArn = identityCenterInstanceArn
                self.identityStoreArn = identityStoreArn
            }

            package init(from fields: inout FieldReader) {
                samlProviderUUID = fields.string("SAMLProviderUUID", IAM.Limits.privateKeyIdType)
                samlMetadataDocument = fields.string(
                    "SAMLMetadataDocument", IAM.Limits.samlMetadataDocumentType)
                contextProvider = fields.structure("ContextProvider")
                samlKeyHashes = fields.structures("SAMLKeyHashes")
                createDate = fields.timestamp("CreateDate")
                validUntil = fields.timestamp("ValidUntil")
                tags = fields.structures("Tags", count: IAM.Limits.tagListType)
                assertionEncryptionMode = fields.enumeration("AssertionEncryptionMode")
                privateKeyList = fields.structures(
                    "PrivateKeyList", count: IAM.Limits.privateKeyList)
                identityCenterInstanceArn = fields.string(
                    "IdentityCenterInstanceArn", IAM.Limits.identityCenterInstanceArnType)
                identityStoreArn = fields.string("IdentityStoreArn", IAM.Limits.arnType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("SAMLProviderUUID", samlProviderUUID)
                writer.string("SAMLMetadataDocument", samlMetadataDocument)
                writer.structure("ContextProvider", contextProvider)
                writer.structures("SAMLKeyHashes", samlKeyHashes)
                writer.timestamp("CreateDate", createDate)
                writer.timestamp("ValidUntil", validUntil)
                writer.structures("Tags", tags)
                writer.enumeration("AssertionEncryptionMode", assertionEncryptionMode)
                writer.structures("PrivateKeyList", privateKeyList)
                writer.string("IdentityCenterInstanceArn", identityCenterInstanceArn)
                writer.string("IdentityStoreArn", identityStoreArn)
            }
        }
    }
}

extension IAM {
    /// ListSAMLProviderTags. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSAMLProviderTags.html>
    package enum ListSAMLProviderTags: Operation {
        package static let facts = OperationFacts(
            name: "ListSAMLProviderTags", service: .iam,
            resultWrapper: "ListSAMLProviderTagsResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure, Errors.invalidInput],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["Tags"]))

        package struct Input: WireShape, AsksForPage {
            package var samlProviderArn: String
            package var marker: String?
            package var maxItems: Int?

            package init(samlProviderArn: String, marker: String? = nil, maxItems: Int? = nil) {
                self.samlProviderArn = samlProviderArn
                self.marker = marker
                self.maxItems = maxItems
            }

            package init(from fields: inout FieldReader) {
                samlProviderArn = fields.requiredString("SAMLProviderArn", IAM.Limits.arnType)
                marker = fields.string("Marker", IAM.Limits.markerType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("SAMLProviderArn", samlProviderArn)
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
    /// ListSAMLProviders. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListSAMLProviders.html>
    package enum ListSAMLProviders: Operation {
        package static let facts = OperationFacts(
            name: "ListSAMLProviders", service: .iam, resultWrapper: "ListSAMLProvidersResult",
            errors: [Errors.serviceFailure])

        package struct Input: WireShape {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }

        package struct Output: WireShape {
            package var samlProviderList: [IAM.Shape.SAMLProviderListEntry]?

            package init(samlProviderList: [IAM.Shape.SAMLProviderListEntry]? = nil) {
                self.samlProviderList = samlProviderList
            }

            package init(from fields: inout FieldReader) {
                samlProviderList = fields.structures("SAMLProviderList")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("SAMLProviderList", samlProviderList)
            }
        }
    }
}

extension IAM {
    /// TagSAMLProvider. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagSAMLProvider.html>
    package enum TagSAMLProvider: Operation {
        package static let facts = OperationFacts(
            name: "TagSAMLProvider", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.limitExceeded, Errors.invalidInput,
                Errors.concurrentModification, Errors.serviceFailure,
            ])

        package struct Input: WireShape, CarriesTags {
            package var samlProviderArn: String
            package var tags: [IAM.Shape.Tag]

            package init(samlProviderArn: String, tags: [IAM.Shape.Tag]) {
                self.samlProviderArn = samlProviderArn
                self.tags = tags
            }

            package init(from fields: inout FieldReader) {
                samlProviderArn = fields.requiredString("SAMLProviderArn", IAM.Limits.arnType)
                tags = fields.requiredStructures("Tags", count: IAM.Limits.tagListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("SAMLProviderArn", samlProviderArn)
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
    /// UntagSAMLProvider. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagSAMLProvider.html>
    package enum UntagSAMLProvider: Operation {
        package static let facts = OperationFacts(
            name: "UntagSAMLProvider", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.invalidInput, Errors.concurrentModification,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, CarriesTagKeys {
            package var samlProviderArn: String
            package var tagKeys: [String]

            package init(samlProviderArn: String, tagKeys: [String]) {
                self.samlProviderArn = samlProviderArn
                self.tagKeys = tagKeys
            }

            package init(from fields: inout FieldReader) {
                samlProviderArn = fields.requiredString("SAMLProviderArn", IAM.Limits.arnType)
                tagKeys = fields.requiredStrings(
                    "TagKeys", each: IAM.Limits.tagKeyType, count: IAM.Limits.tagKeyListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("SAMLProviderArn", samlProviderArn)
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
    /// UpdateSAMLProvider. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateSAMLProvider.html>
    package enum UpdateSAMLProvider: Operation {
        package static let facts = OperationFacts(
            name: "UpdateSAMLProvider", service: .iam, resultWrapper: "UpdateSAMLProviderResult",
            errors: [
                Errors.noSuchEntity, Errors.invalidInput, Errors.limitExceeded,
                Errors.serviceFailure, Errors.concurrentModification,
            ])

        package struct Input: WireShape {
            package var samlMetadataDocument: String?
            package var samlProviderArn: String
            package var assertionEncryptionMode: IAM.Shape.AssertionEncryptionModeType?
            package var addPrivateKey: Secret?
            package var removePrivateKey: String?
            package var contextProvider: IAM.Shape.ContextProvider?
            package var identityCenterInstanceArn: String?
            package var removeContextProvider: Bool?
            package var removeIdentityCenterInstance: Bool?

            package init(
                samlProviderArn: String, samlMetadataDocument: String? = nil,
                assertionEncryptionMode: IAM.Shape.AssertionEncryptionModeType? = nil,
                addPrivateKey: Secret? = nil, removePrivateKey: String? = nil,
                contextProvider: IAM.Shape.ContextProvider? = nil,
                identityCenterInstanceArn: String? = nil, removeContextProvider: Bool? = nil,
                removeIdentityCenterInstance: Bool? = nil
            ) {
                self.samlMetadataDocument = samlMetadataDocument
                self.samlProviderArn = samlProviderArn
                self.assertionEncryptionMode = assertionEncryptionMode
                self.addPrivateKey = addPrivateKey
                self.removePrivateKey = removePrivateKey
                self.contextProvider = contextProvider
                self.identityCenterInstanceArn = identityCenterInstanceArn
                self.removeContextProvider = removeContextProvider
                self.removeIdentityCenterInstance = removeIdentityCenterInstance
            }

            package init(from fields: inout FieldReader) {
                samlMetadataDocument = fields.string(
                    "SAMLMetadataDocument", IAM.Limits.samlMetadataDocumentType)
                samlProviderArn = fields.requiredString("SAMLProviderArn", IAM.Limits.arnType)
                assertionEncryptionMode = fields.enumeration("AssertionEncryptionMode")
                addPrivateKey = fields.secret("AddPrivateKey", IAM.Limits.privateKeyType)
                removePrivateKey = fields.string("RemovePrivateKey", IAM.Limits.privateKeyIdType)
                contextProvider = fields.structure("ContextProvider")
                identityCenterInstanceArn = fields.string(
                    "IdentityCenterInstanceArn", IAM.Limits.identityCenterInstanceArnType)
                removeContextProvider = fields.boolean("RemoveContextProvider")
                removeIdentityCenterInstance = fields.boolean("RemoveIdentityCenterInstance")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("SAMLMetadataDocument", samlMetadataDocument)
                writer.string("SAMLProviderArn", samlProviderArn)
                writer.enumeration("AssertionEncryptionMode", assertionEncryptionMode)
                writer.secret("AddPrivateKey", addPrivateKey)
                writer.string("RemovePrivateKey", removePrivateKey)
                writer.structure("ContextProvider", contextProvider)
                writer.string("IdentityCenterInstanceArn", identityCenterInstanceArn)
                writer.boolean("RemoveContextProvider", removeContextProvider)
                writer.boolean("RemoveIdentityCenterInstance", removeIdentityCenterInstance)
            }
        }

        package struct Output: WireShape {
            package var samlProviderArn: String?

            package init(samlProviderArn: String? = nil) {
                self.samlProviderArn = samlProviderArn
            }

            package init(from fields: inout FieldReader) {
                samlProviderArn = fields.string("SAMLProviderArn", IAM.Limits.arnType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("SAMLProviderArn", samlProviderArn)
            }
        }
    }
}

extension IAM.Shape {
    /// SAMLKeyHashEntry. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_SAMLKeyHashEntry.html>
    package struct SAMLKeyHashEntry: WireShape {
        package var issuerURL: String?
        package var keyHashes: [String]?

        package init(issuerURL: String? = nil, keyHashes: [String]? = nil) {
            self.issuerURL = issuerURL
            self.keyHashes = keyHashes
        }

        package init(from fields: inout FieldReader) {
            issuerURL = fields.string("IssuerURL", IAM.Limits.samlIssuerURLType)
            keyHashes = fields.strings("KeyHashes")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("IssuerURL", issuerURL)
            writer.strings("KeyHashes", keyHashes)
        }
    }
}

extension IAM.Shape {
    /// SAMLPrivateKey. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_SAMLPrivateKey.html>
    package struct SAMLPrivateKey: WireShape {
        package var keyId: String?
        package var timestamp: Timestamp?

        package init(keyId: String? = nil, timestamp: Timestamp? = nil) {
            self.keyId = keyId
            self.timestamp = timestamp
        }

        package init(from fields: inout FieldReader) {
            keyId = fields.string("KeyId", IAM.Limits.privateKeyIdType)
            timestamp = fields.timestamp("Timestamp")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("KeyId", keyId)
            writer.timestamp("Timestamp", timestamp)
        }
    }
}

extension IAM.Shape {
    /// SAMLProviderListEntry. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_SAMLProviderListEntry.html>
    package struct SAMLProviderListEntry: WireShape {
        package var arn: String?
        package var validUntil: Timestamp?
        package var createDate: Timestamp?
        package var isTrustedIdentityPropagationEnabled: Bool?

        package init(
            arn: String? = nil, validUntil: Timestamp? = nil, createDate: Timestamp? = nil,
            isTrustedIdentityPropagationEnabled: Bool? = nil
        ) {
            self.arn = arn
            self.validUntil = validUntil
            self.createDate = createDate
            self.isTrustedIdentityPropagationEnabled = isTrustedIdentityPropagationEnabled
        }

        package init(from fields: inout FieldReader) {
            arn = fields.string("Arn", IAM.Limits.arnType)
            validUntil = fields.timestamp("ValidUntil")
            createDate = fields.timestamp("CreateDate")
            isTrustedIdentityPropagationEnabled = fields.boolean(
                "IsTrustedIdentityPropagationEnabled")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("Arn", arn)
            writer.timestamp("ValidUntil", validUntil)
            writer.timestamp("CreateDate", createDate)
            writer.boolean(
                "IsTrustedIdentityPropagationEnabled", isTrustedIdentityPropagationEnabled)
        }
    }
}

extension IAM.Shape {
    /// assertionEncryptionModeType.
    package enum AssertionEncryptionModeType: String, WireEnum {
        case required = "Required"
        case allowed = "Allowed"
    }
}
