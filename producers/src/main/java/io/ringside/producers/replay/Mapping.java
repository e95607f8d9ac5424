package io.ringside.producers.replay;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * How the columns of a contact log become events. docs/scoring.md says what a mapping file looks like.
 */
public final class Mapping {
    final String source;
    final FileFormat file;
    final Field<String> contact;
    final List<IgnoredRows> ignored;
    final Optional<VisitMapping> visit;
    final Optional<TicketMapping> ticket;
    final Optional<SurveyMapping> survey;
    final List<ColumnUse> columns = new ArrayList<>();

    private Mapping(YamlNode root) {
        source = root.require("source").map(YamlNode::text).orElse("");
        file = root.get("file").map(FileFormat::read).orElse(FileFormat.CSV);
        Fields fields = new Fields(
                root.get("times").map(Mapping::times).orElse(Times.ISO),
                root.get("durations").map(Mapping::durations).orElse(Durations.SECONDS),
                columns);
        contact = fields.required(root, "contact", Vocabulary.TEXT);
        ignored = root.get("ignore").map(YamlNode::items).orElse(List.of()).stream()
                .map(item -> IgnoredRows.read(item, fields))
                .toList();
        visit = root.get("visit").map(node -> VisitMapping.read(node, fields));
        ticket = root.get("ticket").map(node -> TicketMapping.read(node, fields));
        survey = root.get("survey").map(node -> SurveyMapping.read(node, fields));
        refuseWhatDoesNotFit(root);
        root.refuseOtherKeys();
    }

    private void refuseWhatDoesNotFit(YamlNode root) {
        if (visit.isEmpty() && ticket.isEmpty() && survey.isEmpty()) {
            root.refuse("needs a visit, a ticket or a survey");
        }
        if (visit.isEmpty()
                && ticket.isEmpty()
                && survey.map(s -> !s.answered().isMapped()).orElse(false)) {
            root.get("survey").orElseThrow().refuse("needs answered: without a visit or ticket nothing else says when");
        }
    }

    private static Times times(YamlNode node) {
        Times times = Times.ISO.with(node);
        node.refuseOtherKeys();
        return times;
    }

    private static Durations durations(YamlNode node) {
        Durations durations = Durations.SECONDS.with(node);
        node.refuseOtherKeys();
        return durations;
    }

    /**
     * Reads a mapping file.
     *
     * @throws InvalidMapping with all that is wrong with it
     * @throws IOException if there is no such file or it cannot be read
     */
    public static Mapping read(Path file) throws IOException, InvalidMapping {
        try (Reader yaml = Files.newBufferedReader(file)) {
            return read(yaml);
        }
    }

    static Mapping read(Reader yaml) throws InvalidMapping {
        List<MappingProblem> problems = new ArrayList<>();
        Mapping mapping = new Mapping(new YamlNode("", document(yaml), problems));
        if (!problems.isEmpty()) {
            throw new InvalidMapping(problems);
        }
        return mapping;
    }

    private static Node document(Reader yaml) throws InvalidMapping {
        try {
            return new Compose(LoadSettings.builder().build())
                    .composeReader(yaml)
                    .orElseThrow(() -> new InvalidMapping(List.of(new MappingProblem("", "must not be empty", "", 1))));
        } catch (MarkedYamlEngineException notYaml) {
            int line = notYaml.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new InvalidMapping(List.of(new MappingProblem("", "is not YAML: " + notYaml.getProblem(), "", line)));
        } catch (YamlEngineException notYaml) {
            throw new InvalidMapping(List.of(new MappingProblem("", "is not YAML: " + notYaml.getMessage(), "", 1)));
        }
    }
}
