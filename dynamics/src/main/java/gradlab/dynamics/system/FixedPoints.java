package gradlab.dynamics.system;

import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.backend.Eigenvalues;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Fixed points of systems of few dimensions, by Newton's method from the start, from points of its orbit and from points about
 * them. It finds what lies near there; that there is no other is not said.
 */
public final class FixedPoints {

    private static final int MOST_DIMENSIONS = 12;
    private static final int STARTS = 200;
    private static final int STEPS = 60;
    private static final double SAME = 1e-6;
    private static final double SETTLED = 1e-13;

    private final Rule rule;
    private final int n;
    private final Clock clock;

    private FixedPoints(Rule rule, Clock clock) {
        this.rule = rule;
        this.n = rule.dimension();
        this.clock = clock;
    }

    /** Those that are found, in ascending order of coordinates; none of systems of more than 12 dimensions or without a rule. */
    public static List<FixedPoint> of(DynamicalSystem system) {
        if (system.dimension() > MOST_DIMENSIONS) {
            return List.of();
        }
        if (system instanceof MapSystem map) {
            return new FixedPoints(map.rule(), Clock.STEP).about(system);
        }
        return system instanceof FlowSystem flow ? new FixedPoints(flow.rule(), Clock.TIME).about(system) : List.of();
    }

    private List<FixedPoint> about(DynamicalSystem system) {
        List<double[]> found = new ArrayList<>();
        for (double[] start : starts(system)) {
            double[] point = newton(start);
            if (point.length > 0
                    && found.stream().noneMatch(other -> distance(other, point) <= SAME * (1 + size(point)))) {
                found.add(point);
            }
        }
        return found.stream()
                .sorted(java.util.Arrays::compare)
                .map(point -> new FixedPoint(Vector.of(point), rate(point), clock))
                .toList();
    }

    private static List<double[]> starts(DynamicalSystem system) {
        List<double[]> starts = new ArrayList<>(List.of(system.start()));
        RandomStream random = RandomStream.of(1, "fixed points");
        Orbit orbit = system.orbit(system.start());
        double scale = size(system.start());
        try {
            while (starts.size() < STARTS) {
                orbit.advance();
                double[] here = orbit.state();
                scale = Math.max(scale, Math.min(size(here), 1e6));
                starts.add(here);
                double[] near = random.gaussians(here.length);
                for (int i = 0; i < near.length; i++) {
                    near[i] *= scale;
                }
                starts.add(near);
            }
        } catch (OrbitException e) {
            // What it has seen has to do.
        }
        return starts;
    }

    /** The point that Newton's steps settle at, or nothing. */
    private double[] newton(double[] start) {
        double[] x = start.clone();
        for (int step = 0; step < STEPS; step++) {
            double[] matrix = derivative(x);
            double[] residual = new double[n];
            rule.value(x, residual);
            for (int i = 0; clock == Clock.STEP && i < n; i++) {
                residual[i] -= x[i];
                matrix[i * n + i] -= 1;
            }
            double[] move = solve(matrix, residual);
            if (!Finite.all(move, n)) {
                return new double[0];
            }
            for (int i = 0; i < n; i++) {
                x[i] -= move[i];
            }
            if (size(move) <= SETTLED * (1 + size(x))) {
                return withoutDust(x);
            }
        }
        return new double[0];
    }

    /** What cannot be told from 0 beside the other coordinates is 0. */
    private static double[] withoutDust(double[] x) {
        double dust = SETTLED * size(x);
        return java.util.Arrays.stream(x)
                .map(entry -> Math.abs(entry) <= dust || Math.abs(entry) < Double.MIN_NORMAL ? 0 : entry)
                .toArray();
    }

    private double[] derivative(double[] x) {
        double[] identity = new double[n * n];
        for (int i = 0; i < n; i++) {
            identity[i * n + i] = 1;
        }
        double[] matrix = new double[n * n];
        rule.linearise(x, new double[n]);
        rule.push(identity, 0, n, matrix, 0);
        return matrix;
    }

    /** Elimination with pivots by column; a singular matrix gives what is not finite. */
    private double[] solve(double[] a, double[] b) {
        for (int j = 0; j < n; j++) {
            int pivot = j;
            for (int i = j + 1; i < n; i++) {
                pivot = Math.abs(a[i * n + j]) > Math.abs(a[pivot * n + j]) ? i : pivot;
            }
            swap(a, b, j, pivot);
            for (int i = j + 1; i < n; i++) {
                double factor = a[i * n + j] / a[j * n + j];
                b[i] -= factor * b[j];
                for (int c = j; c < n; c++) {
                    a[i * n + c] -= factor * a[j * n + c];
                }
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int c = i + 1; c < n; c++) {
                b[i] -= a[i * n + c] * b[c];
            }
            b[i] /= a[i * n + i];
        }
        return b;
    }

    private void swap(double[] a, double[] b, int i, int j) {
        double right = b[i];
        b[i] = b[j];
        b[j] = right;
        for (int c = 0; c < n; c++) {
            double entry = a[i * n + c];
            a[i * n + c] = a[j * n + c];
            a[j * n + c] = entry;
        }
    }

    private double rate(double[] point) {
        double[] matrix = derivative(point);
        if (!Finite.all(matrix, matrix.length)) {
            return Double.NaN;
        }
        Eigenvalues values = DenseKernels.eigenvalues(matrix, n);
        double rate = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            double real = values.real().get(i);
            rate = Math.max(
                    rate,
                    clock == Clock.TIME
                            ? real
                            : StrictMath.hypot(real, values.imaginary().get(i)));
        }
        return rate;
    }

    private static double size(double[] x) {
        double largest = 0;
        for (double entry : x) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }

    private static double distance(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }
}
