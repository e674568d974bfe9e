/**
 * Training runs that can be repeated bit for bit: data, experiments as YAML, stochastic gradient descent, and the record of
 * what happened.
 */
@org.jspecify.annotations.NullMarked
package gradlab.dynamics.training;
