// Written by ModelGenerator from Models/sts.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension STS {
    /// GetDelegatedAccessToken. <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetDelegatedAccessToken.html>
    package enum GetDelegatedAccessToken: Operation {
        package static let facts = OperationFacts(
            name: "GetDelegatedAccessToken", service: .sts,
            resultWrapper: "GetDelegatedAccessTokenResult",
            errors: [
                Errors.expiredTradeInToken, Errors.regionDisabled, Errors.packedPolicyTooLarge,
            ])

        package struct Input: WireShape {
            package var tradeInToken: Secret

            package init(tradeInToken: Secret) {
                self.tradeInToken = tradeInToken
            }

            package init(from fields: inout QueryFields) {
                tradeInToken = fields.requiredSecret("TradeInToken")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.secret("TradeInToken", tradeInToken)
            }
        }

        package struct Output: WireShape {
            package var credentials: STS.Shape.Credentials?
            package var packedPolicySize: Int?
            package var assumedPrincipal: String?

            package init(
                credentials: STS.Shape.Credentials? = nil, packedPolicySize: Int? = nil,
                assumedPrincipal: String? = nil
            ) {
                self.credentials = credentials
                self.packedPolicySize = packedPolicySize
                self.assumedPrincipal = assumedPrincipal
            }

            package init(from fields: inout QueryFields) {
                credentials = fields.structure("Credentials")
                packedPolicySize = fields.integer(
                    "PackedPolicySize", STS.Limits.nonNegativeIntegerType)
                assumedPrincipal = fields.string("AssumedPrincipal", STS.Limits.arnType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("Credentials", credentials)
                writer.integer("PackedPolicySize", packedPolicySize)
                writer.string("AssumedPrincipal", assumedPrincipal)
            }
        }
    }
}

