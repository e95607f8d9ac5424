package io.ringside.core.kpis;

import java.util.ArrayList;
import java.util.List;

import io.ringside.core.facts.Measure;

/**
 * A sum of counts or of values, read off a tally: what ratios and means are made of. Its text is made of the same parts
 * that are added up, so a published formula cannot differ from the computed one.
 */
public final class Term {
    private record Part(int sign, Measure measure, boolean counts, int slot) {
        Part(int sign, Measure measure, boolean counts) {
            this(sign, measure, counts, Cell.slot(counts ? Cell.count(measure) : Cell.sum(measure)));
        }

        long read(Figures figures) {
            return sign * figures.at(slot);
        }

        String text() {
            return counts ? measure.id() : "Σ " + measure.id();
        }
    }

    private final Part[] parts;

    /** What the sum is divided by to be in its unit. */
    private final double perUnit;

    private Term(List<Part> parts, double perUnit) {
        this.parts = parts.toArray(Part[]::new);
        this.perUnit = perUnit;
    }

    /** How often the measure was counted. */
    public static Term count(Measure measure) {
        return new Term(List.of(new Part(1, measure, true)), 1);
    }

    /** The sum of a duration's values, in seconds. */
    public static Term seconds(Measure measure) {
        return sum(measure, 1_000);
    }

    /** The sum of a duration's values, in hours. */
    public static Term hours(Measure measure) {
        return sum(measure, 3_600_000);
    }

    /** The sum of a measure's values, divided by {@code perUnit}. */
    public static Term sum(Measure measure, double perUnit) {
        return new Term(List.of(new Part(1, measure, false)), perUnit);
    }

    public Term plus(Measure measure) {
        return with(new Part(1, measure, parts[0].counts));
    }

    public Term minus(Measure measure) {
        return with(new Part(-1, measure, parts[0].counts));
    }

    /** The value in the term's unit. */
    double read(Figures figures) {
        long sum = 0;
        for (Part part : parts) {
            sum += part.read(figures);
        }
        return sum / perUnit;
    }

    /** The formula for a person, for example {@code answered + abandoned − short_abandoned}. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            String joint = text.isEmpty() ? "" : part.sign < 0 ? " − " : " + ";
            text.append(joint).append(part.text());
        }
        return text.toString();
    }

    private Term with(Part part) {
        List<Part> more = new ArrayList<>(List.of(parts));
        more.add(part);
        return new Term(more, perUnit);
    }
}
