package gradlab.dynamics.system;

import gradlab.analysis.tensor.UnaryFunction;
import java.util.BitSet;

/** Formulas as a list of instructions over registers, one a node that they need: each node is computed once a run. One thread. */
final class Program {

    private enum Kind {
        VARIABLE,
        FUNCTION,
        SLOPE,
        ADD,
        SUBTRACT,
        MULTIPLY,
        BINARY,
        CHOICE
    }

    private final int[] registerOf;
    private final double[] registers;
    private final Kind[] kinds;
    private final Object[] operations;
    private final int[] to;
    private final int[] first;
    private final int[] second;
    private final int[] third;
    private final int[] results;
    private int count;

    Program(Terms terms, int... roots) {
        BitSet needed = needed(terms, roots);
        int size = needed.cardinality();
        registerOf = new int[terms.size()];
        registers = new double[size];
        kinds = new Kind[size];
        operations = new Object[size];
        to = new int[size];
        first = new int[size];
        second = new int[size];
        third = new int[size];
        int register = 0;
        for (int i = needed.nextSetBit(0); i >= 0; i = needed.nextSetBit(i + 1)) {
            registerOf[i] = register;
            add(terms.get(i), register++);
        }
        results = new int[roots.length];
        for (int i = 0; i < roots.length; i++) {
            results[i] = registerOf[roots[i]];
        }
    }

    private static BitSet needed(Terms terms, int... roots) {
        BitSet needed = new BitSet(terms.size());
        for (int root : roots) {
            needed.set(root);
        }
        for (int i = needed.length() - 1; i >= 0; i = needed.previousSetBit(i - 1)) {
            for (int operand : Terms.operands(terms.get(i))) {
                needed.set(operand);
            }
        }
        return needed;
    }

    private void add(Term term, int register) {
        if (term instanceof Term.Constant constant) {
            registers[register] = constant.value();
        } else if (term instanceof Term.Parameter parameter) {
            registers[register] = parameter.value();
        } else if (term instanceof Term.Variable variable) {
            instruction(Kind.VARIABLE, "", register, variable.index(), 0, 0);
        } else if (term instanceof Term.Function function) {
            instruction(Kind.FUNCTION, function.function(), register, registerOf[function.a()], 0, 0);
        } else if (term instanceof Term.Slope slope) {
            instruction(Kind.SLOPE, slope.function(), register, registerOf[slope.a()], 0, 0);
        } else if (term instanceof Term.Binary binary) {
            instruction(
                    kind(binary.operation()),
                    binary.operation(),
                    register,
                    registerOf[binary.a()],
                    registerOf[binary.b()],
                    0);
        } else if (term instanceof Term.Choice choice) {
            instruction(
                    Kind.CHOICE,
                    "",
                    register,
                    registerOf[choice.yes()],
                    registerOf[choice.no()],
                    registerOf[choice.condition()]);
        }
    }

    private static Kind kind(Operation operation) {
        return switch (operation) {
            case ADD -> Kind.ADD;
            case SUBTRACT -> Kind.SUBTRACT;
            case MULTIPLY -> Kind.MULTIPLY;
            default -> Kind.BINARY;
        };
    }

    private void instruction(Kind kind, Object operation, int register, int a, int b, int c) {
        kinds[count] = kind;
        operations[count] = operation;
        to[count] = register;
        first[count] = a;
        second[count] = b;
        third[count] = c;
        count++;
    }

    /** Computes all registers from the coordinates of a state. */
    void run(double[] state) {
        double[] r = registers;
        for (int i = 0; i < count; i++) {
            int a = first[i];
            int b = second[i];
            r[to[i]] = switch (kinds[i]) {
                case VARIABLE -> state[a];
                case ADD -> r[a] + r[b];
                case SUBTRACT -> r[a] - r[b];
                case MULTIPLY -> r[a] * r[b];
                case BINARY -> ((Operation) operations[i]).of(r[a], r[b]);
                case FUNCTION -> ((UnaryFunction) operations[i]).value(r[a]);
                case SLOPE -> ((UnaryFunction) operations[i]).slope(r[a]);
                case CHOICE -> chosen(r[third[i]], r[a], r[b]);
            };
        }
    }

    private static double chosen(double condition, double yes, double no) {
        return condition == 1 ? yes : condition == 0 ? no : Double.NaN;
    }

    /** The value of a root after a run. */
    double result(int root) {
        return registers[results[root]];
    }

    /** The value of a node that this program needs, after a run. */
    double value(int node) {
        return registers[registerOf[node]];
    }
}
