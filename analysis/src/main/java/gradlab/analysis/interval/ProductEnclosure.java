package gradlab.analysis.interval;

import static gradlab.analysis.interval.Rounding.addDown;
import static gradlab.analysis.interval.Rounding.addUp;

import gradlab.analysis.backend.Products;
import java.util.Arrays;

/**
 * Rigorous and sharp bounds of all products A B of the real matrices in two interval matrices.
 *
 * <p>With M and R the midpoints and radii, every product lies within {@code |M_A| R_B + R_A (|M_B| + R_B)} of M_A M_B, entry by
 * entry. M_A M_B is enclosed in doubled precision ({@link AccurateDot}): relative to sum |a||b| an entry of point matrices is
 * about 2e-16 wide where nothing cancels and 1e-32 k² else. Sharper than {@link IntervalMatrix#multiply}, whose
 * error grows with every addition, and some ten times as fast; but a result that is a double is not always a point.
 * Unbounded entries go through {@link IntervalMatrix#multiply}.
 */
public final class ProductEnclosure {
    private ProductEnclosure() {}

    /**
     * The bounds of A B.
     *
     * @throws IllegalArgumentException unless b has as many rows as a has columns
     */
    public static IntervalMatrix of(IntervalMatrix a, IntervalMatrix b) {
        if (!a.isFinite() || !b.isFinite() || a.columns() != b.rows()) {
            return a.multiply(b);
        }
        int ofA = PowerOfTwo.of(a);
        int ofB = PowerOfTwo.of(b);
        IntervalMatrix product = ofModerate(PowerOfTwo.scale(a, -ofA), PowerOfTwo.scale(b, -ofB));
        return PowerOfTwo.scale(PowerOfTwo.scale(product, ofA), ofB);
    }

    private static IntervalMatrix ofModerate(IntervalMatrix a, IntervalMatrix b) {
        int length = a.columns();
        double[] middleA = a.midpoints();
        double[] middleB = b.midpoints();
        double[][] rows = Lines.rows(middleA, a.rows(), length, 0);
        double[][] columns = Lines.columns(middleB, length, b.columns(), 0);
        double[] radii = radii(a, middleA, b, middleB);
        return IntervalMatrix.of(a.rows(), b.columns(), (i, j) -> {
            Interval centre = AccurateDot.enclose(rows[i], columns[j], length);
            double radius = radii[i * b.columns() + j];
            return Interval.of(addDown(centre.lower(), -radius), addUp(centre.upper(), radius));
        });
    }

    /** Upper bounds of |M_A| R_B + R_A (|M_B| + R_B). */
    private static double[] radii(IntervalMatrix a, double[] middleA, IntervalMatrix b, double[] middleB) {
        double[] radii = new double[a.rows() * b.columns()];
        if (a.isPoint() && b.isPoint()) {
            return radii;
        }
        int length = a.columns();
        double[] radiusA = a.radii();
        double[] radiusB = b.radii();
        double[] outer = new double[middleB.length];
        Arrays.setAll(outer, k -> addUp(Math.abs(middleB[k]), radiusB[k]));
        double[] absolute = Arrays.stream(middleA).map(Math::abs).toArray();
        Products.addProduct(absolute, radiusB, radii, a.rows(), length, b.columns());
        Products.addProduct(radiusA, outer, radii, a.rows(), length, b.columns());
        // 2 length sums of products of numbers that are not negative: each step rounds by at most 2^-53, or underflows.
        double factor = 1 + (4 * length + 8) * 0x1p-53;
        double underflow = (2.0 * length + 1) * Double.MIN_VALUE;
        for (int k = 0; k < radii.length; k++) {
            radii[k] = addUp(Rounding.multiplyUp(radii[k], factor), underflow);
        }
        return radii;
    }
}
