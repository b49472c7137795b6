// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire

extension IAM {
    /// AttachRolePolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html>
    package enum AttachRolePolicy: Operation {
        package static let facts = OperationFacts(
            name: "AttachRolePolicy", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.limitExceeded, Errors.invalidInput,
                Errors.unmodifiableEntity, Errors.policyNotAttachable, Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesPolicyARN, NamesRole {
            package var roleName: String
            package var policyArn: String

            package init(roleName: String, policyArn: String) {
                self.roleName = roleName
                self.policyArn = policyArn
            }

            package init(from fields: inout FieldReader) {
                roleName = fields.requiredString("RoleName", IAM.Limits.roleNameType)
                policyArn = fields.requiredString("PolicyArn", IAM.Limits.arnType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("RoleName", roleName)
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
    /// DeleteRolePolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePolicy.html>
    package enum DeleteRolePolicy: Operation {
        package static let facts = OperationFacts(
            name: "DeleteRolePolicy", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.limitExceeded, Errors.unmodifiableEntity,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesPolicy, NamesRole {
            package var roleName: String
            package var policyName: String

            package init(roleName: String, policyName: String) {
                self.roleName = roleName
                self.policyName = policyName
            }

            package init(from fields: inout FieldReader) {
                roleName = fields.requiredString("RoleName", IAM.Limits.roleNameType)
                policyName = fields.requiredString("PolicyName", IAM.Limits.policyNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("RoleName", roleName)
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
    /// DetachRolePolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachRolePolicy.html>
    package enum DetachRolePolicy: Operation {
        package static let facts = OperationFacts(
            name: "DetachRolePolicy", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.limitExceeded, Errors.invalidInput,
                Errors.unmodifiableEntity, Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesPolicyARN, NamesRole {
            package var roleName: String
            package var policyArn: String

            package init(roleName: String, policyArn: String) {
                self.roleName = roleName
                self.policyArn = policyArn
            }

            package init(from fields: inout FieldReader) {
                roleName = fields.requiredString("RoleName", IAM.Limits.roleNameType)
                policyArn = fields.requiredString("PolicyArn", IAM.Limits.arnType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("RoleName", roleName)
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
    /// GetRolePolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRolePolicy.html>
    package enum GetRolePolicy: Operation {
        package static let facts = OperationFacts(
            name: "GetRolePolicy", service: .iam, resultWrapper: "GetRolePolicyResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure])

        package struct Input: WireShape, NamesPolicy, NamesRole {
            package var roleName: String
            package var policyName: String

            package init(roleName: String, policyName: String) {
                self.roleName = roleName
                self.policyName = policyName
            }

            package init(from fields: inout FieldReader) {
                roleName = fields.requiredString("RoleName", IAM.Limits.roleNameType)
                policyName = fields.requiredString("PolicyName", IAM.Limits.policyNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("RoleName", roleName)
                writer.string("PolicyName", policyName)
            }
        }

        package struct Output: WireShape {
            package var roleName: String
            package var policyName: String
            package var policyDocument: String

            package init(roleName: String, policyName: String, policyDocument: String) {
                self.roleName = roleName
                self.policyName = policyName
                self.policyDocument = policyDocument
            }

            package init(from fields: inout FieldReader) {
                roleName = fields.requiredString("RoleName", IAM.Limits.roleNameType)
                policyName = fields.requiredString("PolicyName", IAM.Limits.policyNameType)
                policyDocument = fields.requiredString(
                    "PolicyDocument", IAM.Limits.policyDocumentType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("RoleName", roleName)
                writer.string("PolicyName", policyName)
                writer.string("PolicyDocument", policyDocument)
            }
        }
    }
}

extension IAM {
    /// ListAttachedRolePolicies. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedRolePolicies.html>
    package enum ListAttachedRolePolicies: Operation {
        package static let facts = OperationFacts(
            name: "ListAttachedRolePolicies", service: .iam,
            resultWrapper: "ListAttachedRolePoliciesResult",
            errors: [Errors.noSuchEntity, Errors.invalidInput, Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["AttachedPolicies"]))

        package struct Input: WireShape, AsksForPage, FiltersByPath, NamesRole {
            package var roleName: String
            package var pathPrefix: String?
            package var marker: String?
            package var maxItems: Int?

            package init(
                roleName: String, pathPrefix: String? = nil, marker: String? = nil,
                maxItems: Int? = nil
            ) {
                self.roleName = roleName
                self.pathPrefix = pathPrefix
                self.marker = marker
                self.maxItems = maxItems
            }

            package init(from fields: inout FieldReader) {
                roleName = fields.requiredString("RoleName", IAM.Limits.roleNameType)
                pathPrefix = fields.string("PathPrefix", IAM.Limits.policyPathType)
                marker = fields.string("Marker", IAM.Limits.markerType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("RoleName", roleName)
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
    /// ListRolePolicies. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRolePolicies.html>
    package enum ListRolePolicies: Operation {
        package static let facts = OperationFacts(
            name: "ListRolePolicies", service: .iam, resultWrapper: "ListRolePoliciesResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["PolicyNames"]))

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
    /// PutRolePolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html>
    package enum PutRolePolicy: Operation {
        package static let facts = OperationFacts(
            name: "PutRolePolicy", service: .iam,
            errors: [
                Errors.limitExceeded, Errors.malformedPolicyDocument, Errors.noSuchEntity,
                Errors.unmodifiableEntity, Errors.serviceFailure,
            ])

        package struct Input: WireShape, CarriesPolicy, NamesPolicy, NamesRole {
            package var roleName: String
            package var policyName: String
            package var policyDocument: String

            package init(roleName: String, policyName: String, policyDocument: String) {
                self.roleName = roleName
                self.policyName = policyName
                self.policyDocument = policyDocument
            }

            package init(from fields: inout FieldReader) {
                roleName = fields.requiredString("RoleName", IAM.Limits.roleNameType)
                policyName = fields.requiredString("PolicyName", IAM.Limits.policyNameType)
                policyDocument = fields.requiredString(
                    "PolicyDocument", IAM.Limits.policyDocumentType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("RoleName", roleName)
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
