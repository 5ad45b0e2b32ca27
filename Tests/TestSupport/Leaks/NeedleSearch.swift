import Glibc

/// Looks for many needles at once, in all their forms, and in what bytes hold folded: deflated, or written in hexadecimal.
///
/// Needles that begin alike are looked for by what they have in common, so that a piece of one is found too.
package struct NeedleSearch: Sendable {
    package struct Hit: Hashable, Sendable, CustomStringConvertible {
        package let needle: String
        package let form: String

        package var description: String { "\(needle) (\(form))" }
    }

    /// Needles in one form, with the pattern that all of them begin with.
    private struct Group: Sendable {
        let form: String
        let common: [UInt8]
        let needles: [(name: String, pattern: [UInt8])]
    }

    /// Needles that share so many bytes are one family.
    private static let familyLength = 8
    private static let shortest = 8

    private let groups: [Group]

    package init(_ needles: [Needle]) {
        precondition(needles.allSatisfy { $0.bytes.count >= Self.shortest }, "a short needle is found by chance")
        let families = Dictionary(grouping: needles) { $0.bytes.prefix(Self.familyLength) }.values
        groups = families.flatMap { family in
            let forms = family.map { needle in Needle.forms(of: needle.bytes).map { (needle.name, $0.form, $0.pattern) } }
            return Dictionary(grouping: forms.flatMap(\.self), by: \.1).map { form, all in
                let common = all.dropFirst().reduce(all[0].2) { Self.commonStart($0, $1.2) }
                return Group(form: form, common: common, needles: all.map { ($0.0, $0.2) })
            }
        }
    }

    private static func commonStart(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
        Array(zip(a, b).prefix { $0 == $1 }.map(\.0))
    }

    /// What is found in some bytes, and in what unfolds from them.
    ///
    /// - Parameter depth: how often something may be folded in something else.
    package func hits(in bytes: [UInt8], depth: Int = 2) -> Set<Hit> {
        var hits = direct(bytes)
        guard depth > 0 else { return hits }
        for (fold, inner) in Unfolding.all(of: bytes) {
            for hit in self.hits(in: inner, depth: depth - 1) {
                hits.insert(Hit(needle: hit.needle, form: "\(hit.form) in \(fold)"))
            }
        }
        return hits
    }

    private func direct(_ bytes: [UInt8]) -> Set<Hit> {
        var hits: Set<Hit> = []
        for group in groups {
            for place in Bytes.places(of: group.common, in: bytes) {
                let found = group.needles.filter { Bytes.stands($0.pattern, at: place, in: bytes) }
                for needle in found { hits.insert(Hit(needle: needle.name, form: group.form)) }
                if found.isEmpty { hits.insert(Hit(needle: "a piece of \(group.needles[0].name)", form: group.form)) }
            }
        }
        return hits
    }
}

/// Looking through bytes at the speed of the C library.
package enum Bytes {
    /// Where a pattern begins, from the first place to the last.
    package static func places(of pattern: [UInt8], in bytes: [UInt8]) -> [Int] {
        // Zeros and percent signs stand close together where they stand at all.
        guard let anchor = pattern.firstIndex(where: { $0 != 0 && $0 != 0x25 }), pattern.count <= bytes.count else { return [] }
        var places: [Int] = []
        bytes.withUnsafeBytes { hay in
            let base = hay.baseAddress!
            var place = anchor
            let last = hay.count - pattern.count + anchor
            while place <= last, let found = memchr(base + place, Int32(pattern[anchor]), last - place + 1) {
                place = UnsafeRawPointer(found) - base
                if memcmp(base + place - anchor, pattern, pattern.count) == 0 { places.append(place - anchor) }
                place += 1
            }
        }
        return places
    }

    package static func stands(_ pattern: [UInt8], at place: Int, in bytes: [UInt8]) -> Bool {
        guard pattern.count <= bytes.count - place else { return false }
        return bytes.withUnsafeBytes { memcmp($0.baseAddress! + place, pattern, pattern.count) == 0 }
    }
}
