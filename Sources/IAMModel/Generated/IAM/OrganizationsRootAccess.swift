// Written by ModelGenerator from Models/iam.json. Do not edit: `make generate`.

package import AWSWire

extension IAM {
    /// DisableOrganizationsRootCredentialsManagement. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DisableOrganizationsRootCredentialsManagement.html>
    package enum DisableOrganizationsRootCredentialsManagement: Operation {
        package static let facts = OperationFacts(
            name: "DisableOrganizationsRootCredentialsManagement", service: .iam,
            resultWrapper: "DisableOrganizationsRootCredentialsManagementResult",
            errors: [
                Errors.serviceAccessNotEnabled, Errors.accountNotManagementOrDelegatedAdministrator,
                Errors.organizationNotFound, Errors.organizationNotInAllFeaturesMode,
            ])

        package struct Input: WireShape {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }

        package struct Output: WireShape {
            package var organizationId: String?
            package var enabledFeatures: [IAM.Shape.FeatureType]?

            package init(
                organizationId: String? = nil, enabledFeatures: [IAM.Shape.FeatureType]? = nil
            ) {
                self.organizationId = organizationId
                self.enabledFeatures = enabledFeatures
            }

            package init(from fields: inout FieldReader) {
                organizationId = fields.string("OrganizationId", IAM.Limits.organizationIdType)
                enabledFeatures = fields.enumerations("EnabledFeatures")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("OrganizationId", organizationId)
                writer.enumerations("EnabledFeatures", enabledFeatures)
            }
        }
    }
}

extension IAM {
    /// DisableOrganizationsRootSessions. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_DisableOrganizationsRootSessions.html>
    package enum DisableOrganizationsRootSessions: Operation {
        package static let facts = OperationFacts(
            name: "DisableOrganizationsRootSessions", service: .iam,
            resultWrapper: "DisableOrganizationsRootSessionsResult",
            errors: [
                Errors.serviceAccessNotEnabled, Errors.accountNotManagementOrDelegatedAdministrator,
                Errors.organizationNotFound, Errors.organizationNotInAllFeaturesMode,
            ])

        package struct Input: WireShape {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }

        package struct Output: WireShape {
            package var organizationId: String?
            package var enabledFeatures: [IAM.Shape.FeatureType]?

            package init(
                organizationId: String? = nil, enabledFeatures: [IAM.Shape.FeatureType]? = nil
            ) {
                self.organizationId = organizationId
                self.enabledFeatures = enabledFeatures
            }

            package init(from fields: inout FieldReader) {
                organizationId = fields.string("OrganizationId", IAM.Limits.organizationIdType)
                enabledFeatures = fields.enumerations("EnabledFeatures")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("OrganizationId", organizationId)
                writer.enumerations("EnabledFeatures", enabledFeatures)
            }
        }
    }
}

extension IAM {
    /// EnableOrganizationsRootCredentialsManagement. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableOrganizationsRootCredentialsManagement.html>
    package enum EnableOrganizationsRootCredentialsManagement: Operation {
        package static let facts = OperationFacts(
            name: "EnableOrganizationsRootCredentialsManagement", service: .iam,
            resultWrapper: "EnableOrganizationsRootCredentialsManagementResult",
            errors: [
                Errors.serviceAccessNotEnabled, Errors.accountNotManagementOrDelegatedAdministrator,
                Errors.organizationNotFound, Errors.organizationNotInAllFeaturesMode,
                Errors.callerIsNotManagementAccount,
            ])

        package struct Input: WireShape {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }

        package struct Output: WireShape {
            package var organizationId: String?
            package var enabledFeatures: [IAM.Shape.FeatureType]?

            package init(
                organizationId: String? = nil, enabledFeatures: [IAM.Shape.FeatureType]? = nil
            ) {
                self.organizationId = organizationId
                self.enabledFeatures = enabledFeatures
            }

            package init(from fields: inout FieldReader) {
                organizationId = fields.string("OrganizationId", IAM.Limits.organizationIdType)
                enabledFeatures = fields.enumerations("EnabledFeatures")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("OrganizationId", organizationId)
                writer.enumerations("EnabledFeatures", enabledFeatures)
            }
        }
    }
}

extension IAM {
    /// EnableOrganizationsRootSessions. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableOrganizationsRootSessions.html>
    package enum EnableOrganizationsRootSessions: Operation {
        package static let facts = OperationFacts(
            name: "EnableOrganizationsRootSessions", service: .iam,
            resultWrapper: "EnableOrganizationsRootSessionsResult",
            errors: [
                Errors.serviceAccessNotEnabled, Errors.accountNotManagementOrDelegatedAdministrator,
                Errors.organizationNotFound, Errors.organizationNotInAllFeaturesMode,
                Errors.callerIsNotManagementAccount,
            ])

        package struct Input: WireShape {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }

        package struct Output: WireShape {
            package var organizationId: String?
            package var enabledFeatures: [IAM.Shape.FeatureType]?

            package init(
                organizationId: String? = nil, enabledFeatures: [IAM.Shape.FeatureType]? = nil
            ) {
                self.organizationId = organizationId
                self.enabledFeatures = enabledFeatures
            }

            package init(from fields: inout FieldReader) {
                organizationId = fields.string("OrganizationId", IAM.Limits.organizationIdType)
                enabledFeatures = fields.enumerations("EnabledFeatures")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("OrganizationId", organizationId)
                writer.enumerations("EnabledFeatures", enabledFeatures)
            }
        }
    }
}

extension IAM {
    /// ListOrganizationsFeatures. <https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListOrganizationsFeatures.html>
    package enum ListOrganizationsFeatures: Operation {
        package static let facts = OperationFacts(
            name: "ListOrganizationsFeatures", service: .iam,
            resultWrapper: "ListOrganizationsFeaturesResult",
            errors: [
                Errors.serviceAccessNotEnabled, Errors.accountNotManagementOrDelegatedAdministrator,
                Errors.organizationNotFound, Errors.organizationNotInAllFeaturesMode,
            ])

        package struct Input: WireShape {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }

        package struct Output: WireShape {
            package var organizationId: String?
            package var enabledFeatures: [IAM.Shape.FeatureType]?

            package init(
                organizationId: String? = nil, enabledFeatures: [IAM.Shape.FeatureType]? = nil
            ) {
                self.organizationId = organizationId
                self.enabledFeatures = enabledFeatures
            }

            package init(from fields: inout FieldReader) {
                organizationId = fields.string("OrganizationId", IAM.Limits.organizationIdType)
                enabledFeatures = fields.enumerations("EnabledFeatures")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("OrganizationId", organizationId)
                writer.enumerations("EnabledFeatures", enabledFeatures)
            }
        }
    }
}

extension IAM.Shape {
    /// FeatureType.
    package enum FeatureType: String, WireEnum {
        case rootCredentialsManagement = "RootCredentialsManagement"
        case rootSessions = "RootSessions"
    }
}
