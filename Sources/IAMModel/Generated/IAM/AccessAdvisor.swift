// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension IAM {
    /// GenerateOrganizationsAccessReport. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GenerateOrganizationsAccessReport.html>
    package enum GenerateOrganizationsAccessReport: Operation {
        package static let facts = OperationFacts(
            name: "GenerateOrganizationsAccessReport", service: .iam,
            resultWrapper: "GenerateOrganizationsAccessReportResult",
            errors: [Errors.reportGenerationLimitExceeded])

        package struct Input: WireShape {
            package var entityPath: String
            package var organizationsPolicyId: String?

            package init(entityPath: String, organizationsPolicyId: String? = nil) {
                self.entityPath = entityPath
                self.organizationsPolicyId = organizationsPolicyId
            }

            package init(from fields: inout FieldReader) {
                entityPath = fields.requiredString(
                    "EntityPath", IAM.Limits.organizationsEntityPathType)
                organizationsPolicyId = fields.string(
                    "OrganizationsPolicyId", IAM.Limits.organizationsPolicyIdType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("EntityPath", entityPath)
                writer.string("OrganizationsPolicyId", organizationsPolicyId)
            }
        }

        package struct Output: WireShape {
            package var jobId: String?

            package init(jobId: String? = nil) {
                self.jobId = jobId
            }

            package init(from fields: inout FieldReader) {
                jobId = fields.string("JobId", IAM.Limits.jobIDType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("JobId", jobId)
            }
        }
    }
}

extension IAM {
    /// GenerateServiceLastAccessedDetails. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GenerateServiceLastAccessedDetails.html>
    package enum GenerateServiceLastAccessedDetails: Operation {
        package static let facts = OperationFacts(
            name: "GenerateServiceLastAccessedDetails", service: .iam,
            resultWrapper: "GenerateServiceLastAccessedDetailsResult",
            errors: [Errors.noSuchEntity, Errors.invalidInput])

        package struct Input: WireShape {
            package var arn: String
            package var granularity: IAM.Shape.AccessAdvisorUsageGranularityType?

            package init(
                arn: String, granularity: IAM.Shape.AccessAdvisorUsageGranularityType? = nil
            ) {
                self.arn = arn
                self.granularity = granularity
            }

            package init(from fields: inout FieldReader) {
                arn = fields.requiredString("Arn", IAM.Limits.arnType)
                granularity = fields.enumeration("Granularity")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("Arn", arn)
                writer.enumeration("Granularity", granularity)
            }
        }

        package struct Output: WireShape {
            package var jobId: String?

            package init(jobId: String? = nil) {
                self.jobId = jobId
            }

            package init(from fields: inout FieldReader) {
                jobId = fields.string("JobId", IAM.Limits.jobIDType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("JobId", jobId)
            }
        }
    }
}

extension IAM {
    /// GetOrganizationsAccessReport. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetOrganizationsAccessReport.html>
    package enum GetOrganizationsAccessReport: Operation {
        package static let facts = OperationFacts(
            name: "GetOrganizationsAccessReport", service: .iam,
            resultWrapper: "GetOrganizationsAccessReportResult", errors: [Errors.noSuchEntity])

        package struct Input: WireShape, AsksForPage {
            package var jobId: String
            package var maxItems: Int?
            package var marker: String?
            package var sortKey: IAM.Shape.SortKeyType?

            package init(
                jobId: String, maxItems: Int? = nil, marker: String? = nil,
                sortKey: IAM.Shape.SortKeyType? = nil
            ) {
                self.jobId = jobId
                self.maxItems = maxItems
                self.marker = marker
                self.sortKey = sortKey
            }

            package init(from fields: inout FieldReader) {
                jobId = fields.requiredString("JobId", IAM.Limits.jobIDType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
                marker = fields.string("Marker", IAM.Limits.markerType)
                sortKey = fields.enumeration("SortKey")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("JobId", jobId)
                writer.integer("MaxItems", maxItems)
                writer.string("Marker", marker)
                writer.enumeration("SortKey", sortKey)
            }
        }

        package struct Output: WireShape, AnswersPage {
            package var jobStatus: IAM.Shape.JobStatusType
            package var jobCreationDate: Timestamp
            package var jobCompletionDate: Timestamp?
            package var numberOfServicesAccessible: Int?
            package var numberOfServicesNotAccessed: Int?
            package var accessDetails: [IAM.Shape.AccessDetail]?
            package var isTruncated: Bool?
            package var marker: String?
            package var errorDetails: IAM.Shape.ErrorDetails?

            package init(
                jobStatus: IAM.Shape.JobStatusType, jobCreationDate: Timestamp,
                jobCompletionDate: Timestamp? = nil, numberOfServicesAccessible: Int? = nil,
                numberOfServicesNotAccessed: Int? = nil,
                accessDetails: [IAM.Shape.AccessDetail]? = nil, isTruncated: Bool? = nil,
                marker: String? = nil, errorDetails: IAM.Shape.ErrorDetails? = nil
            ) {
                self.jobStatus = jobStatus
                self.jobCreationDate = jobCreationDate
                self.jobCompletionDate = jobCompletionDate
                self.numberOfServicesAccessible = numberOfServicesAccessible
                self.numberOfServicesNotAccessed = numberOfServicesNotAccessed
                self.accessDetails = accessDetails
                self.isTruncated = isTruncated
                self.marker = marker
                self.errorDetails = errorDetails
            }

            package init(from fields: inout FieldReader) {
                jobStatus = fields.requiredEnumeration("JobStatus")
                jobCreationDate = fields.requiredTimestamp("JobCreationDate")
                jobCompletionDate = fields.timestamp("JobCompletionDate")
                numberOfServicesAccessible = fields.integer("NumberOfServicesAccessible")
                numberOfServicesNotAccessed = fields.integer("NumberOfServicesNotAccessed")
                accessDetails = fields.structures("AccessDetails")
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker", IAM.Limits.markerType)
                errorDetails = fields.structure("ErrorDetails")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.enumeration("JobStatus", jobStatus)
                writer.timestamp("JobCreationDate", jobCreationDate)
                writer.timestamp("JobCompletionDate", jobCompletionDate)
                writer.integer("NumberOfServicesAccessible", numberOfServicesAccessible)
                writer.integer("NumberOfServicesNotAccessed", numberOfServicesNotAccessed)
                writer.structures("AccessDetails", accessDetails)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
                writer.structure("ErrorDetails", errorDetails)
            }
        }
    }
}

extension IAM {
    /// GetServiceLastAccessedDetails. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLastAccessedDetails.html>
    package enum GetServiceLastAccessedDetails: Operation {
        package static let facts = OperationFacts(
            name: "GetServiceLastAccessedDetails", service: .iam,
            resultWrapper: "GetServiceLastAccessedDetailsResult",
            errors: [Errors.noSuchEntity, Errors.invalidInput])

        package struct Input: WireShape, AsksForPage {
            package var jobId: String
            package var maxItems: Int?
            package var marker: String?

            package init(jobId: String, maxItems: Int? = nil, marker: String? = nil) {
                self.jobId = jobId
                self.maxItems = maxItems
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                jobId = fields.requiredString("JobId", IAM.Limits.jobIDType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
                marker = fields.string("Marker", IAM.Limits.markerType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("JobId", jobId)
                writer.integer("MaxItems", maxItems)
                writer.string("Marker", marker)
            }
        }

        package struct Output: WireShape, AnswersPage {
            package var jobStatus: IAM.Shape.JobStatusType
            package var jobType: IAM.Shape.AccessAdvisorUsageGranularityType?
            package var jobCreationDate: Timestamp
            package var servicesLastAccessed: [IAM.Shape.ServiceLastAccessed]
            package var jobCompletionDate: Timestamp
            package var isTruncated: Bool?
            package var marker: String?
            package var error: IAM.Shape.ErrorDetails?

            package init(
                jobStatus: IAM.Shape.JobStatusType, jobCreationDate: Timestamp,
                servicesLastAccessed: [IAM.Shape.ServiceLastAccessed], jobCompletionDate: Timestamp,
                jobType: IAM.Shape.AccessAdvisorUsageGranularityType? = nil,
                isTruncated: Bool? = nil, marker: String? = nil,
                error: IAM.Shape.ErrorDetails? = nil
            ) {
                self.jobStatus = jobStatus
                self.jobType = jobType
                self.jobCreationDate = jobCreationDate
                self.servicesLastAccessed = servicesLastAccessed
                self.jobCompletionDate = jobCompletionDate
                self.isTruncated = isTruncated
                self.marker = marker
                self.error = error
            }

            package init(from fields: inout FieldReader) {
                jobStatus = fields.requiredEnumeration("JobStatus")
                jobType = fields.enumeration("JobType")
                jobCreationDate = fields.requiredTimestamp("JobCreationDate")
                servicesLastAccessed = fields.requiredStructures("ServicesLastAccessed")
                jobCompletionDate = fields.requiredTimestamp("JobCompletionDate")
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
                error = fields.structure("Error")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.enumeration("JobStatus", jobStatus)
                writer.enumeration("JobType", jobType)
                writer.timestamp("JobCreationDate", jobCreationDate)
                writer.structures("ServicesLastAccessed", servicesLastAccessed)
                writer.timestamp("JobCompletionDate", jobCompletionDate)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
                writer.structure("Error", error)
            }
        }
    }
}

extension IAM {
    /// GetServiceLastAccessedDetailsWithEntities. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetServiceLastAccessedDetailsWithEntities.html>
    package enum GetServiceLastAccessedDetailsWithEntities: Operation {
        package static let facts = OperationFacts(
            name: "GetServiceLastAccessedDetailsWithEntities", service: .iam,
            resultWrapper: "GetServiceLastAccessedDetailsWithEntitiesResult",
            errors: [Errors.noSuchEntity, Errors.invalidInput])

        package struct Input: WireShape, AsksForPage {
            package var jobId: String
            package var serviceNamespace: String
            package var maxItems: Int?
            package var marker: String?

            package init(
                jobId: String, serviceNamespace: String, maxItems: Int? = nil, marker: String? = nil
            ) {
                self.jobId = jobId
                self.serviceNamespace = serviceNamespace
                self.maxItems = maxItems
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                jobId = fields.requiredString("JobId", IAM.Limits.jobIDType)
                serviceNamespace = fields.requiredString(
                    "ServiceNamespace", IAM.Limits.serviceNamespaceType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
                marker = fields.string("Marker", IAM.Limits.markerType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("JobId", jobId)
                writer.string("ServiceNamespace", serviceNamespace)
                writer.integer("MaxItems", maxItems)
                writer.string("Marker", marker)
            }
        }

        package struct Output: WireShape, AnswersPage {
            package var jobStatus: IAM.Shape.JobStatusType
            package var jobCreationDate: Timestamp
            package var jobCompletionDate: Timestamp
            package var entityDetailsList: [IAM.Shape.EntityDetails]
            package var isTruncated: Bool?
            package var marker: String?
            package var error: IAM.Shape.ErrorDetails?

            package init(
                jobStatus: IAM.Shape.JobStatusType, jobCreationDate: Timestamp,
                jobCompletionDate: Timestamp, entityDetailsList: [IAM.Shape.EntityDetails],
                isTruncated: Bool? = nil, marker: String? = nil,
                error: IAM.Shape.ErrorDetails? = nil
            ) {
                self.jobStatus = jobStatus
                self.jobCreationDate = jobCreationDate
                self.jobCompletionDate = jobCompletionDate
                self.entityDetailsList = entityDetailsList
                self.isTruncated = isTruncated
                self.marker = marker
                self.error = error
            }

            package init(from fields: inout FieldReader) {
                jobStatus = fields.requiredEnumeration("JobStatus")
                jobCreationDate = fields.requiredTimestamp("JobCreationDate")
                jobCompletionDate = fields.requiredTimestamp("JobCompletionDate")
                entityDetailsList = fields.requiredStructures("EntityDetailsList")
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
                error = fields.structure("Error")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.enumeration("JobStatus", jobStatus)
                writer.timestamp("JobCreationDate", jobCreationDate)
                writer.timestamp("JobCompletionDate", jobCompletionDate)
                writer.structures("EntityDetailsList", entityDetailsList)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
                writer.structure("Error", error)
            }
        }
    }
}

extension IAM {
    /// ListPoliciesGrantingServiceAccess. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPoliciesGrantingServiceAccess.html>
    package enum ListPoliciesGrantingServiceAccess: Operation {
        package static let facts = OperationFacts(
            name: "ListPoliciesGrantingServiceAccess", service: .iam,
            resultWrapper: "ListPoliciesGrantingServiceAccessResult",
            errors: [Errors.noSuchEntity, Errors.invalidInput])

        package struct Input: WireShape {
            package var marker: String?
            package var arn: String
            package var serviceNamespaces: [String]

            package init(arn: String, serviceNamespaces: [String], marker: String? = nil) {
                self.marker = marker
                self.arn = arn
                self.serviceNamespaces = serviceNamespaces
            }

            package init(from fields: inout FieldReader) {
                marker = fields.string("Marker", IAM.Limits.markerType)
                arn = fields.requiredString("Arn", IAM.Limits.arnType)
                serviceNamespaces = fields.requiredStrings(
                    "ServiceNamespaces", each: IAM.Limits.serviceNamespaceType,
                    count: IAM.Limits.serviceNamespaceListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("Marker", marker)
                writer.string("Arn", arn)
                writer.strings("ServiceNamespaces", serviceNamespaces)
            }
        }

        package struct Output: WireShape, AnswersPage {
            package var policiesGrantingServiceAccess:
                [IAM.Shape.ListPoliciesGrantingServiceAccessEntry]
            package var isTruncated: Bool?
            package var marker: String?

            package init(
                policiesGrantingServiceAccess: [IAM.Shape.ListPoliciesGrantingServiceAccessEntry],
                isTruncated: Bool? = nil, marker: String? = nil
            ) {
                self.policiesGrantingServiceAccess = policiesGrantingServiceAccess
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                policiesGrantingServiceAccess = fields.requiredStructures(
                    "PoliciesGrantingServiceAccess")
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("PoliciesGrantingServiceAccess", policiesGrantingServiceAccess)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}

extension IAM.Shape {
    /// AccessDetail. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessDetail.html>
    package struct AccessDetail: WireShape {
        package var serviceName: String
        package var serviceNamespace: String
        package var region: String?
        package var entityPath: String?
        package var lastAuthenticatedTime: Timestamp?
        package var totalAuthenticatedEntities: Int?

        package init(
            serviceName: String, serviceNamespace: String, region: String? = nil,
            entityPath: String? = nil, lastAuthenticatedTime: Timestamp? = nil,
            totalAuthenticatedEntities: Int? = nil
        ) {
            self.serviceName = serviceName
            self.serviceNamespace = serviceNamespace
            self.region = region
            self.entityPath = entityPath
            self.lastAuthenticatedTime = lastAuthenticatedTime
            self.totalAuthenticatedEntities = totalAuthenticatedEntities
        }

        package init(from fields: inout FieldReader) {
            serviceName = fields.requiredString("ServiceName")
            serviceNamespace = fields.requiredString(
                "ServiceNamespace", IAM.Limits.serviceNamespaceType)
            region = fields.string("Region")
            entityPath = fields.string("EntityPath", IAM.Limits.organizationsEntityPathType)
            lastAuthenticatedTime = fields.timestamp("LastAuthenticatedTime")
            totalAuthenticatedEntities = fields.integer("TotalAuthenticatedEntities")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("ServiceName", serviceName)
            writer.string("ServiceNamespace", serviceNamespace)
            writer.string("Region", region)
            writer.string("EntityPath", entityPath)
            writer.timestamp("LastAuthenticatedTime", lastAuthenticatedTime)
            writer.integer("TotalAuthenticatedEntities", totalAuthenticatedEntities)
        }
    }
}

extension IAM.Shape {
    /// EntityDetails. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_EntityDetails.html>
    package struct EntityDetails: WireShape {
        package var entityInfo: IAM.Shape.EntityInfo
        package var lastAuthenticated: Timestamp?

        package init(entityInfo: IAM.Shape.EntityInfo, lastAuthenticated: Timestamp? = nil) {
            self.entityInfo = entityInfo
            self.lastAuthenticated = lastAuthenticated
        }

        package init(from fields: inout FieldReader) {
            entityInfo = fields.requiredStructure("EntityInfo")
            lastAuthenticated = fields.timestamp("LastAuthenticated")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.structure("EntityInfo", entityInfo)
            writer.timestamp("LastAuthenticated", lastAuthenticated)
        }
    }
}

extension IAM.Shape {
    /// EntityInfo. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_EntityInfo.html>
    package struct EntityInfo: WireShape {
        package var arn: String
        package var name: String
        package var type: IAM.Shape.PolicyOwnerEntityType
        package var id: String
        package var path: String?

        package init(
            arn: String, name: String, type: IAM.Shape.PolicyOwnerEntityType, id: String,
            path: String? = nil
        ) {
            self.arn = arn
            self.name = name
            self.type = type
            self.id = id
            self.path = path
        }

        package init(from fields: inout FieldReader) {
            arn = fields.requiredString("Arn", IAM.Limits.arnType)
            name = fields.requiredString("Name", IAM.Limits.userNameType)
            type = fields.requiredEnumeration("Type")
            id = fields.requiredString("Id", IAM.Limits.idType)
            path = fields.string("Path", IAM.Limits.pathType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("Arn", arn)
            writer.string("Name", name)
            writer.enumeration("Type", type)
            writer.string("Id", id)
            writer.string("Path", path)
        }
    }
}

extension IAM.Shape {
    /// ErrorDetails. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ErrorDetails.html>
    package struct ErrorDetails: WireShape {
        package var message: String
        package var code: String

        package init(message: String, code: String) {
            self.message = message
            self.code = code
        }

        package init(from fields: inout FieldReader) {
            message = fields.requiredString("Message")
            code = fields.requiredString("Code")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("Message", message)
            writer.string("Code", code)
        }
    }
}

extension IAM.Shape {
    /// ListPoliciesGrantingServiceAccessEntry. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPoliciesGrantingServiceAccessEntry.html>
    package struct ListPoliciesGrantingServiceAccessEntry: WireShape {
        package var serviceNamespace: String?
        package var policies: [IAM.Shape.PolicyGrantingServiceAccess]?

        package init(
            serviceNamespace: String? = nil,
            policies: [IAM.Shape.PolicyGrantingServiceAccess]? = nil
        ) {
            self.serviceNamespace = serviceNamespace
            self.policies = policies
        }

        package init(from fields: inout FieldReader) {
            serviceNamespace = fields.string("ServiceNamespace", IAM.Limits.serviceNamespaceType)
            policies = fields.structures("Policies")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("ServiceNamespace", serviceNamespace)
            writer.structures("Policies", policies)
        }
    }
}

extension IAM.Shape {
    /// PolicyGrantingServiceAccess. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyGrantingServiceAccess.html>
    package struct PolicyGrantingServiceAccess: WireShape {
        package var policyName: String
        package var policyType: IAM.Shape.PolicyType
        package var policyArn: String?
        package var entityType: IAM.Shape.PolicyOwnerEntityType?
        package var entityName: String?

        package init(
            policyName: String, policyType: IAM.Shape.PolicyType, policyArn: String? = nil,
            entityType: IAM.Shape.PolicyOwnerEntityType? = nil, entityName: String? = nil
        ) {
            self.policyName = policyName
            self.policyType = policyType
            self.policyArn = policyArn
            self.entityType = entityType
            self.entityName = entityName
        }

        package init(from fields: inout FieldReader) {
            policyName = fields.requiredString("PolicyName", IAM.Limits.policyNameType)
            policyType = fields.requiredEnumeration("PolicyType")
            policyArn = fields.string("PolicyArn", IAM.Limits.arnType)
            entityType = fields.enumeration("EntityType")
            entityName = fields.string("EntityName", IAM.Limits.entityNameType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("PolicyName", policyName)
            writer.enumeration("PolicyType", policyType)
            writer.string("PolicyArn", policyArn)
            writer.enumeration("EntityType", entityType)
            writer.string("EntityName", entityName)
        }
    }
}

extension IAM.Shape {
    /// ServiceLastAccessed. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ServiceLastAccessed.html>
    package struct ServiceLastAccessed: WireShape {
        package var serviceName: String
        package var lastAuthenticated: Timestamp?
        package var serviceNamespace: String
        package var lastAuthenticatedEntity: String?
        package var lastAuthenticatedRegion: String?
        package var totalAuthenticatedEntities: Int?
        package var trackedActionsLastAccessed: [IAM.Shape.TrackedActionLastAccessed]?

        package init(
            serviceName: String, serviceNamespace: String, lastAuthenticated: Timestamp? = nil,
            lastAuthenticatedEntity: String? = nil, lastAuthenticatedRegion: String? = nil,
            totalAuthenticatedEntities: Int? = nil,
            trackedActionsLastAccessed: [IAM.Shape.TrackedActionLastAccessed]? = nil
        ) {
            self.serviceName = serviceName
            self.lastAuthenticated = lastAuthenticated
            self.serviceNamespace = serviceNamespace
            self.lastAuthenticatedEntity = lastAuthenticatedEntity
            self.lastAuthenticatedRegion = lastAuthenticatedRegion
            self.totalAuthenticatedEntities = totalAuthenticatedEntities
            self.trackedActionsLastAccessed = trackedActionsLastAccessed
        }

        package init(from fields: inout FieldReader) {
            serviceName = fields.requiredString("ServiceName")
            lastAuthenticated = fields.timestamp("LastAuthenticated")
            serviceNamespace = fields.requiredString(
                "ServiceNamespace", IAM.Limits.serviceNamespaceType)
            lastAuthenticatedEntity = fields.string("LastAuthenticatedEntity", IAM.Limits.arnType)
            lastAuthenticatedRegion = fields.string("LastAuthenticatedRegion")
            totalAuthenticatedEntities = fields.integer("TotalAuthenticatedEntities")
            trackedActionsLastAccessed = fields.structures("TrackedActionsLastAccessed")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("ServiceName", serviceName)
            writer.timestamp("LastAuthenticated", lastAuthenticated)
            writer.string("ServiceNamespace", serviceNamespace)
            writer.string("LastAuthenticatedEntity", lastAuthenticatedEntity)
            writer.string("LastAuthenticatedRegion", lastAuthenticatedRegion)
            writer.integer("TotalAuthenticatedEntities", totalAuthenticatedEntities)
            writer.structures("TrackedActionsLastAccessed", trackedActionsLastAccessed)
        }
    }
}

extension IAM.Shape {
    /// TrackedActionLastAccessed. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_TrackedActionLastAccessed.html>
    package struct TrackedActionLastAccessed: WireShape {
        package var actionName: String?
        package var lastAccessedEntity: String?
        package var lastAccessedTime: Timestamp?
        package var lastAccessedRegion: String?

        package init(
            actionName: String? = nil, lastAccessedEntity: String? = nil,
            lastAccessedTime: Timestamp? = nil, lastAccessedRegion: String? = nil
        ) {
            self.actionName = actionName
            self.lastAccessedEntity = lastAccessedEntity
            self.lastAccessedTime = lastAccessedTime
            self.lastAccessedRegion = lastAccessedRegion
        }

        package init(from fields: inout FieldReader) {
            actionName = fields.string("ActionName")
            lastAccessedEntity = fields.string("LastAccessedEntity", IAM.Limits.arnType)
            lastAccessedTime = fields.timestamp("LastAccessedTime")
            lastAccessedRegion = fields.string("LastAccessedRegion")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("ActionName", actionName)
            writer.string("LastAccessedEntity", lastAccessedEntity)
            writer.timestamp("LastAccessedTime", lastAccessedTime)
            writer.string("LastAccessedRegion", lastAccessedRegion)
        }
    }
}

extension IAM.Shape {
    /// AccessAdvisorUsageGranularityType.
    package enum AccessAdvisorUsageGranularityType: String, WireEnum {
        case serviceLevel = "SERVICE_LEVEL"
        case actionLevel = "ACTION_LEVEL"
    }
}

extension IAM.Shape {
    /// jobStatusType.
    package enum JobStatusType: String, WireEnum {
        case inProgress = "IN_PROGRESS"
        case completed = "COMPLETED"
        case failed = "FAILED"
    }
}

extension IAM.Shape {
    /// policyOwnerEntityType.
    package enum PolicyOwnerEntityType: String, WireEnum {
        case user = "USER"
        case role = "ROLE"
        case group = "GROUP"
    }
}

extension IAM.Shape {
    /// policyType.
    package enum PolicyType: String, WireEnum {
        case inline = "INLINE"
        case managed = "MANAGED"
    }
}

extension IAM.Shape {
    /// sortKeyType.
    package enum SortKeyType: String, WireEnum {
        case serviceNamespaceAscending = "SERVICE_NAMESPACE_ASCENDING"
        case serviceNamespaceDescending = "SERVICE_NAMESPACE_DESCENDING"
        case lastAuthenticatedTimeAscending = "LAST_AUTHENTICATED_TIME_ASCENDING"
        case lastAuthenticatedTimeDescending = "LAST_AUTHENTICATED_TIME_DESCENDING"
    }
}
