// Written by ModelGenerator from Models/accessanalyzer.json. Do not edit: `make generate`.

package import AWSWire

extension AccessAnalyzer {
    /// ValidatePolicy. <https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicy.html>
    package enum ValidatePolicy: Operation {
        package static let facts = OperationFacts(
            name: "ValidatePolicy", service: .accessAnalyzer, path: "/policy/validation",
            inputBindings: [
                MemberBinding("maxResults", .query, "maxResults"),
                MemberBinding("nextToken", .query, "nextToken"),
            ],
            errors: [
                Errors.internalServer, Errors.validation, Errors.throttling, Errors.accessDenied,
            ],
            pagination: Pagination(
                inputToken: "nextToken", outputToken: "nextToken", limitKey: "maxResults",
                resultKeys: ["findings"]))

        package struct Input: WireShape {
            package var locale: AccessAnalyzer.Shape.Locale?
            package var maxResults: Int?
            package var nextToken: String?
            package var policyDocument: String
            package var policyType: AccessAnalyzer.Shape.PolicyType
            package var validatePolicyResourceType: AccessAnalyzer.Shape.ValidatePolicyResourceType?

            package init(
                policyDocument: String, policyType: AccessAnalyzer.Shape.PolicyType,
                locale: AccessAnalyzer.Shape.Locale? = nil, maxResults: Int? = nil,
                nextToken: String? = nil,
                validatePolicyResourceType: AccessAnalyzer.Shape.ValidatePolicyResourceType? = nil
            ) {
                self.locale = locale
                self.maxResults = maxResults
                self.nextToken = nextToken
                self.policyDocument = policyDocument
                self.policyType = policyType
                self.validatePolicyResourceType = validatePolicyResourceType
            }

            package init(from fields: inout FieldReader) {
                locale = fields.enumeration("locale")
                maxResults = fields.integer("maxResults")
                nextToken = fields.string("nextToken")
                policyDocument = fields.requiredString("policyDocument")
                policyType = fields.requiredEnumeration("policyType")
                validatePolicyResourceType = fields.enumeration("validatePolicyResourceType")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.enumeration("locale", locale)
                writer.integer("maxResults", maxResults)
                writer.string("nextToken", nextToken)
                writer.string("policyDocument", policyDocument)
                writer.enumeration("policyType", policyType)
                writer.enumeration("validatePolicyResourceType", validatePolicyResourceType)
            }
        }

        package struct Output: WireShape {
            package var findings: [AccessAnalyzer.Shape.ValidatePolicyFinding]
            package var nextToken: String?

            package init(
                findings: [AccessAnalyzer.Shape.ValidatePolicyFinding], nextToken: String? = nil
            ) {
                self.findings = findings
                self.nextToken = nextToken
            }

            package init(from fields: inout FieldReader) {
                findings = fields.requiredStructures("findings")
                nextToken = fields.string("nextToken")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("findings", findings)
                writer.string("nextToken", nextToken)
            }
        }
    }
}

extension AccessAnalyzer.Shape {
    /// Location. <https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_Location.html>
    package struct Location: WireShape {
        package var path: [AccessAnalyzer.Shape.PathElement]
        package var span: AccessAnalyzer.Shape.Span

        package init(path: [AccessAnalyzer.Shape.PathElement], span: AccessAnalyzer.Shape.Span) {
            self.path = path
            self.span = span
        }

        package init(from fields: inout FieldReader) {
            path = fields.requiredStructures("path")
            span = fields.requiredStructure("span")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.structures("path", path)
            writer.structure("span", span)
        }
    }
}

extension AccessAnalyzer.Shape {
    /// PathElement. <https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_PathElement.html>
    package struct PathElement: WireShape {
        package var index: Int?
        package var key: String?
        package var substring: AccessAnalyzer.Shape.Substring?
        package var value: String?

        package init(
            index: Int? = nil, key: String? = nil, substring: AccessAnalyzer.Shape.Substring? = nil,
            value: String? = nil
        ) {
            self.index = index
            self.key = key
            self.substring = substring
            self.value = value
        }

        package init(from fields: inout FieldReader) {
            index = fields.integer("index")
            key = fields.string("key")
            substring = fields.structure("substring")
            value = fields.string("value")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.integer("index", index)
            writer.string("key", key)
            writer.structure("substring", substring)
            writer.string("value", value)
        }
    }
}

