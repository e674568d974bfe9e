package gradlab.verification.proof;

import gradlab.analysis.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The proof files that a list of statements needs, in an order in which they compile. */
final class ProofSources {

    private static final String FOLDER = "/gradlab/verification/proofs/";
    private static final int LARGEST = 1 << 20;
    private static final Pattern REFERENCE = Pattern.compile("\\bGradlab\\.([A-Z][A-Za-z0-9]*)");

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Set<String> visited = new HashSet<>();
    private final Function<String, Optional<String>> lookup;

    private ProofSources(Function<String, Optional<String>> lookup) {
        this.lookup = lookup;
    }

    /** The shipped files that the statements import, and what these require. */
    static ProofSources shipped(Statements statements) {
        return of(statements, name -> {
            try (InputStream in = ProofSources.class.getResourceAsStream(FOLDER + name + ".v")) {
                return in == null
                        ? Optional.empty()
                        : Optional.of(
                                SourceText.decode(name + ".v", in, LARGEST).text());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The files of another set; one that is not there is left for the checker to complain of. */
    static ProofSources of(Statements statements, Function<String, Optional<String>> lookup) {
        ProofSources sources = new ProofSources(lookup);
        statements.all().forEach(s -> s.imports().forEach(sources::add));
        return sources;
    }

    /** A text file beside the shipped proofs. */
    static SourceText resource(String name) {
        try (InputStream in = ProofSources.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the product's own file is missing: " + FOLDER + name);
            }
            return SourceText.decode(name, in, LARGEST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names without the ending, and texts; a file comes after what it requires. */
    Map<String, String> inOrder() {
        return Collections.unmodifiableMap(texts);
    }

    /** The first forbidden construct of any file. */
    Optional<SourceScan.Finding> forbidden() {
        return texts.entrySet().stream()
                .map(e -> SourceScan.firstIn(e.getKey(), e.getValue()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private void add(String name) {
        if (!CoqName.acceptsFile(name) || !visited.add(name)) {
            return;
        }
        lookup.apply(name).ifPresent(text -> {
            references(text).forEach(this::add);
            texts.put(name, text);
        });
    }

    private static List<String> references(String text) {
        Matcher matcher = REFERENCE.matcher(CoqText.of(text).code());
        return matcher.results().map(r -> r.group(1)).distinct().toList();
    }
}
