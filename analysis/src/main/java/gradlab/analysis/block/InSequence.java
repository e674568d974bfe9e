package gradlab.analysis.block;

import gradlab.analysis.tensor.TensorAlgebra;
import java.util.ArrayList;
import java.util.List;

/**
 * Blocks one after another, the first first; none at all is the identity. Parameters: theirs, in the same order.
 *
 * @param blocks the blocks
 */
public record InSequence(List<Block> blocks) implements Block {
    /** Copies the blocks. */
    public InSequence {
        blocks = List.copyOf(blocks);
    }

    /** Blocks one after another. */
    public static InSequence of(Block... blocks) {
        return new InSequence(List.of(blocks));
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            all.addAll(within(Integer.toString(i), blocks.get(i)));
        }
        return all;
    }

    /** The parameters of a part, with its name ahead of theirs. */
    static List<Parameter> within(String part, Block block) {
        return block.parameters().stream()
                .map(p -> new Parameter(part + "/" + p.name(), p.shape(), p.trained()))
                .toList();
    }

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        T y = x;
        int from = 0;
        for (Block block : blocks) {
            int to = from + block.parameters().size();
            y = block.apply(algebra, y, parameters.subList(from, to));
            from = to;
        }
        return y;
    }
}
