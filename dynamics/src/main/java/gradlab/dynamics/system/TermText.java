package gradlab.dynamics.system;

import gradlab.analysis.tensor.Activations;
import gradlab.analysis.tensor.Exponentials;
import gradlab.analysis.tensor.GaussianUnits;
import gradlab.analysis.tensor.Hyperbolic;
import gradlab.analysis.tensor.Powers;
import gradlab.analysis.tensor.Trigonometric;
import gradlab.analysis.tensor.UnaryFunction;
import java.util.List;
import java.util.Map;

/** Formulas in the expression language again, shortened where they are long. */
final class TermText {

    private static final int LONGEST = 400;
    private static final int DEEPEST = 40;
    private static final int SUM = 6;
    private static final int SIGN = 8;
    private static final int ATOM = 10;

    /** Slopes; {@code _} stands for the argument. */
    private static final Map<UnaryFunction, String> SLOPES = Map.ofEntries(
            Map.entry(Trigonometric.SIN, "cos(_)"),
            Map.entry(Trigonometric.COS, "(-sin(_))"),
            Map.entry(Trigonometric.TAN, "(1/cos(_)^2)"),
            Map.entry(Exponentials.EXP, "exp(_)"),
            Map.entry(Exponentials.LOG, "(1/(_))"),
            Map.entry(Exponentials.SOFTPLUS, "sigmoid(_)"),
            Map.entry(Powers.SQRT, "(1/(2*sqrt(_)))"),
            Map.entry(Powers.ABS, "sign(_)"),
            Map.entry(Hyperbolic.TANH, "(1/cosh(_)^2)"),
            Map.entry(Hyperbolic.SINH, "cosh(_)"),
            Map.entry(Hyperbolic.COSH, "sinh(_)"),
            Map.entry(Activations.SIGMOID, "(sigmoid(_)*sigmoid(-(_)))"),
            Map.entry(Activations.RELU, "if(_ > 0, 1, 0)"),
            Map.entry(GaussianUnits.ERF, "(2/sqrt(pi)*exp(-(_)^2))"));

    private final Terms terms;
    private final List<String> coordinates;
    private final Map<Integer, String> defined;

    /** A printer that knows the names of coordinates and of some nodes. */
    TermText(Terms terms, List<String> coordinates, Map<Integer, String> defined) {
        this.defined = defined;
        this.terms = terms;
        this.coordinates = coordinates;
    }

    /** The formula of a node on one line. */
    String of(int node) {
        String text = within(node, 0, 0);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + " ..." : text;
    }

    private String within(int node, int needed, int depth) {
        if (depth > DEEPEST) {
            return "...";
        }
        String text = text(node, depth + 1);
        return binding(node) < needed ? "(" + text + ")" : text;
    }

    private int binding(int node) {
        Term term = terms.get(node);
        if (defined.containsKey(node)) {
            return ATOM;
        }
        if (term instanceof Term.Constant constant) {
            return constant.value() < 0 ? SIGN : ATOM;
        }
        if (term instanceof Term.Binary binary) {
            return isNegation(binary) ? SIGN : binary.operation().operator().precedence();
        }
        return ATOM;
    }

    private boolean isNegation(Term.Binary binary) {
        return binary.operation() == Operation.MULTIPLY
                && terms.get(binary.a()) instanceof Term.Constant constant
                && constant.value() == -1;
    }

    private String text(int node, int depth) {
        Term term = terms.get(node);
        String name = defined.get(node);
        if (name != null) {
            return name;
        }
        if (term instanceof Term.Constant constant) {
            return number(constant.value());
        } else if (term instanceof Term.Parameter parameter) {
            return parameter.name();
        } else if (term instanceof Term.Variable variable) {
            return coordinates.get(variable.index());
        } else if (term instanceof Term.Function function) {
            return ScalarFunctions.name(function.function()) + "(" + within(function.a(), 0, depth) + ")";
        } else if (term instanceof Term.Slope slope) {
            String argument = within(slope.a(), 0, depth);
            String pattern = SLOPES.get(slope.function());
            return pattern == null
                    ? ScalarFunctions.name(slope.function()) + "'(" + argument + ")"
                    : pattern.replace("_", argument);
        } else if (term instanceof Term.Choice choice) {
            return "if(" + within(choice.condition(), 0, depth) + ", " + within(choice.yes(), 0, depth) + ", "
                    + within(choice.no(), 0, depth) + ")";
        }
        return binary((Term.Binary) term, depth);
    }

    private String binary(Term.Binary binary, int depth) {
        if (isNegation(binary)) {
            return "-" + within(binary.b(), SIGN, depth);
        }
        int binding = binary.operation().operator().precedence();
        String symbol = binary.operation().operator().symbol();
        return switch (binary.operation()) {
            case POWER -> within(binary.a(), ATOM, depth) + "^" + within(binary.b(), ATOM, depth);
            case MULTIPLY, DIVIDE ->
                within(binary.a(), binding, depth) + symbol + within(binary.b(), binding + 1, depth);
            case ADD -> sum(binary, depth);
            default -> within(binary.a(), binding, depth) + " " + symbol + " " + within(binary.b(), binding + 1, depth);
        };
    }

    /** a + (-b) reads a - b. */
    private String sum(Term.Binary binary, int depth) {
        String left = within(binary.a(), SUM, depth);
        String right = within(binary.b(), SUM + 1, depth);
        return right.startsWith("-") ? left + " - " + right.substring(1) : left + " + " + right;
    }

    /** The shortest decimal of a number. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
