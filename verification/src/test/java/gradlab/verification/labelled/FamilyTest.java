package gradlab.verification.labelled;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.dynamics.diagnosis.FindingKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The family of labelled runs, and a few of them. */
class FamilyTest {
    @TempDir
    private Path folder;

    private static Recipe named(String name) {
        return Family.shipped().stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePartsShareNoArchitectureAndEveryConstructionIsReadable() {
        List<Recipe> all = Family.shipped();
        assertThat(all).hasSizeGreaterThan(500);
        assertThat(all.stream().map(Recipe::name)).doesNotHaveDuplicates();
        assertThat(all.stream().map(Recipe::identity)).doesNotHaveDuplicates();
        Set<String> tuning = all.stream()
                .filter(r -> r.part() == Part.TUNING)
                .map(Recipe::family)
                .collect(Collectors.toSet());
        assertThat(all.stream().filter(r -> r.part() == Part.HELD_OUT).map(Recipe::family))
                .doesNotContainAnyElementsOf(tuning);
        assertThat(all.stream().filter(r -> r.part() == Part.HELD_OUT && r.built() == Built.HEALTHY))
                .hasSizeGreaterThanOrEqualTo(150);
        all.stream()
                .filter(r -> r.seed() == 1)
                .forEach(r -> assertThat(r.experiment().steps()).isPositive());
    }

    @Test
    void aRunIsMadeOnceAndReadsBackTheSame() throws Exception {
        Recipe recipe = named("plain-relu-exploding-1");
        LabelledRuns runs = LabelledRuns.in(folder);
        LabelledRuns.Made made = runs.of(recipe);
        assertThat(made.ending().nonFinite()).isPresent();
        assertThat(made.log().end().orElseThrow().step())
                .isEqualTo(made.ending().nonFinite().getAsLong());
        Path lines = folder.resolve(recipe.name()).resolve("records.jsonl");
        byte[] before = Files.readAllBytes(lines);
        assertThat(runs.of(recipe).ending()).isEqualTo(made.ending());
        // A folder of another run is made anew, with the same bytes.
        Path end = folder.resolve(recipe.name()).resolve("summary.json");
        Files.writeString(end, Files.readString(end).replace("seed 1", "seed 2"));
        assertThat(runs.of(recipe).ending()).isEqualTo(made.ending());
        assertThat(Files.readAllBytes(lines)).isEqualTo(before);
    }

    @Test
    void anObservationTellsTroubleFromHealth() {
        LabelledRuns runs = LabelledRuns.in(folder);
        Observation vanishing = Observation.of(runs.of(named("plain-relu-vanishing-1")));
        assertThat(vanishing.label()).contains(Built.VANISHING);
        assertThat(vanishing.harm()).contains(FindingKind.VANISHING);
        assertThat(vanishing.fired()).contains(FixedRule.LOSS_NOT_DECREASING, FixedRule.POOR_WEIGHT_INITIALIZATION);
        Observation healthy = Observation.of(runs.of(named("shallow-relu-healthy-1")));
        assertThat(healthy.label()).contains(Built.HEALTHY);
        assertThat(healthy.harm()).isEmpty();
        Figures figures = Figures.of(Part.TUNING, List.of(vanishing, healthy));
        assertThat(figures.recall()).isEqualTo(Rate.of(1, 1));
        assertThat(figures.falseAlarms()).isEqualTo(Rate.of(0, 1));
        assertThat(figures.recall().least()).isEqualTo(0.025, org.assertj.core.api.Assertions.within(1e-6));
    }
}
