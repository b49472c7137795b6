import AWSWire
import IAMModel
import Operations
import Store
import TestSupport

extension ErrorCase {
    private typealias Errors = AccountManagement.Errors

    /// What the operations on accounts refuse.
    static let accountManagement =
        ofOtherAccounts + regions
        + [
            ErrorCase(
                "GetGovCloudAccountInformation", [:], Errors.resourceNotFound,
                "No GovCloud account is linked to the account {account}."),
            ErrorCase(
                "GetContactInformation", [:], Errors.resourceNotFound,
                "The account {account} has no contact information yet.",
                given: { service, _ in
                    _ = try await service.services.database.write { transaction in
                        try transaction.execute("DELETE FROM contact_information")
                    }
                }),
            ErrorCase(
                "PutContactInformation",
                Scenario.contact.merging(["ContactInformation.CountryCode": "ch"]) { $1 },
                .validationError,
                "CountryCode must be two capital letters, as ISO 3166 has them."),
            ErrorCase(
                "PutAccountName", ["AccountName": "   "], .validationError,
                "An account name has 1 to 50 characters that print and are neither < nor >, one "
                    + "of them not a space."),
            ErrorCase(
                "PutAccountName", ["AccountName": "a<b"], .validationError,
                "1 validation error detected: Value at 'accountName' failed to satisfy "
                    + "constraint: Member must satisfy regular expression pattern: "
                    + #"[ -;=?-~\u00A0-\uFFFD]+"#),
            ErrorCase(
                "ListRegions", ["NextToken": "%%%"], .validationError, "Invalid NextToken."),
        ] + countriesWithStates
        + ["GetAlternateContact", "DeleteAlternateContact"].map { operation in
            ErrorCase(
                operation, ["AlternateContactType": "OPERATIONS"], Errors.resourceNotFound,
                "The account has no alternate contact of the type OPERATIONS.")
        }

    private static let countriesWithStates = ["US", "CA", "GB", "DE", "JP", "IN", "BR"].map {
        country -> ErrorCase in
        var parameters = Scenario.contact
        parameters["ContactInformation.CountryCode"] = country
        parameters["ContactInformation.StateOrRegion"] = nil
        return ErrorCase(
            "PutContactInformation", parameters, .validationError,
            "StateOrRegion is required for an address in \(country).")
    }

    /// Nobody is told of another account, and its own an account does not name.
    private static let ofOtherAccounts = Scenario.accountManagement.flatMap { scenario in
        ["{account}", "210987654321"].map { account in
            var parameters = scenario.parameters
            let isGovCloud = scenario.operation.contains("GovCloud")
            parameters[isGovCloud ? "StandardAccountId" : "AccountId"] = account
            return ErrorCase(
                scenario.operation, parameters, .accessDenied,
                "User: arn:aws:iam::123456789012:root is not authorized to perform: "
                    + "account:\(scenario.operation)")
        }
    }

    private static let regions =
        ["GetRegionOptStatus", "EnableRegion", "DisableRegion"].map { operation in
            ErrorCase(
                operation, ["RegionName": "cn-north-1"], .validationError,
                "There is no region cn-north-1 in the partition aws.")
        }
        + [
            ("EnableRegion", "us-east-1"), ("DisableRegion", "us-east-1"),
            ("EnableRegion", "af-south-1"), ("DisableRegion", "ap-east-1"),
        ].map { operation, region in
            ErrorCase(
                operation, ["RegionName": region], Errors.validation,
                "Unable to switch region status because of its current opt-in status.")
        }
}
