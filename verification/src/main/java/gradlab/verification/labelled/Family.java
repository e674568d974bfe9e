package gradlab.verification.labelled;

import gradlab.analysis.source.Scalars;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.source.Yaml;
import gradlab.analysis.source.YamlFields;
import gradlab.analysis.source.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The family of labelled runs: architecture by initialisation by rate by data by seed. The file {@code family.yaml} lists, for
 * each architecture (an experiment's file beside it) and each construction, the changes made, the values that are tried in
 * all combinations, and how many seeds each combination gets.
 */
public final class Family {
    private static final String FOLDER = "/gradlab/verification/labelled/";
    private static final int LARGEST_FILE = 1 << 16;
    private static final int MOST_SEEDS = 1_000;

    private final SourceText source;
    private final Scalars scalars;
    private final List<Recipe> recipes = new ArrayList<>();

    private Family(SourceText source) {
        this.source = source;
        this.scalars = new Scalars(source);
    }

    /** All runs of the shipped family, in order. */
    public static List<Recipe> shipped() {
        return read(resource("family.yaml"));
    }

    /** The runs that a text lists. */
    static List<Recipe> read(SourceText source) {
        Family family = new Family(source);
        for (Yaml architecture : items(YamlReader.read(source), source)) {
            family.architecture(YamlFields.of(source, architecture));
        }
        return List.copyOf(family.recipes);
    }

    private void architecture(YamlFields fields) {
        String name = scalars.matching(fields.scalar("architecture"), "[a-z0-9-]{1,60}", "a name");
        Part part = scalars.choice(fields.scalar("part"), Part.class);
        SourceText text = resource(name + ".yaml");
        for (Yaml runs : items(fields.required("runs"), source)) {
            group(YamlFields.of(source, runs), text, part);
        }
        fields.refuseOthers();
    }

    private void group(YamlFields fields, SourceText text, Part part) {
        Built built = scalars.choice(fields.scalar("built"), Built.class);
        int seeds = scalars.integer(fields.scalar("seeds"), 1, MOST_SEEDS);
        List<String> fixed = fields.optional("with").stream()
                .flatMap(node -> items(node, source).stream())
                .map(this::text)
                .toList();
        List<List<String>> variants = List.of(fixed);
        for (Yaml one : fields.optional("vary").stream()
                .flatMap(node -> items(node, source).stream())
                .toList()) {
            variants = combined(variants, items(one, source));
        }
        fields.refuseOthers();
        for (List<String> variant : variants) {
            add(text, part, built, variant, seeds);
        }
    }

    /** Each variant with each of the changes. */
    private List<List<String>> combined(List<List<String>> variants, List<Yaml> changes) {
        List<List<String>> all = new ArrayList<>();
        for (List<String> variant : variants) {
            for (Yaml change : changes) {
                List<String> longer = new ArrayList<>(variant);
                longer.add(text(change));
                all.add(longer);
            }
        }
        return all;
    }

    private void add(SourceText text, Part part, Built built, List<String> changes, int seeds) {
        for (int seed = 1; seed <= seeds; seed++) {
            String stem = text.name().replace(".yaml", "") + "-" + built.id();
            long before = recipes.stream()
                    .filter(r -> r.name().startsWith(stem + "-"))
                    .count();
            recipes.add(new Recipe(stem + "-" + (before + 1), text, part, built, changes, seed));
        }
    }

    private String text(Yaml node) {
        if (node instanceof Yaml.Scalar scalar) {
            return scalar.text();
        }
        throw scalars.error(node, "a change such as optimiser.rate=0.1");
    }

    private static List<Yaml> items(Yaml node, SourceText source) {
        if (node instanceof Yaml.Sequence sequence) {
            return sequence.items();
        }
        throw new Scalars(source).error(node, "a list");
    }

    private static SourceText resource(String file) {
        try (InputStream in = Family.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalArgumentException("file must be a resource of the family, was " + file);
            }
            return SourceText.decode(file, in, LARGEST_FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
