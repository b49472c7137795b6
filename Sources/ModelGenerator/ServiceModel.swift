/// One service as `Models/<service>.json` holds it: AWS's facts, still spelled as AWS does.
///
/// Orders are kept: of operations, of members, of enum values.
struct ServiceModel: Decodable {
    var metadata: Metadata
    var operations: [OperationModel]
    var errors: [ErrorModel]
    var shapes: [ShapeModel]

    struct Metadata: Decodable {
        var apiVersion: String
        var signingName: String
        var `protocol`: WireProtocol
        /// Of the query protocol.
        var xmlNamespace: String?
        /// Of the JSON protocols: `1.0` or `1.1`, and what stands before an operation's name.
        var jsonVersion: String?
        var targetPrefix: String?
    }

    /// The protocols, as botocore calls them.
    enum WireProtocol: String, Decodable {
        case query
        case restJSON = "rest-json"
        case json
    }

    struct OperationModel: Decodable {
        var name: String
        /// What it is asked for at: `/` unless the service speaks REST.
        var path: String?
        var method: String?
        /// The status of a success; 200 unless the model says another.
        var status: Int?
        /// The names of shapes; absent when the operation takes or answers nothing.
        var input: String?
        var output: String?
        /// The element that holds the output.
        var resultWrapper: String?
        /// The names of entries of ``ServiceModel/errors``.
        var errors: [String]
        var pagination: PaginationModel?
        /// Whether it is called without a signature.
        var unsigned: Bool?
    }

    struct PaginationModel: Decodable {
        var inputToken: String
        var outputToken: String
        var limitKey: String
        var moreResults: String?
        var resultKeys: [String]
    }

    struct ErrorModel: Decodable {
        var name: String
        var code: String
        var status: Int
        /// `Sender` or `Receiver`.
        var fault: String
    }

    struct ShapeModel: Decodable {
        var name: String
        var type: String
        var members: [MemberModel]?
        /// A list's element, and a map's key and value: names of shapes.
        var member: String?
        var key: String?
        var value: String?
        /// The least and greatest length of a string or list, or value of a number.
        var min: Int?
        var max: Int?
        var pattern: String?
        var `enum`: [String]?
        var sensitive: Bool?
        /// Of a moment; absent where the protocol's own is meant.
        var timestampFormat: String?
        /// Of a structure, the member that is the whole body.
        var payload: String?
    }

    struct MemberModel: Decodable {
        var name: String
        var shape: String
        var required: Bool?
        /// Where it stands, when it is not a member of the body, and what it is called there or in
        /// the body, when that is not its name.
        var location: String?
        var locationName: String?
    }
}
