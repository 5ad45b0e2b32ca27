import Access
import Kernel
import Sealing

/// The tags under which rows know an officer without naming them.
struct SubjectTags: Sendable {
    let key: TagKey

    /// Of an officer in their lists. It holds the version of their keys: new keys open nothing old.
    func reader(_ officer: Officer.ID, keyVersion: Int) -> KeyedTag {
        key.tag("reader", officer.text, String(keyVersion))
    }

    /// Of someone who is no one, among the readers of an organisation's cases, so that a missing reader is not seen.
    func decoyReader(_ organisation: Organisation.ID, _ number: Int) -> KeyedTag {
        key.tag("decoy-reader", organisation.code, String(number))
    }

    /// Of an officer's wrap in one epoch.
    func wrap(_ epoch: Epoch.ID, _ officer: Officer.ID, keyVersion: Int) -> KeyedTag {
        key.tag("wrap", epoch.text, officer.text, String(keyVersion))
    }

    func mailboxWrap(_ epoch: Epoch.ID) -> KeyedTag {
        key.tag("mailbox-wrap", epoch.text)
    }

    /// Of a pair of recovery officers in one epoch, the one who opens last first. New keys of either open nothing old.
    func pair(_ epoch: Epoch.ID, _ first: OfficerKeys.Name, _ second: OfficerKeys.Name) -> KeyedTag {
        key.tag("pair", epoch.text, first.officer.text, String(first.version), second.officer.text, String(second.version))
    }

    /// Of someone who is excluded from one case.
    func excluded(_ subject: String, _ officer: Officer.ID) -> KeyedTag {
        key.tag("excluded", subject, officer.text)
    }

    /// Of an officer among those who hold an organisation's list key.
    func listReader(_ organisation: Organisation.ID, _ epoch: Int, _ officer: Officer.ID, keyVersion: Int) -> KeyedTag {
        key.tag("list", organisation.code, String(epoch), officer.text, String(keyVersion))
    }
}
