/// A service with every name looked up: what is left is to write it down.
struct ResolvedService: Equatable {
    /// The Swift namespace, `IAM`, and the API's name in addresses and file names, `iam`.
    var namespace: String
    var service: String
    var apiVersion: String
    var signingName: String
    var wire: Wire
    var families: Families
    /// What the addresses of its API reference call it; its signing name for nil.
    var guide: String?
    var errors: [DeclaredError]
    var limits: [Limit]
    /// One for each noun, then the one that they share.
    var files: [File]
    /// The names of all operations, in the model's order.
    var operationNames: [String]

    /// The protocol, with what it needs to know of the service.
    enum Wire: Equatable {
        case query(xmlNamespace: String)
        case restJSON
        case json(version: String, targetPrefix: String)
    }

    struct DeclaredError: Equatable {
        /// The Swift constant, `noSuchEntity`.
        var name: String
        var code: String
        var status: Int
        var isSender: Bool
    }

    /// What a string, number, list or map must satisfy.
    struct Limit: Equatable {
        /// The Swift type of the constant.
        enum Kind: String {
            case string = "StringLimits"
            case integer = "IntegerLimits"
            /// Of a map, too.
            case list = "ListLimits"
        }
        /// The Swift constant: the shape's name, with a lower-case start.
        var name: String
        var kind: Kind
        var min: Int?
        var max: Int?
        var pattern: String?
    }

    struct File: Equatable {
        var name: String
        var operations: [Operation]
        var structures: [Structure]
        var enumerations: [Enumeration]

        var isEmpty: Bool { operations.isEmpty && structures.isEmpty && enumerations.isEmpty }
    }

    struct Operation: Equatable {
        var name: String
        var method = "POST"
        /// `/` unless the service speaks REST.
        var path = "/"
        var status = 200
        var inputBindings: [Binding] = []
        var outputBindings: [Binding] = []
        var resultWrapper: String?
        /// Names of constants of ``ResolvedService/errors``.
        var errors: [String]
        var pagination: Pagination?
        var isSigned: Bool
        var input: [Member]
        var output: [Member]
    }

    /// A member that stands outside the body.
    struct Binding: Equatable {
        var member: String
        /// A case of `MemberBinding.Place`.
        var place: String
        var name: String
    }

    struct Pagination: Equatable {
        var inputToken: String
        var outputToken: String
        var limitKey: String
        var moreResults: String?
        var resultKeys: [String]
    }

    struct Structure: Equatable {
        /// AWS's name and Swift's.
        var wireName: String
        var name: String
        var members: [Member]
    }

    struct Enumeration: Equatable {
        var wireName: String
        var name: String
        /// Swift case and wire value, in the model's order.
        var cases: [Case]
        struct Case: Equatable {
            var name: String
            var value: String
        }
    }

    struct Member: Equatable {
        var wireName: String
        var name: String
        var type: ValueType
        var isRequired: Bool
    }

    /// The kinds of value the writer and the reader know. `limits` names a ``Limit``.
    indirect enum ValueType: Equatable, Sendable {
        case string(limits: String?)
        /// A sensitive string, or the base64 text of a sensitive blob.
        case secret(limits: String?)
        case integer(limits: String?)
        /// Of 64 bits.
        case long(limits: String?)
        case boolean
        /// In the protocol's own format, unless `isISO8601`.
        case timestamp(isISO8601: Bool = false)
        case blob
        case enumeration(String)
        /// A sensitive one is masked whole in audit records.
        case structure(String, isSensitive: Bool = false)
        case list(ValueType, limits: String?)
        case map(ValueType, limits: String?)
    }
}
