/**
 * Recurrent networks as feedback loops: loop gain, small gain, the H-infinity norm, margins, transient growth.
 */
@org.jspecify.annotations.NullMarked
package gradlab.dynamics.feedback;
