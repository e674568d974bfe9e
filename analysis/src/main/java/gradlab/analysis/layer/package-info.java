/**
 * Layers: differentiable maps of a vector with their derivatives by input and by parameters. Adding one takes a class and
 * a line in the table of the layer laws.
 */
@org.jspecify.annotations.NullMarked
package gradlab.analysis.layer;
