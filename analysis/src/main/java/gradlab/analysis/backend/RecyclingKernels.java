package gradlab.analysis.backend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Kernels that hand out the same arrays again: whoever is done with all that came of one pass says so by {@link #reclaim}. For one
 * thread.
 */
public final class RecyclingKernels implements BatchKernels {
    private final BatchKernels inner;
    private final Map<Integer, List<double[]>> free = new HashMap<>();
    private final List<double[]> used = new ArrayList<>();

    private RecyclingKernels(BatchKernels inner) {
        this.inner = inner;
    }

    /** The same products. */
    public static RecyclingKernels over(BatchKernels inner) {
        return new RecyclingKernels(inner);
    }

    /** Takes all arrays back: nobody may read them any more. Those that the last pass did not want are let go. */
    public void reclaim() {
        free.clear();
        used.forEach(array ->
                free.computeIfAbsent(array.length, n -> new ArrayList<>()).add(array));
        used.clear();
    }

    @Override
    public double[] room(int length) {
        List<double[]> fitting = free.getOrDefault(length, List.of());
        double[] array = fitting.isEmpty() ? new double[length] : fitting.remove(fitting.size() - 1);
        used.add(array);
        return array;
    }

    @Override
    public String label() {
        return inner.label();
    }

    @Override
    public MatrixStore open() {
        return inner.open();
    }

    @Override
    public void addProduct(double[] a, double[] b, double[] c, int m, int k, int n) {
        inner.addProduct(a, b, c, m, k, n);
    }

    @Override
    public void addTimesTransposed(double[] a, double[] b, double[] c, int m, int k, int n) {
        inner.addTimesTransposed(a, b, c, m, k, n);
    }

    @Override
    public void addTransposedTimes(double[] a, double[] b, double[] c, int atC, int m, int k, int n) {
        inner.addTransposedTimes(a, b, c, atC, m, k, n);
    }
}
