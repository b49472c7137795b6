import IAMIdentifiers

extension RoleDraft {
    /// What is missing of the first step, by the names of its boxes.
    func trustProblems(_ page: PageContext) -> FormProblems {
        var problems = FormProblems()
        switch trust {
        case .account where !account.isEmpty && AccountID(account) == nil:
            problems.add(page[.accountIDNotValid], at: "account")
        case .service where service.isEmpty:
            problems.add(page[.enterService], at: "service")
        case .web:
            if webProvider.isEmpty { problems.add(page[.enterProvider], at: "web-provider") }
            if audience.isEmpty { problems.add(page[.enterAudience], at: "audience") }
        case .saml where samlProvider.isEmpty:
            problems.add(page[.enterProvider], at: "saml-provider")
        case .custom where document.isEmpty:
            problems.add(page[.enterTrustPolicy], at: "document")
        case .account, .service, .saml, .custom: break
        }
        return problems
    }

    /// The trust policy that was chosen, as AWS's console writes it.
    ///
    /// Source: IAM User Guide, "Create a role to delegate permissions to an IAM user", "… to an AWS
    /// service", "Create a role for OpenID Connect federation", "Create a role for SAML 2.0
    /// federation".
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create.html>
    func trustPolicy(in own: AccountID) -> String {
        switch trust {
        case .account:
            var conditions: [(String, String, String)] = []
            if !externalID.isEmpty {
                conditions.append(("StringEquals", "sts:ExternalId", Self.quoted(externalID)))
            }
            if requiresMFA {
                conditions.append(("Bool", "aws:MultiFactorAuthPresent", "\"true\""))
            }
            let account = account.isEmpty ? own.description : account
            return Self.document(
                #""AWS": "arn:aws:iam::\#(account):root""#, "sts:AssumeRole", conditions)
        case .service:
            return Self.document(#""Service": \#(Self.quoted(service))"#, "sts:AssumeRole", [])
        case .web:
            var conditions = [
                ("StringEquals", "\(issuer):aud", Self.quoted(audience))
            ]
            if !subject.isEmpty {
                let isPattern = subject.contains("*") || subject.contains("?")
                conditions.append(
                    (
                        isPattern ? "StringLike" : "StringEquals", "\(issuer):sub",
                        Self.quoted(subject)
                    ))
            }
            return Self.document(
                #""Federated": \#(Self.quoted(webProvider))"#, "sts:AssumeRoleWithWebIdentity",
                conditions)
        case .saml:
            let conditions =
                samlAudience.isEmpty
                ? [] : [("StringEquals", "SAML:aud", Self.quoted(samlAudience))]
            return Self.document(
                #""Federated": \#(Self.quoted(samlProvider))"#, "sts:AssumeRoleWithSAML",
                conditions)
        case .custom: return document
        }
    }

    /// What the condition keys of a provider begin with: its address without the scheme.
    private var issuer: String {
        let parts = ARN(webProvider)?.resource.parts(at: "/", maxSplits: 1) ?? []
        return parts.count == 2 && parts[0] == "oidc-provider" ? parts[1] : webProvider
    }

    /// - Parameter conditions: operator, key, and value as JSON.
    private static func document(
        _ principal: String, _ action: String, _ conditions: [(String, String, String)]
    ) -> String {
        var operators: [(name: String, lines: [String])] = []
        for (name, key, value) in conditions {
            let line = "          \(quoted(key)): \(value)"
            if let place = operators.firstIndex(where: { $0.name.isExactly(name) }) {
                operators[place].lines.append(line)
            } else {
                operators.append((name, [line]))
            }
        }
        let parts = operators.map { name, lines in
            """
                    "\(name)": {
            \(lines.joined(separator: ",\n"))
                    }
            """
        }
        let condition =
            parts.isEmpty
            ? ""
            : """
            ,
                  "Condition": {
            \(parts.joined(separator: ",\n"))
                  }
            """
        return """
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Principal": {
                    \(principal)
                  },
                  "Action": "\(action)"\(condition)
                }
              ]
            }
            """
    }

    /// Text as a string of JSON.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\" + String(scalar)
            case "\u{0}"..<" ":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
