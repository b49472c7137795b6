/// A string of AWS's model that takes one of a few values.
package protocol WireEnum: RawRepresentable<String>, CaseIterable, Sendable, Hashable {}
