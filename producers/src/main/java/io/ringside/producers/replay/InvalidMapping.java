package io.ringside.producers.replay;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A mapping that cannot be used, with all that is wrong with it, in the order of its lines. */
public final class InvalidMapping extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<MappingProblem> problems;

    InvalidMapping(List<MappingProblem> problems) {
        super(problems.stream().map(MappingProblem::toString).collect(Collectors.joining("\n")));
        this.problems = problems.stream()
                .sorted(Comparator.comparingInt(MappingProblem::line))
                .toList();
    }

    public List<MappingProblem> problems() {
        return problems;
    }
}
