import IAMIdentifiers
import IAMModel

/// A combination of resources that a simulation of EC2 has to name, so that it is as reliable as a
/// real request: `ResourceHandlingOption`.
///
/// Source: IAM API Reference, SimulateCustomPolicy, "ResourceHandlingOption".
/// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html>
enum ResourceScenario: String, CaseIterable {
    case vpcInstanceStore = "EC2-VPC-InstanceStore"
    case vpcInstanceStoreSubnet = "EC2-VPC-InstanceStore-Subnet"
    case vpcEBS = "EC2-VPC-EBS"
    case vpcEBSSubnet = "EC2-VPC-EBS-Subnet"

    /// The types of resource, as ARNs name them.
    var resourceTypes: [String] {
        let always = ["instance", "image", "security-group", "network-interface"]
        return switch self {
        case .vpcInstanceStore: always
        case .vpcInstanceStoreSubnet: always + ["subnet"]
        case .vpcEBS: always + ["volume"]
        case .vpcEBSSubnet: always + ["subnet", "volume"]
        }
    }

    /// - Throws: `InvalidInput` for an option that is none of AWS's, and for one whose resources
    ///   are not all among `resources`.
    static func check(_ option: String?, against resources: [String]) throws {
        guard let option else { return }
        guard let scenario = ResourceScenario(rawValue: option) else {
            throw IAM.Errors.invalidInput(
                "The ResourceHandlingOption \(option) is not supported.",
                about: "ResourceHandlingOption")
        }
        let given = Set<ExactText>(resources.compactMap(type).map(ExactText.init))
        let missing = scenario.resourceTypes.filter { !given.contains($0) }
        guard missing.isEmpty else {
            throw IAM.Errors.invalidInput(
                "The ResourceHandlingOption \(option) requires resources of the types "
                    + missing.joined(separator: ", ") + ".", about: "ResourceHandlingOption")
        }
    }

    private static func type(_ resource: String) -> String? {
        guard let arn = ARN(resource), arn.service == "ec2" else { return nil }
        return arn.resource.parts(at: "/", keepingEmpty: false).first
    }
}
