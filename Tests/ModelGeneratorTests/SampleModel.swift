import Foundation

@testable import ModelGenerator

/// A service with a shape of each kind that the models have, small enough to read.
enum SampleModel {
    static let json = """
        {"metadata": {"apiVersion": "2026-01-01", "signingName": "iam",
          "protocol": "query", "xmlNamespace": "urn:x"},
        "operations": [
          {"name": "GetBox", "input": "GetBoxRequest", "output": "GetBoxResponse",
           "resultWrapper": "GetBoxResult", "errors": ["NoSuchBoxException"], "pagination": {
             "inputToken": "Marker", "outputToken": "Marker", "limitKey": "MaxItems",
             "moreResults": "IsTruncated", "resultKeys": ["Boxes"]}},
          {"name": "DropBox", "input": "DropBoxRequest", "errors": [], "unsigned": true}],
        "errors": [
          {"name": "NoSuchBoxException", "code": "NoSuchBox", "status": 404, "fault": "Sender"}],
        "shapes": [
          {"name": "GetBoxRequest", "type": "structure", "members": [
            {"name": "MaxItems", "shape": "maxItemsType"},
            {"name": "BoxName", "shape": "boxNameType", "required": true}]},
          {"name": "GetBoxResponse", "type": "structure", "members": [
            {"name": "Boxes", "shape": "boxList", "required": true}]},
          {"name": "DropBoxRequest", "type": "structure", "members": [
            {"name": "Color", "shape": "colorType"}]},
          {"name": "Box", "type": "structure", "members": [
            {"name": "Key", "shape": "keyType", "required": true},
            {"name": "Color", "shape": "colorType"},
            {"name": "Inner", "shape": "boxList"}]},
          {"name": "boxList", "type": "list", "member": "Box", "max": 9},
          {"name": "boxNameType", "type": "string", "min": 1, "pattern": "[\\\\w]+"},
          {"name": "colorType", "type": "string", "enum": ["RED", "none"]},
          {"name": "keyType", "type": "string", "sensitive": true},
          {"name": "maxItemsType", "type": "integer", "min": 1, "max": 5}]}
        """

    static let nouns = ["Boxes": ["GetBox"], "Drops": ["DropBox"]]

    static func model() throws -> ServiceModel {
        try JSONDecoder().decode(ServiceModel.self, from: Data(json.utf8))
    }

    static func resolver(
        _ model: ServiceModel, nouns: [String: [String]] = SampleModel.nouns
    ) -> Resolver {
        Resolver(namespace: "IAM", service: "iam", model: model, nouns: nouns)
    }
}
