package gradlab.analysis.onnx;

/**
 * One size of a value of the graph: a number, or a symbol (maybe empty) for one that only a run knows.
 *
 * @param symbol the name, empty for none
 * @param length the number, -1 if only a run knows
 */
public record Size(String symbol, int length) {

    /** Whether it is a number. */
    public boolean isKnown() {
        return length >= 0;
    }

    @Override
    public String toString() {
        return isKnown() ? String.valueOf(length) : symbol.isEmpty() ? "?" : symbol;
    }
}
