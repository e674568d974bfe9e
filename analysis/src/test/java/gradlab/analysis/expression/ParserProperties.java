package gradlab.analysis.expression;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.IntervalArithmetic;
import gradlab.analysis.arithmetic.RealArithmetic;
import gradlab.analysis.arithmetic.Truth;
import gradlab.analysis.source.SourceException;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ParserProperties {
    @Provide
    Arbitrary<String> tokens() {
        return Arbitraries.of(
                        "1",
                        "0",
                        "2.5",
                        "1e9",
                        "pi",
                        "x",
                        "A",
                        "relu",
                        "norm",
                        "jacobian",
                        "sum",
                        "all",
                        "if",
                        "i",
                        "(",
                        ")",
                        "[",
                        "]",
                        ",",
                        "+",
                        "-",
                        "*",
                        "/",
                        "^",
                        "'",
                        "<",
                        "<=",
                        "==",
                        "!=",
                        "and",
                        "or",
                        "not",
                        "implies",
                        "true",
                        "\"r\"",
                        "$",
                        " ")
                .list()
                .ofMaxSize(16)
                .map(parts -> String.join(" ", parts));
    }

    @Property(tries = 5_000)
    void anyTextIsAnExpressionOrAnErrorOfOneLine(@ForAll("tokens") String text) {
        try {
            Texts.checked(text);
        } catch (SourceException e) {
            assertThat(e).hasMessageMatching("f\\.yaml:\\d+:\\d+: found .*, expected .*");
        }
    }

    /** Statements of small integers, where ties, divisions by zero and kinks are common. */
    @Provide
    Arbitrary<String> statements() {
        return Arbitraries.recursive(
                        () -> Arbitraries.of("0", "1", "2", "3", "1/3", "sqrt(2)", "pi", "0.1"),
                        ParserProperties::larger,
                        0,
                        4)
                .tuple2()
                .flatMap(pair -> Arbitraries.of("<", "<=", "==", "!=", ">", ">=")
                        .map(operator -> pair.get1() + " " + operator + " " + pair.get2()));
    }

    private static Arbitrary<String> larger(Arbitrary<String> terms) {
        return Arbitraries.oneOf(
                terms.tuple2()
                        .flatMap(p -> Arbitraries.of("+", "-", "*", "/", "^")
                                .map(o -> "(" + p.get1() + " " + o + " " + p.get2() + ")")),
                Arbitraries.of(
                                "abs(",
                                "sqrt(",
                                "exp(",
                                "log(",
                                "sin(",
                                "cos(",
                                "tanh(",
                                "sigmoid(",
                                "erf(",
                                "floor(",
                                "ceil(",
                                "relu(",
                                "leaky_relu(0.5)(",
                                "derivative(relu, ",
                                "derivative(tanh, ",
                                "-(")
                        .flatMap(f -> terms.map(t -> f + t + ")")),
                terms.tuple2().map(p -> "norm([" + p.get1() + ", " + p.get2() + "])"),
                terms.tuple2().map(p -> "norm([[" + p.get1() + ", 1], [" + p.get2() + ", 0]])"),
                terms.tuple2().map(p -> "det([[" + p.get1() + ", 1], [" + p.get2() + ", 2]])"),
                terms.tuple2().map(p -> "rho([[" + p.get1() + ", 1], [" + p.get2() + ", 2]])"),
                terms.tuple2().map(p -> "jacobian(softmax, [" + p.get1() + ", " + p.get2() + "])[0, 1]"),
                terms.tuple2().map(p -> "jacobian(layernorm(1), [" + p.get1() + ", " + p.get2() + "])[0, 1]"));
    }

    /** Intervals and exact numbers never decide one statement in two ways, and neither calls defined what the other does not. */
    @Property(tries = 3_000, edgeCases = EdgeCasesMode.NONE)
    void theRigorousArithmeticsAgree(@ForAll("statements") String text) {
        Truth exact = fate(new RealArithmetic(), text);
        Truth wide = fate(IntervalArithmetic.INTERVALS, text);
        if (wide != Truth.UNDECIDED && exact != Truth.UNDECIDED) {
            assertThat(wide).as(text).isEqualTo(exact);
        }
    }

    private static <N> Truth fate(Arithmetic<N> numbers, String text) {
        Expression statement = Texts.parse(text);
        new TypeChecker("f.yaml", RunSource.NONE, Map.of()).require(statement, Kind.TRUTH);
        return new Evaluator<>("f.yaml", numbers, RunSource.NONE).truth(statement, Scope.empty());
    }
}
