import ArgumentParser

/// `gatehouse policy explain`: the whole path of a decision in words.
struct ExplainPolicy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Tell what each policy says of a request, and why.",
        discussion: PolicyCommand.exitStatuses)

    @OptionGroup var options: PolicyOptions

    func run() throws {
        let questions = try options.questions()
        Output.print(
            questions.map { DecisionStory($0).text }.joined(separator: "\n\n"))
        guard questions.allSatisfy(\.isGood) else { throw PolicyCommand.denied }
    }
}
