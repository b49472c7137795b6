// Written by ModelGenerator from Models/account.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension AccountManagement {
    /// DeleteAlternateContact. <https://docs.aws.amazon.com/accounts/latest/APIReference/API_DeleteAlternateContact.html>
    package enum DeleteAlternateContact: Operation {
        package static let facts = OperationFacts(
            name: "DeleteAlternateContact", service: .accountManagement,
            path: "/deleteAlternateContact",
            errors: [
                Errors.resourceNotFound, Errors.validation, Errors.accessDenied,
                Errors.tooManyRequests, Errors.internalServer,
            ])

        package struct Input: WireShape, MayNameAccount {
            package var alternateContactType: AccountManagement.Shape.AlternateContactType
            package var accountId: String?

            package init(
                alternateContactType: AccountManagement.Shape.AlternateContactType,
                accountId: String? = nil
            ) {
                self.alternateContactType = alternateContactType
                self.accountId = accountId
            }

            package init(from fields: inout FieldReader) {
                alternateContactType = fields.requiredEnumeration("AlternateContactType")
                accountId = fields.string("AccountId", AccountManagement.Limits.accountId)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.enumeration("AlternateContactType", alternateContactType)
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

extension AccountManagement {
    /// GetAlternateContact. <https://docs.aws.amazon.com/accounts/latest/APIReference/API_GetAlternateContact.html>
    package enum GetAlternateContact: Operation {
        package static let facts = OperationFacts(
            name: "GetAlternateContact", service: .accountManagement, path: "/getAlternateContact",
            errors: [
                Errors.resourceNotFound, Errors.validation, Errors.accessDenied,
                Errors.tooManyRequests, Errors.internalServer,
            ])

        package struct Input: WireShape, MayNameAccount {
            package var alternateContactType: AccountManagement.Shape.AlternateContactType
            package var accountId: String?

            package init(
                alternateContactType: AccountManagement.Shape.AlternateContactType,
                accountId: String? = nil
            ) {
                self.alternateContactType = alternateContactType
                self.accountId = accountId
            }

            package init(from fields: inout FieldReader) {
                alternateContactType = fields.requiredEnumeration("AlternateContactType")
                accountId = fields.string("AccountId", AccountManagement.Limits.accountId)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.enumeration("AlternateContactType", alternateContactType)
                writer.string("AccountId", accountId)
            }
        }

        package struct Output: WireShape {
            package var alternateContact: AccountManagement.Shape.AlternateContact?

            package init(alternateContact: AccountManagement.Shape.AlternateContact? = nil) {
                self.alternateContact = alternateContact
            }

            package init(from fields: inout FieldReader) {
                alternateContact = fields.structure("AlternateContact")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("AlternateContact", alternateContact)
            }
        }
    }
}

extension AccountManagement {
    /// PutAlternateContact. <https://docs.aws.amazon.com/accounts/latest/APIReference/API_PutAlternateContact.html>
    package enum PutAlternateContact: Operation {
        package static let facts = OperationFacts(
            name: "PutAlternateContact", service: .accountManagement, path: "/putAlternateContact",
            errors: [
                Errors.validation, Errors.accessDenied, Errors.tooManyRequests,
                Errors.internalServer,
            ])

        package struct Input: WireShape, MayNameAccount {
            package var name: Secret
            package var title: Secret
            package var emailAddress: Secret
            package var phoneNumber: Secret
            package var alternateContactType: AccountManagement.Shape.AlternateContactType
            package var accountId: String?

            package init(
                name: Secret, title: Secret, emailAddress: Secret, phoneNumber: Secret,
                alternateContactType: AccountManagement.Shape.AlternateContactType,
                accountId: String? = nil
            ) {
                self.name = name
                self.title = title
                self.emailAddress = emailAddress
                self.phoneNumber = phoneNumber
                self.alternateContactType = alternateContactType
                self.accountId = accountId
            }

            package init(from fields: inout FieldReader) {
                name = fields.requiredSecret("Name", AccountManagement.Limits.name)
                title = fields.requiredSecret("Title", AccountManagement.Limits.title)
                emailAddress = fields.requiredSecret(
                    "EmailAddress", AccountManagement.Limits.emailAddress)
                phoneNumber = fields.requiredSecret(
                    "PhoneNumber", AccountManagement.Limits.phoneNumber)
                alternateContactType = fields.requiredEnumeration("AlternateContactType")
                accountId = fields.string("AccountId", AccountManagement.Limits.accountId)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.secret("Name", name)
                writer.secret("Title", title)
                writer.secret("EmailAddress", emailAddress)
                writer.secret("PhoneNumber", phoneNumber)
                writer.enumeration("AlternateContactType", alternateContactType)
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
    /// AlternateContact. <https://docs.aws.amazon.com/accounts/latest/APIReference/API_AlternateContact.html>
    package struct AlternateContact: WireShape {
        package var name: Secret?
        package var title: Secret?
        package var emailAddress: Secret?
        package var phoneNumber: Secret?
        package var alternateContactType: AccountManagement.Shape.AlternateContactType?

        package init(
            name: Secret? = nil, title: Secret? = nil, emailAddress: Secret? = nil,
            phoneNumber: Secret? = nil,
            alternateContactType: AccountManagement.Shape.AlternateContactType? = nil
        ) {
            self.name = name
            self.title = title
            self.emailAddress = emailAddress
            self.phoneNumber = phoneNumber
            self.alternateContactType = alternateContactType
        }

        package init(from fields: inout FieldReader) {
            name = fields.secret("Name", AccountManagement.Limits.name)
            title = fields.secret("Title", AccountManagement.Limits.title)
            emailAddress = fields.secret("EmailAddress", AccountManagement.Limits.emailAddress)
            phoneNumber = fields.secret("PhoneNumber", AccountManagement.Limits.phoneNumber)
            alternateContactType = fields.enumeration("AlternateContactType")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.secret("Name", name)
            writer.secret("Title", title)
            writer.secret("EmailAddress", emailAddress)
            writer.secret("PhoneNumber", phoneNumber)
            writer.enumeration("AlternateContactType", alternateContactType)
        }
    }
}

extension AccountManagement.Shape {
    /// AlternateContactType.
    package enum AlternateContactType: String, WireEnum {
        case billing = "BILLING"
        case operations = "OPERATIONS"
        case security = "SECURITY"
    }
}
