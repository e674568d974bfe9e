package gradlab.verification.claim;

import gradlab.analysis.expression.RunSource;
import gradlab.analysis.source.SourceText;

/** Claims written in tests. */
public final class ClaimTexts {
    private ClaimTexts() {}

    /** The claim of a whole file. */
    public static Claim file(String text) {
        return ClaimReader.read(new SourceText("f.yaml", text), RunSource.NONE).claim();
    }

    /** A claim without an id of its own: its other lines. */
    public static Claim claim(String... lines) {
        return file("id: c\n" + String.join("\n", lines) + "\n");
    }

    /** For all values of some variables, such as {@code "x: real()"}, a statement. */
    public static Claim forAll(String variables, String statement) {
        return claim("forall: {" + variables + "}", "claim: \"" + statement + "\"");
    }

    /** For some values of some variables a statement. */
    public static Claim exists(String variables, String statement) {
        return claim("exists: {" + variables + "}", "claim: \"" + statement + "\"");
    }
}
