import Database
import Kernel
import Sealing
import TestSupport
import Testing

@testable import Access

struct SessionTests {
    @Test(arguments: Engine.all)
    func `a session ends after half an hour without a sign of life, and after ten hours in all`(engine: Engine) async throws {
        try await engine.withAccess { house in
            let idle = try await house.startSession(.vera)
            house.clock.move(by: .seconds(29 * 60))
            let before = try await house.access.session(idle.token)
            house.clock.move(by: .seconds(29 * 60))
            let kept = try await house.access.session(idle.token)
            house.clock.move(by: .seconds(31 * 60))
            let after = try await house.access.session(idle.token)

            #expect(before != nil && kept != nil && after == nil)
            let long = try await house.startSession(.vera)
            for _ in 0..<25 {
                house.clock.move(by: .seconds(25 * 60))
                _ = try await house.access.session(long.token)
            }
            let tooLong = try await house.access.session(long.token)
            #expect(tooLong == nil)
        }
    }

    @Test(arguments: Engine.all)
    func `the owner sees their sessions and ends one`(engine: Engine) async throws {
        try await engine.withAccess { house in
            let (here, there) = (try await house.startSession(.vera), try await house.startSession(.vera))
            let stranger = try await house.startSession(.omar)

            let listed = try await house.access.sessions(of: here)
            #expect(listed.filter(\.isThisOne).map(\.publicID) == [here.publicID])
            #expect(listed.count >= 2)
            try await house.access.revoke(there.publicID, of: stranger)
            let untouched = try await house.access.session(there.token)
            try await house.access.revoke(there.publicID, of: here)
            let revoked = try await house.access.session(there.token)
            #expect(untouched != nil && revoked == nil)
        }
    }

    @Test(arguments: Engine.all)
    func `the row of a session opens no key without the cookie`(engine: Engine) async throws {
        try await engine.withAccess { house in
            let session = try await house.startSession(.vera)
            let forged = OfficerSession(
                token: SessionToken(from: .system), officer: session.officer, publicID: session.publicID,
                started: session.started,
                seen: session.seen, sealedKeys: session.sealedKeys)

            #expect(throws: SealFailure.notGenuine) { try house.access.keyRing(of: forged) }
        }
    }

    @Test(arguments: ["", "x", String(repeating: "A", count: 43) + "A", "&&&"])
    func `what is no token is no session`(text: String) {
        #expect(SessionToken(text: text) == nil)
    }

    @Test(arguments: Engine.all)
    func `a changed passphrase keeps the keys and ends the other sessions`(engine: Engine) async throws {
        try await engine.withAccess { house in
            let (here, there) = (try await house.startSession(.vera), try await house.startSession(.vera))
            let before = try #require(try house.access.keyRing(of: here)).publicKeys

            try await house.access.changePassphrase(
                of: here, current: CastMember.vera.passphrase, to: "een heel nieuwe zin voor later",
                again: "een heel nieuwe zin voor later")
            house.clock.move(by: .seconds(30))
            let signIn = try await house.access.signIn(
                userName: "vera", passphrase: "een heel nieuwe zin voor later",
                code: CastMember.vera.secondFactor.digits(step: TimeCode.step(at: house.clock.now)), device: nil)
            let after = try await house.access.startSession(for: signIn.identity, unlocking: signIn.unlocking)

            let (stillHere, gone) = (try await house.access.session(here.token), try await house.access.session(there.token))
            #expect(try house.access.keyRing(of: after)?.publicKeys == before)
            #expect(stillHere != nil && gone == nil)
            await #expect(throws: SignInRefusal.notRight) { try await house.signIn(.vera) }
        }
    }

    @Test(arguments: Engine.all)
    func `a passphrase is changed only with the current one, typed twice, and long enough`(engine: Engine) async throws {
        try await engine.withAccess { house in
            let session = try await house.startSession(.vera)
            func change(_ current: String, _ next: String, _ again: String) async throws {
                try await house.access.changePassphrase(of: session, current: current, to: next, again: again)
            }

            await #expect(throws: PassphraseChangeRefusal.currentNotRight) {
                try await change("fout", "een heel nieuwe zin", "een heel nieuwe zin")
            }
            await #expect(throws: PassphraseChangeRefusal.passphrasesDiffer) {
                try await change(CastMember.vera.passphrase, "een heel nieuwe zin", "een heel andere zin")
            }
            await #expect(throws: PassphraseChangeRefusal.passphrase(.tooShort(shortest: 14))) {
                try await change(CastMember.vera.passphrase, "kort", "kort")
            }
        }
    }
}

