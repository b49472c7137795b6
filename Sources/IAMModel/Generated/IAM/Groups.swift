// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension IAM {
    /// AddUserToGroup. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddUserToGroup.html>
    package enum AddUserToGroup: Operation {
        package static let facts = OperationFacts(
            name: "AddUserToGroup", service: .iam,
            errors: [Errors.noSuchEntity, Errors.limitExceeded, Errors.serviceFailure])

        package struct Input: WireShape, NamesGroup, NamesUser {
            package var groupName: String
            package var userName: String

            package init(groupName: String, userName: String) {
                self.groupName = groupName
                self.userName = userName
            }

            package init(from fields: inout FieldReader) {
                groupName = fields.requiredString("GroupName", IAM.Limits.groupNameType)
                userName = fields.requiredString("UserName", IAM.Limits.existingUserNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("GroupName", groupName)
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
    /// CreateGroup. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateGroup.html>
    package enum CreateGroup: Operation {
        package static let facts = OperationFacts(
            name: "CreateGroup", service: .iam, resultWrapper: "CreateGroupResult",
            errors: [
                Errors.limitExceeded, Errors.entityAlreadyExists, Errors.noSuchEntity,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesGroup {
            package var path: String?
            package var groupName: String

            package init(groupName: String, path: String? = nil) {
                self.path = path
                self.groupName = groupName
            }

            package init(from fields: inout FieldReader) {
                path = fields.string("Path", IAM.Limits.pathType)
                groupName = fields.requiredString("GroupName", IAM.Limits.groupNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("Path", path)
                writer.string("GroupName", groupName)
            }
        }

        package struct Output: WireShape {
            package var group: IAM.Shape.Group

            package init(group: IAM.Shape.Group) {
                self.group = group
            }

            package init(from fields: inout FieldReader) {
                group = fields.requiredStructure("Group")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("Group", group)
            }
        }
    }
}

extension IAM {
    /// DeleteGroup. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroup.html>
    package enum DeleteGroup: Operation {
        package static let facts = OperationFacts(
            name: "DeleteGroup", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.deleteConflict, Errors.limitExceeded,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesGroup {
            package var groupName: String

            package init(groupName: String) {
                self.groupName = groupName
            }

            package init(from fields: inout FieldReader) {
                groupName = fields.requiredString("GroupName", IAM.Limits.groupNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("GroupName", groupName)
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
    /// GetGroup. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetGroup.html>
    package enum GetGroup: Operation {
        package static let facts = OperationFacts(
            name: "GetGroup", service: .iam, resultWrapper: "GetGroupResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["Users"]))

        package struct Input: WireShape, AsksForPage, NamesGroup {
            package var groupName: String
            package var marker: String?
            package var maxItems: Int?

            package init(groupName: String, marker: String? = nil, maxItems: Int? = nil) {
                self.groupName = groupName
                self.marker = marker
                self.maxItems = maxItems
            }

            package init(from fields: inout FieldReader) {
                groupName = fields.requiredString("GroupName", IAM.Limits.groupNameType)
                marker = fields.string("Marker", IAM.Limits.markerType)
                maxItems = fields.integer("MaxItems", IAM.Limits.maxItemsType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("GroupName", groupName)
                writer.string("Marker", marker)
                writer.integer("MaxItems", maxItems)
            }
        }

        package struct Output: WireShape, AnswersPage {
            package var group: IAM.Shape.Group
            package var users: [IAM.Shape.User]
            package var isTruncated: Bool?
            package var marker: String?

            package init(
                group: IAM.Shape.Group, users: [IAM.Shape.User], isTruncated: Bool? = nil,
                marker: String? = nil
            ) {
                self.group = group
                self.users = users
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                group = fields.requiredStructure("Group")
                users = fields.requiredStructures("Users")
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("Group", group)
                writer.structures("Users", users)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}

extension IAM {
    /// ListGroups. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroups.html>
    package enum ListGroups: Operation {
        package static let facts = OperationFacts(
            name: "ListGroups", service: .iam, resultWrapper: "ListGroupsResult",
            errors: [Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["Groups"]))

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
            package var groups: [IAM.Shape.Group]
            package var isTruncated: Bool?
            package var marker: String?

            package init(groups: [IAM.Shape.Group], isTruncated: Bool? = nil, marker: String? = nil)
            {
                self.groups = groups
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                groups = fields.requiredStructures("Groups")
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("Groups", groups)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}

extension IAM {
    /// ListGroupsForUser. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListGroupsForUser.html>
    package enum ListGroupsForUser: Operation {
        package static let facts = OperationFacts(
            name: "ListGroupsForUser", service: .iam, resultWrapper: "ListGroupsForUserResult",
            errors: [Errors.noSuchEntity, Errors.serviceFailure],
            pagination: Pagination(
                inputToken: "Marker", outputToken: "Marker", limitKey: "MaxItems",
                moreResults: "IsTruncated", resultKeys: ["Groups"]))

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

        package struct Output: WireShape, AnswersPage {
            package var groups: [IAM.Shape.Group]
            package var isTruncated: Bool?
            package var marker: String?

            package init(groups: [IAM.Shape.Group], isTruncated: Bool? = nil, marker: String? = nil)
            {
                self.groups = groups
                self.isTruncated = isTruncated
                self.marker = marker
            }

            package init(from fields: inout FieldReader) {
                groups = fields.requiredStructures("Groups")
                isTruncated = fields.boolean("IsTruncated")
                marker = fields.string("Marker")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("Groups", groups)
                writer.boolean("IsTruncated", isTruncated)
                writer.string("Marker", marker)
            }
        }
    }
}

extension IAM {
    /// RemoveUserFromGroup. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_RemoveUserFromGroup.html>
    package enum RemoveUserFromGroup: Operation {
        package static let facts = OperationFacts(
            name: "RemoveUserFromGroup", service: .iam,
            errors: [Errors.noSuchEntity, Errors.limitExceeded, Errors.serviceFailure])

        package struct Input: WireShape, NamesGroup, NamesUser {
            package var groupName: String
            package var userName: String

            package init(groupName: String, userName: String) {
                self.groupName = groupName
                self.userName = userName
            }

            package init(from fields: inout FieldReader) {
                groupName = fields.requiredString("GroupName", IAM.Limits.groupNameType)
                userName = fields.requiredString("UserName", IAM.Limits.existingUserNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("GroupName", groupName)
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
    /// UpdateGroup. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateGroup.html>
    package enum UpdateGroup: Operation {
        package static let facts = OperationFacts(
            name: "UpdateGroup", service: .iam,
            errors: [
                Errors.noSuchEntity, Errors.entityAlreadyExists, Errors.limitExceeded,
                Errors.serviceFailure,
            ])

        package struct Input: WireShape, NamesGroup {
            package var groupName: String
            package var newPath: String?
            package var newGroupName: String?

            package init(groupName: String, newPath: String? = nil, newGroupName: String? = nil) {
                self.groupName = groupName
                self.newPath = newPath
                self.newGroupName = newGroupName
            }

            package init(from fields: inout FieldReader) {
                groupName = fields.requiredString("GroupName", IAM.Limits.groupNameType)
                newPath = fields.string("NewPath", IAM.Limits.pathType)
                newGroupName = fields.string("NewGroupName", IAM.Limits.groupNameType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("GroupName", groupName)
                writer.string("NewPath", newPath)
                writer.string("NewGroupName", newGroupName)
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
    /// Group. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_Group.html>
    package struct Group: WireShape {
        package var path: String
        package var groupName: String
        package var groupId: String
        package var arn: String
        package var createDate: Timestamp

        package init(
            path: String, groupName: String, groupId: String, arn: String, createDate: Timestamp
        ) {
            self.path = path
            self.groupName = groupName
            self.groupId = groupId
            self.arn = arn
            self.createDate = createDate
        }

        package init(from fields: inout FieldReader) {
            path = fields.requiredString("Path", IAM.Limits.pathType)
            groupName = fields.requiredString("GroupName", IAM.Limits.groupNameType)
            groupId = fields.requiredString("GroupId", IAM.Limits.idType)
            arn = fields.requiredString("Arn", IAM.Limits.arnType)
            createDate = fields.requiredTimestamp("CreateDate")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("Path", path)
            writer.string("GroupName", groupName)
            writer.string("GroupId", groupId)
            writer.string("Arn", arn)
            writer.timestamp("CreateDate", createDate)
        }
    }
}
