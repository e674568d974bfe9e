package gradlab.analysis.exact;

import java.math.BigInteger;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Entries over one common scale: entry (i, j) is scale · integers[i][j], the scale a positive surd. */
final class CommonScale {
    private final Surd scale;
    private final BigInteger[][] integers;

    private CommonScale(Surd scale, BigInteger[][] integers) {
        this.scale = scale;
        this.integers = integers;
    }

    Surd scale() {
        return scale;
    }

    /** The integers, one array a row; shared, not to be changed. */
    BigInteger[][] integers() {
        return integers;
    }

    /** Empty when the entries are no rational multiples of one another, or too long over a common denominator. */
    static Optional<CommonScale> of(int rows, int columns, ExactMatrix.Entry entry) {
        BigFraction[][] ratios = new BigFraction[rows][columns];
        Surd unit = Surd.ZERO;
        BigInteger denominator = BigInteger.ONE;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                Surd value = entry.at(i, j);
                unit = unit.signum() == 0 && value.signum() != 0 ? value.irrationalUnit() : unit;
                Optional<BigFraction> ratio = ratio(value, unit);
                if (ratio.isEmpty()) {
                    return Optional.empty();
                }
                ratios[i][j] = ratio.get();
                denominator = lcm(denominator, ratio.get().getDenominator());
                if (denominator.bitLength() > WorkBound.MAX_ENTRY_BITS) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(over(denominator, unit, ratios, columns));
    }

    private static Optional<BigFraction> ratio(Surd value, Surd unit) {
        return value.signum() == 0
                ? Optional.of(BigFraction.ZERO)
                : value.divide(unit).rational();
    }

    private static CommonScale over(BigInteger denominator, Surd unit, BigFraction[][] ratios, int columns) {
        BigInteger[][] integers = IntegerMatrix.of(
                ratios.length,
                columns,
                (i, j) -> ratios[i][j].getNumerator().multiply(denominator.divide(ratios[i][j].getDenominator())));
        Surd scale = unit.signum() == 0 ? Surd.ONE : unit;
        return new CommonScale(scale.divide(Surd.of(new BigFraction(denominator))), integers);
    }

    private static BigInteger lcm(BigInteger a, BigInteger b) {
        return a.mod(b).signum() == 0 ? a : a.divide(a.gcd(b)).multiply(b);
    }
}
