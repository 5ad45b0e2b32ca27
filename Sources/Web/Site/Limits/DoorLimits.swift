import Kernel

/// How much a door takes on at once. Each door has its own, so that a flood at one leaves the other usable.
package struct DoorLimits: Sendable {
    /// Connections that may be open; more wait in the backlog of the system.
    package static let connections = 1024

    /// Requests that are answered at a time. A body of a form is in before its request counts.
    let requests: Admission<RequestOrigin>
    /// Requests with files, which take as long as their sender needs. One network leaves some places to others.
    let uploads: Admission<RequestOrigin>
    /// New reports that are begun: so many at a time, and so many a minute after that.
    let beginnings: Admission<RequestOrigin>
    let beginningEvery: Duration

    /// - Parameter beginningsPerMinute: reports that may be begun in a minute, by all together.
    package init(beginningsPerMinute: Int = 120) {
        requests = Admission(atOnce: 64, waiting: 512, patience: .seconds(10))
        uploads = Admission(atOnce: 32, perSource: 24, waiting: 64, patience: .seconds(10))
        beginnings = Admission(atOnce: beginningsPerMinute, waiting: 512, patience: .seconds(10))
        beginningEvery = .seconds(60) / beginningsPerMinute
    }

    /// What waits, by what it waits for.
    package var waiting: [(what: String, count: Int)] {
        [("requests", requests), ("uploads", uploads), ("beginnings", beginnings)].map { ($0, $1.load.waiting) }
    }

    /// Waits until one more report may be begun.
    ///
    /// - Throws: `AdmissionRefused`.
    func begin(from origin: RequestOrigin) async throws {
        try await beginnings.pass(from: origin, oneEvery: beginningEvery)
    }
}
