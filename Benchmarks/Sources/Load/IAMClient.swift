import IAMIdentifiers

/// A user's requests to IAM and STS, of which each has to succeed.
struct IAMClient {
    let signer: RequestSigner

    init(key: AccessKeyPair, sessionToken: Secret? = nil, port: UInt16) {
        signer = RequestSigner(
            accessKeyID: key.id, secret: key.secret, sessionToken: sessionToken, port: port)
    }

    /// The bytes of a request, ready to be sent.
    func request(_ action: Action) -> [UInt8] {
        signer.post(
            action.service,
            [("Action", action.name), ("Version", action.version)] + action.parameters)
    }

    /// The body of a request's answer.
    /// - Throws: ``BenchmarkFailure`` when it is refused.
    @discardableResult func call(_ action: Action) throws -> Answer {
        let answer = try HTTPConnection(port: signer.port).answer(to: request(action))
        guard answer.status == 200 else { throw BenchmarkFailure(answer.body) }
        return Answer(xml: answer.body)
    }

    /// Makes a user who may do everything, with a password for the console.
    func makeAdministrator(_ name: String, password: Secret) throws -> IAMClient {
        try call(.iam("CreateUser", ("UserName", name)))
        try call(.iam("AttachUserPolicy", ("UserName", name), ("PolicyArn", Self.everything)))
        try call(
            .iam("CreateLoginProfile", ("UserName", name), ("Password", password.reveal())))
        let answer = try call(.iam("CreateAccessKey", ("UserName", name)))
        return IAMClient(key: try answer.accessKey, port: signer.port)
    }

    /// Begins a session of a role that is made for it and may do everything.
    func beginSession() throws -> IAMClient {
        let account = try call(.callerIdentity).element("Account")
        let trust = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",\
            "Principal":{"AWS":"arn:aws:iam::\(account):root"}}]}
            """
        try call(
            .iam("CreateRole", ("RoleName", "admin"), ("AssumeRolePolicyDocument", trust)))
        try call(
            .iam("AttachRolePolicy", ("RoleName", "admin"), ("PolicyArn", Self.everything)))
        let answer = try call(
            .sts(
                "AssumeRole", ("RoleSessionName", "bench"),
                ("RoleArn", "arn:aws:iam::\(account):role/admin")))
        return IAMClient(
            key: try answer.accessKey, sessionToken: Secret(try answer.element("SessionToken")),
            port: signer.port)
    }

    private static let everything = "arn:aws:iam::aws:policy/AdministratorAccess"
}

extension IAMClient {
    /// An operation with its parameters.
    struct Action {
        let service: String
        let version: String
        let name: String
        let parameters: [(String, String)]

        static func iam(_ name: String, _ parameters: (String, String)...) -> Action {
            Action(service: "iam", version: "2010-05-08", name: name, parameters: parameters)
        }

        static func sts(_ name: String, _ parameters: (String, String)...) -> Action {
            Action(service: "sts", version: "2011-06-15", name: name, parameters: parameters)
        }

        static let callerIdentity = sts("GetCallerIdentity")
    }

    /// What came back.
    struct Answer {
        let xml: String

        /// The text of the first element called `name`.
        func element(_ name: String) throws -> String {
            guard let text = elementIfAny(name) else {
                throw BenchmarkFailure("no \(name) in \(xml.count) characters")
            }
            return text
        }

        /// The same; nil without one.
        func elementIfAny(_ name: String) -> String? {
            guard let start = xml.firstRange(of: "<\(name)>")?.upperBound,
                let end = xml[start...].firstRange(of: "</\(name)>")?.lowerBound
            else { return nil }
            return String(xml[start..<end])
        }

        var accessKey: AccessKeyPair {
            get throws {
                AccessKeyPair(
                    id: try element("AccessKeyId"), secret: Secret(try element("SecretAccessKey")))
            }
        }
    }
}