extension AccessAnalyzer.Shape {
    /// Position. <https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_Position.html>
    package struct Position: WireShape {
        package var line: Int
        package var column: Int
        package var offset: Int

        package init(line: Int, column: Int, offset: Int) {
            self.line = line
            self.column = column
            self.offset = offset
        }

        package init(from fields: inout FieldReader) {
            line = fields.requiredInteger("line")
            column = fields.requiredInteger("column")
            offset = fields.requiredInteger("offset")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.integer("line", line)
            writer.integer("column", column)
            writer.integer("offset", offset)
        }
    }
}

extension AccessAnalyzer.Shape {
    /// Span. <https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_Span.html>
    package struct Span: WireShape {
        package var start: AccessAnalyzer.Shape.Position
        package var end: AccessAnalyzer.Shape.Position

        package init(start: AccessAnalyzer.Shape.Position, end: AccessAnalyzer.Shape.Position) {
            self.start = start
            self.end = end
        }

        package init(from fields: inout FieldReader) {
            start = fields.requiredStructure("start")
            end = fields.requiredStructure("end")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.structure("start", start)
            writer.structure("end", end)
        }
    }
}

extension AccessAnalyzer.Shape {
    /// Substring. <https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_Substring.html>
    package struct Substring: WireShape {
        package var start: Int
        package var length: Int

        package init(start: Int, length: Int) {
            self.start = start
            self.length = length
        }

        package init(from fields: inout FieldReader) {
            start = fields.requiredInteger("start")
            length = fields.requiredInteger("length")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.integer("start", start)
            writer.integer("length", length)
        }
    }
}

extension AccessAnalyzer.Shape {
    /// ValidatePolicyFinding. <https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ValidatePolicyFinding.html>
    package struct ValidatePolicyFinding: WireShape {
        package var findingDetails: String
        package var findingType: AccessAnalyzer.Shape.ValidatePolicyFindingType
        package var issueCode: String
        package var learnMoreLink: String
        package var locations: [AccessAnalyzer.Shape.Location]

        package init(
            findingDetails: String, findingType: AccessAnalyzer.Shape.ValidatePolicyFindingType,
            issueCode: String, learnMoreLink: String, locations: [AccessAnalyzer.Shape.Location]
        ) {
            self.findingDetails = findingDetails
            self.findingType = findingType
            self.issueCode = issueCode
            self.learnMoreLink = learnMoreLink
            self.locations = locations
        }

        package init(from fields: inout FieldReader) {
            findingDetails = fields.requiredString("findingDetails")
            findingType = fields.requiredEnumeration("findingType")
            issueCode = fields.requiredString("issueCode")
            learnMoreLink = fields.requiredString("learnMoreLink")
            locations = fields.requiredStructures("locations")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("findingDetails", findingDetails)
            writer.enumeration("findingType", findingType)
            writer.string("issueCode", issueCode)
            writer.string("learnMoreLink", learnMoreLink)
            writer.structures("locations", locations)
        }
    }
}

extension AccessAnalyzer.Shape {
    /// Locale.
    package enum Locale: String, WireEnum {
        case de = "DE"
        case en = "EN"
        case es = "ES"
        case fr = "FR"
        case it = "IT"
        case ja = "JA"
        case ko = "KO"
        case ptBr = "PT_BR"
        case zhCn = "ZH_CN"
        case zhTw = "ZH_TW"
    }
}

extension AccessAnalyzer.Shape {
    /// PolicyType.
    package enum PolicyType: String, WireEnum {
        case identityPolicy = "IDENTITY_POLICY"
        case resourcePolicy = "RESOURCE_POLICY"
        case serviceControlPolicy = "SERVICE_CONTROL_POLICY"
        case resourceControlPolicy = "RESOURCE_CONTROL_POLICY"
    }
}

extension AccessAnalyzer.Shape {
    /// ValidatePolicyFindingType.
    package enum ValidatePolicyFindingType: String, WireEnum {
        case error = "ERROR"
        case securityWarning = "SECURITY_WARNING"
        case suggestion = "SUGGESTION"
        case warning = "WARNING"
    }
}

extension AccessAnalyzer.Shape {
    /// ValidatePolicyResourceType.
    package enum ValidatePolicyResourceType: String, WireEnum {
        case awsS3Bucket = "AWS::S3::Bucket"
        case awsS3AccessPoint = "AWS::S3::AccessPoint"
        case awsS3MultiRegionAccessPoint = "AWS::S3::MultiRegionAccessPoint"
        case awsS3ObjectLambdaAccessPoint = "AWS::S3ObjectLambda::AccessPoint"
        case awsIAMAssumeRolePolicyDocument = "AWS::IAM::AssumeRolePolicyDocument"
        case awsDynamoDBTable = "AWS::DynamoDB::Table"
    }
}
