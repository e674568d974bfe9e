package gradlab.analysis.interval;

import java.util.Arrays;

/** Discs around approximate eigenvalues, grouped by overlap: a component of k discs holds k eigenvalues. */
final class DiscComponents {
    private final double[] real;
    private final double[] imaginary;
    private final double[] radii;
    private final int[] component;

    DiscComponents(double[] real, double[] imaginary, double[] radii) {
        this.real = real;
        this.imaginary = imaginary;
        this.radii = radii;
        this.component = new int[radii.length];
        for (int i = 0; i < radii.length; i++) {
            component[i] = i;
        }
        for (int i = 0; i < radii.length; i++) {
            for (int j = 0; j < i; j++) {
                if (mayOverlap(i, j)) {
                    component[root(i)] = root(j);
                }
            }
        }
    }

    /** From above the farthest point of any disc; from below the best nearest point of a component. */
    Interval spectralRadius() {
        double upper = 0;
        double[] nearest = new double[radii.length];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int i = 0; i < radii.length; i++) {
            Interval disc = modulus(real[i], imaginary[i]).add(new Interval(-radii[i], radii[i]));
            upper = Math.max(upper, disc.upper());
            nearest[root(i)] = Math.min(nearest[root(i)], Math.max(disc.lower(), 0));
        }
        double lower = 0;
        for (int i = 0; i < radii.length; i++) {
            lower = root(i) == i ? Math.max(lower, nearest[i]) : lower;
        }
        return Interval.of(lower, upper);
    }

    /** The largest real part: from above the rightmost point of any disc, from below the best leftmost one of a component. */
    Interval abscissa() {
        double upper = Double.NEGATIVE_INFINITY;
        double[] leftmost = new double[radii.length];
        Arrays.fill(leftmost, Double.POSITIVE_INFINITY);
        for (int i = 0; i < radii.length; i++) {
            Interval disc = Interval.of(real[i]).add(new Interval(-radii[i], radii[i]));
            upper = Math.max(upper, disc.upper());
            leftmost[root(i)] = Math.min(leftmost[root(i)], disc.lower());
        }
        double lower = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < radii.length; i++) {
            lower = root(i) == i ? Math.max(lower, leftmost[i]) : lower;
        }
        return new Interval(lower, upper);
    }

    private boolean mayOverlap(int i, int j) {
        Interval distance = Interval.of(real[i])
                .subtract(Interval.of(real[j]))
                .square()
                .add(Interval.of(imaginary[i])
                        .subtract(Interval.of(imaginary[j]))
                        .square())
                .sqrt();
        return !(Rounding.addUp(radii[i], radii[j]) < distance.lower());
    }

    private static Interval modulus(double x, double y) {
        return Interval.of(x).square().add(Interval.of(y).square()).sqrt();
    }

    private int root(int i) {
        int root = i;
        while (component[root] != root) {
            root = component[root];
        }
        return root;
    }
}
