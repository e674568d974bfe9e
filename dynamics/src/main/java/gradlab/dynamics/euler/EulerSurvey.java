package gradlab.dynamics.euler;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/** Looks at a residual stack as a Forward Euler solver from all sides. */
public final class EulerSurvey {
    /** Larger stacks are followed only if somebody asks. */
    private static final int LARGEST_FOLLOWED = 512;

    private static final int LARGEST_DENSE = 300;
    private static final int MOST_ORBIT = 400;
    private static final double LARGEST_STEP_NORM = 4;
    private static final int FINEST = 128;
    /** Layers times the square of their dimension: with more, fewer steps a layer are taken. */
    private static final double CHEAP = 4e6;

    private static final int FINEST_OF_LARGE = 32;

    private final StackSurvey stack;
    private final DenseBackend backend;
    private final long seed;
    private final OptionalInt steps;
    private final OptionalDouble time;

    private EulerSurvey(StackSurvey stack, DenseBackend backend, long seed, OptionalInt steps, OptionalDouble time) {
        this.stack = stack;
        this.backend = backend;
        this.seed = seed;
        this.steps = steps;
        this.time = time;
    }

    /** Plain Java, seed 0, orders studied of up to 512 dimensions. */
    public static EulerSurvey withDefaults() {
        return new EulerSurvey(
                StackSurvey.withDefaults(), DenseBackend.fixedOrder(), 0, OptionalInt.empty(), OptionalDouble.empty());
    }

    /** Computes so, by these kernels and from this seed. */
    public EulerSurvey with(DenseBackend kernels, long newSeed, int depth) {
        StackSurvey survey = StackSurvey.withDefaults()
                .withSteps(StepSurvey.withDefaults().withSeed(newSeed))
                .withBackend(kernels)
                .withDepth(depth);
        return new EulerSurvey(survey, kernels, newSeed, steps, time);
    }

    /** Studies the order with up to this many steps a layer, whatever the size. */
    public EulerSurvey withFinest(int substeps) {
        OrderStudy.withDefaults().withFinest(substeps);
        return new EulerSurvey(stack, backend, seed, OptionalInt.of(substeps), time);
    }

    /** Studies the order at this time, whatever the size. */
    public EulerSurvey withTime(double whole) {
        OrderStudy.withDefaults().withTime(whole);
        return new EulerSurvey(stack, backend, seed, steps, OptionalDouble.of(whole));
    }

    /**
     * The survey.
     *
     * @param residual the stack
     * @param isMatrix whether it is a single matrix, so that designs with the same weights mean something
     * @param progress is told how many parts are done, of the layers and the three methods
     * @throws IllegalArgumentException if a Jacobian has an entry that is not finite
     */
    public EulerResult of(ResidualStack residual, boolean isMatrix, IntConsumer progress) {
        StackStability stability = stack.of(residual, progress);
        int layers = residual.steps().size();
        Optional<OrderStudy.Result> order = order(residual, stability, done -> progress.accept(layers + done));
        LayerStability limit = stability.layers().stream()
                .filter(layer -> layer.scheme(Scheme.FORWARD_EULER).largestStep() > 0)
                .filter(layer ->
                        layer.spectrum().converged() && layer.spectrum().abscissa() < 0)
                .min(Comparator.comparingDouble(
                        layer -> layer.scheme(Scheme.FORWARD_EULER).largestStep() / layer.step()))
                .orElse(null);
        String reason = limit == null
                ? "no layer has eigenvalues with negative real parts alone"
                : limit.dimension() > LARGEST_DENSE ? "more than " + LARGEST_DENSE + " dimensions" : "";
        Optional<BlowUp> blowUp = limit == null || !reason.isEmpty()
                ? Optional.empty()
                : blowUp(residual.steps().get(stability.layers().indexOf(limit)), limit);
        reason = reason.isEmpty() && blowUp.isEmpty() ? "the exact solution is out of reach" : reason;
        return new EulerResult(stability, order, blowUp, reason, isMatrix ? designs(residual) : List.of());
    }

    private Optional<OrderStudy.Result> order(ResidualStack residual, StackStability stability, IntConsumer progress) {
        List<ResidualStep> run = longestRun(residual);
        if (run.get(0).dimension() > LARGEST_FOLLOWED && steps.isEmpty() && time.isEmpty()) {
            return Optional.empty();
        }
        double own = run.stream().mapToDouble(ResidualStep::step).sum();
        double largest = stability.layers().stream()
                .mapToDouble(layer -> layer.step() * layer.jacobianNorm())
                .max()
                .orElse(0);
        double cost = (double) run.size() * run.get(0).dimension() * run.get(0).dimension();
        double whole = time.orElse(own * Math.min(1, LARGEST_STEP_NORM / Math.max(largest, Double.MIN_NORMAL)));
        return Optional.of(OrderStudy.withDefaults()
                .withFinest(steps.orElse(cost <= CHEAP ? FINEST : FINEST_OF_LARGE))
                .withTime(whole)
                .of(run, progress));
    }

    /** The longest run of layers that follow one another; of equal ones the first. */
    private static List<ResidualStep> longestRun(ResidualStack residual) {
        List<ResidualStep> longest = List.of();
        List<ResidualStep> run = new ArrayList<>();
        for (ResidualStep step : residual.steps()) {
            run = step.continues() ? run : new ArrayList<>();
            run.add(step);
            longest = run.size() > longest.size() ? List.copyOf(run) : longest;
        }
        return longest;
    }

    private Optional<BlowUp> blowUp(ResidualStep step, LayerStability limit) {
        return BlowUp.of(
                DenseMatrix.of(step.jacobian()),
                limit.scheme(Scheme.FORWARD_EULER).largestStep(),
                MOST_ORBIT,
                seed,
                backend);
    }

    private List<DesignRow> designs(ResidualStack residual) {
        ResidualStep step = residual.steps().get(0);
        return step.dimension() > LARGEST_DENSE
                ? List.of()
                : DesignSurvey.of(DenseMatrix.of(step.jacobian()), step.step(), backend);
    }
}
