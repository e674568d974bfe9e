package gradlab.verification.claim;

import gradlab.analysis.arithmetic.FloatFormat;
import gradlab.analysis.expression.CanonicalForm;
import gradlab.analysis.expression.Expression;
import gradlab.analysis.source.SourceException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Refuses what a claim about a floating-point format cannot say: the standard fixes the four operations, roots and
 * comparisons to the last bit, the order of a sum is the one written, and nothing else is settled by replaying it.
 */
final class FormatOperations {

    private static final Set<String> ALLOWED = Set.of(
            "abs", "sqrt", "floor", "ceil", "min", "max", "norm", "dot", "sum", "prod", "all", "mean", "transpose");
    /** How the canonical form writes what is no function. */
    private static final Set<String> FORMS =
            Set.of("and", "or", "implies", "not", "if", "neg", "vector", "matrix", "index", "sumv", "true", "false");

    private static final Pattern INDEX = Pattern.compile("\\((?:sum|prod|all) ([A-Za-z_][A-Za-z0-9_]*)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private FormatOperations() {}

    /**
     * Checks every expression of a claim.
     *
     * @throws SourceException at the first one that uses something else
     */
    static void check(Claim claim, FloatFormat format) {
        Stream.of(named(claim.constants()), named(claim.definitions()), claim.hypotheses(), List.of(claim.statement()))
                .flatMap(List::stream)
                .forEach(expression -> check(claim, format, expression));
    }

    private static List<Expression> named(List<Named> names) {
        return names.stream().map(Named::expression).toList();
    }

    private static void check(Claim claim, FloatFormat format, Expression expression) {
        String text = CanonicalForm.of(expression);
        Set<String> known = new HashSet<>(ALLOWED);
        known.addAll(FORMS);
        Stream.of(claim.constants(), claim.variables(), claim.definitions())
                .forEach(names -> names.forEach(name -> known.add(name.name())));
        INDEX.matcher(text).results().forEach(range -> known.add(range.group(1)));
        NAME.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw SourceException.at(
                            claim.file(),
                            expression.position(),
                            (name.equals("apply") ? "a layer" : SourceException.quote(name)) + " in " + format.word(),
                            "arithmetic, comparisons and "
                                    + String.join(
                                            ", ", ALLOWED.stream().sorted().toList()));
                });
    }
}
