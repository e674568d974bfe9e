package gradlab.verification.claim;

import gradlab.analysis.arithmetic.FloatFormat;
import gradlab.analysis.expression.Expression;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hipparchus.fraction.BigFraction;

/**
 * A claim as its file states it, checked.
 *
 * @param file the name of its file, for messages
 * @param id its name in kebab-case
 * @param title one sentence
 * @param source who says so
 * @param constants constants, in order; a later one may use earlier ones
 * @param quantifier how it speaks of its cases
 * @param variables quantified variables with their domains, in order; a later domain may use earlier variables
 * @param random random variables with their distributions, independent of each other; empty unless statistical
 * @param hypotheses what a case must meet to count
 * @param definitions named sub-expressions, in order
 * @param statement what is claimed of each case
 * @param format the floating-point format whose operations it speaks of; empty for the real numbers
 * @param support what its file names in support
 */
public record Claim(
        String file,
        String id,
        String title,
        String source,
        List<Named> constants,
        Quantifier quantifier,
        List<Named> variables,
        List<Named> random,
        List<Expression> hypotheses,
        List<Named> definitions,
        Expression statement,
        Optional<FloatFormat> format,
        Support support) {

    /** Copies the lists. */
    public Claim {
        constants = List.copyOf(constants);
        variables = List.copyOf(variables);
        random = List.copyOf(random);
        hypotheses = List.copyOf(hypotheses);
        definitions = List.copyOf(definitions);
    }

    /** Whether it speaks of means and probabilities. */
    public boolean isStatistical() {
        return !random.isEmpty();
    }

    /** Whether its random variables are the seeds of training runs. */
    public boolean isAboutRandomRuns() {
        return random.stream().anyMatch(variable -> RandomTypes.isSeeds(variable.expression()));
    }

    /**
     * What a claim's file names beside the claim itself; none of it changes what is claimed.
     *
     * @param proof the theorem that is said to prove it
     * @param disproof the theorem that is said to prove its negation
     * @param experiment the experiment whose runs bear on it
     * @param trials how many decided cases support needs
     * @param tolerance how far off, relatively, a statistical claim may be for a sample to support it
     */
    public record Support(
            Optional<String> proof,
            Optional<String> disproof,
            Optional<String> experiment,
            OptionalInt trials,
            BigFraction tolerance) {}
}
