/// Something expected that cannot be done, with what the person needs to know to go on.
///
/// Each feature has its own enumeration. The sentence that a person reads is made by the delivery that shows it.
package protocol Refusal: Error, Equatable, Sendable {}
