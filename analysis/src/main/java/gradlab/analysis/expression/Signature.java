package gradlab.analysis.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a function takes and gives.
 *
 * @param parameters the kinds it takes, in order
 * @param repeatsLast whether the last may come more than once
 * @param result the kind it gives
 */
record Signature(List<Kind> parameters, boolean repeatsLast, Kind result) {

    /** Reads a list such as {@code "v>n | m>n"}, the letters of {@link Kind}, {@code +} for one or more. */
    static List<Signature> parse(String text) {
        return Arrays.stream(text.split("\\|")).map(s -> one(s.strip())).toList();
    }

    private static Signature one(String text) {
        int arrow = text.indexOf('>');
        String left = text.substring(0, arrow);
        boolean repeats = left.endsWith("+");
        List<Kind> parameters = new ArrayList<>();
        for (char letter : (repeats ? left.substring(0, left.length() - 1) : left).toCharArray()) {
            parameters.add(Kind.of(letter));
        }
        return new Signature(List.copyOf(parameters), repeats, Kind.of(text.charAt(arrow + 1)));
    }

    boolean accepts(List<Type> arguments) {
        int least = parameters.size();
        if (arguments.size() < least || (arguments.size() > least && !repeatsLast)) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).kind() != parameters.get(Math.min(i, least - 1))) {
                return false;
            }
        }
        return true;
    }

    String description() {
        return "("
                + parameters.stream().map(Kind::description).collect(Collectors.joining(", "))
                + (repeatsLast ? ", ..." : "")
                + ")";
    }
}
