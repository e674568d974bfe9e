package gradlab.verification.recheck;

import static gradlab.verification.recheck.RecheckException.require;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Layers of polynomials: affine ones, rectifiers, and what is composed of them. */
final class PolyLayers {
    static final PolyMat NO_TANGENTS = new PolyMat(0, 0, List.of());
    private static final int MOST_PARTS = 200;

    private final Averages averages;
    private final Variables variables;

    PolyLayers(Averages averages, Variables variables) {
        this.averages = averages;
        this.variables = variables;
    }

    /**
     * A point and tangents at it.
     *
     * @param value the point
     * @param tangents the tangents, one a column; empty if none are wanted
     */
    record Push(PolyMat value, PolyMat tangents) {}

    PolyMat jacobian(Term layer, PolyMat x) {
        return push(layer, x, PolyMat.of(Mat.identity(x.rows()))).tangents();
    }

    /** What a layer makes of a point and tangents. */
    Push push(Term layer, PolyMat x, PolyMat tangents) {
        Term term = averages.resolved(layer);
        String name = term.items().isEmpty() ? term.text() : term.head();
        List<Term> a = term.items().isEmpty()
                ? List.of()
                : term.items().subList(1, term.items().size());
        return switch (name) {
            case "identity_map" -> new Push(x, tangents);
            case "relu" -> rectified(x, tangents);
            case "dense" -> dense(a, x, tangents);
            case "sequential" -> composed(a, x, tangents);
            case "repeat" -> composed(Collections.nCopies(parts(a), a.get(0)), x, tangents);
            case "residual" -> residual(a, x, tangents);
            default -> throw NoValue.undecided("the layer '" + name + "' of something random");
        };
    }

    private int parts(List<Term> a) {
        require(a.size() == 2, "a layer and a number");
        Num count = averages.value(a.get(1)).numbers().number();
        boolean small = count.isPoint() && count.low.num().bitLength() < 10;
        require(
                small && count.low.den().equals(java.math.BigInteger.ONE) && count.low.signum() >= 0,
                "a small integer");
        require(count.low.num().intValue() <= MOST_PARTS, "at most " + MOST_PARTS + " parts");
        return count.low.num().intValue();
    }

    private Push rectified(PolyMat x, PolyMat tangents) {
        if (tangents.columns() == 0) {
            return new Push(x.map(variables::positive), tangents);
        }
        List<Poly> slopes = new ArrayList<>();
        x.entries().forEach(e -> slopes.add(variables.step(e)));
        return new Push(
                x.map(variables::positive),
                PolyMat.of(
                        tangents.rows(),
                        tangents.columns(),
                        (i, j) -> slopes.get(i).multiply(tangents.get(i, j))));
    }

    private Push dense(List<Term> a, PolyMat x, PolyMat tangents) {
        PolyMat w = averages.value(a.get(0));
        require(w.columns() == x.rows(), "as many columns as inputs");
        PolyMat product = product(w, x);
        PolyMat value = a.size() == 2 ? product.with(averages.value(a.get(1)), Poly::add) : product;
        return new Push(value, tangents.columns() == 0 ? tangents : product(w, tangents));
    }

    private static PolyMat product(PolyMat a, PolyMat b) {
        return PolyMat.of(a.rows(), b.columns(), (i, j) -> {
            Poly sum = Poly.ZERO;
            for (int k = 0; k < a.columns(); k++) {
                sum = sum.add(a.get(i, k).multiply(b.get(k, j)));
            }
            return sum;
        });
    }

    private Push composed(List<Term> parts, PolyMat x, PolyMat tangents) {
        Push push = new Push(x, tangents);
        for (Term part : parts) {
            push = push(part, push.value(), push.tangents());
        }
        return push;
    }

    private Push residual(List<Term> a, PolyMat x, PolyMat tangents) {
        Push inner = push(a.get(0), x, tangents);
        Poly h = a.size() == 2 ? averages.value(a.get(1)).number() : Poly.of(Num.ONE);
        PolyMat value = inner.value().map(h::multiply).with(x, Poly::add);
        return new Push(
                value,
                tangents.columns() == 0
                        ? tangents
                        : inner.tangents().map(h::multiply).with(tangents, Poly::add));
    }
}
