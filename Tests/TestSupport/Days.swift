import Kernel

/// A day written as in a letter, `day("2026-02-16")`. Stops the test where it does not exist.
package func day(_ iso: String) -> Day { Day(iso)! }
