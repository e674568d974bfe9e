package gradlab.analysis.spectrum;

import gradlab.analysis.backend.Svd;
import java.util.stream.IntStream;

/** Grows a pair of spaces until the singular values wanted have converged, and once more for those that were missed. */
final class PartialSearch {
    private final SingularSubspace space;
    private final boolean largest;
    private final int count;
    private final double tolerance;
    private final int secondLook;
    private final int capacity;

    PartialSearch(SingularSubspace space, boolean largest, int count, double tolerance, int secondLook) {
        this.space = space;
        this.largest = largest;
        this.count = count;
        this.tolerance = tolerance;
        this.secondLook = secondLook;
        this.capacity = largest ? 3 * count + 40 : Integer.MAX_VALUE;
    }

    PartialSingularValues.Result run(int maxSteps, int exponent) {
        double[] seen = {};
        int nextCheck = count + 4;
        while (true) {
            space.grow();
            boolean last = space.isComplete() || space.steps() >= maxSteps;
            if (!last && space.size() < capacity && space.steps() < nextCheck) {
                continue;
            }
            nextCheck = space.steps() + Math.max(4, space.steps() / 8);
            Svd svd = space.projected();
            int[] wanted = wanted(svd);
            boolean converged = space.isComplete() || hasConverged(svd, wanted);
            if (last || (converged && isSame(seen, svd, wanted))) {
                return result(svd, wanted, exponent, converged);
            }
            if (converged) {
                seen = values(svd, wanted);
                space.turn();
                nextCheck = space.steps() + secondLook;
            } else if (space.size() >= capacity) {
                space.restart(svd, kept(svd));
            }
        }
    }

    private int[] wanted(Svd svd) {
        int size = svd.singularValues().size();
        int some = Math.min(count, size);
        return IntStream.range(largest ? 0 : size - some, largest ? some : size).toArray();
    }

    /** What a restart keeps: the wanted ones and half as many again, so that the next ones are not lost. */
    private int[] kept(Svd svd) {
        return IntStream.range(0, Math.min(svd.singularValues().size() - 1, count + count / 2 + 10))
                .toArray();
    }

    private boolean hasConverged(Svd svd, int[] wanted) {
        int size = svd.singularValues().size();
        if (wanted.length < count) {
            return false;
        }
        double limit = tolerance * svd.singularValues().get(0);
        for (int j : wanted) {
            if (space.beta() * Math.abs(svd.u().get(size - 1, j)) > limit) {
                return false;
            }
        }
        return true;
    }

    private static double[] values(Svd svd, int[] wanted) {
        return IntStream.of(wanted).mapToDouble(svd.singularValues()::get).toArray();
    }

    /** Whether the second look has changed nothing. */
    private boolean isSame(double[] seen, Svd svd, int[] wanted) {
        double limit = 10 * tolerance * svd.singularValues().get(0);
        double[] now = values(svd, wanted);
        boolean same = seen.length == now.length;
        for (int i = 0; same && i < now.length; i++) {
            same = Math.abs(now[i] - seen[i]) <= limit;
        }
        return same;
    }

    private PartialSingularValues.Result result(Svd svd, int[] wanted, int exponent, boolean converged) {
        double[] values = values(svd, wanted);
        double[] residuals = new double[values.length];
        double limit =
                Math.max(10 * tolerance, 1e-13) * Math.max(svd.singularValues().get(0), Double.MIN_NORMAL);
        boolean met = converged && values.length == count;
        for (int i = 0; i < values.length; i++) {
            residuals[i] = space.residual(svd, wanted[i]);
            met &= residuals[i] <= limit;
        }
        return PartialSingularValues.result(values, residuals, exponent, space.steps(), met);
    }
}
