package import IAMIdentifiers
import Store

extension OperatorTools {
    /// The quotas of an account, in the order of their names.
    /// - Throws: ``AccountRefusal`` (`noSuchAccount`).
    package func limits(of id: AccountID) async throws -> [(quota: AccountQuota, limit: Int)] {
        try await services.database.read { transaction in
            guard try AccountTable(transaction).find(id) != nil else {
                throw AccountRefusal.noSuchAccount
            }
            let tables = AccountTables(transaction, of: id)
            return try AccountQuota.allCases.map { ($0, try tables.limit($0)) }
        }
    }

    /// Raises a quota of an account, or makes it the usual one.
    /// - Parameter limit: nil for the usual one; else within the quota's range.
    /// - Throws: ``AccountRefusal`` (`noSuchAccount`, `accountErased`).
    package func set(_ quota: AccountQuota, of id: AccountID, to limit: Int?) async throws {
        var request = JSONObject()
        request.string("quotaName", quota.rawValue)
        request.json("desiredValue", "\(limit ?? quota.usual)")
        try await change(id, "UpdateAccountQuota", request: request.text) { _, _, transaction in
            let table = AccountQuotaTable(transaction, of: id)
            guard try table.value(of: quota.rawValue) ?? quota.usual != limit ?? quota.usual else {
                return false
            }
            if let limit {
                try table.set(quota.rawValue, to: limit)
            } else {
                try table.delete(quota.rawValue)
            }
            return true
        }
    }
}
