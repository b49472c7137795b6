import IAMIdentifiers
package import IAMModel
package import IAMPolicy
import Store

/// The operations on the regions of an account. There is nothing to prepare in a region, so that
/// enabling and disabling one takes no time (Decisions/0046).
package enum Regions {
    static let operations: [any Handler.Type] = [
        AccountManagement.ListRegions.self, AccountManagement.GetRegionOptStatus.self,
        AccountManagement.EnableRegion.self, AccountManagement.DisableRegion.self,
    ]

    /// Regions on a page for which the caller names no number: the most that one may ask for.
    static let perPage = 50

    /// The condition key of the operations that name a region.
    ///
    /// Source: Service Authorization Reference, "Condition keys for AWS Account Management".
    /// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_account.html>
    fileprivate static func conditions(_ region: String) -> RequestContext {
        var keys = RequestContext()
        keys["account:TargetRegion"] = [region]
        return keys
    }

    /// - Throws: `ValidationException` when there is no such region.
    fileprivate static func region(_ code: String) throws -> AWSRegion {
        guard let region = AWSRegion.named(code) else {
            throw IAMError.validationError(
                "There is no region \(code) in the partition aws.", about: "RegionName")
        }
        return region
    }

    /// Enables or disables a region.
    /// - Throws: `ValidationException` when it is enabled or disabled already, or cannot be
    ///   disabled. Source of the sentence, an answer of AWS's in February 2025:
    ///   <https://github.com/hashicorp/terraform-provider-aws/issues/41430>
    fileprivate static func set(
        _ code: String, isEnabled: Bool, _ call: Call
    ) throws {
        let region = try region(code)
        let present = try RegionStatuses(of: call)[region]
        guard present == (isEnabled ? .disabled : .enabled) else {
            throw IAMError(
                AccountManagement.Errors.validation,
                "Unable to switch region status because of its current opt-in status.",
                about: "RegionName", reason: "invalidRegionOptTarget")
        }
        try call.tables.regions.set(region.code, isEnabled: isEnabled, at: call.now)
    }
}

/// Which regions an account has.
struct RegionStatuses {
    private let enabled: Set<ExactText>

    init(of call: Call) throws {
        enabled = Set<ExactText>(try call.tables.regions.enabled().map(ExactText.init))
    }

    subscript(_ region: AWSRegion) -> AccountManagement.Shape.RegionOptStatus {
        if region.isEnabledByDefault { return .enabledByDefault }
        return enabled.contains(ExactText(region.code)) ? .enabled : .disabled
    }
}

extension AccountManagement.ListRegions: LookupHandler, AccountHandler {
    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let statuses = try RegionStatuses(of: call)
        let wanted = input.regionOptStatusContains ?? []
        let regions = AWSRegion.all
            .map { (region: $0, status: statuses[$0]) }
            .filter { wanted.isEmpty || wanted.contains($0.status) }
        let token = input.nextToken.flatMap { $0.isEmpty ? nil : $0 }
        let paging = try Paging(
            marker: token, maxItems: input.maxResults ?? Regions.perPage, "NextToken")
        let page = paging.page(of: regions) { $0.region.code }
        return Output(
            nextToken: page.marker,
            regions: page.items.map {
                .init(regionName: $0.region.code, regionOptStatus: $0.status)
            })
    }
}

extension AccountManagement.GetRegionOptStatus: LookupHandler, AccountHandler {
    package static func conditions(
        _ input: Input, on target: Target<Void>, _ call: Call
    ) -> RequestContext {
        Regions.conditions(input.regionName)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        let region = try Regions.region(input.regionName)
        return Output(
            regionName: region.code, regionOptStatus: try RegionStatuses(of: call)[region])
    }
}

extension AccountManagement.EnableRegion: ChangingHandler, AccountHandler {
    package static func conditions(
        _ input: Input, on target: Target<Void>, _ call: Call
    ) -> RequestContext {
        Regions.conditions(input.regionName)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        try Regions.set(input.regionName, isEnabled: true, call)
        return Output()
    }
}

extension AccountManagement.DisableRegion: ChangingHandler, AccountHandler {
    package static func conditions(
        _ input: Input, on target: Target<Void>, _ call: Call
    ) -> RequestContext {
        Regions.conditions(input.regionName)
    }

    package static func handle(_ input: Input, on _: Void, _ call: Call) throws -> Output {
        try Regions.set(input.regionName, isEnabled: false, call)
        return Output()
    }
}
