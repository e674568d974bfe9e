package gradlab.reports.document;

import gradlab.reports.document.EvidenceView.Detail;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Evidence;
import gradlab.verification.claim.Trial;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts training runs into words, and what was read of each into a table. */
final class TrainingWords {

    private TrainingWords() {}

    static EvidenceView of(Evidence.Training training) {
        List<Detail> details = new ArrayList<>();
        details.add(Detail.literal("Experiment", training.experiment()));
        details.add(Detail.of("Seeds run", seeds(training.seeds())));
        List<Long> supporting = training.seeds(Trial.Outcome.SATISFIES);
        List<Long> contradicting = training.seeds(Trial.Outcome.VIOLATES);
        if (!supporting.isEmpty() || !contradicting.isEmpty()) {
            details.add(Detail.of("Seeds that satisfy the claim", seeds(supporting)));
            details.add(Detail.of("Seeds that violate it", seeds(contradicting)));
        }
        if (training.trials().size() < training.planned()) {
            details.add(Detail.of("Cases", training.trials().size() + " of " + training.planned()));
        }
        training.shortened().forEach(run -> details.add(Detail.literal("Shortened", run)));
        training.measurements().forEach((name, value) -> details.add(Detail.of(words(name), ShortNumber.of(value))));
        List<Detail> digests = new ArrayList<>();
        training.digests().forEach((run, digest) -> digests.add(Detail.literal(run, digest)));
        String sentence = training.decides()
                ? "The claim is about these training runs."
                : "Real training runs, shown for comparison: measurements decide nothing about the claim.";
        List<String> sentences = training.shortened().isEmpty()
                ? List.of(sentence)
                : List.of(sentence, "Some are shorter than their experiments say; such runs never refute.");
        return new EvidenceView("Training runs", sentences, details, "", List.of(), "", table(training), digests);
    }

    /** What a reading is of, whatever the seed. */
    private record Column(String experiment, String quantity) {
        static Column of(Trial.Reading reading) {
            return new Column(reading.run().replaceFirst(" seed \\d+", ""), reading.quantity());
        }

        String words(boolean several) {
            return several ? quantity + " of " + experiment : quantity;
        }
    }

    private static EvidenceView.Table table(Evidence.Training training) {
        Set<Column> columns = new LinkedHashSet<>();
        training.trials().forEach(trial -> trial.readings().forEach(reading -> columns.add(Column.of(reading))));
        if (columns.isEmpty()) {
            return EvidenceView.Table.NONE;
        }
        boolean several = columns.stream().map(Column::experiment).distinct().count() > 1;
        List<String> head = new ArrayList<>(List.of("Seed"));
        boolean variables = training.trials().stream()
                .anyMatch(trial -> trial.values().values().size() > 1);
        if (variables) {
            head.add("Case");
        }
        columns.forEach(column -> head.add(column.words(several)));
        head.add("Claim");
        List<List<String>> rows = training.trials().stream()
                .map(trial -> row(trial, columns, variables))
                .toList();
        return new EvidenceView.Table("What the claim read of each run", head, rows);
    }

    private static List<String> row(Trial trial, Set<Column> columns, boolean variables) {
        List<String> cells = new ArrayList<>(List.of(Long.toString(trial.seed())));
        if (variables) {
            cells.add(words(trial.values()));
        }
        for (Column column : columns) {
            cells.add(trial.readings().stream()
                    .filter(reading -> Column.of(reading).equals(column))
                    .map(reading -> ShortNumber.of(reading.value()))
                    .collect(Collectors.joining(", ")));
        }
        cells.add(
                trial.outcome() == Trial.Outcome.MEASURED ? "" : trial.outcome().word());
        return cells;
    }

    private static String words(Case values) {
        return values.values().entrySet().stream()
                .map(entry -> entry.getKey() + " = " + words(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String words(CaseValue value) {
        return value instanceof CaseValue.OfNumber number
                ? ShortNumber.of(number.value()).text()
                : value instanceof CaseValue.OfTruth truth ? Boolean.toString(truth.value()) : "(in results.json)";
    }

    /** A name such as {@code largestJacobianNorm} in words; other names stay as they are. */
    private static String words(String name) {
        if (!name.matches("[a-z]+([A-Z][a-z]+)*")) {
            return name;
        }
        String spaced =
                name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT).replace("jacobian", "Jacobian");
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    private static String seeds(List<Long> seeds) {
        return seeds.isEmpty() ? "none" : seeds.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
