import IAMIdentifiers

@testable import Console
import Operations

// The visual editor, the difference of two versions, and the exchange of an access key.
extension Gallery {
    private static let manifold = """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Sid": "Read",
              "Effect": "Allow",
              "Action": ["sts:GetCallerIdentity", "sts:Decode*", "<b>:x"],
              "Resource": ["arn:aws:s3:::a&b/*"],
              "Condition": {"StringEquals": {"aws:username": ["alice", "<bob>"]}}
            },
            { "Effect": "Deny", "NotAction": "iam:*", "Resource": "*" },
            { "Effect": "Deny", "Action": "sts:*", "Resource": "*" }
          ]
        }
        """

    static func policyEditor(_ language: Language) -> [(name: String, html: HTML)] {
        func create(_ change: (inout PolicyDraft) -> Void) -> HTML {
            var draft = PolicyDraft(document: manifold)
            draft.view = .visual
            change(&draft)
            return CreatePolicyPage.render(
                .init(name: "Mine", draft: draft), page(CreatePolicyPage(), language))
        }
        var unfinished = VisualStatement()
        unfinished.actions = ["sts:*"]
        unfinished.conditions = [
            .init(comparison: "Bool", key: "<key>", values: ["true"]),
            .init(comparison: "bool", key: "<KEY>", values: ["false"]),
            .init(comparison: "StringEquals", key: "", values: []),
        ]
        let denial =
            "User: arn:aws:iam::123456789012:user/bob is not authorized to perform: "
            + "iam:CreatePolicy on resource: policy Mine because no identity-based policy allows "
            + "the iam:CreatePolicy action"
        func versions(_ comparison: PolicyVersions.Comparison) -> HTML {
            let mine = arn("policy/Mine")
            let versions = (1...5).reversed().map {
                PolicyVersions.Version(id: "v\($0)", isDefault: $0 == 4, createdAt: now)
            }
            return PolicyPage.render(
                .init(
                    name: "Mine", arn: mine, description: "", createdAt: now, updatedAt: now,
                    tab: .versions,
                    content: .versions(.init(versions: versions, comparison: comparison))),
                page(PolicyPage(arn: mine, tab: .versions), language))
        }
        let inline = InlinePolicyPage(kind: .group, owner: "devs", policy: "<Read>")
        let newInline = InlinePolicyPage(kind: .role, owner: "ops")
        let other = document.replacing("s3:Get*", with: "s3:List<b>")
        let long = String(repeating: " ", count: LineDifference.longest.bytes + 1)
        return [
            (
                "CreatePolicy",
                CreatePolicyPage.render(.init(), page(CreatePolicyPage(), language))
            ),
            ("PolicyVisual", create { $0.open = 0 }),
            (
                "PolicyVisualNewCondition",
                create {
                    $0.open = 2
                    $0.service = "<nothing>"
                    $0.unfinished = unfinished
                }
            ),
            (
                "PolicyVisualRefused",
                create {
                    $0.open = 2
                    $0.unfinished = unfinished
                    $0.showsFaults = true
                    $0.isStepRefused = true
                }
            ),
            ("PolicyDenied", create { $0.denial = denial }),
            (
                "PolicyChanged",
                create {
                    $0.origin = PolicyOrigin(version: "v2", document)
                    $0.newer = NewerPolicy(document: document)
                }
            ),
            ("PolicyDeleted", create { $0.newer = NewerPolicy(document: nil) }),
            ("PolicyVisualClosed", create { _ in }),
            (
                "PolicyNotVisual",
                create {
                    $0.view = .json
                    $0.isNotVisual = true
                }
            ),
            (
                "InlinePolicy",
                inline.render(
                    .init(name: "<Read>", draft: PolicyDraft(document: document)),
                    page(inline, language))
            ),
            (
                "InlinePolicyTaken",
                newInline.render(
                    .init(
                        name: "Read",
                        problems: .one(
                            Phrase.policyNameTaken.text(in: language), at: "name")),
                    page(newInline, language))
            ),
            ("PolicyCompared", versions(.init(from: ("v3", document), to: ("v4", other)))),
            ("PolicyComparedSame", versions(.init(from: ("v4", document), to: ("v4", document)))),
            ("PolicyComparedLong", versions(.init(from: ("v4", document), to: ("v5", long)))),
        ]
    }

    static func keyRotation(_ language: Language) -> [(name: String, html: HTML)] {
        func credentials(_ name: String, _ keys: [AccessKeyList.Row]) -> (String, HTML) {
            (
                "KeyRotation" + name,
                UserPage.render(
                    .init(
                        user: .init(
                            name: "alice", arn: arn("user/alice").description, path: "/",
                            createdAt: now),
                        tab: .credentials,
                        content: .credentials(
                            keys: keys, devices: [], serviceKeys: [], hasPassword: true)),
                    page(UserPage(name: "alice", tab: .credentials), language))
            )
        }
        var (new, old) = (keys[0], keys[1])
        let unused: AccessKeyList.Row = {
            var key = new
            (key.lastUsedAt, key.lastUsedService) = (nil, "")
            return key
        }()
        old.isActive = true
        let inUse: AccessKeyList.Row = {
            var key = old
            (key.lastUsedAt, key.lastUsedService) = (now - .seconds(60), "s3")
            return key
        }()
        let hidden: AccessKeyList.Row = {
            var key = unused
            key.isUseKnown = false
            return key
        }()
        let inactive: AccessKeyList.Row = {
            var key = unused
            key.isActive = false
            return key
        }()
        new.isActive = true
        return [
            credentials("Create", [old]), credentials("Use", [old, unused]),
            credentials("UseUnknown", [old, hidden]), credentials("UseInactive", [old, inactive]),
            credentials("Deactivate", [old, new]), credentials("StillUsed", [inUse, new]),
            credentials("Delete", keys),
        ]
    }
}
