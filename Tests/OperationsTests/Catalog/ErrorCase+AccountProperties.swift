import Operations
import TestSupport

extension ErrorCase {
    /// The parameters that set one property.
    static func property(_ key: String, _ value: String, _ number: Int = 1) -> [String: String] {
        ["Properties.entry.\(number).key": key, "Properties.entry.\(number).value": value]
    }

    /// What PutAccountProperties refuses.
    static let accountProperties =
        [
            "RoleManager", "RoleManager/Enabled/Now", "/Enabled", "RoleManager/",
            "1RoleManager/Enabled", "Role Manager/Enabled",
            "RoleManager/" + String(repeating: "E", count: 39),
        ].map {
            refused(
                property($0, "true"),
                "The property key \($0) is not of the form Namespace/PropertyName.")
        }
        + ["roleManager/Enabled", "RoleManager/enabled", "RoleManager/Disabled"].map {
            refused(property($0, "true"), "There is no property \($0).")
        }
        + ["TRUE", "yes", "1", "false "].map {
            refused(
                property("RoleManager/Enabled", $0),
                "The value of RoleManager/Enabled must be true or false.")
        }
        + [
            refused(["Properties": ""], "Properties must name a property to set."),
            refused(
                property("RoleManager/Enabled", "true")
                    .merging(property("Other/Enabled", "true", 2)) { $1 },
                "All properties of a request must belong to the same namespace."),
            refused(
                property("RoleManager/Enabled", "true")
                    .merging(property("RoleManager/Other", "true", 2)) { $1 },
                "There is no property RoleManager/Other."),
        ]

    private static func refused(_ parameters: [String: String], _ sentence: String) -> ErrorCase {
        ErrorCase("PutAccountProperties", parameters, .invalidInput, sentence)
    }
}
