package gradlab.verification.claim;

import gradlab.analysis.expression.Expression;
import gradlab.analysis.expression.Kind;
import gradlab.analysis.expression.Type;
import gradlab.analysis.expression.TypeChecker;
import gradlab.analysis.source.SourceException;
import java.util.List;
import java.util.Map;

/** The distributions of random variables: how many numbers each takes, and what a variable of it is. */
final class RandomTypes {

    /** The distribution whose values are seeds of training runs. */
    static final String SEEDS = "seeds";

    private static final Map<String, Map<Integer, Type>> FORMS = Map.of(
            "gaussian",
            Map.of(0, Type.NUMBER, 1, Type.VECTOR, 2, Type.MATRIX, 3, Type.MATRIX),
            "rademacher",
            Map.of(1, Type.VECTOR, 2, Type.VECTOR),
            "uniform",
            Map.of(2, Type.NUMBER, 3, Type.VECTOR, 4, Type.MATRIX),
            SEEDS,
            Map.of(1, Type.NUMBER));

    private static final String EXPECTATION = "a distribution: gaussian(), gaussian(n), gaussian(m, n),"
            + " gaussian(m, n, deviation), rademacher(n), rademacher(n, deviation), uniform(a, b), uniform(n, a, b),"
            + " uniform(m, n, a, b), list(k, distribution), seeds(k)";

    private static final int DEEPEST_LIST = 4;

    private RandomTypes() {}

    /**
     * The type of a random variable.
     *
     * @throws SourceException if the expression is no distribution
     */
    static Type typeOf(String file, Expression distribution, TypeChecker checker) {
        return typeOf(file, distribution, checker, 0);
    }

    private static Type typeOf(String file, Expression distribution, TypeChecker checker, int depth) {
        if (!(distribution instanceof Expression.Call call)
                || !(call.function() instanceof Expression.Name name)
                || depth > DEEPEST_LIST) {
            throw SourceException.at(file, distribution.position(), "no distribution", EXPECTATION);
        }
        List<Expression> arguments = call.arguments();
        if (name.name().equals("list") && arguments.size() == 2) {
            checker.require(arguments.get(0), Kind.NUMBER);
            return Type.listOf(typeOf(file, arguments.get(1), checker, depth + 1));
        }
        Type type = FORMS.getOrDefault(name.name(), Map.of()).get(arguments.size());
        if (type == null || (name.name().equals(SEEDS) && depth > 0)) {
            String found = SourceException.quote(name.name()) + " with " + arguments.size() + " arguments";
            throw SourceException.at(file, name.position(), found, EXPECTATION);
        }
        arguments.forEach(argument -> checker.require(argument, Kind.NUMBER));
        return type;
    }

    static boolean isSeeds(Expression distribution) {
        return distribution instanceof Expression.Call call
                && call.function() instanceof Expression.Name name
                && name.name().equals(SEEDS);
    }
}
