package gradlab.verification.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsTest {

    private static final String ENTRY = """
            - id: tiny
              claim: "%s"
              kind: disproof
              theorem: one
              imports: [Tiny]
              statement: |
                1 =
                1
            """.formatted(Coq.claim(1));

    @Test
    void theShippedOnesAreReadAndFoundByHashAlone() {
        Statements shipped = Statements.shipped();
        assertThat(shipped.all()).extracting(Statement::id).contains("layernorm-cap", "toy-relu-10");
        assertThat(shipped.all())
                .allSatisfy(s -> assertThat(shipped.forClaim(s.claim())).contains(s));
        assertThat(shipped.forClaim("layernorm-cap")).isEmpty();
        assertThat(ProofSources.shipped(shipped).inOrder().keySet()).startsWith("Vocabulary", "Sums", "Norms");
    }

    @Test
    void readsAnEntry() {
        Statement read = read(ENTRY).all().get(0);
        assertThat(read).isEqualTo(Coq.statement("one", "1 =\n1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 = 1. Axiom a : False",
                "1 = 1.",
                "(* 1 = 1 *)",
                "1 = 1 (*",
            })
    void aStatementIsOneTerm(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Coq.statement("one", text))
                .withMessageStartingWith("statement must be one Coq term, was");
    }

    @Test
    void anErrorNamesItsPlace() {
        assertThatThrownBy(() -> read(ENTRY.replace("000001", "1")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("s.yaml:1:3: found claim must be 64 hexadecimal digits");
        assertThatThrownBy(() -> read(ENTRY.replace("kind: disproof", "kind: proof")))
                .hasMessageContaining("instance must be given for a proof");
        assertThatThrownBy(() -> read(ENTRY.replace("kind: disproof", "kind: maybe")))
                .hasMessageContaining("s.yaml:3:9: found 'maybe', expected proof or disproof");
        assertThatThrownBy(() -> read(ENTRY.replace("[Tiny]", "[../Tiny]"))).hasMessageContaining("imports must");
        assertThatThrownBy(() -> read(ENTRY + "  more: 1\n")).hasMessageContaining("unknown key 'more'");
    }

    @Test
    void aClaimHasOneStatement() {
        Statement one = Coq.statement("one", "1 = 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Statements.of(List.of(one, one)));
    }

    private static Statements read(String text) {
        return Statements.read(new SourceText("s.yaml", text));
    }
}
