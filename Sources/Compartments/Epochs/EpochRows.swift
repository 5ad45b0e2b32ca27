import Access
import Database
import Kernel
import Sealing

extension SQLConnection {
    func insert(_ new: NewEpoch, on day: Day) throws {
        try execute(
            "INSERT INTO compartment_epoch (id, subject, compartment, number, started_day) VALUES ($1, $2, $3, $4, $5)",
            new.epoch.id,
            new.epoch.subject, new.epoch.compartment.rawValue, new.epoch.number, day)
        for wrap in new.wraps { try insert(wrap, in: new.epoch.id) }
    }

    func insert(_ wrap: KeyWrapRow, in epoch: Epoch.ID) throws {
        try execute(
            "INSERT INTO key_wrap (epoch, tag, is_pair, wrap) VALUES ($1, $2, $3, $4)", epoch, wrap.tag, wrap.isPair, wrap.wrap)
    }

    /// The epochs of a subject, the newest of each compartment last.
    func epochs(of subject: String) throws -> [Epoch] {
        try query(
            "SELECT id, subject, compartment, number FROM compartment_epoch WHERE subject = $1 ORDER BY compartment, number",
            subject
        )
        .map(Epoch.init)
    }

    func wrap(in epoch: Epoch.ID, tag: KeyedTag) throws -> [UInt8]? {
        try first("SELECT wrap FROM key_wrap WHERE epoch = $1 AND tag = $2", epoch, tag.bytes)?.get("wrap")
    }

    /// Takes a wrap away and puts a decoy in its place.
    func replaceWrap(in epoch: Epoch.ID, tag: KeyedTag, by decoy: KeyWrapRow) throws {
        guard try execute("DELETE FROM key_wrap WHERE epoch = $1 AND tag = $2", epoch, tag.bytes) > 0 else { return }
        try insert(decoy, in: epoch)
    }

    /// Puts a wrap in the place of a decoy, so that their number stays the same; adds one where there is no decoy left.
    ///
    /// - Parameter known: the tags that belong to someone.
    func addWrap(_ wrap: KeyWrapRow, in epoch: Epoch.ID, known: Set<[UInt8]>) throws {
        let tags = try query("SELECT tag FROM key_wrap WHERE epoch = $1 AND is_pair = $2", epoch, wrap.isPair)
            .map { try $0.get("tag", as: [UInt8].self) }
        if let decoy = tags.first(where: { !known.contains($0) }) {
            try execute("DELETE FROM key_wrap WHERE epoch = $1 AND tag = $2", epoch, decoy)
        }
        try insert(wrap, in: epoch)
    }
}
