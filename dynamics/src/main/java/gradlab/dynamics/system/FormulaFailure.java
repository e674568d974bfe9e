package gradlab.dynamics.system;

import gradlab.analysis.tensor.Exponentials;
import gradlab.analysis.tensor.Powers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds which part of which formula has no value at a point, and says why. */
final class FormulaFailure {

    private static final int MOST_NAMED = 4;

    private final Formulas formulas;
    private final Terms terms;
    private final TermText text;

    FormulaFailure(Formulas formulas) {
        this.formulas = formulas;
        this.terms = formulas.terms();
        this.text = new TermText(terms, formulas.coordinates(), Map.of());
    }

    /** The words for a state at which a formula or a derivative fails. */
    String at(double[] x) {
        for (int i = 0; i < formulas.dimension(); i++) {
            String words = failing(formulas.roots().get(i), x);
            if (!words.isEmpty()) {
                return "the equation of " + formulas.coordinates().get(i) + " has no value: " + words;
            }
        }
        for (int i = 0; i < formulas.dimension(); i++) {
            for (Map.Entry<Integer, Integer> entry : formulas.gradients().get(i).entrySet()) {
                String words = failing(entry.getValue(), x);
                if (!words.isEmpty()) {
                    return "the derivative of the equation of "
                            + formulas.coordinates().get(i) + " by "
                            + formulas.coordinates().get(entry.getKey()) + " has no value: " + words;
                }
            }
        }
        return "the tangents overflow";
    }

    private String failing(int root, double[] x) {
        Program program = new Program(terms, root);
        program.run(x);
        return Double.isFinite(program.result(0)) ? "" : reason(culprit(root, program), program, x);
    }

    /** The deepest node without a finite value on a way where all above have none, either. */
    private int culprit(int root, Program program) {
        int node = root;
        while (true) {
            int next = -1;
            for (int operand : looked(node, program)) {
                next = next < 0 && !Double.isFinite(program.value(operand)) ? operand : next;
            }
            if (next < 0) {
                return node;
            }
            node = next;
        }
    }

    /** The operands that count: of a choice, the condition and the branch taken. */
    private int[] looked(int node, Program program) {
        if (terms.get(node) instanceof Term.Choice choice) {
            double condition = program.value(choice.condition());
            return new int[] {choice.condition(), condition == 1 ? choice.yes() : choice.no()};
        }
        return Terms.operands(terms.get(node));
    }

    private String reason(int node, Program program, double[] x) {
        return cause(terms.get(node), program) + " in " + text.of(node) + where(node, x);
    }

    private static String cause(Term term, Program program) {
        if (term instanceof Term.Binary binary) {
            double right = program.value(binary.b());
            double left = program.value(binary.a());
            if (binary.operation() == Operation.DIVIDE && right == 0) {
                return "division by zero";
            }
            boolean broken = left < 0 && right != Math.rint(right);
            if (binary.operation() == Operation.POWER && (broken || (left == 0 && right <= 0))) {
                return broken ? "a broken power of a negative number" : "zero to a power not above 0";
            }
        } else if (term instanceof Term.Function function && function.function() == Exponentials.LOG) {
            return "the logarithm of a number not above 0";
        } else if (term instanceof Term.Function function && function.function() == Powers.SQRT) {
            return "the root of a negative number";
        } else if (term instanceof Term.Slope slope && !Double.isNaN(program.value(slope.a()))) {
            return "no slope";
        }
        return "overflow";
    }

    /** The values of the coordinates that a node depends on. */
    private String where(int node, double[] x) {
        TreeSet<Integer> open = new TreeSet<>(List.of(node));
        List<Integer> found = new ArrayList<>();
        while (!open.isEmpty()) {
            int last = open.pollLast();
            if (terms.get(last) instanceof Term.Variable variable) {
                found.add(variable.index());
            }
            for (int operand : Terms.operands(terms.get(last))) {
                open.add(operand);
            }
        }
        return found.isEmpty()
                ? ""
                : found.stream()
                        .sorted()
                        .limit(MOST_NAMED)
                        .map(i -> formulas.coordinates().get(i) + " = " + TermText.number(x[i]))
                        .collect(Collectors.joining(", ", " at ", ""));
    }
}
