package gradlab.verification.settlement;

import gradlab.analysis.expression.Expression;
import gradlab.analysis.expression.Subexpressions;
import gradlab.analysis.source.SourceException;
import gradlab.verification.certificate.FiniteDomain;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.Named;
import gradlab.verification.domain.DomainReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The cases of a claim about runs.
 *
 * @param cases those to look at, in order
 * @param planned how many the claim speaks of
 */
record RunCases(List<Case> cases, int planned) {

    private static final int MOST_RUNS = 200;

    /** Values of a seed that are looked at for a first impression. */
    private static final int QUICK_SEEDS = 3;

    /**
     * The cases of a claim.
     *
     * @param quick whether only the first values of seeds are wanted, with all values of other variables
     * @throws SourceException if a domain is not finite, or there are more than 200 cases
     */
    static RunCases of(Claim claim, boolean quick) {
        List<Case> all = cases(claim, Set.of());
        List<Case> wanted = quick ? cases(claim, seeds(claim)) : all;
        return new RunCases(wanted, all.size());
    }

    private static List<Case> cases(Claim claim, Set<String> few) {
        List<Case> cases = List.of(Case.EMPTY);
        for (Named variable : claim.variables()) {
            List<Case> longer = new ArrayList<>();
            for (Case before : cases) {
                List<CaseValue> values = FiniteDomain.values(
                                new DomainReader(claim, before).read(variable.expression()))
                        .orElseThrow(() -> tooMany(claim, variable));
                values.stream()
                        .limit(few.contains(variable.name()) ? QUICK_SEEDS : values.size())
                        .forEach(value -> longer.add(before.with(variable.name(), value)));
            }
            if (longer.size() > MOST_RUNS) {
                throw tooMany(claim, variable);
            }
            cases = longer;
        }
        return cases;
    }

    /** The names that seeds of runs are made of, through constants and definitions. */
    private static Set<String> seeds(Claim claim) {
        Map<String, Expression> named = new HashMap<>();
        Stream.concat(claim.constants().stream(), claim.definitions().stream())
                .forEach(n -> named.put(n.name(), n.expression()));
        Set<String> names = new HashSet<>();
        Stream.of(named.values().stream(), claim.hypotheses().stream(), Stream.of(claim.statement()))
                .flatMap(expressions -> expressions)
                .forEach(e -> addSeeds(e, named, names));
        return names;
    }

    private static void addSeeds(Expression expression, Map<String, Expression> named, Set<String> names) {
        if (expression instanceof Expression.Call call
                && call.function() instanceof Expression.Name function
                && function.name().equals("run")) {
            addNames(call.arguments().get(1), named, names);
        }
        Subexpressions.of(expression).forEach(part -> addSeeds(part, named, names));
    }

    private static void addNames(Expression expression, Map<String, Expression> named, Set<String> names) {
        if (expression instanceof Expression.Name name && names.add(name.name()) && named.containsKey(name.name())) {
            addNames(named.get(name.name()), named, names);
        }
        Subexpressions.of(expression).forEach(part -> addNames(part, named, names));
    }

    private static SourceException tooMany(Claim claim, Named variable) {
        return SourceException.at(
                claim.file(),
                variable.expression().position(),
                "a domain with many values in a claim about runs",
                "at most " + MOST_RUNS + " cases in all, such as integer(1, 20)");
    }
}
