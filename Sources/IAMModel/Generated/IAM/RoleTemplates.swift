// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension IAM {
    /// AcquireRole. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_AcquireRole.html>
    package enum AcquireRole: Operation {
        package static let facts = OperationFacts(
            name: "AcquireRole", service: .iam, resultWrapper: "AcquireRoleResult",
            errors: [
                Errors.limitExceeded, Errors.invalidInput, Errors.entityAlreadyExists,
                Errors.roleModified, Errors.nameConflict, Errors.malformedPolicyDocument,
                Errors.concurrentModification, Errors.serviceFailure, Errors.noSuchEntity,
                Errors.roleTemplateDisabled,
            ])

        package struct Input: WireShape {
            package var templateArn: String
            package var templateMinorVersion: Int?
            package var replacementValues: [ExactText: IAM.Shape.ReplacementValueEntry]?

            package init(
                templateArn: String, templateMinorVersion: Int? = nil,
                replacementValues: [ExactText: IAM.Shape.ReplacementValueEntry]? = nil
            ) {
                self.templateArn = templateArn
                self.templateMinorVersion = templateMinorVersion
                self.replacementValues = replacementValues
            }

            package init(from fields: inout FieldReader) {
                templateArn = fields.requiredString("TemplateArn", IAM.Limits.arnType)
                templateMinorVersion = fields.integer("TemplateMinorVersion")
                replacementValues = fields.structureMap(
                    "ReplacementValues", count: IAM.Limits.mapStringReplacementValueEntry)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("TemplateArn", templateArn)
                writer.integer("TemplateMinorVersion", templateMinorVersion)
                writer.structureMap("ReplacementValues", replacementValues)
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
    /// GetRoleTemplateVersion. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRoleTemplateVersion.html>
    package enum GetRoleTemplateVersion: Operation {
        package static let facts = OperationFacts(
            name: "GetRoleTemplateVersion", service: .iam,
            resultWrapper: "GetRoleTemplateVersionResult",
            errors: [Errors.noSuchEntity, Errors.invalidInput, Errors.serviceFailure])

        package struct Input: WireShape {
            package var templateArn: String
            package var minorVersion: Int?

            package init(templateArn: String, minorVersion: Int? = nil) {
                self.templateArn = templateArn
                self.minorVersion = minorVersion
            }

            package init(from fields: inout FieldReader) {
                templateArn = fields.requiredString("TemplateArn", IAM.Limits.arnType)
                minorVersion = fields.integer("MinorVersion")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("TemplateArn", templateArn)
                writer.integer("MinorVersion", minorVersion)
            }
        }

        package struct Output: WireShape {
            package var roleTemplateVersion: IAM.Shape.RoleTemplateVersion

            package init(roleTemplateVersion: IAM.Shape.RoleTemplateVersion) {
                self.roleTemplateVersion = roleTemplateVersion
            }

            package init(from fields: inout FieldReader) {
                roleTemplateVersion = fields.requiredStructure("RoleTemplateVersion")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("RoleTemplateVersion", roleTemplateVersion)
            }
        }
    }
}

extension IAM.Shape {
    /// InlinePolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_InlinePolicy.html>
    package struct InlinePolicy: WireShape {
        package var policyName: String
        package var policyDocument: String

        package init(policyName: String, policyDocument: String) {
            self.policyName = policyName
            self.policyDocument = policyDocument
        }

        package init(from fields: inout FieldReader) {
            policyName = fields.requiredString("PolicyName", IAM.Limits.policyNameType)
            policyDocument = fields.requiredString("PolicyDocument", IAM.Limits.policyDocumentType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("PolicyName", policyName)
            writer.string("PolicyDocument", policyDocument)
        }
    }
}

extension IAM.Shape {
    /// ParameterDefinition. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ParameterDefinition.html>
    package struct ParameterDefinition: WireShape {
        package var name: String
        package var type: IAM.Shape.ParameterTypeType
        package var subType: String?
        package var description: String?
        package var isRequired: Bool?
        package var defaultValue: String?
        package var immutable: Bool?

        package init(
            name: String, type: IAM.Shape.ParameterTypeType, subType: String? = nil,
            description: String? = nil, isRequired: Bool? = nil, defaultValue: String? = nil,
            immutable: Bool? = nil
        ) {
            self.name = name
            self.type = type
            self.subType = subType
            self.description = description
            self.isRequired = isRequired
            self.defaultValue = defaultValue
            self.immutable = immutable
        }

        package init(from fields: inout FieldReader) {
            name = fields.requiredString("Name", IAM.Limits.parameterNameType)
            type = fields.requiredEnumeration("Type")
            subType = fields.string("SubType", IAM.Limits.parameterSubTypeType)
            description = fields.string("Description", IAM.Limits.parameterDescriptionType)
            isRequired = fields.boolean("IsRequired")
            defaultValue = fields.string("DefaultValue", IAM.Limits.parameterDefaultValueType)
            immutable = fields.boolean("Immutable")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("Name", name)
            writer.enumeration("Type", type)
            writer.string("SubType", subType)
            writer.string("Description", description)
            writer.boolean("IsRequired", isRequired)
            writer.string("DefaultValue", defaultValue)
            writer.boolean("Immutable", immutable)
        }
    }
}

extension IAM.Shape {
    /// ReplacementValueEntry. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ReplacementValueEntry.html>
    package struct ReplacementValueEntry: WireShape {
        package var values: [String]

        package init(values: [String]) {
            self.values = values
        }

        package init(from fields: inout FieldReader) {
            values = fields.requiredStrings("Values", count: IAM.Limits.replacementValueListType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.strings("Values", values)
        }
    }
}

extension IAM.Shape {
    /// RoleTemplateVersion. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleTemplateVersion.html>
    package struct RoleTemplateVersion: WireShape {
        package var templateArn: String?
        package var templateName: String?
        package var templateVersionId: String?
        package var description: String?
        package var majorVersion: Int?
        package var defaultMinorVersion: Int?
        package var managedByType: IAM.Shape.ManagedByTypeType?
        package var managedByValue: String?
        package var enabled: Bool?
        package var minorVersion: Int?
        package var roleNamePattern: String?
        package var rolePathPattern: String?
        package var roleDescriptionPattern: String?
        package var assumeRolePolicyDocumentTemplate: String?
        package var inlinePolicyTemplates: [IAM.Shape.InlinePolicy]?
        package var managedPolicyArns: [String]?
        package var permissionBoundaryArn: String?
        package var parametersDefinition: [IAM.Shape.ParameterDefinition]?
        package var roleTagsTemplate: [IAM.Shape.TagTemplate]?
        package var maxSessionDuration: Int?
        package var versionEnabled: Bool?
        package var createTimestamp: Timestamp?
        package var updateTimestamp: Timestamp?

        package init(
            templateArn: String? = nil, templateName: String? = nil,
            templateVersionId: String? = nil, description: String? = nil, majorVersion: Int? = nil,
            defaultMinorVersion: Int? = nil, managedByType: IAM.Shape.ManagedByTypeType? = nil,
            managedByValue: String? = nil, enabled: Bool? = nil, minorVersion: Int? = nil,
            roleNamePattern: String? = nil, rolePathPattern: String? = nil,
            roleDescriptionPattern: String? = nil, assumeRolePolicyDocumentTemplate: String? = nil,
            inlinePolicyTemplates: [IAM.Shape.InlinePolicy]? = nil,
            managedPolicyArns: [String]? = nil, permissionBoundaryArn: String? = nil,
            parametersDefinition: [IAM.Shape.ParameterDefinition]? = nil,
            roleTagsTemplate: [IAM.Shape.TagTemplate]? = nil, maxSessionDuration: Int? = nil,
            versionEnabled: Bool? = nil, createTimestamp: Timestamp? = nil,
            updateTimestamp: Timestamp? = nil
        ) {
            self.templateArn = templateArn
            self.templateName = templateName
            self.templateVersionId = templateVersionId
            self.description = description
            self.majorVersion = majorVersion
            self.defaultMinorVersion = defaultMinorVersion
            self.managedByType = managedByType
            self.managedByValue = managedByValue
            self.enabled = enabled
            self.minorVersion = minorVersion
            self.roleNamePattern = roleNamePattern
            self.rolePathPattern = rolePathPattern
            self.roleDescriptionPattern = roleDescriptionPattern
            self.assumeRolePolicyDocumentTemplate = assumeRolePolicyDocumentTemplate
            self.inlinePolicyTemplates = inlinePolicyTemplates
            self.managedPolicyArns = managedPolicyArns
            self.permissionBoundaryArn = permissionBoundaryArn
            self.parametersDefinition = parametersDefinition
            self.roleTagsTemplate = roleTagsTemplate
            self.maxSessionDuration = maxSessionDuration
            self.versionEnabled = versionEnabled
            self.createTimestamp = createTimestamp
            self.updateTimestamp = updateTimestamp
        }

        package init(from fields: inout FieldReader) {
            templateArn = fields.string("TemplateArn", IAM.Limits.arnType)
            templateName = fields.string("TemplateName", IAM.Limits.roleTemplateNameType)
            templateVersionId = fields.string("TemplateVersionId", IAM.Limits.idType)
            description = fields.string("Description", IAM.Limits.roleTemplateDescriptionType)
            majorVersion = fields.integer("MajorVersion")
            defaultMinorVersion = fields.integer("DefaultMinorVersion")
            managedByType = fields.enumeration("ManagedByType")
            managedByValue = fields.string("ManagedByValue", IAM.Limits.managedByValueType)
            enabled = fields.boolean("Enabled")
            minorVersion = fields.integer("MinorVersion")
            roleNamePattern = fields.string("RoleNamePattern", IAM.Limits.roleNamePatternType)
            rolePathPattern = fields.string("RolePathPattern", IAM.Limits.rolePathPatternType)
            roleDescriptionPattern = fields.string(
                "RoleDescriptionPattern", IAM.Limits.roleDescriptionPatternType)
            assumeRolePolicyDocumentTemplate = fields.string(
                "AssumeRolePolicyDocumentTemplate", IAM.Limits.policyDocumentType)
            inlinePolicyTemplates = fields.structures("InlinePolicyTemplates")
            managedPolicyArns = fields.strings("ManagedPolicyArns", each: IAM.Limits.arnType)
            permissionBoundaryArn = fields.string("PermissionBoundaryArn", IAM.Limits.arnType)
            parametersDefinition = fields.structures("ParametersDefinition")
            roleTagsTemplate = fields.structures(
                "RoleTagsTemplate", count: IAM.Limits.tagTemplateListType)
            maxSessionDuration = fields.integer(
                "MaxSessionDuration", IAM.Limits.roleMaxSessionDurationType)
            versionEnabled = fields.boolean("VersionEnabled")
            createTimestamp = fields.timestamp("CreateTimestamp")
            updateTimestamp = fields.timestamp("UpdateTimestamp")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("TemplateArn", templateArn)
            writer.string("TemplateName", templateName)
            writer.string("TemplateVersionId", templateVersionId)
            writer.string("Description", description)
            writer.integer("MajorVersion", majorVersion)
            writer.integer("DefaultMinorVersion", defaultMinorVersion)
            writer.enumeration("ManagedByType", managedByType)
            writer.string("ManagedByValue", managedByValue)
            writer.boolean("Enabled", enabled)
            writer.integer("MinorVersion", minorVersion)
            writer.string("RoleNamePattern", roleNamePattern)
            writer.string("RolePathPattern", rolePathPattern)
            writer.string("RoleDescriptionPattern", roleDescriptionPattern)
            writer.string("AssumeRolePolicyDocumentTemplate", assumeRolePolicyDocumentTemplate)
            writer.structures("InlinePolicyTemplates", inlinePolicyTemplates)
            writer.strings("ManagedPolicyArns", managedPolicyArns)
            writer.string("PermissionBoundaryArn", permissionBoundaryArn)
            writer.structures("ParametersDefinition", parametersDefinition)
            writer.structures("RoleTagsTemplate", roleTagsTemplate)
            writer.integer("MaxSessionDuration", maxSessionDuration)
            writer.boolean("VersionEnabled", versionEnabled)
            writer.timestamp("CreateTimestamp", createTimestamp)
            writer.timestamp("UpdateTimestamp", updateTimestamp)
        }
    }
}

extension IAM.Shape {
    /// TagTemplate. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagTemplate.html>
    package struct TagTemplate: WireShape {
        package var key: String
        package var value: String

        package init(key: String, value: String) {
            self.key = key
            self.value = value
        }

        package init(from fields: inout FieldReader) {
            key = fields.requiredString("Key", IAM.Limits.tagTemplateKeyType)
            value = fields.requiredString("Value", IAM.Limits.tagTemplateValueType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("Key", key)
            writer.string("Value", value)
        }
    }
}

extension IAM.Shape {
    /// managedByTypeType.
    package enum ManagedByTypeType: String, WireEnum {
        case service = "Service"
    }
}

extension IAM.Shape {
    /// parameterTypeType.
    package enum ParameterTypeType: String, WireEnum {
        case string = "String"
        case stringList = "StringList"
        case number = "Number"
        case numberList = "NumberList"
        case arn = "Arn"
        case arnList = "ArnList"
    }
}
