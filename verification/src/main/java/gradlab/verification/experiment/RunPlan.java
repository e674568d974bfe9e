package gradlab.verification.experiment;

import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.source.Yaml;
import gradlab.analysis.source.YamlReader;
import gradlab.analysis.source.YamlText;
import gradlab.dynamics.training.Experiment;
import gradlab.dynamics.training.Overrides;
import gradlab.dynamics.training.ShortVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An experiment as it is to be run for claims.
 *
 * @param experiment with all changes made
 * @param configuration the text that says all of it
 * @param data the file its data come from, if they come from one
 * @param shortened the changes that make it shorter than its file says; empty if it is not
 */
record RunPlan(Experiment experiment, String configuration, Optional<Path> data, List<String> shortened) {

    /** Copies the changes. */
    RunPlan {
        shortened = List.copyOf(shortened);
    }

    /**
     * An experiment with the changes of a claim.
     *
     * @param quick whether its short version is wanted, where it has one
     * @throws SourceException of one line about the experiment's file or one change
     */
    static RunPlan of(ExperimentFiles files, String name, SourceText text, List<String> changes, boolean quick) {
        Yaml original = YamlReader.read(text);
        List<String> shortened = quick ? ShortVersion.of(text, original) : List.of();
        List<String> all = new ArrayList<>(changes);
        all.addAll(shortened);
        Overrides.Resolved resolved = Overrides.read(text, all, root -> check(files, name, original, root));
        Optional<Path> data = file(resolved.root()).map(file -> files.data(name, file));
        return new RunPlan(resolved.experiment(), YamlText.of(resolved.root()), data, shortened);
    }

    /** Refuses, before anything else is read, what only the experiment's own file may say. */
    private static void check(ExperimentFiles files, String name, Yaml original, Yaml changed) {
        if (!scalar(changed, "seed").equals(scalar(original, "seed"))) {
            throw SourceException.in(name, "a change of the seed", "the seed as an argument of run");
        }
        Optional<String> file = file(changed);
        if (!file.equals(file(original))) {
            throw SourceException.in(
                    name, "a change of the file of data", "data of the experiment's own: claims read no files");
        }
        file.ifPresent(named -> files.data(name, named));
    }

    private static Optional<String> file(Yaml root) {
        return entry(root, "data").flatMap(data -> scalar(data, "file"));
    }

    private static Optional<String> scalar(Yaml node, String key) {
        return entry(node, key).filter(Yaml.Scalar.class::isInstance).map(value -> ((Yaml.Scalar) value).text());
    }

    private static Optional<Yaml> entry(Yaml node, String key) {
        return node instanceof Yaml.Mapping mapping
                ? mapping.entries().stream()
                        .filter(entry -> entry.key().text().equals(key))
                        .map(Yaml.Entry::value)
                        .findFirst()
                : Optional.empty();
    }
}
