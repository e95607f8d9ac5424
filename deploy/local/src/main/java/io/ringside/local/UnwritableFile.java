package io.ringside.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file could not be written. The message says which and why. */
final class UnwritableFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnwritableFile(Path file, IOException cause) {
        super(file + ": " + reason(file, cause), cause);
    }

    private static String reason(Path file, IOException cause) {
        if (Files.isDirectory(file)) {
            return "is a folder";
        } else if (cause instanceof NoSuchFileException) {
            return "there is no such folder";
        } else if (cause instanceof AccessDeniedException) {
            return "may not be written";
        }
        return "cannot be written, " + cause.getMessage();
    }
}
