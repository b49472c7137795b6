// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension IAM {
    /// CreatePolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html>
    package enum CreatePolicy: Operation {
        package static let facts = OperationFacts(
            name: "CreatePolicy", service: .iam, resultWrapper: "CreatePolicyResult",
            errors: [
                Errors.invalidInput, Errors.limitExceeded, Errors.entityAlreadyExists,
                Errors.malformedPolicyDocument, Errors.concurrentModification,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, CarriesPolicy, NamesPolicy {
            package var policyName: String
            package var path: String?
            package var policyDocument: String
            package var description: String?
            package var tags: [IAM.Shape.Tag]?

            package init(
                policyName: String, policyDocument: String, path: String? = nil,
                description: String? = nil, tags: [IAM.Shape.Tag]? = nil
            ) {
                self.policyName = policyName
                self.path = path
                self.policyDocument = policyDocument
                self.description = description
                self.tags = tags
            }

            package init(from fields: inout FieldReader) {
                policyName = fields.requiredString("PolicyName", IAM.Limits.policyNameType)
                path = fields.string("Path", IAM.Limits.policyPathType)
                policyDocument = fields.requiredString(
                    "PolicyDocument", IAM.Limits.policyDocumentType)
                description = fields.string("Description", IAM.Limits.policyDescriptionType)
                tags = fields.structures("Tags", count: IAM.Limits.tagListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("PolicyName", policyName)
                writer.string("Path", path)
                writer.string("PolicyDocument", policyDocument)
                writer.string("Description", description)
                writer.structures("Tags", tags)
            }
        }

        package struct Output: WireShape {
            package var policy: IAM.Shape.Policy?

            package init(policy: IAM.Shape.Policy? = nil) {
                self.policy = policy
            }

            package init(from fields: inout FieldReader) {
                policy = fields.structure("Policy")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("Policy", policy)
            }
        }
    }
}

extension IAM {
    /// CreatePolicyVersion. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicyVersion.html>
    package enum CreatePolicyVersion: Operation {
        package static let facts = OperationFacts(
            name: "CreatePolicyVersion", service: .iam, resultWrapper: "CreatePolicyVersionResult",
            errors: [
                Errors.noSuchEntity, Errors.malformedPolicyDocument, Errors.invalidInput,
                Errors.limitExceeded, Errors.serviceFailure,
            ])

        package struct Input: WireShape, CarriesPolicy, NamesPolicyARN {
            package var policyArn: String
            package var policyDocument: String
            package var setAsDefault: Bool?

            package init(policyArn: String, policyDocument: String, setAsDefault: Bool? = nil) {
                self.policyArn = policyArn
                self.policyDocument = policyDocument
                self.setAsDefault = setAsDefault
            }

            package init(from fields: inout FieldReader) {
                policyArn = fields.requiredString("PolicyArn", IAM.Limits.arnType)
                policyDocument = fields.requiredString(
                    "PolicyDocument", IAM.Limits.policyDocumentType)
                setAsDefault = fields.boolean("SetAsDefault")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("PolicyArn", policyArn)
                writer.string("PolicyDocument", policyDocument)
                writer.boolean("SetAsDefault", setAsDefault)
            }
        }

        package struct Output: WireShape {
            package var policyVersion: IAM.Shape.PolicyVersion?

            package init(policyVersion: IAM.Shape.PolicyVersion? = nil) {
                self.policyVersion = policyVersion
            }

            package init(from fields: inout FieldReader) {
                policyVersion = fields.structure("PolicyVersion")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("PolicyVersion", policyVersion)
            }
        }
    }
}

extension IAM {
    /// DeletePolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html>
    package enum DeletePolicy: Operation {
        package static let facts = OperationFacts(
            name: "DeletePolicy", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.limitExceeded, Errors.invalidInput,
                Errors.deleteConflict, Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesPolicyARN {
            package var policyArn: String

            package init(policyArn: String) {
                self.policyArn = policyArn
            }

            package init(from fields: inout FieldReader) {
                policyArn = fields.requiredString("PolicyArn", IAM.Limits.arnType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("PolicyArn", policyArn)
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
    /// DeletePolicyVersion. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicyVersion.html>
    package enum DeletePolicyVersion: Operation {
        package static let facts = OperationFacts(
            name: "DeletePolicyVersion", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.limitExceeded, Errors.invalidInput,
                Errors.deleteConflict, Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesPolicyARN {
            package var policyArn: String
            package var versionId: String

            package init(policyArn: String, versionId: String) {
                self.policyArn = policyArn
                self.versionId = versionId
            }

            package init(from fields: inout FieldReader) {
                policyArn = fields.requiredString("PolicyArn", IAM.Limits.arnType)
                versionId = fields.requiredString("VersionId", IAM.Limits.policyVersionIdType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("PolicyArn", policyArn)
                writer.string("VersionId", versionId)
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
    /// GetPolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicy.html>
    package enum GetPolicy: Operation {
        package static let facts = OperationFacts(
            name: "GetPolicy", service: .iam, resultWrapper: "GetPolicyResult",
            errors: [Errors.noSuchEntity, Errors.invalidInput, Errors.serviceFailure])

        package struct Input: WireShape, NamesPolicyARN {
            package var policyArn: String

            package init(policyArn: String) {
                self.policyArn = policyArn
            }

            package init(from fields: inout FieldReader) {
                policyArn = fields.requiredString("PolicyArn", IAM.Limits.arnType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("PolicyArn", policyArn)
            }
        }

        package struct Output: WireShape {
            package var policy: IAM.Shape.Policy?

            package init(policy: IAM.Shape.Policy? = nil) {
                self.policy = policy
            }

            package init(from fields: inout FieldReader) {
                policy = fields.structure("Policy")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("Policy", policy)
            }
        }
    }
}

extension IAM {
    /// GetPolicyVersion. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetPolicyVersion.html>
    package enum GetPolicyVersion: Operation {
        package static let facts = OperationFacts(
            name: "GetPolicyVersion", service: .iam, resultWrapper: "GetPolicyVersionResult",
            errors: [Errors.noSuchEntity, Errors.invalidInput, Errors.serviceFailure])

        package struct Input: WireShape, NamesPolicyARN {
            package var policyArn: String
            package var versionId: String

            package init(policyArn: String, versionId: String) {
                self.policyArn = policyArn
                self.versionId = versionId
            }

            package init(from fields: inout FieldReader) {
                policyArn = fields.requiredString("PolicyArn", IAM.Limits.arnType)
                versionId = fields.requiredString("VersionId", IAM.Limits.policyVersionIdType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("PolicyArn", policyArn)
                writer.string("VersionId", versionId)
            }
        }

        package struct Output: WireShape {
            package var policyVersion: IAM.Shape.PolicyVersion?

            package init(policyVersion: IAM.Shape.PolicyVersion? = nil) {
                self.policyVersion = policyVersion
            }

            package init(from fields: inout FieldReader) {
                policyVersion = fields.structure("PolicyVersion")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("PolicyVersion", policyVersion)
            }
        }
    }
}

extension IAM {
    /// ListEntitiesForPolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListEntitiesForPolicy.html>
    package enum ListEntitiesForPolicy: Operation {
        package static let facts = OperationFacts(
            name: "ListEntitiesForPolicy", service: .iam,
            resultWrapper: "ListEntitiesForPolicyResult",
            errors: [Errors.noSuchEntity, Errors.invalidInput, Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated",
                resultKeys: ["PolicyGroups", "PolicyUsers", "PolicyRoles"]))

        package struct Input: WireShape, AsksForPage, FiltersByPath, NamesPolicyARN {
            package var policyArn: String
            package var entityFilter: IAM.Shape.EntityType?
            package var pathPrefix: String?
            package var policyUsageFilter: IAM.Shape.PolicyUsageType?
            package var marker: String?
            package var maxItems: Int?

            package init(
                policyArn: String, entityFilter: IAM.Shape.EntityType? = nil,
                pathPrefix: String? = nil, policyUsageFilter: IAM.Shape.PolicyUsageType? = nil,
                marker: String? = nil, maxItems: Int? = nil
            ) {
                self.policyArn = policyArn
                self.entityFilter = entityFilter
                self.pathPrefix = pathPrefix
                self.policyUsageFilter = policyUsageFilter
                self.marker = marker
                self.maxItems = maxItems
            }

            package init(from fields: inout FieldReader) {
                policyArn = fields.requiredString("PolicyArn", IAM.Limits.arnType)
                entityFilter = fields.enumeration("EntityFilter")
                pathPrefix = fields.string("PathPrefix", IAM.Limits.pathType)
                policyUsageFilter = fields.enumeration("PolicyUsageFilter")
                marker = fields.string("Marker", IAM.Limits.markerType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("PolicyArn", policyArn)
                writer.enumeration("EntityFilter", entityFilter)
                writer.string("PathPrefix", pathPrefix)
                writer.enumeration("PolicyUsageFilter", policyUsageFilter)
                writer.string("Marker", marker)
                writer.integer("MaxItems", maxItems)
            }
        }

        package struct Output: WireShape, AnswersPage {
            package var policyGroups: [IAM.Shape.PolicyGroup]?
            package var policyUsers: [IAM.Shape.PolicyUser]?
            package var policyRoles: [IAM.Shape.PolicyRole]?
            package var isTruncated: Bool?
            package var marker: String?

            package init(
                policyGroups: [IAM.Shape.PolicyGroup]? = nil,
                policyUsers: [IAM.Shape.PolicyUser]? = nil,
                policyRoles: [IAM.Shape.PolicyRole]? = nil, isTruncated: Bool? = nil,
                marker: String? = nil
            ) {
                self.policyGroups = policyGroups
                self.policyUsers = policyUsers
                self.policyRoles = policyRoles
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                policyGroups = fields.structures("PolicyGroups")
                policyUsers = fields.structures("PolicyUsers")
                policyRoles = fields.structures("PolicyRoles")
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("PolicyGroups", policyGroups)
                writer.structures("PolicyUsers", policyUsers)
                writer.structures("PolicyRoles", policyRoles)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}

extension IAM {
    /// ListPolicies. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicies.html>
    package enum ListPolicies: Operation {
        package static let facts = OperationFacts(
            name: "ListPolicies", service: .iam, resultWrapper: "ListPoliciesResult",
            errors: [Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["Policies"]))

        package struct Input: WireShape, AsksForPage, FiltersByPath {
            package var scope: IAM.Shape.PolicyScopeType?
            package var onlyAttached: Bool?
            package var pathPrefix: String?
            package var policyUsageFilter: IAM.Shape.PolicyUsageType?
            package var marker: String?
            package var maxItems: Int?

            package init(
                scope: IAM.Shape.PolicyScopeType? = nil, onlyAttached: Bool? = nil,
                pathPrefix: String? = nil, policyUsageFilter: IAM.Shape.PolicyUsageType? = nil,
                marker: String? = nil, maxItems: Int? = nil
            ) {
                self.scope = scope
                self.onlyAttached = onlyAttached
                self.pathPrefix = pathPrefix
                self.policyUsageFilter = policyUsageFilter
                self.marker = marker
                self.maxItems = maxItems
            }

            package init(from fields: inout FieldReader) {
                scope = fields.enumeration("Scope")
                onlyAttached = fields.boolean("OnlyAttached")
                pathPrefix = fields.string("PathPrefix", IAM.Limits.policyPathType)
                policyUsageFilter = fields.enumeration("PolicyUsageFilter")
                marker = fields.string("Marker", IAM.Limits.markerType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.enumeration("Scope", scope)
                writer.boolean("OnlyAttached", onlyAttached)
                writer.string("PathPrefix", pathPrefix)
                writer.enumeration("PolicyUsageFilter", policyUsageFilter)
                writer.string("Marker", marker)
                writer.integer("MaxItems", maxItems)
            }
        }

        package struct Output: WireShape, AnswersPage {
            package var policies: [IAM.Shape.Policy]?
            package var isTruncated: Bool?
            package var marker: String?

            package init(
                policies: [IAM.Shape.Policy]? = nil, isTruncated: Bool? = nil, marker: String? = nil
            ) {
                self.policies = policies
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                policies = fields.structures("Policies")
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("Policies", policies)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}

extension IAM {
    /// ListPolicyTags. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyTags.html>
    package enum ListPolicyTags: Operation {
        package static let facts = OperationFacts(
            name: "ListPolicyTags", service: .iam, resultWrapper: "ListPolicyTagsResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure, Errors.invalidInput],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["Tags"]))

        package struct Input: WireShape, AsksForPage, NamesPolicyARN {
            package var policyArn: String
            package var marker: String?
            package var maxItems: Int?

            package init(policyArn: String, marker: String? = nil, maxItems: Int? = nil) {
                self.policyArn = policyArn
                self.marker = marker
                self.maxItems = maxItems
            }

            package init(from fields: inout FieldReader) {
                policyArn = fields.requiredString("PolicyArn", IAM.Limits.arnType)
                marker = fields.string("Marker", IAM.Limits.markerType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("PolicyArn", policyArn)
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
    /// ListPolicyVersions. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPolicyVersions.html>
    package enum ListPolicyVersions: Operation {
        package static let facts = OperationFacts(
            name: "ListPolicyVersions", service: .iam, resultWrapper: "ListPolicyVersionsResult",
            errors: [Errors.noSuchEntity, Errors.invalidInput, Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["Versions"]))

        package struct Input: WireShape, AsksForPage, NamesPolicyARN {
            package var policyArn: String
            package var marker: String?
            package var maxItems: Int?

            package init(policyArn: String, marker: String? = nil, maxItems: Int? = nil) {
                self.policyArn = policyArn
                self.marker = marker
                self.maxItems = maxItems
            }

            package init(from fields: inout FieldReader) {
                policyArn = fields.requiredString("PolicyArn", IAM.Limits.arnType)
                marker = fields.string("Marker", IAM.Limits.markerType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("PolicyArn", policyArn)
                writer.string("Marker", marker)
                writer.integer("MaxItems", maxItems)
            }
        }

        package struct Output: WireShape, AnswersPage {
            package var versions: [IAM.Shape.PolicyVersion]?
            package var isTruncated: Bool?
            package var marker: String?

            package init(
                versions: [IAM.Shape.PolicyVersion]? = nil, isTruncated: Bool? = nil,
                marker: String? = nil
            ) {
                self.versions = versions
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                versions = fields.structures("Versions")
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("Versions", versions)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}

extension IAM {
    /// SetDefaultPolicyVersion. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetDefaultPolicyVersion.html>
    package enum SetDefaultPolicyVersion: Operation {
        package static let facts = OperationFacts(
            name: "SetDefaultPolicyVersion", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.invalidInput, Errors.limitExceeded,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesPolicyARN {
            package var policyArn: String
            package var versionId: String

            package init(policyArn: String, versionId: String) {
                self.policyArn = policyArn
                self.versionId = versionId
            }

            package init(from fields: inout FieldReader) {
                policyArn = fields.requiredString("PolicyArn", IAM.Limits.arnType)
                versionId = fields.requiredString("VersionId", IAM.Limits.policyVersionIdType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("PolicyArn", policyArn)
                writer.string("VersionId", versionId)
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
    /// TagPolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagPolicy.html>
    package enum TagPolicy: Operation {
        package static let facts = OperationFacts(
            name: "TagPolicy", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.limitExceeded, Errors.invalidInput,
                Errors.concurrentModification, Errors.serviceFailure,
            ])

        package struct Input: WireShape, CarriesTags, NamesPolicyARN {
            package var policyArn: String
            package var tags: [IAM.Shape.Tag]

            package init(policyArn: String, tags: [IAM.Shape.Tag]) {
                self.policyArn = policyArn
                self.tags = tags
            }

            package init(from fields: inout FieldReader) {
                policyArn = fields.requiredString("PolicyArn", IAM.Limits.arnType)
                tags = fields.requiredStructures("Tags", count: IAM.Limits.tagListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("PolicyArn", policyArn)
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
    /// UntagPolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagPolicy.html>
    package enum UntagPolicy: Operation {
        package static let facts = OperationFacts(
            name: "UntagPolicy", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.invalidInput, Errors.concurrentModification,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, CarriesTagKeys, NamesPolicyARN {
            package var policyArn: String
            package var tagKeys: [String]

            package init(policyArn: String, tagKeys: [String]) {
                self.policyArn = policyArn
                self.tagKeys = tagKeys
            }

            package init(from fields: inout FieldReader) {
                policyArn = fields.requiredString("PolicyArn", IAM.Limits.arnType)
                tagKeys = fields.requiredStrings(
                    "TagKeys", each: IAM.Limits.tagKeyType, count: IAM.Limits.tagKeyListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("PolicyArn", policyArn)
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
    /// Policy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_Policy.html>
    package struct Policy: WireShape {
        package var policyName: String?
        package var policyId: String?
        package var arn: String?
        package var path: String?
        package var defaultVersionId: String?
        package var attachmentCount: Int?
        package var permissionsBoundaryUsageCount: Int?
        package var isAttachable: Bool?
        package var description: String?
        package var createDate: Timestamp?
        package var updateDate: Timestamp?
        package var tags: [IAM.Shape.Tag]?

        package init(
            policyName: String? = nil, policyId: String? = nil, arn: String? = nil,
            path: String? = nil, defaultVersionId: String? = nil, attachmentCount: Int? = nil,
            permissionsBoundaryUsageCount: Int? = nil, isAttachable: Bool? = nil,
            description: String? = nil, createDate: Timestamp? = nil, updateDate: Timestamp? = nil,
            tags: [IAM.Shape.Tag]? = nil
        ) {
            self.policyName = policyName
            self.policyId = policyId
            self.arn = arn
            self.path = path
            self.defaultVersionId = defaultVersionId
            self.attachmentCount = attachmentCount
            self.permissionsBoundaryUsageCount = permissionsBoundaryUsageCount
            self.isAttachable = isAttachable
            self.description = description
            self.createDate = createDate
            self.updateDate = updateDate
            self.tags = tags
        }

        package init(from fields: inout FieldReader) {
            policyName = fields.string("PolicyName", IAM.Limits.policyNameType)
            policyId = fields.string("PolicyId", IAM.Limits.idType)
            arn = fields.string("Arn", IAM.Limits.arnType)
            path = fields.string("Path", IAM.Limits.policyPathType)
            defaultVersionId = fields.string("DefaultVersionId", IAM.Limits.policyVersionIdType)
            attachmentCount = fields.integer("AttachmentCount")
            permissionsBoundaryUsageCount = fields.integer("PermissionsBoundaryUsageCount")
            isAttachable = fields.boolean("IsAttachable")
            description = fields.string("Description", IAM.Limits.policyDescriptionType)
            createDate = fields.timestamp("CreateDate")
            updateDate = fields.timestamp("UpdateDate")
            tags = fields.structures("Tags", count: IAM.Limits.tagListType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("PolicyName", policyName)
            writer.string("PolicyId", policyId)
            writer.string("Arn", arn)
            writer.string("Path", path)
            writer.string("DefaultVersionId", defaultVersionId)
            writer.integer("AttachmentCount", attachmentCount)
            writer.integer("PermissionsBoundaryUsageCount", permissionsBoundaryUsageCount)
            writer.boolean("IsAttachable", isAttachable)
            writer.string("Description", description)
            writer.timestamp("CreateDate", createDate)
            writer.timestamp("UpdateDate", updateDate)
            writer.structures("Tags", tags)
        }
    }
}

extension IAM.Shape {
    /// PolicyGroup. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyGroup.html>
    package struct PolicyGroup: WireShape {
        package var groupName: String?
        package var groupId: String?

        package init(groupName: String? = nil, groupId: String? = nil) {
            self.groupName = groupName
            self.groupId = groupId
        }

        package init(from fields: inout FieldReader) {
            groupName = fields.string("GroupName", IAM.Limits.groupNameType)
            groupId = fields.string("GroupId", IAM.Limits.idType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("GroupName", groupName)
            writer.string("GroupId", groupId)
        }
    }
}

extension IAM.Shape {
    /// PolicyRole. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyRole.html>
    package struct PolicyRole: WireShape {
        package var roleName: String?
        package var roleId: String?

        package init(roleName: String? = nil, roleId: String? = nil) {
            self.roleName = roleName
            self.roleId = roleId
        }

        package init(from fields: inout FieldReader) {
            roleName = fields.string("RoleName", IAM.Limits.roleNameType)
            roleId = fields.string("RoleId", IAM.Limits.idType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("RoleName", roleName)
            writer.string("RoleId", roleId)
        }
    }
}

extension IAM.Shape {
    /// PolicyUser. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyUser.html>
    package struct PolicyUser: WireShape {
        package var userName: String?
        package var userId: String?

        package init(userName: String? = nil, userId: String? = nil) {
            self.userName = userName
            self.userId = userId
        }

        package init(from fields: inout FieldReader) {
            userName = fields.string("UserName", IAM.Limits.userNameType)
            userId = fields.string("UserId", IAM.Limits.idType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("UserName", userName)
            writer.string("UserId", userId)
        }
    }
}

extension IAM.Shape {
    /// PolicyUsageType.
    package enum PolicyUsageType: String, WireEnum {
        case permissionsPolicy = "PermissionsPolicy"
        case permissionsBoundary = "PermissionsBoundary"
    }
}

extension IAM.Shape {
    /// policyScopeType.
    package enum PolicyScopeType: String, WireEnum {
        case all = "All"
        case aws = "AWS"
        case local = "Local"
    }
}
