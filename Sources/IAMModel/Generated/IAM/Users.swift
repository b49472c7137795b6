// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire

extension IAM {
    /// CreateUser. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html>
    package enum CreateUser: Operation {
        package static let facts = OperationFacts(
            name: "CreateUser", service: .iam, resultWrapper: "CreateUserResult",
            errors: [
                Errors.limitExceeded, Errors.entityAlreadyExists, Errors.noSuchEntity,
                Errors.invalidInput, Errors.concurrentModification, Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesUser {
            package var path: String?
            package var userName: String
            package var permissionsBoundary: String?
            package var tags: [IAM.Shape.Tag]?

            package init(
                userName: String, path: String? = nil, permissionsBoundary: String? = nil,
                tags: [IAM.Shape.Tag]? = nil
            ) {
                self.path = path
                self.userName = userName
                self.permissionsBoundary = permissionsBoundary
                self.tags = tags
            }

            package init(from fields: inout FieldReader) {
                path = fields.string("Path", IAM.Limits.pathType)
                userName = fields.requiredString("UserName", IAM.Limits.userNameType)
                permissionsBoundary = fields.string("PermissionsBoundary", IAM.Limits.arnType)
                tags = fields.structures("Tags", count: IAM.Limits.tagListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("Path", path)
                writer.string("UserName", userName)
                writer.string("PermissionsBoundary", permissionsBoundary)
                writer.structures("Tags", tags)
            }
        }

        package struct Output: WireShape {
            package var user: IAM.Shape.User?

            package init(user: IAM.Shape.User? = nil) {
                self.user = user
            }

            package init(from fields: inout FieldReader) {
                user = fields.structure("User")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("User", user)
            }
        }
    }
}

extension IAM {
    /// DeleteUser. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html>
    package enum DeleteUser: Operation {
        package static let facts = OperationFacts(
            name: "DeleteUser", service: .iam,
            errors: [
                Errors.limitExceeded, Errors.noSuchEntity, Errors.deleteConflict,
                Errors.concurrentModification, Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesUser {
            package var userName: String

            package init(userName: String) {
                self.userName = userName
            }

            package init(from fields: inout FieldReader) {
                userName = fields.requiredString("UserName", IAM.Limits.existingUserNameType)
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
    /// GetUser. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUser.html>
    package enum GetUser: Operation {
        package static let facts = OperationFacts(
            name: "GetUser", service: .iam, resultWrapper: "GetUserResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure])

        package struct Input: WireShape {
            package var userName: String?

            package init(userName: String? = nil) {
                self.userName = userName
            }

            package init(from fields: inout FieldReader) {
                userName = fields.string("UserName", IAM.Limits.existingUserNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
            }
        }

        package struct Output: WireShape {
            package var user: IAM.Shape.User

            package init(user: IAM.Shape.User) {
                self.user = user
            }

            package init(from fields: inout FieldReader) {
                user = fields.requiredStructure("User")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("User", user)
            }
        }
    }
}

extension IAM {
    /// ListUserTags. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUserTags.html>
    package enum ListUserTags: Operation {
        package static let facts = OperationFacts(
            name: "ListUserTags", service: .iam, resultWrapper: "ListUserTagsResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["Tags"]))

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

        package struct Output: WireShape, AnswersPage, TagsAnswer {
            package var tags: [IAM.Shape.Tag]
            package var isTruncated: Bool?
            package var marker: String?

            package init(tags: [IAM.Shape.Tag], isTruncated: Bool? = nil, marker: String? = nil) {
                self.tags = tags
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                tags = fields.requiredStructures("Tags", count: IAM.Limits.tagListType)
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("Tags", tags)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}

extension IAM {
    /// ListUsers. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUsers.html>
    package enum ListUsers: Operation {
        package static let facts = OperationFacts(
            name: "ListUsers", service: .iam, resultWrapper: "ListUsersResult",
            errors: [Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["Users"]))

        package struct Input: WireShape, AsksForPage, FiltersByPath {
            package var pathPrefix: String?
            package var marker: String?
            package var maxItems: Int?

            package init(pathPrefix: String? = nil, marker: String? = nil, maxItems: Int? = nil) {
                self.pathPrefix = pathPrefix
                self.marker = marker
                self.maxItems = maxItems
            }

            package init(from fields: inout FieldReader) {
                pathPrefix = fields.string("PathPrefix", IAM.Limits.pathPrefixType)
                marker = fields.string("Marker", IAM.Limits.markerType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("PathPrefix", pathPrefix)
                writer.string("Marker", marker)
                writer.integer("MaxItems", maxItems)
            }
        }

        package struct Output: WireShape, AnswersPage {
            package var users: [IAM.Shape.User]
            package var isTruncated: Bool?
            package var marker: String?

            package init(users: [IAM.Shape.User], isTruncated: Bool? = nil, marker: String? = nil) {
                self.users = users
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                users = fields.requiredStructures("Users")
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("Users", users)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}

extension IAM {
    /// TagUser. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagUser.html>
    package enum TagUser: Operation {
        package static let facts = OperationFacts(
            name: "TagUser", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.limitExceeded, Errors.invalidInput,
                Errors.concurrentModification, Errors.serviceFailure,
            ])

        package struct Input: WireShape, CarriesTags, NamesUser {
            package var userName: String
            package var tags: [IAM.Shape.Tag]

            package init(userName: String, tags: [IAM.Shape.Tag]) {
                self.userName = userName
                self.tags = tags
            }

            package init(from fields: inout FieldReader) {
                userName = fields.requiredString("UserName", IAM.Limits.existingUserNameType)
                tags = fields.requiredStructures("Tags", count: IAM.Limits.tagListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.structures("Tags", tags)
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
    /// UntagUser. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagUser.html>
    package enum UntagUser: Operation {
        package static let facts = OperationFacts(
            name: "UntagUser", service: .iam,
            errors: [Errors.noSuchEntity, Errors.concurrentModification, Errors.serviceFailure])

        package struct Input: WireShape, CarriesTagKeys, NamesUser {
            package var userName: String
            package var tagKeys: [String]

            package init(userName: String, tagKeys: [String]) {
                self.userName = userName
                self.tagKeys = tagKeys
            }

            package init(from fields: inout FieldReader) {
                userName = fields.requiredString("UserName", IAM.Limits.existingUserNameType)
                tagKeys = fields.requiredStrings(
                    "TagKeys", each: IAM.Limits.tagKeyType, count: IAM.Limits.tagKeyListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.strings("TagKeys", tagKeys)
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
    /// UpdateUser. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateUser.html>
    package enum UpdateUser: Operation {
        package static let facts = OperationFacts(
            name: "UpdateUser", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.limitExceeded, Errors.entityAlreadyExists,
                Errors.entityTemporarilyUnmodifiable, Errors.concurrentModification,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesUser {
            package var userName: String
            package var newPath: String?
            package var newUserName: String?

            package init(userName: String, newPath: String? = nil, newUserName: String? = nil) {
                self.userName = userName
                self.newPath = newPath
                self.newUserName = newUserName
            }

            package init(from fields: inout FieldReader) {
                userName = fields.requiredString("UserName", IAM.Limits.existingUserNameType)
                newPath = fields.string("NewPath", IAM.Limits.pathType)
                newUserName = fields.string("NewUserName", IAM.Limits.userNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserName", userName)
                writer.string("NewPath", newPath)
                writer.string("NewUserName", newUserName)
            }
        }

        package struct Output: WireShape, EmptyAnswer {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }
    }
}
