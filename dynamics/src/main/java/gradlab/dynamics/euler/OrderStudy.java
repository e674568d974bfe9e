package gradlab.dynamics.euler;

import gradlab.analysis.spectrum.Euclidean;
import gradlab.dynamics.system.OrbitException;
import gradlab.dynamics.system.ReferenceFlow;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;

/**
 * Whether a residual stack approaches a flow as it becomes deeper. Its time sum of h_l is kept, each layer is cut into 1, 2, 4,
 * ... steps of the same branch, and the end is held against the flow x' = f_l(x) through one layer after another, which a
 * {@link ReferenceFlow} follows.
 */
public final class OrderStudy {
    private static final int LARGEST_CUT = 1 << 20;
    /** Errors below this many tolerances of the reference, relative to the state, are noise. */
    private static final double NOISE = 100;

    private static final double ULP = 0x1p-52;

    private final int finest;
    private final ReferenceFlow reference;
    private final OptionalDouble time;

    private OrderStudy(int finest, ReferenceFlow reference, OptionalDouble time) {
        this.finest = finest;
        this.reference = reference;
        this.time = time;
    }

    /** Up to 128 steps a layer, the stack's own time. */
    public static OrderStudy withDefaults() {
        return new OrderStudy(128, ReferenceFlow.withDefaults(), OptionalDouble.empty());
    }

    /** Cuts a layer into at most this many steps. */
    public OrderStudy withFinest(int substeps) {
        if (substeps < 4 || substeps > LARGEST_CUT) {
            throw new IllegalArgumentException("finest must be from 4 to " + LARGEST_CUT + ", was " + substeps);
        }
        return new OrderStudy(substeps, reference, time);
    }

    /** Measures against this reference. */
    public OrderStudy withReference(ReferenceFlow other) {
        return new OrderStudy(finest, other, time);
    }

    /** Stretches the steps so that the whole takes this time. */
    public OrderStudy withTime(double whole) {
        if (!(whole > 0 && whole < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("time must be positive and finite, was " + whole);
        }
        return new OrderStudy(finest, reference, OptionalDouble.of(whole));
    }

    /**
     * What was found.
     *
     * @param time the whole time
     * @param layers how many layers were followed
     * @param curves one a method; empty where the reference could not be had
     * @param reason why there are none, else empty
     */
    public record Result(double time, int layers, List<OrderCurve> curves, String reason) {
        /** Copies the list. */
        public Result {
            curves = List.copyOf(curves);
        }
    }

    /**
     * Studies steps that follow one another, from the first one's point.
     *
     * @param steps at least one, all of one dimension
     * @param progress is told how many curves are done
     */
    public Result of(List<ResidualStep> steps, IntConsumer progress) {
        double own = steps.stream().mapToDouble(ResidualStep::step).sum();
        double whole = time.orElse(own);
        double[] start = steps.get(0).at().toArray();
        double[] end;
        try {
            end = reference(steps, start, whole / own);
        } catch (OrbitException e) {
            return new Result(whole, steps.size(), List.of(), String.valueOf(e.getMessage()));
        }
        List<OrderCurve> curves = new ArrayList<>();
        for (Scheme scheme : Scheme.values()) {
            curves.add(curve(scheme, steps, start, end, whole));
            progress.accept(curves.size());
        }
        return new Result(whole, steps.size(), curves, "");
    }

    private double[] reference(List<ResidualStep> steps, double[] start, double stretch) {
        double[] x = start;
        for (ResidualStep step : steps) {
            x = reference.of(step.field().value(), x, step.step() * stretch);
        }
        return x;
    }

    private OrderCurve curve(Scheme scheme, List<ResidualStep> steps, double[] start, double[] end, double whole) {
        double own = steps.stream().mapToDouble(ResidualStep::step).sum();
        List<Integer> cuts = new ArrayList<>();
        List<Double> widths = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        for (int cut = 1; cut <= finest; cut *= 2) {
            double[] x = start;
            for (ResidualStep step : steps) {
                x = walked(scheme, step, x, cut, step.step() * whole / own / cut);
            }
            cuts.add(cut);
            widths.add(whole / steps.size() / cut);
            errors.add(distance(x, end));
        }
        double largest = Math.max(Euclidean.norm(start), Euclidean.norm(end));
        double floor = largest * Math.max(NOISE * reference.tolerance(), 10 * ULP * Math.sqrt(finest));
        return new OrderCurve(scheme, cuts, widths, errors, OrderFit.of(widths, errors, floor));
    }

    private static double[] walked(Scheme scheme, ResidualStep step, double[] from, int count, double h) {
        double[] x = from;
        for (int i = 0; i < count; i++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new java.util.concurrent.CancellationException("interrupted");
            }
            x = scheme.advance(step.field().value(), x, h);
        }
        return x;
    }

    /** NaN or infinite where the method overflowed. */
    private static double distance(double[] x, double[] y) {
        double[] difference = x.clone();
        for (int i = 0; i < difference.length; i++) {
            difference[i] -= y[i];
        }
        return Euclidean.norm(difference);
    }
}
