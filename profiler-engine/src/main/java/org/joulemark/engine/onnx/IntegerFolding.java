package org.joulemark.engine.onnx;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongBinaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Elements of small integer values that exporters compute shapes with: Shape, Gather, Concat and simple arithmetic on
 * them. Values of rank 0 or 1 only.
 */
final class IntegerFolding {
    private static final int MAX_ELEMENTS = 128;

    /** INT32, INT64 and BOOL as numbered in TensorProto.DataType: a cast to one keeps whole numbers whole. */
    private static final Set<Long> INTEGER_TYPES = Set.of(6L, 7L, 9L);

    /** Elements of the first output, or null if they cannot be known. */
    private interface Rule {
        @Nullable
        List<Long> elements(Call call);
    }

    private static final Map<String, Rule> RULES = rules();

    private IntegerFolding() {}

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new HashMap<>();
        rules.put("Shape", IntegerFolding::shape);
        rules.put("Size", IntegerFolding::size);
        rules.put("Gather", IntegerFolding::gather);
        rules.put("Slice", IntegerFolding::slice);
        rules.put("Concat", IntegerFolding::concat);
        rules.put("ConstantOfShape", IntegerFolding::filled);
        rules.put("Expand", IntegerFolding::expanded);
        rules.put("Range", IntegerFolding::range);
        rules.put("Where", IntegerFolding::where);
        rules.put("ReduceProd", IntegerFolding::reduced);
        rules.put("Cast", IntegerFolding::cast);
        for (String same : List.of("Unsqueeze", "Squeeze", "Identity", "Reshape", "Flatten")) {
            rules.put(same, call -> call.integers(0));
        }
        rules.put("Add", call -> each(call, Math::addExact));
        rules.put("Sub", call -> each(call, Math::subtractExact));
        rules.put("Mul", call -> each(call, Math::multiplyExact));
        rules.put("Div", call -> each(call, (a, b) -> a / b));
        rules.put("Mod", call -> each(call, Math::floorMod));
        rules.put("Max", call -> each(call, Math::max));
        rules.put("Min", call -> each(call, Math::min));
        rules.put("Equal", call -> each(call, (a, b) -> a == b ? 1 : 0));
        return rules;
    }

    static @Nullable List<Long> elements(Call call) {
        Rule rule = RULES.get(call.node().getOpType());
        try {
            List<Long> elements = rule == null ? null : rule.elements(call);
            return elements == null || elements.size() > MAX_ELEMENTS ? null : elements;
        } catch (ArithmeticException e) {
            // Overflow or division by zero: not the sizes of anything.
            return null;
        }
    }

    private static @Nullable List<Long> shape(Call call) {
        List<Long> shape = call.shape(0);
        return shape == null ? null : shape(call, shape);
    }

    /** What Shape gives of a value of this shape: all of it, or from start to end. */
    static List<Long> shape(Call call, List<Long> shape) {
        IndexShapes.Range part = IndexShapes.Range.of(
                call.attributes().integer("start", 0),
                call.attributes().integer("end", Long.MAX_VALUE),
                1,
                shape.size());
        return part.count() == 0 ? List.of() : shape.subList((int) part.first(), (int) part.end());
    }

    private static @Nullable List<Long> size(Call call) {
        List<Long> shape = call.shape(0);
        return shape == null ? null : List.of(ShapeRules.product(shape));
    }

    private static @Nullable List<Long> gather(Call call) {
        List<Long> data = call.integers(0);
        List<Long> indices = call.integers(1);
        if (data == null || indices == null) {
            return null;
        }
        List<Long> elements = new ArrayList<>();
        for (long index : indices) {
            Optional<Integer> at = Call.at(index, data.size());
            if (at.isEmpty()) {
                return null;
            }
            elements.add(data.get(at.get()));
        }
        return elements;
    }

    private static @Nullable List<Long> slice(Call call) {
        List<Long> data = call.integers(0);
        List<Long> starts = call.integers("starts", 1);
        List<Long> ends = call.integers("ends", 2);
        List<Long> steps = call.has(4) ? call.integers(4) : List.of(1L);
        if (data == null || starts == null || ends == null || steps == null) {
            return null;
        }
        if (starts.size() != 1 || ends.size() != 1 || steps.size() != 1 || steps.getFirst() == 0) {
            return null;
        }
        IndexShapes.Range range =
                IndexShapes.Range.of(starts.getFirst(), ends.getFirst(), steps.getFirst(), data.size());
        return LongStream.range(0, range.count())
                .mapToObj(i -> data.get((int) (range.first() + i * range.step())))
                .toList();
    }

    private static @Nullable List<Long> concat(Call call) {
        List<Long> elements = new ArrayList<>();
        for (int i = 0; i < call.node().getInputCount(); i++) {
            List<Long> part = call.integers(i);
            if (part == null || elements.size() > MAX_ELEMENTS) {
                return null;
            }
            elements.addAll(part);
        }
        return elements;
    }

    private static @Nullable List<Long> filled(Call call) {
        List<Long> shape = call.integers(0);
        Optional<List<Long>> value = call.attributes()
                .find("value")
                .map(attribute -> attribute.getT())
                .filter(tensor -> tensor.getDataType() == 7)
                .map(tensor -> tensor.getInt64DataCount() > 0
                        ? tensor.getInt64DataList()
                        : List.of(tensor.getRawData().size() == Long.BYTES ? littleEndian(tensor.getRawData()) : 0L));
        if (shape == null || value.isEmpty() || ShapeRules.product(shape) > MAX_ELEMENTS) {
            return null;
        }
        return Collections.nCopies(
                (int) Math.max(0, ShapeRules.product(shape)), value.get().getFirst());
    }

    private static long littleEndian(com.google.protobuf.ByteString bytes) {
        return Long.reverseBytes(bytes.asReadOnlyByteBuffer().getLong());
    }

    private static @Nullable List<Long> expanded(Call call) {
        List<Long> data = call.integers(0);
        List<Long> shape = call.integers(1);
        return data != null
                        && shape != null
                        && shape.size() == 1
                        && data.size() == 1
                        && shape.getFirst() <= MAX_ELEMENTS
                ? Collections.nCopies((int) Math.max(1, shape.getFirst()), data.getFirst())
                : null;
    }

    private static @Nullable List<Long> range(Call call) {
        List<Long> start = call.integers(0);
        List<Long> limit = call.integers(1);
        List<Long> delta = call.integers(2);
        if (start == null || limit == null || delta == null) {
            return null;
        }
        if (start.size() != 1 || limit.size() != 1 || delta.size() != 1 || delta.getFirst() == 0) {
            return null;
        }
        var range = new IndexShapes.Range(start.getFirst(), limit.getFirst(), delta.getFirst());
        return range.count() > MAX_ELEMENTS
                ? null
                : LongStream.range(0, range.count())
                        .mapToObj(i -> range.first() + i * range.step())
                        .toList();
    }

    private static @Nullable List<Long> where(Call call) {
        List<Long> condition = call.integers(0);
        List<Long> yes = call.integers(1);
        List<Long> no = call.integers(2);
        if (condition == null || yes == null || no == null) {
            return null;
        }
        int size = Math.max(condition.size(), Math.max(yes.size(), no.size()));
        List<Long> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Long flag = at(condition, i, size);
            Long element = flag == null ? null : at(flag != 0 ? yes : no, i, size);
            if (element == null) {
                return null;
            }
            elements.add(element);
        }
        return elements;
    }

    private static @Nullable List<Long> reduced(Call call) {
        List<Long> data = call.integers(0);
        return data == null ? null : List.of(ShapeRules.product(data));
    }

    private static @Nullable List<Long> cast(Call call) {
        return INTEGER_TYPES.contains(call.attributes().integer("to", 0)) ? call.integers(0) : null;
    }

    private static @Nullable List<Long> each(Call call, LongBinaryOperator operator) {
        List<Long> a = call.integers(0);
        List<Long> b = call.integers(1);
        if (a == null || b == null || call.has(2)) {
            return null;
        }
        int size = Math.max(a.size(), b.size());
        List<Long> elements = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Long x = at(a, i, size);
            Long y = at(b, i, size);
            if (x == null || y == null) {
                return null;
            }
            elements.add(operator.applyAsLong(x, y));
        }
        return elements;
    }

    /** Element {@code i} of a value that is broadcast to {@code size} elements. */
    private static @Nullable Long at(List<Long> elements, int i, int size) {
        if (elements.size() == size) {
            return elements.get(i);
        }
        return elements.size() == 1 ? elements.getFirst() : null;
    }
}
