package gradlab.verification.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofCheckerTest {

    private static final String SOURCE = "Theorem one : 1 = 1.\nProof. reflexivity. Qed.\n";
    private static final Statement ONE = Coq.statement("one", "1 = 1");

    @Test
    void knowsNoStatementForAnotherClaim() {
        ProofAudit audit = Coq.checker(ONE, SOURCE).audit(new ProofRequest(Coq.claim(2), "one", ProofKind.DISPROOF));
        assertThat(audit.outcome()).isEqualTo(ProofOutcome.NO_STATEMENT);
        assertThat(audit.statement()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "one. Axiom no : False",
                "one (* *)",
                "one\n",
                "(one)",
                "one two",
                "eq_refl",
                "\u0456",
                "Gradlab.Tiny.one",
                "\"one\""
            })
    void refusesEveryNameButTheOneKept(String name) {
        ProofAudit audit = Coq.checker(ONE, SOURCE).audit(new ProofRequest(ONE.claim(), name, ONE.kind()));
        assertThat(audit.outcome()).isEqualTo(ProofOutcome.WRONG_THEOREM);
        assertThat(audit.theorem()).matches("[A-Za-z0-9_']*");
        assertThat(audit.reason()).isEqualTo("the theorem kept for this claim is its disproof one");
    }

    @Test
    void refusesAnEndlessName() {
        String name = "a".repeat(1 << 20);
        ProofAudit audit = Coq.checker(ONE, SOURCE).audit(new ProofRequest(ONE.claim(), name, ONE.kind()));
        assertThat(audit.theorem()).isEmpty();
    }

    @Test
    void aDisproofIsNoProof() {
        ProofAudit audit = Coq.checker(ONE, SOURCE).audit(new ProofRequest(ONE.claim(), "one", ProofKind.PROOF));
        assertThat(audit.outcome()).isEqualTo(ProofOutcome.WRONG_THEOREM);
    }

    @Test
    void refusesForbiddenSourcesBeforeAnythingRuns() {
        ProofAudit audit = Coq.checker(ONE, SOURCE + "Axiom no : False.\n")
                .withSearchPath("")
                .audit(Coq.request(ONE));
        assertThat(audit.outcome()).isEqualTo(ProofOutcome.FORBIDDEN);
        assertThat(audit.reason()).isEqualTo("the proof sources contain Tiny.v:3: Axiom");
    }

    @Test
    void saysThatTheCheckerIsMissing(@TempDir Path empty) {
        ProofAudit audit =
                Coq.checker(ONE, SOURCE).withSearchPath(empty.toString()).audit(Coq.request(ONE));
        assertThat(audit.outcome()).isEqualTo(ProofOutcome.CHECKER_MISSING);
        assertThat(audit.accepted()).isFalse();
        assertThat(audit.outcome().advice()).contains("install Coq");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCheckerThatFailsDecidesNothing(@TempDir Path folder) throws IOException {
        script(folder.resolve("coqc"), "exit 3");
        script(folder.resolve("coqchk"), "exit 3");
        ProofAudit audit =
                Coq.checker(ONE, SOURCE).withSearchPath(folder.toString()).audit(Coq.request(ONE));
        assertThat(audit.outcome()).isEqualTo(ProofOutcome.CHECKER_FAILED);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsAnAuditAndRefusesItOnceAltered(@TempDir Path programs, @TempDir Path cache) throws IOException {
        CoqTools tools = Coq.toolsOrSkip();
        Path log = programs.resolve("log");
        script(programs.resolve("coqc"), "echo \"$*\" >> '" + log + "'\nexec '" + tools.coqc() + "' \"$@\"");
        script(programs.resolve("coqchk"), "exec '" + tools.coqchk() + "' \"$@\"");
        List<String> steps = new ArrayList<>();

        ProofAudit first = audit(programs, cache, steps);
        assertThat(first.outcome()).as(first.reason()).isEqualTo(ProofOutcome.ACCEPTED);
        assertThat(compilations(log)).isEqualTo(2);

        assertThat(audit(programs, cache, steps)).isEqualTo(first);
        assertThat(compilations(log)).isEqualTo(2);

        Path entry = onlyFile(cache);
        Files.writeString(entry, Files.readString(entry).replace("8.16", "8.17"));
        steps.clear();
        assertThat(audit(programs, cache, steps)).isEqualTo(first);
        assertThat(compilations(log)).isEqualTo(4);
        assertThat(steps.get(0)).contains("altered: refused");

        script(programs.resolve("coqchk"), "# another checker\nexec '" + tools.coqchk() + "' \"$@\"");
        audit(programs, cache, steps);
        assertThat(compilations(log)).as("another checker makes another key").isEqualTo(6);
    }

    private static ProofAudit audit(Path programs, Path cache, List<String> steps) {
        return Coq.checker(ONE, SOURCE)
                .withSearchPath(programs + java.io.File.pathSeparator + Coq.path())
                .withCacheFolder(cache)
                .withProgress(steps::add)
                .audit(Coq.request(ONE));
    }

    private static long compilations(Path log) throws IOException {
        return Files.readAllLines(log).stream().filter(l -> l.endsWith(".v")).count();
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
