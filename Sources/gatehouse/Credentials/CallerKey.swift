import IAMIdentifiers

/// The key that signs what a command asks a server.
struct CallerKey {
    let id: String
    let secret: Secret
    /// The session token; nil for a long-term key.
    let token: Secret?
    /// Where the key comes from, for messages.
    let source: String

    /// The key of a profile; for nil that of the environment, and without one that of the profile
    /// `default`.
    ///
    /// Source: AWS CLI User Guide, "Configuration and credential precedence".
    /// <https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-configure.html>
    /// - Throws: ``CommandFailure`` when there is no key, or a half of one.
    init(profile: String?) throws {
        if profile == nil, let key = try CallerKey(environment: "the environment") {
            self = key
            return
        }
        guard let path = CredentialsFile.path else {
            throw CommandFailure("HOME is not set; name a file in AWS_SHARED_CREDENTIALS_FILE")
        }
        let name = profile ?? "default"
        guard let settings = try CredentialsFile.settings(of: name, in: path) else {
            throw CommandFailure(
                profile == nil
                    ? "there is no key; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or name a "
                        + "profile of `\(path)` with --profile"
                    : "`\(path)` has no profile `\(name)`; write [\(name)] with "
                        + "aws_access_key_id and aws_secret_access_key")
        }
        let source = "profile `\(name)` of `\(path)`"
        guard
            let key = try CallerKey(
                id: settings["aws_access_key_id"], secret: settings["aws_secret_access_key"],
                token: settings["aws_session_token"], source: source)
        else { throw CommandFailure("\(source) has no aws_access_key_id") }
        self = key
    }

    private init?(environment source: String) throws {
        func value(_ name: String) -> String? { DataDirectory.environment(name) }
        try self.init(
            id: value("AWS_ACCESS_KEY_ID"), secret: value("AWS_SECRET_ACCESS_KEY"),
            token: value("AWS_SESSION_TOKEN"), source: source)
    }

    /// Nil if there is neither an ID nor a secret.
    private init?(id: String?, secret: String?, token: String?, source: String) throws {
        guard let id, let secret else {
            guard id == nil, secret == nil else {
                throw CommandFailure(
                    "\(source) has an access key ID or a secret access key, and not both")
            }
            return nil
        }
        self.id = id
        self.secret = Secret(secret)
        self.token = token.map { Secret($0) }
        self.source = source
    }
}
