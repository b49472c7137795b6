package import IAMIdentifiers

/// Every address the console answers at. Links and forms are made from these, never from text, so
/// an address that does not exist cannot be written, and each is read back to the same value.
package enum ConsolePath: Sendable, Hashable, CustomStringConvertible {
    case signUp(token: String)
    /// The sign-in page; `asRoot` opens it for the root user whatever the browser remembers.
    case signIn(asRoot: Bool)
    /// The sign-in page of one account, named by its ID or alias.
    case accountSignIn(String)
    /// The root user's second page, where the password is asked.
    case rootPassword
    /// Where a password is changed before the session begins.
    case passwordChange
    case forgottenPassword
    case signOut
    /// Where language and theme are chosen.
    case preferences
    case home
    case search(String)
    /// The signed-in principal's own credentials; `continued` after the root user's warning.
    case securityCredentials(continued: Bool, open: CredentialsSection? = nil)
    /// Gives back the key just shown as a file.
    case keyFile
    case dashboard
    case users(Listing)
    case createUser
    case user(String, UserTab)
    case groups(Listing)
    case createGroup
    case group(String, GroupTab)
    case policies(Listing)
    case createPolicy
    /// A managed policy: AWS's own or a customer's.
    case policy(ARN, PolicyTab)
    case accountSettings
    /// The policy simulator, opened for a user or a group.
    case simulation(SimulationSubject?)
    /// A file of ours under its content-hashed name.
    case asset(String)

    /// The parts of one's own credentials that open and close.
    package enum CredentialsSection: String, Sendable, CaseIterable {
        case password
        case accessKeys = "access-keys"
        case sessions
    }

    /// The parts of a user's page.
    package enum UserTab: String, Sendable, CaseIterable {
        case permissions, groups, credentials, tags
    }

    /// The parts of a group's page.
    package enum GroupTab: String, Sendable, CaseIterable { case users, permissions }

    /// The parts of a policy's page.
    package enum PolicyTab: String, Sendable, CaseIterable { case permissions, entities, versions }

    /// Whose policies are simulated.
    package enum SimulationSubject: Sendable, Hashable {
        case user(String)
        case group(String)

        fileprivate var parameter: (String, String) {
            switch self {
            case .user(let name): ("user", name)
            case .group(let name): ("group", name)
            }
        }
    }

    /// The part of a list an address shows.
    package struct Listing: Sendable, Hashable {
        var query = ListQuery()

        /// The list from its beginning.
        package static let all = Listing()
    }

    /// The path with its query, ready for `href`, `action` and `Location`.
    package var description: String {
        guard !parameters.isEmpty else { return pathAlone }
        let query = parameters.map { name, value in
            "\(name)=\(PercentCoding.encode(value, allowing: ":@/,"))"
        }
        return pathAlone + "?" + query.joined(separator: "&")
    }

    /// The path without its query, as the `action` of a form whose fields are the query.
    var pathAlone: String {
        "/"
            + parts.segments.map { PercentCoding.encode($0, allowing: ":@+=,") }
            .joined(separator: "/")
    }

    /// The query's names and values.
    var parameters: [(String, String)] { parts.parameters }

    /// The path as segments, and its query.
    private var parts: (segments: [String], parameters: [(String, String)]) {
        switch self {
        case .signUp(let token): (["signup"], token.isEmpty ? [] : [("token", token)])
        case .signIn(let asRoot): (["signin"], asRoot ? [("as", "root")] : [])
        case .accountSignIn(let account): (["signin", account], [])
        case .rootPassword: (["signin", "root", "password"], [])
        case .passwordChange: (["signin", "password", "change"], [])
        case .forgottenPassword: (["reset-password"], [])
        case .signOut: (["signout"], [])
        case .preferences: (["console", "preferences"], [])
        case .home: (["console"], [])
        case .search(let text): (["console", "search"], text.isEmpty ? [] : [("q", text)])
        case .securityCredentials(let continued, let open):
            (
                ["console", "security-credentials"],
                (continued ? [("continue", "1")] : [])
                    + (open.map { [("open", $0.rawValue)] } ?? [])
            )
        case .keyFile: (["console", "security-credentials", "key-file"], [])
        case .dashboard: (["console", "iam"], [])
        case .users(let list): (["console", "iam", "users"], list.query.parameters)
        case .createUser: (["console", "iam", "create-user"], [])
        case .user(let name, let tab):
            (["console", "iam", "users", name], [("tab", tab.rawValue)])
        case .groups(let list): (["console", "iam", "groups"], list.query.parameters)
        case .createGroup: (["console", "iam", "create-group"], [])
        case .group(let name, let tab):
            (["console", "iam", "groups", name], [("tab", tab.rawValue)])
        case .policies(let list): (["console", "iam", "policies"], list.query.parameters)
        case .createPolicy: (["console", "iam", "create-policy"], [])
        case .policy(let arn, let tab):
            (
                ["console", "iam", "policies", arn.account] + Self.segments(of: arn),
                [("tab", tab.rawValue)]
            )
        case .accountSettings: (["console", "iam", "account-settings"], [])
        case .simulation(let subject):
            (["console", "iam", "simulate"], subject.map { [$0.parameter] } ?? [])
        case .asset(let name): (["console", "assets", name], [])
        }
    }

    /// A policy's path and name: `team/Deploy` of `policy/team/Deploy`.
    private static func segments(of arn: ARN) -> [String] {
        Array(arn.resource.parts(at: "/")[1...])
    }
}

