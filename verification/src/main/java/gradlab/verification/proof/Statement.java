package gradlab.verification.proof;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a theorem must say to decide one claim: Coq text that the product keeps beside the claim's hash.
 *
 * @param id the claim's name, for messages
 * @param claim hash of the claim's parsed form, 64 hexadecimal digits
 * @param kind whether the text says the claim or its negation
 * @param theorem the theorem that proves the text
 * @param imports the proof files whose names the text uses, in order
 * @param text a Coq proposition
 * @param instance what shows that domain and hypotheses are not empty; only a disproof may do without
 */
public record Statement(
        String id,
        String claim,
        ProofKind kind,
        String theorem,
        List<String> imports,
        String text,
        Optional<Instance> instance) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /**
     * A checked case of the domain.
     *
     * @param theorem the theorem that proves it
     * @param text a Coq proposition
     */
    public record Instance(String theorem, String text) {
        /** Checks the parts. */
        public Instance {
            require(CoqName.accepts(theorem), "not_vacuous", "be an identifier", theorem);
            require(CoqText.isOneTerm(text), "instance", "be one Coq term", text);
        }
    }

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException naming the first part that breaks its rule
     */
    public Statement {
        require(ID.matcher(id).matches(), "id", "be in kebab-case", id);
        require(HASH.matcher(claim).matches(), "claim", "be 64 hexadecimal digits", claim);
        require(CoqName.accepts(theorem), "theorem", "be an identifier", theorem);
        require(!imports.isEmpty(), "imports", "name a proof file", "nothing");
        imports.forEach(name -> require(CoqName.acceptsFile(name), "imports", "name proof files", name));
        require(CoqText.isOneTerm(text), "statement", "be one Coq term", text);
        require(kind == ProofKind.DISPROOF || instance.isPresent(), "instance", "be given for a proof", "nothing");
        imports = List.copyOf(imports);
    }

    private static void require(boolean holds, String parameter, String rule, String value) {
        if (!holds) {
            throw new IllegalArgumentException(parameter + " must " + rule + ", was " + value);
        }
    }
}
