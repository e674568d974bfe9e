/**
 * Lyapunov exponents with honest intervals: the spectrum, the largest, covariant vectors, and what they imply.
 */
@org.jspecify.annotations.NullMarked
package gradlab.dynamics.lyapunov;
