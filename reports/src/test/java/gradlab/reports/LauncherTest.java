package gradlab.reports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script at the root of the project, in a small project of its own, with a Maven and a Java that only take notes. */
@Timeout(60)
final class LauncherTest {

    private static final Path LAUNCHER = Path.of("..", "gradlab");
    private static final String CLAIM = "verification/src/main/resources/claim.yaml";

    private static final String BUILDING = "gradlab: building (once after each change of the sources)";
    private static final List<String> SYSTEM_TOOLS = List.of(
            "cat",
            "cksum",
            "cp",
            "dirname",
            "find",
            "grep",
            "ln",
            "ls",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "sleep",
            "sort",
            "tail",
            "touch",
            "tr");

    @TempDir
    Path folder;

    private Path project;
    private Path tools;

    @BeforeEach
    void makeProject() throws IOException {
        assumeThat(Path.of("/bin/sh")).isExecutable();
        project = Files.createDirectories(folder.resolve("a project's \"folder\""));
        tools = Files.createDirectory(folder.resolve("tools"));
        Files.copy(LAUNCHER, project.resolve("gradlab"));
        write("pom.xml", "root");
        write(".mvn/jvm.config", "");
        for (String module : List.of("analysis", "dynamics", "verification", "reports")) {
            write(module + "/pom.xml", module);
            write(module + "/src/main/java/A.java", "class A");
        }
        write(CLAIM, "first");
        // Takes note of the build, and of the claim files that it sees, in the jars' place.
        script(tools.resolve("mvn"), """
                echo build >>"%1$s/builds"
                sleep 0.3
                [ ! -f "%1$s/broken" ] || { echo "it does not compile"; exit 1; }
                mkdir -p verification/target/classes reports/target/classes reports/target/lib
                cp verification/src/main/resources/* verification/target/classes/ 2>/dev/null
                touch reports/target/gradlab-reports-0.jar
                ls verification/target/classes | cat - verification/target/classes/* >reports/target/lib/all.jar
                """.formatted(tools));
        script(tools.resolve("java"), """
                for last; do :; done
                echo "runs $last"
                while [ "$1" != -cp ]; do shift; done
                cat "${2%/*}/all.jar"
                """);
    }

    @Test
    void buildsOnceAndRunsFromAnyFolderAndThroughLinks() throws Exception {
        assertThat(launch("--one")).isEqualTo(new Answer(0, "runs --one\nclaim.yaml\nfirst", BUILDING));
        assertThat(launch("two words")).isEqualTo(new Answer(0, "runs two words\nclaim.yaml\nfirst", ""));

        Path link = Files.createSymbolicLink(folder.resolve("link"), project.resolve("gradlab"));
        Path second = Files.createSymbolicLink(tools.resolve("second"), Path.of("..", "link"));
        assertThat(finish(start(link, folder, "x")).status()).isZero();
        assertThat(finish(start(second, tools, "x")).status()).isZero();
        assertThat(builds()).isEqualTo(1);
        assertThat(lock()).matches(file -> Files.notExists(file, NOFOLLOW_LINKS), "is gone");
    }

    @Test
    void seesEditedAddedDeletedAndRestoredFiles() throws Exception {
        launch("x");
        Files.writeString(project.resolve(CLAIM), "other");
        Files.setLastModifiedTime(project.resolve(CLAIM), FileTime.from(Instant.EPOCH));
        assertThat(launch("x").output()).isEqualTo("runs x\nclaim.yaml\nother");
        write("verification/src/main/resources/more.yaml", "more");
        assertThat(launch("x").output()).contains("more.yaml");
        Files.delete(project.resolve("verification/src/main/resources/more.yaml"));
        assertThat(launch("x").output()).doesNotContain("more");
        assertThat(builds()).as("the third state was built before and kept").isEqualTo(3);
    }

