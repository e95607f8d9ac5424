package io.ringside.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A YAML text with the name that messages call it by.
 *
 * @param name the file's name without its folders
 */
record YamlFile(String name, String text) {
    static final YamlFile NONE = new YamlFile("defaults", "");

    /** Reads a file as UTF-8. */
    static YamlFile read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return new YamlFile(name, Files.readString(file));
        } catch (NoSuchFileException missing) {
            throw refused(file + ": there is no such file");
        } catch (CharacterCodingException notUtf8) {
            throw refused(file + ": is not UTF-8 text");
        } catch (IOException unreadable) {
            throw refused(file + (Files.isDirectory(file) ? ": is a folder" : ": cannot be read, " + unreadable));
        }
    }

    /** The root of the document; empty where there is nothing but comments. */
    Optional<Node> root() {
        try {
            return new Compose(LoadSettings.builder()
                            .setLabel(name)
                            .setAllowNonScalarKeys(true)
                            .build())
                    .composeString(text);
        } catch (MarkedYamlEngineException notYaml) {
            String place = notYaml.getProblemMark()
                    .map(mark -> name + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1))
                    .orElse(name);
            throw refused(place + ": is not YAML, " + notYaml.getProblem());
        } catch (YamlEngineException notYaml) {
            throw refused(name + ": is not YAML, "
                    + notYaml.getMessage().lines().findFirst().orElse(""));
        }
    }

    /** Where a node is written: in this file, or in another whose nodes were merged into it. */
    Place placeOf(Node node) {
        return node.getStartMark()
                .map(mark -> Place.line(mark.getName(), mark.getLine() + 1))
                .orElse(Place.line(name, 0));
    }

    private static ConfigurationException refused(String problem) {
        return new ConfigurationException(List.of(problem));
    }
}
