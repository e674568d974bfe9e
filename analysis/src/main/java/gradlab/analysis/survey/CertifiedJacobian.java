package gradlab.analysis.survey;

import gradlab.analysis.arithmetic.IntervalArithmetic;
import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.inference.GraphRun;
import gradlab.analysis.inference.Inference;
import gradlab.analysis.inference.Value;
import gradlab.analysis.interval.Interval;
import gradlab.analysis.interval.IntervalMatrix;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.tensor.Jets;
import gradlab.analysis.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Jacobian of a part of a model at a point in interval arithmetic: every entry of the true Jacobian, of the model in
 * real arithmetic with its weights as they are stored, lies in the entry's interval.
 */
final class CertifiedJacobian {
    private static final int MOST_INPUTS = 4_096;

    private CertifiedJacobian() {}

    static IntervalMatrix of(OnnxModel model, Map<String, Given> point, String from, String to) {
        Given start = point.get(from);
        if (start == null) {
            throw new IllegalArgumentException("point must hold " + from);
        }
        int n = start.shape().size();
        if (n > MOST_INPUTS) {
            throw SourceException.in(
                    model.file(), "a Jacobian by " + n + " numbers", "at most " + MOST_INPUTS + " with --certified");
        }
        try {
            return matrix(run(model, point, from, to, start), to, n);
        } catch (NoValueException e) {
            throw SourceException.in(
                    model.file(), "no derivative that can be enclosed: " + e.getMessage(), "a point away from kinks");
        } catch (ShapeException e) {
            throw SourceException.in(
                    model.file(),
                    "a Jacobian that cannot be enclosed: " + e.getMessage(),
                    "a smaller part of the model");
        }
    }

    private static Inference<Jets.Tensor<Interval>> run(
            OnnxModel model, Map<String, Given> point, String from, String to, Given start) {
        int n = start.shape().size();
        Jets<Interval> jets = new Jets<>(IntervalArithmetic.INTERVALS, n);
        Map<String, Value<Jets.Tensor<Interval>>> given = new LinkedHashMap<>();
        point.forEach((name, value) -> given.put(name, value.in(jets)));
        List<Interval> values =
                Arrays.stream(start.reals().toArray()).mapToObj(Interval::of).toList();
        List<Interval> identity = new ArrayList<>();
        for (int e = 0; e < n * n; e++) {
            identity.add(e % n == e / n ? Interval.ONE : Interval.ZERO);
        }
        given.put(from, new Value.Real<>(new Jets.Tensor<>(start.shape(), values, Optional.of(identity))));
        return GraphRun.of(model).run(jets, given, List.of(to));
    }

    private static IntervalMatrix matrix(Inference<Jets.Tensor<Interval>> run, String to, int n) {
        Jets.Tensor<Interval> output = run.value(to)
                .orElseThrow(() -> new IllegalStateException("no value " + to))
                .real(run.algebra());
        Shape shape = output.shape();
        Optional<List<Interval>> tangents = output.tangents();
        return IntervalMatrix.of(
                shape.size(), n, (i, j) -> tangents.map(t -> t.get(i * n + j)).orElse(Interval.ZERO));
    }
}
