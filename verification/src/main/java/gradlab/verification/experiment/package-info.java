/** What do real training runs say? The experiments that claims speak of, run once each, and what they measured. */
@org.jspecify.annotations.NullMarked
package gradlab.verification.experiment;
