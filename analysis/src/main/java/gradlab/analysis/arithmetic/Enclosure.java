package gradlab.analysis.arithmetic;

import gradlab.analysis.exact.Surd;
import gradlab.analysis.interval.Interval;
import org.hipparchus.fraction.BigFraction;

/** Encloses exact numbers in intervals. */
final class Enclosure {

    private Enclosure() {}

    /** The tightest interval around a rational: a point if binary64 has it, else two neighbours. */
    static Interval of(BigFraction value) {
        Surd exact = Surd.of(value);
        return new Interval(exact.lower(), exact.upper());
    }
}
