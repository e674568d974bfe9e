/** What does one map do to a vector? Layers, networks, their Jacobians, spectra and enclosures. */
@org.jspecify.annotations.NullMarked
package gradlab.analysis;
