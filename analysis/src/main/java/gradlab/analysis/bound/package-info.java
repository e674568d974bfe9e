/** How much a network can stretch a difference of inputs at most, anywhere: proved bounds, and where they lose to the truth. */
@org.jspecify.annotations.NullMarked
package gradlab.analysis.bound;
