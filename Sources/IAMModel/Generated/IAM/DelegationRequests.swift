// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension IAM {
    /// AcceptDelegationRequest. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_AcceptDelegationRequest.html>
    package enum AcceptDelegationRequest: Operation {
        package static let facts = OperationFacts(
            name: "AcceptDelegationRequest", service: .iam,
            errors: [Errors.noSuchEntity, Errors.serviceFailure, Errors.concurrentModification])

        package struct Input: WireShape {
            package var delegationRequestId: String

            package init(delegationRequestId: String) {
                self.delegationRequestId = delegationRequestId
            }

            package init(from fields: inout FieldReader) {
                delegationRequestId = fields.requiredString(
                    "DelegationRequestId", IAM.Limits.delegationRequestIdType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("DelegationRequestId", delegationRequestId)
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
    /// AssociateDelegationRequest. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_AssociateDelegationRequest.html>
    package enum AssociateDelegationRequest: Operation {
        package static let facts = OperationFacts(
            name: "AssociateDelegationRequest", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.serviceFailure, Errors.concurrentModification,
                Errors.invalidInput,
            ])

        package struct Input: WireShape {
            package var delegationRequestId: String

            package init(delegationRequestId: String) {
                self.delegationRequestId = delegationRequestId
            }

            package init(from fields: inout FieldReader) {
                delegationRequestId = fields.requiredString(
                    "DelegationRequestId", IAM.Limits.delegationRequestIdType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("DelegationRequestId", delegationRequestId)
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
    /// CreateDelegationRequest. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateDelegationRequest.html>
    package enum CreateDelegationRequest: Operation {
        package static let facts = OperationFacts(
            name: "CreateDelegationRequest", service: .iam,
            resultWrapper: "CreateDelegationRequestResult",
            errors: [
                Errors.entityAlreadyExists, Errors.serviceFailure, Errors.invalidInput,
                Errors.limitExceeded, Errors.concurrentModification,
            ])

        package struct Input: WireShape {
            package var ownerAccountId: String?
            package var description: String
            package var permissions: IAM.Shape.DelegationPermission
            package var requestMessage: String?
            package var requestorWorkflowId: String
            package var redirectUrl: String?
            package var notificationChannel: String
            package var sessionDuration: Int
            package var onlySendByOwner: Bool?

            package init(
                description: String, permissions: IAM.Shape.DelegationPermission,
                requestorWorkflowId: String, notificationChannel: String, sessionDuration: Int,
                ownerAccountId: String? = nil, requestMessage: String? = nil,
                redirectUrl: String? = nil, onlySendByOwner: Bool? = nil
            ) {
                self.ownerAccountId = ownerAccountId
                self.description = description
                self.permissions = permissions
                self.requestMessage = requestMessage
                self.requestorWorkflowId = requestorWorkflowId
                self.redirectUrl = redirectUrl
                self.notificationChannel = notificationChannel
                self.sessionDuration = sessionDuration
                self.onlySendByOwner = onlySendByOwner
            }

            package init(from fields: inout FieldReader) {
                ownerAccountId = fields.string("OwnerAccountId", IAM.Limits.accountIdType)
                description = fields.requiredString(
                    "Description", IAM.Limits.delegationRequestDescriptionType)
                permissions = fields.requiredStructure("Permissions")
                requestMessage = fields.string("RequestMessage", IAM.Limits.requestMessageType)
                requestorWorkflowId = fields.requiredString(
                    "RequestorWorkflowId", IAM.Limits.requestorWorkflowIdType)
                redirectUrl = fields.string("RedirectUrl", IAM.Limits.redirectUrlType)
                notificationChannel = fields.requiredString(
                    "NotificationChannel", IAM.Limits.notificationChannelType)
                sessionDuration = fields.requiredInteger(
                    "SessionDuration", IAM.Limits.sessionDurationType)
                onlySendByOwner = fields.boolean("OnlySendByOwner")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("OwnerAccountId", ownerAccountId)
                writer.string("Description", description)
                writer.structure("Permissions", permissions)
                writer.string("RequestMessage", requestMessage)
                writer.string("RequestorWorkflowId", requestorWorkflowId)
                writer.string("RedirectUrl", redirectUrl)
                writer.string("NotificationChannel", notificationChannel)
                writer.integer("SessionDuration", sessionDuration)
                writer.boolean("OnlySendByOwner", onlySendByOwner)
            }
        }

        package struct Output: WireShape {
            package var consoleDeepLink: String?
            package var delegationRequestId: String?

            package init(consoleDeepLink: String? = nil, delegationRequestId: String? = nil) {
                self.consoleDeepLink = consoleDeepLink
                self.delegationRequestId = delegationRequestId
            }

            package init(from fields: inout FieldReader) {
                consoleDeepLink = fields.string("ConsoleDeepLink", IAM.Limits.consoleDeepLinkType)
                delegationRequestId = fields.string(
                    "DelegationRequestId", IAM.Limits.delegationRequestIdType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("ConsoleDeepLink", consoleDeepLink)
                writer.string("DelegationRequestId", delegationRequestId)
            }
        }
    }
}

extension IAM {
    /// GetDelegationRequest. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetDelegationRequest.html>
    package enum GetDelegationRequest: Operation {
        package static let facts = OperationFacts(
            name: "GetDelegationRequest", service: .iam,
            resultWrapper: "GetDelegationRequestResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure])

        package struct Input: WireShape {
            package var delegationRequestId: String
            package var delegationPermissionCheck: Bool?

            package init(delegationRequestId: String, delegationPermissionCheck: Bool? = nil) {
                self.delegationRequestId = delegationRequestId
                self.delegationPermissionCheck = delegationPermissionCheck
            }

            package init(from fields: inout FieldReader) {
                delegationRequestId = fields.requiredString(
                    "DelegationRequestId", IAM.Limits.delegationRequestIdType)
                delegationPermissionCheck = fields.boolean("DelegationPermissionCheck")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("DelegationRequestId", delegationRequestId)
                writer.boolean("DelegationPermissionCheck", delegationPermissionCheck)
            }
        }

        package struct Output: WireShape {
            package var delegationRequest: IAM.Shape.DelegationRequest?
            package var permissionCheckStatus: IAM.Shape.PermissionCheckStatusType?
            package var permissionCheckResult: IAM.Shape.PermissionCheckResultType?

            package init(
                delegationRequest: IAM.Shape.DelegationRequest? = nil,
                permissionCheckStatus: IAM.Shape.PermissionCheckStatusType? = nil,
                permissionCheckResult: IAM.Shape.PermissionCheckResultType? = nil
            ) {
                self.delegationRequest = delegationRequest
                self.permissionCheckStatus = permissionCheckStatus
                self.permissionCheckResult = permissionCheckResult
            }

            package init(from fields: inout FieldReader) {
                delegationRequest = fields.structure("DelegationRequest")
                permissionCheckStatus = fields.enumeration("PermissionCheckStatus")
                permissionCheckResult = fields.enumeration("PermissionCheckResult")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("DelegationRequest", delegationRequest)
                writer.enumeration("PermissionCheckStatus", permissionCheckStatus)
                writer.enumeration("PermissionCheckResult", permissionCheckResult)
            }
        }
    }
}

extension IAM {
    /// GetHumanReadableSummary. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetHumanReadableSummary.html>
    package enum GetHumanReadableSummary: Operation {
        package static let facts = OperationFacts(
            name: "GetHumanReadableSummary", service: .iam,
            resultWrapper: "GetHumanReadableSummaryResult",
            errors: [Errors.invalidInput, Errors.noSuchEntity, Errors.serviceFailure])

        package struct Input: WireShape {
            package var entityArn: String
            package var locale: String?

            package init(entityArn: String, locale: String? = nil) {
                self.entityArn = entityArn
                self.locale = locale
            }

            package init(from fields: inout FieldReader) {
                entityArn = fields.requiredString("EntityArn", IAM.Limits.arnType)
                locale = fields.string("Locale", IAM.Limits.localeType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("EntityArn", entityArn)
                writer.string("Locale", locale)
            }
        }

        package struct Output: WireShape {
            package var summaryContent: String?
            package var locale: String?
            package var summaryState: IAM.Shape.SummaryStateType?

            package init(
                summaryContent: String? = nil, locale: String? = nil,
                summaryState: IAM.Shape.SummaryStateType? = nil
            ) {
                self.summaryContent = summaryContent
                self.locale = locale
                self.summaryState = summaryState
            }

            package init(from fields: inout FieldReader) {
                summaryContent = fields.string("SummaryContent", IAM.Limits.summaryContentType)
                locale = fields.string("Locale", IAM.Limits.localeType)
                summaryState = fields.enumeration("SummaryState")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("SummaryContent", summaryContent)
                writer.string("Locale", locale)
                writer.enumeration("SummaryState", summaryState)
            }
        }
    }
}

extension IAM {
    /// ListDelegationRequests. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListDelegationRequests.html>
    package enum ListDelegationRequests: Operation {
        package static let facts = OperationFacts(
            name: "ListDelegationRequests", service: .iam,
            resultWrapper: "ListDelegationRequestsResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure, Errors.invalidInput])

        package struct Input: WireShape, AsksForPage {
            package var ownerId: String?
            package var marker: String?
            package var maxItems: Int?

            package init(ownerId: String? = nil, marker: String? = nil, maxItems: Int? = nil) {
                self.ownerId = ownerId
                self.marker = marker
                self.maxItems = maxItems
            }

            package init(from fields: inout FieldReader) {
                ownerId = fields.string("OwnerId", IAM.Limits.ownerIdType)
                marker = fields.string("Marker", IAM.Limits.markerType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("OwnerId", ownerId)
                writer.string("Marker", marker)
                writer.integer("MaxItems", maxItems)
            }
        }

        package struct Output: WireShape {
            package var delegationRequests: [IAM.Shape.DelegationRequest]?
            package var marker: String?
            package var isTruncated: Bool?

            package init(
                delegationRequests: [IAM.Shape.DelegationRequest]? = nil, marker: String? = nil,
                isTruncated: Bool? = nil
            ) {
                self.delegationRequests = delegationRequests
                self.marker = marker
                self.isTruncated = isTruncated
            }

            package init(from fields: inout FieldReader) {
                delegationRequests = fields.structures("DelegationRequests")
                marker = fields.string("Marker", IAM.Limits.markerType)
                isTruncated = fields.boolean("isTruncated")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("DelegationRequests", delegationRequests)
                writer.string("Marker", marker)
                writer.boolean("isTruncated", isTruncated)
            }
        }
    }
}

extension IAM {
    /// RejectDelegationRequest. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_RejectDelegationRequest.html>
    package enum RejectDelegationRequest: Operation {
        package static let facts = OperationFacts(
            name: "RejectDelegationRequest", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.serviceFailure, Errors.concurrentModification,
                Errors.invalidInput,
            ])

        package struct Input: WireShape {
            package var delegationRequestId: String
            package var notes: String?

            package init(delegationRequestId: String, notes: String? = nil) {
                self.delegationRequestId = delegationRequestId
                self.notes = notes
            }

            package init(from fields: inout FieldReader) {
                delegationRequestId = fields.requiredString(
                    "DelegationRequestId", IAM.Limits.delegationRequestIdType)
                notes = fields.string("Notes", IAM.Limits.notesType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("DelegationRequestId", delegationRequestId)
                writer.string("Notes", notes)
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
    /// SendDelegationToken. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_SendDelegationToken.html>
    package enum SendDelegationToken: Operation {
        package static let facts = OperationFacts(
            name: "SendDelegationToken", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.serviceFailure, Errors.concurrentModification,
                Errors.invalidInput,
            ])

        package struct Input: WireShape {
            package var delegationRequestId: String

            package init(delegationRequestId: String) {
                self.delegationRequestId = delegationRequestId
            }

            package init(from fields: inout FieldReader) {
                delegationRequestId = fields.requiredString(
                    "DelegationRequestId", IAM.Limits.delegationRequestIdType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("DelegationRequestId", delegationRequestId)
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
    /// UpdateDelegationRequest. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateDelegationRequest.html>
    package enum UpdateDelegationRequest: Operation {
        package static let facts = OperationFacts(
            name: "UpdateDelegationRequest", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.serviceFailure, Errors.concurrentModification,
                Errors.invalidInput,
            ])

        package struct Input: WireShape {
            package var delegationRequestId: String
            package var notes: String?

            package init(delegationRequestId: String, notes: String? = nil) {
                self.delegationRequestId = delegationRequestId
                self.notes = notes
            }

            package init(from fields: inout FieldReader) {
                delegationRequestId = fields.requiredString(
                    "DelegationRequestId", IAM.Limits.delegationRequestIdType)
                notes = fields.string("Notes", IAM.Limits.notesType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("DelegationRequestId", delegationRequestId)
                writer.string("Notes", notes)
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
    /// DelegationPermission. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DelegationPermission.html>
    package struct DelegationPermission: WireShape {
        package var policyTemplateArn: String?
        package var parameters: [IAM.Shape.PolicyParameter]?

        package init(
            policyTemplateArn: String? = nil, parameters: [IAM.Shape.PolicyParameter]? = nil
        ) {
            self.policyTemplateArn = policyTemplateArn
            self.parameters = parameters
        }

        package init(from fields: inout FieldReader) {
            policyTemplateArn = fields.string("PolicyTemplateArn", IAM.Limits.arnType)
            parameters = fields.structures("Parameters", count: IAM.Limits.policyParameterListType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("PolicyTemplateArn", policyTemplateArn)
            writer.structures("Parameters", parameters)
        }
    }
}

extension IAM.Shape {
    /// DelegationRequest. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DelegationRequest.html>
    package struct DelegationRequest: WireShape {
        package var delegationRequestId: String?
        package var ownerAccountId: String?
        package var description: String?
        package var requestMessage: String?
        package var permissions: IAM.Shape.DelegationPermission?
        package var permissionPolicy: String?
        package var rolePermissionRestrictionArns: [String]?
        package var ownerId: String?
        package var approverId: String?
        package var state: IAM.Shape.StateType?
        package var expirationTime: Timestamp?
        package var requestorId: String?
        package var requestorName: String?
        package var createDate: Timestamp?
        package var sessionDuration: Int?
        package var redirectUrl: String?
        package var notes: String?
        package var rejectionReason: String?
        package var onlySendByOwner: Bool?
        package var updatedTime: Timestamp?

        package init(
            delegationRequestId: String? = nil, ownerAccountId: String? = nil,
            description: String? = nil, requestMessage: String? = nil,
            permissions: IAM.Shape.DelegationPermission? = nil, permissionPolicy: String? = nil,
            rolePermissionRestrictionArns: [String]? = nil, ownerId: String? = nil,
            approverId: String? = nil, state: IAM.Shape.StateType? = nil,
            expirationTime: Timestamp? = nil, requestorId: String? = nil,
            requestorName: String? = nil, createDate: Timestamp? = nil, sessionDuration: Int? = nil,
            redirectUrl: String? = nil, notes: String? = nil, rejectionReason: String? = nil,
            onlySendByOwner: Bool? = nil, updatedTime: Timestamp? = nil
        ) {
            self.delegationRequestId = delegationRequestId
            self.ownerAccountId = ownerAccountId
            self.description = description
            self.requestMessage = requestMessage
            self.permissions = permissions
            self.permissionPolicy = permissionPolicy
            self.rolePermissionRestrictionArns = rolePermissionRestrictionArns
            self.ownerId = ownerId
            self.approverId = approverId
            self.state = state
            self.expirationTime = expirationTime
            self.requestorId = requestorId
            self.requestorName = requestorName
            self.createDate = createDate
            self.sessionDuration = sessionDuration
            self.redirectUrl = redirectUrl
            self.notes = notes
            self.rejectionReason = rejectionReason
            self.onlySendByOwner = onlySendByOwner
            self.updatedTime = updatedTime
        }

        package init(from fields: inout FieldReader) {
            delegationRequestId = fields.string(
                "DelegationRequestId", IAM.Limits.delegationRequestIdType)
            ownerAccountId = fields.string("OwnerAccountId", IAM.Limits.accountIdType)
            description = fields.string("Description", IAM.Limits.delegationRequestDescriptionType)
            requestMessage = fields.string("RequestMessage", IAM.Limits.requestMessageType)
            permissions = fields.structure("Permissions")
            permissionPolicy = fields.string("PermissionPolicy")
            rolePermissionRestrictionArns = fields.strings(
                "RolePermissionRestrictionArns", each: IAM.Limits.arnType)
            ownerId = fields.string("OwnerId", IAM.Limits.ownerIdType)
            approverId = fields.string("ApproverId", IAM.Limits.arnType)
            state = fields.enumeration("State")
            expirationTime = fields.timestamp("ExpirationTime")
            requestorId = fields.string("RequestorId", IAM.Limits.accountIdType)
            requestorName = fields.string("RequestorName", IAM.Limits.requestorNameType)
            createDate = fields.timestamp("CreateDate")
            sessionDuration = fields.integer("SessionDuration", IAM.Limits.sessionDurationType)
            redirectUrl = fields.string("RedirectUrl", IAM.Limits.redirectUrlType)
            notes = fields.string("Notes", IAM.Limits.notesType)
            rejectionReason = fields.string("RejectionReason", IAM.Limits.notesType)
            onlySendByOwner = fields.boolean("OnlySendByOwner")
            updatedTime = fields.timestamp("UpdatedTime")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("DelegationRequestId", delegationRequestId)
            writer.string("OwnerAccountId", ownerAccountId)
            writer.string("Description", description)
            writer.string("RequestMessage", requestMessage)
            writer.structure("Permissions", permissions)
            writer.string("PermissionPolicy", permissionPolicy)
            writer.strings("RolePermissionRestrictionArns", rolePermissionRestrictionArns)
            writer.string("OwnerId", ownerId)
            writer.string("ApproverId", approverId)
            writer.enumeration("State", state)
            writer.timestamp("ExpirationTime", expirationTime)
            writer.string("RequestorId", requestorId)
            writer.string("RequestorName", requestorName)
            writer.timestamp("CreateDate", createDate)
            writer.integer("SessionDuration", sessionDuration)
            writer.string("RedirectUrl", redirectUrl)
            writer.string("Notes", notes)
            writer.string("RejectionReason", rejectionReason)
            writer.boolean("OnlySendByOwner", onlySendByOwner)
            writer.timestamp("UpdatedTime", updatedTime)
        }
    }
}

extension IAM.Shape {
    /// PolicyParameter. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyParameter.html>
    package struct PolicyParameter: WireShape {
        package var name: String?
        package var values: [String]?
        package var type: IAM.Shape.PolicyParameterTypeEnum?

        package init(
            name: String? = nil, values: [String]? = nil,
            type: IAM.Shape.PolicyParameterTypeEnum? = nil
        ) {
            self.name = name
            self.values = values
            self.type = type
        }

        package init(from fields: inout FieldReader) {
            name = fields.string("Name", IAM.Limits.policyParameterNameType)
            values = fields.strings("Values", each: IAM.Limits.policyParameterValueType)
            type = fields.enumeration("Type")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("Name", name)
            writer.strings("Values", values)
            writer.enumeration("Type", type)
        }
    }
}

extension IAM.Shape {
    /// PolicyParameterTypeEnum.
    package enum PolicyParameterTypeEnum: String, WireEnum {
        case string = "string"
        case stringList = "stringList"
    }
}

extension IAM.Shape {
    /// permissionCheckResultType.
    package enum PermissionCheckResultType: String, WireEnum {
        case allowed = "ALLOWED"
        case denied = "DENIED"
        case unsure = "UNSURE"
    }
}

extension IAM.Shape {
    /// permissionCheckStatusType.
    package enum PermissionCheckStatusType: String, WireEnum {
        case complete = "COMPLETE"
        case inProgress = "IN_PROGRESS"
        case failed = "FAILED"
    }
}

extension IAM.Shape {
    /// stateType.
    package enum StateType: String, WireEnum {
        case unassigned = "UNASSIGNED"
        case assigned = "ASSIGNED"
        case pendingApproval = "PENDING_APPROVAL"
        case finalized = "FINALIZED"
        case accepted = "ACCEPTED"
        case rejected = "REJECTED"
        case expired = "EXPIRED"
    }
}

extension IAM.Shape {
    /// summaryStateType.
    package enum SummaryStateType: String, WireEnum {
        case available = "AVAILABLE"
        case notAvailable = "NOT_AVAILABLE"
        case notSupported = "NOT_SUPPORTED"
        case failed = "FAILED"
    }
}
