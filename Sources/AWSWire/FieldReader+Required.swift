package import IAMIdentifiers

// Members that must be there. What is absent is noted, once, and read as an empty value.
extension FieldReader {
    package mutating func requiredString(
        _ name: String, _ limits: StringLimits? = nil
    ) -> String {
        require(string(name, limits), name) ?? ""
    }

    package mutating func requiredSecret(
        _ name: String, _ limits: StringLimits? = nil
    ) -> Secret {
        require(secret(name, limits), name) ?? Secret("")
    }

    package mutating func requiredInteger(_ name: String, _ limits: IntegerLimits? = nil) -> Int {
        require(integer(name, limits), name) ?? 0
    }

    package mutating func requiredLong(_ name: String, _ limits: IntegerLimits? = nil) -> Int {
        require(long(name, limits), name) ?? 0
    }

    package mutating func requiredBoolean(_ name: String) -> Bool {
        require(boolean(name), name) ?? false
    }

    package mutating func requiredTimestamp(_ name: String) -> Timestamp {
        require(timestamp(name), name) ?? Timestamp(microseconds: 0)
    }

    package mutating func requiredBlob(_ name: String) -> [UInt8] {
        require(blob(name), name) ?? []
    }

    package mutating func requiredEnumeration<Value: WireEnum>(_ name: String) -> Value {
        // An enumeration of the model has at least one value.
        require(enumeration(name), name) ?? Value.allCases.first!
    }

    package mutating func requiredStructure<Value: WireShape>(_ name: String) -> Value {
        require(structure(name), name) ?? empty(name)
    }

    package mutating func requiredSensitiveStructure<Value: WireShape>(_ name: String) -> Value {
        requiredStructure(name)
    }

    package mutating func requiredStrings(
        _ name: String, each limits: StringLimits? = nil, count: ListLimits? = nil
    ) -> [String] {
        require(strings(name, each: limits, count: count), name) ?? []
    }

    package mutating func requiredEnumerations<Value: WireEnum>(
        _ name: String, count: ListLimits? = nil
    ) -> [Value] {
        require(enumerations(name, count: count), name) ?? []
    }

    package mutating func requiredStructures<Value: WireShape>(
        _ name: String, count: ListLimits? = nil
    ) -> [Value] {
        require(structures(name, count: count), name) ?? []
    }

    package mutating func requiredStringMap(
        _ name: String, each limits: StringLimits? = nil, count: ListLimits? = nil
    ) -> [ExactText: String] {
        require(stringMap(name, each: limits, count: count), name) ?? [:]
    }

    package mutating func requiredSecretMap(
        _ name: String, each limits: StringLimits? = nil, count: ListLimits? = nil
    ) -> [ExactText: Secret] {
        require(secretMap(name, each: limits, count: count), name) ?? [:]
    }

    package mutating func requiredIntegerMap(
        _ name: String, each limits: IntegerLimits? = nil, count: ListLimits? = nil
    ) -> [ExactText: Int] {
        require(integerMap(name, each: limits, count: count), name) ?? [:]
    }

    package mutating func requiredEnumerationMap<Value: WireEnum>(
        _ name: String, count: ListLimits? = nil
    ) -> [ExactText: Value] {
        require(enumerationMap(name, count: count), name) ?? [:]
    }

    package mutating func requiredStructureMap<Value: WireShape>(
        _ name: String, count: ListLimits? = nil
    ) -> [ExactText: Value] {
        require(structureMap(name, count: count), name) ?? [:]
    }

    /// Notes an absence. A value that is there and wrong has been noted already.
    private mutating func require<Value>(_ value: Value?, _ name: String) -> Value? {
        if value == nil, child(name) == nil { note(.notNull, shown: .null, at: name) }
        return value
    }
}
