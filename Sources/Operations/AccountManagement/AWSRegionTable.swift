// Written by Models/regions.py; change it there.

extension AWSRegion {
    /// The regions of the partition aws, by their codes. Source: botocore 1.44.8.
    package static let all = [
        AWSRegion(code: "af-south-1", name: "Africa (Cape Town)", isEnabledByDefault: false),
        AWSRegion(code: "ap-east-1", name: "Asia Pacific (Hong Kong)", isEnabledByDefault: false),
        AWSRegion(code: "ap-east-2", name: "Asia Pacific (Taipei)", isEnabledByDefault: false),
        AWSRegion(code: "ap-northeast-1", name: "Asia Pacific (Tokyo)", isEnabledByDefault: true),
        AWSRegion(code: "ap-northeast-2", name: "Asia Pacific (Seoul)", isEnabledByDefault: true),
        AWSRegion(code: "ap-northeast-3", name: "Asia Pacific (Osaka)", isEnabledByDefault: true),
        AWSRegion(code: "ap-south-1", name: "Asia Pacific (Mumbai)", isEnabledByDefault: true),
        AWSRegion(code: "ap-south-2", name: "Asia Pacific (Hyderabad)", isEnabledByDefault: false),
        AWSRegion(
            code: "ap-southeast-1", name: "Asia Pacific (Singapore)", isEnabledByDefault: true),
        AWSRegion(code: "ap-southeast-2", name: "Asia Pacific (Sydney)", isEnabledByDefault: true),
        AWSRegion(
            code: "ap-southeast-3", name: "Asia Pacific (Jakarta)", isEnabledByDefault: false),
        AWSRegion(
            code: "ap-southeast-4", name: "Asia Pacific (Melbourne)", isEnabledByDefault: false),
        AWSRegion(
            code: "ap-southeast-5", name: "Asia Pacific (Malaysia)", isEnabledByDefault: false),
        AWSRegion(
            code: "ap-southeast-6", name: "Asia Pacific (New Zealand)", isEnabledByDefault: false),
        AWSRegion(
            code: "ap-southeast-7", name: "Asia Pacific (Thailand)", isEnabledByDefault: false),
        AWSRegion(code: "ca-central-1", name: "Canada (Central)", isEnabledByDefault: true),
        AWSRegion(code: "ca-west-1", name: "Canada West (Calgary)", isEnabledByDefault: false),
        AWSRegion(code: "eu-central-1", name: "Europe (Frankfurt)", isEnabledByDefault: true),
        AWSRegion(code: "eu-central-2", name: "Europe (Zurich)", isEnabledByDefault: false),
        AWSRegion(code: "eu-north-1", name: "Europe (Stockholm)", isEnabledByDefault: true),
        AWSRegion(code: "eu-south-1", name: "Europe (Milan)", isEnabledByDefault: false),
        AWSRegion(code: "eu-south-2", name: "Europe (Spain)", isEnabledByDefault: false),
        AWSRegion(code: "eu-west-1", name: "Europe (Ireland)", isEnabledByDefault: true),
        AWSRegion(code: "eu-west-2", name: "Europe (London)", isEnabledByDefault: true),
        AWSRegion(code: "eu-west-3", name: "Europe (Paris)", isEnabledByDefault: true),
        AWSRegion(code: "il-central-1", name: "Israel (Tel Aviv)", isEnabledByDefault: false),
        AWSRegion(code: "me-central-1", name: "Middle East (UAE)", isEnabledByDefault: false),
        AWSRegion(code: "me-south-1", name: "Middle East (Bahrain)", isEnabledByDefault: false),
        AWSRegion(code: "me-west-1", name: "Middle East (Saudi Arabia)", isEnabledByDefault: false),
        AWSRegion(code: "mx-central-1", name: "Mexico (Central)", isEnabledByDefault: false),
        AWSRegion(code: "sa-east-1", name: "South America (Sao Paulo)", isEnabledByDefault: true),
        AWSRegion(code: "sa-west-1", name: "South America (Chile)", isEnabledByDefault: false),
        AWSRegion(code: "us-east-1", name: "US East (N. Virginia)", isEnabledByDefault: true),
        AWSRegion(code: "us-east-2", name: "US East (Ohio)", isEnabledByDefault: true),
        AWSRegion(code: "us-west-1", name: "US West (N. California)", isEnabledByDefault: true),
        AWSRegion(code: "us-west-2", name: "US West (Oregon)", isEnabledByDefault: true),
    ]
}
