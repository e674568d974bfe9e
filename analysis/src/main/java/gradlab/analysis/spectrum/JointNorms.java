package gradlab.analysis.spectrum;

import gradlab.analysis.operator.OperatorBatch;
import gradlab.analysis.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Searches for the norms of operators that are applied together, one Lanczos process each, step by step for all. */
final class JointNorms {
    private final OperatorBatch batch;
    private final double tolerance;
    private final List<GolubKahanLanczos> searches = new ArrayList<>();
    private final NormEstimate[] estimates;
    private final boolean[] done;

    JointNorms(OperatorBatch batch, double tolerance, long seed) {
        this.batch = batch;
        this.tolerance = tolerance;
        estimates = new NormEstimate[batch.count()];
        done = new boolean[batch.count()];
        Arrays.fill(estimates, new NormEstimate(0, 1, () -> 0));
        for (int i = 0; i < batch.count(); i++) {
            RandomStream random = RandomStream.of(seed, "spectral norms").split(i);
            searches.add(new GolubKahanLanczos(GolubKahanLanczos.start(batch.columns(), random)));
        }
    }

    List<SpectralNorm.Result> run(int maxSteps) {
        for (int step = 0; step < maxSteps && IntStream.range(0, done.length).anyMatch(i -> !done[i]); step++) {
            step();
        }
        return IntStream.range(0, done.length).mapToObj(this::result).toList();
    }

    private void step() {
        double[] images = batch.apply(gathered(batch.columns(), true));
        for (int i = 0; i < done.length; i++) {
            if (!done[i] && !searches.get(i).extendLeft(row(images, batch.rows(), i))) {
                finish(i);
            }
        }
        double[] back = batch.applyTranspose(gathered(batch.rows(), false));
        for (int i = 0; i < done.length; i++) {
            if (!done[i]) {
                searches.get(i).extendRight(row(back, batch.columns(), i));
                finish(i);
            }
        }
    }

    private void finish(int i) {
        estimates[i] = searches.get(i).estimate();
        done[i] = searches.get(i).isInvariant() || estimates[i].isWithin(tolerance);
    }

    /** The vectors that the batch is to be applied to, one a row; zeros for those that have converged. */
    private double[] gathered(int length, boolean directions) {
        double[] gathered = new double[done.length * length];
        for (int i = 0; i < done.length; i++) {
            if (!done[i]) {
                GolubKahanLanczos search = searches.get(i);
                System.arraycopy(directions ? search.direction() : search.left(), 0, gathered, i * length, length);
            }
        }
        return gathered;
    }

    private static double[] row(double[] rows, int length, int i) {
        double[] row = Arrays.copyOfRange(rows, i * length, (i + 1) * length);
        for (double entry : row) {
            if (!Double.isFinite(entry)) {
                throw new IllegalArgumentException(
                        "operator must map finite vectors to finite ones, but an entry of image " + i + " was "
                                + entry);
            }
        }
        return row;
    }

    private SpectralNorm.Result result(int i) {
        double value = estimates[i].value();
        double rounding = 2 * Math.ulp(1.0) * Math.sqrt(batch.rows());
        int steps = searches.get(i).steps();
        return new SpectralNorm.Result(
                value,
                Math.max(estimates[i].residual(), rounding) * value,
                steps,
                done[i] ? Outcome.CONVERGED : Outcome.MAX_STEPS,
                "Golub-Kahan-Lanczos: " + steps + " steps, together with " + (done.length - 1) + " others");
    }
}
