// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire

extension IAM {
    /// CreateRole. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html>
    package enum CreateRole: Operation {
        package static let facts = OperationFacts(
            name: "CreateRole", service: .iam, resultWrapper: "CreateRoleResult",
            errors: [
                Errors.limitExceeded, Errors.invalidInput, Errors.entityAlreadyExists,
                Errors.malformedPolicyDocument, Errors.concurrentModification,
                Errors.serviceFailure, Errors.noSuchEntity,
            ])

        package struct Input: WireShape, NamesRole {
            package var path: String?
            package var roleName: String
            package var assumeRolePolicyDocument: String
            package var description: String?
            package var maxSessionDuration: Int?
            package var maxSigninSessionDuration: Int?
            package var permissionsBoundary: String?
            package var tags: [IAM.Shape.Tag]?

            package init(
                roleName: String, assumeRolePolicyDocument: String, path: String? = nil,
                description: String? = nil, maxSessionDuration: Int? = nil,
                maxSigninSessionDuration: Int? = nil, permissionsBoundary: String? = nil,
                tags: [IAM.Shape.Tag]? = nil
            ) {
                self.path = path
                self.roleName = roleName
                self.assumeRolePolicyDocument = assumeRolePolicyDocument
                self.description = description
                self.maxSessionDuration = maxSessionDuration
                self.maxSigninSessionDuration = maxSigninSessionDuration
                self.permissionsBoundary = permissionsBoundary
                self.tags = tags
            }

            package init(from fields: inout FieldReader) {
                path = fields.string("Path", IAM.Limits.pathType)
                roleName = fields.requiredString("RoleName", IAM.Limits.roleNameType)
                assumeRolePolicyDocument = fields.requiredString(
                    "AssumeRolePolicyDocument", IAM.Limits.policyDocumentType)
                description = fields.string("Description", IAM.Limits.roleDescriptionType)
                maxSessionDuration = fields.integer(
                    "MaxSessionDuration", IAM.Limits.roleMaxSessionDurationType)
                maxSigninSessionDuration = fields.integer(
                    "MaxSigninSessionDuration", IAM.Limits.maxSigninSessionDurationType)
                permissionsBoundary = fields.string("PermissionsBoundary", IAM.Limits.arnType)
                tags = fields.structures("Tags", count: IAM.Limits.tagListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("Path", path)
                writer.string("RoleName", roleName)
                writer.string("AssumeRolePolicyDocument", assumeRolePolicyDocument)
                writer.string("Description", description)
                writer.integer("MaxSessionDuration", maxSessionDuration)
                writer.integer("MaxSigninSessionDuration", maxSigninSessionDuration)
                writer.string("PermissionsBoundary", permissionsBoundary)
                writer.structures("Tags", tags)
            }
        }

        package struct Output: WireShape {
            package var role: IAM.Shape.Role

            package init(role: IAM.Shape.Role) {
                self.role = role
            }

            package init(from fields: inout FieldReader) {
                role = fields.requiredStructure("Role")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("Role", role)
            }
        }
    }
}

extension IAM {
    /// DeleteRole. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html>
    package enum DeleteRole: Operation {
        package static let facts = OperationFacts(
            name: "DeleteRole", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.deleteConflict, Errors.limitExceeded,
                Errors.unmodifiableEntity, Errors.concurrentModification, Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesRole {
            package var roleName: String

            package init(roleName: String) {
                self.roleName = roleName
            }

            package init(from fields: inout FieldReader) {
                roleName = fields.requiredString("RoleName", IAM.Limits.roleNameType)
            }

            package func encode(into writer: inout FieldWriter) {
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
    /// GetRole. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html>
    package enum GetRole: Operation {
        package static let facts = OperationFacts(
            name: "GetRole", service: .iam, resultWrapper: "GetRoleResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure])

        package struct Input: WireShape, NamesRole {
            package var roleName: String

            package init(roleName: String) {
                self.roleName = roleName
            }

            package init(from fields: inout FieldReader) {
                roleName = fields.requiredString("RoleName", IAM.Limits.roleNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("RoleName", roleName)
            }
        }

        package struct Output: WireShape {
            package var role: IAM.Shape.Role

            package init(role: IAM.Shape.Role) {
                self.role = role
            }

            package init(from fields: inout FieldReader) {
                role = fields.requiredStructure("Role")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("Role", role)
            }
        }
    }
}

extension IAM {
    /// ListRoleTags. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoleTags.html>
    package enum ListRoleTags: Operation {
        package static let facts = OperationFacts(
            name: "ListRoleTags", service: .iam, resultWrapper: "ListRoleTagsResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["Tags"]))

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
    /// ListRoles. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html>
    package enum ListRoles: Operation {
        package static let facts = OperationFacts(
            name: "ListRoles", service: .iam, resultWrapper: "ListRolesResult",
            errors: [Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["Roles"]))

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
            package var roles: [IAM.Shape.Role]
            package var isTruncated: Bool?
            package var marker: String?

            package init(roles: [IAM.Shape.Role], isTruncated: Bool? = nil, marker: String? = nil) {
                self.roles = roles
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                roles = fields.requiredStructures("Roles")
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("Roles", roles)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}

extension IAM {
    /// TagRole. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagRole.html>
    package enum TagRole: Operation {
        package static let facts = OperationFacts(
            name: "TagRole", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.limitExceeded, Errors.invalidInput,
                Errors.concurrentModification, Errors.serviceFailure,
            ])

        package struct Input: WireShape, CarriesTags, NamesRole {
            package var roleName: String
            package var tags: [IAM.Shape.Tag]

            package init(roleName: String, tags: [IAM.Shape.Tag]) {
                self.roleName = roleName
                self.tags = tags
            }

            package init(from fields: inout FieldReader) {
                roleName = fields.requiredString("RoleName", IAM.Limits.roleNameType)
                tags = fields.requiredStructures("Tags", count: IAM.Limits.tagListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("RoleName", roleName)
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
    /// UntagRole. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagRole.html>
    package enum UntagRole: Operation {
        package static let facts = OperationFacts(
            name: "UntagRole", service: .iam,
            errors: [Errors.noSuchEntity, Errors.concurrentModification, Errors.serviceFailure])

        package struct Input: WireShape, CarriesTagKeys, NamesRole {
            package var roleName: String
            package var tagKeys: [String]

            package init(roleName: String, tagKeys: [String]) {
                self.roleName = roleName
                self.tagKeys = tagKeys
            }

            package init(from fields: inout FieldReader) {
                roleName = fields.requiredString("RoleName", IAM.Limits.roleNameType)
                tagKeys = fields.requiredStrings(
                    "TagKeys", each: IAM.Limits.tagKeyType, count: IAM.Limits.tagKeyListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("RoleName", roleName)
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
    /// UpdateAssumeRolePolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html>
    package enum UpdateAssumeRolePolicy: Operation {
        package static let facts = OperationFacts(
            name: "UpdateAssumeRolePolicy", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.malformedPolicyDocument, Errors.limitExceeded,
                Errors.unmodifiableEntity, Errors.serviceFailure,
            ])

        package struct Input: WireShape, CarriesPolicy, NamesRole {
            package var roleName: String
            package var policyDocument: String

            package init(roleName: String, policyDocument: String) {
                self.roleName = roleName
                self.policyDocument = policyDocument
            }

            package init(from fields: inout FieldReader) {
                roleName = fields.requiredString("RoleName", IAM.Limits.roleNameType)
                policyDocument = fields.requiredString(
                    "PolicyDocument", IAM.Limits.policyDocumentType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("RoleName", roleName)
                writer.string("PolicyDocument", policyDocument)
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
    /// UpdateRole. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRole.html>
    package enum UpdateRole: Operation {
        package static let facts = OperationFacts(
            name: "UpdateRole", service: .iam, resultWrapper: "UpdateRoleResult",
            errors: [
                Errors.unmodifiableEntity, Errors.noSuchEntity, Errors.invalidInput,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesRole {
            package var roleName: String
            package var description: String?
            package var maxSessionDuration: Int?
            package var maxSigninSessionDuration: Int?
            package var resetMaxSigninSessionDuration: Bool?

            package init(
                roleName: String, description: String? = nil, maxSessionDuration: Int? = nil,
                maxSigninSessionDuration: Int? = nil, resetMaxSigninSessionDuration: Bool? = nil
            ) {
                self.roleName = roleName
                self.description = description
                self.maxSessionDuration = maxSessionDuration
                self.maxSigninSessionDuration = maxSigninSessionDuration
                self.resetMaxSigninSessionDuration = resetMaxSigninSessionDuration
            }

            package init(from fields: inout FieldReader) {
                roleName = fields.requiredString("RoleName", IAM.Limits.roleNameType)
                description = fields.string("Description", IAM.Limits.roleDescriptionType)
                maxSessionDuration = fields.integer(
                    "MaxSessionDuration", IAM.Limits.roleMaxSessionDurationType)
                maxSigninSessionDuration = fields.integer(
                    "MaxSigninSessionDuration", IAM.Limits.maxSigninSessionDurationType)
                resetMaxSigninSessionDuration = fields.boolean("ResetMaxSigninSessionDuration")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("RoleName", roleName)
                writer.string("Description", description)
                writer.integer("MaxSessionDuration", maxSessionDuration)
                writer.integer("MaxSigninSessionDuration", maxSigninSessionDuration)
                writer.boolean("ResetMaxSigninSessionDuration", resetMaxSigninSessionDuration)
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
    /// UpdateRoleDescription. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateRoleDescription.html>
    package enum UpdateRoleDescription: Operation {
        package static let facts = OperationFacts(
            name: "UpdateRoleDescription", service: .iam,
            resultWrapper: "UpdateRoleDescriptionResult",
            errors: [Errors.noSuchEntity, Errors.unmodifiableEntity, Errors.serviceFailure])

        package struct Input: WireShape, NamesRole {
            package var roleName: String
            package var description: String

            package init(roleName: String, description: String) {
                self.roleName = roleName
                self.description = description
            }

            package init(from fields: inout FieldReader) {
                roleName = fields.requiredString("RoleName", IAM.Limits.roleNameType)
                description = fields.requiredString("Description", IAM.Limits.roleDescriptionType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("RoleName", roleName)
                writer.string("Description", description)
            }
        }

        package struct Output: WireShape {
            package var role: IAM.Shape.Role?

            package init(role: IAM.Shape.Role? = nil) {
                self.role = role
            }

            package init(from fields: inout FieldReader) {
                role = fields.structure("Role")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("Role", role)
            }
        }
    }
}
