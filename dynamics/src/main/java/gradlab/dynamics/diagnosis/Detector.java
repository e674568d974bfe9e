package gradlab.dynamics.diagnosis;

import java.util.List;

/** Looks for one kind of trouble. */
interface Detector {

    /** What is found; nothing in a log that does not have the series it needs. */
    List<Finding> look(Course course);
}
