package gradlab.analysis.survey;

import gradlab.analysis.inference.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a residual layer adds: a factor times the sum of values.
 *
 * @param values their names
 * @param factor not 0
 */
record BranchFactor(List<String> values, double factor) {

    /** A value that is another one times a constant, or divided by it, is taken apart; any other stands for itself. */
    static BranchFactor of(@Nullable Step maker, String value, Function<String, Optional<Double>> constant) {
        if (maker != null && maker.node().inputs().size() == 2) {
            String first = maker.node().inputs().get(0);
            String second = maker.node().inputs().get(1);
            String operator = maker.node().fullOperator();
            Optional<BranchFactor> factored = Optional.empty();
            if (operator.equals("Mul")) {
                factored = product(first, constant.apply(second)).or(() -> product(second, constant.apply(first)));
            } else if (operator.equals("Div")) {
                factored = product(first, constant.apply(second).map(c -> 1 / c));
            }
            if (factored.isPresent()) {
                return factored.get();
            }
        }
        return new BranchFactor(List.of(value), 1);
    }

    private static Optional<BranchFactor> product(String value, Optional<Double> factor) {
        return factor.filter(c -> c != 0 && Double.isFinite(c)).map(c -> new BranchFactor(List.of(value), c));
    }
}
