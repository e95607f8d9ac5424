package io.ringside.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.snakeyaml.engine.v2.nodes.Node;

import io.ringside.config.Document.Given;

/**
 * A cursor over one mapping of the configuration. What is wrong is noted in the document and reading goes on with
 * defaults, so that all problems come out together.
 */
final class Section {
    private static final Pattern NAME = Pattern.compile("(?=.*\\S)[^\\p{Cntrl}]{1,256}");

    private final Document document;
    private final Entries entries;
    private final String path;
    private final String pattern;
    private final Set<String> known = new LinkedHashSet<>();

    private Section(Document document, Entries entries, String path, String pattern) {
        this.document = document;
        this.entries = entries;
        this.path = path;
        this.pattern = pattern;
    }

    /** Reads a whole document. */
    static <T> T root(Document document, YamlFile file, Function<Section, T> reader) {
        Section root = new Section(document, Entries.of(file.root(), "", file, document), "", "");
        T read = root.finish(reader);
        document.refuseUnread(root.known);
        return read;
    }

    /** Reads some sections of a document, and leaves the others alone. */
    static <T> T part(Document document, YamlFile file, Optional<Node> node, Function<Section, T> reader) {
        return reader.apply(new Section(document, Entries.of(node, "", file, document), "", ""));
    }

    /** The value of a key, or its default. */
    <T> T get(Knob<T> knob) {
        return find(knob).or(knob::standard).orElseThrow();
    }

    /** The value of a key, if it is given and right. */
    <T> Optional<T> find(Knob<T> knob) {
        return given(knob).flatMap(given -> read(knob, given));
    }

    /** The values of a key that holds a list, if it is given; wrong ones are left out. */
    <T> Optional<List<T>> findAll(Knob<T> each) {
        meet(each);
        Optional<List<Given>> given = document.stronger(at(each.key()))
                .map(one -> Entries.split(List.of(one)))
                .or(() -> entries.texts(each.key(), at(each.key())));
        return given.map(texts ->
                texts.stream().flatMap(text -> read(each, text).stream()).toList());
    }

    /** The mapping under a key; an empty one where it is not given. */
    <T> T section(String key, Function<Section, T> reader) {
        known.add(key);
        return new Section(document, entries.below(key, at(key), Optional.empty()), at(key), pattern(key))
                .finish(reader);
    }

    /** The mappings under a key, each under a name of the user's choice. */
    <T> Map<String, T> named(String key, String placeholder, BiFunction<String, Section, T> reader) {
        return named(key, placeholder, Optional.empty(), reader);
    }

    /**
     * The mappings under a key, each under a name of the user's choice.
     *
     * @param shorthand the key that is meant where a name has a value in place of a mapping
     */
    <T> Map<String, T> named(
            String key, String placeholder, Optional<String> shorthand, BiFunction<String, Section, T> reader) {
        known.add(key);
        Entries names = entries.below(key, at(key), Optional.empty());
        Map<String, T> read = new LinkedHashMap<>();
        Collection<String> all = document.isDescribing() ? List.of(placeholder) : names.keys();
        for (String name : all) {
            String inner = at(key) + "." + name;
            if (!NAME.matcher(name).matches()) {
                document.add(new Problem(inner, names.placeOf(name), "a name must have 1 to 256 printable letters"));
                continue;
            }
            Section section =
                    new Section(document, names.below(name, inner, shorthand), inner, pattern(key) + "." + placeholder);
            read.put(name, section.finish(entry -> reader.apply(name, entry)));
        }
        return read;
    }

    /** The mappings of a list under a key, in their order; none where it is not given. */
    <T> List<T> each(String key, Function<Section, T> reader) {
        known.add(key);
        if (document.isDescribing()) {
            return List.of(section(key + "[]", reader));
        }
        List<T> read = new ArrayList<>();
        for (Entries entry : entries.each(key, at(key))) {
            String place = "[" + read.size() + "]";
            read.add(new Section(document, entry, at(key) + place, pattern(key) + "[]").finish(reader));
        }
        return read;
    }

