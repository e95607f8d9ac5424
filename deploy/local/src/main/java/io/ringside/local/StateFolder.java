package io.ringside.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** A temporary folder that holds all that a run writes, and goes with it. */
public final class StateFolder implements AutoCloseable {
    private final Path path;

    private StateFolder(Path path) {
        this.path = path;
    }

    public static StateFolder create() {
        try {
            Path path = Files.createTempDirectory("ringside-").toRealPath();
            return new StateFolder(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a temporary folder", e);
        }
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** Removes the folder with all that is in it. */
    @Override
    public void close() throws IOException {
        Files.walkFileTree(path, new Removal());
    }

    /** Files that go while they are being removed are as good as removed. */
    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
            if (e != null) {
                throw e;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
