/**
 * Residual networks as numerical integrators: stability regions, step advice, order, logarithmic norms.
 */
@org.jspecify.annotations.NullMarked
package gradlab.dynamics.euler;
