package gradlab.analysis.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFilesTest {

    private static final String KEY = new Digest().add("a").hex();
    private static final String OTHER = new Digest().add("b").hex();
    private static final byte[] BODY = {1, 2, 3, 0, -1};

    @TempDir
    private Path folder;

    private KeptFiles files;

    @BeforeEach
    void open() {
        files = new KeptFiles(folder, 10_000);
    }

    private Path file(String key) {
        return folder.resolve(key + ".kept");
    }

    @Test
    void whatIsKeptComesBack() {
        assertThat(files.find(KEY)).isEmpty();
        files.store(KEY, BODY);
        assertThat(files.find(KEY)).hasValueSatisfying(body -> assertThat(body).isEqualTo(BODY));
        files.store(KEY, new byte[0]);
        assertThat(files.find(KEY)).hasValueSatisfying(body -> assertThat(body).isEmpty());
        files.remove(KEY);
        files.remove(KEY);
        assertThat(files.find(KEY)).isEmpty();
    }

    @Test
    void everyDamageIsNoticed() throws IOException {
        files.store(KEY, BODY);
        byte[] whole = Files.readAllBytes(file(KEY));
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            Files.write(file(KEY), changed);
            assertThat(files.find(KEY)).as("byte %d changed", i).isEmpty();
            Files.write(file(KEY), Arrays.copyOf(whole, i));
            assertThat(files.find(KEY)).as("cut to %d bytes", i).isEmpty();
        }
        Files.write(file(KEY), Arrays.copyOf(whole, whole.length + 1));
        assertThat(files.find(KEY)).isEmpty();
        Files.write(file(KEY), whole);
        assertThat(files.find(KEY)).isPresent();
    }

    @Test
    void anEntryOfAnotherKeyIsNotTaken() throws IOException {
        files.store(KEY, BODY);
        Files.copy(file(KEY), file(OTHER), StandardCopyOption.REPLACE_EXISTING);
        assertThat(files.find(OTHER)).isEmpty();
        Files.delete(file(OTHER));
        Files.createDirectory(file(OTHER));
        assertThat(files.find(OTHER)).isEmpty();
    }

    @Test
    void whatWasNotUsedForLongestGoes() throws IOException {
        List<String> keys = IntStream.range(0, 5)
                .mapToObj(i -> new Digest().add("key " + i).hex())
                .toList();
        Path left = Files.write(folder.resolve(".x.kept.1.part"), new byte[500]);
        Files.setLastModifiedTime(left, FileTime.from(Instant.EPOCH));
        for (int i = 0; i < 4; i++) {
            files.store(keys.get(i), new byte[2_400]);
            Files.setLastModifiedTime(file(keys.get(i)), FileTime.from(Instant.EPOCH.plusSeconds(1 + i)));
        }
        assertThat(left).doesNotExist();
        assertThat(files.find(keys.get(0))).isPresent();
        files.store(keys.get(4), new byte[2_400]);
        assertThat(keys.stream().filter(key -> files.find(key).isPresent()))
                .containsExactly(keys.get(0), keys.get(2), keys.get(3), keys.get(4));
        files.store(OTHER, new byte[10_000]);
        assertThat(files.find(OTHER)).as("larger than the whole cache").isEmpty();
    }

    @Test
    void aFolderThatCannotBeMadeKeepsNothing() throws IOException {
        Path blocked = Files.write(folder.resolve("file"), BODY);
        KeptFiles nowhere = new KeptFiles(blocked.resolve("below"), 10_000);
        nowhere.store(KEY, BODY);
        assertThat(nowhere.find(KEY)).isEmpty();
    }

    @Test
    void severalMayWriteAndReadAtOnce() throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try {
            List<Future<Optional<byte[]>>> found = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                found.add(workers.submit(() -> {
                    KeptFiles own = new KeptFiles(folder, 10_000);
                    own.store(KEY, BODY);
                    return own.find(KEY);
                }));
            }
            for (Future<Optional<byte[]>> one : found) {
                assertThat(one.get())
                        .hasValueSatisfying(body -> assertThat(body).isEqualTo(BODY));
            }
        } finally {
            workers.shutdownNow();
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file(KEY));
        }
    }
}
