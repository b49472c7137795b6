// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension IAM {
    /// GetContextKeysForCustomPolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetContextKeysForCustomPolicy.html>
    package enum GetContextKeysForCustomPolicy: Operation {
        package static let facts = OperationFacts(
            name: "GetContextKeysForCustomPolicy", service: .iam,
            resultWrapper: "GetContextKeysForCustomPolicyResult", errors: [Errors.invalidInput])

        package struct Input: WireShape {
            package var policyInputList: [String]

            package init(policyInputList: [String]) {
                self.policyInputList = policyInputList
            }

            package init(from fields: inout FieldReader) {
                policyInputList = fields.requiredStrings(
                    "PolicyInputList", each: IAM.Limits.policyDocumentType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.strings("PolicyInputList", policyInputList)
            }
        }

        package struct Output: WireShape {
            package var contextKeyNames: [String]?

            package init(contextKeyNames: [String]? = nil) {
                self.contextKeyNames = contextKeyNames
            }

            package init(from fields: inout FieldReader) {
                contextKeyNames = fields.strings(
                    "ContextKeyNames", each: IAM.Limits.contextKeyNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.strings("ContextKeyNames", contextKeyNames)
            }
        }
    }
}

extension IAM {
    /// GetContextKeysForPrincipalPolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetContextKeysForPrincipalPolicy.html>
    package enum GetContextKeysForPrincipalPolicy: Operation {
        package static let facts = OperationFacts(
            name: "GetContextKeysForPrincipalPolicy", service: .iam,
            resultWrapper: "GetContextKeysForPrincipalPolicyResult",
            errors: [Errors.noSuchEntity, Errors.invalidInput])

        package struct Input: WireShape {
            package var policySourceArn: String
            package var policyInputList: [String]?

            package init(policySourceArn: String, policyInputList: [String]? = nil) {
                self.policySourceArn = policySourceArn
                self.policyInputList = policyInputList
            }

            package init(from fields: inout FieldReader) {
                policySourceArn = fields.requiredString("PolicySourceArn", IAM.Limits.arnType)
                policyInputList = fields.strings(
                    "PolicyInputList", each: IAM.Limits.policyDocumentType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("PolicySourceArn", policySourceArn)
                writer.strings("PolicyInputList", policyInputList)
            }
        }

        package struct Output: WireShape {
            package var contextKeyNames: [String]?

            package init(contextKeyNames: [String]? = nil) {
                self.contextKeyNames = contextKeyNames
            }

            package init(from fields: inout FieldReader) {
                contextKeyNames = fields.strings(
                    "ContextKeyNames", each: IAM.Limits.contextKeyNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.strings("ContextKeyNames", contextKeyNames)
            }
        }
    }
}

extension IAM {
    /// SimulateCustomPolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html>
    package enum SimulateCustomPolicy: Operation {
        package static let facts = OperationFacts(
            name: "SimulateCustomPolicy", service: .iam,
            resultWrapper: "SimulateCustomPolicyResult",
            errors: [Errors.invalidInput, Errors.policyEvaluation],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["EvaluationResults"]))

        package struct Input: WireShape, AsksForPage {
            package var policyInputList: [String]
            package var permissionsBoundaryPolicyInputList: [String]?
            package var orderedOrganizationPolicyInputList:
                [IAM.Shape.OrderedOrganizationPolicyType]?
            package var actionNames: [String]
            package var resourceArns: [String]?
            package var resourcePolicy: String?
            package var resourceOwner: String?
            package var callerArn: String?
            package var contextEntries: [IAM.Shape.ContextEntry]?
            package var resourceHandlingOption: String?
            package var maxItems: Int?
            package var marker: String?

            package init(
                policyInputList: [String], actionNames: [String],
                permissionsBoundaryPolicyInputList: [String]? = nil,
                orderedOrganizationPolicyInputList: [IAM.Shape.OrderedOrganizationPolicyType]? =
                    nil, resourceArns: [String]? = nil, resourcePolicy: String? = nil,
                resourceOwner: String? = nil, callerArn: String? = nil,
                contextEntries: [IAM.Shape.ContextEntry]? = nil,
                resourceHandlingOption: String? = nil, maxItems: Int? = nil, marker: String? = nil
            ) {
                self.policyInputList = policyInputList
                self.permissionsBoundaryPolicyInputList = permissionsBoundaryPolicyInputList
                self.orderedOrganizationPolicyInputList = orderedOrganizationPolicyInputList
                self.actionNames = actionNames
                self.resourceArns = resourceArns
                self.resourcePolicy = resourcePolicy
                self.resourceOwner = resourceOwner
                self.callerArn = callerArn
                self.contextEntries = contextEntries
                self.resourceHandlingOption = resourceHandlingOption
                self.maxItems = maxItems
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                policyInputList = fields.requiredStrings(
                    "PolicyInputList", each: IAM.Limits.policyDocumentType)
                permissionsBoundaryPolicyInputList = fields.strings(
                    "PermissionsBoundaryPolicyInputList", each: IAM.Limits.policyDocumentType)
                orderedOrganizationPolicyInputList = fields.structures(
                    "OrderedOrganizationPolicyInputList",
                    count: IAM.Limits.organizationPolicyListType)
                actionNames = fields.requiredStrings("ActionNames", each: IAM.Limits.actionNameType)
                resourceArns = fields.strings("ResourceArns", each: IAM.Limits.resourceNameType)
                resourcePolicy = fields.string("ResourcePolicy", IAM.Limits.policyDocumentType)
                resourceOwner = fields.string("ResourceOwner", IAM.Limits.resourceNameType)
                callerArn = fields.string("CallerArn", IAM.Limits.resourceNameType)
                contextEntries = fields.structures("ContextEntries")
                resourceHandlingOption = fields.string(
                    "ResourceHandlingOption", IAM.Limits.resourceHandlingOptionType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
                marker = fields.string("Marker", IAM.Limits.markerType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.strings("PolicyInputList", policyInputList)
                writer.strings(
                    "PermissionsBoundaryPolicyInputList", permissionsBoundaryPolicyInputList)
                writer.structures(
                    "OrderedOrganizationPolicyInputList", orderedOrganizationPolicyInputList)
                writer.strings("ActionNames", actionNames)
                writer.strings("ResourceArns", resourceArns)
                writer.string("ResourcePolicy", resourcePolicy)
                writer.string("ResourceOwner", resourceOwner)
                writer.string("CallerArn", callerArn)
                writer.structures("ContextEntries", contextEntries)
                writer.string("ResourceHandlingOption", resourceHandlingOption)
                writer.integer("MaxItems", maxItems)
                writer.string("Marker", marker)
            }
        }

        package struct Output: WireShape, AnswersPage {
            package var evaluationResults: [IAM.Shape.EvaluationResult]?
            package var isTruncated: Bool?
            package var marker: String?

            package init(
                evaluationResults: [IAM.Shape.EvaluationResult]? = nil, isTruncated: Bool? = nil,
                marker: String? = nil
            ) {
                self.evaluationResults = evaluationResults
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                evaluationResults = fields.structures("EvaluationResults")
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("EvaluationResults", evaluationResults)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}

extension IAM {
    /// SimulatePrincipalPolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html>
    package enum SimulatePrincipalPolicy: Operation {
        package static let facts = OperationFacts(
            name: "SimulatePrincipalPolicy", service: .iam,
            resultWrapper: "SimulatePrincipalPolicyResult",
            errors: [Errors.noSuchEntity, Errors.invalidInput, Errors.policyEvaluation],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["EvaluationResults"]))

        package struct Input: WireShape, AsksForPage {
            package var policySourceArn: String
            package var policyInputList: [String]?
            package var permissionsBoundaryPolicyInputList: [String]?
            package var policyExclusionList: [IAM.Shape.PolicyIdentifier]?
            package var actionNames: [String]
            package var resourceArns: [String]?
            package var resourcePolicy: String?
            package var resourceOwner: String?
            package var callerArn: String?
            package var contextEntries: [IAM.Shape.ContextEntry]?
            package var resourceHandlingOption: String?
            package var maxItems: Int?
            package var marker: String?

            package init(
                policySourceArn: String, actionNames: [String], policyInputList: [String]? = nil,
                permissionsBoundaryPolicyInputList: [String]? = nil,
                policyExclusionList: [IAM.Shape.PolicyIdentifier]? = nil,
                resourceArns: [String]? = nil, resourcePolicy: String? = nil,
                resourceOwner: String? = nil, callerArn: String? = nil,
                contextEntries: [IAM.Shape.ContextEntry]? = nil,
                resourceHandlingOption: String? = nil, maxItems: Int? = nil, marker: String? = nil
            ) {
                self.policySourceArn = policySourceArn
                self.policyInputList = policyInputList
                self.permissionsBoundaryPolicyInputList = permissionsBoundaryPolicyInputList
                self.policyExclusionList = policyExclusionList
                self.actionNames = actionNames
                self.resourceArns = resourceArns
                self.resourcePolicy = resourcePolicy
                self.resourceOwner = resourceOwner
                self.callerArn = callerArn
                self.contextEntries = contextEntries
                self.resourceHandlingOption = resourceHandlingOption
                self.maxItems = maxItems
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                policySourceArn = fields.requiredString("PolicySourceArn", IAM.Limits.arnType)
                policyInputList = fields.strings(
                    "PolicyInputList", each: IAM.Limits.policyDocumentType)
                permissionsBoundaryPolicyInputList = fields.strings(
                    "PermissionsBoundaryPolicyInputList", each: IAM.Limits.policyDocumentType)
                policyExclusionList = fields.structures(
                    "PolicyExclusionList", count: IAM.Limits.policyExclusionsListType)
                actionNames = fields.requiredStrings("ActionNames", each: IAM.Limits.actionNameType)
                resourceArns = fields.strings("ResourceArns", each: IAM.Limits.resourceNameType)
                resourcePolicy = fields.string("ResourcePolicy", IAM.Limits.policyDocumentType)
                resourceOwner = fields.string("ResourceOwner", IAM.Limits.resourceNameType)
                callerArn = fields.string("CallerArn", IAM.Limits.resourceNameType)
                contextEntries = fields.structures("ContextEntries")
                resourceHandlingOption = fields.string(
                    "ResourceHandlingOption", IAM.Limits.resourceHandlingOptionType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
                marker = fields.string("Marker", IAM.Limits.markerType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("PolicySourceArn", policySourceArn)
                writer.strings("PolicyInputList", policyInputList)
                writer.strings(
                    "PermissionsBoundaryPolicyInputList", permissionsBoundaryPolicyInputList)
                writer.structures("PolicyExclusionList", policyExclusionList)
                writer.strings("ActionNames", actionNames)
                writer.strings("ResourceArns", resourceArns)
                writer.string("ResourcePolicy", resourcePolicy)
                writer.string("ResourceOwner", resourceOwner)
                writer.string("CallerArn", callerArn)
                writer.structures("ContextEntries", contextEntries)
                writer.string("ResourceHandlingOption", resourceHandlingOption)
                writer.integer("MaxItems", maxItems)
                writer.string("Marker", marker)
            }
        }

        package struct Output: WireShape, AnswersPage {
            package var evaluationResults: [IAM.Shape.EvaluationResult]?
            package var isTruncated: Bool?
            package var marker: String?

            package init(
                evaluationResults: [IAM.Shape.EvaluationResult]? = nil, isTruncated: Bool? = nil,
                marker: String? = nil
            ) {
                self.evaluationResults = evaluationResults
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                evaluationResults = fields.structures("EvaluationResults")
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("EvaluationResults", evaluationResults)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}

extension IAM.Shape {
    /// ContextEntry. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ContextEntry.html>
    package struct ContextEntry: WireShape {
        package var contextKeyName: String?
        package var contextKeyValues: [String]?
        package var contextKeyType: IAM.Shape.ContextKeyTypeEnum?

        package init(
            contextKeyName: String? = nil, contextKeyValues: [String]? = nil,
            contextKeyType: IAM.Shape.ContextKeyTypeEnum? = nil
        ) {
            self.contextKeyName = contextKeyName
            self.contextKeyValues = contextKeyValues
            self.contextKeyType = contextKeyType
        }

        package init(from fields: inout FieldReader) {
            contextKeyName = fields.string("ContextKeyName", IAM.Limits.contextKeyNameType)
            contextKeyValues = fields.strings("ContextKeyValues")
            contextKeyType = fields.enumeration("ContextKeyType")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("ContextKeyName", contextKeyName)
            writer.strings("ContextKeyValues", contextKeyValues)
            writer.enumeration("ContextKeyType", contextKeyType)
        }
    }
}

extension IAM.Shape {
    /// EvaluationResult. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html>
    package struct EvaluationResult: WireShape {
        package var evalActionName: String
        package var evalResourceName: String?
        package var evalDecision: IAM.Shape.PolicyEvaluationDecisionType
        package var matchedStatements: [IAM.Shape.Statement]?
        package var missingContextValues: [String]?
        package var organizationsDecisionDetail: IAM.Shape.OrganizationsDecisionDetail?
        package var permissionsBoundaryDecisionDetail: IAM.Shape.PermissionsBoundaryDecisionDetail?
        package var evalDecisionDetails: [ExactText: IAM.Shape.PolicyEvaluationDecisionType]?
        package var resourceSpecificResults: [IAM.Shape.ResourceSpecificResult]?

        package init(
            evalActionName: String, evalDecision: IAM.Shape.PolicyEvaluationDecisionType,
            evalResourceName: String? = nil, matchedStatements: [IAM.Shape.Statement]? = nil,
            missingContextValues: [String]? = nil,
            organizationsDecisionDetail: IAM.Shape.OrganizationsDecisionDetail? = nil,
            permissionsBoundaryDecisionDetail: IAM.Shape.PermissionsBoundaryDecisionDetail? = nil,
            evalDecisionDetails: [ExactText: IAM.Shape.PolicyEvaluationDecisionType]? = nil,
            resourceSpecificResults: [IAM.Shape.ResourceSpecificResult]? = nil
        ) {
            self.evalActionName = evalActionName
            self.evalResourceName = evalResourceName
            self.evalDecision = evalDecision
            self.matchedStatements = matchedStatements
            self.missingContextValues = missingContextValues
            self.organizationsDecisionDetail = organizationsDecisionDetail
            self.permissionsBoundaryDecisionDetail = permissionsBoundaryDecisionDetail
            self.evalDecisionDetails = evalDecisionDetails
            self.resourceSpecificResults = resourceSpecificResults
        }

        package init(from fields: inout FieldReader) {
            evalActionName = fields.requiredString("EvalActionName", IAM.Limits.actionNameType)
            evalResourceName = fields.string("EvalResourceName", IAM.Limits.resourceNameType)
            evalDecision = fields.requiredEnumeration("EvalDecision")
            matchedStatements = fields.structures("MatchedStatements")
            missingContextValues = fields.strings(
                "MissingContextValues", each: IAM.Limits.contextKeyNameType)
            organizationsDecisionDetail = fields.structure("OrganizationsDecisionDetail")
            permissionsBoundaryDecisionDetail = fields.structure(
                "PermissionsBoundaryDecisionDetail")
            evalDecisionDetails = fields.enumerationMap("EvalDecisionDetails")
            resourceSpecificResults = fields.structures("ResourceSpecificResults")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("EvalActionName", evalActionName)
            writer.string("EvalResourceName", evalResourceName)
            writer.enumeration("EvalDecision", evalDecision)
            writer.structures("MatchedStatements", matchedStatements)
            writer.strings("MissingContextValues", missingContextValues)
            writer.structure("OrganizationsDecisionDetail", organizationsDecisionDetail)
            writer.structure("PermissionsBoundaryDecisionDetail", permissionsBoundaryDecisionDetail)
            writer.enumerationMap("EvalDecisionDetails", evalDecisionDetails)
            writer.structures("ResourceSpecificResults", resourceSpecificResults)
        }
    }
}

extension IAM.Shape {
    /// InlinePolicyIdentifierType. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_InlinePolicyIdentifierType.html>
    package struct InlinePolicyIdentifierType: WireShape {
        package var policyName: String
        package var attachmentType: IAM.Shape.AttachmentType
        package var attachmentName: String

        package init(
            policyName: String, attachmentType: IAM.Shape.AttachmentType, attachmentName: String
        ) {
            self.policyName = policyName
            self.attachmentType = attachmentType
            self.attachmentName = attachmentName
        }

        package init(from fields: inout FieldReader) {
            policyName = fields.requiredString("PolicyName", IAM.Limits.policyNameType)
            attachmentType = fields.requiredEnumeration("AttachmentType")
            attachmentName = fields.requiredString("AttachmentName", IAM.Limits.attachmentName)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("PolicyName", policyName)
            writer.enumeration("AttachmentType", attachmentType)
            writer.string("AttachmentName", attachmentName)
        }
    }
}

extension IAM.Shape {
    /// OrderedOrganizationPolicyType. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_OrderedOrganizationPolicyType.html>
    package struct OrderedOrganizationPolicyType: WireShape {
        package var serviceControlPolicyInputList: [String]?

        package init(serviceControlPolicyInputList: [String]? = nil) {
            self.serviceControlPolicyInputList = serviceControlPolicyInputList
        }

        package init(from fields: inout FieldReader) {
            serviceControlPolicyInputList = fields.strings(
                "ServiceControlPolicyInputList", each: IAM.Limits.policyDocumentType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.strings("ServiceControlPolicyInputList", serviceControlPolicyInputList)
        }
    }
}

extension IAM.Shape {
    /// OrganizationsDecisionDetail. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_OrganizationsDecisionDetail.html>
    package struct OrganizationsDecisionDetail: WireShape {
        package var allowedByOrganizations: Bool?

        package init(allowedByOrganizations: Bool? = nil) {
            self.allowedByOrganizations = allowedByOrganizations
        }

        package init(from fields: inout FieldReader) {
            allowedByOrganizations = fields.boolean("AllowedByOrganizations")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.boolean("AllowedByOrganizations", allowedByOrganizations)
        }
    }
}

extension IAM.Shape {
    /// PermissionsBoundaryDecisionDetail. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_PermissionsBoundaryDecisionDetail.html>
    package struct PermissionsBoundaryDecisionDetail: WireShape {
        package var allowedByPermissionsBoundary: Bool?

        package init(allowedByPermissionsBoundary: Bool? = nil) {
            self.allowedByPermissionsBoundary = allowedByPermissionsBoundary
        }

        package init(from fields: inout FieldReader) {
            allowedByPermissionsBoundary = fields.boolean("AllowedByPermissionsBoundary")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.boolean("AllowedByPermissionsBoundary", allowedByPermissionsBoundary)
        }
    }
}

extension IAM.Shape {
    /// PolicyIdentifier. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_PolicyIdentifier.html>
    package struct PolicyIdentifier: WireShape {
        package var policyType: IAM.Shape.PolicyIdentifierPolicyType?
        package var policyArn: String?
        package var inlinePolicyIdentifier: IAM.Shape.InlinePolicyIdentifierType?

        package init(
            policyType: IAM.Shape.PolicyIdentifierPolicyType? = nil, policyArn: String? = nil,
            inlinePolicyIdentifier: IAM.Shape.InlinePolicyIdentifierType? = nil
        ) {
            self.policyType = policyType
            self.policyArn = policyArn
            self.inlinePolicyIdentifier = inlinePolicyIdentifier
        }

        package init(from fields: inout FieldReader) {
            policyType = fields.enumeration("PolicyType")
            policyArn = fields.string("PolicyArn", IAM.Limits.arnType)
            inlinePolicyIdentifier = fields.structure("InlinePolicyIdentifier")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.enumeration("PolicyType", policyType)
            writer.string("PolicyArn", policyArn)
            writer.structure("InlinePolicyIdentifier", inlinePolicyIdentifier)
        }
    }
}

extension IAM.Shape {
    /// Position. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_Position.html>
    package struct Position: WireShape {
        package var line: Int?
        package var column: Int?

        package init(line: Int? = nil, column: Int? = nil) {
            self.line = line
            self.column = column
        }

        package init(from fields: inout FieldReader) {
            line = fields.integer("Line")
            column = fields.integer("Column")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.integer("Line", line)
            writer.integer("Column", column)
        }
    }
}

extension IAM.Shape {
    /// ResourceSpecificResult. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ResourceSpecificResult.html>
    package struct ResourceSpecificResult: WireShape {
        package var evalResourceName: String
        package var evalResourceDecision: IAM.Shape.PolicyEvaluationDecisionType
        package var matchedStatements: [IAM.Shape.Statement]?
        package var missingContextValues: [String]?
        package var evalDecisionDetails: [ExactText: IAM.Shape.PolicyEvaluationDecisionType]?
        package var permissionsBoundaryDecisionDetail: IAM.Shape.PermissionsBoundaryDecisionDetail?

        package init(
            evalResourceName: String, evalResourceDecision: IAM.Shape.PolicyEvaluationDecisionType,
            matchedStatements: [IAM.Shape.Statement]? = nil, missingContextValues: [String]? = nil,
            evalDecisionDetails: [ExactText: IAM.Shape.PolicyEvaluationDecisionType]? = nil,
            permissionsBoundaryDecisionDetail: IAM.Shape.PermissionsBoundaryDecisionDetail? = nil
        ) {
            self.evalResourceName = evalResourceName
            self.evalResourceDecision = evalResourceDecision
            self.matchedStatements = matchedStatements
            self.missingContextValues = missingContextValues
            self.evalDecisionDetails = evalDecisionDetails
            self.permissionsBoundaryDecisionDetail = permissionsBoundaryDecisionDetail
        }

        package init(from fields: inout FieldReader) {
            evalResourceName = fields.requiredString(
                "EvalResourceName", IAM.Limits.resourceNameType)
            evalResourceDecision = fields.requiredEnumeration("EvalResourceDecision")
            matchedStatements = fields.structures("MatchedStatements")
            missingContextValues = fields.strings(
                "MissingContextValues", each: IAM.Limits.contextKeyNameType)
            evalDecisionDetails = fields.enumerationMap("EvalDecisionDetails")
            permissionsBoundaryDecisionDetail = fields.structure(
                "PermissionsBoundaryDecisionDetail")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("EvalResourceName", evalResourceName)
            writer.enumeration("EvalResourceDecision", evalResourceDecision)
            writer.structures("MatchedStatements", matchedStatements)
            writer.strings("MissingContextValues", missingContextValues)
            writer.enumerationMap("EvalDecisionDetails", evalDecisionDetails)
            writer.structure("PermissionsBoundaryDecisionDetail", permissionsBoundaryDecisionDetail)
        }
    }
}

extension IAM.Shape {
    /// Statement. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_Statement.html>
    package struct Statement: WireShape {
        package var sourcePolicyId: String?
        package var sourcePolicyType: IAM.Shape.PolicySourceType?
        package var startPosition: IAM.Shape.Position?
        package var endPosition: IAM.Shape.Position?

        package init(
            sourcePolicyId: String? = nil, sourcePolicyType: IAM.Shape.PolicySourceType? = nil,
            startPosition: IAM.Shape.Position? = nil, endPosition: IAM.Shape.Position? = nil
        ) {
            self.sourcePolicyId = sourcePolicyId
            self.sourcePolicyType = sourcePolicyType
            self.startPosition = startPosition
            self.endPosition = endPosition
        }

        package init(from fields: inout FieldReader) {
            sourcePolicyId = fields.string("SourcePolicyId")
            sourcePolicyType = fields.enumeration("SourcePolicyType")
            startPosition = fields.structure("StartPosition")
            endPosition = fields.structure("EndPosition")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("SourcePolicyId", sourcePolicyId)
            writer.enumeration("SourcePolicyType", sourcePolicyType)
            writer.structure("StartPosition", startPosition)
            writer.structure("EndPosition", endPosition)
        }
    }
}

extension IAM.Shape {
    /// AttachmentType.
    package enum AttachmentType: String, WireEnum {
        case user = "user"
        case group = "group"
        case role = "role"
    }
}

extension IAM.Shape {
    /// ContextKeyTypeEnum.
    package enum ContextKeyTypeEnum: String, WireEnum {
        case string = "string"
        case stringList = "stringList"
        case numeric = "numeric"
        case numericList = "numericList"
        case boolean = "boolean"
        case booleanList = "booleanList"
        case ip = "ip"
        case ipList = "ipList"
        case binary = "binary"
        case binaryList = "binaryList"
        case date = "date"
        case dateList = "dateList"
    }
}

extension IAM.Shape {
    /// PolicyEvaluationDecisionType.
    package enum PolicyEvaluationDecisionType: String, WireEnum {
        case allowed = "allowed"
        case explicitDeny = "explicitDeny"
        case implicitDeny = "implicitDeny"
    }
}

extension IAM.Shape {
    /// PolicyIdentifierPolicyType.
    package enum PolicyIdentifierPolicyType: String, WireEnum {
        case inline = "inline"
        case awsManaged = "aws-managed"
        case userManaged = "user-managed"
        case permissionBoundary = "permission-boundary"
        case scp = "scp"
        case rcp = "rcp"
    }
}

extension IAM.Shape {
    /// PolicySourceType.
    package enum PolicySourceType: String, WireEnum {
        case user = "user"
        case group = "group"
        case role = "role"
        case awsManaged = "aws-managed"
        case userManaged = "user-managed"
        case resource = "resource"
        case nothing = "none"
        case iamPolicy = "IAM Policy"
        case resourcePolicy = "Resource Policy"
        case permissionsBoundaryPolicy = "Permissions Boundary Policy"
    }
}
