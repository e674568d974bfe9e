/** What is claimed, what speaks for and against it, and what follows? Claims, evidence, and the one verdict rule. */
@org.jspecify.annotations.NullMarked
package gradlab.verification.claim;
