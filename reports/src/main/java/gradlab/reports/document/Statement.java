package gradlab.reports.document;

import gradlab.analysis.expression.BinaryOperator;
import gradlab.analysis.expression.Expression;
import gradlab.analysis.expression.MathMarkup;
import gradlab.analysis.expression.MathMl;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.Named;
import gradlab.verification.claim.Quantifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Typesets a whole claim: the quantified variables with their domains, the hypotheses and what is claimed, the constants
 * and definitions. It is HTML with MathML in the pieces between which a line may break.
 */
public final class Statement {

    private final Claim claim;
    private final MathMl math;
    private final DomainMath domains;

    private Statement(Claim claim) {
        this.claim = claim;
        this.math = MathMl.over(namesOf(claim));
        this.domains = new DomainMath(math);
    }

    /** The claim as paragraphs of HTML, every text in them escaped. */
    public static String html(Claim claim) {
        return new Statement(claim).html();
    }

    /** Every name that a claim introduces. */
    static Set<String> namesOf(Claim claim) {
        return Stream.of(claim.constants(), claim.variables(), claim.random(), claim.definitions())
                .flatMap(List::stream)
                .map(Named::name)
                .collect(Collectors.toSet());
    }

    private String html() {
        StringBuilder html = new StringBuilder();
        if (!claim.variables().isEmpty()) {
            html.append(paragraph("quantified", variables()));
        }
        if (claim.isStatistical()) {
            html.append(paragraph("quantified", randomVariables()));
        }
        html.append(paragraph("claimed", formulas(math.breakable(claimed()))));
        List<Named> named = Stream.concat(claim.constants().stream(), claim.definitions().stream())
                .toList();
        if (!named.isEmpty()) {
            html.append(paragraph("where", "where " + definitions(named)));
        }
        claim.format()
                .ifPresent(format -> html.append(paragraph(
                        "where", "computed in " + format.word() + ", every operation rounded to the nearest number")));
        return html.toString();
    }

    private String variables() {
        String sign = claim.quantifier() == Quantifier.EXISTS ? "∃" : "∀";
        List<String> pieces = new ArrayList<>();
        for (Named variable : claim.variables()) {
            String lead = pieces.isEmpty() ? MathMarkup.quantifier(sign) : "";
            String member = math.name(variable.name())
                    + MathMarkup.operator("∈")
                    + MathMarkup.row(domains.of(variable.expression()));
            pieces.add(MathMarkup.formula(lead + member));
        }
        return String.join(", ", pieces) + " :";
    }

    private String randomVariables() {
        RandomMath distributions = new RandomMath(math);
        return claim.random().stream()
                        .map(v -> MathMarkup.formula(math.name(v.name())
                                + MathMarkup.operator("∼")
                                + MathMarkup.row(distributions.of(v.expression()))))
                        .collect(Collectors.joining(", "))
                + (claim.random().size() > 1 ? ", independent :" : " :");
    }

    /** Hypotheses and statement as one expression: a consequence for all cases, a conjunction for some. */
    private Expression claimed() {
        Expression statement = claim.statement();
        BinaryOperator link = claim.quantifier() == Quantifier.EXISTS ? BinaryOperator.AND : BinaryOperator.IMPLIES;
        return claim.hypotheses().stream()
                .reduce((a, b) -> join(BinaryOperator.AND, a, b))
                .map(hypotheses -> join(link, hypotheses, statement))
                .orElse(statement);
    }

    private static Expression join(BinaryOperator operator, Expression left, Expression right) {
        return new Expression.Binary(operator, left, right, right.position());
    }

    private String definitions(List<Named> named) {
        return named.stream()
                .map(n -> MathMarkup.formula(
                        math.name(n.name()) + MathMarkup.operator("=") + math.fragment(n.expression())))
                .collect(Collectors.joining(", "));
    }

    private static String formulas(List<String> pieces) {
        return pieces.stream().map(MathMarkup::formula).collect(Collectors.joining("<wbr>"));
    }

    private static String paragraph(String kind, String body) {
        return "<p class=\"" + kind + "\">" + body + "</p>\n";
    }
}
