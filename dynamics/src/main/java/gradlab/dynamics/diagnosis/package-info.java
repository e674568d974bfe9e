/**
 * What is wrong with a training run, read from the records it left, with the theory's thresholds.
 */
@org.jspecify.annotations.NullMarked
package gradlab.dynamics.diagnosis;
