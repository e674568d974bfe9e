package gradlab.verification.claim;

import gradlab.analysis.expression.CanonicalForm;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a claim says, and nothing else of its file, in one text and in one hash: arithmetic, constants, quantifier, domains,
 * hypotheses, definitions and statement. Theorems are kept against this hash, so that none can be attached to another
 * claim.
 */
public final class ClaimHash {

    private ClaimHash() {}

    /** The SHA-256 of {@link #canonical}, in 64 hexadecimal digits. */
    public static String of(Claim claim) {
        try {
            byte[] bytes = canonical(claim).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The claim's content, one part a line. */
    public static String canonical(Claim claim) {
        StringBuilder text = new StringBuilder();
        claim.format()
                .ifPresent(format ->
                        text.append("arithmetic ").append(format.word()).append('\n'));
        lines(text, "let", claim.constants());
        lines(text, claim.quantifier().word(), claim.variables());
        lines(text, "random", claim.random());
        lines(text, "define", claim.definitions());
        claim.hypotheses()
                .forEach(h -> text.append("where ").append(CanonicalForm.of(h)).append('\n'));
        return text.append("claim ")
                .append(CanonicalForm.of(claim.statement()))
                .append('\n')
                .toString();
    }

    private static void lines(StringBuilder text, String word, List<Named> parts) {
        parts.forEach(part -> text.append(word)
                .append(' ')
                .append(part.name())
                .append(' ')
                .append(CanonicalForm.of(part.expression()))
                .append('\n'));
    }
}
