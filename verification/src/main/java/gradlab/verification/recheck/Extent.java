package gradlab.verification.recheck;

import static gradlab.verification.recheck.RecheckException.require;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What values reach over: their shape, and between which ends each of their numbers lies.
 *
 * @param shape numbers, vectors and matrices by their rows and columns, lists by their items
 * @param sides the ends number by number, in the order in which they are written
 */
record Extent(String shape, List<Side> sides) {

    /** Whether it is of the same shape and reaches at least as far. */
    boolean contains(Extent other) {
        return shape.equals(other.shape) && Side.contain(sides, other.sides);
    }

    /** The extent of a value as it is written: numbers, boxes of them, and what is free to be anything. */
    static Extent ofValue(Term value) {
        if (value.items().isEmpty()) {
            return value.text().equals("true") || value.text().equals("false")
                    ? new Extent("truth", List.of(Side.of(truth(value), truth(value))))
                    : block(1, 1, List.of(value));
        }
        List<Term> items = value.items().subList(1, value.items().size());
        return switch (value.head()) {
            case "box" -> block(1, 1, List.of(value));
            case "vector" -> block(items.size(), 1, items);
            case "matrix" -> matrix(items);
            case "free" -> free(whole(items, 0), whole(items, 1));
            case "list" -> listed(items.stream().map(Extent::ofValue).toList());
            default -> throw new RecheckException("expected a value, not (" + value.head() + " ...)");
        };
    }

    /** The extent of a domain of numbers, or of more than the domain where it is no box. */
    static Extent ofDomain(Term domain, Evaluator evaluator) {
        List<Term> a = domain.items().subList(1, domain.items().size());
        return switch (domain.head()) {
            case "real" -> bounded(1, 1, a, evaluator);
            case "integer", "logreal" -> bounded(1, 1, sized(a, 2), evaluator);
            case "vector" -> bounded(size(a, 0, evaluator), 1, a.subList(1, a.size()), evaluator);
            case "matrix" -> bounded(size(a, 0, evaluator), size(a, 1, evaluator), a.subList(2, a.size()), evaluator);
            case "unit", "simplex" -> free(size(a, 0, evaluator), 1);
            case "symmetric", "orthogonal", "permutation" -> free(size(a, 0, evaluator), size(a, 0, evaluator));
            case "list" -> listed(Collections.nCopies(size(a, 0, evaluator), ofDomain(a.get(1), evaluator)));
            default -> throw new RecheckException("expected a domain of numbers, not (" + domain.head() + " ...)");
        };
    }

    private static Extent bounded(int rows, int columns, List<Term> ends, Evaluator evaluator) {
        if (ends.isEmpty()) {
            return free(rows, columns);
        }
        Num low = number(sized(ends, 2).get(0), evaluator);
        Num high = number(ends.get(1), evaluator);
        return repeated(rows, columns, Side.of(low.low, high.high));
    }

    private static Extent free(int rows, int columns) {
        return repeated(rows, columns, Side.LINE);
    }

    private static Extent repeated(int rows, int columns, Side side) {
        require((long) rows * columns <= Mat.LARGEST, "at most " + Mat.LARGEST + " numbers");
        return new Extent(rows + " x " + columns, Collections.nCopies(rows * columns, side));
    }

    private static Extent matrix(List<Term> items) {
        List<Term> entries = items.subList(Math.min(2, items.size()), items.size());
        return block(whole(items, 0), whole(items, 1), entries);
    }

    private static Extent block(int rows, int columns, List<Term> entries) {
        require(entries.size() == (long) rows * columns, "rows times columns entries");
        return new Extent(
                rows + " x " + columns, entries.stream().map(Extent::side).toList());
    }

    private static Extent listed(List<Extent> items) {
        List<Side> sides = new ArrayList<>();
        items.forEach(item -> sides.addAll(item.sides()));
        require(sides.size() <= Mat.LARGEST, "at most " + Mat.LARGEST + " numbers");
        return new Extent(items.stream().map(Extent::shape).toList().toString(), sides);
    }

    private static Side side(Term entry) {
        boolean box = entry.head().equals("box");
        require(box ? entry.items().size() == 3 : entry.items().isEmpty(), "a number or a box of numbers");
        return Side.of(
                rational(box ? entry.items().get(1) : entry),
                rational(box ? entry.items().get(2) : entry));
    }

    private static Rational rational(Term term) {
        return Rational.parse(term.text())
                .orElseThrow(() -> new RecheckException("expected a rational number, not '" + term.text() + "'"));
    }

    private static Rational truth(Term value) {
        return value.text().equals("true") ? Rational.ONE : Rational.ZERO;
    }

    private static int whole(List<Term> items, int at) {
        require(at < items.size(), "rows and columns");
        return new Arguments(List.of(Mat.of(Num.of(rational(items.get(at)))))).integer(0, 0, Mat.LARGEST);
    }

    private static int size(List<Term> a, int at, Evaluator evaluator) {
        require(at < a.size(), "the size of a domain");
        return new Arguments(List.of(evaluator.value(a.get(at)))).integer(0, 0, Mat.LARGEST);
    }

    private static Num number(Term term, Evaluator evaluator) {
        return new Arguments(List.of(evaluator.value(term))).num(0);
    }

    private static List<Term> sized(List<Term> terms, int count) {
        require(terms.size() == count, count + " ends of a domain");
        return terms;
    }
}
