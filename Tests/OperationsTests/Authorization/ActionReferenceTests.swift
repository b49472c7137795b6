import AWSWire
import IAMIdentifiers
import IAMModel
import Operations
import Testing

@Suite struct ActionReferenceTests {
    static let operations =
        IAM.operations + STS.operations + AccessAnalyzer.operations
        + AccountManagement.operations

    /// What AWS added after the reference that is compiled in was made. None has a handler.
    private static let newer: Set<String> = [
        "iam:AcquireRole"
    ]

    @Test func everyOperationIsAnAction() {
        #expect(Self.operations.count == 181 + 12 + 1 + 18)
        let actions = Self.operations.map { operation in
            "\(operation.facts.service.signingName):\(operation.facts.name)"
        }
        #expect(Set<String>(actions.filter { ActionReference[$0] == nil }) == Self.newer)
        let handled = Set<String>(AWSService.all.handlers.map { $0.action })
        #expect(handled.isDisjoint(with: Self.newer))
    }

    @Test func whatTheReferenceSaysOfCreateUser() throws {
        let createUser = try #require(ActionReference["iam:CreateUser"])
        #expect(createUser.level == .write)
        #expect(createUser.resourceTypes == [.user])
        #expect(
            createUser.conditionKeys == [
                "aws:RequestTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:TagKeys",
                "iam:PermissionsBoundary", "iam:ResourceTag/${TagKey}",
            ])
        #expect(createUser.alsoNeeds == ["iam:TagUser"])
    }

    @Test func attachingIsManagingPermissionsAndNamesThePolicy() throws {
        for action in ["iam:AttachUserPolicy", "iam:DetachGroupPolicy", "iam:AttachRolePolicy"] {
            let reference = try #require(ActionReference[action])
            #expect(reference.level == .permissionsManagement, "\(action)")
            #expect(reference.conditionKeys.contains("iam:PolicyARN"), "\(action)")
        }
    }

    @Test func membershipIsOfTheGroup() {
        #expect(ActionReference["iam:AddUserToGroup"]?.resourceTypes == [.group])
        #expect(ActionReference["iam:ListGroupsForUser"]?.resourceTypes == [.user])
    }

    @Test(arguments: [
        "iam:ListUsers", "iam:CreateAccountAlias", "iam:GetAccountSummary",
        "sts:GetCallerIdentity",
    ])
    func whatIsOnNoResourceHasNoType(action: String) {
        #expect(ActionReference[action]?.resourceTypes == [])
    }

    @Test func passingARoleIsAnActionWithoutAnOperation() {
        #expect(ActionReference["iam:PassRole"]?.resourceTypes == [.role])
        #expect(ActionReference["iam:AddRoleToInstanceProfile"]?.alsoNeeds == ["iam:PassRole"])
    }

    @Test(arguments: ["CreateUser", "iam:createuser", "iam:NoSuchAction", "s3:GetObject", ""])
    func anythingElseIsUnknown(action: String) {
        #expect(ActionReference[action] == nil)
    }

    @Test func whatAnActionAlsoNeedsIsAnActionToo() throws {
        for action in ActionReference.actions {
            for other in try #require(ActionReference[action]).alsoNeeds
            where !other.hasPrefix("organizations:") {
                #expect(ActionReference[other] != nil, "\(action) needs \(other)")
            }
        }
    }

    /// Reading changes nothing, so an action of the level List or Read has a name that says so.
    @Test func listingAndReadingHaveNamesThatSaySo() throws {
        let reading = ["Get", "List", "Generate", "Simulate"]
        for operation in IAM.operations
        where !Self.newer.contains("iam:\(operation.facts.name)") {
            let reference = try #require(ActionReference["iam:\(operation.facts.name)"])
            let reads = reference.level == .list || reference.level == .read
            #expect(
                reads == reading.contains { operation.facts.name.hasPrefix($0) },
                "\(operation.facts.name)")
        }
    }
}
