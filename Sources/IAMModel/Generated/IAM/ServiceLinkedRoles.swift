// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire

extension IAM {
    /// CreateServiceLinkedRole. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceLinkedRole.html>
    package enum CreateServiceLinkedRole: Operation {
        package static let facts = OperationFacts(
            name: "CreateServiceLinkedRole", service: .iam,
            resultWrapper: "CreateServiceLinkedRoleResult",
            errors: [
                Errors.invalidInput, Errors.limitExceeded, Errors.noSuchEntity,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape {
            package var awsServiceName: String
            package var description: String?
            package var customSuffix: String?

            package init(
                awsServiceName: String, description: String? = nil, customSuffix: String? = nil
            ) {
                self.awsServiceName = awsServiceName
                self.description = description
                self.customSuffix = customSuffix
            }

            package init(from fields: inout FieldReader) {
                awsServiceName = fields.requiredString("AWSServiceName", IAM.Limits.groupNameType)
                description = fields.string("Description", IAM.Limits.roleDescriptionType)
                customSuffix = fields.string("CustomSuffix", IAM.Limits.customSuffixType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("AWSServiceName", awsServiceName)
                writer.string("Description", description)
                writer.string("CustomSuffix", customSuffix)
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

extension IAM {
    /// DeleteServiceLinkedRole. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteServiceLinkedRole.html>
    package enum DeleteServiceLinkedRole: Operation {
        package static let facts = OperationFacts(
            name: "DeleteServiceLinkedRole", service: .iam,
            resultWrapper: "DeleteServiceLinkedRoleResult",
            errors: [Errors.noSuchEntity, Errors.limitExceeded, Errors.serviceFailure])

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
            package var deletionTaskId: String

            package init(deletionTaskId: String) {
                self.deletionTaskId = deletionTaskId
            }

            package init(from fields: inout FieldReader) {
                deletionTaskId = fields.requiredString(
                    "DeletionTaskId", IAM.Limits.deletionTaskIdType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("DeletionTaskId", deletionTaskId)
            }
        }
    }
}

extension IAM {
    /// GetServiceLinkedRoleDeletionStatus. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLinkedRoleDeletionStatus.html>
    package enum GetServiceLinkedRoleDeletionStatus: Operation {
        package static let facts = OperationFacts(
            name: "GetServiceLinkedRoleDeletionStatus", service: .iam,
            resultWrapper: "GetServiceLinkedRoleDeletionStatusResult",
            errors: [Errors.noSuchEntity, Errors.invalidInput, Errors.serviceFailure])

        package struct Input: WireShape {
            package var deletionTaskId: String

            package init(deletionTaskId: String) {
                self.deletionTaskId = deletionTaskId
            }

            package init(from fields: inout FieldReader) {
                deletionTaskId = fields.requiredString(
                    "DeletionTaskId", IAM.Limits.deletionTaskIdType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("DeletionTaskId", deletionTaskId)
            }
        }

        package struct Output: WireShape {
            package var status: IAM.Shape.DeletionTaskStatusType
            package var reason: IAM.Shape.DeletionTaskFailureReasonType?

            package init(
                status: IAM.Shape.DeletionTaskStatusType,
                reason: IAM.Shape.DeletionTaskFailureReasonType? = nil
            ) {
                self.status = status
                self.reason = reason
            }

            package init(from fields: inout FieldReader) {
                status = fields.requiredEnumeration("Status")
                reason = fields.structure("Reason")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.enumeration("Status", status)
                writer.structure("Reason", reason)
            }
        }
    }
}

extension IAM.Shape {
    /// DeletionTaskFailureReasonType. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletionTaskFailureReasonType.html>
    package struct DeletionTaskFailureReasonType: WireShape {
        package var reason: String?
        package var roleUsageList: [IAM.Shape.RoleUsageType]?

        package init(reason: String? = nil, roleUsageList: [IAM.Shape.RoleUsageType]? = nil) {
            self.reason = reason
            self.roleUsageList = roleUsageList
        }

        package init(from fields: inout FieldReader) {
            reason = fields.string("Reason", IAM.Limits.reasonType)
            roleUsageList = fields.structures("RoleUsageList")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("Reason", reason)
            writer.structures("RoleUsageList", roleUsageList)
        }
    }
}

extension IAM.Shape {
    /// RoleUsageType. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleUsageType.html>
    package struct RoleUsageType: WireShape {
        package var region: String?
        package var resources: [String]?

        package init(region: String? = nil, resources: [String]? = nil) {
            self.region = region
            self.resources = resources
        }

        package init(from fields: inout FieldReader) {
            region = fields.string("Region", IAM.Limits.regionNameType)
            resources = fields.strings("Resources", each: IAM.Limits.arnType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("Region", region)
            writer.strings("Resources", resources)
        }
    }
}

extension IAM.Shape {
    /// DeletionTaskStatusType.
    package enum DeletionTaskStatusType: String, WireEnum {
        case succeeded = "SUCCEEDED"
        case inProgress = "IN_PROGRESS"
        case failed = "FAILED"
        case notStarted = "NOT_STARTED"
    }
}
