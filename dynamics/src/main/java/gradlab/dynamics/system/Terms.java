package gradlab.dynamics.system;

import gradlab.analysis.tensor.UnaryFunction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Formulas that share their parts: the same node is made once. Nodes are numbered in an order in which they can be computed. */
final class Terms {

    /** Most nodes of one system, derivatives included; a node takes some 200 bytes here. */
    static final int MOST = 1_000_000;

    /** More nodes than a system may have. */
    static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooMany() {
            super("more than " + MOST + " operations", null, false, false);
        }
    }

    private final List<Term> all = new ArrayList<>();
    private final Map<Term, Integer> numbers = new HashMap<>();
    private final BitSet varying = new BitSet();

    Term get(int number) {
        return all.get(number);
    }

    int size() {
        return all.size();
    }

    /** Whether a node depends on the state. */
    boolean varies(int number) {
        return varying.get(number);
    }

    int constant(double value) {
        return number(new Term.Constant(value));
    }

    int parameter(String name, double value) {
        return number(new Term.Parameter(name, value));
    }

    int variable(int index) {
        return number(new Term.Variable(index));
    }

    int function(UnaryFunction function, int a) {
        return number(new Term.Function(function, a));
    }

    int slope(UnaryFunction function, int a) {
        return number(new Term.Slope(function, a));
    }

    int binary(Operation operation, int a, int b) {
        return number(new Term.Binary(operation, a, b));
    }

    int choice(int condition, int yes, int no) {
        return yes == no ? yes : number(new Term.Choice(condition, yes, no));
    }

    private int number(Term term) {
        Integer known = numbers.get(term);
        if (known != null) {
            return known;
        }
        if (all.size() == MOST) {
            throw new TooMany();
        }
        int number = all.size();
        numbers.put(term, number);
        all.add(term);
        varying.set(number, term instanceof Term.Variable || anyVaries(operands(term)));
        return number;
    }

    private boolean anyVaries(int... operands) {
        for (int operand : operands) {
            if (varying.get(operand)) {
                return true;
            }
        }
        return false;
    }

    /** The nodes that a node is made of directly. */
    static int[] operands(Term term) {
        if (term instanceof Term.Function function) {
            return new int[] {function.a()};
        } else if (term instanceof Term.Slope slope) {
            return new int[] {slope.a()};
        } else if (term instanceof Term.Binary binary) {
            return new int[] {binary.a(), binary.b()};
        } else if (term instanceof Term.Choice choice) {
            return new int[] {choice.condition(), choice.yes(), choice.no()};
        }
        return new int[0];
    }
}
