package io.ringside.topology;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Values of all kinds, and of optional ones often none. */
final class AnyValue {
    private static final List<String> TEXTS = List.of("", "sales", "Zürich 東京", "x".repeat(3_000));
    private static final List<Double> FIGURES = List.of(0.0, -0.0, 1.0, 0.8512, -17.25, 1e300, Double.MIN_VALUE);
    private static final List<Long> NUMBERS = List.of(0L, 1L, -1L, 63L, 64L, 1_767_225_600_123L, Long.MAX_VALUE);

    private final Random random;

    AnyValue(Random random) {
        this.random = random;
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    <E extends Enum<E>> E of(Class<E> type) {
        return of(List.of(type.getEnumConstants()));
    }

    <T> Optional<T> optional(Supplier<T> value) {
        return flag() ? Optional.of(value.get()) : Optional.empty();
    }

    <T> List<T> list(Supplier<T> value) {
        return Stream.generate(value).limit(random.nextInt(4)).toList();
    }

    boolean flag() {
        return random.nextBoolean();
    }

    String text() {
        return of(TEXTS);
    }

    String name() {
        return text() + "1";
    }

    int number() {
        return random.nextInt();
    }

    long longNumber() {
        return flag() ? of(NUMBERS) : random.nextLong();
    }

    OptionalLong optionalNumber() {
        return flag() ? OptionalLong.of(longNumber()) : OptionalLong.empty();
    }

    double figure() {
        return flag() ? of(FIGURES) : random.nextGaussian();
    }

    OptionalDouble optionalFigure() {
        return flag() ? OptionalDouble.of(figure()) : OptionalDouble.empty();
    }

    Instant moment() {
        return Instant.ofEpochMilli(random.nextLong() >> 16);
    }
}
