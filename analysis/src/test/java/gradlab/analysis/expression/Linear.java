package gradlab.analysis.expression;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Reads MathML back as one line: {@code {base}^{exponent}}, {@code {over}/{under}}, tables as {@code a & b ; c & d}. */
final class Linear {

    private Linear() {}

    static String of(String markup) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            return line(factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(markup)))
                    .getDocumentElement());
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + markup, e);
        }
    }

    private static String line(Element element) {
        List<Element> parts = children(element);
        return switch (element.getTagName()) {
            case "math", "mrow", "mtd" -> joined(parts, "");
            case "mtr" -> joined(parts, " & ");
            case "mtable" -> joined(parts, " ; ");
            case "mfrac" -> "{" + line(parts.get(0)) + "}/{" + line(parts.get(1)) + "}";
            case "msqrt" -> "√{" + joined(parts, "") + "}";
            case "msup" -> base(parts.get(0)) + "^{" + line(parts.get(1)) + "}";
            case "msub" -> base(parts.get(0)) + "_{" + line(parts.get(1)) + "}";
            case "munderover" -> line(parts.get(0)) + "_{" + line(parts.get(1)) + "}^{" + line(parts.get(2)) + "}";
            case "mi", "mn", "mo", "mtext" -> element.getTextContent().replace("\u2061", "");
            default -> throw new AssertionError("unknown element " + element.getTagName());
        };
    }

    private static String base(Element element) {
        return line(element);
    }

    private static String joined(List<Element> parts, String between) {
        return parts.stream().map(Linear::line).collect(Collectors.joining(between));
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }
}
