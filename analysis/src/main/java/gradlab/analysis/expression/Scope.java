package gradlab.analysis.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Names and what they stand for. A name may be bound to a computation, which then runs at its first use, once.
 *
 * @param <N> the numbers
 */
public final class Scope<N> {

    private final @Nullable Scope<N> outer;
    private final Map<String, Supplier<Value<N>>> bindings = new HashMap<>();

    private Scope(@Nullable Scope<N> outer) {
        this.outer = outer;
    }

    /** A scope without names. */
    public static <N> Scope<N> empty() {
        return new Scope<>(null);
    }

    /** A scope inside this one. */
    public Scope<N> inner() {
        return new Scope<>(this);
    }

    /** Binds a name to a value. */
    public void bind(String name, Value<N> value) {
        bindings.put(name, () -> value);
    }

    /** Binds a name to a computation; what it throws, it throws at every use. */
    public void bindLazily(String name, Supplier<Value<N>> computation) {
        bindings.put(name, new Once<>(computation));
    }

    /** Whether a name is bound here or around. */
    public boolean contains(String name) {
        return bindings.containsKey(name) || (outer != null && outer.contains(name));
    }

    Value<N> get(String name) {
        Supplier<Value<N>> binding = bindings.get(name);
        if (binding != null) {
            return binding.get();
        }
        if (outer == null) {
            throw new IllegalArgumentException("name must be bound, was " + name);
        }
        return outer.get(name);
    }

    /** Runs a computation at first use and keeps its value. */
    private static final class Once<V> implements Supplier<V> {

        private final Supplier<V> computation;
        private @Nullable V value;

        Once(Supplier<V> computation) {
            this.computation = computation;
        }

        @Override
        public V get() {
            V known = value;
            if (known == null) {
                known = computation.get();
                value = known;
            }
            return known;
        }
    }
}
