import AWSWire
package import IAMIdentifiers
import IAMModel
package import Store

/// One event as CloudTrail records it.
///
/// Sensitive parameters are masked by the model, before an operation's author thinks of it.
///
/// Source: AWS CloudTrail User Guide, "CloudTrail record contents".
/// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html>
package struct AuditEvent: Sendable {
    /// The row that keeps it.
    package let row: AuditEventTable.Event

    /// - Parameters:
    ///   - account: whose record it is.
    ///   - identity: who acted.
    ///   - source: as `iam.amazonaws.com`.
    ///   - type: `AwsApiCall`, `AwsConsoleAction`, `AwsConsoleSignIn` or `AwsServiceEvent`.
    ///   - request: the parameters, a JSON value.
    ///   - response: what was answered, a JSON value; `null` for reads.
    ///   - additional: `additionalEventData`, a JSON value.
    ///   - failure: `errorMessage` where there is no code, as in the records of sign-ins.
    ///   - shared: `sharedEventID`, of an event of which two accounts have records.
    package init(
        account: AccountID, identity: AuditIdentity, source: String, name: String,
        type: String = "AwsApiCall", isReadOnly: Bool, facts: RequestFacts,
        request: String = "null", response: String = "null", additional: String? = nil,
        error: IAMError? = nil, failure: String? = nil, shared: String? = nil
    ) {
        var random = SystemRandomNumberGenerator()
        // In the order of time, so that records of an account are added at one end of their index.
        let eventID = UUIDText.ordered(at: facts.now, using: &random)
        var record = JSONObject()
        record.string("eventVersion", "1.11")
        record.json("userIdentity", identity.json)
        record.string("eventTime", facts.now.iso8601)
        record.string("eventSource", source)
        record.string("eventName", name)
        record.string("awsRegion", facts.region)
        record.string("sourceIPAddress", facts.sourceAddress)
        record.string("userAgent", facts.recordedUserAgent)
        record.string("errorCode", error?.code.code)
        let isRefused = error != nil || failure != nil
        let longest = isRefused ? Self.longestRefused : Self.longestValue
        record.string("errorMessage", Self.bounded(error?.message ?? failure))
        let (request, response) = (
            Self.bounded(json: request, longest), Self.bounded(json: response, longest)
        )
        record.json("requestParameters", request)
        record.json("responseElements", response)
        record.json("additionalEventData", additional)
        record.string("requestID", facts.requestID)
        record.string("eventID", eventID)
        record.json("readOnly", String(isReadOnly))
        let resources = EventResources(of: name, request, response)
        record.json("resources", isRefused ? nil : resources.assumed)
        record.string("eventType", type)
        record.json("managementEvent", "true")
        record.string("recipientAccountId", account.description)
        record.string("sharedEventID", shared)
        record.string("eventCategory", "Management")
        let isCall = type.isExactly("AwsApiCall") || type.isExactly("AwsConsoleAction")
        let isFromConsole = isCall && identity.isFromConsole
        record.json("tlsDetails", isFromConsole ? nil : facts.tlsDetails)
        record.string("sessionCredentialFromConsole", isFromConsole ? "true" : nil)
        row = AuditEventTable.Event(
            account: account, id: eventID, at: facts.now, name: name, record: record.text,
            source: source, isReadOnly: isReadOnly, userName: identity.historyName,
            accessKeyID: identity.accessKeyID, resources: resources.all)
    }

    /// The longest JSON value or message that a record keeps, in bytes.
    ///
    /// Source: the page above, `requestParameters`.
    package static let longestValue = 102_400
    /// The longest of a request that was refused, in bytes, and the longest message: a principal
    /// without permissions must not fill the disk with refused requests.
    package static let longestRefused = 2_048

    /// A longer value is left out whole: half of one would be no JSON.
    private static func bounded(json: String, _ longest: Int) -> String {
        guard json.utf8.count > longest else { return json }
        return #"{"omitted":true,"originalSize":\#(json.utf8.count),"#
            + #""reason":"over \#(longest) bytes"}"#
    }

    private static func bounded(_ text: String?) -> String? {
        guard let text = text?.withoutPrivateKeys, text.utf8.count > longestRefused else {
            return text?.withoutPrivateKeys
        }
        return String(text.unicodeScalars.prefix(longestRefused / 4))
    }

    /// A change, recorded in its own transaction.
    /// - Parameter request: `requestParameters`, a JSON value.
    init<Op: Handler>(_: Op.Type, _ request: String, _ output: Op.Output, by call: Call) {
        self.init(
            account: call.account, identity: AuditIdentity(call.principal, call.caller),
            source: Op.eventSource, name: Op.name, type: Op.eventType, isReadOnly: Op.isReadOnly,
            facts: call.facts, request: request, response: output.auditJSON)
    }

    /// A read, a refusal or a failure, recorded after it.
    /// - Parameters:
    ///   - request: `requestParameters`, a JSON value.
    ///   - answer: a JSON value; nil where the record does not tell it.
    ///   - shared: `sharedEventID`.
    init<Op: Handler>(
        _: Op.Type, _ request: String, by identity: AuditIdentity, of account: AccountID,
        _ facts: RequestFacts, answer: String? = nil, error: IAMError? = nil,
        shared: String? = nil
    ) {
        self.init(
            account: account, identity: identity, source: Op.eventSource,
            name: Op.name, type: Op.eventType, isReadOnly: Op.isReadOnly, facts: facts,
            request: request, response: answer ?? "null", error: error, shared: shared)
    }
}

extension RequestFacts {
    /// What is known of the connection, a JSON object: a trusted proxy says that there was TLS, and
    /// not which. Nil without TLS.
    ///
    /// Source: the page that ``AuditEvent`` names, `tlsDetails`.
    fileprivate var tlsDetails: String? {
        guard isSecure, let host else { return nil }
        var details = JSONObject()
        details.string("clientProvidedHostHeader", host)
        return details.text
    }
}

extension Handler {
    /// Source: the page that ``AuditEvent`` names, `eventType`.
    fileprivate static var eventType: String {
        Self.self is any ConsoleAction.Type ? "AwsConsoleAction" : "AwsApiCall"
    }

    fileprivate static var eventSource: String {
        "\(facts.service.signingName).amazonaws.com"
    }
}
