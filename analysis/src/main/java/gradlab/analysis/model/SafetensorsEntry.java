package gradlab.analysis.model;

import java.util.List;

/**
 * What the header of a safetensors file says of one tensor.
 *
 * @param name its name
 * @param type how each number is stored
 * @param sizes its sizes, not yet checked
 * @param begin its first byte, counted from the end of the header
 * @param end the byte after its last
 */
record SafetensorsEntry(String name, ElementType type, List<Long> sizes, long begin, long end) {
    SafetensorsEntry {
        sizes = List.copyOf(sizes);
    }
}
