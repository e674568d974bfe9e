package gradlab.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What is typed, what comes back: status, standard output and standard error. */
class CommandLineTest {
    private static final String TRUE = "id: yes\nclaim: norm([[9, 0], [0, 4]]) <= 9\n";
    private static final String FALSE = "id: no\nforall: {x: 'real(0, 1)'}\nclaim: x < 1\n";
    private static final String OPEN = "id: open\nclaim: sin(pi) == 0\n";

    @TempDir
    private Path folder;

    private static CommandRun run(String... arguments) {
        return CommandRun.of(arguments);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private CommandRun check(String... arguments) {
        String[] all = Stream.concat(Stream.of("check", "--proofs", "off", "--trials", "100"), Arrays.stream(arguments))
                .toArray(String[]::new);
        return Arrays.asList(arguments).contains("--out")
                ? run(all)
                : run(Stream.concat(Arrays.stream(all), Stream.of("--out", unused().toString()))
                        .toArray(String[]::new));
    }

    private Path unused() {
        return folder.resolve("out-" + System.nanoTime());
    }

    @Test
    void theStatusTellsTheVerdicts() throws IOException {
        String yes = file("yes.yaml", TRUE);
        String no = file("no.yaml", FALSE);
        String open = file("open.yaml", OPEN);
        assertThat(check(yes).status()).isZero();
        assertThat(check(open).status()).isZero();
        assertThat(check(open, "--strict").status()).isEqualTo(3);
        assertThat(check(yes, "--strict").status()).isZero();
        assertThat(check(yes, no, open).status()).isEqualTo(1);
        assertThat(check(yes, no, open, "--strict").status()).isEqualTo(1);
    }

    @Test
    void theTableNamesEachClaimAndStandardErrorIsSilent() throws IOException {
        CommandRun run = check(file("yes.yaml", TRUE), file("no.yaml", FALSE), file("open.yaml", OPEN));
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines())
                .anyMatch(line -> line.startsWith("PROVED     yes "))
                .anyMatch(line -> line.startsWith("REFUTED    no "))
                .anyMatch(line -> line.startsWith("UNDECIDED  open "))
                .anyMatch(line -> line.startsWith("1 proved, 1 refuted, 0 supported, 1 undecided"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "id: aLFclaim: nrom([1]) == 1          → :2:8: found the unknown name 'nrom'",
                "id: aLFclaim: '[[1, 2]]*[1, 2, 3] == [1]' → :2:17: found a 1 x 2 matrix times a vector of length 3",
                "id: aLFclam: 1 == 1                   → :1:1: found no field 'claim'",
                "id: aLFclaim: 1 == 1LFclam: 1 == 1    → :3:1: found the unknown key 'clam'",
                "id: aLFa: &x [1]LFb: *xLFclaim: 1 == 1→ :2:4: found a YAML anchor or alias",
                "id: aLFforall: {x: 'integer(5, 2)'}LFclaim: x > 0 → :2:14: found an empty domain: 5 > 2",
                "id: aLFforall: {x: 'vector(10^9)'}LFclaim: norm(x) >= 0 → :2:23: found the integer 1000000000",
                "id: aLFclaim: repeat(relu, 10^9)(1) == 1 → :2:8: found the integer 1000000000",
                "id: aLFclaim: 1e999999999 > 0         → :2:8: found '1e999999999'",
                "LF                                    → :1:1: found an empty file",
            })
    void unusableClaimsAreOneLineAndStatus2(String text, String message) throws IOException {
        String file = file("a.yaml", text.strip().replace("LF", "\n") + "\n");
        CommandRun run = check(file);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith(file + message));
    }

