package gradlab.verification.recheck;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The variables of polynomials, and the integral over the random ones, one variable at a time. Variables that stand for max(p, 0), or for 1 where p > 0, have larger numbers than those in p.
 */
final class Variables {
    /** What a variable is. */
    enum Kind {
        GAUSSIAN,
        RADEMACHER,
        UNIFORM,
        FREE,
        POSITIVE,
        STEP
    }

    private static final int MOST = 100_000;
    private final List<Kind> kinds = new ArrayList<>();
    private final List<Poly> arguments = new ArrayList<>();

    Poly add(Kind kind) {
        return add(kind, Poly.ZERO);
    }

    private Poly add(Kind kind, Poly argument) {
        RecheckException.require(kinds.size() < MOST, "at most " + MOST + " variables");
        kinds.add(kind);
        arguments.add(argument);
        return Poly.variable(kinds.size() - 1);
    }

    boolean isEmpty() {
        return kinds.isEmpty();
    }

    /** max(p, 0). */
    Poly positive(Poly p) {
        return p.isNumber() ? Poly.of(p.number().max(Num.ZERO)) : derived(Kind.POSITIVE, p);
    }

    /** 1 where p > 0: of a polynomial in Gaussian and uniform variables alone, which is 0 with probability 0. */
    Poly step(Poly p) {
        if (p.isNumber() || !isExact(p) || p.has(v -> kinds.get(v) != Kind.GAUSSIAN && kinds.get(v) != Kind.UNIFORM)) {
            throw NoValue.undecided("a rectifier that may be at its kink");
        }
        return derived(Kind.STEP, p);
    }

    private Poly derived(Kind kind, Poly p) {
        for (int v = 0; v < kinds.size(); v++) {
            if (kinds.get(v) == kind && isExact(p) && same(arguments.get(v), p)) {
                return Poly.variable(v);
            }
        }
        return add(kind, p);
    }

    private static boolean isExact(Poly p) {
        return p.isNumber() ? p.number().isExact() : p.coefficients().stream().allMatch(Variables::isExact);
    }

    private static boolean same(Poly a, Poly b) {
        return a.subtract(b).isZero();
    }

    /** The mean over everything random; a polynomial in the free variables. */
    Poly mean(Poly p) {
        if (p.isNumber() || !p.has(v -> kinds.get(v) != Kind.FREE)) {
            return p;
        }
        BitSet independent = new BitSet();
        for (int v = 0; v <= p.variable(); v++) {
            independent.set(v, isIndependent(v, p));
        }
        Poly rest = integrated(p, independent::get);
        if (!rest.has(v -> kinds.get(v) != Kind.FREE)) {
            return rest;
        }
        if (rest.isNumber() || !isDerived(rest.variable())) {
            return mean(rest);
        }
        return halved(rest, rest.variable());
    }

    /** The integral over some variables on which nothing derived depends. */
    private Poly integrated(Poly p, IntPredicate wanted) {
        if (!p.has(wanted)) {
            return p;
        }
        Work.count(1);
        List<Poly> inner =
                p.coefficients().stream().map(c -> integrated(c, wanted)).toList();
        if (!wanted.test(p.variable())) {
            return Poly.of(p.variable(), inner);
        }
        Poly sum = Poly.ZERO;
        for (int k = 0; k < inner.size(); k += 2) {
            sum = sum.add(inner.get(k).multiply(Poly.of(moment(kinds.get(p.variable()), k))));
        }
        return sum;
    }

    private boolean isIndependent(int v, Poly p) {
        return !isDerived(v) && kinds.get(v) != Kind.FREE && !p.has(w -> isDerived(w) && dependsOn(w, v));
    }

    private boolean dependsOn(int derived, int v) {
        return arguments.get(derived).has(x -> x == v || (isDerived(x) && dependsOn(x, v)));
    }

    private boolean isDerived(int v) {
        return kinds.get(v) == Kind.POSITIVE || kinds.get(v) == Kind.STEP;
    }

    private static Num moment(Kind kind, int k) {
        if (kind == Kind.RADEMACHER) {
            return Num.ONE;
        }
        if (kind == Kind.UNIFORM) {
            return Num.ONE.divide(Num.of(k + 1L));
        }
        Num moment = Num.ONE;
        for (long j = 1; j < k; j += 2) {
            moment = moment.multiply(Num.of(j));
        }
        return moment;
    }

    /**
     * The mean of p(v) for v = max(a, 0) or the step of a. Some random variables are turned to their negatives so that a
     * becomes -a and nothing else that is derived changes; the two halves of the space then contribute the same, if
     * p(a) on one is p(v) on both.
     */
    private Poly halved(Poly p, int v) {
        Poly a = arguments.get(v);
        BitSet turned = turned(a, p, v);
        Poly half = Poly.of(Num.ONE.divide(Num.TWO));
        Poly sum = p.coefficients().get(0);
        Poly rest = Poly.ZERO;
        Poly power = Poly.of(Num.ONE);
        for (int k = 1; k < p.coefficients().size(); k++) {
            power = kinds.get(v) == Kind.STEP ? power : power.multiply(a);
            rest = rest.add(power.multiply(p.coefficients().get(k)));
        }
        Poly even = rest.add(rest.reflected(turned::get)).multiply(half);
        if (!rest.subtract(even).isZero()) {
            throw NoValue.undecided("a mean without the symmetry that would halve it");
        }
        return mean(sum.add(even.multiply(half)));
    }

    /** Either the first or the last random variable of each term of a, if turning them does what is asked for. */
    private BitSet turned(Poly a, Poly p, int v) {
        for (boolean first : new boolean[] {true, false}) {
            BitSet turned = new BitSet();
            collect(a, first, new ArrayList<>(), turned);
            boolean turns = a.reflected(turned::get).add(a).isZero();
            boolean others = isUnchanged(a, turned, -1) && isUnchanged(p, turned, v);
            if (turns && others) {
                return turned;
            }
        }
        throw NoValue.undecided("a mean for which no symmetry is known");
    }

    private void collect(Poly a, boolean first, List<Integer> above, BitSet found) {
        if (a.isNumber()) {
            List<Integer> random = above.stream()
                    .filter(v -> !isDerived(v) && kinds.get(v) != Kind.FREE)
                    .toList();
            if (!random.isEmpty() && !a.isZero()) {
                found.set(random.get(first ? random.size() - 1 : 0));
            }
            return;
        }
        for (int k = 0; k < a.coefficients().size(); k++) {
            List<Integer> longer = new ArrayList<>(above);
            if (k > 0) {
                longer.add(a.variable());
            }
            collect(a.coefficients().get(k), first, longer, found);
        }
    }

    private boolean isUnchanged(Poly p, BitSet turned, int except) {
        return !p.has(w -> w != except
                && isDerived(w)
                && !(isUnchanged(arguments.get(w), turned, -1)
                        && same(arguments.get(w).reflected(turned::get), arguments.get(w))));
    }
}
