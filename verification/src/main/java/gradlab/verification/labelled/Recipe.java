package gradlab.verification.labelled;

import gradlab.analysis.source.SourceText;
import gradlab.dynamics.training.Experiment;
import gradlab.dynamics.training.Overrides;
import java.util.List;

/**
 * How one run is made.
 *
 * @param name unique: architecture, construction, variant and seed
 * @param architecture the experiment's file
 * @param part what the run is used for
 * @param built what it is meant to be
 * @param changes of the experiment, in the spelling of {@link Overrides}
 * @param seed of the run
 */
public record Recipe(String name, SourceText architecture, Part part, Built built, List<String> changes, long seed) {

    /** Copies the list. */
    public Recipe {
        changes = List.copyOf(changes);
    }

    /** The experiment with its changes. */
    public Experiment experiment() {
        return Overrides.read(architecture, changes).experiment();
    }

    /** Which architecture, by the name of its file. */
    public String family() {
        return architecture.name().replace(".yaml", "");
    }

    /** All that determines the run, in one line: what a kept run is told by. */
    String identity() {
        String text = Integer.toHexString(architecture.text().hashCode());
        return (family() + " " + text + " " + String.join(" ", changes) + " seed " + seed).replaceAll("[\"\\\\]", "'");
    }
}
