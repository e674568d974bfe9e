package gradlab.analysis.expression;

import java.util.List;

/** Typesets calls: of built-in functions in the field's notation, of anything else as a function and arguments. */
final class MathCalls {

    private final MathMl math;
    private final MathLayers layers;

    MathCalls(MathMl math) {
        this.math = math;
        this.layers = new MathLayers(math);
    }

    MathPiece piece(Expression.Call call) {
        if (!(call.function() instanceof Expression.Name name)) {
            return applied(math.piece(call.function()).within(MathPiece.POWER), call.arguments());
        }
        List<Expression> arguments = call.arguments();
        return switch (arguments.size()) {
            case 0 ->
                name.name().equals("identity_map")
                        ? MathPiece.atom(MathMarkup.identifier("id"))
                        : generic(name, arguments);
            case 1 -> ofOne(name, arguments.get(0));
            case 2 -> ofTwo(name, arguments);
            default -> ofMany(name, arguments);
        };
    }

    private MathPiece ofOne(Expression.Name name, Expression argument) {
        String x = math.fragment(argument);
        return switch (name.name()) {
            case "norm" -> bars("‖", x);
            case "norm1" -> norm(x, MathMarkup.number("1"));
            case "norminf" -> norm(x, MathMarkup.upright("∞"));
            case "frobenius" -> norm(x, MathMarkup.upright("F"));
            case "abs" -> bars("|", x);
            case "floor" -> MathPiece.atom(MathMarkup.fenced("⌊", x, "⌋"));
            case "ceil" -> MathPiece.atom(MathMarkup.fenced("⌈", x, "⌉"));
            case "sqrt" -> MathPiece.atom(MathMarkup.root(x));
            case "transpose" -> MathOperators.transposed(math.piece(argument));
            case "inverse" ->
                MathOperators.power(math.piece(argument), MathMarkup.prefix("−") + MathMarkup.number("1"));
            case "sequential" -> math.piece(argument);
            case "log" -> applied(MathMarkup.identifier("ln"), x);
            case "log2" -> applied(MathMarkup.subscript(MathMarkup.identifier("log"), MathMarkup.number("2")), x);
            case "trace" -> applied(MathMarkup.identifier("tr"), x);
            case "variance" -> applied(MathMarkup.identifier("var"), x);
            case "rho" -> applied(MathMarkup.identifier("ρ"), x);
            case "abscissa" -> applied(MathMarkup.identifier("α"), x);
            case "numerical_abscissa" -> applied(MathMarkup.identifier("ω"), x);
            case "kreiss" -> applied(MathMarkup.identifier("K"), x);
            case "kreiss_continuous" ->
                applied(MathMarkup.subscript(MathMarkup.identifier("K"), MathMarkup.identifier("c")), x);
            case "cond" -> applied(MathMarkup.identifier("κ"), x);
            case "sigma_max" ->
                applied(MathMarkup.subscript(MathMarkup.identifier("σ"), MathMarkup.identifier("max")), x);
            case "sigma_min" ->
                applied(MathMarkup.subscript(MathMarkup.identifier("σ"), MathMarkup.identifier("min")), x);
            case "identity" -> indexed(MathMarkup.identifier("I"), x);
            case "zeros" -> indexed(MathMarkup.number("0"), x);
            case "ones" -> indexed(MathMarkup.number("1"), x);
            case "layernorm" -> indexed(MathMarkup.identifier("LayerNorm"), x);
            case "rmsnorm" -> indexed(MathMarkup.identifier("RMSNorm"), x);
            case "cross_entropy" -> indexed(MathMarkup.identifier("CE"), x);
            case "leaky_relu" -> indexed(MathMarkup.identifier("LeakyReLU"), x);
            case "residual" -> layers.residual(List.of(argument));
            case "E" -> MathPiece.atom(MathMarkup.upright("𝔼") + MathMarkup.fenced("[", x, "]"));
            case "P" -> applied(MathMarkup.upright("ℙ"), x);
            default -> generic(name, List.of(argument));
        };
    }

    private MathPiece ofTwo(Expression.Name name, List<Expression> arguments) {
        Expression first = arguments.get(0);
        String a = math.fragment(first);
        String b = argument(arguments.get(1));
        return switch (name.name()) {
            case "dot" ->
                MathPiece.atom(
                        MathMarkup.fenced("⟨", MathMarkup.list(List.of(MathMarkup.row(a), MathMarkup.row(b))), "⟩"));
            case "sigma" -> applied(MathMarkup.subscript(MathMarkup.identifier("σ"), b), a);
            case "power" -> MathOperators.power(math.piece(first), b);
            case "zeros" -> indexed(MathMarkup.number("0"), a + MathMarkup.operator("×") + b);
            case "ones" -> indexed(MathMarkup.number("1"), a + MathMarkup.operator("×") + b);
            case "jacobian" -> applied(MathMarkup.subscript(MathMarkup.identifier("J"), a), b);
            case "derivative" -> applied(derivative(first), b);
            case "residual" -> layers.residual(arguments);
            case "repeat" -> layers.repeated(first, b);
            case "rmsnorm" -> indexed(MathMarkup.identifier("RMSNorm"), MathMarkup.list(math.all(arguments)));
            case "batchnorm" -> indexed(MathMarkup.identifier("BatchNorm"), MathMarkup.list(math.all(arguments)));
            case "sequential" -> layers.composed(arguments);
            default -> generic(name, arguments);
        };
    }

    private MathPiece ofMany(Expression.Name name, List<Expression> arguments) {
        return switch (name.name()) {
            case "layernorm" -> indexed(MathMarkup.identifier("LayerNorm"), MathMarkup.list(math.all(arguments)));
            case "rnn" -> indexed(MathMarkup.identifier("RNN"), MathMarkup.list(math.all(arguments)));
            case "lstm" -> indexed(MathMarkup.identifier("LSTM"), MathMarkup.list(math.all(arguments)));
            case "gru" -> indexed(MathMarkup.identifier("GRU"), MathMarkup.list(math.all(arguments)));
            case "sequential" -> layers.composed(arguments);
            default -> generic(name, arguments);
        };
    }

    private String derivative(Expression function) {
        return MathMarkup.superscript(math.piece(function).within(MathPiece.ATOM), MathMarkup.prefix("′"));
    }

    private MathPiece generic(Expression.Name name, List<Expression> arguments) {
        boolean verbatim = Builtins.function(name.name()).isPresent();
        String function = verbatim ? MathMarkup.identifier(name.name()) : math.name(name.name());
        return applied(function, arguments);
    }

    private MathPiece applied(String function, List<Expression> arguments) {
        String list = arguments.size() == 1 ? argument(arguments.get(0)) : MathMarkup.list(math.all(arguments));
        return applied(function, list);
    }

    /** An only argument; a vector written out needs no second pair of parentheses. */
    private String argument(Expression argument) {
        return argument instanceof Expression.VectorLiteral vector
                ? MathMarkup.list(math.all(vector.items()))
                : math.fragment(argument);
    }

    private static MathPiece applied(String function, String arguments) {
        return MathPiece.atom(function + "<mo>\u2061</mo>" + MathMarkup.parenthesised(arguments));
    }

    private static MathPiece bars(String bar, String body) {
        return MathPiece.atom(MathMarkup.fenced(bar, body, bar));
    }

    private static MathPiece norm(String body, String index) {
        return MathPiece.of(MathMarkup.subscript(MathMarkup.fenced("‖", body, "‖"), index), MathPiece.INDEX);
    }

    private static MathPiece indexed(String base, String index) {
        return MathPiece.atom(MathMarkup.subscript(base, index));
    }
}
