package gradlab.analysis.inference;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.tensor.Rearranging;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.Tensors;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Einstein's summation: each operand is laid out over all labels, those of the result first, the layouts are multiplied
 * entry by entry and summed over the rest. Costs the product of all lengths. An ellipsis stands for axes that are
 * stretched, aligned at the last one; without an arrow the result has the labels that occur once, in their order.
 */
final class Einsum {

    private static final String DOTS = "...";

    /** Labels of the axes that an ellipsis stands for, the last axis first; none is a letter. */
    private static final String HIDDEN = "0123456789";

    private Einsum() {}

    static <T> T of(Tensors<T> math, String equation, List<T> operands) {
        String[] sides = equation.replace(" ", "").split("->", -1);
        List<String> terms = new ArrayList<>(List.of(sides[0].split(",", -1)));
        if (sides.length > 2 || terms.size() != operands.size()) {
            throw new ShapeException("the equation " + equation, "a term for each of " + operands.size() + " operands");
        }
        for (int i = 0; i < terms.size(); i++) {
            terms.set(
                    i,
                    spelledOut(
                            terms.get(i), math.algebra().shape(operands.get(i)).rank()));
        }
        String result = sides.length == 2 ? sides[1] : implied(terms);
        int hidden = terms.stream()
                .mapToInt(
                        t -> (int) t.chars().filter(c -> HIDDEN.indexOf(c) >= 0).count())
                .max()
                .orElse(0);
        result = result.replace(DOTS, new StringBuilder(HIDDEN.substring(0, hidden)).reverse());
        Set<Character> labels = new LinkedHashSet<>();
        result.chars().forEach(c -> labels.add((char) c));
        int kept = labels.size();
        terms.forEach(t -> t.chars().forEach(c -> labels.add((char) c)));
        T product = null;
        for (int i = 0; i < terms.size(); i++) {
            T laid = layOut(math, operands.get(i), terms.get(i), List.copyOf(labels));
            product = product == null ? laid : math.multiply(product, laid);
        }
        if (product == null || kept != result.length()) {
            throw new ShapeException("the equation " + equation, "each label of the result once");
        }
        int[] summed = IntStream.range(kept, labels.size()).toArray();
        Shape shape = math.algebra().shape(product);
        return math.algebra().reshape(math.algebra().sum(product, summed), shape.without(summed));
    }

    private static String spelledOut(String term, int rank) {
        int dots = term.indexOf(DOTS);
        if (dots < 0) {
            return term;
        }
        int hidden = rank - (term.length() - DOTS.length());
        if (hidden < 0 || hidden > HIDDEN.length()) {
            throw new ShapeException("the term " + term, "labels for " + rank + " axes");
        }
        return term.substring(0, dots)
                + new StringBuilder(HIDDEN.substring(0, hidden)).reverse()
                + term.substring(dots + DOTS.length());
    }

    private static String implied(List<String> terms) {
        TreeMap<Character, Integer> counts = new TreeMap<>();
        String all = String.join("", terms);
        all.chars().forEach(c -> counts.merge((char) c, 1, Integer::sum));
        StringBuilder result = new StringBuilder();
        boolean hidden = all.chars().anyMatch(c -> HIDDEN.indexOf(c) >= 0);
        counts.forEach(
                (label, count) -> result.append(count == 1 && HIDDEN.indexOf(label) < 0 ? label.toString() : ""));
        return (hidden ? DOTS : "") + result;
    }

    /** The operand with one axis for each label, of length 1 where it has none; a repeated label takes the diagonal. */
    private static <T> T layOut(Tensors<T> math, T operand, String term, List<Character> labels) {
        Shape shape = math.algebra().shape(operand);
        if (term.length() != shape.rank()) {
            throw new ShapeException("the term " + term, "a label for each axis of " + shape);
        }
        int[] strides = shape.strides();
        int[] lengths = new int[labels.size()];
        int[] steps = new int[labels.size()];
        for (int l = 0; l < lengths.length; l++) {
            lengths[l] = 1;
            for (int d = 0; d < term.length(); d++) {
                if (term.charAt(d) == labels.get(l)) {
                    if (steps[l] != 0 && lengths[l] != shape.length(d)) {
                        throw new ShapeException("a diagonal of " + shape, "equal lengths");
                    }
                    lengths[l] = shape.length(d);
                    steps[l] += strides[d];
                }
            }
        }
        return math.select(operand, Rearranging.byStrides(Shape.of(lengths), steps));
    }
}
