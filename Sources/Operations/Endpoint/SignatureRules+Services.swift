import AWSWire

// The table of how long each service takes a signature for. A service cannot be made without its
// line.
//
//                    header           presigned URL                            when it is past
//     IAM            5 minutes        X-Amz-Expires, 15 minutes at most        RequestExpired
//     STS            15 minutes       15 minutes, whatever X-Amz-Expires says  Signature expired
//     Access Analyzer  as IAM         as IAM                                   RequestExpired
//
// The date may lie as far ahead as the column "header" says, of a presigned URL, too.
extension SignatureRules {
    /// IAM takes a request for the five minutes that AWS documents for most services. No answer of
    /// IAM's to an older one is recorded. Of a presigned URL IAM's own example of one has
    /// `X-Amz-Expires`, and its list of errors has RequestExpired for one that is past. That SDKs
    /// call the parameter one of S3's would let a URL live longer, and is therefore not followed.
    ///
    /// Source: IAM User Guide, "AWS Signature Version 4 for API requests", "Protect against
    /// potential replay attacks"; IAM API Reference, "Common errors", RequestExpired.
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html>
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html>
    static let iam = SignatureRules(clockSkew: .minutes(5), longestExpiry: .minutes(15))

    /// STS takes a request for 15 minutes and says so: "(20220127T015928Z - 15 min.)", and of a
    /// clock that is fast "(20210112T071125Z + 15 min.)". It takes no notice of `X-Amz-Expires`: a
    /// token of `aws eks get-token` is a URL presigned for 60 seconds, and holds for 15 minutes.
    ///
    /// Source: recorded answers, and the word of maintainers of SDKs and tools.
    /// <https://github.com/aws/aws-cli/issues/6676>
    /// <https://github.com/QT-DevOps/DevOpsIssues/issues/989>
    /// <https://github.com/aws/aws-sdk-go/issues/2167>
    /// <https://github.com/kubernetes-sigs/aws-iam-authenticator/pull/160>
    static let sts = SignatureRules(clockSkew: .minutes(15), longestExpiry: nil)

    /// IAM Access Analyzer documents the same as IAM, and no answer of it is recorded.
    /// <https://docs.aws.amazon.com/access-analyzer/latest/APIReference/CommonErrors.html>
    static let accessAnalyzer = iam
}

extension Duration {
    fileprivate static func minutes(_ count: Int) -> Self { .seconds(60 * count) }
}
