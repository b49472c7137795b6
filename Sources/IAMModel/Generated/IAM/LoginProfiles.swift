// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension IAM {
    /// ChangePassword. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ChangePassword.html>
    package enum ChangePassword: Operation {
        package static let facts = OperationFacts(
            name: "ChangePassword", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.invalidUserType, Errors.limitExceeded,
                Errors.entityTemporarilyUnmodifiable, Errors.passwordPolicyViolation,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape {
            package var oldPassword: Secret
            package var newPassword: Secret

            package init(oldPassword: Secret, newPassword: Secret) {
                self.oldPassword = oldPassword
                self.newPassword = newPassword
            }

            package init(from fields: inout FieldReader) {
                oldPassword = fields.requiredSecret("OldPassword", IAM.Limits.passwordType)
                newPassword = fields.requiredSecret("NewPassword", IAM.Limits.passwordType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.secret("OldPassword", oldPassword)
                writer.secret("NewPassword", newPassword)
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
    /// CreateLoginProfile. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateLoginProfile.html>
    package enum CreateLoginProfile: Operation {
        package static let facts = OperationFacts(
            name: "CreateLoginProfile", service: .iam, resultWrapper: "CreateLoginProfileResult",
            errors: [
                Errors.entityAlreadyExists, Errors.noSuchEntity, Errors.passwordPolicyViolation,
                Errors.limitExceeded, Errors.serviceFailure,
            ])

        package struct Input: WireShape {
            package var userName: String?
            package var password: Secret?
            package var passwordResetRequired: Bool?
            package var maxSigninSessionDuration: Int?

            package init(
                userName: String? = nil, password: Secret? = nil,
                passwordResetRequired: Bool? = nil, maxSigninSessionDuration: Int? = nil
            ) {
                self.userName = userName
                self.password = password
                self.passwordResetRequired = passwordResetRequired
                self.maxSigninSessionDuration = maxSigninSessionDuration
            }

            package init(from fields: inout FieldReader) {
                userName = fields.string("UserName", IAM.Limits.userNameType)
                password = fields.secret("Password", IAM.Limits.passwordType)
                passwordResetRequired = fields.boolean("PasswordResetRequired")
                maxSigninSessionDuration = fields.integer(
                    "MaxSigninSessionDuration", IAM.Limits.maxSigninSessionDurationType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.secret("Password", password)
                writer.boolean("PasswordResetRequired", passwordResetRequired)
                writer.integer("MaxSigninSessionDuration", maxSigninSessionDuration)
            }
        }

        package struct Output: WireShape {
            package var loginProfile: IAM.Shape.LoginProfile

            package init(loginProfile: IAM.Shape.LoginProfile) {
                self.loginProfile = loginProfile
            }

            package init(from fields: inout FieldReader) {
                loginProfile = fields.requiredStructure("LoginProfile")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("LoginProfile", loginProfile)
            }
        }
    }
}

extension IAM {
    /// DeleteLoginProfile. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteLoginProfile.html>
    package enum DeleteLoginProfile: Operation {
        package static let facts = OperationFacts(
            name: "DeleteLoginProfile", service: .iam,
            errors: [
                Errors.entityTemporarilyUnmodifiable, Errors.noSuchEntity, Errors.limitExceeded,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape {
            package var userName: String?

            package init(userName: String? = nil) {
                self.userName = userName
            }

            package init(from fields: inout FieldReader) {
                userName = fields.string("UserName", IAM.Limits.userNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
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
    /// GetLoginProfile. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetLoginProfile.html>
    package enum GetLoginProfile: Operation {
        package static let facts = OperationFacts(
            name: "GetLoginProfile", service: .iam, resultWrapper: "GetLoginProfileResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure])

        package struct Input: WireShape {
            package var userName: String?

            package init(userName: String? = nil) {
                self.userName = userName
            }

            package init(from fields: inout FieldReader) {
                userName = fields.string("UserName", IAM.Limits.userNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
            }
        }

        package struct Output: WireShape {
            package var loginProfile: IAM.Shape.LoginProfile

            package init(loginProfile: IAM.Shape.LoginProfile) {
                self.loginProfile = loginProfile
            }

            package init(from fields: inout FieldReader) {
                loginProfile = fields.requiredStructure("LoginProfile")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("LoginProfile", loginProfile)
            }
        }
    }
}

extension IAM {
    /// UpdateLoginProfile. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateLoginProfile.html>
    package enum UpdateLoginProfile: Operation {
        package static let facts = OperationFacts(
            name: "UpdateLoginProfile", service: .iam,
            errors: [
                Errors.entityTemporarilyUnmodifiable, Errors.noSuchEntity,
                Errors.passwordPolicyViolation, Errors.limitExceeded, Errors.invalidInput,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesUser {
            package var userName: String
            package var password: Secret?
            package var passwordResetRequired: Bool?
            package var maxSigninSessionDuration: Int?
            package var resetMaxSigninSessionDuration: Bool?

            package init(
                userName: String, password: Secret? = nil, passwordResetRequired: Bool? = nil,
                maxSigninSessionDuration: Int? = nil, resetMaxSigninSessionDuration: Bool? = nil
            ) {
                self.userName = userName
                self.password = password
                self.passwordResetRequired = passwordResetRequired
                self.maxSigninSessionDuration = maxSigninSessionDuration
                self.resetMaxSigninSessionDuration = resetMaxSigninSessionDuration
            }

            package init(from fields: inout FieldReader) {
                userName = fields.requiredString("UserName", IAM.Limits.userNameType)
                password = fields.secret("Password", IAM.Limits.passwordType)
                passwordResetRequired = fields.boolean("PasswordResetRequired")
                maxSigninSessionDuration = fields.integer(
                    "MaxSigninSessionDuration", IAM.Limits.maxSigninSessionDurationType)
                resetMaxSigninSessionDuration = fields.boolean("ResetMaxSigninSessionDuration")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.secret("Password", password)
                writer.boolean("PasswordResetRequired", passwordResetRequired)
                writer.integer("MaxSigninSessionDuration", maxSigninSessionDuration)
                writer.boolean("ResetMaxSigninSessionDuration", resetMaxSigninSessionDuration)
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
    /// LoginProfile. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_LoginProfile.html>
    package struct LoginProfile: WireShape {
        package var userName: String
        package var createDate: Timestamp
        package var passwordResetRequired: Bool?
        package var maxSigninSessionDuration: Int?

        package init(
            userName: String, createDate: Timestamp, passwordResetRequired: Bool? = nil,
            maxSigninSessionDuration: Int? = nil
        ) {
            self.userName = userName
            self.createDate = createDate
            self.passwordResetRequired = passwordResetRequired
            self.maxSigninSessionDuration = maxSigninSessionDuration
        }

        package init(from fields: inout FieldReader) {
            userName = fields.requiredString("UserName", IAM.Limits.userNameType)
            createDate = fields.requiredTimestamp("CreateDate")
            passwordResetRequired = fields.boolean("PasswordResetRequired")
            maxSigninSessionDuration = fields.integer(
                "MaxSigninSessionDuration", IAM.Limits.maxSigninSessionDurationType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("UserName", userName)
            writer.timestamp("CreateDate", createDate)
            writer.boolean("PasswordResetRequired", passwordResetRequired)
            writer.integer("MaxSigninSessionDuration", maxSigninSessionDuration)
        }
    }
}
