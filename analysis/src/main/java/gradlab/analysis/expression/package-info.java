/**
 * What does a formula say? The expression language of claims: parsed once to one tree, checked, then evaluated in any
 * arithmetic and printed.
 */
@org.jspecify.annotations.NullMarked
package gradlab.analysis.expression;
