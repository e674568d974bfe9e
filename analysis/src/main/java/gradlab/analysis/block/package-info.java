/**
 * What does each layer compute? Every layer as a function of tensors, written once in the primitives of {@link
 * gradlab.analysis.tensor.TensorAlgebra}, one file a layer. Claims evaluate it in any arithmetic, training and analysis of
 * models in binary64 with derivatives by input and parameters.
 */
@org.jspecify.annotations.NullMarked
package gradlab.analysis.block;