struct EnrolmentTests {
    @Test(arguments: Engine.all)
    func `enrolling needs the code, a good passphrase twice, and the digits of the device`(engine: Engine) async throws {
        try await engine.withAccess(populated: false) { house in
            let officer = try await house.access.addOfficer(UserName("vera")!, name: "Vera")
            let code = try await house.access.invite(officer)
            let (member, factor) = (CastMember.vera, CastMember.vera.secondFactor)
            let digits = factor.digits(step: TimeCode.step(at: house.clock.now))
            func enrol(_ code: String, _ passphrase: String, _ again: String, _ digits: String) async throws {
                _ = try await house.access.enrol(
                    userName: "vera", code: code, passphrase: passphrase, again: again, secondFactor: factor, digits: digits)
            }

            await #expect(throws: EnrolmentRefusal.notRight) {
                try await enrol("nonsense", member.passphrase, member.passphrase, digits)
            }
            await #expect(throws: EnrolmentRefusal.passphrasesDiffer) {
                try await enrol(code.text, member.passphrase, "x", digits)
            }
            await #expect(throws: EnrolmentRefusal.passphrase(.tooShort(shortest: 14))) {
                try await enrol(code.text, "x", "x", digits)
            }
            await #expect(throws: EnrolmentRefusal.codeNotRight) {
                try await enrol(code.text, member.passphrase, member.passphrase, "000000")
            }
            try await enrol(code.text.uppercased().replacing("-", with: " "), member.passphrase, member.passphrase, digits)
            await #expect(throws: EnrolmentRefusal.notRight) {
                try await enrol(code.text, member.passphrase, member.passphrase, digits)
            }
        }
    }

    @Test(arguments: Engine.all)
    func `an enrolment code is valid for a week`(engine: Engine) async throws {
        try await engine.withAccess(populated: false) { house in
            let code = try await house.access.invite(house.access.addOfficer(UserName("vera")!, name: "Vera"))
            house.clock.move(days: 7)
            let inTime = try await house.access.invited(userName: "vera", code: code.text)
            house.clock.move(days: 1)

            #expect(inTime.name == "Vera")
            await #expect(throws: EnrolmentRefusal.notRight) { try await house.access.invited(userName: "vera", code: code.text) }
        }
    }

    @Test(arguments: Engine.all)
    func `enrolling again makes new keys, which must be confirmed anew`(engine: Engine) async throws {
        try await engine.withAccess { house in
            let officer = try await house.officer(.lotte)
            let before = try #require(try await house.access.roster().keys[officer.id])
            try await house.enrol(officer, as: .lotte)

            let roster = try await house.access.roster()
            #expect(roster.keys[officer.id]?.version == before.version + 1)
            #expect(roster.keys[officer.id]?.reading != before.reading)
            let readers = roster.keyholders(of: Organisation.ID("bzk")!, on: house.clock.today, where: \.readsReports)
            #expect(Set(readers.map(\.officer.name)) == ["Vera Mulder", "Omar Haddad"])
        }
    }

    @Test(arguments: Engine.all)
    func `an enrolment code works for one of two who use it at once`(engine: Engine) async throws {
        try await engine.withAccess(populated: false) { house in
            let code = try await house.access.invite(house.access.addOfficer(UserName("vera")!, name: "Vera"))
            let (member, factor) = (CastMember.vera, CastMember.vera.secondFactor)
            let digits = factor.digits(step: TimeCode.step(at: house.clock.now))
            let enrolled = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        (try? await house.access.enrol(
                            userName: "vera", code: code.text, passphrase: member.passphrase, again: member.passphrase,
                            secondFactor: factor, digits: digits)) != nil
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            let roster = try await house.access.roster()

            #expect(enrolled == 1 && roster.keys.values.map(\.version) == [1])
        }
    }

    @Test(arguments: Engine.all)
    func `from a new invitation on the earlier passphrase does not sign in`(engine: Engine) async throws {
        try await engine.withAccess { house in
            _ = try await house.access.invite(house.officer(.lotte))

            await #expect(throws: SignInRefusal.notRight) { try await house.signIn(.lotte) }
        }
    }
}
