/**
 * What is to be known of this matrix or this model? Brings together, for one file, what the other packages compute: singular
 * values, bounds, stability, and for a model the same of the Jacobian of any part of it, layer by layer.
 */
@org.jspecify.annotations.NullMarked
package gradlab.analysis.survey;
