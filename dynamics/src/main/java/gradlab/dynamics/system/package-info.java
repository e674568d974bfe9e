/**
 * Maps and flows, built in or given as formulas in a file, each with its tangent dynamics.
 */
@org.jspecify.annotations.NullMarked
package gradlab.dynamics.system;
