package io.ringside.local.score;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to score, and how.
 *
 * @param file the contact log
 * @param mapping says how its columns become events
 * @param config the app's configuration; its defaults where there is none
 * @param by decides how long intervals are
 */
record ScoreRequest(Path file, Path mapping, Optional<Path> config, Grain by) {}
