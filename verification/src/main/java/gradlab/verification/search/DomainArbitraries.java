package gradlab.verification.search;

import gradlab.analysis.exact.Binary64;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.domain.Bounds;
import gradlab.verification.domain.Domain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.hipparchus.fraction.BigFraction;

/** What jqwik draws for each domain. Everything drawn lies in its domain exactly. */
final class DomainArbitraries {

    private DomainArbitraries() {}

    static Arbitrary<CaseValue> of(Domain domain) {
        if (domain instanceof Domain.Integers integers) {
            return new Unremembered<>(Arbitraries.longs().between(integers.low(), integers.high()))
                    .map(k -> new CaseValue.OfNumber(new BigFraction(k)));
        } else if (domain instanceof Domain.Reals reals) {
            return NumberArbitraries.within(reals.bounds()).map(CaseValue.OfNumber::new);
        } else if (domain instanceof Domain.LogReals logReals) {
            return logarithmic(logReals.bounds()).map(CaseValue.OfNumber::new);
        } else if (domain instanceof Domain.Booleans) {
            return Arbitraries.of(true, false).map(CaseValue.OfTruth::new);
        } else if (domain instanceof Domain.Choices choices) {
            return Arbitraries.of(choices.values());
        } else if (domain instanceof Domain.Lists lists) {
            return lists(lists);
        }
        return tensors(domain);
    }

    private static Arbitrary<CaseValue> tensors(Domain domain) {
        if (domain instanceof Domain.Vectors vectors) {
            return VectorArbitraries.within(vectors.n(), vectors.bounds()).map(CaseValue.OfVector::new);
        } else if (domain instanceof Domain.Units units) {
            return VectorArbitraries.unit(units.n()).map(CaseValue.OfVector::new);
        } else if (domain instanceof Domain.Simplices simplices) {
            return VectorArbitraries.simplex(simplices.n()).map(CaseValue.OfVector::new);
        } else if (domain instanceof Domain.Matrices matrices) {
            return MatrixArbitraries.within(matrices.rows(), matrices.columns(), matrices.bounds())
                    .map(CaseValue.OfMatrix::new);
        } else if (domain instanceof Domain.Symmetrics symmetrics) {
            return MatrixArbitraries.symmetric(symmetrics.n()).map(CaseValue.OfMatrix::new);
        } else if (domain instanceof Domain.Orthogonals orthogonals) {
            return MatrixArbitraries.orthogonal(orthogonals.n()).map(CaseValue.OfMatrix::new);
        } else if (domain instanceof Domain.Permutations permutations) {
            return MatrixArbitraries.permutation(permutations.n()).map(CaseValue.OfMatrix::new);
        }
        throw new IllegalStateException("unknown domain " + domain);
    }

    /** Log-uniform between the bounds, and the bounds themselves. */
    private static Arbitrary<BigFraction> logarithmic(Bounds bounds) {
        double low = logarithm(bounds.low());
        double high = logarithm(bounds.high());
        Arbitrary<BigFraction> inside = NumberArbitraries.evenly(0, Integer.MAX_VALUE)
                .map(k -> low + (high - low) * k / Integer.MAX_VALUE)
                .map(exponent -> Math.min(Double.MAX_VALUE, StrictMath.exp(exponent)))
                .map(x -> bounds.clamp(Binary64.exact(x)));
        return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.of(bounds.low(), bounds.high())), Tuple.of(9, inside));
    }

    /** Near the logarithm of a positive number: of the nearest positive one that binary64 has. */
    private static double logarithm(BigFraction value) {
        return StrictMath.log(Math.max(Double.MIN_VALUE, Binary64.near(value)));
    }

    /** Independent items, one item throughout, or two in turn. */
    private static Arbitrary<CaseValue> lists(Domain.Lists lists) {
        Arbitrary<CaseValue> item = of(lists.item());
        int count = lists.count();
        return Arbitraries.frequencyOf(
                        Tuple.of(6, item.list().ofSize(count)),
                        Tuple.of(1, item.map(x -> Collections.nCopies(count, x))),
                        Tuple.of(1, Combinators.combine(item, item).as((a, b) -> inTurn(a, b, count))))
                .map(CaseValue.OfList::new);
    }

    private static List<CaseValue> inTurn(CaseValue a, CaseValue b, int count) {
        List<CaseValue> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(i % 2 == 0 ? a : b);
        }
        return items;
    }
}
