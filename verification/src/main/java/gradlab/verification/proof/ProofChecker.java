package gradlab.verification.proof;

import gradlab.analysis.source.UserCache;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a machine-checked theorem decides a claim.
 *
 * <p>The claim's file may only name a theorem. What the theorem must say is {@linkplain Statements kept by the
 * product} against the hash of the claim, and is confronted with the theorem by Coq itself. Coq's compiler then lists
 * the axioms used, by name and type, and its separate checker {@code coqchk} checks the compiled proofs and all they
 * rest on again and lists every axiom by its full name; both lists may hold the {@linkplain StandardAxiom four axioms
 * of the standard reals} and no other.
 *
 * <p>Both programs are described in the reference manual (coq2022).
 *
 * <p>The first audit takes about a minute: half of it for the standard library, whatever the number of claims, since all
 * statements are audited together, and a third of a second for each proof file. Its result is kept in the cache folder
 * and in this object.
 */
public final class ProofChecker {

    /** The name of threads that end Coq and remove its folder while the program ends. */
    public static final String CLEANING = "remove-proof-folder";

    private final Statements statements;
    private final ProofSources sources;
    private final String searchPath;
    private final Optional<Path> cacheFolder;
    private final Consumer<String> progress;
    private @Nullable List<AuditCache.Entry> audits;

    ProofChecker(
            Statements statements,
            ProofSources sources,
            String searchPath,
            Optional<Path> cacheFolder,
            Consumer<String> progress) {
        this.statements = statements;
        this.sources = sources;
        this.searchPath = searchPath;
        this.cacheFolder = cacheFolder;
        this.progress = progress;
    }

    /** The shipped statements and proofs, the checker on this process's PATH, no cache, no progress. */
    public static ProofChecker withDefaults() {
        Statements shipped = Statements.shipped();
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return new ProofChecker(shipped, ProofSources.shipped(shipped), path, Optional.empty(), line -> {});
    }

    /**
     * The folder in which a user's audits are kept: {@code gradlab/proofs} in {@code $XDG_CACHE_HOME} or else in
     * {@code ~/.cache}.
     */
    public static Path userCacheFolder() {
        return UserCache.folder("proofs");
    }

    /** The same with {@code coqc} and {@code coqchk} looked for elsewhere; folders separated as in PATH. */
    public ProofChecker withSearchPath(String folders) {
        return new ProofChecker(statements, sources, folders, cacheFolder, progress);
    }

    /** The same with audits kept in a folder, which is made if need be. */
    public ProofChecker withCacheFolder(Path folder) {
        return new ProofChecker(statements, sources, searchPath, Optional.of(folder), progress);
    }

    /** The same with a line of text before each step that takes time. */
    public ProofChecker withProgress(Consumer<String> listener) {
        return new ProofChecker(statements, sources, searchPath, cacheFolder, listener);
    }

    /** The statements against which theorems are checked. */
    public Statements statements() {
        return statements;
    }

    /** Audits what one claim's file asks for. Never throws for a hostile request: that is an outcome. */
    public ProofAudit audit(ProofRequest request) {
        Optional<Statement> kept = statements.forClaim(request.claim());
        if (kept.isEmpty()) {
            return ProofAudit.without(ProofOutcome.NO_STATEMENT, request, "", "no theorem is kept for this claim");
        }
        Statement statement = kept.get();
        if (!statement.theorem().equals(request.theorem()) || statement.kind() != request.kind()) {
            return ProofAudit.without(
                    ProofOutcome.WRONG_THEOREM,
                    request,
                    statement.text(),
                    "the theorem kept for this claim is its "
                            + (statement.kind() == ProofKind.PROOF ? "proof " : "disproof ")
                            + statement.theorem());
        }
        return outcomeOf(statement);
    }

    /** Whether coqc and coqchk are both on the search path. */
    public boolean isInstalled() {
        return CoqTools.on(searchPath).isPresent();
    }

    /** Audits several requests; the checker runs at most once. */
    public List<ProofAudit> auditAll(List<ProofRequest> requests) {
        return requests.stream().map(this::audit).toList();
    }

    /** Audits every statement kept, by the hash of its claim, in the order in which they are kept. */
    public Map<String, ProofAudit> auditEverything() {
        Map<String, ProofAudit> all = new LinkedHashMap<>();
        statements.all().forEach(s -> all.put(s.claim(), outcomeOf(s)));
        return Collections.unmodifiableMap(all);
    }

    private ProofAudit outcomeOf(Statement statement) {
        return entries().stream()
                .filter(entry -> entry.claim().equals(statement.claim()))
                .map(AuditCache.Entry::audit)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no audit of " + statement.id()));
    }

    /** Runs the checker once; a run that failed is not tried again by this object. */
    private synchronized List<AuditCache.Entry> entries() {
        List<AuditCache.Entry> known = audits;
        if (known == null) {
            Optional<AuditCache> cache = cacheFolder.map(folder -> new AuditCache(folder, progress));
            known = new LibraryAudit(statements, sources, searchPath, cache, progress).run();
            audits = known;
        }
        return known;
    }
}
