import IAMIdentifiers
import IAMModel
import Operations
import TestSupport
import Testing

/// Simulations as a client sees them.
@Suite struct PolicySimulationTests {
    private typealias Statement = IAM.Shape.Statement

    private static let alice = "arn:aws:iam::123456789012:user/alice"
    private static let bucket = "arn:aws:s3:::notes"

    private static func policy(_ statements: String...) -> String {
        #"{"Version":"2012-10-17","Statement":[\#(statements.joined(separator: ","))]}"#
    }

    private static func statement(
        _ effect: String, _ action: String, on resource: String = "*", _ rest: String = ""
    ) -> String {
        #"{"Effect":"\#(effect)","Action":"\#(action)","Resource":"\#(resource)"\#(rest)}"#
    }

    /// The results of a simulation as the root user.
    private func simulate(
        _ input: IAM.SimulateCustomPolicy.Input
    ) async throws -> [IAM.Shape.EvaluationResult] {
        let service = try await TestService()
        return try await service.run(IAM.SimulateCustomPolicy.self, input).evaluationResults ?? []
    }

    // MARK: The answer

    /// Source: AWS CLI Command Reference, simulate-custom-policy, "Examples".
    /// <https://docs.aws.amazon.com/cli/latest/reference/iam/simulate-custom-policy.html>
    @Test("the example of AWS's documentation is answered as it is there")
    func documentedExample() async throws {
        let document = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"dynamodb:*",\
            "Resource":"*","Condition":{"DateGreaterThan":\
            {"aws:CurrentTime":"2018-08-16T12:00:00Z"}}}}
            """
        for (time, isAllowed) in [("2019-04-25T11:00:00Z", true), ("2014-04-25T11:00:00Z", false)] {
            let results = try await simulate(
                .init(
                    policyInputList: [document], actionNames: ["dynamodb:CreateBackup"],
                    contextEntries: [
                        .init(
                            contextKeyName: "aws:CurrentTime", contextKeyValues: [time],
                            contextKeyType: .date)
                    ]))
            let result = try #require(results.first)
            #expect(results.count == 1)
            #expect(result.evalActionName == "dynamodb:CreateBackup")
            #expect(result.evalResourceName == "*")
            #expect(result.evalDecision == (isAllowed ? .allowed : .implicitDeny))
            #expect(result.missingContextValues == [])
            #expect(result.evalDecisionDetails == nil)
            #expect(result.resourceSpecificResults == nil)
            let matched = result.matchedStatements ?? []
            #expect(matched.count == (isAllowed ? 1 : 0))
            for statement in matched {
                #expect(statement.sourcePolicyId == "PolicyInputList.1")
                #expect(statement.startPosition?.line == 1)
                #expect(statement.startPosition?.column == 38)
                #expect(statement.endPosition?.line == 1)
                #expect(statement.endPosition?.column == 167)
            }
        }
    }

    @Test("statements are pointed to from behind what was read before to behind their brace")
    func positions() async throws {
        let document = """
            {
              "Version": "2012-10-17",
              "Statement": [
                {"Effect": "Allow", "Action": "iam:GetUser", "Resource": "*"},
                {
                  "Effect": "Allow",
                  "Action": "s3:*",
                  "Resource": "*"
                }
              ]
            }
            """
        let results = try await simulate(
            .init(
                policyInputList: [Policies.allow("sqs:*"), document],
                actionNames: ["iam:GetUser", "s3:GetObject"]))
        let places = results.map { result in
            (result.matchedStatements ?? []).map { statement in
                [
                    statement.startPosition?.line, statement.startPosition?.column,
                    statement.endPosition?.line, statement.endPosition?.column,
                ]
            }
        }
        #expect(places == [[[3, 17, 4, 66]], [[4, 66, 9, 6]]])
        let single = """
            {
              "Version":"2012-10-17",
              "Statement":{
                "Effect":"Allow",
                "Action":"s3:PutObject",
                "Resource":"arn:aws:s3:::my-test-bucket"
              }
            }
            """
        let matched = try await simulate(
            .init(
                policyInputList: [single], actionNames: ["s3:PutObject"],
                resourceArns: ["arn:aws:s3:::my-test-bucket"]))[0].matchedStatements
        #expect(matched?.first?.startPosition?.line == 3)
        #expect(matched?.first?.startPosition?.column == 16)
        #expect(matched?.first?.endPosition?.line == 7)
        #expect(matched?.first?.endPosition?.column == 4, "as AWS's own sample has it")
        #expect(results[0].matchedStatements?.first?.sourcePolicyId == "PolicyInputList.2")
        #expect(results[0].matchedStatements?.first?.sourcePolicyType == .iamPolicy)
    }

    @Test("one result for an action tells of the worst resource, and of each by itself")
    func resources() async throws {
        let results = try await simulate(
            .init(
                policyInputList: [
                    Self.policy(
                        Self.statement("Allow", "s3:*", on: "\(Self.bucket)/*"),
                        Self.statement("Deny", "s3:*", on: "\(Self.bucket)/secret"))
                ],
                actionNames: ["s3:GetObject", "s3:PutObject"],
                resourceArns: [
                    "\(Self.bucket)/1", "\(Self.bucket)/secret", "arn:aws:s3:::other/1",
                ]))
        #expect(results.map(\.evalActionName) == ["s3:GetObject", "s3:PutObject"])
        let result = try #require(results.first)
        #expect(result.evalDecision == .explicitDeny)
        #expect(result.evalDecisionDetails == [:])
        #expect(result.matchedStatements?.count == 1, "the Deny alone")
        let specific = result.resourceSpecificResults ?? []
        #expect(
            specific.map(\.evalResourceName)
                == ["\(Self.bucket)/1", "\(Self.bucket)/secret", "arn:aws:s3:::other/1"])
        #expect(
            specific.map(\.evalResourceDecision) == [.allowed, .explicitDeny, .implicitDeny])
        #expect(specific.map { $0.matchedStatements?.count } == [1, 1, 0])
    }

    @Test("keys that policies ask about and the request does not supply are told")
    func missing() async throws {
        let document = Self.policy(
            Self.statement(
                "Allow", "s3:*", on: "\(Self.bucket)/${aws:username}/*",
                #","Condition":{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}"#))
        var input = IAM.SimulateCustomPolicy.Input(
            policyInputList: [document], actionNames: ["s3:GetObject"],
            contextEntries: [
                .init(
                    contextKeyName: "AWS:sourceIP", contextKeyValues: ["203.0.113.9"],
                    contextKeyType: .ip)
            ])
        #expect(try await simulate(input)[0].missingContextValues == ["aws:username"])
        input.resourceArns = ["\(Self.bucket)/alice/1"]
        let result = try await simulate(input)[0]
        #expect(result.missingContextValues == ["aws:username"])
        #expect(result.resourceSpecificResults?[0].missingContextValues == ["aws:username"])
        #expect(result.evalDecision == .implicitDeny)
        input.contextEntries?.append(
            .init(
                contextKeyName: "aws:username", contextKeyValues: ["alice"],
                contextKeyType: .string))
        #expect(try await simulate(input)[0].evalDecision == .allowed)
    }

    @Test("a boundary that does not allow refuses, and the answer says that it was the boundary")
    func boundary() async throws {
        let allow = Policies.allow("s3:*")
        for (boundary, decision) in [
            (Policies.allow("s3:GetObject"), IAM.Shape.PolicyEvaluationDecisionType.allowed),
            (Policies.allow("s3:PutObject"), .implicitDeny), (Policies.deny("*"), .explicitDeny),
        ] {
            for resources in [nil, ["\(Self.bucket)/1"]] {
                let result = try await simulate(
                    .init(
                        policyInputList: [allow], actionNames: ["s3:GetObject"],
                        permissionsBoundaryPolicyInputList: [boundary], resourceArns: resources)
                )[0]
                #expect(result.evalDecision == decision)
                let detail = result.permissionsBoundaryDecisionDetail
                #expect(detail?.allowedByPermissionsBoundary == (decision == .allowed))
                let specific = result.resourceSpecificResults?[0].permissionsBoundaryDecisionDetail
                #expect(
                    specific?.allowedByPermissionsBoundary
                        == resources.map { _ in decision == .allowed })
            }
        }
        let free = try await simulate(
            .init(policyInputList: [allow], actionNames: ["s3:GetObject"]))[0]
        #expect(free.permissionsBoundaryDecisionDetail == nil)
        let denied =
            try await simulate(
                .init(
                    policyInputList: [Policies.allow("s3:*")], actionNames: ["s3:GetObject"],
                    permissionsBoundaryPolicyInputList: [
                        Self.policy(Self.statement("Deny", "s3:*", on: "*"))
                    ]))[0].matchedStatements ?? []
        #expect(denied.map(\.sourcePolicyId) == ["PermissionsBoundaryPolicyInputList.1"])
        #expect(
            denied.map { $0.sourcePolicyType?.rawValue } == ["Permissions Boundary Policy"])
    }

    // MARK: Resource policies

    private static func resourcePolicy(_ effect: String, _ principal: String) -> String {
        policy(
            statement(
                effect, "s3:GetObject", on: "\(bucket)/*",
                #","Principal":{"AWS":"\#(principal)"}"#))
    }

    @Test("a resource policy that names the caller allows in the caller's own account")
    func resourcePolicyAlone() async throws {
        var input = IAM.SimulateCustomPolicy.Input(
            policyInputList: [Policies.allow("sqs:*")], actionNames: ["s3:GetObject"],
            resourceArns: ["\(Self.bucket)/1"],
            resourcePolicy: Self.resourcePolicy("Allow", Self.alice), callerArn: Self.alice)
        let result = try await simulate(input)[0]
        #expect(result.evalDecision == .allowed)
        #expect(result.evalDecisionDetails == [:], "within one account it is empty")
        #expect(result.resourceSpecificResults?[0].evalDecisionDetails == nil)
        #expect(result.matchedStatements?.map(\.sourcePolicyType) == [.resourcePolicy])
        input.callerArn = "arn:aws:iam::123456789012:user/bob"
        #expect(try await simulate(input)[0].evalDecision == .implicitDeny)
        input.callerArn = Self.alice
        input.resourcePolicy = Self.resourcePolicy("Deny", Self.alice)
        #expect(try await simulate(input)[0].evalDecision == .explicitDeny)
    }

    @Test(
        "across accounts both sides have to allow, and the answer tells what each says",
        arguments: ["210987654321", "arn:aws:iam::210987654321:root"])
    func crossAccount(_ owner: String) async throws {
        for (identity, resource) in [
            ("Allow", "Allow"), ("Allow", "Nothing"), ("Nothing", "Allow"), ("Allow", "Deny"),
        ] {
            let result = try await simulate(
                .init(
                    policyInputList: [
                        identity == "Allow" ? Policies.allow("s3:*") : Policies.allow("sqs:*")
                    ], actionNames: ["s3:GetObject"], resourceArns: ["\(Self.bucket)/1"],
                    resourcePolicy: resource == "Nothing"
                        ? nil : Self.resourcePolicy(resource, Self.alice),
                    resourceOwner: owner, callerArn: Self.alice))[0]
            let expected: IAM.Shape.PolicyEvaluationDecisionType =
                resource == "Deny"
                ? .explicitDeny
                : identity == "Allow" && resource == "Allow" ? .allowed : .implicitDeny
            #expect(result.evalDecision == expected)
            let details = result.resourceSpecificResults?[0].evalDecisionDetails
            #expect(details == result.evalDecisionDetails)
            let decides = result.matchedStatements ?? []
            #expect(decides.isEmpty == (expected == .implicitDeny))
            let specific = result.resourceSpecificResults?[0].matchedStatements ?? []
            #expect(
                specific.map { $0.sourcePolicyType?.rawValue }
                    == (resource == "Deny"
                        ? ["Resource Policy"]
                        : [("IAM Policy", identity), ("Resource Policy", resource)]
                            .filter { $0.1 == "Allow" }.map(\.0)),
                "of the resource also what allows on one side alone")
            #expect(details?["IAM Policy"] == (identity == "Allow" ? .allowed : .implicitDeny))
            #expect(
                details?["Resource Policy"]
                    == (resource == "Allow"
                        ? .allowed : resource == "Deny" ? .explicitDeny : .implicitDeny))
        }
    }

    @Test("an ARN that names another account is that account's, whoever owns the rest")
    func ownerByARN() async throws {
        let queue = "arn:aws:sqs:us-east-1:210987654321:q"
        var input = IAM.SimulateCustomPolicy.Input(
            policyInputList: [Policies.allow("sqs:*")], actionNames: ["sqs:SendMessage"],
            resourceArns: [queue], callerArn: Self.alice)
        #expect(try await simulate(input)[0].evalDecision == .implicitDeny)
        input.callerArn = "arn:aws:iam::210987654321:user/alice"
        #expect(try await simulate(input)[0].evalDecision == .allowed)
    }

    // MARK: Pages and limits

    @Test("pages of any length give every action once")
    func pages() async throws {
        let service = try await TestService()
        let actions = (0..<7).map { "s3:Get\($0)" }
        for length in 1...8 {
            var names: [String] = []
            var marker: String?
            repeat {
                let page = try await service.run(
                    IAM.SimulateCustomPolicy.self,
                    .init(
                        policyInputList: [Policies.allow("s3:*")], actionNames: actions,
                        maxItems: length, marker: marker))
                names += page.evaluationResults?.map(\.evalActionName) ?? []
                marker = page.marker
                #expect(page.isTruncated == (marker != nil))
            } while marker != nil
            #expect(names == actions)
        }
    }

    @Test("a marker that no page gave is refused", arguments: ["!", "OTk", "YWJj", "LTE"])
    func marker(_ marker: String) async throws {
        let service = try await TestService()
        let error = try await service.error(
            IAM.SimulateCustomPolicy.self,
            .init(
                policyInputList: [Policies.allow("s3:*")], actionNames: ["s3:GetObject"],
                marker: marker))
        #expect(error == .validationError("Invalid Marker."))
    }

    @Test("a page with many resources holds fewer actions than were asked for")
    func work() async throws {
        let service = try await TestService()
        let input = IAM.SimulateCustomPolicy.Input(
            policyInputList: [Policies.allow("s3:*")],
            actionNames: (0..<20).map { "s3:Get\($0)" },
            resourceArns: (0..<300).map { "\(Self.bucket)/\($0)" }, maxItems: 1_000)
        let page = try await service.run(IAM.SimulateCustomPolicy.self, input)
        let count = page.evaluationResults?.count ?? 0
        #expect((1..<20).contains(count))
        #expect(page.isTruncated == true)
        var all = count
        var marker = page.marker
        while marker != nil {
            let next = try await service.run(
                IAM.SimulateCustomPolicy.self,
                .init(
                    policyInputList: input.policyInputList, actionNames: input.actionNames,
                    resourceArns: input.resourceArns, maxItems: 1_000, marker: marker))
            all += next.evaluationResults?.count ?? 0
            marker = next.marker
        }
        #expect(all == 20)
    }

    @Test("a question of more work than a page is refused, whether by statements or by keys")
    func tooMuchWork() async throws {
        let service = try await TestService()
        let resources = (0..<900).map { "\(Self.bucket)/\($0)" }
        let statements = Array(repeating: Self.statement("Deny", "*", on: "*"), count: 200)
        let keys = (0..<200).map { #""aws:RequestTag/\#($0)":"a""# }.joined(separator: ",")
        let conditional = Self.statement(
            "Deny", "*", on: "*", #","Condition":{"StringEquals":{\#(keys)}}"#)
        for document in [Self.policy(statements.joined(separator: ",")), Self.policy(conditional)] {
            var input = IAM.SimulateCustomPolicy.Input(
                policyInputList: [document], actionNames: ["s3:GetObject"],
                resourceArns: resources)
            let error = try await service.error(IAM.SimulateCustomPolicy.self, input)
            #expect(error?.code == .invalidInput)
            #expect(error?.message.contains("Name fewer") == true)
            input.resourceArns = Array(resources.prefix(10))
            let answer = try await service.run(IAM.SimulateCustomPolicy.self, input)
            #expect(answer.evaluationResults?.count == 1)
        }
    }

    @Test("an answer has about a megabyte at most, however long names are and however often told")
    func bytes() async throws {
        let service = try await TestService()
        let key = String(repeating: "&", count: 200)
        let keys = (0..<500).map { #""aws:RequestTag/\#(key)\#($0)":"a""# }.joined(separator: ",")
        let document = Self.policy(
            Self.statement("Allow", "*", on: "*", #","Condition":{"StringEquals":{\#(keys)}}"#))
        let answer = try await service.call(
            "SimulateCustomPolicy",
            [
                "PolicyInputList.member.1": document, "ActionNames.member.1": "s3:GetObject",
                "ActionNames.member.2": "s3:PutObject", "ActionNames.member.3": "s3:ListBucket",
            ], as: service.caller())
        #expect((500_000...1_050_000).contains(answer.document.utf8.count))
        #expect(answer.document.contains("<IsTruncated>true</IsTruncated>"))
        let many = try await service.call(
            "SimulateCustomPolicy",
            [
                "PolicyInputList.member.1": document, "ActionNames.member.1": "s3:GetObject",
                "ResourceArns.member.1": "arn:aws:s3:::a",
                "ResourceArns.member.2": "arn:aws:s3:::b",
            ], as: service.caller())
        #expect(many.error?.code == .invalidInput)
        let names = try await service.call(
            "GetContextKeysForCustomPolicy",
            ["PolicyInputList.member.1": document, "PolicyInputList.member.2": document],
            as: service.caller())
        #expect(names.error == nil && names.document.utf8.count < 1_050_000)
    }

    @Test("the policies of one request count together, whatever they are in it")
    func allPolicies() async throws {
        let service = try await TestService()
        let allow = Policies.allow("s3:*")
        let long = String(repeating: " ", count: 131_072 - allow.utf8.count) + allow
        func error(_ inputs: [String], boundary: [String], resource: String?) async throws
            -> IAMError.Code?
        {
            try await service.error(
                IAM.SimulateCustomPolicy.self,
                .init(
                    policyInputList: inputs, actionNames: ["s3:GetObject"],
                    permissionsBoundaryPolicyInputList: boundary, resourcePolicy: resource,
                    callerArn: Self.alice)
            )?.code
        }
        let bucket = allow.replacing(#""Effect""#, with: #""Principal":"*","Effect""#)
        #expect(try await error([long], boundary: [long], resource: nil) == nil)
        #expect(try await error([allow], boundary: [long], resource: bucket) == nil)
        #expect(try await error([long], boundary: [long], resource: bucket) == .invalidInput)
    }

    @Test("policies that took long to read leave a page less to ask of them")
    func workOfReading() async throws {
        let service = try await TestService()
        let search = Self.statement(
            "Deny", "*", on: "*", #","Condition":{"StringLike":{"s3:prefix":"*b*"}}"#)
        let statements = Array(repeating: search, count: 200)
        let document = Self.policy(statements.joined(separator: ","))
        func answered(_ document: String) async throws -> Int {
            try await service.run(
                IAM.SimulateCustomPolicy.self,
                .init(
                    policyInputList: [document], actionNames: (0..<400).map { "s3:Get\($0)" },
                    contextEntries: [
                        .init(
                            contextKeyName: "s3:prefix",
                            contextKeyValues: [String(repeating: "a", count: 2_000)],
                            contextKeyType: .string)
                    ], maxItems: 1_000)
            ).evaluationResults?.count ?? 0
        }
        let short = try await answered(document)
        let long = try await answered(String(repeating: " ", count: 90_000) + document)
        #expect((1..<short).contains(long))
        #expect(short < 400)
    }

    @Test("policies beyond what one request may have, and keys beyond AWS's length, are refused")
    func lengths() async throws {
        let service = try await TestService()
        func error(_ documents: [String]) async throws -> IAMError.Code? {
            try await service.error(
                IAM.SimulateCustomPolicy.self,
                .init(policyInputList: documents, actionNames: ["s3:GetObject"]))?.code
        }
        let long = String(repeating: " ", count: 130_000) + Policies.allow("s3:*")
        #expect(try await error([long, long]) == nil)
        #expect(try await error([long, long, long]) == .invalidInput)
        func document(_ length: Int) -> String {
            let key = "aws:" + String(repeating: "k", count: length - 4)
            return Self.policy(
                Self.statement(
                    "Allow", "*", on: "*", #","Condition":{"Null":{"\#(key)":"true"}}"#))
        }
        #expect(try await error([document(256)]) == nil)
        #expect(try await error([document(257)]) == .invalidInput)
        let value = String(repeating: "v", count: 2_048)
        for (value, isRefused) in [(value, false), (value + "v", true)] {
            let error = try await service.error(
                IAM.SimulateCustomPolicy.self,
                .init(
                    policyInputList: [Policies.allow("s3:*")], actionNames: ["s3:GetObject"],
                    contextEntries: [
                        .init(
                            contextKeyName: "aws:x", contextKeyValues: [value],
                            contextKeyType: .string)
                    ]))
            #expect((error?.code == .invalidInput) == isRefused)
        }
    }

    @Test("a scenario of EC2 runs when it names all its resources")
    func scenario() async throws {
        let account = "arn:aws:ec2:us-east-1:123456789012:"
        let result = try await simulate(
            .init(
                policyInputList: [Policies.allow("ec2:RunInstances")],
                actionNames: ["ec2:RunInstances"],
                resourceArns: [
                    "\(account)instance/*", "arn:aws:ec2:us-east-1::image/ami-1",
                    "\(account)security-group/sg-1", "\(account)network-interface/*",
                ], resourceHandlingOption: "EC2-VPC-InstanceStore"))[0]
        #expect(result.evalDecision == .allowed)
    }

    // MARK: Principals

    /// alice with an inline policy, a managed one, a group's and a boundary, in an account whose
    /// policies decide about bills.
    static func principals() async throws -> TestService {
        let service = try await TestService()
        _ = try await service.run(UpdateIAMAccessPreference.self, .init(isActivated: true))
        let arn = try await service.run(
            IAM.CreatePolicy.self,
            .init(policyName: "limit", policyDocument: Policies.allow("*"))
        ).policy?.arn
        try await service.run(
            IAM.CreateUser.self, .init(userName: "alice", permissionsBoundary: arn))
        try await service.run(
            IAM.PutUserPolicy.self,
            .init(
                userName: "alice", policyName: "own", policyDocument: Policies.allow("s3:Get1")))
        try await service.run(IAM.CreateGroup.self, .init(groupName: "team"))
        try await service.run(
            IAM.PutGroupPolicy.self,
            .init(
                groupName: "team", policyName: "shared",
                policyDocument: Policies.allow("s3:Get2")))
        try await service.run(
            IAM.AddUserToGroup.self, .init(groupName: "team", userName: "alice"))
        let managed = try await service.run(
            IAM.CreatePolicy.self,
            .init(policyName: "readers", policyDocument: Policies.allow("s3:Get3")))
        for policy in [
            managed.policy?.arn ?? "", "arn:aws:iam::aws:policy/AWSBillingReadOnlyAccess",
        ] {
            try await service.run(
                IAM.AttachUserPolicy.self, .init(userName: "alice", policyArn: policy))
        }
        return service
    }

    @Test("a user is simulated with its own policies, its groups' and those of the request")
    func user() async throws {
        let service = try await Self.principals()
        let actions = [
            "s3:Get1", "s3:Get2", "s3:Get3", "billing:GetBillingData", "s3:Get4", "s3:Get5",
        ]
        let results =
            try await service.run(
                IAM.SimulatePrincipalPolicy.self,
                .init(
                    policySourceArn: Self.alice, actionNames: actions,
                    policyInputList: [Policies.allow("s3:Get4")])
            ).evaluationResults ?? []
        #expect(
            results.map { $0.evalDecision == .allowed } == [true, true, true, true, true, false])
        let matched = results.map { $0.matchedStatements?.first }
        #expect(
            matched.map { $0?.sourcePolicyId } == [
                "user_alice_own", "group_team_shared", "readers", "AWSBillingReadOnlyAccess",
                "PolicyInputList.1", nil,
            ])
        #expect(
            matched.dropLast().allSatisfy { $0?.sourcePolicyType?.rawValue == "IAM Policy" })
        #expect(
            results.allSatisfy {
                $0.permissionsBoundaryDecisionDetail?.allowedByPermissionsBoundary == true
            })
    }

    @Test("the boundary of the request takes the place of the user's own")
    func otherBoundary() async throws {
        let service = try await Self.principals()
        let result = try await service.run(
            IAM.SimulatePrincipalPolicy.self,
            .init(
                policySourceArn: Self.alice, actionNames: ["s3:Get1"],
                permissionsBoundaryPolicyInputList: [Policies.allow("sqs:*")]))
        #expect(result.evaluationResults?.first?.evalDecision == .implicitDeny)
    }

    @Test("a group is simulated with its own policies alone")
    func group() async throws {
        let service = try await Self.principals()
        let results =
            try await service.run(
                IAM.SimulatePrincipalPolicy.self,
                .init(
                    policySourceArn: "arn:aws:iam::123456789012:group/team",
                    actionNames: ["s3:Get1", "s3:Get2"])
            ).evaluationResults ?? []
        #expect(results.map(\.evalDecision) == [.implicitDeny, .allowed])
        #expect(results[0].permissionsBoundaryDecisionDetail == nil)
    }

    @Test("the user simulated is the caller, unless another is named")
    func callers() async throws {
        let service = try await Self.principals()
        for (caller, principal, isAllowed) in [
            (nil, Self.alice, true), ("arn:aws:iam::123456789012:user/bob", Self.alice, false),
            ("arn:aws:iam::123456789012:user/bob", "arn:aws:iam::123456789012:user/bob", true),
        ] {
            let result = try await service.run(
                IAM.SimulatePrincipalPolicy.self,
                .init(
                    policySourceArn: Self.alice, actionNames: ["s3:GetObject"],
                    resourceArns: ["\(Self.bucket)/1"],
                    resourcePolicy: Self.resourcePolicy("Allow", principal), callerArn: caller))
            #expect(
                (result.evaluationResults?.first?.evalDecision == .allowed) == isAllowed)
        }
    }

    @Test("what is simulated is what is enforced")
    func enforcement() async throws {
        let service = try await TestService(users: ["alice", "bob"])
        for document in [
            Policies.allow("iam:GetUser"), Policies.deny("iam:*"), Policies.allow("iam:ListUsers"),
            Policies.allow("iam:GetUser", on: "arn:aws:iam::*:user/b*"),
            Self.policy(
                Self.statement("Allow", "iam:*"),
                Self.statement("Deny", "iam:GetUser", on: Self.alice)),
        ] {
            try await service.permit("alice", document)
            for name in ["alice", "bob"] {
                let error = try await service.error(
                    IAM.GetUser.self, .init(userName: name), as: "alice")
                let result = try await service.run(
                    IAM.SimulatePrincipalPolicy.self,
                    .init(
                        policySourceArn: Self.alice, actionNames: ["iam:GetUser"],
                        resourceArns: ["arn:aws:iam::123456789012:user/\(name)"]))
                let decision = result.evaluationResults?.first?.evalDecision
                #expect((decision == .allowed) == (error == nil))
                #expect(
                    (decision == .explicitDeny)
                        == (error?.message.contains("with an explicit deny") == true))
            }
        }
    }

    // MARK: Context keys

    @Test("the keys of conditions and variables are listed once each, in order")
    func contextKeys() async throws {
        let service = try await Self.principals()
        let document = Self.policy(
            Self.statement(
                "Allow", "s3:*", on: "\(Self.bucket)/${aws:username}",
                #","Condition":{"StringEquals":{"s3:prefix":"${aws:PrincipalTag/team}"},"#
                    + #""Bool":{"aws:SecureTransport":"true"}}"#))
        let custom = try await service.run(
            IAM.GetContextKeysForCustomPolicy.self,
            .init(policyInputList: [
                document, document.replacing("aws:username", with: "AWS:UserName"),
            ]))
        let keys = ["aws:PrincipalTag/team", "aws:SecureTransport", "aws:username", "s3:prefix"]
        #expect(custom.contextKeyNames == keys)
        try await service.run(
            IAM.PutGroupPolicy.self,
            .init(groupName: "team", policyName: "shared", policyDocument: document))
        let principal = try await service.run(
            IAM.GetContextKeysForPrincipalPolicy.self, .init(policySourceArn: Self.alice))
        #expect(Set(keys).isSubset(of: principal.contextKeyNames ?? []))
    }
}
