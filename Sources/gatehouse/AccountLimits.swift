import ArgumentParser
import IAMIdentifiers
import Operations

extension AccountCommand {
    struct Limits: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the quotas of an account, or raise some.",
            discussion: """
                Those are listed that AWS raises on request, up to what it grants. The account \
                sees them by `aws iam get-account-summary`. A running server goes by a change from \
                the next request on. A quota that is made the usual one again takes nothing away \
                of what there is.
                """)

        @Argument(help: "The account's ID.")
        var account: String

        @Option(help: "A quota and its new value, as RolesPerAccount=5000; may stand repeatedly.")
        var set: [String] = []

        @Option(help: "A quota that is to be the usual one again; may stand repeatedly.")
        var reset: [String] = []

        @OptionGroup var options: DataOptions

        func run() async throws {
            let id = try AccountCommand.accountID(account)
            // All of them are looked at before one is changed.
            let changes =
                try set.map(Self.change) + reset.map { (try Self.quota($0), Int?.none) }
            let tools = OperatorTools(try await options.open())
            let limits = try await AccountCommand.explaining {
                for (quota, limit) in changes { try await tools.set(quota, of: id, to: limit) }
                return try await tools.limits(of: id)
            }
            guard options.json else {
                for (quota, limit) in limits {
                    let raised = limit > quota.usual ? ", usually \(quota.usual)" : ""
                    Output.print("\(quota.rawValue)  \(limit)  (up to \(quota.most)\(raised))")
                }
                return
            }
            var object = JSONObject()
            object.string("accountId", id.description)
            var values = JSONObject()
            for (quota, limit) in limits { values.json(quota.rawValue, "\(limit)") }
            object.json("limits", values.text)
            Output.print(object.text)
        }

        private static func change(_ text: String) throws -> (AccountQuota, Int?) {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            let quota = try quota(parts.first ?? "")
            guard parts.count == 2, let limit = Int(parts[1]), quota.range.contains(limit) else {
                throw CommandFailure(
                    "\(quota.rawValue) can be \(quota.usual) to \(quota.most); write "
                        + "\(quota.rawValue)=\(quota.most)")
            }
            return (quota, limit)
        }

        private static func quota(_ name: String) throws -> AccountQuota {
            guard let quota = AccountQuota(rawValue: name) else {
                let names = AccountQuota.allCases.map(\.rawValue).joined(separator: ", ")
                throw CommandFailure("there is no quota `\(name)` to be raised; there are \(names)")
            }
            return quota
        }
    }
}
