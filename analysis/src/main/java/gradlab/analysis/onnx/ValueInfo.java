package gradlab.analysis.onnx;

import gradlab.analysis.model.ElementType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the graph says of one of its inputs or outputs.
 *
 * @param name its name
 * @param type how its numbers are stored; empty if it is no tensor of real numbers
 * @param typeName the type as a message calls it
 * @param shape its sizes; empty if nothing is said
 */
public record ValueInfo(String name, Optional<ElementType> type, String typeName, Optional<List<Size>> shape) {

    /** Copies the sizes. */
    public ValueInfo {
        shape = shape.map(List::copyOf);
    }

    /** Whether it is a tensor of numbers with fractions. */
    public boolean isFloat() {
        return type.filter(ElementType::isFloat).isPresent();
    }

    /** The shape with every size that only a run knows set to {@code unknown}; empty if nothing is said. */
    public Optional<List<Integer>> shape(int unknown) {
        return shape.map(sizes -> sizes.stream()
                .map(size -> size.isKnown() ? size.length() : unknown)
                .toList());
    }

    @Override
    public String toString() {
        return name + ": " + typeName
                + shape.map(sizes -> sizes.stream().map(Size::toString).collect(Collectors.joining(" x ", " [", "]")))
                        .orElse("");
    }
}
