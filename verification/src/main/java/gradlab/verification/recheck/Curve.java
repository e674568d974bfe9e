package gradlab.verification.recheck;

import java.util.List;
import java.util.function.Function;

/**
 * A function of one number that is monotone between its extrema.
 *
 * @param at its value at a number
 * @param extrema all of them, each within bounds
 */
record Curve(Function<Rational, Num> at, List<Extremum> extrema) {
    /**
     * Where a function turns, and its value there.
     *
     * @param place bounds of the place
     * @param value bounds of the value
     */
    record Extremum(Num place, Num value) {
        /** From decimals cut after the last digit, for either of them. */
        static Extremum at(String place, String value) {
            return new Extremum(decimal(place), decimal(value));
        }

        /** All numbers within two units of the last digit. */
        private static Num decimal(String digits) {
            int point = digits.indexOf('.');
            Rational unit = Rational.ONE.divide(Rational.of(java.math.BigInteger.TEN.pow(digits.length() - point - 1)));
            Rational middle = Rational.of(new java.math.BigInteger(digits.replace(".", "")))
                    .multiply(unit);
            Rational two = unit.multiply(Rational.of(2));
            return Num.between(middle.subtract(two), middle.add(two));
        }
    }

    /** The values at all numbers within the bounds of x. */
    Num of(Num x) {
        if (x.isPoint()) {
            return at.apply(x.low);
        }
        Num hull = hull(at.apply(x.low), at.apply(x.high));
        return extrema.stream()
                .filter(e -> e.place.low.compareTo(x.high) <= 0 && e.place.high.compareTo(x.low) >= 0)
                .map(Extremum::value)
                .reduce(hull, Curve::hull);
    }

    static Num hull(Num a, Num b) {
        return Num.between(a.low.min(b.low), a.high.max(b.high));
    }
}
