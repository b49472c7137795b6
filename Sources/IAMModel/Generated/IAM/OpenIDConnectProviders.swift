// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension IAM {
    /// AddClientIDToOpenIDConnectProvider. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddClientIDToOpenIDConnectProvider.html>
    package enum AddClientIDToOpenIDConnectProvider: Operation {
        package static let facts = OperationFacts(
            name: "AddClientIDToOpenIDConnectProvider", service: .iam,
            errors: [
                Errors.concurrentModification, Errors.invalidInput, Errors.noSuchEntity,
                Errors.limitExceeded, Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesOpenIDConnectProvider {
            package var openIDConnectProviderArn: String
            package var clientID: String

            package init(openIDConnectProviderArn: String, clientID: String) {
                self.openIDConnectProviderArn = openIDConnectProviderArn
                self.clientID = clientID
            }

            package init(from fields: inout FieldReader) {
                openIDConnectProviderArn = fields.requiredString(
                    "OpenIDConnectProviderArn", IAM.Limits.arnType)
                clientID = fields.requiredString("ClientID", IAM.Limits.clientIDType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("OpenIDConnectProviderArn", openIDConnectProviderArn)
                writer.string("ClientID", clientID)
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
    /// CreateOpenIDConnectProvider. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html>
    package enum CreateOpenIDConnectProvider: Operation {
        package static let facts = OperationFacts(
            name: "CreateOpenIDConnectProvider", service: .iam,
            resultWrapper: "CreateOpenIDConnectProviderResult",
            errors: [
                Errors.invalidInput, Errors.entityAlreadyExists, Errors.limitExceeded,
                Errors.concurrentModification, Errors.serviceFailure,
                Errors.openIdIdpCommunicationError,
            ])

        package struct Input: WireShape {
            package var url: String
            package var clientIDList: [String]?
            package var thumbprintList: [String]?
            package var tags: [IAM.Shape.Tag]?
            package var contextProvider: IAM.Shape.ContextProvider?
            package var identityCenterInstanceArn: String?

            package init(
                url: String, clientIDList: [String]? = nil, thumbprintList: [String]? = nil,
                tags: [IAM.Shape.Tag]? = nil, contextProvider: IAM.Shape.ContextProvider? = nil,
                identityCenterInstanceArn: String? = nil
            ) {
                self.url = url
                self.clientIDList = clientIDList
                self.thumbprintList = thumbprintList
                self.tags = tags
                self.contextProvider = contextProvider
                self.identityCenterInstanceArn = identityCenterInstanceArn
            }

            package init(from fields: inout FieldReader) {
                url = fields.requiredString("Url", IAM.Limits.openIDConnectProviderUrlType)
                clientIDList = fields.strings("ClientIDList", each: IAM.Limits.clientIDType)
                thumbprintList = fields.strings("ThumbprintList", each: IAM.Limits.thumbprintType)
                tags = fields.structures("Tags", count: IAM.Limits.tagListType)
                contextProvider = fields.structure("ContextProvider")
                identityCenterInstanceArn = fields.string(
                    "IdentityCenterInstanceArn", IAM.Limits.identityCenterInstanceArnType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("Url", url)
                writer.strings("ClientIDList", clientIDList)
                writer.strings("ThumbprintList", thumbprintList)
                writer.structures("Tags", tags)
                writer.structure("ContextProvider", contextProvider)
                writer.string("IdentityCenterInstanceArn", identityCenterInstanceArn)
            }
        }

        package struct Output: WireShape {
            package var openIDConnectProviderArn: String?
            package var tags: [IAM.Shape.Tag]?

            package init(openIDConnectProviderArn: String? = nil, tags: [IAM.Shape.Tag]? = nil) {
                self.openIDConnectProviderArn = openIDConnectProviderArn
                self.tags = tags
            }

            package init(from fields: inout FieldReader) {
                openIDConnectProviderArn = fields.string(
                    "OpenIDConnectProviderArn", IAM.Limits.arnType)
                tags = fields.structures("Tags", count: IAM.Limits.tagListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("OpenIDConnectProviderArn", openIDConnectProviderArn)
                writer.structures("Tags", tags)
            }
        }
    }
}

extension IAM {
    /// DeleteOpenIDConnectProvider. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteOpenIDConnectProvider.html>
    package enum DeleteOpenIDConnectProvider: Operation {
        package static let facts = OperationFacts(
            name: "DeleteOpenIDConnectProvider", service: .iam,
            errors: [
                Errors.invalidInput, Errors.noSuchEntity, Errors.concurrentModification,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesOpenIDConnectProvider {
            package var openIDConnectProviderArn: String

            package init(openIDConnectProviderArn: String) {
                self.openIDConnectProviderArn = openIDConnectProviderArn
            }

            package init(from fields: inout FieldReader) {
                openIDConnectProviderArn = fields.requiredString(
                    "OpenIDConnectProviderArn", IAM.Limits.arnType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("OpenIDConnectProviderArn", openIDConnectProviderArn)
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
    /// GetOpenIDConnectProvider. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetOpenIDConnectProvider.html>
    package enum GetOpenIDConnectProvider: Operation {
        package static let facts = OperationFacts(
            name: "GetOpenIDConnectProvider", service: .iam,
            resultWrapper: "GetOpenIDConnectProviderResult",
            errors: [Errors.invalidInput, Errors.noSuchEntity, Errors.serviceFailure])

        package struct Input: WireShape, NamesOpenIDConnectProvider {
            package var openIDConnectProviderArn: String

            package init(openIDConnectProviderArn: String) {
                self.openIDConnectProviderArn = openIDConnectProviderArn
            }

            package init(from fields: inout FieldReader) {
                openIDConnectProviderArn = fields.requiredString(
                    "OpenIDConnectProviderArn", IAM.Limits.arnType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("OpenIDConnectProviderArn", openIDConnectProviderArn)
            }
        }

        package struct Output: WireShape {
            package var url: String?
            package var clientIDList: [String]?
            package var thumbprintList: [String]?
            package var createDate: Timestamp?
            package var tags: [IAM.Shape.Tag]?
            package var contextProvider: IAM.Shape.ContextProvider?
            package var identityCenterInstanceArn: String?
            package var identityStoreArn: String?

            package init(
                url: String? = nil, clientIDList: [String]? = nil, thumbprintList: [String]? = nil,
                createDate: Timestamp? = nil, tags: [IAM.Shape.Tag]? = nil,
                contextProvider: IAM.Shape.ContextProvider? = nil,
                identityCenterInstanceArn: String? = nil, identityStoreArn: String? = nil
            ) {
                self.url = url
                self.clientIDList = clientIDList
                self.thumbprintList = thumbprintList
                self.createDate = createDate
                self.tags = tags
                self.contextProvider = contextProvider
                self.identityCenterInstanceArn = identityCenterInstanceArn
                self.identityStoreArn = identityStoreArn
            }

            package init(from fields: inout FieldReader) {
                url = fields.string("Url", IAM.Limits.openIDConnectProviderUrlType)
                clientIDList = fields.strings("ClientIDList", each: IAM.Limits.clientIDType)
                thumbprintList = fields.strings("ThumbprintList", each: IAM.Limits.thumbprintType)
                createDate = fields.timestamp("CreateDate")
                tags = fields.structures("Tags", count: IAM.Limits.tagListType)
                contextProvider = fields.structure("ContextProvider")
                identityCenterInstanceArn = fields.string(
                    "IdentityCenterInstanceArn", IAM.Limits.identityCenterInstanceArnType)
                identityStoreArn = fields.string("IdentityStoreArn", IAM.Limits.arnType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("Url", url)
                writer.strings("ClientIDList", clientIDList)
                writer.strings("ThumbprintList", thumbprintList)
                writer.timestamp("CreateDate", createDate)
                writer.structures("Tags", tags)
                writer.structure("ContextProvider", contextProvider)
                writer.string("IdentityCenterInstanceArn", identityCenterInstanceArn)
                writer.string("IdentityStoreArn", identityStoreArn)
            }
        }
    }
}

extension IAM {
    /// ListOpenIDConnectProviderTags. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOpenIDConnectProviderTags.html>
    package enum ListOpenIDConnectProviderTags: Operation {
        package static let facts = OperationFacts(
            name: "ListOpenIDConnectProviderTags", service: .iam,
            resultWrapper: "ListOpenIDConnectProviderTagsResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure, Errors.invalidInput],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["Tags"]))

        package struct Input: WireShape, AsksForPage, NamesOpenIDConnectProvider {
            package var openIDConnectProviderArn: String
            package var marker: String?
            package var maxItems: Int?

            package init(
                openIDConnectProviderArn: String, marker: String? = nil, maxItems: Int? = nil
            ) {
                self.openIDConnectProviderArn = openIDConnectProviderArn
                self.marker = marker
                self.maxItems = maxItems
            }

            package init(from fields: inout FieldReader) {
                openIDConnectProviderArn = fields.requiredString(
                    "OpenIDConnectProviderArn", IAM.Limits.arnType)
                marker = fields.string("Marker", IAM.Limits.markerType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("OpenIDConnectProviderArn", openIDConnectProviderArn)
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
    /// ListOpenIDConnectProviders. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOpenIDConnectProviders.html>
    package enum ListOpenIDConnectProviders: Operation {
        package static let facts = OperationFacts(
            name: "ListOpenIDConnectProviders", service: .iam,
            resultWrapper: "ListOpenIDConnectProvidersResult", errors: [Errors.serviceFailure])

        package struct Input: WireShape {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }

        package struct Output: WireShape {
            package var openIDConnectProviderList: [IAM.Shape.OpenIDConnectProviderListEntry]?

            package init(
                openIDConnectProviderList: [IAM.Shape.OpenIDConnectProviderListEntry]? = nil
            ) {
                self.openIDConnectProviderList = openIDConnectProviderList
            }

            package init(from fields: inout FieldReader) {
                openIDConnectProviderList = fields.structures("OpenIDConnectProviderList")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("OpenIDConnectProviderList", openIDConnectProviderList)
            }
        }
    }
}

extension IAM {
    /// RemoveClientIDFromOpenIDConnectProvider. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_RemoveClientIDFromOpenIDConnectProvider.html>
    package enum RemoveClientIDFromOpenIDConnectProvider: Operation {
        package static let facts = OperationFacts(
            name: "RemoveClientIDFromOpenIDConnectProvider", service: .iam,
            errors: [
                Errors.concurrentModification, Errors.invalidInput, Errors.noSuchEntity,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesOpenIDConnectProvider {
            package var openIDConnectProviderArn: String
            package var clientID: String

            package init(openIDConnectProviderArn: String, clientID: String) {
                self.openIDConnectProviderArn = openIDConnectProviderArn
                self.clientID = clientID
            }

            package init(from fields: inout FieldReader) {
                openIDConnectProviderArn = fields.requiredString(
                    "OpenIDConnectProviderArn", IAM.Limits.arnType)
                clientID = fields.requiredString("ClientID", IAM.Limits.clientIDType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("OpenIDConnectProviderArn", openIDConnectProviderArn)
                writer.string("ClientID", clientID)
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
    /// TagOpenIDConnectProvider. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagOpenIDConnectProvider.html>
    package enum TagOpenIDConnectProvider: Operation {
        package static let facts = OperationFacts(
            name: "TagOpenIDConnectProvider", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.limitExceeded, Errors.invalidInput,
                Errors.concurrentModification, Errors.serviceFailure,
            ])

        package struct Input: WireShape, CarriesTags, NamesOpenIDConnectProvider {
            package var openIDConnectProviderArn: String
            package var tags: [IAM.Shape.Tag]

            package init(openIDConnectProviderArn: String, tags: [IAM.Shape.Tag]) {
                self.openIDConnectProviderArn = openIDConnectProviderArn
                self.tags = tags
            }

            package init(from fields: inout FieldReader) {
                openIDConnectProviderArn = fields.requiredString(
                    "OpenIDConnectProviderArn", IAM.Limits.arnType)
                tags = fields.requiredStructures("Tags", count: IAM.Limits.tagListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("OpenIDConnectProviderArn", openIDConnectProviderArn)
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
    /// UntagOpenIDConnectProvider. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagOpenIDConnectProvider.html>
    package enum UntagOpenIDConnectProvider: Operation {
        package static let facts = OperationFacts(
            name: "UntagOpenIDConnectProvider", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.invalidInput, Errors.concurrentModification,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, CarriesTagKeys, NamesOpenIDConnectProvider {
            package var openIDConnectProviderArn: String
            package var tagKeys: [String]

            package init(openIDConnectProviderArn: String, tagKeys: [String]) {
                self.openIDConnectProviderArn = openIDConnectProviderArn
                self.tagKeys = tagKeys
            }

            package init(from fields: inout FieldReader) {
                openIDConnectProviderArn = fields.requiredString(
                    "OpenIDConnectProviderArn", IAM.Limits.arnType)
                tagKeys = fields.requiredStrings(
                    "TagKeys", each: IAM.Limits.tagKeyType, count: IAM.Limits.tagKeyListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("OpenIDConnectProviderArn", openIDConnectProviderArn)
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
    /// UpdateOpenIDConnectProvider. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateOpenIDConnectProvider.html>
    package enum UpdateOpenIDConnectProvider: Operation {
        package static let facts = OperationFacts(
            name: "UpdateOpenIDConnectProvider", service: .iam,
            errors: [
                Errors.concurrentModification, Errors.invalidInput, Errors.noSuchEntity,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesOpenIDConnectProvider {
            package var openIDConnectProviderArn: String
            package var contextProvider: IAM.Shape.ContextProvider?
            package var identityCenterInstanceArn: String?
            package var removeContextProvider: Bool?
            package var removeIdentityCenterInstance: Bool?

            package init(
                openIDConnectProviderArn: String, contextProvider: IAM.Shape.ContextProvider? = nil,
                identityCenterInstanceArn: String? = nil, removeContextProvider: Bool? = nil,
                removeIdentityCenterInstance: Bool? = nil
            ) {
                self.openIDConnectProviderArn = openIDConnectProviderArn
                self.contextProvider = contextProvider
                self.identityCenterInstanceArn = identityCenterInstanceArn
                self.removeContextProvider = removeContextProvider
                self.removeIdentityCenterInstance = removeIdentityCenterInstance
            }

            package init(from fields: inout FieldReader) {
                openIDConnectProviderArn = fields.requiredString(
                    "OpenIDConnectProviderArn", IAM.Limits.arnType)
                contextProvider = fields.structure("ContextProvider")
                identityCenterInstanceArn = fields.string(
                    "IdentityCenterInstanceArn", IAM.Limits.identityCenterInstanceArnType)
                removeContextProvider = fields.boolean("RemoveContextProvider")
                removeIdentityCenterInstance = fields.boolean("RemoveIdentityCenterInstance")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("OpenIDConnectProviderArn", openIDConnectProviderArn)
                writer.structure("ContextProvider", contextProvider)
                writer.string("IdentityCenterInstanceArn", identityCenterInstanceArn)
                writer.boolean("RemoveContextProvider", removeContextProvider)
                writer.boolean("RemoveIdentityCenterInstance", removeIdentityCenterInstance)
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
    /// UpdateOpenIDConnectProviderThumbprint. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateOpenIDConnectProviderThumbprint.html>
    package enum UpdateOpenIDConnectProviderThumbprint: Operation {
        package static let facts = OperationFacts(
            name: "UpdateOpenIDConnectProviderThumbprint", service: .iam,
            errors: [
                Errors.concurrentModification, Errors.invalidInput, Errors.noSuchEntity,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesOpenIDConnectProvider {
            package var openIDConnectProviderArn: String
            package var thumbprintList: [String]

            package init(openIDConnectProviderArn: String, thumbprintList: [String]) {
                self.openIDConnectProviderArn = openIDConnectProviderArn
                self.thumbprintList = thumbprintList
            }

            package init(from fields: inout FieldReader) {
                openIDConnectProviderArn = fields.requiredString(
                    "OpenIDConnectProviderArn", IAM.Limits.arnType)
                thumbprintList = fields.requiredStrings(
                    "ThumbprintList", each: IAM.Limits.thumbprintType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("OpenIDConnectProviderArn", openIDConnectProviderArn)
                writer.strings("ThumbprintList", thumbprintList)
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
    /// OpenIDConnectProviderListEntry. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_OpenIDConnectProviderListEntry.html>
    package struct OpenIDConnectProviderListEntry: WireShape {
        package var arn: String?
        package var isTrustedIdentityPropagationEnabled: Bool?

        package init(arn: String? = nil, isTrustedIdentityPropagationEnabled: Bool? = nil) {
            self.arn = arn
            self.isTrustedIdentityPropagationEnabled = isTrustedIdentityPropagationEnabled
        }

        package init(from fields: inout FieldReader) {
            arn = fields.string("Arn", IAM.Limits.arnType)
            isTrustedIdentityPropagationEnabled = fields.boolean(
                "IsTrustedIdentityPropagationEnabled")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("Arn", arn)
            writer.boolean(
                "IsTrustedIdentityPropagationEnabled", isTrustedIdentityPropagationEnabled)
        }
    }
}
