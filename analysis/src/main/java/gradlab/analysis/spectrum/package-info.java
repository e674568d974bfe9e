/**
 * Singular values, eigenvalues, norms and what they say about powers, each with a bound on its error and the reason why
 * it stopped.
 */
@org.jspecify.annotations.NullMarked
package gradlab.analysis.spectrum;
