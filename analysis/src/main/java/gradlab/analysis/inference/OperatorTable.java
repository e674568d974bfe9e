package gradlab.analysis.inference;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All operators by the names that ONNX gives them. Adding one is a line in the table of its theme. */
public final class OperatorTable {

    private static final Map<String, Operator> TABLE = table();

    private OperatorTable() {}

    private static Map<String, Operator> table() {
        Map<String, Operator> table = new TreeMap<>();
        ElementwiseOperators.addTo(table);
        ParametricUnits.addTo(table);
        PairOperators.addTo(table);
        LogicOperators.addTo(table);
        ShapeOperators.addTo(table);
        SliceOperators.addTo(table);
        IndexOperators.addTo(table);
        GenerationOperators.addTo(table);
        ReductionOperators.addTo(table);
        SearchOperators.addTo(table);
        LinearOperators.addTo(table);
        ConvolutionOperators.addTo(table);
        PoolingOperators.addTo(table);
        NormalisationOperators.addTo(table);
        RecurrentOperators.addTo(table);
        return Map.copyOf(table);
    }

    /** The names of the operators. */
    public static Set<String> names() {
        return new java.util.TreeSet<>(TABLE.keySet());
    }

    static Optional<Operator> find(String name) {
        return Optional.ofNullable(TABLE.get(name));
    }
}
