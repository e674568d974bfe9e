package gradlab.verification.claim;

import gradlab.analysis.expression.Averages;
import gradlab.analysis.expression.CanonicalForm;
import gradlab.analysis.expression.Expression;
import gradlab.analysis.expression.Subexpressions;
import gradlab.analysis.source.SourceException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks where chance may enter a claim: random variables only inside {@code E}, {@code Var} and {@code P}, none of these
 * inside another, and none of them where there is nothing random.
 */
final class Randomness {

    private final String file;
    private final Map<String, Use> names = new HashMap<>();
    private final boolean statistical;

    /**
     * What a name stands for.
     *
     * @param random whether its value depends on random variables
     * @param averages whether a mean is formed in it
     */
    private record Use(boolean random, boolean averages) {
        static final Use NONE = new Use(false, false);

        Use with(Use other) {
            return new Use(random || other.random, averages || other.averages);
        }
    }

    private Randomness(String file, List<Named> variables) {
        this.file = file;
        this.statistical = !variables.isEmpty();
        variables.forEach(variable -> names.put(variable.name(), new Use(true, false)));
    }

    /**
     * Checks a claim.
     *
     * @throws SourceException at the first place where a random variable or a mean must not stand
     */
    static void check(Claim claim) {
        Randomness randomness = new Randomness(claim.file(), claim.random());
        claim.constants().forEach(constant -> randomness.requireFixed(constant.expression()));
        claim.variables().forEach(variable -> randomness.requireFixed(variable.expression()));
        claim.random().forEach(variable -> randomness.requireFixed(variable.expression()));
        for (Named definition : claim.definitions()) {
            randomness.names.put(definition.name(), randomness.use(definition.expression(), false));
        }
        claim.hypotheses().forEach(randomness::requireFixed);
        Use use = randomness.use(claim.statement(), false);
        if (use.random()) {
            throw randomness.outside(claim.statement());
        }
        if (randomness.statistical && !use.averages()) {
            throw SourceException.at(
                    claim.file(),
                    claim.statement().position(),
                    "random variables and no mean of anything",
                    "a statement about E(...), Var(...) or P(...)");
        }
        randomness.checkSeeds(claim);
    }

    /** Constants, domains and hypotheses speak of no chance. */
    private void requireFixed(Expression expression) {
        Use use = use(expression, false);
        if (use.random()) {
            throw outside(expression);
        }
        if (use.averages()) {
            throw SourceException.at(
                    file, expression.position(), "E, Var or P", "none here: they stand in define and claim");
        }
    }

    private Use use(Expression expression, boolean inside) {
        if (expression instanceof Expression.Name name) {
            Use use = names.getOrDefault(name.name(), Use.NONE);
            if (inside && use.averages()) {
                throw nested(expression);
            }
            return use;
        }
        boolean average = Averages.isOne(expression);
        if (average && inside) {
            throw nested(expression);
        }
        if (average && !statistical) {
            throw SourceException.at(
                    file, expression.position(), "E, Var or P and nothing random", "random: with random variables");
        }
        Use use = Use.NONE;
        for (Expression part : Subexpressions.of(expression)) {
            use = use.with(use(part, inside || average));
        }
        return average ? new Use(false, true) : use;
    }

    private SourceException nested(Expression at) {
        return SourceException.at(file, at.position(), "E, Var or P inside another", "one that stands alone");
    }

    /** Points to the first random variable that stands outside. */
    private SourceException outside(Expression expression) {
        Expression at = firstRandom(expression);
        String found = at instanceof Expression.Name name
                ? "the random " + SourceException.quote(name.name()) + " outside of E, Var and P"
                : "something random outside of E, Var and P";
        return SourceException.at(file, at.position(), found, "E(...), Var(...) or P(...) around it");
    }

    private Expression firstRandom(Expression expression) {
        for (Expression part : Subexpressions.of(expression)) {
            if (!Averages.isOne(part) && use(part, false).random()) {
                return firstRandom(part);
            }
        }
        return expression;
    }

    private void checkSeeds(Claim claim) {
        boolean alone = claim.random().size() == 1 && claim.variables().isEmpty();
        if (claim.isAboutRandomRuns() && !alone) {
            throw SourceException.at(
                    file,
                    claim.random().get(0).expression().position(),
                    "seeds(...) beside other variables",
                    "one random variable and none quantified in a claim about random runs");
        }
        if (claim.isAboutRandomRuns() && (speaksOf(claim, "E") || speaksOf(claim, "Var"))) {
            throw SourceException.at(
                    file,
                    claim.statement().position(),
                    "E or Var of random runs",
                    "P(...), how often something happens");
        }
        if (statistical && !claim.isAboutRandomRuns() && speaksOf(claim, "run")) {
            throw SourceException.at(
                    file, claim.statement().position(), "runs beside random variables", "seeds(k), random seeds");
        }
    }

    private static boolean speaksOf(Claim claim, String name) {
        return CanonicalForm.mentions(claim.statement(), name)
                || claim.definitions().stream().anyMatch(d -> CanonicalForm.mentions(d.expression(), name));
    }
}
