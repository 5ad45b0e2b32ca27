import Foundation

/// Writes a line to standard output at once, also when that is a pipe.
func say(_ line: String) {
    FileHandle.standardOutput.write(Data("\(line)\n".utf8))
}
