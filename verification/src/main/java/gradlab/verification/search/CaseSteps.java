package gradlab.verification.search;

import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.exact.Binary64;
import gradlab.analysis.random.RandomStream;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.Named;
import gradlab.verification.domain.Bounds;
import gradlab.verification.domain.Domain;
import gradlab.verification.domain.DomainReader;
import gradlab.verification.domain.Membership;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Random steps of a case inside its domains. Only real numbers, vectors and matrices move; sizes stay. */
final class CaseSteps {

    private final Claim claim;
    private final RandomStream random;
    private boolean bold;

    CaseSteps(Claim claim, RandomStream random) {
        this.claim = claim;
        this.random = random;
    }

    /** How many real numbers of a case can move. */
    long realNumbers(Case values) {
        return values.values().values().stream().mapToLong(CaseSteps::size).sum();
    }

    private static long size(CaseValue value) {
        if (value instanceof CaseValue.OfVector vector) {
            return vector.entries().size();
        } else if (value instanceof CaseValue.OfMatrix matrix) {
            return matrix.matrix().entries().size();
        } else if (value instanceof CaseValue.OfList list) {
            return list.items().stream().mapToLong(CaseSteps::size).sum();
        }
        return 1;
    }

    /**
     * A case one step away, or the same one if the step would leave a domain that depends on what moved; empty if
     * nothing in it can move.
     */
    Optional<Case> from(Case start) {
        return moved(start, -1);
    }

    /** The same, one variable at a time, and also with a number set to 0 or to a bound, or with all numbers made smaller. */
    Optional<Case> boldlyFrom(Case start) {
        return moved(start, random.nextInt(claim.variables().size()));
    }

    /** Moves the variable of this place, each of them for -1. */
    private Optional<Case> moved(Case start, int only) {
        Case moved = Case.EMPTY;
        boolean any = false;
        bold = only >= 0;
        int place = 0;
        for (Named variable : claim.variables()) {
            Domain domain = new DomainReader(claim, moved).read(variable.expression());
            CaseValue value = start.values().get(variable.name());
            if (value == null) {
                throw new IllegalArgumentException("start must have the variable " + variable.name());
            }
            boolean isMoved = only < 0 || only == place;
            place++;
            Optional<CaseValue> next = isMoved ? moved(domain, value) : Optional.empty();
            any |= next.isPresent() || !isMoved;
            moved = moved.with(variable.name(), next.orElse(value));
            if (!Membership.contains(domain, next.orElse(value))) {
                return Optional.of(start);
            }
        }
        return any ? Optional.of(moved) : Optional.empty();
    }

    private Optional<CaseValue> moved(Domain domain, CaseValue value) {
        if (domain instanceof Domain.Lists lists && value instanceof CaseValue.OfList list) {
            List<CaseValue> items = new ArrayList<>();
            for (CaseValue item : list.items()) {
                items.add(moved(lists.item(), item).orElse(item));
            }
            return items.equals(list.items()) ? Optional.empty() : Optional.of(new CaseValue.OfList(items));
        }
        if (value instanceof CaseValue.OfNumber number) {
            return bounds(domain)
                    .map(b -> new CaseValue.OfNumber(
                            stepped(List.of(number.value()), b).get(0)));
        } else if (value instanceof CaseValue.OfVector vector) {
            return bounds(domain).map(b -> new CaseValue.OfVector(stepped(vector.entries(), b)));
        } else if (value instanceof CaseValue.OfMatrix matrix) {
            Matrix<BigFraction> a = matrix.matrix();
            return bounds(domain)
                    .map(b -> new CaseValue.OfMatrix(new Matrix<>(a.rows(), a.columns(), stepped(a.entries(), b))));
        }
        return Optional.empty();
    }

    /** The bounds of a domain whose numbers can move one by one: empty if they cannot, an empty optional inside if free. */
    private static Optional<Optional<Bounds>> bounds(Domain domain) {
        if (domain instanceof Domain.Reals reals) {
            return Optional.of(reals.bounds());
        } else if (domain instanceof Domain.LogReals logReals) {
            return Optional.of(Optional.of(logReals.bounds()));
        } else if (domain instanceof Domain.Vectors vectors && vectors.n() > 0) {
            return Optional.of(vectors.bounds());
        } else if (domain instanceof Domain.Matrices matrices && matrices.rows() * matrices.columns() > 0) {
            return Optional.of(matrices.bounds());
        }
        return Optional.empty();
    }

    private List<BigFraction> stepped(List<BigFraction> x, Optional<Bounds> bounds) {
        if (bold && random.nextInt(2) == 0) {
            return jumped(x, bounds);
        }
        double size =
                x.stream().mapToDouble(e -> Math.abs(Binary64.near(e))).max().orElse(0);
        double scale = StrictMath.scalb(size == 0 ? 1 : Math.min(size, 1e300), -random.nextInt(30));
        boolean whole = random.nextInt(3) == 0;
        int only = random.nextInt(x.size());
        List<BigFraction> next = new ArrayList<>(x);
        for (int i = 0; i < x.size(); i++) {
            double shift = whole || i == only ? scale * random.nextGaussian() : 0;
            next.set(i, kept(x.get(i), shift, bounds));
        }
        return next;
    }

    /** One number to 0 or to a bound, or all of them nearer to 0. */
    private List<BigFraction> jumped(List<BigFraction> x, Optional<Bounds> bounds) {
        List<BigFraction> next = new ArrayList<>(x);
        int i = random.nextInt(x.size());
        switch (random.nextInt(3)) {
            case 0 -> next.set(i, bounds.map(b -> b.clamp(BigFraction.ZERO)).orElse(BigFraction.ZERO));
            case 1 ->
                next.set(
                        i,
                        bounds.map(b -> random.nextInt(2) == 0 ? b.low() : b.high())
                                .orElse(x.get(i)));
            default -> {
                double factor = StrictMath.scalb(1, -1 - random.nextInt(20));
                next.replaceAll(e -> kept(e, Binary64.near(e) * (factor - 1), bounds));
            }
        }
        return next;
    }

    private static BigFraction kept(BigFraction before, double shift, Optional<Bounds> bounds) {
        double moved = Binary64.near(before) + shift;
        BigFraction value = shift == 0 || !Double.isFinite(moved) ? before : Binary64.exact(moved);
        return bounds.map(b -> b.clamp(value)).orElse(value);
    }
}
