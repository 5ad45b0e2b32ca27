import Database
import Kernel
import Sealing
import TestSupport
import Testing

@testable import Access

struct SignInTests {
    @Test(arguments: Engine.all)
    func `name, passphrase and code together let someone in, and their keys unlock`(engine: Engine) async throws {
        try await engine.withAccess { house in
            let session = try await house.startSession(.vera)
            let ring = try #require(try house.access.keyRing(of: session))
            let roster = try await house.access.roster()

            #expect(session.officer.name == "Vera Mulder")
            #expect(roster.keys[session.officer.id] == ring.publicKeys)
        }
    }

    @Test(arguments: Engine.all)
    func `a wrong passphrase, a wrong code and a name that does not exist get the same answer`(engine: Engine) async throws {
        try await engine.withAccess { house in
            house.clock.move(by: .seconds(30))
            let code = CastMember.vera.secondFactor.digits(step: TimeCode.step(at: house.clock.now))
            for (name, passphrase, digits) in [
                ("vera", "een andere lange zin", code), ("vera", CastMember.vera.passphrase, "000000"),
                ("nobody", CastMember.vera.passphrase, code), ("", "", ""), ("vera", CastMember.vera.passphrase, ""),
            ] {
                await #expect(throws: SignInRefusal.notRight) {
                    try await house.access.signIn(userName: name, passphrase: passphrase, code: digits, device: nil)
                }
            }
        }
    }

    @Test(arguments: Engine.all)
    func `a code is used once`(engine: Engine) async throws {
        try await engine.withAccess { house in
            _ = try await house.signIn(.vera)
            let used = CastMember.vera.secondFactor.digits(step: TimeCode.step(at: house.clock.now))

            await #expect(throws: SignInRefusal.notRight) {
                try await house.access.signIn(userName: "vera", passphrase: CastMember.vera.passphrase, code: used, device: nil)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `who has left is not let in, and their sessions are gone`(engine: Engine) async throws {
        try await engine.withAccess { house in
            let session = try await house.startSession(.lotte)
            try await house.access.leave(house.officer(.lotte))

            let found = try await house.access.session(session.token)
            #expect(found == nil)
            await #expect(throws: SignInRefusal.notRight) { try await house.signIn(.lotte) }
        }
    }

    @Test func `failures cost time, at most half a minute, and never lock`() {
        #expect(SignInBrake.wait(after: 0) == .zero)
        #expect(SignInBrake.wait(after: 4) == .zero)
        #expect(SignInBrake.wait(after: 5) == .seconds(1))
        #expect(SignInBrake.wait(after: 8) == .seconds(8))
        #expect(SignInBrake.wait(after: 1_000_000) == .seconds(30))
    }

    @Test(arguments: Engine.all)
    func `failures of others elsewhere do not slow down an officer on a known device`(engine: Engine) async throws {
        try await engine.withAccess { house in
            let device = try await house.signIn(.vera).device
            let (stranger, known) = try await house.database.write { db in
                let now = house.clock.now
                let stranger = house.secrets.tagKey.tag("brake", "vera", "")
                for _ in 0..<20 { _ = try db.countTry(stranger, at: now) }
                let nonce = try #require(device.nonce(for: UserName("vera")!, key: house.secrets.tagKey))
                return (
                    try db.countTry(stranger, at: now), try db.countTry(house.secrets.tagKey.tag("brake", "vera", nonce), at: now)
                )
            }

            #expect(stranger == 20)
            #expect(known == 0)
            #expect(DeviceToken(text: device.text + "x").nonce(for: UserName("vera")!, key: house.secrets.tagKey) == nil)
            #expect(device.nonce(for: UserName("omar")!, key: house.secrets.tagKey) == nil)
        }
    }

    @Test(arguments: Engine.all)
    func `failures are forgotten after an hour`(engine: Engine) async throws {
        try await engine.withAccess(populated: false) { house in
            let tag = house.secrets.tagKey.tag("brake", "vera", "")
            let (first, later) = try await house.database.write { db in
                for _ in 0..<9 { _ = try db.countTry(tag, at: house.clock.now) }
                return (try db.countTry(tag, at: house.clock.now), try db.countTry(tag, at: house.clock.now + .seconds(3601)))
            }

            #expect(first == 9)
            #expect(later == 0)
        }
    }

    /// RFC 6238, appendix B: the secret "12345678901234567890", SHA-1, the last six of its eight digits.
    @Test(arguments: [
        (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
        (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ])
    func `the six digits are those of the standard`(seconds: Int, digits: String) {
        let factor = TimeCode(secret: Array("12345678901234567890".utf8))

        #expect(factor.digits(step: seconds / 30) == digits)
        #expect(factor.typedSecret == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
    }

    @Test func `a code holds for the step before and after, and not again`() {
        let factor = TimeCode(secret: Array("12345678901234567890".utf8))
        let now = Instant(microseconds: 1_111_111_111_000_000)
        let step = TimeCode.step(at: now)

        #expect(factor.accepts(factor.digits(step: step - 1), at: now, after: 0) == step - 1)
        #expect(factor.accepts("050 471", at: now, after: 0) == step)
        #expect(factor.accepts("050471", at: now, after: step) == nil)
        #expect(factor.accepts(factor.digits(step: step - 2), at: now, after: 0) == nil)
    }
}
