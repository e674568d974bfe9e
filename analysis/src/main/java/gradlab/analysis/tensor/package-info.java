/**
 * What can be done to tensors, with derivatives? A small set of primitive operations in which every layer and every ONNX
 * operator is written once. {@link gradlab.analysis.tensor.TensorAlgebra} names the primitives; its implementations
 * carry them out in binary64 with derivatives in both directions, or in any arithmetic with tangents.
 */
@org.jspecify.annotations.NullMarked
package gradlab.analysis.tensor;
