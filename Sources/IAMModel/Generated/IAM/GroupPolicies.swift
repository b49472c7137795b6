// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire

extension IAM {
    /// AttachGroupPolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachGroupPolicy.html>
    package enum AttachGroupPolicy: Operation {
        package static let facts = OperationFacts(
            name: "AttachGroupPolicy", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.limitExceeded, Errors.invalidInput,
                Errors.policyNotAttachable, Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesGroup, NamesPolicyARN {
            package var groupName: String
            package var policyArn: String

            package init(groupName: String, policyArn: String) {
                self.groupName = groupName
                self.policyArn = policyArn
            }

            package init(from fields: inout FieldReader) {
                groupName = fields.requiredString("GroupName", IAM.Limits.groupNameType)
                policyArn = fields.requiredString("PolicyArn", IAM.Limits.arnType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("GroupName", groupName)
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
    /// DeleteGroupPolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroupPolicy.html>
    package enum DeleteGroupPolicy: Operation {
        package static let facts = OperationFacts(
            name: "DeleteGroupPolicy", service: .iam,
            errors: [Errors.noSuchEntity, Errors.limitExceeded, Errors.serviceFailure])

        package struct Input: WireShape, NamesGroup, NamesPolicy {
            package var groupName: String
            package var policyName: String

            package init(groupName: String, policyName: String) {
                self.groupName = groupName
                self.policyName = policyName
            }

            package init(from fields: inout FieldReader) {
                groupName = fields.requiredString("GroupName", IAM.Limits.groupNameType)
                policyName = fields.requiredString("PolicyName", IAM.Limits.policyNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("GroupName", groupName)
                writer.string("PolicyName", policyName)
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
    /// DetachGroupPolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachGroupPolicy.html>
    package enum DetachGroupPolicy: Operation {
        package static let facts = OperationFacts(
            name: "DetachGroupPolicy", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.limitExceeded, Errors.invalidInput,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesGroup, NamesPolicyARN {
            package var groupName: String
            package var policyArn: String

            package init(groupName: String, policyArn: String) {
                self.groupName = groupName
                self.policyArn = policyArn
            }

            package init(from fields: inout FieldReader) {
                groupName = fields.requiredString("GroupName", IAM.Limits.groupNameType)
                policyArn = fields.requiredString("PolicyArn", IAM.Limits.arnType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("GroupName", groupName)
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
    /// GetGroupPolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetGroupPolicy.html>
    package enum GetGroupPolicy: Operation {
        package static let facts = OperationFacts(
            name: "GetGroupPolicy", service: .iam, resultWrapper: "GetGroupPolicyResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure])

        package struct Input: WireShape, NamesGroup, NamesPolicy {
            package var groupName: String
            package var policyName: String

            package init(groupName: String, policyName: String) {
                self.groupName = groupName
                self.policyName = policyName
            }

            package init(from fields: inout FieldReader) {
                groupName = fields.requiredString("GroupName", IAM.Limits.groupNameType)
                policyName = fields.requiredString("PolicyName", IAM.Limits.policyNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("GroupName", groupName)
                writer.string("PolicyName", policyName)
            }
        }

        package struct Output: WireShape {
            package var groupName: String
            package var policyName: String
            package var policyDocument: String

            package init(groupName: String, policyName: String, policyDocument: String) {
                self.groupName = groupName
                self.policyName = policyName
                self.policyDocument = policyDocument
            }

            package init(from fields: inout FieldReader) {
                groupName = fields.requiredString("GroupName", IAM.Limits.groupNameType)
                policyName = fields.requiredString("PolicyName", IAM.Limits.policyNameType)
                policyDocument = fields.requiredString(
                    "PolicyDocument", IAM.Limits.policyDocumentType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("GroupName", groupName)
                writer.string("PolicyName", policyName)
                writer.string("PolicyDocument", policyDocument)
            }
        }
    }
}

extension IAM {
    /// ListAttachedGroupPolicies. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedGroupPolicies.html>
    package enum ListAttachedGroupPolicies: Operation {
        package static let facts = OperationFacts(
            name: "ListAttachedGroupPolicies", service: .iam,
            resultWrapper: "ListAttachedGroupPoliciesResult",
            errors: [Errors.noSuchEntity, Errors.invalidInput, Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["AttachedPolicies"]))

        package struct Input: WireShape, AsksForPage, FiltersByPath, NamesGroup {
            package var groupName: String
            package var pathPrefix: String?
            package var marker: String?
            package var maxItems: Int?

            package init(
                groupName: String, pathPrefix: String? = nil, marker: String? = nil,
                maxItems: Int? = nil
            ) {
                self.groupName = groupName
                self.pathPrefix = pathPrefix
                self.marker = marker
                self.maxItems = maxItems
            }

            package init(from fields: inout FieldReader) {
                groupName = fields.requiredString("GroupName", IAM.Limits.groupNameType)
                pathPrefix = fields.string("PathPrefix", IAM.Limits.policyPathType)
                marker = fields.string("Marker", IAM.Limits.markerType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("GroupName", groupName)
                writer.string("PathPrefix", pathPrefix)
                writer.string("Marker", marker)
                writer.integer("MaxItems", maxItems)
            }
        }

        package struct Output: WireShape, AnswersPage, AttachedPoliciesAnswer {
            package var attachedPolicies: [IAM.Shape.AttachedPolicy]?
            package var isTruncated: Bool?
            package var marker: String?

            package init(
                attachedPolicies: [IAM.Shape.AttachedPolicy]? = nil, isTruncated: Bool? = nil,
                marker: String? = nil
            ) {
                self.attachedPolicies = attachedPolicies
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                attachedPolicies = fields.structures("AttachedPolicies")
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("AttachedPolicies", attachedPolicies)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}

extension IAM {
    /// ListGroupPolicies. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroupPolicies.html>
    package enum ListGroupPolicies: Operation {
        package static let facts = OperationFacts(
            name: "ListGroupPolicies", service: .iam, resultWrapper: "ListGroupPoliciesResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["PolicyNames"]))

        package struct Input: WireShape, AsksForPage, NamesGroup {
            package var groupName: String
            package var marker: String?
            package var maxItems: Int?

            package init(groupName: String, marker: String? = nil, maxItems: Int? = nil) {
                self.groupName = groupName
                self.marker = marker
                self.maxItems = maxItems
            }

            package init(from fields: inout FieldReader) {
                groupName = fields.requiredString("GroupName", IAM.Limits.groupNameType)
                marker = fields.string("Marker", IAM.Limits.markerType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("GroupName", groupName)
                writer.string("Marker", marker)
                writer.integer("MaxItems", maxItems)
            }
        }

        package struct Output: WireShape, AnswersPage, PolicyNamesAnswer {
            package var policyNames: [String]
            package var isTruncated: Bool?
            package var marker: String?

            package init(policyNames: [String], isTruncated: Bool? = nil, marker: String? = nil) {
                self.policyNames = policyNames
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                policyNames = fields.requiredStrings("PolicyNames", each: IAM.Limits.policyNameType)
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.strings("PolicyNames", policyNames)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}

extension IAM {
    /// PutGroupPolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutGroupPolicy.html>
    package enum PutGroupPolicy: Operation {
        package static let facts = OperationFacts(
            name: "PutGroupPolicy", service: .iam,
            errors: [
                Errors.limitExceeded, Errors.malformedPolicyDocument, Errors.noSuchEntity,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, CarriesPolicy, NamesGroup, NamesPolicy {
            package var groupName: String
            package var policyName: String
            package var policyDocument: String

            package init(groupName: String, policyName: String, policyDocument: String) {
                self.groupName = groupName
                self.policyName = policyName
                self.policyDocument = policyDocument
            }

            package init(from fields: inout FieldReader) {
                groupName = fields.requiredString("GroupName", IAM.Limits.groupNameType)
                policyName = fields.requiredString("PolicyName", IAM.Limits.policyNameType)
                policyDocument = fields.requiredString(
                    "PolicyDocument", IAM.Limits.policyDocumentType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("GroupName", groupName)
                writer.string("PolicyName", policyName)
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
