package gradlab.analysis.arithmetic;

import gradlab.analysis.exact.ExactMatrix;
import gradlab.analysis.exact.Surd;
import gradlab.analysis.interval.Interval;

/** A real number, known as well as the operations that led to it allow. */
public sealed interface Real {

    /** An interval that contains it. */
    Interval enclosure();

    /** Known exactly: a rational times the square root of a rational. */
    record Exact(Surd value) implements Real {
        @Override
        public Interval enclosure() {
            return new Interval(value.lower(), value.upper());
        }
    }

    /** The largest singular value of a matrix that is known exactly; comparisons with it are exact. */
    record NormOf(ExactMatrix matrix, Interval enclosure) implements Real {}

    /** The largest modulus of an eigenvalue of a matrix that is known exactly; comparisons with it are exact. */
    record RadiusOf(ExactMatrix matrix, Interval enclosure) implements Real {}

    /** The largest singular value of a matrix that is known exactly, less a number; comparisons with it are exact. */
    record ShiftedNorm(ExactMatrix matrix, Surd shift, Interval enclosure) implements Real {}

    /** Known to lie between two numbers that are known exactly, ends included. */
    record Between(Surd low, Surd high) implements Real {
        @Override
        public Interval enclosure() {
            return new Interval(low.lower(), high.upper());
        }
    }

    /** Known only to lie in an interval. */
    record Enclosed(Interval enclosure) implements Real {}

    /** Beyond all real numbers: a measured value that overflowed, or a step that never came. */
    record Infinite(boolean positive) implements Real {
        @Override
        public Interval enclosure() {
            throw NoValueException.undecided("arithmetic with infinity");
        }
    }
}
