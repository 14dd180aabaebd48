package org.joulemark.engine.history.json;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joulemark.engine.model.Absent;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Figure;
import org.joulemark.engine.model.Interval;
import org.joulemark.engine.model.PlannedModel;
import org.joulemark.engine.model.Provenance;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.Quantity;
import org.joulemark.engine.model.Unit;
import org.joulemark.engine.model.VersionKey;
import org.jspecify.annotations.Nullable;

/** Makes arbitrary records of the model, with extremes, for property tests; nothing may be null that must not be. */
public final class RandomRecords {
    private static final double[] ODD_DOUBLES = {
        0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE, Double.MAX_VALUE, 1e21, 1e-7, 0x1p53, 0.1
    };
    private static final long[] ODD_LONGS = {Long.MIN_VALUE, Long.MAX_VALUE, (1L << 53) + 1, -(1L << 53) - 1, 0, -1};
    private static final String[] ODD_TEXTS = {"", "é€𝔘", "\"\\\n\t\u0000", "a\u2028b", "null", "0", "<x>"};

    private final Random random;

    /** Draws from {@code random}. */
    public RandomRecords(Random random) {
        this.random = random;
    }

    /** An arbitrary record. */
    public <T> T record(Class<T> type) {
        return type.cast(value(type));
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class ? list(arguments[0]) : map(arguments[0], arguments[1]);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
        }
        Object special = special(plain);
        return special != null ? special : plain.isRecord() ? anyRecord(plain) : scalar(plain);
    }

    private @Nullable Object special(Class<?> type) {
        if (type == Figure.class) {
            return random.nextBoolean() ? quantity() : record(Absent.class);
        }
        if (type == Quantity.class) {
            return quantity();
        }
        if (type == Interval.class) {
            double low = random.nextGaussian();
            return new Interval(low, low + random.nextDouble(), 0.95);
        }
        return identity(type);
    }

    private @Nullable Object identity(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "DeviceId" -> random.nextBoolean() ? DeviceId.CPU : DeviceId.gpu(random.nextInt(10_000));
            case "ProviderId" -> new ProviderId(id());
            case "VersionKey" -> new VersionKey(id(), id());
            case "PlannedModel" -> new PlannedModel(id(), text(), text());
            default -> null;
        };
    }

    private String id() {
        return Long.toUnsignedString(random.nextLong(), 36);
    }

    private Object scalar(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "int", "Integer" -> random.nextInt();
            case "long", "Long" ->
                random.nextInt(3) == 0 ? ODD_LONGS[random.nextInt(ODD_LONGS.length)] : random.nextLong();
            case "double", "Double" -> anyDouble();
            case "boolean", "Boolean" -> random.nextBoolean();
            case "String" -> text();
            case "Instant" -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
            default -> throw new IllegalStateException("no generator for " + type);
        };
    }

    private Quantity quantity() {
        double value = Double.longBitsToDouble(random.nextLong());
        return new Quantity(
                Double.isFinite(value) ? value : -0.0,
                record(Unit.class),
                random.nextDouble(),
                random.nextBoolean() ? record(Interval.class) : null,
                Map.of(record(Provenance.class), random.nextDouble()),
                random.nextBoolean(),
                random.nextBoolean() ? text() : null,
                null);
    }

    private double anyDouble() {
        return random.nextInt(3) == 0
                ? ODD_DOUBLES[random.nextInt(ODD_DOUBLES.length)]
                : Double.longBitsToDouble(random.nextLong() & 0xBFFF_FFFF_FFFF_FFFFL);
    }

    private String text() {
        return random.nextInt(4) == 0
                ? ODD_TEXTS[random.nextInt(ODD_TEXTS.length)]
                : Long.toString(random.nextLong(), 36);
    }

    private List<Object> list(Type element) {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            list.add(value(element));
        }
        return list;
    }

    private Map<Object, Object> map(Type key, Type element) {
        Map<Object, Object> map = new HashMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            map.put(value(key), value(element));
        }
        return map;
    }

    private Object anyRecord(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            boolean optional = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            values[i] = optional && random.nextInt(3) == 0 ? null : value(components[i].getGenericType());
        }
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }
}
