// Written by ModelGenerator from Models/account.json. Do not edit: `make generate`.

package import AWSWire

extension AccountManagement {
    /// DisableRegion. <https://docs.aws.amazon.com/accounts/latest/APIReference/API_DisableRegion.html>
    package enum DisableRegion: Operation {
        package static let facts = OperationFacts(
            name: "DisableRegion", service: .accountManagement, path: "/disableRegion",
            errors: [
                Errors.accessDenied, Errors.validation, Errors.conflict, Errors.tooManyRequests,
                Errors.internalServer,
            ])

        package struct Input: WireShape, MayNameAccount {
            package var accountId: String?
            package var regionName: String

            package init(regionName: String, accountId: String? = nil) {
                self.accountId = accountId
                self.regionName = regionName
            }

            package init(from fields: inout FieldReader) {
                accountId = fields.string("AccountId", AccountManagement.Limits.accountId)
                regionName = fields.requiredString(
                    "RegionName", AccountManagement.Limits.regionName)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("AccountId", accountId)
                writer.string("RegionName", regionName)
            }
        }

        package struct Output: WireShape {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }
    }
}

extension AccountManagement {
    /// EnableRegion. <https://docs.aws.amazon.com/accounts/latest/APIReference/API_EnableRegion.html>
    package enum EnableRegion: Operation {
        package static let facts = OperationFacts(
            name: "EnableRegion", service: .accountManagement, path: "/enableRegion",
            errors: [
                Errors.accessDenied, Errors.validation, Errors.conflict, Errors.tooManyRequests,
                Errors.internalServer,
            ])

        package struct Input: WireShape, MayNameAccount {
            package var accountId: String?
            package var regionName: String

            package init(regionName: String, accountId: String? = nil) {
                self.accountId = accountId
                self.regionName = regionName
            }

            package init(from fields: inout FieldReader) {
                accountId = fields.string("AccountId", AccountManagement.Limits.accountId)
                regionName = fields.requiredString(
                    "RegionName", AccountManagement.Limits.regionName)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("AccountId", accountId)
                writer.string("RegionName", regionName)
            }
        }

        package struct Output: WireShape {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }
    }
}

extension AccountManagement {
    /// GetRegionOptStatus. <https://docs.aws.amazon.com/accounts/latest/APIReference/API_GetRegionOptStatus.html>
    package enum GetRegionOptStatus: Operation {
        package static let facts = OperationFacts(
            name: "GetRegionOptStatus", service: .accountManagement, path: "/getRegionOptStatus",
            errors: [
                Errors.accessDenied, Errors.validation, Errors.tooManyRequests,
                Errors.internalServer,
            ])

        package struct Input: WireShape, MayNameAccount {
            package var accountId: String?
            package var regionName: String

            package init(regionName: String, accountId: String? = nil) {
                self.accountId = accountId
                self.regionName = regionName
            }

            package init(from fields: inout FieldReader) {
                accountId = fields.string("AccountId", AccountManagement.Limits.accountId)
                regionName = fields.requiredString(
                    "RegionName", AccountManagement.Limits.regionName)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("AccountId", accountId)
                writer.string("RegionName", regionName)
            }
        }

        package struct Output: WireShape {
            package var regionName: String?
            package var regionOptStatus: AccountManagement.Shape.RegionOptStatus?

            package init(
                regionName: String? = nil,
                regionOptStatus: AccountManagement.Shape.RegionOptStatus? = nil
            ) {
                self.regionName = regionName
                self.regionOptStatus = regionOptStatus
            }

            package init(from fields: inout FieldReader) {
                regionName = fields.string("RegionName", AccountManagement.Limits.regionName)
                regionOptStatus = fields.enumeration("RegionOptStatus")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("RegionName", regionName)
                writer.enumeration("RegionOptStatus", regionOptStatus)
            }
        }
    }
}

extension AccountManagement {
    /// ListRegions. <https://docs.aws.amazon.com/accounts/latest/APIReference/API_ListRegions.html>
    package enum ListRegions: Operation {
        package static let facts = OperationFacts(
            name: "ListRegions", service: .accountManagement, path: "/listRegions",
            errors: [
                Errors.accessDenied, Errors.validation, Errors.tooManyRequests,
                Errors.internalServer,
            ],
            pagination: Pagination(
                inputToken: "NextToken", outputToken: "NextToken", limitKey: "MaxResults",
                resultKeys: ["Regions"]))

        package struct Input: WireShape, MayNameAccount {
            package var accountId: String?
            package var maxResults: Int?
            package var nextToken: String?
            package var regionOptStatusContains: [AccountManagement.Shape.RegionOptStatus]?

            package init(
                accountId: String? = nil, maxResults: Int? = nil, nextToken: String? = nil,
                regionOptStatusContains: [AccountManagement.Shape.RegionOptStatus]? = nil
            ) {
                self.accountId = accountId
                self.maxResults = maxResults
                self.nextToken = nextToken
                self.regionOptStatusContains = regionOptStatusContains
            }

            package init(from fields: inout FieldReader) {
                accountId = fields.string("AccountId", AccountManagement.Limits.accountId)
                maxResults = fields.integer(
                    "MaxResults", AccountManagement.Limits.listRegionsRequestMaxResultsInteger)
                nextToken = fields.string(
                    "NextToken", AccountManagement.Limits.listRegionsRequestNextTokenString)
                regionOptStatusContains = fields.enumerations("RegionOptStatusContains")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("AccountId", accountId)
                writer.integer("MaxResults", maxResults)
                writer.string("NextToken", nextToken)
                writer.enumerations("RegionOptStatusContains", regionOptStatusContains)
            }
        }

        package struct Output: WireShape {
            package var nextToken: String?
            package var regions: [AccountManagement.Shape.Region]?

            package init(nextToken: String? = nil, regions: [AccountManagement.Shape.Region]? = nil)
            {
                self.nextToken = nextToken
                self.regions = regions
            }

            package init(from fields: inout FieldReader) {
                nextToken = fields.string("NextToken")
                regions = fields.structures("Regions")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("NextToken", nextToken)
                writer.structures("Regions", regions)
            }
        }
    }
}

extension AccountManagement.Shape {
    /// Region. <https://docs.aws.amazon.com/accounts/latest/APIReference/API_Region.html>
    package struct Region: WireShape {
        package var regionName: String?
        package var regionOptStatus: AccountManagement.Shape.RegionOptStatus?

        package init(
            regionName: String? = nil,
            regionOptStatus: AccountManagement.Shape.RegionOptStatus? = nil
        ) {
            self.regionName = regionName
            self.regionOptStatus = regionOptStatus
        }

        package init(from fields: inout FieldReader) {
            regionName = fields.string("RegionName", AccountManagement.Limits.regionName)
            regionOptStatus = fields.enumeration("RegionOptStatus")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("RegionName", regionName)
            writer.enumeration("RegionOptStatus", regionOptStatus)
        }
    }
}

extension AccountManagement.Shape {
    /// RegionOptStatus.
    package enum RegionOptStatus: String, WireEnum {
        case enabled = "ENABLED"
        case enabling = "ENABLING"
        case disabling = "DISABLING"
        case disabled = "DISABLED"
        case enabledByDefault = "ENABLED_BY_DEFAULT"
    }
}
