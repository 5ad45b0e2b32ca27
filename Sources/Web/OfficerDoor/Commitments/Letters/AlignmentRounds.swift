import Commitments
import Kernel
import Markup

/// The rounds of a letter, with what was asked and what was said in each.
struct AlignmentRounds {
    let letter: Letter
    let rounds: [AlignmentRound]
    let language: Language
    let names: RegisterNames
    private var wording: LetterWording { LetterWording.texts[language] }

    var node: Node {
        guard !rounds.isEmpty else { return .nothing }
        return details {
            summary(text: wording.allRounds(rounds.count))
            for round in rounds.reversed() {
                h3(text: wording.round(round.number, round.opened, round.answerBy))
                ul(.class("small")) {
                    for request in round.requests { li { line(request) } }
                    for withdrawn in round.withdrawn {
                        li {
                            del { name(withdrawn.request) }
                            " \(wording.withdrawnRequestOn(withdrawn.day)) "
                            span(.lang("nl"), text: withdrawn.reason)
                        }
                    }
                }
            }
        }
    }

    private func line(_ request: AlignmentRequest) -> Node {
        .fragment([
            name(request), .text(": "), said(request.answer),
            .fragment(
                request.takenBack.map { former in
                    .fragment([
                        br(), del { said(former.answer) }, .text(" \(wording.takenBackOn(former.day)) "),
                        span(.lang("nl"), text: former.reason),
                    ])
                }),
        ])
    }

    private func name(_ request: AlignmentRequest) -> Node {
        .fragment([
            strong(text: request.body.name),
            request.part.map { id in
                span(.lang("nl"), text: " (\(letter.parts.first { $0.id == id }?.heading ?? wording.partGone))")
            } ?? .nothing,
        ])
    }

    private func said(_ answer: AlignmentAnswer?) -> Node {
        guard let answer else { return .text(wording.noAnswer) }
        return .fragment([
            .text("\(wording.answer(answer.kind)), "), Writing.dayShort(answer.day, language, names.today),
            answer.remark.isEmpty ? .nothing : span(.lang("nl"), text: ". \(answer.remark)"),
        ])
    }
}
