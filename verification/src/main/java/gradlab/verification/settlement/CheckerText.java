package gradlab.verification.settlement;

import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.expression.CanonicalForm;
import gradlab.analysis.expression.Expression;
import gradlab.verification.certificate.Box;
import gradlab.verification.certificate.Shape;
import gradlab.verification.certificate.SymbolicCover;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Claim;
import gradlab.verification.domain.Domain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;

/** A claim in one case, or in all cases of a box, as the independent checker reads it. */
final class CheckerText {

    private CheckerText() {}

    static String of(Claim claim, Case values) {
        return of(claim, new Box(values, values));
    }

    static String of(Claim claim, Box box) {
        List<String> variables = new ArrayList<>();
        box.lower()
                .values()
                .forEach((name, low) -> variables.add(list("var", name, value(low, upper(box, name, low)))));
        return of(claim, variables, true);
    }

    /** With some variables left as symbols, for all numbers they may stand for; hypotheses are not asked for. */
    static String of(Claim claim, SymbolicCover.Part part) {
        List<String> variables = new ArrayList<>();
        part.values().values().forEach((name, value) -> variables.add(list("var", name, value(value, value))));
        part.symbols().forEach((name, domain) -> variables.add(list("free", name, free(domain))));
        return of(claim, variables, false);
    }

    /** What the leaves of a cover are to fill. */
    static String domain(Claim claim) {
        List<String> parts = new ArrayList<>();
        claim.constants().forEach(c -> parts.add(list("let", c.name(), CanonicalForm.of(c.expression()))));
        claim.variables().forEach(v -> parts.add(list("over", v.name(), call(v.expression()))));
        return String.join("\n", parts);
    }

    /** The values of a box, in the order of the claim. */
    static String leaf(Box box) {
        return box.lower().values().entrySet().stream()
                .map(entry -> value(entry.getValue(), upper(box, entry.getKey(), entry.getValue())))
                .collect(Collectors.joining(" "));
    }

    /** The values and the symbols of a part, in the order of the claim. */
    static String leaf(Claim claim, SymbolicCover.Part part) {
        Map<String, String> values = new HashMap<>();
        part.values().values().forEach((name, value) -> values.put(name, value(value, value)));
        part.symbols().forEach((name, domain) -> values.put(name, free(domain)));
        return claim.variables().stream()
                .map(variable -> values.getOrDefault(variable.name(), ""))
                .collect(Collectors.joining(" "));
    }

    private static String free(Domain domain) {
        if (domain instanceof Domain.Lists lists) {
            return "(list" + (" " + free(lists.item())).repeat(lists.count()) + ")";
        }
        Shape shape = Shape.of(domain);
        return list("free", String.valueOf(shape.rows()), String.valueOf(shape.columns()));
    }

    private static String of(Claim claim, List<String> variables, boolean hypotheses) {
        List<String> parts = new ArrayList<>();
        claim.format().ifPresent(format -> parts.add(list("arithmetic", format.word())));
        claim.constants().forEach(c -> parts.add(list("let", c.name(), CanonicalForm.of(c.expression()))));
        parts.addAll(variables);
        claim.random().forEach(r -> parts.add(list("random", r.name(), call(r.expression()))));
        claim.definitions().forEach(d -> parts.add(list("let", d.name(), CanonicalForm.of(d.expression()))));
        claim.hypotheses().stream().filter(h -> hypotheses).forEach(h -> parts.add(list("where", CanonicalForm.of(h))));
        parts.add(list("claim", CanonicalForm.of(claim.statement())));
        return String.join("\n", parts);
    }

    /** A domain or a distribution. */
    private static String call(Expression expression) {
        Expression.Call call = (Expression.Call) expression;
        String name = ((Expression.Name) call.function()).name();
        List<String> parts = new ArrayList<>(List.of(name));
        for (Expression argument : call.arguments()) {
            boolean nested = name.equals("list") && parts.size() == 2;
            parts.add(nested ? call(argument) : CanonicalForm.of(argument));
        }
        return "(" + String.join(" ", parts) + ")";
    }

    private static CaseValue upper(Box box, String name, CaseValue low) {
        return box.upper().values().getOrDefault(name, low);
    }

    private static String value(CaseValue low, CaseValue high) {
        if (low instanceof CaseValue.OfNumber a && high instanceof CaseValue.OfNumber b) {
            return number(a.value(), b.value());
        } else if (low instanceof CaseValue.OfTruth truth) {
            return String.valueOf(truth.value());
        } else if (low instanceof CaseValue.OfVector a && high instanceof CaseValue.OfVector b) {
            return "(vector" + numbers(a.entries(), b.entries()) + ")";
        } else if (low instanceof CaseValue.OfMatrix a && high instanceof CaseValue.OfMatrix b) {
            Matrix<BigFraction> shape = a.matrix();
            String entries = numbers(shape.entries(), b.matrix().entries());
            return "(matrix " + shape.rows() + " " + shape.columns() + entries + ")";
        } else if (low instanceof CaseValue.OfList a) {
            return "(list"
                    + a.items().stream().map(item -> " " + value(item, item)).collect(Collectors.joining()) + ")";
        }
        throw new IllegalArgumentException("corners must be of one kind");
    }

    private static String numbers(List<BigFraction> low, List<BigFraction> high) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < low.size(); i++) {
            text.append(' ').append(number(low.get(i), high.get(i)));
        }
        return text.toString();
    }

    private static String number(BigFraction low, BigFraction high) {
        return low.equals(high)
                ? CanonicalForm.number(low)
                : list("box", CanonicalForm.number(low), CanonicalForm.number(high));
    }

    private static String list(String... parts) {
        return "(" + String.join(" ", parts) + ")";
    }
}
