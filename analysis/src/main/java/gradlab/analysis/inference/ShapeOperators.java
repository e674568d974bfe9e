package gradlab.analysis.inference;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.tensor.Rearranging;
import gradlab.analysis.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What changes the shape and keeps or repeats the entries. */
final class ShapeOperators {
    private ShapeOperators() {}

    static void addTo(Map<String, Operator> table) {
        table.put("Identity", ShapeOperators::identity);
        table.put("Reshape", ShapeOperators::reshape);
        table.put("Flatten", ShapeOperators::flatten);
        table.put("Squeeze", ShapeOperators::squeeze);
        table.put("Unsqueeze", ShapeOperators::unsqueeze);
        table.put("Transpose", ShapeOperators::transpose);
        table.put("Expand", ShapeOperators::expand);
        table.put("Tile", ShapeOperators::tile);
        table.put("Shape", ShapeOperators::shape);
        table.put("Size", ShapeOperators::size);
        table.put("DepthToSpace", ShapeOperators::depthToSpace);
        table.put("SpaceToDepth", ShapeOperators::spaceToDepth);
    }

    private static <T> List<Value<T>> identity(Call<T> call) {
        return List.of(call.value(0));
    }

    /** 0 keeps a length (unless {@code allowzero}), -1 stands for what is left. */
    private static <T> List<Value<T>> reshape(Call<T> call) {
        Shape shape = call.shape(0);
        int[] wanted = call.numbers(1, "shape").orElseThrow(() -> new ShapeException("no shape", "a shape"));
        boolean keepsZero = call.integer("allowzero", 0) == 1;
        int open = -1;
        long known = 1;
        for (int d = 0; d < wanted.length; d++) {
            if (wanted[d] == 0 && !keepsZero) {
                wanted[d] = shape.length(d);
            }
            if (wanted[d] == -1 && open < 0) {
                open = d;
            } else {
                known = Math.multiplyExact(known, wanted[d]);
            }
        }
        if (open >= 0) {
            if (known == 0 || shape.size() % known != 0) {
                throw new ShapeException("shape " + Arrays.toString(wanted), "one of " + shape.size() + " entries");
            }
            wanted[open] = (int) (shape.size() / known);
        }
        return call.reshape(Shape.of(wanted));
    }

    private static <T> List<Value<T>> flatten(Call<T> call) {
        Shape shape = call.shape(0);
        int axis = call.integer("axis", 1);
        int cut = axis == shape.rank() ? axis : shape.rank() == 0 && axis == 1 ? 0 : shape.axis(axis);
        return call.reshape(Shape.of(shape.size(0, cut), shape.size(cut, shape.rank())));
    }

    private static <T> List<Value<T>> squeeze(Call<T> call) {
        Shape shape = call.shape(0);
        int[] axes = call.numbers(1, "axes")
                .orElseGet(() -> IntStream.range(0, shape.rank())
                        .filter(d -> shape.length(d) == 1)
                        .toArray());
        for (int axis : axes) {
            if (shape.length(axis) != 1) {
                throw new ShapeException("axis " + axis + " of a tensor of shape " + shape, "one of length 1");
            }
        }
        return call.reshape(shape.without(axes));
    }

    private static <T> List<Value<T>> unsqueeze(Call<T> call) {
        int[] axes = call.numbers(1, "axes").orElseThrow(() -> new ShapeException("no axes", "axes"));
        List<Integer> lengths = new ArrayList<>(call.shape(0).lengths());
        int rank = lengths.size() + axes.length;
        TreeSet<Integer> places = new TreeSet<>();
        for (int axis : axes) {
            places.add(axis < 0 ? axis + rank : axis);
        }
        if (places.size() != axes.length || (!places.isEmpty() && (places.first() < 0 || places.last() >= rank))) {
            throw new ShapeException("axes " + Arrays.toString(axes), "each of " + rank + " axes at most once");
        }
        places.forEach(place -> lengths.add(place, 1));
        return call.reshape(new Shape(lengths));
    }

