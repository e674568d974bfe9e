package gradlab.verification.search;

import gradlab.analysis.arithmetic.Matrix;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/**
 * Makes a decisive case smaller: lowers an integer that others depend on and cuts vectors, matrices and lists to the sizes
 * that their domains then have, at the end or at the start, as long as the case stays decisive by the same rigorous
 * judgement. The budget counts judgements.
 */
final class SizeReduction {

    private static final int MOST_JUDGEMENTS = 100;

    private final Claim claim;
    private final Judgement judgement;
    private final Outcome sought;
    private int judged;

    private SizeReduction(Claim claim, Judgement judgement, Outcome sought) {
        this.claim = claim;
        this.judgement = judgement;
        this.sought = sought;
    }

    /** A case as decisive as the one found, and no larger. */
    static Case of(Claim claim, Case found, Judgement judgement, Outcome sought) {
        SizeReduction reduction = new SizeReduction(claim, judgement, sought);
        Case smallest = found;
        for (Named variable : claim.variables()) {
            smallest = reduction.lowered(smallest, variable);
        }
        return smallest;
    }

    /** The case with the least integer that keeps it decisive; the same case if there is none, or it is no integer. */
    private Case lowered(Case values, Named variable) {
        Domain domain = new DomainReader(claim, values).read(variable.expression());
        if (!(domain instanceof Domain.Integers integers)
                || !(values.values().get(variable.name()) instanceof CaseValue.OfNumber now)) {
            return values;
        }
        for (long k = integers.low(); now.value().compareTo(new BigFraction(k)) > 0 && judged < MOST_JUDGEMENTS; k++) {
            for (boolean atEnd : new boolean[] {true, false}) {
                Optional<Case> smaller = cut(values, variable.name(), k, atEnd).filter(this::isDecisive);
                if (smaller.isPresent()) {
                    return smaller.get();
                }
            }
        }
        return values;
    }

    private boolean isDecisive(Case values) {
        return judged++ < MOST_JUDGEMENTS && judgement.of(values) == sought;
    }

    /** The case with another integer and all else cut to fit; empty if something does not. */
    private Optional<Case> cut(Case values, String name, long k, boolean atEnd) {
        Case fitted = Case.EMPTY;
        try {
            for (Named variable : claim.variables()) {
                Domain domain = new DomainReader(claim, fitted).read(variable.expression());
                CaseValue before = values.values().get(variable.name());
                CaseValue after = variable.name().equals(name)
                        ? new CaseValue.OfNumber(new BigFraction(k))
                        : fitted(domain, java.util.Objects.requireNonNull(before), atEnd);
                if (!Membership.contains(domain, after)) {
                    return Optional.empty();
                }
                fitted = fitted.with(variable.name(), after);
            }
        } catch (SourceException e) {
            // A domain may be empty for other integers.
            return Optional.empty();
        }
        return Optional.of(fitted);
    }

    private static CaseValue fitted(Domain domain, CaseValue value, boolean atEnd) {
        if (domain instanceof Domain.Vectors vectors && value instanceof CaseValue.OfVector vector) {
            return new CaseValue.OfVector(part(vector.entries(), vectors.n(), atEnd));
        } else if (domain instanceof Domain.Matrices matrices && value instanceof CaseValue.OfMatrix matrix) {
            return new CaseValue.OfMatrix(block(matrix.matrix(), matrices.rows(), matrices.columns(), atEnd));
        } else if (domain instanceof Domain.Symmetrics symmetrics && value instanceof CaseValue.OfMatrix matrix) {
            return new CaseValue.OfMatrix(block(matrix.matrix(), symmetrics.n(), symmetrics.n(), atEnd));
        } else if (domain instanceof Domain.Lists lists && value instanceof CaseValue.OfList list) {
            List<CaseValue> items = new ArrayList<>();
            part(list.items(), lists.count(), atEnd).forEach(item -> items.add(fitted(lists.item(), item, atEnd)));
            return new CaseValue.OfList(items);
        }
        return value;
    }

    /** So many items, without the last ones or without the first ones; all of them if there are fewer. */
    private static <T> List<T> part(List<T> items, int count, boolean atEnd) {
        int kept = Math.min(count, items.size());
        return atEnd ? items.subList(0, kept) : items.subList(items.size() - kept, items.size());
    }

    private static Matrix<BigFraction> block(Matrix<BigFraction> a, int rows, int columns, boolean atEnd) {
        int m = Math.min(rows, a.rows());
        int n = Math.min(columns, a.columns());
        int down = atEnd ? 0 : a.rows() - m;
        int right = atEnd ? 0 : a.columns() - n;
        return Matrix.of(m, n, (i, j) -> a.get(i + down, j + right));
    }
}
