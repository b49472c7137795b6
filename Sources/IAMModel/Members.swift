// What inputs and outputs of several operations have in common. `ModelGenerator` writes the
// conformances, from the model.

/// Says which user is meant, and has to.
package protocol NamesUser { var userName: String { get } }
/// Says which group is meant, and has to.
package protocol NamesGroup { var groupName: String { get } }
/// Says which role is meant, and has to.
package protocol NamesRole { var roleName: String { get } }
/// Says which inline policy is meant, or what a policy is to be called.
package protocol NamesPolicy { var policyName: String { get } }
/// Says which managed policy is meant.
package protocol NamesPolicyARN { var policyArn: String { get } }
/// Says which MFA device is meant.
package protocol NamesSerialNumber { var serialNumber: String { get } }
/// Says which OpenID Connect provider is meant.
package protocol NamesOpenIDConnectProvider { var openIDConnectProviderArn: String { get } }
/// Says which instance profile is meant, or what one is to be called.
package protocol NamesInstanceProfile { var instanceProfileName: String { get } }
/// Says which managed policy bounds permissions, and has to.
package protocol NamesBoundary { var permissionsBoundary: String { get } }
/// Carries the text of a policy.
package protocol CarriesPolicy { var policyDocument: String { get } }
/// Carries tags that are to be set.
package protocol CarriesTags { var tags: [IAM.Shape.Tag] { get } }
/// Carries the keys of tags that are to be removed.
package protocol CarriesTagKeys { var tagKeys: [String] { get } }
/// Asks for one page of a list.
package protocol AsksForPage {
    var marker: String? { get set }
    var maxItems: Int? { get set }
}
/// Asks for those of a list whose path begins with something.
package protocol FiltersByPath { var pathPrefix: String? { get } }

/// May say which account is meant; its own for nil.
package protocol MayNameAccount { var accountId: String? { get } }
/// Says which account is meant, and has to.
package protocol NamesAccount { var accountId: String { get } }

/// Answers one page of a list, and where the next one begins; on the last page `marker` is nil.
package protocol AnswersPage { var marker: String? { get } }
/// Answers nothing.
package protocol EmptyAnswer { init() }
/// One page of the names of inline policies.
package protocol PolicyNamesAnswer {
    init(policyNames: [String], isTruncated: Bool?, marker: String?)
}
/// One page of attached policies.
package protocol AttachedPoliciesAnswer {
    init(attachedPolicies: [IAM.Shape.AttachedPolicy]?, isTruncated: Bool?, marker: String?)
}
/// One page of tags.
package protocol TagsAnswer {
    init(tags: [IAM.Shape.Tag], isTruncated: Bool?, marker: String?)
}