extension ConsolePath {
    /// The address that ``description`` wrote, or nil when it is none of ours.
    init?(reading text: String) {
        let parts = text.parts(at: "?", maxSplits: 1, keepingEmpty: false)
        self.init(path: parts.first ?? "", query: parts.count > 1 ? parts[1] : "")
    }

    /// The address a request names, or nil when the console has none such.
    /// - Parameters:
    ///   - path: as sent, percent-encoding included.
    ///   - query: what stands after the question mark, as sent.
    package init?(path: String, query: String) {
        guard path.begins(with: "/"), path.utf8.count <= 2_000, query.utf8.count <= 4_000,
            let fields = FormFields(encoded: query)
        else { return nil }
        var segments: [String] = []
        for part in path.dropFirst().parts(at: "/") {
            guard let segment = PercentCoding.decode(part, plusIsSpace: false) else { return nil }
            segments.append(segment)
        }
        if segments.count > 1, segments.last == "" { segments.removeLast() }
        guard let found = Self.outside(segments, fields) ?? Self.inside(segments, fields) else {
            return nil
        }
        self = found
    }

    /// The pages reached without a session.
    private static func outside(_ segments: [String], _ fields: FormFields) -> ConsolePath? {
        switch segments.count {
        case 1:
            switch segments[0] {
            case "signup": .signUp(token: fields["token"])
            case "signin": .signIn(asRoot: fields["as"] == "root")
            case "reset-password": .forgottenPassword
            case "signout": .signOut
            case "console": .home
            default: nil
            }
        case 2 where segments[0] == "signin" && !segments[1].isEmpty: .accountSignIn(segments[1])
        case 3 where segments == ["signin", "root", "password"]: .rootPassword
        case 3 where segments == ["signin", "password", "change"]: .passwordChange
        default: nil
        }
    }

    /// The pages below `/console`.
    private static func inside(_ segments: [String], _ fields: FormFields) -> ConsolePath? {
        guard segments.count > 1, segments[0] == "console" else { return nil }
        let listing = Listing(query: ListQuery(fields))
        switch Array(segments.dropFirst()) {
        case ["preferences"]: return .preferences
        case ["search"]: return .search(String(fields.trimmed("q").prefix(200)))
        case ["security-credentials"]:
            return .securityCredentials(
                continued: fields.has("continue"),
                open: CredentialsSection(rawValue: fields["open"]))
        case ["security-credentials", "key-file"]: return .keyFile
        case ["iam"]: return .dashboard
        case ["iam", "users"]: return .users(listing)
        case ["iam", "create-user"]: return .createUser
        case ["iam", "groups"]: return .groups(listing)
        case ["iam", "create-group"]: return .createGroup
        case ["iam", "policies"]: return .policies(listing)
        case ["iam", "create-policy"]: return .createPolicy
        case ["iam", "account-settings"]: return .accountSettings
        case ["iam", "simulate"]:
            if fields.has("user") { return .simulation(.user(fields["user"])) }
            return .simulation(fields.has("group") ? .group(fields["group"]) : nil)
        default: return thing(segments, fields)
        }
    }

    /// The page of one user, group, policy or file.
    private static func thing(_ segments: [String], _ fields: FormFields) -> ConsolePath? {
        let tab = fields["tab"]
        if segments.count == 3, segments[1] == "assets" { return .asset(segments[2]) }
        guard segments.count >= 4, segments[1] == "iam", !segments[3].isEmpty else { return nil }
        switch (segments[2], segments.count) {
        case ("users", 4): return .user(segments[3], UserTab(rawValue: tab) ?? .permissions)
        case ("groups", 4): return .group(segments[3], GroupTab(rawValue: tab) ?? .users)
        case ("policies", 5...):
            let resource = "policy/" + segments[4...].joined(separator: "/")
            let arn = ARN(service: "iam", account: segments[3], resource: resource)
            return .policy(arn, PolicyTab(rawValue: tab) ?? .permissions)
        default: return nil
        }
    }
}
