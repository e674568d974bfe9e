/** What do I type? The commands; the only place that prints. */
@org.jspecify.annotations.NullMarked
package gradlab.reports.cli;
