package gradlab.verification.proof;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks through proof sources for what could make Coq accept a falsehood: assumptions, switched-off checks, and
 * commands that reach outside the file. It refuses a word wherever it stands as code, so it may refuse too much,
 * never a comment or a string. The audit of axioms after compilation does not rely on it.
 */
final class SourceScan {

    /** The words refused anywhere. Part of an audit's key: another list makes another audit. */
    static final List<String> FORBIDDEN = List.of(
            "Admitted",
            "Admit",
            "admit",
            "give_up",
            "Axioms?",
            "Parameters?",
            "Conjectures?",
            "Declare",
            "Primitive",
            "Symbols?",
            "bypass_check",
            "(?:Guard|Universe|Positivity)\\s+Checking",
            "Definitional\\s+UIP",
            "Load",
            "(?:Rec\\s+)?LoadPath",
            "ML\\s+Path",
            "Extraction",
            "Redirect",
            "Drop");

    private static final String BEFORE = "(?<![\\p{L}\\p{N}_'])";
    private static final String AFTER = "(?![\\p{L}\\p{N}_'])";
    private static final Pattern WORDS = Pattern.compile(BEFORE + "(?:" + String.join("|", FORBIDDEN) + ")" + AFTER);
    private static final Pattern ASSUMED =
            Pattern.compile(BEFORE + "(?:Variables?|Hypothesis|Hypotheses|Context)" + AFTER);
    private static final Pattern SECTION = Pattern.compile("\\s*(Section|End)\\s+([\\p{L}\\p{N}_']+)\\s*");

    private SourceScan() {}

    /**
     * Something that must not be there.
     *
     * @param file the source's name
     * @param line its line, from 1
     * @param construct the words found
     */
    record Finding(String file, int line, String construct) {
        @Override
        public String toString() {
            return file + ".v:" + line + ": " + construct;
        }
    }

    /** The first forbidden construct of a source. */
    static Optional<Finding> firstIn(String file, String text) {
        CoqText lexed = CoqText.of(text);
        String code = lexed.code();
        if (!lexed.complete()) {
            return Optional.of(finding(file, code, code.length(), "a comment or string without end"));
        }
        Matcher words = WORDS.matcher(code);
        if (words.find()) {
            return Optional.of(finding(file, code, words.start(), words.group()));
        }
        return assumedOutsideSections(file, code);
    }

    /** A variable of a section becomes a parameter of its theorems; outside it is an axiom. */
    private static Optional<Finding> assumedOutsideSections(String file, String code) {
        Deque<String> open = new ArrayDeque<>();
        Matcher end = CoqText.sentenceEnd().matcher(code);
        for (int start = 0; end.find(); start = end.end()) {
            String sentence = code.substring(start, end.start());
            Matcher section = SECTION.matcher(sentence);
            Matcher assumed = ASSUMED.matcher(sentence);
            if (section.matches()) {
                track(open, section.group(1), section.group(2));
            } else if (open.isEmpty() && assumed.find()) {
                int at = start + assumed.start();
                return Optional.of(finding(file, code, at, assumed.group() + " outside a section"));
            }
        }
        return Optional.empty();
    }

    private static void track(Deque<String> open, String command, String name) {
        if (command.equals("Section")) {
            open.push(name);
        } else if (name.equals(open.peek())) {
            open.pop();
        }
    }

    private static Finding finding(String file, String code, int at, String construct) {
        int line =
                1 + (int) code.substring(0, at).chars().filter(c -> c == '\n').count();
        return new Finding(file, line, construct.replaceAll("\\s+", " "));
    }
}
