/// What AWS's service model says of an operation beside its shapes.
package struct OperationFacts: Sendable {
    /// The value of `Action`, `CreateUser`.
    package var name: String
    package var service: ServiceFacts
    /// What it is asked for at, `/boxes/{name}`; `/` in services that do not speak REST.
    package var path: String
    package var method: String
    /// The HTTP status of a success.
    package var status: Int
    /// The members that stand outside the body, of a REST service.
    package var inputBindings: [MemberBinding]
    package var outputBindings: [MemberBinding]
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
        name: String, service: ServiceFacts, method: String = "POST", path: String = "/",
        status: Int = 200, inputBindings: [MemberBinding] = [],
        outputBindings: [MemberBinding] = [], resultWrapper: String? = nil, isSigned: Bool = true,
        errors: [DeclaredError], pagination: Pagination? = nil
    ) {
        self.name = name
        self.service = service
        self.method = method
        self.path = path
        self.status = status
        self.inputBindings = inputBindings
        self.outputBindings = outputBindings
        self.resultWrapper = resultWrapper
        self.isSigned = isSigned
        self.errors = errors
        self.pagination = pagination
    }
}
