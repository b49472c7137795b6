// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension IAM {
    /// GenerateCredentialReport. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GenerateCredentialReport.html>
    package enum GenerateCredentialReport: Operation {
        package static let facts = OperationFacts(
            name: "GenerateCredentialReport", service: .iam,
            resultWrapper: "GenerateCredentialReportResult",
            errors: [Errors.limitExceeded, Errors.serviceFailure])

        package struct Input: WireShape {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }

        package struct Output: WireShape {
            package var state: IAM.Shape.ReportStateType?
            package var description: String?

            package init(state: IAM.Shape.ReportStateType? = nil, description: String? = nil) {
                self.state = state
                self.description = description
            }

            package init(from fields: inout FieldReader) {
                state = fields.enumeration("State")
                description = fields.string("Description")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.enumeration("State", state)
                writer.string("Description", description)
            }
        }
    }
}

extension IAM {
    /// GetAccountAuthorizationDetails. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html>
    package enum GetAccountAuthorizationDetails: Operation {
        package static let facts = OperationFacts(
            name: "GetAccountAuthorizationDetails", service: .iam,
            resultWrapper: "GetAccountAuthorizationDetailsResult", errors: [Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated",
                resultKeys: ["UserDetailList", "GroupDetailList", "RoleDetailList", "Policies"]))

        package struct Input: WireShape, AsksForPage {
            package var filter: [IAM.Shape.EntityType]?
            package var maxItems: Int?
            package var marker: String?

            package init(
                filter: [IAM.Shape.EntityType]? = nil, maxItems: Int? = nil, marker: String? = nil
            ) {
                self.filter = filter
                self.maxItems = maxItems
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                filter = fields.enumerations("Filter")
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
                marker = fields.string("Marker", IAM.Limits.markerType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.enumerations("Filter", filter)
                writer.integer("MaxItems", maxItems)
                writer.string("Marker", marker)
            }
        }

        package struct Output: WireShape, AnswersPage {
            package var userDetailList: [IAM.Shape.UserDetail]?
            package var groupDetailList: [IAM.Shape.GroupDetail]?
            package var roleDetailList: [IAM.Shape.RoleDetail]?
            package var policies: [IAM.Shape.ManagedPolicyDetail]?
            package var isTruncated: Bool?
            package var marker: String?

            package init(
                userDetailList: [IAM.Shape.UserDetail]? = nil,
                groupDetailList: [IAM.Shape.GroupDetail]? = nil,
                roleDetailList: [IAM.Shape.RoleDetail]? = nil,
                policies: [IAM.Shape.ManagedPolicyDetail]? = nil, isTruncated: Bool? = nil,
                marker: String? = nil
            ) {
                self.userDetailList = userDetailList
                self.groupDetailList = groupDetailList
                self.roleDetailList = roleDetailList
                self.policies = policies
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                userDetailList = fields.structures("UserDetailList")
                groupDetailList = fields.structures("GroupDetailList")
                roleDetailList = fields.structures("RoleDetailList")
                policies = fields.structures("Policies")
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("UserDetailList", userDetailList)
                writer.structures("GroupDetailList", groupDetailList)
                writer.structures("RoleDetailList", roleDetailList)
                writer.structures("Policies", policies)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}

extension IAM {
    /// GetAccountSummary. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html>
    package enum GetAccountSummary: Operation {
        package static let facts = OperationFacts(
            name: "GetAccountSummary", service: .iam, resultWrapper: "GetAccountSummaryResult",
            errors: [Errors.serviceFailure])

        package struct Input: WireShape {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }

        package struct Output: WireShape {
            package var summaryMap: [ExactText: Int]?

            package init(summaryMap: [ExactText: Int]? = nil) {
                self.summaryMap = summaryMap
            }

            package init(from fields: inout FieldReader) {
                summaryMap = fields.integerMap("SummaryMap")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.integerMap("SummaryMap", summaryMap)
            }
        }
    }
}

extension IAM {
    /// GetCredentialReport. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetCredentialReport.html>
    package enum GetCredentialReport: Operation {
        package static let facts = OperationFacts(
            name: "GetCredentialReport", service: .iam, resultWrapper: "GetCredentialReportResult",
            errors: [
                Errors.reportNotPresent, Errors.reportExpired, Errors.reportInProgress,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }

        package struct Output: WireShape {
            package var content: [UInt8]?
            package var reportFormat: IAM.Shape.ReportFormatType?
            package var generatedTime: Timestamp?

            package init(
                content: [UInt8]? = nil, reportFormat: IAM.Shape.ReportFormatType? = nil,
                generatedTime: Timestamp? = nil
            ) {
                self.content = content
                self.reportFormat = reportFormat
                self.generatedTime = generatedTime
            }

            package init(from fields: inout FieldReader) {
                content = fields.blob("Content")
                reportFormat = fields.enumeration("ReportFormat")
                generatedTime = fields.timestamp("GeneratedTime")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.blob("Content", content)
                writer.enumeration("ReportFormat", reportFormat)
                writer.timestamp("GeneratedTime", generatedTime)
            }
        }
    }
}

extension IAM.Shape {
    /// GroupDetail. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GroupDetail.html>
    package struct GroupDetail: WireShape {
        package var path: String?
        package var groupName: String?
        package var groupId: String?
        package var arn: String?
        package var createDate: Timestamp?
        package var groupPolicyList: [IAM.Shape.PolicyDetail]?
        package var attachedManagedPolicies: [IAM.Shape.AttachedPolicy]?

        package init(
            path: String? = nil, groupName: String? = nil, groupId: String? = nil,
            arn: String? = nil, createDate: Timestamp? = nil,
            groupPolicyList: [IAM.Shape.PolicyDetail]? = nil,
            attachedManagedPolicies: [IAM.Shape.AttachedPolicy]? = nil
        ) {
            self.path = path
            self.groupName = groupName
            self.groupId = groupId
            self.arn = arn
            self.createDate = createDate
            self.groupPolicyList = groupPolicyList
            self.attachedManagedPolicies = attachedManagedPolicies
        }

        package init(from fields: inout FieldReader) {
            path = fields.string("Path", IAM.Limits.pathType)
            groupName = fields.string("GroupName", IAM.Limits.groupNameType)
            groupId = fields.string("GroupId", IAM.Limits.idType)
            arn = fields.string("Arn", IAM.Limits.arnType)
            createDate = fields.timestamp("CreateDate")
            groupPolicyList = fields.structures("GroupPolicyList")
            attachedManagedPolicies = fields.structures("AttachedManagedPolicies")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("Path", path)
            writer.string("GroupName", groupName)
            writer.string("GroupId", groupId)
            writer.string("Arn", arn)
            writer.timestamp("CreateDate", createDate)
            writer.structures("GroupPolicyList", groupPolicyList)
            writer.structures("AttachedManagedPolicies", attachedManagedPolicies)
        }
    }
}

extension IAM.Shape {
    /// ManagedPolicyDetail. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ManagedPolicyDetail.html>
    package struct ManagedPolicyDetail: WireShape {
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
        package var policyVersionList: [IAM.Shape.PolicyVersion]?

        package init(
            policyName: String? = nil, policyId: String? = nil, arn: String? = nil,
            path: String? = nil, defaultVersionId: String? = nil, attachmentCount: Int? = nil,
            permissionsBoundaryUsageCount: Int? = nil, isAttachable: Bool? = nil,
            description: String? = nil, createDate: Timestamp? = nil, updateDate: Timestamp? = nil,
            policyVersionList: [IAM.Shape.PolicyVersion]? = nil
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
            self.policyVersionList = policyVersionList
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
            policyVersionList = fields.structures("PolicyVersionList")
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
            writer.structures("PolicyVersionList", policyVersionList)
        }
    }
}

extension IAM.Shape {
    /// PolicyDetail. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyDetail.html>
    package struct PolicyDetail: WireShape {
        package var policyName: String?
        package var policyDocument: String?

        package init(policyName: String? = nil, policyDocument: String? = nil) {
            self.policyName = policyName
            self.policyDocument = policyDocument
        }

        package init(from fields: inout FieldReader) {
            policyName = fields.string("PolicyName", IAM.Limits.policyNameType)
            policyDocument = fields.string("PolicyDocument", IAM.Limits.policyDocumentType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("PolicyName", policyName)
            writer.string("PolicyDocument", policyDocument)
        }
    }
}

extension IAM.Shape {
    /// RoleDetail. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_RoleDetail.html>
    package struct RoleDetail: WireShape {
        package var path: String?
        package var roleName: String?
        package var roleId: String?
        package var arn: String?
        package var createDate: Timestamp?
        package var assumeRolePolicyDocument: String?
        package var instanceProfileList: [IAM.Shape.InstanceProfile]?
        package var rolePolicyList: [IAM.Shape.PolicyDetail]?
        package var attachedManagedPolicies: [IAM.Shape.AttachedPolicy]?
        package var permissionsBoundary: IAM.Shape.AttachedPermissionsBoundary?
        package var tags: [IAM.Shape.Tag]?
        package var roleLastUsed: IAM.Shape.RoleLastUsed?

        package init(
            path: String? = nil, roleName: String? = nil, roleId: String? = nil, arn: String? = nil,
            createDate: Timestamp? = nil, assumeRolePolicyDocument: String? = nil,
            instanceProfileList: [IAM.Shape.InstanceProfile]? = nil,
            rolePolicyList: [IAM.Shape.PolicyDetail]? = nil,
            attachedManagedPolicies: [IAM.Shape.AttachedPolicy]? = nil,
            permissionsBoundary: IAM.Shape.AttachedPermissionsBoundary? = nil,
            tags: [IAM.Shape.Tag]? = nil, roleLastUsed: IAM.Shape.RoleLastUsed? = nil
        ) {
            self.path = path
            self.roleName = roleName
            self.roleId = roleId
            self.arn = arn
            self.createDate = createDate
            self.assumeRolePolicyDocument = assumeRolePolicyDocument
            self.instanceProfileList = instanceProfileList
            self.rolePolicyList = rolePolicyList
            self.attachedManagedPolicies = attachedManagedPolicies
            self.permissionsBoundary = permissionsBoundary
            self.tags = tags
            self.roleLastUsed = roleLastUsed
        }

        package init(from fields: inout FieldReader) {
            path = fields.string("Path", IAM.Limits.pathType)
            roleName = fields.string("RoleName", IAM.Limits.roleNameType)
            roleId = fields.string("RoleId", IAM.Limits.idType)
            arn = fields.string("Arn", IAM.Limits.arnType)
            createDate = fields.timestamp("CreateDate")
            assumeRolePolicyDocument = fields.string(
                "AssumeRolePolicyDocument", IAM.Limits.policyDocumentType)
            instanceProfileList = fields.structures("InstanceProfileList")
            rolePolicyList = fields.structures("RolePolicyList")
            attachedManagedPolicies = fields.structures("AttachedManagedPolicies")
            permissionsBoundary = fields.structure("PermissionsBoundary")
            tags = fields.structures("Tags", count: IAM.Limits.tagListType)
            roleLastUsed = fields.structure("RoleLastUsed")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("Path", path)
            writer.string("RoleName", roleName)
            writer.string("RoleId", roleId)
            writer.string("Arn", arn)
            writer.timestamp("CreateDate", createDate)
            writer.string("AssumeRolePolicyDocument", assumeRolePolicyDocument)
            writer.structures("InstanceProfileList", instanceProfileList)
            writer.structures("RolePolicyList", rolePolicyList)
            writer.structures("AttachedManagedPolicies", attachedManagedPolicies)
            writer.structure("PermissionsBoundary", permissionsBoundary)
            writer.structures("Tags", tags)
            writer.structure("RoleLastUsed", roleLastUsed)
        }
    }
}

extension IAM.Shape {
    /// UserDetail. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UserDetail.html>
    package struct UserDetail: WireShape {
        package var path: String?
        package var userName: String?
        package var userId: String?
        package var arn: String?
        package var createDate: Timestamp?
        package var userPolicyList: [IAM.Shape.PolicyDetail]?
        package var groupList: [String]?
        package var attachedManagedPolicies: [IAM.Shape.AttachedPolicy]?
        package var permissionsBoundary: IAM.Shape.AttachedPermissionsBoundary?
        package var tags: [IAM.Shape.Tag]?

        package init(
            path: String? = nil, userName: String? = nil, userId: String? = nil, arn: String? = nil,
            createDate: Timestamp? = nil, userPolicyList: [IAM.Shape.PolicyDetail]? = nil,
            groupList: [String]? = nil, attachedManagedPolicies: [IAM.Shape.AttachedPolicy]? = nil,
            permissionsBoundary: IAM.Shape.AttachedPermissionsBoundary? = nil,
            tags: [IAM.Shape.Tag]? = nil
        ) {
            self.path = path
            self.userName = userName
            self.userId = userId
            self.arn = arn
            self.createDate = createDate
            self.userPolicyList = userPolicyList
            self.groupList = groupList
            self.attachedManagedPolicies = attachedManagedPolicies
            self.permissionsBoundary = permissionsBoundary
            self.tags = tags
        }

        package init(from fields: inout FieldReader) {
            path = fields.string("Path", IAM.Limits.pathType)
            userName = fields.string("UserName", IAM.Limits.userNameType)
            userId = fields.string("UserId", IAM.Limits.idType)
            arn = fields.string("Arn", IAM.Limits.arnType)
            createDate = fields.timestamp("CreateDate")
            userPolicyList = fields.structures("UserPolicyList")
            groupList = fields.strings("GroupList", each: IAM.Limits.groupNameType)
            attachedManagedPolicies = fields.structures("AttachedManagedPolicies")
            permissionsBoundary = fields.structure("PermissionsBoundary")
            tags = fields.structures("Tags", count: IAM.Limits.tagListType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("Path", path)
            writer.string("UserName", userName)
            writer.string("UserId", userId)
            writer.string("Arn", arn)
            writer.timestamp("CreateDate", createDate)
            writer.structures("UserPolicyList", userPolicyList)
            writer.strings("GroupList", groupList)
            writer.structures("AttachedManagedPolicies", attachedManagedPolicies)
            writer.structure("PermissionsBoundary", permissionsBoundary)
            writer.structures("Tags", tags)
        }
    }
}

extension IAM.Shape {
    /// ReportFormatType.
    package enum ReportFormatType: String, WireEnum {
        case textCsv = "text/csv"
    }
}

extension IAM.Shape {
    /// ReportStateType.
    package enum ReportStateType: String, WireEnum {
        case started = "STARTED"
        case inprogress = "INPROGRESS"
        case complete = "COMPLETE"
    }
}

extension IAM.Shape {
    /// summaryKeyType.
    package enum SummaryKeyType: String, WireEnum {
        case users = "Users"
        case usersQuota = "UsersQuota"
        case groups = "Groups"
        case groupsQuota = "GroupsQuota"
        case serverCertificates = "ServerCertificates"
        case serverCertificatesQuota = "ServerCertificatesQuota"
        case userPolicySizeQuota = "UserPolicySizeQuota"
        case groupPolicySizeQuota = "GroupPolicySizeQuota"
        case groupsPerUserQuota = "GroupsPerUserQuota"
        case signingCertificatesPerUserQuota = "SigningCertificatesPerUserQuota"
        case accessKeysPerUserQuota = "AccessKeysPerUserQuota"
        case mfaDevices = "MFADevices"
        case mfaDevicesInUse = "MFADevicesInUse"
        case accountMFAEnabled = "AccountMFAEnabled"
        case accountAccessKeysPresent = "AccountAccessKeysPresent"
        case accountPasswordPresent = "AccountPasswordPresent"
        case accountSigningCertificatesPresent = "AccountSigningCertificatesPresent"
        case attachedPoliciesPerGroupQuota = "AttachedPoliciesPerGroupQuota"
        case attachedPoliciesPerRoleQuota = "AttachedPoliciesPerRoleQuota"
        case attachedPoliciesPerUserQuota = "AttachedPoliciesPerUserQuota"
        case policies = "Policies"
        case policiesQuota = "PoliciesQuota"
        case policySizeQuota = "PolicySizeQuota"
        case policyVersionsInUse = "PolicyVersionsInUse"
        case policyVersionsInUseQuota = "PolicyVersionsInUseQuota"
        case versionsPerPolicyQuota = "VersionsPerPolicyQuota"
        case globalEndpointTokenVersion = "GlobalEndpointTokenVersion"
        case assumeRolePolicySizeQuota = "AssumeRolePolicySizeQuota"
        case instanceProfiles = "InstanceProfiles"
        case instanceProfilesQuota = "InstanceProfilesQuota"
        case providers = "Providers"
        case rolePolicySizeQuota = "RolePolicySizeQuota"
        case roles = "Roles"
        case rolesQuota = "RolesQuota"
    }
}
