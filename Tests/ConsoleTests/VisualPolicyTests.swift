import IAMIdentifiers
import IAMPolicy
import Operations
import TestRandom
import Testing

@testable import Console

/// The visual editor: what it leaves as it was, and what it writes.
@Suite struct VisualPolicyTests {
    private static let page = Gallery.page(CreatePolicyPage(), .english)

    /// The boxes of a document with one statement open, as a browser would send them.
    private static func boxes(_ document: String, open: Int?) -> SentForm {
        var draft = PolicyDraft(document: document)
        draft.view = .visual
        draft.open = open
        return SentForm(of: draft.editor(page).markup)
    }

    private static func policy(_ statements: String...) -> String {
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            \(statements.joined(separator: ",\n    "))
          ]
        }
        """
    }

    // MARK: What stays

    @Test func whatNobodyTouchesKeepsItsBytes() throws {
        var policies = RandomPolicy(TestSeed.generator())
        var opened = 0
        var onlyJSON = 0
        for _ in 0..<60 {
            let document = policies.document()
            let policy = try #require(VisualPolicy(document), "\(document)")
            for (index, part) in policy.parts.enumerated() {
                if part.statement == nil { onlyJSON += 1 } else { opened += 1 }
                let form = Self.boxes(document, open: index)
                for step in [nil, .show(.json), .close, .service]
                    as [PolicyStep?]
                {
                    let draft = PolicyDraft(try form.pressed(step))
                    #expect(
                        draft.document.utf8.elementsEqual(document.utf8),
                        "\(TestSeed.hint)\n\(document)\n\(draft.document)")
                }
            }
        }
        #expect(opened > 30 && onlyJSON > 30, "\(opened) \(onlyJSON)")
    }

    /// A change of one statement is one of its own text; adding and removing are of one stretch.
    @Test func aChangeOfOneStatementLeavesTheOthersAsTheyWere() throws {
        var policies = RandomPolicy(TestSeed.generator())
        var changed = 0
        for _ in 0..<200 {
            let document = policies.document()
            let policy = try #require(VisualPolicy(document))
            let texts = policy.parts.map { ExactText($0.text) }
            for (index, part) in policy.parts.enumerated() {
                if var statement = part.statement {
                    changed += 1
                    statement.isAllowed.toggle()
                    statement.actions.append("sqs:SendMessage")
                    let after = policy.replacing(index, with: statement)
                    let parts = try #require(VisualPolicy(after), "\(after)").parts
                    var others = parts.map { ExactText($0.text) }
                    others[index] = texts[index]
                    #expect(others == texts, "\(TestSeed.hint)\n\(document)\n\(after)")
                    let read = try #require(parts[index].statement, "\(after)")
                    #expect(read.isSame(as: statement), "\(TestSeed.hint)\n\(after)")
                    let outside = document.utf8.count - part.range.count
                    #expect(after.utf8.count - parts[index].range.count == outside)
                }
                let without = try #require(VisualPolicy(policy.removing(index))).parts
                var expected = texts
                expected.remove(at: index)
                #expect(without.map { ExactText($0.text) } == expected, "\(TestSeed.hint)")
            }
            let more = try #require(VisualPolicy(policy.adding(VisualStatement()))).parts
            #expect(more.dropLast().map { ExactText($0.text) } == texts, "\(TestSeed.hint)")
            #expect(more.last?.statement?.isSame(as: VisualStatement()) == true)
        }
        #expect(changed > 100)
    }

    // MARK: What is written

    private static let one =
        #"{"Effect": "Allow", "Action": ["s3:GetObject", "s3:Get*"], "Resource": "*"}"#

    @Test func whatTheBoxesSayIsWritten() throws {
        var form = Self.boxes(Self.policy(Self.one), open: 0)
        form.fill("statement-effect", "Deny")
        form.fill("statement-sid", "Mine")
        form.fill("statement-action", "GetObject", "PutObject")
        form.fill("statement-extent", "listed")
        form.fill("statement-resources", "arn:aws:s3:::a/*\r\n\r\n  arn:aws:s3:::b/*  ")
        form.fill("condition-operator", "StringEquals", "Bool")
        form.fill("condition-key", "s3:prefix", "aws:SecureTransport")
        form.fill("condition-values", "a\nb\n\n", "true")
        let draft = PolicyDraft(try form.pressed())
        #expect(
            draft.document
                == Self.policy(
                    """
                    {
                          "Sid": "Mine",
                          "Effect": "Deny",
                          "Action": [
                            "s3:GetObject",
                            "s3:Get*",
                            "s3:PutObject"
                          ],
                          "Resource": [
                            "arn:aws:s3:::a/*",
                            "arn:aws:s3:::b/*"
                          ],
                          "Condition": {
                            "StringEquals": {
                              "s3:prefix": [
                                "a",
                                "b"
                              ]
                            },
                            "Bool": {
                              "aws:SecureTransport": "true"
                            }
                          }
                        }
                    """))
    }

    @Test func anElementThatSaysTheSameKeepsItsTextBesideOneThatIsChanged() throws {
        let statement = #"""
            {"Resource":  [ "*" ], "Effect":"Allow", "Action":"s3:getobject",
             "Condition": {"Bool": {"aws:SecureTransport": true, "aws:ViaAWSService": [false]}}}
            """#
        var form = Self.boxes(Self.policy(statement), open: 0)
        form.fill("statement-effect", "Deny")
        let document = PolicyDraft(try form.pressed()).document
        for kept in [
            #""Resource":  [ "*" ]"#, #""Action":"s3:getobject""#,
            #"{"aws:SecureTransport": true, "aws:ViaAWSService": [false]}"#,
        ] { #expect(document.contains(kept), "\(document)") }
        form.fill("condition-values", "true", "true")
        let changed = PolicyDraft(try form.pressed()).document
        #expect(changed.contains(#""aws:SecureTransport": true"#), "\(changed)")
        #expect(changed.contains(#""aws:ViaAWSService": "true""#), "\(changed)")
    }

    // MARK: What is not finished

    struct Unfinished: CustomTestStringConvertible {
        var testDescription: String
        var operators = ["StringNotEquals"]
        var keys: [String]
        var values: [String]
        var faults: [VisualStatement.Fault]
    }

    static let unfinished = [
        Unfinished(
            testDescription: "a condition without a key would hold always", keys: [""],
            values: ["us-east-1"], faults: [.noKey(0)]),
        Unfinished(
            testDescription: "a condition without values would hold always or never",
            keys: ["aws:RequestedRegion"], values: ["\n \n"], faults: [.noValues(0)]),
        Unfinished(
            testDescription: "a condition without an operator", operators: [" "],
            keys: ["aws:RequestedRegion"], values: ["us-east-1"], faults: [.noOperator(0)]),
        Unfinished(
            testDescription: "an empty row is not dropped unseen", keys: [""], values: [""],
            faults: [.noKey(0), .noValues(0)]),
        Unfinished(
            testDescription: "two rows of one key mean both, and one list would mean either",
            operators: ["StringLike", "StringEquals", "stringlike"],
            keys: ["aws:userid", "aws:userid", "AWS:UserId"], values: ["a", "b", "c"],
            faults: [.sameKey(2, as: 0)]),
    ]

    @Test(arguments: unfinished) func whatIsNotFinishedStaysInItsBoxes(_ c: Unfinished) throws {
        var form = Self.boxes(Self.policy(Self.one, Self.one), open: 0)
        form.fill("statement-effect", "Deny")
        form.fill("condition-operator", c.operators)
        form.fill("condition-key", c.keys)
        form.fill("condition-values", c.values)
        for step in [nil, .show(.json), .show(.visual), .close, .open(1), .add, .update, .service]
            as [PolicyStep?]
        {
            var draft = PolicyDraft(try form.pressed(step))
            #expect(draft.document == Self.policy(Self.one, Self.one))
            #expect(draft.open == 0 && draft.view == .visual)
            #expect(try #require(draft.unfinished).faults == c.faults)
            let leaves = [.show(.json), .show(.visual), .close, .open(1), .add].contains(step)
            #expect(draft.isStepRefused == leaves && draft.showsFaults == leaves)
            draft.showsFaults = true
            let markup = draft.editor(Self.page).markup
            for fault in c.faults { #expect(markup.contains("id=\"field-\(fault.box)-error\"")) }
            let again = PolicyDraft(try SentForm(of: markup).pressed())
            #expect(again.unfinished?.isSame(as: try #require(draft.unfinished)) == true)
            #expect(again.unfinished?.isAllowed == false)
        }
        let gone = PolicyDraft(try form.pressed(.remove(0)))
        #expect(gone.unfinished == nil && gone.document == Self.policy(Self.one))
        let other = PolicyDraft(try form.pressed(.remove(1)))
        #expect(other.unfinished != nil && other.document == Self.policy(Self.one))
    }

    @Test func anotherStatementIsRemovedBesideTheOpenOne() throws {
        let two = Self.one.replacing("Allow", with: "Deny")
        let form = Self.boxes(Self.policy(Self.one, two), open: 1)
        let draft = PolicyDraft(try form.pressed(.remove(0)))
        #expect(draft.document == Self.policy(two) && draft.open == 0)
    }

    @Test func theRowThatIsRemovedIsTheOneWhoseButtonWasPressed() throws {
        var form = Self.boxes(Self.policy(Self.one), open: 0)
        form.fill("condition-operator", "Bool", "StringEquals", "StringEquals")
        form.fill("condition-key", "aws:c", "", "aws:b")
        form.fill("condition-values", "3", "", "2")
        let document = PolicyDraft(try form.pressed(.removeCondition(1))).document
        #expect(document.contains("aws:c") && document.contains("aws:b"))
        let blank = PolicyDraft(try form.pressed(.addCondition))
        #expect(blank.unfinished?.conditions.count == 4)
        #expect(!blank.showsFaults && !blank.isStepRefused)
        let none = PolicyDraft(try form.pressed(.removeCondition(9)))
        #expect(none.unfinished?.conditions.count == 3)
    }

    /// A form that would have every line compared with every action of a service.
    @Test func aBoxWithTooManyLinesIsKeptAndSaysSo() throws {
        let most = VisualStatement.mostLines
        for (count, isWritten) in [(most, true), (most + 1, false), (20_000, false)] {
            var form = Self.boxes(Self.policy(Self.one), open: 0)
            form.fill("statement-service", "ec2")
            form.fill("statement-extent", "listed")
            let lines = (0..<count).map { String($0, radix: 36) }
            form.fill("statement-resources", lines.joined(separator: "\n"))
            let draft = PolicyDraft(try form.pressed())
            #expect((draft.unfinished == nil) == isWritten)
            let shown = draft.editor(Self.page).markup
            #expect(shown.contains("This box takes 1,000 lines at most") == !isWritten)
            #expect(shown.contains("\n\(lines[count - 1])</textarea>"))
        }
        var form = Self.boxes(Self.policy(Self.one), open: 0)
        form.fill("statement-service", "ec2")
        form.fill("statement-patterns", String(repeating: "A\n", count: 20_000))
        let draft = PolicyDraft(try form.pressed(.selectLevel("w")))
        let statement = try #require(draft.unfinished)
        #expect(statement.faults == [.tooManyLines(.patterns)])
        #expect(statement.actionNames.contains("ec2:runinstances"))
    }

    @Test func rowsBeyondTheMostAreKeptAndSaySo() throws {
        var form = Self.boxes(Self.policy(Self.one), open: 0)
        let count = VisualStatement.mostConditions + 1
        form.fill("condition-operator", (0..<count).map { _ in "StringEquals" })
        form.fill("condition-key", (0..<count).map { "aws:k\($0)" })
        form.fill("condition-values", (0..<count).map { _ in "v" })
        let draft = PolicyDraft(try form.pressed())
        #expect(draft.unfinished?.faults == [.tooManyConditions])
        #expect(draft.editor(Self.page).markup.contains("40 conditions at most"))
        #expect(draft.editor(Self.page).markup.contains("aws:k40"))
    }

    @Test func noStatementIsAddedToAsManyAsBoxesShow() throws {
        func policy(_ count: Int) -> String {
            "{\"Statement\":[\((0..<count).map { _ in Self.one }.joined(separator: ","))]}"
        }
        for (count, after) in [(99, 100), (100, 100)] {
            let draft = PolicyDraft(try Self.boxes(policy(count), open: nil).pressed(.add))
            #expect(VisualPolicy(draft.document)?.parts.count == after)
            #expect(draft.editor(Self.page).markup.contains("There are 100 statements"))
        }
    }

    /// What grew too long for boxes is shown as text, with the reason.
    @Test func aDocumentThatGrewTooLongForBoxesIsText() throws {
        var form = Self.boxes(Self.policy(Self.one), open: 0)
        form.fill("statement-extent", "listed")
        form.fill(
            "statement-resources",
            String(repeating: String(repeating: "r", count: 99) + "\n", count: 400))
        let draft = PolicyDraft(try form.pressed(.update))
        #expect(draft.isNotVisual)
        #expect(draft.editor(Self.page).markup.contains("name=\"document\""))
    }

    struct Step: CustomTestStringConvertible {
        var testDescription: String
        var step: PolicyStep
        var service = "s3"
        var shows: [String]
        var hides: [String] = []
    }

    static let steps = [
        Step(
            testDescription: "all actions of a level are chosen", step: .selectLevel("t"),
            shows: ["\"s3:TagResource\"", "\"s3:Get*\""]),
        Step(
            testDescription: "none of a level is chosen", step: .clearLevel("r"),
            shows: ["\"s3:Get*\""], hides: ["s3:GetObject"]),
        Step(
            testDescription: "another service is chosen by its name", step: .selectLevel("p"),
            service: "AWS Identity and Access Management (IAM)",
            shows: ["\"iam:AttachRolePolicy\"", "\"s3:GetObject\""]),
        Step(
            testDescription: "there is no such service", step: .selectLevel("p"),
            service: "nothing",
            shows: ["\"s3:GetObject\""], hides: ["nothing"]),
    ]

    @Test(arguments: steps) func aStepChangesTheOpenStatement(_ c: Step) throws {
        var form = Self.boxes(Self.policy(Self.one, Self.one), open: 0)
        form.fill("statement-service", c.service)
        let draft = PolicyDraft(try form.pressed(c.step))
        let parts = try #require(VisualPolicy(draft.document)).parts
        for text in c.shows { #expect(parts[0].text.contains(text), "\(parts[0].text)") }
        for text in c.hides { #expect(!parts[0].text.contains(text), "\(parts[0].text)") }
        #expect(parts[1].text == Self.one)
        #expect(draft.open == 0 && draft.view == .visual)
    }

    @Test func aStatementIsAddedAndOpened() throws {
        let draft = PolicyDraft(try Self.boxes(Self.policy(Self.one), open: nil).pressed(.add))
        #expect(draft.open == 1)
        let empty = """
            {
                  "Effect": "Allow",
                  "Action": [],
                  "Resource": "*"
                }
            """
        #expect(draft.document == Self.policy(Self.one, empty))
    }

    @Test func everyServiceIsFoundByItsPrefixAndByWhatAWSCallsIt() throws {
        let services = ServiceReference.builtIn.services
        #expect(services.count > 300)
        for service in services {
            #expect(PolicyDraft.prefix(of: service.prefix) == service.prefix)
            let found = PolicyDraft.prefix(of: service.name)
            let outline = try #require(ServiceReference.builtIn.outline(of: found))
            #expect(outline.name == service.name || found == service.name.asciiLowercased)
        }
        let s3 = try #require(ServiceReference.builtIn.outline(of: "s3"))
        #expect(s3.name == "Amazon S3" && s3.keys.contains("s3:prefix"))
        #expect(
            s3.resources.contains { $0.arn == "arn:${Partition}:s3:::${BucketName}/${ObjectName}" })
        #expect(
            s3.actions.contains {
                $0.name == "PutBucketPolicy" && $0.level == .permissionsManagement
            })
        #expect(ServiceReference.globalConditionKeys.contains("aws:SourceIp"))
        #expect(PolicyDraft.prefix(of: "nothing").isEmpty && PolicyDraft.prefix(of: "").isEmpty)
    }

    // MARK: What has no boxes

    static let onlyJSON = [
        #"{"Effect":"Allow","NotAction":"s3:*","Resource":"*"}"#,
        #"{"Effect":"Allow","Action":"s3:*","NotResource":"*"}"#,
        #"{"Effect":"Allow","Action":"s3:*","Resource":"*","Principal":"*"}"#,
        #"{"effect":"Allow","Action":"s3:*","Resource":"*"}"#,
        #"{"Effect":"Maybe","Action":"s3:*","Resource":"*"}"#,
        #"{"Effect":"Allow","Action":["s3:*",1],"Resource":"*"}"#,
        #"{"Effect":"Allow","Action":"s3:*","Resource":["a\nb"]}"#,
        #"{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"Bool":{}}}"#,
        #"{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"Bool":{"a":null}}}"#,
        #""a text""#,
    ]

    @Test(arguments: onlyJSON) func aStatementWithMoreThanBoxesIsShownAsJSON(_ text: String) throws
    {
        let document = Self.policy(text, Self.one)
        #expect(try #require(VisualPolicy(document)).parts[0].statement == nil)
        var draft = PolicyDraft(document: document)
        draft.view = .visual
        draft.open = 0
        let markup = draft.editor(Self.page).markup
        #expect(markup.contains("no boxes for what this statement says"))
        #expect(!markup.contains("statement-effect"))
        #expect(PolicyDraft(try SentForm(of: markup).pressed(.remove(1))).document.contains(text))
    }

    @Test func aTextWithoutStatementsStaysAText() throws {
        for text in ["{", "[]", "{}", #"{"Statement": 1}"#, ""] {
            #expect(VisualPolicy(text) == nil)
            let fields = try #require(
                FormFields(encoded: "document=\(PercentCoding.encode(text))&policy-step=visual"))
            let draft = PolicyDraft(fields)
            #expect(draft.view == .json && draft.isNotVisual && draft.document == text)
        }
    }

    @Test func whatIsTooLongForBoxesIsText() {
        func policy(_ count: Int) -> String {
            "{\"Statement\":[\((0..<count).map { _ in Self.one }.joined(separator: ","))]}"
        }
        #expect(VisualPolicy(policy(100)) != nil)
        #expect(VisualPolicy(policy(101)) == nil)
        let text = #"{"Statement":[]}"#
        let longest = text + String(repeating: " ", count: 32_768 - text.utf8.count)
        #expect(VisualPolicy(longest) != nil)
        #expect(VisualPolicy(longest + " ") == nil)
        func lines(_ count: Int) -> String {
            let list = (0..<count).map { _ in "\"a:b\"" }.joined(separator: ",")
            return Self.policy(
                Self.one.replacing(#"["s3:GetObject", "s3:Get*"]"#, with: "[\(list)]"))
        }
        #expect(VisualPolicy(lines(1_000))?.parts[0].statement != nil)
        #expect(VisualPolicy(lines(1_001))?.parts[0].statement == nil)
        func conditions(_ count: Int) -> String {
            let keys = (0..<count).map { "\"k\($0)\":\"v\"" }.joined(separator: ",")
            let statement = Self.one.dropLast() + ", \"Condition\": {\"Bool\": {\(keys)}}}"
            return "{\"Statement\": [\(statement)]}"
        }
        #expect(VisualPolicy(conditions(40))?.parts[0].statement != nil)
        #expect(VisualPolicy(conditions(41))?.parts[0].statement == nil)
    }

    /// What a form says of a statement that is not there is nothing.
    @Test func aFormThatIsForgedChangesNoOtherStatement() throws {
        var form = Self.boxes(Self.policy(Self.one), open: 0)
        form.fill("statement-effect", "Deny")
        for index in ["1", "-1", "99999999999999999999", "x", ""] {
            form.fill("policy-open", index)
            #expect(PolicyDraft(try form.pressed()).document == Self.policy(Self.one))
        }
        form.fill("policy-base", "?")
        #expect(PolicyDraft(try form.pressed()).document.isEmpty)
    }
}
