package gradlab.analysis.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many of ONNX's own cases pass, operator by operator, as docs/onnx.md shows it. */
final class ConformanceTable {

    /** Cases of claimed operators that ask for what is not claimed, and why. */
    static final Map<String, String> OUT_OF_SCOPE = Map.of(
            "test_batchnorm_epsilon_training_mode", "training",
            "test_batchnorm_example_training_mode", "training",
            "test_training_dropout", "training",
            "test_training_dropout_default", "training",
            "test_training_dropout_default_mask", "training",
            "test_training_dropout_mask", "training",
            "test_cast_FLOAT_to_BFLOAT16", "numbers are not rounded to a type",
            "test_castlike_FLOAT_to_BFLOAT16", "numbers are not rounded to a type",
            "test_castlike_FLOAT_to_BFLOAT16_expanded", "numbers are not rounded to a type");

    private static final String SEVERAL = "several operators";

    private ConformanceTable() {}

    static boolean isOutOfScope(ConformanceCase one) {
        return OUT_OF_SCOPE.containsKey(one.name());
    }

    /** The table's lines. */
    static List<String> lines(List<ConformanceCase> cases) throws java.io.IOException {
        Map<String, int[]> counts = new TreeMap<>();
        OperatorTable.names().forEach(name -> counts.put(name, new int[3]));
        counts.put(SEVERAL, new int[3]);
        for (ConformanceCase one : cases) {
            String row =
                    one.operators().size() == 1 ? one.operators().iterator().next() : SEVERAL;
            if (one.isClaimed()) {
                int column = isOutOfScope(one) ? 2 : one.run().isEmpty() ? 0 : 1;
                java.util.Objects.requireNonNull(counts.get(row))[column]++;
            }
        }
        List<String> lines = new ArrayList<>(List.of("| operator | pass | fail | not claimed |", "|---|---|---|---|"));
        int[] sum = new int[3];
        counts.forEach((name, count) -> {
            lines.add(row(name, count));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += count[i];
            }
        });
        lines.add(row("all", sum));
        return lines;
    }

    private static String row(String name, int[] count) {
        return "| " + name + " | " + count[0] + " | " + count[1] + " | " + count[2] + " |";
    }
}
