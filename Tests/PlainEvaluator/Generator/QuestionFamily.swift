/// Policies, and requests that they are asked about: each is a question.
package struct QuestionFamily: Sendable {
    package var policies: QuestionPolicies
    package var requests: [QuestionRequest]

    package var questions: [Question] { requests.map { Question($0, policies) } }
}
