package gradlab.verification.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramCodeTest {

    @TempDir
    private Path folder;

    private Path module(String name, String content) throws IOException {
        Path file = folder.resolve("classes").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return folder.resolve("classes");
    }

    private Path jar(String name, Instant time, String... entries) throws IOException {
        Path file = folder.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
            for (String entry : entries) {
                ZipEntry zip = new ZipEntry(entry.substring(0, entry.indexOf('=')));
                zip.setLastModifiedTime(FileTime.from(time));
                out.putNextEntry(zip);
                out.write(entry.substring(entry.indexOf('=') + 1).getBytes(java.nio.charset.StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return file;
    }

    @Test
    void anyClassOrResourceCounts() throws IOException {
        String first = ProgramCode.of(List.of(module("a/B.class", "1")), "");
        assertThat(ProgramCode.of(List.of(module("a/B.class", "1")), "")).isEqualTo(first);
        assertThat(ProgramCode.of(List.of(module("a/B.class", "2")), "")).isNotEqualTo(first);
        module("a/B.class", "1");
        String more = ProgramCode.of(List.of(module("a/digits.csv", "1")), "");
        assertThat(more).isNotEqualTo(first);
        assertThat(ProgramCode.of(List.of(module("gradlab/verification/claims/c.yaml", "x")), ""))
                .as("claims are inputs, not code")
                .isEqualTo(more);
        assertThat(ProgramCode.of(List.of(module("gradlab/verification/claim/C.class", "x")), ""))
                .isNotEqualTo(more);
    }

    @Test
    void jarsCountByContentAndNotByTime() throws IOException {
        String first = ProgramCode.of(List.of(jar("m.jar", Instant.EPOCH, "a/B.class=1", "c=2")), "");
        assertThat(ProgramCode.of(List.of(jar("n.jar", Instant.now(), "c=2", "a/B.class=1")), ""))
                .isEqualTo(first);
        assertThat(ProgramCode.of(List.of(jar("m.jar", Instant.EPOCH, "a/B.class=1", "c=3")), ""))
                .isNotEqualTo(first);
    }

    @Test
    void librariesCountByNameAndSizeHoweverTheyAreListed() throws IOException {
        Path one = jar("lib-1.0.jar", Instant.EPOCH, "x=1");
        Path two = jar("lib-1.1.jar", Instant.EPOCH, "x=1");
        String first = ProgramCode.of(List.of(), one + File.pathSeparator + folder);
        assertThat(ProgramCode.of(List.of(), folder + File.pathSeparator + one)).isEqualTo(first);
        assertThat(ProgramCode.of(List.of(), two + File.pathSeparator + folder)).isNotEqualTo(first);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, one.toUri() + " " + folder.toUri());
        Path only = folder.resolve("booter.jar");
        new JarOutputStream(Files.newOutputStream(only), manifest).close();
        assertThat(ProgramCode.of(List.of(), only.toString())).isEqualTo(first);
    }

    @Test
    void theProgramsOwnHashesDiffer() {
        assertThat(ProgramCode.training()).hasSize(64).isNotEqualTo(ProgramCode.settling());
    }
}
