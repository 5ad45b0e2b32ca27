import Foundation

/// How much room a disk has.
package enum DiskSpace {
    /// Bytes that this process may still write on the disk of a folder; nil where the system does not tell.
    package static func free(at folder: String) -> Int? {
        var status = statvfs()
        guard statvfs(folder, &status) == 0 else { return nil }
        return Int(status.f_bavail) * Int(status.f_frsize)
    }
}
