// Written by ModelGenerator from Models/sts.json. Do not edit: `make generate`.

package import AWSWire

extension STS {
    /// DecodeAuthorizationMessage. <https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html>
    package enum DecodeAuthorizationMessage: Operation {
        package static let facts = OperationFacts(
            name: "DecodeAuthorizationMessage", service: .sts,
            resultWrapper: "DecodeAuthorizationMessageResult",
            errors: [Errors.invalidAuthorizationMessage])

        package struct Input: WireShape {
            package var encodedMessage: String

            package init(encodedMessage: String) {
                self.encodedMessage = encodedMessage
            }

            package init(from fields: inout FieldReader) {
                encodedMessage = fields.requiredString(
                    "EncodedMessage", STS.Limits.encodedMessageType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("EncodedMessage", encodedMessage)
            }
        }

        package struct Output: WireShape {
            package var decodedMessage: String?

            package init(decodedMessage: String? = nil) {
                self.decodedMessage = decodedMessage
            }

            package init(from fields: inout FieldReader) {
                decodedMessage = fields.string("DecodedMessage")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("DecodedMessage", decodedMessage)
            }
        }
    }
}

extension STS {
    /// GetAccessKeyInfo. <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html>
    package enum GetAccessKeyInfo: Operation {
        package static let facts = OperationFacts(
            name: "GetAccessKeyInfo", service: .sts, resultWrapper: "GetAccessKeyInfoResult",
            errors: [])

        package struct Input: WireShape {
            package var accessKeyId: String

            package init(accessKeyId: String) {
                self.accessKeyId = accessKeyId
            }

            package init(from fields: inout FieldReader) {
                accessKeyId = fields.requiredString("AccessKeyId", STS.Limits.accessKeyIdType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("AccessKeyId", accessKeyId)
            }
        }

        package struct Output: WireShape {
            package var account: String?

            package init(account: String? = nil) {
                self.account = account
            }

            package init(from fields: inout FieldReader) {
                account = fields.string("Account")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("Account", account)
            }
        }
    }
}

extension STS {
    /// GetCallerIdentity. <https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html>
    package enum GetCallerIdentity: Operation {
        package static let facts = OperationFacts(
            name: "GetCallerIdentity", service: .sts, resultWrapper: "GetCallerIdentityResult",
            errors: [])

        package struct Input: WireShape {
            package init() {}

            package init(from fields: inout FieldReader) {}

            package func encode(into writer: inout FieldWriter) {}
        }

        package struct Output: WireShape {
            package var userId: String?
            package var account: String?
            package var arn: String?

            package init(userId: String? = nil, account: String? = nil, arn: String? = nil) {
                self.userId = userId
                self.account = account
                self.arn = arn
            }

            package init(from fields: inout FieldReader) {
                userId = fields.string("UserId")
                account = fields.string("Account")
                arn = fields.string("Arn", STS.Limits.arnType)
            }

            package func encode(into writer: inout FieldWriter) {
                writer.string("UserId", userId)
                writer.string("Account", account)
                writer.string("Arn", arn)
            }
        }
    }
}
