package gradlab.dynamics.system;

import gradlab.analysis.tensor.Exponentials;
import gradlab.analysis.tensor.Steps;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The derivative of a formula by each coordinate that it depends on, as formulas again: the chain rule from the result backwards,
 * so that all derivatives of a formula together are a small multiple of it (griewankwalther2008, 3). Branches of a choice are
 * differentiated each for itself: a branch that is not taken may be undefined without harm.
 */
final class Gradient {

    private final Terms terms;
    private final int zero;
    private final int one;
    private final Map<Integer, SortedMap<Integer, Integer>> known = new HashMap<>();

    Gradient(Terms terms) {
        this.terms = terms;
        this.zero = terms.constant(0);
        this.one = terms.constant(1);
    }

    /** Derivatives by the number of the coordinate; those that are 0 everywhere are left out. */
    SortedMap<Integer, Integer> of(int root) {
        SortedMap<Integer, Integer> found = known.get(root);
        if (found == null) {
            found = backwards(root);
            known.put(root, found);
        }
        return found;
    }

    private SortedMap<Integer, Integer> backwards(int root) {
        TreeMap<Integer, Integer> open = new TreeMap<>(Map.of(root, one));
        SortedMap<Integer, Integer> result = new TreeMap<>();
        while (!open.isEmpty()) {
            Map.Entry<Integer, Integer> last = open.pollLastEntry();
            Term term = terms.get(last.getKey());
            int factor = last.getValue();
            if (term instanceof Term.Variable variable) {
                result.put(variable.index(), factor);
            } else if (term instanceof Term.Function function && !(function.function() instanceof Steps)) {
                add(open, function.a(), times(factor, terms.slope(function.function(), function.a())));
            } else if (term instanceof Term.Binary binary && binary.operation().isArithmetic()) {
                binary(open, binary, last.getKey(), factor);
            } else if (term instanceof Term.Choice choice) {
                choice(choice, factor).forEach((index, part) -> add(open, terms.variable(index), part));
            }
        }
        result.values().removeIf(part -> part == zero);
        return result;
    }

    private void binary(Map<Integer, Integer> open, Term.Binary binary, int self, int factor) {
        int a = binary.a();
        int b = binary.b();
        switch (binary.operation()) {
            case ADD -> {
                add(open, a, factor);
                add(open, b, factor);
            }
            case SUBTRACT -> {
                add(open, a, factor);
                add(open, b, negative(factor));
            }
            case MULTIPLY -> {
                add(open, a, times(factor, b));
                add(open, b, times(factor, a));
            }
            case DIVIDE -> {
                add(open, a, over(factor, b));
                add(open, b, negative(times(factor, over(self, b))));
            }
            case POWER -> power(open, a, b, self, factor);
            default -> throw new IllegalStateException("operation must be arithmetic, was " + binary.operation());
        }
    }

    /** b a^(b - 1) and, if the exponent varies, a^b log a. */
    private void power(Map<Integer, Integer> open, int a, int b, int self, int factor) {
        if (terms.varies(a)) {
            add(open, a, times(factor, times(b, powered(a, minusOne(b)))));
        }
        if (terms.varies(b)) {
            add(open, b, times(factor, times(self, terms.function(Exponentials.LOG, a))));
        }
    }

    private SortedMap<Integer, Integer> choice(Term.Choice choice, int factor) {
        SortedMap<Integer, Integer> yes = of(choice.yes());
        SortedMap<Integer, Integer> no = of(choice.no());
        SortedMap<Integer, Integer> both = new TreeMap<>();
        yes.forEach((index, part) ->
                both.put(index, times(factor, terms.choice(choice.condition(), part, no.getOrDefault(index, zero)))));
        no.forEach((index, part) ->
                both.computeIfAbsent(index, i -> times(factor, terms.choice(choice.condition(), zero, part))));
        return both;
    }

    private void add(Map<Integer, Integer> open, int node, int part) {
        if (terms.varies(node)) {
            open.merge(node, part, this::sum);
        }
    }

    private int sum(int a, int b) {
        return a == zero ? b : b == zero ? a : terms.binary(Operation.ADD, a, b);
    }

    private int times(int a, int b) {
        if (a == zero || b == zero) {
            return zero;
        }
        if (isNumber(b) && !isNumber(a)) {
            return times(b, a);
        }
        return a == one ? b : b == one ? a : folded(Operation.MULTIPLY, a, b);
    }

    private int over(int a, int b) {
        return a == zero ? zero : terms.binary(Operation.DIVIDE, a, b);
    }

    private int negative(int a) {
        return times(terms.constant(-1), a);
    }

    private int minusOne(int b) {
        return folded(Operation.SUBTRACT, b, one);
    }

    private int powered(int a, int b) {
        return b == one ? a : b == zero ? one : terms.binary(Operation.POWER, a, b);
    }

    private boolean isNumber(int node) {
        return terms.get(node) instanceof Term.Constant;
    }

    private int folded(Operation operation, int a, int b) {
        if (terms.get(a) instanceof Term.Constant left && terms.get(b) instanceof Term.Constant right) {
            return terms.constant(operation.of(left.value(), right.value()));
        }
        return terms.binary(operation, a, b);
    }
}
