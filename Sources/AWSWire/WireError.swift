/// Why a request's parameters were not accepted.
///
/// Carries no sensitive value: sentences name where a password stands, never the password.
package enum WireError: Error, Equatable {
    /// A `%` that two hexadecimal digits do not follow.
    case badPercentEncoding
    /// Decoded bytes that are not UTF-8.
    case invalidUTF8
    /// More than 30 combining marks in a row.
    case tooManyMarks
    /// The same name twice: two readers could each take another value.
    case repeatedField(name: String)
    case tooManyFields(limit: Int)
    /// A parameter's name of too many bytes or dots.
    case nameTooLong(limit: Int)
    /// A body that is not a JSON object, and the byte at which that shows; nil where bytes are not
    /// UTF-8.
    case malformedJSON(offset: Int?)
    /// A value that is not of its member's type, with AWS's sentence.
    case malformedInput(String, parameter: String)
    /// Constraints that do not hold, in AWS's words, and the first parameter that broke one.
    case invalid(String, parameter: String)
    /// A parameter that the operation does not have.
    case unknownParameter(name: String)

    /// A form that names no operation.
    case missingAction
    /// An operation that the service does not have; what was asked for, in AWS's words.
    case unknownOperation(String)
    /// A body of another type than the protocol has.
    case unsupportedMediaType(expected: String)

    /// The HTTP status of the answer.
    package var status: Int {
        if case .unsupportedMediaType = self { 415 } else { 400 }
    }

    /// AWS's code.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html>
    package var code: String {
        switch self {
        case .badPercentEncoding, .invalidUTF8, .tooManyMarks, .repeatedField, .tooManyFields,
            .nameTooLong:
            "MalformedQueryString"
        case .malformedInput, .malformedJSON: "MalformedInput"
        case .invalid, .unknownParameter: "ValidationError"
        case .missingAction: "MissingAction"
        case .unknownOperation: "InvalidAction"
        case .unsupportedMediaType: "UnsupportedMediaType"
        }
    }

    /// The sentence for the caller.
    package var message: String {
        switch self {
        case .badPercentEncoding: "The query string contains an incomplete percent-encoding."
        case .invalidUTF8: "The query string contains bytes that are not UTF-8."
        case .tooManyMarks: "The query string contains more than 30 combining marks in a row."
        case .repeatedField(let name): "The query string contains the parameter \(name) twice."
        case .tooManyFields(let limit):
            "The query string contains more than \(limit) parameters."
        case .nameTooLong(let limit):
            "The query string contains a parameter name longer than \(limit) bytes."
        case .malformedJSON(let offset?):
            "The body is not a JSON object: see the byte at offset \(offset)."
        case .malformedJSON(nil): "The body is not UTF-8."
        case .unknownParameter(let name):
            "The parameter \(name) is not known to this operation. Leave it out."
        case .malformedInput(let sentence, _), .invalid(let sentence, _): sentence
        case .missingAction: "The request must contain the parameter Action."
        case .unknownOperation(let asked): "Could not find operation \(asked.echoed)"
        case .unsupportedMediaType(let expected): "The body must be of the type \(expected)."
        }
    }

    /// The parameter that it is about, by its name in the API; nil where it is about the whole.
    package var parameter: String? {
        switch self {
        case .malformedInput(_, let parameter), .invalid(_, let parameter): parameter
        case .repeatedField(let name), .unknownParameter(let name): name
        case .badPercentEncoding, .invalidUTF8, .tooManyMarks, .tooManyFields, .nameTooLong,
            .malformedJSON, .missingAction, .unknownOperation, .unsupportedMediaType:
            nil
        }
    }
}
