/**
 * How signals and gradients spread through random deep networks: mean-field theory beside real random networks.
 */
@org.jspecify.annotations.NullMarked
package gradlab.dynamics.signal;
