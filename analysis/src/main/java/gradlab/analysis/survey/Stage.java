package gradlab.analysis.survey;

import gradlab.analysis.onnx.Node;
import java.util.List;

/**
 * One layer of a run: an operator, or several that an exporter made of one layer.
 *
 * @param type what it computes
 * @param node its last operator
 * @param input the value that goes in and depends on the point
 * @param output the value that comes out
 * @param fixed the values that go in and do not depend on the point
 */
record Stage(String type, Node node, String input, String output, List<String> fixed) {}
