package gradlab.dynamics.euler;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;

/** Surveys the layers of a residual stack one by one, and how they grow together. */
public final class StackSurvey {
    /** Products of larger Jacobians are not formed. */
    private static final int LARGEST_PRODUCT = 400;

    private final StepSurvey survey;
    private final DenseBackend backend;
    private final int depth;

    private StackSurvey(StepSurvey survey, DenseBackend backend, int depth) {
        this.survey = survey;
        this.backend = backend;
        this.depth = depth;
    }

    /** Plain Java, seed 0; a single layer is taken as it is. */
    public static StackSurvey withDefaults() {
        return new StackSurvey(StepSurvey.withDefaults(), DenseBackend.fixedOrder(), 1);
    }

    /** Surveys each layer so. */
    public StackSurvey withSteps(StepSurvey other) {
        return new StackSurvey(other, backend, depth);
    }

    /** Decomposes with these kernels. */
    public StackSurvey withBackend(DenseBackend other) {
        return new StackSurvey(survey.withBackend(other), other, depth);
    }

    /** A stack of a single layer grows as this many copies of it. */
    public StackSurvey withDepth(int copies) {
        if (copies < 1 || copies > 100_000) {
            throw new IllegalArgumentException("depth must be from 1 to 100000, was " + copies);
        }
        return new StackSurvey(survey, backend, copies);
    }

    /**
     * The stack.
     *
     * @param progress is told how many layers are done
     * @throws IllegalArgumentException if a Jacobian has an entry that is not finite
     */
    public StackStability of(ResidualStack stack, IntConsumer progress) {
        List<LayerStability> layers = new ArrayList<>();
        for (ResidualStep step : stack.steps()) {
            layers.add(survey.of(step));
            progress.accept(layers.size());
        }
        double step = layers.stream()
                .mapToDouble(layer -> layer.scheme(Scheme.FORWARD_EULER).largestStep())
                .min()
                .orElseThrow();
        double scale = layers.stream()
                .mapToDouble(layer -> layer.scheme(Scheme.FORWARD_EULER).largestStep() / layer.step())
                .min()
                .orElseThrow();
        boolean dense =
                layers.stream().allMatch(layer -> layer.logarithmicNorms().isPresent());
        return new StackStability(
                stack.of(),
                layers,
                step,
                scale,
                growth(stack, layers),
                dense ? layers.get(0).spectrum().method() : sparse(layers),
                Advice.ofStack(layers, scale));
    }

    private static String sparse(List<LayerStability> layers) {
        return layers.stream()
                .filter(layer -> layer.logarithmicNorms().isEmpty())
                .findFirst()
                .map(layer -> layer.spectrum().method()
                        + "; mu_2 by Lanczos on the symmetric part, norms by Golub-Kahan-Lanczos, to about 1e-3")
                .orElseThrow();
    }

    private List<GrowthProfile> growth(ResidualStack stack, List<LayerStability> layers) {
        List<GrowthProfile> profiles = new ArrayList<>();
        int start = 0;
        for (int l = 1; l <= layers.size(); l++) {
            if (l == layers.size() || !layers.get(l).continues()) {
                profiles.add(profile(layers.size(), stack.steps().subList(start, l), layers.subList(start, l)));
                start = l;
            }
        }
        return profiles;
    }

    private GrowthProfile profile(int whole, List<ResidualStep> run, List<LayerStability> layers) {
        boolean single = whole == 1;
        List<LayerStability> chain = single ? Collections.nCopies(depth, layers.get(0)) : layers;
        if (run.get(0).dimension() > LARGEST_PRODUCT) {
            return GrowthProfile.bounds(chain);
        }
        List<DenseMatrix> jacobians =
                run.stream().map(step -> DenseMatrix.of(step.jacobian())).toList();
        return GrowthProfile.measured(
                chain, single ? Collections.nCopies(depth, jacobians.get(0)) : jacobians, backend);
    }
}
