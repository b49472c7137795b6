// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire

extension IAM {
    /// AddRoleToInstanceProfile. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html>
    package enum AddRoleToInstanceProfile: Operation {
        package static let facts = OperationFacts(
            name: "AddRoleToInstanceProfile", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.entityAlreadyExists, Errors.limitExceeded,
                Errors.unmodifiableEntity, Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesInstanceProfile, NamesRole {
            package var instanceProfileName: String
            package var roleName: String

            package init(instanceProfileName: String, roleName: String) {
                self.instanceProfileName = instanceProfileName
                self.roleName = roleName
            }

            package init(from fields: inout FieldReader) {
                instanceProfileName = fields.requiredString(
                    "InstanceProfileName", IAM.Limits.instanceProfileNameType)
                roleName = fields.requiredString("RoleName", IAM.Limits.roleNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("InstanceProfileName", instanceProfileName)
                writer.string("RoleName", roleName)
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
    /// CreateInstanceProfile. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateInstanceProfile.html>
    package enum CreateInstanceProfile: Operation {
        package static let facts = OperationFacts(
            name: "CreateInstanceProfile", service: .iam,
            resultWrapper: "CreateInstanceProfileResult",
            errors: [
                Errors.entityAlreadyExists, Errors.invalidInput, Errors.limitExceeded,
                Errors.concurrentModification, Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesInstanceProfile {
            package var instanceProfileName: String
            package var path: String?
            package var tags: [IAM.Shape.Tag]?

            package init(
                instanceProfileName: String, path: String? = nil, tags: [IAM.Shape.Tag]? = nil
            ) {
                self.instanceProfileName = instanceProfileName
                self.path = path
                self.tags = tags
            }

            package init(from fields: inout FieldReader) {
                instanceProfileName = fields.requiredString(
                    "InstanceProfileName", IAM.Limits.instanceProfileNameType)
                path = fields.string("Path", IAM.Limits.pathType)
                tags = fields.structures("Tags", count: IAM.Limits.tagListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("InstanceProfileName", instanceProfileName)
                writer.string("Path", path)
                writer.structures("Tags", tags)
            }
        }

        package struct Output: WireShape {
            package var instanceProfile: IAM.Shape.InstanceProfile

            package init(instanceProfile: IAM.Shape.InstanceProfile) {
                self.instanceProfile = instanceProfile
            }

            package init(from fields: inout FieldReader) {
                instanceProfile = fields.requiredStructure("InstanceProfile")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("InstanceProfile", instanceProfile)
            }
        }
    }
}

extension IAM {
    /// DeleteInstanceProfile. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteInstanceProfile.html>
    package enum DeleteInstanceProfile: Operation {
        package static let facts = OperationFacts(
            name: "DeleteInstanceProfile", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.deleteConflict, Errors.limitExceeded,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesInstanceProfile {
            package var instanceProfileName: String

            package init(instanceProfileName: String) {
                self.instanceProfileName = instanceProfileName
            }

            package init(from fields: inout FieldReader) {
                instanceProfileName = fields.requiredString(
                    "InstanceProfileName", IAM.Limits.instanceProfileNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("InstanceProfileName", instanceProfileName)
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
    /// GetInstanceProfile. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetInstanceProfile.html>
    package enum GetInstanceProfile: Operation {
        package static let facts = OperationFacts(
            name: "GetInstanceProfile", service: .iam, resultWrapper: "GetInstanceProfileResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure])

        package struct Input: WireShape, NamesInstanceProfile {
            package var instanceProfileName: String

            package init(instanceProfileName: String) {
                self.instanceProfileName = instanceProfileName
            }

            package init(from fields: inout FieldReader) {
                instanceProfileName = fields.requiredString(
                    "InstanceProfileName", IAM.Limits.instanceProfileNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("InstanceProfileName", instanceProfileName)
            }
        }

        package struct Output: WireShape {
            package var instanceProfile: IAM.Shape.InstanceProfile

            package init(instanceProfile: IAM.Shape.InstanceProfile) {
                self.instanceProfile = instanceProfile
            }

            package init(from fields: inout FieldReader) {
                instanceProfile = fields.requiredStructure("InstanceProfile")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("InstanceProfile", instanceProfile)
            }
        }
    }
}

extension IAM {
    /// ListInstanceProfileTags. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfileTags.html>
    package enum ListInstanceProfileTags: Operation {
        package static let facts = OperationFacts(
            name: "ListInstanceProfileTags", service: .iam,
            resultWrapper: "ListInstanceProfileTagsResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["Tags"]))

        package struct Input: WireShape, AsksForPage, NamesInstanceProfile {
            package var instanceProfileName: String
            package var marker: String?
            package var maxItems: Int?

            package init(instanceProfileName: String, marker: String? = nil, maxItems: Int? = nil) {
                self.instanceProfileName = instanceProfileName
                self.marker = marker
                self.maxItems = maxItems
            }

            package init(from fields: inout FieldReader) {
                instanceProfileName = fields.requiredString(
                    "InstanceProfileName", IAM.Limits.instanceProfileNameType)
                marker = fields.string("Marker", IAM.Limits.markerType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("InstanceProfileName", instanceProfileName)
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
    /// ListInstanceProfiles. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfiles.html>
    package enum ListInstanceProfiles: Operation {
        package static let facts = OperationFacts(
            name: "ListInstanceProfiles", service: .iam,
            resultWrapper: "ListInstanceProfilesResult", errors: [Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["InstanceProfiles"]))

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
            package var instanceProfiles: [IAM.Shape.InstanceProfile]
            package var isTruncated: Bool?
            package var marker: String?

            package init(
                instanceProfiles: [IAM.Shape.InstanceProfile], isTruncated: Bool? = nil,
                marker: String? = nil
            ) {
                self.instanceProfiles = instanceProfiles
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                instanceProfiles = fields.requiredStructures("InstanceProfiles")
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("InstanceProfiles", instanceProfiles)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}

extension IAM {
    /// ListInstanceProfilesForRole. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListInstanceProfilesForRole.html>
    package enum ListInstanceProfilesForRole: Operation {
        package static let facts = OperationFacts(
            name: "ListInstanceProfilesForRole", service: .iam,
            resultWrapper: "ListInstanceProfilesForRoleResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["InstanceProfiles"]))

        package struct Input: WireShape, AsksForPage, NamesRole {
            package var roleName: String
            package var marker: String?
            package var maxItems: Int?

            package init(roleName: String, marker: String? = nil, maxItems: Int? = nil) {
                self.roleName = roleName
                self.marker = marker
                self.maxItems = maxItems
            }

            package init(from fields: inout FieldReader) {
                roleName = fields.requiredString("RoleName", IAM.Limits.roleNameType)
                marker = fields.string("Marker", IAM.Limits.markerType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("RoleName", roleName)
                writer.string("Marker", marker)
                writer.integer("MaxItems", maxItems)
            }
        }

        package struct Output: WireShape, AnswersPage {
            package var instanceProfiles: [IAM.Shape.InstanceProfile]
            package var isTruncated: Bool?
            package var marker: String?

            package init(
                instanceProfiles: [IAM.Shape.InstanceProfile], isTruncated: Bool? = nil,
                marker: String? = nil
            ) {
                self.instanceProfiles = instanceProfiles
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                instanceProfiles = fields.requiredStructures("InstanceProfiles")
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("InstanceProfiles", instanceProfiles)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}

extension IAM {
    /// RemoveRoleFromInstanceProfile. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_RemoveRoleFromInstanceProfile.html>
    package enum RemoveRoleFromInstanceProfile: Operation {
        package static let facts = OperationFacts(
            name: "RemoveRoleFromInstanceProfile", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.limitExceeded, Errors.unmodifiableEntity,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesInstanceProfile, NamesRole {
            package var instanceProfileName: String
            package var roleName: String

            package init(instanceProfileName: String, roleName: String) {
                self.instanceProfileName = instanceProfileName
                self.roleName = roleName
            }

            package init(from fields: inout FieldReader) {
                instanceProfileName = fields.requiredString(
                    "InstanceProfileName", IAM.Limits.instanceProfileNameType)
                roleName = fields.requiredString("RoleName", IAM.Limits.roleNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("InstanceProfileName", instanceProfileName)
                writer.string("RoleName", roleName)
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
    /// TagInstanceProfile. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagInstanceProfile.html>
    package enum TagInstanceProfile: Operation {
        package static let facts = OperationFacts(
            name: "TagInstanceProfile", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.invalidInput, Errors.limitExceeded,
                Errors.concurrentModification, Errors.serviceFailure,
            ])

        package struct Input: WireShape, CarriesTags, NamesInstanceProfile {
            package var instanceProfileName: String
            package var tags: [IAM.Shape.Tag]

            package init(instanceProfileName: String, tags: [IAM.Shape.Tag]) {
                self.instanceProfileName = instanceProfileName
                self.tags = tags
            }

            package init(from fields: inout FieldReader) {
                instanceProfileName = fields.requiredString(
                    "InstanceProfileName", IAM.Limits.instanceProfileNameType)
                tags = fields.requiredStructures("Tags", count: IAM.Limits.tagListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("InstanceProfileName", instanceProfileName)
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
    /// UntagInstanceProfile. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagInstanceProfile.html>
    package enum UntagInstanceProfile: Operation {
        package static let facts = OperationFacts(
            name: "UntagInstanceProfile", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.invalidInput, Errors.concurrentModification,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, CarriesTagKeys, NamesInstanceProfile {
            package var instanceProfileName: String
            package var tagKeys: [String]

            package init(instanceProfileName: String, tagKeys: [String]) {
                self.instanceProfileName = instanceProfileName
                self.tagKeys = tagKeys
            }

            package init(from fields: inout FieldReader) {
                instanceProfileName = fields.requiredString(
                    "InstanceProfileName", IAM.Limits.instanceProfileNameType)
                tagKeys = fields.requiredStrings(
                    "TagKeys", each: IAM.Limits.tagKeyType, count: IAM.Limits.tagKeyListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("InstanceProfileName", instanceProfileName)
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
