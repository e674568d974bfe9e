/** Linear operators known by what they and their transposes do to a vector, and the immutable vectors and matrices. */
@org.jspecify.annotations.NullMarked
package gradlab.analysis.operator;
