import AWSWire

// How long each service accepts a signature. An `AWSService` cannot be made without its rules.
//
//                    header           presigned URL                            when it is past
//     IAM            5 minutes        X-Amz-Expires, 15 minutes at most        RequestExpired
//     STS            15 minutes       15 minutes, whatever X-Amz-Expires says  Signature expired
//     Access Analyzer, Account Management, CloudTrail: as IAM
//
// The date of a request, presigned or not, may be ahead by as much as the column "header" says.
extension SignatureRules {
    /// IAM accepts a request for five minutes, which AWS documents for most services. No answer of
    /// IAM to an older request is recorded. IAM's own example of a presigned URL has
    /// `X-Amz-Expires`, and its list of errors has RequestExpired for an expired URL. SDKs say that
    /// only S3 heeds the parameter. We do not follow them, because a URL would then live longer.
    ///
    /// Source: IAM User Guide, "AWS Signature Version 4 for API requests", "Protect against
    /// potential replay attacks"; IAM API Reference, "Common errors", RequestExpired.
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html>
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html>
    static let iam = SignatureRules(clockSkew: .minutes(5), longestExpiry: .minutes(15))

    /// STS accepts a request for 15 minutes and says so: "(20220127T015928Z - 15 min.)", and to a
    /// client whose clock is fast "(20210112T071125Z + 15 min.)". It ignores `X-Amz-Expires`: a
    /// token of `aws eks get-token` is a URL presigned for 60 seconds, and holds for 15 minutes.
    ///
    /// Source: recorded answers, and what maintainers of SDKs and tools say.
    /// <https://github.com/aws/aws-cli/issues/6676>
    /// <https://github.com/QT-DevOps/DevOpsIssues/issues/989>
    /// <https://github.com/aws/aws-sdk-go/issues/2167>
    /// <https://github.com/kubernetes-sigs/aws-iam-authenticator/pull/160>
    static let sts = SignatureRules(clockSkew: .minutes(15), longestExpiry: nil)

    /// IAM Access Analyzer documents the same as IAM, and no answer of it is recorded.
    /// <https://docs.aws.amazon.com/access-analyzer/latest/APIReference/CommonErrors.html>
    static let accessAnalyzer = iam

    /// Account Management documents nothing of its own, and AWS documents five minutes for most
    /// services. No answer of it to an older request is recorded.
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html>
    static let accountManagement = iam

    /// CloudTrail documents nothing of its own, either.
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/CommonErrors.html>
    static let cloudTrail = iam
}

extension Duration {
    fileprivate static func minutes(_ count: Int) -> Self { .seconds(60 * count) }
}
