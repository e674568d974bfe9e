/**
 * What is in a file of weights or a matrix? Bounded readers of npy, npz, safetensors and Matrix Market, told apart by
 * what is in them; tensors in the width in which they are stored.
 */
@org.jspecify.annotations.NullMarked
package gradlab.analysis.model;
