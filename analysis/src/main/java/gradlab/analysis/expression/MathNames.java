package gradlab.analysis.expression;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Typesets names: Greek letters as letters, {@code x1} and {@code W_h} with an index. A name that would then look
 * like another one in use, or like an entry of one, stays as it is written.
 */
final class MathNames {

    private static final Pattern INDEXED = Pattern.compile("([A-Za-z]+)(?:([0-9]+)|_([A-Za-z0-9]+))");

    private static final Map<String, String> GREEK = Map.ofEntries(
            Map.entry("alpha", "α"),
            Map.entry("beta", "β"),
            Map.entry("gamma", "γ"),
            Map.entry("delta", "δ"),
            Map.entry("eps", "ε"),
            Map.entry("epsilon", "ϵ"),
            Map.entry("zeta", "ζ"),
            Map.entry("eta", "η"),
            Map.entry("theta", "θ"),
            Map.entry("kappa", "κ"),
            Map.entry("lambda", "λ"),
            Map.entry("mu", "μ"),
            Map.entry("nu", "ν"),
            Map.entry("xi", "ξ"),
            Map.entry("rho", "ρ"),
            Map.entry("sigma", "σ"),
            Map.entry("tau", "τ"),
            Map.entry("phi", "φ"),
            Map.entry("chi", "χ"),
            Map.entry("psi", "ψ"),
            Map.entry("omega", "ω"),
            Map.entry("Gamma", "Γ"),
            Map.entry("Delta", "Δ"),
            Map.entry("Theta", "Θ"),
            Map.entry("Lambda", "Λ"),
            Map.entry("Xi", "Ξ"),
            Map.entry("Sigma", "Σ"),
            Map.entry("Phi", "Φ"),
            Map.entry("Psi", "Ψ"),
            Map.entry("Omega", "Ω"));

    private static final Map<String, String> BUILT_IN = Map.ofEntries(
            Map.entry("pi", MathMarkup.upright("π")),
            Map.entry("e", MathMarkup.upright("e")),
            Map.entry("true", MathMarkup.text("true")),
            Map.entry("false", MathMarkup.text("false")),
            Map.entry("relu", MathMarkup.identifier("ReLU")),
            Map.entry("elu", MathMarkup.identifier("ELU")),
            Map.entry("selu", MathMarkup.identifier("SELU")),
            Map.entry("gelu", MathMarkup.identifier("GELU")),
            Map.entry("gelu_tanh", MathMarkup.subscript(MathMarkup.identifier("GELU"), MathMarkup.identifier("tanh"))),
            Map.entry("silu", MathMarkup.identifier("SiLU")),
            Map.entry("mish", MathMarkup.identifier("Mish")),
            Map.entry("hard_swish", MathMarkup.identifier("HardSwish")),
            Map.entry("logsoftmax", MathMarkup.identifier("LogSoftmax")));

    private final Set<String> inUse;

    MathNames(Set<String> inUse) {
        this.inUse = Set.copyOf(inUse);
    }

    String markup(String name) {
        String builtIn = BUILT_IN.get(name);
        if (builtIn != null) {
            return builtIn;
        }
        Matcher parts = INDEXED.matcher(name);
        if (!parts.matches() || isAmbiguous(name, parts)) {
            return letter(name);
        }
        String index = index(parts);
        String label = Character.isDigit(index.charAt(0)) ? MathMarkup.number(index) : MathMarkup.upright(index);
        return MathMarkup.subscript(letter(parts.group(1)), label);
    }

    /** Whether a name is typeset as one symbol, so that it can stand beside another without a sign. */
    boolean isSymbol(String name) {
        Matcher parts = INDEXED.matcher(name);
        boolean indexed = parts.matches() && !isAmbiguous(name, parts);
        String base = indexed ? parts.group(1) : name;
        return base.length() == 1 || GREEK.containsKey(base) || name.equals("pi");
    }

    private boolean isAmbiguous(String name, Matcher parts) {
        String base = parts.group(1);
        String digits = base + index(parts);
        String underscored = base + "_" + index(parts);
        String twin = name.equals(digits) ? underscored : digits;
        return inUse.contains(base) || inUse.contains(twin);
    }

    private static String index(Matcher parts) {
        return parts.group(2) == null ? parts.group(3) : parts.group(2);
    }

    private static String letter(String name) {
        return MathMarkup.identifier(GREEK.getOrDefault(name, name));
    }
}
