package gradlab.analysis.expression;

import gradlab.analysis.source.SourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a call of {@code run} must be before anything is trained: a known experiment, and changes that it takes. */
record RunTypes(TypeChecker checker, RunSource runs) {

    /** The first argument that says a change; the experiment and the seed stand before it. */
    private static final int CHANGES = 2;

    void check(Expression.Call call) {
        List<Expression> arguments = call.arguments();
        if (!(arguments.get(0) instanceof Expression.Text experiment)) {
            throw checker.error(
                    arguments.get(0).position(), "no name of an experiment", "the quoted name of an experiment");
        }
        if (!runs.knows(experiment.text())) {
            throw checker.error(
                    experiment.position(),
                    "the unknown experiment " + SourceException.quote(experiment.text()),
                    expected(runs, experiment.text()));
        }
        runs.objection(experiment.text(), changes(arguments)).ifPresent(objection -> {
            throw checker.error(
                    blamed(arguments, objection).position(),
                    "a run of " + experiment.text() + " that cannot be made (" + objection + ")",
                    "changes that fit its file, as for gradlab train");
        });
    }

    /** Advice on a misspelt name of an experiment. */
    static String expected(RunSource runs, String name) {
        Set<String> names = runs.names();
        return names.isEmpty()
                ? "the name of an experiment"
                : NearestName.advice(name, names, Set.of())
                        .replaceFirst("^a known name", "the name of an experiment")
                        .replaceFirst("^a built-in name or one of", "one of");
    }

    private List<String> changes(List<Expression> arguments) {
        List<Expression> all = arguments.subList(CHANGES, arguments.size());
        if (all.size() > RunRequest.MOST_CHANGES) {
            throw checker.error(
                    all.get(0).position(), all.size() + " changes", "at most " + RunRequest.MOST_CHANGES + " changes");
        }
        List<String> changes = new ArrayList<>();
        for (Expression change : all) {
            if (!(change instanceof Expression.Text text) || text.text().length() > RunRequest.LONGEST_CHANGE) {
                throw checker.error(
                        change.position(),
                        "no quoted change",
                        "a quoted change such as \"optimiser.rate=0.1\", of at most " + RunRequest.LONGEST_CHANGE
                                + " characters");
            }
            changes.add(text.text());
        }
        return changes;
    }

    /** The change that an objection begins with, or else the name of the experiment. */
    private static Expression blamed(List<Expression> arguments, String objection) {
        return arguments.stream()
                .skip(CHANGES)
                .filter(change -> objection.startsWith(SourceException.quote(((Expression.Text) change).text())))
                .findFirst()
                .orElse(arguments.get(0));
    }
}
