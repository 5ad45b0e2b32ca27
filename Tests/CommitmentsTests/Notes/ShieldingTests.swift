import Commitments
import TestSupport
import Testing

struct ShieldingTests {
    @Test(
        .law("Woo 5.1(2)(e)"),
        arguments: [
            ("Opgesteld door Esra Demir.", "Opgesteld door [naam afgeschermd]."),
            ("Mevrouw Demir en Demirs collega", "Mevrouw [naam afgeschermd] en [naam afgeschermd] collega"),
            ("mevrouw Van Es, VAN ES, I. van Es", "mevrouw [naam afgeschermd], [naam afgeschermd], I. [naam afgeschermd]"),
            ("Es en estafette", "[naam afgeschermd] en estafette"),
            ("Van Esra Demir-Bos; Vandemir", "Van [naam afgeschermd]-Bos; Vandemir"),
            ("De leden Rajkowski en Van Baarle", "De leden Rajkowski en Van Baarle"),
            ("Demir Demir", "[naam afgeschermd] [naam afgeschermd]"),
        ])
    func `names of officials are taken out, those of members stay`(text: String, shielded: String) {
        #expect(Shielding.shielded(text, names: ["Esra Demir", "Li", "Ingrid van Es"]) == shielded)
    }
}
