package gradlab.analysis.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.analysis.arithmetic.ShapeException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Selections against what they are by definition, on tensors whose entries are their own places. */
class SelectionsTest {
    private static final Shape SHAPE = Shape.of(2, 3);

    private static int[] of(Selection selection) {
        return IntStream.range(0, selection.size()).map(selection::index).toArray();
    }

    @Test
    void entriesMoveAsNamed() {
        assertThat(of(Rearranging.transpose(SHAPE, 1, 0))).containsExactly(0, 3, 1, 4, 2, 5);
        assertThat(Rearranging.transpose(Shape.of(2, 3, 4), 2, 0, 1).shape()).isEqualTo(Shape.of(4, 2, 3));
        assertThat(of(Rearranging.transpose(Shape.of(2, 3, 4), 2, 0, 1)))
                .startsWith(0, 4, 8, 12)
                .endsWith(19, 23);
        assertThat(of(Rearranging.slice(SHAPE, 1, 2, -2, 2))).containsExactly(2, 0, 5, 3);
        assertThat(of(Rearranging.slice(SHAPE, 0, 1, 1, 0))).isEmpty();
        assertThat(of(Rearranging.reverse(SHAPE, 0))).containsExactly(3, 4, 5, 0, 1, 2);
        assertThat(of(Rearranging.tile(SHAPE, 1, 2))).containsExactly(0, 1, 2, 0, 1, 2, 3, 4, 5, 3, 4, 5);
        assertThat(of(Rearranging.repeat(SHAPE, 1, 2))).containsExactly(0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5);
        assertThat(of(Rearranging.stretch(Shape.of(2, 1), Shape.of(2, 2, 3))))
                .containsExactly(0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1);
    }

    @Test
    void gatheringPutsTheIndexAxesInPlace() {
        Selection gathered = Rearranging.gather(SHAPE, 1, new int[] {2, -3, 1, 1}, Shape.of(2, 2));
        assertThat(gathered.shape()).isEqualTo(Shape.of(2, 2, 2));
        assertThat(of(gathered)).containsExactly(2, 0, 1, 1, 5, 3, 4, 4);
        assertThat(Rearranging.gather(SHAPE, 0, new int[] {1}, Shape.of()).shape())
                .isEqualTo(Shape.of(3));
    }

    @Test
    void concatenationTakesTheSourcesInTurn() {
        Selection joined = Rearranging.concatenate(List.of(SHAPE, Shape.of(2, 1)), 1);
        assertThat(joined.shape()).isEqualTo(Shape.of(2, 4));
        assertThat(of(joined)).containsExactly(0, 1, 2, 0, 3, 4, 5, 1);
        assertThat(IntStream.range(0, 8).map(joined::source)).containsExactly(0, 0, 0, 1, 0, 0, 0, 1);
    }

    @Test
    void paddingsContinueAsNamed() {
        Shape line = Shape.of(3);
        assertThat(padded(Padding.ZERO, line)).containsExactly(-1, -1, 0, 1, 2, -1);
        assertThat(padded(Padding.CIRCULAR, line)).containsExactly(1, 2, 0, 1, 2, 0);
        assertThat(padded(Padding.REFLECT, line)).containsExactly(2, 1, 0, 1, 2, 1);
        assertThat(padded(Padding.EDGE, line)).containsExactly(0, 0, 0, 1, 2, 2);
        assertThat(of(Padding.ZERO.of(line, new int[] {-1}, new int[] {-1}))).containsExactly(1);
    }

    private static int[] padded(Padding padding, Shape shape) {
        return of(padding.of(shape, new int[] {2}, new int[] {1}));
    }

    @Test
    void patchesAreWhatTheWindowSees() {
        List<Integer> two = List.of(2);
        Patches patches = new Patches(List.of(3), two, two, List.of(1), List.of(1));
        // Window of places -1, 1, 3 and 1, 3, 5 on 5 entries, in two channels.
        Selection seen = patches.of(Shape.of(1, 2, 5));
        assertThat(seen.shape()).isEqualTo(Shape.of(1, 2, 3, 2));
        assertThat(of(seen)).containsExactly(-1, 1, 1, 3, 3, -1, -1, 6, 6, 8, 8, -1);
        assertThat(patches.inside(Shape.of(1, 2, 5))).containsExactly(2, 2);
        Patches square = new Patches(List.of(2, 2), List.of(1, 1), List.of(1, 1), List.of(0, 0), List.of(0, 0));
        assertThat(of(square.of(Shape.of(1, 1, 2, 3)))).containsExactly(0, 1, 1, 2, 3, 4, 4, 5);
        assertThat(patches.filled(Shape.of(1, 1, 5)).source(0)).isEqualTo(1);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> Rearranging.transpose(SHAPE, 0, 0)).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> Rearranging.slice(SHAPE, 1, 1, 1, 3)).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> Rearranging.slice(SHAPE, 1, 0, -1, 2)).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> Rearranging.gather(SHAPE, 1, new int[] {3}, Shape.of(1)))
                .isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> Rearranging.concatenate(List.of(SHAPE, Shape.of(3, 2)), 0))
                .isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> Padding.CIRCULAR.of(Shape.of(0), new int[] {1}, new int[] {0}))
                .isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> new Patches(List.of(0), List.of(1), List.of(1), List.of(0), List.of(0)))
                .isInstanceOf(ShapeException.class);
        Patches wide = new Patches(List.of(4), List.of(1), List.of(1), List.of(0), List.of(0));
        assertThatThrownBy(() -> wide.of(Shape.of(1, 1, 3))).isInstanceOf(ShapeException.class);
    }
}
