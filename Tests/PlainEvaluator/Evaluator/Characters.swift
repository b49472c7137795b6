/// Text as Unicode scalars. Swift calls canonically equivalent strings equal; IAM compares scalars.
typealias Characters = [Unicode.Scalar]

extension String {
    init(_ characters: Characters) { self.init(String.UnicodeScalarView(characters)) }

    var characters: Characters { Array(unicodeScalars) }

    /// A to Z in small letters; every other character as it is.
    package var asciiLowercased: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map {
                    ("A"..."Z").contains($0) ? Unicode.Scalar(UInt8($0.value) + 32) : $0
                }))
    }
}
