// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire

extension IAM {
    /// DisableOutboundWebIdentityFederation. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DisableOutboundWebIdentityFederation.html>
    package enum DisableOutboundWebIdentityFederation: Operation {
        package static let facts = OperationFacts(
            name: "DisableOutboundWebIdentityFederation", service: .iam,
            errors: [Errors.featureDisabled])

        package struct Input: WireShape {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }

        package struct Output: WireShape, EmptyAnswer {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }
    }
}

extension IAM {
    /// EnableOutboundWebIdentityFederation. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableOutboundWebIdentityFederation.html>
    package enum EnableOutboundWebIdentityFederation: Operation {
        package static let facts = OperationFacts(
            name: "EnableOutboundWebIdentityFederation", service: .iam,
            resultWrapper: "EnableOutboundWebIdentityFederationResult",
            errors: [Errors.featureEnabled])

        package struct Input: WireShape {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }

        package struct Output: WireShape {
            package var issuerIdentifier: String?

            package init(issuerIdentifier: String? = nil) {
                self.issuerIdentifier = issuerIdentifier
            }

            package init(from fields: inout FieldReader) {
                issuerIdentifier = fields.string("IssuerIdentifier")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("IssuerIdentifier", issuerIdentifier)
            }
        }
    }
}

extension IAM {
    /// GetOutboundWebIdentityFederationInfo. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetOutboundWebIdentityFederationInfo.html>
    package enum GetOutboundWebIdentityFederationInfo: Operation {
        package static let facts = OperationFacts(
            name: "GetOutboundWebIdentityFederationInfo", service: .iam,
            resultWrapper: "GetOutboundWebIdentityFederationInfoResult",
            errors: [Errors.featureDisabled])

        package struct Input: WireShape {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }

        package struct Output: WireShape {
            package var issuerIdentifier: String?
            package var jwtVendingEnabled: Bool?

            package init(issuerIdentifier: String? = nil, jwtVendingEnabled: Bool? = nil) {
                self.issuerIdentifier = issuerIdentifier
                self.jwtVendingEnabled = jwtVendingEnabled
            }

            package init(from fields: inout FieldReader) {
                issuerIdentifier = fields.string("IssuerIdentifier")
                jwtVendingEnabled = fields.boolean("JwtVendingEnabled")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("IssuerIdentifier", issuerIdentifier)
                writer.boolean("JwtVendingEnabled", jwtVendingEnabled)
            }
        }
    }
}

extension IAM {
    /// SetSecurityTokenServicePreferences. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_SetSecurityTokenServicePreferences.html>
    package enum SetSecurityTokenServicePreferences: Operation {
        package static let facts = OperationFacts(
            name: "SetSecurityTokenServicePreferences", service: .iam,
            errors: [Errors.serviceFailure])

        package struct Input: WireShape {
            package var globalEndpointTokenVersion: IAM.Shape.GlobalEndpointTokenVersion

            package init(globalEndpointTokenVersion: IAM.Shape.GlobalEndpointTokenVersion) {
                self.globalEndpointTokenVersion = globalEndpointTokenVersion
            }

            package init(from fields: inout FieldReader) {
                globalEndpointTokenVersion = fields.requiredEnumeration(
                    "GlobalEndpointTokenVersion")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.enumeration("GlobalEndpointTokenVersion", globalEndpointTokenVersion)
            }
        }

        package struct Output: WireShape, EmptyAnswer {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }
    }
}

extension IAM.Shape {
    /// globalEndpointTokenVersion.
    package enum GlobalEndpointTokenVersion: String, WireEnum {
        case v1Token = "v1Token"
        case v2Token = "v2Token"
    }
}
