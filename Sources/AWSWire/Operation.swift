/// One operation of a service: what it takes, what it answers, and what AWS's model says of it.
///
/// The generated namespaces list them all: `IAM.operations`, `STS.operations`.
package protocol Operation: Sendable {
    associatedtype Input: WireShape
    associatedtype Output: WireShape

    static var facts: OperationFacts { get }
}