    private static <T> List<Value<T>> transpose(Call<T> call) {
        int rank = call.shape(0).rank();
        int[] order = call.node()
                .integers("perm")
                .map(list -> list.stream().mapToInt(Math::toIntExact).toArray())
                .orElseGet(() -> IntStream.range(0, rank).map(d -> rank - 1 - d).toArray());
        return call.select(Rearranging.transpose(call.shape(0), order));
    }

    private static <T> List<Value<T>> expand(Call<T> call) {
        long[] wanted = call.whole(1).toArray();
        Call.requireRoom(wanted);
        Shape target = call.shape(0).broadcast(Shape.of(call.whole(1).toInts()));
        Call.requireRoom(target.size());
        return call.select(Rearranging.stretch(call.shape(0), target));
    }

    private static <T> List<Value<T>> tile(Call<T> call) {
        int[] times = call.whole(1).toInts();
        Call.requireRoom(with(call.whole(1).toArray(), call.shape(0).size()));
        return call.select(Rearranging.tile(call.shape(0), times));
    }

    private static long[] with(long[] sizes, long another) {
        long[] all = Arrays.copyOf(sizes, sizes.length + 1);
        all[sizes.length] = another;
        return all;
    }

    private static <T> List<Value<T>> shape(Call<T> call) {
        List<Integer> lengths = call.shape(0).lengths();
        int rank = lengths.size();
        int start = place(call.integer("start", 0), rank);
        int end = Math.max(start, place(call.integer("end", rank), rank));
        return Call.one(IntegerTensor.list(lengths.subList(start, end).stream()
                .mapToLong(Integer::longValue)
                .toArray()));
    }

    private static int place(int axis, int rank) {
        return Math.max(0, Math.min(rank, axis < 0 ? axis + rank : axis));
    }

    private static <T> List<Value<T>> size(Call<T> call) {
        return Call.one(IntegerTensor.list(call.shape(0).size()).reshape(Shape.of()));
    }

    /** [n, c, h, w] to [n, c/b², h b, w b]: the block is cut from the channels first (DCR) or last (CRD). */
    private static <T> List<Value<T>> depthToSpace(Call<T> call) {
        int block = call.integer("blocksize", 1);
        Shape s = image(call.shape(0));
        if (block < 1 || s.length(1) % (block * block) != 0) {
            throw new ShapeException(s.length(1) + " channels", "a multiple of the squared blocksize " + block);
        }
        int channels = s.length(1) / (block * block);
        boolean depthFirst = call.node().text("mode", "DCR").equals("DCR");
        Shape apart = depthFirst
                ? Shape.of(s.length(0), block, block, channels, s.length(2), s.length(3))
                : Shape.of(s.length(0), channels, block, block, s.length(2), s.length(3));
        int[] order = depthFirst ? new int[] {0, 3, 4, 1, 5, 2} : new int[] {0, 1, 4, 2, 5, 3};
        Shape result = Shape.of(s.length(0), channels, s.length(2) * block, s.length(3) * block);
        return List.of(rearranged(call, apart, order, result));
    }

    private static <T> List<Value<T>> spaceToDepth(Call<T> call) {
        int block = call.integer("blocksize", 1);
        Shape s = image(call.shape(0));
        if (block < 1 || s.length(2) % block != 0 || s.length(3) % block != 0) {
            throw new ShapeException("a tensor of shape " + s, "multiples of the blocksize " + block);
        }
        Shape apart = Shape.of(s.length(0), s.length(1), s.length(2) / block, block, s.length(3) / block, block);
        Shape result = Shape.of(s.length(0), s.length(1) * block * block, s.length(2) / block, s.length(3) / block);
        return List.of(rearranged(call, apart, new int[] {0, 3, 5, 1, 2, 4}, result));
    }

    private static Shape image(Shape shape) {
        if (shape.rank() != 4) {
            throw new ShapeException("a tensor of shape " + shape, "batch, channels, height and width");
        }
        return shape;
    }

    private static <T> Value<T> rearranged(Call<T> call, Shape apart, int[] order, Shape result) {
        return call.value(0)
                .reshape(call.algebra(), apart)
                .select(call.algebra(), Rearranging.transpose(apart, order))
                .reshape(call.algebra(), result);
    }
}
