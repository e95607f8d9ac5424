package io.ringside.adapters.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;

/** The page's files: these and no others, read once, so there is no folder to list and no path to climb. */
final class WallboardFiles {
    private static final String HTML = "text/html;charset=utf-8";
    private static final String CSS = "text/css;charset=utf-8";
    private static final String SCRIPT = "text/javascript;charset=utf-8";

    private static final Map<String, String> TYPES = types();

    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    private record File(String type, byte[] body, String tag) {}

    private final Map<String, File> files = new LinkedHashMap<>();
    private final String build;

    WallboardFiles() {
        StringBuilder tags = new StringBuilder();
        for (Entry<String, String> entry : TYPES.entrySet()) {
            byte[] body = read(entry.getKey());
            String tag = digest(body);
            files.put(entry.getKey(), new File(entry.getValue(), body, tag));
            tags.append(tag);
        }
        build = digest(tags.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("index.html", HTML);
        types.put("wallboard.css", CSS);
        types.put("tiles.css", CSS);
        types.put("icon.svg", "image/svg+xml");
        for (String script : new String[] {
            "wallboard", "source", "standing", "figures", "format", "tile", "layout", "choosers", "definitions"
        }) {
            types.put(script + ".js", SCRIPT);
        }
        return types;
    }

    /** Names what all files say together. */
    String build() {
        return build;
    }

    void route(RoutesConfig routes) {
        files.forEach((name, file) -> {
            String path = name.equals("index.html") ? "/" : "/" + name;
            routes.get(path, ctx -> send(ctx, file)).head(path, ctx -> send(ctx, file));
        });
    }

    private static void send(Context ctx, File file) {
        String tag = '"' + file.tag() + '"';
        ctx.header(Header.CACHE_CONTROL, "no-cache").header(Header.ETAG, tag);
        if (tag.equals(ctx.header(Header.IF_NONE_MATCH))) {
            ctx.status(304);
        } else {
            ctx.contentType(file.type()).result(file.body());
        }
    }

    private static byte[] read(String name) {
        try (InputStream in = WallboardFiles.class.getResourceAsStream("/wallboard/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks wallboard/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("wallboard/" + name, e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
