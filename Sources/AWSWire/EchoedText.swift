import IAMIdentifiers

extension String {
    /// A sent value as a sentence repeats it. A long one is cut, so that the reason after it is not
    /// lost: a policy document may have 131,072 characters.
    package var echoed: String { excerpt(ofScalars: 512) }
}
