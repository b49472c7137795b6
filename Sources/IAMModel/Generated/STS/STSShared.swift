// Written by ModelGenerator from Models/sts.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension STS.Shape {
    /// Credentials. <https://docs.aws.amazon.com/STS/latest/APIReference/API_Credentials.html>
    package struct Credentials: WireShape {
        package var accessKeyId: String
        package var secretAccessKey: Secret
        package var sessionToken: Secret
        package var expiration: Timestamp

        package init(
            accessKeyId: String, secretAccessKey: Secret, sessionToken: Secret,
            expiration: Timestamp
        ) {
            self.accessKeyId = accessKeyId
            self.secretAccessKey = secretAccessKey
            self.sessionToken = sessionToken
            self.expiration = expiration
        }

        package init(from fields: inout FieldReader) {
            accessKeyId = fields.requiredString("AccessKeyId", STS.Limits.accessKeyIdType)
            secretAccessKey = fields.requiredSecret("SecretAccessKey")
            sessionToken = fields.requiredSecret("SessionToken")
            expiration = fields.requiredTimestamp("Expiration")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("AccessKeyId", accessKeyId)
            writer.secret("SecretAccessKey", secretAccessKey)
            writer.secret("SessionToken", sessionToken)
            writer.timestamp("Expiration", expiration)
        }
    }
}

extension STS.Shape {
    /// PolicyDescriptorType. <https://docs.aws.amazon.com/STS/latest/APIReference/API_PolicyDescriptorType.html>
    package struct PolicyDescriptorType: WireShape {
        package var arn: String?

        package init(arn: String? = nil) {
            self.arn = arn
        }

        package init(from fields: inout FieldReader) {
            arn = fields.string("arn", STS.Limits.arnType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("arn", arn)
        }
    }
}

extension STS.Shape {
    /// Tag. <https://docs.aws.amazon.com/STS/latest/APIReference/API_Tag.html>
    package struct Tag: WireShape {
        package var key: String
        package var value: String

        package init(key: String, value: String) {
            self.key = key
            self.value = value
        }

        package init(from fields: inout FieldReader) {
            key = fields.requiredString("Key", STS.Limits.tagKeyType)
            value = fields.requiredString("Value", STS.Limits.tagValueType)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("Key", key)
            writer.string("Value", value)
        }
    }
}
