// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension IAM.Shape {
    /// AttachedPermissionsBoundary. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachedPermissionsBoundary.html>
    package struct AttachedPermissionsBoundary: WireShape {
        package var permissionsBoundaryType: IAM.Shape.PermissionsBoundaryAttachmentType?
        package var permissionsBoundaryArn: String?

        package init(
            permissionsBoundaryType: IAM.Shape.PermissionsBoundaryAttachmentType? = nil,
            permissionsBoundaryArn: String? = nil
        ) {
            self.permissionsBoundaryType = permissionsBoundaryType
            self.permissionsBoundaryArn = permissionsBoundaryArn
        }

        package init(from fields: inout FieldReader) {
            permissionsBoundaryType = fields.enumeration("PermissionsBoundaryType")
            permissionsBoundaryArn = fields.string("PermissionsBoundaryArn", IAM.Limits.arnType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.enumeration("PermissionsBoundaryType", permissionsBoundaryType)
            writer.string("PermissionsBoundaryArn", permissionsBoundaryArn)
        }
    }
}

extension IAM.Shape {
    /// AttachedPolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachedPolicy.html>
    package struct AttachedPolicy: WireShape {
        package var policyName: String?
        package var policyArn: String?

        package init(policyName: String? = nil, policyArn: String? = nil) {
            self.policyName = policyName
            self.policyArn = policyArn
        }

        package init(from fields: inout FieldReader) {
            policyName = fields.string("PolicyName", IAM.Limits.policyNameType)
            policyArn = fields.string("PolicyArn", IAM.Limits.arnType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("PolicyName", policyName)
            writer.string("PolicyArn", policyArn)
        }
    }
}

extension IAM.Shape {
    /// ContextProvider. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextProvider.html>
    package struct ContextProvider: WireShape {
        package var keyDefinitionList: [IAM.Shape.ContextProviderKeyDefinition]?
        package var subjectSourceKey: String
        package var subjectTypeValue: String?
        package var subjectTypeSourceKey: String?

        package init(
            subjectSourceKey: String,
            keyDefinitionList: [IAM.Shape.ContextProviderKeyDefinition]? = nil,
            subjectTypeValue: String? = nil, subjectTypeSourceKey: String? = nil
        ) {
            self.keyDefinitionList = keyDefinitionList
            self.subjectSourceKey = subjectSourceKey
            self.subjectTypeValue = subjectTypeValue
            self.subjectTypeSourceKey = subjectTypeSourceKey
        }

        package init(from fields: inout FieldReader) {
            keyDefinitionList = fields.structures(
                "KeyDefinitionList", count: IAM.Limits.keyDefinitionListType)
            subjectSourceKey = fields.requiredString(
                "SubjectSourceKey", IAM.Limits.contextProviderSourceKeyType)
            subjectTypeValue = fields.string("SubjectTypeValue", IAM.Limits.subjectTypeValueType)
            subjectTypeSourceKey = fields.string(
                "SubjectTypeSourceKey", IAM.Limits.contextProviderSourceKeyType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.structures("KeyDefinitionList", keyDefinitionList)
            writer.string("SubjectSourceKey", subjectSourceKey)
            writer.string("SubjectTypeValue", subjectTypeValue)
            writer.string("SubjectTypeSourceKey", subjectTypeSourceKey)
        }
    }
}

extension IAM.Shape {
    /// ContextProviderKeyDefinition. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextProviderKeyDefinition.html>
    package struct ContextProviderKeyDefinition: WireShape {
        package var sourceKey: String
        package var targetKey: String?

        package init(sourceKey: String, targetKey: String? = nil) {
            self.sourceKey = sourceKey
            self.targetKey = targetKey
        }

        package init(from fields: inout FieldReader) {
            sourceKey = fields.requiredString("SourceKey", IAM.Limits.contextProviderSourceKeyType)
            targetKey = fields.string("TargetKey", IAM.Limits.contextProviderTargetKeyType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("SourceKey", sourceKey)
            writer.string("TargetKey", targetKey)
        }
    }
}

extension IAM.Shape {
    /// InstanceProfile. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_InstanceProfile.html>
    package struct InstanceProfile: WireShape {
        package var path: String
        package var instanceProfileName: String
        package var instanceProfileId: String
        package var arn: String
        package var createDate: Timestamp
        package var roles: [IAM.Shape.Role]
        package var tags: [IAM.Shape.Tag]?

        package init(
            path: String, instanceProfileName: String, instanceProfileId: String, arn: String,
            createDate: Timestamp, roles: [IAM.Shape.Role], tags: [IAM.Shape.Tag]? = nil
        ) {
            self.path = path
            self.instanceProfileName = instanceProfileName
            self.instanceProfileId = instanceProfileId
            self.arn = arn
            self.createDate = createDate
            self.roles = roles
            self.tags = tags
        }

        package init(from fields: inout FieldReader) {
            path = fields.requiredString("Path", IAM.Limits.pathType)
            instanceProfileName = fields.requiredString(
                "InstanceProfileName", IAM.Limits.instanceProfileNameType)
            instanceProfileId = fields.requiredString("InstanceProfileId", IAM.Limits.idType)
            arn = fields.requiredString("Arn", IAM.Limits.arnType)
            createDate = fields.requiredTimestamp("CreateDate")
            roles = fields.requiredStructures("Roles")
            tags = fields.structures("Tags", count: IAM.Limits.tagListType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("Path", path)
            writer.string("InstanceProfileName", instanceProfileName)
            writer.string("InstanceProfileId", instanceProfileId)
            writer.string("Arn", arn)
            writer.timestamp("CreateDate", createDate)
            writer.structures("Roles", roles)
            writer.structures("Tags", tags)
        }
    }
}

extension IAM.Shape {
    /// PolicyVersion. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyVersion.html>
    package struct PolicyVersion: WireShape {
        package var document: String?
        package var versionId: String?
        package var isDefaultVersion: Bool?
        package var createDate: Timestamp?

        package init(
            document: String? = nil, versionId: String? = nil, isDefaultVersion: Bool? = nil,
            createDate: Timestamp? = nil
        ) {
            self.document = document
            self.versionId = versionId
            self.isDefaultVersion = isDefaultVersion
            self.createDate = createDate
        }

        package init(from fields: inout FieldReader) {
            document = fields.string("Document", IAM.Limits.policyDocumentType)
            versionId = fields.string("VersionId", IAM.Limits.policyVersionIdType)
            isDefaultVersion = fields.boolean("IsDefaultVersion")
            createDate = fields.timestamp("CreateDate")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("Document", document)
            writer.string("VersionId", versionId)
            writer.boolean("IsDefaultVersion", isDefaultVersion)
            writer.timestamp("CreateDate", createDate)
        }
    }
}

extension IAM.Shape {
    /// Role. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_Role.html>
    package struct Role: WireShape {
        package var path: String
        package var roleName: String
        package var roleId: String
        package var arn: String
        package var createDate: Timestamp
        package var assumeRolePolicyDocument: String?
        package var description: String?
        package var maxSessionDuration: Int?
        package var maxSigninSessionDuration: Int?
        package var permissionsBoundary: IAM.Shape.AttachedPermissionsBoundary?
        package var tags: [IAM.Shape.Tag]?
        package var roleLastUsed: IAM.Shape.RoleLastUsed?
        package var sourceRoleTemplate: IAM.Shape.SourceRoleTemplate?

        package init(
            path: String, roleName: String, roleId: String, arn: String, createDate: Timestamp,
            assumeRolePolicyDocument: String? = nil, description: String? = nil,
            maxSessionDuration: Int? = nil, maxSigninSessionDuration: Int? = nil,
            permissionsBoundary: IAM.Shape.AttachedPermissionsBoundary? = nil,
            tags: [IAM.Shape.Tag]? = nil, roleLastUsed: IAM.Shape.RoleLastUsed? = nil,
            sourceRoleTemplate: IAM.Shape.SourceRoleTemplate? = nil
        ) {
            self.path = path
            self.roleName = roleName
            self.roleId = roleId
            self.arn = arn
            self.createDate = createDate
            self.assumeRolePolicyDocument = assumeRolePolicyDocument
            self.description = description
            self.maxSessionDuration = maxSessionDuration
            self.maxSigninSessionDuration = maxSigninSessionDuration
            self.permissionsBoundary = permissionsBoundary
            self.tags = tags
            self.roleLastUsed = roleLastUsed
            self.sourceRoleTemplate = sourceRoleTemplate
        }

        package init(from fields: inout FieldReader) {
            path = fields.requiredString("Path", IAM.Limits.pathType)
            roleName = fields.requiredString("RoleName", IAM.Limits.roleNameType)
            roleId = fields.requiredString("RoleId", IAM.Limits.idType)
            arn = fields.requiredString("Arn", IAM.Limits.arnType)
            createDate = fields.requiredTimestamp("CreateDate")
            assumeRolePolicyDocument = fields.string(
                "AssumeRolePolicyDocument", IAM.Limits.policyDocumentType)
            description = fields.string("Description", IAM.Limits.roleDescriptionType)
            maxSessionDuration = fields.integer(
                "MaxSessionDuration", IAM.Limits.roleMaxSessionDurationType)
            maxSigninSessionDuration = fields.integer(
                "MaxSigninSessionDuration", IAM.Limits.maxSigninSessionDurationType)
            permissionsBoundary = fields.structure("PermissionsBoundary")
            tags = fields.structures("Tags", count: IAM.Limits.tagListType)
            roleLastUsed = fields.structure("RoleLastUsed")
            sourceRoleTemplate = fields.structure("SourceRoleTemplate")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("Path", path)
            writer.string("RoleName", roleName)
            writer.string("RoleId", roleId)
            writer.string("Arn", arn)
            writer.timestamp("CreateDate", createDate)
            writer.string("AssumeRolePolicyDocument", assumeRolePolicyDocument)
            writer.string("Description", description)
            writer.integer("MaxSessionDuration", maxSessionDuration)
            writer.integer("MaxSigninSessionDuration", maxSigninSessionDuration)
            writer.structure("PermissionsBoundary", permissionsBoundary)
            writer.structures("Tags", tags)
            writer.structure("RoleLastUsed", roleLastUsed)
            writer.structure("SourceRoleTemplate", sourceRoleTemplate)
        }
    }
}

extension IAM.Shape {
    /// RoleLastUsed. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleLastUsed.html>
    package struct RoleLastUsed: WireShape {
        package var lastUsedDate: Timestamp?
        package var region: String?

        package init(lastUsedDate: Timestamp? = nil, region: String? = nil) {
            self.lastUsedDate = lastUsedDate
            self.region = region
        }

        package init(from fields: inout FieldReader) {
            lastUsedDate = fields.timestamp("LastUsedDate")
            region = fields.string("Region")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.timestamp("LastUsedDate", lastUsedDate)
            writer.string("Region", region)
        }
    }
}

extension IAM.Shape {
    /// SourceRoleTemplate. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_SourceRoleTemplate.html>
    package struct SourceRoleTemplate: WireShape {
        package var templateArn: String
        package var templateMinorVersion: Int

        package init(templateArn: String, templateMinorVersion: Int) {
            self.templateArn = templateArn
            self.templateMinorVersion = templateMinorVersion
        }

        package init(from fields: inout FieldReader) {
            templateArn = fields.requiredString("TemplateArn", IAM.Limits.arnType)
            templateMinorVersion = fields.requiredInteger("TemplateMinorVersion")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("TemplateArn", templateArn)
            writer.integer("TemplateMinorVersion", templateMinorVersion)
        }
    }
}

extension IAM.Shape {
    /// Tag. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html>
    package struct Tag: WireShape {
        package var key: String
        package var value: String

        package init(key: String, value: String) {
            self.key = key
            self.value = value
        }

        package init(from fields: inout FieldReader) {
            key = fields.requiredString("Key", IAM.Limits.tagKeyType)
            value = fields.requiredString("Value", IAM.Limits.tagValueType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("Key", key)
            writer.string("Value", value)
        }
    }
}

extension IAM.Shape {
    /// User. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_User.html>
    package struct User: WireShape {
        package var path: String?
        package var userName: String?
        package var userId: String
        package var arn: String
        package var createDate: Timestamp
        package var passwordLastUsed: Timestamp?
        package var permissionsBoundary: IAM.Shape.AttachedPermissionsBoundary?
        package var tags: [IAM.Shape.Tag]?

        package init(
            userId: String, arn: String, createDate: Timestamp, path: String? = nil,
            userName: String? = nil, passwordLastUsed: Timestamp? = nil,
            permissionsBoundary: IAM.Shape.AttachedPermissionsBoundary? = nil,
            tags: [IAM.Shape.Tag]? = nil
        ) {
            self.path = path
            self.userName = userName
            self.userId = userId
            self.arn = arn
            self.createDate = createDate
            self.passwordLastUsed = passwordLastUsed
            self.permissionsBoundary = permissionsBoundary
            self.tags = tags
        }

        package init(from fields: inout FieldReader) {
            path = fields.string("Path", IAM.Limits.pathType)
            userName = fields.string("UserName", IAM.Limits.userNameType)
            userId = fields.requiredString("UserId", IAM.Limits.idType)
            arn = fields.requiredString("Arn", IAM.Limits.arnType)
            createDate = fields.requiredTimestamp("CreateDate")
            passwordLastUsed = fields.timestamp("PasswordLastUsed")
            permissionsBoundary = fields.structure("PermissionsBoundary")
            tags = fields.structures("Tags", count: IAM.Limits.tagListType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("Path", path)
            writer.string("UserName", userName)
            writer.string("UserId", userId)
            writer.string("Arn", arn)
            writer.timestamp("CreateDate", createDate)
            writer.timestamp("PasswordLastUsed", passwordLastUsed)
            writer.structure("PermissionsBoundary", permissionsBoundary)
            writer.structures("Tags", tags)
        }
    }
}

extension IAM.Shape {
    /// EntityType.
    package enum EntityType: String, WireEnum {
        case user = "User"
        case role = "Role"
        case group = "Group"
        case localManagedPolicy = "LocalManagedPolicy"
        case awsManagedPolicy = "AWSManagedPolicy"
    }
}

extension IAM.Shape {
    /// PermissionsBoundaryAttachmentType.
    package enum PermissionsBoundaryAttachmentType: String, WireEnum {
        case permissionsBoundaryPolicy = "PermissionsBoundaryPolicy"
        case policy = "Policy"
    }
}

extension IAM.Shape {
    /// statusType.
    package enum StatusType: String, WireEnum {
        case active = "Active"
        case inactive = "Inactive"
        case expired = "Expired"
    }
}
