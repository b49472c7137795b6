import IAMIdentifiers
import Operations

/// Credentials of a role's session.
struct RoleCredentials {
    let accessKeyID: String
    let secretAccessKey: Secret
    let sessionToken: Secret
    /// When they end, as ISO 8601.
    let expiration: String

    /// As `credential_process` reads them.
    ///
    /// Source: AWS SDKs and Tools Reference Guide, "Process credential provider".
    /// <https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html>
    var json: String {
        var object = JSONObject()
        object.json("Version", "1")
        object.string("AccessKeyId", accessKeyID)
        object.string("SecretAccessKey", secretAccessKey.reveal())
        object.string("SessionToken", sessionToken.reveal())
        object.string("Expiration", expiration)
        return object.text
    }
}
