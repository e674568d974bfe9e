package gradlab.analysis.arithmetic;

import gradlab.analysis.interval.AbscissaEnclosure;
import gradlab.analysis.interval.Interval;
import gradlab.analysis.interval.IntervalMatrix;
import gradlab.analysis.interval.KreissEnclosure;
import gradlab.analysis.interval.SpectralNormEnclosure;
import gradlab.analysis.interval.SpectralRadiusEnclosure;

/** Enclosures of what tells how powers and exponentials of a matrix grow. */
final class StabilityEnclosures {

    private StabilityEnclosures() {}

    static Interval abscissa(Matrix<Interval> a) {
        return known(AbscissaEnclosure.spectral(MatrixEnclosures.packed(a)));
    }

    static Interval numericalAbscissa(Matrix<Interval> a) {
        return known(AbscissaEnclosure.numerical(MatrixEnclosures.packed(a)));
    }

    /** 1 for a norm of at most 1, whatever the eigenvalues. */
    static Interval kreiss(Matrix<Interval> a) {
        IntervalMatrix matrix = MatrixEnclosures.packed(a);
        if (SpectralNormEnclosure.of(matrix).upper() > 1) {
            requireStable(SpectralRadiusEnclosure.of(matrix).subtract(Interval.ONE));
        }
        return known(KreissEnclosure.ofPowers(matrix));
    }

    /** 1 for a numerical abscissa of at most 0, whatever the eigenvalues. */
    static Interval kreissContinuous(Matrix<Interval> a) {
        IntervalMatrix matrix = MatrixEnclosures.packed(a);
        if (a.rows() > 0 && AbscissaEnclosure.numerical(matrix).upper() > 0) {
            requireStable(AbscissaEnclosure.spectral(matrix));
        }
        return known(KreissEnclosure.ofFlow(matrix));
    }

    private static void requireStable(Interval excess) {
        if (excess.lower() > 0) {
            throw NoValueException.undefined("an infinite Kreiss constant");
        }
        if (excess.upper() >= 0) {
            throw NoValueException.undecided("a Kreiss constant that may be infinite");
        }
    }

    private static Interval known(Interval value) {
        if (value.equals(Interval.ENTIRE)) {
            throw NoValueException.undecided("a matrix beyond binary64");
        }
        return value;
    }
}
