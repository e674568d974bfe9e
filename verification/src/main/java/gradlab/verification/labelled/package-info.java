/** How often is the diagnosis right? Runs labelled by how they were built and how they ended, and what detectors say of them. */
@org.jspecify.annotations.NullMarked
package gradlab.verification.labelled;
