import IAMIdentifiers

// Values that have a form of their own under certain keys.
extension PolicyInspection {
    func inspectMeaning(
        of condition: InspectedStatement.Condition, _ `operator`: ConditionOperator
    ) {
        switch `operator`.comparison {
        case .string, .stringIgnoringCase, .stringPattern, .arn: break
        default: return
        }
        let isPattern = `operator`.comparison == .stringPattern || `operator`.comparison == .arn
        for value in condition.values {
            guard let text = value.text, !text.isEmpty else { continue }
            inspectSensitive(condition, text, value, isPattern: isPattern)
            inspectUserID(condition, text, value, isPattern: isPattern)
            if condition.key == "kms:viaservice" {
                inspectService(inRegion: text, value, isPattern: isPattern)
                continue
            }
            if isPattern, WildcardText(text).hasWildcards { continue }
            guard !text.contains("${") else { continue }
            inspect(text, value, of: condition.key)
        }
    }

    private func inspect(_ text: String, _ value: PolicyNode, of key: String) {
        switch key {
        case "account:targetregion", "aws:requestedregion", "ec2:region", "kms:primaryregion",
            "kms:replicaregion", "sts:requestedregion":
            guard !AWSNames.isRegion(text), text != "aws-global" else { return }
            add(.invalidRegion, AWSNames.noRegion(text), at: value)
        case "aws:sourcevpc", "aws:ec2instancesourcevpc":
            guard !AWSNames.isResourceID(text, after: "vpc-") else { return }
            add(.invalidVPCFormat, "write the ID of a VPC, as vpc-0a1b2c3d", at: value)
        case "aws:sourcevpce":
            guard !AWSNames.isResourceID(text, after: "vpce-") else { return }
            add(.invalidVPCEFormat, "write the ID of a VPC endpoint, as vpce-0a1b2c3d", at: value)
        case "aws:calledvia", "aws:calledviafirst", "aws:calledvialast", "aws:principalservicename",
            "aws:principalservicenameslist", "iam:passedtoservice", "iam:awsservicename":
            inspectServicePrincipal(text, value)
        case "s3:x-amz-server-side-encryption-aws-kms-key-id":
            guard !Self.isKey(text) else { return }
            add(
                .invalidKMSKeyValue,
                "write the ARN of the key: arn:aws:kms:REGION:ACCOUNT:key/ID", at: value)
        default: break
        }
    }

    /// Reports a value that does not name a service in a region. A part with wildcards is accepted.
    ///
    /// Source: AWS KMS Developer Guide, "AWS KMS condition keys", "kms:ViaService".
    /// <https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html>
    private func inspectService(inRegion text: String, _ value: PolicyNode, isPattern: Bool) {
        guard !text.contains("${") else { return }
        let isOpen = isPattern && WildcardText(text).hasWildcards
        let labels = AWSNames.labels(ofService: text)
        guard isOpen || labels.count > 1 else {
            return add(
                .invalidServicePrincipalFormat,
                "the key names the region, too: ec2.eu-central-1.amazonaws.com; add it", at: value)
        }
        guard labels.count > 1, let region = labels.last,
            !(isPattern && WildcardText(region).hasWildcards)
        else { return }
        if !labels.contains(where: { AWSNames.isRegion($0) }) {
            add(.invalidRegion, AWSNames.noRegion(region), at: value)
        } else if !isOpen, !AWSNames.isServicePrincipal(text) {
            add(
                .invalidServicePrincipalFormat,
                "write the service in lowercase letters, as ec2.eu-central-1.amazonaws.com",
                at: value)
        }
    }

    /// Reports a text that is no service principal, in a Principal or in a condition's value.
    func inspectServicePrincipal(_ text: String, _ value: PolicyNode) {
        guard AWSNames.isServicePrincipal(text) else {
            return add(
                .invalidServicePrincipalFormat,
                "write the service in lowercase letters, as lambda.amazonaws.com", at: value)
        }
        let unknown = AWSNames.labels(ofService: text).first {
            AWSNames.isLikeRegion($0) && !AWSNames.isRegion($0)
        }
        guard let unknown else { return }
        add(.invalidServicePrincipalFormat, AWSNames.noRegion(unknown), at: value)
    }

    private static func isKey(_ text: String) -> Bool {
        let parts = text.parts(at: ":", maxSplits: 5)
        return parts.count == 6 && parts[0] == "arn" && parts[2] == "kms"
            && (parts[5].begins(with: "key/") || parts[5].begins(with: "alias/"))
    }

    /// Reports wildcards and variables in values of which a part has no meaning: accounts,
    /// organizations and networks. AWS says that they may have no variables, and writes
    /// `${aws:PrincipalOrgID}` in its own examples of perimeters. So only variables whose values a
    /// caller can choose are reported.
    private func inspectSensitive(
        _ condition: InspectedStatement.Condition, _ text: String, _ value: PolicyNode,
        isPattern: Bool
    ) {
        guard GlobalConditionKeys.sensitive.contains(condition.key) else { return }
        if isPattern, WildcardText(text).hasWildcards, text != "*" {
            add(
                .wildcardUsageTooPermissive,
                "a part of this ID says nothing, and a wildcard lets strangers in; write it whole",
                at: value)
        } else if isPattern, text == "*", condition.operator?.isNegated == false {
            add(
                .wildcardUsageTooPermissive, "any value is met; write the ID that is meant",
                at: value)
        } else if version.hasVariables, Self.namesCallersTags(text) {
            add(
                .variableUsageTooPermissive,
                "a tag can be chosen by who calls; write the ID, or a variable that AWS fills",
                at: value)
        }
    }

    /// Reports a wildcard or variable in a user ID that is more than all of one side of its colon:
    /// `AROAEXAMPLEID:session`, where the side before the colon is a user or a role.
    private func inspectUserID(
        _ condition: InspectedStatement.Condition, _ text: String, _ value: PolicyNode,
        isPattern: Bool
    ) {
        guard condition.key == "aws:userid" else { return }
        if isPattern, WildcardText(text).hasWildcards {
            let before = text.prefix { $0 != ":" }
            let isAlone = before == "*" && before.endIndex < text.endIndex
            guard WildcardText(before).hasWildcards, !isAlone else { return }
            add(
                .wildcardUsageTooPermissive,
                "a part of an ID may be any user's; write it whole, with a wildcard behind the "
                    + "colon: AROAEXAMPLEID:*", at: value)
        } else if version.hasVariables, let start = text.firstRange(of: "${")?.lowerBound {
            let variable = text[start...].prefix { $0 != "}" }
            let rest = text[variable.endIndex...].dropFirst()
            let isAlone = start == text.startIndex && rest.first == ":"
            guard !text[..<start].contains(":"), !isAlone else { return }
            add(
                .variableUsageTooPermissive,
                "put the variable behind the colon of the ID, or in place of all that is before it",
                at: value)
        }
    }

    private static func namesCallersTags(_ text: String) -> Bool {
        let lower = text.asciiLowercased
        return ["${aws:principaltag/", "${aws:requesttag/", "${aws:userid", "${aws:username"]
            .contains { lower.contains($0) }
    }
}