    /** Whether a list is written under a key, and nothing stands above it. */
    boolean isList(String key) {
        return document.stronger(at(key)).isEmpty() && entries.isList(key);
    }

    /** What a reader makes of this, unless it finds anything wrong. */
    <T> Optional<T> ifRight(Supplier<T> reader) {
        int before = document.problems().size();
        T read = reader.get();
        return document.problems().size() == before ? Optional.of(read) : Optional.empty();
    }

    boolean isDescribing() {
        return document.isDescribing();
    }

    /** What stands under a key, as it is written, for someone else to read. */
    Optional<Node> written(String key) {
        known.add(key);
        return entries.node(key);
    }

    /**
     * The entries under a key, whatever they are called: properties that are passed on.
     *
     * @param complaint what is wrong with an entry of this name and value, if anything
     */
    Map<String, String> properties(Knob<String> each, BiFunction<String, String, Optional<String>> complaint) {
        known.add(each.key());
        document.meet(at(each.key()), pattern(each.key()) + ".<property>", each);
        Map<String, Given> given = new LinkedHashMap<>();
        Entries written = entries.below(each.key(), at(each.key()), Optional.empty());
        for (String key : written.keys()) {
            written.text(key, at(each.key()) + "." + key).ifPresent(text -> given.put(key, text));
        }
        given.putAll(document.strongerEntries(at(each.key())));
        given.forEach((key, text) -> complaint
                .apply(key, text.text())
                .ifPresent(wrong -> document.add(new Problem(at(each.key() + "." + key), text.place(), wrong))));
        Map<String, String> read = new LinkedHashMap<>();
        given.forEach((key, text) -> read(each, each.key() + "." + key, text).ifPresent(value -> read.put(key, value)));
        return read;
    }

    /** Whether a key is written here, right or wrong. */
    boolean has(String key) {
        return document.stronger(at(key)).isPresent() || entries.keys().contains(key);
    }

    /** Notes something wrong with this section's key, or with the section where the key is not given. */
    void refuse(String key, String text) {
        document.add(new Problem(at(key), entries.placeOf(key), text));
    }

    /** Notes something wrong with this section. */
    void refuse(String text) {
        document.add(new Problem(path, entries.place(), text));
    }

    private <T> T finish(Function<Section, T> reader) {
        T read = reader.apply(this);
        for (String key : entries.keys()) {
            if (!known.contains(key)) {
                refuse(key, "unknown key" + meant(key));
            }
        }
        return read;
    }

    private String meant(String key) {
        return document.deeper(pattern, key)
                .or(() -> Suggestion.of(key, known))
                .map(name -> ", did you mean " + name + "?")
                .orElse("; known here: " + String.join(", ", known));
    }

    private void meet(Knob<?> knob) {
        known.add(knob.key());
        document.meet(at(knob.key()), pattern(knob.key()), knob);
    }

    private Optional<Given> given(Knob<?> knob) {
        meet(knob);
        return document.stronger(at(knob.key())).or(() -> entries.text(knob.key(), at(knob.key())));
    }

    private <T> Optional<T> read(Knob<T> knob, Given given) {
        return read(knob, knob.key(), given);
    }

    private <T> Optional<T> read(Knob<T> knob, String key, Given given) {
        Optional<T> value = knob.notation().reader().apply(given.text());
        Optional<String> broken = value.isEmpty() ? Optional.of(knob.notation().what()) : knob.brokenRule(value.get());
        broken.ifPresent(rule -> document.add(new Problem(
                at(key),
                given.place(),
                "must be " + rule + ", was " + Shown.of(given.text())
                        + knob.notation().hint().apply(given.text()))));
        return broken.isPresent() ? Optional.empty() : value;
    }

    private String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private String pattern(String key) {
        return pattern.isEmpty() ? key : pattern + "." + key;
    }
}
