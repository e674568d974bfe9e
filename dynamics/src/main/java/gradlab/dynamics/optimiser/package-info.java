/** How does a gradient change the parameters? Rules, schedules, clipping, and the sharpness that each rule can stand. */
@org.jspecify.annotations.NullMarked
package gradlab.dynamics.optimiser;
