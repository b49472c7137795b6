import IAMModel
import Operations
import TestSupport
import Testing

/// Lists that are walked page by page: nothing is lost and nothing comes twice.
@Suite struct PagesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let operation: String
        var parameters: [String: String] = [:]
        /// The element whose text names an item.
        let element: String
        let expected: [String]

        var testDescription: String { operation }
    }

    private static func names(_ prefix: String) -> [String] { (0..<5).map { "\(prefix)\($0)" } }

    /// What is listed: five of each, of names that sort by their number.
    private static let steps: [(String, [String: String])] =
        (0..<5).flatMap { number -> [(String, [String: String])] in
            let document = Policies.allow("s3:GetObject")
            let arn = "arn:aws:iam::123456789012:policy/p\(number)"
            return [
                ("CreateUser", ["UserName": "u\(number)"]),
                ("CreateGroup", ["GroupName": "g\(number)"]),
                ("CreatePolicy", ["PolicyName": "p\(number)", "PolicyDocument": document]),
            ]
                + (number == 0
                    ? []
                    : [
                        (
                            "CreatePolicyVersion",
                            [
                                "PolicyArn": "arn:aws:iam::123456789012:policy/p0",
                                "PolicyDocument": document,
                            ]
                        )
                    ]) + [
                    ("AddUserToGroup", ["GroupName": "g0", "UserName": "u\(number)"])
                ]
                + (number == 0
                    ? []
                    : [
                        ("AddUserToGroup", ["GroupName": "g\(number)", "UserName": "u0"])
                    ]) + [
                    ("AttachUserPolicy", ["UserName": "u0", "PolicyArn": arn]),
                    ("AttachGroupPolicy", ["GroupName": "g0", "PolicyArn": arn]),
                    (
                        "PutUserPolicy",
                        ["UserName": "u0", "PolicyName": "i\(number)", "PolicyDocument": document]
                    ),
                    (
                        "PutGroupPolicy",
                        ["GroupName": "g0", "PolicyName": "i\(number)", "PolicyDocument": document]
                    ),
                    (
                        "TagUser",
                        [
                            "UserName": "u0", "Tags.member.1.Key": "k\(number)",
                            "Tags.member.1.Value": "1",
                        ]
                    ),
                    (
                        "TagPolicy",
                        [
                            "PolicyArn": "arn:aws:iam::123456789012:policy/p0",
                            "Tags.member.1.Key": "k\(number)", "Tags.member.1.Value": "1",
                        ]
                    ),
                ]
        }

    private static let p0 = "arn:aws:iam::123456789012:policy/p0"

    static let cases = [
        Case(operation: "ListUsers", element: "UserName", expected: names("u")),
        Case(operation: "ListGroups", element: "GroupName", expected: names("g")),
        Case(
            operation: "ListPolicies", parameters: ["Scope": "Local"], element: "PolicyName",
            expected: names("p")),
        Case(
            operation: "GetGroup", parameters: ["GroupName": "g0"], element: "UserName",
            expected: names("u")),
        Case(
            operation: "ListGroupsForUser", parameters: ["UserName": "u0"], element: "GroupName",
            expected: names("g")),
        Case(
            operation: "ListUserPolicies", parameters: ["UserName": "u0"], element: "member",
            expected: names("i")),
        Case(
            operation: "ListGroupPolicies", parameters: ["GroupName": "g0"], element: "member",
            expected: names("i")),
        Case(
            operation: "ListAttachedUserPolicies", parameters: ["UserName": "u0"],
            element: "PolicyName", expected: names("p")),
        Case(
            operation: "ListAttachedGroupPolicies", parameters: ["GroupName": "g0"],
            element: "PolicyName", expected: names("p")),
        Case(
            operation: "ListUserTags", parameters: ["UserName": "u0"], element: "Key",
            expected: names("k")),
        Case(
            operation: "ListPolicyTags", parameters: ["PolicyArn": p0], element: "Key",
            expected: names("k")),
        Case(
            operation: "ListPolicyVersions", parameters: ["PolicyArn": p0], element: "VersionId",
            expected: ["v5", "v4", "v3", "v2", "v1"]),
        Case(
            operation: "ListEntitiesForPolicy", parameters: ["PolicyArn": p0],
            element: "(?:Group|User)Name", expected: ["g0", "u0"]),
    ]

    /// One service for all cases: they only read.
    private static let shared = Task {
        let service = try await TestService()
        let root = try await service.caller()
        for (operation, parameters) in steps {
            if let error = try await service.call(operation, parameters, as: root).error {
                throw error
            }
        }
        return (service, root)
    }

    /// Every item of a list, asked for in pages.
    private func walk(_ c: Case, by maxItems: Int) async throws -> [[String]] {
        let (service, root) = try await Self.shared.value
        var pages: [[String]] = []
        var parameters = c.parameters
        parameters["MaxItems"] = String(maxItems)
        let item = try Regex(
            "<\(c.element)>([^<]+)</\(c.element)>", as: (Substring, Substring).self)
        repeat {
            try #require(pages.count < 20)
            let answer = try await service.call(c.operation, parameters, as: root)
            #expect(answer.error == nil)
            pages.append(answer.document.matches(of: item).map { String($0.output.1) })
            let marker = answer.document.firstMatch(of: /<Marker>([^<]+)<\/Marker>/)
            #expect(
                answer.document.contains("<IsTruncated>\(marker != nil)</IsTruncated>"))
            parameters["Marker"] = marker.map { String($0.1) }
        } while parameters["Marker"] != nil
        return pages
    }

    @Test("pages of any length give every item once, in one order", arguments: cases)
    func pages(_ c: Case) async throws {
        for maxItems in 1...6 {
            let pages = try await walk(c, by: maxItems)
            #expect(pages.flatMap { $0 } == c.expected)
            #expect(pages.dropLast().allSatisfy { $0.count == maxItems })
            let whole = (c.expected.count + maxItems - 1) / maxItems
            #expect(pages.count == whole, "no page is empty")
        }
    }

    @Test("a marker that no page gave is refused", arguments: cases)
    func badMarker(_ c: Case) async throws {
        let (service, root) = try await Self.shared.value
        for marker in ["!", "YWJj=", "_w"] {
            let answer = try await service.call(
                c.operation, c.parameters.merging(["Marker": marker]) { $1 }, as: root)
            #expect(answer.error == .validationError("Invalid Marker."))
        }
    }

    @Test("all of an account's details come in pages over all kinds")
    func details() async throws {
        let (service, _) = try await Self.shared.value
        var names: [String] = []
        var marker: String?
        repeat {
            let page = try await service.run(
                IAM.GetAccountAuthorizationDetails.self, .init(maxItems: 4, marker: marker))
            let users = page.userDetailList ?? []
            let groups = page.groupDetailList ?? []
            let policies = page.policies ?? []
            #expect(users.count + groups.count + policies.count <= 4)
            names += users.compactMap(\.userName) + groups.compactMap(\.groupName)
            names += policies.compactMap(\.policyName)
            marker = page.marker
            #expect(page.isTruncated == (marker != nil))
        } while marker != nil
        #expect(names == Self.names("u") + Self.names("g") + Self.names("p"))
    }

    @Test("what comes and goes between pages costs no other item its place")
    func changesBetween() async throws {
        let service = try await TestService(users: ["b", "d", "f", "h", "j"])
        let first = try await service.run(IAM.ListUsers.self, .init(maxItems: 2))
        #expect(first.users.map(\.userName) == ["b", "d"])
        for gone in ["b", "d", "h"] {
            try await service.run(IAM.DeleteUser.self, .init(userName: gone))
        }
        for new in ["a", "e"] { try await service.makeUser(new) }
        let rest = try await service.run(IAM.ListUsers.self, .init(marker: first.marker))
        #expect(rest.users.map(\.userName) == ["e", "f", "j"])
        #expect(rest.isTruncated == false)
    }
}
