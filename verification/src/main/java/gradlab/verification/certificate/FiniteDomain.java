package gradlab.verification.certificate;

import gradlab.analysis.arithmetic.Matrix;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.domain.Bounds;
import gradlab.verification.domain.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hipparchus.fraction.BigFraction;

/** Lists the values of a domain that has few of them. */
public final class FiniteDomain {

    private static final long MOST = 20_000;
    private static final int LARGEST_PERMUTATION = 6;

    private FiniteDomain() {}

    /** All values, in order, or empty if there are too many to list. */
    public static Optional<List<CaseValue>> values(Domain domain) {
        if (domain instanceof Domain.Integers integers && integers.high() - integers.low() < MOST) {
            return Optional.of(LongStream.rangeClosed(integers.low(), integers.high())
                    .<CaseValue>mapToObj(k -> new CaseValue.OfNumber(new BigFraction(k)))
                    .toList());
        } else if (domain instanceof Domain.Booleans) {
            return Optional.of(List.of(new CaseValue.OfTruth(false), new CaseValue.OfTruth(true)));
        } else if (domain instanceof Domain.Choices choices) {
            return Optional.of(choices.values().stream().distinct().toList());
        } else if (domain instanceof Domain.Permutations permutations && permutations.n() <= LARGEST_PERMUTATION) {
            return Optional.of(permutations(permutations.n()));
        } else if (domain instanceof Domain.Reals reals) {
            return point(reals.bounds()).map(x -> List.of(new CaseValue.OfNumber(x)));
        } else if (domain instanceof Domain.Vectors vectors && vectors.n() == 0) {
            return Optional.of(List.of(new CaseValue.OfVector(List.of())));
        } else if (domain instanceof Domain.Matrices m && (long) m.rows() * m.columns() == 0) {
            return Optional.of(List.of(new CaseValue.OfMatrix(new Matrix<>(m.rows(), m.columns(), List.of()))));
        }
        return Optional.empty();
    }

    private static Optional<BigFraction> point(Optional<Bounds> bounds) {
        return bounds.filter(b -> b.lowIsExact() && b.highIsExact() && b.low().equals(b.high()))
                .map(Bounds::low);
    }

    private static List<CaseValue> permutations(int n) {
        List<List<Integer>> orders = new ArrayList<>();
        extend(new ArrayList<>(), n, orders);
        return orders.stream()
                .<CaseValue>map(order -> new CaseValue.OfMatrix(
                        Matrix.of(n, n, (i, j) -> order.get(i) == j ? BigFraction.ONE : BigFraction.ZERO)))
                .toList();
    }

    private static void extend(List<Integer> order, int n, List<List<Integer>> orders) {
        if (order.size() == n) {
            orders.add(List.copyOf(order));
            return;
        }
        IntStream.range(0, n).filter(k -> !order.contains(k)).forEach(k -> {
            order.add(k);
            extend(order, n, orders);
            order.remove(order.size() - 1);
        });
    }
}
