package gradlab.analysis.expression;

import java.util.List;
import java.util.stream.Collectors;

/** The elements of presentation MathML, every text in them escaped. */
public final class MathMarkup {

    private static final String NAMESPACE = "http://www.w3.org/1998/Math/MathML";

    /** A product without a sign. */
    static final String INVISIBLE_TIMES = "<mo form=\"infix\">\u2062</mo>";

    private MathMarkup() {}

    /** A formula that can stand in a document: in a line of text, with the spacing of a displayed one. */
    public static String formula(String body) {
        return "<math xmlns=\"" + NAMESPACE + "\" displaystyle=\"true\">" + body + "</math>";
    }

    /** A name; one letter is set in italics, more stand upright. */
    public static String identifier(String name) {
        return element("mi", escape(name));
    }

    /** A name of one letter that stands upright. */
    public static String upright(String name) {
        return "<mi mathvariant=\"normal\">" + escape(name) + "</mi>";
    }

    /** A number. */
    public static String number(String digits) {
        return element("mn", escape(digits));
    }

    /** An operator between operands, wherever it stands. */
    public static String operator(String sign) {
        return "<mo form=\"infix\">" + escape(sign) + "</mo>";
    }

    /** A sign before its operand. */
    public static String prefix(String sign) {
        return "<mo form=\"prefix\">" + escape(sign) + "</mo>";
    }

    /** A quantifier, with room behind it. */
    public static String quantifier(String sign) {
        return "<mo form=\"prefix\" rspace=\"0.15em\">" + escape(sign) + "</mo>";
    }

    /** Words. */
    public static String text(String words) {
        return element("mtext", escape(words));
    }

    /** Elements as one. */
    public static String row(String body) {
        return element("mrow", body);
    }

    /** A fraction. */
    public static String fraction(String numerator, String denominator) {
        return element("mfrac", row(numerator) + row(denominator));
    }

    /** A square root. */
    public static String root(String body) {
        return element("msqrt", body);
    }

    /** Something with an exponent. */
    public static String superscript(String base, String exponent) {
        return element("msup", row(base) + row(exponent));
    }

    /** Something with an index. */
    public static String subscript(String base, String index) {
        return element("msub", row(base) + row(index));
    }

    /** A large sign with what stands under and over it. */
    public static String limits(String sign, String under, String over) {
        return element(
                "munderover",
                "<mo form=\"prefix\" largeop=\"true\">" + escape(sign) + "</mo>" + row(under) + row(over));
    }

    /** Something between signs that grow with it. */
    public static String fenced(String open, String body, String close) {
        return row("<mo form=\"prefix\" fence=\"true\">" + escape(open) + "</mo>" + body
                + "<mo form=\"postfix\" fence=\"true\">" + escape(close) + "</mo>");
    }

    /** Something in parentheses. */
    public static String parenthesised(String body) {
        return fenced("(", body, ")");
    }

    /** Items with commas between them. */
    public static String list(List<String> items) {
        return String.join("<mo form=\"infix\" separator=\"true\">,</mo>", items);
    }

    /** The set of integers from one to another. */
    public static String integers(String from, String to) {
        return fenced("{", list(List.of(row(from), operator("…"), row(to))), "}");
    }

    /** Rows of cells. */
    public static String table(List<List<String>> rows) {
        return element(
                "mtable",
                rows.stream()
                        .map(cells -> element(
                                "mtr",
                                cells.stream().map(c -> element("mtd", c)).collect(Collectors.joining())))
                        .collect(Collectors.joining()));
    }

    /** A stranger's text as it may stand in markup; what no document may hold becomes a replacement character. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int c) {
        boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
    }

    private static String element(String name, String body) {
        return "<" + name + ">" + body + "</" + name + ">";
    }
}
