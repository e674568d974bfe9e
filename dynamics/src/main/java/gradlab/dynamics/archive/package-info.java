/** What of a run stays on disk? Records as they come, checkpoints, and going on from them. */
@org.jspecify.annotations.NullMarked
package gradlab.dynamics.archive;
