/// What AWS's service model says of an operation beside its shapes.
package struct OperationFacts: Sendable, Equatable {
    /// The value of `Action`, `CreateUser`.
    package var name: String
    package var service: ServiceFacts
    /// What it is asked for at, by POST: `/` in the query services.
    package var path: String
    /// The element that holds the output, `CreateUserResult`; nil when the operation answers
    /// nothing.
    package var resultWrapper: String?
    /// False for the few that prove who calls by what they carry, as AssumeRoleWithSAML does.
    package var isSigned: Bool
    /// The errors the model declares. Any operation may also answer with a common error.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html>
    package var errors: [DeclaredError]
    /// How pages follow each other; nil for an operation without pages.
    package var pagination: Pagination?

    package init(
        name: String, service: ServiceFacts, path: String = "/", resultWrapper: String? = nil,
        isSigned: Bool = true, errors: [DeclaredError], pagination: Pagination? = nil
    ) {
        self.name = name
        self.service = service
        self.path = path
        self.resultWrapper = resultWrapper
        self.isSigned = isSigned
        self.errors = errors
        self.pagination = pagination
    }
}
