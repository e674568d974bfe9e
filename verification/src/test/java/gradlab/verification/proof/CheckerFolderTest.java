package gradlab.verification.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "runs programs that only Unix systems have")
class CheckerFolderTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void programsSeeNothingOfTheUsersEnvironment() throws CheckerFailure {
        try (CheckerFolder folder = CheckerFolder.create("/nowhere")) {
            List<String> seen =
                    folder.run(LONG, List.of("/usr/bin/env")).out().lines().toList();
            assertThat(seen)
                    .allMatch(line -> line.matches("(PATH|HOME|TMPDIR|LC_ALL)=.*"))
                    .contains("PATH=/nowhere");
        }
    }

    @Test
    void aProgramThatDoesNotEndIsEnded() throws CheckerFailure {
        try (CheckerFolder folder = CheckerFolder.create("")) {
            long before = System.nanoTime();
            assertThatThrownBy(() -> folder.run(Duration.ofMillis(100), List.of("/bin/sleep", "20")))
                    .isInstanceOf(CheckerFailure.class)
                    .hasMessageContaining("sleep was ended");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void anInterruptionEndsTheProgramAndStaysVisible() throws CheckerFailure {
        try (CheckerFolder folder = CheckerFolder.create("")) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> folder.run(LONG, List.of("/bin/sleep", "20")))
                    .isInstanceOf(CheckerFailure.class)
                    .hasMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void nothingIsLeftBehind() throws CheckerFailure {
        Path place;
        try (CheckerFolder folder = CheckerFolder.create("/bin:/usr/bin")) {
            folder.write("Tiny", "Definition a := 1.");
            place = Path.of(folder.run(LONG, List.of("/bin/pwd")).out().strip());
            assertThat(place.resolve("Tiny.v")).exists();
        }
        assertThat(Files.exists(place)).isFalse();
    }

    @Test
    void aProgramThatIsNotThereIsAFailure() throws CheckerFailure {
        try (CheckerFolder folder = CheckerFolder.create("")) {
            assertThatThrownBy(() -> folder.run(LONG, List.of("/no/such/program")))
                    .isInstanceOf(CheckerFailure.class)
                    .hasMessageContaining("program cannot be run");
        }
    }
}
