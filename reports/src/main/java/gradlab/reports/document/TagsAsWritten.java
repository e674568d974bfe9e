package gradlab.reports.document;

import gg.jte.TemplateOutput;
import gg.jte.html.HtmlInterceptor;
import java.util.Map;

/** Leaves the templates' tags as they are written. */
final class TagsAsWritten implements HtmlInterceptor {

    @Override
    public void onHtmlTagOpened(String tag, Map<String, Object> attributes, TemplateOutput output) {}

    @Override
    public void onHtmlTagClosed(String tag, TemplateOutput output) {}
}
