// Written by ModelGenerator from Models/cloudtrail.json. Do not edit: `make generate`.

package import AWSWire
package import IAMIdentifiers

extension CloudTrail {
    /// LookupEvents. <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html>
    package enum LookupEvents: Operation {
        package static let facts = OperationFacts(
            name: "LookupEvents", service: .cloudTrail,
            errors: [
                Errors.invalidLookupAttributes, Errors.invalidTimeRange, Errors.invalidMaxResults,
                Errors.invalidNextToken, Errors.invalidEventCategory, Errors.unsupportedOperation,
                Errors.operationNotPermitted,
            ],
            pagination: Pagination(
                inputToken: "NextToken", outputToken: "NextToken", limitKey: "MaxResults",
                resultKeys: ["Events"]))

        package struct Input: WireShape {
            package var lookupAttributes: [CloudTrail.Shape.LookupAttribute]?
            package var startTime: Timestamp?
            package var endTime: Timestamp?
            package var eventCategory: String?
            package var maxResults: Int?
            package var nextToken: String?

            package init(
                lookupAttributes: [CloudTrail.Shape.LookupAttribute]? = nil,
                startTime: Timestamp? = nil, endTime: Timestamp? = nil,
                eventCategory: String? = nil, maxResults: Int? = nil, nextToken: String? = nil
            ) {
                self.lookupAttributes = lookupAttributes
                self.startTime = startTime
                self.endTime = endTime
                self.eventCategory = eventCategory
                self.maxResults = maxResults
                self.nextToken = nextToken
            }

            package init(from fields: inout FieldReader) {
                lookupAttributes = fields.structures("LookupAttributes")
                startTime = fields.timestamp("StartTime")
                endTime = fields.timestamp("EndTime")
                eventCategory = fields.string("EventCategory")
                maxResults = fields.integer("MaxResults", CloudTrail.Limits.maxResults)
                nextToken = fields.string("NextToken")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("LookupAttributes", lookupAttributes)
                writer.timestamp("StartTime", startTime)
                writer.timestamp("EndTime", endTime)
                writer.string("EventCategory", eventCategory)
                writer.integer("MaxResults", maxResults)
                writer.string("NextToken", nextToken)
            }
        }

        package struct Output: WireShape {
            package var events: [CloudTrail.Shape.Event]?
            package var nextToken: String?

            package init(events: [CloudTrail.Shape.Event]? = nil, nextToken: String? = nil) {
                self.events = events
                self.nextToken = nextToken
            }

            package init(from fields: inout FieldReader) {
                events = fields.structures("Events")
                nextToken = fields.string("NextToken")
            }

            package func encode(into writer: inout FieldWriter) {
                writer.structures("Events", events)
                writer.string("NextToken", nextToken)
            }
        }
    }
}

extension CloudTrail.Shape {
    /// Event. <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Event.html>
    package struct Event: WireShape {
        package var eventId: String?
        package var eventName: String?
        package var readOnly: String?
        package var accessKeyId: String?
        package var eventTime: Timestamp?
        package var eventSource: String?
        package var username: String?
        package var resources: [CloudTrail.Shape.Resource]?
        package var cloudTrailEvent: String?

        package init(
            eventId: String? = nil, eventName: String? = nil, readOnly: String? = nil,
            accessKeyId: String? = nil, eventTime: Timestamp? = nil, eventSource: String? = nil,
            username: String? = nil, resources: [CloudTrail.Shape.Resource]? = nil,
            cloudTrailEvent: String? = nil
        ) {
            self.eventId = eventId
            self.eventName = eventName
            self.readOnly = readOnly
            self.accessKeyId = accessKeyId
            self.eventTime = eventTime
            self.eventSource = eventSource
            self.username = username
            self.resources = resources
            self.cloudTrailEvent = cloudTrailEvent
        }

        package init(from fields: inout FieldReader) {
            eventId = fields.string("EventId")
            eventName = fields.string("EventName")
            readOnly = fields.string("ReadOnly")
            accessKeyId = fields.string("AccessKeyId")
            eventTime = fields.timestamp("EventTime")
            eventSource = fields.string("EventSource")
            username = fields.string("Username")
            resources = fields.structures("Resources")
            cloudTrailEvent = fields.string("CloudTrailEvent")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("EventId", eventId)
            writer.string("EventName", eventName)
            writer.string("ReadOnly", readOnly)
            writer.string("AccessKeyId", accessKeyId)
            writer.timestamp("EventTime", eventTime)
            writer.string("EventSource", eventSource)
            writer.string("Username", username)
            writer.structures("Resources", resources)
            writer.string("CloudTrailEvent", cloudTrailEvent)
        }
    }
}

extension CloudTrail.Shape {
    /// LookupAttribute. <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupAttribute.html>
    package struct LookupAttribute: WireShape {
        package var attributeKey: CloudTrail.Shape.LookupAttributeKey
        package var attributeValue: String

        package init(attributeKey: CloudTrail.Shape.LookupAttributeKey, attributeValue: String) {
            self.attributeKey = attributeKey
            self.attributeValue = attributeValue
        }

        package init(from fields: inout FieldReader) {
            attributeKey = fields.requiredEnumeration("AttributeKey")
            attributeValue = fields.requiredString(
                "AttributeValue", CloudTrail.Limits.lookupAttributeValue)
        }

        package func encode(into writer: inout FieldWriter) {
            writer.enumeration("AttributeKey", attributeKey)
            writer.string("AttributeValue", attributeValue)
        }
    }
}

extension CloudTrail.Shape {
    /// Resource. <https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_Resource.html>
    package struct Resource: WireShape {
        package var resourceType: String?
        package var resourceName: String?

        package init(resourceType: String? = nil, resourceName: String? = nil) {
            self.resourceType = resourceType
            self.resourceName = resourceName
        }

        package init(from fields: inout FieldReader) {
            resourceType = fields.string("ResourceType")
            resourceName = fields.string("ResourceName")
        }

        package func encode(into writer: inout FieldWriter) {
            writer.string("ResourceType", resourceType)
            writer.string("ResourceName", resourceName)
        }
    }
}

extension CloudTrail.Shape {
    /// LookupAttributeKey.
    package enum LookupAttributeKey: String, WireEnum {
        case eventId = "EventId"
        case eventName = "EventName"
        case readOnly = "ReadOnly"
        case username = "Username"
        case resourceType = "ResourceType"
        case resourceName = "ResourceName"
        case eventSource = "EventSource"
        case accessKeyId = "AccessKeyId"
    }
}
