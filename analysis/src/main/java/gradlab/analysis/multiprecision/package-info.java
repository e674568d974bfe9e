/**
 * Intervals between numbers of {@value gradlab.analysis.multiprecision.BigFloat#PRECISION} bits with exponents of 50: what binary64 is too coarse
 * or too narrow for.
 */
@org.jspecify.annotations.NullMarked
package gradlab.analysis.multiprecision;
