package gradlab.verification.claim;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One assignment of exact values to the variables of a claim, in the order of the claim.
 *
 * @param values value by variable
 */
public record Case(Map<String, CaseValue> values) {

    /** The case without variables. */
    public static final Case EMPTY = new Case(Map.of());

    /** Copies the map, keeping its order. */
    public Case {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The same case with one more variable, or another value for one. */
    public Case with(String name, CaseValue value) {
        Map<String, CaseValue> larger = new LinkedHashMap<>(values);
        larger.put(name, value);
        return new Case(larger);
    }
}
