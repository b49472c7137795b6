// Written by ModelGenerator from Models/account.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension AccountManagement {
    /// AcceptPrimaryEmailUpdate. <https://docs.aws.amazon.com/accounts/latest/APIReference/API_AcceptPrimaryEmailUpdate.html>
    package enum AcceptPrimaryEmailUpdate: Operation {
        package static let facts = OperationFacts(
            name: "AcceptPrimaryEmailUpdate", service: .accountManagement,
            path: "/acceptPrimaryEmailUpdate",
            errors: [
                Errors.resourceNotFound, Errors.accessDenied, Errors.validation, Errors.conflict,
                Errors.tooManyRequests, Errors.internalServer,
            ])

        package struct Input: WireShape, NamesAccount {
            package var accountId: String
            package var primaryEmail: Secret
            package var otp: Secret

            package init(accountId: String, primaryEmail: Secret, otp: Secret) {
                self.accountId = accountId
                self.primaryEmail = primaryEmail
                self.otp = otp
            }

            package init(from fields: inout FieldReader) {
                accountId = fields.requiredString("AccountId", AccountManagement.Limits.accountId)
                primaryEmail = fields.requiredSecret(
                    "PrimaryEmail", AccountManagement.Limits.primaryEmailAddress)
                otp = fields.requiredSecret("Otp", AccountManagement.Limits.otp)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("AccountId", accountId)
                writer.secret("PrimaryEmail", primaryEmail)
                writer.secret("Otp", otp)
            }
        }

        package struct Output: WireShape {
            package var status: AccountManagement.Shape.PrimaryEmailUpdateStatus?

            package init(status: AccountManagement.Shape.PrimaryEmailUpdateStatus? = nil) {
                self.status = status
            }

            package init(from fields: inout FieldReader) {
                status = fields.enumeration("Status")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.enumeration("Status", status)
            }
        }
    }
}

extension AccountManagement {
    /// GetPrimaryEmail. <https://docs.aws.amazon.com/accounts/latest/APIReference/API_GetPrimaryEmail.html>
    package enum GetPrimaryEmail: Operation {
        package static let facts = OperationFacts(
            name: "GetPrimaryEmail", service: .accountManagement, path: "/getPrimaryEmail",
            errors: [
                Errors.resourceNotFound, Errors.accessDenied, Errors.validation,
                Errors.tooManyRequests, Errors.internalServer,
            ])

        package struct Input: WireShape, NamesAccount {
            package var accountId: String

            package init(accountId: String) {
                self.accountId = accountId
            }

            package init(from fields: inout FieldReader) {
                accountId = fields.requiredString("AccountId", AccountManagement.Limits.accountId)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("AccountId", accountId)
            }
        }

        package struct Output: WireShape {
            package var primaryEmail: Secret?

            package init(primaryEmail: Secret? = nil) {
                self.primaryEmail = primaryEmail
            }

            package init(from fields: inout FieldReader) {
                primaryEmail = fields.secret(
                    "PrimaryEmail", AccountManagement.Limits.primaryEmailAddress)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.secret("PrimaryEmail", primaryEmail)
            }
        }
    }
}

extension AccountManagement {
    /// GetPrimaryEmailUpdateStatus. <https://docs.aws.amazon.com/accounts/latest/APIReference/API_GetPrimaryEmailUpdateStatus.html>
    package enum GetPrimaryEmailUpdateStatus: Operation {
        package static let facts = OperationFacts(
            name: "GetPrimaryEmailUpdateStatus", service: .accountManagement,
            path: "/getPrimaryEmailUpdateStatus",
            errors: [
                Errors.resourceNotFound, Errors.accessDenied, Errors.validation,
                Errors.tooManyRequests, Errors.internalServer,
            ])

        package struct Input: WireShape, MayNameAccount {
            package var accountId: String?

            package init(accountId: String? = nil) {
                self.accountId = accountId
            }

            package init(from fields: inout FieldReader) {
                accountId = fields.string("AccountId", AccountManagement.Limits.accountId)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("AccountId", accountId)
            }
        }

        package struct Output: WireShape {
            package var status: AccountManagement.Shape.PrimaryEmailUpdateStatus
            package var updatedAt: Timestamp?

            package init(
                status: AccountManagement.Shape.PrimaryEmailUpdateStatus,
                updatedAt: Timestamp? = nil
            ) {
                self.status = status
                self.updatedAt = updatedAt
            }

            package init(from fields: inout FieldReader) {
                status = fields.requiredEnumeration("Status")
                updatedAt = fields.timestamp("UpdatedAt")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.enumeration("Status", status)
                writer.timestamp("UpdatedAt", updatedAt)
            }
        }
    }
}

extension AccountManagement {
    /// StartPrimaryEmailUpdate. <https://docs.aws.amazon.com/accounts/latest/APIReference/API_StartPrimaryEmailUpdate.html>
    package enum StartPrimaryEmailUpdate: Operation {
        package static let facts = OperationFacts(
            name: "StartPrimaryEmailUpdate", service: .accountManagement,
            path: "/startPrimaryEmailUpdate",
            errors: [
                Errors.resourceNotFound, Errors.accessDenied, Errors.validation, Errors.conflict,
                Errors.tooManyRequests, Errors.internalServer,
            ])

        package struct Input: WireShape, NamesAccount {
            package var accountId: String
            package var primaryEmail: Secret

            package init(accountId: String, primaryEmail: Secret) {
                self.accountId = accountId
                self.primaryEmail = primaryEmail
            }

            package init(from fields: inout FieldReader) {
                accountId = fields.requiredString("AccountId", AccountManagement.Limits.accountId)
                primaryEmail = fields.requiredSecret(
                    "PrimaryEmail", AccountManagement.Limits.primaryEmailAddress)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("AccountId", accountId)
                writer.secret("PrimaryEmail", primaryEmail)
            }
        }

        package struct Output: WireShape {
            package var status: AccountManagement.Shape.PrimaryEmailUpdateStatus?

            package init(status: AccountManagement.Shape.PrimaryEmailUpdateStatus? = nil) {
                self.status = status
            }

            package init(from fields: inout FieldReader) {
                status = fields.enumeration("Status")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.enumeration("Status", status)
            }
        }
    }
}

extension AccountManagement.Shape {
    /// PrimaryEmailUpdateStatus.
    package enum PrimaryEmailUpdateStatus: String, WireEnum {
        case pending = "PENDING"
        case accepted = "ACCEPTED"
        case completed = "COMPLETED"
        case failed = "FAILED"
    }
}
