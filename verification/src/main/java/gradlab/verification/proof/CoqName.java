package gradlab.verification.proof;

import java.util.regex.Pattern;

/** Names that may stand in Coq text: plain ASCII identifiers, so that a name can never bring text of its own. */
final class CoqName {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_']{0,99}");
    private static final Pattern FILE = Pattern.compile("[A-Z][A-Za-z0-9]{0,59}");

    private CoqName() {}

    /** Whether the text is an identifier of at most 100 characters. */
    static boolean accepts(String name) {
        return IDENTIFIER.matcher(name).matches();
    }

    /** Whether the text can name a proof file; the names of generated files are taken. */
    static boolean acceptsFile(String name) {
        return FILE.matcher(name).matches() && !name.startsWith(CheckFile.PREFIX);
    }
}
