package gradlab.analysis.onnx;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operator of a graph, applied to values by name.
 *
 * @param name its name in the file, often empty
 * @param operator what it does
 * @param domain whose operator it is; empty for those of ONNX itself
 * @param inputs the values that it takes; an empty name stands for one that is left out
 * @param outputs the values that it gives; an empty name stands for one that nobody needs
 * @param attributes what is fixed about it
 */
public record Node(
        String name,
        String operator,
        String domain,
        List<String> inputs,
        List<String> outputs,
        Map<String, Attribute> attributes) {

    /** Copies the lists and the map. */
    public Node {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** The name; of a node without one, its first output. */
    public String label() {
        return name.isEmpty() && !outputs.isEmpty() ? outputs.get(0) : name;
    }

    /** The operator with its domain, if that is not ONNX itself. */
    public String fullOperator() {
        return domain.isEmpty() ? operator : domain + "." + operator;
    }

    /** The whole number of an attribute. */
    public long integer(String attribute, long otherwise) {
        return find(attribute).flatMap(a -> a.integers().stream().findFirst()).orElse(otherwise);
    }

    /** The whole numbers of an attribute. */
    public Optional<List<Long>> integers(String attribute) {
        return find(attribute).map(Attribute::integers);
    }

    /** The number of an attribute. */
    public double real(String attribute, double otherwise) {
        return find(attribute).flatMap(a -> a.reals().stream().findFirst()).orElse(otherwise);
    }

    /** The numbers of an attribute. */
    public List<Double> reals(String attribute) {
        return find(attribute).map(Attribute::reals).orElse(List.of());
    }

    /** The text of an attribute. */
    public String text(String attribute, String otherwise) {
        return find(attribute).flatMap(a -> a.texts().stream().findFirst()).orElse(otherwise);
    }

    /** The texts of an attribute. */
    public List<String> texts(String attribute) {
        return find(attribute).map(Attribute::texts).orElse(List.of());
    }

    /** An attribute by name. */
    public Optional<Attribute> find(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }
}
