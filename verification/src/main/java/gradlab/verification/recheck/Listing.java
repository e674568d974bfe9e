package gradlab.verification.recheck;

import static gradlab.verification.recheck.RecheckException.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The values of a domain that has finitely many, as terms. */
final class Listing {
    private static final int MOST = 20_000;
    private static final int LARGEST_PERMUTATION = 6;

    private Listing() {}

    /** All values, or empty if the domain is not made by listing them, or has too many. */
    static Optional<List<Term>> of(Term domain, Evaluator evaluator) {
        List<Term> a = domain.items().subList(1, domain.items().size());
        return switch (domain.head()) {
            case "integer" -> integers(integer(a, 0, evaluator), integer(a, 1, evaluator));
            case "boolean" -> Optional.of(List.of(symbol("false"), symbol("true")));
            case "choice" ->
                Optional.of(a.stream().map(term -> written(term, evaluator)).toList());
            case "permutation" ->
                Optional.of(integer(a, 0, evaluator))
                        .filter(n -> n >= 0 && n <= LARGEST_PERMUTATION)
                        .map(Listing::permutations);
            default -> Optional.empty();
        };
    }

    private static Optional<List<Term>> integers(int low, int high) {
        return (long) high - low >= MOST
                ? Optional.empty()
                : Optional.of(IntStream.rangeClosed(low, high)
                        .mapToObj(k -> symbol(String.valueOf(k)))
                        .toList());
    }

    /** The value of a term, as numbers. */
    private static Term written(Term term, Evaluator evaluator) {
        return written(evaluator.value(term));
    }

    private static Term written(Value value) {
        if (value instanceof CaseCheck.Answer answer) {
            return symbol(String.valueOf(answer == CaseCheck.Answer.HOLDS));
        } else if (value instanceof Value.Items items) {
            List<Term> list = new ArrayList<>(List.of(symbol("list")));
            items.items().forEach(item -> list.add(written(item)));
            return new Term("", List.copyOf(list));
        } else if (value instanceof Mat mat && mat.isExact()) {
            return matrix(mat);
        }
        throw new RecheckException("expected choices that are known exactly");
    }

    private static Term matrix(Mat mat) {
        List<Term> entries = mat.entries.stream()
                .map(entry -> symbol(entry.low.num() + "/" + entry.low.den()))
                .toList();
        if (mat.rows == 1 && mat.columns == 1) {
            return entries.get(0);
        }
        List<Term> items = new ArrayList<>(
                List.of(symbol("matrix"), symbol(String.valueOf(mat.rows)), symbol(String.valueOf(mat.columns))));
        items.addAll(entries);
        return new Term("", List.copyOf(items));
    }

    private static List<Term> permutations(int n) {
        List<List<Integer>> orders = List.of(List.of());
        for (int length = 0; length < n; length++) {
            orders = orders.stream().flatMap(order -> longer(order, n).stream()).toList();
        }
        return orders.stream()
                .map(order -> matrix(Mat.of(n, n, (i, j) -> order.get(i) == j ? Num.ONE : Num.ZERO)))
                .toList();
    }

    private static List<List<Integer>> longer(List<Integer> order, int n) {
        return IntStream.range(0, n)
                .filter(k -> !order.contains(k))
                .mapToObj(k -> {
                    List<Integer> copy = new ArrayList<>(order);
                    copy.add(k);
                    return List.copyOf(copy);
                })
                .toList();
    }

    private static int integer(List<Term> a, int at, Evaluator evaluator) {
        require(at < a.size(), "the ends of a domain");
        return new Arguments(List.of(evaluator.value(a.get(at)))).integer(0, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static Term symbol(String text) {
        return new Term(text, List.of());
    }
}
