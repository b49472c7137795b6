// Written by ModelGenerator from Models/account.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension AccountManagement {
    /// GetContactInformation. <https://docs.aws.amazon.com/accounts/latest/APIReference/API_GetContactInformation.html>
    package enum GetContactInformation: Operation {
        package static let facts = OperationFacts(
            name: "GetContactInformation", service: .accountManagement,
            path: "/getContactInformation",
            errors: [
                Errors.resourceNotFound, Errors.validation, Errors.accessDenied,
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
            package var contactInformation: AccountManagement.Shape.ContactInformation?
            package var verificationStatus: AccountManagement.Shape.PhoneNumberVerificationStatus?

            package init(
                contactInformation: AccountManagement.Shape.ContactInformation? = nil,
                verificationStatus: AccountManagement.Shape.PhoneNumberVerificationStatus? = nil
            ) {
                self.contactInformation = contactInformation
                self.verificationStatus = verificationStatus
            }

            package init(from fields: inout FieldReader) {
                contactInformation = fields.structure("ContactInformation")
                verificationStatus = fields.enumeration("VerificationStatus")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("ContactInformation", contactInformation)
                writer.enumeration("VerificationStatus", verificationStatus)
            }
        }
    }
}

extension AccountManagement {
    /// PutContactInformation. <https://docs.aws.amazon.com/accounts/latest/APIReference/API_PutContactInformation.html>
    package enum PutContactInformation: Operation {
        package static let facts = OperationFacts(
            name: "PutContactInformation", service: .accountManagement,
            path: "/putContactInformation",
            errors: [
                Errors.validation, Errors.accessDenied, Errors.tooManyRequests,
                Errors.internalServer,
            ])

        package struct Input: WireShape, MayNameAccount {
            package var contactInformation: AccountManagement.Shape.ContactInformation
            package var accountId: String?

            package init(
                contactInformation: AccountManagement.Shape.ContactInformation,
                accountId: String? = nil
            ) {
                self.contactInformation = contactInformation
                self.accountId = accountId
            }

            package init(from fields: inout FieldReader) {
                contactInformation = fields.requiredStructure("ContactInformation")
                accountId = fields.string("AccountId", AccountManagement.Limits.accountId)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("ContactInformation", contactInformation)
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
    /// SendPhoneNumberVerification. <https://docs.aws.amazon.com/accounts/latest/APIReference/API_SendPhoneNumberVerification.html>
    package enum SendPhoneNumberVerification: Operation {
        package static let facts = OperationFacts(
            name: "SendPhoneNumberVerification", service: .accountManagement,
            path: "/sendPhoneNumberVerification",
            errors: [
                Errors.resourceNotFound, Errors.accessDenied, Errors.validation, Errors.conflict,
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
            package var status: AccountManagement.Shape.PhoneNumberVerificationStatus?

            package init(status: AccountManagement.Shape.PhoneNumberVerificationStatus? = nil) {
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
    /// VerifyPhoneNumber. <https://docs.aws.amazon.com/accounts/latest/APIReference/API_VerifyPhoneNumber.html>
    package enum VerifyPhoneNumber: Operation {
        package static let facts = OperationFacts(
            name: "VerifyPhoneNumber", service: .accountManagement, path: "/verifyPhoneNumber",
            errors: [
                Errors.resourceNotFound, Errors.accessDenied, Errors.validation, Errors.conflict,
                Errors.tooManyRequests, Errors.internalServer,
            ])

        package struct Input: WireShape, MayNameAccount {
            package var accountId: String?
            package var otp: Secret

            package init(otp: Secret, accountId: String? = nil) {
                self.accountId = accountId
                self.otp = otp
            }

            package init(from fields: inout FieldReader) {
                accountId = fields.string("AccountId", AccountManagement.Limits.accountId)
                otp = fields.requiredSecret("Otp", AccountManagement.Limits.otp)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("AccountId", accountId)
                writer.secret("Otp", otp)
            }
        }

        package struct Output: WireShape {
            package var status: AccountManagement.Shape.PhoneNumberVerificationStatus?

            package init(status: AccountManagement.Shape.PhoneNumberVerificationStatus? = nil) {
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
    /// ContactInformation. <https://docs.aws.amazon.com/accounts/latest/APIReference/API_ContactInformation.html>
    package struct ContactInformation: WireShape {
        package var fullName: Secret
        package var addressLine1: Secret
        package var addressLine2: Secret?
        package var addressLine3: Secret?
        package var city: Secret
        package var stateOrRegion: Secret?
        package var districtOrCounty: Secret?
        package var postalCode: Secret
        package var countryCode: Secret
        package var phoneNumber: Secret
        package var companyName: Secret?
        package var websiteUrl: Secret?

        package init(
            fullName: Secret, addressLine1: Secret, city: Secret, postalCode: Secret,
            countryCode: Secret, phoneNumber: Secret, addressLine2: Secret? = nil,
            addressLine3: Secret? = nil, stateOrRegion: Secret? = nil,
            districtOrCounty: Secret? = nil, companyName: Secret? = nil, websiteUrl: Secret? = nil
        ) {
            self.fullName = fullName
            self.addressLine1 = addressLine1
            self.addressLine2 = addressLine2
            self.addressLine3 = addressLine3
            self.city = city
            self.stateOrRegion = stateOrRegion
            self.districtOrCounty = districtOrCounty
            self.postalCode = postalCode
            self.countryCode = countryCode
            self.phoneNumber = phoneNumber
            self.companyName = companyName
            self.websiteUrl = websiteUrl
        }

        package init(from fields: inout FieldReader) {
            fullName = fields.requiredSecret("FullName", AccountManagement.Limits.fullName)
            addressLine1 = fields.requiredSecret(
                "AddressLine1", AccountManagement.Limits.addressLine)
            addressLine2 = fields.secret("AddressLine2", AccountManagement.Limits.addressLine)
            addressLine3 = fields.secret("AddressLine3", AccountManagement.Limits.addressLine)
            city = fields.requiredSecret("City", AccountManagement.Limits.city)
            stateOrRegion = fields.secret("StateOrRegion", AccountManagement.Limits.stateOrRegion)
            districtOrCounty = fields.secret(
                "DistrictOrCounty", AccountManagement.Limits.districtOrCounty)
            postalCode = fields.requiredSecret("PostalCode", AccountManagement.Limits.postalCode)
            countryCode = fields.requiredSecret("CountryCode", AccountManagement.Limits.countryCode)
            phoneNumber = fields.requiredSecret(
                "PhoneNumber", AccountManagement.Limits.contactInformationPhoneNumber)
            companyName = fields.secret("CompanyName", AccountManagement.Limits.companyName)
            websiteUrl = fields.secret("WebsiteUrl", AccountManagement.Limits.websiteUrl)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.secret("FullName", fullName)
            writer.secret("AddressLine1", addressLine1)
            writer.secret("AddressLine2", addressLine2)
            writer.secret("AddressLine3", addressLine3)
            writer.secret("City", city)
            writer.secret("StateOrRegion", stateOrRegion)
            writer.secret("DistrictOrCounty", districtOrCounty)
            writer.secret("PostalCode", postalCode)
            writer.secret("CountryCode", countryCode)
            writer.secret("PhoneNumber", phoneNumber)
            writer.secret("CompanyName", companyName)
            writer.secret("WebsiteUrl", websiteUrl)
        }
    }
}

extension AccountManagement.Shape {
    /// PhoneNumberVerificationStatus.
    package enum PhoneNumberVerificationStatus: String, WireEnum {
        case pending = "PENDING"
        case verified = "VERIFIED"
        case unverified = "UNVERIFIED"
        case notSupported = "NOT_SUPPORTED"
    }
}
