package gradlab.verification.search;

import gradlab.analysis.source.SourceException;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.Named;
import gradlab.verification.domain.Domain;
import gradlab.verification.domain.DomainReader;
import gradlab.verification.domain.Judgement;
import gradlab.verification.domain.Membership;
import gradlab.verification.domain.Outcome;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;

/**
 * Makes the numbers of a decisive case simpler, one after the other, as long as the case stays in its domain and
 * decisive by the same rigorous judgement: 0, small integers and halves, then the number itself with few leading bits.
 * The budget counts judgements.
 */
final class Simplification {

    private static final int MOST_JUDGEMENTS = 500;
    /** Numbers that people like, and their negatives. */
    private static final List<BigFraction> SIMPLE = Stream.of(
                    new BigFraction(0),
                    new BigFraction(1),
                    new BigFraction(2),
                    new BigFraction(1, 2),
                    new BigFraction(3),
                    new BigFraction(1, 4),
                    new BigFraction(5),
                    new BigFraction(10),
                    new BigFraction(1, 10),
                    new BigFraction(20),
                    new BigFraction(100),
                    new BigFraction(1000))
            .flatMap(number -> Stream.of(number, number.negate()))
            .distinct()
            .toList();

    private static final int[] LEADING_BITS = {1, 2, 3, 4, 6, 8, 12, 16, 24, 32};

    private final Claim claim;
    private final Judgement judgement;
    private final Outcome sought;
    private int judged;

    private Simplification(Claim claim, Judgement judgement, Outcome sought) {
        this.claim = claim;
        this.judgement = judgement;
        this.sought = sought;
    }

    /** A case as decisive as the one found, and at least as simple. */
    static Case of(Claim claim, Case found, Judgement judgement, Outcome sought) {
        return new Simplification(claim, judgement, sought).simplified(found);
    }

    private Case simplified(Case found) {
        Case simplest = found;
        boolean improved = true;
        while (improved && judged < MOST_JUDGEMENTS) {
            improved = false;
            int count = CaseNumbers.of(simplest).size();
            for (int i = 0; i < count && judged < MOST_JUDGEMENTS; i++) {
                Case simpler = withSimpler(simplest, i);
                improved |= !simpler.equals(simplest);
                simplest = simpler;
            }
        }
        return simplest;
    }

    /** The case with the simplest number in one place that keeps it decisive; the same case if there is none. */
    private Case withSimpler(Case values, int place) {
        List<BigFraction> numbers = CaseNumbers.of(values);
        for (BigFraction candidate : candidates(numbers.get(place))) {
            List<BigFraction> changed = new ArrayList<>(numbers);
            changed.set(place, candidate);
            Case simpler = CaseNumbers.replaced(values, changed);
            if (isInDomain(simpler) && judged++ < MOST_JUDGEMENTS && judgement.of(simpler) == sought) {
                return simpler;
            }
        }
        return values;
    }

    /** Simpler numbers than one, the simplest first. */
    static List<BigFraction> candidates(BigFraction number) {
        List<BigFraction> candidates = new ArrayList<>(SIMPLE);
        for (int bits : LEADING_BITS) {
            candidates.add(leading(number, bits));
        }
        return candidates.stream()
                .filter(candidate -> length(candidate) < length(number))
                .distinct()
                .sorted(Comparator.comparingInt(Simplification::length))
                .toList();
    }

    /** Digits to write, in bits; a sign counts as one. */
    private static int length(BigFraction number) {
        return number.getNumerator().bitLength() + number.getDenominator().bitLength() + (number.signum() < 0 ? 1 : 0);
    }

    /** The number cut to about so many leading bits. */
    private static BigFraction leading(BigFraction number, int bits) {
        BigInteger numerator = number.getNumerator();
        BigInteger denominator = number.getDenominator();
        int shift = bits - numerator.abs().bitLength() + denominator.bitLength();
        BigInteger scaled = shift >= 0
                ? numerator.shiftLeft(shift).divide(denominator)
                : numerator.divide(denominator.shiftLeft(-shift));
        return shift >= 0
                ? new BigFraction(scaled, BigInteger.ONE.shiftLeft(shift))
                : new BigFraction(scaled.shiftLeft(-shift));
    }

    /** Whether every value is in its domain; a domain that depends on what changed may be empty, which is an error. */
    private boolean isInDomain(Case values) {
        try {
            return liesInDomain(values);
        } catch (SourceException e) {
            return false;
        }
    }

    private boolean liesInDomain(Case values) {
        Case before = Case.EMPTY;
        for (Named variable : claim.variables()) {
            Domain domain = new DomainReader(claim, before).read(variable.expression());
            CaseValue value = values.values().get(variable.name());
            if (value == null || !Membership.contains(domain, value)) {
                return false;
            }
            before = before.with(variable.name(), value);
        }
        return true;
    }
}
