package gradlab.reports.cli;

import picocli.CommandLine.Command;

/** Works with the theorems. */
@Command(name = "proofs")
final class ProofsCommand {}
