import ArgumentParser
import IAMIdentifiers

/// `gatehouse credentials --role ARN`: what `credential_process` of a profile runs.
///
/// Source: AWS SDKs and Tools Reference Guide, "Process credential provider".
/// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html>
struct CredentialsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "credentials",
        abstract: "Assume a role and print its credentials, as credential_process reads them.",
        discussion: """
            In ~/.aws/config:

                [profile audit]
                credential_process = gatehouse credentials --role ARN --profile alice

            The key that asks is that of AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and \
            AWS_SESSION_TOKEN, or of --profile, or of the profile `default`. Profiles are those of \
            ~/.aws/credentials, or of the file that AWS_SHARED_CREDENTIALS_FILE names; nobody but \
            its owner may read it. AWS_PROFILE does not count, because it names the profile that \
            runs this command. AWS_REGION or AWS_DEFAULT_REGION is the region that is signed for.

            The server is that of --endpoint, AWS_ENDPOINT_URL_STS or AWS_ENDPOINT_URL. \
            AWS_CA_BUNDLE names certificates that are trusted beside those of the system. Plain \
            HTTP is for this machine alone, because the answer holds a secret.
            """)

    @Option(help: "The ARN of the role.")
    var role: String

    @Option(help: "The profile whose key asks; without it the environment's key.")
    var profile: String?

    @Option(help: "Where STS answers; \(STSEndpoint.usual) without it.")
    var endpoint: String?

    @Option(help: "The name of the session; your user name on this machine without it.")
    var sessionName: String?

    @Option(help: "How long the session lasts, in seconds; an hour without it.")
    var durationSeconds: Int?

    @Option(help: "What the owner of the role told you to send along.")
    var externalId: String?

    @Option(help: "The source identity of the session.")
    var sourceIdentity: String?

    @Option(help: "Your MFA device, if the role asks for one. Its code is asked for.")
    var serialNumber: String?

    @Option(help: "The code that the MFA device shows now; the terminal is not asked.")
    var tokenCode: String?

    func validate() throws {
        if tokenCode != nil, serialNumber == nil {
            throw ValidationError("--token-code needs the --serial-number of its device")
        }
    }

    func run() async throws {
        let key = try CallerKey(profile: profile)
        let endpoint = try STSEndpoint(endpoint)
        var parameters: [(String, String)] = [
            ("RoleArn", role), ("RoleSessionName", sessionName ?? MachineUser.sessionName),
        ]
        func add(_ name: String, _ value: String?) {
            if let value { parameters.append((name, value)) }
        }
        add("DurationSeconds", durationSeconds.map { "\($0)" })
        add("ExternalId", externalId)
        add("SourceIdentity", sourceIdentity)
        add("SerialNumber", serialNumber)
        add("TokenCode", try tokenCode ?? serialNumber.map(TokenCodePrompt.ask))
        Output.print(try endpoint.assumeRole(parameters, as: key).json)
    }
}
