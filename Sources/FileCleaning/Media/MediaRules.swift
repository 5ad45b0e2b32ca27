/// Which boxes are kept (ISO/IEC 14496-12; QuickTime File Format). A box that is not named here becomes free space.
enum MediaRules {
    /// The boxes that hold others, with those that are kept in them.
    static let kept: [FourCC: Set<FourCC>] = [
        "moov": ["mvhd", "trak", "mvex"],
        "trak": ["tkhd", "edts", "mdia", "tapt"],
        "tapt": ["clef", "prof", "enof"],
        "edts": ["elst"],
        "mdia": ["mdhd", "hdlr", "minf"],
        "minf": ["vmhd", "smhd", "hdlr", "dinf", "stbl"],
        "dinf": ["dref"],
        "stbl": [
            "stsd", "stts", "ctts", "cslg", "stsc", "stsz", "stz2", "stco", "co64", "stss", "stsh", "stps", "sdtp", "sbgp",
            "sgpd",
            "subs", "padb", "stdp",
        ],
        "mvex": ["mehd", "trex"],
        "moof": ["mfhd", "traf"],
        "traf": ["tfhd", "tfdt", "trun", "sdtp", "sbgp", "sgpd", "subs"],
    ]
    /// The boxes of which there may be several in one. Of every other the first is kept.
    static let repeated: Set<FourCC> = ["trak", "trex", "traf", "trun", "sbgp", "sgpd", "subs"]
    /// The kinds of track that are kept. Others hold where and when: telemetry, faces, time codes, captions made by a drone.
    static let keptTracks: Set<FourCC> = ["vide", "soun"]
    /// What is removed from the description of a sample. What else stands there is needed to decode it.
    static let droppedInDescriptions: Set<FourCC> = ["udta", "meta", "uuid", "free", "skip", "name", "cprt"]
    /// The boxes at the top of a file that are kept as they are, with the longest that each may be.
    static let keptAtTop: [FourCC: Int] = ["ftyp": 4096, "styp": 4096, "sidx": CleaningLimits.part]
}
