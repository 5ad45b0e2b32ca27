import Testing

@testable import Documents

struct ArchiveTests {
    /// The check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms.
    @Test func `the checksum of the nine digits is the published one`() {
        #expect(Checksum.crc32(Array("123456789".utf8)) == 0xCBF4_3926)
    }

    @Test func `an archive ends with where its directory is`() {
        var archive = ZipArchive()
        archive.add("mimetype", Array("a/b".utf8))
        archive.add("leeg", [])
        let bytes = archive.bytes

        #expect(bytes.prefix(4) == [0x50, 0x4B, 3, 4])
        #expect(Array(bytes[30..<41]) == Array("mimetypea/b".utf8))
        #expect(Array(bytes.suffix(22).prefix(12)) == [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 2, 0, 2, 0])
    }
}
