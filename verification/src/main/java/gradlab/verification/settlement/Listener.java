package gradlab.verification.settlement;

/** Hears what is being done. */
public interface Listener {

    /** Hears nothing. */
    Listener SILENT = new Listener() {
        @Override
        public void stage(String claim, String stage) {}

        @Override
        public void progress(long done, long total) {}
    };

    /** Work on a claim enters a stage. */
    void stage(String claim, String stage);

    /** So many of so many steps of the stage are done. */
    void progress(long done, long total);
}
