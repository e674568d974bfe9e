package gradlab.verification.search;

/** Hears how far a long computation has come. */
@FunctionalInterface
public interface Progress {

    /** Hears nothing. */
    Progress SILENT = (done, total) -> {};

    /** So many of so many steps are done. */
    void at(long done, long total);
}
