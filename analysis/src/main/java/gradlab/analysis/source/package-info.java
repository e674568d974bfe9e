/**
 * How do files from strangers come in, and how do results go out? Bounded reading, errors that name
 * file, line and column, YAML with positions, and writing beside before moving.
 */
@org.jspecify.annotations.NullMarked
package gradlab.analysis.source;
