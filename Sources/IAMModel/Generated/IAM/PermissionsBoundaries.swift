// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire

extension IAM {
    /// DeleteRolePermissionsBoundary. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRolePermissionsBoundary.html>
    package enum DeleteRolePermissionsBoundary: Operation {
        package static let facts = OperationFacts(
            name: "DeleteRolePermissionsBoundary", service: .iam,
            errors: [Errors.noSuchEntity, Errors.unmodifiableEntity, Errors.serviceFailure])

        package struct Input: WireShape, NamesRole {
            package var roleName: String

            package init(roleName: String) {
                self.roleName = roleName
            }

            package init(from fields: inout FieldReader) {
                roleName = fields.requiredString("RoleName", IAM.Limits.roleNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("RoleName", roleName)
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
    /// DeleteUserPermissionsBoundary. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUserPermissionsBoundary.html>
    package enum DeleteUserPermissionsBoundary: Operation {
        package static let facts = OperationFacts(
            name: "DeleteUserPermissionsBoundary", service: .iam,
            errors: [Errors.noSuchEntity, Errors.serviceFailure])

        package struct Input: WireShape, NamesUser {
            package var userName: String

            package init(userName: String) {
                self.userName = userName
            }

            package init(from fields: inout FieldReader) {
                userName = fields.requiredString("UserName", IAM.Limits.userNameType)
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
    /// PutRolePermissionsBoundary. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePermissionsBoundary.html>
    package enum PutRolePermissionsBoundary: Operation {
        package static let facts = OperationFacts(
            name: "PutRolePermissionsBoundary", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.invalidInput, Errors.unmodifiableEntity,
                Errors.policyNotAttachable, Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesBoundary, NamesRole {
            package var roleName: String
            package var permissionsBoundary: String

            package init(roleName: String, permissionsBoundary: String) {
                self.roleName = roleName
                self.permissionsBoundary = permissionsBoundary
            }

            package init(from fields: inout FieldReader) {
                roleName = fields.requiredString("RoleName", IAM.Limits.roleNameType)
                permissionsBoundary = fields.requiredString(
                    "PermissionsBoundary", IAM.Limits.arnType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("RoleName", roleName)
                writer.string("PermissionsBoundary", permissionsBoundary)
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
    /// PutUserPermissionsBoundary. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutUserPermissionsBoundary.html>
    package enum PutUserPermissionsBoundary: Operation {
        package static let facts = OperationFacts(
            name: "PutUserPermissionsBoundary", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.invalidInput, Errors.policyNotAttachable,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesBoundary, NamesUser {
            package var userName: String
            package var permissionsBoundary: String

            package init(userName: String, permissionsBoundary: String) {
                self.userName = userName
                self.permissionsBoundary = permissionsBoundary
            }

            package init(from fields: inout FieldReader) {
                userName = fields.requiredString("UserName", IAM.Limits.userNameType)
                permissionsBoundary = fields.requiredString(
                    "PermissionsBoundary", IAM.Limits.arnType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.string("PermissionsBoundary", permissionsBoundary)
            }
        }

        package struct Output: WireShape, EmptyAnswer {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }
    }
}
