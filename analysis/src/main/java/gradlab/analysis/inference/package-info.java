/**
 * What does a graph of operators compute? Each ONNX operator is one function over the primitives of tensors, so that
 * running a graph in an algebra with derivatives gives the derivatives of any part of it; patterns name what exporters
 * take apart.
 */
@org.jspecify.annotations.NullMarked
package gradlab.analysis.inference;
