@testable import IAMPolicy

/// Whether a pattern matches a text, as the resource of a statement without variables.
func matches(_ steps: [TextStep], _ text: String, isARN: Bool = false) -> Bool {
    var program = PolicyProgram()
    var units = program.compile(steps)
    if isARN {
        guard let segmented = units.segmented(endsReachOn: true) else { return false }
        units = segmented
    }
    return matches(units, text)
}

func matches(_ units: [PatternUnit], _ text: String) -> Bool {
    var program = PolicyProgram()
    let pattern = program.add(units)
    var effort = Effort()
    return program.match(pattern, text.utf8.span, RequestContext(), &effort) == .yes
}

func match(
    _ pattern: ResourcePattern, _ text: String, _ context: RequestContext
) -> CompiledPattern.Match {
    var program = PolicyProgram()
    let pattern = program.add(pattern)
    var effort = Effort()
    return program.match(pattern, text.utf8.span, context, &effort)
}
