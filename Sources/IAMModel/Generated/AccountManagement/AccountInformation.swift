// Written by ModelGenerator from Models/account.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension AccountManagement {
    /// GetAccountInformation. <https://docs.aws.amazon.com/accounts/latest/APIReference/API_GetAccountInformation.html>
    package enum GetAccountInformation: Operation {
        package static let facts = OperationFacts(
            name: "GetAccountInformation", service: .accountManagement,
            path: "/getAccountInformation",
            errors: [
                Errors.accessDenied, Errors.validation, Errors.tooManyRequests,
                Errors.internalServer,
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
            package var accountId: String?
            package var accountName: Secret?
            package var accountCreatedDate: Timestamp?
            package var accountState: AccountManagement.Shape.AccountState?

            package init(
                accountId: String? = nil, accountName: Secret? = nil,
                accountCreatedDate: Timestamp? = nil,
                accountState: AccountManagement.Shape.AccountState? = nil
            ) {
                self.accountId = accountId
                self.accountName = accountName
                self.accountCreatedDate = accountCreatedDate
                self.accountState = accountState
            }

            package init(from fields: inout FieldReader) {
                accountId = fields.string("AccountId", AccountManagement.Limits.accountId)
                accountName = fields.secret("AccountName", AccountManagement.Limits.accountName)
                accountCreatedDate = fields.timestamp("AccountCreatedDate")
                accountState = fields.enumeration("AccountState")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("AccountId", accountId)
                writer.secret("AccountName", accountName)
                writer.timestamp("AccountCreatedDate", accountCreatedDate, as: .iso8601)
                writer.enumeration("AccountState", accountState)
            }
        }
    }
}

extension AccountManagement {
    /// GetGovCloudAccountInformation. <https://docs.aws.amazon.com/accounts/latest/APIReference/API_GetGovCloudAccountInformation.html>
    package enum GetGovCloudAccountInformation: Operation {
        package static let facts = OperationFacts(
            name: "GetGovCloudAccountInformation", service: .accountManagement,
            path: "/getGovCloudAccountInformation",
            errors: [
                Errors.resourceNotFound, Errors.resourceUnavailable, Errors.validation,
                Errors.accessDenied, Errors.tooManyRequests, Errors.internalServer,
            ])

        package struct Input: WireShape {
            package var standardAccountId: String?

            package init(standardAccountId: String? = nil) {
                self.standardAccountId = standardAccountId
            }

            package init(from fields: inout FieldReader) {
                standardAccountId = fields.string(
                    "StandardAccountId", AccountManagement.Limits.accountId)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("StandardAccountId", standardAccountId)
            }
        }

        package struct Output: WireShape {
            package var govCloudAccountId: String
            package var accountState: AccountManagement.Shape.AwsAccountState

            package init(
                govCloudAccountId: String, accountState: AccountManagement.Shape.AwsAccountState
            ) {
                self.govCloudAccountId = govCloudAccountId
                self.accountState = accountState
            }

            package init(from fields: inout FieldReader) {
                govCloudAccountId = fields.requiredString(
                    "GovCloudAccountId", AccountManagement.Limits.accountId)
                accountState = fields.requiredEnumeration("AccountState")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("GovCloudAccountId", govCloudAccountId)
                writer.enumeration("AccountState", accountState)
            }
        }
    }
}

extension AccountManagement {
    /// PutAccountName. <https://docs.aws.amazon.com/accounts/latest/APIReference/API_PutAccountName.html>
    package enum PutAccountName: Operation {
        package static let facts = OperationFacts(
            name: "PutAccountName", service: .accountManagement, path: "/putAccountName",
            errors: [
                Errors.accessDenied, Errors.validation, Errors.tooManyRequests,
                Errors.internalServer,
            ])

        package struct Input: WireShape, MayNameAccount {
            package var accountName: Secret
            package var accountId: String?

            package init(accountName: Secret, accountId: String? = nil) {
                self.accountName = accountName
                self.accountId = accountId
            }

            package init(from fields: inout FieldReader) {
                accountName = fields.requiredSecret(
                    "AccountName", AccountManagement.Limits.accountName)
                accountId = fields.string("AccountId", AccountManagement.Limits.accountId)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.secret("AccountName", accountName)
                writer.string("AccountId", accountId)
            }
        }

        package struct Output: WireShape {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }
    }
}

extension AccountManagement.Shape {
    /// AccountState.
    package enum AccountState: String, WireEnum {
        case pendingActivation = "PENDING_ACTIVATION"
        case active = "ACTIVE"
        case suspended = "SUSPENDED"
        case closed = "CLOSED"
    }
}

extension AccountManagement.Shape {
    /// AwsAccountState.
    package enum AwsAccountState: String, WireEnum {
        case pendingActivation = "PENDING_ACTIVATION"
        case active = "ACTIVE"
        case suspended = "SUSPENDED"
        case closed = "CLOSED"
    }
}