extension STS {
    /// GetFederationToken. <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html>
    package enum GetFederationToken: Operation {
        package static let facts = OperationFacts(
            name: "GetFederationToken", service: .sts, resultWrapper: "GetFederationTokenResult",
            errors: [
                Errors.malformedPolicyDocument, Errors.packedPolicyTooLarge, Errors.regionDisabled,
            ])

        package struct Input: WireShape {
            package var name: String
            package var policy: String?
            package var policyArns: [STS.Shape.PolicyDescriptorType]?
            package var durationSeconds: Int?
            package var tags: [STS.Shape.Tag]?

            package init(
                name: String, policy: String? = nil,
                policyArns: [STS.Shape.PolicyDescriptorType]? = nil, durationSeconds: Int? = nil,
                tags: [STS.Shape.Tag]? = nil
            ) {
                self.name = name
                self.policy = policy
                self.policyArns = policyArns
                self.durationSeconds = durationSeconds
                self.tags = tags
            }

            package init(from fields: inout QueryFields) {
                name = fields.requiredString("Name", STS.Limits.userNameType)
                policy = fields.string("Policy", STS.Limits.sessionPolicyDocumentType)
                policyArns = fields.structures("PolicyArns")
                durationSeconds = fields.integer("DurationSeconds", STS.Limits.durationSecondsType)
                tags = fields.structures("Tags", count: STS.Limits.tagListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("Name", name)
                writer.string("Policy", policy)
                writer.structures("PolicyArns", policyArns)
                writer.integer("DurationSeconds", durationSeconds)
                writer.structures("Tags", tags)
            }
        }

        package struct Output: WireShape {
            package var credentials: STS.Shape.Credentials?
            package var federatedUser: STS.Shape.FederatedUser?
            package var packedPolicySize: Int?

            package init(
                credentials: STS.Shape.Credentials? = nil,
                federatedUser: STS.Shape.FederatedUser? = nil, packedPolicySize: Int? = nil
            ) {
                self.credentials = credentials
                self.federatedUser = federatedUser
                self.packedPolicySize = packedPolicySize
            }

            package init(from fields: inout QueryFields) {
                credentials = fields.structure("Credentials")
                federatedUser = fields.structure("FederatedUser")
                packedPolicySize = fields.integer(
                    "PackedPolicySize", STS.Limits.nonNegativeIntegerType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("Credentials", credentials)
                writer.structure("FederatedUser", federatedUser)
                writer.integer("PackedPolicySize", packedPolicySize)
            }
        }
    }
}

extension STS {
    /// GetSessionToken. <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html>
    package enum GetSessionToken: Operation {
        package static let facts = OperationFacts(
            name: "GetSessionToken", service: .sts, resultWrapper: "GetSessionTokenResult",
            errors: [Errors.regionDisabled])

        package struct Input: WireShape {
            package var durationSeconds: Int?
            package var serialNumber: String?
            package var tokenCode: String?

            package init(
                durationSeconds: Int? = nil, serialNumber: String? = nil, tokenCode: String? = nil
            ) {
                self.durationSeconds = durationSeconds
                self.serialNumber = serialNumber
                self.tokenCode = tokenCode
            }

            package init(from fields: inout QueryFields) {
                durationSeconds = fields.integer("DurationSeconds", STS.Limits.durationSecondsType)
                serialNumber = fields.string("SerialNumber", STS.Limits.serialNumberType)
                tokenCode = fields.string("TokenCode", STS.Limits.tokenCodeType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.integer("DurationSeconds", durationSeconds)
                writer.string("SerialNumber", serialNumber)
                writer.string("TokenCode", tokenCode)
            }
        }

        package struct Output: WireShape {
            package var credentials: STS.Shape.Credentials?

            package init(credentials: STS.Shape.Credentials? = nil) {
                self.credentials = credentials
            }

            package init(from fields: inout QueryFields) {
                credentials = fields.structure("Credentials")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("Credentials", credentials)
            }
        }
    }
}

extension STS {
    /// GetWebIdentityToken. <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetWebIdentityToken.html>
    package enum GetWebIdentityToken: Operation {
        package static let facts = OperationFacts(
            name: "GetWebIdentityToken", service: .sts, resultWrapper: "GetWebIdentityTokenResult",
            errors: [
                Errors.sessionDurationEscalation, Errors.outboundWebIdentityFederationDisabled,
                Errors.jwtPayloadSizeExceeded,
            ])

        package struct Input: WireShape {
            package var audience: [String]
            package var durationSeconds: Int?
            package var signingAlgorithm: String
            package var tags: [STS.Shape.Tag]?

            package init(
                audience: [String], signingAlgorithm: String, durationSeconds: Int? = nil,
                tags: [STS.Shape.Tag]? = nil
            ) {
                self.audience = audience
                self.durationSeconds = durationSeconds
                self.signingAlgorithm = signingAlgorithm
                self.tags = tags
            }

            package init(from fields: inout QueryFields) {
                audience = fields.requiredStrings(
                    "Audience", each: STS.Limits.webIdentityTokenAudienceStringType,
                    count: STS.Limits.webIdentityTokenAudienceListType)
                durationSeconds = fields.integer(
                    "DurationSeconds", STS.Limits.webIdentityTokenDurationSecondsType)
                signingAlgorithm = fields.requiredString(
                    "SigningAlgorithm", STS.Limits.jwtAlgorithmType)
                tags = fields.structures("Tags", count: STS.Limits.tagListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.strings("Audience", audience)
                writer.integer("DurationSeconds", durationSeconds)
                writer.string("SigningAlgorithm", signingAlgorithm)
                writer.structures("Tags", tags)
            }
        }

        package struct Output: WireShape {
            package var webIdentityToken: Secret?
            package var expiration: Timestamp?

            package init(webIdentityToken: Secret? = nil, expiration: Timestamp? = nil) {
                self.webIdentityToken = webIdentityToken
                self.expiration = expiration
            }

            package init(from fields: inout QueryFields) {
                webIdentityToken = fields.secret("WebIdentityToken")
                expiration = fields.timestamp("Expiration")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.secret("WebIdentityToken", webIdentityToken)
                writer.timestamp("Expiration", expiration)
            }
        }
    }
}

extension STS.Shape {
    /// FederatedUser. <https://docs.aws.amazon.com/STS/latest/APIReference/API_FederatedUser.html>
    package struct FederatedUser: WireShape {
        package var federatedUserId: String
        package var arn: String

        package init(federatedUserId: String, arn: String) {
            self.federatedUserId = federatedUserId
            self.arn = arn
        }

        package init(from fields: inout QueryFields) {
            federatedUserId = fields.requiredString("FederatedUserId", STS.Limits.federatedIdType)
            arn = fields.requiredString("Arn", STS.Limits.arnType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("FederatedUserId", federatedUserId)
            writer.string("Arn", arn)
        }
    }
}
