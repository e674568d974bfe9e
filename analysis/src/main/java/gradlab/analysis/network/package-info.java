/** Networks of named layers: initialisations, end-to-end Jacobians, and how gradients change with depth. */
@org.jspecify.annotations.NullMarked
package gradlab.analysis.network;