    @Test
    void leavesOutWhatWasDeletedFromSourcesNeverBuiltBefore() throws Exception {
        write("verification/src/main/resources/more.yaml", "more");
        assertThat(launch("x").output()).contains("more.yaml");
        Files.delete(project.resolve("verification/src/main/resources/more.yaml"));
        assertThat(launch("x").output()).isEqualTo("runs x\nclaim.yaml\nfirst");
    }

    @Test
    void touchedFilesAreNoChange() throws Exception {
        launch("x");
        Files.setLastModifiedTime(
                project.resolve(CLAIM), FileTime.from(Instant.now().plusSeconds(60)));
        assertThat(launch("x").error()).isEmpty();
    }

    @Test
    void buildsOnceForStartsAtTheSameTime() throws Exception {
        List<Process> starts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            starts.add(start(project.resolve("gradlab"), folder, "x"));
        }
        for (Process start : starts) {
            assertThat(finish(start).output()).isEqualTo("runs x\nclaim.yaml\nfirst");
        }
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void takesOverFromABuildThatDied() throws Exception {
        Process dead = new ProcessBuilder("/bin/sh", "-c", "exit 0").start();
        dead.waitFor();
        Path lock = Files.createDirectories(project.resolve("reports/target/launch"))
                .resolve("lock");
        Files.createSymbolicLink(lock, Path.of(Long.toString(dead.pid())));
        assertThat(launch("x").status()).isZero();
    }

    @Test
    void aFailedBuildShowsItsLogAndLeavesNoLock() throws Exception {
        Files.createFile(tools.resolve("broken"));
        Answer answer = launch("x");
        assertThat(answer.status()).isEqualTo(70);
        assertThat(answer.output()).isEmpty();
        assertThat(answer.error()).contains("it does not compile").endsWith("gradlab: the build failed; see above");
        assertThat(lock()).matches(file -> Files.notExists(file, NOFOLLOW_LINKS), "is gone");
        Files.delete(tools.resolve("broken"));
        assertThat(launch("x").status()).isZero();
    }

    @Test
    void namesTheToolThatIsMissing() throws Exception {
        Files.delete(tools.resolve("mvn"));
        assertThat(launch("x"))
                .isEqualTo(
                        new Answer(70, "", "gradlab: no Maven ('mvn') on PATH: install Maven 3.8.7 or newer to build"));
        Files.delete(tools.resolve("java"));
        assertThat(launch("x"))
                .isEqualTo(
                        new Answer(70, "", "gradlab: no Java at 'java': install a JDK 17 or newer, or set JAVA_HOME"));
    }

    private Answer launch(String argument) throws IOException, InterruptedException {
        return finish(start(project.resolve("gradlab"), folder, argument));
    }

    private Process start(Path launcher, Path from, String argument) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(launcher.toString(), argument).directory(from.toFile());
        Map<String, String> environment = builder.environment();
        environment.remove("JAVA_HOME");
        environment.put("PATH", tools + ":" + systemTools());
        return builder.start();
    }

    private static Answer finish(Process process) throws IOException, InterruptedException {
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        String error = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), output.strip(), error.strip());
    }

    private Path lock() {
        return project.resolve("reports/target/launch/lock");
    }

    private long builds() throws IOException {
        return Files.readAllLines(tools.resolve("builds")).size();
    }

    private void write(String path, String text) throws IOException {
        Path file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text + "\n");
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** A folder with the ordinary tools and neither Java nor Maven. */
    private Path systemTools() throws IOException {
        Path system = folder.resolve("system");
        if (!Files.exists(system)) {
            Files.createDirectory(system);
            for (String name : SYSTEM_TOOLS) {
                Path real = Files.exists(Path.of("/bin", name)) ? Path.of("/bin", name) : Path.of("/usr/bin", name);
                script(system.resolve(name), "exec " + real + " \"$@\"");
            }
        }
        return system;
    }

    /** What a start answered. */
    private record Answer(int status, String output, String error) {}
}
