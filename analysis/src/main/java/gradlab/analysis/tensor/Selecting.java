package gradlab.analysis.tensor;

/** The derivative of a selection: the selection itself. */
record Selecting(Selection selection) implements Derivative {
    @Override
    public void push(int operand, double[] tangent, double[] into) {
        for (int e = 0; e < into.length; e++) {
            if (selection.index(e) >= 0 && selection.source(e) == operand) {
                into[e] += tangent[selection.index(e)];
            }
        }
    }

    @Override
    public void pull(int operand, double[] cotangent, double[] into) {
        for (int e = 0; e < cotangent.length; e++) {
            if (selection.index(e) >= 0 && selection.source(e) == operand) {
                into[selection.index(e)] += cotangent[e];
            }
        }
    }
}
