package gradlab.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.onnx.Models;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DamagedModelProperties {

    private final byte[] whole = Models.branching().toByteArray();

    @Property(tries = 5_000)
    void aDamagedModelRunsOrIsRefused(
            @ForAll @IntRange(max = 1 << 20) int keep,
            @ForAll @Size(max = 5) List<@IntRange(max = 1 << 20) Integer> places,
            @ForAll @Size(min = 5, max = 5) byte[] values) {
        byte[] bytes = keep % 4 == 0 ? Arrays.copyOf(whole, keep % whole.length) : whole.clone();
        for (int i = 0; i < places.size() && bytes.length > 0; i++) {
            bytes[places.get(i) % bytes.length] = values[i];
        }
        HostileModel.readAndRun(bytes)
                .ifPresent(
                        error -> assertThat(error).hasMessageStartingWith("f").hasMessageNotContaining("\n"));
    }
}
