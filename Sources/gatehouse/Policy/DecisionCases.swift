import Foundation
import IAMPolicy

/// Decision cases in the form of `Tests/Decisions`, which `README.md` there describes.
enum DecisionCases {
    private typealias Object = [String: Any]

    /// The questions of a file that holds a case or a list of cases.
    static func questions(in path: String) throws -> [PolicyQuestion] {
        let text = try PolicyFile.text(path)
        let json = try? JSONSerialization.jsonObject(with: Data(text.utf8))
        let cases = json as? [Object] ?? (json as? Object).map { [$0] }
        guard let cases else {
            throw CommandFailure("`\(path)` is neither a decision case nor a list of them")
        }
        return try cases.enumerated().map { index, entry in
            do {
                return try question(entry)
            } catch let failure as CommandFailure {
                throw CommandFailure("`\(path)`, case \(index + 1): \(failure.message)")
            }
        }
    }

    private static func question(_ entry: Object) throws -> PolicyQuestion {
        guard let principal = entry["principal"] as? Object else {
            throw CommandFailure("there is no principal")
        }
        var context = RequestContext()
        for (key, values) in entry["context"] as? [String: [String]] ?? [:] {
            context[key] = values
        }
        let request = AuthorizationRequest(
            try requestPrincipal(principal), action: try string("action", of: entry),
            resource: try string("resource", of: entry), ownedBy: entry["owner"] as? String,
            context: context)
        return PolicyQuestion(
            name: entry["name"] as? String, request,
            of: PolicySet(try layersOfPrincipal(entry)),
            and: PolicySet(
                try layersOfResource(entry),
                resourcePolicyIsRequired: entry["resourcePolicyRequired"] as? Bool ?? false),
            expected: entry["expect"] as? String, hasFiles: false)
    }

    private static func string(_ key: String, of entry: Object) throws -> String {
        guard let text = entry[key] as? String else { throw CommandFailure("there is no \(key)") }
        return text
    }

    private static func requestPrincipal(_ principal: Object) throws -> RequestPrincipal {
        func text(_ key: String) -> String { principal[key] as? String ?? "" }
        let (arn, account, id) = (text("arn"), text("account"), text("id"))
        let canonical = text("canonical")
        switch try string("type", of: principal) {
        case "user":
            return .user(arn, of: account, uniqueID: id, canonicalUserID: canonical)
        case "root": return .rootUser(of: account, canonicalUserID: canonical)
        case "role-session":
            return .roleSession(
                arn, of: text("issuer"), in: account, uniqueID: id, canonicalUserID: canonical,
                isServiceLinked: principal["serviceLinked"] as? Bool ?? false)
        case "federated-user":
            return .federatedUser(
                arn, begunBy: text("issuer"), in: account, uniqueID: id,
                canonicalUserID: canonical)
        case "federated": return .federated(by: text("name"))
        case "service": return .service(text("name"))
        case "anonymous": return .anonymous
        case let type: throw CommandFailure("there is no principal of the type \(type)")
        }
    }

    private static func layersOfPrincipal(_ entry: Object) throws -> [PolicyLayer] {
        var layers = try levels("scp", of: entry, .serviceControl, as: .serviceControl)
        if let list = entry["identity"] {
            layers.append(PolicyLayer(.identityBased, try policies(list, "identity")))
        }
        if let document = entry["boundary"] {
            layers.append(
                PolicyLayer(.permissionsBoundary, [try policy(document, "boundary")]))
        }
        if let list = entry["session"] {
            layers.append(PolicyLayer(.session, try policies(list, "session")))
        }
        return layers
    }

    private static func layersOfResource(_ entry: Object) throws -> [PolicyLayer] {
        var layers = try levels("rcp", of: entry, .resourceControl, as: .resourceControl)
        if let document = entry["resourcePolicy"] {
            // A trust policy has no Resource; whatever the resource, either form is read.
            let strict = try policy(document, "resourcePolicy", as: .resourceBased)
            let trust = try policy(document, "resourcePolicy", as: .trust)
            var isReadable = false
            if case .document = strict.content { isReadable = true }
            layers.append(PolicyLayer(.resourceBased, [isReadable ? strict : trust]))
        }
        return layers
    }

    private static func levels(
        _ key: String, of entry: Object, _ type: PolicyType, as kind: PolicyKind
    ) throws -> [PolicyLayer] {
        guard let levels = entry[key] else { return [] }
        guard let levels = levels as? [Any] else { throw CommandFailure("\(key) is no list") }
        return try levels.enumerated().map { index, list in
            PolicyLayer(type, try policies(list, "\(key) level \(index + 1)", as: kind))
        }
    }

    private static func policies(
        _ list: Any, _ name: String, as kind: PolicyKind = .identityBased
    ) throws -> [AttachedPolicy] {
        guard let list = list as? [Any] else { throw CommandFailure("\(name) is no list") }
        return try list.enumerated().map { index, document in
            try policy(document, "\(name) \(index + 1)", as: kind)
        }
    }

    /// A policy in place, or the text of one as it is stored.
    private static func policy(
        _ document: Any, _ name: String, as kind: PolicyKind = .identityBased
    ) throws -> AttachedPolicy {
        if let text = document as? String {
            return AttachedPolicy(source: .named(name), stored: text, as: kind)
        }
        let data = try JSONSerialization.data(withJSONObject: document, options: .fragmentsAllowed)
        return AttachedPolicy(
            source: .named(name), stored: String(decoding: data, as: UTF8.self), as: kind)
    }
}
