package gradlab.reports.chart;

import java.awt.geom.Rectangle2D;
import java.io.StringWriter;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Draws a chart as an {@code <svg>} element that scales with its place. Text is drawn as outlines, so that it looks
 * the same wherever it is opened; the title and the description carry it for those who cannot see it. Every id
 * begins with the figure's own, so that figures can stand in one document.
 */
record SvgDrawing(String id, String title, String description) {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int DECIMALS = 2;

    String of(JFreeChart chart, int width, int height) {
        Document document = document();
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment("");
        context.setPrecision(DECIMALS);
        SVGGraphics2D graphics = new SVGGraphics2D(context, true);
        chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height));
        Element root = graphics.getRoot(document.getDocumentElement());
        root.setAttribute("viewBox", "0 0 " + width + " " + height);
        root.setAttribute("role", "img");
        tidy(root);
        root.setAttribute("aria-labelledby", id + "-title " + id + "-description");
        root.insertBefore(words(document, "desc", id + "-description", description), root.getFirstChild());
        root.insertBefore(words(document, "title", id + "-title", title), root.getFirstChild());
        return text(root);
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK has no document builder", e);
        }
    }

    private static Element words(Document document, String element, String id, String words) {
        Element node = document.createElementNS(SVG, element);
        node.setAttribute("id", id);
        node.setTextContent(words.replaceAll("\\p{Cntrl}", " "));
        return node;
    }

    /** Makes ids the figure's own and drops comments. */
    private void tidy(Node node) {
        NamedNodeMap attributes = node.getAttributes();
        for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (attribute.getName().equals("id")) {
                attribute.setValue(id + "-" + attribute.getValue());
            } else {
                attribute.setValue(attribute.getValue().replace("url(#", "url(#" + id + "-"));
            }
        }
        Node child = node.getFirstChild();
        while (child != null) {
            Node next = child.getNextSibling();
            if (child.getNodeType() == Node.COMMENT_NODE) {
                node.removeChild(child);
            } else {
                tidy(child);
            }
            child = next;
        }
    }

    private static String text(Element root) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(root), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("the figure cannot be written", e);
        }
    }
}
