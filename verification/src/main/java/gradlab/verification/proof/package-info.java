/**
 * Does a machine-checked theorem say exactly this claim? Keeps the theorems' statements, runs the proof
 * checker over the shipped proofs, and audits its answer.
 */
@org.jspecify.annotations.NullMarked
package gradlab.verification.proof;
