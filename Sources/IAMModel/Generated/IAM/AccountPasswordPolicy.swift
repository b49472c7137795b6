// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire

extension IAM {
    /// DeleteAccountPasswordPolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccountPasswordPolicy.html>
    package enum DeleteAccountPasswordPolicy: Operation {
        package static let facts = OperationFacts(
            name: "DeleteAccountPasswordPolicy", service: .iam,
            errors: [Errors.noSuchEntity, Errors.limitExceeded, Errors.serviceFailure])

        package struct Input: WireShape {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }

        package struct Output: WireShape, EmptyAnswer {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }
    }
}

extension IAM {
    /// GetAccountPasswordPolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountPasswordPolicy.html>
    package enum GetAccountPasswordPolicy: Operation {
        package static let facts = OperationFacts(
            name: "GetAccountPasswordPolicy", service: .iam,
            resultWrapper: "GetAccountPasswordPolicyResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure])

        package struct Input: WireShape {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }

        package struct Output: WireShape {
            package var passwordPolicy: IAM.Shape.PasswordPolicy

            package init(passwordPolicy: IAM.Shape.PasswordPolicy) {
                self.passwordPolicy = passwordPolicy
            }

            package init(from fields: inout FieldReader) {
                passwordPolicy = fields.requiredStructure("PasswordPolicy")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("PasswordPolicy", passwordPolicy)
            }
        }
    }
}

extension IAM {
    /// UpdateAccountPasswordPolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html>
    package enum UpdateAccountPasswordPolicy: Operation {
        package static let facts = OperationFacts(
            name: "UpdateAccountPasswordPolicy", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.malformedPolicyDocument, Errors.limitExceeded,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape {
            package var minimumPasswordLength: Int?
            package var requireSymbols: Bool?
            package var requireNumbers: Bool?
            package var requireUppercaseCharacters: Bool?
            package var requireLowercaseCharacters: Bool?
            package var allowUsersToChangePassword: Bool?
            package var passwordReusePrevention: Int?
            package var maxPasswordAge: Int?
            package var hardExpiry: Bool?

            package init(
                minimumPasswordLength: Int? = nil, requireSymbols: Bool? = nil,
                requireNumbers: Bool? = nil, requireUppercaseCharacters: Bool? = nil,
                requireLowercaseCharacters: Bool? = nil, allowUsersToChangePassword: Bool? = nil,
                passwordReusePrevention: Int? = nil, maxPasswordAge: Int? = nil,
                hardExpiry: Bool? = nil
            ) {
                self.minimumPasswordLength = minimumPasswordLength
                self.requireSymbols = requireSymbols
                self.requireNumbers = requireNumbers
                self.requireUppercaseCharacters = requireUppercaseCharacters
                self.requireLowercaseCharacters = requireLowercaseCharacters
                self.allowUsersToChangePassword = allowUsersToChangePassword
                self.passwordReusePrevention = passwordReusePrevention
                self.maxPasswordAge = maxPasswordAge
                self.hardExpiry = hardExpiry
            }

            package init(from fields: inout FieldReader) {
                minimumPasswordLength = fields.integer(
                    "MinimumPasswordLength", IAM.Limits.minimumPasswordLengthType)
                requireSymbols = fields.boolean("RequireSymbols")
                requireNumbers = fields.boolean("RequireNumbers")
                requireUppercaseCharacters = fields.boolean("RequireUppercaseCharacters")
                requireLowercaseCharacters = fields.boolean("RequireLowercaseCharacters")
                allowUsersToChangePassword = fields.boolean("AllowUsersToChangePassword")
                passwordReusePrevention = fields.integer(
                    "PasswordReusePrevention", IAM.Limits.passwordReusePreventionType)
                maxPasswordAge = fields.integer("MaxPasswordAge", IAM.Limits.maxPasswordAgeType)
                hardExpiry = fields.boolean("HardExpiry")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.integer("MinimumPasswordLength", minimumPasswordLength)
                writer.boolean("RequireSymbols", requireSymbols)
                writer.boolean("RequireNumbers", requireNumbers)
                writer.boolean("RequireUppercaseCharacters", requireUppercaseCharacters)
                writer.boolean("RequireLowercaseCharacters", requireLowercaseCharacters)
                writer.boolean("AllowUsersToChangePassword", allowUsersToChangePassword)
                writer.integer("PasswordReusePrevention", passwordReusePrevention)
                writer.integer("MaxPasswordAge", maxPasswordAge)
                writer.boolean("HardExpiry", hardExpiry)
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
    /// PasswordPolicy. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_PasswordPolicy.html>
    package struct PasswordPolicy: WireShape {
        package var minimumPasswordLength: Int?
        package var requireSymbols: Bool?
        package var requireNumbers: Bool?
        package var requireUppercaseCharacters: Bool?
        package var requireLowercaseCharacters: Bool?
        package var allowUsersToChangePassword: Bool?
        package var expirePasswords: Bool?
        package var maxPasswordAge: Int?
        package var passwordReusePrevention: Int?
        package var hardExpiry: Bool?

        package init(
            minimumPasswordLength: Int? = nil, requireSymbols: Bool? = nil,
            requireNumbers: Bool? = nil, requireUppercaseCharacters: Bool? = nil,
            requireLowercaseCharacters: Bool? = nil, allowUsersToChangePassword: Bool? = nil,
            expirePasswords: Bool? = nil, maxPasswordAge: Int? = nil,
            passwordReusePrevention: Int? = nil, hardExpiry: Bool? = nil
        ) {
            self.minimumPasswordLength = minimumPasswordLength
            self.requireSymbols = requireSymbols
            self.requireNumbers = requireNumbers
            self.requireUppercaseCharacters = requireUppercaseCharacters
            self.requireLowercaseCharacters = requireLowercaseCharacters
            self.allowUsersToChangePassword = allowUsersToChangePassword
            self.expirePasswords = expirePasswords
            self.maxPasswordAge = maxPasswordAge
            self.passwordReusePrevention = passwordReusePrevention
            self.hardExpiry = hardExpiry
        }

        package init(from fields: inout FieldReader) {
            minimumPasswordLength = fields.integer(
                "MinimumPasswordLength", IAM.Limits.minimumPasswordLengthType)
            requireSymbols = fields.boolean("RequireSymbols")
            requireNumbers = fields.boolean("RequireNumbers")
            requireUppercaseCharacters = fields.boolean("RequireUppercaseCharacters")
            requireLowercaseCharacters = fields.boolean("RequireLowercaseCharacters")
            allowUsersToChangePassword = fields.boolean("AllowUsersToChangePassword")
            expirePasswords = fields.boolean("ExpirePasswords")
            maxPasswordAge = fields.integer("MaxPasswordAge", IAM.Limits.maxPasswordAgeType)
            passwordReusePrevention = fields.integer(
                "PasswordReusePrevention", IAM.Limits.passwordReusePreventionType)
            hardExpiry = fields.boolean("HardExpiry")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.integer("MinimumPasswordLength", minimumPasswordLength)
            writer.boolean("RequireSymbols", requireSymbols)
            writer.boolean("RequireNumbers", requireNumbers)
            writer.boolean("RequireUppercaseCharacters", requireUppercaseCharacters)
            writer.boolean("RequireLowercaseCharacters", requireLowercaseCharacters)
            writer.boolean("AllowUsersToChangePassword", allowUsersToChangePassword)
            writer.boolean("ExpirePasswords", expirePasswords)
            writer.integer("MaxPasswordAge", maxPasswordAge)
            writer.integer("PasswordReusePrevention", passwordReusePrevention)
            writer.boolean("HardExpiry", hardExpiry)
        }
    }
}
