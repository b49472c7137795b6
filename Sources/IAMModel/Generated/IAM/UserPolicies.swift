// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire

extension IAM {
    /// AttachUserPolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachUserPolicy.html>
    package enum AttachUserPolicy: Operation {
        package static let facts = OperationFacts(
            name: "AttachUserPolicy", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.limitExceeded, Errors.invalidInput,
                Errors.policyNotAttachable, Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesPolicyARN, NamesUser {
            package var userName: String
            package var policyArn: String

            package init(userName: String, policyArn: String) {
                self.userName = userName
                self.policyArn = policyArn
            }

            package init(from fields: inout FieldReader) {
                userName = fields.requiredString("UserName", IAM.Limits.userNameType)
                policyArn = fields.requiredString("PolicyArn", IAM.Limits.arnType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
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
    /// DeleteUserPolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUserPolicy.html>
    package enum DeleteUserPolicy: Operation {
        package static let facts = OperationFacts(
            name: "DeleteUserPolicy", service: .iam,
            errors: [Errors.noSuchEntity, Errors.limitExceeded, Errors.serviceFailure])

        package struct Input: WireShape, NamesPolicy, NamesUser {
            package var userName: String
            package var policyName: String

            package init(userName: String, policyName: String) {
                self.userName = userName
                self.policyName = policyName
            }

            package init(from fields: inout FieldReader) {
                userName = fields.requiredString("UserName", IAM.Limits.existingUserNameType)
                policyName = fields.requiredString("PolicyName", IAM.Limits.policyNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
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
    /// DetachUserPolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachUserPolicy.html>
    package enum DetachUserPolicy: Operation {
        package static let facts = OperationFacts(
            name: "DetachUserPolicy", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.limitExceeded, Errors.invalidInput,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesPolicyARN, NamesUser {
            package var userName: String
            package var policyArn: String

            package init(userName: String, policyArn: String) {
                self.userName = userName
                self.policyArn = policyArn
            }

            package init(from fields: inout FieldReader) {
                userName = fields.requiredString("UserName", IAM.Limits.userNameType)
                policyArn = fields.requiredString("PolicyArn", IAM.Limits.arnType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
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
    /// GetUserPolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUserPolicy.html>
    package enum GetUserPolicy: Operation {
        package static let facts = OperationFacts(
            name: "GetUserPolicy", service: .iam, resultWrapper: "GetUserPolicyResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure])

        package struct Input: WireShape, NamesPolicy, NamesUser {
            package var userName: String
            package var policyName: String

            package init(userName: String, policyName: String) {
                self.userName = userName
                self.policyName = policyName
            }

            package init(from fields: inout FieldReader) {
                userName = fields.requiredString("UserName", IAM.Limits.existingUserNameType)
                policyName = fields.requiredString("PolicyName", IAM.Limits.policyNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.string("PolicyName", policyName)
            }
        }

        package struct Output: WireShape {
            package var userName: String
            package var policyName: String
            package var policyDocument: String

            package init(userName: String, policyName: String, policyDocument: String) {
                self.userName = userName
                self.policyName = policyName
                self.policyDocument = policyDocument
            }

            package init(from fields: inout FieldReader) {
                userName = fields.requiredString("UserName", IAM.Limits.existingUserNameType)
                policyName = fields.requiredString("PolicyName", IAM.Limits.policyNameType)
                policyDocument = fields.requiredString(
                    "PolicyDocument", IAM.Limits.policyDocumentType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.string("PolicyName", policyName)
                writer.string("PolicyDocument", policyDocument)
            }
        }
    }
}

extension IAM {
    /// ListAttachedUserPolicies. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAttachedUserPolicies.html>
    package enum ListAttachedUserPolicies: Operation {
        package static let facts = OperationFacts(
            name: "ListAttachedUserPolicies", service: .iam,
            resultWrapper: "ListAttachedUserPoliciesResult",
            errors: [Errors.noSuchEntity, Errors.invalidInput, Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["AttachedPolicies"]))

        package struct Input: WireShape, AsksForPage, FiltersByPath, NamesUser {
            package var userName: String
            package var pathPrefix: String?
            package var marker: String?
            package var maxItems: Int?

            package init(
                userName: String, pathPrefix: String? = nil, marker: String? = nil,
                maxItems: Int? = nil
            ) {
                self.userName = userName
                self.pathPrefix = pathPrefix
                self.marker = marker
                self.maxItems = maxItems
            }

            package init(from fields: inout FieldReader) {
                userName = fields.requiredString("UserName", IAM.Limits.userNameType)
                pathPrefix = fields.string("PathPrefix", IAM.Limits.policyPathType)
                marker = fields.string("Marker", IAM.Limits.markerType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
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
    /// ListUserPolicies. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUserPolicies.html>
    package enum ListUserPolicies: Operation {
        package static let facts = OperationFacts(
            name: "ListUserPolicies", service: .iam, resultWrapper: "ListUserPoliciesResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["PolicyNames"]))

        package struct Input: WireShape, AsksForPage, NamesUser {
            package var userName: String
            package var marker: String?
            package var maxItems: Int?

            package init(userName: String, marker: String? = nil, maxItems: Int? = nil) {
                self.userName = userName
                self.marker = marker
                self.maxItems = maxItems
            }

            package init(from fields: inout FieldReader) {
                userName = fields.requiredString("UserName", IAM.Limits.existingUserNameType)
                marker = fields.string("Marker", IAM.Limits.markerType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
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
    /// PutUserPolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPolicy.html>
    package enum PutUserPolicy: Operation {
        package static let facts = OperationFacts(
            name: "PutUserPolicy", service: .iam,
            errors: [
                Errors.limitExceeded, Errors.malformedPolicyDocument, Errors.noSuchEntity,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, CarriesPolicy, NamesPolicy, NamesUser {
            package var userName: String
            package var policyName: String
            package var policyDocument: String

            package init(userName: String, policyName: String, policyDocument: String) {
                self.userName = userName
                self.policyName = policyName
                self.policyDocument = policyDocument
            }

            package init(from fields: inout FieldReader) {
                userName = fields.requiredString("UserName", IAM.Limits.existingUserNameType)
                policyName = fields.requiredString("PolicyName", IAM.Limits.policyNameType)
                policyDocument = fields.requiredString(
                    "PolicyDocument", IAM.Limits.policyDocumentType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
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