    @Test
    void unusableFilesAreOneLineAndStatus2() throws IOException {
        Path latin = Files.write(folder.resolve("latin.yaml"), "id: é\n".getBytes(StandardCharsets.ISO_8859_1));
        String large = file("large.yaml", "# comment\n".repeat(200_000));
        for (String file : new String[] {
            latin.toString(), large, folder.toString(), folder.resolve("none").toString()
        }) {
            CommandRun run = check(file);
            assertThat(run.status()).as(file).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines())
                    .singleElement()
                    .satisfies(line ->
                            assertThat(line).startsWith(file + ": found ").contains(", expected "));
        }
    }

    @Test
    void oneUnusableFileAmongManyStopsTheRunBeforeItStarts() throws IOException {
        Path out = unused();
        assertThat(check(file("yes.yaml", TRUE), file("bad.yaml", "id: bad\n"), "--out", out.toString())
                        .status())
                .isEqualTo(2);
        assertThat(out).doesNotExist();
        assertThat(check(file("one.yaml", TRUE), file("two.yaml", TRUE)).err()).contains("found the id yes again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "check --threads 0 FILE",
                "check --threads x FILE",
                "check --trials 0 FILE",
                "check --trials 1000001 FILE",
                "check --seed 1.5 FILE",
                "check --proofs maybe FILE",
                "check --nonsense FILE",
                "chek FILE",
                "verify --quick no-such-claim",
                "replay",
                "replay FILE",
                "replay no-such-file",
            })
    void unusableArgumentsAreStatus2(String line) throws IOException {
        CommandRun run = run(line.replace("FILE", file("yes.yaml", TRUE)).split(" "));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isNotBlank().doesNotContain("Exception", "\tat ");
    }

    @Test
    void aFullFolderIsRefusedUnlessForced() throws IOException {
        String yes = file("yes.yaml", TRUE);
        Path out = Files.createDirectory(folder.resolve("out"));
        assertThat(check(yes, "--out", out.toString()).status()).isZero();
        CommandRun again = check(yes, "--out", out.toString());
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains("found a folder that is not empty, expected an empty one, or --force");
        assertThat(check(yes, "--out", out.toString(), "--force").status()).isZero();
        assertThat(check(yes, "--out", yes).err()).contains("found a file, expected a folder to write to");
    }

    @Test
    void jsonIsTheResultFileAndNothingElse() throws IOException {
        Path out = unused();
        CommandRun run = check(file("no.yaml", FALSE), "--json", "--out", out.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(Files.readString(out.resolve("results.json")));
        assertThat(run.out()).startsWith("{").contains("\"schema\"", "\"REFUTED\"");
    }

    @Test
    void threadsDoNotChangeAByteOfTheResults() throws IOException {
        String claim = "id: t\nforall: {n: 'integer(1, 4)', A: 'matrix(n, n)'}\nclaim: rho(A) <= norm(A)\n";
        String file = file("t.yaml", claim);
        String one = check(file, "--json", "--threads", "1").out();
        assertThat(check(file, "--json", "--threads", "2").out()).isEqualTo(one);
        assertThat(check(file, "--json", "--threads", "2", "--seed", "2").out()).isNotEqualTo(one);
    }

    @Test
    void aWitnessIsReplayedAndATamperedOneIsNot() throws IOException {
        Path out = unused();
        check(file("no.yaml", FALSE), "--out", out.toString());
        Path witness;
        try (Stream<Path> files = Files.list(out.resolve("witnesses"))) {
            witness = files.findFirst().orElseThrow();
        }
        CommandRun confirmed = run("replay", witness.toString());
        assertThat(confirmed.status()).isZero();
        assertThat(confirmed.out()).startsWith("confirmed: no: ");
        String text = Files.readString(witness);
        assertThat(text).contains("x < 1");
        Path weaker = Files.writeString(folder.resolve("w.json"), text.replace("x < 1", "x < 2"));
        CommandRun rejected = run("replay", weaker.toString());
        assertThat(rejected.status()).isEqualTo(1);
        assertThat(rejected.out()).startsWith("not confirmed: no: ");
        Path cut = Files.writeString(folder.resolve("cut.json"), text.substring(0, text.length() / 2));
        assertThat(run("replay", cut.toString()).status()).isEqualTo(2);
    }

    /** Java itself would end with 1, which means that a claim was refuted. */
    @Test
    void anErrorOfTheMachineIsNoRefutation() {
        CommandRun run = run(new CommandLine((Callable<Integer>) new Endless()));
        assertThat(run.status()).isEqualTo(70);
        assertThat(run.err().lines()).hasSize(1);
    }

    private static CommandRun run(CommandLine commandLine) {
        StringWriter err = new StringWriter();
        int status = Main.status(commandLine.setErr(new PrintWriter(err)));
        return new CommandRun(status, "", err.toString());
    }

    /** Needs more stack than there is. */
    @Command
    private static final class Endless implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new StackOverflowError();
        }
    }
}
