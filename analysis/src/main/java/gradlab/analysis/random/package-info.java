/** Reproducible randomness: one explicit seed, one independent stream for each task, the same bits on any machine. */
@org.jspecify.annotations.NullMarked
package gradlab.analysis.random;
