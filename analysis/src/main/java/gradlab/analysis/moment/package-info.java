/** What do random variables come to on average, exactly: polynomials in them, and their moments. */
@org.jspecify.annotations.NullMarked
package gradlab.analysis.moment;
