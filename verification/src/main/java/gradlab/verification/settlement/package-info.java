/** What does all the evidence on a claim come to? Gathers it piece by piece and applies the one verdict rule. */
@org.jspecify.annotations.NullMarked
package gradlab.verification.settlement;
