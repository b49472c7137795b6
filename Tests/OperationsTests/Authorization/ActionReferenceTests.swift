import AWSWire
import IAMIdentifiers
import IAMModel
import Operations
import Testing

@Suite struct ActionReferenceTests {
    static let operations =
        IAM.operations + STS.operations + AccessAnalyzer.operations
        + CloudTrail.operations + AccountManagement.operations

    @Test func everyOperationIsAnAction() {
        #expect(Self.operations.count == 181 + 12 + 1 + 1 + 18)
        let actions = Self.operations.map { operation in
            "\(operation.facts.service.signingName):\(operation.facts.name)"
        }
        #expect(actions.filter { ActionReference[$0] == nil } == [])
        // It is known as an operation alone: no policy names it.
        #expect(!ActionReference.actions.contains("iam:AcquireRole"))
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
        for operation in IAM.operations {
            let reference = try #require(ActionReference["iam:\(operation.facts.name)"])
            let reads = reference.level == .list || reference.level == .read
            #expect(
                reads == reading.contains { operation.facts.name.hasPrefix($0) },
                "\(operation.facts.name)")
        }
    }
}
