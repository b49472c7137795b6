package import AWSWire
import IAMIdentifiers

extension ServiceFacts {
    /// Whether the sentences about parameters repeat the values: `Value 'a:b' at 'roleSessionName'
    /// failed to satisfy constraint: …`, or `Value at 'roleName' failed …`.
    ///
    /// IAM stopped repeating them in 2024; STS still does. Nothing is known of other services, so
    /// they repeat values too.
    ///
    /// Sources, answers of AWS's in bug reports: of IAM in January 2024
    /// <https://github.com/crossplane-contrib/provider-aws/issues/1986> and in November
    /// <https://github.com/aws/eks-hybrid/pull/113>, of STS in August 2025
    /// <https://github.com/getmoto/moto/issues/9218>.
    package var repeatsValues: Bool { !signingName.isExactly(ServiceFacts.iam.signingName) }
}

extension Operation {
    /// The input that a request's parameters make, refused in the sentences of its service.
    package static func input(decoding fields: FieldTree) throws(WireError) -> Input {
        try Input(decoding: fields, repeatingValues: facts.service.repeatsValues)
    }

    /// An input that code made, refused as a request's is.
    package static func checked(_ input: Input) throws(WireError) -> Input {
        try input.checked(repeatingValues: facts.service.repeatsValues)
    }
}
