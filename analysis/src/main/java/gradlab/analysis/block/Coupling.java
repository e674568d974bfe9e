package gradlab.analysis.block;

import gradlab.analysis.tensor.Exponentials;
import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A coupling of a normalising flow: x = (a, b) becomes (a, b exp(s(a)) + t(a)) (dinh2017), or (a, b + t(a)) without s
 * (dinh2015). Parameters: those of s, if there is one, then those of t.
 *
 * @param passed length of a
 * @param scale s, from the length of a to that of b
 * @param shift t, likewise
 */
public record Coupling(int passed, Optional<Block> scale, Block shift) implements Block {
    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        scale.ifPresent(s -> all.addAll(InSequence.within("scale", s)));
        all.addAll(InSequence.within("shift", shift));
        return all;
    }

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        Tensors<T> tensors = new Tensors<>(algebra);
        T a = tensors.slice(x, 1, 0, passed);
        T b = tensors.slice(x, 1, passed, Rows.width(algebra, x));
        int ofScale = scale.map(s -> s.parameters().size()).orElse(0);
        T stretched = scale.map(s -> tensors.multiply(
                        b, algebra.map(Exponentials.EXP, s.apply(algebra, a, parameters.subList(0, ofScale)))))
                .orElse(b);
        T shifted = tensors.add(stretched, shift.apply(algebra, a, parameters.subList(ofScale, parameters.size())));
        return tensors.concatenate(List.of(a, shifted), 1);
    }
}
