/** What do samples say of means and probabilities? */
@org.jspecify.annotations.NullMarked
package gradlab.verification.expectation;
