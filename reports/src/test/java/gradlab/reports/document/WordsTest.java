package gradlab.reports.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 2, 0.5, true",
        "1, 3, 0.333333, false",
        "-2, 3, −0.666667, false",
        "123456789, 1, 123456789, true",
        "1234567891, 1, 1.23457e9, false",
        "1, 1000000, 1e-6, true",
        "1000000000, 1, 1e9, true",
        "0, 1, 0, true",
    })
    void showsExactNumbersShort(int numerator, int denominator, String text, boolean exact) {
        assertThat(ShortNumber.of(new BigFraction(numerator, denominator))).isEqualTo(new ShortNumber(text, exact));
    }

    @Test
    void roundsBoundsUpwardsAndNamesWhatIsNotFinite() {
        assertThat(ShortNumber.upperBound(0.002990001)).isEqualTo("0.003");
        assertThat(ShortNumber.upperBound(0.00123000001)).isEqualTo("0.00124");
        assertThat(ShortNumber.of(0.1 + 0.2)).isEqualTo("0.3");
        assertThat(ShortNumber.of(Double.NaN)).isEqualTo("not a number");
        assertThat(ShortNumber.of(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "out/run, ./gradlab replay out/run/witnesses/a-b.json",
                "out/, ./gradlab replay out/witnesses/a-b.json",
                "my out, ./gradlab replay 'my out/witnesses/a-b.json'",
                "it's, ./gradlab replay 'it'\\''s/witnesses/a-b.json'",
                "-out, ./gradlab replay ./-out/witnesses/a-b.json",
                "$(x), ./gradlab replay '$(x)/witnesses/a-b.json'",
            })
    void commandsSurviveAShell(String folder, String command) {
        assertThat(ReplayCommand.in(folder).of("a-b")).isEqualTo(command);
    }

    @Test
    void provenanceKeepsEverything() {
        assertThat(Samples.provenance().json()).isEqualTo("""
                        {
                          "schema": 1,
                          "version": "0.1.0",
                          "commit": "abc123",
                          "seed": 7,
                          "commandLine": [ "./gradlab", "verify", "--out", "my run" ],
                          "java": {
                            "vendor": "Vendor",
                            "version": "17.0.1"
                          },
                          "operatingSystem": "Linux 6 amd64",
                          "processors": 8,
                          "threads": 2,
                          "started": "%s",
                          "ended": "%s",
                          "proofChecker": null,
                          "inputs": [ {
                            "name": "cap.yaml",
                            "sha256": "00ff"
                          } ]
                        }
                        """.formatted(
                        Instant.parse("2026-01-02T03:04:05.678Z"), Instant.parse("2026-01-02T03:05:05.678Z")));
        assertThat(Provenance.Platform.current().javaVersion()).isEqualTo(System.getProperty("java.version"));
        assertThat(ProvenanceWords.of(Samples.provenance()))
                .contains(EvidenceView.Detail.literal("Command", "./gradlab verify --out 'my run'"))
                .contains(EvidenceView.Detail.of("Took", "60 s"));
    }
}
