/**
 * What is a number here? One interface for computing in binary64, in intervals and exactly, so that a formula is
 * written once; truth values that know undecided and undefined; vectors and matrices over any of them.
 */
@org.jspecify.annotations.NullMarked
package gradlab.analysis.arithmetic;
