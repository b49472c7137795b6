package import IAMIdentifiers
package import Store

/// Whether an account lets IAM's policies decide about its bills. Until its root user activates
/// that, users and roles are refused whatever their policies allow; afterwards the policies decide.
/// The root user itself is bound by neither.
///
/// This is the one place that knows which actions those are: enforcement and simulation ask it.
///
/// Source: AWS Billing User Guide, "Overview of managing access permissions", "Activating access to
/// the Billing and Cost Management console".
/// <https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/control-access-billing.html>
package struct BillingAccess: Sendable, Equatable {
    package let isActivated: Bool

    /// Of an account, in one transaction.
    package init(of account: AccountID, in transaction: any Transaction) throws(StoreError) {
        isActivated = try AccountTable(transaction).hasIAMBillingAccess(account)
    }

    /// Whether the account keeps an action from its users and roles.
    func withholds(_ action: String) -> Bool { !isActivated && Self.isAboutBills(action) }

    /// The same, looked up only for an action that is about bills.
    static func withholds(_ action: String, in tables: AccountTables) throws -> Bool {
        guard isAboutBills(action) else { return false }
        return try BillingAccess(of: tables.account, in: tables.transaction).withholds(action)
    }

    /// The services behind the pages that the page above lists: bills, payments, credits, purchase
    /// orders, preferences, taxes, budgets, Cost Explorer, cost and usage reports. AWS leaves the
    /// SDK's operations of the last three alone; a decision cannot tell them from the pages, so
    /// that they are withheld here too (Decisions/0047).
    private static let services = [
        "aws-portal", "billing", "budgets", "ce", "consolidatedbilling", "cur", "freetier",
        "invoicing", "payments", "purchase-orders", "tax",
    ]

    /// Cost Anomaly Detection, whose pages the same list leaves out.
    private static let exceptions: Set<ExactText> = [
        "ce:createanomalymonitor", "ce:createanomalysubscription", "ce:deleteanomalymonitor",
        "ce:deleteanomalysubscription", "ce:getanomalies", "ce:getanomalymonitors",
        "ce:getanomalysubscriptions", "ce:provideanomalyfeedback", "ce:updateanomalymonitor",
        "ce:updateanomalysubscription",
    ]

    /// Whether an action, as `ce:GetCostAndUsage` in any case, is one of those.
    package static func isAboutBills(_ action: String) -> Bool {
        let service = action.utf8.prefix { $0 != UInt8(ascii: ":") }
        let isOfBilling = services.contains { name in
            name.utf8.count == service.count
                && zip(name.utf8, service).allSatisfy { $0 == $1.asciiLowercased }
        }
        return isOfBilling && service.count < action.utf8.count
            && !exceptions.contains(ExactText(action.asciiLowercased))
    }
}
