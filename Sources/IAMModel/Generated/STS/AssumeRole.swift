// Written by ModelGenerator from Models/sts.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension STS {
    /// AssumeRole. <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html>
    package enum AssumeRole: Operation {
        package static let facts = OperationFacts(
            name: "AssumeRole", service: .sts, resultWrapper: "AssumeRoleResult",
            errors: [
                Errors.malformedPolicyDocument, Errors.packedPolicyTooLarge, Errors.regionDisabled,
                Errors.expiredToken, Errors.invalidContextAssertion,
            ])

        package struct Input: WireShape {
            package var roleArn: String
            package var roleSessionName: String
            package var policyArns: [STS.Shape.PolicyDescriptorType]?
            package var policy: String?
            package var durationSeconds: Int?
            package var tags: [STS.Shape.Tag]?
            package var transitiveTagKeys: [String]?
            package var externalId: String?
            package var serialNumber: String?
            package var tokenCode: String?
            package var sourceIdentity: String?
            package var providedContexts: [STS.Shape.ProvidedContext]?
            package var minimumSessionTokenSize: Int?

            package init(
                roleArn: String, roleSessionName: String,
                policyArns: [STS.Shape.PolicyDescriptorType]? = nil, policy: String? = nil,
                durationSeconds: Int? = nil, tags: [STS.Shape.Tag]? = nil,
                transitiveTagKeys: [String]? = nil, externalId: String? = nil,
                serialNumber: String? = nil, tokenCode: String? = nil,
                sourceIdentity: String? = nil, providedContexts: [STS.Shape.ProvidedContext]? = nil,
                minimumSessionTokenSize: Int? = nil
            ) {
                self.roleArn = roleArn
                self.roleSessionName = roleSessionName
                self.policyArns = policyArns
                self.policy = policy
                self.durationSeconds = durationSeconds
                self.tags = tags
                self.transitiveTagKeys = transitiveTagKeys
                self.externalId = externalId
                self.serialNumber = serialNumber
                self.tokenCode = tokenCode
                self.sourceIdentity = sourceIdentity
                self.providedContexts = providedContexts
                self.minimumSessionTokenSize = minimumSessionTokenSize
            }

            package init(from fields: inout FieldReader) {
                roleArn = fields.requiredString("RoleArn", STS.Limits.arnType)
                roleSessionName = fields.requiredString(
                    "RoleSessionName", STS.Limits.roleSessionNameType)
                policyArns = fields.structures("PolicyArns")
                policy = fields.string("Policy", STS.Limits.unrestrictedSessionPolicyDocumentType)
                durationSeconds = fields.integer(
                    "DurationSeconds", STS.Limits.roleDurationSecondsType)
                tags = fields.structures("Tags", count: STS.Limits.tagListType)
                transitiveTagKeys = fields.strings(
                    "TransitiveTagKeys", each: STS.Limits.tagKeyType,
                    count: STS.Limits.tagKeyListType)
                externalId = fields.string("ExternalId", STS.Limits.externalIdType)
                serialNumber = fields.string("SerialNumber", STS.Limits.serialNumberType)
                tokenCode = fields.string("TokenCode", STS.Limits.tokenCodeType)
                sourceIdentity = fields.string("SourceIdentity", STS.Limits.sourceIdentityType)
                providedContexts = fields.structures(
                    "ProvidedContexts", count: STS.Limits.providedContextsListType)
                minimumSessionTokenSize = fields.integer(
                    "MinimumSessionTokenSize", STS.Limits.minimumSessionTokenSizeType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("RoleArn", roleArn)
                writer.string("RoleSessionName", roleSessionName)
                writer.structures("PolicyArns", policyArns)
                writer.string("Policy", policy)
                writer.integer("DurationSeconds", durationSeconds)
                writer.structures("Tags", tags)
                writer.strings("TransitiveTagKeys", transitiveTagKeys)
                writer.string("ExternalId", externalId)
                writer.string("SerialNumber", serialNumber)
                writer.string("TokenCode", tokenCode)
                writer.string("SourceIdentity", sourceIdentity)
                writer.structures("ProvidedContexts", providedContexts)
                writer.integer("MinimumSessionTokenSize", minimumSessionTokenSize)
            }
        }

        package struct Output: WireShape {
            package var credentials: STS.Shape.Credentials?
            package var assumedRoleUser: STS.Shape.AssumedRoleUser?
            package var packedPolicySize: Int?
            package var sourceIdentity: String?
            package var sessionTokenUtilization: Int?
            package var sessionTokenSize: Int?

            package init(
                credentials: STS.Shape.Credentials? = nil,
                assumedRoleUser: STS.Shape.AssumedRoleUser? = nil, packedPolicySize: Int? = nil,
                sourceIdentity: String? = nil, sessionTokenUtilization: Int? = nil,
                sessionTokenSize: Int? = nil
            ) {
                self.credentials = credentials
                self.assumedRoleUser = assumedRoleUser
                self.packedPolicySize = packedPolicySize
                self.sourceIdentity = sourceIdentity
                self.sessionTokenUtilization = sessionTokenUtilization
                self.sessionTokenSize = sessionTokenSize
            }

            package init(from fields: inout FieldReader) {
                credentials = fields.structure("Credentials")
                assumedRoleUser = fields.structure("AssumedRoleUser")
                packedPolicySize = fields.integer(
                    "PackedPolicySize", STS.Limits.nonNegativeIntegerType)
                sourceIdentity = fields.string("SourceIdentity", STS.Limits.sourceIdentityType)
                sessionTokenUtilization = fields.integer(
                    "SessionTokenUtilization", STS.Limits.sessionTokenUtilizationType)
                sessionTokenSize = fields.integer(
                    "SessionTokenSize", STS.Limits.sessionTokenSizeType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("Credentials", credentials)
                writer.structure("AssumedRoleUser", assumedRoleUser)
                writer.integer("PackedPolicySize", packedPolicySize)
                writer.string("SourceIdentity", sourceIdentity)
                writer.integer("SessionTokenUtilization", sessionTokenUtilization)
                writer.integer("SessionTokenSize", sessionTokenSize)
            }
        }
    }
}

extension STS {
    /// AssumeRoleWithSAML. <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithSAML.html>
    package enum AssumeRoleWithSAML: Operation {
        package static let facts = OperationFacts(
            name: "AssumeRoleWithSAML", service: .sts, resultWrapper: "AssumeRoleWithSAMLResult",
            isSigned: false,
            errors: [
                Errors.malformedPolicyDocument, Errors.packedPolicyTooLarge,
                Errors.idpRejectedClaim, Errors.invalidIdentityToken, Errors.expiredToken,
                Errors.regionDisabled,
            ])

        package struct Input: WireShape {
            package var roleArn: String
            package var principalArn: String
            package var samlAssertion: Secret
            package var policyArns: [STS.Shape.PolicyDescriptorType]?
            package var policy: String?
            package var durationSeconds: Int?
            package var minimumSessionTokenSize: Int?

            package init(
                roleArn: String, principalArn: String, samlAssertion: Secret,
                policyArns: [STS.Shape.PolicyDescriptorType]? = nil, policy: String? = nil,
                durationSeconds: Int? = nil, minimumSessionTokenSize: Int? = nil
            ) {
                self.roleArn = roleArn
                self.principalArn = principalArn
                self.samlAssertion = samlAssertion
                self.policyArns = policyArns
                self.policy = policy
                self.durationSeconds = durationSeconds
                self.minimumSessionTokenSize = minimumSessionTokenSize
            }

            package init(from fields: inout FieldReader) {
                roleArn = fields.requiredString("RoleArn", STS.Limits.arnType)
                principalArn = fields.requiredString("PrincipalArn", STS.Limits.arnType)
                samlAssertion = fields.requiredSecret("SAMLAssertion", STS.Limits.samlAssertionType)
                policyArns = fields.structures("PolicyArns")
                policy = fields.string("Policy", STS.Limits.sessionPolicyDocumentType)
                durationSeconds = fields.integer(
                    "DurationSeconds", STS.Limits.roleDurationSecondsType)
                minimumSessionTokenSize = fields.integer(
                    "MinimumSessionTokenSize", STS.Limits.minimumSessionTokenSizeType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("RoleArn", roleArn)
                writer.string("PrincipalArn", principalArn)
                writer.secret("SAMLAssertion", samlAssertion)
                writer.structures("PolicyArns", policyArns)
                writer.string("Policy", policy)
                writer.integer("DurationSeconds", durationSeconds)
                writer.integer("MinimumSessionTokenSize", minimumSessionTokenSize)
            }
        }

        package struct Output: WireShape {
            package var credentials: STS.Shape.Credentials?
            package var assumedRoleUser: STS.Shape.AssumedRoleUser?
            package var packedPolicySize: Int?
            package var subject: String?
            package var subjectType: String?
            package var issuer: String?
            package var audience: String?
            package var nameQualifier: String?
            package var sourceIdentity: String?
            package var sessionTokenUtilization: Int?
            package var sessionTokenSize: Int?
            package var trustedIdentityPropagationContext:
                STS.Shape.TrustedIdentityPropagationContext?

            package init(
                credentials: STS.Shape.Credentials? = nil,
                assumedRoleUser: STS.Shape.AssumedRoleUser? = nil, packedPolicySize: Int? = nil,
                subject: String? = nil, subjectType: String? = nil, issuer: String? = nil,
                audience: String? = nil, nameQualifier: String? = nil,
                sourceIdentity: String? = nil, sessionTokenUtilization: Int? = nil,
                sessionTokenSize: Int? = nil,
                trustedIdentityPropagationContext: STS.Shape.TrustedIdentityPropagationContext? =
                    nil
            ) {
                self.credentials = credentials
                self.assumedRoleUser = assumedRoleUser
                self.packedPolicySize = packedPolicySize
                self.subject = subject
                self.subjectType = subjectType
                self.issuer = issuer
                self.audience = audience
                self.nameQualifier = nameQualifier
                self.sourceIdentity = sourceIdentity
                self.sessionTokenUtilization = sessionTokenUtilization
                self.sessionTokenSize = sessionTokenSize
                self.trustedIdentityPropagationContext = trustedIdentityPropagationContext
            }

            package init(from fields: inout FieldReader) {
                credentials = fields.structure("Credentials")
                assumedRoleUser = fields.structure("AssumedRoleUser")
                packedPolicySize = fields.integer(
                    "PackedPolicySize", STS.Limits.nonNegativeIntegerType)
                subject = fields.string("Subject")
                subjectType = fields.string("SubjectType")
                issuer = fields.string("Issuer")
                audience = fields.string("Audience")
                nameQualifier = fields.string("NameQualifier")
                sourceIdentity = fields.string("SourceIdentity", STS.Limits.sourceIdentityType)
                sessionTokenUtilization = fields.integer(
                    "SessionTokenUtilization", STS.Limits.sessionTokenUtilizationType)
                sessionTokenSize = fields.integer(
                    "SessionTokenSize", STS.Limits.sessionTokenSizeType)
                trustedIdentityPropagationContext = fields.sensitiveStructure(
                    "TrustedIdentityPropagationContext")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("Credentials", credentials)
                writer.structure("AssumedRoleUser", assumedRoleUser)
                writer.integer("PackedPolicySize", packedPolicySize)
                writer.string("Subject", subject)
                writer.string("SubjectType", subjectType)
                writer.string("Issuer", issuer)
                writer.string("Audience", audience)
                writer.string("NameQualifier", nameQualifier)
                writer.string("SourceIdentity", sourceIdentity)
                writer.integer("SessionTokenUtilization", sessionTokenUtilization)
                writer.integer("SessionTokenSize", sessionTokenSize)
                writer.sensitiveStructure(
                    "TrustedIdentityPropagationContext", trustedIdentityPropagationContext)
            }
        }
    }
}

extension STS {
    /// AssumeRoleWithWebIdentity. <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html>
    package enum AssumeRoleWithWebIdentity: Operation {
        package static let facts = OperationFacts(
            name: "AssumeRoleWithWebIdentity", service: .sts,
            resultWrapper: "AssumeRoleWithWebIdentityResult", isSigned: false,
            errors: [
                Errors.malformedPolicyDocument, Errors.packedPolicyTooLarge,
                Errors.idpRejectedClaim, Errors.idpCommunicationError, Errors.invalidIdentityToken,
                Errors.expiredToken, Errors.regionDisabled,
            ])

        package struct Input: WireShape {
            package var roleArn: String
            package var roleSessionName: String
            package var webIdentityToken: Secret
            package var providerId: String?
            package var policyArns: [STS.Shape.PolicyDescriptorType]?
            package var policy: String?
            package var durationSeconds: Int?
            package var minimumSessionTokenSize: Int?

            package init(
                roleArn: String, roleSessionName: String, webIdentityToken: Secret,
                providerId: String? = nil, policyArns: [STS.Shape.PolicyDescriptorType]? = nil,
                policy: String? = nil, durationSeconds: Int? = nil,
                minimumSessionTokenSize: Int? = nil
            ) {
                self.roleArn = roleArn
                self.roleSessionName = roleSessionName
                self.webIdentityToken = webIdentityToken
                self.providerId = providerId
                self.policyArns = policyArns
                self.policy = policy
                self.durationSeconds = durationSeconds
                self.minimumSessionTokenSize = minimumSessionTokenSize
            }

            package init(from fields: inout FieldReader) {
                roleArn = fields.requiredString("RoleArn", STS.Limits.arnType)
                roleSessionName = fields.requiredString(
                    "RoleSessionName", STS.Limits.roleSessionNameType)
                webIdentityToken = fields.requiredSecret(
                    "WebIdentityToken", STS.Limits.clientTokenType)
                providerId = fields.string("ProviderId", STS.Limits.urlType)
                policyArns = fields.structures("PolicyArns")
                policy = fields.string("Policy", STS.Limits.sessionPolicyDocumentType)
                durationSeconds = fields.integer(
                    "DurationSeconds", STS.Limits.roleDurationSecondsType)
                minimumSessionTokenSize = fields.integer(
                    "MinimumSessionTokenSize", STS.Limits.minimumSessionTokenSizeType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("RoleArn", roleArn)
                writer.string("RoleSessionName", roleSessionName)
                writer.secret("WebIdentityToken", webIdentityToken)
                writer.string("ProviderId", providerId)
                writer.structures("PolicyArns", policyArns)
                writer.string("Policy", policy)
                writer.integer("DurationSeconds", durationSeconds)
                writer.integer("MinimumSessionTokenSize", minimumSessionTokenSize)
            }
        }

        package struct Output: WireShape {
            package var credentials: STS.Shape.Credentials?
            package var subjectFromWebIdentityToken: String?
            package var assumedRoleUser: STS.Shape.AssumedRoleUser?
            package var packedPolicySize: Int?
            package var provider: String?
            package var audience: String?
            package var sourceIdentity: String?
            package var sessionTokenUtilization: Int?
            package var sessionTokenSize: Int?
            package var trustedIdentityPropagationContext:
                STS.Shape.TrustedIdentityPropagationContext?

            package init(
                credentials: STS.Shape.Credentials? = nil,
                subjectFromWebIdentityToken: String? = nil,
                assumedRoleUser: STS.Shape.AssumedRoleUser? = nil, packedPolicySize: Int? = nil,
                provider: String? = nil, audience: String? = nil, sourceIdentity: String? = nil,
                sessionTokenUtilization: Int? = nil, sessionTokenSize: Int? = nil,
                trustedIdentityPropagationContext: STS.Shape.TrustedIdentityPropagationContext? =
                    nil
            ) {
                self.credentials = credentials
                self.subjectFromWebIdentityToken = subjectFromWebIdentityToken
                self.assumedRoleUser = assumedRoleUser
                self.packedPolicySize = packedPolicySize
                self.provider = provider
                self.audience = audience
                self.sourceIdentity = sourceIdentity
                self.sessionTokenUtilization = sessionTokenUtilization
                self.sessionTokenSize = sessionTokenSize
                self.trustedIdentityPropagationContext = trustedIdentityPropagationContext
            }

            package init(from fields: inout FieldReader) {
                credentials = fields.structure("Credentials")
                subjectFromWebIdentityToken = fields.string(
                    "SubjectFromWebIdentityToken", STS.Limits.webIdentitySubjectType)
                assumedRoleUser = fields.structure("AssumedRoleUser")
                packedPolicySize = fields.integer(
                    "PackedPolicySize", STS.Limits.nonNegativeIntegerType)
                provider = fields.string("Provider")
                audience = fields.string("Audience")
                sourceIdentity = fields.string("SourceIdentity", STS.Limits.sourceIdentityType)
                sessionTokenUtilization = fields.integer(
                    "SessionTokenUtilization", STS.Limits.sessionTokenUtilizationType)
                sessionTokenSize = fields.integer(
                    "SessionTokenSize", STS.Limits.sessionTokenSizeType)
                trustedIdentityPropagationContext = fields.sensitiveStructure(
                    "TrustedIdentityPropagationContext")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("Credentials", credentials)
                writer.string("SubjectFromWebIdentityToken", subjectFromWebIdentityToken)
                writer.structure("AssumedRoleUser", assumedRoleUser)
                writer.integer("PackedPolicySize", packedPolicySize)
                writer.string("Provider", provider)
                writer.string("Audience", audience)
                writer.string("SourceIdentity", sourceIdentity)
                writer.integer("SessionTokenUtilization", sessionTokenUtilization)
                writer.integer("SessionTokenSize", sessionTokenSize)
                writer.sensitiveStructure(
                    "TrustedIdentityPropagationContext", trustedIdentityPropagationContext)
            }
        }
    }
}

extension STS {
    /// AssumeRoot. <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoot.html>
    package enum AssumeRoot: Operation {
        package static let facts = OperationFacts(
            name: "AssumeRoot", service: .sts, resultWrapper: "AssumeRootResult",
            errors: [Errors.regionDisabled, Errors.expiredToken])

        package struct Input: WireShape {
            package var targetPrincipal: String
            package var taskPolicyArn: STS.Shape.PolicyDescriptorType
            package var durationSeconds: Int?
            package var minimumSessionTokenSize: Int?

            package init(
                targetPrincipal: String, taskPolicyArn: STS.Shape.PolicyDescriptorType,
                durationSeconds: Int? = nil, minimumSessionTokenSize: Int? = nil
            ) {
                self.targetPrincipal = targetPrincipal
                self.taskPolicyArn = taskPolicyArn
                self.durationSeconds = durationSeconds
                self.minimumSessionTokenSize = minimumSessionTokenSize
            }

            package init(from fields: inout FieldReader) {
                targetPrincipal = fields.requiredString(
                    "TargetPrincipal", STS.Limits.targetPrincipalType)
                taskPolicyArn = fields.requiredStructure("TaskPolicyArn")
                durationSeconds = fields.integer(
                    "DurationSeconds", STS.Limits.rootDurationSecondsType)
                minimumSessionTokenSize = fields.integer(
                    "MinimumSessionTokenSize", STS.Limits.minimumSessionTokenSizeType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("TargetPrincipal", targetPrincipal)
                writer.structure("TaskPolicyArn", taskPolicyArn)
                writer.integer("DurationSeconds", durationSeconds)
                writer.integer("MinimumSessionTokenSize", minimumSessionTokenSize)
            }
        }

        package struct Output: WireShape {
            package var credentials: STS.Shape.Credentials?
            package var sourceIdentity: String?
            package var sessionTokenUtilization: Int?
            package var sessionTokenSize: Int?

            package init(
                credentials: STS.Shape.Credentials? = nil, sourceIdentity: String? = nil,
                sessionTokenUtilization: Int? = nil, sessionTokenSize: Int? = nil
            ) {
                self.credentials = credentials
                self.sourceIdentity = sourceIdentity
                self.sessionTokenUtilization = sessionTokenUtilization
                self.sessionTokenSize = sessionTokenSize
            }

            package init(from fields: inout FieldReader) {
                credentials = fields.structure("Credentials")
                sourceIdentity = fields.string("SourceIdentity", STS.Limits.sourceIdentityType)
                sessionTokenUtilization = fields.integer(
                    "SessionTokenUtilization", STS.Limits.sessionTokenUtilizationType)
                sessionTokenSize = fields.integer(
                    "SessionTokenSize", STS.Limits.sessionTokenSizeType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structure("Credentials", credentials)
                writer.string("SourceIdentity", sourceIdentity)
                writer.integer("SessionTokenUtilization", sessionTokenUtilization)
                writer.integer("SessionTokenSize", sessionTokenSize)
            }
        }
    }
}

extension STS.Shape {
    /// AssumedRoleUser. <https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumedRoleUser.html>
    package struct AssumedRoleUser: WireShape {
        package var assumedRoleId: String
        package var arn: String

        package init(assumedRoleId: String, arn: String) {
            self.assumedRoleId = assumedRoleId
            self.arn = arn
        }

        package init(from fields: inout FieldReader) {
            assumedRoleId = fields.requiredString("AssumedRoleId", STS.Limits.assumedRoleIdType)
            arn = fields.requiredString("Arn", STS.Limits.arnType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("AssumedRoleId", assumedRoleId)
            writer.string("Arn", arn)
        }
    }
}

extension STS.Shape {
    /// OriginIdentity. <https://docs.aws.amazon.com/STS/latest/APIReference/API_OriginIdentity.html>
    package struct OriginIdentity: WireShape {
        package var subject: Secret?
        package var subjectType: Secret?
        package var issuer: Secret?
        package var federatedProviderArn: String?

        package init(
            subject: Secret? = nil, subjectType: Secret? = nil, issuer: Secret? = nil,
            federatedProviderArn: String? = nil
        ) {
            self.subject = subject
            self.subjectType = subjectType
            self.issuer = issuer
            self.federatedProviderArn = federatedProviderArn
        }

        package init(from fields: inout FieldReader) {
            subject = fields.secret("Subject")
            subjectType = fields.secret("SubjectType")
            issuer = fields.secret("Issuer")
            federatedProviderArn = fields.string("FederatedProviderArn", STS.Limits.arnType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.secret("Subject", subject)
            writer.secret("SubjectType", subjectType)
            writer.secret("Issuer", issuer)
            writer.string("FederatedProviderArn", federatedProviderArn)
        }
    }
}

extension STS.Shape {
    /// ProvidedContext. <https://docs.aws.amazon.com/STS/latest/APIReference/API_ProvidedContext.html>
    package struct ProvidedContext: WireShape {
        package var providerArn: String?
        package var contextAssertion: String?

        package init(providerArn: String? = nil, contextAssertion: String? = nil) {
            self.providerArn = providerArn
            self.contextAssertion = contextAssertion
        }

        package init(from fields: inout FieldReader) {
            providerArn = fields.string("ProviderArn", STS.Limits.arnType)
            contextAssertion = fields.string("ContextAssertion", STS.Limits.contextAssertionType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("ProviderArn", providerArn)
            writer.string("ContextAssertion", contextAssertion)
        }
    }
}

extension STS.Shape {
    /// TransactionContext. <https://docs.aws.amazon.com/STS/latest/APIReference/API_TransactionContext.html>
    package struct TransactionContext: WireShape {
        package var identityProvider: [ExactText: Secret]?

        package init(identityProvider: [ExactText: Secret]? = nil) {
            self.identityProvider = identityProvider
        }

        package init(from fields: inout FieldReader) {
            identityProvider = fields.secretMap(
                "IdentityProvider", each: STS.Limits.transactionContextValueType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.secretMap("IdentityProvider", identityProvider)
        }
    }
}

extension STS.Shape {
    /// TrustedIdentityPropagationContext. <https://docs.aws.amazon.com/STS/latest/APIReference/API_TrustedIdentityPropagationContext.html>
    package struct TrustedIdentityPropagationContext: WireShape {
        package var originIdentity: STS.Shape.OriginIdentity?
        package var transactionContext: STS.Shape.TransactionContext?

        package init(
            originIdentity: STS.Shape.OriginIdentity? = nil,
            transactionContext: STS.Shape.TransactionContext? = nil
        ) {
            self.originIdentity = originIdentity
            self.transactionContext = transactionContext
        }

        package init(from fields: inout FieldReader) {
            originIdentity = fields.structure("OriginIdentity")
            transactionContext = fields.structure("TransactionContext")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.structure("OriginIdentity", originIdentity)
            writer.structure("TransactionContext", transactionContext)
        }
    }
}
