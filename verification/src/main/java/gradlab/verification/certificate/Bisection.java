package gradlab.verification.certificate;

import gradlab.analysis.arithmetic.Matrix;
import gradlab.verification.claim.CaseValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * Halves a box across the side whose width keeps the claim open most: the one at whose middle alone it is closest to being
 * settled, among those at least half as wide as the widest. It does not halve a box whose sides are all shorter than 2^-40 of the numbers in them, or than 2^-1100:
 * what such a box does not settle, its halves do not settle either.
 */
public final class Bisection {

    private static final BigFraction RELATIVE = new BigFraction(BigInteger.ONE, BigInteger.ONE.shiftLeft(40));
    private static final BigFraction ABSOLUTE = new BigFraction(BigInteger.ONE, BigInteger.ONE.shiftLeft(1100));

    private Bisection() {}

    /** The side of a box that a number spans. */
    private record Side(String name, int index, BigFraction low, BigFraction high) {
        BigFraction width() {
            return high.subtract(low);
        }

        /** Whether it is worth halving. */
        boolean isLong() {
            BigFraction low = this.low.abs();
            BigFraction high = this.high.abs();
            BigFraction largest = low.compareTo(high) > 0 ? low : high;
            return width().compareTo(ABSOLUTE) > 0 && width().compareTo(largest.multiply(RELATIVE)) > 0;
        }

        BigFraction middle() {
            return NumberRounding.simple(low.add(high).divide(2), width());
        }
    }

    /** The two halves across the widest side; none for a single case and a box that is too small. */
    public static List<Box> ofWidest(Box box) {
        return sides(box).stream()
                .max(Comparator.comparing(Side::width))
                .map(side -> halves(box, side))
                .orElse(List.of());
    }

    /** The two halves, or empty for a single case and a box that is too small. */
    static Optional<List<Box>> halves(Box box, Openness openness) {
        List<Side> sides = longest(sides(box));
        if (sides.size() <= 1) {
            return sides.stream().findFirst().map(side -> halves(box, side));
        }
        Side best = sides.get(0);
        double least = Double.POSITIVE_INFINITY;
        for (Side side : sides) {
            double open = openness.of(pinned(box, side));
            boolean better = open < least || (open == least && side.width().compareTo(best.width()) > 0);
            best = better ? side : best;
            least = Math.min(least, open);
        }
        return Optional.of(halves(box, best));
    }

    /** Those at least half as wide as the widest: what always looks second best must be cut in the end, too. */
    private static List<Side> longest(List<Side> sides) {
        BigFraction widest =
                sides.stream().map(Side::width).max(BigFraction::compareTo).orElse(BigFraction.ZERO);
        return sides.stream()
                .filter(side -> side.width().multiply(2).compareTo(widest) >= 0)
                .toList();
    }

    private static List<Side> sides(Box box) {
        List<Side> sides = new ArrayList<>();
        for (Map.Entry<String, CaseValue> entry : box.lower().values().entrySet()) {
            List<BigFraction> low = numbers(entry.getValue());
            List<BigFraction> high = numbers(box.upper().values().getOrDefault(entry.getKey(), entry.getValue()));
            for (int i = 0; i < low.size(); i++) {
                Side side = new Side(entry.getKey(), i, low.get(i), high.get(i));
                if (side.isLong()) {
                    sides.add(side);
                }
            }
        }
        return sides;
    }

    /** What is left of a box at the middle of a side. */
    private static Box pinned(Box box, Side side) {
        return new Box(
                box.lower().with(side.name(), replaced(box.lower(), side)),
                box.upper().with(side.name(), replaced(box.upper(), side)));
    }

    private static List<Box> halves(Box box, Side side) {
        Box below = new Box(box.lower(), box.upper().with(side.name(), replaced(box.upper(), side)));
        Box above = new Box(box.lower().with(side.name(), replaced(box.lower(), side)), box.upper());
        return List.of(below, above);
    }

    private static CaseValue replaced(gradlab.verification.claim.Case corner, Side side) {
        CaseValue value = corner.values().get(side.name());
        if (value instanceof CaseValue.OfVector vector) {
            return new CaseValue.OfVector(replaced(vector.entries(), side));
        }
        if (value instanceof CaseValue.OfMatrix of) {
            Matrix<BigFraction> matrix = of.matrix();
            return new CaseValue.OfMatrix(
                    new Matrix<>(matrix.rows(), matrix.columns(), replaced(matrix.entries(), side)));
        }
        return new CaseValue.OfNumber(side.middle());
    }

    private static List<BigFraction> replaced(List<BigFraction> numbers, Side side) {
        List<BigFraction> copy = new ArrayList<>(numbers);
        copy.set(side.index(), side.middle());
        return copy;
    }

    private static List<BigFraction> numbers(CaseValue value) {
        if (value instanceof CaseValue.OfNumber number) {
            return List.of(number.value());
        } else if (value instanceof CaseValue.OfVector vector) {
            return vector.entries();
        } else if (value instanceof CaseValue.OfMatrix matrix) {
            return matrix.matrix().entries();
        }
        return List.of();
    }
}
