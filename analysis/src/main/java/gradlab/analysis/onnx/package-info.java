/**
 * What does an ONNX file say? A bounded reader of the protocol buffers, with tensors in their stored width and in the
 * file or beside it, and the graph as immutable records. Nothing here computes.
 */
@org.jspecify.annotations.NullMarked
package gradlab.analysis.onnx;
