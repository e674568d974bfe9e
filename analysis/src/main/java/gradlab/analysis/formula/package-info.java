/**
 * What does a layer compute, in any arithmetic? Each layer as a formula for its value and for what its derivative does
 * to tangent vectors, written once and evaluated in binary64, in intervals or exactly.
 */
@org.jspecify.annotations.NullMarked
package gradlab.analysis.formula;
