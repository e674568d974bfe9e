package gradlab.verification.proof;

import gradlab.analysis.source.Digest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Audits all statements in one go, for the compiled sources and the second check of the standard library, which takes
 * most of the time, serve them all. The sources are scanned first, so that a forbidden construct is never compiled.
 */
final class LibraryAudit {

    /** Raised whenever this package judges otherwise than before, so that no older audit is taken for its own. */
    private static final String RULES = "gradlab proof audit, rules 2";

    private final Statements statements;
    private final ProofSources sources;
    private final String searchPath;
    private final Optional<AuditCache> cache;
    private final Consumer<String> progress;

    LibraryAudit(
            Statements statements,
            ProofSources sources,
            String searchPath,
            Optional<AuditCache> cache,
            Consumer<String> progress) {
        this.statements = statements;
        this.sources = sources;
        this.searchPath = searchPath;
        this.cache = cache;
        this.progress = progress;
    }

    /** The audits, in the order of the statements. */
    List<AuditCache.Entry> run() {
        Optional<SourceScan.Finding> forbidden = sources.forbidden();
        if (forbidden.isPresent()) {
            return all(ProofOutcome.FORBIDDEN, "the proof sources contain " + forbidden.get());
        }
        Optional<CoqTools> tools = CoqTools.on(searchPath);
        if (tools.isEmpty()) {
            return all(ProofOutcome.CHECKER_MISSING, "coqc and coqchk are not both on the search path");
        }
        try (CheckerFolder folder = CheckerFolder.create(searchPath)) {
            return cachedOrRun(CoqInstallation.inspect(tools.get(), folder), folder);
        } catch (CheckerFailure e) {
            return all(ProofOutcome.CHECKER_FAILED, String.valueOf(e.getMessage()));
        }
    }

    private List<AuditCache.Entry> cachedOrRun(CoqInstallation coq, CheckerFolder folder) throws CheckerFailure {
        String key = key(coq);
        Optional<List<AuditCache.Entry>> kept = cache.flatMap(c -> c.find(key));
        if (kept.isPresent()) {
            return kept.get();
        }
        List<AuditCache.Entry> made = new CheckerRun(coq, folder, progress).audits(statements, sources);
        if (made.stream().noneMatch(e -> e.audit().outcome() == ProofOutcome.CHECKER_FAILED)) {
            cache.ifPresent(c -> c.store(key, made));
        }
        return made;
    }

    private String key(CoqInstallation coq) {
        Digest digest = new Digest().add(RULES).add(coq.digest());
        SourceScan.FORBIDDEN.forEach(digest::add);
        for (StandardAxiom axiom : StandardAxiom.values()) {
            digest.add(axiom.fullName()).add(axiom.type());
        }
        sources.inOrder().forEach((name, text) -> digest.add(name).add(text));
        for (Statement statement : statements.all()) {
            digest.add(statement.claim()).add(statement.kind().name()).add(new CheckFile(statement).text());
        }
        return digest.hex();
    }

    private List<AuditCache.Entry> all(ProofOutcome outcome, String reason) {
        return statements.all().stream()
                .map(s -> AuditCache.Entry.of(s, outcome, List.of(), "", reason))
                .toList();
    }
}
