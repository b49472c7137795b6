/// Policies that tests attach.
package enum Policies {
    /// Allows one action on one resource and nothing else.
    package static func allow(_ action: String, on resource: String = "*") -> String {
        statement("Allow", action, resource)
    }

    package static func deny(_ action: String, on resource: String = "*") -> String {
        statement("Deny", action, resource)
    }

    /// Lets someone assume a role; by default whoever is allowed to in any account.
    /// - Parameter principal: as JSON.
    package static func trust(
        _ principal: String = #"{"AWS":"*"}"#, on action: String = "sts:AssumeRole"
    ) -> String {
        """
        {"Version":"2012-10-17","Statement":[\
        {"Effect":"Allow","Principal":\(principal),"Action":"\(action)"}]}
        """
    }

    private static func statement(
        _ effect: String, _ action: String, _ resource: String
    ) -> String {
        """
        {"Version":"2012-10-17","Statement":[\
        {"Effect":"\(effect)","Action":"\(action)","Resource":"\(resource)"}]}
        """
    }
}
