import ParserProperties

/// What libFuzzer calls with each of its inputs: ends the process when a property is broken.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if let property = PEMProperties.broken(by: bytes) { fatalError("broken: \(property)") }
    return 0
}
