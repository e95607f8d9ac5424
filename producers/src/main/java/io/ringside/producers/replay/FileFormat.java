package io.ringside.producers.replay;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the file is written.
 *
 * @param quote what stands around a cell; NUL where nothing is quoted
 * @param header the column names; empty where the first line has them
 * @param skip how many lines stand before the header
 * @param none cells that mean nothing, in any column
 */
record FileFormat(
        char delimiter, char quote, Charset encoding, Optional<List<String>> header, int skip, Set<String> none) {
    static final FileFormat CSV = new FileFormat(',', '"', StandardCharsets.UTF_8, Optional.empty(), 0, Set.of());

    static FileFormat read(YamlNode node) {
        FileFormat format = new FileFormat(
                node.get("delimiter").map(FileFormat::character).orElse(CSV.delimiter),
                node.get("quote").map(FileFormat::quote).orElse(CSV.quote),
                node.get("encoding").map(FileFormat::charset).orElse(CSV.encoding),
                node.get("header").map(FileFormat::texts),
                node.get("skip").map(FileFormat::lines).orElse(0),
                node.get("none").map(FileFormat::texts).map(Set::copyOf).orElse(Set.of()));
        node.refuseOtherKeys();
        if (format.delimiter == format.quote) {
            node.refuse("delimiter and quote must differ");
        }
        return format;
    }

    private static char character(YamlNode node) {
        String text = node.text().equals("tab") ? "\t" : node.text();
        if (text.length() != 1 || text.equals("\n") || text.equals("\r")) {
            node.refuse("must be one character or tab");
            return ',';
        }
        return text.charAt(0);
    }

    private static char quote(YamlNode node) {
        return node.text().equals("none") ? '\0' : character(node);
    }

    private static Charset charset(YamlNode node) {
        try {
            return Charset.forName(node.text());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            node.refuse("must be an encoding such as UTF-8 or windows-1252");
            return StandardCharsets.UTF_8;
        }
    }

    private static List<String> texts(YamlNode node) {
        return node.items().stream().map(YamlNode::text).collect(Collectors.toList());
    }

    private static int lines(YamlNode node) {
        int lines = node.wholeNumber();
        if (lines < 0) {
            node.refuse("must not be negative");
        }
        return lines;
    }
}
