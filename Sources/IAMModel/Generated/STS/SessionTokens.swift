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

            package init(from fields: inout FieldReader) {
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

            package init(from fields: inout FieldReader) {
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
            package var minimumSessionTokenSize: Int?

            package init(
                name: String, policy: String? = nil,
                policyArns: [STS.Shape.PolicyDescriptorType]? = nil, durationSeconds: Int? = nil,
                tags: [STS.Shape.Tag]? = nil, minimumSessionTokenSize: Int? = nil
            ) {
                self.name = name
                self.policy = policy
                self.policyArns = policyArns
                self.durationSeconds = durationSeconds
                self.tags = tags
                self.minimumSessionTokenSize = minimumSessionTokenSize
            }

            package init(from fields: inout FieldReader) {
                name = fields.requiredString("Name", STS.Limits.userNameType)
                policy = fields.string("Policy", STS.Limits.sessionPolicyDocumentType)
                policyArns = fields.structures("PolicyArns")
                durationSeconds = fields.integer("DurationSeconds", STS.Limits.durationSecondsType)
                tags = fields.structures("Tags", count: STS.Limits.tagListType)
                minimumSessionTokenSize = fields.integer(
                    "MinimumSessionTokenSize", STS.Limits.minimumSessionTokenSizeType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("Name", name)
                writer.string("Policy", policy)
                writer.structures("PolicyArns", policyArns)
                writer.integer("DurationSeconds", durationSeconds)
                writer.structures("Tags", tags)
                writer.integer("MinimumSessionTokenSize", minimumSessionTokenSize)
            }
        }

        package struct Output: WireShape {
            package var credentials: STS.Shape.Credentials?
            package var federatedUser: STS.Shape.FederatedUser?
            package var packedPolicySize: Int?
            package var sessionTokenUtilization: Int?
            package var sessionTokenSize: Int?

            package init(
                credentials: STS.Shape.Credentials? = nil,
                federatedUser: STS.Shape.FederatedUser? = nil, packedPolicySize: Int? = nil,
                sessionTokenUtilization: Int? = nil, sessionTokenSize: Int? = nil
            ) {
                self.credentials = credentials
                self.federatedUser = federatedUser
                self.packedPolicySize = packedPolicySize
                self.sessionTokenUtilization = sessionTokenUtilization
                self.sessionTokenSize = sessionTokenSize
            }

            package init(from fields: inout FieldReader) {
                credentials = fields.structure("Credentials")
                federatedUser = fields.structure("FederatedUser")
                packedPolicySize = fields.integer(
                    "PackedPolicySize", STS.Limits.nonNegativeIntegerType)
                sessionTokenUtilization = fields.integer(
                    "SessionTokenUtilization", STS.Limits.sessionTokenUtilizationType)
                sessionTokenSize = fields.integer(
                    "SessionTokenSize", STS.Limits.sessionTokenSizeType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("Credentials", credentials)
                writer.structure("FederatedUser", federatedUser)
                writer.integer("PackedPolicySize", packedPolicySize)
                writer.integer("SessionTokenUtilization", sessionTokenUtilization)
                writer.integer("SessionTokenSize", sessionTokenSize)
            }
        }
    }
}

extension STS {
    /// GetScopedCredentials. <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetScopedCredentials.html>
    package enum GetScopedCredentials: Operation {
        package static let facts = OperationFacts(
            name: "GetScopedCredentials", service: .sts,
            resultWrapper: "GetScopedCredentialsResult",
            errors: [
                Errors.malformedPolicyDocument, Errors.packedPolicyTooLarge,
                Errors.insufficientSessionLifetime, Errors.invalidSubjectCredentials,
            ])

        package struct Input: WireShape {
            package var policy: String?
            package var durationSeconds: Int?
            package var minimumSessionTokenSize: Int?
            package var scopedSessionDescription: String?

            package init(
                policy: String? = nil, durationSeconds: Int? = nil,
                minimumSessionTokenSize: Int? = nil, scopedSessionDescription: String? = nil
            ) {
                self.policy = policy
                self.durationSeconds = durationSeconds
                self.minimumSessionTokenSize = minimumSessionTokenSize
                self.scopedSessionDescription = scopedSessionDescription
            }

            package init(from fields: inout FieldReader) {
                policy = fields.string("Policy", STS.Limits.sessionPolicyDocumentType)
                durationSeconds = fields.integer(
                    "DurationSeconds", STS.Limits.scopedCredentialDurationSecondsType)
                minimumSessionTokenSize = fields.integer(
                    "MinimumSessionTokenSize", STS.Limits.minimumSessionTokenSizeType)
                scopedSessionDescription = fields.string(
                    "ScopedSessionDescription", STS.Limits.scopedSessionDescriptionType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("Policy", policy)
                writer.integer("DurationSeconds", durationSeconds)
                writer.integer("MinimumSessionTokenSize", minimumSessionTokenSize)
                writer.string("ScopedSessionDescription", scopedSessionDescription)
            }
        }

        package struct Output: WireShape {
            package var credentials: STS.Shape.Credentials?
            package var sessionInfo: STS.Shape.ScopedSession?
            package var sessionTokenUtilization: Int?
            package var sessionTokenSize: Int?
            package var scopedPoliciesCount: Int?
            package var sourceIdentity: String?

            package init(
                credentials: STS.Shape.Credentials? = nil,
                sessionInfo: STS.Shape.ScopedSession? = nil, sessionTokenUtilization: Int? = nil,
                sessionTokenSize: Int? = nil, scopedPoliciesCount: Int? = nil,
                sourceIdentity: String? = nil
            ) {
                self.credentials = credentials
                self.sessionInfo = sessionInfo
                self.sessionTokenUtilization = sessionTokenUtilization
                self.sessionTokenSize = sessionTokenSize
                self.scopedPoliciesCount = scopedPoliciesCount
                self.sourceIdentity = sourceIdentity
            }

            package init(from fields: inout FieldReader) {
                credentials = fields.structure("Credentials")
                sessionInfo = fields.structure("SessionInfo")
                sessionTokenUtilization = fields.integer(
                    "SessionTokenUtilization", STS.Limits.sessionTokenUtilizationType)
                sessionTokenSize = fields.integer(
                    "SessionTokenSize", STS.Limits.sessionTokenSizeType)
                scopedPoliciesCount = fields.integer(
                    "ScopedPoliciesCount", STS.Limits.scopedPoliciesCountType)
                sourceIdentity = fields.string("SourceIdentity", STS.Limits.sourceIdentityType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("Credentials", credentials)
                writer.structure("SessionInfo", sessionInfo)
                writer.integer("SessionTokenUtilization", sessionTokenUtilization)
                writer.integer("SessionTokenSize", sessionTokenSize)
                writer.integer("ScopedPoliciesCount", scopedPoliciesCount)
                writer.string("SourceIdentity", sourceIdentity)
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
            package var minimumSessionTokenSize: Int?

            package init(
                durationSeconds: Int? = nil, serialNumber: String? = nil, tokenCode: String? = nil,
                minimumSessionTokenSize: Int? = nil
            ) {
                self.durationSeconds = durationSeconds
                self.serialNumber = serialNumber
                self.tokenCode = tokenCode
                self.minimumSessionTokenSize = minimumSessionTokenSize
            }

            package init(from fields: inout FieldReader) {
                durationSeconds = fields.integer("DurationSeconds", STS.Limits.durationSecondsType)
                serialNumber = fields.string("SerialNumber", STS.Limits.serialNumberType)
                tokenCode = fields.string("TokenCode", STS.Limits.tokenCodeType)
                minimumSessionTokenSize = fields.integer(
                    "MinimumSessionTokenSize", STS.Limits.minimumSessionTokenSizeType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.integer("DurationSeconds", durationSeconds)
                writer.string("SerialNumber", serialNumber)
                writer.string("TokenCode", tokenCode)
                writer.integer("MinimumSessionTokenSize", minimumSessionTokenSize)
            }
        }

        package struct Output: WireShape {
            package var credentials: STS.Shape.Credentials?
            package var sessionTokenUtilization: Int?
            package var sessionTokenSize: Int?

            package init(
                credentials: STS.Shape.Credentials? = nil, sessionTokenUtilization: Int? = nil,
                sessionTokenSize: Int? = nil
            ) {
                self.credentials = credentials
                self.sessionTokenUtilization = sessionTokenUtilization
                self.sessionTokenSize = sessionTokenSize
            }

            package init(from fields: inout FieldReader) {
                credentials = fields.structure("Credentials")
                sessionTokenUtilization = fields.integer(
                    "SessionTokenUtilization", STS.Limits.sessionTokenUtilizationType)
                sessionTokenSize = fields.integer(
                    "SessionTokenSize", STS.Limits.sessionTokenSizeType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("Credentials", credentials)
                writer.integer("SessionTokenUtilization", sessionTokenUtilization)
                writer.integer("SessionTokenSize", sessionTokenSize)
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
            package var scope: String?
            package var subjectMode: STS.Shape.WebIdentityTokenSubjectModeType?
            package var tags: [STS.Shape.Tag]?

            package init(
                audience: [String], signingAlgorithm: String, durationSeconds: Int? = nil,
                scope: String? = nil, subjectMode: STS.Shape.WebIdentityTokenSubjectModeType? = nil,
                tags: [STS.Shape.Tag]? = nil
            ) {
                self.audience = audience
                self.durationSeconds = durationSeconds
                self.signingAlgorithm = signingAlgorithm
                self.scope = scope
                self.subjectMode = subjectMode
                self.tags = tags
            }

            package init(from fields: inout FieldReader) {
                audience = fields.requiredStrings(
                    "Audience", each: STS.Limits.webIdentityTokenAudienceStringType,
                    count: STS.Limits.webIdentityTokenAudienceListType)
                durationSeconds = fields.integer(
                    "DurationSeconds", STS.Limits.webIdentityTokenDurationSecondsType)
                signingAlgorithm = fields.requiredString(
                    "SigningAlgorithm", STS.Limits.jwtAlgorithmType)
                scope = fields.string("Scope", STS.Limits.webIdentityTokenScopeType)
                subjectMode = fields.enumeration("SubjectMode")
                tags = fields.structures("Tags", count: STS.Limits.tagListType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.strings("Audience", audience)
                writer.integer("DurationSeconds", durationSeconds)
                writer.string("SigningAlgorithm", signingAlgorithm)
                writer.string("Scope", scope)
                writer.enumeration("SubjectMode", subjectMode)
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

            package init(from fields: inout FieldReader) {
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

        package init(from fields: inout FieldReader) {
            federatedUserId = fields.requiredString("FederatedUserId", STS.Limits.federatedIdType)
            arn = fields.requiredString("Arn", STS.Limits.arnType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("FederatedUserId", federatedUserId)
            writer.string("Arn", arn)
        }
    }
}

extension STS.Shape {
    /// ScopedSession. <https://docs.aws.amazon.com/STS/latest/APIReference/API_ScopedSession.html>
    package struct ScopedSession: WireShape {
        package var scopedSessionId: String
        package var arn: String

        package init(scopedSessionId: String, arn: String) {
            self.scopedSessionId = scopedSessionId
            self.arn = arn
        }

        package init(from fields: inout FieldReader) {
            scopedSessionId = fields.requiredString(
                "ScopedSessionId", STS.Limits.scopedSessionIdType)
            arn = fields.requiredString("Arn", STS.Limits.arnType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("ScopedSessionId", scopedSessionId)
            writer.string("Arn", arn)
        }
    }
}

extension STS.Shape {
    /// webIdentityTokenSubjectModeType.
    package enum WebIdentityTokenSubjectModeType: String, WireEnum {
        case awsIdentity = "AWSIdentity"
        case originIdentity = "OriginIdentity"
    }
}
