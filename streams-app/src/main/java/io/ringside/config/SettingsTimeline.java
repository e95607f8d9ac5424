package io.ringside.config;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.snakeyaml.engine.v2.nodes.Node;

import io.ringside.core.definitions.Change;
import io.ringside.core.definitions.ChangeRefusedException;
import io.ringside.core.definitions.Changes;
import io.ringside.core.definitions.Definitions;
import io.ringside.core.definitions.Scope;

/**
 * The definitions of a configuration, with all that changes in them at moments: its own {@code changes}, and those asked
 * for while running. They are laid over one another in the order of their moments; of the same moment, the
 * configuration's first, then by number. Immutable.
 */
public final class SettingsTimeline implements Changes {
    private static final Comparator<DatedChange> ORDER =
            Comparator.comparing(DatedChange::from).thenComparing(DatedChange::number);

    /**
     * What a configuration was read from.
     *
     * @param replay whether time is that of the events: a change may then lie in the past
     */
    record Source(YamlFile file, Map<String, String> environment, Map<String, String> overrides, boolean replay) {
        Source replay(boolean replayed) {
            return new Source(file, environment, overrides, replayed);
        }

        private Document document() {
            return new Document(environment, overrides);
        }
    }

    /** All up to some change. */
    private record State(Optional<Node> tree, Set<String> changed, DatedDefinitions definitions, int highest) {}

    private final Source source;
    private final ConfiguredDefinitions first;
    private final List<DatedChange> dated;
    private final List<Change> taken;
    private final State last;

    private SettingsTimeline(
            Source source, ConfiguredDefinitions first, List<DatedChange> dated, List<Change> taken, State last) {
        this.source = source;
        this.first = first;
        this.dated = List.copyOf(dated);
        this.taken = List.copyOf(taken);
        this.last = last;
    }

    /** Works out what holds when; notes in the document what is wrong. */
    static SettingsTimeline of(
            Source source, ConfiguredDefinitions first, List<DatedChange> changes, Document document) {
        List<DatedChange> dated = changes.stream().sorted(ORDER).toList();
        State state = beginning(source, first);
        for (DatedChange change : dated) {
            state = after(state, change, source, document);
        }
        return new SettingsTimeline(source, first, dated, List.of(), state);
    }

    private static State beginning(Source source, ConfiguredDefinitions first) {
        return new State(source.file().root(), Set.of(), DatedDefinitions.always(first), 0);
    }

    private static State after(State before, DatedChange change, Source source, Document document) {
        Optional<Node> tree = Optional.of(Patch.lay(before.tree, change.sections()));
        Set<String> changed = new HashSet<>(before.changed);
        changed.addAll(change.changedDefaults());
        Document part = source.document().after(changed);
        ConfiguredDefinitions then =
                Section.part(part, source.file(), tree, root -> new DefinitionsReader(root).definitions());
        document.addAll(part);
        int highest = Math.max(before.highest, change.number());
        return new State(tree, changed, before.definitions.from(change.from(), then, highest), highest);
    }

    @Override
    public SettingsTimeline with(Change change) throws ChangeRefusedException {
        refuseWhatCannotBe(change);
        DatedChange added = ChangesReader.read(change);
        boolean isLast = dated.isEmpty() || ORDER.compare(added, dated.get(dated.size() - 1)) > 0;
        List<DatedChange> all = new ArrayList<>(dated);
        all.add(added);
        all.sort(ORDER);
        Document document = source.document();
        State state = isLast ? last : beginning(source, first);
        for (DatedChange one : isLast ? List.of(added) : all) {
            state = after(state, one, source, document);
        }
        if (!document.problems().isEmpty()) {
            throw new ChangeRefusedException(document.problems());
        }
        List<Change> changes = new ArrayList<>(taken);
        changes.add(change);
        return new SettingsTimeline(source, first, all, changes, state);
    }

    private void refuseWhatCannotBe(Change change) throws ChangeRefusedException {
        if (change.number() <= latest()) {
            throw new ChangeRefusedException(
                    List.of("its number must be above " + latest() + ", was " + change.number()));
        }
        if (!source.replay && !change.isInTime()) {
            throw new ChangeRefusedException(List.of("it must be written " + Change.LEAD.toSeconds()
                    + " s before it holds; it was written " + change.at() + " and was to hold from " + change.from()));
        }
    }

    @Override
    public Definitions definitions() {
        return last.definitions;
    }

    /** The definitions, as the configuration sees them. */
    DatedDefinitions dated() {
        return last.definitions;
    }

    @Override
    public List<Change> taken() {
        return taken;
    }

    /** Where dates begin, unless a zone is said. */
    public ZoneId zone() {
        return first.zones(Scope.ALL).last();
    }

    /** Whether time is that of the events: a change may then lie in the past. */
    public boolean isReplay() {
        return source.replay;
    }

    /** When what is in force at a moment began to be; empty for the beginning. */
    public Optional<Instant> since(Instant at) {
        return dated.stream()
                .map(DatedChange::from)
                .filter(from -> !from.isAfter(at))
                .max(Comparator.naturalOrder());
    }

    /** All changes, in the order in which they are laid over one another. */
    public List<SettingsText.Entry> changes() {
        return dated.stream().map(SettingsText::entry).toList();
    }

    /** What can be changed, as it is in force at a moment. */
    public SettingsText at(Instant moment) {
        Optional<Node> tree = source.file().root();
        for (DatedChange change : dated) {
            if (!change.from().isAfter(moment)) {
                tree = Optional.of(Patch.lay(tree, change.sections()));
            }
        }
        return SettingsText.of(tree, last.definitions.unnamedAt(moment));
    }
}
